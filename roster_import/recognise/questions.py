"""What a person must decide about columns: the questions, and each as a problem that names the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import joined, listed, say
from roster_import.model.layout import Candidate, Fate, Meaning, Question
from roster_import.model.problem import Place
from roster_import.model.sheets import ROSTER, heading_key
from roster_import.model.workbook import cell_address, column_letter
from roster_import.recognise.answer_sentences import MEANINGS, answer_sentence, in_words, told, what_to_do_first
from roster_import.recognise.answers import OF_A_GARMENT
from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.headings import sense
from roster_import.recognise.keepers import marks_keepers
from roster_import.recognise.number_words import season
from roster_import.recognise.order_phrases import ALREADY, says
from roster_import.recognise.order_words import is_about_the_order
from roster_import.recognise.verdicts import about, about_by_heading
from roster_import.recognise.which_of_several import says_changed, says_wished
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
        first=told(first),
        second=told(second),
    )
    return _place(question).error(
        "column-unclear", joined(message, *(_of_rival(question, key) for key in question.rivals))
    )


def _of_rival(question: Question, key: str) -> str:
    """What the answer is where another column is meant instead."""
    first = question.candidates[0]
    return say('If it is “{rival}” instead: --map "{rival}={told}".', rival=key, told=told(first))


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
        *dict.fromkeys(answer_sentence(question, candidate) for candidate in answers),
        *([_write_apart()] if orders else []),
        *([_in_some_rows()] if _is_of_some_rows(question) else []),
        *([_of_one_garment(question)] if _is_of_one_garment(question) else []),
        *(
            [what_to_do_first(question), _after_that(question)]
            if not orders and _leave_it_open(question, answers)
            else []
        ),
    )
    return _place(question).error(UNKNOWN, message)


def _after_that(question: Question) -> str:
    return say('After that: --map "{key}=ignored".', key=question.key)


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
    newer = says_changed(question.heading) or season(question.heading) is not None  # Nr 2025 beside Nr 2026 (om nytt)
    return numbers and (said.false_friend in _OLD_OR_WISHED or says_wished(question.heading) or newer)


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
        designs=next(
            (v.seen.heading for v in reading.verdicts if v.meaning is M.DESIGN and v.of is None and not v.ask), ""
        ),
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
