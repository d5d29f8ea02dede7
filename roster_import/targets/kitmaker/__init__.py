"""KitMaker / Jet Sport: the order document, the two answers, and what a confirmed order differs in.

Sources: KitMaker › Orders › Place an order, Order object, Retrieve an order, Implementation; Handling errors.
"""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from roster_import.errors import AnswerLost
from roster_import.language.messages import say
from roster_import.model.placement import Confirmation, ConfirmedItem, Difference, Progress, Status
from roster_import.model.request import Request
from roster_import.targets.amounts import total_differences
from roster_import.targets.answers import (
    json_object,
    must_tell,
    objects_of,
    printable,
    refusal,
    text_of,
    whole_of,
    words_in,
)
from roster_import.targets.compare import differences
from roster_import.targets.fields import field_differences
from roster_import.targets.kitmaker.refusals import objections_in
from roster_import.targets.protocol import Access, Ask, Place, needed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from roster_import.model.order import DesignItem, DigitEntry, Instance, LogoItem, Order, OrderDetails
    from roster_import.model.problem import Objection
    from roster_import.model.request import Reply
    from roster_import.targets.protocol import Following, Refused, Sending, Talk, Used

_STATUSES = {"pending": Status.PENDING, "completed": Status.COMPLETED, "failed": Status.FAILED}

# A placing that is turned down in these words met an order that was there before: another one, as ours would have
# been answered with its tracking id (KitMaker › Implementation › Idempotency; the code for it is not documented).
_USED = re.compile(r"idempoten|duplicate|already (?:exists|used|placed|been|taken|in use)", re.IGNORECASE)


