"""Whether a confirmed order is a colleague's, met under our key or name, and not the one that was sent."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation


def of_others(order: Order, confirmation: Confirmation) -> bool:
    """Whether a confirmed order has people on it, and none of those who were sent: then it is another order.

    An order system may drop, shorten or rewrite what is printed, or get a number wrong: as long as anybody is known again it
    is this order, and what is different of it is said.
    """
    sent = [instance for item in order.designs for instance in item.instances]
    said = [
        text
        for instance in sent
        for text in (instance.name, instance.number, *instance.players, *(value.value for value in instance.values))
    ]
    numbers = {_printed(text) for text in said}
    initials = {_printed(text)[:1] for text in said}
    garments = [item for item in confirmation.items if item.kind == "design" and (item.name or item.number)]
    known = (
        (item.number and _printed(item.number) in numbers) or (item.name and _printed(item.name)[:1] in initials)
        for item in garments
    )
    return bool(garments) and not any(known)


def _printed(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.strip()).casefold()
    return letters.lstrip("0") if letters.isdigit() else letters
