"""Which of the designs that a row names a column is about: by its heading, by its marks, or by what somebody said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.check.rows.cell_answers import says_no
from roster_import.check.rows.garments import (
    clash,
    clothes,
    fits,
    is_of_another_use,
    names_exactly,
    title_words,
    titles_for,
    words,
)
from roster_import.model.sheets import heading_key
from roster_import.recognise.headings import garment_of
from roster_import.recognise.order_phrases import is_of_a_second

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.check.rows.column_plans import Garment, Plan
    from roster_import.check.rows.garments import Words
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import ColumnReading
    from roster_import.model.workbook import Cell


def _may_be(garment: Garment, title: Words) -> bool:
    """Whether a garment that the title does not name may be it: one that is marked or counted only where it names no clothes."""
    return garment.mark is None or bool(clothes(words(garment.of))) > bool(clothes(title))


def is_one_more(garment: Garment) -> bool:
    """Whether it is marked under a word for what is wanted beside the row's own: Spare shirt, Zusatztrikot."""
    return garment.mark is not None and is_of_a_second(garment.mark.heading)


def is_headed(garment: Garment, title: Words) -> bool:
    """Whether its marks stand under a word of the title, and are for no piece more of it."""
    if garment.mark is None or is_one_more(garment):
        return False
    return any(word & other for word in words(garment.mark.heading) for other in title)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedGarments:
    """The garments of one row's columns beside the designs that the row names."""

    cells: Mapping[int, Cell]
    plan: Plan
    catalogue: Catalogue

    def is_named(self, garment: Garment, named: Sequence[Cell]) -> bool:
        """Whether one of the designs has the words of the garment."""
        return any(fits(words(garment.of), self._words(design.text)) for design in named)

    def is_told(self, column: ColumnReading) -> bool:
        """Whether somebody said of the column which title of the catalogue it is for."""
        told = heading_key(column.of or "") not in heading_key(column.heading)
        return told and names_exactly(self.catalogue, column.of or "", column.heading)

    def is_another(self, garment: Garment, named: Sequence[Cell], titles: Sequence[str]) -> bool:
        """Whether a column asks for a garment more than the row's Design names: its very title, or the one of other clothes."""
        if garment.mark is None and garment.of in self.plan.named:
            return False  # where it is meant, Design says so
        if self._marks_another(garment) or names_exactly(self.catalogue, garment.of, garment.asked.heading):
            return True
        of = words(garment.of)
        return len(titles) == 1 and all(clash(of, self._words(d.text)) for d in named)

    def is_of(self, garment: Garment, design: Cell, how_many: int) -> bool:
        """Whether a design of the row is this garment; a lone design and a lone garment are, unless they differ."""
        about, title = words(garment.of), self._words(design.text)
        if fits(about, title) or (garment.mark is None and fits(words(garment_of(garment.asked.heading) or ""), title)):
            return True  # by its heading, too: sizes of a shirt are those of whichever shirt the row names
        if clash(about, title) or is_of_another_use(about, title):
            return False
        if not garment.of:
            return not any(fits(words(other.of), title) for other in self.plan.garments if other.of)
        return how_many == 1 and not self._marks_another(garment) and self._lone(garment) and _may_be(garment, title)

    def _marks_another(self, garment: Garment) -> bool:
        """Whether a mark is of the one title that has its words, and the row's design is not that."""
        return bool(garment.mark) and len(titles_for(self.catalogue, garment.of, garment.asked.heading)) == 1

    def _lone(self, garment: Garment) -> bool:
        others = (other for other in self.plan.garments if other is not garment)
        return not any(self._fills(other) for other in others)

    def _fills(self, garment: Garment) -> bool:
        columns = (garment.mark,) if garment.mark else garment.sizes
        return any(not says_no(self._cell(column)) for column in columns)

    def _cell(self, column: ColumnReading | None) -> Cell | None:
        return self.cells.get(column.column) if column else None

    def _words(self, design: str) -> Words:
        return title_words(self.catalogue, design)
