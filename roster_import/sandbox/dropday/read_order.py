"""An order as it is read (Dropday › Orders › Get orders), made of the body it came with.

products become order_lines, email moves into shipping_address, delivery_date is turned round, supplier becomes
matched_supplier. Faults may change it, and time does: a line is pending, ruled once matched to a supplier, then ends.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.dropday.check import ADDRESS, SHIPPING_TEXTS, as_number, as_object, is_absent, read_date
from roster_import.sandbox.dropday.switches import STATUSES
from roster_import.sandbox.messages import json_text
from roster_import.sandbox.state import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
            "order_lines": [self._line(line) for line in body.get("products") or []],
        }

    def text(self, value: Any) -> str | None:
        """A text as it is kept: a blank one is none at all."""
        if is_absent(value):
            return None
        return str(value).strip() if self._switches.texts == "trimmed" else str(value)

    def _address(self, body: Mapping[str, Any]) -> Document:
        address = body["shipping_address"]
        texts = {name: self.text(address.get(name)) for name in ADDRESS}
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
            return [self._value(value) for value in custom]
        names = (
            sorted(custom, key=lambda name: (len(name), name)) if self._switches.custom_order == "sorted" else custom
        )
        return {name: self._value(custom[name]) for name in names}

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value) if self._switches.texts == "trimmed" else value
        if self._switches.custom_values == "text" and value is not None:
            return json_text(value)
        return value

    def _amount(self, value: Any) -> Any:
        number = _number(value)
        return f"{number:.2f}" if self._switches.read_amounts == "text" and number is not None else number


def is_test(body: Mapping[str, Any]) -> bool:
    """Whether the order is a test; one that does not say is none."""
    return body.get("test") in (True, "1")


def _number(value: Any) -> int | float | None:
    return None if is_absent(value) else as_number(value)


_UNROUTED = ("pending", "skipped")  # no supplier is ever matched to such a line


# ------------------------------------------------------------------------------------------------ what becomes of lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One status of a line: since when (seconds since 1970), and the log message of it."""

    status: str
    since: float
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """How the lines of one order end.

    `forced` is what a fault decided: a status for all lines; `message` the log message of a failed line.
    """

    switches: DropdaySwitches
    knows: Callable[[str], bool]
    test: bool
    blocked: bool
    forced: str = ""
    message: str = ""

    def of(self, line: Mapping[str, Any]) -> Document:
        """The status the line ends with, and its log message."""
        status = self._status(line)
        return {"status": status, "message": self._message(status)}

    def _status(self, line: Mapping[str, Any]) -> str:
        if self.forced or self.blocked:
            return self.forced or "pending"
        marked = self._marked(line["name"] or "")
        if marked or self.test:
            return marked or self.switches.test_lines
        if (
            line["reference"]
            and self.switches.unknown_sku in ("skipped", "failed")
            and not self.knows(line["reference"])
        ):
            return self.switches.unknown_sku
        return self.switches.line_end if line["supplier"] else self._without_supplier

    @property
    def _without_supplier(self) -> str:
        """The end of a line without a supplier, unless all lines end in another way than usual."""
        usual = self.switches.line_end == "completed"
        return self.switches.without_supplier if usual else self.switches.line_end

    def _marked(self, name: str) -> str:
        if self.switches.markers == "ignored":
            return ""
        return next((status for status in STATUSES if f"[{status}]" in name), "")

    def _message(self, status: str) -> str:
        failed = self.message or self.switches.failed_message
        messages = {
            "completed": "Successfully sent to supplier",
            "partially_completed": "Sent to supplier in part",
            "failed": failed,
            "declined": "Declined by supplier",
            "skipped": "Skipped: not sent to any supplier",
        }
        return messages.get(status, "")


def steps(end: Mapping[str, str], supplier: str | None, placed_at: float, delay: float) -> list[Step]:
    """The statuses a line goes through, those to come included; `delay` is the time from placing to the end."""
    passed = [Step(status="pending", since=placed_at, message="Order line created")]
    if end["status"] not in _UNROUTED:
        message = f"Matched to supplier {supplier}" if supplier else "Ruled without a supplier"
        passed.append(Step(status="ruled", since=placed_at + delay / 2, message=message))
    if end["status"] not in ("pending", "ruled"):
        passed.append(Step(status=end["status"], since=placed_at + delay, message=end["message"]))
    return passed


def laravel_time(seconds: float) -> str:
    """Seconds since 1970 as Laravel writes a time: 2025-09-22T14:30:00.000000Z."""
    return moment(seconds).strftime("%Y-%m-%dT%H:%M:%S.000000Z")


# ----------------------------------------------------------------------------------------------- what faults make of it


# the status all lines end with
FORCED = {"failed": "failed", "never-ready": "pending"}


def alter(document: Document, fate: str) -> Document:
    """The order as it is read under that fate; unchanged where it is none of those below."""
    if fate not in _ALTERATIONS or not document["order_lines"]:
        return document
    changed = copy.deepcopy(document)
    _ALTERATIONS[fate](changed)
    return changed


def _without(word: str) -> Callable[[Document], None]:
    """Lose whatever is kept in `custom` under a key with that word in it."""

    def drop(document: Document) -> None:
        for line in document["order_lines"]:
            if isinstance(line["custom"], dict):
                line["custom"] = {key: value for key, value in line["custom"].items() if word not in key.lower()}

    return drop


def _without_first(document: Document) -> None:
    del document["order_lines"][0]


def _one_more(document: Document) -> None:
    document["order_lines"][0]["quantity"] += 1


def _other_size(document: Document) -> None:
    """Another size in the first line that has one in `custom`."""
    for line in document["order_lines"]:
        custom = line["custom"] if isinstance(line["custom"], dict) else {}
        for key in custom:
            if "size" in key.lower():
                custom[key] = "XS" if custom[key] != "XS" else "S"
                return


def _other_total(document: Document) -> None:
    total = document["total"]
    document["total"] = f"{float(total) + 100:.2f}" if isinstance(total, str) else total + 100


_ALTERATIONS: Mapping[str, Callable[[Document], None]] = {
    "confirm-without-names": _without("name"),
    "confirm-without-numbers": _without("number"),
    "confirm-without-first": _without_first,
    "confirm-one-more": _one_more,
    "confirm-other-size": _other_size,
    "confirm-other-total": _other_total,
}
