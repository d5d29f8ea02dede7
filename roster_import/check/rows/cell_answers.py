"""What a cell under the heading of a garment says: yes, no, or how many."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from roster_import.check.meant.quantities import quantity_meant
from roster_import.check.rows.cell_sentences import broken
from roster_import.model.layout import IF_YES, SAYS_WHETHER_PRINTED, UNLESS_YES, Meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.workbook import Cell

_YES_WORDS = """
    x xx v ✓ ✔ ☑ ☒ √ ✅ ✕ ✖ × • ● ○ ◯ 〇 ■ * + 1x
    ja j jo yes y true wahr vrai sand oui sí si sì sim tak ano kyllä evet はい あり 有 要 예 네 있음 신청 是 ok
"""
# No single letters but y and j: the initial of a yes in one language is something else in the next.
_YES = frozenset(_YES_WORDS.split())
_NO_WORDS = """
    - – — − . / 0 ☐ □ no n nein nej nei nee non não nao nie ne ei hayır hayir false falsch faux falsk keine keiner
    kein ingen inget none nothing n/a aucun rien nichts ingenting intet niets
    nada niente nulla nic いいえ なし 不要 미신청 無 无 否 아니오 아니요 없음
"""
_NO = frozenset(_NO_WORDS.split())
_AS_A_PICTURE = "\ufe0f"  # behind a sign: ✔️
_COUNT = re.compile(r"([0-9]{1,6})(?:[.,]0+)?")


class AnswerKind(Enum):
    """What a cell can say of a garment."""

    EMPTY = auto()
    NO = auto()
    MARK = auto()
    COUNT = auto()
    UNCLEAR = auto()
    BROKEN = auto()  # an error or a formula nobody calculated: whoever judges the row says so


@dataclass(frozen=True, slots=True, kw_only=True)
class CellAnswer:
    """What one cell says; `count` is above 0 where it says how many, and what was likely meant where it is unclear."""

    kind: AnswerKind
    count: int = 0

    @property
    def wanted(self) -> bool:
        """Whether the garment is ordered."""
        return self.kind in (AnswerKind.MARK, AnswerKind.COUNT, AnswerKind.BROKEN)


def unprinted(row: RosterRow) -> frozenset[Meaning]:
    """What of a row is not printed, as a column of yes and no says."""
    return left_off(row.columns.keys(), row.cells)


def left_off(meanings: Iterable[Meaning], cells: Mapping[Meaning, Cell]) -> frozenset[Meaning]:
    """The same, of the meanings that there are columns for, and the cells under them."""
    said = (meaning for meaning in meanings if meaning in SAYS_WHETHER_PRINTED)
    return frozenset[Meaning]().union(*(unprinted_by(meaning, cells.get(meaning)) for meaning in said))


def unprinted_by(meaning: Meaning, cell: Cell | None) -> frozenset[Meaning]:
    """What is not printed for one cell of a column with that meaning."""
    return (UNLESS_YES if answer_of(cell).wanted else IF_YES).get(meaning, frozenset())


def answer_of(cell: Cell | None, *, in_pairs: bool = False) -> CellAnswer:
    """Read a cell under the heading of a garment, a size, home or away; `in_pairs`: of what is worn so."""
    if cell is None or not cell.text:
        return CellAnswer(kind=AnswerKind.EMPTY)
    if broken(cell):
        return CellAnswer(kind=AnswerKind.BROKEN)
    if reads_as_no(cell.text):
        return CellAnswer(kind=AnswerKind.NO)
    text = _plain(cell.text)
    if text in _YES:
        return CellAnswer(kind=AnswerKind.MARK)
    return _counted(text, in_pairs=in_pairs)


def reads_as_no(text: str) -> bool:
    """Whether a text is a dash, or a word for no or nothing."""
    plain = _plain(text)
    return plain in _NO or not plain.strip("-–—−._ ")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().rstrip(_AS_A_PICTURE).casefold()


def says_no(cell: Cell | None) -> bool:
    """Whether a size cell is empty, or holds a dash or a no in place of a size."""
    return answer_of(cell).kind in (AnswerKind.EMPTY, AnswerKind.NO)


def _counted(text: str, *, in_pairs: bool) -> CellAnswer:
    if exact := _COUNT.fullmatch(text):
        count = int(exact[1])
        return CellAnswer(kind=AnswerKind.COUNT if count else AnswerKind.NO, count=count)
    return CellAnswer(kind=AnswerKind.UNCLEAR, count=int(quantity_meant(text, in_pairs=in_pairs).suggestion or 0))
