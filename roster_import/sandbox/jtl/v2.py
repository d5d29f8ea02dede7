"""Version 2: header and lines in one call, camelCase, UUIDs where v1 has numbers (JTL › Versions; v2 › Sales order)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.catalogue import uuid_of
from roster_import.sandbox.jtl.lines import altered
from roster_import.sandbox.jtl.orders import NewOrder
from roster_import.sandbox.jtl.read_request import moment_of, moment_parameter, read_array, read_fields, read_json
from roster_import.sandbox.jtl.refusals import Complaints, RefusedError, invalid
from roster_import.sandbox.jtl.shapes import LISTS, V2_ORDER, Document, camel, pascal
from roster_import.sandbox.jtl.v1_lists import page_of
from roster_import.sandbox.jtl.wawi import in_order
from roster_import.sandbox.messages import Reply, json_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from roster_import.sandbox.jtl.orders import Order
    from roster_import.sandbox.jtl.v1_lists import Lists
    from roster_import.sandbox.jtl.wawi import Wawi
    from roster_import.sandbox.messages import Request

_RENAMED_LINE = {"note": "Notice", "sku": "SKU", "discountPercent": "Discount"}
_FIELD_OF = {
    "SalesOrderPaymentDetails.PaymentMethodId": "paymentMethodId",
    "SalesOrderShippingDetail.ShippingMethodId": "shippingMethodId",
}
_IDS: Mapping[str, tuple[str, str]] = {
    "companyId": ("company", "Companies"),
    "customerId": ("customer", "Customers"),
    "paymentMethodId": ("paymentMethod", "PaymentMethods"),
    "shippingMethodId": ("shippingMethod", "ShippingMethods"),
}
_SORTABLE = {"salesOrderDate": "SalesOrderDate", "salesOrderNumber": "Number"}


class Version2:
    """Version 2's calls about the same orders, customers and items."""

    def __init__(self, wawi: Wawi, lists: Lists) -> None:
        self._wawi = wawi
        self._switches = wawi.switches
        self._catalogue = wawi.catalogue
        self._lists = lists

    # -------------------------------------------------------------------------------------------------- orders

    def place(self, request: Request, _: int) -> Reply:
        """Creates a new sales order: header and lines, all or nothing."""
        order = self.take(read_json(request, self._switches), request)
        return json_reply({"salesOrderId": uuid_of("order", order.id)}, int(self._switches.v2_create_status))

    def take(self, body: Any, request: Request, key: str = "", fingerprint: str = "") -> Order:
        """Keep the order a body asks for; raises RefusedError where something is wrong with it."""
        wawi, status = self._wawi, int(self._switches.v2_invalid_status)
        fields, wrong = read_fields(body, V2_ORDER, self._switches)
        if wrong:
            raise invalid(wrong, status)
        header = self._header(fields, status)
        read = wawi.lines.read_all([self._old_line(line) for line in fields.get("lineItems", ())])
        if read.complaints:
            raise invalid({f"lineItems{name}": text for name, text in read.complaints.items()}, status)
        wawi.begin_taking(request)
        variants = [line.get("variants", []) for line in fields.get("lineItems", ())]
        lines = [{**line, "Variants": more} for line, more in zip(read.lines, variants, strict=True)]
        return wawi.orders.take(
            NewOrder(
                number=fields.get("salesOrderNumber", ""),
                version="v2",
                body=body,
                document=wawi.header(header),
                lines=altered(lines, request.fate),
                placed_at=wawi.clock.now(),
                listed_at=wawi.listed_at(request.fate),
                key=key,
                fingerprint=fingerprint,
            )
        )

    def find(self, request: Request, _: int) -> Reply:
        """Queries all sales orders: by dates alone, no number among the parameters."""
        orders = self._wawi.listed()
        for test in _date_tests(request):
            orders = [order for order in orders if test(order)]
        descending = request.query.get("sortDescending", "").lower() == "true"
        for name in reversed(request.query.get("sortBy", "").split(",")):
            if name in _SORTABLE:
                orders.sort(key=partial(_text_of, _SORTABLE[name]), reverse=descending)
        return json_reply(page_of(orders, request, self._switches).modern(partial(self.shown, lines=False)))

    def show(self, request: Request, _: int) -> Reply:
        """One sales order with its lines."""
        return json_reply(self.shown(self._wawi.order_to_show(self.order_id(request.values["order"]))))

    def add_lines(self, request: Request, _: int) -> Reply:
        """Create Sales Order Line Item: an array of lines, named as in v1 but for the first letter."""
        wawi = self._wawi
        sent = read_array(request, self._switches)
        order = wawi.order_for_lines(self.order_id(request.values["order"]))
        read = wawi.lines.read_all([self._sent_line(line) for line in sent])
        wawi.begin_taking(request)
        added = wawi.orders.add_lines(order.id, altered(read.lines, request.fate))
        if read.complaints:
            raise invalid(read.complaints, int(self._switches.v2_invalid_status))
        return json_reply(modernized(wawi.shown_lines(added, self._switches.answered_lines), "line"), 201)

    def order_id(self, uuid: str) -> int:
        """The number v1 knows an order by, 0 where there is none."""
        return _number_of("order", uuid, (order.id for order in self._wawi.orders.all()))

    def shown(self, order: Order, *, lines: bool = True) -> Document:
        """An order as v2 shows it; a list leaves the lines out."""
        document = order.document
        answer = {
            "id": uuid_of("order", order.id),
            "salesOrderNumber": order.number,
            "companyId": uuid_of("company", document["CompanyId"]),
            "customerId": uuid_of("customer", document["CustomerId"]),
            "externalSalesOrderNumber": order.external or None,
            "externalDetails": {"externalSalesOrderNumber": order.external or None},
            "salesOrderDate": document["SalesOrderDate"],
            "languageIso": document["LanguageIso"],
            "isPending": order.is_pending(self._wawi.clock.now()),
            "isCancelled": order.is_cancelled,
            "totalGrossAmount": self._wawi.total(order.id),
            "billingAddress": _address(document.get("BillingAddress")),
            "shipmentAddress": _address(document.get("Shipmentaddress")),
        }
        if lines:
            kept = in_order(self._wawi.orders.lines(order.id), self._switches.listed_lines)
            answer["lineItems"] = [_shown_line(line) for line in kept]
        return answer

    # ------------------------------------------------------------------------------------------- master data

    def list_at(self, path: str) -> Callable[[Request, int], Reply]:
        """The call at that path, which answers a plain array."""
        return lambda _request, _number: json_reply(modernized(self._lists.shown_list(path), LISTS[path][2]))

    def customers(self, request: Request, _: int) -> Reply:
        """Query Customers, narrowed down as in v1."""
        page = page_of(self._lists.found_customers(request), request, self._switches)
        return json_reply(page.modern(self.shown_customer))

    def customer(self, request: Request, _: int) -> Reply:
        """Retrieves a customer by its ID."""
        return json_reply(self.shown_customer(_named("customer", request, self._catalogue.customers())))

    def company(self, request: Request, _: int) -> Reply:
        """Delivers a single company."""
        return json_reply(modernized(_named("company", request, self._catalogue.lists["Companies"]), "company"))

    def items(self, request: Request, _: int) -> Reply:
        """Query Items, which v2 has no longer: a switch."""
        if self._switches.v2_items == "by-id":
            raise RefusedError(404, "Not Found")
        page = page_of(self._lists.found_items(request), request, self._switches)
        return json_reply(page.modern(self.shown_item))

    def item(self, request: Request, _: int) -> Reply:
        """An item by its id."""
        return json_reply(self.shown_item(_named("item", request, self._catalogue.items.values())))

    def shown_customer(self, customer: Document) -> Document:
        """A customer as v2 shows one."""
        shown: Document = modernized(self._lists.shown_customer(customer), "customer")
        return shown

    def shown_item(self, item: Document) -> Document:
        """An item as v2 shows one; its SKU under both of v2's spellings."""
        shown: Document = modernized(self._lists.shown_item(item), "item")
        return {**shown, "sku": item["SKU"]}

    # ------------------------------------------------------------------------------------------------- reading

    def _header(self, fields: Document, status: int) -> Document:
        """The header in v1's words; raises RefusedError for an id nobody knows."""
        numbers = {name: self._number(name, fields[name]) for name in _IDS if name in fields}
        departure, payment = fields["departureCountry"], fields["paymentDetails"]
        header = {
            "CompanyId": numbers["companyId"],
            "CustomerId": numbers["customerId"],
            "ExternalNumber": fields.get("externalDetails", {}).get("externalSalesOrderNumber"),
            "LanguageIso": fields["languageIso"],
            "BillingAddress": _old_address(fields["billingAddress"]),
            "DepartureCountry": {"CountryISO": departure["countryIso"], "CurrencyIso": departure["currencyIso"]},
            "SalesOrderPaymentDetails": _given(
                PaymentMethodId=numbers.get("paymentMethodId"), CurrencyIso=payment["currencyIso"]
            ),
            "SalesOrderShippingDetail": _given(ShippingMethodId=numbers.get("shippingMethodId")),
        }
        for name, old in (("salesOrderDate", "SalesOrderDate"), ("vatId", "CustomerVatID")):
            header |= {old: fields[name]} if name in fields else {}
        billing = fields["billingAddress"] if fields.get("useBillingAddressAsShipmentAddress") else None
        if shipment := fields.get("shipmentAddress", billing):
            header["Shipmentaddress"] = _old_address(shipment)
        wrong = self._wawi.header_complaints(header)
        if wrong:
            named = {_FIELD_OF.get(name, camel(name)): text for name, text in wrong.items()}
            raise invalid(_in_words(named, fields), status)
        return header

    def _number(self, name: str, uuid: str) -> int:
        kind, home = _IDS[name]
        known = self._catalogue.customers() if home == "Customers" else self._catalogue.lists[home]
        return _number_of(kind, uuid, (entry["Id"] for entry in known))

    def _old_line(self, fields: Document) -> Document:
        line = {_RENAMED_LINE.get(name, pascal(name)): value for name, value in fields.items()}
        return self._with_item_number({"Quantity": 1, **line})

    def _sent_line(self, sent: Any) -> Any:
        if not isinstance(sent, dict):
            return sent
        return self._with_item_number({pascal(name): value for name, value in sent.items() if name == camel(name)})

    def _with_item_number(self, line: Document) -> Document:
        if not isinstance(line.get("ItemId"), str):
            return line
        return {**line, "ItemId": _number_of("item", line["ItemId"], self._catalogue.items)}


