"""Is a body an order? Every error at once, under the path of its field (Dropday › Orders › Create an order)."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.dropday.fields import Fields, as_number, as_object, is_absent, is_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.sandbox.dropday.switches import DropdaySwitches

Document = dict[str, Any]

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CODE = re.compile(r"[A-Za-z]{2}")
_DATE = re.compile(r"\d{2}-\d{2}-\d{4}")
_ORDER = (
    *("external_id", "source", "test", "total", "shipping", "shipping_cost", "email", "shipping_address", "products"),
    "custom",
)
ADDRESS = {
    "first_name": True,
    "last_name": True,
    "company_name": False,
    "address1": True,
    "address2": False,
    "postcode": True,
    "city": True,
    "state": False,
    "country": True,
}
LINE_TEXTS = {
    "external_id": True,
    "name": True,
    "reference": False,
    "image_url": False,
    "brand": False,
    "category": False,
    "supplier": False,
}
_LINE_NUMBERS = ("quantity", "stock_quantity", "price", "purchase_price")
SHIPPING_TEXTS = ("name", "description", "note")


def check_order(body: Document, switches: DropdaySwitches, knows: Callable[[str], bool]) -> dict[str, list[str]]:
    """Everything wrong with the body; `knows` says whether there is a product of that sku."""
    errors: dict[str, list[str]] = {}
    order = Fields(document=body, errors=errors, switches=switches)
    _head(order)
    _shipping(order)
    _address(order)
    lines = order.children("products")
    for line in lines:
        _line(line, knows)
    if switches.same_line_id == "refused":
        _refuse_same_ids(lines)
    if switches.total_check == "refused" and not errors:
        _check_total(order)
    return errors


def read_date(text: object) -> date | None:
    """A delivery_date as it is written, DD-MM-YYYY; None where it is not."""
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        return None
    try:
        return datetime.strptime(text, "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _head(order: Fields) -> None:
    order.text("external_id", required=True)
    order.text("source", required=True)
    order.boolean("test")
    order.number("total", required=True, amount=True)
    order.number("shipping_cost", amount=True)
    order.text("email")
    email = order.document.get("email")
    if order.switches.email_check == "yes" and email and not _EMAIL.fullmatch(str(email)):
        order.complain("email", "must be a valid email address.")
    order.pairs("custom")
    if order.switches.order_custom == "refused" and "custom" in order.document:
        order.complain("custom", "field is unknown.")
    order.refuse_others(_ORDER)


def _shipping(order: Fields) -> None:
    shipping = order.child("shipping", required=False)
    if shipping is None:
        return
    for name in SHIPPING_TEXTS:
        shipping.text(name)
    shipping.number("cost", amount=True)
    given = not shipping.missing("delivery_date", required=False)
    if given and order.switches.delivery_date == "refused" and read_date(shipping.document["delivery_date"]) is None:
        shipping.complain("delivery_date", "does not match the format d-m-Y.")
    shipping.refuse_others((*SHIPPING_TEXTS, "cost", "delivery_date"))


def _address(order: Fields) -> None:
    address = order.child("shipping_address", required=True)
    if address is None:
        return
    for name, required in ADDRESS.items():
        address.text(name, required=required)
    address.text("phone", number=True)
    country = address.document.get("country")
    if order.switches.country == "code" and country and not _CODE.fullmatch(str(country)):
        address.complain("country", "must be 2 characters.")
    address.refuse_others((*ADDRESS, "phone"))


def _line(line: Fields, knows: Callable[[str], bool]) -> None:
    for name, required in LINE_TEXTS.items():
        line.text(name, required=required)
    line.text("ean13", number=True)
    line.quantity("quantity")
    line.number("stock_quantity")
    line.number("price", required=True, amount=True)
    line.number("purchase_price", amount=True)
    line.pairs("custom")
    sku = line.document.get("reference")
    if line.switches.unknown_sku == "refused" and sku and not knows(str(sku)):
        line.complain("reference", "is invalid.")
    line.refuse_others((*LINE_TEXTS, *_LINE_NUMBERS, "ean13", "custom"))


def _refuse_same_ids(lines: list[Fields]) -> None:
    seen: set[str] = set()
    for line in lines:
        id_ = str(line.document.get("external_id"))
        if id_ in seen:
            line.complain("external_id", "field has a duplicate value.")
        seen.add(id_)


def _check_total(order: Fields) -> None:
    body = order.document
    given = as_object(body.get("shipping")).get("cost")
    cost = body.get("shipping_cost") if is_absent(given) else given
    lines = [_decimal(line["price"]) * _decimal(line["quantity"]) for line in body["products"]]
    if abs(sum(lines, _decimal(0 if is_absent(cost) else cost)) - _decimal(body["total"])) >= Decimal("0.01"):
        order.complain("total", "does not match the lines and the shipping cost.")


def _decimal(value: Any) -> Decimal:
    return Decimal(str(value if is_number(value) else as_number(value)))
