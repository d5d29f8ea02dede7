"""The filled columns of a table with known headings that are not read: under another heading, under none, or under one again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.model.sheets import heading_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.model.sheets import Column as KnownColumn
    from roster_import.model.workbook import Cell, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedColumn:
    """A column that is not read: its heading, if it has one, and the cells beneath.

    `again` is what it means by its heading, and the heading that means the same and is read.
    """

    heading: Cell | None
    cells: tuple[Cell, ...]
    again: tuple[str, Cell] | None = None

    def differing(self, sheet: Sheet) -> Iterator[tuple[Cell, Cell | None]]:
        """Its cells that say something else than the column that is read, each beside what that says."""
        _, first = self.again or ("", None)
        pairs = ((cell, sheet.rows[cell.row].get(first.column)) for cell in self.cells if first)
        return ((cell, told) for cell, told in pairs if told is None or told.text != cell.text)


def unused_columns(sheet: Sheet, heading_row: int, known: Mapping[str, KnownColumn]) -> Iterator[UnusedColumn]:
    """Every filled column beneath a row of headings that is none of the known ones, or such a one a second time."""
    used: dict[str, Cell] = {}
    for number, column in sheet.columns.items():
        heading = sheet.rows[heading_row].get(number)
        label = known.get(heading_key(heading.text)) if heading else None
        first = used.setdefault(label.key, heading) if label and heading else None
        cells = tuple(column.cell(row) for row, text in column.texts.items() if text and row > heading_row)
        if cells and (first is None or first is not heading):
            yield UnusedColumn(heading=heading, cells=cells, again=(label.key, first) if label and first else None)