def _text_of(name: str, order: Order) -> str:
    return str(order.document[name])


def _named(kind: str, request: Request, entries: Iterable[Document]) -> Document:
    """The entry whose UUID the path names; raises RefusedError (404) where there is none."""
    wanted = request.values["uuid"].lower()
    entry = next((entry for entry in entries if uuid_of(kind, entry["Id"]) == wanted), None)
    if entry is None:
        raise RefusedError(404, f"No {kind} with the given ID exists.")
    return entry


def _number_of(kind: str, uuid: str, numbers: Iterable[int]) -> int:
    return next((number for number in numbers if uuid_of(kind, number) == uuid.lower()), 0)


def _in_words(wrong: Complaints, fields: Document) -> Complaints:
    """The complaints with the UUID that was sent in place of our number."""
    return {name: text.replace(" 0 ", f" {fields.get(name)} ") for name, text in wrong.items()}


def _given(**values: Any) -> Document:
    return {name: value for name, value in values.items() if value is not None}


def _old_address(address: Document) -> Document:
    return {pascal(name): value for name, value in address.items()}


def _address(address: Document | None) -> Document | None:
    return {camel(name): value for name, value in (address or {}).items() if name != "Id"} or None


def _shown_line(line: Document) -> Document:
    return {
        "id": uuid_of("line", line["Id"]),
        "itemId": uuid_of("item", line["ItemId"]) if line["ItemId"] else None,
        "name": line["Name"],
        "note": line["Notice"],
        "sku": line["SKU"],
        "quantity": line["Quantity"],
        "salesUnit": line["SalesUnit"],
        "salesPriceNet": line["SalesPriceNet"],
        "salesPriceGross": line["SalesPriceGross"],
        "discountPercent": line["Discount"],
        "taxRate": line["TaxRate"],
        "variants": line.get("Variants", []),
    }


