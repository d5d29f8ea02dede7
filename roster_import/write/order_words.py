"""An order in a word or two: how it stands, and how much it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say, say_n, templates
from roster_import.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.model.order import Order

_STATUSES = templates(
    {
        Status.PLANNED: "planned",
        Status.QUEUED: "queued",
        Status.SENDING: "sending",
        Status.PENDING: "pending",
        Status.COMPLETED: "completed",
        Status.FAILED: "failed",
        Status.REFUSED: "refused",
        Status.UNKNOWN: "unknown",
    }
)

_BOOKS = templates(
    {
        "loopback": " (this machine)",
        "sandbox": " (sandbox)",
        "test": " (test order)",
    }
)


def status_word(status: Status) -> str:
    """An order's status as people read it."""
    return say(_STATUSES[status])


def book_word(book: str) -> str:
    """In which book of orders one stands, where that is not the one of orders that count."""
    return say(_BOOKS[book]) if book in _BOOKS else ""


def goods_in_words(orders: Iterable[Order]) -> str:
    """How much is ordered: garments, and loose logos where there are any."""
    listed_orders = list(orders)
    pieces, logos = sum(order.pieces for order in listed_orders), sum(order.loose_logos for order in listed_orders)
    parts = [say_n("{count} piece", "{count} pieces", pieces)] if pieces or not logos else []
    return listed([*parts, *([say_n("{count} loose logo", "{count} loose logos", logos)] if logos else [])])
