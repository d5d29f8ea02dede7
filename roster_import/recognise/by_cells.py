"""What a column holds so plainly that it is read although its heading does not say so, and said: What it says, Fit.

Only where no other column could be meant: one with the names of the people beside it in capitals; one of sizes under a
word for the cut; one of titles under a question of a form. Numbers under a heading that does not say so are asked about,
however they look: a locker has one, too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import PERSON, Meaning
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.column_profile import are_even_sizes
from roster_import.recognise.order_phrases import ALREADY, ELSEWHERE, UNDONE, says
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.recognise.column_profile import Profile
    from roster_import.recognise.verdicts import Verdict

M, T = Meaning, Trait
_FEWEST = 5
_FEW_NAMES = 3
_OF_SPORT = frozenset({Concept.PLAY, Concept.IDENTITY, Concept.STANDING, Concept.MEMBERSHIP, Concept.PRESENCE})
_DESCRIPTIONS = frozenset(
    ["description", "desc", "bezeichnung", "beschreibung", "designation", "beskrivelse", "omschrijving"]
)
_LETTERS_OF_A_PART = 3
_SMALLEST_CM = 80  # of children
_LETTERS = frozenset(["XS", "S", "M", "L", "XL", "XXL", "2XL", "3XL"])
_NEARLY_ALL, _MOSTLY, _OFTEN, _FEW = 0.9, 0.7, 0.6, 0.3


def read_by_cells(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The verdicts, an unknown column read as the size or the name to print where its cells leave no other reading."""
    meanings = {verdict.meaning for verdict in verdicts}
    if not meanings & {*PERSON, M.NAME}:
        ordered = bool(meanings & {M.SIZE, M.NUMBER})
        first = min((verdict.seen.column for verdict in verdicts), default=0)
        people = [v for v in verdicts if _are_people(v) or (v.seen.column == first and _are_unheaded_people(v))]
        return read_the_only(verdicts, people if ordered else [], M.PLAYER)
    if M.SIZE not in meanings:
        verdicts = read_the_only(verdicts, [v for v in verdicts if _is_sized(v)], M.SIZE)
    if M.DESIGN not in meanings:
        verdicts = read_the_only(verdicts, [v for v in verdicts if _names_what_is_wanted(v)], M.DESIGN)
    if M.NAME not in meanings:
        people = [verdict for verdict in verdicts if verdict.meaning in PERSON]
        verdicts = read_the_only(verdicts, [v for v in verdicts if _in_capitals(v, people)], M.NAME)
    return verdicts


def _names_what_is_wanted(verdict: Verdict) -> bool:
    """Whether each row has titles of the catalogue under a question of a form, and not of what somebody has: I need."""
    cells, heading = verdict.seen.profile, verdict.seen.heading
    if verdict.meaning is not M.IGNORED or verdict.fixed or not cells.filled == len(verdict.seen.cells) >= _FEW_NAMES:
        return False
    if fold(heading).strip(" .:") in _DESCRIPTIONS:
        return max(cells.catalogued, cells.speaks_of(*WORN)) >= _OFTEN
    asked = verdict.seen.sense.false_friend is Concept.PRESENCE and cells.catalogued == 1.0
    return asked and not says(heading, f"{ALREADY} {ELSEWHERE} {UNDONE}")


def _are_people(verdict: Verdict) -> bool:
    """Whether whole names stand under a word that is none of a person's, but of sport: Aktiv."""
    cells, said = verdict.seen.profile, verdict.seen.sense
    names = cells.share(T.FULL_NAME) >= _NEARLY_ALL and cells.distinct >= _NEARLY_ALL and cells.filled >= _FEW_NAMES
    return verdict.meaning is M.IGNORED and names and said.false_friend in _OF_SPORT and not verdict.fixed


def _are_unheaded_people(verdict: Verdict) -> bool:
    """Whether it is a column of names that nobody headed, beside others that are; who trains them may stand among them."""
    cells = verdict.seen.profile
    names = cells.share(T.NAME) >= _OFTEN and cells.share(T.FULL_NAME) >= _OFTEN and cells.distinct >= _NEARLY_ALL
    return (
        not verdict.seen.heading
        and verdict.meaning is M.IGNORED
        and names
        and cells.filled >= _FEWEST
        and not verdict.fixed
    )


def read_the_only(verdicts: tuple[Verdict, ...], rivals: Sequence[Verdict], meaning: Meaning) -> tuple[Verdict, ...]:
    """The verdicts with the only rival read, where it is plain."""
    if len(rivals) != 1:
        return verdicts
    read = replace(rivals[0], meaning=meaning, sure=False, ask=False, spoken=False, by_cells=True)
    return tuple(read if verdict is rivals[0] else verdict for verdict in verdicts)


def _is_unknown(verdict: Verdict) -> bool:
    return verdict.meaning is M.IGNORED and bool(verdict.seen.heading) and not (verdict.fixed or verdict.ask)


def _is_sized(verdict: Verdict) -> bool:
    """Whether sizes stand under a word for the cut or the variant: Fit over S, M and L."""
    cells = verdict.seen.profile
    letters = {value.upper().split()[-1] for value in cells.values if value.split()} & _LETTERS
    centimetres = {str(number) for number in cells.integers if number >= _SMALLEST_CM} & cells.values
    all_sized = cells.share(T.LETTER_SIZE) + (cells.share(T.NUMBER_SIZE) if centimetres else 0.0) >= _NEARLY_ALL
    sized = all_sized and len(letters) > 1
    cut = verdict.seen.sense.false_friend is Concept.CUT or Concept.DESIGN in verdict.seen.sense.concepts
    short = fold(verdict.seen.heading).strip(" .") == "t" and (sized or are_even_sizes(cells))  # talla, taille, taglia
    return verdict.meaning is M.IGNORED and ((cut and sized) or short) and not verdict.fixed


def _is_filled(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    return cells.filled >= max(_FEWEST, _MOSTLY * len(verdict.seen.cells))


def _in_capitals(verdict: Verdict, people: Sequence[Verdict]) -> bool:
    """Whether it holds in capitals what the people are called, who are not written in capitals."""
    cells: Profile = verdict.seen.profile
    capitals = cells.share(T.UPPER) >= _NEARLY_ALL and all(each.seen.profile.share(T.UPPER) <= _FEW for each in people)
    other = (
        verdict.seen.sense.known and verdict.seen.sense.false_friend is not Concept.PLAY
    )  # Stick: embroidered, or of hockey
    if not (_is_unknown(verdict) and not other and capitals and _is_filled(verdict)):
        return False
    called = zip(*(each.seen.cells for each in people), strict=True)
    pairs = [
        (fold(text), fold(" ".join(names))) for text, names in zip(verdict.seen.cells, called, strict=True) if text
    ]
    return sum(_is_within(text, name) for text, name in pairs) >= _OFTEN * len(pairs)  # a nickname now and then


def _is_within(text: str, name: str) -> bool:
    return text in name.split() or (len(text) >= _LETTERS_OF_A_PART and text in name)
