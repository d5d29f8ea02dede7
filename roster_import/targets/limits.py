"""What some order systems have no place for, and the sentence that says so at the cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.problem import Objection
from roster_import.targets.amounts import parse_amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.order import Order
    from roster_import.model.problem import Level, Origin


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
                origins=item.stored or item.origins,
                meaning=Meaning.STORAGE_QUANTITY,
                ordered_by=Meaning.LOGO,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """Something ordered: its price as written, what it is called, its rows, and the column that orders it."""

    price: str
    label: str
    origins: tuple[Origin, ...]
    ordered_by: Meaning

    def objection(self, level: Level, code: str, message: str) -> Objection:
        """What is wrong with its price, told where the price stands or is missing."""
        return Objection(
            level=level,
            code=code,
            message=message,
            origins=self.origins,
            meaning=Meaning.PRICE,
            ordered_by=self.ordered_by,
        )


def priced(order: Order) -> Iterator[Priced]:
    """Everything ordered, with its price."""
    for item in order.designs:
        for instance in item.instances:
            yield Priced(
                price=instance.price, label=item.design.label, origins=instance.origins, ordered_by=Meaning.DESIGN
            )
    for logo in order.logos:
        yield Priced(price=logo.price, label=logo.logo.label, origins=logo.origins, ordered_by=Meaning.LOGO)


def unreadable_prices(order: Order) -> Iterator[Objection]:
    """An error for every price that cannot be read for sure."""
    for item in priced(order):
        if item.price and parse_amount(item.price) is None:
            message = say(
                "{price!r} is no price that can be read for sure. Write it such as 12.50; three decimals may be thousands.",
                price=item.price,
            )
            yield item.objection("error", "price-not-amount", message)
