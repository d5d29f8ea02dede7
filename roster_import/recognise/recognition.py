"""The sheets of a workbook that are rosters, and what remains to be asked about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.model import Problem
from roster_import.recognise.answers import Hints, Recognition
from roster_import.recognise.questions import column_problem, questions
from roster_import.recognise.sheets import SheetReading, read_sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from roster_import.model import Workbook

_ENOUGH = 1.0
_LISTS_ONLY_PEOPLE = 1.5


def recognise(workbook: Workbook, hints: Hints | None = None, *, skip: Collection[str] = ()) -> Recognition:
    """Find the rosters of a workbook and what each of their columns means.

    `skip` names sheets already known to be something else. Hidden sheets are not looked at unless `hints` name them.
    """
    told = hints or Hints()
    missing = [name for name in told.roster_sheets if workbook.sheet(name) is None]
    if missing:
        return Recognition(rosters=(), problems=tuple(_no_such_sheet(workbook, name) for name in missing))
    readings = [
        read_sheet(sheet, told)
        for sheet in workbook.sheets
        if (sheet.name in told.roster_sheets if told.roster_sheets else not sheet.hidden and sheet.name not in skip)
    ]
    chosen = _rosters(readings, forced=bool(told.roster_sheets))
    if not chosen:
        return Recognition(rosters=(), problems=(_roster_missing(readings),))
    asked = tuple(question for reading in chosen for question in questions(reading))
    return Recognition(
        rosters=tuple(layout for reading in chosen for layout in reading.layouts),
        problems=tuple(map(column_problem, asked)),
        questions=asked,
    )


def _rosters(readings: Sequence[SheetReading], *, forced: bool) -> list[SheetReading]:
    """The readings that are rosters, the best first, the others as they stand in the file."""
    chosen = [reading for reading in readings if reading.worth >= _ENOUGH or forced]
    if not chosen:
        return []
    best = max(chosen, key=lambda reading: reading.worth)
    if best.worth > _LISTS_ONLY_PEOPLE + 0.5 and not forced:
        chosen = [reading for reading in chosen if reading.worth > _LISTS_ONLY_PEOPLE]
    return [best, *(reading for reading in chosen if reading is not best)]


def _no_such_sheet(workbook: Workbook, name: str) -> Problem:
    names = ", ".join(f'"{sheet.name}"' for sheet in workbook.sheets)
    return Problem(
        level="error",
        code="sheet-missing",
        message=f'There is no sheet "{name}" in this file. Its sheets are: {names}.',
        value=name,
    )


def _roster_missing(readings: Sequence[SheetReading]) -> Problem:
    looked = ", ".join(f'"{reading.sheet.name}"' for reading in readings) or "no sheet"
    return Problem(
        level="error",
        code="roster-missing",
        message=(
            f"No roster was found. Looked at: {looked}. A roster is a table with one row per player or garment and a "
            "heading above it, such as Name, Number, Size. Add the headings, or copy the players into the template "
            "(roster-import template)."
        ),
    )
