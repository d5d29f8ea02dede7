"""A file's cells as a workbook of their own, for files that nothing can be added to: CSV, and the old formats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.model.workbook import FileFormat
from roster_import.write.ooxml.cells import NewSheet
from roster_import.write.ooxml.package import new_workbook

if TYPE_CHECKING:
    from roster_import.model.workbook import Sheet, Workbook


def can_be_added_to(workbook: Workbook) -> bool:
    """Whether something can be added to the user's own workbook."""
    return workbook.format in (FileFormat.XLSX, FileFormat.XLSM)


def copied(workbook: Workbook) -> bytes:
    """A workbook with the same cells as text, at their addresses."""
    return new_workbook([_copy(sheet) for sheet in workbook.sheets])


def copied_name(name: str) -> str:
    """What a sheet is called in the copy: Excel allows 31 characters, and some not at all."""
    return re.sub(r"[\\/*?:\[\]]", "-", name)[:31].strip("'") or "Roster"


def _copy(sheet: Sheet) -> NewSheet:
    rows = []
    for row in range(1, max(sheet.rows, default=0) + 1):
        cells = sheet.rows.get(row, {})
        rows.append(tuple(cells[at].text if at in cells else None for at in range(1, max(cells, default=0) + 1)))
    return NewSheet(name=copied_name(sheet.name), rows=tuple(rows), widths=_widths(sheet))


def _widths(sheet: Sheet) -> tuple[float, ...]:
    longest: dict[int, int] = {}
    for cell in sheet.cells:
        longest[cell.column] = max(longest.get(cell.column, 0), len(cell.text))
    return tuple(min(40.0, longest.get(at, 0) + 2.0) for at in range(1, max(longest, default=0) + 1))
