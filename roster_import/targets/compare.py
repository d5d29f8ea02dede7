"""What a confirmed order does not have as it was sent, compared as multisets and named row by row.

An order system may merge equal items, change their order and leave out what it did not use, so items are matched by
what they say: first those that agree wholly, then those that agree most.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from itertools import combinations, product
from typing import TYPE_CHECKING, TypeVar

from roster_import.language.messages import joined, say, templates
from roster_import.model.order import LogoRef, normal_reference
from roster_import.model.placement import Difference
from roster_import.model.sheets import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.model.order import DesignRef, Instance, LogoItem, Order
    from roster_import.model.placement import Confirmation, ConfirmedItem
    from roster_import.model.problem import Origin

R = TypeVar("R", "DesignRef", "LogoRef")
I = TypeVar("I")  # noqa: E741 - an item, beside R, what names it

_FIELDS = ("size", "name", "number")
_Key = tuple["str | None", ...]  # what each of the fields says, None where that does not matter
_LABELS = {
    column.key.removeprefix("delivery-").replace("-", "_"): column.heading
    for column in ORDER.columns
    if column.key.startswith("delivery-")
}
_GONE = templates(
    {
        "size": "the size {value} of {count} × {pieces} is not in the confirmed order.",
        "name": "the name {value} of {count} × {pieces} is not in the confirmed order.",
        "number": "the number {value} of {count} × {pieces} is not in the confirmed order.",
    }
)
_CAME = templates(
    {
        "size": "{count} × {pieces} was sent without a size, the confirmed order has {value}.",
        "name": "{count} × {pieces} was sent without a name, the confirmed order has {value}.",
        "number": "{count} × {pieces} was sent without a number, the confirmed order has {value}.",
    }
)
_OTHER = templates(
    {
        "size": "the size {value} of {count} × {pieces} is {confirmed} in the confirmed order.",
        "name": "the name {value} of {count} × {pieces} is {confirmed} in the confirmed order.",
        "number": "the number {value} of {count} × {pieces} is {confirmed} in the confirmed order.",
    }
)
_DELIVERY = (
    ("name", "name"),
    ("address", "address"),
    ("zip", "zip"),
    ("city", "city"),
    ("country", "country"),
    ("contact_person", "contactPerson"),
)


@dataclass(slots=True, kw_only=True)
class _Wanted:
    """Pieces sent alike, and how many of them are still to be found in the confirmed order."""

    says: dict[str, str]
    left: int
    also: frozenset[str]  # placeholder values, which may be echoed as the name or the number
    origins: tuple[Origin, ...]

    def agrees(self, name: str, value: str) -> bool:
        return self.says[name] == value or (name != "size" and value in self.also)


@dataclass(slots=True, kw_only=True)
class _Confirmed:
    """Pieces confirmed alike, at which place of the order, and how many of them are not yet matched."""

    at: int
    item: ConfirmedItem
    says: dict[str, str]
    left: int


@dataclass(slots=True)
class _Notes:
    """The differences of one design, as they are found."""

    label: str
    differences: list[Difference] = field(default_factory=list)

    def add(
        self,
        what: str,
        sent: str | None,
        confirmed: str | None,
        message: str,
        origins: tuple[Origin, ...],
        beyond: ConfirmedItem | None = None,
    ) -> None:
        said = joined(self.label, message, between=": ")
        self.differences.append(
            Difference(what=what, sent=sent, confirmed=confirmed, message=said, origins=origins, beyond=beyond)
        )


def differences(order: Order, confirmation: Confirmation) -> tuple[Difference, ...]:
    """Every difference between an order as sent and as confirmed: designs, then logos, then the order itself."""
    different = [*_reference(order, confirmation), *_delivery(order, confirmation)]
    claimed: set[int] = set()
    items = _Items("design", confirmation.items)
    for designs, mine in _together([(item.design, item) for item in order.designs], items, claimed):
        instances = [instance for _, item in designs for instance in item.instances]
        different += _compare_design(designs[0][0], instances, mine)
    items = _Items("logo", confirmation.items)
    for logos, mine in _together([(item.logo, item) for item in order.logos], items, claimed):
        different += _compare_logo(logos[0][0], [item for _, item in logos], mine)
    return (*different, *(_unasked(item) for at, item in enumerate(confirmation.items) if at not in claimed))


class _Items:
    """The designs, or the logos, of a confirmed order by their ids and codes."""

    def __init__(self, kind: str, items: Sequence[ConfirmedItem]) -> None:
        self.all = items
        self._by_id: dict[int | None, list[int]] = {}
        self._by_code: dict[str, list[int]] = {}
        for at, item in enumerate(items):
            if item.kind == kind:
                self._by_id.setdefault(item.id, []).append(at)
                self._by_code.setdefault((item.code or "").casefold(), []).append(at)

    def named(self, ref: DesignRef | LogoRef) -> Sequence[int]:
        """Where those stand that are what was sent."""
        if ref.id is not None:
            return self._by_id.get(ref.id, ())
        code = ref.sku if isinstance(ref, LogoRef) else ref.mul
        return self._by_code.get((code or "").casefold(), ())


def _together(
    named: Sequence[tuple[R, I]], items: _Items, claimed: set[int]
) -> Iterator[tuple[list[tuple[R, I]], list[ConfirmedItem]]]:
    """What was sent under several names for one thing (its id on one row, its code on another), and what came of it."""
    groups: dict[object, list[tuple[R, I]]] = {}
    for ref, sent in named:
        first = next((items.all[at] for at in items.named(ref)), None)
        groups.setdefault((first.id, first.code) if first else ref, []).append((ref, sent))
    for group in groups.values():
        mine = sorted({at for ref, _ in group for at in items.named(ref)})
        claimed.update(mine)
        yield group, [items.all[at] for at in mine]


# ---------------------------------------------------------------------------------------------------- the order


def _reference(order: Order, confirmation: Confirmation) -> Iterable[Difference]:
    confirmed = confirmation.reference
    if confirmed is not None and normal_reference(confirmed) != normal_reference(order.reference):
        message = say(
            "Reference {sent!r} was sent, {confirmed!r} is confirmed.",
            sent=order.reference,
            confirmed=confirmation.reference,
        )
        yield Difference(what="reference", sent=order.reference, confirmed=confirmation.reference, message=message)


def _delivery(order: Order, confirmation: Confirmation) -> Iterable[Difference]:
    for name, key in _DELIVERY:
        sent, confirmed = getattr(order.details.delivery, name) or "", confirmation.delivery.get(key, "")
        if confirmation.delivery and " ".join(sent.casefold().split()) != " ".join(confirmed.casefold().split()):
            words = say(
                "{label} {sent!r} was sent, {confirmed!r} is confirmed.",
                label=_LABELS[name],
                sent=sent,
                confirmed=confirmed or say("nothing"),
            )
            yield Difference(what="delivery", sent=sent or None, confirmed=confirmed or None, message=words)


def _unasked(item: ConfirmedItem) -> Difference:
    label = item.title or item.code or str(item.id)
    pieces = _in_words({"size": item.size, "name": item.name or item.value, "number": item.number})
    message = say(
        "{label}: the confirmed order has {count} × {pieces} that was not sent.",
        label=label,
        count=item.quantity,
        pieces=pieces,
    )
    return Difference(what=item.kind, sent=None, confirmed=f"{item.quantity} × {pieces}", message=message, beyond=item)


# -------------------------------------------------------------------------------------------------- the designs


def _compare_design(ref: DesignRef, instances: Sequence[Instance], items: Sequence[ConfirmedItem]) -> list[Difference]:
    notes = _Notes(ref.label)
    wanted, confirmed = _wanted(instances), _confirmed(items)
    if not confirmed:
        origins = _once(origin for pieces in wanted for origin in pieces.origins)
        notes.add("design", ref.label, None, say("the design is not in the confirmed order."), origins)
        return notes.differences
    for agreeing in (3, 2, 1):
        _match(wanted, confirmed, agreeing, notes)
    for sent in wanted:
        _note_missing(sent, notes)
    for got in confirmed:
        _note_unasked(got, notes)
    return notes.differences


def _wanted(instances: Sequence[Instance]) -> list[_Wanted]:
    return [
        _Wanted(
            says={"size": instance.size, "name": instance.name, "number": instance.number},
            left=instance.quantity,
            also=frozenset(value.value for value in instance.values),
            origins=instance.origins,
        )
        for instance in instances
    ]


def _confirmed(items: Sequence[ConfirmedItem]) -> list[_Confirmed]:
    return [
        _Confirmed(
            at=at, item=item, says={"size": item.size, "name": item.name, "number": item.number}, left=item.quantity
        )
        for at, item in enumerate(items)
    ]


def _match(wanted: Sequence[_Wanted], confirmed: Sequence[_Confirmed], agreeing: int, notes: _Notes) -> None:
    """Take from each other the pieces that agree in so many of size, name and number; the first of them first."""
    waiting: dict[_Key, deque[_Confirmed]] = {}
    for got in confirmed:
        for key in _keys_confirmed(got.says, agreeing):
            waiting.setdefault(key, deque()).append(got)
    for sent in wanted:
        lines = [waiting[key] for key in _keys_sent(sent, agreeing) if key in waiting] if sent.left else []
        while sent.left and (nearest := _first(lines)):
            _take(sent, nearest, notes)


def _take(sent: _Wanted, got: _Confirmed, notes: _Notes) -> None:
    pieces = min(sent.left, got.left)
    sent.left -= pieces
    got.left -= pieces
    for name in _FIELDS:
        if not sent.agrees(name, got.says[name]):
            _note_field(name, sent, got, pieces, notes)


def _first(lines: Sequence[deque[_Confirmed]]) -> _Confirmed | None:
    """The first of what waits in these lines; what is used up leaves them."""
    for line in lines:
        while line and not line[0].left:
            line.popleft()
    return min((line[0] for line in lines if line), key=lambda got: got.at, default=None)


def _keys_confirmed(says: Mapping[str, str], agreeing: int) -> Iterator[_Key]:
    """What may agree with it; two instances that agree in one thing are the same only where the rest was dropped."""
    for kept in combinations(_FIELDS, agreeing):
        if agreeing > 1 or not any(says[name] for name in _FIELDS if name not in kept):
            yield tuple(says[name] if name in kept else None for name in _FIELDS)


def _keys_sent(sent: _Wanted, agreeing: int) -> Iterator[_Key]:
    """What it may agree with; two instances that agree in nothing but an absent name are two shirts, not one changed."""
    may_say = {name: {sent.says[name], *(sent.also if name != "size" else ())} for name in _FIELDS}
    for kept in combinations(_FIELDS, agreeing):
        if agreeing == len(_FIELDS) or any(sent.says[name] for name in kept):
            yield from product(*(may_say[name] if name in kept else (None,) for name in _FIELDS))


def _note_field(name: str, wanted: _Wanted, got: _Confirmed, pieces: int, notes: _Notes) -> None:
    sent, confirmed = wanted.says[name], got.says[name]
    of = _in_words(wanted.says)
    if not confirmed:
        message = say(_GONE[name], value=sent, count=pieces, pieces=of)
    elif not sent:
        message = say(_CAME[name], count=pieces, pieces=of, value=confirmed)
    else:
        message = say(_OTHER[name], value=sent, count=pieces, pieces=of, confirmed=confirmed)
    notes.add(name, sent or None, confirmed or None, message, wanted.origins)


def _note_missing(sent: _Wanted, notes: _Notes) -> None:
    if sent.left:
        of = _in_words(sent.says)
        message = say("{count} × {pieces} is not in the confirmed order.", count=sent.left, pieces=of)
        notes.add("quantity", str(sent.left), None, message, sent.origins)


def _note_unasked(got: _Confirmed, notes: _Notes) -> None:
    if got.left:
        message = say(
            "the confirmed order has {count} × {pieces} more than was sent.",
            count=got.left,
            pieces=_in_words(got.says),
        )
        notes.add("quantity", None, str(got.left), message, (), replace(got.item, quantity=got.left))


def _in_words(says: dict[str, str]) -> str:
    return " ".join(filter(None, (says["size"], says["name"], says["number"]))) or say("item")


# ---------------------------------------------------------------------------------------------------- the logos


def _compare_logo(ref: LogoRef, sent: Sequence[LogoItem], confirmed: Sequence[ConfirmedItem]) -> list[Difference]:
    """Compare per text or number where the confirmed order gives them, else the quantity in all.

    Whether a number comes back whole or split into its digits, and whether pieces for storage are counted, is not
    documented (KitMaker › Order object › logos): each reading that adds up is accepted.
    """
    texts = {item.value for item in confirmed if item.value}
    readings = [_sent_pieces(sent, storage=storage) for storage in (False, True)]
    if texts:
        readings += [_split_digits(reading) for reading in readings]
    else:
        readings = [{"": sum(reading.values())} for reading in readings] + [{"": _digit_count(sent)}]
    got = _confirmed_pieces(confirmed)
    if got in readings:
        return []
    return _logo_notes(ref, readings[0], confirmed, sent)


def _sent_pieces(items: Sequence[LogoItem], *, storage: bool) -> dict[str, int]:
    pieces: dict[str, int] = {}
    for item in items:
        if not item.digits:
            pieces[item.value] = pieces.get(item.value, 0) + item.quantity + item.storage_quantity * storage
        for entry in item.digits:
            pieces[entry.digit] = pieces.get(entry.digit, 0) + entry.quantity + entry.storage_quantity * storage
    return pieces


def _split_digits(pieces: dict[str, int]) -> dict[str, int]:
    split: dict[str, int] = {}
    for text, quantity in pieces.items():
        for digit in text if text.isdigit() else [text]:
            split[digit] = split.get(digit, 0) + quantity
    return split


def _digit_count(items: Sequence[LogoItem]) -> int:
    return sum(len(entry.digit) * entry.quantity for item in items for entry in item.digits)


def _confirmed_pieces(items: Sequence[ConfirmedItem]) -> dict[str, int]:
    pieces: dict[str, int] = {}
    for item in items:
        pieces[item.value] = pieces.get(item.value, 0) + item.quantity
    return pieces


def _logo_notes(
    ref: LogoRef, sent: dict[str, int], items: Sequence[ConfirmedItem], logos: Sequence[LogoItem]
) -> list[Difference]:
    notes, got = _Notes(ref.label), _confirmed_pieces(items)
    for text in dict.fromkeys((*sent, *got)):
        asked, confirmed = sent.get(text, 0), got.get(text, 0)
        if asked != confirmed:
            of = f"{asked} × {text}".removesuffix(" × ")
            message = say("{sent} was sent, {confirmed} is confirmed.", sent=of, confirmed=confirmed or say("nothing"))
            more = replace(items[0], value=text, quantity=confirmed - asked) if confirmed > asked else None
            notes.add("logo", str(asked), str(confirmed), message, _logo_origins(logos, text), more)
    return notes.differences


def _logo_origins(items: Sequence[LogoItem], text: str) -> tuple[Origin, ...]:
    exact = [entry.origins for item in items for entry in item.digits if entry.digit == text]
    exact += [item.origins for item in items if not item.digits and item.value == text]
    return _once(origin for origins in exact or [item.origins for item in items] for origin in origins)


def _once(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys(origins))
