"""Dropday: the order document, the answers, the look-up by external id, and what an order found differs in.

Sources: Dropday › Orders; Dropday › Authentication. Dropday knows an order by its `external_id`: sent a second time it
is answered "Order already exists" with 200, whatever is in it, so what is found is always read back and compared.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from roster_import.errors import AnswerLost, UsageError
from roster_import.language.messages import joined, say
from roster_import.model.layout import Meaning
from roster_import.model.order import DesignRef
from roster_import.model.placement import Confirmation, ConfirmedItem, Difference, Progress, Status
from roster_import.model.problem import Objection
from roster_import.model.request import Request
from roster_import.targets.access import needed
from roster_import.targets.amounts import as_number, parse_amount, shortest
from roster_import.targets.answers import fault_text, json_object, printable, text_of, turned_down
from roster_import.targets.limits import no_organizations, no_storage, priced, unreadable_prices
from roster_import.targets.protocol import Access, Ask, Pause, Reached, Refused

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

    from roster_import.model.order import Delivery, Instance, LogoItem, LogoRef, Order, OrderDetails
    from roster_import.model.problem import Origin
    from roster_import.model.request import Reply
    from roster_import.targets.protocol import Sending, Talk

_LOOKS = 5  # how often an order is looked for that is said to exist
_MOST_PAGES = 50
_TEST = " TEST"
_STOPPED = frozenset({"failed", "declined", "skipped"})
_PRODUCT = re.compile(r"products\.([0-9]+)(?:\.(.+))?")
_MEANINGS = {
    "price": Meaning.PRICE,
    "quantity": Meaning.QUANTITY,
    "name": Meaning.DESIGN,
    "reference": Meaning.DESIGN,
    "custom.size": Meaning.SIZE,
    "custom.name": Meaning.NAME,
    "custom.number": Meaning.NUMBER,
    "custom.player": Meaning.PLAYER,
}
# The documents write firstname where the field is first_name (Dropday › Orders › Responses): both are known.
_LABELS = {
    "external_id": "reference",
    "email": "email",
    "shipping_address.first_name": "delivery-contact-person",
    "shipping_address.firstname": "delivery-contact-person",
    "shipping_address.last_name": "delivery-contact-person",
    "shipping_address.lastname": "delivery-contact-person",
    "shipping_address.company_name": "delivery-name",
    "shipping_address.address1": "delivery-address",
    "shipping_address.postcode": "delivery-zip",
    "shipping_address.city": "delivery-city",
    "shipping_address.country": "delivery-country",
    "shipping.note": "comment",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Product:
    """One product line, and the rows that asked for it."""

    document: dict[str, Any]
    ref: DesignRef | LogoRef
    origins: tuple[Origin, ...]


class Dropday:
    """Dropday's side of the `Target` seam. Settings: source, shipping_cost, shipping_name, test_order."""

    name = "dropday"
    title = "Dropday"
    confirms_at_once = True
    wants_prices = True
    wants_players = True
    wants_roster = False

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._test = bool(settings.get("test_order"))
        self._shipping = _shipping_cost(settings.get("shipping_cost", "0"))

    def access(self) -> Access:
        """`api-key` and `account-id` (Dropday › Authentication)."""
        url, key, account = needed(self.name, self._settings, "url", "api_key", "account_id")
        base = url if url.endswith("/api/v1") else f"{url}/api/v1"
        headers = {"api-key": key, "account-id": account, "Accept": "application/json"}
        return Access(url=base, headers=headers, secrets=(key,))

    def probes(self) -> tuple[Request, Request]:
        """The list of orders, once for whether it answers, once for whether it knows us."""
        look = Request(method="GET", path="/orders?per_page=1")
        return look, look

    def check(self, order: Order) -> tuple[Objection, ...]:
        """Dropday needs a price for everything, and knows neither vendor children nor storage."""
        account = say("the account of the settings")
        return (
            *no_organizations(order, self.title, account),
            *_prices(order),
            *unreadable_prices(order),
            *no_storage(order, self.title),
        )

    def body(self, order: Order, again: int) -> str:
        """The order as Dropday documents it; a test order has a name of its own, so that it never blocks the real one."""
        external_id = _external_id(order.reference, again, test=self._test)
        products = [product.document for product in _products(order, external_id)]
        total = sum((Decimal(str(one["price"])) * one["quantity"] for one in products), self._shipping)
        document = {
            "external_id": external_id,
            "source": str(self._settings.get("source") or "roster-import"),
            "test": self._test,
            "total": as_number(total.quantize(Decimal("0.01"))),
            "shipping": self._shipping_of(order.details),
            **({"email": order.details.email} if order.details.email else {}),
            "shipping_address": _address(order.details),
            "products": products,
        }
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"))

    def placing(self, sending: Sending) -> Talk:
        """`POST /orders`; what was there before is found, read and compared, never taken on trust."""
        wanted = json.loads(sending.body)
        headers = {"Content-Type": "application/json"}
        request = Request(method="POST", path="/orders", body=sending.body, headers=headers, maybe_taken=sending.lost)
        answer: _Created = yield Ask(request=request, read=_created)
        reference = answer.reference or (yield from _looked_up(wanted["external_id"]))
        if answer.existed:
            found = yield Ask(request=_read_one(reference), read=_found)
            _same_or_refused(wanted, found)
        what = "was there already" if answer.existed else "created"
        yield Reached(what=what, tracking_id=reference, order_number=reference)
        return Progress(status=Status.PENDING, tracking_id=reference, order_number=reference)

    def following(self, sending: Sending) -> Talk:
        """`GET /orders/{reference}`: by Dropday's own reference, not by the external id.

        The reference is a number where an order is created and a text where it is read (`"DD-98541"`): where the first
        is not known, the order is looked for by its external id.
        """
        reference = sending.tracking_id or ""
        found = yield from _read_if_there(reference)
        if found is None:
            listed = yield from _searched(json.loads(sending.body)["external_id"])
            found = (yield from _read_if_there(listed)) if listed else None
        if found is None:
            return Progress(status=Status.PENDING, tracking_id=reference)
        return Progress(
            status=Status.COMPLETED, tracking_id=reference, order_number=reference, confirmation=_confirmation(found)
        )

    def blamed(self, order: Order, refused: Refused) -> tuple[Objection, ...]:
        """The cells behind the dotted paths of a 422, such as `products.3.price` (Dropday › Orders › Responses)."""
        products = _products(order, order.reference)
        return tuple(_blame(path, words, products) for path, words in refused.faults)

    def differences(self, order: Order, confirmation: Confirmation) -> tuple[Difference, ...]:
        """Line by line, by the external id each line was given."""
        found = {item.line: item for item in confirmation.items}
        # The lines of a test order are not routed to a supplier (Dropday's own client: "test mode").
        stopped = frozenset() if (confirmation.reference or "").endswith(_TEST) else _STOPPED
        differences: list[Difference] = []
        for product in _products(order, confirmation.reference or order.reference):
            differences += _line_differences(product, found.pop(product.document["external_id"], None), stopped)
        return (*differences, *(_extra(item) for item in found.values()))

    def _shipping_of(self, details: OrderDetails) -> dict[str, Any]:
        fields = {
            "name": str(self._settings.get("shipping_name") or "") or None,
            "cost": as_number(self._shipping),
            "note": _note(details) or None,
        }
        return {name: value for name, value in fields.items() if value is not None}


