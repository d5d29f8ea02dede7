"""Version 1: look, header, lines, file; each step written down, each found again after a lost answer."""

from __future__ import annotations

import base64
import json
from itertools import count
from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost, CannotTell, NoAnswer
from roster_import.language.messages import say
from roster_import.model.placement import SEEN_AT_ONCE, Progress, Status
from roster_import.model.request import Request
from roster_import.model.setting_names import FILE_NAME
from roster_import.targets.answers import text_of
from roster_import.targets.fields import leaves, unlike
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
    orders_spelt_otherwise,
    paged,
    reading,
)
from roster_import.targets.jtl.order_lines import (
    LOOKS,
    THERE,
    Header,
    Wanted,
    accepted,
    another,
    cancelled,
    complete,
    created_as,
    is_another,
    post,
    several,
    strangers,
    trusted,
)
from roster_import.targets.protocol import (
    Ask,
    Pause,
    Place,
    Reached,
    Refused,
    Unplaceable,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from roster_import.targets.protocol import Following, Look, Part, Sending, Talk

_MAY_BE_THERE = ("CustomerComment",)  # what an order may have though nothing of it was sent


def placing(sending: Sending, settings: Mapping[str, Any]) -> Talk:
    """Look; header; lines; the roster as a file. What an earlier sending left undone is finished."""
    return ending(_placing(sending, settings))


def _placing(sending: Sending, settings: Mapping[str, Any]) -> Talk:
    wanted = json.loads(sending.body)
    lines = yield from with_items(wanted["lines"], settings, item_id)
    company, customer = (yield from company_id(settings)), (yield from customer_id(settings))
    header = {"CompanyId": company, "CustomerId": customer, **wanted["header"]}
    wanted_now = Wanted(header=header, lines=lines, sending=sending, settings=settings)
    standing = yield from _standing(wanted_now)
    if standing is not None:  # it may have been cut off before it was seen whether another was first
        standing = yield from _the_first(wanted_now, int(standing.number))
    if standing is None:
        standing = yield from _found(wanted_now)
    if standing is None:
        standing = yield from _header(wanted_now)
    yield from complete(standing, wanted_now)
    if sending.roster is not None:
        yield from _attached(standing.number, sending.roster)
    return Progress(status=Status.PENDING, tracking_id=standing.number)


def with_items(lines: Sequence[Line], settings: Mapping[str, Any], find: Callable[[str], Look]) -> Look:
    """The lines, those with an SKU as lines of the item that has just this SKU.

    Ends the talk naming every line whose item is not there, where that is not to be ordered as free text.
    """
    ids: dict[str, object] = {}
    for sku in dict.fromkeys(line["SKU"] for line in lines if line.get("SKU")):
        try:
            ids[sku] = yield from find(sku)
        except Ended as ended:
            raise _at_lines(ended, lines) from ended
    if settings.get("unknown_item", "refuse") == "refuse":
        _all_known(lines, ids)
    numbers = [ids.get(line.get("SKU", "")) for line in lines]
    return [
        {"ItemId": number, **line} if number is not None else line for number, line in zip(numbers, lines, strict=True)
    ]


def looking(lines: Sequence[Line], settings: Mapping[str, Any], find: Callable[[str], Look]) -> Look:
    """What placing would end with as an item is not there; None where all are, or what is not is free text."""
    if settings.get("unknown_item", "refuse") != "refuse":
        return None
    try:
        yield from with_items(lines, settings, find)
    except Ended as ended:
        return ended.end
    return None


def _at_lines(ended: Ended, lines: Sequence[Line]) -> Ended:
    """What is wrong with an item, said of every line of it."""
    end = ended.end
    if not isinstance(end, Unplaceable):
        return ended
    said = dict(end.faults)
    at = ((f"[{number}].SKU", said[line["SKU"]]) for number, line in enumerate(lines) if line.get("SKU") in said)
    return Ended(Unplaceable(message=end.message, faults=tuple(at)))


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


def _found(wanted: Wanted, *, lost: bool = False) -> Part:
    """The order that stands under this name already, where it is this one; None where there is none.

    `lost`: the answer to the header was lost in this talk: what is found may be ours, or another machine's.
    Of several the one that has lines, else the first: the others are empty, made at the same time, or they are a person's.
    """
    shown, doubtful = [], lost or wanted.sending.lost
    named = (yield from orders_named(wanted.name)) or (yield from orders_spelt_otherwise(wanted.name))
    for order in named:
        shown.append((order, (yield from lines_of_order(order["Id"])) or ()))
    if not shown:
        return None
    order, existing = next((each for each in shown if each[1]), shown[0])
    twins = [twin for twin, _ in shown if twin is not order]
    differs = [*unlike_header(wanted.header, order), *(["lines"] if strangers(existing, wanted.lines) else [])]
    if differs:
        yield from another(is_another(order.get("Number"), wanted.name, differs), wanted.sending, wanted.settings)
    if sum(bool(lines) for _, lines in shown) > 1 or any(unlike_header(wanted.header, twin) for twin in twins):
        raise AnswerLost(several(len(shown), wanted.name))
    if existing and not twins and not doubtful:  # an empty one may be somebody's who is about to add other lines to it
        yield Reached(what=THERE, tracking_id=str(order["Id"]), order_number=text_of(order.get("Number")))
    return Header(number=str(order["Id"]), ours=False, twins=bool(twins), doubtful=doubtful)


def unlike_header(wanted: Document, order: Document) -> list[str]:
    """The fields in which an order that stands is another than the one wanted, as far as JTL-Wawi shows them."""
    sent, read = leaves(wanted), leaves(order)
    sent.pop("ExternalNumber", None)  # compared in its normal form already
    shown = {name: value for name, value in sent.items() if name.split(".")[0] in order}
    return unlike(shown, read, also=[name for name in _MAY_BE_THERE if name in order])


def doubt(name: str, sending: Sending, settings: Mapping[str, Any]) -> None:
    """Raise `CannotTell` where it proves nothing that an order is not found that may have been taken."""
    if sending.lost and not trusted(sending, settings):
        raise CannotTell(
            say(
                "JTL-Wawi lists no order {name}, but lists no order either that is still pending there. Look for it in "
                "JTL-Wawi",
                name=name,
            )
        )


def _header(wanted: Wanted) -> Part:
    """The order, its header created, and whether it was us; where the answer is lost, it is looked for."""
    doubt(wanted.name, wanted.sending, wanted.settings)
    standing = None
    if wanted.sending.lost and wanted.sending.since < wanted.seconds:
        standing = yield from _by_and_by(wanted, wanted.seconds)
    if standing is not None:
        return standing
    try:
        created = yield Place(request=post("/salesOrders", wanted.header), read=created_as("object"), looked=True)
    except AnswerLost:
        standing = yield from _by_and_by(wanted, 0.0, lost=True)
        if standing is None:
            raise
        return standing
    if isinstance(created, Refused):
        raise Ended(created)
    yield Reached(what="header created", tracking_id=str(created["Id"]), order_number=text_of(created.get("Number")))
    return (yield from _the_first(wanted, int(created["Id"])))


def _the_first(wanted: Wanted, number: int) -> Part:
    """Of several orders of one name, made at the same time from several machines, the first; ours is taken back then.

    Ours is looked for until it is listed, or has had all the time it may take: then one that was made before it is listed
    as well. Whether it is listed at once also tells what a look-up that finds nothing is worth here.
    """
    begun = None
    for look in count():
        orders = yield from orders_named(wanted.name)
        numbers = [int(order["Id"]) for order in orders]
        if number in numbers and not look and not wanted.sending.seen_at_once:
            yield Reached(what=SEEN_AT_ONCE)
        if numbers and numbers[0] < number:
            yield from cancelled(str(number), say("another order of this name was first"))
            return (yield from _the_other(wanted))
        if number in numbers or wanted.sending.seen_at_once:
            break
        passed = yield Pause(doublings=look)
        begun = passed.talk if begun is None else begun
        if look + 1 >= LOOKS and passed.talk - begun >= wanted.seconds:
            break
    return Header(number=str(number), ours=True)


def _the_other(wanted: Wanted) -> Part:
    standing = yield from _found(wanted)
    if standing is None:
        raise AnswerLost(say("another order of this name was first"))
    return standing


def _by_and_by(wanted: Wanted, seconds: float, *, lost: bool = False) -> Part:
    """The order whose answer was lost, looked for some times, and until so many seconds have passed since its sending."""
    for look in count():
        passed = yield Pause(doublings=look)
        standing = yield from _found(wanted, lost=lost)
        if standing is not None or (look + 1 >= LOOKS and passed.sent >= seconds):
            return standing
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


def _standing(wanted: Wanted) -> Look:
    """The order an earlier sending reached, if it is not cancelled by now; pending it is not shown, but there."""
    number = wanted.sending.tracking_id
    if not number:
        return None
    order = yield from one_order(number)
    return None if order is not None and order.get("IsCancelled") else Header(number=number, ours=True)


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
