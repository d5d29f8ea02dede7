"""Pieces as a terminal shows them: with colour and weight, wrapped at words, tables as wide as the screen.

The words are other people's, too: they are set as plain text, never as markup. Loaded on a terminal alone.
"""

from __future__ import annotations

import io
import os
import re
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.console import Console
from rich.progress_bar import ProgressBar
from rich.text import Text

from roster_import.cli.pieces import Line, Table
from roster_import.language.invisible import cut, on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roster_import.cli.pieces import Piece

_STYLES: Final = {
    "error": "bold red",
    "warning": "bold yellow",
    "wrong": "red",
    "open": "yellow",
    "good": "green",
    "file": "bold",
    "strong": "bold",
    "heading": "bold",
    "faint": "dim",
}
_GAP, _HANG = 2, 2
_NARROWEST_COLUMN = 6
_INDENT = re.compile(" *")
# What stays together: a word; a part of a name, such as Home-, kit and .xlsx of Home-kit.xlsx; a single sign.
_WORD = re.compile(r"\S+\s*")
_PIECE = re.compile(r"\.?[^\s/_@.-]+[/_@-]*(?:\.(?![A-Za-z]))?\s*|\S\s*")
_SIGN = re.compile(r"\S\s*")
_BAR = 20  # columns
_LONG_NAME = 16
_LONGEST_CELL = 300  # characters: nobody reads more of one in a table


def rendered(pieces: Iterable[Piece], width: int) -> str:
    """The pieces as the text a terminal of that width is sent."""
    console = _console(width)
    with console.capture() as captured:
        for piece in pieces:
            for text in _lines(piece, width):
                console.print(text, soft_wrap=True)
    return captured.get()


def state(line: Line, width: int, done: float | None = None) -> str:
    """One line that fits into the width, before it a bar that is filled so far."""
    console = _console(width)
    text = _text(line)
    room = width - 1 - (_BAR + _GAP if done is not None else 0)
    text.truncate(max(0, room), overflow="ellipsis")
    with console.capture() as captured:
        if done is not None and room > 0:
            console.print(ProgressBar(1.0, done, width=_BAR, complete_style="green", finished_style="green"), end="")
            text = Text("  ", end="").append_text(text)
        console.print(text, soft_wrap=True, end="")
    return captured.get()


def _console(width: int) -> Console:
    return Console(
        file=io.StringIO(),
        force_terminal=True,
        width=width,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        # What a terminal can show is told by TERM and COLORTERM; NO_COLOR counts whatever it holds (no-color.org).
        no_color=bool(os.environ.get("NO_COLOR")),
    )


def _lines(piece: Piece, width: int) -> Iterator[Text]:
    if isinstance(piece, Table):
        return _table(piece, width)
    return _wrapped(_text(piece), width, piece.hang if isinstance(piece, Line) else _HANG)


def _text(piece: str | Line) -> Text:
    text = Text(overflow="ignore", end="")
    for part, kind in piece.parts if isinstance(piece, Line) else ((piece, ""),):
        text.append(on_one_line(part), _STYLES.get(kind, ""))
    return text


def _wrapped(text: Text, width: int, further: int) -> Iterator[Text]:
    """The line broken between words, what follows a little further in; a word that is wider than the screen stays whole."""
    if cell_len(text.plain) <= width:
        yield text
        return
    indent = len((_INDENT.match(text.plain) or [""])[0])
    hang = indent + further
    for at, part in enumerate(_divided(text[indent:], _WORD, max(_NARROWEST_COLUMN, width - hang))):
        yield Text(" " * (hang if at else indent), end="").append_text(part)


def _divided(text: Text, word: re.Pattern[str], width: int) -> list[Text]:
    """The text in lines of that width, broken where a word ends."""
    breaks, used = [], 0
    for match in word.finditer(text.plain):
        length = cell_len(match[0].rstrip())
        if used and used + length > width:
            breaks.append(match.start())
            used = 0
        used += cell_len(match[0])
    lines = list(text.divide(breaks))
    for line in lines:
        line.rstrip()
    return lines


# ---------------------------------------------------------------------------------------------------------- tables


def _table(table: Table, width: int) -> Iterator[Text]:
    rows = [[cut(on_one_line(cell), _LONGEST_CELL) for cell in row] for row in table.on_terminal or table.rows]
    room = width - len(table.indent)
    rows = _with_room(rows, table.spare, room)
    widths = _widths(rows, room)
    for at, row in enumerate(rows):
        style = _STYLES["heading"] if at == 0 else _STYLES.get(table.kinds.get(at - 1, ""), "")
        yield from _row(row, widths, table.indent, style)
        for piece in table.beneath.get(at - 1, ()):
            yield from _lines(piece, width)


def _with_room(rows: list[list[str]], spare: Sequence[int], room: int) -> list[list[str]]:
    """The rows without those of the spare columns that have to go for each row to stand on one line."""
    left_out: set[int] = set()
    for column in spare:
        shown = [[cell for at, cell in enumerate(row) if at not in left_out] for row in rows]
        if _total(_widest(shown[1:] or shown)) <= room:
            break
        left_out.add(column)
    return [[cell for at, cell in enumerate(row) if at not in left_out] for row in rows]


def _widest(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]))]


def _row(row: Sequence[str], widths: Sequence[int], indent: str, style: str) -> Iterator[Text]:
    cells = [_cell(Text(cell, style=style), width) for cell, width in zip(row, widths, strict=True)]
    for at in range(max(len(lines) for lines in cells)):
        shown = Text(indent, end="")
        for lines, width in zip(cells, widths, strict=True):
            part = lines[at] if at < len(lines) else Text("")
            shown.append_text(part)
            shown.append(" " * (width - cell_len(part.plain) + _GAP))
        shown.rstrip()
        yield shown


def _cell(text: Text, width: int) -> list[Text]:
    """What stands in a column of that width: broken between words, else within names, else wherever it must be."""
    word = (
        _WORD
        if _longest([text.plain], _WORD) <= width
        else _PIECE
        if _longest([text.plain], _PIECE) <= width
        else _SIGN
    )
    return _divided(text, word, width)


def _longest(cells: Iterable[str], word: re.Pattern[str]) -> int:
    return max((cell_len(part.rstrip()) for cell in cells for part in word.findall(cell)), default=0)


def _least(rows: Sequence[Sequence[str]], word: re.Pattern[str]) -> list[int]:
    """How narrow each column may be for its words to stay whole."""
    return [_longest((row[at] for row in rows), word) for at in range(len(rows[0]))]


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _between_words(rows: Sequence[Sequence[str]]) -> list[int]:
    """How narrow each column may be for its words to stay whole, or for the parts of long names."""
    parts = _least(rows, _PIECE)
    return [min(words, max(_LONG_NAME, part)) for words, part in zip(_least(rows, _WORD), parts, strict=True)]


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths of columns: as wide as they are, else narrower between words, else within names, else as it must be."""
    widths = _widest(rows)
    for least in (_between_words(rows), _least(rows, _PIECE), _least(rows, _SIGN)):
        while _total(widths) > room:
            widest = max(range(len(widths)), key=lambda at: widths[at] if widths[at] > least[at] else 0)
            if widths[widest] <= max(1, least[widest]):
                break
            widths[widest] -= 1
    return widths
