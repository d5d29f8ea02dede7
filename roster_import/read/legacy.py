"""Old and binary workbooks (.xls, .xlsb), read with python-calamine, the extra `legacy`.

It knows values, not formats (7 shown as 07 comes back as 7), and hands out an error cell as an empty text: for .xls
the records of the file tell the rest. It panics (a BaseException) and may abort the process, which is why it is only ever called
in the reading process.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from roster_import.errors import UnreadableFile
from roster_import.language.messages import say
from roster_import.model.problem import FILE, Problem
from roster_import.model.result_sheets import OUR_AUTHOR
from roster_import.model.workbook import CellKind, FileFormat, Workbook
from roster_import.read.archive import Archive, encrypted
from roster_import.read.fills import PALETTE, visible
from roster_import.read.grid import Grid, Remarks
from roster_import.read.sniff import Kind
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
            comments=look.comments.in_order(),
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
    for (row, column), colour in look.fills.items():
        grid.fills.put(colour, column, [row])


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


# ---------------------------------------------------------------------------------------------- the records of an .xls


_HEADER = 512
_ENTRY = 128
_NO_SECTOR = 0xFFFFFFF0  # this and above are marks, not sectors
_BIFF8 = 0x0600
# The built-in formats that change how a value is shown ([MS-XLS] 2.4.126).
_BUILT_IN = {
    9: "0%", 10: "0.00%", 12: "# ?/?", 13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 45: "mm:ss",
}  # fmt: skip
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_BOF, _EOF, _SHEET, _FORMAT, _FONT, _XF = 0x809, 0x0A, 0x85, 0x41E, 0x31, 0xE0
_ROW, _COLUMNS, _FORMULA, _BOOL_OR_ERROR, _MANY_NUMBERS = 0x208, 0x7D, 0x06, 0x205, 0xBD
_PALETTE, _BLANK, _MANY_BLANKS = 0x92, 0x201, 0xBE
_OBJECT, _OBJECT_TEXT, _GOES_ON, _NOTE = 0x5D, 0x1B6, 0x3C, 0x1C
_ONE_CELL = (0x203, 0x27E, 0xFD, _FORMULA, _BOOL_OR_ERROR, _BLANK)  # NUMBER, RK, LABELSST and the three above
_MANY_CELLS = {_MANY_NUMBERS: 6, _MANY_BLANKS: 2}  # bytes of each
_FIRST_OF_PALETTE = 8  # the colours before it are the first of it once more

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """One sheet: per (row, column), counted from 1, its format if it is not General, and what else there is."""

    formats: dict[Place, str] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    struck: set[Place] = field(default_factory=set)
    fills: dict[Place, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    comments: Remarks = field(default_factory=Remarks)


def looks_of(content: bytes) -> Mapping[str, Looks] | None:
    """Sheet name -> its looks; None for what is no BIFF8 workbook or is too damaged to tell."""
    try:
        return _Stream(_workbook_stream(content)).looks()
    except (struct.error, IndexError, KeyError, ValueError):
        return None


def _workbook_stream(content: bytes) -> bytes:
    """The stream of that name in the OLE container; ValueError where there is none."""
    container = _Container(content)
    for name, start, size in container.entries():
        if name.casefold() == "workbook":
            return container.stream(start, size)
    raise ValueError("no workbook stream")


class _Container:
    """An OLE container: sectors chained by a table, small streams within the stream of the root entry."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._size = 1 << int.from_bytes(content[30:32], "little")
        self._directory, self._cutoff, small = (_long(content, at) for at in (48, 56, 60))
        self._table = self._sector_table()
        self._small_table = _longs(self._chained(small))

    def entries(self) -> Iterator[tuple[str, int, int]]:
        """(name, first sector, size) of every stream."""
        directory = self._chained(self._directory)
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length = min(int.from_bytes(directory[at + 64 : at + 66], "little"), 64)
            name = directory[at : at + max(0, length - 2)].decode("utf-16-le", errors="replace")
            yield name, _long(directory, at + 116), _long(directory, at + 120)

    def stream(self, start: int, size: int) -> bytes:
        """The bytes of a stream."""
        if size >= self._cutoff:
            return self._chained(start)[:size]
        _, root, length = next(self.entries())
        small = self._chained(root)[:length]
        return b"".join(small[at * 64 : at * 64 + 64] for at in _chain(start, self._small_table))[:size]

    def _sector_table(self) -> list[int]:
        """Which sector follows which; where that is written fills the header and, in large files, further sectors."""
        where = _longs(self._content[76:_HEADER])
        following = _long(self._content, 68)
        for _ in range(_long(self._content, 72)):
            if following >= _NO_SECTOR:
                break
            *more, following = _longs(self._sector(following))
            where.extend(more)
        return _longs(b"".join(self._sector(at) for at in where if at < _NO_SECTOR))

    def _chained(self, start: int) -> bytes:
        return b"".join(self._sector(at) for at in _chain(start, self._table))

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._content[at : at + self._size]


def _chain(start: int, table: list[int]) -> Iterator[int]:
    """The sectors of a chain; one that bites its tail ends after as many steps as there are sectors."""
    for _ in table:
        if start >= len(table):
            return
        yield start
        start = table[start]


