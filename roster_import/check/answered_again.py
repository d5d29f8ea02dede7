"""A form that one person filled in twice: the answers differ, and the time they were sent at says which came later.

Without time stamps two rows of one person may both be meant, and are only pointed out (`rules.people`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.check.rules.vocabulary import is_role, words
from roster_import.language.messages import say
from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import cell_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import Layout
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet, Workbook

_DATE_AND_TIME = re.compile(
    r"(\d{1,4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,4})[,T\s]\D{0,6}(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?[\d.,]*\s?([ap])?",
    re.IGNORECASE,
)
_OF_ONE_PERSON = frozenset({"player-two-sizes", "player-two-numbers"})
_MOSTLY = 0.8  # of the filled cells
_FEWEST = 2
_MONTHS = 12
_Moment = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """One row of a form, as it was sent."""

    row: RosterRow
    line: Line
    label: str
    sent: _Moment
    time: str  # as the cell says it


def answered_again(
    workbook: Workbook,
    layouts: Sequence[Layout],
    rows: Sequence[RosterRow],
    lines: Sequence[Line],
    teams: Mapping[str, str | None],
) -> tuple[Problem, ...]:
    """`answered-again`: an error at every later answer of one person for one design that differs from the one before.

    `lines[i]` is the line of `rows[i]`; `teams` names the team of a sheet. What is set aside by an answer tells no time.
    """
    times = {layout.sheet: told for layout in layouts if (told := _times(workbook, layout))}
    given: dict[tuple[str, ...], list[_Answer]] = {}
    for row, line in zip(rows, lines, strict=True) if times else ():
        sent, time = times.get(row.sheet, {}).get(row.row, ((), ""))
        if sent and _names_a_person(line.player or line.name):
            who = " ".join(sorted(words(line.player or line.name)))
            team = row.text(Meaning.TEAM) or teams.get(row.sheet) or ""
            for design in line.designs:
                answer = _Answer(row=row, line=line, label=design.label, sent=sent, time=time)
                key = (row.sheet, line.reference, team.casefold(), design.label.casefold(), who)
                given.setdefault(key, []).append(answer)
    return tuple(problem for answers in given.values() for problem in _differing(answers))


def without_said(warned: Iterable[Problem], again: Sequence[Problem]) -> Iterator[Problem]:
    """The warnings without those that say of the same rows that one person stands there twice."""
    said = {
        (problem.sheet, row) for problem in again for row in (problem.row, *(origin.row for origin in problem.also))
    }
    return (
        problem for problem in warned if problem.code not in _OF_ONE_PERSON or (problem.sheet, problem.row) not in said
    )


def _names_a_person(who: str) -> bool:
    """Whether it is a name that two people hardly share: two children may be called Lucas."""
    said = words(who)
    return len(said) > 1 and not any(map(is_role, said))


def _differing(answers: Sequence[_Answer]) -> Iterator[Problem]:
    in_time = sorted(answers, key=lambda answer: answer.sent)
    for before, after in pairwise(in_time):
        meaning = _difference(before.line, after.line)
        if meaning and before.sent < after.sent and before.row.row != after.row.row:
            yield _sent_twice(before, after, meaning)


def _difference(before: Line, after: Line) -> Meaning | None:
    if before.size.casefold() != after.size.casefold():
        return Meaning.SIZE
    if before.number != after.number:
        return Meaning.NUMBER
    return Meaning.NAME if before.name != after.name else None


def _sent_twice(before: _Answer, after: _Answer, meaning: Meaning) -> Problem:
    message = say(
        "{who} sent an answer for {label} twice: row {first} says {before} at {place} ({first_time}), and row {row}, which is "
        "later, says {after} ({time}). Delete the row that no longer counts; if both are meant, empty the time in one of them.",
        who=after.line.player or after.line.name,
        label=after.label,
        first=before.row.row,
        before=_said(before.line, meaning),
        place=_place(before.row, meaning),
        first_time=before.time,
        row=after.row.row,
        after=_said(after.line, meaning),
        time=after.time,
    )
    return after.row.problem("answered-again", message, meaning, rows=(before.row, after.row))


def _place(row: RosterRow, meaning: Meaning) -> str:
    cell, column = row.cells.get(meaning), row.columns.get(meaning)
    return cell.address if cell else cell_address(row.row, column.column if column else 1)


def _said(line: Line, meaning: Meaning) -> str:
    if meaning is Meaning.SIZE:
        return say("size {size}", size=line.size)
    if meaning is Meaning.NUMBER:
        return say("number {number}", number=line.number) if line.number else say("no number")
    return say('"{heading}"', heading=line.name) if line.name else say("no name")


# --------------------------------------------------------------------------------------------------------------- times


def _times(workbook: Workbook, layout: Layout) -> Mapping[int, tuple[_Moment, str]]:
    """Row -> when it was sent, and the cell's words; by the last column that holds the day and the time of day."""
    sheet = workbook.sheet(layout.sheet)
    columns = [column.column for column in layout.columns if column.fate is Fate.NO_PART]
    told = (_read_times(sheet, column, layout.rows) for column in reversed(columns)) if sheet else iter(())
    return next(filter(None, told), {})


def _read_times(sheet: Sheet, column: int, rows: Sequence[int]) -> Mapping[int, tuple[_Moment, str]]:
    texts = {row: text for row in rows if (text := sheet.text(row, column))}
    read = {row: match for row, text in texts.items() if (match := _DATE_AND_TIME.match(text))}
    if len(read) < max(_FEWEST, _MOSTLY * len(texts)):
        return {}
    parts = {row: [int(part or 0) for part in match.groups()[:6]] for row, match in read.items()}
    moments = {by: {row: _moment(parts[row], read[row][7], by_month=by) for row in read} for by in (False, True)}
    by_month = _month_first(list(parts.values()), *(list(moments[by].values()) for by in (False, True)))
    return {row: (moments[by_month][row], texts[row]) for row in read}


def _month_first(parts: Sequence[Sequence[int]], as_days: Sequence[_Moment], as_months: Sequence[_Moment]) -> bool:
    """Whether the month stands before the day, as in 10/25/2026; where no day tells, answers stand as they came in."""
    if any(second > _MONTHS for _, second, *_ in parts) or any(first > _MONTHS for first, *_ in parts):
        return any(second > _MONTHS for _, second, *_ in parts)
    return sorted(as_months) == list(as_months) and sorted(as_days) != list(as_days)


def _moment(parts: Sequence[int], half: str | None, *, by_month: bool) -> _Moment:
    first, second, third, hour, *rest = parts
    year_first = first > 31
    day = (first, second, third) if year_first else (third, first, second) if by_month else (third, second, first)
    if half:
        hour = hour % 12 + (12 if half.casefold() == "p" else 0)
    return (*day, hour, *rest)
