"""What was read: a workbook of text cells with their addresses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import chain, filterfalse, islice, pairwise, repeat
from typing import TYPE_CHECKING, overload

from roster_import.model.problem import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Iterator
    from pathlib import Path

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem


class RowAcross(int):
    """The row of a sheet that is read on its side: in the file it is a column, and is called by its letter."""

    def __str__(self) -> str:
        return column_letter(int(self))


class PartColumn(int):
    """A column that no file has: the parts of one name in the cells of another, such as Size of `Size: M | Number: 7`.

    `within` is the column of the file, `headed` its heading.
    """

    within: int
    headed: str

    @classmethod
    def of(cls, number: int, within: int, headed: str) -> PartColumn:
        """The column of this number that stands within another."""
        column = cls(number)
        column.within, column.headed = within, headed
        return column


def column_letter(index: int) -> str:
    """The name Excel gives the column: 1 is A, 27 is AA."""
    return _letters(index.within if isinstance(index, PartColumn) else int(index))


@lru_cache(maxsize=1024)  # every cell asks for its own
def _letters(index: int) -> str:
    letters = ""
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_address(row: int, column: int) -> str:
    """The name of a cell in the file, such as D7, also where its sheet is read otherwise than it stands."""
    if isinstance(row, RowAcross):
        return f"{row}{int(column)}"
    return f"{column_letter(column)}{row}"


class CellKind(StrEnum):
    """What a cell held before it became text; a kind never changes the text, only what may be said about it."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"  # text is what the sheet shows, as near as its number format allows; see Cell.date
    BOOL = "bool"  # text is TRUE or FALSE
    ERROR = "error"  # text is the error as shown, such as #REF!
    UNCALCULATED = "uncalculated"  # a formula whose result was never stored: nobody knows what it shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell that holds something: its address (rows and columns count from 1, as in Excel) and its text as shown.

    `text` is trimmed of white space on both sides (no-break and full-width spaces too) and NFC-normalised, never
    re-cased. `date` is the ISO date of a DATE cell. `struck`, `merged` and `lost` are facts a later stage may warn about;
    `merged` is the last row and column of the merged range whose top-left cell this is, `lost` the control characters
    that stood in the text and are left out of it. `stands` is what the sheet shows where `text` is what that was said to mean.
    """

    row: int
    column: int
    text: str
    kind: CellKind = CellKind.TEXT
    date: str | None = None
    struck: bool = False
    merged: tuple[int, int] | None = None
    lost: str = ""
    stands: str = ""

    @property
    def address(self) -> str:
        """The cell's name, such as D7."""
        return cell_address(self.row, self.column)

    @property
    def is_plain(self) -> bool:
        """Whether its place in the file, its text and its kind are all there is to say of it."""
        return type(self.row) is int and not (self.struck or self.lost or self.stands or self.date or self.merged)

    @property
    def written(self) -> str:
        """What somebody wrote there, whatever it was said to mean."""
        return self.stands or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody wrote on a cell, beside what it holds: the words alone, on one line, without who wrote them.

    The cell need not hold anything. What an earlier problems workbook marked is no comment.
    """

    row: int
    column: int
    text: str

    @property
    def address(self) -> str:
        """The cell's name, such as D7."""
        return cell_address(self.row, self.column)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """What somebody wrote over the cells or around them, on one line: in a box that begins at the cell `address`, or on the page.

    Without an address it stands in the header or footer of the printed page.
    """

    text: str
    address: str = ""


WHITE = "FFFFFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """The cells of a column that somebody filled with a colour (RRGGBB), which need not hold anything, or wrote in it.

    White is no fill, only a colour of letters, and what an earlier problems workbook marked is none. Of a colour that goes on
    for more rows than anybody colours by hand there is none.
    """

    colour: str
    column: int
    rows: tuple[int, ...]


def at_cell(sheet: str | None, cell: Cell, column: str | None = None) -> Place:
    """The place of a cell; `column` is the heading above it."""
    return Place(sheet=sheet, cell=cell.address, row=cell.row, column=column or None, value=cell.written)


def at_heading(layout: Layout, column: ColumnReading, name: str | None = None) -> Place:
    """The place of a column's heading, called by its text if by no other name; without headings it is the sheet."""
    row = layout.heading_row
    return Place(
        sheet=layout.sheet,
        cell=cell_address(row, column.column) if row else None,
        row=row,
        column=column.heading or None if name is None else name,
    )


