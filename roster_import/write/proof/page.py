"""A checked file -> what its proof shows: orders, designs, shirts sorted by number, each with what is to be said of it."""

from __future__ import annotations

import hashlib
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from roster_import.check.draft import Draft
from roster_import.check.group import group_lines
from roster_import.check.rules.sizes import size_order
from roster_import.model.catalogue import Catalogue
from roster_import.model.order import Delivery, OrderDetails
from roster_import.model.problem import Origin
from roster_import.place.entry import canonical
from roster_import.write.proof.parts import DesignPart, LogoPart, OrderPart, Page, Shirt
from roster_import.write.proof.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.model.order import (
        DesignItem,
        Instance,
        Line,
        LogoItem,
        LogoRef,
        Order,
    )
    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked

T = TypeVar("T")

_NOWHERE = Delivery(name="", address="", zip="", city="", country="")


def proof_page(checked: Checked, draft: Draft | None = None) -> Page:
    """The page of a checked file; where it has errors, `draft` is what can be drawn all the same."""
    drafted = draft or Draft()
    lines = (*drafted.lines, *checked.lines)
    orders = checked.orders or _draft_orders(lines, drafted.details)
    unfinished = bool(checked.errors) or not orders
    drawn = _Drawn(lines, checked.problems)
    parts = tuple(drawn.order(order) for order in orders)
    return Page(
        file=checked.path.name,
        code=None if unfinished else _code(orders),
        orders=parts,
        problems=checked.problems,
        elsewhere=tuple(problem for problem in checked.problems if drawn.shown.isdisjoint(_origins(problem))),
    )


def _draft_orders(lines: Sequence[Line], known: Iterable[OrderDetails]) -> tuple[Order, ...]:
    """The orders of lines, with as much of their details as is known."""
    found = {one.reference: one for one in known}
    references = dict.fromkeys(line.reference for line in lines)
    details = [found.get(name, OrderDetails(reference=name, delivery=_NOWHERE)) for name in references]
    return group_lines(lines, details, Catalogue())


def _code(orders: Iterable[Order]) -> str:
    """A few letters by which a signed sheet of paper is compared with what is ordered."""
    digest = hashlib.sha256("\n".join(map(canonical, orders)).encode("utf-8", "surrogatepass")).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"


def _origins(problem: Problem) -> tuple[Origin, ...]:
    """Every row a problem is about; none where it is about a column, a sheet or the file."""
    own = (Origin(sheet=problem.sheet, row=problem.row),) if problem.sheet and problem.row else ()
    return (*own, *problem.also)


class _Drawn:
    """Makes the parts of a page, with the problems and players of their rows; `shown` are the rows that came to be."""

    def __init__(self, lines: Iterable[Line], problems: Sequence[Problem]) -> None:
        self.shown: set[Origin] = set()
        self._names = {letter: count(1) for letter in "sdl"}
        self._notes = count(1)
        self._order = {problem: at for at, problem in enumerate(problems)}
        self._players = _by_origin((line.origin, line.player) for line in lines if line.player)
        self._problems = _by_origin((origin, problem) for problem in problems for origin in _origins(problem))

    def order(self, order: Order) -> OrderPart:
        designs = tuple(map(self._design, order.designs))
        logos = tuple(part for item in order.logos for part in self._logo(item))
        return OrderPart(
            reference=order.reference,
            details=order.details if order.details.delivery is not _NOWHERE else None,
            designs=designs,
            logos=logos,
            logos_anchor=self._anchor("l"),
            remarks=remarks(logos, self._order, self._notes),
        )

    def _design(self, item: DesignItem) -> DesignPart:
        instances = sorted(item.instances, key=_by_number)
        shirts = tuple(self._shirt(one, item.design.label) for one in instances)
        return DesignPart(
            anchor=self._anchor("d"),
            design=item.design,
            shirts=shirts,
            sizes=_sizes(instances),
            remarks=remarks(shirts, self._order, self._notes),
        )

    def _shirt(self, one: Instance, design: str) -> Shirt:
        return Shirt(
            anchor=self._anchor(),
            design=design,
            name=one.name,
            number=one.number,
            size=one.size,
            quantity=one.quantity,
            values=one.values,
            players=_once(self._players, one.origins),
            origins=one.origins,
            problems=self._said(one.origins),
        )

    def _logo(self, item: LogoItem) -> Iterator[LogoPart]:
        for entry in sorted(item.digits, key=lambda entry: _number_order(entry.digit)):
            yield self._logo_part(item.logo, entry.digit, entry.quantity, entry.storage_quantity, entry.origins)
        if not item.digits:
            yield self._logo_part(item.logo, item.value, item.quantity, item.storage_quantity, item.origins)

    def _logo_part(
        self, logo: LogoRef, printed: str, quantity: int, storage_quantity: int, origins: tuple[Origin, ...]
    ) -> LogoPart:
        drawn = all(origin in self.shown for origin in origins)  # then it is said at the shirt of the same row
        return LogoPart(
            anchor=self._anchor(),
            logo=logo,
            printed=printed,
            quantity=quantity,
            storage_quantity=storage_quantity,
            origins=origins,
            problems=() if drawn else self._said(origins),
        )

    def _said(self, origins: tuple[Origin, ...]) -> tuple[Problem, ...]:
        self.shown.update(origins)
        return _once(self._problems, origins)

    def _anchor(self, letter: str = "s") -> str:
        return f"{letter}{next(self._names[letter])}"


def _by_origin(pairs: Iterable[tuple[Origin, T]]) -> dict[Origin, list[T]]:
    found: dict[Origin, list[T]] = {}
    for origin, thing in pairs:
        found.setdefault(origin, []).append(thing)
    return found


def _once(known: Mapping[Origin, Sequence[T]], origins: Iterable[Origin]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(thing for origin in origins for thing in known.get(origin, ())))


def _by_number(one: Instance) -> tuple[object, ...]:
    """By number as people count, 7 before 07 before 10, those without a number last; then by name, then by size."""
    return (*_number_order(one.number), not one.name, one.name.casefold(), size_order(one.size))


def _number_order(number: str) -> tuple[object, ...]:
    digits = number.isascii() and number.isdigit()
    value = int(number) if digits and len(number) < 20 else 0
    return (0 if digits else 1 if number else 2, value, len(number), number)


def _sizes(instances: Iterable[Instance]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for one in instances:
        counts[one.size] = counts.get(one.size, 0) + one.quantity
    return tuple(sorted(counts.items(), key=lambda pair: size_order(pair[0])))
