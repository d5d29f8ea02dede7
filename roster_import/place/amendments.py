"""A roster that was ordered and then changed: what came, to be ordered, and what went, which only a person can undo.

An amendment is an order of its own, linked in the ledger to the order it adds to; its reference is derived from that one's,
`PO-42/2`. The first order and all its amendments are a family, and what the family ordered together is what is compared
with the roster.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from roster_import.language.messages import joined, say, within
from roster_import.model.order import Order, normal_reference, normal_size
from roster_import.model.sheets import ORDER
from roster_import.place.ledger.entry import as_document
from roster_import.place.next_step import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from roster_import.model.order import DesignItem, DesignRef, Instance, LogoItem, LogoRef
    from roster_import.model.placement import ConfirmedItem
    from roster_import.model.problem import Origin
    from roster_import.place.ledger.entry import Entry, Identity


_ORDERED = (Standing.SENDING, Standing.PENDING, Standing.COMPLETED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What is left to do for one changed order.

    `additions` is the order to place for what came, None where nothing did. `removed` are the pieces that were ordered
    and are not wanted any more, `details` what changed beside the pieces: neither can be taken back by a program.
    `unclear`: what came may be what went under another name, which only the confirmation of what is on its way tells.
    """

    additions: Order | None
    removed: tuple[str, ...]
    details: tuple[str, ...]
    unclear: bool = False


