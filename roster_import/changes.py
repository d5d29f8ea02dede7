"""What differs between an order as it was placed and as it is wanted now, in words a person can act on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roster_import.model import Order

_DETAILS = ("comment", "origin_of_delivery", "email", "contact_name", "organization_id")


def pieces(order: Order) -> Counter[tuple[str, ...]]:
    """Everything ordered, counted: (design, size, name, number, placeholder values) and (logo, text or digit, storage)."""
    counted: Counter[tuple[str, ...]] = Counter()
    for item in order.designs:
        for one in item.instances:
            values = ", ".join(f"{value.logo_id}={value.value}" for value in one.values)
            counted[("design", str(item.design.id or item.design.mul), one.size, one.name, one.number, values)] += (
                one.quantity
            )
    for logo in order.logos:
        name = str(logo.logo.id or logo.logo.sku)
        counted[("logo", name, logo.value)] += logo.quantity
        counted[("stored logo", name, logo.value)] += logo.storage_quantity
        for entry in logo.digits:
            counted[("logo", name, entry.digit)] += entry.quantity
            counted[("stored logo", name, entry.digit)] += entry.storage_quantity
    return +counted


def changes(before: Order, after: Order) -> list[str]:
    """Each difference as a short phrase: pieces that came, pieces that went, details that changed."""
    was, now = pieces(before), pieces(after)
    names = labels(before) | labels(after)
    came = [f"+{count} × {_words(what, names)}" for what, count in (now - was).items()]
    went = [f"−{count} × {_words(what, names)}" for what, count in (was - now).items()]
    return [*came, *went, *_detail_changes(before, after)]


def labels(order: Order) -> dict[str, str]:
    """Id, MUL or SKU -> what people call the design or logo."""
    designs = {str(item.design.id or item.design.mul): item.design.label for item in order.designs}
    return designs | {str(item.logo.id or item.logo.sku): item.logo.label for item in order.logos}


def _words(what: tuple[str, ...], names: dict[str, str]) -> str:
    kind, name, *rest = what
    stored = "stored " if kind == "stored logo" else ""
    return " ".join(filter(None, (f"{stored}{names.get(name, name)}", *rest)))


def _detail_changes(before: Order, after: Order) -> list[str]:
    pairs = [(name, getattr(before.details, name), getattr(after.details, name)) for name in _DETAILS]
    delivery = ("name", "address", "zip", "city", "country", "contact_person")
    pairs += [
        (f"delivery {name}", getattr(before.details.delivery, name), getattr(after.details.delivery, name))
        for name in delivery
    ]
    return [
        f"{name.replace('_', ' ')} {old or 'nothing'} → {new or 'nothing'}" for name, old, new in pairs if old != new
    ]
