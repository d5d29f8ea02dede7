"""What a cell under a garment's heading says: a mark, how many, nothing, or something nobody can tell."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from roster_import.check.rows.faults import broken

if TYPE_CHECKING:
    from roster_import.model.workbook import Cell

_YES_WORDS = """
    x xx v ✓ ✔ ☑ ☒ √ ✕ ✖ • ● ○ ◯ 〇 ■ * + 1x
    ja j jo yes y true wahr vrai sand oui o sí si sì s sim tak t ano a kyllä k evet e はい 有 예 是 ok
"""
# Single letters that are initials of a yes in one language are something else in the next.
_YES = frozenset(_YES_WORDS.split()) - frozenset("osktae")
_NO_WORDS = """
    - – — − . / 0 ☐ □ no n nein nej nei nee non não nao nie ne ei hayır hayir false falsch faux falsk keine keiner
    kein ingen inget none nothing n/a aucun いいえ なし 無 无 否 아니오
"""
_NO = frozenset(_NO_WORDS.split())
_COUNT = re.compile(r"([0-9]{1,6})(?:[.,]0+)?")
_UNITS = re.compile(r"(?:[x×]\s*)?([0-9]{1,6})\s*(?:[x×]|pcs?\.?|stk\.?|st\.?|stück|pieces?|ks|szt\.?)?")


class Saying(Enum):
    """What a cell can say of a garment."""

    EMPTY = auto()
    NO = auto()
    MARK = auto()
    COUNT = auto()
    UNCLEAR = auto()
    BROKEN = auto()  # an error or a formula nobody calculated: whoever judges the row says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one cell says; `count` is above 0 where it says how many, and what was likely meant where it is unclear."""

    saying: Saying
    count: int = 0

    @property
    def wanted(self) -> bool:
        """Whether the garment is ordered."""
        return self.saying in (Saying.MARK, Saying.COUNT, Saying.BROKEN)


def said(cell: Cell | None) -> Said:
    """Read a cell under the heading of a garment, a size, home or away."""
    if cell is None or not cell.text:
        return Said(saying=Saying.EMPTY)
    if broken(cell):
        return Said(saying=Saying.BROKEN)
    text = unicodedata.normalize("NFKC", cell.text).strip().casefold()
    if text in _NO or not text.strip("-–—−._ "):
        return Said(saying=Saying.NO)
    if text in _YES:
        return Said(saying=Saying.MARK)
    return _counted(text)


def says_no(cell: Cell | None) -> bool:
    """Whether a size cell is empty, or holds a dash or a no in place of a size."""
    return said(cell).saying in (Saying.EMPTY, Saying.NO)


def _counted(text: str) -> Said:
    if exact := _COUNT.fullmatch(text):
        return Said(saying=Saying.COUNT, count=int(exact[1])) if int(exact[1]) else Said(saying=Saying.NO)
    meant = _UNITS.fullmatch(text)
    return Said(saying=Saying.UNCLEAR, count=int(meant[1]) if meant else 0)
