"""KitMaker / Jet Sport: the order document, the two answers, and what a confirmed order differs in.

Sources: KitMaker › Orders › Place an order, Order object, Retrieve an order, Implementation; Handling errors.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost
from roster_import.model import Confirmation, ConfirmedItem, Problem, Progress, Request, Status
from roster_import.targets import Refused
from roster_import.targets.answers import fault_text, json_object, printable
from roster_import.targets.compare import differences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model import (
        DesignItem,
        Difference,
        DigitEntry,
        Instance,
        LogoItem,
        Order,
        OrderDetails,
        Reply,
    )

_STATUSES = {"pending": Status.PENDING, "completed": Status.COMPLETED, "failed": Status.FAILED}

# A placing that is turned down in these words met an order that was there before: another one, as ours would have
# been answered with its tracking id (KitMaker › Implementation › Idempotency; the code for it is not documented).
_CONFLICT = re.compile(r"idempoten|duplicate|already (?:exists|used|placed|been|taken|in use)", re.IGNORECASE)


class KitMaker:
    """KitMaker's side of the `Target` seam."""

    name = "kitmaker"
    title = "KitMaker"
    recognises_repeat = True

    def headers(self, api_key: str) -> Mapping[str, str]:
        """Bearer authorization (KitMaker › Place an order › Headers)."""
        return {"Authorization": f"Bearer {api_key}", "Accept": "application/json"}

    def check(self, order: Order) -> tuple[Problem, ...]:
        """Nothing: what KitMaker cannot carry is found at the cells by the check stage."""
        return ()

    def body(self, order: Order) -> str:
        """The order as KitMaker documents it; both arrays are always there, an unused one empty."""
        document = {
            **_details(order.details),
            "designs": [_design(item) for item in order.designs],
            "logos": [_logo(item) for item in order.logos],
        }
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"))

    def place(self, body: str, key: str) -> Request:
        """`POST /api/orders` under an idempotency key, so that it can be sent again."""
        headers = {"Content-Type": "application/json", "Idempotency-Key": key}
        return Request(method="POST", path="/api/orders", body=body, headers=headers)

    def poll(self, tracking_id: str) -> Request:
        """`GET /api/orders/{id}`: the tracking id, not the order number."""
        return Request(method="GET", path=f"/api/orders/{tracking_id}")

    def probes(self) -> tuple[Request, Request]:
        """`GET /api/health/ping` (Handling errors), and the first logo (Retrieve multiple logos)."""
        return Request(method="GET", path="/api/health/ping"), Request(method="GET", path="/api/logos?limit=1")

    def placed(self, reply: Reply) -> Progress:
        """Read `{"id", "orderNumber", "status"}`; a repeat may be answered 200 or 202, with any status."""
        _turned_down(reply)
        return self._progress(reply)

    def polled(self, reply: Reply) -> Progress:
        """Read the status object; `order` is there once completed, `errorMessage` once failed."""
        _turned_down(reply)
        return self._progress(reply)

    def differences(self, order: Order, confirmation: Confirmation) -> tuple[Difference, ...]:
        """Compare as multisets of (design, size, name, number): equal ones may come back merged."""
        return differences(order, confirmation)

    def _progress(self, reply: Reply) -> Progress:
        document = json_object(reply)
        tracking_id = document.get("id")
        status = _STATUSES.get(str(document.get("status", "")).casefold())
        if not isinstance(tracking_id, int | str) or isinstance(tracking_id, bool) or status is None:
            raise AnswerLost("The order system's answer names no tracking id and status.")
        confirmed = document.get("order")
        if status is Status.COMPLETED and not isinstance(confirmed, dict):
            status = Status.PENDING  # placing may be answered with the status alone; the order itself is polled for
        return Progress(
            status=status,
            tracking_id=str(tracking_id),
            order_number=_text(document.get("orderNumber")),
            error=_reason(document) if status is Status.FAILED else None,
            confirmation=_confirmation(confirmed) if isinstance(confirmed, dict) else None,
        )


# ------------------------------------------------------------------------------------------------ what is sent


