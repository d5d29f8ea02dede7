"""Which design a row is where each of its garments has a column of sizes: in the column of that design, which may be added.

A size that moves leaves a dash behind, so that the sheet says by itself that nothing is ordered from there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.check.rows.garments import clash, clothes, title_words, titles_for
from roster_import.language.messages import listed, say
from roster_import.model.catalogue import split_items
from roster_import.model.layout import Meaning
from roster_import.model.workbook import PartColumn, RowAcross, cell_address
from roster_import.page.coach.mends import NOTHING, Mend
from roster_import.page.coach.row_designs import free_column, row_designs
from roster_import.write.ooxml.cells import box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.report import Checked
    from roster_import.model.workbook import Sheet
    from roster_import.page.coach.row_designs import RowDesigns


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGarments:
    """The designs of each column of sizes of a sheet, by its number, where it is clear, and the first column that is free.

    `titles` are the designs that each column of sizes may be of.
    """

    sheet: str
    table: Sheet
    heading_row: int
    titles: Mapping[int, tuple[str, ...]]
    columns: Mapping[int, tuple[str, ...]]
    free: int
    catalogue: Catalogue
    rows: frozenset[int]  # of which something is ordered

    def designs_at(self, _: int, column: int) -> tuple[str, ...]:
        """The designs whose size may stand in a cell, or be missing there."""
        return self.titles.get(column, ())

    def said_at(self, row: int, column: int) -> str | None:
        """The garment that a row is instead of the one of a column, where its cell there says that it is not that one."""
        here = self.columns.get(column, ())
        if len(here) != 1 or self.table.text(row, column) != NOTHING or row not in self.rows:
            return None
        sized = [of[0] for at, of in self.columns.items() if len(of) == 1 and self._size(row, at)]
        instead = [title for title in sized if self._is_same(title, here[0])]
        return say("{design} instead of {other}", design=instead[0], other=here[0]) if len(instead) == 1 else None

    def has_another(self, row: int, column: int) -> bool:
        """Whether a row has the size of another garment, too."""
        return any(other != column and self._size(row, other) for other in self.titles)

    def cells_of(self, rows: Iterable[int], titles: Sequence[str]) -> dict[str, str]:
        """The cells of rows that may be one of these designs instead, each with the design that it is.

        Of several of a row it is the same piece of clothing that counts, not one whose title does not say what it is.
        """
        here = {
            (row, column): listed(of) for row in rows for column, of in self.columns.items() if self._size(row, column)
        }
        alike = {at: title for at, title in here.items() if any(self._is_same(title, other) for other in titles)}
        sure = {row for row, _ in alike}
        others = {
            at: title
            for at, title in here.items()
            if at[0] not in sure and not any(self._is_another(title, other) for other in titles)
        }
        return {cell_address(*at): title for at, title in sorted({**alike, **others}.items())}

    def instead(self, row: int) -> list[tuple[str, str, str, tuple[str, ...]]]:
        """For the form of a row: each cell of a size, what stands above it, its design, and the designs that it may be."""
        titles = tuple(dict.fromkeys(self.catalogue.titles("design")))
        cells = self.cells_of([row], ()) if row in self.rows else {}
        may_be = {title: tuple(other for other in titles if not self._is_another(title, other)) for title in titles}
        return [(cell, self._heading_of(cell), title, may_be.get(title, ())) for cell, title in cells.items()]

    def moved(self, mends: Iterable[Mend]) -> dict[tuple[int, str], str]:
        """The design of a row, by its number, and what it is instead, as the mends of cells of sizes say."""
        return {(row, before): title for row, column, title in self._said(mends) for before in self.columns[column]}

    def heading(self, mends: Iterable[Mend]) -> str:
        """How the column is headed that mends need."""
        return next((title for _, _, title in self._said(mends)), "")

    def with_column(self, mends: Sequence[Mend]) -> list[Mend]:
        """The mends, with the size moved of each that says a design, and with the columns for that."""
        said = list(self._said(mends))
        if not said:
            return list(mends)
        places = {of[0]: column for column, of in self.columns.items() if len(of) == 1}
        texts: dict[str, str] = {}
        for row, column, title in said:
            if title not in places:
                places[title] = max(self.free, *(each + 1 for each in places.values()))
                texts[cell_address(self.heading_row, places[title])] = title
            texts[cell_address(row, column)] = NOTHING
            texts[cell_address(row, places[title])] = self._typed(mends, row, column) or self._size(row, column)
        others = [mend for mend in mends if mend.sheet != self.sheet or mend.cell not in texts]
        return [*others, *(Mend(sheet=self.sheet, cell=cell, text=text) for cell, text in texts.items())]

    def _heading_of(self, cell: str) -> str:
        place = box(cell)
        return self.table.text(self.heading_row, place[1]) if place else ""

    def _typed(self, mends: Iterable[Mend], row: int, column: int) -> str:
        """The size that is written into a cell along with what else the row is."""
        cell, titles = cell_address(row, column), self.catalogue.titles("design")
        return next((mend.text for mend in mends if mend.cell == cell and mend.text not in titles), "")

    def _said(self, mends: Iterable[Mend]) -> Iterator[tuple[int, int, str]]:
        """Row, column and the other design, of each mend that writes one over a size."""
        titles = frozenset(self.catalogue.titles("design"))
        for mend in mends:
            place = box(mend.cell) if mend.sheet == self.sheet and mend.text in titles else None
            if place and self.columns.get(place[1], (mend.text,)) != (mend.text,) and place[0] in self.rows:
                yield place[0], place[1], mend.text

    def _size(self, row: int, column: int) -> str:
        text = self.table.text(row, column)
        return "" if text == NOTHING else text

    def _is_same(self, title: str, other: str) -> bool:
        """Whether two designs are the same piece of clothing."""
        return bool(clothes(title_words(self.catalogue, title)) & clothes(title_words(self.catalogue, other)))

    def _is_another(self, title: str, other: str) -> bool:
        """Whether two designs are not the same piece of clothing."""
        return clash(title_words(self.catalogue, title), title_words(self.catalogue, other))


def designs_of_rows(checked: Checked, sheet: Sheet, catalogue: Catalogue) -> RowDesigns | RowGarments | None:
    """How the rows of a sheet can be said to be other designs, if they can."""
    titles = tuple(dict.fromkeys(catalogue.titles("design")))
    return row_designs(checked, sheet, titles) or row_garments(checked, sheet, catalogue)


def row_garments(checked: Checked, sheet: Sheet, catalogue: Catalogue) -> RowGarments | None:
    """The designs of a sheet whose garments each have a column of sizes; None where a sheet is none such."""
    layouts = [layout for layout in checked.layouts if layout.sheet == sheet.name]
    layout = layouts[0] if len(layouts) == 1 else None
    if layout is None or layout.heading_row is None or isinstance(layout.heading_row, RowAcross):
        return None
    if any(isinstance(each.column, PartColumn) or each.meaning is Meaning.DESIGN for each in layout.columns):
        return None
    titles = {
        int(each.column): tuple(
            title for of in split_items(each.of) for title in titles_for(catalogue, of, each.heading)
        )
        for each in layout.columns
        if each.meaning is Meaning.SIZE and each.of
    }
    columns = {
        int(each.column): of
        for each in layout.columns
        if (of := titles.get(int(each.column))) and len(of) == len(split_items(each.of or ""))
    }
    if not titles:
        return None
    lines = checked.lines or checked.draft.lines
    return RowGarments(
        sheet=sheet.name,
        table=sheet,
        heading_row=layout.heading_row,
        titles=titles,
        columns=columns,
        free=free_column(sheet, layout),
        catalogue=catalogue,
        rows=frozenset(int(line.origin.row) for line in lines if line.origin.sheet == sheet.name),
    )
