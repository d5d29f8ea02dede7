"""Grids written as text, and layouts said in short, for the tests of recognition."""

from __future__ import annotations

from roster_import.model.layout import Layout, Meaning
from roster_import.model.workbook import Cell, Sheet, column_letter


def sheet_of(grid: str, name: str = "Sheet1") -> Sheet:
    """A sheet from lines of cells divided by `|`; empty lines are empty rows."""
    lines = grid.strip("\n").splitlines()
    cells = [
        Cell(row=row, column=column, text=text.strip())
        for row, line in enumerate(lines, start=1)
        for column, text in enumerate(line.split("|"), start=1)
        if text.strip()
    ]
    return Sheet(name=name, cells=tuple(cells))


def described(layout: Layout) -> dict[str, str]:
    return {
        column_letter(column.column): str(column.meaning) + (f" of {column.of}" if column.of else "")
        for column in layout.columns
        if column.meaning is not Meaning.IGNORED
    }
