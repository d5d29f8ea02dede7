"""What stands on the Logos sheet and is not ordered: columns that nobody knows, or without a heading, and those given twice."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from roster_import.check.unused_columns import unused_columns
from roster_import.language.messages import listed, say, say_n
from roster_import.model.sheets import LOGOS, column_by_heading
from roster_import.model.workbook import at_cell, column_letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.recognised import Recognised
    from roster_import.check.unused_columns import UnusedColumn
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet

_MOST_CELLS = 3  # that are named


def unused_logo_columns(recognised: Recognised) -> Iterator[Problem]:
    """A warning for each column of the Logos sheet that is not used, an error where one says otherwise than what is."""
    logos = recognised.others.logos
    sheet = recognised.data.sheet(logos.sheet) if logos else None
    if logos is None or sheet is None:
        return
    for column in unused_columns(sheet, logos.heading_row, column_by_heading(LOGOS.columns)):
        if column.heading and column.again:
            yield from _twice(sheet, column, column.heading, column.again[1])
        else:
            yield _unused(sheet, column)


def _unused(sheet: Sheet, column: UnusedColumn) -> Problem:
    if column.heading is None:
        message = say(
            "No heading stands above {cells}, so nothing is ordered by that. Head the column as the Logos sheet is headed, or "
            "empty it.",
            cells=_named(column.cells),
        )
        return at_cell(sheet.name, column.cells[0]).warning("column-unused", message)
    message = say(
        "{heading!r} is no column of the Logos sheet, so nothing is ordered by what stands beneath: {cells}. What is meant "
        "goes under Logo, Quantity, Text or Number.",
        heading=column.heading.text,
        cells=_named(column.cells),
    )
    return at_cell(sheet.name, column.heading, column.heading.text).warning("column-unused", message)


def _named(cells: Sequence[Cell]) -> str:
    shown = [say("{text!r} ({address})", text=cell.text, address=cell.address) for cell in cells[:_MOST_CELLS]]
    more = len(cells) - len(shown)
    return listed([*shown, say_n("{count} more", "{count} more", more)] if more else shown)


def _twice(sheet: Sheet, column: UnusedColumn, heading: Cell, first: Cell) -> Iterator[Problem]:
    """An error at the first cell of a second column for the same that says something else."""
    for cell, _ in islice(column.differing(sheet), 1):
        message = say(
            "Columns {one} and {other} of the Logos sheet mean the same ({first!r}, {heading!r}) and say different things: "
            "{address} is {value!r}. Only one can be meant: empty the other.",
            one=column_letter(first.column),
            other=column_letter(cell.column),
            first=first.text,
            heading=heading.text,
            address=cell.address,
            value=cell.text,
        )
        yield at_cell(sheet.name, cell, heading.text).error("column-twice", message)
