"""What the English headings of the results mean, as notes on them for those who read another language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from roster_import.language.catalogues import ENGLISH
from roster_import.language.messages import say, templates
from roster_import.language.translations import in_language
from roster_import.write.ooxml.cells import CellEdit

if TYPE_CHECKING:
    from roster_import.write.ooxml.cells import NewSheet

_MEANS: Final = templates(
    {
        "Reference": "Reference: your name for the order",
        "Order number": "Order number: the number the order system gave the order",
        "Tracking ID": "Tracking ID: under which the order system is asked what became of the order",
        "Status": "Status: completed (placed and confirmed), pending (not confirmed yet), failed, refused, unknown",
        "Order status": "Order status: completed (placed and confirmed), pending (not confirmed yet), failed, refused, "
        "unknown",
        "Placed at": "Placed at: when the order was placed, in coordinated universal time (UTC)",
        "Delivery date": "Delivery date: when it is delivered at the latest",
        "Currency": "Currency",
        "Sub total": "Sub total: the amount without VAT",
        "VAT": "VAT: the amount of value added tax",
        "VAT rate": "VAT rate in percent",
        "Total": "Total: the amount with VAT",
        "Pieces": "Pieces: garments ordered",
        "Message": "Message: what the order system said, and what differs",
        "Sheet": "Sheet of your workbook that asked for it",
        "Rows": "Rows of that sheet",
        "Player": "Player",
        "Item": "Item: design or loose logo",
        "Size": "Size ordered",
        "Name": "Name that is printed",
        "Number": "Number that is printed",
        "Quantity": "Quantity ordered",
        "Storage quantity": "Storage quantity: extra loose logos kept in storage",
        "Confirmed size": "Size as the order system confirmed it",
        "Confirmed name": "Name as the order system confirmed it",
        "Confirmed number": "Number as the order system confirmed it",
        "Confirmed quantity": "Quantity as the order system confirmed it",
        "Line status": "Line status: what the order system says of this line",
        "Difference": "Difference between what was sent and what is confirmed",
    }
)


def note_on(heading: str, language: str) -> str | None:
    """What a heading means, None for those who read English anyway."""
    return in_language(say(_MEANS[heading]), language) if language != ENGLISH and heading in _MEANS else None


def with_notes(sheet: NewSheet, language: str) -> NewSheet:
    """A sheet of results with a note on every heading it has in English, for those who read another language."""
    head = sheet.rows[0]
    noted = tuple(
        replace(cell, note=note_on(str(cell.value), language)) if isinstance(cell, CellEdit) else cell for cell in head
    )
    return replace(sheet, rows=(noted, *sheet.rows[1:]))
