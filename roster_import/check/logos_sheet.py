"""The Logos sheet: loose items that belong to no row of a roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.row import RosterRow
from roster_import.model.layout import Layout, LayoutKind, Meaning

if TYPE_CHECKING:
    from roster_import.model.layout import ColumnReading
    from roster_import.model.workbook import Cell
    from roster_import.recognise.other_sheets import Table


def logos_layout(table: Table | None) -> tuple[Layout, ...]:
    """The Logos sheet as a layout, for finding its cells."""
    if table is None:
        return ()
    rows = tuple(min(cell.row for cell in row.values()) for row in table.rows)
    columns = tuple(_reading(key, cell) for key, cell in table.columns.items())
    return (Layout(sheet=table.sheet, heading_row=None, kind=LayoutKind.LONG, columns=columns, rows=rows),)


_LOGO_MEANINGS = {
    "logo": Meaning.LOGO,
    "quantity": Meaning.QUANTITY,
    "storage-quantity": Meaning.STORAGE_QUANTITY,
    "text": Meaning.NAME,
    "number": Meaning.NUMBER,
    "order": Meaning.ORDER,
}


def logo_rows(table: Table | None) -> list[RosterRow]:
    """The rows of the Logos sheet, as rows that have a Logo but no design; Text stands where a roster has its Name."""
    if table is None:
        return []
    columns = {_LOGO_MEANINGS[key]: _reading(key, cell) for key, cell in table.columns.items()}
    return [
        RosterRow(
            sheet=table.sheet,
            row=min(cell.row for cell in row.values()),
            cells={_LOGO_MEANINGS[key]: cell for key, cell in row.items()},
            columns=columns,
        )
        for row in table.rows
    ]


def _reading(key: str, heading: Cell) -> ColumnReading:
    from roster_import.model.layout import ColumnReading

    return ColumnReading(column=heading.column, heading=heading.text, meaning=_LOGO_MEANINGS[key])
