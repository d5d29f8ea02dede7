"""The records of a delimited text: by which delimiter and quoting it is a table, and where quotation marks do not match.

A quotation mark that is never closed would swallow every row after it, in silence: such a row is read as it stands
up to its own line end, and the reading goes on with the next one.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Of equals the first wins: a comma stands in many a text for other reasons.
_DELIMITERS = ("\t", ";", "|", ",")
_ODD = (":", "+", "^", "~", "`", "/", "#")
_FEW = 3
_SAMPLE = 200_000
_ROWS = 300
_LONGEST = 2**31 - 1  # the csv module's own limit of 128 KB is a traceback; the limit on cells is ours
_GIVE_UP = 20  # so many unclosed quotation marks mean that they are no quotation marks

Trouble = Literal["unclosed", "stray"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How the cells of a text are told apart; `escape` is a backslash where quotation marks are escaped by one."""

    delimiter: str
    quote: str = '"'
    escape: str | None = None
    skip_blanks: bool = False

    def reader(self, lines: Iterable[str], *, strict: bool, quoted: bool = True) -> Any:
        """A csv reader over lines; it raises csv.Error on a misplaced quotation mark if `strict`."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote,
            escapechar=self.escape,
            skipinitialspace=self.skip_blanks,
            strict=strict,
            quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        )


def dialect_of(text: str, delimiter: str | None, suffix: str = "") -> Dialect:
    """The dialect of a text; a delimiter that is given is taken, one that is not is found."""
    sample = _whole_lines(text)
    order = sorted(_DELIMITERS, key=lambda sign: not (sign == "\t" and suffix.lower() == ".tsv"))
    chosen = delimiter or max(order, key=lambda sign: _regularity(sample, Dialect(delimiter=sign)))
    if _regularity(sample, Dialect(delimiter=chosen)) <= 0 and delimiter is None:
        chosen = ","
    return _with_quoting(sample, Dialect(delimiter=chosen))


def odd_delimiter(text: str) -> str | None:
    """A sign that stands equally often in every row, where none of the usual delimiters divides the rows."""
    lines = [line for line in _whole_lines(text).splitlines() if line.strip()][:_ROWS]
    if len(lines) < _FEW:
        return None
    return next(
        (sign for sign in _ODD if lines[0].count(sign) and len({line.count(sign) for line in lines}) == 1), None
    )


def _whole_lines(text: str) -> str:
    """The beginning of the text without the line that is cut."""
    return text if len(text) <= _SAMPLE else text[: text.rfind("\n", 0, _SAMPLE) + 1] or text[:_SAMPLE]


def _regularity(sample: str, dialect: Dialect) -> float:
    """1 where every row has the same large number of cells, 0 where no row is divided.

    Cells that begin with a blank speak against a delimiter: it is punctuation of a text then.
    """
    rows = [row for row in _rows(sample, dialect) if any(row)]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda entry: (entry[1] * (1 - 1 / entry[0]), entry[0]))
    blanks = sum(cell[:1] == " " for row in rows for cell in row[1:]) / sum(len(row) for row in rows)
    return count / len(rows) * (1 - 1 / width) - 0.1 * blanks


def _rows(sample: str, dialect: Dialect) -> list[list[str]]:
    try:
        return list(islice(dialect.reader(io.StringIO(sample, newline=""), strict=False), _ROWS))
    except csv.Error:
        return []


def _with_quoting(sample: str, dialect: Dialect) -> Dialect:
    """Of the ways of quoting the one that leaves the fewest misplaced quotation marks; the usual one if equal."""
    ways = [dialect]
    if re.search(re.escape(dialect.delimiter) + r' +"', sample):
        ways.append(replace(dialect, skip_blanks=True))
    if '\\"' in sample:
        ways.extend([replace(way, escape="\\") for way in ways])
    if _is_in_single_quotes(sample, dialect):
        ways.append(replace(dialect, quote="'"))
    return min(ways, key=lambda way: _misplaced(sample, way))


def _is_in_single_quotes(sample: str, dialect: Dialect) -> bool:
    cells = [cell for row in _rows(sample, dialect) for cell in row if cell.strip()]
    return bool(cells) and sum(cell.strip()[:1] == cell.strip()[-1:] == "'" for cell in cells) * 2 > len(cells)


def _misplaced(sample: str, dialect: Dialect) -> int:
    """Rows that only make sense with lenience, and cells that still begin with a quotation mark."""
    count = 0
    reader = dialect.reader(io.StringIO(sample, newline=""), strict=True)
    while True:
        try:
            row = next(reader)
        except csv.Error:
            count += 1
        except StopIteration:
            return count
        else:
            count += sum(cell.lstrip()[:1] in ('"', "'") for cell in row)


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
