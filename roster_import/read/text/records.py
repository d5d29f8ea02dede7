"""The records of a delimited text, with those named whose quotation marks do not match.

A quotation mark that is never closed would swallow every row after it, in silence: such a row is read as it stands
up to its own line end, and the reading goes on with the next one.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.read.text.dialect import Dialect

_LONGEST = 2**31 - 1  # the csv module's own limit of 128 KB is a traceback; the limit on cells is ours
_GIVE_UP = 20  # so many unclosed quotation marks mean that they are no quotation marks

Trouble = Literal["unclosed", "stray"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the text: its cells, and what is wrong with its quotation marks."""

    fields: list[str]
    trouble: Trouble | None = None


def records(text: str, dialect: Dialect) -> Iterator[Record]:
    """Every record in order; a blank line is a record without cells."""
    csv.field_size_limit(_LONGEST)
    lines = list(io.StringIO(text, newline=""))
    at, unclosed = 0, 0
    while at < len(lines):
        for record, end in _regular(lines, at, dialect):
            yield record
            at = end
        if at < len(lines):
            record = _irregular(lines[at], dialect)
            unclosed += record.trouble == "unclosed"
            yield record
            at += 1
        if unclosed >= _GIVE_UP:
            yield from _unquoted(lines[at:], dialect)
            return


def _regular(lines: list[str], at: int, dialect: Dialect) -> Iterator[tuple[Record, int]]:
    """(record, number of its last line) until the first one whose quotation marks do not match."""
    width = 0
    reader = dialect.reader((lines[number] for number in range(at, len(lines))), strict=True)
    before = 0
    try:
        for fields in reader:
            if reader.line_num - before > 1 and _swallows_rows(
                lines[at + before : at + reader.line_num], dialect, width
            ):
                return
            before = reader.line_num
            width = max(width, len(fields))
            yield Record(fields=fields), at + before
    except csv.Error:
        return


def _swallows_rows(lines: list[str], dialect: Dialect, width: int) -> bool:
    """Whether each line of a record looks like a row by itself: its quotation mark was not meant as one then."""
    return width > 1 and all(line.count(dialect.delimiter) >= width - 1 for line in lines)


def _irregular(line: str, dialect: Dialect) -> Record:
    """One line by itself: read leniently if it is complete, else with its quotation marks as plain characters."""
    reader = dialect.reader([line], strict=False)
    fields = next(reader)
    if not _ends_open(fields, line):
        return Record(fields=fields, trouble="stray")
    plain: list[str] = next(dialect.reader([line], strict=False, quoted=False), [])
    return Record(fields=plain, trouble="unclosed")


def _ends_open(fields: list[str], line: str) -> bool:
    """A quotation mark was still open at the end of the line if the line end became part of the last cell."""
    return (bool(fields) and line[-1:] in "\r\n" and fields[-1].endswith(("\r", "\n"))) or _is_odd(line)


def _is_odd(line: str) -> bool:
    return line.count('"') % 2 == 1


def _unquoted(lines: list[str], dialect: Dialect) -> Iterator[Record]:
    for fields in dialect.reader(lines, strict=False, quoted=False):
        yield Record(fields=fields)
