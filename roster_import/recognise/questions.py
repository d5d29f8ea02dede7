"""The questions that cannot be decided without a person, in words a coach understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say, templates
from roster_import.model.layout import Candidate, Meaning, Question
from roster_import.model.problem import Place
from roster_import.model.workbook import column_letter
from roster_import.recognise.verdicts import about

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.problem import Problem
    from roster_import.recognise.sheets import SheetReading
    from roster_import.recognise.verdicts import Verdict

M = Meaning
_SAMPLES = 3
_MOST_CANDIDATES = 3
_WORDS = templates(
    {
        M.PLAYER: "who the row is for",
        M.FIRST_NAME: "the first name",
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
        M.IGNORED: "nothing that is ordered",
    }
)


def questions(reading: SheetReading) -> tuple[Question, ...]:
    """What must be asked about a sheet, in column order."""
    return tuple(_question(reading, verdict) for verdict in reading.verdicts if verdict.ask)


def column_problem(question: Question) -> Problem:
    """The question as a problem: where, the readings, and the option that answers it."""
    first, second = question.candidates[0], question.candidates[1]
    letter = column_letter(question.column)
    named = (
        say('the heading "{heading}"', heading=question.heading)
        if question.heading
        else say("column {letter}, which has no heading,", letter=letter)
    )
    key = question.heading or letter
    message = say(
        "On sheet {sheet}, {column} may mean {one} or {other}. Say which: --map "
        '"{key}={first}" or --map "{key}={second}".',
        sheet=question.sheet,
        column=named,
        one=say(_WORDS[first.meaning]),
        other=say(_WORDS[second.meaning]),
        key=key,
        first=first.meaning.value,
        second=second.meaning.value,
    )
    row = question.heading_row
    place = Place(
        sheet=question.sheet, cell=f"{letter}{row}" if row else None, row=row, column=question.heading or None
    )
    return place.error("column-unclear", message)


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
    return Place(sheet=sheet, cell=f"{letter}{row}", row=row, column=size).error("size-twice", message)


def _question(reading: SheetReading, verdict: Verdict) -> Question:
    filled = dict.fromkeys(cell for cell in verdict.seen.cells if cell)
    return Question(
        sheet=reading.sheet.name,
        column=verdict.seen.column,
        heading=verdict.seen.heading,
        heading_row=reading.heading.row,
        fingerprint=reading.fingerprint,
        samples=tuple(list(filled)[:_SAMPLES]),
        candidates=_candidates(verdict),
    )


def _candidates(verdict: Verdict) -> tuple[Candidate, ...]:
    meanings: Sequence[Meaning] = [verdict.meaning, *(meaning for meaning, points in verdict.readings if points > 0)]
    kept = list(dict.fromkeys(meanings))[:_MOST_CANDIDATES]
    if M.IGNORED not in kept:
        kept.append(M.IGNORED)
    return tuple(Candidate(meaning=meaning, of=about(verdict.seen, meaning)) for meaning in kept)
