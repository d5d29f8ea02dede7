"""Lists in pages (JTL › Pagination), and v1's calls about companies, customers, items (JTL › Customer, Item and so on)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.bodies import moment_of, read_object
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
    camel,
    written,
)
from roster_import.sandbox.messages import Reply, json_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from roster_import.sandbox.jtl.shapes import Document, Shape
    from roster_import.sandbox.jtl.switches import JtlSwitches
    from roster_import.sandbox.jtl.wawi import Wawi
    from roster_import.sandbox.messages import Request


_MOST = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of `total` entries; pages count from 1."""

    total: int
    number: int
    size: int
    entries: Sequence[Any]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.total // self.size)

    def document(self, write: Callable[[Any], Any]) -> dict[str, Any]:
        """The page as v1 has it: past either end the numbers stay where they are."""
        has_next = self.number < self.pages
        return {
            "TotalItems": self.total,
            "PageNumber": self.number,
            "PageSize": self.size,
            "Items": [write(one) for one in self.entries],
            "TotalPages": self.pages,
            "HasPreviousPage": self.number > 1,
            "HasNextPage": has_next,
            "NextPageNumber": self.number + 1 if has_next else self.pages,
            "PreviousPageNumber": max(1, self.number - 1),
        }

    def modern(self, write: Callable[[Any], Any]) -> dict[str, Any]:
        """The page as v2 has it: null past either end."""
        document = {camel(name): value for name, value in self.document(write).items()}
        document["nextPageNumber"] = self.number + 1 if self.number < self.pages else None
        document["previousPageNumber"] = self.number - 1 if self.number > 1 else None
        return document


def page_of(entries: Sequence[Any], request: Request, switches: JtlSwitches) -> Page:
    """The page that the parameters pageNumber and pageSize ask for; raises RefusedError (400) for one that is none."""
    number = whole_parameter(request, "pageNumber", 1)
    size = whole_parameter(request, "pageSize", switches.page_size)
    if size > switches.page_size_most and switches.page_size_over == "refused":
        raise RefusedError(400, INVALID, {"pageSize": f"pageSize must not be above {switches.page_size_most}."})
    size = min(size, switches.page_size_most)
    start = (number - 1) * size
    return Page(total=len(entries), number=number, size=size, entries=entries[start : start + size])


def whole_parameter(request: Request, name: str, default: int) -> int:
    """A parameter that is a number from 1 on; raises RefusedError (400) where it is none."""
    text = request.query.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(_MOST)) and 1 <= int(text) <= _MOST):
        raise RefusedError(400, INVALID, {name: f"The value '{text}' is not valid for {name}."})
    return int(text)


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

    def __init__(self, wawi: Wawi) -> None:
        self._wawi = wawi
        self._switches = wawi.switches
        self._catalogue = wawi.catalogue

    def info(self, _: Request, __: int) -> Reply:
        """Which JTL-Wawi this is, and what time it is there."""
        return json_reply(
            {
                "Version": _VERSION,
                "Timestamp": self._wawi.now_text(),
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
        kept = {"CustomerSince": self._wawi.now_text(), "Shipmentaddress": billing, **fields}
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
