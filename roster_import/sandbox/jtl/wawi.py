"""What every call has at hand, and what the calls of all versions do in the same way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.lines import gross_total, refuse_if_failed
from roster_import.sandbox.jtl.refusals import Complaints, RefusedError, invalid
from roster_import.sandbox.jtl.shapes import LINE, ORDER, Document, Shape, written
from roster_import.sandbox.messages import NEVER_READY
from roster_import.sandbox.state import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from roster_import.sandbox.jtl.catalogue import Catalogue
    from roster_import.sandbox.jtl.lines import Lines
    from roster_import.sandbox.jtl.orders import Order, Orders
    from roster_import.sandbox.jtl.switches import JtlSwitches
    from roster_import.sandbox.messages import Request
    from roster_import.sandbox.state import Clock

NO_ORDER = "No sales order with the given ID exists."
# What a header may name: where, what it is, and the list of the catalogue that has it.
_NAMED = (
    ("CompanyId", "company", "Companies"),
    ("CustomerId", "customer", "Customers"),
    ("SalesOrderPaymentDetails.PaymentMethodId", "payment method", "PaymentMethods"),
    ("SalesOrderShippingDetail.ShippingMethodId", "shipping method", "ShippingMethods"),
)
_DEPARTURE: Document = {"CountryISO": "DE", "CurrencyIso": "EUR", "CurrencyFactor": 1}
_PAYMENT: Document = {"PaymentStatus": 0, "CurrencyIso": "EUR", "CurrencyFactor": 1}


@dataclass(frozen=True, kw_only=True)
class Wawi:
    """The catalogue, the orders and the time. `wait` waits for seconds, or less if the sandbox closes."""

    switches: JtlSwitches
    catalogue: Catalogue
    orders: Orders
    lines: Lines
    clock: Clock
    wait: Callable[[float], object]

    def begin_taking(self, request: Request) -> None:
        """What comes before anything is kept: the time it takes, and the fault that lets it fail."""
        refuse_if_failed(request)
        self.wait(self.switches.taking_time)

    def now_text(self) -> str:
        """The time as JTL writes it."""
        return jtl_text(self.clock.now())

    def listed_at(self, fate: str) -> float | None:
        """When an order taken now stops being pending; None: never."""
        if fate == NEVER_READY or self.switches.fresh_order == "never":
            return None
        return self.clock.now() + (self.switches.listed_after if self.switches.fresh_order == "later" else 0)

    def listed(self) -> list[Order]:
        """The orders that are no longer pending, in the order in which they are listed."""
        now = self.clock.now()
        listed = [order for order in self.orders.all() if not order.is_pending(now)]
        return listed[::-1] if self.switches.order_sorting == "newest" else listed

    def order_to_show(self, id_: int) -> Order:
        """The order of that id; raises RefusedError (404) where there is none, or it is pending and hidden."""
        order = self.orders.find(id_)
        if order is None or (order.is_pending(self.clock.now()) and self.switches.pending_order == "hidden"):
            raise RefusedError(404, NO_ORDER)
        return order

    def order_to_change(self, id_: int) -> Order:
        """The order of that id, pending or not; raises RefusedError as `unknown-order` says where there is none."""
        order = self.orders.find(id_)
        if order is None:
            raise RefusedError(int(self.switches.unknown_order), NO_ORDER)
        return order

    def order_for_lines(self, id_: int) -> Order:
        """The order of that id, to which lines may be added; raises RefusedError where they may not."""
        order = self.order_to_change(id_)
        if order.is_cancelled and self.switches.cancelled_lines == "refused":
            raise RefusedError(400, "The sales order is cancelled.")
        if order.is_pending(self.clock.now()) and self.switches.pending_lines == "refused":
            raise RefusedError(400, "The sales order is pending.")
        return order

    # ------------------------------------------------------------------------------------------------- headers

    def header_complaints(self, fields: Document) -> Complaints:
        """What is wrong with a header whose fields have the right kinds: it names what does not exist."""
        customer = self.catalogue.customer(fields["CustomerId"]) if "CustomerId" in fields else None
        refuses_locked, wrong = self.switches.locked_customer == "refused", {}
        for path, what, home in _NAMED:
            inside, _, name = path.rpartition(".")
            id_ = (fields.get(inside, {}) if inside else fields).get(name)
            if id_ is None:
                continue
            if not (customer if home == "Customers" else self.catalogue.knows(home, id_)):
                wrong[path] = f"The {what} {id_} does not exist."
            elif home == "Customers" and customer and customer.get("IsLocked") and refuses_locked:
                wrong[path] = f"The customer {customer['Id']} is locked."
        return wrong

    def header(self, fields: Document) -> Document:
        """The header as it is kept: what was not sent comes from the customer and the company."""
        customer = self.catalogue.customer(fields["CustomerId"]) or {}
        return {
            "MerchantVatID": "DE999999999",
            "IsExternalInvoice": False,
            "IsCancelled": False,
            "SalesChannelId": "1-1-1",
            "UserCreatedId": 1,
            "UserId": 1,
            "LanguageIso": customer.get("LanguageIso"),
            "BillingAddress": customer.get("BillingAddress"),
            "Shipmentaddress": customer.get("Shipmentaddress"),
            "SalesOrderDate": self.now_text(),
            **fields,
            "DepartureCountry": {**_DEPARTURE, **fields.get("DepartureCountry", {})},
            "SalesOrderPaymentDetails": {**_PAYMENT, **fields.get("SalesOrderPaymentDetails", {})},
            "SalesOrderShippingDetail": {"DeliveryCompleteStatus": 0, **fields.get("SalesOrderShippingDetail", {})},
        }

    def check_header(self, fields: Document) -> None:
        """Raise RefusedError for a header that names what does not exist."""
        if wrong := self.header_complaints(fields):
            raise invalid(wrong)

    def total(self, order_id: int) -> Decimal:
        """What the order's lines cost together, with tax."""
        return gross_total(self.orders.lines(order_id))

    def shown_order(self, order: Order) -> Document:
        """The order as v1 shows it."""
        total, document = self.total(order.id), order.document
        addresses = {
            name: {"Id": order.id * 10 + number, **(document.get(name) or {})}
            for number, name in enumerate(("BillingAddress", "Shipmentaddress"), 1)
        }
        payment = {**document["SalesOrderPaymentDetails"], "TotalGrossAmount": total, "StillToPay": total}
        return self.write({**document, **addresses, "SalesOrderPaymentDetails": payment}, ORDER)

    def shown_lines(self, lines: Sequence[Document], order: str) -> list[Document]:
        """Lines as v1 shows them, as they are or the other way round."""
        return self.write_all(in_order(lines, order), LINE)

    def write(self, document: Document, shape: Shape) -> Document:
        """A document with the fields of the shape, what it does not have as the switch says."""
        return written(document, shape, self.switches.absent)

    def write_all(self, documents: Sequence[Document], shape: Shape) -> list[Document]:
        """The same for each of them."""
        return [self.write(document, shape) for document in documents]


def in_order(lines: Sequence[Any], choice: str) -> list[Any]:
    """Lines as they are, or the other way round."""
    return list(lines)[::-1] if choice == "reversed" else list(lines)


def jtl_text(seconds: float) -> str:
    """Seconds since 1970 as JTL writes a time: 2023-02-01T12:45:00.0000000+00:00."""
    return moment(seconds).strftime("%Y-%m-%dT%H:%M:%S.%f0+00:00")
