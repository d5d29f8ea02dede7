"""Version 1: look, header, lines, file; each step written down, each found again after a lost answer."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost, CannotTell, NoAnswer
from roster_import.language.messages import say
from roster_import.model.placement import Progress, Status
from roster_import.model.request import Request
from roster_import.model.setting_names import FILE_NAME
from roster_import.targets.amounts import shortest
from roster_import.targets.answers import text_of
from roster_import.targets.jtl.confirmed import confirmation
from roster_import.targets.jtl.documents import Line, mark_of
from roster_import.targets.jtl.look_up import (
    Document,
    Look,
    company_id,
    customer_id,
    item_id,
    lines_of_order,
    one_order,
    orders_named,
    reading,
    turned_down,
)
from roster_import.targets.protocol import SEEN_AT_ONCE, Ask, Pause, Reached, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from roster_import.model.request import Reply
    from roster_import.targets.protocol import Sending, Talk

_LOOKS = 5
_NOT_YET = (404,)  # a pending order is not shown, nor are its lines (JTL › Get Sales Order)
_CLEAR_NO = (400, 409, 422)
_CANCELLED = -4  # the reason for cancelling that the documents give as an example


def placing(sending: Sending, settings: Mapping[str, Any]) -> Talk:
    """Look; header; lines; the roster as a file. What an earlier sending left undone is finished."""
    wanted = json.loads(sending.body)
    lines = yield from with_items(wanted["lines"], settings, item_id)
    number = yield from _standing(sending.tracking_id)
    if number is None:
        number = yield from _found(wanted)
        missing = (yield from _missing_by_and_by(str(number), lines)) if number is not None else lines
    else:
        missing = yield from _missing(number, lines)
    if number is None:
        doubt(wanted, sending, settings)
        number = yield from _header(wanted, sending, settings)
    yield from _complete(str(number), lines, missing)
    if sending.roster is not None:
        yield from _attached(str(number), sending.roster)
    return Progress(status=Status.PENDING, tracking_id=str(number))


def with_items(lines: Sequence[Line], settings: Mapping[str, Any], find: Callable[[str], Look]) -> Look:
    """The lines, those with an SKU as lines of the item that has just this SKU.

    Raises `Refused` naming every line whose item is not there, where that is not to be ordered as free text.
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
        raise Refused(
            say(
                "JTL-Wawi has no item with the SKU {skus}: correct [jtl] items in {file}, or set "
                'unknown_item = "text" there to order it as free text',
                skus=", ".join(unknown),
                file=FILE_NAME,
            ),
            code=0,
            faults=faults,
        )


def _found(wanted: Document) -> Look:
    """The id of the order that stands under this name already, where it is this one; None where there is none."""
    name = wanted["header"]["ExternalNumber"]
    orders = yield from orders_named(name)
    if not orders:
        return None
    if len(orders) > 1:
        said = say("{count} orders are called {name} in JTL-Wawi", count=len(orders), name=name)
        raise Refused(said, code=0, conflict=True)
    number = orders[0]["Id"]
    if strangers((yield from lines_of_order(number)), wanted["lines"]):
        said = say(
            "the order {number} called {name} has lines that are not of this order",
            number=orders[0].get("Number"),
            name=name,
        )
        raise Refused(said, code=0, conflict=True)
    yield Reached(what="was there already", tracking_id=str(number), order_number=text_of(orders[0].get("Number")))
    return number


def doubt(wanted: Document, sending: Sending, settings: Mapping[str, Any]) -> None:
    """Raise `CannotTell` where it proves nothing that an order is not found that may have been taken."""
    trusted = str(settings.get("trust_look_up", "")).casefold() in ("yes", "true", "1")
    if sending.lost and not trusted and not sending.seen_at_once:
        raise CannotTell(
            say(
                "JTL-Wawi lists no order {name}, but lists no order either that is still pending there. Look for it in "
                "JTL-Wawi",
                name=wanted["header"]["ExternalNumber"],
            )
        )


def _header(wanted: Document, sending: Sending, settings: Mapping[str, Any]) -> Look:
    """Create the header; where the answer is lost, look for it before anything else is done."""
    company, customer = (yield from company_id(settings)), (yield from customer_id(settings))
    document = {"CompanyId": company, "CustomerId": customer, **wanted["header"]}
    request = _post("/salesOrders", document)
    try:
        created = yield Ask(request=request, read=reading["object"])
    except AnswerLost:
        number = yield from _seen_after_loss(wanted)
        if number is None:
            raise
        return number
    yield Reached(what="header created", tracking_id=str(created["Id"]), order_number=text_of(created.get("Number")))
    yield from _only_one(wanted, int(created["Id"]), sending)
    return created["Id"]


def _only_one(wanted: Document, number: int, sending: Sending) -> Look:
    """Look for the order just made: another of its name was made at the same time from elsewhere, and was first.

    Whether it is listed at once also tells what a look-up that finds nothing is worth here.
    """
    orders = yield from orders_named(wanted["header"]["ExternalNumber"])
    numbers = [int(order["Id"]) for order in orders]
    if number in numbers and not sending.seen_at_once:
        yield Reached(what=SEEN_AT_ONCE)
    if numbers and numbers[0] < number:
        yield from _cancelled(str(number), say("another order of this name was first"))
        said = say("an order {name} was made from elsewhere", name=wanted["header"]["ExternalNumber"])
        raise Refused(said, code=0, conflict=True)


