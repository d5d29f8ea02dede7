"""What became of every filled cell of a roster: each has exactly one fate, and none is passed over.

The fate of a column is what recognition decided. What the rows, an error or a warning say of a single cell counts before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from roster_import.model.layout import ColumnCells, Fate
from roster_import.model.workbook import cell_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_NOT_USED = "cell-unused"  # the warning at a cell that no garment of its row has a use for


def count_cells(
    workbook: Workbook, layouts: Sequence[Layout], lines: Iterable[Line], problems: Iterable[Problem]
) -> tuple[ColumnCells, ...]:
    """How many cells of each column of each layout met which fate; cells in are fates out.

    Counted is every filled cell below the first heading of a sheet that is read as a roster, the rows that are left out
    as well as those that are ordered.
    """
    told = _Told.of(lines, problems)
    counts: dict[tuple[int, int], Counter[Fate]] = {}
    for name in dict.fromkeys(layout.sheet for layout in layouts):
        sheet = workbook.sheet(name)
        tables = [_Table(at=at, layout=layout) for at, layout in enumerate(layouts) if layout.sheet == name]
        tables.sort(key=lambda table: table.first)
        for table, cell in _cells_below(sheet, tables) if sheet else ():
            counts.setdefault((table.at, cell.column), Counter())[table.fate(cell, told)] += 1
    return tuple(
        ColumnCells(layout=layout, column=column, cells=dict(cells))
        for (layout, column), cells in sorted(counts.items())
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the check says of rows and cells: which rows are ordered, and where an error or a warning stands."""

    ordered: frozenset[tuple[str, int]]
    errors: frozenset[tuple[str | None, str | None]]
    unused: frozenset[tuple[str | None, str | None]]
    stops: bool

    @classmethod
    def of(cls, lines: Iterable[Line], problems: Iterable[Problem]) -> _Told:
        """As the lines and problems of the file say."""
        every = list(problems)
        return cls(
            ordered=frozenset((line.origin.sheet, line.origin.row) for line in lines),
            errors=frozenset((problem.sheet, problem.cell) for problem in every if problem.level == "error"),
            unused=frozenset((problem.sheet, problem.cell) for problem in every if problem.code == _NOT_USED),
            stops=any(problem.level == "error" for problem in every),
        )


@dataclass(frozen=True, kw_only=True)
class _Table:
    """One layout, with what is asked of it for every cell."""

    at: int
    layout: Layout

    @cached_property
    def first(self) -> int:
        """The first row of its own, be it of data."""
        return min((*self.layout.rows[:1], *self.layout.left_out[:1]), default=(self.layout.heading_row or 0) + 1)

    @cached_property
    def rows(self) -> frozenset[int]:
        """Its rows of data."""
        return frozenset(self.layout.rows)

    @cached_property
    def fates(self) -> Mapping[int, Fate]:
        """The fate of each column."""
        return {column.column: column.fate for column in self.layout.columns}

    def fate(self, cell: Cell, told: _Told) -> Fate:
        """What becomes of a cell."""
        sheet, column = self.layout.sheet, self.fates.get(cell.column, Fate.NO_PART)
        heading = cell_address(self.layout.heading_row or 0, cell.column)
        if (sheet, cell.address) in told.errors or (sheet, heading) in told.errors:
            return Fate.ASKED
        if column in (Fate.ASKED, Fate.SET_ASIDE, Fate.NO_PART):
            return column
        if (sheet, cell.address) in told.unused or cell.row in self._left_out:
            return Fate.SET_ASIDE
        if cell.row not in self.rows:
            return Fate.FOR_PEOPLE if cell.text.strip(" :") == self.layout.team else Fate.NO_PART
        if column is Fate.FOR_PEOPLE or (sheet, cell.row) in told.ordered:
            return column
        return Fate.ASKED if told.stops else Fate.SET_ASIDE  # a row that wants nothing is said

    @cached_property
    def _left_out(self) -> frozenset[int]:
        return frozenset(self.layout.left_out)


def _cells_below(sheet: Sheet, tables: Sequence[_Table]) -> Iterable[tuple[_Table, Cell]]:
    """Every cell below the first heading, with the table it belongs to; the tables from the top."""
    heading = min(table.layout.heading_row or 0 for table in tables)
    by_column = _by_column(tables)
    for cell in sheet.cells:
        if cell.row > heading:
            owners = by_column.get(cell.column, tables)
            at = max(bisect_right(owners, cell.row, key=lambda table: table.first) - 1, 0)
            yield _beside(owners, at, cell.row), cell


def _beside(owners: Sequence[_Table], at: int, row: int) -> _Table:
    """Of the tables that begin at the same row, the one whose row it is: a column that players side by side share."""
    first = at
    while row not in owners[first].rows and first and owners[first - 1].first == owners[at].first:
        first -= 1
    return owners[first] if row in owners[first].rows else owners[at]


def _by_column(tables: Sequence[_Table]) -> Mapping[int, Sequence[_Table]]:
    """Column -> the tables that have it."""
    found: dict[int, list[_Table]] = {}
    for table in tables:
        for column in table.fates:
            found.setdefault(column, []).append(table)
    return found
