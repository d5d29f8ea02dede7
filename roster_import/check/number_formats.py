"""Numbers that the format of their cells shows with words: 7 as #7, 152 as Gr. 152, 2 as 2 Stück. Nobody typed those."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.meant.quantities import quantity_meant
from roster_import.check.meant.sizes import read_size
from roster_import.model.layout import Meaning
from roster_import.model.workbook import CellKind, Columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.workbook import Column, Sheet, Workbook

_WORDED = re.compile(r"(?:[^\W\d_]|[#№.:°º ])*+([0-9]+)(?:[^\W\d_]|[.° ])*+")
_OF_NUMBERS = frozenset({Meaning.NUMBER, Meaning.SIZE, Meaning.QUANTITY, Meaning.STORAGE_QUANTITY})


def with_bare_numbers(workbook: Workbook, layouts: Sequence[Layout]) -> Workbook:
    """The workbook with the bare numbers where the words around them say no more; each still `stands` as it is shown."""
    return replace(workbook, sheets=tuple(_sheet(sheet, layouts) for sheet in workbook.sheets))


def _sheet(sheet: Sheet, layouts: Sequence[Layout]) -> Sheet:
    columns = dict(sheet.columns)
    for layout in layouts:
        for column in layout.columns if layout.sheet == sheet.name else ():
            if column.meaning in _OF_NUMBERS and column.column in columns:
                columns[column.column] = _column(columns[column.column], layout.rows, column.meaning)
    changed = any(column is not sheet.columns[number] for number, column in columns.items())
    return replace(sheet, cells=Columns(columns.values())) if changed else sheet


def _column(column: Column, rows: Iterable[int], meaning: Meaning) -> Column:
    bare = {text: _bare(text, meaning) for text in column.distinct if not text.isdecimal()}
    if not any(bare.values()):
        return column
    worded = [row for row in rows if bare.get(column.texts.get(row, ""))]
    cells = {row: cell for row in worded if (cell := column.cell(row)).kind is CellKind.NUMBER}
    if not cells:
        return column
    odd = {row: replace(cell, text=bare[cell.text], stands=cell.text) for row, cell in cells.items()}
    texts = {row: cell.text for row, cell in odd.items()}
    return replace(column, texts={**column.texts, **texts}, odd={**column.odd, **odd})


def _bare(text: str, meaning: Meaning) -> str:
    """The number that a text is with words around it; nothing where the words may say something of it: 12 years, 2 pairs."""
    worded = _WORDED.fullmatch(text)
    number = worded[1] if worded else ""
    if meaning is Meaning.SIZE:
        return number if number and read_size(text) == read_size(number) is not None else ""
    if meaning in (Meaning.QUANTITY, Meaning.STORAGE_QUANTITY):
        return number if number and quantity_meant(text).choices == (number,) else ""
    return number
