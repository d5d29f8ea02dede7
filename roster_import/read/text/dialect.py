"""Which delimiter, and which way of quoting, makes a table of a text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# Of equals the first wins: a comma stands in many a text for other reasons.
_DELIMITERS = ("\t", ";", "|", ",")
_ODD = (":", "+", "^", "~", "`", "/", "#")
_FEW = 3
_SAMPLE = 200_000
_ROWS = 300


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
    found = delimiter or max(order, key=lambda sign: _regularity(sample, Dialect(delimiter=sign)))
    if _regularity(sample, Dialect(delimiter=found)) <= 0 and delimiter is None:
        found = ","
    return _with_quoting(sample, Dialect(delimiter=found))


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
