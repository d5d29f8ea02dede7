"""Is a body an order? Every error at once, under the dotted path of its field (Dropday › Orders › Create an order)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
        if not isinstance(value, str) and not (
            is_number(value) and (number or self.switches.text_number == "accepted")
        ):
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
            for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
                if not isinstance(inner, str):
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
        for index, entry in enumerate(value):
            if not isinstance(entry, dict):
                self.complain(f"{name}.{index}", "must be an array.")
        return [self._inner(f"{name}.{index}", entry) for index, entry in enumerate(value) if isinstance(entry, dict)]

    def refuse_others(self, known: Iterable[str]) -> None:
        """Complain of fields that are not among those, where the switch says so."""
        if self.switches.unknown_fields == "refused":
            for name in self.document.keys() - set(known):
                self.complain(name, "field is unknown.")

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


def read_date(text: object) -> date | None:
    """A delivery_date as it is written, DD-MM-YYYY; None where it is not."""
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        return None
    try:
        return datetime.strptime(text, "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


# ------------------------------------------------------------------------------------------- which field is what

_Rule = Callable[[Fields, str], None]
_TEXT, _REQUIRED_TEXT = Fields.text, partial(Fields.text, required=True)
_TEXT_OR_NUMBER = partial(Fields.text, number=True)
_AMOUNT, _REQUIRED_AMOUNT = partial(Fields.number, amount=True), partial(Fields.number, required=True, amount=True)


def _email(order: Fields, name: str) -> None:
    order.text(name)
    email = order.document.get(name)
    if order.switches.email_check == "yes" and email and not _EMAIL.fullmatch(str(email)):
        order.complain(name, "must be a valid email address.")


def _order_custom(order: Fields, name: str) -> None:
    order.pairs(name)
    if order.switches.order_custom == "refused" and name in order.document:
        order.complain(name, "field is unknown.")


def _delivery_date(shipping: Fields, name: str) -> None:
    given = not shipping.missing(name, required=False)
    if given and shipping.switches.delivery_date == "refused" and read_date(shipping.document[name]) is None:
        shipping.complain(name, "does not match the format d-m-Y.")


def _country(address: Fields, name: str) -> None:
    address.text(name, required=True)
    country = address.document.get(name)
    if address.switches.country == "code" and country and not _CODE.fullmatch(str(country)):
        address.complain(name, "must be 2 characters.")


_ORDER: Mapping[str, _Rule] = {
    "external_id": _REQUIRED_TEXT,
    "source": _REQUIRED_TEXT,
    "test": Fields.boolean,
    "total": _REQUIRED_AMOUNT,
    "shipping_cost": _AMOUNT,
    "email": _email,
    "custom": _order_custom,
}
SHIPPING_TEXTS = ("name", "description", "note")
_SHIPPING: Mapping[str, _Rule] = {
    **dict.fromkeys(SHIPPING_TEXTS, _TEXT),
    "cost": _AMOUNT,
    "delivery_date": _delivery_date,
}
ADDRESS: Mapping[str, _Rule] = {
    "first_name": _REQUIRED_TEXT,
    "last_name": _REQUIRED_TEXT,
    "company_name": _TEXT,
    "address1": _REQUIRED_TEXT,
    "address2": _TEXT,
    "postcode": _REQUIRED_TEXT,
    "city": _REQUIRED_TEXT,
    "state": _TEXT,
    "country": _country,
    "phone": _TEXT_OR_NUMBER,
}
_LINE: Mapping[str, _Rule] = {
    "external_id": _REQUIRED_TEXT,
    "name": _REQUIRED_TEXT,
    **dict.fromkeys(("reference", "image_url", "brand", "category", "supplier"), _TEXT),
    "ean13": _TEXT_OR_NUMBER,
    "quantity": Fields.quantity,
    "stock_quantity": Fields.number,
    "price": _REQUIRED_AMOUNT,
    "purchase_price": _AMOUNT,
    "custom": Fields.pairs,
}


def check_order(body: Document, switches: DropdaySwitches, knows: Callable[[str], bool]) -> dict[str, list[str]]:
    """Everything wrong with the body; `knows` says whether there is a product of that sku."""
    errors: dict[str, list[str]] = {}
    order = Fields(document=body, errors=errors, switches=switches)
    _check(order, _ORDER, "shipping", "shipping_address", "products")
    _check(order.child("shipping", required=False), _SHIPPING)
    _check(order.child("shipping_address", required=True), ADDRESS)
    lines = order.children("products")
    for line in lines:
        _check(line, _LINE)
        sku = line.document.get("reference")
        if switches.unknown_sku == "refused" and sku and not knows(str(sku)):
            line.complain("reference", "is invalid.")
    if switches.same_line_id == "refused":
        _refuse_same_ids(lines)
    if switches.total_check == "refused" and not errors:
        _check_total(order)
    return errors


def _check(fields: Fields | None, rules: Mapping[str, _Rule], *others: str) -> None:
    """Look at every field by its rule; `others` are known too."""
    if fields is not None:
        for name, rule in rules.items():
            rule(fields, name)
        fields.refuse_others((*rules, *others))


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
