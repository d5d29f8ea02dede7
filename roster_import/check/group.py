"""Lines -> orders: instances, counted logos and digit entries; quantities are conserved, order of appearance kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from roster_import.model.order import (
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
    PlaceholderValue,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.problem import Origin

T = TypeVar("T")
S = TypeVar("S", DigitEntry, LogoItem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What the order system's documents have a place for, beside what every order says."""

    prices: bool = False
    players: bool = False


def group_lines(
    lines: Sequence[Line], details: Sequence[OrderDetails], catalogue: Catalogue, carried: Carried | None = None
) -> tuple[Order, ...]:
    """One order per reference of `details` that has lines: alike rows become one instance with their quantities added.

    `catalogue` tells which two names mean one design (a title on one row, its MUL on another), and the price of what
    has none on its row.
    """
    grouping = _Grouping(catalogue, carried or Carried())
    orders = (grouping.order(detail, [ln for ln in lines if ln.reference == detail.reference]) for detail in details)
    return tuple(order for order in orders if order.designs or order.logos)


@dataclass(frozen=True, slots=True)
class _Grouping:
    catalogue: Catalogue
    carried: Carried

    def order(self, details: OrderDetails, lines: Sequence[Line]) -> Order:
        return Order(
            details=details,
            designs=_design_items(lines, self),
            logos=_logo_items(lines, self),
        )

    def price(self, line: Line, ref: DesignRef | LogoRef) -> str:
        """The price of one piece: the row's own, else the catalogue's; empty where none is carried or known.

        On a row with a design and a logo the price is the design's.
        """
        if not self.carried.prices:
            return ""
        entry = self.catalogue.entry_of(ref)
        own = "" if isinstance(ref, LogoRef) and line.designs else line.price
        return own or (entry.price if entry and entry.price else "")

    def values(self, line: Line, design: DesignRef) -> tuple[PlaceholderValue, ...]:
        """The values of the row that go with a design: of several designs, with those that may have the placeholder."""
        entry = self.catalogue.entry_of(design)
        return tuple(
            value for value in line.values if entry is None or entry.placeholders.has(value.logo_id) is not False
        )

    def players(self, line: Line) -> tuple[str, ...]:
        return (line.player,) if self.carried.players and line.player else ()


def _design_items(lines: Sequence[Line], grouping: _Grouping) -> tuple[DesignItem, ...]:
    wanted: dict[Hashable, tuple[DesignRef, list[Instance]]] = {}
    for line in lines:
        for design in line.designs:
            _, instances = wanted.setdefault(_identity(design, grouping.catalogue), (design, []))
            instances.append(_instance(line, design, grouping))
    return tuple(DesignItem(design=design, instances=_merged(found)) for design, found in wanted.values())


def _merged(instances: Iterable[Instance]) -> tuple[Instance, ...]:
    return _added_up(
        instances,
        lambda instance: (instance.size, instance.name, instance.number, instance.values, instance.price),
        _add_instances,
    )


def _instance(line: Line, design: DesignRef, grouping: _Grouping) -> Instance:
    bare = design in line.bare
    return Instance(
        size=line.size,
        quantity=line.quantity,
        name="" if bare else line.name,
        number="" if bare else line.number,
        values=grouping.values(line, design),
        price=grouping.price(line, design),
        players=grouping.players(line),
        origins=(line.origin,),
    )


def _logo_items(lines: Sequence[Line], grouping: _Grouping) -> tuple[LogoItem, ...]:
    # A number logo is one item whatever its numbers; any other is one item per text. Prices keep them apart.
    wanted: dict[Hashable, list[LogoItem]] = {}
    for line in lines:
        for logo in line.logos:
            item = replace(_logo_item(line, logo, grouping), price=grouping.price(line, logo))
            key = (_identity(logo, grouping.catalogue), logo.kind is LogoKind.NUMBER, item.value, item.price)
            wanted.setdefault(key, []).append(item)
    return tuple(_one_logo(items) for items in wanted.values())


def _logo_item(line: Line, logo: LogoRef, grouping: _Grouping) -> LogoItem:
    players = grouping.players(line)
    if logo.kind is LogoKind.NUMBER:
        entry = DigitEntry(
            digit=line.number,
            quantity=line.quantity,
            storage_quantity=line.storage_quantity,
            players=players,
            origins=(line.origin,),
        )
        return LogoItem(logo=logo, digits=(entry,), players=players, origins=(line.origin,))
    return LogoItem(
        logo=logo,
        quantity=line.quantity,
        storage_quantity=line.storage_quantity,
        value=line.text or (line.name if logo.kind is LogoKind.NAME else ""),
        players=players,
        origins=(line.origin,),
    )


def _one_logo(items: Sequence[LogoItem]) -> LogoItem:
    (item,) = _added_up(items, lambda one: one.value, _add_stored)
    digits = _added_up((entry for one in items for entry in one.digits), lambda entry: entry.digit, _add_stored)
    storing = (one for one in items if one.storage_quantity or any(entry.storage_quantity for entry in one.digits))
    return replace(item, digits=digits, stored=_once(origin for one in storing for origin in one.origins))


def _added_up(things: Iterable[T], key: Callable[[T], Hashable], add: Callable[[T, T], T]) -> tuple[T, ...]:
    sums: dict[Hashable, T] = {}
    for thing in things:
        first = sums.get(key(thing))
        sums[key(thing)] = thing if first is None else add(first, thing)
    return tuple(sums.values())


def _add_instances(first: Instance, other: Instance) -> Instance:
    return replace(
        first,
        quantity=first.quantity + other.quantity,
        players=tuple(dict.fromkeys((*first.players, *other.players))),
        origins=_once((*first.origins, *other.origins)),
    )


def _add_stored(first: S, other: S) -> S:
    return replace(
        first,
        quantity=first.quantity + other.quantity,
        storage_quantity=first.storage_quantity + other.storage_quantity,
        players=tuple(dict.fromkeys((*first.players, *other.players))),
        origins=_once((*first.origins, *other.origins)),
    )


def _once(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys(origins))


def _identity(ref: DesignRef | LogoRef, catalogue: Catalogue) -> Hashable:
    entry = catalogue.entry_of(ref)
    if entry is not None:
        return (entry.kind, entry.id, entry.code, entry.title)
    return (ref.id, ref.mul if isinstance(ref, DesignRef) else ref.sku)
