"""How much may be ordered without a person: what is beyond it is held, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.language.messages import say, templates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.model.order import Order

_BEYOND = templates(
    {
        "orders_per_run": "With it there would be {count} orders in this run; at most {most} are ordered without a person "
        "(orders_per_run).",
        "pieces_per_run": "With it there would be {count} pieces in this run; at most {most} are ordered without a person "
        "(pieces_per_run).",
        "orders_per_day": "With it there would be {count} orders today; at most {most} are ordered without a person "
        "(orders_per_day).",
        "pieces_per_day": "With it there would be {count} pieces today; at most {most} are ordered without a person "
        "(pieces_per_day).",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """The most that is ordered without a person; 0 is no limit. Pieces are garments and loose logos together.

    A run is one call with --once, or the time until a running watch has nothing left to do.
    """

    pieces_per_order: int = 1_000
    orders_per_run: int = 2_000
    pieces_per_run: int = 50_000
    orders_per_day: int = 2_000
    pieces_per_day: int = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many orders with so many pieces in all."""

    orders: int = 0
    pieces: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(orders=self.orders + other.orders, pieces=self.pieces + other.pieces)


def pieces_of(order: Order) -> int:
    """Garments and loose logos of an order together."""
    return order.pieces + order.loose_logos


def count(orders: Iterable[Order]) -> Count:
    """How much a file orders."""
    listed = list(orders)
    return Count(orders=len(listed), pieces=sum(map(pieces_of, listed)))


def too_large(orders: Iterable[Order], caps: Caps) -> str:
    """Why one of the orders is too large to be placed without a person; empty where none is."""
    for order in orders:
        if 0 < caps.pieces_per_order < pieces_of(order):
            return say(
                "Order {reference} has {pieces} pieces; at most {most} are ordered without a person (pieces_per_order).",
                reference=order.reference,
                pieces=pieces_of(order),
                most=caps.pieces_per_order,
            )
    return ""


def too_many(new: Count, so_far: Count, orders: int, pieces: int, span: str) -> str:
    """Why a file is too much on top of what was ordered in this span (`run`, `day`); empty where it is not."""
    after = so_far + new
    if 0 < orders < after.orders:
        return say(_BEYOND[f"orders_per_{span}"], count=after.orders, most=orders)
    if 0 < pieces < after.pieces:
        return say(_BEYOND[f"pieces_per_{span}"], count=after.pieces, most=pieces)
    return ""
