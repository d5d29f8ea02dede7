"""The order object of a completed order (KitMaker › Orders › The order object), and what a fault makes of it."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.kitmaker.catalogue import TEXT_TYPES
from roster_import.sandbox.state import moment, utc_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from roster_import.sandbox.kitmaker.check import Wanted, WantedDesign, WantedInstance, WantedLogo
    from roster_import.sandbox.kitmaker.prices import Price
    from roster_import.sandbox.kitmaker.switches import KitMakerSwitches


Document = dict[str, Any]
_Counted = list[tuple[str, int]]

_WORKING_DAYS = 6
_SATURDAY = 5


def order_object(
    wanted: Wanted, price: Price, switches: KitMakerSwitches, *, number: str, placed_at: float
) -> Document:
    """The confirmed order; `placed_at` in seconds since 1970. Prices are Decimals."""
    texts = _Texts(switches)
    return {
        "orderNumber": number,
        "placedAtUtc": utc_text(placed_at),
        "latestDeliveryDate": delivery_date(placed_at),
        **texts.fields(wanted.texts, "reference", "comment", "originOfDelivery"),
        "deliveryAddress": texts.fields(wanted.address, "name", "address", "zip", "city", "country", "contactPerson"),
        "currency": switches.currency,
        "subTotal": price.sub_total,
        "vat": price.vat,
        "vatRate": price.vat_rate,
        "total": price.total,
        "designs": [_design(one, switches) for one in wanted.designs],
        "logos": [entry for one in wanted.logos for entry in _logo(one, switches)],
    }


def delivery_date(placed_at: float) -> str:
    """Six working days on, at midnight and without a zone, as KitMaker writes it."""
    day, left = moment(placed_at).date(), _WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return f"{day.isoformat()}T00:00:00"


class _Texts:
    """Texts under their names; one that was not sent is null, empty or left out."""

    def __init__(self, switches: KitMakerSwitches) -> None:
        self._omitted = switches.absent == "omitted"
        self._absent = "" if switches.absent == "empty" else None

    def fields(self, texts: Mapping[str, str | None], *names: str) -> Document:
        present = {name: texts.get(name) for name in names}
        return {
            name: self._absent if text is None else text
            for name, text in present.items()
            if not (self._omitted and text is None)
        }


# --------------------------------------------------------------------------------------------------------- designs


def _design(wanted: WantedDesign, switches: KitMakerSwitches) -> Document:
    instances = _ARRANGED[switches.instances]([_carried(wanted, one) for one in wanted.instances])
    return {
        "designId": wanted.design.id,
        "designMul": wanted.design.mul,
        "designTitle": wanted.design.title,
        "instances": [_instance(one) for one in instances],
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
    for one in instances:
        pieces[replace(one, quantity=0)] += one.quantity
    return [replace(one, quantity=quantity) for one, quantity in pieces.items()]


_ARRANGED: Mapping[str, Callable[[list[WantedInstance]], list[WantedInstance]]] = {
    "kept": list,
    "merged": _merged,
    "reversed": lambda instances: instances[::-1],
}


# ----------------------------------------------------------------------------------------------------------- logos


def _logo(wanted: WantedLogo, switches: KitMakerSwitches) -> list[Document]:
    stored = switches.storage == "included"
    if wanted.digits:
        counted = [(one.digit, one.quantity + stored * one.storage) for one in wanted.digits]
        return [_logo_entry(wanted, quantity, value) for value, quantity in _COUNTED[switches.number_logo](counted)]
    value = wanted.value if wanted.logo.type in TEXT_TYPES else ""
    return [_logo_entry(wanted, wanted.quantity + stored * wanted.storage, value)]


def _logo_entry(wanted: WantedLogo, quantity: int, value: str) -> Document:
    logo = wanted.logo
    entry = {"logoId": logo.id, "logoSku": logo.sku, "logoTitle": logo.title, "quantity": quantity}
    return {**entry, "value": value} if value else entry


def _in_one(counted: _Counted) -> _Counted:
    return [(", ".join(digit for digit, _ in counted), sum(quantity for _, quantity in counted))]


def _single_digits(counted: _Counted) -> _Counted:
    pieces: Counter[str] = Counter()
    for number, quantity in counted:
        for digit in number:
            pieces[digit] += quantity
    return list(pieces.items())


_COUNTED: Mapping[str, Callable[[_Counted], _Counted]] = {
    "entries": lambda counted: counted,
    "total": _in_one,
    "digits": _single_digits,
}


def alter(document: Document, fate: str) -> Document:
    """The confirmed order as that fate makes it; unchanged where it is none of those below."""
    if fate not in ALTERATIONS:
        return document
    changed = copy.deepcopy(document)
    ALTERATIONS[fate](changed)
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


ALTERATIONS: Mapping[str, Callable[[Document], None]] = {
    "confirm-without-names": _without("name"),
    "confirm-without-numbers": _without("number"),
    "confirm-without-first": _without_first,
    "confirm-one-more": _one_more,
    "confirm-other-size": _other_size,
    "confirm-other-total": _other_total,
}
FAILED = "failed"
NEVER_READY = "never-ready"
