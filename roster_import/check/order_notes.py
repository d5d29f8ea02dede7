"""What the Order sheet says of the goods or the place in its own words: a comment that wants something, lines without a label."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.language.invisible import cut
from roster_import.language.messages import say, templates
from roster_import.model.workbook import at_cell
from roster_import.recognise.addresses import addresses
from roster_import.recognise.of_all_rows import is_of_all_rows
from roster_import.recognise.order_words import asks_for_another_cut, asks_of_a_number, asks_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet
    from roster_import.recognise.order_values import OrderSheet

_COMMENT = "comment"
_NOTES = templates(
    {
        _COMMENT: 'The comment of the order at {address} says "{text}". It is sent with the order, and the rows are ordered as '
        "they stand: if something is to be different, change the rows themselves.",
        "line": 'The note at {address} says "{text}". The rows are ordered as they stand, whatever the note says: if something '
        "is to be different, change the rows themselves; then delete the note.",
        "place": 'The note at {address} says where to deliver: "{text}". The order is not sent there by that. If it is to go '
        "there, fill in Delivery name, Delivery address, Delivery zip and Delivery city on this sheet.",
    }
)


def order_notes(sheet: Sheet | None, order: OrderSheet | None) -> Iterator[Problem]:
    """`text-may-change-order`: a comment or line that wants something of the rows; `delivery-elsewhere`: one that is an address.

    The comment goes with the order, and no order system reads it; a line without a label goes nowhere.
    """
    if sheet is None or order is None:
        return
    comments = {cell.address: cell for row in order.rows if (cell := row.get(_COMMENT))}
    for cell in comments.values():
        if _wants_something(cell.text):
            yield _told(sheet, cell, _COMMENT)
    lines = [row for row, width in sheet.rows.widths.items() if width == 1]
    for row in lines:
        (cell,) = sheet.rows[row].values()
        if cell.address not in comments and _wants_something(cell.text):
            yield _told(sheet, cell, "line")
    for address in addresses(sheet, sheet.rows.widths.keys() - set(lines)):
        yield _place(sheet, address.cell, address.text)
    for cell in comments.values():
        alone = replace(sheet, cells=(cell,))
        yield from (_place(sheet, cell, address.text) for address in addresses(alone, ()))


def _wants_something(text: str) -> bool:
    return asks_otherwise(text) or asks_for_another_cut(text) or is_of_all_rows(text) or asks_of_a_number(text)


def _told(sheet: Sheet, cell: Cell, kind: str) -> Problem:
    return at_cell(sheet.name, cell).warning("text-may-change-order", _words(kind, cell, cell.text))


def _place(sheet: Sheet, cell: Cell, text: str) -> Problem:
    return at_cell(sheet.name, cell).warning("delivery-elsewhere", _words("place", cell, text))


def _words(kind: str, cell: Cell, text: str) -> str:
    return say(_NOTES[kind], address=cell.address, text=cut(text))