def _seen_after_loss(wanted: Document) -> Look:
    for look in range(_LOOKS):
        yield Pause(doublings=look)
        number = yield from _found(wanted)
        if number is not None:
            return number
    return None


def _complete(number: str, lines: Sequence[Line], missing: Sequence[Line]) -> Look:
    """Add the lines the order has not yet; an order that takes none is cancelled, never left empty."""
    for _ in range(2):
        if not missing:
            return
        try:
            yield Ask(request=_post(f"/salesOrders/{number}/lineitems", missing), read=reading["list"])
        except Refused as refused:
            yield from _given_up(number, refused)
        except AnswerLost:
            missing = yield from _missing_by_and_by(number, lines)
        else:
            yield Reached(what=f"{len(missing)} lines added")
            return
    if missing:
        raise AnswerLost(
            say(
                "The order {number} stands in JTL-Wawi, {count} of its lines are not there yet",
                number=number,
                count=len(missing),
            )
        )


def _given_up(number: str, refused: Refused) -> Look:
    """The lines were turned down: cancel the order, so that no empty one is left, and say both."""
    if refused.code not in _CLEAR_NO:
        raise AnswerLost(
            say(
                "The order {number} stands in JTL-Wawi, but its lines were not taken: {trouble}",
                number=number,
                trouble=refused.message,
            )
        )
    yield from _cancelled(number, say("its lines were turned down: {trouble}", trouble=refused.message))
    said = say("{trouble}. The order {number} was cancelled", trouble=refused.message, number=number)
    raise Refused(said, code=refused.code, faults=refused.faults)


# ----------------------------------------------------------------------------------------------- following


def following(sending: Sending) -> Talk:
    """The order and its lines as JTL-Wawi has them; a pending order is not shown, and is asked for again."""
    number = sending.tracking_id or ""
    try:
        order = yield from one_order(number)
        lines = yield from lines_of_order(number)
    except Refused as refused:
        if refused.code not in _NOT_YET:
            raise
        return Progress(status=Status.PENDING, tracking_id=number)
    return Progress(
        status=Status.FAILED if order.get("IsCancelled") else Status.COMPLETED,
        tracking_id=number,
        order_number=text_of(order.get("Number")),
        error=say("it was cancelled in JTL-Wawi") if order.get("IsCancelled") else None,
        confirmation=confirmation(order, lines),
    )


# -------------------------------------------------------------------------------------------------------- steps


def _post(path: str, document: object) -> Request:
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    headers = {"Content-Type": "application/json"}
    return Request(method="POST", path=path, body=body, headers=headers, repeatable=False)


def _nothing(reply: Reply) -> None:
    turned_down(reply)


def _standing(number: str | None) -> Look:
    """The order an earlier sending reached, if it is not cancelled by now."""
    if not number:
        return None
    try:
        order = yield from one_order(number)
    except Refused as refused:
        if refused.code not in _NOT_YET:
            raise
        return number  # pending: not shown, but there
    return None if order.get("IsCancelled") else number


def _cancelled(number: str, why: str) -> Look:
    """Cancel an order that must not stand."""
    try:
        reasons = yield Ask(
            request=Request(method="GET", path="/salesOrders/cancellationReasons"), read=reading["list"]
        )
        document = {"CancellationReasonId": _reason(reasons), "CancellationComment": f"roster-import: {why}"[:200]}
        yield Ask(request=_post(f"/salesOrders/{number}/cancel", document), read=_nothing)
    except (Refused, NoAnswer) as error:
        raise AnswerLost(
            say(
                "The order {number} must not stand ({why}), and cancelling it failed ({trouble}): cancel it in JTL-Wawi",
                number=number,
                why=why,
                trouble=error.message,
            )
        ) from error
    yield Reached(what=f"cancelled: {why}", tracking_id="")


def _reason(reasons: Sequence[Document]) -> int:
    """The reason that the documents give as an example, where there is such, else any that is there."""
    numbers = [int(reason["Id"]) for reason in reasons if reason.get("Id") is not None]
    return _CANCELLED if _CANCELLED in numbers or not numbers else numbers[0]


def strangers(
    existing: Sequence[Document], wanted: Sequence[Line], note: str = "Notice", quantity: str = "Quantity"
) -> list[Document]:
    """The lines of an order that are none of those wanted."""
    ours = {(mark_of(line["Notice"]), line["Notice"], shortest(line["Quantity"])) for line in wanted}
    notices = ((str(line.get(note) or "").strip(), line) for line in existing)
    return [line for notice, line in notices if (mark_of(notice), notice, shortest(line.get(quantity))) not in ours]


def _missing(number: str, lines: Sequence[Line]) -> Look:
    """The lines that the order has not, by their marks."""
    existing = yield from lines_of_order(number)
    marks = {mark_of(str(line.get("Notice") or "")) for line in existing}
    return [line for line in lines if mark_of(line["Notice"]) not in marks]


def _missing_by_and_by(number: str, lines: Sequence[Line]) -> Look:
    """The lines that are still missing some time after an answer was lost: they may be in the making."""
    missing: list[Line] = list(lines)
    for look in range(_LOOKS):
        yield Pause(doublings=look)
        missing = yield from _missing(number, lines)
        if not missing:
            break
    return missing


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
            yield Ask(request=_post(path, document), read=_nothing)
    except (Refused, NoAnswer):
        yield Reached(what="the roster could not be attached")
