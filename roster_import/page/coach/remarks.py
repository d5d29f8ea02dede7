"""What is said of the cells of a sheet: once for each cell, and once for all cells of which the same is said."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from roster_import.check.rows.messages import rows_listed
from roster_import.check.rules.sizes import size_kind, size_order
from roster_import.language.advice import for_a_coach
from roster_import.language.messages import either, listed, say, say_n
from roster_import.model.catalogue import Catalogue
from roster_import.page.coach.mends import NOTHING
from roster_import.page.coach.row_garments import RowGarments, designs_of_rows
from roster_import.page.left_as_is import name_of
from roster_import.page.state import hashed
from roster_import.write.ooxml.cells import box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.model.workbook import Sheet
    from roster_import.page.coach.column_fates import SheetFates
    from roster_import.page.coach.row_designs import RowDesigns

_TOO_MUCH = frozenset({"shirt-twice", "player-two-sizes"})
_OF_A_GARMENT, _KEEPER, _REMARK = "garment-left-blank", "keeper-in-other-shirt", "text-may-change-order"
_NO_SIZE = frozenset({_OF_A_GARMENT, "size-missing"})
_NOT_MADE = "size-unknown"
_WHATEVER_THE_SIZE = "name-left-off"
_SIZE_TO_CHOOSE = frozenset({"size-missing", _NOT_MADE})
_MANY = 3  # cells of which one thing is said: then the column may be something else
FEW = 8
"""Sizes that are offered."""
_NEAR = 4  # sizes, of many
_SHORT = 40  # letters of a text that is said again
_NAMED = 30  # cells that are named of those that are alike
_BETWEEN = " | "  # suggestions of one cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What may be meant instead: the text for the cell (empty: it is emptied)."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A problem as it is said at its place: `cell` its address where it can be mended there, `text` what stands in it.

    `more` is what else is said of the cell. `alike` cells are mended at once, this one among them, by their names
    (`every`); `also` says which they are. `choices` are what other rows hold there. `name` is that of a warning that can be left
    as it is, `none` the text that says of a cell that nothing is wanted. `designs` are what the rows of `design_cells` may be
    instead.
    """

    level: str
    code: str
    message: str
    place: str
    sheet: str = ""
    cell: str = ""
    column: str = ""
    text: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    choices: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    alike: int = 0
    every: str = ""
    also: str = ""
    head: str = ""  # the column, or the line, whose fate stands at its head
    name: str = ""
    none: str = ""
    is_of_nobody: bool = False  # the row orders nothing else, so that who gets nothing has no row
    designs: tuple[str, ...] = ()
    design_cells: str = ""

    @property
    def id(self) -> str:
        """Its name within a page."""
        return f"m-{self.cell}"

    @property
    def is_too_much(self) -> bool:
        """Whether what is said may mean that the whole row is one too many."""
        return self.code in _TOO_MUCH

    @property
    def is_for_the_office(self) -> bool:
        """Whether it is a remark of somebody's, which orders nothing: left so, the office reads it."""
        return self.code == _REMARK

    @property
    def goes_without_saying(self) -> bool:
        """Whether what is meant says what is wrong: an error with just one thing to write instead."""
        return self.level == "error" and len(self.suggestions) == 1 and not self.more and bool(self.suggestions[0].text)

    @property
    def whose_head(self) -> str:
        """The way to say that a whole column is something else."""
        return say("Is {column} something else?", column=self.head)

    @property
    def everywhere(self) -> str:
        """To mend all cells of which the same is said."""
        return say_n("this {count}", "all {count}", self.alike)


@dataclass(frozen=True, slots=True, kw_only=True)
class Garments:
    """What a club can order, the titles of a goalkeeper's shirts, and the sizes of each design."""

    catalogue: Catalogue = field(default_factory=Catalogue)
    of_keepers: tuple[str, ...] = ()
    sizes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by the title


NO_GARMENTS = Garments()


def is_plain(problem: Problem) -> bool:
    """Whether there is just one thing that may be meant instead."""
    return problem.suggestion is not None and _BETWEEN not in problem.suggestion


