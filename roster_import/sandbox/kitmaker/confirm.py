"""What an order costs, the order object of a completed one (KitMaker › Orders › The order object), what a fault makes of it.

    design    pieces × (its price + the heating fee of its heating code)
    logo      pieces × the unit price of the highest tier reached, the logo's pieces in the order taken together,
              those for storage included; a number logo's pieces are its single digits
    fees      once per order and logo: the start-up fee's tier for that quantity; any other fee × its minQuantity

The caller never sends a price (KitMaker › Designs, Logos). Sub total, VAT and total are each rounded half up to the cent
from the unrounded sum, so the first two may miss the third by a cent, as they do in the vendor's own example (2817.03 +
704.26, 3521.28).
"""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.kitmaker.catalogue import TEXT_TYPES
from roster_import.sandbox.kitmaker.check import ADDRESS
from roster_import.sandbox.state import moment, utc_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from roster_import.sandbox.kitmaker.catalogue import Logo, Tier
    from roster_import.sandbox.kitmaker.check import Wanted, WantedDesign, WantedInstance, WantedLogo
    from roster_import.sandbox.kitmaker.switches import KitMakerSwitches

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What an order costs, in its currency."""

    sub_total: Decimal
    vat: Decimal
    vat_rate: Decimal
    total: Decimal


def price(wanted: Wanted, heating: Mapping[str, Decimal], switches: KitMakerSwitches) -> Price:
    """The price of what is wanted; `heating` is the fee per piece by heating code."""
    exact = sum((_design_price(design, heating) for design in wanted.designs), Decimal(0)) + _logos_price(wanted)
    sub_total, vat = _cents(exact), _cents(exact * switches.vat_rate / 100)
    total = sub_total + vat if switches.total == "added" else _cents(exact + exact * switches.vat_rate / 100)
    return Price(sub_total=sub_total, vat=vat, vat_rate=switches.vat_rate, total=total)


def _design_price(wanted: WantedDesign, heating: Mapping[str, Decimal]) -> Decimal:
    pieces = sum(instance.quantity for instance in wanted.instances)
    return pieces * (wanted.design.price + heating.get(wanted.design.heating, Decimal(0)))


def _logos_price(wanted: Wanted) -> Decimal:
    pieces: Counter[int] = Counter()
    for item in wanted.logos:
        pieces[item.logo.id] += item.pieces
    logos = {item.logo.id: item.logo for item in wanted.logos}
    return sum((_logo_price(logos[id_], quantity) for id_, quantity in pieces.items()), Decimal(0))


def _logo_price(logo: Logo, pieces: int) -> Decimal:
    startup = sum((_reached(tiers, pieces) for tiers in logo.fees("startup")), Decimal(0))
    return pieces * _reached(logo.tiers, pieces) + startup + _multiplied(logo.fees("fee"))


def _reached(tiers: Sequence[Tier], pieces: int) -> Decimal:
    """The price of the highest tier that quantity reaches; below the first tier, none."""
    return next((tier.price for tier in reversed(tiers) if tier.quantity <= pieces), Decimal(0))


def _multiplied(fees: Iterable[Sequence[Tier]]) -> Decimal:
    return sum((tier.quantity * tier.price for tiers in fees for tier in tiers), Decimal(0))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)


Document = dict[str, Any]
_Counted = list[tuple[str, int]]

_WORKING_DAYS = 6
_SATURDAY = 5


# ----------------------------------------------------------------------------------------------------- the order object


def order_object(
    wanted: Wanted, price: Price, switches: KitMakerSwitches, *, number: str, placed_at: float
) -> Document:
    """The confirmed order; `placed_at` in seconds since 1970. Prices are Decimals."""
    return {
        "orderNumber": number,
        "placedAtUtc": utc_text(placed_at),
        "latestDeliveryDate": delivery_date(placed_at),
        **_texts(wanted.texts, switches, "reference", "comment", "originOfDelivery"),
        "deliveryAddress": _texts(wanted.address, switches, *ADDRESS),
        "currency": switches.currency,
        "subTotal": price.sub_total,
        "vat": price.vat,
        "vatRate": price.vat_rate,
        "total": price.total,
        "designs": [_design(design, switches) for design in wanted.designs],
        "logos": [entry for logo in wanted.logos for entry in _logo(logo, switches)],
    }


def delivery_date(placed_at: float) -> str:
    """Six working days on, at midnight and without a zone, as KitMaker writes it."""
    day, left = moment(placed_at).date(), _WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return f"{day.isoformat()}T00:00:00"


def _texts(texts: Mapping[str, str | None], switches: KitMakerSwitches, *names: str) -> Document:
    """Texts under their names; one that was not sent is null, empty or left out."""
    absent = "" if switches.absent == "empty" else None
    present = {name: texts.get(name) for name in names}
    return {
        name: absent if text is None else text
        for name, text in present.items()
        if text is not None or switches.absent != "omitted"
    }


# --------------------------------------------------------------------------------------------------------- designs


def _design(wanted: WantedDesign, switches: KitMakerSwitches) -> Document:
    instances = _ARRANGED[switches.instances]([_carried(wanted, instance) for instance in wanted.instances])
    return {
        "designId": wanted.design.id,
        "designMul": wanted.design.mul,
        "designTitle": wanted.design.title,
        "instances": [_instance(instance) for instance in instances],
    }


def _carried(wanted: WantedDesign, instance: WantedInstance) -> WantedInstance:
    """The instance without what the design has no placeholder for: dropped without a word."""
    return replace(
        instance,
        name=instance.name if wanted.carries_name else "",
        number=instance.number if wanted.carries_number else "",
    )


def _instance(instance: WantedInstance) -> Document:
    personal = {"name": instance.name, "number": instance.number}
    return {
        "size": instance.size,
        "quantity": instance.quantity,
        **{name: value for name, value in personal.items() if value},
    }


def _merged(instances: Iterable[WantedInstance]) -> list[WantedInstance]:
    pieces: Counter[WantedInstance] = Counter()
    for instance in instances:
        pieces[replace(instance, quantity=0)] += instance.quantity
    return [replace(instance, quantity=quantity) for instance, quantity in pieces.items()]


_ARRANGED: Mapping[str, Callable[[list[WantedInstance]], list[WantedInstance]]] = {
    "kept": list,
    "merged": _merged,
    "reversed": lambda instances: instances[::-1],
}


# ----------------------------------------------------------------------------------------------------------- logos


def _logo(wanted: WantedLogo, switches: KitMakerSwitches) -> list[Document]:
    stored = switches.storage == "included"
    if wanted.digits:
        counted = [(entry.digit, entry.quantity + stored * entry.storage) for entry in wanted.digits]
        return [_logo_entry(wanted, quantity, value) for value, quantity in _COUNTED[switches.number_logo](counted)]
    value = wanted.value if wanted.logo.type in TEXT_TYPES else ""
    return [_logo_entry(wanted, wanted.quantity + stored * wanted.storage, value)]


def _logo_entry(wanted: WantedLogo, quantity: int, value: str) -> Document:
    logo = wanted.logo
    entry = {"logoId": logo.id, "logoSku": logo.sku, "logoTitle": logo.title, "quantity": quantity}
    return {**entry, "value": value} if value else entry


def _single_digits(counted: _Counted) -> _Counted:
    pieces: Counter[str] = Counter()
    for number, quantity in counted:
        for digit in number:
            pieces[digit] += quantity
    return list(pieces.items())


_COUNTED: Mapping[str, Callable[[_Counted], _Counted]] = {
    "entries": lambda counted: counted,
    "total": lambda counted: [(", ".join(digit for digit, _ in counted), sum(pieces for _, pieces in counted))],
    "digits": _single_digits,
}


# ----------------------------------------------------------------------------------------------- what faults make of it


def alter(document: Document, fate: str) -> Document:
    """The confirmed order as that fate makes it; unchanged where it is none of those below."""
    if fate not in _ALTERATIONS:
        return document
    changed = copy.deepcopy(document)
    _ALTERATIONS[fate](changed)
    return changed


def _instances(document: Document) -> Iterator[Document]:
    for design in document["designs"]:
        yield from design["instances"]


def _without(field: str) -> Callable[[Document], None]:
    def drop(document: Document) -> None:
        for instance in _instances(document):
            instance.pop(field, None)

    return drop


def _without_first(document: Document) -> None:
    """Lose the first instance, or the first logo where there is no design."""
    losing = document["designs"][0]["instances"] if document["designs"] else document["logos"]
    del losing[0]


def _one_more(document: Document) -> None:
    next(_instances(document), document["logos"][0] if document["logos"] else {})["quantity"] += 1


def _other_size(document: Document) -> None:
    for instance in _instances(document):
        instance["size"] = "XS" if instance["size"] != "XS" else "S"
        return


def _other_total(document: Document) -> None:
    document["total"] += 100


_ALTERATIONS: Mapping[str, Callable[[Document], None]] = {
    "confirm-without-names": _without("name"),
    "confirm-without-numbers": _without("number"),
    "confirm-without-first": _without_first,
    "confirm-one-more": _one_more,
    "confirm-other-size": _other_size,
    "confirm-other-total": _other_total,
}
