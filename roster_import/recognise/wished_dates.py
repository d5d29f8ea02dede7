"""When somebody wants the parcel, as they wrote it on the roster itself: Wunschtermin: 15.12.2026."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from roster_import.model.workbook import Cell, Sheet

_NARROW = 2  # cells of a note and what it says
_WISHED = re.compile(
    r"(?:needed by|deliver by|deliver before|delivery date|delivery by|delivery before|required by|wanted by|wunschtermin|"
    r"liefertermin|lieferdatum|lieferung bis|liefern bis|benotigt bis|gewunscht bis|leveringsdato|onsket levering|leveres senest|"
    r"levering senest|skal bruges|leveransdatum|onskad leverans|leverans senast|leverdatum|gewenste levering|leveren voor|"
    r"nodig voor|date de livraison|livraison souhaitee|livraison avant|date souhaitee|livrer avant|fecha de entrega|"
    r"entrega antes|data di consegna|consegna entro|data de entrega|termin dostawy|datum dodani|toimituspaiva|teslim tarihi)\b"
)
_DAY = re.compile(r"[0-9]")


def heads_a_date(text: str) -> bool:
    """Whether a text begins as such a note does."""
    return bool(_WISHED.match(fold(text)))


def dates_wished(sheet: Sheet, players: Collection[int]) -> Iterator[tuple[Cell, str]]:
    """Each date for the delivery that stands above or below the players: its first cell, and all that its row says."""
    for row, width in sheet.rows.widths.items():
        if width <= _NARROW and row not in players:
            cells = list(sheet.rows[row].values())
            text = ": ".join(cell.text.rstrip(" :") for cell in cells)
            if _WISHED.search(fold(cells[0].text)) and _DAY.search(text):
                yield cells[0], text
