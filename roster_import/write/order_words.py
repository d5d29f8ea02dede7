"""An order in words: how it stands, how much it is, every garment on a row, what lies loose, and whether it is one at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say, say_n, templates
from roster_import.model.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.order import LogoItem, Order, PlaceholderValue
    from roster_import.model.placement import Placement

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
REHEARSED = frozenset({"sandbox", "test"})
"""The books of orders that are none. What is placed on this very machine may be real: an order system may run here."""

_WAS = templates(
    {
        "sandbox": "This was a rehearsal: nothing was really ordered.",
        "test": "This was a test order: nothing of it is made or delivered.",
    }
)
_WILL_BE = templates(
    {
        "sandbox": "This is a rehearsal: nothing will really be ordered.",
        "test": "This is a test order: nothing of it will be made or delivered.",
    }
)


def status_word(status: Status) -> str:
    """An order's status as people read it."""
    return say(_STATUSES[status])


def book_word(book: str) -> str:
    """In which book of orders one stands, where that is not the one of orders that count."""
    return say(_BOOKS[book]) if book in _BOOKS else ""


GARMENT_HEADINGS = (say("Design"), say("Size"), say("Pieces"), say("Name"), say("Number"))


def garment_rows(order: Order) -> list[tuple[str, ...]]:
    """A row of each garment that is alike, as `GARMENT_HEADINGS` are, in the order of the instances."""
    return [
        (item.design.label, each.size, str(each.quantity), _printed(each.name, each.values), each.number)
        for item in order.designs
        for each in item.instances
    ]


def _printed(name: str, values: Iterable[PlaceholderValue]) -> str:
    return ", ".join(filter(None, (name, *(value.value for value in values))))


def loose_logos(order: Order) -> list[str]:
    """A line for each loose logo."""
    return [say("  Loose {logo}: {what}", logo=item.logo.label, what=_loose(item)) for item in order.logos]


def _loose(item: LogoItem) -> str:
    entries = ", ".join(f"{entry.digit} × {entry.quantity}" for entry in item.digits)
    return entries or " ".join(filter(None, (f"{item.quantity} ×", item.value))).removesuffix(" ×")


def order_question(orders: Sequence[Order], system: str) -> str:
    """What somebody is asked before these are placed."""
    return say_n(
        "Place {count} order with {goods} with {system}?",
        "Place {count} orders with {goods} with {system}?",
        len(orders),
        goods=goods_in_words(orders),
        system=system,
    )


def goods_in_words(orders: Iterable[Order]) -> str:
    """How much is ordered: garments, and loose logos where there are any."""
    listed_orders = list(orders)
    pieces, logos = sum(order.pieces for order in listed_orders), sum(order.loose_logos for order in listed_orders)
    parts = [say_n("{count} piece", "{count} pieces", pieces)] if pieces or not logos else []
    return listed([*parts, *([say_n("{count} loose logo", "{count} loose logos", logos)] if logos else [])])


def was_rehearsed(placements: Iterable[Placement]) -> str:
    """That the orders were no real ones, where that is so."""
    return next((say(_WAS[placement.realm]) for placement in placements if placement.realm in REHEARSED), "")


def will_be_rehearsed(realm: str) -> str:
    """That orders of this book will be no real ones, where that is so."""
    return say(_WILL_BE[realm]) if realm in REHEARSED else ""
