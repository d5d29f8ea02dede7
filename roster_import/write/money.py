"""Amounts and days as an order system sends them, as values that a spreadsheet can count with."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from roster_import.write.cells import Look

if TYPE_CHECKING:
    from roster_import.write.cells import Value

MONEY: Final = Look(number_format="#,##0.00")
MOMENT: Final = Look(number_format='yyyy-mm-dd hh:mm:ss "UTC"')


def money(text: str | None) -> Value:
    """Money as a number with every digit it was received with; what is no number stays text."""
    if text is None or not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", text):
        return text
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def day(text: str | None) -> Value:
    """A day written as ISO does; what is no day stays text."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text
