"""The calls about orders, their lines, notes and files, v1 (JTL › Sales order)."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.bodies import moment_of, read_array, read_json, read_object
from roster_import.sandbox.jtl.lines import altered
from roster_import.sandbox.jtl.orders import NewOrder
from roster_import.sandbox.jtl.refusals import INVALID, Complaints, RefusedError
from roster_import.sandbox.jtl.shapes import (
    CANCEL,
    CREATE_FILE,
    CREATE_NOTE,
    CREATE_ORDER,
    FILE,
    NOTE,
    UPDATE_ORDER,
    written,
)
from roster_import.sandbox.jtl.v1_lists import page_of
from roster_import.sandbox.messages import Reply, json_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from roster_import.sandbox.jtl.orders import Order
    from roster_import.sandbox.jtl.shapes import Document
    from roster_import.sandbox.jtl.wawi import Wawi
    from roster_import.sandbox.messages import Request


_RENAMES = "renameSalesOrderNumberWhenAlreadyExists"
_NO_LINE = "No line item with the given ID exists"
_NESTED = (
    "DepartureCountry",
    "BillingAddress",
    "Shipmentaddress",
    "SalesOrderPaymentDetails",
    "SalesOrderShippingDetail",
)
_EMPTY = Reply(status=204, headers=())


class Selling:
    """Takes headers, then lines: two calls that nothing ties together."""

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
        number = fields.pop("Number", "")
        order = wawi.orders.take(
            NewOrder(
                number=number,
                renames=_flag(request, _RENAMES) or False,
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
        tests = [
            _test(name, text, self._switches.external_number)
            for name, text in request.query.items()
            if text and (name in _FILTERS or name in _SPECIAL)
        ]
        found = [one for one in self._wawi.listed() if all(test(self._wawi, one) for test in tests)]
        return json_reply(page_of(found, request, self._switches).document(self._wawi.shown_order))

    def show(self, _: Request, id_: int) -> Reply:
        """Get Sales Order: one that is not pending."""
        return json_reply(self._wawi.shown_order(self._wawi.order_to_show(id_)))

    def change(self, request: Request, id_: int) -> Reply:
        """Update Sales Order: 201, and the order as it is now."""
        fields = read_object(request, UPDATE_ORDER, self._switches)
        self._wawi.check_header(fields)
        order = self._wawi.orders.change(id_, lambda before: _merged(before, fields))
        if order is None:
            raise RefusedError(404, "No sales order with the given ID exists.")
        return json_reply(self._wawi.shown_order(order), 201)

    def cancel(self, request: Request, id_: int) -> Reply:
        """Cancel Sales Order: 204, once."""
        fields = read_object(request, CANCEL, self._switches)
        order = self._wawi.order_to_change(id_)
        reason = fields["CancellationReasonId"]
        if not self._wawi.catalogue.knows("CancellationReasons", reason):
            raise RefusedError(400, INVALID, {"CancellationReasonId": f"The reason {reason} does not exist."})
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
            raise RefusedError(400, INVALID, {"$": "There are no line items."})
        read = wawi.lines.read_all(sent)
        wawi.begin_taking(request)
        added = wawi.orders.add_lines(order.id, altered(read.lines, request.fate))
        if read.complaints:
            raise RefusedError(400, INVALID, read.complaints)
        return json_reply([wawi.shown_line(one) for one in wawi.in_order(added, self._switches.answered_lines)], 201)

    def show_lines(self, _: Request, id_: int) -> Reply:
        """Query Sales Order Line Items: a plain array."""
        order = self._wawi.order_to_show(id_)
        return json_reply(self._wawi.shown_lines(order.id))

    def change_line(self, request: Request, id_: int) -> Reply:
        """Update Sales Order Line Item: 204."""
        wawi = self._wawi
        fields, wrong = wawi.lines.read(read_json(request, self._switches), "", changes=True)
        if wrong or self._switches.line_changes == "refused":
            raise RefusedError(400, INVALID, wrong)
        if not wawi.orders.change_line(id_, _line_id(request), lambda line: wawi.lines.changed(line, fields)):
            raise RefusedError(404, _NO_LINE)
        return _EMPTY

    def delete_line(self, request: Request, id_: int) -> Reply:
        """Delete Sales Order Line Item: 204."""
        if self._switches.line_changes == "refused":
            raise RefusedError(403, "Deletion of position not allowed", bare=True)
        if not self._wawi.orders.delete_line(id_, _line_id(request)):
            raise RefusedError(404, _NO_LINE)
        return _EMPTY


def _line_id(request: Request) -> int:
    return int(request.values["lineId"])


def _merged(before: Document, changes: Document) -> Document:
    nested = {name: {**(before.get(name) or {}), **changes[name]} for name in _NESTED if name in changes}
    return {**before, **changes, **nested}


# ---------------------------------------------------------------------------------------------------- parameters


def _flag(request: Request, name: str) -> bool | None:
    """A parameter that is true or false, None where there is none; raises RefusedError (400) for anything else."""
    text = request.query.get(name, "").lower()
    if text not in ("", "true", "false"):
        raise RefusedError(400, INVALID, _not_valid(name, text))
    return text == "true" if text else None


def _not_valid(name: str, text: str) -> Complaints:
    return {name: f"The value '{text}' is not valid for {name}."}


_SPECIAL = ("itemId", "createdSince", "createdUntil")
_FILTERS: Mapping[str, tuple[str, ...]] = {
    "salesOrderNumber": ("Number",),
    "externalOrderNumber": ("ExternalNumber",),
    "billingNumber": ("BillingNumber",),
    "customerId": ("CustomerId",),
    "companyId": ("CompanyId",),
    "paymentStatus": ("SalesOrderPaymentDetails", "PaymentStatus"),
    "paymentMethodId": ("SalesOrderPaymentDetails", "PaymentMethodId"),
    "deliveryCompleteStatus": ("SalesOrderShippingDetail", "DeliveryCompleteStatus"),
    "shippingMethodId": ("SalesOrderShippingDetail", "ShippingMethodId"),
    "onHoldReasonId": ("SalesOrderShippingDetail", "OnHoldReasonId"),
    "createdUserId": ("UserCreatedId",),
    "salesChannelId": ("SalesChannelId",),
    "colorId": ("ColorcodeId",),
    "ebayUsername": ("EbayUsername",),  # no order here has one
    "deliveredDate": ("SalesOrderShippingDetail", "DeliveredDate"),  # nothing is ever delivered
    "isCancelled": ("IsCancelled",),
    "isExternalInvoice": ("IsExternalInvoice",),
}
_NUMBERS_SOUGHT = ("salesOrderNumber", "externalOrderNumber", "billingNumber")
_FLAGS = ("isCancelled", "isExternalInvoice")
_TEXTS = (*_NUMBERS_SOUGHT, "salesChannelId", "ebayUsername", "deliveredDate")


def _test(name: str, text: str, matching: str) -> Callable[[Wawi, Order], bool]:
    """Whether an order is one the parameter wants; raises RefusedError (400) for a value it cannot have."""
    if name in ("createdSince", "createdUntil"):
        return _time_test(name, text)
    if name == "itemId":
        item = _whole(name, text)
        return lambda wawi, order: any(one["ItemId"] == item for one in wawi.orders.lines(order.id))
    if name in _NUMBERS_SOUGHT:
        return lambda _, order: _matches(str(_value(order, name) or ""), text, matching)
    wanted = _wanted(name, text)
    return lambda _, order: bool(_value(order, name) == wanted)


def _time_test(name: str, text: str) -> Callable[[Wawi, Order], bool]:
    moment = moment_of(text)
    if moment is None:
        raise RefusedError(400, INVALID, _not_valid(name, text))
    limit = moment.timestamp()
    if name == "createdSince":
        return lambda _, order: order.placed_at >= limit
    return lambda _, order: order.placed_at <= limit


def _wanted(name: str, text: str) -> Any:
    if name in _FLAGS:
        if text.lower() not in ("true", "false"):
            raise RefusedError(400, INVALID, _not_valid(name, text))
        return text.lower() == "true"
    return text if name in _TEXTS else _whole(name, text)


def _whole(name: str, text: str) -> int:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 11):
        raise RefusedError(400, INVALID, _not_valid(name, text))
    return int(text)


def _value(order: Order, name: str) -> Any:
    value: Any = order.document
    for piece in _FILTERS[name]:
        value = (value or {}).get(piece)
    return value


def _matches(actual: str, wanted: str, matching: str) -> bool:
    if matching == "exact":
        return actual == wanted
    if matching == "any-case":
        return actual.lower() == wanted.lower()
    return wanted.lower() in actual.lower()


class Attaching:
    """Keeps notes and files; a file's bytes are not shown again, only how many there were."""

    def __init__(self, wawi: Wawi) -> None:
        self._wawi = wawi
        self._switches = wawi.switches

    def notes(self, _: Request, id_: int) -> Reply:
        """Query Sales Order Notes."""
        order = self._wawi.order_to_show(id_)
        return json_reply(
            [written(one, NOTE, self._switches.absent) for one in self._wawi.orders.extras("note", order.id)]
        )

    def add_note(self, request: Request, id_: int) -> Reply:
        """Create Sales Order Note."""
        fields = read_object(request, CREATE_NOTE, self._switches)
        order = self._wawi.order_to_change(id_)
        note = self._wawi.orders.add_extra("note", order.id, lambda number: {"NoteId": number, **fields})
        return json_reply(written(note, NOTE, self._switches.absent), 201)

    def files(self, _: Request, id_: int) -> Reply:
        """Query Sales Order Files."""
        order = self._wawi.order_to_show(id_)
        return json_reply(
            [written(one, FILE, self._switches.absent) for one in self._wawi.orders.extras("file", order.id)]
        )

    def add_file(self, request: Request, id_: int) -> Reply:
        """Create Sales Order File: its bytes in base64."""
        fields = read_object(request, CREATE_FILE, self._switches)
        order = self._wawi.order_to_change(id_)
        size, most = len(base64.b64decode(fields["FileData"])), self._switches.largest_file
        if most and size > most:
            raise RefusedError(400, INVALID, {"FileData": f"The file must not be larger than {most} bytes."})
        kept = {**fields, "SalesOrderId": order.id, "Size": size, "CreatedAt": self._wawi.now_text()}
        file = self._wawi.orders.add_extra("file", order.id, lambda number: {"Id": number, "FileId": number, **kept})
        return json_reply(written(file, FILE, self._switches.absent), 201)