# ------------------------------------------------------------------------------------------------ what is sent


def _external_id(reference: str, again: int, *, test: bool) -> str:
    numbered = f"{reference} ({again + 1})" if again else reference
    return numbered + _TEST if test else numbered


def _shipping_cost(value: object) -> Decimal:
    cost = parse_amount(str(value))
    if cost is None:
        raise UsageError(
            say("The setting [dropday] shipping_cost must be an amount such as 4.95, not {value!r}.", value=value)
        )
    return cost


def _note(details: OrderDetails) -> str:
    contact = details.contact_name if details.contact_name != details.delivery.contact_person else None
    parts = [
        details.comment,
        f"Origin of delivery: {details.origin_of_delivery}" if details.origin_of_delivery else None,
        f"Contact: {contact}" if contact and details.delivery.contact_person else None,
    ]
    return " – ".join(part for part in parts if part)


def _address(details: OrderDetails) -> dict[str, str]:
    delivery = details.delivery
    first, last = _person(delivery, details.contact_name)
    return {
        "first_name": first,
        "last_name": last,
        "company_name": delivery.name,
        "address1": delivery.address,
        "postcode": delivery.zip,
        "city": delivery.city,
        "country": delivery.country,
    }


def _person(delivery: Delivery, contact: str | None) -> tuple[str, str]:
    """First and last name, both required: the person to deliver to, else the receiver's own name."""
    first, _, last = (delivery.contact_person or contact or delivery.name).strip().rpartition(" ")
    return (first, last) if first else (last, "-")


