"""Every recognised roster of a workbook -> its roster rows, and the problems of this stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.check.rows import messages as sentences
from roster_import.check.rows.column_plans import plan_of
from roster_import.check.rows.expand import expand
from roster_import.check.rows.left_out import sheet_warnings
from roster_import.check.rows.messages import Place
from roster_import.model.layout import Meaning
from roster_import.model.workbook import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.check.rows.column_plans import Plan
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet, Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Rosters:
    """What the recognised rosters of a workbook say.

    `rows`: one per garment wanted, in the order of the layouts and of the sheet. `problems`: what keeps rows from being
    read as garments, then what a person would want to know of them, each once.
    """

    rows: tuple[RosterRow, ...]
    problems: tuple[Problem, ...]


def read_rosters(workbook: Workbook, layouts: Iterable[Layout], catalogue: Catalogue) -> Rosters:
    """The rows of every recognised roster, and the problems with them."""
    expanded = [_expand(sheet, layout, catalogue) for layout in layouts if (sheet := workbook.sheet(layout.sheet))]
    found = [problem for one in expanded for problem in one.problems]
    for name in dict.fromkeys(one.sheet.name for one in expanded):
        found += _of_sheet([one for one in expanded if one.sheet.name == name])
    return Rosters(rows=tuple(row for one in expanded for row in one.rows), problems=tuple(dict.fromkeys(found)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expanded:
    """One layout and what became of it; `idle` are its rows that want nothing."""

    sheet: Sheet
    layout: Layout
    plan: Plan
    rows: tuple[RosterRow, ...]
    problems: tuple[Problem, ...]
    idle: tuple[int, ...]


def _expand(sheet: Sheet, layout: Layout, catalogue: Catalogue) -> _Expanded:
    plan, team = plan_of(layout), _team(sheet, layout)
    rows = cells_of_rows(sheet, layout)
    done = {row: expand(Place(layout=layout, row=row), rows[row], plan, catalogue, team) for row in layout.rows}
    return _Expanded(
        sheet=sheet,
        layout=layout,
        plan=plan,
        rows=tuple(row for one in done.values() for row in one.rows),
        problems=tuple(problem for one in done.values() for problem in one.problems),
        idle=tuple(row for row, one in done.items() if one.idle),
    )


def _team(sheet: Sheet, layout: Layout) -> Cell | None:
    """The layout's team as a cell: the title above its rows, or the sheet's name at its first row."""
    if not layout.team or not layout.rows:
        return None
    above = (cell for cell in reversed(sheet.cells) if cell.row < layout.rows[0])
    title = next((cell for cell in above if cell.text.strip(" :") == layout.team), None)
    return title or Cell(row=layout.rows[0], column=1, text=layout.team)


def _of_sheet(parts: Sequence[_Expanded]) -> list[Problem]:
    idle = [row for one in parts for row in one.idle]
    wanted = [row for one in parts for row in one.rows]
    problems = [problem for one in parts for problem in one.problems]
    found = []
    if idle:
        asked = [garment.asked for garment in parts[0].plan.garments] or list(parts[0].plan.matrix)
        columns = list(dict.fromkeys(asked))
        found.append(sentences.nothing_ordered(parts[0].layout, idle, columns, all_=not wanted and not problems))
    return [*found, *sheet_warnings(parts[0].sheet, [one.layout for one in parts], wanted)]


_FILLED_DOWN = frozenset({Meaning.TEAM, Meaning.DESIGN, Meaning.SIZE})


def cells_of_rows(sheet: Sheet, layout: Layout) -> Mapping[int, Mapping[int, Cell]]:
    """Row -> column -> cell for the data rows. A cell filled down keeps the address of the merged range's first."""
    found = {row: dict(sheet.rows.get(row, {})) for row in layout.rows}
    filled = {column.column for column in layout.columns if column.meaning in _FILLED_DOWN}
    for cell in sheet.cells:
        if cell.merged is None or cell.column not in filled:
            continue
        for row in found.keys() & set(range(cell.row + 1, cell.merged[0] + 1)):
            found[row].setdefault(cell.column, cell)
    return found
