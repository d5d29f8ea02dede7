"""Crosses beside ticks: where a column has both, ✘ is a no, and of an x nobody can tell which of the two it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import SAYS_WHETHER_PRINTED, Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.workbook import Column

_TICKS = frozenset("✓✔☑✅√○◯〇")
_CROSSES = frozenset("✗✘✕✖×❌❎")
_EITHER = frozenset("xX☒")  # a cross as one writes it, and what is put into a box
_NO, _UNCLEAR = "–", "?"
_EMOJI = "\ufe0f"  # behind a sign: as a picture, ✔️
_CHOOSES = frozenset({Meaning.ORDER_IF_YES, Meaning.SKIP_IF_YES, *SAYS_WHETHER_PRINTED})


def with_crosses_read(columns: Mapping[int, Column], layout: Layout) -> dict[int, Column]:
    """The columns; under a garment, or where rows are chosen, those with ticks have a no in place of each cross."""
    marked = {each.column for each in layout.columns if _is_marked(each)}
    return {number: _read(held, layout.rows) if number in marked else held for number, held in columns.items()}


def _is_marked(column: ColumnReading) -> bool:
    of_garment = column.meaning in (Meaning.DESIGN, Meaning.QUANTITY) and bool(column.of)
    return of_garment or column.meaning in _CHOOSES


def _read(column: Column, rows: Sequence[int]) -> Column:
    signs = {row: text.strip(_EMOJI) for row in rows if len(text := column.texts.get(row, "")) in (1, 2)}
    if _TICKS.isdisjoint(signs.values()):
        return column
    meant = {
        row: replace(column.cell(row), text=_NO if sign in _CROSSES else _UNCLEAR, stands=column.texts[row])
        for row, sign in signs.items()
        if sign in _CROSSES or sign in _EITHER
    }
    texts = {row: cell.text for row, cell in meant.items()}
    return replace(column, texts={**column.texts, **texts}, odd={**column.odd, **meant})
