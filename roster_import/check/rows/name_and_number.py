"""A name and a number that stand in one cell: Müller 7, 7 Müller, Müller #7."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.layout import ColumnReading
    from roster_import.model.workbook import Cell

JOINED: Mapping[Meaning, Meaning] = {
    Meaning.PLAYER_NUMBER: Meaning.PLAYER,
    Meaning.NAME_NUMBER: Meaning.NAME,
}
"""What a column of both was said to be -> whose name it holds beside the number."""

_NAME = r"(?P<name>[^\W\d_][^\d]*?)"
_NUMBER = r"(?P<number>[0-9]{1,3})"
_BESIDE = r"(?:\s*[(\[][^()\[\]]*[)\]])?"
_BEFORE = re.compile(rf"(?:#|№|nr\.?|no\.?)?\s*{_NUMBER}\s*[-–—.:)/,|]?\s*{_NAME}{_BESIDE}", re.IGNORECASE)
_BEHIND = re.compile(rf"{_NAME}\s*[-–—:/,|(]?\s*(?:#|№|nr\.?|no\.?)?\s*{_NUMBER}\)?{_BESIDE}", re.IGNORECASE)
_ALONE = re.compile(r"(?:#|№|nr\.?|no\.?)?\s*([0-9]{1,3})", re.IGNORECASE)


def taken_apart(text: str) -> tuple[str, str] | None:
    """The name and the number of a cell that holds both and nothing else but a remark in brackets."""
    found = _BEFORE.fullmatch(text) or _BEHIND.fullmatch(text)
    return (found["name"].strip(" -–—.:/,|"), found["number"]) if found else None


def half_of(cell: Cell | None, column: ColumnReading, meaning: Meaning) -> Cell | None:
    """The cell as far as it says what is asked: of a column of both the name, or the number; None where it has none."""
    if cell is None or column.meaning not in JOINED:
        return cell
    name, number = _halves(cell.text)
    text = number if meaning is Meaning.NUMBER else name
    return replace(cell, text=text) if text else None


def _halves(text: str) -> tuple[str, str]:
    if alone := _ALONE.fullmatch(text):
        return "", alone[1]
    return taken_apart(text) or (text, "")


def is_undivided(cell: Cell | None, column: ColumnReading) -> bool:
    """Whether the cell of a column of both holds digits that are no number which can be told from the name."""
    if cell is None or column.meaning not in JOINED:
        return False
    name, _ = _halves(cell.text)
    return any(map(str.isdigit, name))
