"""A cell mended on the page -> the coach's own file with that cell changed, and nothing else of it.

A workbook keeps its styles, its other sheets, every part that is not touched; a text file its letters' code, its line ends
and every line that is not touched. A file of another kind comes back as a workbook of the same cells.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from roster_import.errors import WriteError
from roster_import.language.catalogues import LANGUAGES
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.model.sheets import ORDER, heading_key
from roster_import.model.workbook import CellKind, FileFormat
from roster_import.read.text import encoding, records
from roster_import.write.ooxml.cells import HEADER, CellEdit, NewSheet, SheetChange, box
from roster_import.write.ooxml.package import rewrite
from roster_import.write.results.original import can_be_added_to, original

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.workbook import Sheet, Workbook
    from roster_import.write.ooxml.cells import Value

NOTHING = "–"
"""Under a size: nothing is wanted."""
LONGEST = 1000  # characters that are typed into one cell
_MOST_DIGITS = 15  # a number in Excel is exact up to here


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """What a cell of a sheet is to hold from now on; an empty text empties it."""

    sheet: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A file with its cells mended, and its name by then: of an old format it is a workbook now."""

    name: str
    content: bytes


def mended(workbook: Workbook, content: bytes, mends: Sequence[Mend]) -> Mended:
    """The file of these bytes with cells mended. Raises `WriteError` where it cannot be written into."""
    name = workbook.path.name
    if workbook.format is FileFormat.CSV:
        return Mended(name=name, content=_text_mended(name, content, mends))
    book = original(workbook, content if can_be_added_to(workbook) else None)
    changes = [
        SheetChange(name=book.names[sheet.name], cells=_edits(sheet, mends))
        for sheet in workbook.sheets
        if _any(sheet, mends)
    ]
    return Mended(name=_as_workbook(name, workbook), content=rewrite(book.content, change=changes))


def with_order(
    workbook: Workbook, content: bytes, details: Mapping[str, str], language: str, sheet: str | None = None
) -> Mended:
    """The file with these details of the order, by the keys of the Order sheet: on that sheet, or on a new one.

    A text file has no room for a second sheet, so a workbook is made of it. Raises `WriteError`.
    """
    book = original(workbook, content if can_be_added_to(workbook) else None)
    rows = [
        (in_language(column.heading, language), details[column.key])
        for column in ORDER.columns
        if details.get(column.key)
    ]
    there = workbook.sheet(sheet) if sheet else None
    if there is None:
        cells = tuple((CellEdit(value=label, look=HEADER), CellEdit(value=text)) for label, text in rows)
        new = NewSheet(name=_order_name(workbook, language), rows=cells, widths=(28.0, 40.0), copied=True)
        made = rewrite(book.content, add=[new])
    else:
        first = max((max(column.texts, default=0) for column in there.columns.values()), default=0) + 1
        edits = {
            (first + at, column): CellEdit(value=text)
            for at, pair in enumerate(rows)
            for column, text in enumerate(pair, 1)
        }
        made = rewrite(book.content, change=[SheetChange(name=book.names[there.name], cells=edits)])
    return Mended(name=_as_workbook(workbook.path.name, workbook), content=made)


def _order_name(workbook: Workbook, language: str) -> str:
    """A name by which a new Order sheet is known as one: clubs call the sheet of their players Bestellung, too."""
    taken = {heading_key(sheet.name) for sheet in workbook.sheets}
    names = (in_language(ORDER.name, each) for each in (language, *LANGUAGES))
    others = (key.capitalize() for key in sorted(ORDER.keys))
    return next(
        (name for name in (*names, *others) if heading_key(name) not in taken), in_language(ORDER.name, language)
    )


def _as_workbook(name: str, workbook: Workbook) -> str:
    return name if can_be_added_to(workbook) else f"{PurePosixPath(name).stem}.xlsx"


def _any(sheet: Sheet, mends: Sequence[Mend]) -> bool:
    return any(mend.sheet == sheet.name for mend in mends)


def _edits(sheet: Sheet, mends: Sequence[Mend]) -> dict[tuple[int, int], CellEdit]:
    edits = {}
    for mend in mends:
        place = box(mend.cell) if mend.sheet == sheet.name else None
        if place is not None:
            row, column = place[:2]
            edits[row, column] = CellEdit(value=_value(mend.text, _is_text(sheet, row, column)), beside=True)
    return edits


def _is_text(sheet: Sheet, row: int, column: int) -> bool:
    """Whether what stands there, or above it in the column, is text, so that a number typed there is text, too."""
    held = sheet.columns.get(column)
    if held is None:
        return True
    odd = held.odd.get(row)
    return (odd.kind if odd else held.kind) is not CellKind.NUMBER


def _value(text: str, as_text: bool) -> Value:
    if not text:
        return None
    plain = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS and (text == "0" or text[0] != "0")
    return Decimal(text) if plain and not as_text else text


# --------------------------------------------------------------------------------------------------------- text files


def _text_mended(name: str, content: bytes, mends: Sequence[Mend]) -> bytes:
    """A text file with cells mended: the lines of other rows stay as they are."""
    decoding = encoding.decoded(name, content, None)
    delimiter, text = records.without_sep_line(decoding.text)
    head = decoding.text.removesuffix(text)
    dialect = records.dialect_of(text, delimiter, PurePosixPath(name).suffix)
    lines = records.lines_of_rows(text, dialect)
    by_row: dict[int, dict[int, str]] = {}
    for mend in mends:
        if (place := box(mend.cell)) is not None:
            by_row.setdefault(place[0], {})[place[1]] = mend.text
    for row, cells in sorted(by_row.items()):
        if row == len(lines) + 1:
            _add_row(lines)
        if row <= len(lines):
            lines[row - 1] = _line(lines[row - 1], cells, dialect)
    exact = not decoding.is_mixed and "\ufffd" not in decoding.text
    return _encoded(head + "".join(lines), decoding.encoding if exact else "utf-8-sig")


def _add_row(lines: list[str]) -> None:
    """An empty row more, its line ending as those above do; the last one may have had no end."""
    end = next((line[len(line.rstrip("\r\n")) :] for line in lines if line.endswith(("\r", "\n"))), "\n")
    if lines and not lines[-1].endswith(("\r", "\n")):
        lines[-1] += end
    lines.append(end)


def _line(line: str, cells: Mapping[int, str], dialect: records.Dialect) -> str:
    bare = line.rstrip("\r\n")
    fields = next(iter(records.records(line, dialect)), records.Record(fields=[])).fields
    fields = [*fields, *[""] * (max(cells) - len(fields))]
    for column, text in cells.items():
        fields[column - 1] = text
    out = io.StringIO()
    csv.writer(
        out,
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        escapechar=dialect.escape,
        doublequote=dialect.escape is None,
        lineterminator="",
    ).writerow(fields)
    return out.getvalue() + line[len(bare) :]


def _encoded(text: str, code: str) -> bytes:
    """The text in its file's own code; in UTF-8 where a letter that was typed is not in it."""
    try:
        return text.encode(code)
    except UnicodeEncodeError:
        return text.encode("utf-8-sig")


def not_mendable() -> WriteError:
    """Why a file cannot be mended that could not be read."""
    return WriteError(say("This file cannot be mended here: save it anew as a workbook (.xlsx), and upload that."))
