"""Sums that somebody wrote behind the counts of a row, and that say another number of pieces than the row orders."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from roster_import.check.rows.messages import named
from roster_import.language.messages import say
from roster_import.model.catalogue import split_items
from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import at_cell
from roster_import.recognise.cell_kinds import integer
from roster_import.recognise.totals import opens_sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet


def columns_of_sums(layout: Layout) -> frozenset[int]:
    """The columns that are headed as sums, and that nothing is ordered from: Total, Gesamt, Razem."""
    return frozenset(column.column for column in _summing(layout))


def pieces_of(row: RosterRow) -> int:
    """How many pieces a row orders; one where it does not say how many."""
    return quantity_of(row) * max(len(split_items(row.text(Meaning.DESIGN))), 1)


def quantity_of(row: RosterRow) -> int:
    """How many of each garment a row orders."""
    return integer(row.text(Meaning.QUANTITY)) or 1


def sums_that_differ(sheet: Sheet, layouts: Sequence[Layout], rows: Sequence[RosterRow]) -> Iterator[Problem]:
    """An error for each row whose sum is not what the row orders.

    Only a column that agrees with half of its rows or more counts pieces: another may count goals, or money.
    """
    ordered: Counter[int] = Counter()
    for row in rows:
        ordered[row.row] += pieces_of(row)
    for layout in layouts:
        for column in _summing(layout):
            sums = _sums(sheet, layout, column, ordered)
            differing = [cell for cell, count in sums.items() if count != ordered[cell.row]]
            if 2 * len(differing) <= len(sums):
                yield from (_differs(sheet, column, cell, ordered[cell.row]) for cell in differing)


def _summing(layout: Layout) -> list[ColumnReading]:
    unused = (each for each in layout.columns if each.meaning is Meaning.IGNORED and each.fate is Fate.NO_PART)
    return [column for column in unused if opens_sum_of(column.heading)]


def _sums(sheet: Sheet, layout: Layout, column: ColumnReading, ordered: Mapping[int, int]) -> dict[Cell, int]:
    cells = (sheet.rows[row].get(column.column) for row in layout.rows if row in ordered)
    return {cell: count for cell in cells if cell and (count := integer(cell.text)) is not None}


def _differs(sheet: Sheet, column: ColumnReading, cell: Cell, pieces: int) -> Problem:
    message = say(
        "{column} says {text}, but this row orders {pieces}, so it is not clear how many are meant. Correct one of them.",
        column=named(column),
        text=cell.text,
        pieces=pieces,
    )
    return at_cell(sheet.name, cell, column.heading).error("quantity-differs", message, str(pieces))
