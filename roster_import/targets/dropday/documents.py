"""Dropday's documents: the order that is sent, the order that is read back, and what the two differ in.

Source: Dropday › Orders. Every line has an external id of its own, by which it is known again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.model.order import DesignRef, normal_reference
from roster_import.model.placement import Confirmation, ConfirmedItem, Difference
from roster_import.targets.amounts import as_number, money_of, parse_amount, shortest
from roster_import.targets.answers import objects_of, text_of
from roster_import.targets.fields import field_differences, leaves, more_than_sent, unlike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from roster_import.model.order import Delivery, Instance, LogoItem, LogoRef, Order, OrderDetails
    from roster_import.model.problem import Origin

_TEST = " TEST"
_CENT = Decimal("0.01")
_ADDRESS = ("first_name", "last_name", "company_name", "address1", "postcode", "city", "country")
_STOPPED = frozenset({"failed", "declined", "skipped"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One product line, and the rows that asked for it."""

    document: dict[str, Any]
    ref: DesignRef | LogoRef
    origins: tuple[Origin, ...]


# ------------------------------------------------------------------------------------------------ what is sent


def order_document(order: Order, again: int, settings: Mapping[str, Any]) -> str:
    """The order as JSON text; `again` counts the orders of its reference that were placed before."""
    cost, test = shipping_cost(settings), bool(settings.get("test_order"))
    external_id = _external_id(order.reference, again, test=test)
    products = [product.document for product in products_of(order, external_id)]
    total = sum((Decimal(str(product["price"])) * product["quantity"] for product in products), cost)
    document = {
        "external_id": external_id,
        "source": str(settings.get("source") or "roster-import"),
        "test": test,
        "total": as_number(total.quantize(_CENT, ROUND_HALF_UP)),  # of prices with four decimals, half a cent is one
        # Required by older pages of the documents, and sent beside `shipping` by their own clients.
        "shipping_cost": as_number(cost),
        "shipping": _shipping(order.details, cost, str(settings.get("shipping_name") or "")),
        **({"email": order.details.email} if order.details.email else {}),
        "shipping_address": _address(order.details),
        "products": products,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _external_id(reference: str, again: int, *, test: bool) -> str:
    numbered = f"{reference} ({again + 1})" if again else reference
    return numbered + _TEST if test else numbered


def shipping_cost(settings: Mapping[str, Any]) -> Decimal:
    """What is added to every order's total. Raises `UsageError` where the setting is no amount."""
    value = settings.get("shipping_cost", "0")
    cost = parse_amount(str(value))
    if cost is None:
        raise UsageError(
            say("The setting [dropday] shipping_cost must be an amount such as 4.95, not {value!r}.", value=value)
        )
    return cost


def _shipping(details: OrderDetails, cost: Decimal, name: str) -> dict[str, Any]:
    fields = {"name": name or None, "cost": as_number(cost), "note": _note(details) or None}
    return {field: value for field, value in fields.items() if value is not None}


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


def products_of(order: Order, external_id: str) -> list[Product]:
    """The product lines of an order, each with an external id of its own."""
    lines = list(_lines(order))
    return [
        Product(document={"external_id": f"{external_id}-{at}", **document}, ref=ref, origins=origins)
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


# ---------------------------------------------------------------------------------------------- what is read


def line_says(line: Mapping[str, Any]) -> dict[str, str]:
    """What a line says, in one form whether it is written or read."""
    custom = line.get("custom")
    values = custom if isinstance(custom, dict) else {}
    return {
        "name": str(line.get("name") or "").strip(),
        "reference": str(line.get("reference") or "").strip(),
        "quantity": shortest(line.get("quantity")),
        "price": shortest(line.get("price")),
        **{f"custom.{name}": str(value).strip() for name, value in values.items() if value not in (None, "")},
    }


_Lines: TypeAlias = dict[str, tuple[str, dict[str, str]]]
"""Lines by their external ids in one form: each as it is called, and what it says."""

_SAID = ("email", "shipping.note", "shipping.name")
"""What an order may have though nothing of it was sent."""


def unlike_order(wanted: Mapping[str, Any], standing: Mapping[str, Any]) -> list[str]:
    """What an order that stands has otherwise than the one that is wanted: lines by their external ids, then fields."""
    lines, sent = _by_name(objects_of(standing["order_lines"])), _by_name(wanted["products"])
    return _unlike_lines(sent, lines) + unlike(_whole(wanted), _whole(standing), also=_SAID)


def unlike_goods(wanted: Mapping[str, Any], standing: Mapping[str, Any]) -> list[str]:
    """The lines in which an order that stands has other goods than the one that is wanted, whatever they cost."""
    lines, sent = (
        {name: (called, {**says, "price": ""}) for name, (called, says) in _by_name(of).items()}
        for of in (objects_of(standing["order_lines"]), wanted["products"])
    )
    return _unlike_lines(sent, lines)


def _unlike_lines(sent: _Lines, lines: _Lines) -> list[str]:
    changed = [
        called
        for name, (called, says) in sent.items()
        if name not in lines or _to_the_cent(lines[name][1]) != _to_the_cent(says)
    ]
    return changed + [called for name, (called, _) in lines.items() if name not in sent]


def _to_the_cent(says: Mapping[str, str]) -> dict[str, str]:
    """What a line says where money is kept to the cent: a price with more decimals is then the same one."""
    price = money_of(says.get("price"))
    return {**says} if price is None else {**says, "price": str(price.quantize(_CENT, ROUND_HALF_UP))}


def _by_name(lines: Iterable[Mapping[str, Any]]) -> _Lines:
    """Each line's external id and what it says, by that id in its normal form: a reference is in it."""
    called = ((str(line.get("external_id")), line_says(line)) for line in lines)
    return {normal_reference(name): (name, says) for name, says in called}


def _whole(order: Mapping[str, Any]) -> dict[str, str]:
    """What is said of an order beside its lines, in one form whether it is written or read."""
    address, shipping = {**(order.get("shipping_address") or {})}, order.get("shipping") or {}
    email = address.pop("email", None) or order.get("email")
    fields = {
        "external_id": order.get("external_id"),
        "test": bool(order.get("test")),
        "total": order.get("total"),
        "email": email,
        "shipping": {
            **{name: shipping.get(name) for name in ("name", "note")},
            "cost": _unless_free(shipping.get("cost")),
        },
        "shipping_address": {name: address.get(name) for name in _ADDRESS},
    }
    return leaves(fields)


def _unless_free(cost: object) -> object:
    """What shipping costs; None for 0 as for null."""
    return None if shortest(cost) == "0" else cost


def confirmation_of(order: Mapping[str, Any]) -> Confirmation:
    """An order as Dropday has it."""
    address, shipping = order.get("shipping_address"), order.get("shipping")
    details = shipping if isinstance(shipping, dict) else {}
    return Confirmation(
        order_number=text_of(order.get("reference")),
        placed_at=text_of(order.get("created_at")),
        delivery_date=text_of(details.get("delivery_date")),
        total=text_of(order.get("total")),
        reference=text_of(order.get("external_id")),
        delivery={key: str(value) for key, value in address.items() if value} if isinstance(address, dict) else {},
        says=_whole(order),
        items=tuple(_confirmed(line) for line in objects_of(order["order_lines"])),
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
        says=line_says(line),
        status=text_of(line.get("current_status")) or "",
    )


# ---------------------------------------------------------------------------------------------- what is compared


def differences(order: Order, confirmation: Confirmation, body: str) -> tuple[Difference, ...]:
    """What Dropday has otherwise than it was sent: of the order as a whole, and line by line."""
    confirmed = {item.line: item for item in confirmation.items}
    # The lines of a test order are not routed to a supplier (Dropday's own client: "test mode").
    stopped = frozenset() if (confirmation.reference or "").endswith(_TEST) else _STOPPED
    different: list[Difference] = []
    if confirmation.says:  # what was confirmed to earlier versions says nothing of it
        different += field_differences(_whole(json.loads(body)), confirmation.says, "Dropday", also=_SAID)
    for product in products_of(order, confirmation.reference or order.reference):
        different += _line_differences(product, confirmed.pop(product.document["external_id"], None), stopped)
    return (*different, *(more_than_sent(item, "Dropday") for item in confirmed.values()))


def _line_differences(
    product: Product, confirmed: ConfirmedItem | None, stopped: frozenset[str]
) -> Iterator[Difference]:
    sent, label = line_says(product.document), product.ref.label
    pieces = f"{sent['quantity']} × {label}"
    if confirmed is None:
        yield Difference(
            what="quantity", sent=sent["quantity"], confirmed=None, origins=product.origins,
            message=say("{pieces} is not in the order that {system} has.", pieces=pieces, system="Dropday"),
        )  # fmt: skip
        return
    rounded, kept = _to_the_cent(sent), _to_the_cent(confirmed.says)
    for name in dict.fromkeys((*sent, *confirmed.says)):
        if rounded.get(name) != kept.get(name):
            was, now = sent.get(name), confirmed.says.get(name)
            what = name.removeprefix("custom.")
            yield Difference(
                what=what, sent=was, confirmed=now, origins=product.origins,
                message=say(
                    "{label}: {field} was sent as {sent}, {system} has {confirmed}.", label=label, field=what,
                    sent=was or say("nothing"), confirmed=now or say("nothing"), system="Dropday",
                ),
            )  # fmt: skip
    if confirmed.status in stopped:
        yield Difference(
            what="status", sent=None, confirmed=confirmed.status, origins=product.origins,
            message=say(
                "{system} says of {pieces} that it is {status}: it will not come by itself.", system="Dropday",
                pieces=pieces, status=confirmed.status,
            ),
        )  # fmt: skip
