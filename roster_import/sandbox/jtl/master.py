"""The calls about companies, customers, items and the lists beside them, v1 (JTL › Customer, Item and so on)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.bodies import moment_of, read_object
from roster_import.sandbox.jtl.paging import page_of, whole_parameter
from roster_import.sandbox.jtl.refusals import INVALID, RefusedError
from roster_import.sandbox.jtl.shapes import (
    CANCELLATION_REASON,
    COMPANY,
    CREATE_CUSTOMER,
    CUSTOMER,
    CUSTOMER_GROUP,
    ITEM,
    PAYMENT_METHOD,
    SHIPPING_METHOD,
    TAX_CLASS,
    written,
)
from roster_import.sandbox.messages import Reply, json_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from roster_import.sandbox.jtl.house import House
    from roster_import.sandbox.jtl.shapes import Document, Shape
    from roster_import.sandbox.messages import Request

LISTS: Mapping[str, tuple[str, Shape, str]] = {
    "companies": ("Companies", COMPANY, "company"),
    "customerGroups": ("CustomerGroups", CUSTOMER_GROUP, "customerGroup"),
    "shippingMethods": ("ShippingMethods", SHIPPING_METHOD, "shippingMethod"),
    "paymentMethods": ("PaymentMethods", PAYMENT_METHOD, "paymentMethod"),
    "taxClasses": ("TaxClasses", TAX_CLASS, "taxClass"),
    "salesOrders/cancellationReasons": ("CancellationReasons", CANCELLATION_REASON, "cancellationReason"),
}
_VERSION = "1.10.12.0"


class Master:
    """Answers from the catalogue."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._switches = house.switches
        self._catalogue = house.catalogue

    def info(self, _: Request, __: int) -> Reply:
        """Which JTL-Wawi this is, and what time it is there."""
        return json_reply(
            {
                "Version": _VERSION,
                "Timestamp": self._house.now_text(),
                "Tenant": self._switches.mandant,
                "Type": "WAWI-Api",
            }
        )

    def listing(self, path: str) -> Callable[[Request, int], Reply]:
        """The call at that path, which answers a plain array."""
        return partial(self._list, path)

    def _list(self, path: str, _: Request, __: int) -> Reply:
        name, shape, _kind = LISTS[path]
        return json_reply([written(one, shape, self._switches.absent) for one in self._catalogue.lists[name]])

    # ----------------------------------------------------------------------------------------------- customers

    def customers(self, request: Request, _: int) -> Reply:
        """Query Customers: by number exactly, by key words in any case and any order."""
        page = page_of(self.found_customers(request), request, self._switches)
        return json_reply(page.document(self.shown_customer))

    def found_customers(self, request: Request) -> list[Document]:
        """The customers the parameters ask for."""
        words = request.query.get("searchKeyWord", "").lower().split()
        wanted = {"Number": request.query.get("number", "")}
        for parameter, name in (("groupId", "CustomerGroupId"), ("categoryId", "CustomerCategoryId")):
            wanted[name] = str(whole_parameter(request, parameter, 0) or "")
        return [
            one
            for one in self._catalogue.customers()
            if all(str(one.get(name)) == value for name, value in wanted.items() if value)
            and all(any(word in text for text in _customer_texts(one)) for word in words)
        ]

    def customer(self, _: Request, id_: int) -> Reply:
        """Get Customer."""
        found = self._catalogue.customer(id_)
        if found is None:
            raise RefusedError(404, "No customer with the given ID exists.")
        return json_reply(self.shown_customer(found))

    def add_customer(self, request: Request, _: int) -> Reply:
        """Create Customer."""
        fields = read_object(request, CREATE_CUSTOMER, self._switches)
        lists = {"CustomerGroupId": "CustomerGroups", "InternalCompanyId": "Companies"}
        wrong = {name: f"{name} {fields[name]} does not exist." for name, home in lists.items()
                 if not self._catalogue.knows(home, fields[name])}  # fmt: skip
        if wrong:
            raise RefusedError(400, INVALID, wrong)
        billing = fields["BillingAddress"]
        kept = {"CustomerSince": self._house.now_text(), "Shipmentaddress": billing, **fields}
        return json_reply(self.shown_customer(self._catalogue.add_customer(kept)), 201)

    def shown_customer(self, customer: Document) -> Document:
        """A customer as v1 shows one."""
        return written(customer, CUSTOMER, self._switches.absent)

    # --------------------------------------------------------------------------------------------------- items

    def items(self, request: Request, _: int) -> Reply:
        """Query Items: a key word finds more than the item that was meant."""
        page = page_of(self.found_items(request), request, self._switches)
        return json_reply(page.document(self.shown_item))

    def found_items(self, request: Request) -> list[Document]:
        """The items the parameters ask for."""
        word = request.query.get("searchKeyWord", "").strip().lower()
        parent = whole_parameter(request, "parentItemId", 0)
        since = _since(request)
        none = any(request.query.get(name) for name in ("categoryId", "manufacturerId"))  # no item here has either
        return [
            one
            for one in self._catalogue.items.values()
            if not none
            and (not word or self._is_meant(one, word))
            and (not parent or one["ParentItemId"] == parent)
            and (since is None or since <= moment_of(one["Changed"]))
        ]

    def item(self, _: Request, id_: int) -> Reply:
        """Get Item."""
        found = self._catalogue.items.get(id_)
        if found is None:
            raise RefusedError(404, "No item with the given ID exists.")
        return json_reply(self.shown_item(found))

    def shown_item(self, item: Document) -> Document:
        """An item as v1 shows one."""
        return written(item, ITEM, self._switches.absent)

    def _is_meant(self, item: Document, word: str) -> bool:
        if item["Identifiers"]["Gtin"] == word:
            return True
        return _SEARCHES[self._switches.item_search](item["SKU"].lower(), item["Name"].lower(), word)


_SEARCHES: Mapping[str, Callable[[str, str, str], bool]] = {
    "prefix": lambda sku, name, word: sku.startswith(word) or name.startswith(word),
    "contains": lambda sku, name, word: word in sku or word in name,
    "exact": lambda sku, _, word: sku == word,
}


def _customer_texts(customer: Document) -> Iterator[str]:
    yield str(customer["Number"]).lower()
    for value in customer["BillingAddress"].values():
        yield str(value).lower()


def _since(request: Request) -> Any:
    text = request.query.get("changedSince", "")
    moment = moment_of(text) if text else None
    if text and moment is None:
        raise RefusedError(400, INVALID, {"changedSince": f"The value '{text}' is not valid for changedSince."})
    return moment