@dataclass(frozen=True, kw_only=True)
class Column:
    """The filled cells of one column: row -> text, from the top.

    `kind` is that of every cell but the `odd` ones, of which there is more to say than their text: row -> the whole cell.
    """

    number: int
    texts: Mapping[int, str]
    kind: CellKind = CellKind.TEXT
    odd: Mapping[int, Cell] = field(default_factory=dict)

    @classmethod
    def of(cls, number: int, cells: Iterable[Cell]) -> Column:
        """The column of these cells, which stand in it from the top."""
        by_row = {cell.row: cell for cell in cells}
        counts = Counter(cell.kind for cell in by_row.values() if cell.is_plain)
        kind = counts.most_common(1)[0][0] if counts else CellKind.TEXT
        odd = {row: cell for row, cell in by_row.items() if cell.kind is not kind or not cell.is_plain}
        return cls(number=number, texts={row: cell.text for row, cell in by_row.items()}, kind=kind, odd=odd)

    def cell(self, row: int) -> Cell:
        """The cell that is filled in this row."""
        return self.odd.get(row) or Cell(row=row, column=self.number, text=self.texts[row], kind=self.kind)

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: nothing that it can find out again."""
        return _without(self.__dict__, "distinct")

    @cached_property
    def distinct(self) -> Mapping[str, int]:
        """Each text, as it is met first -> how many cells say it: what a text is like is asked once for all of them."""
        return dict(Counter(self.texts.values()))

    def holding(self, texts: Collection[str]) -> list[int]:
        """The rows that say one of these, which are looked for until all of them are found."""
        times = sum(self.distinct.get(text, 0) for text in texts)
        return list(islice((row for row, text in self.texts.items() if text in texts), times)) if times else []

    def without(self, unwanted: Callable[[str], bool], rows: Sequence[int]) -> Sequence[int]:
        """Those of the rows whose text is not unwanted, which is asked once of each text; an empty cell is not."""
        texts = self.texts
        asked = self.distinct if 2 * len(rows) > len(texts) else set(filter(None, map(texts.get, rows)))
        gone = {text for text in asked if unwanted(text)}
        if len(gone) == len(asked):
            return list(filterfalse(texts.__contains__, rows))
        return [row for row, text in zip(rows, map(texts.get, rows), strict=True) if text not in gone] if gone else rows

    def within(self, rows: Container[int]) -> Column:
        """What stands of it in some rows."""
        texts = {row: text for row, text in self.texts.items() if row in rows}
        odd = {row: cell for row, cell in self.odd.items() if row in rows}
        return Column(number=self.number, texts=texts, kind=self.kind, odd=odd)

    def parted(self, starts: Sequence[int]) -> Iterator[Column]:
        """What stands of it from each of these rows to the next; what stands above the first is in none."""
        rows, texts = list(self.texts), list(self.texts.items())
        bounds = [*(bisect_left(rows, start) for start in starts), len(rows)]
        odd: list[dict[int, Cell]] = [{} for _ in bounds]
        for row, cell in self.odd.items():
            odd[bisect_right(starts, row) - 1][row] = cell
        for part, (first, end) in enumerate(pairwise(bounds)):
            yield Column(number=self.number, texts=dict(texts[first:end]), kind=self.kind, odd=odd[part])


class Columns(Sequence[Cell]):
    """The cells of a sheet in reading order, kept by column: a cell is made when somebody asks for it."""

    def __init__(self, columns: Iterable[Column]) -> None:
        filled = sorted((column for column in columns if column.texts), key=lambda column: column.number)
        self.by_number: Mapping[int, Column] = {column.number: column for column in filled}

    def __getstate__(self) -> dict[str, object]:
        return _without(self.__dict__, "in_order")

    def parted(self, starts: Sequence[int]) -> list[Columns]:
        """The cells from each of these rows to the next."""
        return [
            Columns(parts) for parts in zip(*(column.parted(starts) for column in self.by_number.values()), strict=True)
        ]

    @cached_property
    def in_order(self) -> tuple[Cell, ...]:
        """All cells."""
        return tuple(chain.from_iterable(cells.values() for cells in RowsOfCells(self.by_number).values()))

    @overload
    def __getitem__(self, index: int) -> Cell: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Cell, ...]: ...

    def __getitem__(self, index: int | slice) -> Cell | tuple[Cell, ...]:
        return self.in_order[index]

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.in_order)

    def __len__(self) -> int:
        return sum(len(column.texts) for column in self.by_number.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.in_order == tuple(other)

    def __hash__(self) -> int:
        return hash(self.in_order)


class RowsOfCells(Mapping[int, Mapping[int, Cell]]):
    """Row number -> column number -> cell, for the rows that hold something; a row is made when somebody asks for it."""

    def __init__(self, columns: Mapping[int, Column]) -> None:
        self._columns = columns
        self._made: dict[int, dict[int, Cell]] = {}

    @cached_property
    def widths(self) -> Mapping[int, int]:
        """Row number -> how many of its cells are filled, from the top."""
        counts = Counter(chain.from_iterable(column.texts for column in self._columns.values()))
        return {row: counts[row] for row in sorted(counts)}

    def __getitem__(self, row: int) -> Mapping[int, Cell]:
        made = self._made.get(row)
        if made is None:
            columns = self._columns.items()
            made = {number: column.cell(row) for number, column in columns if row in column.texts}
            if not made:
                raise KeyError(row)
            self._made[row] = made
        return made

    def __contains__(self, row: object) -> bool:
        return row in self.widths

    def __iter__(self) -> Iterator[int]:
        return iter(self.widths)

    def __len__(self) -> int:
        return len(self.widths)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One tab: its cells that hold something, which rows and columns are out of sight, comments, fills, boxes; in reading order.

    Of a large sheet ask for the columns: every cell that is asked for has to be made.
    """

    name: str
    cells: Sequence[Cell]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    comments: tuple[Comment, ...] = ()
    fills: tuple[Fill, ...] = ()
    boxes: tuple[TextBox, ...] = ()

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: nothing that it can find out again."""
        return _without(self.__dict__, "columns", "rows")

    @cached_property
    def columns(self) -> Mapping[int, Column]:
        """Column number -> its filled cells, from the left; columns that hold nothing are absent."""
        if isinstance(self.cells, Columns):
            return self.cells.by_number
        by_number: dict[int, list[Cell]] = {}
        for cell in self.cells:
            by_number.setdefault(cell.column, []).append(cell)
        return {number: Column.of(number, by_number[number]) for number in sorted(by_number)}

    @cached_property
    def rows(self) -> RowsOfCells:
        """Row number -> column number -> cell; rows that hold nothing are absent."""
        return RowsOfCells(self.columns)

    def text(self, row: int, column: int) -> str:
        """The text of a cell, empty where there is none."""
        held = self.columns.get(column)
        return held.texts.get(row, "") if held else ""

    def down(self, column: int, rows: Sequence[int]) -> list[str]:
        """The texts of a column in these rows, empty where there is none."""
        held = self.columns.get(column)
        return list(map(held.texts.get, rows, repeat(""))) if held else [""] * len(rows)


def _without(state: Mapping[str, object], *names: str) -> dict[str, object]:
    return {name: value for name, value in state.items() if name not in names}


class FileFormat(StrEnum):
    """How the file was read; it decides how the results workbook is made."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    CSV = "csv"
    LEGACY = "legacy"  # .xls, .xlsb, .ods: read only, results go into a new .xlsx


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A file as read: text cells with their addresses. `notes` are facts about the reading worth a warning.

    `digest` is the SHA-256 of the bytes it was read from.
    """

    path: Path
    format: FileFormat
    sheets: tuple[Sheet, ...]
    notes: tuple[Problem, ...] = ()
    digest: str = ""

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that exact name, if there is one."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)
