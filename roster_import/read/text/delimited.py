"""Delimited text (.csv, .tsv, .txt): every cell is text as it stands, a sheet named after the file.

Rows are numbered as Excel numbers them when it opens the file: blank lines count, a line break within quotation
marks does not start a new row, and a first line `sep=;` is not a row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.problem import FILE, Place, Problem
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.read.cell_text import picture, tidy
from roster_import.read.grid import Grid
from roster_import.read.sniff import foreign
from roster_import.read.text.encoding import Decoded, as_read, decoded
from roster_import.read.text.records import Record, dialect_of, odd_delimiter, records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from roster_import.read.options import ReadOptions

_SEP_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?[ \t]*(?:\r\n|\r|\n|$)", re.IGNORECASE)

_WORKBOOKS = (".xls", ".xlsx", ".xlsm", ".xlsb", ".ods")


def read_delimited(path: Path, content: bytes, options: ReadOptions) -> Workbook:
    """The file as a workbook of one sheet; raises UnreadableFile where `options` name a wrong encoding."""
    decoding = decoded(path.name, content, options.encoding)
    text = decoding.text.replace("\x00", picture(0))
    sep_line = _SEP_LINE.match(text)
    wish = options.delimiter or (sep_line[1] if sep_line else None)
    text = text[sep_line.end() :] if sep_line else text
    dialect = dialect_of(text, wish, path.suffix)
    rows = list(records(text, dialect))
    is_table = any(len(row.fields) > 1 for row in rows)
    if not is_table and path.suffix.lower() in _WORKBOOKS:
        raise foreign(path.name, say("a text without a table"))
    grid = Grid(path.name, options.limits)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row.fields, 1):
            grid.put(number, column, value)
    name = tidy(path.stem) or "CSV"
    notes = [*_encoding_notes(path.name, content, decoding), *_quote_notes(name, rows), *grid.notes(name)]
    if wish is None and not is_table and (sign := odd_delimiter(text)):
        notes.append(_odd_delimiter(path.name, sign))
    return Workbook(path=path, format=FileFormat.CSV, sheets=(grid.sheet(name),), notes=tuple(notes))


def _odd_delimiter(file_name: str, sign: str) -> Problem:
    return FILE.warning(
        "delimiter-unknown",
        say(
            '{file_name} was read as a single column. Every row holds "{sign}": if that divides its columns, add '
            '--delimiter "{sign}".',
            file_name=file_name,
            sign=sign,
        ),
    )


def _encoding_notes(file_name: str, content: bytes, decoding: Decoded) -> Iterator[Problem]:
    if decoding.rival is not None and (message := _guess(file_name, content, decoding, decoding.rival)):
        yield FILE.warning("letters-guessed", message)
    if decoding.is_mixed:
        yield FILE.warning(
            "letters-guessed",
            say(
                "{file_name} is put together from files whose letters are coded differently ({encoding}): look at "
                "the names, or export it again as UTF-8.",
                file_name=file_name,
                encoding=decoding.encoding,
            ),
        )
    if "\x00" in decoding.text:
        yield FILE.warning(
            "characters-dropped",
            say(
                "{file_name} holds characters of value zero, which were left out: look at the rows, or export it "
                "again.",
                file_name=file_name,
            ),
        )


def _guess(file_name: str, content: bytes, decoding: Decoded, rival: str) -> str:
    """Both readings of the first word in which they differ, which a person can decide on; nothing if none does."""
    pairs = zip(decoding.text.split(), as_read(content, rival).split(), strict=False)
    lines = next((pair for pair in pairs if pair[0] != pair[1]), None)
    if lines is None:
        return ""
    words = zip(*(re.findall(r"[^\W\d_]+", line) for line in lines), strict=False)
    here, there = next((pair for pair in words if pair[0] != pair[1]), ("", ""))
    return here and (
        say(
            '{file_name} does not say how its letters are coded; they were read as {encoding} ("{here}"). If '
            '"{there}" is right, add --encoding {rival}.',
            file_name=file_name,
            encoding=decoding.encoding,
            here=here,
            there=there,
            rival=rival,
        )
    )


def _quote_notes(sheet: str, rows: Iterable[Record]) -> Iterator[Problem]:
    for number, row in enumerate(rows, 1):
        if row.trouble == "unclosed":
            yield Place(sheet=sheet, row=number).error(
                "quote-unclosed",
                say(
                    "Row {number} opens a quotation mark that is not closed in the row: delete it or close it.",
                    number=number,
                ),
            )
        elif row.trouble == "stray":
            yield Place(sheet=sheet, row=number).warning(
                "quote-stray",
                say(
                    "Row {number} has a quotation mark in the middle of a cell: look whether its cells are right.",
                    number=number,
                ),
            )