def _products(order: Order, external_id: str) -> list[_Product]:
    lines = list(_lines(order))
    return [
        _Product(document={"external_id": f"{external_id}-{at}", **document}, ref=ref, origins=origins)
        for at, (document, ref, origins) in enumerate(lines, 1)
    ]


def _lines(order: Order) -> Iterator[tuple[dict[str, Any], DesignRef | LogoRef, tuple[Origin, ...]]]:
    for item in order.designs:
        for instance in item.instances:
            document = _line(item.design, instance.quantity, instance.price, _custom_of(instance))
            yield document, item.design, instance.origins
    for logo in order.logos:
        yield from _logo_lines(logo)


def _logo_lines(item: LogoItem) -> Iterator[tuple[dict[str, Any], LogoRef, tuple[Origin, ...]]]:
    if not item.digits:
        custom = _filled({"text": item.value, "player": "; ".join(item.players)})
        yield _line(item.logo, item.quantity, item.price, custom), item.logo, item.origins
    for entry in item.digits:
        custom = _filled({"number": entry.digit, "player": "; ".join(entry.players)})
        yield _line(item.logo, entry.quantity, item.price, custom), item.logo, entry.origins


def _line(ref: DesignRef | LogoRef, quantity: int, price: str, custom: dict[str, str]) -> dict[str, Any]:
    code = (ref.mul if isinstance(ref, DesignRef) else ref.sku) or ref.code
    amount = parse_amount(price) or Decimal(0)  # `check` has objected to what is no amount
    return {
        "name": ref.label,
        "reference": code or str(ref.id),
        "quantity": quantity,
        "price": as_number(amount),
        **({"custom": custom} if custom else {}),
    }


def _custom_of(instance: Instance) -> dict[str, str]:
    fields = {
        "size": instance.size,
        "name": instance.name,
        "number": instance.number,
        "player": "; ".join(instance.players),
        **{f"logo {value.logo_id}": value.value for value in instance.values},
    }
    return _filled(fields)


def _filled(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}


# ------------------------------------------------------------------------------------------ what it cannot carry


def _prices(order: Order) -> Iterator[Objection]:
    for one in priced(order):
        if not one.price:
            message = say(
                "{label} has no price, and {system} takes no order without one. Fill in the Price column, or Price on the "
                "Catalogue sheet.",
                label=one.label,
                system="Dropday",
            )
            yield one.objection("error", "price-missing", message)


# ------------------------------------------------------------------------------------------ what is answered


@dataclass(frozen=True, slots=True, kw_only=True)
class _Created:
    existed: bool
    reference: str | None


def _created(reply: Reply) -> _Created:
    _turned_down(reply)
    document = json_object(reply)
    message = str(document.get("message", "")).casefold()
    if "exist" not in message and "created" not in message:
        raise AnswerLost(
            say(
                "Dropday's answer says neither that the order was created nor that it exists: {said}",
                said=fault_text(reply),
            )
        )
    return _Created(existed="exist" in message, reference=text_of(document.get("reference")))


