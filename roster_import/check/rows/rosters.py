"""Every recognised roster of a workbook -> its roster rows, and what a person would want to know of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from roster_import.check.meant.titles import titles_meant
from roster_import.check.rows import messages as sentences
from roster_import.check.rows.cells import cells_of_rows
from roster_import.check.rows.chosen import choose
from roster_import.check.rows.column_plans import plan_of
from roster_import.check.rows.expand import expand
from roster_import.check.rows.garments import clothes, fits, names_a_garment, title_words, words
from roster_import.check.rows.joined_across import joined_warnings
from roster_import.check.rows.left_blank import designs_left_blank, garments_left_blank, of_one_garment
from roster_import.check.rows.messages import RowPlace
from roster_import.check.rows.row import alike_rows
from roster_import.check.rows.sheet_warnings import sheet_warnings
from roster_import.check.rows.unused_columns import once_for_columns
from roster_import.check.rows.wanted import row_wants
from roster_import.model.catalogue import split_items
from roster_import.model.layout import Meaning
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import Cell, RowAcross
from roster_import.recognise.headings import HINT, sense
from roster_import.recognise.ordered_before import is_ordered_before

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from roster_import.check.rows.cells import CellsOfRows
    from roster_import.check.rows.column_plans import Plan
    from roster_import.check.rows.row import RosterRow
    from roster_import.check.rows.wanted import RowWants
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet, Workbook


_WORDS = re.compile(r"[^\W_]+")
_AND = re.compile(
    r"[+&;]|\b(?:and|und|og|och|en|et|y|e|i|a|ja|ve|or|oder|eller|ou|o|lub|nebo|not?|nicht|ikke|inte)\b", re.IGNORECASE
)
_SHIRTS = frozenset({"shirt", "tee"})  # what a line calls them besides: Maillots Home shirt
_PARTS = re.compile(r"\s[–—-]\s|[:,;|()/]")  # of a title
_LONGEST = 200  # characters of one
_NARROW, _MOST_ABOVE = 2, 20  # cells of a line above the heading; rows that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Rosters:
    """What the recognised rosters of a workbook say.

    `rows`: one per garment wanted, in the order of the layouts and of the sheet. `problems`: what keeps rows from being
    read as garments, then what a person would want to know of them, each once.
    """

    rows: tuple[RosterRow, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterWants:
    """A recognised roster, and what its rows want: of rows that want the same the first stands for all (`RowWants.alike`).

    `chosen` are the rows that are ordered, `problems` are about those that its columns do not choose.
    """

    sheet: Sheet
    layout: Layout
    plan: Plan
    cells: CellsOfRows
    catalogue: Catalogue
    chosen: tuple[int, ...]
    rows: tuple[RowWants, ...]
    problems: tuple[Problem, ...] = ()

    def each(self, wants: RowWants) -> Iterator[RowWants]:
        """What the rows that are alike want, each looked at by itself."""
        yield wants
        yield from (_row_wants(row, self.layout, self.cells, self.plan, self.catalogue) for row in wants.alike)


def read_wants(
    workbook: Workbook,
    layouts: Iterable[Layout],
    catalogue: Catalogue,
    designs: Mapping[str, str] | None = None,
    titles: Mapping[str, str] | None = None,
) -> tuple[RosterWants, ...]:
    """What the rows of every recognised roster want, by the titles and codes of the catalogue alone.

    `designs`: of a sheet without a column for it, the design of every row that stands under no title. `titles`: what a text
    under Design was said to mean, by its `heading_key`.
    """
    tables = [(sheet, layout) for layout in layouts if (sheet := workbook.sheet(layout.sheet)) is not None]
    answers = titles or {}
    titled = _titled_tables(tables, catalogue)
    return tuple(
        _wants(sheet, layout, catalogue, _design_of_all(layout, title, designs or {}, answers), answers)
        for (sheet, layout), title in zip(tables, titled, strict=True)
    )


def _design_of_all(layout: Layout, title: str, designs: Mapping[str, str], answers: Mapping[str, str]) -> str:
    """The design of every row: what the title above them alone was said to mean, else what was said of the sheet."""
    meant = answers.get(heading_key(title), title)
    return meant if _is_headed(layout, title) else designs.get(layout.sheet) or meant


def _titled_tables(tables: Sequence[tuple[Sheet, Layout]], catalogue: Catalogue) -> Sequence[str]:
    """The design that the title of each table names: of all tables of a sheet that have no column for it, or of none.

    A list that goes on after the end of a page has its title above the first page alone. Rows that stand under a title
    among the players are of that whatever stands elsewhere.
    """
    named = [_titled(sheet, layout, catalogue) for sheet, layout in tables]
    untitled = {
        layout.sheet
        for (_, layout), title in zip(tables, named, strict=True)
        if not title and not any(column.meaning is Meaning.DESIGN for column in layout.columns)
    }
    return [
        "" if layout.sheet in untitled and not _is_headed(layout, title) else title
        for (_, layout), title in zip(tables, named, strict=True)
    ]


def _is_headed(layout: Layout, title: str) -> bool:
    """Whether the title of a garment stands where that of a team would: above the rows of this table alone."""
    return bool(title) and heading_key(layout.team or "") == heading_key(title)


def _titled(sheet: Sheet, layout: Layout, catalogue: Catalogue) -> str:
    """The design that the title right above a table, or a part of it, names in the words of the catalogue: STAFF – Polo."""
    texts = [layout.team] if layout.team and layout.team != layout.sheet else []
    titles = {title: heading_key(title) for title in catalogue.titles("design")}
    for text in (*texts, _title_above(sheet, layout)):
        named = _named(text, titles)
        if len(named) == 1:
            return named[0]
    if texts and names_a_garment(texts[0]):
        return texts[0]  # which of the catalogue's it is, is asked as under Design
    lines = list(_lines_above(sheet, layout))
    for naming in (_named, _named_within):
        further = dict.fromkeys(title for text in lines for title in naming(text, titles))
        if further:
            return next(iter(further)) if len(further) == 1 else ""
    labelled = dict.fromkeys(text for text in _labelled(lines) if titles_meant(text, titles).choices)
    return next(iter(labelled)) if len(labelled) == 1 else ""


def _labelled(lines: Iterable[str]) -> Iterator[str]:
    """What stands behind a word for what is ordered, where it is called like a garment: Prenda: camiseta local."""
    for label, _, rest in (line.partition(":") for line in lines):
        if names_a_garment(rest) and sense(label).points.get(Meaning.DESIGN, 0.0) >= HINT:
            yield rest.strip()


def _named_within(text: str, titles: Mapping[str, str]) -> list[str]:
    """The title that stands in a line among words that name nothing else that is worn: Order Home shirt 2026/27."""
    line = f" {' '.join(_WORDS.findall(heading_key(text[:_LONGEST])))} "
    line = line.replace("s ", " ")  # Home shirts
    within = [title for title, key in titles.items() if f" {key.removesuffix('s')} " in line and " " in key]
    rest = [line.replace(f" {titles[title].removesuffix('s')} ", " ") for title in within]
    alone = len(within) == 1 and not any(clothes(words(text)) - _SHIRTS for text in rest) and _AND.search(text) is None
    return within if alone and not is_ordered_before(text) else []


def _named(text: str, titles: Mapping[str, str]) -> list[str]:
    """The titles that the text is, or a part of it between signs."""
    parts = {heading_key(part) for part in (text, *_PARTS.split(text[:_LONGEST]))}
    return [title for title, key in titles.items() if key in parts]


def _lines_above(sheet: Sheet, layout: Layout) -> Iterator[str]:
    """What stands above the heading in lines of a cell or two, as a form begins: Article: | Home shirt."""
    heading = layout.heading_row
    if not heading or isinstance(heading, RowAcross):
        return
    above = [row for row in range(heading - 1, max(0, heading - _MOST_ABOVE), -1) if row in sheet.rows]
    for row in takewhile(lambda row: sheet.rows.widths[row] <= _NARROW, above):
        yield from (cell.text for cell in sheet.rows[row].values())


def _title_above(sheet: Sheet, layout: Layout) -> str:
    """What stands alone in the row right above the heading of a table, over its columns."""
    heading = layout.heading_row
    if not heading or isinstance(heading, RowAcross):
        return ""
    columns = {column.column for column in layout.columns}
    above = sheet.rows.get(heading - 1, {})
    cells = [cell.text for number, cell in above.items() if min(columns) <= number <= max(columns)]
    return cells[0] if len(cells) == 1 else ""


def _wants(sheet: Sheet, layout: Layout, catalogue: Catalogue, design: str, titles: Mapping[str, str]) -> RosterWants:
    plan = plan_of(layout, design)
    cells = cells_of_rows(sheet, layout, plan, catalogue, titles)
    plan = replace(plan, named=_named_by_design(plan, cells))
    choice = choose(layout, cells.columns)
    groups = ((group, _row_wants(group[0], layout, cells, plan, catalogue)) for group in cells.alike(choice.rows))
    return RosterWants(
        sheet=sheet,
        layout=layout,
        plan=plan,
        cells=cells,
        catalogue=catalogue,
        chosen=choice.rows,
        rows=tuple(replace(wants, alike=group[1:]) for group, wants in groups),
        problems=choice.problems,
    )


def _named_by_design(plan: Plan, cells: CellsOfRows) -> frozenset[str]:
    """Which of the garments that have a size of their own the rows name under Design, one or another."""
    column = cells.columns.get(plan.design.column) if plan.design else None
    if column is None or not plan.garments:
        return frozenset()
    titles = {title for text in set(column.texts.values()) for title in split_items(text)}
    named = [title_words(cells.catalogue, title) for title in titles]
    return frozenset(g.of for g in plan.garments if any(fits(words(g.of), title) for title in named))


def _row_wants(row: int, layout: Layout, cells: CellsOfRows, plan: Plan, catalogue: Catalogue) -> RowWants:
    return row_wants(RowPlace(layout=layout, row=row), cells.of(row), plan, catalogue, cells.titles)


def roster_rows(rosters: Iterable[RosterWants], catalogue: Catalogue) -> Rosters:
    """The rows of every roster, and the problems with them; the catalogue tells what designs have a place for."""
    rosters = tuple(rosters)
    teams = _TeamTitles({roster.layout.team for roster in rosters})
    garments = {
        *map(heading_key, catalogue.titles("design")),
        *(heading_key(team) for roster in rosters if (team := roster.layout.team) and names_a_garment(team)),
    }
    expanded = [_expand(roster, catalogue, teams.cell(roster.sheet, roster.layout, but=garments)) for roster in rosters]
    problems = [problem for roster in expanded for problem in roster.problems]
    for parts in _by_sheet(expanded):
        problems += _of_sheet(parts)
    rows = tuple(row for roster in expanded for row in roster.rows)
    return Rosters(rows=rows, problems=tuple(dict.fromkeys(problems)))


def _by_sheet(expanded: Iterable[_Expanded]) -> Iterable[list[_Expanded]]:
    by_name: dict[str, list[_Expanded]] = {}
    for roster in expanded:
        by_name.setdefault(roster.sheet.name, []).append(roster)
    return by_name.values()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expanded:
    """One layout and what became of it; `idle` are its rows that want nothing."""

    sheet: Sheet
    layout: Layout
    plan: Plan
    rows: tuple[RosterRow, ...]
    problems: tuple[Problem, ...]
    idle: tuple[int, ...]


def _expand(roster: RosterWants, catalogue: Catalogue, team: Cell | None) -> _Expanded:
    made: dict[int, Sequence[RosterRow]] = {}
    problems: dict[int, Sequence[Problem]] = {}
    idle: set[int] = set()
    for first in roster.rows:
        expansion = expand(first, roster.plan, catalogue, team)
        alone = first.alike and expansion.problems  # what is wrong with a row is said with its own words
        for wants in roster.each(first) if alone else [first]:
            own = expand(wants, roster.plan, catalogue, team) if wants is not first else expansion
            made[wants.place.row], problems[wants.place.row] = own.rows, own.problems
            idle |= {wants.place.row} if own.idle else set()
        if not alone:
            made |= alike_rows(expansion.rows, first.place.row, first.cells, first.alike, roster.cells.columns, team)
            idle.update(first.alike if expansion.idle else ())
    told = [problem for row in roster.chosen for problem in problems.get(row, ())]
    wanting = [row for row in roster.chosen if row not in idle]
    columns, having_one = roster.cells.columns, of_one_garment(roster.plan)
    forgotten = [*garments_left_blank(roster.layout, roster.plan, columns, roster.chosen if having_one else wanting)]
    idle -= {problem.row for problem in forgotten}
    return _Expanded(
        sheet=roster.sheet,
        layout=roster.layout,
        plan=roster.plan,
        rows=tuple(chain.from_iterable(made[row] for row in roster.chosen)),
        problems=(
            *roster.problems,
            *once_for_columns(roster.layout, roster.plan, columns, wanting, told),
            *forgotten,
            *designs_left_blank(roster.layout, roster.plan, columns, wanting),
        ),
        idle=tuple(row for row in roster.chosen if row in idle),
    )


class _TeamTitles:
    """The cells that name teams; a sheet is searched once, however many teams stand on it."""

    def __init__(self, teams: Container[str | None]) -> None:
        self._teams = teams
        self._places: dict[str, Mapping[str, list[tuple[int, int]]]] = {}

    def cell(self, sheet: Sheet, layout: Layout, *, but: Container[str]) -> Cell | None:
        """The layout's team as a cell: the title above its rows, or the sheet's name at its first row.

        A title of the garments `but`, as `heading_key` has them, is no team.
        """
        if not layout.team or not layout.rows or heading_key(layout.team) in but:
            return None
        if sheet.name not in self._places:
            self._places[sheet.name] = self._of_sheet(sheet)
        places = self._places[sheet.name].get(layout.team, [])
        if above := bisect_left(places, (layout.rows[0], 0)):
            row, column = places[above - 1]
            return sheet.columns[column].cell(row)
        return Cell(row=layout.rows[0], column=1, text=layout.team)

    def _of_sheet(self, sheet: Sheet) -> Mapping[str, list[tuple[int, int]]]:
        """Team -> the rows and columns where it stands, in reading order."""
        places: dict[str, list[tuple[int, int]]] = {}
        for number, column in sheet.columns.items():
            named = {text: team for text in {*column.texts.values()} if (team := text.strip(" :")) in self._teams}
            for row, text in column.texts.items() if named else ():
                if text in named:
                    places.setdefault(named[text], []).append((row, number))
        return {team: sorted(each) for team, each in places.items()}


def _of_sheet(parts: Sequence[_Expanded]) -> list[Problem]:
    idle = [row for part in parts for row in part.idle]
    wanted = [row for part in parts for row in part.rows]
    problems = [problem for part in parts for problem in part.problems]
    warnings = []
    if idle:
        asked = [garment.asked for garment in parts[0].plan.garments] or list(parts[0].plan.matrix)
        columns = list(dict.fromkeys(asked))
        warnings.append(sentences.nothing_ordered(parts[0].layout, idle, columns, all_=not wanted and not problems))
    joined = (problem for part in parts for problem in joined_warnings(part.sheet, part.plan, part.layout.rows))
    return [*warnings, *joined, *sheet_warnings(parts[0].sheet, [part.layout for part in parts], wanted)]
