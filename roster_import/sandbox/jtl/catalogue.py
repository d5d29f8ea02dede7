"""Companies, customers, items and the lists beside them: what JTL-Wawi had before anyone called it (catalogue.json)."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.messages import read_exactly
from roster_import.sandbox.switches import reading_catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.sandbox.state import Store

Document = dict[str, Any]

SCHEMA = ("CREATE TABLE IF NOT EXISTS jtl_customers (id INTEGER PRIMARY KEY, document TEXT NOT NULL)",)
_FILE = Path(__file__).with_name("catalogue.json")
_LISTS = ("Companies", "CustomerGroups", "ShippingMethods", "PaymentMethods", "TaxClasses", "CancellationReasons")
_NAMESPACE = uuid.UUID("0b3e9d5c-9c1e-4f0a-8a57-5a1d6c1f2e90")
_ENTERED = "2025-01-15T13:00:00.0000000+00:00"


def uuid_of(kind: str, id_: int) -> str:
    """The UUID by which v2 knows what v1 knows by that id; `kind` is company, customer, item, order and so on."""
    return str(uuid.uuid5(_NAMESPACE, f"{kind} {id_}"))


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The lists of catalogue.json, with the customers that were added since."""

    lists: Mapping[str, list[Document]]
    store: Store

    @cached_property
    def items(self) -> Mapping[int, Document]:
        """Items by id, as GET /items shows them."""
        return {item["Id"]: _item(item) for item in self.lists["Items"]}

    @cached_property
    def tax_rates(self) -> Mapping[int, Decimal]:
        """Per cent by the id of a tax class."""
        return {tax["Id"]: Decimal(tax["Rate"]) for tax in self.lists["TaxClasses"]}

    @cached_property
    def _entered(self) -> list[Document]:
        return [_customer(entry) for entry in self.lists["Customers"]]

    def customers(self) -> list[Document]:
        """All customers, as GET /customers shows them."""
        rows = self.store.rows("SELECT document FROM jtl_customers ORDER BY id")
        return [*self._entered, *(read_exactly(row["document"]) for row in rows)]

    def customer(self, id_: int) -> Document | None:
        """The customer of that id."""
        return next((customer for customer in self.customers() if customer["Id"] == id_), None)

    def knows(self, name: str, id_: int) -> bool:
        """Whether the list of that name has that id."""
        return any(entry["Id"] == id_ for entry in self.lists[name])

    def item_with(self, sku: str) -> Document | None:
        """The item of that SKU, in any case."""
        return next((item for item in self.items.values() if item["SKU"].lower() == sku.lower()), None)

    def add_customer(self, document: Document) -> Document:
        """Keep a new customer under the next id, with a Number of its own where none was given."""
        with self.store.changing() as connection:
            id_ = max((customer["Id"] for customer in self.customers()), default=0) + 1
            document = {"Number": str(9000 + id_), **document, "Id": id_}
            text = json.dumps(document, ensure_ascii=False, default=float)
            connection.execute("INSERT INTO jtl_customers VALUES (?, ?)", (id_, text))
        return document

    def forget(self) -> None:
        """Forget the customers that were added."""
        self.store.empty("jtl_customers")


def load_catalogue(store: Store, file: str) -> Catalogue:
    """The catalogue of a JSON file, or "own": the sandbox's; raises SandboxError for a file that is none."""
    path = _FILE if file == "own" else Path(file)
    with reading_catalogue(file, "JTL's", "JTL's"):
        catalogue = Catalogue(lists=read_exactly(path.read_text("utf-8")), store=store)
        _read_all(catalogue)
    return catalogue


def _read_all(catalogue: Catalogue) -> None:
    """Read everything once, so that a wrong file is found at the start and not with the first order."""
    missing = [item["Id"] for item in catalogue.items.values() if item["TaxClassId"] not in catalogue.tax_rates]
    if missing:
        raise LookupError(f"item {missing[0]} has a tax class that does not exist")
    _ = catalogue.customers(), [[entry["Id"], entry["Name"]] for name in _LISTS for entry in catalogue.lists[name]]


def _customer(entry: Document) -> Document:
    billing = {"Id": entry["Id"] * 10, **entry["BillingAddress"]}
    return {
        "LanguageIso": "DE",
        "CustomerSince": _ENTERED,
        **entry,
        "BillingAddress": billing,
        "Shipmentaddress": {**entry.get("Shipmentaddress", billing), "Id": entry["Id"] * 10 + 1},
    }


def _item(entry: Document) -> Document:
    return {
        "Id": entry["Id"],
        "SKU": entry["SKU"],
        "IsActive": entry.get("IsActive", True),
        "Name": entry["Name"],
        "Identifiers": {"Gtin": entry.get("Gtin", "")},
        "ChildItems": entry.get("Children", []),
        "ParentItemId": entry.get("Parent"),
        "ItemPriceData": {"SalesPriceNet": entry["Price"], "PurchasePriceNet": round(Decimal(entry["Price"]) / 2, 2)},
        "TaxClassId": entry.get("TaxClassId", 1),
        "Added": _ENTERED,
        "Changed": _ENTERED,
        "ReleasedOnDate": _ENTERED,
    }
