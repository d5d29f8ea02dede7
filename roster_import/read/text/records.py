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
from itertools import count, islice, pairwise, zip_longest
from typing import TYPE_CHECKING, Any, Literal

from roster_import.language.messages import say
from roster_import.model.problem import FILE, Place, Problem
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.read.cell_text import picture, tidy
from roster_import.read.grid import Grid
from roster_import.read.sniff import foreign
from roster_import.read.text.encoding import Decoded, as_read, decoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from roster_import.read.options import ReadOptions


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
    return min(ways, key=lambda way: _misplaced(sample, way)) if len(ways) > 1 else dialect


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
class Table:
    """The rows of a text, and what is wrong with the quotation marks of some, by the number of the row."""

    rows: list[list[str]]
    troubles: Mapping[int, Trouble]


def table(text: str, dialect: Dialect) -> Table:
    """All rows; a blank line is one without cells."""
    csv.field_size_limit(_LONGEST)
    lines = list(io.StringIO(text, newline=""))
    try:
        rows: list[list[str]] = list(dialect.reader(lines, strict=True))
        if len(rows) == len(lines):  # each line by itself is a row: there is nothing to think about
            return Table(rows=rows, troubles={})
    except csv.Error:
        pass
    read = list(records(text, dialect))
    troubles = {number: row.trouble for number, row in enumerate(read, 1) if row.trouble is not None}
    return Table(rows=[row.fields for row in read], troubles=troubles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the text: its cells, and what is wrong with its quotation marks."""

    fields: list[str]
    trouble: Trouble | None = None


def records(text: str, dialect: Dialect) -> Iterator[Record]:
    """Every record in order; a blank line is a record without cells."""
    return (record for record, _ in _with_ends(list(io.StringIO(text, newline="")), dialect))


def lines_of_rows(text: str, dialect: Dialect) -> list[str]:
    """The text of every row as `table` divides it, each with the end of its line."""
    lines = list(io.StringIO(text, newline=""))
    try:
        if sum(1 for _ in dialect.reader(lines, strict=True)) == len(lines):
            return lines
    except csv.Error:
        pass
    ends = [end for _, end in _with_ends(lines, dialect)]
    return ["".join(lines[start:end]) for start, end in pairwise([0, *ends])]


def _with_ends(lines: list[str], dialect: Dialect) -> Iterator[tuple[Record, int]]:
    """Every record with the number of its last line."""
    csv.field_size_limit(_LONGEST)
    at, unclosed = 0, 0
    while at < len(lines):
        for record, end in _regular(lines, at, dialect):
            yield record, end
            at = end
        if at < len(lines):
            record = _irregular(lines[at], dialect)
            unclosed += record.trouble == "unclosed"
            at += 1
            yield record, at
        if unclosed >= _GIVE_UP:
            yield from zip(_unquoted(lines[at:], dialect), count(at + 1), strict=False)
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


# ----------------------------------------------------------------------------------------- the delimiter and the table


_SEP_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?[ \t]*(?:\r\n|\r|\n|$)", re.IGNORECASE)

_AT_ONCE = 10_000  # rows
_UNEVEN = 8  # so many times as many places as cells: then the places are not gone through
_WORKBOOKS = (".xls", ".xlsx", ".xlsm", ".xlsb", ".ods")


def read_delimited(path: Path, content: bytes, options: ReadOptions) -> Workbook:
    """The file as a workbook of one sheet; raises UnreadableFile where `options` name a wrong encoding."""
    decoding = decoded(path.name, content, options.encoding)
    text = decoding.text.replace("\x00", picture(0))
    said, text = without_sep_line(text)
    wish = options.delimiter or said
    dialect = dialect_of(text, wish, path.suffix)
    read = table(text, dialect)
    is_table = any(len(row) > 1 for row in read.rows)
    if not is_table and path.suffix.lower() in _WORKBOOKS:
        raise foreign(path.name, say("a text without a table"))
    grid = Grid(path.name, options.limits)
    for at in range(0, len(read.rows), _AT_ONCE):
        _fill(grid, at + 1, read.rows[at : at + _AT_ONCE])
    name = tidy(path.stem) or "CSV"
    notes = [*_encoding_notes(path.name, content, decoding), *_quote_notes(name, read.troubles), *grid.notes(name)]
    if wish is None and not is_table and (sign := odd_delimiter(text)):
        notes.append(_odd_delimiter(path.name, sign))
    return Workbook(path=path, format=FileFormat.CSV, sheets=(grid.sheet(name),), notes=tuple(notes))


def without_sep_line(text: str) -> tuple[str | None, str]:
    """The delimiter that a line `sep=;` before the table names, as Excel has it, and the table without that line."""
    sep_line = _SEP_LINE.match(text)
    return (sep_line[1], text[sep_line.end() :]) if sep_line else (None, text)


def _fill(grid: Grid, first: int, rows: list[list[str]]) -> None:
    """Put rows into the grid, column by column where they are about as long as each other."""
    if max(map(len, rows)) * len(rows) > _UNEVEN * sum(map(len, rows)):
        for number, row in enumerate(rows, first):
            for column, value in enumerate(row, 1):
                grid.put(number, column, value)
        return
    numbers = range(first, first + len(rows))
    for column, values in enumerate(zip_longest(*rows, fillvalue=""), 1):
        grid.put_all(column, numbers, values, {value: value for value in dict.fromkeys(values)})


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


def _quote_notes(sheet: str, troubles: Mapping[int, Trouble]) -> Iterator[Problem]:
    for number, trouble in troubles.items():
        if trouble == "unclosed":
            yield Place(sheet=sheet, row=number).error(
                "quote-unclosed",
                say(
                    "Row {number} opens a quotation mark that is not closed in the row: delete it or close it.",
                    number=number,
                ),
            )
        elif trouble == "stray":
            yield Place(sheet=sheet, row=number).warning(
                "quote-stray",
                say(
                    "Row {number} has a quotation mark in the middle of a cell: look whether its cells are right.",
                    number=number,
                ),
            )
