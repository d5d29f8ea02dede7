"""Merged cells filled down, for what a person merges for many rows: a team, a design, a size. Never a name or number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.layout import Layout
    from roster_import.model.workbook import Cell, Sheet

_FILLED_DOWN = frozenset({Meaning.TEAM, Meaning.DESIGN, Meaning.SIZE})


def cells_of_rows(sheet: Sheet, layout: Layout) -> Mapping[int, Mapping[int, Cell]]:
    """Row -> column -> cell for the data rows. A cell filled down keeps the address of the merged range's first."""
    found = {row: dict(sheet.rows.get(row, {})) for row in layout.rows}
    filled = {column.column for column in layout.columns if column.meaning in _FILLED_DOWN}
    for cell in sheet.cells:
        if cell.merged is None or cell.column not in filled:
            continue
        for row in found.keys() & set(range(cell.row + 1, cell.merged[0] + 1)):
            found[row].setdefault(cell.column, cell)
    return found
