"""Name and number in one cell, as in `7 Hansen`, where no column has the numbers: never taken apart in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.workbook import at_cell, column_letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_PEOPLE = (Meaning.NAME, Meaning.PLAYER, Meaning.LAST_NAME, Meaning.FIRST_NAME)
_NAME = r"(?P<name>[^\W\d_][^\d]*?)"
_NUMBER = r"(?P<number>[0-9]{1,3})"
_BESIDE = r"(?:\s*[(\[][^()\[\]]*[)\]])?"
_BEFORE = re.compile(rf"(?:#|№|nr\.?|no\.?)?\s*{_NUMBER}\s*[-–—.:)/,|]?\s*{_NAME}{_BESIDE}", re.IGNORECASE)
_BEHIND = re.compile(rf"{_NAME}\s*[-–—:/,|(]?\s*(?:#|№|nr\.?|no\.?)?\s*{_NUMBER}\)?{_BESIDE}", re.IGNORECASE)
_FEWEST = 3
_MOSTLY = 0.6  # of the filled cells; and of the names, how many differ: "Player 1, Player 2" are no names


def names_with_numbers(workbook: Workbook, layouts: Sequence[Layout]) -> Iterator[Problem]:
    """An error for each roster whose people's cells hold a number too, while no column does."""
    for layout in layouts:
        sheet = workbook.sheet(layout.sheet)
        if sheet is None or any(column.meaning is Meaning.NUMBER for column in layout.columns):
            continue
        columns = (column for meaning in _PEOPLE for column in layout.columns if column.meaning is meaning)
        yield from (problem for column in columns if (problem := _problem(sheet, layout, column)))


def taken_apart(text: str) -> tuple[str, str] | None:
    """The name and the number of a cell that holds both and nothing else but a remark in brackets."""
    found = _BEFORE.fullmatch(text) or _BEHIND.fullmatch(text)
    return (found["name"].strip(" -–—.:/,|"), found["number"]) if found else None


def _problem(sheet: Sheet, layout: Layout, column: ColumnReading) -> Problem | None:
    cells = [cell for row in layout.rows if (cell := sheet.rows.get(row, {}).get(column.column)) and cell.text]
    both = [(cell, apart) for cell in cells if (apart := taken_apart(cell.text))]
    different = {name.casefold() for _, (name, _) in both}
    if len(both) < max(_FEWEST, _MOSTLY * len(cells)) or len(different) < _MOSTLY * len(both):
        return None
    cell, (name, number) = both[0]
    return _said(layout, column, cell, name, number)


def _said(layout: Layout, column: ColumnReading, cell: Cell, name: str, number: str) -> Problem:
    message = say(
        "In {column} a name and a number stand in one cell, and no column has the numbers alone: {value!r} may be {name!r} with "
        "number {number}. Add a column headed Number, and divide the cells over the two. If the digits belong to the names, "
        "leave the new column empty.",
        column=say("column {heading!r}", heading=column.heading or column_letter(column.column)),
        value=cell.text,
        name=name,
        number=number,
    )
    return at_cell(layout.sheet, cell, column.heading).error("name-with-number", message)
