"""Lists in pages (JTL › Pagination), and v1's calls about companies, customers, items (JTL › Customer, Item and so on)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.read_request import moment_parameter, read_object, whole_parameter
from roster_import.sandbox.jtl.refusals import RefusedError, invalid
from roster_import.sandbox.jtl.shapes import CREATE_CUSTOMER, CUSTOMER, ITEM, LISTS, camel
from roster_import.sandbox.messages import Reply, json_reply
from roster_import.sandbox.state import read_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from roster_import.sandbox.jtl.shapes import Document
    from roster_import.sandbox.jtl.switches import JtlSwitches
    from roster_import.sandbox.jtl.wawi import Wawi
    from roster_import.sandbox.messages import Request

_VERSION = "1.10.12.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of `total` entries; pages count from 1."""

    total: int
    number: int
    size: int
    entries: Sequence[Any]

    def document(self, write: Callable[[Any], Any]) -> dict[str, Any]:
        """The page as v1 has it: past either end the numbers stay where they are."""
        pages = -(-self.total // self.size)
        has_next = self.number < pages
        return {
            "TotalItems": self.total,
            "PageNumber": self.number,
            "PageSize": self.size,
            "Items": [write(entry) for entry in self.entries],
            "TotalPages": pages,
            "HasPreviousPage": self.number > 1,
            "HasNextPage": has_next,
            "NextPageNumber": self.number + 1 if has_next else pages,
            "PreviousPageNumber": max(1, self.number - 1),
        }

    def modern(self, write: Callable[[Any], Any]) -> dict[str, Any]:
        """The page as v2 has it: null past either end."""
        document = {camel(name): value for name, value in self.document(write).items()}
        document["nextPageNumber"] = self.number + 1 if document["hasNextPage"] else None
        document["previousPageNumber"] = self.number - 1 if document["hasPreviousPage"] else None
        return document


def page_of(entries: Sequence[Any], request: Request, switches: JtlSwitches) -> Page:
    """The page that the parameters pageNumber and pageSize ask for; raises RefusedError (400) for one that is none."""
    number = whole_parameter(request, "pageNumber", 1)
    size = whole_parameter(request, "pageSize", switches.page_size)
    if size > switches.page_size_most and switches.page_size_over == "refused":
        raise invalid({"pageSize": f"pageSize must not be above {switches.page_size_most}."})
    size = min(size, switches.page_size_most)
    start = (number - 1) * size
    return Page(total=len(entries), number=number, size=size, entries=entries[start : start + size])


class Lists:
    """Answers from the catalogue."""

    def __init__(self, wawi: Wawi) -> None:
        self._wawi = wawi
        self._switches = wawi.switches
        self._catalogue = wawi.catalogue

    def info(self, _: Request, __: int) -> Reply:
        """Which JTL-Wawi this is, and what time it is there."""
        told = {"Timestamp": self._wawi.now_text(), "Tenant": self._switches.mandant}
        return json_reply({"Version": _VERSION, **told, "Type": "WAWI-Api"})

    def list_at(self, path: str) -> Callable[[Request, int], Reply]:
        """The call at that path, which answers a plain array."""
        return lambda _request, _number: json_reply(self.shown_list(path))

    def shown_list(self, path: str) -> list[Document]:
        """The list that is found at that path."""
        name, shape, _kind = LISTS[path]
        return self._wawi.write_all(self._catalogue.lists[name], shape)

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
            customer
            for customer in self._catalogue.customers()
            if all(str(customer.get(name)) == value for name, value in wanted.items() if value)
            and all(any(word in text for text in _customer_texts(customer)) for word in words)
        ]

    def customer(self, _: Request, id_: int) -> Reply:
        """Get Customer."""
        customer = self._catalogue.customer(id_)
        if customer is None:
            raise RefusedError(404, "No customer with the given ID exists.")
        return json_reply(self.shown_customer(customer))

    def add_customer(self, request: Request, _: int) -> Reply:
        """Create Customer."""
        fields = read_object(request, CREATE_CUSTOMER, self._switches)
        homes = {"CustomerGroupId": "CustomerGroups", "InternalCompanyId": "Companies"}
        strange = [name for name, home in homes.items() if not self._catalogue.knows(home, fields[name])]
        if strange:
            raise invalid({name: f"{name} {fields[name]} does not exist." for name in strange})
        billing = fields["BillingAddress"]
        kept = {"CustomerSince": self._wawi.now_text(), "Shipmentaddress": billing, **fields}
        return json_reply(self.shown_customer(self._catalogue.add_customer(kept)), 201)

    def shown_customer(self, customer: Document) -> Document:
        """A customer as v1 shows one."""
        return self._wawi.write(customer, CUSTOMER)

    # --------------------------------------------------------------------------------------------------- items

    def items(self, request: Request, _: int) -> Reply:
        """Query Items: a key word finds more than the item that was meant."""
        page = page_of(self.found_items(request), request, self._switches)
        return json_reply(page.document(self.shown_item))

    def found_items(self, request: Request) -> list[Document]:
        """The items the parameters ask for."""
        word = request.query.get("searchKeyWord", "").strip().lower()
        parent = whole_parameter(request, "parentItemId", 0)
        text = request.query.get("changedSince", "")
        since = moment_parameter("changedSince", text) if text else None
        none = any(request.query.get(name) for name in ("categoryId", "manufacturerId"))  # no item here has either
        return [
            item
            for item in self._catalogue.items.values()
            if not none
            and (not word or self._is_meant(item, word))
            and (not parent or item["ParentItemId"] == parent)
            and (since is None or since <= read_moment(item["Changed"]))
        ]

    def item(self, _: Request, id_: int) -> Reply:
        """Get Item."""
        item = self._catalogue.items.get(id_)
        if item is None:
            raise RefusedError(404, "No item with the given ID exists.")
        return json_reply(self.shown_item(item))

    def shown_item(self, item: Document) -> Document:
        """An item as v1 shows one."""
        return self._wawi.write(item, ITEM)

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
