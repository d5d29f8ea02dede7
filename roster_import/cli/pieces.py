"""What is shown, before it is known to whom: lines with parts of different weight, and tables.

Where no terminal reads, a piece is its plain text, which scripts rely on. Nothing here acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from roster_import.language.invisible import cut, on_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDEST: Final = 60  # characters of a column: twice the longest name that fits on a shirt


class Line(NamedTuple):
    """Parts one behind the other, each with what it is.

    That is where an `error` or a `warning` is, what is `wrong`, `open` or `good`, a `file`, what is `strong` or `faint`.
    What does not fit into a line goes on `hang` columns further in than it began.
    """

    parts: tuple[tuple[str, str], ...]
    hang: int = 2

    @property
    def text(self) -> str:
        """The line without any weight."""
        return "".join(text for text, _ in self.parts)


class Table(NamedTuple):
    """Rows, the first of them the headings; `beneath` are lines below a row, by its place behind the headings.

    `spare` are columns that are left out, one after the other, where there is no room for all; `kinds` what a row is, by its
    place, as of a part; `on_terminal` the rows where a terminal shows others.
    """

    rows: Sequence[Sequence[str]]
    indent: str = ""
    beneath: Mapping[int, Sequence[Piece]] = {}
    spare: Sequence[int] = ()
    kinds: Mapping[int, str] = {}
    on_terminal: Sequence[Sequence[str]] | None = None


Piece = str | Line | Table


def line(*parts: str | tuple[str, str], hang: int = 2) -> Line:
    """A line of parts, some of them with what they are."""
    return Line(tuple((part, "") if isinstance(part, str) else part for part in parts), hang)


def plain(piece: Piece) -> list[str]:
    """The lines of a piece for whoever reads them without a terminal."""
    if isinstance(piece, str):
        return [piece]
    if isinstance(piece, Line):
        return [piece.text]
    head, *lines = aligned(piece.rows, indent=piece.indent)
    beneath = {at: [text for below in pieces for text in plain(below)] for at, pieces in piece.beneath.items()}
    return [head, *(text for at, row in enumerate(lines) for text in (row, *beneath.get(at, ())))]


def aligned(rows: Sequence[Sequence[str]], *, indent: str = "  ") -> list[str]:
    """A table as lines of text, its columns lined up; what is long is cut."""
    rows = [[cut(on_one_line(text), WIDEST) for text in row] for row in rows]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        indent + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
