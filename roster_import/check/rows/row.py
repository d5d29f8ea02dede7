"""One row as it is judged: what a player or a spare wants of one garment, and the cells that said so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from roster_import.model.problem import Origin, Place
from roster_import.model.workbook import cell_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from roster_import.model.layout import ColumnReading, Meaning
    from roster_import.model.problem import Level, Problem
    from roster_import.model.workbook import Cell


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
        here = Origin(sheet=self.sheet, row=place.row or self.row)
        origins = dict.fromkeys(row.origin for row in (self, *rows))
        return place.problem(level, code, message, suggestion, tuple(origin for origin in origins if origin != here))
