"""The rows of a sheet's XML taken apart into cells, some whole rows at a time, gathered by what their tags say.

Every character belongs to a piece that is known; what has any other shape is not plain.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from roster_import.model.by_column import gathered
from roster_import.read.grid import column_number
from roster_import.read.xlsx.strings import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ATTRIBUTES = "[^<>/]*+"
NUMBERED = "[1-9][0-9]{0,6}"
_BLANK = "[ \\t\\n]*+"
_PIECES = 9  # what stands between two cells, and the eight groups of a cell

Key = tuple[str, str, str | None, str | None]  # letters, attributes, those of the formula, how an inline text begins
Values = tuple[list[int], list[str | None]]  # the rows of cells with that key, and what they hold


@dataclass(frozen=True, slots=True, kw_only=True)
class CellTexts:
    """Some rows: their numbers, what each says of itself, and the cells by their key."""

    rows: Sequence[int]
    attributes: Sequence[str]
    cells: Mapping[Key, Values]


class RowText:
    """What takes the rows of one sheet apart; `prefix` is what stands before its names, such as `x:`, or nothing.

    Most programs write rows that are all alike but for cells that are left out. Such are taken apart by a pattern that is
    made of the first of them, row by row instead of cell by cell, which takes a third of the time.
    """

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._shapes = _shapes(prefix)
        self._usual: re.Pattern[str] | None = None
        self._keys: Sequence[Key] = ()
        self._misses = 0
        self._has_empties = False

    def cells(self, text: str) -> list[CellTexts]:
        """The cells of some whole rows, part by part from the top; raises NotPlainError where there is anything else."""
        if not self._has_empties:
            taken = self._taken(text.lstrip(" \t\n"))
            if taken is not None:
                return taken
            self._has_empties = True  # or there is something else, as will be seen
        text = self._shapes.empty_row.sub("", self._shapes.empty_cell.sub("", text)).lstrip(" \t\n")
        taken = self._taken(text) if text else []
        if taken is None:
            raise NotPlainError
        return taken

    def _taken(self, text: str) -> list[CellTexts] | None:
        return self._row_by_row(text) or _whole([self._cell_by_cell(text)])

    def _cell_by_cell(self, text: str) -> CellTexts | None:
        pieces = self._shapes.cell.split(text)
        if len(pieces) < _PIECES or any(pieces[::_PIECES]):
            return None
        starts = pieces[1::_PIECES]
        keys = zip(*(pieces[at::_PIECES] for at in (3, 5, 6, 7)), strict=True)
        filled = gathered(keys, zip(pieces[4::_PIECES], pieces[8::_PIECES], strict=True))
        return CellTexts(
            rows=[*map(int, filter(None, starts))],
            attributes=[*compress(pieces[2::_PIECES], starts)],
            cells={
                key: ([int(row) for row, _ in cells], [value for _, value in cells]) for key, cells in filled.items()
            },
        )

    def _row_by_row(self, text: str) -> list[CellTexts] | None:
        """The same where nearly all rows are as usual; the others are taken cell by cell. None where too many are not."""
        if self._usual is None:
            self._usual = self._usual_row(text) if len(text) > _MANY and self._misses < _MOST_MISSES else None
        if self._usual is None:
            return None
        pieces = self._usual.split(text)
        width = len(self._keys) + 3
        last = len(pieces) - 1
        odd = [at for at in range(0, len(pieces), width) if pieces[at]]
        if len(odd) > _MOST_ODD:
            self._usual, self._misses = None, self._misses + 1
            return None
        taken: list[CellTexts | None] = []
        for start, end in pairwise([*sorted({0, *odd, last}), last]):
            taken += [self._cell_by_cell(pieces[start])] if pieces[start] else []
            taken += [self._as_usual(pieces[start:end], width)] if start < end else []
        return _whole(taken)

    def _as_usual(self, pieces: Sequence[str], width: int) -> CellTexts:
        """The cells of rows as the pattern has taken them apart."""
        rows = [*map(int, pieces[1::width])]
        values: Iterator[list[str | None]] = (list(pieces[at::width]) for at in range(3, width))
        filled = {key: _filled(rows, of_column) for key, of_column in zip(self._keys, values, strict=True)}
        return CellTexts(
            rows=rows,
            attributes=pieces[2::width],
            cells={key: cells for key, cells in filled.items() if cells[0]},
        )

    def _usual_row(self, text: str) -> re.Pattern[str] | None:
        """The pattern of rows that are as the first ones, and what the tags of their columns say."""
        end = f"</{self._prefix}row>"
        first = end.join(text[:_SAMPLE].split(end)[:-1]) + end
        pieces = self._shapes.cell.split(first)
        if len(pieces) < _PIECES or any(pieces[::_PIECES]):
            return None
        filled = compress(zip(*(pieces[at::_PIECES] for at in (3, 5, 6, 7)), strict=True), pieces[8::_PIECES])
        usual: dict[str, Key] = {}
        for key, _ in Counter(filled).most_common():
            usual.setdefault(key[0], key)
        self._keys = sorted(usual.values(), key=lambda key: column_number(key[0]))
        return _row_pattern(self._prefix, self._keys) if len(self._keys) <= _MOST_COLUMNS else None


_MANY = 1 << 16  # characters of rows that are worth a pattern of their own
_SAMPLE = 1 << 13
_MOST_COLUMNS = 64
_MOST_MISSES = 3
_MOST_ODD = 64


def _whole(taken: Sequence[CellTexts | None]) -> list[CellTexts] | None:
    """All parts, or None where one of them could not be taken apart."""
    parts = [part for part in taken if part is not None]
    return parts if len(parts) == len(taken) else None


def _filled(rows: list[int], values: list[str | None]) -> Values:
    """The rows in which there is a value, and the values."""
    if None not in values:
        return rows, values
    there = [value is not None for value in values]
    return [*compress(rows, there)], [*compress(values, there)]


# ------------------------------------------------------------------------------------------------------- the patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shapes:
    """The pieces of rows, where every name has a prefix such as `x:`, or none."""

    cell: re.Pattern[str]  # with the start of its row before the first, and the end after the last
    empty_cell: re.Pattern[str]
    empty_row: re.Pattern[str]


@lru_cache(maxsize=8)
def _shapes(prefix: str) -> _Shapes:
    p = re.escape(prefix)
    row = f'(?:<{p}row r="({NUMBERED})"({_ATTRIBUTES})>{_BLANK})?'
    start = f'<{p}c r="([A-Z]{{1,3}})({NUMBERED})"({_ATTRIBUTES})>'
    formula = f"(?:<{p}f((?:[ \\n\\t]{_ATTRIBUTES})?)(?:/>|>[^<]*+</{p}f>))?"
    opening = f'<(?:{p}v|({p}is><{p}t))(?: xml:space="preserve")?>'
    value = f"(?:<{p}v ?/>|{opening}([^<]*+)</(?(7){p}t></{p}is|{p}v)>)?"
    end = f"</{p}c>{_BLANK}(?:(?=<{p}c )|</{p}row>{_BLANK}(?=<{p}row |\\Z))"
    return _Shapes(
        cell=re.compile(row + start + formula + value + end),
        empty_cell=re.compile(f'<{p}c r="[A-Z]{{1,3}}{NUMBERED}"{_ATTRIBUTES}(?:/>|></{p}c>)'),
        empty_row=re.compile(f'<{p}row r="{NUMBERED}"{_ATTRIBUTES}(?:/>|>{_BLANK}</{p}row>)'),
    )


def _row_pattern(prefix: str, keys: Sequence[Key]) -> re.Pattern[str]:
    """A row of cells with these keys, from the left, of which some may be missing; nothing in it is looked at twice."""
    p = re.escape(prefix)
    cells = "".join(_cell_pattern(p, key) for key in keys)
    return re.compile(f'<{p}row r="({NUMBERED})"({_ATTRIBUTES})>{cells}</{p}row>')


def _cell_pattern(p: str, key: Key) -> str:
    letters, attributes, formula, inline = key
    start, end = (f"<{p}is><{p}t", f"</{p}t></{p}is>") if inline else (f"<{p}v", f"</{p}v>")
    formula = "" if formula is None else f"<{p}f{re.escape(formula)}(?:/>|>[^<]*+</{p}f>)"
    value = f'{start}(?: xml:space="preserve")?>([^<]*+){end}'
    return f'(?:<{p}c r="{letters}\\1"{re.escape(attributes)}>{formula}{value}</{p}c>)?+'
