"""Version 2: header and lines in one call, camelCase and UUIDs; found again by its dates, as there is no other filter.

Version 1's calls know the same orders. Its list finds by name and its cancelling takes back what another machine had made
first, neither of which version 2 has.

Sources: JTL › v2 › Create sales order, Query all sales orders; JTL › GraphQL › QueryItems.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from roster_import.errors import AnswerLost, NotTold
from roster_import.language.messages import say
from roster_import.model.order import normal_reference
from roster_import.model.placement import SEEN_AT_ONCE, Progress, Status
from roster_import.model.request import Request
from roster_import.targets.answers import text_of
from roster_import.targets.fields import leaves, unlike
from roster_import.targets.jtl.documents import confirmation
from roster_import.targets.jtl.look_up import (
    Document,
    Ended,
    ending,
    if_there,
    is_last,
    orders_named,
    orders_spelt_otherwise,
    reading,
    refusal,
)
from roster_import.targets.jtl.order_lines import LOOKS, THERE, another, cancelled, several, strangers, taking_time
from roster_import.targets.jtl.version_1 import doubt, with_items
from roster_import.targets.protocol import Ask, Pause, Place, Reached, Refused, Unplaceable, needed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.request import Reply
    from roster_import.targets.jtl.documents import Line
    from roster_import.targets.protocol import Following, Look, Part, Sending, Talk

_ORDERS = "/v2/sales-orders"
_MOST_PAGES = 200
_ITEM = "query Item($sku: String!) { QueryItems(first: 2, where: {sku: {eq: $sku}}) { nodes { id sku } } }"


def placing(sending: Sending, settings: Mapping[str, Any]) -> Talk:
    """Look, then create header and lines in one call."""
    return ending(_placing(sending, settings))


def _placing(sending: Sending, settings: Mapping[str, Any]) -> Talk:
    wanted = json.loads(sending.body)
    lines = yield from with_items(wanted["lines"], settings, item_id)
    document = _order(wanted["header"], lines, settings)
    number = sending.tracking_id
    if number is None:
        standing = yield from _found(document, wanted["lines"], sending, settings)
        # While what we sent may still be taken, an order that stands may be another machine's, and ours beside it later.
        certain = not sending.lost or sending.since >= taking_time(settings)
        if standing is not None and certain:
            number = yield from _reached(standing)
        else:
            number = yield from _created(document, wanted["lines"], sending, settings)
    else:  # it may have been cut off before it was seen whether another was first
        number = yield from _the_first(number, document, wanted["lines"], sending, settings)
    return Progress(status=Status.PENDING, tracking_id=str(number))


def following(sending: Sending) -> Following:
    """The order with its lines; a pending one may not be shown yet."""
    number = sending.tracking_id or ""
    order = yield from _whole(number)
    if order is None:
        return Progress(status=Status.PENDING, tracking_id=number)
    if not _is_order(order, number):
        raise AnswerLost(say("JTL-Wawi's answer is not the order {number} that was asked for.", number=number))
    cancelled = bool(order.get("isCancelled"))
    return Progress(
        status=Status.FAILED if cancelled else Status.COMPLETED,
        tracking_id=number,
        order_number=text_of(order.get("salesOrderNumber")),
        error=say("it was cancelled in JTL-Wawi") if cancelled else None,
        confirmation=confirmation(_as_before(order), [_line_as_before(line) for line in order.get("lineItems") or ()]),
    )


def _is_order(order: Document, number: str) -> bool:
    """Whether an answer is the order that was asked for: it says so, or has at least the lines of one."""
    called = order.get("id") or order.get("salesOrderId")
    return str(called) == number if called else isinstance(order.get("lineItems"), list)


# ------------------------------------------------------------------------------------------------------- looking


def _found(document: Document, lines: Sequence[Line], sending: Sending, settings: Mapping[str, Any]) -> Part:
    """Id and number of the order that stands under this name already, where it is this one; None where there is none."""
    name = _external(document)
    orders = yield from _called(name, sending)
    if not orders:
        return None
    if len(orders) > 1:
        raise AnswerLost(several(len(orders), name))
    number = _id(orders[0])
    whole = yield Ask(request=_read_one(number), read=reading["object"])
    if _is_other(document, whole) or strangers(whole.get("lineItems") or (), lines, "note"):
        yield from another(say("another order is called {name} in JTL-Wawi already", name=name), sending, settings)
    return number, text_of(whole.get("salesOrderNumber"))


def _reached(standing: tuple[str, str | None]) -> Part:
    number, called = standing
    yield Reached(what=THERE, tracking_id=number, order_number=called)
    return number


def _is_other(document: Document, whole: Document) -> bool:
    sent, read = leaves(document), leaves(whole)
    names = ("companyId", "customerId", "shipmentAddress", "paymentDetails", "text")
    shown = {name: value for name, value in sent.items() if name.split(".")[0] in names and name in read}
    return bool(unlike(shown, read))


def _called(name: str, sending: Sending) -> Look:
    """The orders of this name from about the day of the sending on, that are not cancelled.

    What the list tells of an order is not documented: one that does not say its name there is asked for it.
    """
    called, fitting = normal_reference(name), []
    for listed in (yield from _since(sending.sent_at)):
        order = listed if _tells_its_name(listed) else (yield from _whole(_id(listed))) or listed
        if normal_reference(_external(order)) == called and not order.get("isCancelled"):
            fitting.append(order)
    return fitting


def _tells_its_name(order: Document) -> bool:
    return "externalDetails" in order or "externalSalesOrderNumber" in order


def _whole(number: str) -> Look:
    """The order of that id; None while it is not shown."""
    return (yield Ask(request=_read_one(number), read=if_there(reading["object"])))


def _read_one(number: str) -> Request:
    return Request(method="GET", path=f"{_ORDERS}/{quote(number, safe='')}")


def _id(order: Document) -> str:
    return str(order["id"] if "id" in order else order["salesOrderId"])


def _since(sent_at: str) -> Look:
    """Every order dated from about the day of the sending on: there is no filter by number (JTL › v2 › Query sales orders).

    Two days are added before it: `sent_at` is in UTC, and what clock and zone JTL-Wawi dates by is not documented.
    """
    orders: list[Document] = []
    for page in range(1, _MOST_PAGES + 1):
        after = f"{date.fromisoformat(sent_at[:10]) - timedelta(days=2)}T00:00:00Z"
        asked = urlencode({"salesOrderDateAfter": after, "pageNumber": page, "pageSize": 100})
        document = yield Ask(request=Request(method="GET", path=f"{_ORDERS}?{asked}"), read=_page)
        orders += document["items"]
        if is_last(document, len(orders)):
            return orders
    raise AnswerLost(say("JTL-Wawi lists more than {count} pages of what fits.", count=_MOST_PAGES))


def _page(reply: Reply) -> Document:
    document: Document = reading["object"](reply)
    if not isinstance(document.get("items"), list):
        raise AnswerLost(say("JTL-Wawi's answer is no list: it has no {field}.", field="items"))
    return document


def _external(order: Document) -> str:
    details = order.get("externalDetails") or {}
    return str(details.get("externalSalesOrderNumber") or order.get("externalSalesOrderNumber") or "")


def item_id(sku: str) -> Look:
    """The item with just this SKU, by the query that version 2 has for it."""
    body = json.dumps({"query": _ITEM, "variables": {"sku": sku}})
    headers = {"Content-Type": "application/json"}
    request = Request(method="POST", path="/v2/graphql", body=body, headers=headers)
    document = yield Ask(request=request, read=reading["object"])
    if document.get("errors"):
        trouble = document["errors"][0].get("message")
        said = say("the item {sku} could not be looked up: {trouble}", sku=sku, trouble=trouble)
        raise Ended(Unplaceable(message=said))
    nodes = ((document.get("data") or {}).get("QueryItems") or {}).get("nodes") or []
    return next((item["id"] for item in nodes if str(item.get("sku", "")).upper() == sku.upper()), None)


def numbered(sending: Sending, number: str) -> Look:
    """The id of the order with just this number of its own; None where none is listed since the sending."""
    orders = yield from _since(sending.sent_at)
    return next((_id(order) for order in orders if order.get("salesOrderNumber") == number), None)


# ------------------------------------------------------------------------------------------------------ creating


def _created(document: Document, lines: Sequence[Line], sending: Sending, settings: Mapping[str, Any]) -> Part:
    seconds, number = taking_time(settings), None
    if sending.lost and sending.since < seconds:
        number = yield from _by_and_by(document, lines, sending, settings, seconds)
    if number is not None:
        return number
    doubt(_external(document), sending, settings)
    yield from _none_is_spelt_otherwise(_external(document), sending, settings)
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    request = Request(method="POST", path=_ORDERS, body=body, headers={"Content-Type": "application/json"})
    try:
        created = yield Place(request=request, read=_read_created, looked=True)
    except AnswerLost:
        number = yield from _by_and_by(document, lines, sending, settings, 0.0)
        if number is None:
            raise
        return number
    if isinstance(created, Refused):
        raise Ended(created)
    number = str(created["salesOrderId"])
    yield Reached(what="created", tracking_id=number)
    return (yield from _the_first(number, document, lines, sending, settings))


def _none_is_spelt_otherwise(name: str, sending: Sending, settings: Mapping[str, Any]) -> Part:
    """End the talk where an order stands that people would call the same: whose it is, they have to see."""
    orders = (yield from _if_served(orders_spelt_otherwise(name))) or ()
    if others := [order for order in orders if order.get("ExternalNumber") != name]:
        called = others[0].get("ExternalNumber")
        yield from another(say("another order is called {name} in JTL-Wawi already", name=called), sending, settings)


def _the_first(
    number: str, document: Document, lines: Sequence[Line], sending: Sending, settings: Mapping[str, Any]
) -> Part:
    """Ours, or the order of this name that another machine had made before it; ours is taken back then."""
    if not sending.seen_at_once:
        yield from _learn_whether_it_is_listed(number, _external(document), sending)
    if (yield from _is_first(number, _external(document), sending, taking_time(settings))):
        return number
    first = yield from _found(document, lines, sending, settings)
    if first is None:
        raise AnswerLost(say("another order of this name was first"))
    return (yield from _reached(first))


def _learn_whether_it_is_listed(number: str, name: str, sending: Sending) -> Part:
    """Whether ours is found by its name at once also tells what a look-up that finds nothing is worth here."""
    if number in map(_id, (yield from _called(name, sending))):
        yield Reached(what=SEEN_AT_ONCE)


def _if_served(look: Look) -> Look:
    """What a look at the lists of version 1 finds; None where there is version 2 alone."""
    try:
        return (yield from look)
    except NotTold as error:
        if error.code not in (404, 405, 410):
            raise
        return None


def _is_the_only_one(name: str, sending: Sending) -> Look:
    """True. Raises `AnswerLost` where several of this name are listed: version 2 says neither which is first, nor cancels."""
    orders = yield from _called(name, sending)
    if len(orders) > 1:
        raise AnswerLost(several(len(orders), name))
    return True


def _is_first(number: str, name: str, sending: Sending, seconds: float) -> Part:
    """Whether no order of this name was made before ours, from another machine at the same time; else ours is taken back.

    As with version 1, ours is looked for until it is listed, or has had all the time it may take.
    """
    begun = None
    for look in count():
        orders = yield from _if_served(orders_named(name))
        if orders is None:
            return (yield from _is_the_only_one(name, sending))
        ours = (yield from _number_of(number)) if orders else None
        places = [at for at, order in enumerate(orders) if ours and order.get("Number") == ours]
        if places and places[0]:
            yield from cancelled(str(orders[places[0]]["Id"]), say("another order of this name was first"))
        if places:
            return places[0] == 0
        if sending.seen_at_once:
            return True
        passed = yield Pause(doublings=look)
        begun = passed.talk if begun is None else begun
        if look + 1 >= LOOKS and passed.talk - begun >= seconds:
            return True
    return True


def _number_of(number: str) -> Look:
    """The number that people read of an order; None while it is not shown."""
    order = yield from _whole(number)
    return text_of(order.get("salesOrderNumber")) if order is not None else None


def _read_created(reply: Reply) -> Any:
    return refusal(reply) or reading["object"](reply)


def _by_and_by(
    document: Document, lines: Sequence[Line], sending: Sending, settings: Mapping[str, Any], seconds: float
) -> Part:
    """The order whose answer was lost, looked for some times, and until so many seconds have passed since its sending.

    One that is found is taken for it only when ours must have been taken: until then it may be another machine's.
    """
    for look in count():
        passed = yield Pause(doublings=look)
        standing = yield from _found(document, lines, sending, settings)
        if standing is not None and passed.sent >= taking_time(settings):
            return (yield from _reached(standing))
        if standing is None and look + 1 >= LOOKS and passed.sent >= seconds:
            return None
    return None


def _order(header: Document, lines: Sequence[Line], settings: Mapping[str, Any]) -> dict[str, Any]:
    """The document of version 2; what it asks for and version 1 does not has a default."""
    company, customer = needed("jtl", settings, "company_id", "customer_id")
    country, currency = settings.get("departure_country") or "DE", settings.get("currency") or "EUR"
    address = {_camel(name): value for name, value in header["Shipmentaddress"].items()}
    said = " – ".join(filter(None, (header.get("CustomerComment"), header.get("Comment"))))
    fields = {
        "companyId": company,
        "customerId": customer,
        "externalDetails": {"externalSalesOrderNumber": header["ExternalNumber"]},
        "billingAddress": address,
        "shipmentAddress": address,
        "departureCountry": {"countryIso": country, "currencyIso": currency},
        "paymentDetails": {"currencyIso": currency},
        "languageIso": settings.get("language") or "DE",
        "text": {"comment": said} if said else None,
        "shippingMethodId": settings.get("shipping_method_id"),
        "paymentMethodId": settings.get("payment_method_id"),
        "lineItems": [_line(line) for line in lines],
    }
    return {name: value for name, value in fields.items() if value is not None}


def _line(line: Line) -> dict[str, Any]:
    renamed = {"Notice": "note", "SKU": "sku"}
    return {renamed.get(name, _camel(name)): value for name, value in line.items()}


def _camel(name: str) -> str:
    return name[:1].lower() + name[1:]


# --------------------------------------------------------------------------------------------- in the older words


def _as_before(order: Document) -> dict[str, Any]:
    """The order in the words of version 1, which the comparison speaks."""
    address = order.get("shipmentAddress") or {}
    return {
        "Number": order.get("salesOrderNumber"),
        "SalesOrderDate": order.get("salesOrderDate"),
        "ExternalNumber": _external(order),
        "SalesOrderPaymentDetails": {
            "TotalGrossAmount": order.get("totalGrossAmount"),
            "CurrencyIso": (order.get("paymentDetails") or {}).get("currencyIso"),
        },
        "Shipmentaddress": {name[:1].upper() + name[1:]: value for name, value in address.items()},
    }


def _line_as_before(line: Document) -> dict[str, Any]:
    return {
        "Name": line.get("name"),
        "Notice": line.get("note"),
        "SKU": line.get("sku"),
        "Quantity": line.get("quantity"),
    }
