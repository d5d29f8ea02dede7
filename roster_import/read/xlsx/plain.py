"""Sheets of a plain shape, read in one pass over their own XML, column by column.

What is read here is read as openpyxl reads it (`workbook.by_openpyxl`); what has any other shape is left to it: cells
that stand twice or do not say where they stand, tables of what-if results, comments and sections of plain text among the
cells, texts with fonts of their own within a cell. Every character between the first row and the last belongs to a piece that
is known, and what is written in tags is judged by the XML parser, once for each different tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import lt
from typing import TYPE_CHECKING

from roster_import.model.workbook import CellKind
from roster_import.read.cell_text import unescaped
from roster_import.read.grid import Grid, column_number, ranges
from roster_import.read.xlsx.fills import put_empties
from roster_import.read.xlsx.formats import shown_value
from roster_import.read.xlsx.row_text import NUMBERED, RowText
from roster_import.read.xlsx.serial import (
    LONGEST_CODE,
    SINCE_1900,
    SINCE_1904,
    length,
    moment,
    shows_dates,
    shows_lengths,
)
from roster_import.read.xlsx.strings import NotPlainError, as_text, resolved, shared_strings
from roster_import.read.xlsx.struck import parts_of, struck_strings
from roster_import.read.xlsx.xml import MAIN, BrokenXmlError, looks, plain_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from xml.etree.ElementTree import Element

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet
    from roster_import.read.options import Hear, Limits
    from roster_import.read.xlsx.formats import Shown
    from roster_import.read.xlsx.package import Package, SheetPart
    from roster_import.read.xlsx.row_text import CellTexts
    from roster_import.read.xlsx.struck import Runs
    from roster_import.read.xlsx.xml import SheetXml


def plain_sheets(
    package: Package, file_name: str, limits: Limits, hear: Hear | None = None
) -> list[tuple[Sheet, list[Problem]]] | None:
    """All sheets, each with what was left unread of it; None where any of them is not plain.

    `hear` is told how far a large sheet is.
    """
    try:
        book = _Book.of(package)
        count, read = 0, []
        for part in package.sheets:
            grid = Grid(file_name, limits, so_far=count)
            read.append((_sheet(part, book, grid, hear), list(grid.notes(part.name))))
            count += len(grid)
    except NotPlainError:
        return None
    return read


def _sheet(part: SheetPart, book: _Book, grid: Grid, hear: Hear | None) -> Sheet:
    hidden_columns = [*_hidden_columns(part.xml, book)]
    rows = _Rows(part.xml, book, grid)
    rows.read(hear)
    put_empties(grid.fills, part.xml, book.fills)
    return grid.sheet(
        part.name,
        hidden=part.hidden,
        merged=ranges(part.xml.merged),
        hidden_rows=rows.hidden,
        hidden_columns=hidden_columns,
        comments=part.comments,
        boxes=part.boxes,
    )


# ------------------------------------------------------------------------------------------- what the book says of cells


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What a cell style says of a value: its number format, whether that makes a date of it, how it is struck out or filled."""

    code: str
    struck: bool
    fill: str
    is_date: bool
    is_length: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What stands once for all sheets."""

    strings: list[str]
    struck: Mapping[int, Runs]
    looks: tuple[_Look, ...]
    fills: Mapping[int, str]
    epoch: datetime

    @classmethod
    def of(cls, package: Package) -> _Book:
        return cls(
            strings=shared_strings(package.strings),
            struck=struck_strings(package.strings),
            looks=tuple(
                _Look(
                    code=code,
                    struck=struck,
                    fill=package.marks.get(style, ""),
                    is_date=shows_dates(code),
                    is_length=shows_lengths(code),
                )
                for style, (code, struck) in enumerate(looks(package.styles))
            ),
            fills=package.fills,
            epoch=SINCE_1904 if package.since_1904 else SINCE_1900,
        )

    def look(self, style: str) -> _Look:
        """The look of a style by its number; raises NotPlainError where there is none."""
        if not style.isascii() or not style.isdecimal() or len(style) > _FEW_DIGITS or int(style) >= len(self.looks):
            raise NotPlainError
        look = self.looks[int(style)]
        if len(look.code) > LONGEST_CODE:
            raise NotPlainError
        return look


_FEW_DIGITS = 6
_FORMULAS = ("normal", "array", "shared")  # ECMA-376 part 1, 18.18.6; a table of what-if results is the fourth
_NUMBER = re.compile(r"-?[0-9]{1,400}(?:\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,4})?")


def _number(raw: str, look: _Look, book: _Book) -> Shown:
    if not _NUMBER.fullmatch(raw):
        raise NotPlainError
    value = int(raw) if raw.lstrip("-").isdecimal() else float(raw)
    if not look.is_date:
        return shown_value(value, look.code)
    try:
        stored = length(value) if look.is_length else moment(value, book.epoch)
    except (OverflowError, ValueError):
        return "#VALUE!", CellKind.ERROR, None
    return shown_value(stored, look.code)


def _shared(raw: str, look: _Look, book: _Book) -> Shown:
    if not raw.isascii() or not raw.isdecimal() or len(raw) > _FEW_DIGITS + 2 or int(raw) >= len(book.strings):
        raise NotPlainError
    return unescaped(book.strings[int(raw)]), CellKind.TEXT, None


def _text(raw: str, look: _Look, book: _Book) -> Shown:
    return unescaped(resolved(raw)), CellKind.TEXT, None


def _error(raw: str, look: _Look, book: _Book) -> Shown:
    return resolved(raw), CellKind.ERROR, None


def _bool(raw: str, look: _Look, book: _Book) -> Shown:
    if raw not in ("0", "1"):
        raise NotPlainError
    return shown_value(raw == "1", look.code)


_BY_TYPE: dict[str, Callable[[str, _Look, _Book], Shown]] = {
    "n": _number,
    "s": _shared,
    "str": _text,
    "inlineStr": _text,
    "e": _error,
    "b": _bool,
}


class _Sort:
    """Cells whose tags say the same: how their values are shown, each different value once."""

    def __init__(self, attributes: Element, formula: Element | None, *, inline: bool, book: _Book) -> None:
        self._type = attributes.get("t", "n")
        self._book = book
        self._is_formula = formula is not None
        self._look = book.look(attributes.get("s", "0"))
        self._shown: dict[str, Shown] = {}
        self._stands_there = self._type in ("str", "inlineStr") and not self._look.struck
        if self._type not in _BY_TYPE or (self._type == "inlineStr" and (self._is_formula or not inline)):
            raise NotPlainError
        if (inline and self._type != "inlineStr") or (
            formula is not None and formula.get("t", "normal") not in _FORMULAS
        ):
            raise NotPlainError

    def fill(self, grid: Grid, column: int, rows: list[int], values: list[str | None]) -> None:
        """Put the cells of a column into the grid."""
        if self._look.fill:
            grid.fills.put(self._look.fill, column, rows)
        different = dict.fromkeys(values)
        if None in different or "" in different:
            rows, values = self._without_empties(grid, column, rows, values)
            different = dict.fromkeys(values)
        if self._type == "s" and self._book.struck:
            rows, values = self._without_struck(grid, column, rows, values)
            different = dict.fromkeys(values)
        said = [*filter(None, different)]
        if self._stands_there and _are_plain(said):
            as_written: dict[str | None, str] = {raw: raw for raw in said}
            grid.put_all(column, rows, values, as_written)
            return
        self._shown |= {raw: self._show(raw) for raw in said if raw not in self._shown}
        shown = {raw: self._shown[raw] for raw in said}
        kinds = {(kind, date) for _, kind, date in shown.values()}
        if len(kinds) == 1 and not self._look.struck and kinds <= _DATELESS:
            texts: dict[str | None, str] = {raw: text for raw, (text, _, _) in shown.items()}
            grid.put_all(column, rows, values, texts, kinds.pop()[0])
            return
        for row, raw in zip(rows, values, strict=True):
            text, kind, date = shown[raw or ""]
            grid.put(row, column, text, kind, date=date, struck=self._look.struck)

    def _show(self, raw: str) -> Shown:
        return _BY_TYPE[self._type](raw, self._look, self._book)

    def _without_struck(
        self, grid: Grid, column: int, rows: list[int], values: list[str | None]
    ) -> tuple[list[int], list[str | None]]:
        """Of the cells those whose text is not struck through in part; the others are put into the grid."""
        struck = {raw: runs for raw in dict.fromkeys(values) if raw and (runs := self._struck_runs(raw))}
        for row, raw in zip(rows, values, strict=True) if struck else ():
            if raw in struck:
                parts = parts_of(struck[raw], struck=self._look.struck)
                grid.put(row, column, unescaped(parts.text), struck=parts.struck, whole=unescaped(parts.whole))
        left = [(row, raw) for row, raw in zip(rows, values, strict=True) if raw not in struck] if struck else []
        return ([row for row, _ in left], [raw for _, raw in left]) if struck else (rows, values)

    def _struck_runs(self, raw: str) -> Runs | None:
        return (
            self._book.struck.get(int(raw))
            if raw.isascii() and raw.isdecimal() and len(raw) <= _FEW_DIGITS + 2
            else None
        )

    def _without_empties(
        self, grid: Grid, column: int, rows: list[int], values: list[str | None]
    ) -> tuple[list[int], list[str | None]]:
        """Of the cells those that hold something; a formula without a result is put into the grid."""
        if self._is_formula and self._type not in ("s", "str"):
            for row, value in zip(rows, values, strict=True):
                if not value:
                    grid.put(row, column, "", CellKind.UNCALCULATED, struck=self._look.struck)
        filled = [(row, value) for row, value in zip(rows, values, strict=True) if value]
        return [row for row, _ in filled], [value for _, value in filled]


def _are_plain(texts: Iterable[str]) -> bool:
    """Whether no text has a reference or an escape, so that each is shown as it stands."""
    every = "\n".join(texts)
    return "&" not in every and "_x" not in every


_DATELESS = {(kind, None) for kind in CellKind}


# -------------------------------------------------------------------------------------------------------------- the rows


_ROW_NUMBER, _START_OF_ROW = re.compile(rb' r="([0-9]{1,7})"'), 200
_CHUNK = 1 << 20  # bytes of rows at once: what is made of them stays small


class _Rows:
    """The rows of one sheet on their way into its grid."""

    def __init__(self, xml: SheetXml, book: _Book, grid: Grid) -> None:
        self._xml = xml
        self._prefix = xml.prefix.decode("ascii", errors="replace")
        self._book = book
        self._grid = grid
        self._sorts: dict[tuple[str, str | None, str | None], _Sort] = {}
        self._hides: dict[str, bool] = {}
        self._last_row = 0
        self._last_rows: dict[str, int] = {}
        self.hidden: list[int] = []

    def read(self, hear: Hear | None) -> None:
        """All rows; raises NotPlainError where one is not plain. Of a sheet of several chunks each is heard of."""
        rows = RowText(self._prefix)
        last = self._last() if hear is not None and len(self._xml.rows) > _CHUNK else 0
        for chunk in self._chunks():
            for cells in rows.cells(as_text(chunk)):
                self._take(cells)
            if hear is not None and last:
                hear(self._last_row, max(last, self._last_row))

    def _last(self) -> int:
        """The number of the last row, 0 where it does not say it: what the sheet says of its size may be wrong."""
        at = self._xml.rows.rfind(b"<" + self._xml.prefix + b"row ")
        number = _ROW_NUMBER.search(self._xml.rows, at, at + _START_OF_ROW) if at >= 0 else None
        return int(number[1]) if number else 0

    def _chunks(self) -> Iterator[bytes]:
        """The rows, some whole ones at once."""
        rows, end_of_row = self._xml.rows, b"</" + self._xml.prefix + b"row>"
        at, end = rows.find(b">") + 1, rows.rfind(b"</")
        while at < end:
            row_end = rows.rfind(end_of_row, at, at + _CHUNK)
            row_end = rows.find(end_of_row, at, end) if row_end < 0 else row_end
            after = min(row_end + len(end_of_row) if row_end >= 0 else end, end)
            yield rows[at:after]
            at = after

    def _take(self, taken: CellTexts) -> None:
        """The cells of a chunk."""
        self._start_rows(taken.rows, taken.attributes)
        self._judge([key for key in dict.fromkeys(key[1:] for key in taken.cells) if key not in self._sorts])
        self._check_places([(key[0], rows) for key, (rows, _) in taken.cells.items()])
        for key, (rows, values) in taken.cells.items():
            self._sorts[key[1:]].fill(self._grid, column_number(key[0]), rows, values)

    def _check_places(self, placed: list[tuple[str, list[int]]]) -> None:
        """No cell stands twice; raises NotPlainError."""
        by_column: dict[str, list[int]] = {}
        for letters, rows in placed:
            by_column[letters] = by_column[letters] + rows if letters in by_column else rows
        before, goes_down = list[int](), True
        for letters, rows in by_column.items():
            if rows is not before:  # where all rows have a cell in a column, they are those of the column before
                before, goes_down = rows, all(map(lt, rows, rows[1:]))
            first, last = (rows[0], rows[-1]) if goes_down else (min(rows), max(rows))
            if first <= self._last_rows.get(letters, 0) or not (goes_down or len({*rows}) == len(rows)):
                raise NotPlainError
            self._last_rows[letters] = last

    def _start_rows(self, rows: Sequence[int], attributes: Sequence[str]) -> None:
        """What the rows say of themselves: they go down, and some are hidden."""
        if not all(map(lt, rows, rows[1:])) or rows[0] <= self._last_row:
            raise NotPlainError
        self._last_row = rows[-1]
        new = [said for said in dict.fromkeys(attributes) if said not in self._hides]
        for text, element in zip(new, self._tags([f'row r="1"{said}' for said in new]), strict=True):
            self._hides[text] = _is_hidden(element, self._book, _OF_ROWS)
        if any(self._hides[said] for said in {*attributes}):
            self.hidden += [row for row, text in zip(rows, attributes, strict=True) if self._hides[text]]

    def _judge(self, new: list[tuple[str, str | None, str | None]]) -> None:
        """What the tags of cells and formulas say that were not met before."""
        cells = self._tags([f'c r="A1"{attributes}' for attributes, _, _ in new])
        formulas = self._tags([f"f{attributes or ''}" for _, attributes, _ in new])
        for key, cell, formula in zip(new, cells, formulas, strict=True):
            is_formula, inline = key[1] is not None, key[2] is not None
            self._sorts[key] = _Sort(cell, formula if is_formula else None, inline=inline, book=self._book)

    def _tags(self, tags: list[str]) -> list[Element]:
        """Tags as the XML parser sees them within the sheet; raises NotPlainError where it refuses one."""
        within = "".join(f"<{self._prefix}{tag}/>" for tag in tags).encode()
        return [*_parsed(self._xml.root + within + self._xml.end)]


def _parsed(part: bytes) -> Element:
    try:
        root = plain_tree(part)
    except BrokenXmlError as error:
        raise NotPlainError from error
    if root.tag != f"{{{MAIN}}}worksheet":
        raise NotPlainError
    return root


# ------------------------------------------------------------------------------------------------- hidden rows and columns


_ANY, _SWITCH, _MEASURE, _LEVEL = map(
    re.compile, (r"[^\x00]*", r"[01]|true|false", r"[0-9]{1,6}(?:\.[0-9]{1,20})?", r"[0-9]")
)
_OF_BOTH = {"hidden": _SWITCH, "collapsed": _SWITCH, "outlineLevel": _LEVEL}
_OF_ROWS = {
    **_OF_BOTH, "r": _ANY, "spans": _ANY, "ht": _MEASURE, "s": _ANY, "customFormat": _ANY, "customHeight": _ANY,
    "thickBot": _SWITCH, "thickTop": _SWITCH, "ph": _ANY,
}  # fmt: skip
_OF_COLUMNS = {
    **_OF_BOTH, "min": re.compile(NUMBERED), "max": re.compile(NUMBERED), "width": _MEASURE, "bestFit": _SWITCH,
    "style": _ANY, "customWidth": _ANY,
}  # fmt: skip
_MOST_COLUMNS = 16_384


def _is_hidden(element: Element, book: _Book, known: dict[str, re.Pattern[str]]) -> bool:
    """Whether a row or column is; raises NotPlainError where its tag says what not every program may say."""
    for name, value in element.attrib.items():
        if name.startswith("{") and known is _OF_ROWS:
            continue
        if name not in known or not known[name].fullmatch(value):
            raise NotPlainError
    book.look(element.get("s") or element.get("style") or "0")
    return element.get("hidden") in ("1", "true")


def _hidden_columns(xml: SheetXml, book: _Book) -> Iterator[int]:
    """The columns that are hidden; the start of the sheet's data is looked at with them."""
    start = xml.rows[: xml.rows.find(b">") + 1]
    is_empty = not start or start.endswith(b"/>")
    data = start if is_empty else start + b"</" + xml.prefix + b"sheetData>"
    root = _parsed(xml.root + xml.columns + data + xml.end)
    before = 0
    for column in (
        column_element for columns in root if columns.tag == f"{{{MAIN}}}cols" for column_element in columns
    ):
        hides = _is_hidden(column, book, _OF_COLUMNS)
        first, last = int(column.get("min", "0")), int(column.get("max", "0"))
        if column.tag != f"{{{MAIN}}}col" or not before < first <= last <= _MOST_COLUMNS:
            raise NotPlainError
        before = last
        if hides:
            yield from range(first, last + 1)
