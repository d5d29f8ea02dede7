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

# A name has no digits in it, so that what stands before the number is the name and what announces a number.
_NAME = r"(?P<name>[^\W\d_]\D*+)"
_NUMBER = r"(?P<number>[0-9]{1,3})"
_SIGN = r"(?:#|№|nr\.?|no\.?)"
_BEFORE = re.compile(rf"{_SIGN}?\s*+{_NUMBER}\s*+(?:[-–—.:)/,|]\s*+)?{_NAME}", re.IGNORECASE)
_BEHIND = re.compile(rf"{_NAME}{_NUMBER}\)?", re.IGNORECASE)
_ALONE = re.compile(rf"{_SIGN}?\s*+([0-9]{{1,3}})", re.IGNORECASE)
_ENDS_IN_SIGN = re.compile(r"(?:(?<![^\W\d_])(?:nr|no)\.?|[#№])$", re.IGNORECASE)
_REMARK = re.compile(r"(?<!\s)\s*+[(\[][^()\[\]]*+[)\]]$")
_MARKS = " -–—.:/,|"


def taken_apart(text: str) -> tuple[str, str] | None:
    """The name and the number of a cell that holds both and nothing else but a remark in brackets."""
    for bare in dict.fromkeys((_REMARK.sub("", text), text)):
        if before := _BEFORE.fullmatch(bare):
            return before["name"].strip(_MARKS), before["number"]
        if behind := _BEHIND.fullmatch(bare):
            return _without_sign(behind["name"]), behind["number"]
    return None


def _without_sign(name: str) -> str:
    """A name without what announces the number behind it: `Ada, no.`, `Ada (`."""
    bare = name.rstrip()
    return _ENDS_IN_SIGN.sub("", bare).strip(_MARKS + "(\t\n") or bare.strip(_MARKS)


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
