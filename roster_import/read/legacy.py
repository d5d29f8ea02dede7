"""Old and binary workbooks (.xls, .xlsb), read with python-calamine, the extra `legacy`.

It knows values, not formats: 7 shown as 07 comes back as 7. It hands out an error cell as an empty text, panics
(a BaseException) and may abort the process, which is why it is only ever called in the reading process.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

from roster_import.errors import UnreadableFile
from roster_import.model import CellKind, FileFormat, Problem, Workbook
from roster_import.read.archive import Archive, encrypted
from roster_import.read.grid import Grid
from roster_import.read.shown import shown_number
from roster_import.read.shown_date import iso_text, shown_duration
from roster_import.read.sniff import Kind
from roster_import.read.xml import UnsafeXml, plain_xml, unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from roster_import.model import Sheet
    from roster_import.read.options import ReadOptions

_NAMES = {Kind.XLS: ".xls", Kind.XLSB: ".xlsb"}


def read_legacy(path: Path, content: bytes, kind: Kind, options: ReadOptions) -> Workbook:
    """The workbook with its values; raises UnreadableFile, also where the extra is not installed."""
    if kind is not Kind.XLS:
        _check_parts(Archive(path.name, content, options.limits))
    book = _opened(path.name, content, kind)
    try:
        sheets = tuple(_sheets(book, path.name, options))
    except UnreadableFile:
        raise
    except BaseException as error:  # a panic of the library derives from BaseException
        raise _damaged(path.name) from error
    if not sheets:
        raise UnreadableFile(
            f"{path.name} holds no sheet with cells: fill in the roster, save it as .xlsx and send that.",
            code="file-no-sheets",
        )
    return Workbook(path=path, format=FileFormat.LEGACY, sheets=sheets, notes=tuple(_notes(path.name, kind, sheets)))


def _opened(file_name: str, content: bytes, kind: Kind) -> Any:
    try:
        import python_calamine
    except ImportError as error:
        raise UnreadableFile(
            f'{file_name} is an {_NAMES[kind]} file: save it as .xlsx, or pip install "roster-import[legacy]" to read it.',
            code="reader-missing",
        ) from error
    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except python_calamine.PasswordError as error:
        raise UnreadableFile(encrypted(file_name), code="file-encrypted") from error
    except BaseException as error:  # as above
        raise _damaged(file_name) from error


def _damaged(file_name: str) -> UnreadableFile:
    return UnreadableFile(
        f"{file_name} is damaged or of an unknown kind: open it in Excel, save it as .xlsx and send that.",
        code="file-damaged",
    )


def _check_parts(archive: Archive) -> None:
    """Unpack every part once before the library does: the archive counts, and document types are refused."""
    for name in archive.names():
        part = archive.read(name) if name.endswith((".xml", ".bin", ".rels")) else b""
        try:
            if not name.endswith(".bin"):
                plain_xml(part)
        except UnsafeXml as error:
            raise unsafe(archive.file_name) from error


def _sheets(book: Any, file_name: str, options: ReadOptions) -> Iterator[Sheet]:
    count = 0
    for entry in book.sheets_metadata:
        if not str(entry.typ).endswith("WorkSheet"):
            continue
        grid = Grid(file_name, options.limits, so_far=count)
        sheet = book.get_sheet_by_name(entry.name)
        _fill(grid, sheet)
        count += len(grid)
        ranges = sheet.merged_cell_ranges or ()
        hidden = not str(entry.visible).endswith("Visible")
        yield grid.sheet(entry.name, hidden=hidden, merged=[_place(*range_) for range_ in ranges])


def _place(first: tuple[int, int], last: tuple[int, int]) -> tuple[int, int, int, int]:
    return first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1


def _fill(grid: Grid, sheet: Any) -> None:
    """Row numbers are those of Excel only if the empty area before the first cell is not skipped."""
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        for column, value in enumerate(values, 1):
            text, kind, date = _shown(value)
            grid.put(row, column, text, kind, date=date)


def _notes(file_name: str, kind: Kind, sheets: tuple[Sheet, ...]) -> Iterator[Problem]:
    """What a file of that kind does not tell is said, as nobody could see it from the cells."""
    if any(cell.kind is not CellKind.TEXT for sheet in sheets for cell in sheet.cells):
        yield Problem(
            level="warning",
            code="formats-not-read",
            message=f"{file_name} is an {_NAMES[kind]} file, of which only the values are read: a number shown as 07 is "
            "read as 7, and errors such as #REF! and hidden rows are not seen. Save it as .xlsx to have them read.",
        )


def _shown(value: Any) -> tuple[str, CellKind, str | None]:
    if isinstance(value, bool):
        return str(value).upper(), CellKind.BOOL, None
    if isinstance(value, int | float):
        return shown_number(value, "General"), CellKind.NUMBER, None
    if isinstance(value, datetime.datetime):
        return iso_text(value), CellKind.DATE, value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat(), CellKind.DATE, value.isoformat()
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}", CellKind.NUMBER, None
    if isinstance(value, datetime.timedelta):
        return shown_duration(value, "h:mm"), CellKind.NUMBER, None
    return str(value), CellKind.TEXT, None