def _turned_down(reply: Reply) -> None:
    if reply.code != 422:
        return turned_down(reply)
    faults = _faults(reply)
    said = printable("; ".join(f"{path}: {words}" for path, words in faults)) or fault_text(reply)
    raise Refused(joined("HTTP 422:", said), code=422, after_loss=reply.after_loss, faults=faults)


def _faults(reply: Reply) -> tuple[tuple[str, str], ...]:
    try:
        errors = json_object(reply).get("errors")
    except AnswerLost:
        return ()
    if not isinstance(errors, dict):
        return ()
    return tuple(
        (path, printable(" ".join(map(str, words)) if isinstance(words, list) else str(words)))
        for path, words in errors.items()
    )


def _read_one(reference: str) -> Request:
    return Request(method="GET", path=f"/orders/{quote(reference, safe='')}")


def _read_if_there(reference: str) -> Generator[Ask | Pause, Any, dict[str, Any] | None]:
    try:
        found: dict[str, Any] = yield Ask(request=_read_one(reference), read=_found)
    except Refused as refused:
        if refused.code != 404:
            raise
        return None
    return found


def _found(reply: Reply) -> dict[str, Any]:
    turned_down(reply)
    document = json_object(reply)
    inner = document.get("data")
    order = inner if isinstance(inner, dict) else document
    if not isinstance(order.get("order_lines"), list):
        raise AnswerLost(say("Dropday's answer is no order: it has no order_lines."))
    return order


def _looked_up(external_id: str) -> Generator[Ask | Pause, Any, str]:
    """The reference of the order with just this external id; the filter of the list matches parts as well."""
    for look in range(_LOOKS):
        if look:
            yield Pause(doublings=look)
        reference = yield from _searched(external_id)
        if reference is not None:
            return reference
    raise AnswerLost(say("Dropday says that an order {reference} exists, but does not list it.", reference=external_id))


def _searched(external_id: str) -> Generator[Ask | Pause, Any, str | None]:
    for page in range(1, _MOST_PAGES + 1):
        query = urlencode({"external_id": external_id, "include_test": "true", "per_page": 100, "page": page})
        listed = yield Ask(request=Request(method="GET", path=f"/orders?{query}"), read=_listed)
        for order in listed.orders:
            if str(order.get("external_id")) == external_id:
                return text_of(order.get("reference"))
        if not listed.more:
            return None
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    orders: Sequence[Mapping[str, Any]]
    more: bool


def _listed(reply: Reply) -> _Listed:
    turned_down(reply)
    document = json_object(reply)
    orders, links = document.get("data"), document.get("links")
    if not isinstance(orders, list):
        raise AnswerLost(say("Dropday's list of orders holds no data."))
    more = isinstance(links, dict) and bool(links.get("next"))
    return _Listed(orders=[one for one in orders if isinstance(one, dict)], more=more)