def names_of(fixes: Iterable[Problem]) -> str:
    """The names of suggestions that are taken together, a blank between them: others than were shown are not taken."""
    return " ".join(hashed(repr((fix.sheet, fix.cell, fix.value, fix.suggestion)))[:10] for fix in fixes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """The remarks of a page, from the top: what was said further up is not said again.

    `groups` is each cell of which the same is said as of others, with the problem of them all, `choices` what the cells of a
    column hold, by its number, where it is one of a few things.
    """

    sheet: Sheet
    fates: SheetFates
    groups: Mapping[tuple[str | None, str], Problem]
    choices: Mapping[int, tuple[str, ...]]
    designs: RowDesigns | RowGarments | None = None
    garments: Garments = field(default_factory=lambda: NO_GARMENTS)
    ordered: frozenset[int] = frozenset()  # rows of which something is ordered
    _said: dict[tuple[str, str, str], str] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    @classmethod
    def of(
        cls,
        checked: Checked,
        sheet: Sheet,
        fates: SheetFates,
        choices: Mapping[int, tuple[str, ...]],
        garments: Garments,
    ) -> Remarks:
        """Those of a sheet of a checked file, none said yet."""
        many = [problem for problem in checked.problems if problem.sheet == sheet.name and len(problem.each) > 1]
        lines = checked.lines or checked.draft.lines
        return cls(
            sheet=sheet,
            fates=fates,
            groups={(each.cell, each.code): problem for problem in many for each in problem.each},
            choices=choices,
            designs=designs_of_rows(checked, sheet, garments.catalogue),
            garments=garments,
            ordered=frozenset(int(line.origin.row) for line in lines if line.origin.sheet == sheet.name),
        )

    def of_row(self, problems: Iterable[Problem]) -> tuple[Remark, ...]:
        """What is said of a row, the errors first, each cell once."""
        by_cell: dict[str, Remark] = {}
        for at, problem in enumerate(sorted(problems, key=_as_read)):
            for remark in self._remarks(problem):
                key = remark.cell or str(at)
                by_cell[key] = _with(by_cell[key], remark) if key in by_cell else remark
        return tuple(by_cell.values())

    def _remarks(self, problem: Problem) -> Iterator[Remark]:
        """The remark of a problem; none where a remark further up mends it along with others."""
        group = self.groups.get((problem.cell, problem.code))
        remark = self._with_ways_out(problem, remark_of(problem, self.sheet))
        if group is None or not remark.cell:
            yield self._once(self._with_choices(remark))
            return
        together = [each for each in group.each if is_plain(each)]
        name = f"{group.cell} {group.code}"
        if is_plain(problem) and name in self._told:
            return
        if is_plain(problem) and len(together) > 1:
            self._told.add(name)
            also = _also(problem, together)
            remark = replace(remark, alike=len(together), every=names_of(together), also=also)
        head = self._head(remark.cell) if len(group.each) >= _MANY else ""
        yield self._once(self._with_choices(replace(remark, head=head)))

    def _with_ways_out(self, problem: Problem, remark: Remark) -> Remark:
        """The remark with what can be said of its row beside another text in its cell."""
        if remark.cell and (problem.code in _NO_SIZE or _is_note(problem, remark)):
            return replace(remark, none=NOTHING, is_of_nobody=not self._gets_another(problem, remark.cell))
        if problem.code == _KEEPER and self.designs and self.garments.of_keepers:
            rows = [int(origin.row) for origin in problem.rows]
            cells = self.designs.cells_of(rows, self.garments.of_keepers)
            question = say(
                "{text!r}, ordered as {design}: which shirt is it in {rows}?",
                text=remark.text[:_SHORT],
                design=listed(list(dict.fromkeys(cells.values()))),
                rows=rows_listed(rows),
            )
            return replace(remark, designs=self.garments.of_keepers, design_cells=",".join(cells), message=question)
        if problem.code == _REMARK and self._is_all_said(problem, remark):
            return replace(
                remark, message=say("Nothing is ordered from this remark. Should it change the order, change the row.")
            )
        return remark

    def _gets_another(self, problem: Problem, cell: str) -> bool:
        """Whether the row orders something beside the garment whose size is wrong."""
        row, place = int(problem.row or 0), box(cell)
        if problem.code == _OF_A_GARMENT:
            return row in self.ordered
        return isinstance(self.designs, RowGarments) and place is not None and self.designs.has_another(row, place[1])

    def _is_all_said(self, problem: Problem, remark: Remark) -> bool:
        """Whether the cell of a row that is ordered says itself what the sentence repeats: no comment, no date, no legend."""
        of_row = bool(problem.column) and int(problem.row or 0) in self.ordered
        return of_row and bool(remark.text) and remark.text[:_SHORT] in str(problem.message)

    def _head(self, cell: str) -> str:
        place = box(cell)
        return self.fates.head_of(place[0], place[1]) if place else ""

    def _with_choices(self, remark: Remark) -> Remark:
        place = box(remark.cell) if remark.cell else None
        if place is None or remark.code == _WHATEVER_THE_SIZE:
            return remark
        designs = self.designs.designs_at(*place[:2]) if self.designs else ()
        sizes = nearest(self._made_in(designs), remark.text)
        if remark.code not in _SIZE_TO_CHOOSE or not 0 < len(sizes) <= FEW or remark.goes_without_saying:
            return remark if remark.suggestions else replace(remark, choices=self._held(place[1]))
        sizes = () if remark.suggestions else sizes
        text = say("{text!r} is no size of {design}.", text=remark.text[:_SHORT], design=either(designs))
        return replace(remark, choices=sizes, message=text if remark.text else say("There is no size yet."))

    def _made_in(self, designs: Sequence[str]) -> tuple[str, ...]:
        """The sizes that there are of each of these designs."""
        made = [self.garments.sizes.get(design, ()) for design in designs]
        return tuple(size for size in made[0] if all(size in sizes for sizes in made)) if made else ()

    def _held(self, column: int) -> tuple[str, ...]:
        """What the column holds elsewhere, where a size is made of it: others may not have been found wrong yet."""
        made = {size for sizes in self.garments.sizes.values() for size in sizes}
        return tuple(text for text in self.choices.get(column, ()) if text in made or not made)

    def _once(self, remark: Remark) -> Remark:
        first = self._said.setdefault((remark.column, remark.message, remark.level), remark.cell)
        if not first or first == remark.cell:
            return remark
        return replace(remark, message=say("As in {cell}.", cell=first), head="")


def _is_note(problem: Problem, remark: Remark) -> bool:
    """Whether in place of a size something is said that is none: the same as last year."""
    return problem.code == _NOT_MADE and not remark.suggestions and not size_kind(remark.text)


def nearest(sizes: Sequence[str], text: str) -> tuple[str, ...]:
    """Of many sizes the few that are nearest to one that is not made; all of them where nothing is known of it."""
    order = size_order(text)[:2] if size_kind(text) else None
    if order is None or len(sizes) <= FEW:
        return tuple(sizes)
    ordered = sorted(sizes, key=size_order)
    at = bisect([size_order(size)[:2] for size in ordered], order)
    first = max(0, min(at - _NEAR // 2, len(ordered) - _NEAR))
    return tuple(ordered[first : first + _NEAR])


def remark_of(problem: Problem, sheet: Sheet) -> Remark:
    """A problem as it is said by itself."""
    cell = box(problem.cell) if problem.cell and problem.sheet == sheet.name else None
    texts = problem.suggestion.split(_BETWEEN) if cell and problem.suggestion is not None else []
    return Remark(
        level=problem.level,
        code=problem.code,
        message=for_a_coach(problem.message),
        name=name_of(problem) if problem.level == "warning" else "",
        place=problem.cell or problem.place,
        sheet=problem.sheet or "",
        cell=problem.cell or "" if cell else "",
        column=problem.column or "",
        text=sheet.text(cell[0], cell[1]) if cell else "",
        suggestions=tuple(Suggestion(text=text) for text in texts),
    )


def _as_read(problem: Problem) -> tuple[bool, int]:
    """Errors first, each as one reads along the row."""
    place = box(problem.cell) if problem.cell else None
    return problem.level != "error", place[1] if place else 0


def _with(first: Remark, second: Remark) -> Remark:
    """What is said of one cell, in one place: its field stands there once."""
    suggestions = tuple(dict.fromkeys((*first.suggestions, *second.suggestions)))
    of_many = first if first.alike else second
    return replace(
        first,
        suggestions=suggestions,
        choices=() if suggestions else first.choices,
        more=(*first.more, second.message, *second.more),
        alike=of_many.alike,
        every=of_many.every,
        also=of_many.also,
        head=first.head or second.head,
    )


def _also(problem: Problem, together: Sequence[Problem]) -> str:
    """The other cells that are mended along, each with what it is to hold where that is not the same for all."""
    same = len({each.suggestion for each in together}) == 1
    others = sorted((each for each in together if each.cell != problem.cell), key=_place)
    named = [each.cell or "" if same else f"{each.cell} → {each.suggestion or '–'}" for each in others[:_NAMED]]
    cells = ", ".join([*named, *(["…"] if len(others) > _NAMED else [])])
    return say("Also in {cells}.", cells=cells)


def _place(problem: Problem) -> tuple[int, ...]:
    return box(problem.cell or "") or ()
