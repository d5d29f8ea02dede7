"""Lines -> orders: instances, counted logos and digit entries; quantities are conserved, order of appearance kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from roster_import.model.by_column import gathered
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
    from collections.abc import Hashable, Iterable, Sequence

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.problem import Origin

T = TypeVar("T")
_Wanted = tuple[str, str, str, tuple[PlaceholderValue, ...], str]
"""What is alike of all garments of one instance: size, name, number, values and price."""


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
    of_order = gathered((line.reference for line in lines), lines)
    orders = (grouping.order(detail, of_order.get(detail.reference, ())) for detail in details)
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

    def players(self, lines: Iterable[Line]) -> tuple[str, ...]:
        """Who the rows are for, each once."""
        return _once(line.player for line in lines if line.player) if self.carried.players else ()


def _design_items(lines: Sequence[Line], grouping: _Grouping) -> tuple[DesignItem, ...]:
    wanted: dict[Hashable, tuple[DesignRef, defaultdict[_Wanted, list[Line]]]] = {}
    known: dict[int, defaultdict[_Wanted, list[Line]]] = {}  # by the very object: lines that say alike share theirs
    priced = grouping.carried.prices
    for line in lines:
        for design in line.designs:
            instances = known.get(id(design))
            if instances is None:
                _, instances = wanted.setdefault(_identity(design, grouping.catalogue), (design, defaultdict(list)))
                known[id(design)] = instances
            name = "" if line.nameless and design in line.nameless else line.name
            number = "" if line.numberless and design in line.numberless else line.number
            values = grouping.values(line, design) if line.values else ()
            what = (line.size, name, number, values, grouping.price(line, design) if priced else "")
            instances[what].append(line)
    return tuple(
        DesignItem(
            design=design, instances=tuple(_instance(what, lines, grouping) for what, lines in instances.items())
        )
        for design, instances in wanted.values()
    )


def _instance(what: _Wanted, lines: Sequence[Line], grouping: _Grouping) -> Instance:
    size, name, number, values, price = what
    return Instance(
        size=size,
        quantity=sum(line.quantity for line in lines),
        name=name,
        number=number,
        values=values,
        price=price,
        players=grouping.players(lines),
        origins=_origins(lines),
    )


def _logo_items(lines: Sequence[Line], grouping: _Grouping) -> tuple[LogoItem, ...]:
    # A number logo is one item whatever its numbers; any other is one item per text. Prices keep them apart.
    wanted: dict[Hashable, tuple[LogoRef, list[Line]]] = {}
    for line in lines:
        for logo in line.logos:
            is_number, price = logo.kind is LogoKind.NUMBER, grouping.price(line, logo)
            key = (_identity(logo, grouping.catalogue), is_number, _value(line, logo), price)
            wanted.setdefault(key, (logo, []))[1].append(line)
    return tuple(_logo_item(logo, lines, grouping) for logo, lines in wanted.values())


def _value(line: Line, logo: LogoRef) -> str:
    if logo.kind is LogoKind.NUMBER:
        return ""
    return line.text or (line.name if logo.kind is LogoKind.NAME else "")


def _logo_item(logo: LogoRef, lines: Sequence[Line], grouping: _Grouping) -> LogoItem:
    counted = () if logo.kind is LogoKind.NUMBER else lines
    return LogoItem(
        logo=logo,
        quantity=sum(line.quantity for line in counted),
        storage_quantity=sum(line.storage_quantity for line in counted),
        value=_value(lines[0], logo),
        digits=() if counted else _digits(lines, grouping),
        price=grouping.price(lines[0], logo),
        players=grouping.players(lines),
        origins=_origins(lines),
        stored=_origins([line for line in lines if line.storage_quantity]),
    )


def _digits(lines: Sequence[Line], grouping: _Grouping) -> tuple[DigitEntry, ...]:
    of_number = gathered((line.number for line in lines), lines)
    return tuple(
        DigitEntry(
            digit=number,
            quantity=sum(line.quantity for line in wanting),
            storage_quantity=sum(line.storage_quantity for line in wanting),
            players=grouping.players(wanting),
            origins=_origins(wanting),
        )
        for number, wanting in of_number.items()
    )


def _origins(lines: Sequence[Line]) -> tuple[Origin, ...]:
    origins = [line.origin for line in lines]
    return tuple(origins) if len({origin.row for origin in origins}) == len(origins) else _once(origins)


def _once(things: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(things))


def _identity(ref: DesignRef | LogoRef, catalogue: Catalogue) -> Hashable:
    entry = catalogue.entry_of(ref)
    if entry is not None:
        return (entry.kind, entry.id, entry.code, entry.title)
    return (ref.id, ref.mul if isinstance(ref, DesignRef) else ref.sku)
