"""Names whose letters were lost before the file was made: `SÃ¸ren` is UTF-8 that somebody read as Windows text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.language.messages import say, say_n
from roster_import.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.workbook import Cell, Sheet, Workbook

_DOUBLY_CODED = re.compile("[ÂÃÄÅÐÑØÙ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]")
_LOST = "\ufffd"


def garbled_notes(workbook: Workbook) -> Iterator[Problem]:
    """One warning per sheet and kind of loss, at the first cell that shows it."""
    for sheet in workbook.sheets:
        yield from _notes(sheet)


def _notes(sheet: Sheet) -> Iterator[Problem]:
    coded = [(cell, meant) for cell in sheet.cells if (meant := _meant(cell.text))]
    if coded:
        cell, meant = coded[0]
        message = say(
            '{cells} garbled: "{text}" was probably "{meant}". Export the file again as UTF-8.',
            cells=_cells(cell, len(coded)),
            text=_short(cell.text),
            meant=_short(meant),
        )
        yield _problem(sheet, cell, message, meant)
    lost = [cell for cell in sheet.cells if _LOST in cell.text]
    if lost:
        message = say(
            '{cells} garbled: a letter of "{text}" was lost. Type it again, or export the file again as UTF-8.',
            cells=_cells(lost[0], len(lost)),
            text=_short(lost[0].text),
        )
        yield _problem(sheet, lost[0], message, None)


def _problem(sheet: Sheet, cell: Cell, message: str, meant: str | None) -> Problem:
    return Problem(
        level="warning",
        code="letters-garbled",
        message=message,
        sheet=sheet.name,
        cell=cell.address,
        row=cell.row,
        value=_short(cell.text),
        suggestion=_short(meant) if meant else None,
    )


def _meant(text: str) -> str | None:
    """The text with its letters put right, if putting them right works out exactly."""
    if text.isascii() or not _DOUBLY_CODED.search(text):
        return None
    try:
        meant = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return meant if len(meant) < len(text) else None


def _cells(first: Cell, count: int) -> str:
    if count == 1:
        return say("{address} looks", address=first.address)
    return say_n(
        "{address} and {count} other cell look",
        "{address} and {count} other cells look",
        count - 1,
        address=first.address,
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
