"""Cells merged over several rows: whose the rows are and what they order, as a spreadsheet shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import PERSON, SAYS_WHETHER_PRINTED, Meaning
from roster_import.model.order import LogoKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Layout
    from roster_import.model.workbook import Cell, Column

_OF_EVERYBODY = frozenset(
    {Meaning.TEAM, Meaning.DESIGN, Meaning.SIZE, Meaning.ORDER_IF_YES, Meaning.SKIP_IF_YES, *SAYS_WHETHER_PRINTED}
)
_OF_A_PERSON = frozenset({*PERSON, Meaning.NAME_PREFIX, Meaning.NAME})
_PRINTED = ((Meaning.NAME, LogoKind.NAME), (Meaning.NUMBER, LogoKind.NUMBER))


def filled_down(columns: Mapping[int, Column], layout: Layout, catalogue: Catalogue) -> dict[int, Column]:
    """The columns, where a cell merged downwards says the same of each row it reaches.

    Team, design, size, and whether a row is ordered or printed, do so for whoever stands there; a name or a number only where
    the person is merged down, too, so that nobody else's shirt gets it, and only on garments that have a place for it, if one
    of these rows orders such a one.
    """
    filled = dict(columns)
    for number in _columns_of(layout, _OF_EVERYBODY, columns):
        filled[number] = _filled(columns[number], set(layout.rows))
    same = rows_of_the_same_person(columns, layout)
    for number in _columns_of(layout, {*_OF_A_PERSON, Meaning.NUMBER}, columns) if same else ():
        filled[number] = _filled(columns[number], same)
    for meaning, kind in _PRINTED if same else ():
        for number in _columns_of(layout, {meaning}, filled):
            filled[number] = _where_printed(filled[number], layout, _Garments(filled, layout, catalogue, kind))
    return filled


def _columns_of(layout: Layout, meanings: Collection[Meaning], columns: Mapping[int, Column]) -> Iterator[int]:
    return (each.column for each in layout.columns if each.meaning in meanings and each.column in columns)


def _reaching_down(column: Column) -> Iterator[tuple[Cell, range]]:
    """The cells merged downwards, each with the rows below it that it covers."""
    for cell in column.odd.values():
        if cell.merged is not None and cell.merged[0] > cell.row:
            yield cell, range(cell.row + 1, cell.merged[0] + 1)


def rows_of_the_same_person(columns: Mapping[int, Column], layout: Layout) -> set[int]:
    """The rows that a merged cell with a person reaches down to, and that name nobody of their own."""
    people = [columns[number] for number in _columns_of(layout, _OF_A_PERSON, columns)]
    reached = {row for column in people for _, rows in _reaching_down(column) for row in rows}
    return {row for row in reached.intersection(layout.rows) if not any(row in column.texts for column in people)}


def _filled(column: Column, rows: Collection[int]) -> Column:
    texts, odd = dict(column.texts), dict(column.odd)
    for cell, below in _reaching_down(column):
        for row in set(below).intersection(rows) - texts.keys():
            texts[row], odd[row] = cell.text, cell
    return replace(column, texts=texts, odd=odd)


class _Garments:
    """Which rows order garments that are known to have no place for a name, or for a number."""

    def __init__(self, columns: Mapping[int, Column], layout: Layout, catalogue: Catalogue, kind: LogoKind) -> None:
        self._designs = [columns[number] for number in _columns_of(layout, {Meaning.DESIGN}, columns)]
        self._catalogue, self._kind = catalogue, kind

    def without_place(self, rows: Iterable[int]) -> set[int]:
        return {row for row in rows if self._lacks(row)}

    def _lacks(self, row: int) -> bool:
        titles = [title for column in self._designs for title in split_items(column.texts.get(row, ""))]
        known = [ref for title in titles if not isinstance(ref := self._catalogue.design(title), Unresolved)]
        return bool(known) and len(self._catalogue.without_place(known, self._kind)) == len(titles)


def _where_printed(column: Column, layout: Layout, garments: _Garments) -> Column:
    """The column, without what the rows of one person say again on a garment that cannot carry it beside one that can."""
    muted: set[int] = set()
    for cell, below in _reaching_down(column):
        rows = [row for row in (cell.row, *below) if row in column.texts and row in set(layout.rows)]
        without = garments.without_place(rows)
        muted |= without if len(without) < len(rows) else set()
    texts = {row: text for row, text in column.texts.items() if row not in muted}
    odd = {row: cell for row, cell in column.odd.items() if row not in muted}
    return replace(column, texts=texts, odd=odd) if muted else column
