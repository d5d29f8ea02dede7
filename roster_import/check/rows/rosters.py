"""Every recognised roster of a workbook -> its roster rows, and what a person would want to know of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.check.rows import messages as sentences
from roster_import.check.rows.chosen import choose
from roster_import.check.rows.column_plans import plan_of
from roster_import.check.rows.expand import expand
from roster_import.check.rows.messages import RowPlace, named, rows_listed
from roster_import.check.rows.unused_columns import once_for_columns
from roster_import.check.rows.wanted import row_wants
from roster_import.language.messages import capital, listed, say, say_n
from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import Meaning
from roster_import.model.problem import Place
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import Cell, at_cell
from roster_import.recognise.rows import is_example

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.check.rows.column_plans import Plan
    from roster_import.check.rows.row import RosterRow
    from roster_import.check.rows.wanted import RowWants
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import ColumnReading, Layout
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterWants:
    """A recognised roster, and what each of its rows wants; `problems` are about rows that its columns do not choose."""

    sheet: Sheet
    layout: Layout
    plan: Plan
    rows: tuple[RowWants, ...]
    problems: tuple[Problem, ...] = ()


def read_wants(
    workbook: Workbook,
    layouts: Iterable[Layout],
    catalogue: Catalogue,
    designs: Mapping[str, str] | None = None,
    titles: Mapping[str, str] | None = None,
) -> tuple[RosterWants, ...]:
    """What the rows of every recognised roster want, by the titles and codes of the catalogue alone.

    `designs`: of a sheet without a column for it, the design of every row. `titles`: what a text under Design was said to
    mean, by its `heading_key`.
    """
    return tuple(
        _wants(sheet, layout, catalogue, (designs or {}).get(layout.sheet, ""), titles or {})
        for layout in layouts
        if (sheet := workbook.sheet(layout.sheet)) is not None
    )


def _wants(sheet: Sheet, layout: Layout, catalogue: Catalogue, design: str, titles: Mapping[str, str]) -> RosterWants:
    plan, cells = plan_of(layout, design), cells_of_rows(sheet, layout, titles)
    if len(plan.designs) > 1:
        cells = {row: _with_one_design(held, plan, catalogue) for row, held in cells.items()}
    choice = choose(layout, cells)
    rows = (row_wants(RowPlace(layout=layout, row=row), cells[row], plan, catalogue) for row in choice.rows)
    return RosterWants(sheet=sheet, layout=layout, plan=plan, rows=tuple(rows), problems=choice.problems)


def roster_rows(rosters: Iterable[RosterWants], catalogue: Catalogue) -> Rosters:
    """The rows of every roster, and the problems with them; the catalogue tells what designs have a place for."""
    expanded = [_expand(roster, catalogue) for roster in rosters]
    problems = [problem for roster in expanded for problem in roster.problems]
    for name in dict.fromkeys(roster.sheet.name for roster in expanded):
        problems += _of_sheet([roster for roster in expanded if roster.sheet.name == name])
    rows = tuple(row for roster in expanded for row in roster.rows)
    return Rosters(rows=rows, problems=tuple(dict.fromkeys(problems)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expanded:
    """One layout and what became of it; `idle` are its rows that want nothing."""

    sheet: Sheet
    layout: Layout
    plan: Plan
    rows: tuple[RosterRow, ...]
    problems: tuple[Problem, ...]
    idle: tuple[int, ...]


def _expand(roster: RosterWants, catalogue: Catalogue) -> _Expanded:
    team = _team(roster.sheet, roster.layout)
    done = {row.place.row: expand(row, roster.plan, catalogue, team) for row in roster.rows}
    problems = [problem for expansion in done.values() for problem in expansion.problems]
    wanting = [row.cells for row in roster.rows if not done[row.place.row].idle]
    return _Expanded(
        sheet=roster.sheet,
        layout=roster.layout,
        plan=roster.plan,
        rows=tuple(row for expansion in done.values() for row in expansion.rows),
        problems=(*roster.problems, *once_for_columns(roster.layout, wanting, problems)),
        idle=tuple(row for row, expansion in done.items() if expansion.idle),
    )


def _team(sheet: Sheet, layout: Layout) -> Cell | None:
    """The layout's team as a cell: the title above its rows, or the sheet's name at its first row."""
    if not layout.team or not layout.rows:
        return None
    above = (cell for cell in reversed(sheet.cells) if cell.row < layout.rows[0])
    title = next((cell for cell in above if cell.text.strip(" :") == layout.team), None)
    return title or Cell(row=layout.rows[0], column=1, text=layout.team)


def _of_sheet(parts: Sequence[_Expanded]) -> list[Problem]:
    idle = [row for part in parts for row in part.idle]
    wanted = [row for part in parts for row in part.rows]
    problems = [problem for part in parts for problem in part.problems]
    warnings = []
    if idle:
        asked = [garment.asked for garment in parts[0].plan.garments] or list(parts[0].plan.matrix)
        columns = list(dict.fromkeys(asked))
        warnings.append(sentences.nothing_ordered(parts[0].layout, idle, columns, all_=not wanted and not problems))
    return [*warnings, *sheet_warnings(parts[0].sheet, [part.layout for part in parts], wanted)]


_FILLED_DOWN = frozenset({Meaning.TEAM, Meaning.DESIGN, Meaning.SIZE})


def cells_of_rows(sheet: Sheet, layout: Layout, titles: Mapping[str, str]) -> Mapping[int, Mapping[int, Cell]]:
    """Row -> column -> cell for the data rows. A cell filled down keeps the address of the merged range's first.

    A cell of designs or logos says the title that its text was said to mean.
    """
    cells = {row: dict(sheet.rows.get(row, {})) for row in layout.rows}
    filled = {column.column for column in layout.columns if column.meaning in _FILLED_DOWN}
    for cell in sheet.cells:
        if cell.merged is None or cell.column not in filled:
            continue
        for row in cells.keys() & set(range(cell.row + 1, cell.merged[0] + 1)):
            cells[row].setdefault(cell.column, cell)
    for column in title_columns(layout) if titles else ():
        for held in cells.values():
            if column in held:
                held[column] = titled(held[column], titles)
    return cells


def title_columns(layout: Layout) -> list[int]:
    """The columns under which a cell names a design or a logo."""
    return [column.column for column in layout.columns if column.meaning in (Meaning.DESIGN, Meaning.LOGO)]


def titled(cell: Cell, titles: Mapping[str, str]) -> Cell:
    """The cell with the titles that its text, or the parts of it, was said to mean."""
    if whole := titles.get(heading_key(cell.text)):
        return replace(cell, text=whole, stands=cell.text)
    parts = split_items(cell.text)
    named = [titles.get(heading_key(part), part) for part in parts]
    return cell if named == list(parts) else replace(cell, text="; ".join(named), stands=cell.text)


def _with_one_design(cells: Mapping[int, Cell], plan: Plan, catalogue: Catalogue) -> Mapping[int, Cell]:
    """The cells of a row, those of several design columns as one in the first: ordered as several titles in one cell are.

    Where one of them names no design, each stays in its column, so that it is asked about there.
    """
    columns = [column.column for column in plan.designs]
    texts = [text for column in columns if column in cells for text in split_items(cells[column].text)]
    alone = not (plan.garments or plan.matrix or plan.listed)
    if alone and any(isinstance(catalogue.design(text), Unresolved) for text in texts):
        return cells
    titles = [cells[column] for column in columns if column in cells and cells[column].text]
    others = {column: cell for column, cell in cells.items() if column not in columns}
    if not titles:
        return others
    return {
        **others,
        columns[0]: replace(titles[0], text="; ".join(cell.text for cell in titles), stands=titles[0].written),
    }


# ------------------------------------------------------------------------------- hidden, struck through, or passed over


_NOT_USED = frozenset({Meaning.IGNORED, Meaning.PRICE})


def sheet_warnings(sheet: Sheet, layouts: Sequence[Layout], rows: Sequence[RosterRow]) -> list[Problem]:
    """The warnings about one sheet: hidden rows and columns once each, every row struck through, what was left out."""
    ordered = sorted({row.row for row in rows})
    return [
        *_hidden_rows(sheet, ordered),
        *_hidden_columns(sheet, layouts, ordered),
        *_struck(sheet, layouts, ordered),
        *_left_out(sheet, sorted({row for layout in layouts for row in layout.left_out})),
    ]


def _hidden_rows(sheet: Sheet, ordered: Sequence[int]) -> Iterator[Problem]:
    hidden = [row for row in ordered if row in sheet.hidden_rows]
    if hidden:
        message = say_n(
            "{rows} of sheet {sheet} is hidden or filtered out, and is ordered all the same. Unhide to see what is "
            "in there, and delete what is not wanted.",
            "{rows} of sheet {sheet} are hidden or filtered out, and are ordered all the same. Unhide to see what "
            "is in there, and delete what is not wanted.",
            len(hidden),
            rows=capital(rows_listed(hidden)),
            sheet=sheet.name,
        )
        yield Place(sheet=sheet.name, row=hidden[0]).warning("row-hidden", message)


def _hidden_columns(sheet: Sheet, layouts: Sequence[Layout], ordered: Sequence[int]) -> Iterator[Problem]:
    hidden = [
        column
        for column in dict.fromkeys(column for layout in layouts for column in _used(layout))
        if column.column in sheet.hidden_columns and any(sheet.text(row, column.column) for row in ordered)
    ]
    if hidden:
        message = say_n(
            "{columns} on sheet {sheet} is hidden, and is ordered from all the same. Unhide to see what is in "
            "there, and empty what is not wanted.",
            "{columns} on sheet {sheet} are hidden, and are ordered from all the same. Unhide to see what is in "
            "there, and empty what is not wanted.",
            len(hidden),
            columns=capital(listed([named(column) for column in hidden])),
            sheet=sheet.name,
        )
        yield Place(sheet=sheet.name, column=hidden[0].heading or None).warning("column-hidden", message)


def _struck(sheet: Sheet, layouts: Sequence[Layout], ordered: Sequence[int]) -> Iterator[Problem]:
    used = {column.column: column for layout in layouts for column in _used(layout)}
    for row in ordered:
        cell = _first_struck(sheet.rows.get(row, {}), used)
        if cell:
            message = say(
                "Row {row} is struck through at {address}, and is ordered all the same. Delete the row if it is not "
                "wanted; otherwise take the line off.",
                row=row,
                address=cell.address,
            )
            place = at_cell(sheet.name, cell, used[cell.column].heading)
            yield place.warning("row-struck-through", message)


def _first_struck(cells: Mapping[int, Cell], used: Mapping[int, ColumnReading]) -> Cell | None:
    return next((cell for column, cell in sorted(cells.items()) if column in used and cell.struck), None)


def _left_out(sheet: Sheet, rows: Sequence[int]) -> Iterator[Problem]:
    if not rows:
        return
    kinds: dict[str, list[int]] = {}
    for row in rows:
        kinds.setdefault(_looks_like(sheet.rows.get(row, {})), []).append(row)
    parts = [say("{rows} ({kind})", rows=rows_listed(numbers), kind=kind) for kind, numbers in kinds.items()]
    message = say(
        "Nothing is ordered from {rows} of sheet {sheet}. If a player stands there, fill in the row like the others.",
        rows=listed(parts),
        sheet=sheet.name,
    )
    yield Place(sheet=sheet.name, row=rows[0]).warning("rows-left-out", message)


def _looks_like(cells: Mapping[int, Cell]) -> str:
    """What a row without a player looks like; said without its values, some of which are none of our business."""
    if is_example(cells):
        return say("an example")
    if len(cells) == 1:
        return say("a note")
    numbers = sum(cell.text.replace(".", "").replace(",", "").isdigit() for cell in cells.values())
    return say("totals") if numbers and len(cells) - numbers <= 2 else say("no player")


def _used(layout: Layout) -> list[ColumnReading]:
    return [column for column in layout.columns if column.meaning not in _NOT_USED]
