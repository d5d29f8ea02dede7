"""Lines -> orders: instances, counted logos and digit entries; quantities are conserved, order of appearance kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from roster_import.model import (
    DesignItem,
    DesignRef,
    DigitEntry,
    Instance,
    Line,
    LogoItem,
    LogoKind,
    LogoRef,
    Order,
    OrderDetails,
    Origin,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from roster_import.catalogue import Catalogue

T = TypeVar("T")
S = TypeVar("S", DigitEntry, LogoItem)


def group_lines(lines: Sequence[Line], details: Sequence[OrderDetails], catalogue: Catalogue) -> tuple[Order, ...]:
    """One order per reference of `details` that has lines: alike rows become one instance with their quantities added.

    `catalogue` tells which two names mean one design (a title on one row, its MUL on another).
    """
    orders = (_order(detail, [ln for ln in lines if ln.reference == detail.reference], catalogue) for detail in details)
    return tuple(order for order in orders if order.designs or order.logos)


def _order(details: OrderDetails, lines: Sequence[Line], catalogue: Catalogue) -> Order:
    return Order(details=details, designs=_design_items(lines, catalogue), logos=_logo_items(lines, catalogue))


def _design_items(lines: Sequence[Line], catalogue: Catalogue) -> tuple[DesignItem, ...]:
    wanted: dict[Hashable, tuple[DesignRef, list[Instance]]] = {}
    for line in lines:
        for design in line.designs:
            _, instances = wanted.setdefault(_identity(design, catalogue), (design, []))
            instances.append(_instance(line, bare=design in line.bare))
    return tuple(DesignItem(design=design, instances=_merged(found)) for design, found in wanted.values())


def _merged(instances: Iterable[Instance]) -> tuple[Instance, ...]:
    return _added_up(instances, lambda one: (one.size, one.name, one.number, one.values), _add_instances)


def _instance(line: Line, *, bare: bool) -> Instance:
    return Instance(
        size=line.size,
        quantity=line.quantity,
        name="" if bare else line.name,
        number="" if bare else line.number,
        values=line.values,
        origins=(line.origin,),
    )


def _logo_items(lines: Sequence[Line], catalogue: Catalogue) -> tuple[LogoItem, ...]:
    # A number logo is one item whatever its numbers; any other is one item per text.
    wanted: dict[Hashable, list[LogoItem]] = {}
    for line in lines:
        for logo in line.logos:
            item = _logo_item(line, logo)
            wanted.setdefault((_identity(logo, catalogue), logo.kind is LogoKind.NUMBER, item.value), []).append(item)
    return tuple(_one_logo(items) for items in wanted.values())


def _logo_item(line: Line, logo: LogoRef) -> LogoItem:
    if logo.kind is LogoKind.NUMBER:
        entry = DigitEntry(
            digit=line.number,
            quantity=line.quantity,
            storage_quantity=line.storage_quantity,
            origins=(line.origin,),
        )
        return LogoItem(logo=logo, digits=(entry,), origins=(line.origin,))
    return LogoItem(
        logo=logo,
        quantity=line.quantity,
        storage_quantity=line.storage_quantity,
        value=line.text or (line.name if logo.kind is LogoKind.NAME else ""),
        origins=(line.origin,),
    )


def _one_logo(items: Sequence[LogoItem]) -> LogoItem:
    (item,) = _added_up(items, lambda one: one.value, _add_stored)
    digits = _added_up((entry for one in items for entry in one.digits), lambda entry: entry.digit, _add_stored)
    return replace(item, digits=digits)


def _added_up(things: Iterable[T], key: Callable[[T], Hashable], add: Callable[[T, T], T]) -> tuple[T, ...]:
    found: dict[Hashable, T] = {}
    for thing in things:
        first = found.get(key(thing))
        found[key(thing)] = thing if first is None else add(first, thing)
    return tuple(found.values())


def _add_instances(one: Instance, other: Instance) -> Instance:
    return replace(one, quantity=one.quantity + other.quantity, origins=_once((*one.origins, *other.origins)))


def _add_stored(one: S, other: S) -> S:
    return replace(
        one,
        quantity=one.quantity + other.quantity,
        storage_quantity=one.storage_quantity + other.storage_quantity,
        origins=_once((*one.origins, *other.origins)),
    )


def _once(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys(origins))


def _identity(ref: DesignRef | LogoRef, catalogue: Catalogue) -> Hashable:
    entry = catalogue.entry_of(ref)
    if entry is not None:
        return (entry.kind, entry.id, entry.code, entry.title)
    return (ref.id, ref.mul if isinstance(ref, DesignRef) else ref.sku)
