"""OpenDocument spreadsheets (.ods): the file itself holds the text that each cell shows, so `07` is read as `07`.

Read here and not with the extra `legacy`, whose library gives the bare values and stops at files with line breaks
between their elements. Elements: OpenDocument 1.3 part 3, 9 and 19.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from roster_import.errors import UnreadableFile
from roster_import.language.messages import say
from roster_import.model.result_sheets import OUR_AUTHOR
from roster_import.model.workbook import CellKind, FileFormat, TextBox, Workbook, cell_address
from roster_import.read.archive import Archive
from roster_import.read.cell_text import tidy
from roster_import.read.fills import marking, visible
from roster_import.read.grid import Grid, Remarks
from roster_import.read.xlsx.formats import plain_number, shown_number
from roster_import.read.xlsx.xml import (
    BrokenXmlError,
    UnsafeXmlError,
    attribute,
    child,
    children,
    is_on,
    local,
    tree,
    unsafe,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet
    from roster_import.read.grid import Range
    from roster_import.read.options import ReadOptions

_CELLS = ("table-cell", "covered-table-cell")
_GROUPS = (
    "table-row-group",
    "table-rows",
    "table-header-rows",
    "table-column-group",
    "table-columns",
    "table-header-columns",
)
_DRAWN = ("frame", "custom-shape", "g", "rect", "ellipse", "caption")
_MOST_BOXES = 200
_OUT_OF_SIGHT = ("collapse", "filter")
_NUMBERS = ("float", "percentage", "currency")
_LAST = 16_384  # columns; a repeated empty cell up to there fills the row


def read_ods(path: Path, content: bytes, options: ReadOptions) -> Workbook:
    """The workbook; raises UnreadableFile where the package is damaged, unsafe or too large."""
    archive = Archive(path.name, content, options.limits)
    try:
        document = tree(archive.read("content.xml"))
    except UnsafeXmlError as error:
        raise unsafe(path.name) from error
    except BrokenXmlError as error:
        raise archive.damaged() from error
    book = child(child(document, "body"), "spreadsheet")
    sheets, notes = _sheets(path.name, _Styles(document), book, options)
    if not sheets:
        raise UnreadableFile(
            say(
                "{file_name} holds no sheet with cells: fill in the roster, save it and send it again.",
                file_name=path.name,
            ),
            code="file-no-sheets",
        )
    return Workbook(path=path, format=FileFormat.LEGACY, sheets=tuple(sheets), notes=tuple(notes))


class _Styles:
    """Which styles hide a sheet, strike a text through, fill a cell or colour its letters."""

    def __init__(self, document: Element) -> None:
        self.struck: set[str] = set()
        self.hidden: set[str] = set()
        self.fills: dict[str, str] = {}
        self.letters: dict[str, str] = {}
        for style in children(child(document, "automatic-styles"), "style"):
            name = attribute(style, "name")
            line = attribute(child(style, "text-properties"), "text-line-through-style", "none")
            if line != "none":
                self.struck.add(name)
            background = attribute(child(style, "table-cell-properties"), "background-color", "transparent")
            letters = marking(attribute(child(style, "text-properties"), "color").lstrip("#"))
            if colour := visible(background.lstrip("#")):
                self.fills[name] = colour
            elif letters and background == "transparent":
                self.letters[name] = letters
            if attribute(child(style, "table-properties"), "display") == "false":
                self.hidden.add(name)


def _sheets(
    file_name: str, styles: _Styles, book: Element | None, options: ReadOptions
) -> tuple[list[Sheet], list[Problem]]:
    sheets: list[Sheet] = []
    notes: list[Problem] = []
    count = 0
    for table in children(book, "table"):
        grid = Grid(file_name, options.limits, so_far=count)
        reading = _Table(grid, styles)
        reading.read(table)
        count += len(grid)
        name = attribute(table, "name")
        hidden = attribute(table, "style-name") in styles.hidden
        sheets.append(
            grid.sheet(
                name,
                hidden=hidden,
                merged=reading.merged,
                hidden_rows=reading.hidden_rows,
                hidden_columns=reading.hidden_columns,
                comments=reading.remarks.in_order(),
                boxes=tuple(reading.boxes[:_MOST_BOXES]),
            )
        )
        notes.extend(grid.notes(name))
    return sheets, notes


class _Table:
    """One table while it is read: rows and cells say how often they are repeated, not where they stand."""

    def __init__(self, grid: Grid, styles: _Styles) -> None:
        self._grid = grid
        self._styles = styles
        self.merged: list[Range] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.remarks = Remarks()
        self.boxes: list[TextBox] = []

    def read(self, table: Element) -> None:
        """Put every cell that holds something into the grid."""
        row = 1
        column = 1
        for element in _flat(table):
            if local(element.tag) == "shapes":
                self._read_boxes(element, cell_address(1, 1))
            elif local(element.tag) == "table-column":
                column = self._read_column(element, column)
            elif local(element.tag) == "table-row":
                row = self._read_row(element, row)

    def _read_column(self, element: Element, column: int) -> int:
        following = column + _repeated(element, "number-columns-repeated")
        if attribute(element, "visibility") in _OUT_OF_SIGHT:
            self.hidden_columns.update(range(column, min(following, _LAST + 1)))
        return following

    def _read_row(self, element: Element, row: int) -> int:
        following = row + _repeated(element, "number-rows-repeated")
        cells = [cell for cell in element if local(cell.tag) in _CELLS]
        if not any(len(cell) or attribute(cell, "value-type") or attribute(cell, "formula") for cell in cells):
            return following
        for number in range(row, following):
            self._read_cells(cells, number)
            if attribute(element, "visibility") in _OUT_OF_SIGHT:
                self.hidden_rows.add(number)
        return following

    def _read_cells(self, cells: list[Element], row: int) -> None:
        column = 1
        for cell in cells:
            following = column + _repeated(cell, "number-columns-repeated")
            text, kind, date = _shown(cell)
            style = attribute(cell, "style-name")
            struck = style in self._styles.struck
            if style in self._styles.fills:  # of empty cells only the first: whole rows may be filled to their ends
                last = following if text else column + 1
                self._put_fill(self._styles.fills[style], row, range(column, min(last, _LAST + 1)))
            if text and style in self._styles.letters:
                self._put_fill(self._styles.letters[style], row, range(column, min(following, _LAST + 1)))
            if text or kind is CellKind.UNCALCULATED:
                for number in range(column, min(following, _LAST + 1)):
                    self._grid.put(row, number, text, kind, date=date, struck=struck)
            self._note_merged(cell, row, column)
            for annotation in children(cell, "annotation"):
                self.remarks.put(row, column, _annotated(annotation))
            if len(cell):
                self._read_boxes(cell, cell_address(row, column))
            column = following

    def _read_boxes(self, anchor: Element, address: str) -> None:
        """The texts of the frames and other shapes that hang on a cell, or on the table."""
        for drawn in (each for each in anchor if local(each.tag) in _DRAWN):
            text = tidy(" ".join(_paragraph(part) for part in drawn.iter() if local(part.tag) == "p"))
            self.boxes += [TextBox(text=text, address=address)] if text else []

    def _put_fill(self, colour: str, row: int, columns: Iterable[int]) -> None:
        for column in columns:
            self._grid.fills.put(colour, column, [row])

    def _note_merged(self, cell: Element, row: int, column: int) -> None:
        down, across = _repeated(cell, "number-rows-spanned"), _repeated(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            self.merged.append((row, column, row + down - 1, column + across - 1))


def _flat(table: Element) -> Iterator[Element]:
    """Rows and columns in order, also those that are grouped or repeated as headings."""
    for element in table:
        if local(element.tag) in _GROUPS:
            yield from _flat(element)
        else:
            yield element


def _repeated(element: Element, name: str) -> int:
    text = attribute(element, name, "1")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 1


def _shown(cell: Element) -> tuple[str, CellKind, str | None]:
    """What a person sees of a cell: its text, what kind of value it is, and the ISO date of a date."""
    text = " ".join(_paragraph(part) for part in children(cell, "p"))
    kinds = [value for key, value in cell.attrib.items() if local(key) == "value-type"]
    if "error" in kinds or text.startswith(("#REF!", "#NAME?", "#N/A", "#VALUE!", "#DIV/0!", "Err:5")):
        return text or "#N/A", CellKind.ERROR, None
    if not kinds and not text and attribute(cell, "formula"):
        return "", CellKind.UNCALCULATED, None
    kind = kinds[0] if kinds else ""
    if kind in _NUMBERS:
        return _number(attribute(cell, "value"), text), CellKind.NUMBER, None
    if kind == "boolean":
        return ("TRUE" if is_on(attribute(cell, "boolean-value")) else "FALSE"), CellKind.BOOL, None
    if kind == "date":
        day = attribute(cell, "date-value")[:10]
        return text or day, CellKind.DATE, day
    if kind == "time":
        return text, CellKind.NUMBER, None
    return text, CellKind.TEXT, None


def _paragraph(part: Element) -> str:
    """The text of a paragraph; notes that hang on it and readings above it (ruby) are not part of it."""
    name = local(part.tag)
    if name in ("annotation", "ruby-text", "note"):
        return ""
    if name in ("s", "tab", "line-break"):
        return " " * (_repeated(part, "c") if name == "s" else 1)
    inner = "".join(_paragraph(inside) + (inside.tail or "") for inside in part)
    return (part.text or "") + inner


def _annotated(annotation: Element) -> str:
    """What a comment on the cell says; nothing where it is ours."""
    creator = "".join(part.text or "" for part in children(annotation, "creator"))
    paragraphs = (_paragraph(part) for part in annotation if local(part.tag) in ("p", "list"))
    return "" if creator == OUR_AUTHOR else "\n".join(paragraphs).removeprefix(f"{creator}:")


def _number(value: str, shown: str) -> str:
    """The number by the rules of `roster_import.read.xlsx.formats`; the text tells padding, literals and places."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return shown
    if shown.endswith("%"):
        return shown.replace(",", ".")
    digits = re.sub(r"\D", "", shown)
    if number == number.to_integral_value():
        plain = plain_number(number.to_integral_value())
        return shown if _is_telling(shown) and digits.lstrip("0") == plain.lstrip("-0") else plain
    places = re.search(r"[.,](\d+)\D*$", shown)
    rounded = shown_number(float(number), f"0.{'0' * len(places[1])}") if places else ""
    # 1,235 may be a rounded 1235 as well as 1.235: only the digits tell
    return rounded if re.sub(r"\D", "", rounded) == digits else shown_number(float(number), "General")


def _is_telling(shown: str) -> bool:
    """Padding or a sign such as # belongs to the text, a currency does not."""
    return re.fullmatch(r"-?\d+|[#№]\s*\d+|\d+[.)]|(?:Nr|No)\.?\s*\d+", shown.strip(), re.IGNORECASE) is not None
