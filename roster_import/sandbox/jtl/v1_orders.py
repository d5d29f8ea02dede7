"""The calls about orders, their lines, notes and files, v1 (JTL › Sales order)."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.lines import altered
from roster_import.sandbox.jtl.orders import NewOrder
from roster_import.sandbox.jtl.read_request import (
    flag_parameter,
    moment_parameter,
    not_valid,
    read_array,
    read_json,
    read_object,
)
from roster_import.sandbox.jtl.refusals import RefusedError, invalid
from roster_import.sandbox.jtl.shapes import CANCEL, CREATE_FILE, CREATE_NOTE, CREATE_ORDER, FILE, NOTE, UPDATE_ORDER
from roster_import.sandbox.jtl.v1_lists import page_of
from roster_import.sandbox.jtl.wawi import NO_ORDER
from roster_import.sandbox.messages import Reply, json_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from roster_import.sandbox.jtl.orders import Order
    from roster_import.sandbox.jtl.shapes import Document
    from roster_import.sandbox.jtl.wawi import Wawi
    from roster_import.sandbox.messages import Request

    _Fits = Callable[[Order], bool]

_RENAMES = "renameSalesOrderNumberWhenAlreadyExists"
_NO_LINE = "No line item with the given ID exists"
_NESTED = (
    *("DepartureCountry", "BillingAddress", "Shipmentaddress"),
    *("SalesOrderPaymentDetails", "SalesOrderShippingDetail"),
)
_EMPTY = Reply(status=204, headers=())


class SalesOrders:
    """Takes headers, then lines: two calls that nothing ties together. Keeps notes and files beside them."""

    def __init__(self, wawi: Wawi) -> None:
        self._wawi = wawi
        self._switches = wawi.switches

    # ------------------------------------------------------------------------------------------------- headers

    def place(self, request: Request, _: int) -> Reply:
        """Create Sales Order: the header, and nothing but the header."""
        wawi = self._wawi
        fields = read_object(request, CREATE_ORDER, self._switches)
        wawi.check_header(fields)
        wawi.begin_taking(request)
        renames = request.query.get(_RENAMES, "")
        order = wawi.orders.take(
            NewOrder(
                number=fields.pop("Number", ""),
                renames=bool(renames) and flag_parameter(_RENAMES, renames.lower()),
                version="v1",
                body=read_json(request, self._switches),
                document=wawi.header(fields),
                placed_at=wawi.clock.now(),
                listed_at=wawi.listed_at(request.fate),
            )
        )
        return json_reply(wawi.shown_order(order), 201)

    def find(self, request: Request, _: int) -> Reply:
        """Query Sales Orders: those that are not pending, narrowed down by every parameter that is known."""
        wanted = {name: text for name, text in request.query.items() if text}
        tests = [test for name, text in wanted.items() if (test := self._test(name, text))]
        orders = [order for order in self._wawi.listed() if all(test(order) for test in tests)]
        return json_reply(page_of(orders, request, self._switches).document(self._wawi.shown_order))

    def show(self, _: Request, id_: int) -> Reply:
        """Get Sales Order: one that is not pending."""
        return json_reply(self._wawi.shown_order(self._wawi.order_to_show(id_)))

    def change(self, request: Request, id_: int) -> Reply:
        """Update Sales Order: 201, and the order as it is now."""
        fields = read_object(request, UPDATE_ORDER, self._switches)
        self._wawi.check_header(fields)
        order = self._wawi.orders.change(id_, lambda before: _merged(before, fields))
        if order is None:
            raise RefusedError(404, NO_ORDER)
        return json_reply(self._wawi.shown_order(order), 201)

    def cancel(self, request: Request, id_: int) -> Reply:
        """Cancel Sales Order: 204, once."""
        fields = read_object(request, CANCEL, self._switches)
        order = self._wawi.order_to_change(id_)
        reason = fields["CancellationReasonId"]
        if not self._wawi.catalogue.knows("CancellationReasons", reason):
            raise invalid({"CancellationReasonId": f"The reason {reason} does not exist."})
        if order.is_cancelled or self._switches.cancelling == "refused":
            raise RefusedError(406, "The sales order cannot be cancelled.", bare=True)
        details = {**fields, "Date": self._wawi.now_text()}
        self._wawi.orders.change(id_, lambda before: {**before, "IsCancelled": True, "CancellationDetails": details})
        return _EMPTY

    # --------------------------------------------------------------------------------------------------- lines

    def add_lines(self, request: Request, id_: int) -> Reply:
        """Create Sales Order Line Item: an array of lines."""
        wawi = self._wawi
        sent = read_array(request, self._switches)
        order = wawi.order_for_lines(id_)
        if not sent and self._switches.empty_array == "refused":
            raise invalid({"$": "There are no line items."})
        read = wawi.lines.read_all(sent)
        wawi.begin_taking(request)
        added = wawi.orders.add_lines(order.id, altered(read.lines, request.fate))
        if read.complaints:
            raise invalid(read.complaints)
        return json_reply(wawi.shown_lines(added, self._switches.answered_lines), 201)

    def show_lines(self, _: Request, id_: int) -> Reply:
        """Query Sales Order Line Items: a plain array."""
        lines = self._wawi.orders.lines(self._wawi.order_to_show(id_).id)
        return json_reply(self._wawi.shown_lines(lines, self._switches.listed_lines))

    def change_line(self, request: Request, id_: int) -> Reply:
        """Update Sales Order Line Item: 204."""
        lines = self._wawi.lines
        fields, wrong = lines.read(read_json(request, self._switches), "", changes=True)
        if wrong or self._switches.line_changes == "refused":
            raise invalid(wrong)
        if not self._wawi.orders.change_line(id_, _line_id(request), lambda line: lines.changed(line, fields)):
            raise RefusedError(404, _NO_LINE)
        return _EMPTY

    def delete_line(self, request: Request, id_: int) -> Reply:
        """Delete Sales Order Line Item: 204."""
        if self._switches.line_changes == "refused":
            raise RefusedError(403, "Deletion of position not allowed", bare=True)
        if not self._wawi.orders.delete_line(id_, _line_id(request)):
            raise RefusedError(404, _NO_LINE)
        return _EMPTY

    # ----------------------------------------------------------------------------------------- notes and files

    def notes(self, _: Request, id_: int) -> Reply:
        """Query Sales Order Notes."""
        order = self._wawi.order_to_show(id_)
        return json_reply(self._wawi.write_all(self._wawi.orders.extras("note", order.id), NOTE))

    def add_note(self, request: Request, id_: int) -> Reply:
        """Create Sales Order Note."""
        fields = read_object(request, CREATE_NOTE, self._switches)
        order = self._wawi.order_to_change(id_)
        note = self._wawi.orders.add_extra("note", order.id, lambda number: {"NoteId": number, **fields})
        return json_reply(self._wawi.write(note, NOTE), 201)

    def files(self, _: Request, id_: int) -> Reply:
        """Query Sales Order Files: not their bytes, only how many there were."""
        order = self._wawi.order_to_show(id_)
        return json_reply(self._wawi.write_all(self._wawi.orders.extras("file", order.id), FILE))

    def add_file(self, request: Request, id_: int) -> Reply:
        """Create Sales Order File: its bytes in base64."""
        fields = read_object(request, CREATE_FILE, self._switches)
        order = self._wawi.order_to_change(id_)
        size, most = len(base64.b64decode(fields["FileData"])), self._switches.largest_file
        if most and size > most:
            raise invalid({"FileData": f"The file must not be larger than {most} bytes."})
        kept = {**fields, "SalesOrderId": order.id, "Size": size, "CreatedAt": self._wawi.now_text()}
        file = self._wawi.orders.add_extra("file", order.id, lambda number: {"Id": number, "FileId": number, **kept})
        return json_reply(self._wawi.write(file, FILE), 201)

    # ----------------------------------------------------------------------------------------------- finding

    def _test(self, name: str, text: str) -> _Fits | None:
        """Whether an order is one the parameter wants, None for a parameter that is none.

        Raises RefusedError (400) for a value it cannot have.
        """
        if name in ("createdSince", "createdUntil"):
            limit, since = moment_parameter(name, text).timestamp(), name == "createdSince"
            return lambda order: order.placed_at >= limit if since else order.placed_at <= limit
        if name == "itemId":
            item = _whole(name, text)
            return lambda order: any(line["ItemId"] == item for line in self._wawi.orders.lines(order.id))
        if name in _NUMBERS_SOUGHT:
            matches, field = _MATCHES[self._switches.external_number], _NUMBERS_SOUGHT[name]
            return lambda order: matches(str(order.document.get(field) or ""), text)
        if name not in _FILTERS:
            return None
        read, path = _FILTERS[name]
        wanted = read(name, text)
        return lambda order: bool(_value(order, path) == wanted)


def _line_id(request: Request) -> int:
    return int(request.values["lineId"])


def _merged(before: Document, changes: Document) -> Document:
    nested = {name: {**(before.get(name) or {}), **changes[name]} for name in _NESTED if name in changes}
    return {**before, **changes, **nested}


def _whole(name: str, text: str) -> int:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 11):
        raise not_valid(name, text)
    return int(text)


def _text(_: str, text: str) -> str:
    return text


def _value(order: Order, path: str) -> Any:
    value: Any = order.document
    for piece in path.split("."):
        value = (value or {}).get(piece)
    return value


# A parameter, how its value is read, and the field of the order that must have it.
_FILTERS: Mapping[str, tuple[Callable[[str, str], Any], str]] = {
    "customerId": (_whole, "CustomerId"),
    "companyId": (_whole, "CompanyId"),
    "paymentStatus": (_whole, "SalesOrderPaymentDetails.PaymentStatus"),
    "paymentMethodId": (_whole, "SalesOrderPaymentDetails.PaymentMethodId"),
    "deliveryCompleteStatus": (_whole, "SalesOrderShippingDetail.DeliveryCompleteStatus"),
    "shippingMethodId": (_whole, "SalesOrderShippingDetail.ShippingMethodId"),
    "onHoldReasonId": (_whole, "SalesOrderShippingDetail.OnHoldReasonId"),
    "createdUserId": (_whole, "UserCreatedId"),
    "salesChannelId": (_text, "SalesChannelId"),
    "colorId": (_whole, "ColorcodeId"),
    "ebayUsername": (_text, "EbayUsername"),  # no order here has one
    "deliveredDate": (_text, "SalesOrderShippingDetail.DeliveredDate"),  # nothing is ever delivered
    "isCancelled": (flag_parameter, "IsCancelled"),
    "isExternalInvoice": (flag_parameter, "IsExternalInvoice"),
}
# Parameters that match as the switch `external-number` says.
_NUMBERS_SOUGHT: Mapping[str, str] = {
    "salesOrderNumber": "Number",
    "externalOrderNumber": "ExternalNumber",
    "billingNumber": "BillingNumber",
}
_MATCHES: Mapping[str, Callable[[str, str], bool]] = {
    "exact": lambda actual, wanted: actual == wanted,
    "any-case": lambda actual, wanted: actual.lower() == wanted.lower(),
    "partial": lambda actual, wanted: wanted.lower() in actual.lower(),
}