class _Stream:
    """The records of a workbook stream: formats, fonts and styles first, then sheet after sheet."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._formats = dict(_BUILT_IN)
        self._struck_fonts: list[bool] = []
        self._styles: list[tuple[int, int, int]] = []  # (font, format, number of the colour)
        self._palette: list[str] = PALETTE
        self._sheets: dict[str, int] = {}

    def looks(self) -> Mapping[str, Looks] | None:
        """The looks of every sheet, None for a version other than BIFF8."""
        if _short(self._stream, 4) != _BIFF8:
            return None
        for kind, body in self._records(0):
            self._learn(kind, body)
        return {name: self._sheet(start) for name, start in self._sheets.items()}

    def _records(self, at: int) -> Iterator[tuple[int, bytes]]:
        """The records from a BOF to its EOF; what is embedded in between (charts) is passed over."""
        depth = 0
        while at + 4 <= len(self._stream):
            kind, length = _short(self._stream, at), _short(self._stream, at + 2)
            depth += (kind == _BOF) - (kind == _EOF)
            if depth == 0:
                return
            if depth == 1:
                yield kind, self._stream[at + 4 : at + 4 + length]
            at += 4 + length

    def _learn(self, kind: int, body: bytes) -> None:
        if kind == _SHEET:
            self._sheets[_text(body[8:], body[6], wide=body[7])] = _long(body, 0)
        elif kind == _FORMAT:
            self._formats[_short(body, 0)] = _text(body[5:], _short(body, 2), wide=body[4])
        elif kind == _FONT:
            self._struck_fonts.append(bool(body[2] & 0x08))
        elif kind == _XF:
            self._styles.append((_short(body, 0), _short(body, 2), _fill_number(body)))
        elif kind == _PALETTE:
            self._palette = [body[at : at + 3].hex() for at in range(2, 2 + 4 * _short(body, 0), 4)]

    def _sheet(self, start: int) -> Looks:
        looks = Looks()
        self._put_comments(looks.comments, start)
        for kind, body in self._records(start):
            if kind in _ONE_CELL:
                self._look(looks, (_short(body, 0) + 1, _short(body, 2) + 1), _short(body, 4))
                _note_error(looks, kind, body)
            elif kind in _MANY_CELLS:
                size = _MANY_CELLS[kind]
                for index in range((len(body) - 6) // size):
                    place = (_short(body, 0) + 1, _short(body, 2) + 1 + index)
                    self._look(looks, place, _short(body, 4 + size * index))
            elif kind == _ROW and body[12] & 0x20:
                looks.hidden_rows.add(_short(body, 0) + 1)
            elif kind == _COLUMNS and body[8] & 0x01:
                looks.hidden_columns.update(range(_short(body, 0) + 1, _short(body, 2) + 2))
        return looks

    def _put_comments(self, comments: Remarks, start: int) -> None:
        """The words stand with a drawn object; a note names its cell, its object and who wrote it ([MS-XLS] 2.4.179)."""
        said: dict[int, str] = {}
        number = left = 0
        for kind, body in self._records(start):
            if kind == _OBJECT:
                number = _short(body, 6)
            elif kind == _OBJECT_TEXT:
                said[number], left = "", _short(body, 10)
            elif kind == _GOES_ON and left:
                part = _text(body[1:], left, wide=body[0])
                said[number] += part
                left -= len(part)
            elif kind == _NOTE:
                author = _text(body[11:], _short(body, 8), wide=body[10])
                words = said.get(_short(body, 6), "") if author != OUR_AUTHOR else ""
                comments.put(_short(body, 0) + 1, _short(body, 2) + 1, words.removeprefix(f"{author}:"))

    def _look(self, looks: Looks, place: Place, style: int) -> None:
        font, number, fill = self._styles[style]
        if number in self._formats:
            looks.formats[place] = self._formats[number]
        font -= font > 4  # there is no font 4, for reasons of 1987
        if font < len(self._struck_fonts) and self._struck_fonts[font]:
            looks.struck.add(place)
        number = fill - _FIRST_OF_PALETTE
        if 0 <= number < len(self._palette) and (colour := visible(self._palette[number])):
            looks.fills[place] = colour


def _fill_number(style: bytes) -> int:
    """The number of the colour that a style fills its cells with, 0 where it does not ([MS-XLS] 2.5.20)."""
    is_solid = _long(style, 14) >> 26 == 1
    return _short(style, 18) & 0x7F if is_solid else 0


def _note_error(looks: Looks, kind: int, body: bytes) -> None:
    """An error typed in, or the stored result of a formula that is one."""
    place = (_short(body, 0) + 1, _short(body, 2) + 1)
    if kind == _BOOL_OR_ERROR and body[7]:
        looks.errors[place] = _ERRORS.get(body[6], "#N/A")
    elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        looks.errors[place] = _ERRORS.get(body[8], "#N/A")


def _text(body: bytes, length: int, *, wide: int) -> str:
    return body[: 2 * length].decode("utf-16-le") if wide & 1 else body[:length].decode("latin-1")


def _short(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<H", data, at)[0])


def _long(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])


def _longs(data: bytes) -> list[int]:
    return [number for (number,) in struct.iter_unpack("<I", data[: len(data) // 4 * 4])]
