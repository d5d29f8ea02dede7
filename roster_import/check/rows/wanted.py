"""What one row of a sheet wants: each garment with the cells that say its design, size and how many."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from roster_import.check.rows import messages as sentences
from roster_import.check.rows.cell_answers import AnswerKind, CellAnswer, answer_of, says_no
from roster_import.check.rows.column_plans import Garment, size_counted
from roster_import.check.rows.garments import (
    fits,
    title_words,
    titles_for,
    titles_for_part,
    words,
    worn_in_pairs,
)
from roster_import.check.rows.named_garments import NamedGarments, is_headed, is_one_more
from roster_import.check.rows.size_list import parts_of
from roster_import.model.catalogue import split_items
from roster_import.model.workbook import Cell
from roster_import.recognise.children import says_grown_up, says_only_an_age

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.check.rows.column_plans import Plan
    from roster_import.check.rows.garments import Words
    from roster_import.check.rows.messages import RowPlace
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import ColumnReading
    from roster_import.model.problem import Problem


_MARKED = CellAnswer(kind=AnswerKind.MARK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """One garment wanted: cells and the columns they stand in. `about` are the words of heading and design."""

    design: tuple[ColumnReading | None, Cell | None]
    size: tuple[ColumnReading | None, Cell | None]
    quantity: tuple[ColumnReading | None, Cell | None]
    about: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWants:
    """One row and everything it wants, in the order of the columns.

    `problems` are what is in the way, `settled` the addresses of cells that are thereby dealt with. `alike` are rows
    further down that want the same, word for word.
    """

    place: RowPlace
    cells: Mapping[int, Cell]
    wants: tuple[Want, ...]
    problems: tuple[Problem, ...]
    settled: frozenset[str]
    alike: tuple[int, ...] = ()


def row_wants(
    place: RowPlace, cells: Mapping[int, Cell], plan: Plan, catalogue: Catalogue, titles: Mapping[str, str]
) -> RowWants:
    """What one row wants, by the titles and codes of the catalogue and by what a text was said to mean (`titles`) alone."""
    garments = NamedGarments(cells=cells, plan=plan, catalogue=catalogue)
    reader = _RowReader(place=place, cells=cells, plan=plan, catalogue=catalogue, titles=titles, garments=garments)
    wants = tuple(reader.wants())
    settled = frozenset(reader.settled | {problem.cell for problem in reader.problems if problem.cell})
    return RowWants(place=place, cells=cells, wants=wants, problems=tuple(reader.problems), settled=settled)


@dataclass(slots=True, kw_only=True)
class _RowReader:
    """Reads the wants of one row; what it finds beside them gathers in `problems` and `settled`."""

    place: RowPlace
    cells: Mapping[int, Cell]
    plan: Plan
    catalogue: Catalogue
    titles: Mapping[str, str]
    garments: NamedGarments
    problems: list[Problem] = field(default_factory=list)
    settled: set[str] = field(default_factory=set)

    def wants(self) -> list[Want]:
        """Everything the row wants, in the order of the columns; sizes of a second piece last."""
        wants = self._of_the_row()
        return [*wants, *self._seconds([want.design[1].text for want in wants if want.design[1]])]

    def _seconds(self, titles: Sequence[str]) -> list[Want]:
        """One more in the size of each column for a second piece, of what somebody said; else that is asked about."""
        filled = [(column, cell) for column in self.plan.seconds if (cell := self._cell(column)) and not says_no(cell)]
        told = [column for column, _ in filled if self.garments.is_told(column)]
        for column, cell in filled if titles else ():
            if column not in told:
                self.problems.append(sentences.one_in_another_size(self.place, column, cell, titles[0]))
        return [
            Want(
                design=(column, replace(cell, text=column.of or "", date=None, stands=cell.text)),
                size=(column, cell),
                quantity=(self.plan.quantity, None),
                about=self._words(column.of or ""),
            )
            for column, cell in filled
            if column in told
        ]

    def _of_the_row(self) -> list[Want]:
        if self.plan.listed:
            return self._listed(self.plan.listed)
        if self.plan.matrix:
            beside = self.plan.counted and self.plan.garments and not self._designs()
            return [*self._matrix(), *(self._garments() if beside else [])]
        return self._garments() if self.plan.garments else self._plain()

    # ------------------------------------------------------------------------------------------- one size a row

    def _plain(self) -> list[Want]:
        """The row's own design, size and quantity; each design apart where names or numbers differ between them.

        What stands in a column of designs of its own is a want of its own: there it is asked about.
        """
        designs = [(column, cell) for column in self.plan.designs if (cell := self._cell(column))]
        if any(column is not self.plan.design for column, _ in designs):
            return [self._whole(cell, column) for column, cell in designs]
        names = self._designs() if self.plan.varied else []
        if len(names) < 2:
            return [self._whole(self._row_design())]
        return [self._whole(design) for design in names]

    def _whole(self, design: Cell | None, column: ColumnReading | None = None) -> Want:
        about = tuple(word for name in split_items(design.text) for word in self._words(name)) if design else ()
        return Want(
            design=(column or self.plan.design, design),
            size=self._row_size(),
            quantity=self._row_quantity(),
            about=about,
        )

    def _designs(self) -> list[Cell]:
        """The designs that the row's Design names, each as a cell of its own at the same address."""
        cell = self._row_design()
        return [replace(cell, text=name) for name in split_items(cell.text)] if cell else []

    def _listed(self, column: ColumnReading) -> list[Want]:
        """A garment for each that the cell names with its size."""
        cell = self._cell(column)
        if cell is None or says_no(cell):
            return []
        parts = parts_of(cell.text)
        titles = [titles_for_part(garment, self.catalogue, self.titles) for garment, _ in parts]
        unclear = [garment for each, (garment, _) in zip(titles, parts, strict=True) if len(each) != 1]
        if unclear or not parts:
            place, catalogue = self.place, self.catalogue
            said = [
                sentences.part_unclear(place, column, cell, garment, catalogue) for garment in dict.fromkeys(unclear)
            ]
            self.problems += said or [sentences.list_unclear(place, column, cell, catalogue)]
            return []
        return [
            Want(
                design=(column, self._made(column, title)),
                size=(column, self._made(column, size)),
                quantity=self._row_quantity(),
                about=self._words(title),
            )
            for (title,), (_, size) in zip(titles, parts, strict=True)
        ]

    # ----------------------------------------------------------------------------------------------- size matrix

    def _matrix(self) -> list[Want]:
        asked = [(column, self._answer(column)) for column in self.plan.matrix]
        quantity = self._total(asked)
        return [
            Want(
                design=design,
                size=(column, self._made(column, size_counted(column))),
                quantity=self._how_many(column, answer, quantity),
            )
            for column, answer in asked
            if answer.wanted
            for design in self._counted(column)
        ]

    def _counted(self, column: ColumnReading) -> list[tuple[ColumnReading | None, Cell | None]]:
        """The design of a column of a size matrix: the row's, or the garment's that its heading names beside another."""
        if column.column not in self.plan.counted:
            return [(self.plan.design, self._row_design())]
        garment = Garment(of=self.plan.counted[column.column], mark=column, sizes=())
        designs = self._designs_for(garment, self._designs(), set())
        return [(self._design_column(garment, design), design) for design in designs]

    # -------------------------------------------------------------------------------------- columns of garments

    def _garments(self) -> list[Want]:
        named = self._designs()
        asked = {id(garment): self._wish(garment, named) for garment in self.plan.garments}
        marked = self._once_each()
        beside = bool(named) and not any(self.garments.is_named(garment, named) for garment in marked)
        quantity = self._total([(g.mark, asked[id(g)]) for g in marked if g.mark], beside=beside)
        found: list[Want] = []
        matched: set[int] = set()
        for garment in self.plan.garments:
            if not asked[id(garment)].wanted:
                continue
            if not garment.of and self.plan.design and not named:
                found.append(self._whole(None))  # the row's own size: which garment, its Design would say
                continue
            designs = self._designs_for(garment, named, matched)
            found += [self._want(garment, design, asked[id(garment)], quantity) for design in designs]
        return [*found, *self._rest(named, matched)]

    def _once_each(self) -> list[Garment]:
        """The garments, of those that share a mark only the first."""
        return list({g.mark.column: g for g in reversed(self.plan.garments) if g.mark}.values())[::-1]

    def _wish(self, garment: Garment, named: Sequence[Cell]) -> CellAnswer:
        """Whether the garment is wanted; a size of its own, or its design named on the row, stands for a mark."""
        filled = any(not says_no(self._cell(column)) for column in garment.sizes)
        if garment.mark is None:
            self._settle_dashes(garment)
            return _MARKED if filled else CellAnswer(kind=AnswerKind.EMPTY)
        answer = self._answer(garment.mark)
        if answer.kind is AnswerKind.NO and garment.own_size:
            self.settled.update(cell.address for column in garment.sizes if (cell := self._cell(column)))
        if answer.kind is not AnswerKind.EMPTY:
            return answer if filled or garment.of == garment.mark.of else CellAnswer(kind=AnswerKind.EMPTY)
        counted = garment.mark.meaning.value == "quantity" and garment.own_size and filled
        return _MARKED if counted or self.garments.is_named(garment, named) else answer

    def _settle_dashes(self, garment: Garment) -> None:
        dashes = (cell for column in garment.sizes if (cell := self._cell(column)) and says_no(cell))
        self.settled.update(cell.address for cell in dashes)

    def _designs_for(self, garment: Garment, named: Sequence[Cell], matched: set[int]) -> list[Cell]:
        """The designs a wanted garment stands for: those of the row's Design, else the one its heading names."""
        asking = self._asking(garment)
        fitting = [at for at, design in enumerate(named) if self.garments.is_of(garment, design, len(named))]
        if fitting and self._is_besides(garment):
            return [replace(asking, text=named[fitting[0]].text, date=None, stands=asking.text)]
        if fitting:
            matched.update(fitting)
            self._settle_mark(garment, named[fitting[0]])
            return [named[at] for at in fitting]
        titles = titles_for(self.catalogue, garment.of, garment.asked.heading)
        if named and not self.garments.is_another(garment, named, titles):
            elsewhere = garment.of in self.plan.named
            problem = sentences.not_on_row(self.place, garment, asking, named, self.catalogue, elsewhere=elsewhere)
            self.problems.append(problem)
            self.settled.update(design.address for design in named)
            matched.update(range(len(named)))
            return []
        if len(titles) != 1:
            self.problems.append(sentences.garment_unclear(self.place, garment, titles, self.catalogue))
            self._settle(garment)
            return []
        return [replace(asking, text=titles[0], date=None, stands=asking.text)]

    def _is_besides(self, garment: Garment) -> bool:
        """Whether somebody said of a mark for a second one which title it orders, beside the same one that the row names."""
        if garment.mark is None or not is_one_more(garment) or self._answer(garment.mark).kind is not AnswerKind.MARK:
            return False
        return self.garments.is_told(garment.mark)

    def _settle_mark(self, garment: Garment, design: Cell) -> None:
        """A mark for what Design names orders nothing more by itself; under a word for one more, that may be meant."""
        cell = self._cell(garment.mark)
        if garment.mark is None or cell is None:
            return
        answer, more = self._answer(garment.mark), is_one_more(garment)
        if answer.kind is AnswerKind.COUNT and not more:
            return
        if more:
            self.problems.append(sentences.some_more(self.place, garment.mark, cell, design, answer.count or 1))
        self.settled.add(cell.address)

    def _want(
        self, garment: Garment, design: Cell, answer: CellAnswer, quantity: tuple[ColumnReading, Cell] | None
    ) -> Want:
        column = self._design_column(garment, design)
        more = is_one_more(garment) and column is self.plan.design  # how many of it, the row says
        how_many = self._how_many(garment.mark, answer, quantity) if garment.mark and not more else self._row_quantity()
        return Want(
            design=(column, design),
            size=self._size(garment.sizes),
            quantity=how_many,
            about=(*words(garment.of), *self._words(design.text)),
        )

    def _design_column(self, garment: Garment, design: Cell) -> ColumnReading:
        own = self._row_design()
        return self.plan.design if self.plan.design and own and own.address == design.address else garment.asked

    def _rest(self, named: Sequence[Cell], matched: set[int]) -> list[Want]:
        """The designs of the row that no column is about: with the row's own size, else without one."""
        rest = [design for at, design in enumerate(named) if at not in matched]
        about = [design for design in rest if not self._refused(design)]
        size = self._row_size() if self.plan.sizes else (self.plan.garments[0].sizes or (None,))[0]
        return [
            Want(
                design=(self.plan.design, design),
                size=size if isinstance(size, tuple) else (size, None),
                quantity=self._row_quantity(),
                about=self._words(design.text),
            )
            for design in about
        ]

    def _refused(self, design: Cell) -> bool:
        """Whether a column that is headed as the design says no to it; a no to long sleeves leaves the design as it is."""
        title = self._words(design.text)
        about = (g for g in self.plan.garments if is_headed(g, title) and fits(words(g.of), title))
        return any(self._answer(garment.mark).kind is AnswerKind.NO for garment in about if garment.mark)

    # ------------------------------------------------------------------------------------------------ single cells

    def _total(
        self, asked: Sequence[tuple[ColumnReading | None, CellAnswer]], *, beside: bool = False
    ) -> tuple[ColumnReading, Cell] | None:
        """The row's quantity where it holds for each mark; beside counts it is their sum, or it is a problem.

        `beside`: the row's Design names what none of the marks is for; a quantity of 1 is of that alone.
        """
        cell = self._cell(self.plan.quantity)
        if cell is None or self.plan.quantity is None:
            return None
        wanted = [answer for _, answer in asked if answer.wanted]
        if not any(answer.kind is AnswerKind.COUNT for answer in wanted):
            return self.plan.quantity, cell
        total = sum(answer.count or 1 for answer in wanted)
        self.settled.add(cell.address)
        said = answer_of(cell).count
        if said != total and not (beside and said == 1):
            counted = [column for column, answer in asked if column and answer.wanted]
            self.problems.append(sentences.quantity_differs(self.place, self.plan.quantity, cell, counted, total))
        return None

    def _how_many(
        self, column: ColumnReading, answer: CellAnswer, quantity: tuple[ColumnReading, Cell] | None
    ) -> tuple[ColumnReading | None, Cell | None]:
        if answer.kind is AnswerKind.COUNT:
            return column, self._made(column, str(answer.count))
        if answer.kind is AnswerKind.BROKEN:
            return column, self._cell(column)
        return quantity or (self.plan.quantity, None)

    def _answer(self, column: ColumnReading) -> CellAnswer:
        cell = self._cell(column)
        answer = answer_of(cell, in_pairs=worn_in_pairs(words(column.of or "")))
        if cell is None:
            return answer
        if answer.kind is AnswerKind.UNCLEAR:
            problem = sentences.mark_unclear(self.place, column, cell, answer.count)
            self.problems += [] if problem in self.problems else [problem]
        if answer.kind in (AnswerKind.NO, AnswerKind.UNCLEAR):
            self.settled.add(cell.address)
        return answer

    def _row_quantity(self) -> tuple[ColumnReading | None, Cell | None]:
        return self.plan.quantity, self._cell(self.plan.quantity)

    def _row_size(self) -> tuple[ColumnReading | None, Cell | None]:
        return self._size(self.plan.sizes)

    def _size(self, columns: Sequence[ColumnReading]) -> tuple[ColumnReading | None, Cell | None]:
        """The one of the size columns that the row fills; two are a problem."""
        filled = [(column, cell) for column in columns if (cell := self._cell(column))]
        if len(columns) > 1:
            self.settled.update(cell.address for _, cell in filled if says_no(cell))
            filled = [(column, cell) for column, cell in filled if not says_no(cell)]
        if len(filled) > 1:
            self.settled.update(cell.address for _, cell in filled)
            filled = _for_whom(filled)
        if len({cell.text.casefold() for _, cell in filled}) == 1:
            filled = filled[:1]
        if len(filled) > 1:
            problem = sentences.two_sizes(self.place, filled)
            self.problems += [] if problem in self.problems else [problem]
        return filled[0] if filled else (columns[0] if columns else None, None)

    def _asking(self, garment: Garment) -> Cell:
        """The cell that asks for the garment: its mark, else its size, else the row's design."""
        columns = (garment.mark, *garment.sizes, self.plan.design)
        cells = [cell for column in columns if (cell := self._cell(column)) and not says_no(cell)]
        return cells[0]

    def _settle(self, garment: Garment) -> None:
        columns = (garment.mark, *garment.sizes)
        self.settled.update(cell.address for column in columns if (cell := self._cell(column)))

    def _made(self, column: ColumnReading, text: str) -> Cell:
        cell = self.cells[column.column]
        return Cell(row=cell.row, column=cell.column, text=text, struck=cell.struck)

    def _row_design(self) -> Cell | None:
        """The design the row names, or the one that somebody named for every row: that stands in no cell."""
        named = self._cell(self.plan.design)
        if named or not self.plan.every_row or any(self._cell(column) for column in self.plan.logos):
            return named
        column = self.plan.design.column if self.plan.design else 0
        return Cell(row=self.place.row, column=column, text=self.plan.every_row)

    def _cell(self, column: ColumnReading | None) -> Cell | None:
        return self.cells.get(column.column) if column else None

    def _words(self, design: str) -> Words:
        return title_words(self.catalogue, design)


def _for_whom(filled: list[tuple[ColumnReading, Cell]]) -> list[tuple[ColumnReading, Cell]]:
    """Of two sizes one of which only says for whom the other is, the one with both: Youth beside M is Youth M."""
    whose = [(column, cell) for column, cell in filled if says_only_an_age(cell.text)]
    sizes = [each for each in filled if each not in whose]
    if len(whose) != 1 or len(sizes) != 1:
        return filled
    (_, age), (column, cell) = whose[0], sizes[0]
    return [(column, cell if says_grown_up(age.text) else replace(cell, text=f"{age.text} {cell.text}"))]
