"""What becomes of a line that is sent: what is wrong with it, what JTL-Wawi adds (JTL › Line items), what a fault does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.read_request import MOST, at, read_fields
from roster_import.sandbox.jtl.refusals import RefusedError
from roster_import.sandbox.jtl.shapes import CREATE_LINE, UPDATE_LINE, Document
from roster_import.sandbox.messages import FAILED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from roster_import.sandbox.jtl.catalogue import Catalogue
    from roster_import.sandbox.jtl.refusals import Complaints
    from roster_import.sandbox.jtl.shapes import Document
    from roster_import.sandbox.jtl.switches import JtlSwitches
    from roster_import.sandbox.messages import Request

_FREE, _ITEM = 0, 1
_CENT, _FINE = Decimal("0.01"), Decimal("0.0001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The lines that can be taken, and what is wrong with the others."""

    lines: list[Document]
    complaints: Complaints


class Lines:
    """Reads lines as the switches say."""

    def __init__(self, catalogue: Catalogue, switches: JtlSwitches) -> None:
        self._catalogue = catalogue
        self._switches = switches

    def read_all(self, sent: Sequence[Any]) -> Read:
        """The lines of an array; with a bad one among them, those that are taken all the same."""
        lines: list[Document] = []
        complaints: Complaints = {}
        for number, line in enumerate(sent):
            fields, wrong = self.read(line, f"[{number}]")
            complaints |= wrong
            if not wrong and not (complaints and self._switches.array == "until-bad"):
                lines.append(self.completed(fields))
        return Read(lines=[] if complaints and self._switches.array == "atomic" else lines, complaints=complaints)

    def read(self, sent: Any, path: str, *, changes: bool = False) -> tuple[Document, Complaints]:
        """One line's fields and what is wrong with them; with `changes` nothing is required."""
        fields, wrong = read_fields(sent, UPDATE_LINE if changes else CREATE_LINE, self._switches, path)
        return fields, wrong or self._complaints(fields, path, changes=changes)

    def completed(self, fields: Document) -> Document:
        """The line as it is kept, but for its ids."""
        item = self._item(fields)
        rate = fields.get("TaxRate", self._rate(item))
        net, gross = self._prices(fields, item, Decimal(rate))
        return {
            "ItemId": item["Id"] if item else None,
            "Name": fields.get("Name", item["Name"] if item else None),
            "SKU": fields.get("SKU", item["SKU"] if item else None),
            "Type": _ITEM if item else _FREE,
            "Quantity": fields["Quantity"],
            "QuantityDelivered": 0,
            "QuantityReturned": 0,
            "SalesUnit": fields.get("SalesUnit", "stk" if item else None),
            "SalesPriceNet": net,
            "SalesPriceGross": gross,
            "Discount": fields.get("Discount", 0),
            "PurchasePriceNet": fields.get("PurchasePriceNet", _price(item, "PurchasePriceNet")),
            "TaxRate": rate,
            "Notice": fields.get("Notice"),
        }

    def changed(self, line: Document, changes: Document) -> Document:
        """A kept line with some of its fields changed; the price that was not sent is worked out anew."""
        before = {name: value for name, value in line.items() if name in CREATE_LINE.fields and value is not None}
        before.pop("SalesPriceGross", None)
        if "SalesPriceGross" in changes and "SalesPriceNet" not in changes:
            before.pop("SalesPriceNet", None)
        if "ItemId" in changes:
            before = {name: value for name, value in before.items() if name in ("Quantity", "Notice", "Discount")}
        return {**line, **self.completed({**before, **changes})}

    def _complaints(self, fields: Document, path: str, *, changes: bool) -> Complaints:
        wrong: Complaints = {}
        if "Quantity" in fields and not 0 <= fields["Quantity"] <= MOST:
            wrong[at(path, "Quantity")] = f"The field Quantity must be between 0 and {MOST}."
        if fields.get("TaxRate", 0) < 0:
            wrong[at(path, "TaxRate")] = "The field TaxRate must not be below 0."
        both = "SalesPriceNet" in fields and "SalesPriceGross" in fields
        if both and self._switches.both_prices == "refused":
            wrong[at(path, "SalesPriceGross")] = "Only net or gross price can be entered."
        complaint = self._item_complaint(fields, changes=changes)
        return wrong | ({at(path, complaint[0]): complaint[1]} if complaint else {})

    def _item_complaint(self, fields: Document, *, changes: bool) -> tuple[str, str] | None:
        switches, item = self._switches, self._item(fields)
        if "ItemId" in fields and item is None:
            return "ItemId", f"The item {fields['ItemId']} does not exist."
        if item and item["ChildItems"] and switches.parent_item == "refused":
            return "ItemId", f"The item {item['Id']} is a variation parent."
        if item and not item["IsActive"] and switches.inactive_item == "refused":
            return "ItemId", f"The item {item['Id']} is not active."
        sku = fields.get("SKU")
        if sku and not item and switches.unknown_sku == "refused" and not self._catalogue.item_with(sku):
            return "SKU", f"The SKU {sku} does not exist."
        if not (changes or item or sku or fields.get("Name")) and switches.bare_line == "refused":
            return "Name", "The line has neither an item nor a name."
        return None

    def _item(self, fields: Document) -> Document | None:
        if "ItemId" in fields:
            return self._catalogue.items.get(fields["ItemId"])
        by_sku = self._switches.known_sku == "item" and fields.get("SKU")
        return self._catalogue.item_with(fields["SKU"]) if by_sku else None

    def _rate(self, item: Document | None) -> Decimal:
        return self._catalogue.tax_rates[item["TaxClassId"]] if item else self._switches.tax_rate

    def _prices(self, fields: Document, item: Document | None, rate: Decimal) -> tuple[Decimal, Decimal]:
        factor = 1 + rate / 100
        if "SalesPriceGross" in fields and "SalesPriceNet" not in fields:
            gross = Decimal(fields["SalesPriceGross"])
            return (gross / factor).quantize(_FINE, ROUND_HALF_UP), gross
        own = _price(item, "SalesPriceNet") if self._switches.item_price == "item" else Decimal(0)
        net = Decimal(fields.get("SalesPriceNet", own))
        return net, (net * factor).quantize(_CENT, ROUND_HALF_UP)