def _details(details: OrderDetails) -> dict[str, object]:
    delivery = details.delivery
    address = {
        "name": delivery.name,
        "address": delivery.address,
        "zip": delivery.zip,
        "city": delivery.city,
        "country": delivery.country,
        "contactPerson": delivery.contact_person,
    }
    fields = {
        "organizationId": details.organization_id,
        "reference": details.reference,
        "comment": details.comment,
        "originOfDelivery": details.origin_of_delivery,
        "email": details.email,
        "contactName": details.contact_name,
        "deliveryAddress": _filled(address),
    }
    return _filled(fields)


def _design(item: DesignItem) -> dict[str, object]:
    named: dict[str, object] = (
        {"designId": item.design.id} if item.design.id is not None else {"designMul": item.design.mul}
    )
    return {**named, "instances": [_instance(instance) for instance in item.instances]}


def _instance(instance: Instance) -> dict[str, object]:
    fields = {
        "size": instance.size,
        "quantity": instance.quantity,
        "name": instance.name or None,
        "number": instance.number or None,
        "logoValues": [{"logoId": value.logo_id, "value": value.value} for value in instance.values] or None,
    }
    return _filled(fields)


def _logo(item: LogoItem) -> dict[str, object]:
    named: dict[str, object] = {"logoId": item.logo.id} if item.logo.id is not None else {"logoSku": item.logo.sku}
    if item.digits:
        return {**named, "digits": [_digit(entry) for entry in item.digits]}
    fields = {
        "quantity": item.quantity,
        "storageQuantity": item.storage_quantity or None,
        "value": item.value or None,
    }
    return {**named, **_filled(fields)}


def _digit(entry: DigitEntry) -> dict[str, object]:
    return _filled(
        {"digit": entry.digit, "quantity": entry.quantity, "storageQuantity": entry.storage_quantity or None}
    )


def _filled(fields: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value is not None}


# ------------------------------------------------------------------------------------------ what is answered


def _turned_down(reply: Reply) -> None:
    if reply.code < 400:
        return
    said = fault_text(reply)
    raise Refused(said, code=reply.code, conflict=reply.code == 409 or bool(_CONFLICT.search(said)))


def _reason(document: Mapping[str, Any]) -> str:
    return printable(_text(document.get("errorMessage")) or "no reason was given")


def _confirmation(order: Mapping[str, Any]) -> Confirmation:
    delivery = order.get("deliveryAddress")
    return Confirmation(
        order_number=_text(order.get("orderNumber")),
        placed_at=_text(order.get("placedAtUtc")),
        delivery_date=_date(order.get("latestDeliveryDate")),
        currency=_text(order.get("currency")),
        sub_total=_text(order.get("subTotal")),
        vat=_text(order.get("vat")),
        vat_rate=_text(order.get("vatRate")),
        total=_text(order.get("total")),
        reference=_text(order.get("reference")),
        delivery={key: str(value) for key, value in delivery.items() if value} if isinstance(delivery, dict) else {},
        items=(*_confirmed_instances(order), *_confirmed_logos(order)),
    )


def _confirmed_instances(order: Mapping[str, Any]) -> tuple[ConfirmedItem, ...]:
    return tuple(
        ConfirmedItem(
            kind="design",
            id=_whole(design.get("designId")),
            code=_text(design.get("designMul")),
            title=_text(design.get("designTitle")),
            size=_text(instance.get("size")) or "",
            name=_text(instance.get("name")) or "",
            number=_text(instance.get("number")) or "",
            quantity=_whole(instance.get("quantity")) or 0,
        )
        for design in _objects(order.get("designs"))
        for instance in _objects(design.get("instances"))
    )


def _confirmed_logos(order: Mapping[str, Any]) -> tuple[ConfirmedItem, ...]:
    return tuple(
        ConfirmedItem(
            kind="logo",
            id=_whole(logo.get("logoId")),
            code=_text(logo.get("logoSku")),
            title=_text(logo.get("logoTitle")),
            value=_text(logo.get("value")) or "",
            quantity=_whole(logo.get("quantity")) or 0,
        )
        for logo in _objects(order.get("logos"))
    )


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    """A JSON value as text; numbers keep every digit they were sent with."""
    if value is None or isinstance(value, bool | dict | list):
        return None
    return str(value)


def _whole(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None


def _date(value: object) -> str | None:
    # Documented without a zone, `2026-05-13T00:00:00`: the day is what counts.
    text = _text(value)
    return text.split("T")[0] if text else None
