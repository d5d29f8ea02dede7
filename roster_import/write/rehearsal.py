"""What a person must see of orders that are none: that nothing was really ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say, templates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.model.placement import Placement

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


def was_rehearsed(placements: Iterable[Placement]) -> str:
    """That the orders were no real ones, where that is so."""
    return next((say(_WAS[placement.realm]) for placement in placements if placement.realm in REHEARSED), "")


def will_be_rehearsed(realm: str) -> str:
    """That orders of this book will be no real ones, where that is so."""
    return say(_WILL_BE[realm]) if realm in REHEARSED else ""
