"""Version 1: look, header, lines, file; each step written down, each found again after a lost answer."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost, CannotTell, NoAnswer, NotTold
from roster_import.language.messages import say
from roster_import.model.placement import Progress, Status
from roster_import.model.request import Request
from roster_import.model.setting_names import FILE_NAME
from roster_import.targets.amounts import shortest
from roster_import.targets.answers import text_of
from roster_import.targets.compare import leaves, unlike
from roster_import.targets.jtl.documents import Line, confirmation, mark_of
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
    refusal,
)
from roster_import.targets.protocol import (
    SEEN_AT_ONCE,
    Ask,
    Passed,
    Pause,
    Place,
    Reached,
    Refused,
    Undone,
    Unplaceable,
    Used,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from roster_import.model.request import Reply
    from roster_import.targets.protocol import Following, Look, Part, Sending, Talk

LOOKS = 5
TAKING_TIME = 120.0
"""Seconds that JTL-Wawi may take for what it was sent, where nothing else is set: longer than it may take to answer."""
_CLEAR_NO = (400, 409, 422)
_MAY_BE_THERE = ("CustomerComment",)  # what an order may have though nothing of it was sent
_CANCELLED = -4  # the reason for cancelling that the documents give as an example


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
    yield from _complete(str(number), lines, sending, taking_time(settings), ours=ours)
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
        raise Ended(Used(message=_is_another(order.get("Number"), name, changed)))
    yield Reached(what="was there already", tracking_id=str(order["Id"]), order_number=text_of(order.get("Number")))
    return order["Id"]


def _is_another(number: object, name: str, changed: Sequence[str]) -> str:
    if list(changed) == ["lines"]:
        return say("the order {number} called {name} has lines that are not of this order", number=number, name=name)
    return say(
        "the order {number} called {name} is another; different: {fields}",
        number=number,
        name=name,
        fields=", ".join(changed),
    )


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
        created = yield Place(request=_post("/salesOrders", header), read=_created("object"), looked=True)
    except AnswerLost:
        number = yield from _by_and_by(header, lines, 0.0)
        if number is None:
            raise
        return number, True
    if isinstance(created, Refused):
        raise Ended(created)
    yield Reached(what="header created", tracking_id=str(created["Id"]), order_number=text_of(created.get("Number")))
    return (yield from _the_first(header, lines, int(created["Id"]), sending))


def _created(kind: str) -> Callable[[Reply], Any]:
    return lambda reply: refusal(reply) or reading[kind](reply)


def _the_first(header: Document, lines: Sequence[Line], number: int, sending: Sending) -> Part:
    """Of several orders of one name, made at the same time from several machines, the first; ours is taken back then.

    Ours is looked for until it is listed: then one that was made before it is listed as well. Whether it is listed at
    once also tells what a look-up that finds nothing is worth here.
    """
    for look in range(LOOKS):
        orders = yield from orders_named(header["ExternalNumber"])
        numbers = [int(order["Id"]) for order in orders]
        if number in numbers and not look and not sending.seen_at_once:
            yield Reached(what=SEEN_AT_ONCE)
        if numbers and numbers[0] < number:
            yield from _cancelled(str(number), say("another order of this name was first"))
            return (yield from _found(header, lines)), False
        if number in numbers or sending.seen_at_once:
            break
        yield Pause(doublings=look)
    return number, True


def _by_and_by(header: Document, lines: Sequence[Line], seconds: float) -> Look:
    """The order whose answer was lost, looked for some times, and until so many seconds have passed since its sending."""
    for look in count():
        passed = yield Pause(doublings=look)
        number = yield from _found(header, lines)
        if number is not None or (look + 1 >= LOOKS and passed.sent >= seconds):
            return number
    return None


# ------------------------------------------------------------------------------------------------------ the lines


def _complete(number: str, lines: Sequence[Line], sending: Sending, seconds: float, *, ours: bool) -> Part:
    """Add the lines the order has not yet; an order that takes none is cancelled, never left empty.

    Lines are known by their marks, not by JTL-Wawi: they are sent again only where they are not listed after all the
    time that it may have taken them, and never for an order of another machine that may be at it.
    """
    missing: Sequence[Line] | None = lines
    if sending.lost or sending.tracking_id or not ours:
        missing = yield from _missing_after(number, lines, sending, seconds, ours=ours)
    for _ in range(2):
        if missing is None:
            raise AnswerLost(
                say("The order {number} stands in JTL-Wawi, but its lines are not shown yet", number=number)
            )
        if not missing:
            return
        try:
            added = yield Place(
                request=_post(f"/salesOrders/{number}/lineitems", missing), read=_created("list"), looked=True
            )
        except AnswerLost:
            missing = yield from _missing_by_and_by(number, lines)
            break
        if isinstance(added, Refused):
            yield from _given_up(number, added)
        yield Reached(what=f"{len(missing)} lines added")
        return
    if missing is None or missing:
        raise AnswerLost(
            say(
                "The order {number} stands in JTL-Wawi, {count} of its lines are not there yet",
                number=number,
                count=len(lines if missing is None else missing),
            )
        )


def _missing(number: str, lines: Sequence[Line]) -> Look:
    """The lines that the order has not, by their marks; None where its lines are not shown."""
    existing = yield from lines_of_order(number)
    if existing is None:
        return None
    marks = {mark_of(str(line.get("Notice") or "")) for line in existing}
    return [line for line in lines if mark_of(line["Notice"]) not in marks]


def _missing_after(number: str, lines: Sequence[Line], sending: Sending, seconds: float, *, ours: bool) -> Look:
    """The lines still missing once all that was sent so many seconds ago, by us or by others, has been taken."""
    wait, others = (seconds if sending.lost else 0.0), (0.0 if ours else seconds)
    missing = yield from _missing(number, lines)
    passed = Passed(sent=sending.since, talk=0.0)
    for look in count():
        if missing == [] or (passed.sent >= wait and passed.talk >= others and (missing is not None or look >= LOOKS)):
            return missing
        passed = yield Pause(doublings=look)
        missing = yield from _missing(number, lines)
    return missing


def _missing_by_and_by(number: str, lines: Sequence[Line]) -> Look:
    """The lines that are still missing some time after an answer was lost: they may be in the making."""
    missing: Sequence[Line] | None = list(lines)
    for look in range(LOOKS):
        yield Pause(doublings=look)
        missing = yield from _missing(number, lines)
        if missing == []:
            break
    return missing


def _given_up(number: str, refused: Refused) -> Part:
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
    raise Ended(replace(refused, message=said))


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


def _post(path: str, document: object) -> Request:
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    headers = {"Content-Type": "application/json"}
    return Request(method="POST", path=path, body=body, headers=headers, repeatable=False)


def _nothing(reply: Reply) -> None:
    if refused := refusal(reply):
        raise NotTold(refused.message, code=refused.code)


def _standing(number: str | None) -> Look:
    """The order an earlier sending reached, if it is not cancelled by now; pending it is not shown, but there."""
    if not number:
        return None
    order = yield from one_order(number)
    return None if order is not None and order.get("IsCancelled") else number


def _cancelled(number: str, why: str) -> Part:
    """Cancel an order that must not stand."""
    try:
        document = {
            "CancellationReasonId": (yield from _reason()),
            "CancellationComment": f"roster-import: {why}"[:200],
        }
        yield Ask(request=_post(f"/salesOrders/{number}/cancel", document), read=_nothing)
    except NoAnswer as error:
        raise AnswerLost(
            say(
                "The order {number} must not stand ({why}), and cancelling it failed ({trouble}): cancel it in JTL-Wawi",
                number=number,
                why=why,
                trouble=error.message,
            )
        ) from error
    yield Undone(what=f"cancelled: {why}")


def _reason() -> Look:
    """The reason that the documents give as an example, where there is such or it is not told, else any that is there."""
    try:
        reasons = yield Ask(
            request=Request(method="GET", path="/salesOrders/cancellationReasons"), read=reading["list"]
        )
    except NoAnswer:
        return _CANCELLED
    numbers = [int(reason["Id"]) for reason in reasons if reason.get("Id") is not None]
    return _CANCELLED if _CANCELLED in numbers or not numbers else numbers[0]


def strangers(existing: Iterable[Document], wanted: Sequence[Line], note: str = "Notice") -> list[Document]:
    """The lines of an order that are none of those wanted: other marks, notes, names, quantities or prices."""
    ours = {
        mark_of(line["Notice"]): {_field(name, note): shortest(value) for name, value in line.items()}
        for line in wanted
    }
    return [line for line in existing if _is_strange(line, ours.get(mark_of(str(line.get(note) or "")), {}))]


def _field(name: str, note: str) -> str:
    """A line's field as the version whose notes are called so names it."""
    if note == "Notice":
        return name
    return {"Notice": note, "SKU": "sku"}.get(name, name[:1].lower() + name[1:])


def _is_strange(line: Document, wanted: Mapping[str, str]) -> bool:
    shown = {name: value for name, value in wanted.items() if name in line}
    read = {name: shortest(line[name]).strip() for name in shown}
    return not wanted or bool(unlike({name: value.strip() for name, value in shown.items()}, read))


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
    except NoAnswer:
        yield Reached(what="the roster could not be attached")
