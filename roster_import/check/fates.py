"""What became of every filled cell of a roster: each has exactly one fate, and none is passed over.

The fate of a column is what recognition decided. What the rows, an error or a warning say of a single cell counts before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import dropwhile, filterfalse
from operator import ge
from typing import TYPE_CHECKING

from roster_import.check.rows.cell_answers import unprinted_by
from roster_import.model.by_column import gathered
from roster_import.model.layout import SAYS_WHETHER_PRINTED, ColumnCells, Fate
from roster_import.model.workbook import cell_address, column_letter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from roster_import.model.layout import Layout
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Column, Sheet, Workbook

_NOT_USED = "cell-unused"  # the warning at a cell that no garment of its row has a use for
_TALLIES = frozenset(
    {"table-left-out", "tally-agrees", "tally-differs"}
)  # that nothing is ordered from a count of sizes


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
        tables = [
            _Table(at=at, layout=layout, unprinted=_unprinted(sheet, layout) if sheet else {})
            for at, layout in enumerate(layouts)
            if layout.sheet == name
        ]
        tables.sort(key=lambda table: table.first)
        for table, column, rows in _rows_below(sheet, tables) if sheet else ():
            fates = counts.setdefault((table.at, column.number), Counter())
            for fate, cells in table.fates_of(column, rows, told):
                fates[fate] += cells
    return tuple(
        ColumnCells(layout=layout, column=column, cells={fate: cells[fate] for fate in Fate if cells[fate]})
        for (layout, column), cells in sorted(counts.items())
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the check says of rows and cells, by sheet: which rows are ordered, and where an error or a warning stands.

    `tallies` are the sheets of which a count of sizes beside the roster is said to be left out.
    """

    ordered: Mapping[str, AbstractSet[int]]
    errors: Mapping[str, AbstractSet[str]]
    unused: Mapping[str, AbstractSet[str]]
    tallies: AbstractSet[str]
    stops: bool

    @classmethod
    def of(cls, lines: Iterable[Line], problems: Iterable[Problem]) -> _Told:
        """As the lines and problems of the file say."""
        origins = [line.origin for line in lines]
        ordered = gathered((origin.sheet for origin in origins), (origin.row for origin in origins))
        every = list(problems)
        errors = [problem for problem in every if problem.level == "error"]
        unused = (problem for problem in every if problem.code == _NOT_USED)
        return cls(
            ordered={sheet: set(rows) for sheet, rows in ordered.items()},
            errors=_addresses(errors),
            unused=_addresses(unused),
            tallies={problem.sheet for problem in every if problem.code in _TALLIES and problem.sheet},
            stops=bool(errors),
        )


def _addresses(problems: Iterable[Problem]) -> Mapping[str, AbstractSet[str]]:
    """Sheet -> the cells that the problems stand at."""
    cells: dict[str, set[str]] = {}
    for problem in problems:
        if problem.sheet and problem.cell:
            cells.setdefault(problem.sheet, set()).add(problem.cell)
    return cells


@dataclass(frozen=True, kw_only=True)
class _Table:
    """One layout, with what is asked of it for every column."""

    at: int
    layout: Layout
    unprinted: Mapping[int, set[int]]  # column -> the rows of which it is not printed

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

    def fates_of(self, column: Column, rows: Sequence[int], told: _Told) -> Iterator[tuple[Fate, int]]:
        """What becomes of the cells of a column in some rows, and of how many."""
        sheet = self.layout.sheet
        # of no layout are the columns of a tally, which is said; any other was lost on the way, and nothing vouches for it
        fate = self.fates.get(column.number, Fate.NO_PART if sheet in told.tallies else Fate.ASKED)
        errors = told.errors.get(sheet, _NO_CELLS)
        asked = rows if self._heading(column) in errors else _at(errors, column, rows)
        yield Fate.ASKED, len(asked)
        rows = _without(rows, asked)
        if fate in (Fate.ASKED, Fate.SET_ASIDE, Fate.NO_PART):
            yield fate, len(rows)
            return
        aside = {*_at(told.unused.get(sheet, _NO_CELLS), column, rows), *self._left_out.intersection(rows)}
        aside.update(self.unprinted.get(column.number, set()).intersection(rows))
        yield Fate.SET_ASIDE, len(aside)
        rows = _without(rows, aside)
        of_none = list(filterfalse(self.rows.__contains__, rows))
        yield from ((self._of_no_row(column.texts[row]), 1) for row in of_none)
        rows = _without(rows, of_none)
        is_ordered = told.ordered.get(sheet, _NOTHING).__contains__
        ordered = len(rows) if fate is Fate.FOR_PEOPLE else sum(map(is_ordered, rows))
        yield fate, ordered
        # a row that wants nothing is said
        yield Fate.ASKED if told.stops else Fate.SET_ASIDE, len(rows) - ordered

    def _heading(self, column: Column) -> str:
        return cell_address(self.layout.heading_row or 0, column.number)

    def _of_no_row(self, text: str) -> Fate:
        return Fate.FOR_PEOPLE if text.strip(" :") == self.layout.team else Fate.NO_PART

    @cached_property
    def _left_out(self) -> frozenset[int]:
        return frozenset(self.layout.left_out)