class KitMaker:
    """KitMaker's side of the `Target` seam."""

    name = "kitmaker"
    title = "KitMaker"
    recognises_repeats = True  # by the key, for ever (KitMaker › Implementation › Idempotency)
    taking_time = 0.0
    confirms_at_once = False
    # "A typical order takes between 3 seconds and 30 seconds to reach "Completed"" (KitMaker › Retrieve an order).
    usual_seconds = (3, 30)
    wants_prices = False
    wants_players = False
    wants_roster = False

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings

    def access(self) -> Access:
        """Bearer authorization (KitMaker › Place an order › Headers)."""
        url, key = needed(self.name, self._settings, "url", "api_key")
        headers = {"Authorization": f"Bearer {key}", "Accept": "application/json"}
        return Access(url=url, headers=headers, secrets=(key,))

    def check(self, order: Order) -> tuple[Objection, ...]:
        """Nothing: what KitMaker cannot carry is found at the cells by the check stage."""
        return ()

    def body(self, order: Order, again: int) -> str:
        """The order as KitMaker documents it; both arrays are always there, an unused one empty."""
        document = {
            **_details(order.details),
            "designs": [_design(item) for item in order.designs],
            "logos": [_logo(item) for item in order.logos],
        }
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"))

    def placing(self, sending: Sending) -> Talk:
        """`POST /api/orders` under the idempotency key: sent again, it is answered with the same tracking id.

        A repeat may be answered 200 or 202, with any status (KitMaker › Implementation › Idempotency).
        """
        headers = {"Content-Type": "application/json", "Idempotency-Key": sending.key}
        request = Request(method="POST", path="/api/orders", body=sending.body, headers=headers)
        answer: Progress | Refused | Used = yield Place(request=request, read=_placed)
        return answer

    def following(self, sending: Sending) -> Following:
        """`GET /api/orders/{id}`: the tracking id, not the order number; `order` is there once completed."""
        number = sending.tracking_id or ""
        request = Request(method="GET", path=f"/api/orders/{quote(number, safe='')}")
        progress: Progress = yield Ask(request=request, read=partial(_polled, number))
        return progress

    def objections(self, order: Order, refused: Refused) -> tuple[Objection, ...]:
        """The rows that KitMaker's words name something of; their form is not documented (Handling errors)."""
        return objections_in(order, refused.message, self.title)

    def probes(self) -> tuple[Request, Request]:
        """`GET /api/health/ping` (Handling errors), and the first logo (Retrieve multiple logos)."""
        return Request(method="GET", path="/api/health/ping"), Request(method="GET", path="/api/logos?limit=1")

    def differences(self, order: Order, confirmation: Confirmation, body: str) -> tuple[Difference, ...]:
        """Compare as multisets of (design, size, name, number): equal ones may come back merged."""
        return (
            *differences(order, confirmation),
            *_texts_changed(body, confirmation),
            *total_differences(confirmation),
            *_no_total(confirmation),
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


# ------------------------------------------------------------------------------------------ what is compared

_TEXTS = ("comment", "originOfDelivery")


def _texts_changed(body: str, confirmation: Confirmation) -> Iterable[Difference]:
    """Where the confirmed order has other words; of orders confirmed to earlier versions they were not kept."""
    if not confirmation.says:
        return ()
    sent = json.loads(body)
    texts = {name: str(sent[name]) for name in _TEXTS if sent.get(name)}
    return field_differences(texts, confirmation.says, "KitMaker", also=_TEXTS)


def _no_total(confirmation: Confirmation) -> Iterable[Difference]:
    if confirmation.says and confirmation.total is None:
        yield Difference(what="total", sent=None, confirmed=None, message=say("the confirmed order has no total."))


# ------------------------------------------------------------------------------------------ what is answered


def _placed(reply: Reply) -> Progress | Refused | Used:
    if reply.code == 409 and (met := _standing(reply)) is not None:
        return met
    return refusal(reply, used=_USED) or _progress(_document(reply), id_is_enough=True)


def _standing(reply: Reply) -> Progress | None:
    """The order that a conflict over the key names, with its tracking id: the original one; None where it names none."""
    try:
        return _progress(_document(reply))
    except AnswerLost:
        return None


def _polled(number: str, reply: Reply) -> Progress:
    """What is said of the order that was asked for by this tracking id. Raises `AnswerLost` where it is another's."""
    must_tell(reply)
    document = _document(reply)
    if (called := _tracking_id(document)) is not None and called != (_tracking_id({"id": number})):
        raise AnswerLost(say("The order system's answer is not the order {number} that was asked for.", number=number))
    if _status(document) is None:
        raise AnswerLost(
            say(
                "The order system says of the order that it is {status}, which its documents do not know.",
                status=printable(text_of(document.get("status")) or say("nothing")),
            )
        )
    return _progress({**document, "id": number})


def _document(reply: Reply) -> dict[str, Any]:
    """The answer, its names as they are documented also where each begins with a capital letter."""
    document: dict[str, Any] = _as_documented(json_object(reply))
    return document


def _as_documented(value: Any) -> Any:
    if isinstance(value, list):
        return [_as_documented(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {f"{name[:1].lower()}{name[1:]}": _as_documented(each) for name, each in value.items()}


def _tracking_id(document: Mapping[str, Any]) -> str | None:
    value = document.get("id")
    number = whole_of(value)
    return str(number) if number is not None else (text_of(value) or "").strip() or None


def _status(document: Mapping[str, Any]) -> Status | None:
    return _STATUSES.get(str(document.get("status", "")).strip().casefold())


def _progress(document: Mapping[str, Any], *, id_is_enough: bool = False) -> Progress:
    """What an answer says of an order. Raises `AnswerLost` where it names none.

    Of a repeat the vendor promises the original tracking id, and nothing beside it. An error may have a number of its
    own: only with an order number, too, does it name an order.
    """
    tracking_id, status = _tracking_id(document), _status(document)
    named = document.get("orderNumber") or (not document.get("error") and (id_is_enough or document.get("status")))
    if tracking_id is None or (status is None and not named):
        raise AnswerLost(say("The order system's answer names no tracking id and status."))
    confirmed = document.get("order")
    if status is None or (status is Status.COMPLETED and not isinstance(confirmed, dict)):
        # Of a status nobody knows the order is asked again by its id; placing may be answered with the status alone.
        status = Status.PENDING
    return Progress(
        status=status,
        tracking_id=tracking_id,
        order_number=text_of(document.get("orderNumber")),
        error=_reason(document) if status is Status.FAILED else None,
        confirmation=_confirmation(confirmed) if isinstance(confirmed, dict) else None,
    )


def _reason(document: Mapping[str, Any]) -> str:
    return printable(words_in(document.get("errorMessage"))) or say("no reason was given")


def _confirmation(order: Mapping[str, Any]) -> Confirmation:
    delivery = order.get("deliveryAddress")
    return Confirmation(
        order_number=text_of(order.get("orderNumber")),
        placed_at=text_of(order.get("placedAtUtc")),
        delivery_date=_date(order.get("latestDeliveryDate")),
        currency=text_of(order.get("currency")),
        sub_total=text_of(order.get("subTotal")),
        vat=text_of(order.get("vat")),
        vat_rate=text_of(order.get("vatRate")),
        total=text_of(order.get("total")),
        reference=text_of(order.get("reference")),
        delivery={key: str(value) for key, value in delivery.items() if value} if isinstance(delivery, dict) else {},
        # What it was called stands there so that words that are missing are told from words that were not kept.
        says={name: text for name in ("reference", *_TEXTS) if (text := text_of(order.get(name)))},
        items=(*_confirmed_instances(order), *_confirmed_logos(order)),
    )


def _confirmed_instances(order: Mapping[str, Any]) -> tuple[ConfirmedItem, ...]:
    return tuple(
        ConfirmedItem(
            kind="design",
            id=whole_of(design.get("designId")),
            code=_text(design.get("designMul")) or None,
            title=text_of(design.get("designTitle")),
            size=_text(instance.get("size")),
            name=_text(instance.get("name")),
            number=_text(instance.get("number")),
            quantity=whole_of(instance.get("quantity")) or 0,
        )
        for design in objects_of(order.get("designs"))
        for instance in objects_of(design.get("instances"))
    )


def _confirmed_logos(order: Mapping[str, Any]) -> tuple[ConfirmedItem, ...]:
    return tuple(
        ConfirmedItem(
            kind="logo",
            id=whole_of(logo.get("logoId")),
            code=_text(logo.get("logoSku")) or None,
            title=text_of(logo.get("logoTitle")),
            value=_text(logo.get("value")),
            quantity=whole_of(logo.get("quantity")) or 0,
        )
        for logo in objects_of(order.get("logos"))
    )


def _text(value: object) -> str:
    """A value as text, without the blanks that a field of fixed width fills it up with."""
    return (text_of(value) or "").strip()


def _date(value: object) -> str | None:
    # Documented without a zone, `2026-05-13T00:00:00`: the day is what counts.
    text = text_of(value)
    return text.split("T")[0] if text else None
