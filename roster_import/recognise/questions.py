"""What a person must decide about columns: the questions, and each as a problem that names the answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.language.messages import either, joined, listed, say, templates
from roster_import.model.layout import Candidate, Fate, Meaning, Question
from roster_import.model.problem import Place
from roster_import.model.sheets import ROSTER, heading_key
from roster_import.model.workbook import cell_address, column_letter
from roster_import.recognise.answers import OF_A_GARMENT
from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.headings import sense
from roster_import.recognise.keepers import marks_keepers
from roster_import.recognise.order_phrases import ALREADY, ELSEWHERE, EXTRA, says
from roster_import.recognise.order_words import is_about_the_order
from roster_import.recognise.verdicts import about, about_by_heading
from roster_import.recognise.which_of_several import says_wished
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roster_import.model.layout import ColumnReading
    from roster_import.model.problem import Problem
    from roster_import.recognise.sheets import SheetReading
    from roster_import.recognise.verdicts import Verdict

UNKNOWN = "column-unknown"
"""The code of the question about a column that nobody knows."""

M = Meaning
_SAMPLES = 3
_WORDS_OF_A_SENTENCE = 4
_OLD_OR_WISHED = frozenset({Concept.FORMER, Concept.RESERVED})
_COUNTS_OR_PRINTED = {M.NUMBER, M.IGNORED}
_MOST_CANDIDATES = 3
MEANINGS = templates(
    {
        M.PLAYER: "who the row is for",
        M.FIRST_NAME: "the first name",
        M.NAME_PREFIX: "what belongs before the last name",
        M.LAST_NAME: "the last name",
        M.NAME: "the name to print",
        M.NUMBER: "the number to print",
        M.SIZE: "the size",
        M.QUANTITY: "how many",
        M.DESIGN: "the design",
        M.LOGO: "a loose logo",
        M.STORAGE_QUANTITY: "loose logos for storage",
        M.ORDER: "the order it belongs to",
        M.TEAM: "the team",
        M.PLACEHOLDER: "the value of one logo",
        M.PRICE: "a price",
        M.PLAYER_NUMBER: "who the row is for, with the number to print",
        M.NAME_NUMBER: "the name and the number to print",
        M.SIZE_LIST: "garments with their sizes",
        M.PARTS: "several things, each with its name before it",
        M.HEADINGS: "the headings of the players beside it",
        M.ORDER_IF_YES: "which rows are ordered",
        M.SKIP_IF_YES: "which rows are not ordered",
        M.NAME_IF_YES: "whether the name is printed",
        M.NUMBER_IF_YES: "whether the number is printed",
        M.PRINT_IF_YES: "whether name and number are printed",
        M.IGNORED: "nothing that is ordered",
    }
)


def questions(reading: SheetReading) -> tuple[Question, ...]:
    """What must be asked about a sheet, in column order."""
    return tuple(_question(reading, verdict) for verdict in reading.verdicts if verdict.ask or verdict.answers)


def every_answer(column: ColumnReading) -> tuple[Candidate, ...]:
    """All that a column can be said to be instead of what it was taken for."""
    said = sense(column.heading)
    candidates = (
        Candidate(meaning=meaning, of=of)
        for meaning in Meaning
        for of in dict.fromkeys((about_by_heading(said, meaning), None))
        if meaning is not M.HEADINGS and (of or meaning is not M.PLACEHOLDER)
    )
    taken_for = (column.meaning, column.of)
    return tuple(in_words(each, counts=False) for each in candidates if (each.meaning, each.of) != taken_for)


def column_problem(question: Question) -> Problem:
    """The question as a problem: where, the readings, and the option that answers it."""
    if question.held:
        return _unknown(question)
    if question.counts:
        return _counting(question)
    first, second = question.candidates[0], question.candidates[1]
    key = question.key
    message = say(
        "On sheet {sheet}, {column} may mean {one} or {other}. Say which: --map "
        '"{key}={first}" or --map "{key}={second}".',
        sheet=question.sheet,
        column=_named(question),
        one=say(MEANINGS[first.meaning]),
        other=say(MEANINGS[second.meaning]),
        key=key,
        first=_told(first),
        second=_told(second),
    )
    return _place(question).error(
        "column-unclear", joined(message, *(_of_rival(question, key) for key in question.rivals))
    )


def _of_rival(question: Question, key: str) -> str:
    """What the answer is where another column is meant instead."""
    first = question.candidates[0]
    return say('If it is “{rival}” instead: --map "{rival}={told}".', rival=key, told=_told(first))


def _counting(question: Question) -> Problem:
    """Numbers that run on from row to row: printed, or only counting the players."""
    message = say(
        "On sheet {sheet}, the numbers of {column} run on from row to row ({samples} …): they may be the numbers to print, or "
        'only count the players. If they are printed: --map "{key}=number". If they only count the players: --map '
        '"{key}=ignored".',
        sheet=question.sheet,
        column=_column(question),
        samples=", ".join(question.samples),
        key=question.key,
    )
    return _place(question).error("column-unclear", message)


def _column(question: Question) -> str:
    if question.heading:
        return say("column {heading!r}", heading=question.heading)
    return say("column {letter}", letter=column_letter(question.column))


def _named(question: Question) -> str:
    if question.heading:
        return say('the heading "{heading}"', heading=question.heading)
    return say("column {letter}, which has no heading,", letter=column_letter(question.column))


def _place(question: Question) -> Place:
    row = question.heading_row
    cell = cell_address(row, question.column) if row else None
    return Place(sheet=question.sheet, cell=cell, row=row, column=question.heading or None)


def _unknown(question: Question) -> Problem:
    """A column that nobody knows: what stands in it, and each answer with the option that gives it."""
    orders = _are_orders(question)
    answers = [each for each in question.candidates if not (orders and each.meaning is M.DESIGN)]
    message = joined(
        say(
            "On sheet {sheet}, {column} holds {held}, and nothing says whether that changes the order.",
            sheet=question.sheet,
            column=_column(question),
            held=question.held,
        ),
        *dict.fromkeys(_answer(question, candidate) for candidate in answers),
        *([_write_apart()] if orders else []),
        *([_in_some_rows()] if _is_of_some_rows(question) else []),
        *([_of_one_garment(question)] if _is_of_one_garment(question) else []),
        *([_what_to_do_first(question)] if not orders and _leave_it_open(question, answers) else []),
    )
    return _place(question).error(UNKNOWN, message)


def _leave_it_open(question: Question, answers: Sequence[Candidate]) -> bool:
    """Whether no answer says what is wanted: there is none, or marks stand under a word that names no garment that there is."""
    garments = [each for each in answers if each.meaning is M.DESIGN and each.of]
    marked = len(garments) > 1 and not sense(question.heading).concepts & OF_A_GARMENT
    return marked or all(each.meaning is M.IGNORED for each in answers)


def _are_orders(question: Question) -> bool:
    """Whether most of what stands there are sentences that order something: Home shirt M, number 7, FOSTER please."""
    texts = [text for text in question.samples if traits(text.split()[0]).isdisjoint({Trait.YES_NO, Trait.MARK})]
    if any(each.meaning is M.SIZE_LIST for each in question.candidates):
        return False
    told = [len(text.split()) >= _WORDS_OF_A_SENTENCE and is_about_the_order(text) for text in texts]
    return sum(told) * 2 > len(told)


def _write_apart() -> str:
    headings = [column.heading for column in ROSTER.columns if column.key in ("name", "number", "size", "design")]
    return say(
        "Whole orders seem to stand there: write what each of them says into columns headed {headings}, one row per garment.",
        headings=listed(headings),
    )


def _is_of_some_rows(question: Question) -> bool:
    """Whether it is an old number, or one wished for, which may be right where the other column has none."""
    said = sense(question.heading)
    numbers = any(each.meaning is M.NUMBER for each in question.candidates)
    return numbers and (said.false_friend in _OLD_OR_WISHED or says_wished(question.heading))


def _is_of_one_garment(question: Question) -> bool:
    """Whether it says who has a garment beside the shirt already, and may want all else."""
    said = sense(question.heading)
    named = said.of is not None and not says(said.of, ALREADY)  # of Hat schon nobody wears a hat
    return named and Concept.OTHER_GARMENT in said.concepts and says(question.heading, ALREADY)


def _of_one_garment(question: Question) -> str:
    return say(
        "If those with a yes want all but {garment}, empty the cells of that in their rows first.",
        garment=sense(question.heading).of or question.heading,
    )


def _in_some_rows() -> str:
    return say("If it is right in some rows only, write it there into the column of the other numbers first.")


def _what_to_do_first(question: Question) -> str:
    """Where no answer says of words which rows are ordered: cancelled, has one already; or what they want: long sleeves."""
    if says(question.heading, EXTRA) and any(any(map(str.isdigit, text)) for text in question.samples):
        return say(
            "If it is how many more of what a row orders, write how many in all into a column headed Quantity first."
        )
    if sense(question.heading).concepts & OF_A_GARMENT or says(question.heading, ELSEWHERE):
        return say("If some of these rows need another garment for it, name that in their Design first.")
    if question.chooses:
        return say("If some of these rows are not to be ordered, delete them first.")
    return say("If something is to be different because of it, change the rows themselves first.")


def _told(candidate: Candidate) -> str:
    """The answer as the option gives it: what it means, and of which garment."""
    return f"{candidate.meaning.value}:{candidate.of}" if candidate.of else candidate.meaning.value


def _answer(question: Question, candidate: Candidate) -> str:
    """One answer, and how it is given."""
    given = {"key": question.key, "meaning": _told(candidate)}
    match candidate.meaning:
        case M.DESIGN if candidate.of and (ordered := _ordered_by_a_yes(question, candidate)):
            return ordered
        case M.IGNORED if marks_keepers(question.heading, question.candidates):
            return say(
                'If it only says who keeps goal, and a yes orders nothing by itself: --map "{key}={meaning}".', **given
            )
        case M.ORDER_IF_YES:
            return say('If only rows with a yes are ordered: --map "{key}={meaning}".', **given)
        case M.SKIP_IF_YES:
            return say('If rows with a yes are not ordered: --map "{key}={meaning}".', **given)
        case M.NAME_IF_YES:
            return say('If the name is printed only with a yes: --map "{key}={meaning}".', **given)
        case M.NUMBER_IF_YES:
            return say('If the number is printed only with a yes: --map "{key}={meaning}".', **given)
        case M.PRINT_IF_YES:
            return say('If name and number are printed only with a yes: --map "{key}={meaning}".', **given)
        case M.IGNORED:
            return say('If it changes nothing: --map "{key}={meaning}".', **given)
        case M.SIZE_LIST | M.PARTS:
            return say('If these are {what}: --map "{key}={meaning}".', what=say(MEANINGS[candidate.meaning]), **given)
        case _:
            return say('If it is {what}: --map "{key}={meaning}".', what=say(MEANINGS[candidate.meaning]), **given)


def _ordered_by_a_yes(question: Question, candidate: Candidate) -> str:
    """The answer that marks order a garment, or one of several; nothing where no marks stand there."""
    key, meaning = question.key, _told(candidate)
    garments = [each for each in question.candidates if each.meaning is M.DESIGN and each.of]
    if marks_keepers(question.heading, question.candidates):
        return say(
            'If a yes orders {title} as well as what the row orders anyway: --map "{key}={meaning}".',
            title=candidate.of,
            key=key,
            meaning=meaning,
        )
    if len(garments) > 1:
        return say(
            'If a yes orders {titles}, name it, or several with ; between: --map "{key}={meaning}".',
            titles=either([each.of or "" for each in garments]),
            key=key,
            meaning=_told(garments[0]),
        )
    if any(each.meaning is M.ORDER_IF_YES for each in question.candidates):
        return say('If a yes orders {title}: --map "{key}={meaning}".', title=candidate.of, key=key, meaning=meaning)
    return ""


def guesses(reading: SheetReading) -> Iterator[Problem]:
    """A warning for each column that was read by its cells alone."""
    row = reading.heading.row
    for verdict in reading.verdicts:
        if verdict.by_cells:
            heading = verdict.seen.heading
            cell = cell_address(row, verdict.seen.column) if row else None
            place = Place(sheet=reading.sheet.name, cell=cell, row=row, column=heading or None)
            yield place.warning("column-read-by-cells", _by_cells(reading, verdict))


def _by_cells(reading: SheetReading, verdict: Verdict) -> str:
    what = say(MEANINGS[verdict.meaning])
    if not verdict.seen.heading:
        return say(
            "On sheet {sheet}, column {letter}, which has no heading, is read as {what} by what stands in it. If it is something "
            "else, write headings above the players.",
            sheet=reading.sheet.name,
            letter=column_letter(verdict.seen.column),
            what=what,
        )
    return say(
        "On sheet {sheet}, column {heading!r} is read as {what} by what stands in it; its heading does not say so. If it "
        "is something else, change the heading to what it is.",
        sheet=reading.sheet.name,
        heading=verdict.seen.heading,
        what=what,
    )


def sizes_problem(reading: SheetReading) -> Problem | None:
    """That the same size heads two columns of counts, so that nobody can tell women's M from men's."""
    if not reading.sizes_twice:
        return None
    twice = reading.sizes_twice[0]
    letter, size, sheet = column_letter(twice.seen.column), twice.seen.heading, reading.sheet.name
    message = say(
        'On sheet {sheet}, size "{size}" heads column {letter} and a column before it: whose is whose cannot '
        'be seen. Say it in the headings, such as "Women {size}" and "Men {size}".',
        sheet=sheet,
        size=size,
        letter=letter,
    )
    row = reading.heading.row
    cell = cell_address(row, twice.seen.column) if row else None
    return Place(sheet=sheet, cell=cell, row=row, column=size).error("size-twice", message)


def _question(reading: SheetReading, verdict: Verdict) -> Question:
    filled = dict.fromkeys(cell for cell in verdict.seen.cells if cell)
    candidates = verdict.answers or _candidates(verdict)
    keepers = marks_keepers(verdict.seen.heading, candidates)
    counts = (
        not verdict.held
        and verdict.seen.profile.counter
        and {each.meaning for each in candidates} == _COUNTS_OR_PRINTED
    )
    return Question(
        sheet=reading.sheet.name,
        column=verdict.seen.column,
        heading=verdict.seen.heading,
        heading_row=reading.heading.row,
        samples=tuple(list(filled)[:_SAMPLES]),
        candidates=tuple(in_words(each, counts=counts, keepers=keepers) for each in candidates),
        held=verdict.held,
        counts=counts,
        chooses=verdict.chooses,
        key=_key(reading, verdict),
        rivals=tuple(_key(reading, rival) for rival in _rivals(reading, verdict)),
    )


def _key(reading: SheetReading, verdict: Verdict) -> str:
    return answer_key(verdict.seen.heading, verdict.seen.column, reading.heading.texts.values())


def _rivals(reading: SheetReading, verdict: Verdict) -> Iterator[Verdict]:
    """The columns that may be meant in its place, and are not asked about themselves."""
    for rival in reading.verdicts if not verdict.held else ():
        unasked = rival.fate is Fate.ASKED and not (rival.ask or rival.answers)
        if rival is not verdict and unasked and verdict.meaning in rival.seen.sense.points:
            yield rival


def answer_key(heading: str, column: int, headings: Iterable[str]) -> str:
    """What names a column in an answer: its heading, or its letter where that is empty or stands twice among these."""
    alone = [heading_key(text) for text in headings].count(heading_key(heading)) == 1
    return heading if heading and alone else column_letter(column)


def _candidates(verdict: Verdict) -> tuple[Candidate, ...]:
    likely: list[Meaning] = [verdict.meaning, *(meaning for meaning, points in verdict.readings if points > 0)]
    if verdict.meaning is M.IGNORED:
        likely.remove(M.IGNORED)  # that nothing is meant is not what is offered first
    kept = list(dict.fromkeys(likely))[:_MOST_CANDIDATES]
    if M.IGNORED not in kept:
        kept.append(M.IGNORED)
    return tuple(Candidate(meaning=meaning, of=about(verdict.seen, meaning)) for meaning in kept)


def in_words(candidate: Candidate, *, counts: bool, keepers: bool = False) -> Candidate:
    """The candidate with the words that say it to a person; `counts` as the question has it, `keepers`: as it marks those."""
    match candidate.meaning:
        case M.DESIGN if keepers and candidate.of:
            also = say("{title} as well as what the row orders anyway", title=candidate.of)
            return replace(candidate, words=also)
        case M.IGNORED if keepers:
            words = say("who keeps goal; a yes orders nothing by itself")
        case M.IGNORED if counts:
            words = say("nothing but the count of the players")
        case M.ORDER_IF_YES:
            words = say("only rows with a yes are ordered")
        case M.SKIP_IF_YES:
            words = say("rows with a yes are not ordered")
        case M.NAME_IF_YES:
            words = say("the name is printed only with a yes")
        case M.NUMBER_IF_YES:
            words = say("the number is printed only with a yes")
        case M.PRINT_IF_YES:
            words = say("name and number are printed only with a yes")
        case M.IGNORED:
            words = say("nothing that is ordered")
        case _:
            words = say(MEANINGS[candidate.meaning])
    return replace(candidate, words=joined(words, f"({candidate.of})") if candidate.of else words)
