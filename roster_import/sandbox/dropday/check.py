"""Is a body an order? Every error at once, under the dotted path of its field (Dropday › Orders › Create an order)."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from roster_import.sandbox.dropday.switches import DropdaySwitches


_NUMERIC = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_JOINED = {"first_name": "firstname", "last_name": "lastname"}


def is_number(value: object) -> bool:
    """Whether that is a JSON number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_absent(value: object) -> bool:
    """Whether that counts as not given: null, or a text with nothing but blanks in it."""
    return value is None or (isinstance(value, str) and not value.strip())


def as_object(value: object) -> dict[str, Any]:
    """The object, an empty one where none was given."""
    return value if isinstance(value, dict) else {}


def as_number(value: Any) -> int | float:
    """The number, also where it was given as text."""
    if not isinstance(value, str):
        return value  # type: ignore[no-any-return]
    return int(value) if _WHOLE.fullmatch(value) else float(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """One JSON object of a body; every method notes what is wrong with one field of it in `errors`."""

    document: dict[str, Any]
    errors: dict[str, list[str]]
    switches: DropdaySwitches
    path: str = ""

    def complain(self, name: str, message: str) -> None:
        """Note an error: “The external id field” and the message."""
        path = self._at(name)
        # Laravel writes the names of fields in lists as they are, all others with blanks
        shown = path if path.startswith("products.") else path.replace("_", " ")
        self.errors.setdefault(path, []).append(f"The {shown} {message}")

    def missing(self, name: str, *, required: bool) -> bool:
        """Whether the field is not there to be looked at; complained of where it must be."""
        value = self.document.get(name)
        if is_absent(value):
            if required:
                self.complain(name, "field is required.")
            elif value is None and name in self.document and self.switches.null_optional == "refused":
                self.complain(name, "must not be null.")
            return True
        return False

    def text(self, name: str, *, required: bool = False, number: bool = False) -> None:
        """A text; a number too, where the documents call the field one or the switch allows it."""
        if self.missing(name, required=required):
            return
        value = self.document[name]
        if not isinstance(value, str) and not (is_number(value) and (number or self._takes_numbers)):
            self.complain(name, "must be a string.")
        elif 0 < self.switches.longest_text < len(str(value)):
            self.complain(name, f"may not be greater than {self.switches.longest_text} characters.")

    def number(self, name: str, *, required: bool = False, amount: bool = False) -> None:
        """A number; an amount may be refused below 0."""
        if self.missing(name, required=required):
            return
        value = self.document[name]
        if not is_number(value) and not self._is_accepted_text(value):
            self.complain(name, "must be a number.")
        elif amount and self.switches.negative_amount == "refused" and as_number(value) < 0:
            self.complain(name, "must be at least 0.")

    def quantity(self, name: str) -> None:
        """A whole number above 0, unless odd ones are accepted."""
        before = len(self.errors)
        self.number(name, required=True)
        if len(self.errors) > before or self.switches.odd_quantity == "accepted":
            return
        quantity = as_number(self.document[name])
        if quantity < 1 or quantity != int(quantity):
            self.complain(name, "must be an integer of at least 1.")

    def boolean(self, name: str) -> None:
        """True or false, or what Laravel takes for it."""
        if not self.missing(name, required=False) and self.document[name] not in (True, False, "0", "1"):
            self.complain(name, "field must be true or false.")

    def pairs(self, name: str) -> None:
        """An object of any keys and values; PHP knows no difference between it and a list."""
        if self.missing(name, required=False):
            return
        value = self.document[name]
        if not isinstance(value, dict | list):
            self.complain(name, "must be an array.")
        elif self.switches.custom_values == "refused":
            for key, one in value.items() if isinstance(value, dict) else enumerate(value):
                if not isinstance(one, str):
                    self.complain(f"{name}.{key}", "must be a string.")

    def child(self, name: str, *, required: bool) -> Fields | None:
        """An object with fields of its own."""
        if self.missing(name, required=required):
            return None
        value = self.document[name]
        if not isinstance(value, dict):
            self.complain(name, "must be an array.")
            return None
        if not value and required:
            self.complain(name, "field is required.")
        return self._inner(name, value)

    def children(self, name: str) -> list[Fields]:
        """The objects of a list that must be there."""
        value = self.document.get(name)
        if value is None or (value == [] and self.switches.empty_products == "refused"):
            self.complain(name, "field is required.")
            return []
        if not isinstance(value, list):
            self.complain(name, "must be an array.")
            return []
        for index, one in enumerate(value):
            if not isinstance(one, dict):
                self.complain(f"{name}.{index}", "must be an array.")
        return [self._inner(f"{name}.{index}", one) for index, one in enumerate(value) if isinstance(one, dict)]

    def refuse_others(self, known: Iterable[str]) -> None:
        """Complain of fields that are not among those, where the switch says so."""
        if self.switches.unknown_fields == "refused":
            for name in self.document.keys() - set(known):
                self.complain(name, "field is unknown.")

    @property
    def _takes_numbers(self) -> bool:
        return self.switches.text_number == "accepted"

    def _is_accepted_text(self, value: object) -> bool:
        accepted = self.switches.number_text == "accepted"
        readable = accepted and isinstance(value, str) and _NUMERIC.fullmatch(value.strip())
        return bool(readable) and math.isfinite(float(str(value)))

    def _inner(self, name: str, value: dict[str, Any]) -> Fields:
        return Fields(document=value, errors=self.errors, switches=self.switches, path=self._at(name))

    def _at(self, name: str) -> str:
        named = _JOINED.get(name, name) if self.switches.name_path == "firstname" else name
        return f"{self.path}.{named}" if self.path else named


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
