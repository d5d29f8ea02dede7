"""Addresses and dates for the delivery that stand on the roster itself: nothing is sent there, or by then, which is said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.rows.messages import named, rows_listed
from roster_import.language.invisible import cut
from roster_import.language.messages import capital, say, say_n
from roster_import.model.layout import Fate
from roster_import.model.workbook import at_cell
from roster_import.recognise.addresses import addresses
from roster_import.recognise.tokens import fold
from roster_import.recognise.wished_dates import dates_wished, heads_a_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.order import OrderDetails
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Workbook
    from roster_import.recognise.addresses import Address

_HEADS_A_PLACE = re.compile(
    r"\b(?:deliver(?:ed)? to|delivery (?:address|place)|(?:send|ship) to|lieferadresse|(?:liefern|lieferung|senden) an|"
    r"leveringsadresse|leveres til|sendes til|leveransadress|levereras till|skickas till|bezorgadres|afleveradres|leveren aan|"
    r"adresse de livraison|livrer a|direccion de (?:envio|entrega)|entregar a|indirizzo di (?:consegna|spedizione)|consegnare a|"
    r"morada de entrega|adres dostawy|dodaci adresa|toimitusosoite|teslimat adresi)\b"
)
_WORD = re.compile(r"[^\W_]+")


def delivery_notes(workbook: Workbook, layouts: Sequence[Layout], orders: Sequence[OrderDetails]) -> Iterator[Problem]:
    """A warning for each address on a roster sheet that no order goes to, and for each date by which it is wanted."""
    for name in dict.fromkeys(layout.sheet for layout in layouts):
        sheet = workbook.sheet(name)
        players = {row for layout in layouts if layout.sheet == name for row in (*layout.rows, layout.heading_row or 0)}
        for address in addresses(sheet, players) if sheet else ():
            if not any(_goes_to(order, address) for order in orders):
                message = say(
                    'The note at {address} says where to deliver: "{text}". The order is not sent there by that: it goes where '
                    "the Order sheet or the settings say. If it is to go there, fill in the address on the Order sheet.",
                    address=address.cell.address,
                    text=cut(address.text),
                )
                yield at_cell(name, address.cell).warning("delivery-elsewhere", message)
        yield from (_date_noted(name, cell, text) for cell, text in (dates_wished(sheet, players) if sheet else ()))
    for layout in layouts:
        yield from _dates_of_rows(workbook, layout)
        yield from _places_of_rows(workbook, layout)


def _dates_of_rows(workbook: Workbook, layout: Layout) -> Iterator[Problem]:
    """A warning for each column of dates by which the rows are wanted."""
    sheet = workbook.sheet(layout.sheet)
    for column in layout.columns if sheet else ():
        held = sheet.columns.get(column.column) if sheet and column.fate is Fate.NO_PART else None
        first = next((row for row in layout.rows if held and row in held.texts), None)
        if held and first and heads_a_date(column.heading):
            cell = held.cell(first)
            yield _date_noted(layout.sheet, cell, f"{column.heading.rstrip(' :')}: {cell.text}")


def _places_of_rows(workbook: Workbook, layout: Layout) -> Iterator[Problem]:
    """A warning for each column of places that single rows are to be delivered to; whose they are is repeated nowhere."""
    sheet = workbook.sheet(layout.sheet)
    for column in layout.columns if sheet else ():
        held = sheet.columns.get(column.column) if sheet and column.fate is Fate.NO_PART else None
        rows = [row for row in layout.rows if held and row in held.texts]
        if held and rows and _HEADS_A_PLACE.search(fold(column.heading)):
            message = say_n(
                "{rows} says under {column} where it is to be delivered, and a whole order goes to one address. If that "
                "matters, write it under Comment on the Order sheet, or order the row in a file of its own.",
                "{rows} say under {column} where they are to be delivered, and a whole order goes to one address. If that "
                "matters, write it under Comment on the Order sheet, or order the rows in a file of their own.",
                len(rows),
                rows=capital(rows_listed(rows)),
                column=named(column),
            )
            yield at_cell(layout.sheet, replace(held.cell(rows[0]), text=""), column.heading).warning(
                "delivery-elsewhere", message
            )


def _date_noted(sheet: str, cell: Cell, text: str) -> Problem:
    message = say(
        'The note at {address} says "{text}". No order carries a date: if it matters, write it under Comment on the Order sheet.',
        address=cell.address,
        text=cut(text),
    )
    return at_cell(sheet, cell).warning("delivery-date-noted", message)


def _goes_to(order: OrderDetails, address: Address) -> bool:
    """Whether the order goes there already: to the same street, number and postal code."""
    told = _words(f"{order.delivery.address} {order.delivery.zip}")
    return told <= _words(address.text)


def _words(text: str) -> set[str]:
    return {*_WORD.findall(fold(text))}
