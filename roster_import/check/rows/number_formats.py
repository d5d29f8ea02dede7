"""Numbers that the format of their cells shows with words: 7 as #7, 152 as Gr. 152, 2 as 2 Stück. Nobody typed those."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.meant.quantities import quantity_meant
from roster_import.check.meant.sizes import read_size
from roster_import.model.layout import Meaning
from roster_import.model.workbook import CellKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.model.workbook import Column

_WORDED = re.compile(r"(?:[^\W\d_]|[#№.:°º ])*+([0-9]+)(?:[^\W\d_]|[.° ])*+")
OF_NUMBERS = frozenset({Meaning.NUMBER, Meaning.SIZE, Meaning.QUANTITY, Meaning.STORAGE_QUANTITY})
"""What a column means whose numbers are ordered by."""


def without_words(column: Column, rows: Iterable[int], meaning: Meaning) -> Column:
    """The column with the bare numbers where the words around them say no more; each still `stands` as it is shown."""
    bare = {text: _bare(text, meaning) for text in column.distinct if not text.isdecimal()}
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
