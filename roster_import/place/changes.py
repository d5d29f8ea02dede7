"""What differs between an order as it was placed and as it is wanted now, in words a person can act on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from roster_import.language.messages import joined, say, within
from roster_import.model.order import normal_reference, normal_size
from roster_import.model.sheets import ORDER

if TYPE_CHECKING:
    from roster_import.model.order import DesignRef, Instance, LogoItem, LogoRef, Order

_LABELS = {column.key.replace("-", "_"): within(column.heading) for column in ORDER.columns}
_DETAILS = ("comment", "origin_of_delivery", "email", "contact_name", "organization_id")


_SIZE = "size "

Names = Mapping[str, str]
"""Code (MUL or SKU, case folded) -> id as text: two names of one design or logo."""


def instance_key(design: DesignRef, instance: Instance, names: Names) -> tuple[str, ...]:
    """What makes two garments the same: design, size, name, number and placeholder values."""
    values = ", ".join(f"{value.logo_id}={value.value}" for value in instance.values)
    thing, size = known_as(design.id, design.mul, names), normal_size(instance.size)
    return ("design", thing, size, instance.name, instance.number, values)


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


def same_order(before: Order, after: Order, names: Names = MappingProxyType({})) -> bool:
    """Whether two orders order the same, whatever their rows' order and spelling: things, prices and details."""
    known = {**names, **names_in(before, after)}
    return _content(before, known) == _content(after, known)


def same_goods(before: Order, after: Order) -> bool:
    """Whether two orders are for the same pieces, named and numbered alike, and go to the same place."""
    known = names_in(before, after)
    return before.details.delivery == after.details.delivery and pieces(before, known) == pieces(after, known)


def _content(order: Order, names: Names) -> tuple[object, ...]:
    prices: Counter[tuple[str, ...]] = Counter()
    for item in order.designs:
        for instance in item.instances:
            prices[(*instance_key(item.design, instance, names), instance.price)] += instance.quantity
    for logo in order.logos:
        prices[(known_as(logo.logo.id, logo.logo.sku, names), logo.price)] += 1
    details = replace(order.details, reference=normal_reference(order.reference))
    return details, pieces(order, names), prices


def names_in(*orders: Order) -> dict[str, str]:
    """Which MUL or SKU is which id, as the catalogue said when they were read."""
    refs: list[DesignRef | LogoRef] = [item.design for order in orders for item in order.designs]
    refs += [item.logo for order in orders for item in order.logos]
    return {ref.code.casefold(): str(ref.id) for ref in refs if ref.id is not None and ref.code}


def _texts(logo: LogoItem) -> list[tuple[str, int, int]]:
    entries = [(entry.digit, entry.quantity, entry.storage_quantity) for entry in logo.digits]
    return entries or [(logo.value, logo.quantity, logo.storage_quantity)]


def changes(before: Order, after: Order) -> list[str]:
    """Each difference as a short phrase: pieces that came, pieces that went, details that changed."""
    known = names_in(before, after)
    was, now = pieces(before, known), pieces(after, known)
    names = labels(before, known) | labels(after, known)
    came = [joined(f"+{count} ×", words(what, names)) for what, count in (now - was).items()]
    went = [joined(f"−{count} ×", words(what, names)) for what, count in (was - now).items()]
    return [*came, *went, *detail_changes(before, after)]


def labels(order: Order, names: Names = MappingProxyType({})) -> dict[str, str]:
    """Id, MUL or SKU -> what people call the design or logo; and the sizes as they are written."""
    called = {
        **{known_as(item.design.id, item.design.mul, names): item.design.label for item in order.designs},
        **{known_as(item.logo.id, item.logo.sku, names): item.logo.label for item in order.logos},
    }
    sizes = {instance.size for item in order.designs for instance in item.instances}
    return {**{_SIZE + normal_size(size): size for size in sizes}, **called}


def words(what: tuple[str, ...], names: dict[str, str]) -> str:
    """A kind of piece in words, designs and logos by the names people call them."""
    kind, name, *rest = what
    called = names.get(name, name)
    if kind == "design":
        rest = [names.get(_SIZE + rest[0], rest[0]), *rest[1:]]
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