def family(first: Entry, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """An order and what stands of each of its amendments, the first order first."""
    amendments = {entry.identity.name: entry for entry in entries if entry.amends == first.id}
    return (first, *sorted(amendments.values(), key=lambda entry: entry.id))


def ordering(members: Sequence[Entry]) -> tuple[Entry, ...]:
    """The members that ordered something: what is on its way counts, what was refused or given up does not."""
    return tuple(entry for entry in members if entry.standing in _ORDERED)


def names_of(members: Sequence[Entry], *orders: Order) -> dict[str, str]:
    """Which MUL or SKU is which id, as the confirmed orders and the orders themselves say."""
    items = (item for entry in members if entry.confirmation for item in entry.confirmation.items)
    confirmed = {item.code.casefold(): str(item.id) for item in items if item.code and item.id is not None}
    return {**names_in(*(entry.order for entry in members), *orders), **confirmed}


def with_what_stands_beside(
    members: Sequence[Entry], wanted: Order, beyond: Callable[[Entry], Iterable[ConfirmedItem]]
) -> tuple[Entry, ...]:
    """The members as those of all that is wanted now and stands in their orders, though it was not sent with them.

    A key or name may have been answered with a colleague's order, which has ours and more: what stands there `beyond` what
    was sent is not ordered once more when it comes onto the roster, too.
    """
    names = names_of(members, wanted)
    came = pieces(wanted, names) - _ordered(members, names)
    widened = []
    for entry in members:
        there = _standing(beyond(entry), came, names) if came and entry in ordering(members) else Counter()
        widened.append(_with_pieces(entry, _only(wanted, there, names)) if there else entry)
        came -= there
    return tuple(widened)


def _standing(items: Iterable[ConfirmedItem], came: Counter[tuple[str, ...]], names: Names) -> Counter[tuple[str, ...]]:
    """How many of the pieces that came are among these."""
    there: Counter[tuple[str, ...]] = Counter()
    for item in items:
        left = item.quantity
        for key in filter(partial(_is_called, item, names), came):
            taken = min(left, came[key] - there[key])
            there[key] += taken
            left -= taken
    return +there


def _with_pieces(entry: Entry, more: Order) -> Entry:
    designs, logos = (*entry.order.designs, *more.designs), (*entry.order.logos, *more.logos)
    return replace(entry, order=replace(entry.order, designs=designs, logos=logos))


def _is_called(item: ConfirmedItem, names: Names, key: tuple[str, ...]) -> bool:
    """Whether a confirmed item is a piece of that kind."""
    kind, thing, *said = key
    if kind != item.kind or thing != known_as(item.id, item.code, names):
        return False
    if kind == "logo":
        return said == [item.value]
    size, name, number, values = said
    # The value of a placeholder may come back as the name or the number.
    also = ["", *(value.partition("=")[2] for value in values.split(", "))]
    as_said = all(
        confirmed == wanted or (not wanted and confirmed in also)
        for confirmed, wanted in ((item.name, name), (item.number, number))
    )
    return as_said and size == normal_size(item.size)


def covers(members: Sequence[Entry], wanted: Order) -> bool:
    """Whether the family together ordered just what is wanted."""
    names = names_of(members, wanted)
    return _ordered(members, names) == pieces(wanted, names)


def _ordered(members: Sequence[Entry], names: Names) -> Counter[tuple[str, ...]]:
    return sum((pieces(entry.order, names) for entry in ordering(members)), Counter())


def relocated(order: Order, wanted: Order, names: Names) -> Order:
    """The order with the rows its pieces stand on in the roster as it is now; pieces that are gone have none."""
    rows = {
        instance_key(item.design, instance, names): instance.origins
        for item in wanted.designs
        for instance in item.instances
    }
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
    instances = (
        replace(instance, origins=rows.get(instance_key(item.design, instance, names), ()))
        for instance in item.instances
    )
    return replace(item, instances=tuple(instances))


def _relocated_logo(item: LogoItem, rows: Mapping[tuple[str, str], tuple[Origin, ...]], names: Names) -> LogoItem:
    name = known_as(item.logo.id, item.logo.sku, names)
    digits = tuple(replace(entry, origins=rows.get((name, entry.digit), ())) for entry in item.digits)
    return replace(item, digits=digits, origins=rows.get((name, item.value), ()))


def next_reference(identity: Identity, entries: Iterable[Entry], *, beside: bool) -> str:
    """The reference of the next amendment: `PO-42/2`, `PO-42/3` …; one that ordered nothing is used again.

    `beside`: one that stands for another order in the order system is left to that.
    """
    open_ = {Standing.NOTHING, Standing.REFUSED, Standing.FAILED, *(() if beside else (Standing.USED,))}
    taken = {entry.identity.name for entry in entries if entry.standing not in open_}
    number = 2
    while replace(identity, reference=f"{identity.reference}/{number}").name in taken:
        number += 1
    return f"{identity.reference}/{number}"


def amendment(wanted: Order, members: Sequence[Entry], reference: str) -> Amendment:
    """Compare what is wanted now with what the family ordered; `members` has at least the first order."""
    names = names_of(members, wanted)
    before, now = _ordered(members, names), pieces(wanted, names)
    called = labels(wanted, names)
    for entry in members:
        called = labels(entry.order, names) | called
    new = _only(wanted, now - before, names)
    details = replace(wanted.details, reference=reference)
    return Amendment(
        additions=replace(new, details=details) if new.designs or new.logos else None,
        removed=tuple(joined(f"{count} ×", words(what, called)) for what, count in (before - now).items()),
        details=tuple(detail_changes(members[0].order, wanted)),
        unclear=_may_be_one(now - before, before - now) and not all(map(_is_named_both_ways, ordering(members))),
    )


def _is_named_both_ways(entry: Entry) -> bool:
    """Whether the order system has said of everything in an order what its id is and what its code."""
    items = entry.confirmation.items if entry.confirmation else ()
    return bool(items) and all(item.id is not None and item.code for item in items)


def _may_be_one(came: Counter[tuple[str, ...]], went: Counter[tuple[str, ...]]) -> bool:
    """Whether something that came may be what went, called by its code instead of its id."""
    kinds = [{(kind.split()[-1], name.isdigit()) for kind, name, *_ in counted} for counted in (came, went)]
    return any((kind, not by_id) in kinds[1] for kind, by_id in kinds[0])


def _only(wanted: Order, came: Counter[tuple[str, ...]], names: Names) -> Order:
    """The part of the wanted order that came since; every counted piece is in it just once."""
    left = Counter(came)
    designs = (
        replace(item, instances=tuple(_new_instance(item, instance, left, names) for instance in item.instances))
        for item in wanted.designs
    )
    logos = (_new_logo(item, left, names) for item in wanted.logos)
    return Order(details=wanted.details, designs=_filled(designs), logos=_filled_logos(logos))


def _new_instance(item: DesignItem, instance: Instance, left: Counter[tuple[str, ...]], names: Names) -> Instance:
    key = instance_key(item.design, instance, names)
    return replace(instance, quantity=_take(left, key, instance.quantity))


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
    return replace(item, digits=tuple(entry for entry in entries if entry.quantity or entry.storage_quantity))


def _take(left: Counter[tuple[str, ...]], key: tuple[str, ...], most: int) -> int:
    taken = min(left[key], most)
    left[key] -= taken
    return taken


def _filled(items: Iterable[DesignItem]) -> tuple[DesignItem, ...]:
    kept = (
        replace(item, instances=tuple(instance for instance in item.instances if instance.quantity)) for item in items
    )
    return tuple(item for item in kept if item.instances)


def _filled_logos(items: Iterable[LogoItem]) -> tuple[LogoItem, ...]:
    return tuple(item for item in items if item.quantity or item.storage_quantity or item.digits)


# ------------------------------------------------------------------------------------- what differs between two orders


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


def goods_mark(order: Order) -> str:
    """What is the same for all orders that are the `same_goods`: a short text, by which they are found among many.

    Designs and logos have no part in it, as one may be named by its id here and by its code there.
    """
    counted: Counter[tuple[str, ...]] = Counter()
    for (kind, _, *said), count in pieces(order).items():
        counted[(kind, *said)] += count
    told = [as_document(order.details.delivery), sorted(counted.items())]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def same_goods(before: Order, after: Order) -> bool:
    """Whether two orders are for the same pieces, named and numbered alike, and go to the same place; see `goods_mark`."""
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
