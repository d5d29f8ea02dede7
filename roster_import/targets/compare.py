"""What a confirmed order does not have as it was sent, compared as multisets and named row by row.

An order system may merge equal items, change their order and leave out what it did not use, so items are matched by
what they say: first those that agree wholly, then those that agree most.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING, TypeVar

from roster_import.language.messages import joined, say, templates
from roster_import.model.order import normal_reference
from roster_import.model.placement import Difference
from roster_import.model.sheets import ORDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from roster_import.model.order import DesignRef, Instance, LogoItem, LogoRef, Order
    from roster_import.model.placement import Confirmation, ConfirmedItem
    from roster_import.model.problem import Origin

R = TypeVar("R")
I = TypeVar("I")  # noqa: E741 - an item, beside R, what names it

_FIELDS = ("size", "name", "number")
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
    """Pieces confirmed alike, and how many of them are not yet matched."""

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
    for designs in _together([(item.design, item) for item in order.designs], confirmation.items, _is_design):
        mine = _claim([ref for ref, _ in designs], confirmation.items, _is_design, claimed)
        different += _compare_design(
            designs[0][0], [instance for _, item in designs for instance in item.instances], mine
        )
    for logos in _together([(item.logo, item) for item in order.logos], confirmation.items, _is_logo):
        mine = _claim([ref for ref, _ in logos], confirmation.items, _is_logo, claimed)
        different += _compare_logo(logos[0][0], [item for _, item in logos], mine)
    return (*different, *(_unasked(item) for at, item in enumerate(confirmation.items) if at not in claimed))


def _together(
    named: Sequence[tuple[R, I]], items: Sequence[ConfirmedItem], same: Callable[[R, ConfirmedItem], bool]
) -> list[list[tuple[R, I]]]:
    """What was sent under several names for one thing (its id on one row, its code on another), put together."""
    groups: dict[object, list[tuple[R, I]]] = {}
    for ref, sent in named:
        thing = next(((item.id, item.code) for item in items if same(ref, item)), ref)
        groups.setdefault(thing, []).append((ref, sent))
    return list(groups.values())


def _claim(
    refs: Sequence[R], items: Sequence[ConfirmedItem], same: Callable[[R, ConfirmedItem], bool], claimed: set[int]
) -> list[ConfirmedItem]:
    mine = [at for at, item in enumerate(items) if any(same(ref, item) for ref in refs)]
    claimed.update(mine)
    return [items[at] for at in mine]


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


def _is_design(ref: DesignRef, item: ConfirmedItem) -> bool:
    if item.kind != "design":
        return False
    if ref.id is not None:
        return item.id == ref.id
    return (item.code or "").casefold() == (ref.mul or "").casefold()


def _compare_design(ref: DesignRef, instances: Sequence[Instance], items: Sequence[ConfirmedItem]) -> list[Difference]:
    notes = _Notes(ref.label)
    wanted, confirmed = _wanted(instances), _confirmed(items)
    if not confirmed:
        origins = _once(origin for pieces in wanted for origin in pieces.origins)
        notes.add("design", ref.label, None, say("the design is not in the confirmed order."), origins)
        return notes.differences
    _match_whole(wanted, confirmed)
    for least in (2, 1):
        _match(wanted, confirmed, least, notes)
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
        _Confirmed(item=item, says={"size": item.size, "name": item.name, "number": item.number}, left=item.quantity)
        for item in items
    ]


def _match_whole(wanted: Sequence[_Wanted], confirmed: Sequence[_Confirmed]) -> None:
    """Take from each other the pieces that agree in size, name and number; of nearly all orders that is all there is to do."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place, got in enumerate(confirmed):
        places.setdefault(tuple(got.says[name] for name in _FIELDS), []).append(place)
    for sent in wanted:
        read = [{sent.says[name], *(sent.also if name != "size" else ())} for name in _FIELDS]
        for place in sorted(place for said in product(*read) for place in places.get(said, ())):
            got = confirmed[place]
            pieces = min(sent.left, got.left)
            sent.left -= pieces
            got.left -= pieces


def _match(wanted: Sequence[_Wanted], confirmed: Sequence[_Confirmed], least: int, notes: _Notes) -> None:
    """Take from each other the pieces that agree in at least `least` of size, name and number, but not in all."""
    for sent in (each for each in wanted if each.left):
        for got in [each for each in confirmed if each.left]:
            pieces = min(sent.left, got.left)
            wrong = [name for name in _FIELDS if not sent.agrees(name, got.says[name])]
            # Two instances that agree in nothing but an absent name are two different shirts, not one changed.
            if not pieces or len(_FIELDS) - len(wrong) < least or not _related(sent, got, wrong):
                continue
            sent.left -= pieces
            got.left -= pieces
            for name in wrong:
                _note_field(name, sent, got, pieces, notes)


def _related(sent: _Wanted, got: _Confirmed, wrong: Sequence[str]) -> bool:
    kept = [name for name in _FIELDS if name not in wrong and sent.says[name]]
    dropped = all(not got.says[name] for name in wrong)
    return bool(kept) and (dropped or len(wrong) == 1)


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


def _is_logo(ref: LogoRef, item: ConfirmedItem) -> bool:
    if item.kind != "logo":
        return False
    if ref.id is not None:
        return item.id == ref.id
    return (item.code or "").casefold() == (ref.sku or "").casefold()


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
