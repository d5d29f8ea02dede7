"""Old and binary workbooks (.xls, .xlsb), read with python-calamine, the extra `legacy`.

It knows values, not formats (7 shown as 07 comes back as 7), and hands out an error cell as an empty text: for .xls
`biff.py` tells the rest. It panics (a BaseException) and may abort the process, which is why it is only ever called
in the reading process.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from roster_import.errors import UnreadableFile
from roster_import.language.messages import say
from roster_import.model.problem import FILE, Problem
from roster_import.model.workbook import CellKind, FileFormat, Workbook
from roster_import.read.biff import Looks, looks_of
from roster_import.read.grid import Grid
from roster_import.read.sniff import Kind
from roster_import.read.xlsx.archive import Archive, encrypted
from roster_import.read.xlsx.formats import shown_value
from roster_import.read.xlsx.xml import UnsafeXmlError, plain_xml, unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from roster_import.model.workbook import Sheet
    from roster_import.read.options import ReadOptions

_NAMES = {Kind.XLS: ".xls", Kind.XLSB: ".xlsb"}


def read_legacy(path: Path, content: bytes, kind: Kind, options: ReadOptions) -> Workbook:
    """The workbook with its values; raises UnreadableFile, also where the extra is not installed."""
    if kind is not Kind.XLS:
        _check_parts(Archive(path.name, content, options.limits))
    book = _opened(path.name, content, kind)
    looks = looks_of(content) if kind is Kind.XLS else None
    try:
        read = list(_sheets(book, path.name, looks, options))
    except UnreadableFile:
        raise
    except BaseException as error:  # a panic of the library derives from BaseException
        raise _damaged(path.name) from error
    if not read:
        raise UnreadableFile(
            say(
                "{file_name} holds no sheet with cells: fill in the roster, save it as .xlsx and send that.",
                file_name=path.name,
            ),
            code="file-no-sheets",
        )
    notes = [note for _, its_notes in read for note in its_notes]
    if looks is None and any(cell.kind is not CellKind.TEXT for sheet, _ in read for cell in sheet.cells):
        notes.append(_formats_not_read(path.name, kind))
    return Workbook(path=path, format=FileFormat.LEGACY, sheets=tuple(sheet for sheet, _ in read), notes=tuple(notes))


def _opened(file_name: str, content: bytes, kind: Kind) -> Any:
    try:
        import python_calamine
    except ImportError as error:
        raise UnreadableFile(
            say(
                '{file_name} is an {kind} file, which is read once you pip install "roster-import[legacy]"; or save '
                "it as .xlsx and send that.",
                file_name=file_name,
                kind=_NAMES[kind],
            ),
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
        say(
            "{file_name} is damaged or of an unknown kind: open it in Excel, save it as .xlsx and send that.",
            file_name=file_name,
        ),
        code="file-damaged",
    )


def _check_parts(archive: Archive) -> None:
    """Unpack every part once before the library does: the archive counts, and document types are refused."""
    for name in archive.names():
        part = archive.read(name) if name.endswith((".xml", ".bin", ".rels")) else b""
        try:
            if not name.endswith(".bin"):
                plain_xml(part)
        except UnsafeXmlError as error:
            raise unsafe(archive.file_name) from error


def _sheets(
    book: Any, file_name: str, looks: Mapping[str, Looks] | None, options: ReadOptions
) -> Iterator[tuple[Sheet, list[Problem]]]:
    """All sheets, each with what was left unread of it."""
    count = 0
    for entry in book.sheets_metadata:
        if not str(entry.typ).endswith("WorkSheet"):
            continue
        grid = Grid(file_name, options.limits, so_far=count)
        sheet = book.get_sheet_by_name(entry.name)
        look = (looks or {}).get(entry.name, Looks())
        _fill(grid, sheet, look)
        count += len(grid)
        read = grid.sheet(
            entry.name,
            hidden=not str(entry.visible).endswith("Visible"),
            merged=[_place(*range_) for range_ in sheet.merged_cell_ranges or ()],
            hidden_rows=look.hidden_rows,
            hidden_columns=look.hidden_columns,
        )
        yield read, list(grid.notes(entry.name))


def _place(first: tuple[int, int], last: tuple[int, int]) -> tuple[int, int, int, int]:
    return first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1


def _fill(grid: Grid, sheet: Any, look: Looks) -> None:
    """Row numbers are those of Excel only if the empty area before the first cell is not skipped."""
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        for column, value in enumerate(values, 1):
            place = (row, column)
            text, kind, date = shown_value(value, look.formats.get(place, "General"))
            grid.put(row, column, text, kind, date=date, struck=place in look.struck)
    for (row, column), error in look.errors.items():
        grid.put(row, column, error, CellKind.ERROR, struck=(row, column) in look.struck)


def _formats_not_read(file_name: str, kind: Kind) -> Problem:
    """What a file of that kind does not tell is said, as nobody could see it from the cells."""
    return FILE.warning(
        "formats-not-read",
        say(
            "{file_name} is an {kind} file of which only the values could be read: a number shown as 07 is read "
            "as 7, and errors such as #REF! and hidden rows are not seen. Save it as .xlsx to have them read.",
            file_name=file_name,
            kind=_NAMES[kind],
        ),
    )
