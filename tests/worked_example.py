"""The vendor's worked example (KitMaker › Place an order) as the workbook a club would send, and the body it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

if TYPE_CHECKING:
    from pathlib import Path

BODY: dict[str, Any] = {
    "reference": "PO-2026-0042",
    "comment": "The clothes should be at Jet Sport by monday",
    "originOfDelivery": "Tee Jays Warehouse",
    "email": "vendor@example.com",
    "contactName": "Peter Smith",
    "deliveryAddress": {
        "name": "Football Club ABC",
        "address": "Stadium Road 1",
        "zip": "8800",
        "city": "Viborg",
        "country": "DK",
        "contactPerson": "Peter Smith",
    },
    "designs": [
        {
            "designId": 299571,
            "instances": [{"size": "M", "quantity": 1}, {"size": "L", "quantity": 1}, {"size": "XL", "quantity": 5}],
        },
        {
            "designId": 298791,
            "instances": [
                {"size": "M", "quantity": 5, "name": "Smith", "number": "10"},
                {"size": "L", "quantity": 7, "name": "Jones", "number": "27"},
            ],
        },
    ],
    "logos": [{"logoId": 100113, "quantity": 18}, {"logoId": 494679, "digits": [{"digit": "1", "quantity": 5}]}],
}

_ORDER = (
    ("Our order for the spring season", None),
    (None, None),
    ("PO number", "PO-2026-0042"),
    ("Contact person", "Peter Smith"),
    ("E-mail", "vendor@example.com"),
    ("Clothes come from", "Tee Jays Warehouse"),
    ("Remarks", "The clothes should be at Jet Sport by monday"),
    (None, None),
    ("Ship to", "Football Club ABC"),
    ("Street", "Stadium Road 1"),
    ("Post code", 8800),
    ("Town", "Viborg"),
    ("Country", "Denmark"),
    ("Delivery contact", "Peter Smith"),
)
_ROSTER = (
    ("Football Club ABC: shirts",),
    (),
    ("Size", "How many", "Kit", "Player", "Name on back", "No."),
    ("M", 1, "Home kit"),
    ("L", 1, "Home kit"),
    ("XL", 5, "Home kit"),
    ("M", 5, "Away kit", "Adam Smith", "Smith", 10),
    ("L", 7, "Away kit", "Bill Jones", "Jones", 27),
)
_LOGOS = (
    ("Logo", "Pieces", "Number"),
    ("Club crest", 18),
    ("Number transfer", 5, 1),
)
_CATALOGUE = (
    ("Title", "Kind", "ID", "Type"),
    ("Home kit", "design", 299571),
    ("Away kit", "design", 298791),
    ("Club crest", "logo", 100113),
    ("Number transfer", "logo", 494679, "NumberLogo"),
)


def build(path: Path) -> Path:
    """Write the workbook: labels, headings and order of columns as people choose them, numbers as numbers."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in (("Order", _ORDER), ("Shirts", _ROSTER), ("Logos", _LOGOS), ("Catalogue", _CATALOGUE)):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path
