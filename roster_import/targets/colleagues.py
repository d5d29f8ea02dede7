"""Whether a confirmed order is a colleague's, met under our key or name, and not the one that was sent."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation


def of_others(order: Order, confirmation: Confirmation) -> bool:
    """Whether a confirmed order has people on it whom nobody sent: then it is another order, not this one changed.

    An order system may drop, shorten or rewrite what is printed. A number that was never sent, or a name that begins like
    none that was, it does not make up.
    """
    sent = [instance for item in order.designs for instance in item.instances]
    said = [
        text for one in sent for text in (one.name, one.number, *one.players, *(value.value for value in one.values))
    ]
    numbers = {_printed(text) for text in said}
    initials = {_printed(text)[:1] for text in said}
    garments = [item for item in confirmation.items if item.kind == "design"]
    return any(
        (item.number and _printed(item.number) not in numbers)
        or (item.name and _printed(item.name)[:1] not in initials)
        for item in garments
    )


def _printed(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.strip()).casefold()
    return letters.lstrip("0") if letters.isdigit() else letters
