"""Letters that a wrong encoding garbled, or lost: told once for a sheet, at the first cell that shows it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from roster_import.language.messages import say, say_n
from roster_import.model.letters import LOST, letters_meant
from roster_import.model.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from roster_import.model.workbook import Cell, Sheet, Workbook


def garbled_notes(workbook: Workbook) -> Iterator[Problem]:
    """One warning per sheet and kind of loss, at the first cell that shows it."""
    for sheet in workbook.sheets:
        yield from _garbled(sheet)


def _garbled(sheet: Sheet) -> Iterator[Problem]:
    others = {
        number: {text for text in column.distinct if not text.isascii()} for number, column in sheet.columns.items()
    }
    coded = _holding(sheet, others, letters_meant)
    if coded:
        cell = coded[0]
        meant = letters_meant(cell.text) or ""
        message = say(
            '{cells} garbled: "{text}" was probably "{meant}". Export the file again as UTF-8.',
            cells=_cells(cell, len(coded)),
            text=_short(cell.text),
            meant=_short(meant),
        )
        yield _problem(sheet, cell, message, meant)
    lost = _holding(sheet, others, _is_lost)
    if lost:
        message = say(
            '{cells} garbled: a letter of "{text}" was lost. Type it again, or export the file again as UTF-8.',
            cells=_cells(lost[0], len(lost)),
            text=_short(lost[0].text),
        )
        yield _problem(sheet, lost[0], message, None)


def _holding(sheet: Sheet, others: Mapping[int, set[str]], asked: Callable[[str], object]) -> list[Cell]:
    """The cells whose text is so, in reading order; `others` are the texts of a column that are not ASCII."""
    cells = []
    for number, column in sheet.columns.items():
        texts = {text for text in others[number] if asked(text)}
        cells += [column.cell(row) for row, text in column.texts.items() if text in texts] if texts else []
    return sorted(cells, key=attrgetter("row", "column"))


def _is_lost(text: str) -> bool:
    return LOST in text


def _problem(sheet: Sheet, cell: Cell, message: str, meant: str | None) -> Problem:
    place = Place(sheet=sheet.name, cell=cell.address, row=cell.row, value=_short(cell.text))
    return place.warning("letters-garbled", message, _short(meant) if meant else None)


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
