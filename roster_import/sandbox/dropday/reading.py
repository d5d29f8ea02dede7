"""An order as it is read (Dropday › Orders › Get orders), made of the body it came with.

products become order_lines, email moves into shipping_address, delivery_date is turned round, supplier becomes
matched_supplier. What time changes, the lines' statuses, is not in here: see lines.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.sandbox.dropday.check import ADDRESS, SHIPPING_TEXTS, read_date
from roster_import.sandbox.dropday.fields import as_number, as_object, is_absent
from roster_import.sandbox.messages import json_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.sandbox.dropday.switches import DropdaySwitches

Document = dict[str, Any]

_LINE_TEXTS = ("brand", "category", "image_url")


def read_order(body: Mapping[str, Any], switches: DropdaySwitches) -> Document:
    """What is read of the order, all but ids, times and statuses; the body has been checked."""
    return _Reader(switches).order(body)


class _Reader:
    def __init__(self, switches: DropdaySwitches) -> None:
        self._switches = switches

    def order(self, body: Mapping[str, Any]) -> Document:
        return {
            "external_id": self.text(body.get("external_id")),
            "source": self.text(body.get("source")),
            "test": is_test(body),
            "total": self._amount(body.get("total")),
            "shipping_address": self._address(body),
            "shipping": self._shipping(body),
            "custom": self._custom(body.get("custom") if self._switches.order_custom == "accepted" else None),
            "order_lines": [self._line(one) for one in body.get("products") or []],
        }

    def text(self, value: Any) -> str | None:
        """A text as it is kept: a blank one is none at all."""
        if is_absent(value):
            return None
        return str(value).strip() if self._switches.texts == "trimmed" else str(value)

    def _address(self, body: Mapping[str, Any]) -> Document:
        address = body["shipping_address"]
        texts = {name: self.text(address.get(name)) for name in (*ADDRESS, "phone")}
        return {"email": self.text(body.get("email")), **texts}

    def _shipping(self, body: Mapping[str, Any]) -> Document:
        shipping = as_object(body.get("shipping"))
        cost = shipping.get("cost")
        day = read_date(shipping.get("delivery_date"))
        return {
            "cost": self._amount(body.get("shipping_cost") if is_absent(cost) else cost),
            **{name: self.text(shipping.get(name)) for name in SHIPPING_TEXTS},
            "delivery_date": day.isoformat() if day else None,
        }

    def _line(self, line: Mapping[str, Any]) -> Document:
        return {
            **{name: self.text(line.get(name)) for name in ("external_id", "name", "ean13", "reference")},
            **{name: _number(line.get(name)) for name in ("quantity", "stock_quantity")},
            **{name: self._amount(line.get(name)) for name in ("price", "purchase_price")},
            **{name: self.text(line.get(name)) for name in _LINE_TEXTS},
            "custom": self._custom(line.get("custom")),
            "supplier": self.text(line.get("supplier")),
        }

    def _custom(self, custom: Any) -> Any:
        if not custom or is_absent(custom):
            return {"null": None, "list": [], "object": {}}[self._switches.empty_custom]
        if isinstance(custom, list):
            return [self._value(one) for one in custom]
        names = (
            sorted(custom, key=lambda name: (len(name), name)) if self._switches.custom_order == "sorted" else custom
        )
        return {name: self._value(custom[name]) for name in names}

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value) if self._switches.texts == "trimmed" else value
        if self._switches.custom_values == "text" and value is not None:
            return json_bytes(value).decode()
        return value

    def _amount(self, value: Any) -> Any:
        number = _number(value)
        return f"{number:.2f}" if self._switches.read_amounts == "text" and number is not None else number


def is_test(body: Mapping[str, Any]) -> bool:
    """Whether the order is a test; one that does not say is none."""
    return body.get("test") in (True, "1")


def _number(value: Any) -> int | float | None:
    return None if is_absent(value) else as_number(value)
