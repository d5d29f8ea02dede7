"""What the ledger holds of an order: which order it is, its key, and the order itself as text that lasts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from roster_import.model.order import (
    Delivery,
    DesignItem,
    DesignRef,
    DigitEntry,
    Instance,
    LogoItem,
    LogoKind,
    LogoRef,
    Order,
    OrderDetails,
    PlaceholderValue,
    normal_reference,
)
from roster_import.model.placement import Confirmation, ConfirmedItem, Status
from roster_import.model.problem import Origin
from roster_import.place.next_step import Standing

Realm = Literal["live", "loopback", "sandbox", "test"]
"""The book an order stands in: those placed on this very machine, those of `--sandbox` and test orders never stand in the
way of others."""

_KEYS: Final = "6f1d3c52-8c0e-5d0b-9f5b-0f6f8f3b7a11"
_PORTS: Final = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which order it is: one reference in one book: an order system, its address, live or a rehearsal.

    `organization` is empty for our own. References that a person would call the same are one: `name` is their normal form.
    """

    realm: Realm
    target: str
    organization: str
    reference: str
    address: str = ""

    @property
    def name(self) -> str:
        """The reference as it is compared."""
        return normal_reference(self.reference)

    @property
    def order(self) -> tuple[str, ...]:
        """What is the same for two of them exactly if they are one order: the book and the name."""
        return (self.realm, self.target, self.address, self.name)

    def key(self, attempt: int) -> str:
        """The idempotency key of an attempt: a UUID.

        It derives from what the order is called, not from what is in it: another machine without this ledger comes
        to the same key, so a reference used twice meets the first order at the vendor instead of becoming a second.
        Nor from the organization: our own may be written out, and nobody can be asked which it is. The order system knows,
        and keeps the keys of each organization apart (KitMaker › Implementation › Idempotency).
        """
        # In capitals, and with nothing for the organization: such a key is the one that earlier versions came to.
        from uuid import UUID, uuid5

        called = (self.target, "", self.name.upper(), str(attempt))
        return str(uuid5(UUID(_KEYS), "\x1f".join(called)))


def address_of(url: str, realm: Realm) -> str:
    """The address of a book, in one form; empty for the sandbox of this machine, which listens where there is room."""
    parts = urlsplit(url)
    if realm == "sandbox" or not parts.scheme:
        return ""
    port = f":{parts.port}" if parts.port and parts.port != _PORTS.get(parts.scheme) else ""
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path.rstrip('/')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the ledger: one attempt to place one order, from before its first request to its end.

    `used`: the order system knew its key or name from another order. `last_sent` is when something that places was sent
    last, None where nothing ever was. `amends` is the entry of the order that this one adds to.
    """

    id: int
    identity: Identity
    attempt: int
    status: Status
    key: str
    body: str
    order: Order
    url: str
    tracking_id: str | None = None
    order_number: str | None = None
    error: str | None = None
    used: bool = False
    confirmation: Confirmation | None = None
    file: str = ""
    results: str | None = None
    results_written: bool = False
    user: str = ""
    host: str = ""
    program: str = ""
    created_at: str = ""
    placed_at: str | None = None
    finished_at: str | None = None
    lease_owner: str | None = None
    lease_until: float = 0.0
    last_sent: float | None = None
    amends: int | None = None

    @property
    def standing(self) -> Standing:
        """What it says of its order."""
        return Standing.of(self.status, used=self.used)


# ------------------------------------------------------------------------------------------- orders as text


def as_document(value: Any) -> Any:
    """A value as JSON has it, its dataclasses as objects: what `asdict` gives, without the copies of what never changes."""
    if (names := _names(type(value))) is not None:
        return {name: as_document(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [as_document(each) for each in value]
    if isinstance(value, Mapping):
        return {name: as_document(each) for name, each in value.items()}
    return value


_NAMES: Final[dict[type, tuple[str, ...] | None]] = {}


def _names(kind: type) -> tuple[str, ...] | None:
    """The names of a dataclass's fields; None of what is none."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(entry_field.name for entry_field in fields(kind)) if is_dataclass(kind) else None
    return _NAMES[kind]


def order_json(order: Order) -> str:
    """The order as JSON text that `order_from_json` reads back, rows of origin included."""
    document = as_document(order)
    for item in document["designs"]:
        del item["design"]["type"]  # for the drawing alone; an office on the version before may share the ledger
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def order_from_json(text: str) -> Order:
    """The order written by `order_json`."""
    document = json.loads(text)
    details = document["details"]
    return Order(
        details=OrderDetails(**{**details, "delivery": Delivery(**details["delivery"])}),
        designs=tuple(_design_item(item) for item in document["designs"]),
        logos=tuple(_logo_item(item) for item in document["logos"]),
    )


def _design_item(item: Mapping[str, Any]) -> DesignItem:
    return DesignItem(
        design=DesignRef(**item["design"]), instances=tuple(_instance(instance) for instance in item["instances"])
    )


def _instance(document: Mapping[str, Any]) -> Instance:
    values = tuple(PlaceholderValue(**value) for value in document["values"])
    return Instance(**{**document, "values": values, "players": _players(document), "origins": _origins(document)})


def _logo_item(item: Mapping[str, Any]) -> LogoItem:
    logo = LogoRef(**{**item["logo"], "kind": LogoKind(item["logo"]["kind"])})
    digits = tuple(
        DigitEntry(**{**entry, "players": _players(entry), "origins": _origins(entry)}) for entry in item["digits"]
    )
    stored = tuple(Origin(**origin) for origin in item.get("stored", ()))
    told = {"logo": logo, "digits": digits, "players": _players(item), "origins": _origins(item), "stored": stored}
    return LogoItem(**{**item, **told})


def _players(thing: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(thing.get("players", ()))  # entries of earlier versions have none


def _origins(thing: Mapping[str, Any]) -> tuple[Origin, ...]:
    return tuple(Origin(**origin) for origin in thing["origins"])


def confirmation_json(confirmation: Confirmation) -> str:
    """The confirmation as JSON text that `confirmation_from_json` reads back."""
    return json.dumps(as_document(confirmation), ensure_ascii=False, separators=(",", ":"))


def confirmation_from_json(text: str) -> Confirmation:
    """The confirmation written by `confirmation_json`."""
    document = json.loads(text)
    return Confirmation(**{**document, "items": tuple(ConfirmedItem(**item) for item in document["items"])})


def canonical(order: Order) -> str:
    """What is ordered, as text: equal for two orders exactly if they order the same, whatever their rows' order."""
    designs = [
        [item.design.id, item.design.mul, sorted(_says(instance) for instance in item.instances)]
        for item in order.designs
    ]
    logos = [
        [
            *(item.logo.id, item.logo.sku, item.value, item.quantity, item.storage_quantity, sorted(_digits(item))),
            *([item.price] if item.price else []),
        ]
        for item in order.logos
    ]
    document = [as_document(order.details), sorted(map(json.dumps, designs)), sorted(map(json.dumps, logos))]
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _says(instance: Instance) -> list[object]:
    values = sorted([value.logo_id, value.value] for value in instance.values)
    return [
        instance.size,
        instance.name,
        instance.number,
        instance.quantity,
        values,
        *([instance.price] if instance.price else []),
    ]


def _digits(item: LogoItem) -> list[tuple[str, int, int]]:
    return [(entry.digit, entry.quantity, entry.storage_quantity) for entry in item.digits]
