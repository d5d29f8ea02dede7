"""A checked roster as its coach knows it: the sheet's own rows and columns, each problem at its row, each column's fate.

Cells in, a picture of the sheet out; nothing is judged here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.rules.safe_fixes import is_safe
from roster_import.check.rules.sizes import size_order
from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.workbook import RowAcross, cell_address, column_letter
from roster_import.page.coach.answered_before import ANSWERED_BEFORE
from roster_import.page.coach.column_fates import fates_of
from roster_import.page.coach.question_cards import is_of_several_garments, is_said_by, open_questions
from roster_import.page.coach.remarks import FEW, NO_GARMENTS, Garments, Remarks, is_plain, names_of, remark_of
from roster_import.page.coach.row_designs import RowDesigns
from roster_import.page.coach.row_garments import RowGarments
from roster_import.write.ooxml.cells import box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.model.workbook import Sheet
    from roster_import.page.coach.column_fates import ColumnFate
    from roster_import.page.coach.remarks import Remark

ROWS = 50
"""Rows on one page."""
_WHOLE = 10  # rows up to which a sheet is shown whole, and not its rows with problems first
_COLUMNS = 60  # that are shown
_SHOWN = 200  # letters of a cell
LISTED = 6
"""Changes that are listed where suggestions are taken together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One cell as it stands: its text, and whether something is said of it (`error`, `warning`, or nothing)."""

    address: str
    text: str
    level: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One row of the sheet with what is said of it; `kind` is heading, data, or other."""

    number: int
    kind: str
    cells: tuple[GridCell, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumn:
    """One column: its letter, and what becomes of what stands in it."""

    letter: str
    fate: ColumnFate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A sheet of the workbook, and how many errors and warnings stand on it."""

    at: int
    name: str
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Which part is looked at: the sheet, only the rows with problems or all, the page, the row whose every cell is edited."""

    sheet: int | None = None
    mends_alone: bool | None = None
    page: int = 1
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One page of a sheet, and what surrounds it."""

    tabs: tuple[Tab, ...]
    sheet: str
    at: int
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    general: tuple[Remark, ...]  # of the file, or the sheet as a whole
    page: int
    pages: int
    mends_alone: bool
    all_rows: int  # of people or goods: neither headings nor totals, nor what nothing is ordered from
    to_mend: int  # rows with something to say of them
    safe: tuple[Problem, ...]  # suggestions that change nothing of what is meant
    others: tuple[Problem, ...]  # suggestions that can be taken together, as it is said what they change
    cut: bool  # whether there are more columns than are shown
    edited: int | None = None  # the row whose every cell can be edited
    designs: RowDesigns | None = None  # what each row is, where it may be said to be another design
    garments: RowGarments | None = None  # the same where each garment has a column of sizes
    headings: tuple[str, ...] = ()  # above its columns
    texts: tuple[str, ...] = ()  # in its cells, as long as they are
    next_row: int = 1  # the first below all that holds something
    lines: Mapping[int, ColumnFate] = field(
        default_factory=dict
    )  # what becomes of each row of a sheet that lies on its side


def grid(checked: Checked, view: View = View(), garments: Garments = NO_GARMENTS) -> Grid | None:
    """The picture of a checked file; None where it could not be read. `garments` are what its club can order."""
    workbook = checked.workbook
    if workbook is None or not workbook.sheets:
        return None
    problems = shown_problems(checked)
    sheets = workbook.sheets
    at = view.sheet if view.sheet is not None and view.sheet < len(sheets) else _first_sheet(checked, problems)
    sheet = sheets[at]
    by_row = _by_row([problem for problem in problems if problem.sheet == sheet.name], sheet)
    return _page(checked, sheet, at, view, by_row, tuple(_tabs(sheets, problems, checked)), garments)


def shown_problems(checked: Checked) -> list[Problem]:
    """The problem of every cell, but for what is asked as a question."""
    # those of many cells, of which one thing is said, go by what is said of each
    every = chain.from_iterable(problem.each for problem in checked.problems)
    questions = open_questions(checked)
    told = (each for each in every if not is_of_several_garments(each) and each.code != ANSWERED_BEFORE)
    return [problem for problem in told if not any(is_said_by(question, problem) for question in questions)]


def safe_fixes(checked: Checked) -> list[Problem]:
    """The problems whose suggestions change nothing of what is meant."""
    return [problem for problem in shown_problems(checked) if problem.cell and problem.sheet and is_safe(problem)]


def other_fixes(checked: Checked) -> list[Problem]:
    """The problems with one suggestion for their cell, not safe all of them, where they are few enough to be listed."""
    fixes = list(filter(_is_fix, shown_problems(checked)))
    if all(map(is_safe, fixes)):
        return []
    cells = {(fix.sheet, fix.cell) for fix in fixes}
    changes = {in_words(fix) for fix in fixes}
    return fixes if len(fixes) == len(cells) > 1 and len(changes) <= LISTED else []


def _is_fix(problem: Problem) -> bool:
    return bool(problem.cell and problem.sheet and problem.suggestion) and is_plain(problem)


def in_words(fix: Problem) -> str:
    """What a suggestion changes."""
    return f"{fix.value or '–'} → {fix.suggestion or say('nothing (empty the cell)')}"


def fixes_named(checked: Checked, names: str) -> list[Problem]:
    """Of the suggestions that were shown to be taken together, by their names, those that are still what they were."""
    named = frozenset(names.split())
    fixes = filter(is_plain, shown_problems(checked)) if named else ()
    return [fix for fix in fixes if fix.cell and fix.sheet and names_of([fix]) in named]


def _first_sheet(checked: Checked, problems: Sequence[Problem]) -> int:
    """The sheet that is opened: one with an error, a roster before others; else the best roster."""
    names = [sheet.name for sheet in checked.workbook.sheets] if checked.workbook else []
    rosters = [layout.sheet for layout in checked.layouts]
    faulty = [problem.sheet for problem in problems if problem.level == "error" and problem.sheet]
    wanted = (*(name for name in rosters if name in faulty), *faulty, *rosters)
    return next((names.index(name) for name in wanted if name in names), 0)


def _tabs(sheets: Sequence[Sheet], problems: Sequence[Problem], checked: Checked) -> Iterator[Tab]:
    counts = Counter((problem.sheet, problem.level) for problem in problems)
    told = {*(layout.sheet for layout in checked.layouts), *(problem.sheet for problem in problems)}
    for at, sheet in enumerate(sheets):
        if not sheet.hidden or sheet.name in told:
            yield Tab(
                at=at, name=sheet.name, errors=counts[sheet.name, "error"], warnings=counts[sheet.name, "warning"]
            )


def _by_row(problems: Iterable[Problem], sheet: Sheet) -> dict[int, list[Problem]]:
    """Row of the file -> what is said of it; 0: of the sheet as a whole."""
    found: dict[int, list[Problem]] = {}
    for problem in problems:
        place = box(problem.cell) if problem.cell else None
        row = place[0] if place else int(problem.row or 0) if not isinstance(problem.row, RowAcross) else 0
        found.setdefault(row, []).append(problem)
    return found


# ---------------------------------------------------------------------------------------------------------- one page


def _page(
    checked: Checked,
    sheet: Sheet,
    at: int,
    view: View,
    by_row: Mapping[int, Sequence[Problem]],
    tabs: tuple[Tab, ...],
    garments: Garments,
) -> Grid:
    headings = _heading_rows(checked, sheet)
    filled = _filled_rows(sheet)
    said = sorted(row for row in by_row if row)
    alone = bool(said) and (len(filled) > _WHOLE if view.mends_alone is None else view.mends_alone)
    rows = said if alone else sorted({*filled, *said})
    pages = max(1, -(-len(rows) // ROWS))
    page = min(max(view.page, 1), pages)
    shown = rows[(page - 1) * ROWS : page * ROWS]
    if view.row is not None and view.row not in shown and 0 < view.row <= max(filled, default=0) + 1:
        shown = sorted({*shown, view.row})
    above = [row for row in headings if alone and row not in shown and shown and row < shown[-1]]
    columns, fates = _columns(sheet, by_row), fates_of(checked, sheet)
    remarks = Remarks.of(checked, sheet, fates, _choices(checked, sheet, by_row), garments)
    shown = sorted({*shown, *above[-1:]})
    return Grid(
        tabs=tabs,
        sheet=sheet.name,
        at=at,
        columns=tuple(GridColumn(letter=column_letter(at), fate=fates.columns.get(at)) for at in columns[:_COLUMNS]),
        lines=fates.lines,
        rows=tuple(_rows(checked, sheet, shown, columns[:_COLUMNS], by_row, remarks)),
        general=tuple(_general(checked, sheet, by_row)),
        page=page,
        pages=pages,
        mends_alone=alone,
        all_rows=len(_listed_rows(checked, sheet) or filled),
        to_mend=len(said),
        safe=tuple(safe_fixes(checked)),
        others=tuple(other_fixes(checked)),
        cut=len(columns) > _COLUMNS,
        edited=view.row,
        designs=remarks.designs if isinstance(remarks.designs, RowDesigns) else None,
        garments=remarks.designs if isinstance(remarks.designs, RowGarments) else None,
        next_row=max(filled, default=0) + 1,
        headings=tuple(_headed(sheet, view.row, column, headings) for column in columns[:_COLUMNS]),
        texts=tuple(sheet.text(view.row, column) if view.row else "" for column in columns[:_COLUMNS]),
    )


def _headed(sheet: Sheet, row: int | None, column: int, headings: Sequence[int]) -> str:
    above = [heading for heading in headings if row is not None and heading < row]
    return sheet.text(above[-1], column)[:_SHOWN] if above else ""


def _general(checked: Checked, sheet: Sheet, by_row: Mapping[int, Sequence[Problem]]) -> Iterator[Remark]:
    """What is said of the file, of a sheet that is not there, and of this sheet as a whole."""
    names = {each.name for each in checked.workbook.sheets} if checked.workbook else set()
    of_file = [problem for problem in shown_problems(checked) if problem.sheet not in names]
    yield from (remark_of(problem, sheet) for problem in (*of_file, *by_row.get(0, ())))


def _filled_rows(sheet: Sheet) -> list[int]:
    rows: set[int] = set()
    for column in sheet.columns.values():
        rows.update(column.texts)
    return sorted(rows - sheet.hidden_rows)


def _listed_rows(checked: Checked, sheet: Sheet) -> set[int]:
    rows = {int(row) for layout in checked.layouts if layout.sheet == sheet.name for row in layout.rows}
    return rows & set(_filled_rows(sheet))


def _heading_rows(checked: Checked, sheet: Sheet) -> list[int]:
    rows = [layout.heading_row for layout in checked.layouts if layout.sheet == sheet.name]
    return sorted({row for row in rows if row is not None and not isinstance(row, RowAcross)})


def _columns(sheet: Sheet, by_row: Mapping[int, Sequence[Problem]]) -> list[int]:
    told = {place[1] for problem in chain(*by_row.values()) if problem.cell and (place := box(problem.cell))}
    filled = [column for column in sheet.columns if column not in sheet.hidden_columns]
    last = max(filled, default=1)
    between = {column for column in range(1, min(last, _COLUMNS) + 1) if column not in sheet.hidden_columns}
    return sorted({*filled, *between, *told})


def _rows(
    checked: Checked,
    sheet: Sheet,
    rows: Sequence[int],
    columns: Sequence[int],
    by_row: Mapping[int, Sequence[Problem]],
    remarks: Remarks,
) -> Iterator[GridRow]:
    headings = _heading_rows(checked, sheet)
    for number in rows:
        problems = by_row.get(number, ())
        cells = tuple(_cell(sheet, number, column, _levels(problems)) for column in columns)
        kind = "heading" if number in headings else "data"
        yield GridRow(number=number, kind=kind, cells=cells, remarks=remarks.of_row(problems))


def _choices(checked: Checked, sheet: Sheet, by_row: Mapping[int, Sequence[Problem]]) -> dict[int, tuple[str, ...]]:
    """The sizes that a column holds where nothing is said of them, by its number: a few, of which another may be chosen."""
    told = {problem.cell for problem in chain(*by_row.values())}
    made: dict[int, tuple[str, ...]] = {}
    for layout in checked.layouts:
        numbers = [int(each.column) for each in layout.columns if each.meaning is Meaning.SIZE]
        for number in numbers if layout.sheet == sheet.name and layout.heading_row else ():
            texts = sheet.columns[number].texts if number in sheet.columns else {}
            sizes = {
                text
                for row, text in texts.items()
                if row > (layout.heading_row or 0) and cell_address(row, number) not in told
            }
            made[number] = tuple(sorted(sizes, key=size_order)) if len(sizes) <= FEW else ()
    return made


def _levels(problems: Iterable[Problem]) -> dict[str, str]:
    """Cell -> the worst that is said of it."""
    levels: dict[str, str] = {}
    for problem in problems:
        if problem.cell and levels.get(problem.cell) != "error":
            levels[problem.cell] = problem.level
    return levels


def _cell(sheet: Sheet, row: int, column: int, levels: Mapping[str, str]) -> GridCell:
    address = cell_address(row, column)
    text = sheet.text(row, column)
    cut = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
    return GridCell(address=address, text=cut, level=levels.get(address, ""), is_number=text.isdigit())
