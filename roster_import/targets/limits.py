"""What some order systems have no place for, and the sentence that says so at the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.model import Meaning
from roster_import.money import parse_amount
from roster_import.targets import Objection
from roster_import.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model import Order, Origin


def no_organizations(order: Order, title: str, instead: str) -> Iterator[Objection]:
    """An error where the order is for a vendor child and the system knows none; `instead` says who is ordered for."""
    if order.details.organization_id is not None:
        message = say(
            "{system} knows no organizations: {instead} is ordered for. Leave it empty.", system=title, instead=instead
        )
        yield Objection(level="error", code="organization-not-carried", message=message, detail="organization-id")


def no_storage(order: Order, title: str) -> Iterator[Objection]:
    """An error for every loose logo of which some are to be kept in storage."""
    for item in order.logos:
        stored = item.storage_quantity + sum(entry.storage_quantity for entry in item.digits)
        if stored:
            message = say(
                "{system} keeps nothing in storage: the {stored} extra {label} cannot be ordered this way. Add them "
                "to the quantity, or leave Storage quantity empty.",
                system=title,
                stored=stored,
                label=item.logo.label,
            )
            yield Objection(
                level="error",
                code="storage-not-carried",
                message=message,
                origins=item.origins,
                meaning=Meaning.STORAGE_QUANTITY,
            )


def priced(order: Order) -> Iterator[tuple[str, str, tuple[Origin, ...]]]:
    """Everything ordered with its price as written, what it is called, and its rows."""
    for item in order.designs:
        for instance in item.instances:
            yield instance.price, item.design.label, instance.origins
    for logo in order.logos:
        yield logo.price, logo.logo.label, logo.origins


def unreadable_prices(order: Order) -> Iterator[Objection]:
    """An error for every price that cannot be read for sure."""
    for price, _, origins in priced(order):
        if price and parse_amount(price) is None:
            message = say("{price!r} is no price that can be read for sure. Write it such as 12.50.", price=price)
            yield Objection(
                level="error", code="price-not-amount", message=message, origins=origins, meaning=Meaning.PRICE
            )
