"""How high a row has to be for its wrapped texts.

Excel fits rows when a workbook is opened, LibreOffice does not: there the text of one row would run into the next.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.write.ooxml.cells import Keep, Look, Value

    Content = tuple[Look, Value | Keep, float]

LINE: Final = 15.0
USUAL_WIDTH: Final = 8.43
_HIGHEST: Final = 409.0
_USUAL_SIZE: Final = 11.0
_LETTERS: Final = 1.1  # that go into the width of a digit, by which columns are measured
_BOLD_LETTERS: Final = 0.95


def needed_height(cells: Iterable[Content]) -> float:
    """The height in points for cells of these looks, values and column widths (in characters); one line at least."""
    return min(max((_height(look, value, width) for look, value, width in cells), default=LINE), _HIGHEST)


def _height(look: Look, value: Value | Keep, width: float) -> float:
    line = LINE * max((look.size or _USUAL_SIZE) / _USUAL_SIZE, 1.0)
    if not look.wrap or not isinstance(value, str):
        return round(line, 2)
    wide = _BOLD_LETTERS if look.bold else _LETTERS
    letters = max(int(width * wide * _USUAL_SIZE / (look.size or _USUAL_SIZE)), 1)
    return round(line * sum(_lines(part, letters) for part in value.split("\n")), 2)


def _lines(text: str, letters: int) -> int:
    return 1 if len(text) <= letters else len(textwrap.wrap(text, letters)) or 1
