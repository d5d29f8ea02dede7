"""The colours of cells while a sheet is read: which of them are to be seen, and where each stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.model.result_sheets import OUR_MARKS
from roster_import.model.workbook import WHITE, Fill

if TYPE_CHECKING:
    from collections.abc import Sequence

# ECMA-376 part 1, 18.8.27, and as .xls has them, from number 8 on
_PALETTE = """
    000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080
    9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
    00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
    003366 339966 003300 333300 993300 993366 333399 333333
"""
PALETTE = _PALETTE.split()
_MOST_ROWS = 1_000  # of one colour in one column: nobody marks more by hand, and whoever fills a column fills all of it
_WHITEST = 0xF7  # of each part: lighter ones look white
_DARKEST = 0x78  # of the lightest part: what is darker is taken for black
_OURS = frozenset(OUR_MARKS.values())
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


def is_colour(text: str) -> bool:
    """Whether it is a colour as RRGGBB."""
    return _COLOUR.fullmatch(text) is not None


def visible(colour: str) -> str:
    """A colour as RRGGBB; empty where it is none, looks white, or is what we marked an earlier workbook with."""
    colour = colour.upper()
    return colour if is_colour(colour) and colour not in _OURS and min(bytes.fromhex(colour)) < _WHITEST else ""


def marking(colour: str) -> str:
    """A colour of letters as RRGGBB that marks what is written so; empty of dark ones, in which whole sheets are written.

    White letters are marked as well: on white paper nobody sees them.
    """
    colour = colour.upper()
    if not is_colour(colour) or max(bytes.fromhex(colour)) < _DARKEST:
        return ""
    return visible(colour) or (WHITE if min(bytes.fromhex(colour)) >= _WHITEST else "")


class Fills:
    """The filled cells of one sheet while it is read; what nobody can have filled by hand costs no room."""

    def __init__(self) -> None:
        self._rows: dict[tuple[int, str], list[int]] = {}

    def put(self, colour: str, column: int, rows: Sequence[int]) -> None:
        """Keep the colour of cells of a column."""
        kept = self._rows.setdefault((column, colour), [])
        if len(kept) <= _MOST_ROWS:
            kept += rows[: _MOST_ROWS + 1]

    def in_order(self) -> tuple[Fill, ...]:
        """All of them, column by column."""
        return tuple(
            Fill(colour=colour, column=column, rows=tuple(sorted(set(rows))))
            for (column, colour), rows in sorted(self._rows.items())
            if len(rows) <= _MOST_ROWS
        )
