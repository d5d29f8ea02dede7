"""The cells of a layout's rows as they are ordered from: merged ones filled down, titles as they were said to mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from roster_import.check.rows.joined_across import filled_across
from roster_import.check.rows.merged_down import filled_down
from roster_import.check.rows.name_and_number import JOINED
from roster_import.check.rows.ticks import with_crosses_read
from roster_import.model.by_column import gathered
from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import Meaning
from roster_import.model.sheets import heading_key

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from roster_import.check.rows.column_plans import Plan
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Layout
    from roster_import.model.workbook import Cell, Column, Sheet

# What these hold goes into a roster row as it stands, and decides nothing but by being there.
_PASSED_ON = frozenset(
    {Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.NAME_PREFIX, Meaning.LAST_NAME, Meaning.NAME, Meaning.NUMBER}
    | {Meaning.TEAM, Meaning.ORDER, Meaning.PLACEHOLDER, Meaning.STORAGE_QUANTITY, Meaning.PRICE}
) - frozenset(JOINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellsOfRows:
    """The columns of a sheet as the rows of one layout are read by: a cell filled down keeps its own address."""

    columns: Mapping[int, Column]
    plan: Plan
    catalogue: Catalogue
    titles: Mapping[str, str] = field(default_factory=dict)

    def of(self, row: int) -> Mapping[int, Cell]:
        """Column -> cell of one row."""
        cells = {number: column.cell(row) for number, column in self.columns.items() if row in column.texts}
        return _with_one_design(cells, self.plan, self.catalogue) if len(self.plan.designs) > 1 else cells

    def alike(self, rows: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """The rows in groups that say the same of what is wanted, and differ in no more than whose it is; in their order.

        >>> [*cells.alike((4, 5, 6))]  # 5 is of another size
        [(4, 6), (5,)]
        """
        used = [(each, self.columns[each.column]) for each in self.plan.used if each.column in self.columns]
        said = [_said(column, rows, passed_on=each.meaning in _PASSED_ON) for each, column in used]
        keys: Iterable[Hashable] = zip(*said, strict=True) if said else [()] * len(rows)
        return map(tuple, gathered(keys, rows).values())


def cells_of_rows(
    sheet: Sheet, layout: Layout, plan: Plan, catalogue: Catalogue, titles: Mapping[str, str]
) -> CellsOfRows:
    """The cells of a layout's rows; `titles` says what a text under Design or Logo means, by its `heading_key`."""
    columns = filled_across(filled_down(with_crosses_read(sheet.columns, layout), layout, catalogue), plan, layout.rows)
    for number in title_columns(layout) if titles else ():
        if number in columns:
            columns[number] = _titled_column(columns[number], layout.rows, titles)
    return CellsOfRows(columns=columns, plan=plan, catalogue=catalogue, titles=titles)


def title_columns(layout: Layout) -> list[int]:
    """The columns under which a cell names a design or a logo."""
    return [column.column for column in layout.columns if column.meaning in (Meaning.DESIGN, Meaning.LOGO)]


def titled(cell: Cell, titles: Mapping[str, str]) -> Cell:
    """The cell with the titles that its text, or the parts of it, was said to mean."""
    if whole := titles.get(heading_key(cell.text)):
        return replace(cell, text=whole, stands=cell.text)
    parts = split_items(cell.text)
    named = [titles.get(heading_key(part), part) for part in parts]
    return cell if named == list(parts) else replace(cell, text="; ".join(named), stands=cell.text)


def _said(column: Column, rows: Sequence[int], *, passed_on: bool) -> Iterable[Hashable]:
    """What each row says in a column, as far as it decides what is wanted; what is odd is like nothing but itself."""
    if passed_on:
        return map(column.texts.__contains__, rows)
    if column.odd.keys().isdisjoint(rows):
        return map(column.texts.get, rows)
    return [_said_oddly(column, row) for row in rows]


def _said_oddly(column: Column, row: int) -> Hashable:
    cell = column.odd.get(row)
    if cell is None:
        return column.texts.get(row)
    return (cell.text, cell.kind) if cell.is_plain and cell.row == row else row


def _titled_column(column: Column, rows: Sequence[int], titles: Mapping[str, str]) -> Column:
    known = {text for text in set(column.texts.values()) if _is_titled(text, titles)}
    meant = {row: titled(column.cell(row), titles) for row in rows if column.texts.get(row) in known}
    texts = {row: cell.text for row, cell in meant.items()}
    return replace(column, texts={**column.texts, **texts}, odd={**column.odd, **meant}) if meant else column


def _is_titled(text: str, titles: Mapping[str, str]) -> bool:
    return any(heading_key(each) in titles for each in (text, *split_items(text)))


def _with_one_design(cells: Mapping[int, Cell], plan: Plan, catalogue: Catalogue) -> Mapping[int, Cell]:
    """The cells of a row, those of several design columns as one in the first: ordered as several titles in one cell are.

    Where one of them names no design, each stays in its column, so that it is asked about there.
    """
    columns = [column.column for column in plan.designs]
    texts = [text for column in columns if column in cells for text in split_items(cells[column].text)]
    alone = not (plan.garments or plan.matrix or plan.listed)
    if alone and any(isinstance(catalogue.design(text), Unresolved) for text in texts):
        return cells
    titles = [cells[column] for column in columns if column in cells and cells[column].text]
    others = {column: cell for column, cell in cells.items() if column not in columns}
    if not titles:
        return others
    return {
        **others,
        columns[0]: replace(titles[0], text="; ".join(cell.text for cell in titles), stands=titles[0].written),
    }
