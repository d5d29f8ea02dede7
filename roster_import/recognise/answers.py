"""What a column that nobody knows may mean, by its heading and its cells: the answers, and the words of the question."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say
from roster_import.model.layout import PERSON, Candidate, Fate, Meaning
from roster_import.recognise.column_profile import says_for_whom
from roster_import.recognise.headings import SHORT_FORM, sense
from roster_import.recognise.keepers import marks_keepers
from roster_import.recognise.labelled_parts import holds_parts
from roster_import.recognise.order_phrases import ALREADY, EXTRA, ORDERS, UNDONE, says
from roster_import.recognise.order_words import asks_otherwise
from roster_import.recognise.print_words import leaves_off, refuses_print
from roster_import.recognise.which_of_several import says_changed
from roster_import.recognise.words import FOREIGN, WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from roster_import.recognise.contents import Held
    from roster_import.recognise.verdicts import Verdict

C, M = Concept, Meaning
OF_A_GARMENT = frozenset(
    {C.GARMENT, C.JERSEY, C.OUTFIT, C.SIZE, C.COLOUR, C.LOGO, C.PRINT, C.DESIGN, C.CUT, C.VARIANT, C.BACK}
)
"""Words of what is ordered: whatever stands beside them, it may change the order."""
_WORN = frozenset(WORN)
_OF_STATES = frozenset({C.STANDING, C.MEMBERSHIP, C.PRESENCE})
_OF_NUMBERS = frozenset({C.NUMBER, C.NUMBER_SIGN, C.JERSEY_NUMBER, C.RESERVED})


def asked_about(verdict: Verdict, held: Held) -> Verdict:
    """The verdict with the question: the answers that make sense for what stands in the column, the likeliest first."""
    chooses = _may_choose(verdict, held)
    return replace(
        verdict, fate=Fate.ASKED, answers=_answers(verdict, held), held=_in_words(verdict, held), chooses=chooses
    )


def _may_choose(verdict: Verdict, held: Held) -> bool:
    """Whether what stands there may say of some rows that they are not to be ordered: cancelled, has one already."""
    said = says(verdict.seen.heading, f"{UNDONE} {ALREADY} {ORDERS}") or verdict.seen.sense.false_friend in _OF_STATES
    return said or any(map(asks_otherwise, held.values))


_COUNTED = (M.QUANTITY, M.NUMBER)


def _answers(verdict: Verdict, held: Held) -> tuple[Candidate, ...]:
    unsaid = verdict.meaning in (M.IGNORED, M.ORDER) or (verdict.meaning is M.LOGO and held.yes_or_one)
    own = () if unsaid else (Candidate(meaning=verdict.meaning, of=verdict.of),)
    likely = [
        each for each in _likely(verdict, held) if each.meaning is not M.QUANTITY or verdict.meaning is not M.QUANTITY
    ]
    marked = any(each.meaning is M.DESIGN and each.of for each in likely)
    likely = [Candidate(meaning=M.IGNORED), *likely] if marks_keepers(verdict.seen.heading, likely) else likely
    own = () if marked and verdict.meaning is M.DESIGN else own  # the garment of the mark is said already
    own = () if says(verdict.seen.heading, ALREADY) else own  # a yes orders nothing of what somebody has
    first = own if verdict.meaning is M.NAME else ()  # Name on chest: a name, be it printed elsewhere
    answers = dict.fromkeys((*first, *likely, *own, *_said(verdict, held), Candidate(meaning=M.IGNORED)))
    beside = held.used & {M.DESIGN, M.SIZE} and says(verdict.seen.heading, EXTRA)
    return tuple(each for each in answers if not (beside and each.meaning in _COUNTED))  # how many more, and not in all


def _said(verdict: Verdict, held: Held) -> Iterator[Candidate]:
    """What its heading or its cells say for the most part: the number, also with a slip or beside another; the name."""
    concepts = verdict.seen.sense.concepts
    if held.mostly_numbers if concepts & _OF_NUMBERS else held.numbers and not held.few:
        yield Candidate(meaning=M.NUMBER)
    newer = C.NAME in concepts and says_changed(verdict.seen.heading)
    of_print = concepts & {C.INITIALS, C.NICKNAME, C.PRINT, C.BACK} and M.NAME not in held.used
    if held.names and (newer or of_print):
        yield Candidate(meaning=M.NAME)


def _likely(verdict: Verdict, held: Held) -> tuple[Candidate, ...]:
    """What the cells could mean, the likeliest first."""
    heading, sense = verdict.seen.heading, verdict.seen.sense
    if holds_parts(held.values):
        return (Candidate(meaning=M.PARTS),)
    if held.cells.counter and C.QUANTITY in sense.concepts and M.QUANTITY not in held.used:
        return (Candidate(meaning=M.QUANTITY, of=sense.of),)  # or are the rows counted?
    if not held.marks and says(heading, ALREADY) and verdict.meaning in (M.IGNORED, M.DESIGN):
        return ()  # what they have is not what they want
    if held.titles or (held.garments and not held.marks):
        return (Candidate(meaning=M.DESIGN),)
    if held.marks or held.marked_mostly:
        other = sense.of if C.OTHER_GARMENT in sense.concepts else None
        return _choices(heading, other, printed=_printed(heading, sense.concepts, held.used))
    if says(heading, ORDERS) and M.ORDER not in held.used and _are_references(held):
        return (Candidate(meaning=M.ORDER),)
    if held.sizes or held.plain_sizes or held.bare_sizes:
        return (Candidate(meaning=M.SIZE, of=heading or None if M.SIZE in held.used else None),)
    if held.numbers:
        worn = bool(sense.concepts & _OF_NUMBERS)
        return _numbers(heading or None, held, worn=worn)
    if sense.false_friend is C.STANDING or _holds_slips(verdict, held):
        return ()
    if held.names and held.rows >= _FEW_ROWS and not sense.concepts & OF_A_GARMENT:
        print_ = () if M.NAME in held.used else (Candidate(meaning=M.NAME),)
        return (*print_, *(() if held.used & PERSON else (Candidate(meaning=M.PLAYER),)))
    if held.figures and sense.concepts & _WORN:
        return (Candidate(meaning=M.SIZE, of=heading or None),)
    if says_for_whom(held.cells):
        return ()  # no design of its own
    designed = M.DESIGN in held.used and sense.points.get(M.DESIGN, 0.0) < SHORT_FORM
    return () if designed else (Candidate(meaning=M.DESIGN),)


def _are_references(held: Held) -> bool:
    """Whether they are such as orders are known by, several rows to one: ALV-01, ALV-02."""
    coded = all(any(map(str.isdigit, value)) and len(value.split()) == 1 for value in held.values)
    return coded and not (held.counts or held.numbers) and held.cells.distinct < 1.0


def _holds_slips(verdict: Verdict, held: Held) -> bool:
    """Whether they are numbers to wear but for a slip: 7, 12, 1O."""
    return bool(verdict.seen.sense.concepts & _OF_NUMBERS) and held.mostly_numbers


def _numbers(of: str | None, held: Held, *, worn: bool) -> tuple[Candidate, ...]:
    """What small numbers can be; under a word for numbers they are not how many."""
    number = () if M.NUMBER in held.used else (Candidate(meaning=M.NUMBER),)
    if worn or not held.counts:
        return number
    return (*number, Candidate(meaning=M.QUANTITY, of=of if M.DESIGN in held.used or M.QUANTITY in held.used else None))


_NAMES = frozenset({C.NAME, C.NICKNAME})
_PRINTS = frozenset({C.PRINT, C.BACK})


_NO = re.compile(r"^\s*no\b", re.IGNORECASE)  # No name: elsewhere that is short for number
_IF_YES = (M.NAME_IF_YES, M.NUMBER_IF_YES, M.PRINT_IF_YES)
_UNLESS_YES = (M.NO_NAME_IF_YES, M.NO_NUMBER_IF_YES, M.NO_PRINT_IF_YES)


def _printed(heading: str, concepts: Collection[Concept], used: Collection[Meaning]) -> list[Meaning]:
    """What a yes lets be printed, or not, as the heading has it: the name, the number, or both, as far as the rows have them."""
    refused = refuses_print(heading) or leaves_off(heading)
    concepts = sense(_NO.sub("", heading)).concepts if refused else concepts
    name, number = not _NAMES.isdisjoint(concepts), not _OF_NUMBERS.isdisjoint(concepts)
    of_print = name or refused or not _PRINTS.isdisjoint(concepts)
    of_name, of_number, of_both = _UNLESS_YES if refused else _IF_YES
    if M.NUMBER not in used:
        return [of_name] if of_print else []
    if name == number:
        return [of_both, of_name, of_number] if of_print else []
    if number:
        return [of_number] if refused else [of_number, of_both]
    return [of_name]


def _choices(heading: str, other: str | None, *, printed: Sequence[Meaning]) -> tuple[Candidate, ...]:
    """What a mark can say: that the row is ordered, that it is not, what of it is printed, or the garment in the heading.

    `other`: the garment that it names beside the shirt; whoever wants that is no row's to choose by.
    """
    order, skip = Candidate(meaning=M.ORDER_IF_YES), Candidate(meaning=M.SKIP_IF_YES)
    if printed:
        garment = (Candidate(meaning=M.DESIGN, of=other),) if other else ()  # Shorts (ohne Druck)
        return (*(Candidate(meaning=meaning) for meaning in printed), *garment, order, skip)
    if says(heading, ALREADY):
        return (skip,) if other else (skip, order)
    if says(heading, ORDERS) or not heading:
        return (*((Candidate(meaning=M.DESIGN, of=other),) if other else ()), order, skip)
    return (Candidate(meaning=M.DESIGN, of=heading), order, skip)


_SAMPLES = 3
_FEW_ROWS = 3
_SHOWN = 24  # characters of a value


def _in_words(verdict: Verdict, held: Held) -> str:
    """What stands in the column, none of it where it may be a person's."""
    if (
        not held.titles
        and not held.marks
        and not (held.plain_sizes or held.numbers or held.counts)
        and not (verdict.seen.sense.false_friend is C.CUT and says_for_whom(held.cells))
        and verdict.seen.sense.false_friend is not C.STANDING
        and C.COLOUR not in verdict.seen.sense.concepts
        and (held.names or held.personal or verdict.seen.sense.false_friend in _HIDDEN)
    ):
        return say("names") if held.names and not held.garments else say("texts of its own")
    shown = [value if len(value) <= _SHOWN else value[:_SHOWN].rstrip() + "…" for value in held.values[:_SAMPLES]]
    return listed([say("{name!r}", name=value) for value in shown])


_HIDDEN = FOREIGN - {C.CUT, C.RESERVED, C.SUMMARY, C.STANDING, C.PACKING, C.DISPATCH, C.PLAY, C.AGE}
