"""One row as it is judged: what a player or a spare wants of one garment, and the cells that said so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import repeat
from typing import TYPE_CHECKING, TypeVar

from roster_import.model.by_column import many
from roster_import.model.problem import Origin, Place
from roster_import.model.workbook import Cell, Column, cell_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roster_import.model.layout import ColumnReading, Meaning
    from roster_import.model.problem import Level, Problem

_Key = TypeVar("_Key")
_OWN_ROW = 0  # where a made cell stands on each of several rows that are alike


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRow:
    """One garment (or loose logo) wanted: the cell of each meaning, none where the row leaves it open.

    `columns` is where each meaning stands, so that a problem about an empty cell can name it. A cell that was made
    from a heading carries the address of the cell that asked for it, and one filled down that of the merged range.
    """

    sheet: str
    row: int
    cells: Mapping[Meaning, Cell]
    columns: Mapping[Meaning, ColumnReading]
    values: Mapping[int, Cell] = field(default_factory=dict)

    def text(self, meaning: Meaning) -> str:
        """What the row says for a meaning, empty where it says nothing."""
        if isinstance(self.cells, CellsAlike):
            return self.cells.text(meaning)
        cell = self.cells.get(meaning)
        return cell.text if cell else ""

    @property
    def origin(self) -> Origin:
        """Where it stands."""
        return Origin(sheet=self.sheet, row=self.row)

    def without(self, meaning: Meaning) -> RosterRow:
        """The row as if it left a meaning open."""
        return replace(self, cells={key: cell for key, cell in self.cells.items() if key is not meaning})

    def problem(
        self,
        code: str,
        message: str,
        meaning: Meaning,
        *,
        suggestion: str | None = None,
        level: Level = "error",
        rows: Iterable[RosterRow] = (),
    ) -> Problem:
        """A problem at the row's cell for a meaning, or at the row where there is no such column.

        `rows` are all rows it is about, where there are several.
        """
        reading, cell = self.columns.get(meaning), self.cells.get(meaning)
        empty = cell_address(self.row, reading.column) if reading else None
        place = Place(
            sheet=self.sheet,
            cell=cell.address if cell and reading else empty,
            row=cell.row if cell else self.row,
            column=reading.heading or None if reading else None,
            value=cell.written if cell else "",
        )
        if place.row == self.row and not rows:
            return place.problem(level, code, message, suggestion)
        here = Origin(sheet=self.sheet, row=place.row or self.row)
        origins = dict.fromkeys(row.origin for row in (self, *rows))
        return place.problem(level, code, message, suggestion, tuple(origin for origin in origins if origin != here))


class CellsAlike(Mapping[_Key, Cell]):
    """The cells of one of several rows that say the same: what is its own is looked up in its columns, when asked for."""

    __slots__ = ("_row", "sources")

    def __init__(self, sources: Mapping[_Key, Column | Cell], row: int) -> None:
        self.sources = sources
        self._row = row

    def text(self, key: _Key) -> str:
        """The text of a cell, empty where there is none."""
        source = self.sources.get(key)
        if source is None:
            return ""
        return source.texts[self._row] if isinstance(source, Column) else source.text

    def __getitem__(self, key: _Key) -> Cell:
        source = self.sources[key]
        if isinstance(source, Column):
            return source.cell(self._row)
        return replace(source, row=self._row) if source.row == _OWN_ROW else source

    def __iter__(self) -> Iterator[_Key]:
        return iter(self.sources)

    def __len__(self) -> int:
        return len(self.sources)


def alike_rows(
    made: Sequence[RosterRow],
    first: int,
    cells: Mapping[int, Cell],
    rows: Iterable[int],
    columns: Mapping[int, Column],
    shared: Cell | None,
) -> dict[int, tuple[RosterRow, ...]]:
    """The roster rows of sheet rows that are like the `first`, from whose `cells` these were made; `shared` stands above them."""
    own = {
        id(cell): columns[number]
        for number, cell in cells.items()
        if first in columns[number].texts and cell == columns[number].cell(first)
    }
    rows = list(rows)
    return (
        dict(zip(rows, zip(*(_each_alike(row, rows, own, shared) for row in made), strict=True), strict=True))
        if made
        else dict.fromkeys(rows, ())
    )


def _each_alike(
    made: RosterRow, rows: Sequence[int], own: Mapping[int, Column], shared: Cell | None
) -> list[RosterRow]:
    """One roster row of each of these sheet rows, as it was made of the first."""
    values = _sources(made.values, own, shared)
    return many(
        RosterRow,
        len(rows),
        sheet=repeat(made.sheet),
        row=rows,
        cells=_cells_alike(_sources(made.cells, own, shared), rows),
        columns=repeat(made.columns),
        values=_cells_alike(values, rows) if values else repeat(made.values),
    )


def _cells_alike(sources: Mapping[_Key, Column | Cell], rows: Sequence[int]) -> Iterable[CellsAlike[_Key]]:
    return map(CellsAlike, repeat(sources), rows)


def _sources(cells: Mapping[_Key, Cell], own: Mapping[int, Column], shared: Cell | None) -> dict[_Key, Column | Cell]:
    """Where the cells of rows alike come from: a column of theirs, or what was made for the first of them."""
    return {
        key: own.get(id(cell)) or (cell if cell is shared else replace(cell, row=_OWN_ROW))
        for key, cell in cells.items()
    }
