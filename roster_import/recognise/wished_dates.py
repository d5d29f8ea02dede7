"""When somebody wants the parcel, as they wrote it on the roster itself: Wunschtermin: 15.12.2026."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.recognise.tokens import fold, without_accents

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
_NEEDED = re.compile(  # wird bis 5.12. gebraucht, las necesitamos antes del 5/12
    r"\b(?:brauch|gebraucht|benotig|need|necesit|servono|serv(?:ira|irebbero)\b|faut\b|faudrait|besoin|nodig\b|skal bruges"
    r"|must (?:be here|arrive|be there)|has to be here|in time for|muss.{1,15}da sein|rechtzeitig zu|skal vaere her"
    r"|maste vara har|brug for|treng|behov|precis(?:amos|o)\b|potrzeb|potreb|tarvit|lazim|gerek)"
)
_MONTH = "(?:jan|feb|mar|mrz|maa|mae|apr|mai|maj|may|mei|jun|jul|aug|sep|okt|oct|out|nov|dez|dec|dic|des)"
_DATE = re.compile(
    rf"\b[0-3]?[0-9]\s?[./-]\s?(?:[01]?[0-9]\b|{_MONTH})|\b[0-3]?[0-9](?:\.|st|nd|rd|th)? (?:de |of )?{_MONTH}"
    rf"|\b{_MONTH}[a-z]* [0-3]?[0-9]\b"
)


def says_a_date(text: str) -> bool:
    """Whether a day of a month stands there: 5.12., 12 mars, December 5."""
    return bool(_DATE.search(without_accents(text)))


def heads_a_date(text: str) -> bool:
    """Whether a text begins as such a note does."""
    return bool(_WISHED.match(fold(text)))


def dates_wished(sheet: Sheet, players: Collection[int]) -> Iterator[tuple[Cell, str]]:
    """Each date for the delivery that stands above or below the players: its first cell, and all that its row says."""
    for row, width in sheet.rows.widths.items():
        if width <= _NARROW and row not in players:
            cells = list(sheet.rows[row].values())
            text = ": ".join(cell.text.rstrip(" :") for cell in cells)
            first = without_accents(cells[0].text)
            wished = _WISHED.search(fold(cells[0].text)) and _DAY.search(text)
            if wished or (_NEEDED.search(first) and says_a_date(text)):
                yield cells[0], text
