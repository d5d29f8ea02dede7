"""A checked file -> what its proof shows: orders, designs, garments sorted by number, each with what is to be said of it.

A garment has room for a little; what is said of many garments, or too much for one, stands below its group once, by a number.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from roster_import.check.group import group_lines
from roster_import.check.not_ordered import not_ordered
from roster_import.check.rules.sizes import size_order
from roster_import.model.catalogue import Catalogue
from roster_import.model.order import Delivery, OrderDetails
from roster_import.place.ledger.entry import canonical
from roster_import.write.proof.kinds import kind_of
from roster_import.write.proof.parts import DesignPart, Garment, LogoPart, OrderPart, Page, Remark, Where

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
    from roster_import.model.problem import Origin, Problem
    from roster_import.model.report import Checked
    from roster_import.write.proof.kinds import Kind

T = TypeVar("T")

LARGE = 20
"""Shirts of a large group: they are drawn smaller on paper, and what is said of several of them is a note."""
_MOST_GARMENTS = 3  # at which one sentence is written out
_MOST_AT_ONE = 2  # sentences written out at one garment
_MOST_LETTERS = 260  # of them together: about as high as the garment and its caption

_NOWHERE = Delivery(name="", address="", zip="", city="", country="")


def proof_page(checked: Checked) -> Page:
    """The page of a checked file; of one with errors what can be drawn all the same."""
    lines = (*checked.draft.lines, *checked.lines)
    orders = checked.orders or _draft_orders(lines, checked.draft.details)
    unfinished = bool(checked.errors) or not orders
    drawn = _Drawn(lines, checked.problems)
    parts = tuple(drawn.order(order) for order in orders)
    return Page(
        file=checked.path.name,
        code=None if unfinished else _code(orders),
        orders=parts,
        problems=checked.problems,
        elsewhere=tuple(problem for problem in checked.problems if drawn.shown.isdisjoint(problem.rows)),
        not_ordered=not_ordered(checked),
    )


def _draft_orders(lines: Sequence[Line], known: Iterable[OrderDetails]) -> tuple[Order, ...]:
    """The orders of lines, with as much of their details as is known."""
    by_reference = {details.reference: details for details in known}
    references = dict.fromkeys(line.reference for line in lines)
    details = [by_reference.get(name, OrderDetails(reference=name, delivery=_NOWHERE)) for name in references]
    return group_lines(lines, details, Catalogue())


def _code(orders: Iterable[Order]) -> str:
    """A few letters by which a signed sheet of paper is compared with what is ordered."""
    digest = hashlib.sha256("\n".join(map(canonical, orders)).encode("utf-8", "surrogatepass")).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"


class _Drawn:
    """Makes the parts of a page, with the problems and players of their rows; `shown` are the rows that came to be."""

    def __init__(self, lines: Iterable[Line], problems: Sequence[Problem]) -> None:
        self.shown: set[Origin] = set()
        self._names = {letter: count(1) for letter in "sdl"}
        self._notes = count(1)
        self._order = {problem: at for at, problem in enumerate(problems)}
        self._lines = _by_origin((line.origin, line) for line in lines if line.player)
        self._problems = _by_origin((origin, problem) for problem in problems for origin in problem.rows)

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
        kind = kind_of(item.design)
        garments = tuple(self._garment(instance, item.design.label, kind) for instance in instances)
        return DesignPart(
            anchor=self._anchor("d"),
            design=item.design,
            garments=garments,
            sizes=_sizes(instances),
            remarks=remarks(garments, self._order, self._notes),
        )

    def _garment(self, instance: Instance, design: str, kind: Kind) -> Garment:
        return Garment(
            anchor=self._anchor(),
            design=design,
            kind=kind,
            name=instance.name,
            number=instance.number,
            size=instance.size,
            quantity=instance.quantity,
            values=instance.values,
            players=self._players(instance),
            origins=instance.origins,
            problems=self._said(instance.origins),
        )

    def _logo(self, item: LogoItem) -> Iterator[LogoPart]:
        for entry in sorted(item.digits, key=lambda entry: _number_order(entry.digit)):
            yield self._logo_part(item.logo, entry.digit, entry.quantity, entry.storage_quantity, entry.origins)
        if not item.digits:
            yield self._logo_part(item.logo, item.value, item.quantity, item.storage_quantity, item.origins)

    def _logo_part(
        self, logo: LogoRef, printed: str, quantity: int, storage_quantity: int, origins: tuple[Origin, ...]
    ) -> LogoPart:
        drawn = all(origin in self.shown for origin in origins)  # then it is said at the garment of the same row
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

    def _players(self, instance: Instance) -> tuple[str, ...]:
        """Whose it is: of those side by side in a row, who asked for it."""
        of_rows = (instance.among(self._lines.get(origin, [])) for origin in instance.origins)
        return tuple(dict.fromkeys(line.player for lines in of_rows for line in lines))

    def _anchor(self, letter: str = "s") -> str:
        return f"{letter}{next(self._names[letter])}"


def _by_origin(pairs: Iterable[tuple[Origin, T]]) -> dict[Origin, list[T]]:
    things: dict[Origin, list[T]] = {}
    for origin, thing in pairs:
        things.setdefault(origin, []).append(thing)
    return things


def _once(known: Mapping[Origin, Sequence[T]], origins: Iterable[Origin]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(thing for origin in origins for thing in known.get(origin, ())))


def _by_number(instance: Instance) -> tuple[object, ...]:
    """By number as people count, 7 before 07 before 10, those without a number last; then by name, then by size."""
    name = instance.name
    return (*_number_order(instance.number), not name, name.casefold(), size_order(instance.size))


def _number_order(number: str) -> tuple[object, ...]:
    digits = number.isascii() and number.isdigit()
    value = int(number) if digits and len(number) < 20 else 0
    return (0 if digits else 1 if number else 2, value, len(number), number)


def _sizes(instances: Iterable[Instance]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for instance in instances:
        counts[instance.size] = counts.get(instance.size, 0) + instance.quantity
    return tuple(sorted(counts.items(), key=lambda pair: size_order(pair[0])))


# ---------------------------------------------------------------------------- what is said of a group, and where


def remarks(
    parts: Sequence[Garment | LogoPart], order: Mapping[Problem, int], numbers: Iterator[int]
) -> tuple[Remark, ...]:
    """What is said of the parts of a group, errors first, then in the order of the file; `numbers` are those of notes."""
    anchors = _gathered(parts)
    first = sorted(anchors, key=lambda problems: (problems[0].level != "error", order[problems[0]]))
    room = {part.anchor: (_MOST_AT_ONE, _MOST_LETTERS) for part in parts}
    most = _MOST_GARMENTS if len(parts) < LARGE else 1  # words beside many garments would leave the page mostly white
    return tuple(_placed(_remark(problems, anchors[problems]), room, numbers, most=most) for problems in first)


def said_at(remarks: Iterable[Remark], anchor: str) -> tuple[Remark, ...]:
    """What is said of one drawing alone, or of it and some others."""
    return tuple(remark for remark in remarks if anchor in remark.anchors and remark.where is not Where.GROUP)


def _gathered(parts: Iterable[Garment | LogoPart]) -> dict[tuple[Problem, ...], tuple[str, ...]]:
    """The problems of the parts, those with the same words together, and the names of the drawings they are about."""
    problems: dict[tuple[str, str, str], dict[Problem, None]] = {}
    anchors: dict[tuple[str, str, str], dict[str, None]] = {}
    for part in parts:
        for problem in part.problems:
            words = (problem.level, problem.code, str(problem.message))
            problems.setdefault(words, {})[problem] = None
            anchors.setdefault(words, {})[part.anchor] = None
    return {tuple(problems[words]): tuple(anchors[words]) for words in problems}


def _remark(problems: Sequence[Problem], anchors: tuple[str, ...]) -> Remark:
    first = problems[0]
    places = tuple(dict.fromkeys(problem.place for problem in problems if problem.place))
    return Remark(level=first.level, message=first.message, places=places, anchors=anchors)


def _placed(remark: Remark, room: dict[str, tuple[int, int]], numbers: Iterator[int], *, most: int) -> Remark:
    many = len(remark.anchors) > most
    if len(remark.anchors) > _MOST_GARMENTS and len(remark.anchors) == len(room):
        return replace(remark, where=Where.GROUP)
    letters = len(remark.message)
    if many or any(room[anchor][0] == 0 or room[anchor][1] < letters for anchor in remark.anchors):
        return replace(remark, where=Where.NOTE, number=next(numbers))
    for anchor in remark.anchors:
        count, left = room[anchor]
        room[anchor] = (count - 1, left - letters)
    return remark