def _price(item: Document | None, name: str) -> Decimal:
    return Decimal(item["ItemPriceData"][name]) if item else Decimal(0)


def gross_total(lines: Sequence[Document]) -> Decimal:
    """What the lines cost together, with tax and less their discounts."""
    worth = (
        Decimal(line["Quantity"]) * Decimal(line["SalesPriceGross"]) * (1 - Decimal(line["Discount"]) / 100)
        for line in lines
    )
    return sum(worth, Decimal(0)).quantize(_CENT, ROUND_HALF_UP)


# ----------------------------------------------------------------------------------------------- what faults make of it

_DIGITS = re.compile(r"[0-9]+")
_WRITTEN = ("Name", "Notice")


def refuse_if_failed(request: Request) -> None:
    """Raise RefusedError (400) for a request that a fault lets fail, with the message it asks for."""
    if request.fate == FAILED:
        raise RefusedError(400, request.fate_value or "The sales order could not be saved.")


def altered(lines: Sequence[Document], fate: str) -> list[Document]:
    """The lines as a fault wants them kept; as they are without one."""
    return _ALTERATIONS[fate](list(lines)) if lines and fate in _ALTERATIONS else list(lines)


def _first_with(change: Callable[[Document], Document]) -> Callable[[list[Document]], list[Document]]:
    """The lines, with those fields of the first one changed."""
    return lambda lines: [{**lines[0], **change(lines[0])}, *lines[1:]]


def _without_names(lines: list[Document]) -> list[Document]:
    return [{**line, "Name": line["SKU"], "Notice": None} for line in lines]


def _without_numbers(lines: list[Document]) -> list[Document]:
    return [{**line, **{name: _DIGITS.sub("", line[name]) for name in _WRITTEN if line[name]}} for line in lines]


def _other_size(line: Document) -> Document:
    return {"ItemId": line["ItemId"] + 1 if line["ItemId"] else None, "SKU": f"{line['SKU'] or ''}X"}


_ALTERATIONS: Mapping[str, Callable[[list[Document]], list[Document]]] = {
    "confirm-without-names": _without_names,
    "confirm-without-numbers": _without_numbers,
    "confirm-without-first": lambda lines: lines[1:],
    "confirm-one-more": _first_with(lambda line: {"Quantity": line["Quantity"] + 1}),
    "confirm-other-size": _first_with(_other_size),
    "confirm-other-total": _first_with(lambda line: {"SalesPriceNet": line["SalesPriceNet"] + 100}),
}
