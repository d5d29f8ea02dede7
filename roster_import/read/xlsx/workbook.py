"""Ordinary Excel workbooks (.xlsx, .xlsm): plain sheets are read as they stand (`plain.py`), any others by openpyxl.

Both give the same cells, whatever the file; openpyxl, which takes ten times as long, is only loaded where it is needed.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Any

from roster_import.language.messages import say
from roster_import.model.workbook import CellKind, FileFormat, Workbook
from roster_import.read.archive import Archive
from roster_import.read.cell_text import unescaped
from roster_import.read.grid import Grid, ranges
from roster_import.read.xlsx.fills import put_empties
from roster_import.read.xlsx.formats import shown_value
from roster_import.read.xlsx.package import rebuilt, taken_apart
from roster_import.read.xlsx.plain import plain_sheets
from roster_import.read.xlsx.struck import parts_of, struck_cells

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet
    from roster_import.read.options import Limits, ReadOptions
    from roster_import.read.xlsx.formats import Shown
    from roster_import.read.xlsx.package import Package, SheetPart
    from roster_import.read.xlsx.struck import Runs


_MOST_COLUMNS = 16_384


def read_xlsx(path: Path, content: bytes, options: ReadOptions) -> Workbook:
    """The workbook; raises UnreadableFile where the package is damaged, unsafe or too large."""
    archive = Archive(path.name, content, options.limits)
    package = taken_apart(archive)
    try:
        read = plain_sheets(package, path.name, options.limits, options.hear) or by_openpyxl(
            package, path.name, options.limits
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, SyntaxError, OSError) as error:
        # openpyxl raises whatever its parts raise on a damaged package; SyntaxError is the parser's ParseError
        raise archive.damaged(say("its cells cannot be understood")) from error
    return Workbook(
        path=path,
        format=FileFormat.XLSM if package.has_macros else FileFormat.XLSX,
        sheets=tuple(sheet for sheet, _ in read),
        notes=(*package.notes, *(note for _, notes in read for note in notes)),
    )


def by_openpyxl(package: Package, file_name: str, limits: Limits) -> list[tuple[Sheet, list[Problem]]]:
    """All sheets, each with what was left unread of it: the way that knows every shape of a sheet.

    openpyxl shows formulas or their stored results, so both are loaded where there are formulas.
    """
    content = rebuilt(package)
    formulas = _loaded(content, results=False)
    has_formulas = any(sheet.xml.has_formulas for sheet in package.sheets)
    results = _loaded(content, results=True) if has_formulas else formulas
    struck = struck_cells(package, content)
    count, read = 0, []
    for part, sheet, shown in zip(package.sheets, formulas.worksheets, results.worksheets, strict=True):
        grid = Grid(file_name, limits, so_far=count)
        _fill(grid, sheet, shown, struck)
        put_empties(grid.fills, part.xml, package.fills)
        count += len(grid)
        read.append((_sheet(grid, part, sheet), list(grid.notes(part.name))))
    return read


def _loaded(content: bytes, *, results: bool) -> Any:
    """The package in openpyxl's hands; what it warns of is told by the kinds of the cells."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(io.BytesIO(content), data_only=results, keep_links=False)


def _sheet(grid: Grid, part: SheetPart, sheet: Any) -> Sheet:
    columns = (
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min, min(dimension.max, _MOST_COLUMNS) + 1)
    )
    return grid.sheet(
        part.name,
        hidden=part.hidden,
        merged=ranges(part.xml.merged),
        hidden_rows=[row for row, dimension in sheet.row_dimensions.items() if dimension.hidden],
        hidden_columns=columns,
        comments=part.comments,
        boxes=part.boxes,
    )


def _fill(grid: Grid, sheet: Any, shown: Any, struck_in: Mapping[tuple[str, int, int], Runs]) -> None:
    """Every cell there is, wherever it stands: the rows in between are never walked through."""
    looks: dict[tuple[int, ...], tuple[str, bool, str]] = {}
    for (row, column), cell in sheet._cells.items():  # the public iter_rows makes a cell of every gap
        result = shown._cells[row, column]
        style = tuple(cell._style)  # few styles, many cells: asking a cell for its look is slow
        if style not in looks:
            colour = cell.fill.fgColor.rgb[2:] if cell.fill.fill_type == "solid" else ""
            looks[style] = cell.number_format, cell.font.strike is True, colour
        code, struck, colour = looks[style]
        if colour:
            grid.fills.put(colour, column, [row])
        if cell.data_type == "f" and result.value is None:
            # Excel stores an empty result as an empty text; without any, nobody ever calculated it.
            kind = CellKind.TEXT if result.data_type in ("s", "str") else CellKind.UNCALCULATED
            grid.put(row, column, "", kind, struck=struck)
        elif runs := struck_in.get((sheet.title, row, column)):
            parts = parts_of(runs, struck=struck)
            grid.put(row, column, unescaped(parts.text), struck=parts.struck, whole=unescaped(parts.whole))
        elif result.value is not None:
            text, kind, date = _shown(result.value, result.data_type, code)
            grid.put(row, column, text, kind, date=date, struck=struck)


def _shown(value: Any, data_type: str, code: str) -> Shown:
    """What a person sees of a value, which openpyxl says of an error that it is one."""
    if data_type == "e":
        return str(value), CellKind.ERROR, None
    text, kind, date = shown_value(value, code)
    return unescaped(text) if kind is CellKind.TEXT else text, kind, date
