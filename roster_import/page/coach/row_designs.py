"""Which design a row is, as its coach says it: in its cell under Design, or in such a column that is added.

A column that is added names the design of every row, so that the sheet says by itself what is ordered, whatever was answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from roster_import.model.layout import Meaning
from roster_import.model.sheets import ROSTER
from roster_import.model.workbook import PartColumn, RowAcross, cell_address
from roster_import.page.coach.mends import Mend
from roster_import.write.ooxml.cells import box

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.order import Line
    from roster_import.model.report import Checked
    from roster_import.model.workbook import Sheet

_HEADING = str(next(column.heading for column in ROSTER.columns if column.key == "design"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RowDesigns:
    """The design of each row of a sheet, by its number, and the column that names it; `is_new`: that is added first."""

    sheet: str
    heading_row: int
    column: int
    titles: tuple[str, ...]
    ordered: Mapping[int, str]
    is_new: bool

    def cell(self, row: int) -> str:
        """The address where the design of a row stands, or is to."""
        return cell_address(row, self.column)

    def designs_at(self, row: int, _: int) -> tuple[str, ...]:
        """The design of a row, wherever its size stands."""
        return (self.ordered[row],) if row in self.ordered else ()

    def said_at(self, row: int, column: int) -> str | None:
        """The design of a row, where it is the cell of that column that says it."""
        return None if self.is_new or column != self.column else self.ordered.get(row)

    def cells_of(self, rows: Iterable[int], _: Sequence[str]) -> dict[str, str]:
        """The cells that say of rows which design they are, each with what it is."""
        return {self.cell(row): self.ordered.get(row, "") for row in rows}

    def moved(self, mends: Iterable[Mend]) -> dict[tuple[int, str], str]:
        """The design of a row, by its number, and what it is instead, as mends say."""
        said = {place[0]: mend.text for mend in mends if self._is_in(mend) and (place := box(mend.cell))}
        return {(row, self.ordered.get(row, "")): text for row, text in said.items()}

    def heading(self, _: Iterable[Mend]) -> str:
        """How the column is headed that is added."""
        return _HEADING

    def with_column(self, mends: Sequence[Mend]) -> list[Mend]:
        """The mends, with the whole column where one of them is the first to need it."""
        said = {mend.cell: mend.text for mend in mends if self._is_in(mend)}
        if not (self.is_new and said):
            return list(mends)
        column = {self.cell(self.heading_row): _HEADING, **{self.cell(row): of for row, of in self.ordered.items()}}
        others = [mend for mend in mends if not self._is_in(mend)]
        return [*others, *(Mend(sheet=self.sheet, cell=cell, text=text) for cell, text in {**column, **said}.items())]

    def _is_in(self, mend: Mend) -> bool:
        place = box(mend.cell)
        return mend.sheet == self.sheet and place is not None and place[1] == self.column


def row_designs(checked: Checked, sheet: Sheet, titles: Sequence[str]) -> RowDesigns | None:
    """The designs of a sheet's rows; None where a column Design could not say them: each row is to be one design of these."""
    layouts = [layout for layout in checked.layouts if layout.sheet == sheet.name]
    layout = layouts[0] if len(layouts) == 1 else None
    if layout is None or layout.heading_row is None or isinstance(layout.heading_row, RowAcross) or not titles:
        return None
    if any(isinstance(column.column, PartColumn) for column in layout.columns):
        return None
    columns = [column for column in layout.columns if column.meaning is Meaning.DESIGN]
    ordered = _ordered(checked.lines or checked.draft.lines, layout, titles)
    if ordered is None or len(columns) > 1 or any(column.of for column in columns):
        return None
    return RowDesigns(
        sheet=sheet.name,
        heading_row=layout.heading_row,
        column=columns[0].column if columns else free_column(sheet, layout),
        titles=tuple(titles),
        ordered=ordered,
        is_new=not columns,
    )


def _ordered(lines: Iterable[Line], layout: Layout, titles: Sequence[str]) -> dict[int, str] | None:
    """Row -> the design it is ordered as; None where a row orders more than one, or something else."""
    ordered: dict[int, str] = {}
    for line in lines:
        labels = [design.label for design in line.designs]
        row = int(line.origin.row)
        if line.origin.sheet == layout.sheet and (len(labels) != 1 or labels[0] not in titles or row in ordered):
            return None
        if line.origin.sheet == layout.sheet:
            ordered[row] = labels[0]
    return ordered or None


def free_column(sheet: Sheet, layout: Layout) -> int:
    """The first column right of the table that holds nothing at all."""
    column = max(int(reading.column) for reading in layout.columns) + 1
    while column in sheet.columns or column in sheet.hidden_columns:
        column += 1
    return column


class SaysDesigns(Protocol):
    """How rows are said to be other designs: in a column Design, or by where their sizes stand."""

    @property
    def sheet(self) -> str:
        """The name of the sheet."""

    def moved(self, mends: Iterable[Mend]) -> dict[tuple[int, str], str]:
        """The design of a row, by its number, and what it is instead, as mends say."""


def is_ordered_as_said(before: Checked, after: Checked, mends: Iterable[Mend], designs: SaysDesigns) -> bool:
    """Whether nothing but the designs of these rows is ordered otherwise, and nothing more is wrong."""
    said, goods = designs.moved(mends), _goods(before, designs.sheet)
    stays = [each for each in goods if each[:2] not in said]
    moves = {(row, said[row, label], rest) for row, label, rest in goods if (row, label) in said}  # of several in one
    return sorted([*stays, *moves]) == _goods(after, designs.sheet) and len(after.errors) <= len(before.errors)


def _goods(checked: Checked, sheet: str) -> list[tuple[int, str, tuple[object, ...]]]:
    lines = [line for line in checked.lines or checked.draft.lines if line.origin.sheet == sheet]
    return sorted(
        (
            int(line.origin.row),
            ", ".join(each.label for each in line.designs),
            (line.name, line.number, line.size, line.quantity),
        )
        for line in lines
    )
