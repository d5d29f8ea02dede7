"""A roster that was ordered and then changed: what came, to be ordered, and what went, which only a person can undo.

An amendment is an order of its own under a reference derived from the first, `PO-42/2`; the first order and all its
amendments are a family, and what the family ordered together is what is compared with the roster.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.language.messages import joined
from roster_import.model.order import DesignItem, Instance, LogoItem, Order
from roster_import.model.placement import Status
from roster_import.place.changes import detail_changes, instance_key, known_as, labels, pieces, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.problem import Origin
    from roster_import.place.changes import Names
    from roster_import.place.entry import Entry, Identity

_NOT_ORDERED = (Status.PLANNED, Status.REFUSED, Status.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What is left to do for one changed order.

    `additions` is the order to place for what came, None where nothing did. `removed` are the pieces that were ordered
    and are not wanted any more, `details` what changed beside the pieces: neither can be taken back by a program.
    """

    additions: Order | None
    removed: tuple[str, ...]
    details: tuple[str, ...]


def family(entries: Iterable[Entry], identity: Identity) -> tuple[Entry, ...]:
    """The last attempts of an order and of its amendments, the first order first."""
    pattern = re.compile(re.escape(identity.reference) + r"(?:/([2-9]|[1-9][0-9]+))?")
    found: dict[int, Entry] = {}
    for entry in entries:
        mine = replace(entry.identity, reference="") == replace(identity, reference="")
        if mine and (member := pattern.fullmatch(entry.identity.reference)):
            found[int(member[1] or 1)] = entry
    return tuple(found[number] for number in sorted(found))


def ordering(members: Sequence[Entry]) -> tuple[Entry, ...]:
    """The members that ordered something: what is on its way counts, what was refused or given up does not."""
    return tuple(entry for entry in members if entry.status not in _NOT_ORDERED)


def names_of(members: Sequence[Entry]) -> dict[str, str]:
    """Which MUL or SKU is which id, as the confirmed orders say: a roster may name by the one what was ordered by the other."""
    items = (item for entry in members if entry.confirmation for item in entry.confirmation.items)
    return {item.code.casefold(): str(item.id) for item in items if item.code and item.id is not None}


def covers(members: Sequence[Entry], wanted: Order) -> bool:
    """Whether the family together ordered just what is wanted."""
    names = names_of(members)
    return _ordered(members, names) == pieces(wanted, names)


def _ordered(members: Sequence[Entry], names: Names) -> Counter[tuple[str, ...]]:
    return sum((pieces(entry.order, names) for entry in ordering(members)), Counter())


def relocated(order: Order, wanted: Order, names: Names) -> Order:
    """The order with the rows its pieces stand on in the roster as it is now; pieces that are gone have none."""
    rows = {instance_key(item.design, one, names): one.origins for item in wanted.designs for one in item.instances}
    logo_rows = {
        (known_as(item.logo.id, item.logo.sku, names), text): origins
        for item in wanted.logos
        for text, origins in _origins(item)
    }
    return replace(
        order,
        designs=tuple(_relocated_design(item, rows, names) for item in order.designs),
        logos=tuple(_relocated_logo(item, logo_rows, names) for item in order.logos),
    )


def _origins(item: LogoItem) -> list[tuple[str, tuple[Origin, ...]]]:
    return [(entry.digit, entry.origins) for entry in item.digits] or [(item.value, item.origins)]


def _relocated_design(item: DesignItem, rows: Mapping[tuple[str, ...], tuple[Origin, ...]], names: Names) -> DesignItem:
    instances = (replace(one, origins=rows.get(instance_key(item.design, one, names), ())) for one in item.instances)
    return replace(item, instances=tuple(instances))


def _relocated_logo(item: LogoItem, rows: Mapping[tuple[str, str], tuple[Origin, ...]], names: Names) -> LogoItem:
    name = known_as(item.logo.id, item.logo.sku, names)
    digits = tuple(replace(entry, origins=rows.get((name, entry.digit), ())) for entry in item.digits)
    return replace(item, digits=digits, origins=rows.get((name, item.value), ()))


def next_reference(identity: Identity, members: Sequence[Entry]) -> str:
    """The reference of the next amendment: `PO-42/2`, `PO-42/3` …; one that ordered nothing is used again."""
    used = {entry.identity.reference for entry in members if entry.status not in _NOT_ORDERED}
    number = 2
    while f"{identity.reference}/{number}" in used:
        number += 1
    return f"{identity.reference}/{number}"


def amendment(wanted: Order, members: Sequence[Entry], reference: str) -> Amendment:
    """Compare what is wanted now with what the family ordered; `members` has at least the first order."""
    names = names_of(members)
    before, now = _ordered(members, names), pieces(wanted, names)
    called = labels(wanted)
    for entry in members:
        called = labels(entry.order) | called
    new = _only(wanted, now - before, names)
    details = replace(wanted.details, reference=reference)
    return Amendment(
        additions=replace(new, details=details) if new.designs or new.logos else None,
        removed=tuple(joined(f"{count} ×", words(what, called)) for what, count in (before - now).items()),
        details=tuple(detail_changes(members[0].order, wanted)),
    )


def _only(wanted: Order, came: Counter[tuple[str, ...]], names: Names) -> Order:
    """The part of the wanted order that came since; every counted piece is in it just once."""
    left = Counter(came)
    designs = (
        replace(item, instances=tuple(_new_instance(item, one, left, names) for one in item.instances))
        for item in wanted.designs
    )
    logos = (_new_logo(item, left, names) for item in wanted.logos)
    return Order(details=wanted.details, designs=_filled(designs), logos=_filled_logos(logos))


def _new_instance(item: DesignItem, one: Instance, left: Counter[tuple[str, ...]], names: Names) -> Instance:
    return replace(one, quantity=_take(left, instance_key(item.design, one, names), one.quantity))


def _new_logo(item: LogoItem, left: Counter[tuple[str, ...]], names: Names) -> LogoItem:
    name = known_as(item.logo.id, item.logo.sku, names)

    def new(text: str, quantity: int, stored: int) -> dict[str, int]:
        return {
            "quantity": _take(left, ("logo", name, text), quantity),
            "storage_quantity": _take(left, ("stored logo", name, text), stored),
        }

    if not item.digits:
        return replace(item, **new(item.value, item.quantity, item.storage_quantity))  # type: ignore[arg-type]  # two whole numbers
    entries = (replace(e, **new(e.digit, e.quantity, e.storage_quantity)) for e in item.digits)  # type: ignore[arg-type]  # as above
    return replace(item, digits=tuple(one for one in entries if one.quantity or one.storage_quantity))


def _take(left: Counter[tuple[str, ...]], key: tuple[str, ...], most: int) -> int:
    taken = min(left[key], most)
    left[key] -= taken
    return taken


def _filled(items: Iterable[DesignItem]) -> tuple[DesignItem, ...]:
    kept = (replace(item, instances=tuple(one for one in item.instances if one.quantity)) for item in items)
    return tuple(item for item in kept if item.instances)


def _filled_logos(items: Iterable[LogoItem]) -> tuple[LogoItem, ...]:
    return tuple(item for item in items if item.quantity or item.storage_quantity or item.digits)
