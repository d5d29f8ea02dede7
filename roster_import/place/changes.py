"""What differs between an order as it was placed and as it is wanted now, in words a person can act on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from roster_import.language.messages import joined, say, within
from roster_import.model.sheets import ORDER

if TYPE_CHECKING:
    from roster_import.model.order import DesignRef, Instance, LogoItem, Order

_LABELS = {column.key.replace("-", "_"): within(column.heading) for column in ORDER.columns}
_DETAILS = ("comment", "origin_of_delivery", "email", "contact_name", "organization_id")


Names = Mapping[str, str]
"""Code (MUL or SKU, case folded) -> id as text: two names of one design or logo."""


def instance_key(design: DesignRef, instance: Instance, names: Names) -> tuple[str, ...]:
    """What makes two garments the same: design, size, name, number and placeholder values."""
    values = ", ".join(f"{value.logo_id}={value.value}" for value in instance.values)
    return ("design", known_as(design.id, design.mul, names), instance.size, instance.name, instance.number, values)


def known_as(number: int | None, code: str | None, names: Names) -> str:
    """One name for a design or logo, however it was named: its id where that is known, else its code."""
    return str(number) if number is not None else names.get((code or "").casefold(), code or "")


def pieces(order: Order, names: Names = MappingProxyType({})) -> Counter[tuple[str, ...]]:
    """Everything ordered, counted by what makes two pieces the same: garments, loose logos, logos for storage."""
    counted: Counter[tuple[str, ...]] = Counter()
    for item in order.designs:
        for instance in item.instances:
            counted[instance_key(item.design, instance, names)] += instance.quantity
    for logo in order.logos:
        name = known_as(logo.logo.id, logo.logo.sku, names)
        for text, quantity, stored in _texts(logo):
            counted[("logo", name, text)] += quantity
            counted[("stored logo", name, text)] += stored
    return +counted


def _texts(logo: LogoItem) -> list[tuple[str, int, int]]:
    entries = [(entry.digit, entry.quantity, entry.storage_quantity) for entry in logo.digits]
    return entries or [(logo.value, logo.quantity, logo.storage_quantity)]


def changes(before: Order, after: Order) -> list[str]:
    """Each difference as a short phrase: pieces that came, pieces that went, details that changed."""
    was, now = pieces(before), pieces(after)
    names = labels(before) | labels(after)
    came = [joined(f"+{count} ×", words(what, names)) for what, count in (now - was).items()]
    went = [joined(f"−{count} ×", words(what, names)) for what, count in (was - now).items()]
    return [*came, *went, *detail_changes(before, after)]


def labels(order: Order) -> dict[str, str]:
    """Id, MUL or SKU -> what people call the design or logo."""
    designs = {str(item.design.id or item.design.mul): item.design.label for item in order.designs}
    return designs | {str(item.logo.id or item.logo.sku): item.logo.label for item in order.logos}


def words(what: tuple[str, ...], names: dict[str, str]) -> str:
    """A kind of piece in words, designs and logos by the names people call them."""
    kind, name, *rest = what
    called = names.get(name, name)
    return joined(say("stored {logo}", logo=called) if kind == "stored logo" else called, *rest)


def detail_changes(before: Order, after: Order) -> list[str]:
    """What changed of an order beside its pieces and its reference."""
    pairs = [(name, getattr(before.details, name), getattr(after.details, name)) for name in _DETAILS]
    delivery = ("name", "address", "zip", "city", "country", "contact_person")
    pairs += [
        (f"delivery_{name}", getattr(before.details.delivery, name), getattr(after.details.delivery, name))
        for name in delivery
    ]
    return [_detail_change(name, old, new) for name, old, new in pairs if old != new]


def _detail_change(name: str, old: object, new: object) -> str:
    nothing = say("nothing")
    return joined(_LABELS[name], str(old) if old else nothing, "→", str(new) if new else nothing)
