"""Texts of which a part is struck through: what was written first, struck out in its cell, and what was typed behind it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from roster_import.read.xlsx.xml import MAIN, BrokenXmlError, plain_tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from roster_import.read.xlsx.package import Package


class Parts(NamedTuple):
    """What is left of a text without what is struck through, or the `struck` text; the `whole` where a part of it is."""

    text: str
    struck: bool
    whole: str


Runs = Sequence[tuple[str, bool | None]]
"""The parts of a text, and whether each is struck through; None where it is as the cell is."""


def parts_of(runs: Runs, *, struck: bool) -> Parts:
    """The text of these runs in a cell that is struck through itself, or is not."""
    each = [(text, struck if is_struck is None else is_struck) for text, is_struck in runs]
    whole, kept = "".join(text for text, _ in each), "".join(text for text, gone in each if not gone or text.isspace())
    kept = whole if kept == whole else " ".join(kept.split())
    return Parts(text=kept or whole, struck=not kept, whole=whole if kept and kept != whole else "")


_R, _T, _STRIKE = (f"{{{MAIN}}}{name}" for name in ("r", "t", "strike"))
_WORD = b"strike"
_NOT = ("0", "false")


def struck_strings(part: bytes | None) -> Mapping[int, Runs]:
    """Of the shared strings those that are struck through in part or whole, by their place."""
    if part is None or _WORD not in part:
        return {}
    try:
        root = plain_tree(part)
    except BrokenXmlError:
        return {}
    runs = {at: [(_text(run), _is_struck(run)) for run in item.iter(_R)] for at, item in enumerate(root)}
    return {at: each for at, each in runs.items() if any(is_struck for _, is_struck in each)}


def struck_cells(package: Package, content: bytes) -> Mapping[tuple[str, int, int], Runs]:
    """The same of the cells of a package that openpyxl reads: sheet, row and column."""
    if not any(
        _WORD in part for part in (package.strings or b"", *(bytes(sheet.xml.rows) for sheet in package.sheets))
    ):
        return {}
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = load_workbook(io.BytesIO(content), rich_text=True, keep_links=False)
    cells = ((sheet.title, place, cell.value) for sheet in book.worksheets for place, cell in sheet._cells.items())
    runs = {(title, *place): [*map(_of_block, value)] for title, place, value in cells if isinstance(value, list)}
    return {place: each for place, each in runs.items() if any(is_struck for _, is_struck in each)}


def _of_block(block: Any) -> tuple[str, bool | None]:
    return str(block), None if isinstance(block, str) else block.font.strike is True


def _text(run: Element) -> str:
    return "".join(piece.text or "" for piece in run if piece.tag == _T)


def _is_struck(run: Element) -> bool | None:
    fonts = [piece for piece in run if piece.tag != _T]
    return any(font.get("val", "1") not in _NOT for font in run.iter(_STRIKE)) if fonts else None
