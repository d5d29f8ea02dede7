"""Values as a sheet's XML holds them: text that stays text, numbers with all their digits, dates as serial numbers.

And how high a row has to be for its wrapped texts: Excel fits rows when a workbook is opened, LibreOffice does not;
there the text of one row would run into the next.
"""

from __future__ import annotations

import math
import re
import textwrap
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from roster_import.write.ooxml.cells import KEEP, Keep, Value
from roster_import.write.ooxml.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from roster_import.write.ooxml.cells import Look

    Content = tuple[Look, Value | Keep, float]

LONGEST_TEXT: Final = 32_767
_LOOKS_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL: Final = re.compile('[&<>"_\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]')
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
LINE: Final = 15.0
USUAL_WIDTH: Final = 8.43
_HIGHEST: Final = 409.0
_USUAL_SIZE: Final = 11.0
_LETTERS: Final = 1.1  # that go into the width of a digit, by which columns are measured
_BOLD_LETTERS: Final = 0.95
_DAY: Final = timedelta(days=1)
_NO_LEAP_DAY: Final = 60  # the serial of 29 February 1900, a day that Lotus 1-2-3 had and Excel therefore has too


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch:
    """Where a workbook begins to count days: 1900, or 1904 as the first Macintoshes did."""

    from_1904: bool = False

    def serial(self, moment: date) -> str | None:
        """The serial number of a date or of a date and time (as its clock shows it); None for days before the count."""
        if not isinstance(moment, datetime):
            moment = datetime.combine(moment, time())
        days = (moment.replace(tzinfo=None) - self._zero) / _DAY
        if not self.from_1904 and days < _NO_LEAP_DAY + 1:
            days -= 1
        if days < (0 if self.from_1904 else 1):
            return None
        return f"{days:.0f}" if days == int(days) else repr(round(days, 10))

    @property
    def _zero(self) -> datetime:
        return datetime.combine(date(1904, 1, 1) if self.from_1904 else date(1899, 12, 30), time())


def text_xml(text: str) -> str:
    """Text for a `<t>`: at most 32,767 characters, what XML cannot hold as `_xHHHH_` (ECMA-376-1, 22.9.2.19)."""
    text = shortened(text)
    if _SPECIAL.search(text) is None:
        return text
    return escaped(_UNWRITABLE.sub(lambda char: f"_x{ord(char[0]):04X}_", _LOOKS_ESCAPED.sub("_x005F_", text)))


def plain_text(text: str) -> str:
    """What `text_xml` wrote, as a program shows it: `_xHHHH_` replaced by its character."""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def shortened(text: str, longest: int = LONGEST_TEXT) -> str:
    """Text cut with an ellipsis where it is longer than a cell can hold, counted as Excel does, in UTF-16."""
    if len(text) * 2 <= longest or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= longest:
        return text
    units = text.encode("utf-16-le", "surrogatepass")[: (longest - 1) * 2]
    return units.decode("utf-16-le", "ignore") + "…"


def cell_xml(prefix: str, place: str, style: int, value: Value | Keep, epoch: Epoch) -> str:
    """A cell with its value; nothing where it would be empty and look like no cell at all."""
    look = f' s="{style}"' if style else ""
    kind, content = _content(prefix, value, epoch)
    if not content:
        return f'<{prefix}c r="{place}"{look}/>' if style else ""
    return f'<{prefix}c r="{place}"{look}{kind}>{content}</{prefix}c>'


def _content(prefix: str, value: Value | Keep, epoch: Epoch) -> tuple[str, str]:
    """The `t` attribute and what stands in the cell."""
    if isinstance(value, str):
        return (' t="inlineStr"', _inline(prefix, value)) if value else ("", "")
    if value is None or value is KEEP:
        return "", ""
    if isinstance(value, bool):
        return ' t="b"', f"<{prefix}v>{value:d}</{prefix}v>"
    number = _number(value, epoch)
    return ("", f"<{prefix}v>{number}</{prefix}v>") if number else (' t="inlineStr"', _inline(prefix, str(value)))


def _inline(prefix: str, text: str) -> str:
    return f'<{prefix}is><{prefix}t xml:space="preserve">{text_xml(text)}</{prefix}t></{prefix}is>'


def _number(value: float | Decimal | date, epoch: Epoch) -> str | None:
    """A number as XML Schema writes it; None for what is no number in a sheet (NaN, a day in 1850)."""
    if isinstance(value, date):
        return epoch.serial(value)
    return str(value) if math.isfinite(value) else None


def needed_height(cells: Iterable[Content]) -> float:
    """The height in points for cells of these looks, values and column widths (in characters); one line at least."""
    return min(max((_height(look, value, width) for look, value, width in cells), default=LINE), _HIGHEST)


def _height(look: Look, value: Value | Keep, width: float) -> float:
    line = LINE * max((look.size or _USUAL_SIZE) / _USUAL_SIZE, 1.0)
    if not look.wrap or not isinstance(value, str):
        return round(line, 2)
    wide = _BOLD_LETTERS if look.bold else _LETTERS
    letters = max(int(width * wide * _USUAL_SIZE / (look.size or _USUAL_SIZE)), 1)
    return round(line * sum(_lines_of(part, letters) for part in value.split("\n")), 2)


def _lines_of(text: str, letters: int) -> int:
    return 1 if len(text) <= letters else len(textwrap.wrap(text, letters)) or 1