def _same_or_refused(wanted: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    """Raise `Refused` where the order that was there before is another than the one meant."""
    lines = {str(line.get("external_id")): _said(line) for line in found["order_lines"] if isinstance(line, dict)}
    sent = {str(line["external_id"]): _said(line) for line in wanted["products"]}
    if lines == sent:
        return
    changed = [name for name in sent if sent[name] != lines.get(name)] + [name for name in lines if name not in sent]
    raise Refused(
        say(
            "an order {reference} exists already and is another: {count} lines were meant, it has {found}; different: "
            "{lines}",
            reference=wanted["external_id"],
            count=len(sent),
            found=len(lines),
            lines=printable(", ".join(changed)),
        ),
        code=200,
        conflict=True,
    )


def _said(line: Mapping[str, Any]) -> dict[str, str]:
    """What a line says, in one form whether it is written or read."""
    custom = line.get("custom")
    values = custom if isinstance(custom, dict) else {}
    return {
        "name": str(line.get("name") or ""),
        "reference": str(line.get("reference") or ""),
        "quantity": shortest(line.get("quantity")),
        "price": shortest(line.get("price")),
        **{f"custom.{name}": str(value) for name, value in values.items() if value not in (None, "")},
    }


def _blame(path: str, words: str, products: Sequence[_Product]) -> Objection:
    place = _PRODUCT.fullmatch(path)
    message = say("{system} says of {field}: {words}", system="Dropday", field=path, words=words)
    if place is None or int(place[1]) >= len(products):
        return Objection(level="error", code="refused", message=message, detail=_LABELS.get(path))
    product = products[int(place[1])]
    meaning = _MEANINGS.get(place[2] or "", Meaning.DESIGN)
    return Objection(level="error", code="refused", message=message, origins=product.origins, meaning=meaning)


def _confirmation(order: Mapping[str, Any]) -> Confirmation:
    address, shipping = order.get("shipping_address"), order.get("shipping")
    details = shipping if isinstance(shipping, dict) else {}
    return Confirmation(
        order_number=text_of(order.get("reference")),
        placed_at=text_of(order.get("created_at")),
        delivery_date=text_of(details.get("delivery_date")),
        total=text_of(order.get("total")),
        reference=text_of(order.get("external_id")),
        delivery={key: str(value) for key, value in address.items() if value} if isinstance(address, dict) else {},
        items=tuple(_confirmed(line) for line in order["order_lines"] if isinstance(line, dict)),
    )


def _confirmed(line: Mapping[str, Any]) -> ConfirmedItem:
    custom = line.get("custom")
    values = custom if isinstance(custom, dict) else {}
    quantity = shortest(line.get("quantity"))
    return ConfirmedItem(
        kind="design" if values.get("size") else "logo",
        code=text_of(line.get("reference")),
        title=text_of(line.get("name")),
        size=str(values.get("size") or ""),
        name=str(values.get("name") or ""),
        number=str(values.get("number") or "") if values.get("size") else "",
        value=str(values.get("text") or ("" if values.get("size") else values.get("number") or "")),
        quantity=int(quantity) if quantity.isdigit() else 0,
        line=str(line.get("external_id") or ""),
        says=_said(line),
        status=text_of(line.get("current_status")) or "",
    )


# ---------------------------------------------------------------------------------------------- what is compared


def _line_differences(product: _Product, found: ConfirmedItem | None, stopped: frozenset[str]) -> Iterator[Difference]:
    sent, label = _said(product.document), product.ref.label
    pieces = f"{sent['quantity']} × {label}"
    if found is None:
        yield Difference(
            what="quantity", sent=sent["quantity"], confirmed=None, origins=product.origins,
            message=say("{pieces} is not in the order that {system} has.", pieces=pieces, system="Dropday"),
        )  # fmt: skip
        return
    for name in dict.fromkeys((*sent, *found.says)):
        one, other = sent.get(name), found.says.get(name)
        if one != other:
            what = name.removeprefix("custom.")
            yield Difference(
                what=what, sent=one, confirmed=other, origins=product.origins,
                message=say(
                    "{label}: {field} was sent as {sent}, {system} has {confirmed}.", label=label, field=what,
                    sent=one or say("nothing"), confirmed=other or say("nothing"), system="Dropday",
                ),
            )  # fmt: skip
    if found.status in stopped:
        yield Difference(
            what="status", sent=None, confirmed=found.status, origins=product.origins,
            message=say(
                "{system} says of {pieces} that it is {status}: it will not come by itself.", system="Dropday",
                pieces=pieces, status=found.status,
            ),
        )  # fmt: skip


def _extra(item: ConfirmedItem) -> Difference:
    message = say(
        "{system} has {count} × {label} more than was sent.",
        system="Dropday",
        count=item.quantity,
        label=item.title or item.code,
    )
    return Difference(what="quantity", sent=None, confirmed=str(item.quantity), message=message)
