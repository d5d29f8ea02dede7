"""The products that Dropday knows: the sandbox's own, or a JSON file of them (Dropday › Products)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.switches import SandboxError

if TYPE_CHECKING:
    from collections.abc import Iterable


ProductDocument = dict[str, Any]

_SIZES = ("128", "140", "152", "164", "S", "M", "L", "XL", "2XL", "3XL")
_KINDS = (
    *(("HOME", "Home shirt", 129.0), ("AWAY", "Away shirt", 109.0), ("KEEP", "Goalkeeper shirt", 139.0)),
    *(("TRAIN", "Training shirt", 79.0), ("HOOD", "Hoodie", 199.0), ("WARM", "Warm-up shirt", 89.0)),
    *(("SHORT", "Shorts", 59.0), ("JACK", "Rain jacket", 249.0), ("PANT", "Track pants", 149.0)),
    *(("POLO", "Polo shirt", 99.0), ("VEST", "Training vest", 39.0), ("COAT", "Winter coat", 399.0)),
)
_OTHERS = (
    ("BALL-5", "Match ball, size 5", 199.0),
    ("SOCK", "Socks, one size", 29.0),
    ("OLD", "Last year's shirt", 49.0),
)
_OWN = "own"
_SUPPLIER = "Nordby Teamwear"
_SINCE = "2025-09-01T08:00:00.000000Z"


class Products:
    """Products by sku. `documents` are as GET /products shows them; `suppliers` tells who delivers which sku."""

    def __init__(self, documents: Iterable[ProductDocument], suppliers: dict[str, str]) -> None:
        self.documents = list(documents)
        self._known = {product["sku"] for product in self.documents}
        self._suppliers = suppliers

    def knows(self, sku: str) -> bool:
        """Whether there is a product of that sku."""
        return sku in self._known

    def supplier(self, sku: str | None) -> str | None:
        """Who delivers the product of that sku, None where nobody is known."""
        return self._suppliers.get(sku or "")


def load_products(file: str) -> Products:
    """The products of a JSON file, or the sandbox's own; raises SandboxError for a file that is none."""
    if file == _OWN:
        return _own_products()
    try:
        listed = json.loads(Path(file).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SandboxError(f"{file} cannot be read as a list of products: {error}") from error
    if not isinstance(listed, list) or not all(map(_is_product, listed)):
        raise SandboxError(f"{file} is no list of products: it must be a JSON array of objects with sku and name.")
    return _products(listed)


def _is_product(entry: object) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(name), str) for name in ("sku", "name"))


@cache
def _own_products() -> Products:
    """The sandbox's own, which nobody changes."""
    sized = [
        {"sku": f"{code}-{size}", "name": f"{name}, {size}", "purchase_price": price}
        for code, name, price in _KINDS
        for size in _SIZES
    ]
    others = [{"sku": code, "name": name, "purchase_price": price} for code, name, price in _OTHERS]
    others[-1]["active"] = 0
    return _products([{**product, "supplier": _SUPPLIER} for product in (*sized, *others)])


def _products(listed: list[ProductDocument]) -> Products:
    documents = [_document(index, product) for index, product in enumerate(listed)]
    suppliers = {entry["sku"]: entry["supplier"] for entry in listed if isinstance(entry.get("supplier"), str)}
    return Products(documents, suppliers)


def _document(index: int, given: ProductDocument) -> ProductDocument:
    document = {
        "id": 501 + index,
        "project_id": 12,
        "product_feed_id": 3,
        "sku": given["sku"],
        "ean13": _ean13(f"57{index + 1:010d}"),
        "name": given["name"],
        "purchase_price": None,
        "stock_quantity": 25,
        "active": 1,
        "created_at": _SINCE,
        "updated_at": _SINCE,
    }
    return {**document, **{name: value for name, value in given.items() if name in document}}


def _ean13(digits: str) -> str:
    """Twelve digits and the one that checks them."""
    weighed = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return f"{digits}{-weighed % 10}"