_NOTHING: frozenset[int] = frozenset()
_NO_CELLS: frozenset[str] = frozenset()


def _unprinted(sheet: Sheet, layout: Layout) -> Mapping[int, set[int]]:
    """Column -> the rows of which it is not printed, where another column says so."""
    aside: dict[int, set[int]] = {}
    for choosing in layout.columns:
        held = sheet.columns.get(choosing.column)
        if choosing.meaning not in SAYS_WHETHER_PRINTED:
            continue
        cells = {row: held.cell(row) if held and row in held.texts else None for row in layout.rows}
        off = {row: unprinted_by(choosing.meaning, cell) for row, cell in cells.items()}
        for column in layout.columns:
            rows = [row for row, meanings in off.items() if column.meaning in meanings]
            if rows:
                aside.setdefault(column.column, set()).update(rows)
    return aside


def _at(addresses: AbstractSet[str], column: Column, rows: Sequence[int]) -> list[int]:
    """Those of the rows at which the column's cell has one of the addresses."""
    if not addresses or not rows:
        return []
    if type(rows[0]) is int:  # as in all sheets but those that are read on their side
        letters = column_letter(column.number)
        return [row for row in rows if f"{letters}{row}" in addresses]
    return [row for row in rows if cell_address(row, column.number) in addresses]


def _without(rows: Sequence[int], others: Collection[int]) -> Sequence[int]:
    """The rows but these, which are some of them."""
    return list(filterfalse({*others}.__contains__, rows)) if others else rows


def _rows_below(sheet: Sheet, tables: Sequence[_Table]) -> Iterator[tuple[_Table, Column, Sequence[int]]]:
    """The filled rows of every column below the first heading, with the table they belong to; the tables from the top."""
    heading = min(table.layout.heading_row or 0 for table in tables)
    by_column = _by_column(tables)
    for number, column in sheet.columns.items():
        rows = list(dropwhile(partial(ge, heading), column.texts))
        owners = by_column.get(number, tables)
        if len(owners) == 1 and rows:
            yield owners[0], column, rows
            continue
        parts: dict[int, tuple[_Table, list[int]]] = {}
        firsts = [table.first for table in owners]
        for row in rows:
            at = max(bisect_right(firsts, row) - 1, 0)
            table = _beside(owners, at, row)
            parts.setdefault(table.at, (table, []))[1].append(row)
        yield from ((table, column, of_table) for table, of_table in parts.values())


def _beside(owners: Sequence[_Table], at: int, row: int) -> _Table:
    """Of the tables that begin at the same row, the one whose row it is: a column that players side by side share."""
    first = at
    while row not in owners[first].rows and first and owners[first - 1].first == owners[at].first:
        first -= 1
    return owners[first] if row in owners[first].rows else owners[at]


def _by_column(tables: Sequence[_Table]) -> Mapping[int, Sequence[_Table]]:
    """Column -> the tables that have it."""
    of_column: dict[int, list[_Table]] = {}
    for table in tables:
        for column in table.fates:
            of_column.setdefault(column, []).append(table)
    return of_column
