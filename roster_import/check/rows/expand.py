"""One row of a sheet -> its roster rows, and a problem for each filled cell from which none came."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from roster_import.check.meant.wearers import Wearer, wearers_named
from roster_import.check.rows import messages as sentences
from roster_import.check.rows.cell_answers import left_off, reads_as_no
from roster_import.check.rows.garments import fits, is_for_children, is_of_a_kit, words
from roster_import.check.rows.name_and_number import half_of, is_undivided
from roster_import.check.rows.row import RosterRow
from roster_import.language.messages import listed
from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import SAYS_WHETHER_PRINTED, Meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.check.rows.column_plans import Plan
    from roster_import.check.rows.messages import RowPlace
    from roster_import.check.rows.wanted import RowWants, Want
    from roster_import.model.catalogue import Catalogue, CatalogueEntry
    from roster_import.model.layout import ColumnReading
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell

M = Meaning
_LETTER_SIZE = re.compile(r"(?:[2-9]?x{0,4}[sl]|m)", re.IGNORECASE)
_PRINTED = (M.NAME, M.NUMBER)
_HARMLESS = frozenset(
    {M.PLAYER, M.FIRST_NAME, M.NAME_PREFIX, M.LAST_NAME, M.NAME, M.NUMBER, M.TEAM, M.ORDER, *SAYS_WHETHER_PRINTED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowExpansion:
    """What became of one row of a sheet; `idle` says that it wants nothing."""

    rows: tuple[RosterRow, ...]
    problems: tuple[Problem, ...]
    idle: bool = False


def expand(row: RowWants, plan: Plan, catalogue: Catalogue, team: Cell | None) -> RowExpansion:
    """The roster rows of one row of a sheet. Every filled cell ends in a row or in a problem."""
    certain = not row.problems
    maker = _Maker(place=row.place, cells=row.cells, plan=plan, catalogue=catalogue, team=team)
    rows = maker.rows(row.wants, certain=certain)
    idle = not rows and certain
    cells = [(column, row.cells[column.column]) for column in plan.used if column.column in row.cells]
    maker.problems += [sentences.undivided(row.place, *each) for each in cells if is_undivided(each[1], each[0])]
    unused = [] if idle else maker.unused(rows, row.settled, certain=certain)
    return RowExpansion(rows=rows, problems=(*row.problems, *maker.problems, *unused), idle=idle)


@dataclass(slots=True, kw_only=True)
class _Maker:
    place: RowPlace
    cells: Mapping[int, Cell]
    plan: Plan
    catalogue: Catalogue
    team: Cell | None
    problems: list[Problem] = field(default_factory=list)

    def rows(self, wants: Sequence[Want], *, certain: bool) -> tuple[RosterRow, ...]:
        """A row for each garment; loose logos stand with the only garment, or on rows of their own."""
        together = len(wants) == 1 and not self.plan.garments and not self.plan.matrix
        wants = [each for want in wants for each in self._apart(want)]
        blank = {meaning: self._mute(wants, meaning, certain=certain) for meaning in _PRINTED}
        unprinted = self._unprinted()
        made = [
            self._row(want, logo=together and not at, mute=unprinted | {m for m in _PRINTED if want in blank[m]})
            for at, want in enumerate(wants)
        ]
        columns = self.plan.logos[1:] if together else self.plan.logos
        return (*made, *(self._logo_row(column) for column in columns if column.column in self.cells))

    def _unprinted(self) -> frozenset[Meaning]:
        """What is not printed, as a column of yes and no says."""
        columns = {
            meaning: columns[0].column
            for meaning, columns in self.plan.person.items()
            if meaning in SAYS_WHETHER_PRINTED
        }
        cells = {meaning: self.cells[column] for meaning, column in columns.items() if column in self.cells}
        return left_off(columns, cells)

    def _apart(self, want: Want) -> list[Want]:
        """The designs of a row's Design each by itself, where not all of them have a place for its name and number."""
        column, cell = want.design
        of_row = any(column is each for each in self.plan.designs) or column is self.plan.design
        names = split_items(cell.text) if cell and of_row and not self._has_logo() else []
        if cell is None or len(names) < 2:
            return [want]
        each = [replace(want, design=(column, replace(cell, text=name))) for name in names]
        places = {tuple(self._lacks(one, meaning) for meaning in _PRINTED) for one in each}
        return each if len(places) > 1 else [want]

    def _row(self, want: Want, *, logo: bool, mute: frozenset[Meaning]) -> RosterRow:
        pairs = self._person(want, mute=mute, stored=logo or not self._has_logo())
        pairs |= {M.DESIGN: want.design, M.SIZE: want.size, M.QUANTITY: want.quantity}
        if logo and self.plan.logos:
            pairs[M.LOGO] = (self.plan.logos[0], self.cells.get(self.plan.logos[0].column))
        self._beware_of_children(want)
        self._beware_of_women(want)
        return self._made(pairs, self._values(want))

    def _logo_row(self, column: ColumnReading) -> RosterRow:
        quantity = (self.plan.quantity, self.cells.get(self.plan.quantity.column) if self.plan.quantity else None)
        pairs = self._person(None, mute=frozenset(), stored=True)
        return self._made(pairs | {M.LOGO: (column, self.cells[column.column]), M.QUANTITY: quantity}, {})

    def _made(
        self, pairs: Mapping[Meaning, tuple[ColumnReading | None, Cell | None]], values: Mapping[int, Cell]
    ) -> RosterRow:
        cells = {meaning: cell for meaning, (_, cell) in pairs.items() if cell is not None}
        if self.team and M.TEAM not in cells:
            cells[M.TEAM] = self.team
        return RosterRow(
            sheet=self.place.sheet,
            row=self.place.row,
            cells=cells,
            columns={meaning: column for meaning, (column, _) in pairs.items() if column is not None},
            values=values,
        )

    # ----------------------------------------------------------------------------------- the person and the print

    def _person(
        self, want: Want | None, *, mute: frozenset[Meaning], stored: bool
    ) -> dict[Meaning, tuple[ColumnReading | None, Cell | None]]:
        """The columns about the person; `mute` is left out of what is printed, `stored` keeps what is for storage."""
        found: dict[Meaning, tuple[ColumnReading | None, Cell | None]] = {}
        for meaning, columns in self.plan.person.items():
            column = self._chosen(columns, want)
            if not self._serves(column, want) or meaning in mute or (meaning is M.STORAGE_QUANTITY and not stored):
                found[meaning] = (column, None)
            else:
                found[meaning] = (column, half_of(self.cells.get(column.column), column, meaning))
        if M.NAME in mute and M.NAME not in found:  # so that the person's name is not printed in its place
            person = next((found[key] for key in (M.PLAYER, M.LAST_NAME, M.FIRST_NAME) if key in found), (None, None))
            found[M.NAME] = (person[0], None)
        return found

    def _serves(self, column: ColumnReading, want: Want | None) -> bool:
        """Whether what the column says of its garment holds for this one: the number on the shorts is not the shirt's."""
        of = words(column.of or "")
        return want is None or not of or is_of_a_kit(of) or fits(of, want.about)

    def _chosen(self, columns: Sequence[ColumnReading], want: Want | None) -> ColumnReading:
        """Of several numbers or names the one of this garment, else the one that says no garment, else the first."""
        about = want.about if want else ()
        special = [column for column in columns if column.of and fits(words(column.of), about)]
        plain = [column for column in columns if not column.of]
        return (special or plain or list(columns))[0]

    def _mute(self, wants: Sequence[Want], meaning: Meaning, *, certain: bool) -> list[Want]:
        """The garments that have no place for the name, or number, where another of the row carries it (or may)."""
        blank = [want for want in wants if self._lacks(want, meaning)]
        return blank if len(blank) < len(wants) or (not certain and self.plan.garments) else []

    def _lacks(self, want: Want, meaning: Meaning) -> bool:
        """Whether the garment is known to have no place for a name, or for a number."""
        places = [entry.placeholders for entry in self._entries(want)]
        return bool(places) and all((p.name if meaning is M.NAME else p.number) is False for p in places)

    def _values(self, want: Want) -> dict[int, Cell]:
        """The placeholders' values, but for those that the want's design is known not to have."""
        known = [entry.placeholders.ids for entry in self._entries(want)]
        several = bool(self.plan.garments or self.plan.matrix)
        return {
            logo: self.cells[column.column]
            for logo, column in self.plan.placeholders.items()
            if column.column in self.cells and not (several and known and all(ids and logo not in ids for ids in known))
        }

    def _entries(self, want: Want) -> list[CatalogueEntry]:
        design = want.design[1]
        found = [self.catalogue.design(name) for name in split_items(design.text)] if design else []
        entries = [self.catalogue.entry_of(ref) for ref in found if not isinstance(ref, Unresolved)]
        return [entry for entry in entries if entry]

    def _has_logo(self) -> bool:
        return any(column.column in self.cells for column in self.plan.logos)

    def _beware_of_children(self, want: Want) -> None:
        """An M under "Youth size" is no M, unless the design itself is for children."""
        column, cell = want.size
        if column is None or cell is None or column.meaning is not M.SIZE or not _LETTER_SIZE.fullmatch(cell.text):
            return
        if is_for_children(words(column.of or column.heading)) and not is_for_children(self._title_words(want)):
            self.problems.append(sentences.size_of_children(self.place, column, cell))

    def _beware_of_women(self, want: Want) -> None:
        """An M under "Ladies' size" is no M of a garment for everybody."""
        column, cell = want.size
        if column is None or cell is None or column.meaning is not M.SIZE or not column.of:
            return
        if wearers_named(column.of) != {Wearer.WOMEN} or wearers_named(cell.text):
            return
        design = want.design[1].text if want.design[1] else ""
        entries = self._entries(want)
        titles, sizes = (
            [entry.title for entry in entries] or [design],
            [size for each in entries for size in each.sizes],
        )
        if design and not any(Wearer.WOMEN in wearers_named(text) for text in (*titles, *sizes)):
            self.problems.append(sentences.size_of_women(self.place, column, cell, listed(titles)))

    def _title_words(self, want: Want) -> tuple[frozenset[str], ...]:
        titles = [entry.title for entry in self._entries(want)] or [want.design[1].text if want.design[1] else ""]
        return tuple(word for title in titles for word in words(title))

    # ------------------------------------------------------------------------------------------- nothing is dropped

    def unused(self, rows: Iterable[RosterRow], settled: frozenset[str], *, certain: bool) -> list[Problem]:
        """Filled cells from which no row came. Where the row has problems, what hangs on them is not mentioned."""
        used = {(cell.address, cell.column) for row in rows for cell in (*row.cells.values(), *row.values.values())}
        left = [
            (column, cell)
            for column in self.plan.used
            if (cell := self.cells.get(column.column)) and cell.address not in settled
            if (cell.address, cell.column) not in used  # of several parts of one cell each by itself
        ]
        unprinted = self._unprinted()
        return [
            sentences.unused(self.place, column, cell, warning=self._is_harmless(column))
            for column, cell in left
            if (certain or not self._hangs_on_garment(column))
            and column.meaning not in unprinted
            and not (column.meaning in _HARMLESS and reads_as_no(cell.text))
        ]

    def _hangs_on_garment(self, column: ColumnReading) -> bool:
        """Whether the cell is of whatever the row orders, and says nothing where that is open."""
        return column.meaning in _HARMLESS or (not column.of and column.meaning in (M.SIZE, M.QUANTITY))

    def _is_harmless(self, column: ColumnReading) -> bool:
        """Whether no garment can be lost with the cell: what is printed, or a size where marks say what is ordered."""
        marked = any(garment.mark and column in garment.sizes for garment in self.plan.garments)
        return column.meaning in _HARMLESS or marked