def _date_tests(request: Request) -> Iterable[Callable[[Order], bool]]:
    for name, text in request.query.items():
        if name in ("salesOrderDateAfter", "salesOrderDateBefore") and text:
            yield partial(_is_within, name.endswith("After"), moment_parameter(name, text))


def _is_within(after: bool, limit: datetime, order: Order) -> bool:
    moment = moment_of(order.document["SalesOrderDate"])
    return moment is not None and (moment >= limit if after else moment <= limit)


_KINDS: Mapping[str, str] = {
    "ParentItemId": "item",
    "InternalCompanyId": "company",
    "ChildItems": "item",
    "SalesOrderId": "order",
}


def _kind_of(field: str, own: str) -> str:
    """What a field of that name is the id of; `own` is what the document itself is."""
    return own if field == "Id" else _KINDS.get(field) or camel(field.removesuffix("Id"))


def modernized(document: Any, own: str) -> Any:
    """A document of v1 as v2 has it; ids that are 0 are null."""
    if isinstance(document, list):
        return [modernized(entry, own) for entry in document]
    if not isinstance(document, dict):
        return document
    return {camel(name): _value(name, value, own) for name, value in document.items()}


def _value(name: str, value: Any, own: str) -> Any:
    is_id = name == "Id" or name.endswith("Id") or name in _KINDS
    if is_id and isinstance(value, list):
        return [uuid_of(_kind_of(name, own), id_) for id_ in value]
    if is_id and (value is None or isinstance(value, int)):
        return uuid_of(_kind_of(name, own), value) if value else None
    return modernized(value, camel(name) if isinstance(value, dict) else own)
