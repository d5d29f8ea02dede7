"""Version 1: look, header, lines, file; each step written down, each found again after a lost answer."""

from __future__ import annotations

import base64
import json
from itertools import count
from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost, CannotTell, NoAnswer
from roster_import.language.messages import say
from roster_import.model.placement import Progress, Status
from roster_import.model.request import Request
from roster_import.model.setting_names import FILE_NAME
from roster_import.targets.answers import text_of
from roster_import.targets.compare import leaves, unlike
from roster_import.targets.jtl.documents import Line, confirmation
from roster_import.targets.jtl.look_up import (
    Document,
    Ended,
    company_id,
    customer_id,
    ending,
    item_id,
    lines_of_order,
    one_order,
    orders_named,
    paged,
    reading,
)
from roster_import.targets.jtl.order_lines import (
    LOOKS,
    THERE,
    Header,
    accepted,
    cancelled,
    complete,
    created_as,
    is_another,
    post,
    strangers,
)
from roster_import.targets.protocol import (
    SEEN_AT_ONCE,
    Ask,
    Pause,
    Place,
    Reached,
    Refused,
    Unplaceable,
    Used,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from roster_import.targets.protocol import Following, Look, Part, Sending, Talk

TAKING_TIME = 120.0
"""Seconds that JTL-Wawi may take for what it was sent, where nothing else is set: longer than it may take to answer."""
_MAY_BE_THERE = ("CustomerComment",)  # what an order may have though nothing of it was sent


def placing(sending: Sending, settings: Mapping[str, Any]) -> Talk:
    """Look; header; lines; the roster as a file. What an earlier sending left undone is finished."""
    return ending(_placing(sending, settings))


def _placing(sending: Sending, settings: Mapping[str, Any]) -> Talk:
    wanted = json.loads(sending.body)
    lines = yield from with_items(wanted["lines"], settings, item_id)
    company, customer = (yield from company_id(settings)), (yield from customer_id(settings))
    header = {"CompanyId": company, "CustomerId": customer, **wanted["header"]}
    number, ours = (yield from _standing(sending.tracking_id)), True
    if number is None:
        number, ours = (yield from _found(header, lines)), False
    if number is None:
        number, ours = yield from _header(header, lines, sending, settings)
    standing = Header(number=str(number), name=header["ExternalNumber"], ours=ours)
    yield from complete(standing, lines, sending, taking_time(settings))
    if sending.roster is not None:
        yield from _attached(str(number), sending.roster)
    return Progress(status=Status.PENDING, tracking_id=str(number))


def taking_time(settings: Mapping[str, Any]) -> float:
    """Seconds after which JTL-Wawi has certainly taken what it was sent."""
    return float(settings.get("taking_time") or TAKING_TIME)


def with_items(lines: Sequence[Line], settings: Mapping[str, Any], find: Callable[[str], Look]) -> Look:
    """The lines, those with an SKU as lines of the item that has just this SKU.

    Ends the talk naming every line whose item is not there, where that is not to be ordered as free text.
    """
    ids: dict[str, object] = {}
    for sku in dict.fromkeys(line["SKU"] for line in lines if line.get("SKU")):
        ids[sku] = yield from find(sku)
    if settings.get("unknown_item", "refuse") == "refuse":
        _all_known(lines, ids)
    numbers = [ids.get(line.get("SKU", "")) for line in lines]
    return [
        {"ItemId": number, **line} if number is not None else line for number, line in zip(numbers, lines, strict=True)
    ]


def _all_known(lines: Sequence[Line], ids: Mapping[str, object]) -> None:
    unknown = [sku for sku, number in ids.items() if number is None]
    if unknown:
        faults = tuple(
            (f"[{at}].SKU", say("there is no item {sku}", sku=line["SKU"]))
            for at, line in enumerate(lines)
            if line.get("SKU") in unknown
        )
        raise Ended(
            Unplaceable(
                message=say(
                    "JTL-Wawi has no item with the SKU {skus}: correct [jtl] items in {file}, or set "
                    'unknown_item = "text" there to order it as free text',
                    skus=", ".join(unknown),
                    file=FILE_NAME,
                ),
                faults=faults,
            )
        )


def _found(header: Document, lines: Sequence[Line]) -> Look:
    """The id of the order that stands under this name already, where it is this one; None where there is none."""
    name = header["ExternalNumber"]
    orders = yield from orders_named(name)
    if not orders:
        return None
    if len(orders) > 1:
        raise Ended(Used(message=say("{count} orders are called {name} in JTL-Wawi", count=len(orders), name=name)))
    (order,) = orders
    existing = yield from lines_of_order(order["Id"])
    if changed := [*unlike_header(header, order), *(["lines"] if strangers(existing or (), lines) else [])]:
        raise Ended(Used(message=is_another(order.get("Number"), name, changed)))
    if existing:  # an empty one may be that of somebody who is about to add other lines to it
        yield Reached(what=THERE, tracking_id=str(order["Id"]), order_number=text_of(order.get("Number")))
    return order["Id"]


def unlike_header(wanted: Document, order: Document) -> list[str]:
    """The fields in which an order that stands is another than the one wanted, as far as JTL-Wawi shows them."""
    sent, read = leaves(wanted), leaves(order)
    sent.pop("ExternalNumber", None)  # compared in its normal form already
    shown = {name: value for name, value in sent.items() if name.split(".")[0] in order}
    return unlike(shown, read, also=[name for name in _MAY_BE_THERE if name in order])


def doubt(name: str, sending: Sending, settings: Mapping[str, Any]) -> None:
    """Raise `CannotTell` where it proves nothing that an order is not found that may have been taken."""
    trusted = str(settings.get("trust_look_up", "")).casefold() in ("yes", "true", "1")
    if sending.lost and not trusted and not sending.seen_at_once:
        raise CannotTell(
            say(
                "JTL-Wawi lists no order {name}, but lists no order either that is still pending there. Look for it in "
                "JTL-Wawi",
                name=name,
            )
        )


def _header(header: Document, lines: Sequence[Line], sending: Sending, settings: Mapping[str, Any]) -> Part:
    """The id of the order, its header created, and whether it was us; where the answer is lost, it is looked for."""
    doubt(header["ExternalNumber"], sending, settings)
    number = None
    if sending.lost and sending.since < taking_time(settings):
        number = yield from _by_and_by(header, lines, taking_time(settings))
    if number is not None:
        return number, False
    try:
        created = yield Place(request=post("/salesOrders", header), read=created_as("object"), looked=True)
    except AnswerLost:
        number = yield from _by_and_by(header, lines, 0.0)
        if number is None:
            raise
        return number, False
    if isinstance(created, Refused):
        raise Ended(created)
    yield Reached(what="header created", tracking_id=str(created["Id"]), order_number=text_of(created.get("Number")))
    return (yield from _the_first(header, lines, int(created["Id"]), sending, taking_time(settings)))


def _the_first(header: Document, lines: Sequence[Line], number: int, sending: Sending, seconds: float) -> Part:
    """Of several orders of one name, made at the same time from several machines, the first; ours is taken back then.

    Ours is looked for until it is listed, or has had all the time it may take: then one that was made before it is listed
    as well. Whether it is listed at once also tells what a look-up that finds nothing is worth here.
    """
    begun = None
    for look in count():
        orders = yield from orders_named(header["ExternalNumber"])
        numbers = [int(order["Id"]) for order in orders]
        if number in numbers and not look and not sending.seen_at_once:
            yield Reached(what=SEEN_AT_ONCE)
        if numbers and numbers[0] < number:
            yield from cancelled(str(number), say("another order of this name was first"))
            return (yield from _found(header, lines)), False
        if number in numbers or sending.seen_at_once:
            break
        passed = yield Pause(doublings=look)
        begun = passed.talk if begun is None else begun
        if look + 1 >= LOOKS and passed.talk - begun >= seconds:
            break
    return number, True


def _by_and_by(header: Document, lines: Sequence[Line], seconds: float) -> Look:
    """The order whose answer was lost, looked for some times, and until so many seconds have passed since its sending."""
    for look in count():
        passed = yield Pause(doublings=look)
        number = yield from _found(header, lines)
        if number is not None or (look + 1 >= LOOKS and passed.sent >= seconds):
            return number
    return None


# ----------------------------------------------------------------------------------------------- following


def following(sending: Sending) -> Following:
    """The order and its lines as JTL-Wawi has them; a pending order is not shown, and is asked for again."""
    number = sending.tracking_id or ""
    order = yield from one_order(number)
    lines = (yield from lines_of_order(number)) if order is not None else None
    if order is None or lines is None:
        return Progress(status=Status.PENDING, tracking_id=number)
    twins = yield from _twins(number, json.loads(sending.body)["header"]["ExternalNumber"])
    return Progress(
        status=Status.FAILED if order.get("IsCancelled") else Status.COMPLETED,
        tracking_id=number,
        order_number=text_of(order.get("Number")),
        error=say("it was cancelled in JTL-Wawi") if order.get("IsCancelled") else None,
        confirmation=confirmation(order, lines, others=twins),
    )


def _twins(number: str, name: str) -> Look:
    """Other orders of this name that stay: one made at the same time elsewhere is taken back there (`_the_first`)."""
    for look in range(LOOKS):
        orders = yield from orders_named(name)
        others = [order for order in orders if str(order["Id"]) != number]
        if not others or look + 1 == LOOKS:
            return others
        yield Pause(doublings=look)
    return []


def numbered(number: str) -> Look:
    """The id of the order with just this number of its own; None where none is listed."""
    orders = yield from paged("/salesOrders", salesOrderNumber=number)
    return next((str(order["Id"]) for order in orders if order.get("Number") == number), None)


# -------------------------------------------------------------------------------------------------------- steps


def _standing(number: str | None) -> Look:
    """The order an earlier sending reached, if it is not cancelled by now; pending it is not shown, but there."""
    if not number:
        return None
    order = yield from one_order(number)
    return None if order is not None and order.get("IsCancelled") else number


def _attached(number: str, roster: tuple[str, bytes]) -> Look:
    """The roster workbook as a file of the order, once; that it cannot be attached is noted and stops nothing."""
    name, content = roster
    document = {
        "FileName": name,
        "FileDataType": name.rpartition(".")[2].lower(),
        "FileData": base64.b64encode(content).decode(),
    }
    path = f"/salesOrders/{number}/files"
    try:
        files = yield Ask(request=Request(method="GET", path=path), read=reading["list"])
        if not any(name in str(file.get("FileName", "")) for file in files):
            yield Ask(request=post(path, document), read=accepted)
    except NoAnswer:
        yield Reached(what="the roster could not be attached")
