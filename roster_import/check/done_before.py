"""Dates of orders or deliveries beside some of the rows and not beside others: the former may have been ordered before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.check.rows.garments import clothes, is_of_a_kit, words
from roster_import.check.rows.messages import named, rows_listed
from roster_import.language.messages import say_n
from roster_import.model.layout import Fate
from roster_import.model.problem import Origin
from roster_import.model.workbook import at_cell
from roster_import.recognise.order_phrases import ORDERS, says
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Column, Sheet

_DONE = """
    delivered received issued handed given collected shipped dispatched geliefert erhalten ausgegeben ubergeben ausgehandigt
    abgeholt bekommen leveret modtaget udleveret afhentet fået levererad levererat mottagen mottaget utlamnad utlamnat hamtad
    hamtat levert mottatt utlevert hentet geleverd ontvangen uitgereikt afgehaald opgehaald livre livree recu recue remis remise
    retire entregado entregada recibido recibida recogido consegnato consegnata ricevuto ricevuta ritirato entregue recebido
    recebida levantado dostarczono otrzymano wydano wydana wydany odebrano dodano vydano vydan vydana predano toimitettu saatu
    luovutettu teslim issue handout ausgabe ausgabedatum ubergabe udlevering utlevering utlamning uitgifte entrega consegna
    wydanie vydani luovutus last letztes letzte letzter sidste seneste siste senaste derniere dernier ultima ultimo laatste
    ostatnia ostatni posledni viimeisin son
"""
_SILENT_WORDS = """
    on at by in out over up date day the am um den der die das datum
    tag zuletzt dato for den af av van d dag sidst pa op laatst le la date
    du el fecha il data em dia dne dnia pvm tarihi edildi hos to til
"""
_SILENT = frozenset(_SILENT_WORDS.split())
_DATE = re.compile(r"\d{1,4}[./-]\s?\d{1,2}(?:[./-]\s?(?:\d{2,4})?)?")
_WORD = re.compile(r"[^\W\d_]+")


def done_for_some(sheet: Sheet, layouts: Sequence[Layout], ordered: set[int]) -> Iterator[Problem]:
    """A warning for each column of dates that says of some ordered rows, not of all, that something was ordered or delivered."""
    for layout in layouts:
        rows = [row for row in layout.rows if row in ordered]
        for column in layout.columns:
            held = sheet.columns.get(column.column) if column.fate is Fate.NO_PART else None
            if held and _says_done(column.heading):
                done = [row for row in rows if _is_date(held, row)]
                if done and not any(row in held.texts for row in {*rows} - {*done}) and len(done) < len(rows):
                    yield _told(sheet, column, done)


def _says_done(heading: str) -> bool:
    """Whether nothing but that it was ordered, delivered or handed out is said: no date of a payment or of a form."""
    said = [word for word in _WORD.findall(fold(heading)) if word not in _SILENT]
    done = [word for word in said if says(word, f"{ORDERS} {_DONE}")]
    return bool(done) and all(word in done or clothes(words(word)) or is_of_a_kit(words(word)) for word in said)


def _is_date(held: Column, row: int) -> bool:
    return row in held.texts and (bool(held.cell(row).date) or _DATE.fullmatch(held.texts[row].strip()) is not None)


def _told(sheet: Sheet, column: ColumnReading, rows: Sequence[int]) -> Problem:
    cells = [sheet.columns[column.column].cell(row) for row in rows]
    message = say_n(
        "Under {column}, {rows} has a date and others have none. All of them are ordered: if that row was ordered before, "
        "delete it.",
        "Under {column}, {rows} have a date and others have none. All of them are ordered: if those rows were ordered before, "
        "delete them.",
        len(rows),
        column=named(column),
        rows=rows_listed(rows),
    )
    also = tuple(Origin(sheet=sheet.name, row=cell.row) for cell in cells[1:])
    return at_cell(sheet.name, cells[0], column.heading).problem("warning", "text-may-change-order", message, also=also)
