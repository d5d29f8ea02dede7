"""The lines of an order whose header stands: added once, known again by their marks, and never to another's order."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost, CannotTell, NoAnswer, NotTold
from roster_import.language.messages import say
from roster_import.model.request import Request
from roster_import.targets.amounts import shortest
from roster_import.targets.fields import unlike
from roster_import.targets.jtl.documents import Line, mark_of
from roster_import.targets.jtl.look_up import Document, Ended, if_there, lines_of_order, orders_named, reading, refusal
from roster_import.targets.protocol import Ask, Passed, Pause, Place, Reached, Refused, Undone, Used

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from roster_import.model.request import Reply
    from roster_import.targets.protocol import Look, Part, Sending

LOOKS = 5
TAKING_TIME = 120.0
"""Seconds that JTL-Wawi may take for what it was sent, where nothing else is set: longer than it may take to answer."""
THERE = "was there already"
_CLEAR_NO = (400, 409, 422)
_CANCELLED = -4  # the reason for cancelling that the documents give as an example


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The order that is to stand, and what is known of its sending."""

    header: Document
    lines: Sequence[Line]
    sending: Sending
    settings: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.header["ExternalNumber"])

    @property
    def seconds(self) -> float:
        """After so many JTL-Wawi has certainly taken what it was sent."""
        return taking_time(self.settings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """An order that stands, and whether it is certain that we made it.

    `twins`: others stand under the same name. `doubtful`: the answer to ours was lost, so that ours may still come.
    """

    number: str
    ours: bool
    twins: bool = False
    doubtful: bool = False


def taking_time(settings: Mapping[str, Any]) -> float:
    """Seconds after which JTL-Wawi has certainly taken what it was sent."""
    return float(settings.get("taking_time") or TAKING_TIME)


def trusted(sending: Sending, settings: Mapping[str, Any]) -> bool:
    """Whether what a look-up does not find is not there."""
    told = str(settings.get("trust_look_up", "")).casefold() in ("yes", "true", "1")
    return told or sending.seen_at_once


def another(message: str, sending: Sending, settings: Mapping[str, Any]) -> Part:
    """End the talk: the order of that name is another. Where ours may have been taken, too, that has to be told first."""
    if sending.lost and sending.since < taking_time(settings):
        raise AnswerLost(say("{other}, and JTL-Wawi may still take what was sent before", other=message))
    if sending.lost and not trusted(sending, settings):
        raise CannotTell(
            say(
                "{other}. Whether ours stands there, too, still pending, JTL-Wawi does not list. Look for it in JTL-Wawi",
                other=message,
            )
        )
    if sending.lost:
        yield Undone(what="is not listed, though another of its name is")
    raise Ended(Used(message=message))


def several(number: int, name: str) -> str:
    """What is to be done where several orders of one name stand."""
    return say("{count} orders are called {name} in JTL-Wawi: cancel all but one there", count=number, name=name)


def complete(header: Header, wanted: Wanted) -> Part:
    """Add the lines the order has not yet; an order that takes none is cancelled, never left empty.

    Lines are known by their marks, not by JTL-Wawi: they are sent again only where they are not listed after all the
    time that it may have taken them, and never for an order of another machine that may be at it.
    """
    missing = yield from _to_be_added(header, wanted)
    if not missing:
        return
    request = post(f"/salesOrders/{header.number}/lineitems", missing)
    try:
        added = yield Place(request=request, read=created_as("list"), looked=True)
    except AnswerLost:
        yield from _there_after_all(header, wanted)
        return
    if isinstance(added, Refused):
        yield from _given_up(header.number, added)
    yield Reached(what=f"{len(missing)} lines added")
    if not header.ours:
        yield from _without_doubles(header.number, added)


def _to_be_added(header: Header, wanted: Wanted) -> Part:
    """The lines that the order has not, of one that may have some already. Raises `AnswerLost` where it does not show them."""
    if header.ours and not wanted.sending.lost and not wanted.sending.tracking_id:
        return wanted.lines
    missing = yield from _missing_after(header, wanted)
    if header.twins or header.doubtful:
        yield from _rid_of_twins(header.number, wanted)
    if missing is None:
        said = say("The order {number} stands in JTL-Wawi, but its lines are not shown yet", number=header.number)
        raise AnswerLost(said)
    if not header.ours:
        yield Reached(what=THERE, tracking_id=header.number)
    return missing


def _there_after_all(header: Header, wanted: Wanted) -> Part:
    """Look for lines whose answer was lost. Raises `AnswerLost` where they are not all there."""
    missing = yield from _missing_by_and_by(header, wanted)
    if missing == []:
        return
    raise AnswerLost(
        say(
            "The order {number} stands in JTL-Wawi, {count} of its lines are not there yet",
            number=header.number,
            count=len(wanted.lines if missing is None else missing),
        )
    )


def _rid_of_twins(number: str, wanted: Wanted) -> Part:
    """Cancel the empty orders of the same name, which nobody has filled in all the time there was."""
    orders = yield from orders_named(wanted.name)
    twins = [str(order["Id"]) for order in orders if str(order["Id"]) != number]
    for twin in twins:
        if (yield from lines_of_order(twin)):
            raise AnswerLost(several(len(orders), wanted.name))
    for twin in twins:
        yield from cancelled(twin, say("another order of this name was first"))


def _without_doubles(number: str, added: Sequence[Document]) -> Part:
    """Take back those of our lines that another machine has added just before, to the header both had found."""
    first: dict[str, int] = {}
    for line in (yield from lines_of_order(number)) or ():
        mark = mark_of(str(line.get("Notice") or ""))
        first[mark] = min(int(line["Id"]), first.get(mark, int(line["Id"])))
    for line in added:
        mark, line_id = mark_of(str(line.get("Notice") or "")), int(line["Id"])
        if mark and first.get(mark, line_id) < line_id:  # lines that are shown without their notes are no doubles
            yield from _deleted(number, line)


def _deleted(number: str, line: Document) -> Part:
    request = Request(method="DELETE", path=f"/salesOrders/{number}/lineitems/{line['Id']}")
    try:
        yield Ask(request=request, read=if_there(accepted))
    except NoAnswer as error:
        raise AnswerLost(
            say(
                "The order {number} has the line {line} twice, and deleting one failed ({trouble}): delete it in JTL-Wawi",
                number=number,
                line=line.get("Name"),
                trouble=error.message,
            )
        ) from error


def _missing(header: Header, wanted: Wanted, *, sent: bool) -> Part:
    """The lines that the order has not, by their marks; None where its lines are not shown.

    Ends the talk where they are those of another order: it never was ours, or somebody took it for theirs. Where none of
    ours were `sent`, nothing of ours stands there.
    """
    lines = wanted.lines
    existing = yield from lines_of_order(header.number)
    if existing is None:
        return None
    if _are_of_another(existing, lines, ours=header.ours):
        if not sent:
            yield Undone(what="has the lines of another order")
        yield from another(is_another(header.number, wanted.name, ["lines"]), wanted.sending, wanted.settings)
    marks = {mark_of(str(line.get("Notice") or "")) for line in existing}
    return [line for line in lines if mark_of(line["Notice"]) not in marks]


def _are_of_another(existing: Sequence[Document], lines: Sequence[Line], *, ours: bool) -> bool:
    """Whether an order's lines are not ours; under a header of `ours` one that is, though changed since, is enough."""
    if not ours:
        return bool(strangers(existing, lines))
    # An item has the name that JTL-Wawi has for it.
    names = {mark_of(line["Notice"]): None if "ItemId" in line else line["Name"] for line in lines}
    marks = [(mark_of(str(line.get("Notice") or "")), line.get("Name")) for line in existing]
    return bool(marks) and not any(mark in names and names[mark] in (None, name) for mark, name in marks)


def _missing_after(header: Header, wanted: Wanted) -> Part:
    """The lines still missing once all that was sent so many seconds ago, by us or by others, has been taken."""
    sending = wanted.sending
    wait = wanted.seconds if sending.lost or header.doubtful else 0.0
    others = 0.0 if header.ours else wanted.seconds
    missing = yield from _missing(header, wanted, sent=sending.lost)
    passed = Passed(sent=0.0 if header.doubtful and not sending.lost else sending.since, talk=0.0)
    for look in count():
        whole = missing == [] and not header.twins
        if passed.sent >= wait and (whole or (passed.talk >= others and (missing is not None or look >= LOOKS))):
            return missing
        passed = yield Pause(doublings=look)
        missing = yield from _missing(header, wanted, sent=sending.lost)
    return missing


def _missing_by_and_by(header: Header, wanted: Wanted) -> Part:
    """The lines that are still missing some time after an answer was lost: they may be in the making."""
    missing: Sequence[Line] | None = list(wanted.lines)
    for look in range(LOOKS):
        yield Pause(doublings=look)
        missing = yield from _missing(header, wanted, sent=True)
        if missing == []:
            break
    return missing


def is_another(number: object, name: str, changed: Sequence[str]) -> str:
    """Why an order of that name is not the one that is meant."""
    if list(changed) == ["lines"]:
        return say("the order {number} called {name} has lines that are not of this order", number=number, name=name)
    return say(
        "the order {number} called {name} is another; different: {fields}",
        number=number,
        name=name,
        fields=", ".join(changed),
    )


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
    yield from cancelled(number, say("its lines were turned down: {trouble}", trouble=refused.message))
    said = say("{trouble}. The order {number} was cancelled", trouble=refused.message, number=number)
    raise Ended(replace(refused, message=said))


def cancelled(number: str, why: str) -> Part:
    """Cancel an order that must not stand."""
    try:
        document = {
            "CancellationReasonId": (yield from _reason()),
            "CancellationComment": f"roster-import: {why}"[:200],
        }
        yield Ask(request=post(f"/salesOrders/{number}/cancel", document), read=accepted)
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
    """The lines of an order that are none of those wanted: other marks, notes, names, quantities or prices.

    A line that is an item may have the name that JTL-Wawi has for it: what is printed stands in its note.
    """
    ours = {
        mark_of(line["Notice"]): {
            _field(name, note): shortest(value) for name, value in line.items() if name != "Name" or "SKU" not in line
        }
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


def post(path: str, document: object) -> Request:
    """A document to be taken; JTL-Wawi knows no repeat again."""
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    headers = {"Content-Type": "application/json"}
    return Request(method="POST", path=path, body=body, headers=headers, repeatable=False)


def created_as(kind: str) -> Callable[[Reply], Any]:
    """What reads an answer to what places: a refusal, else an object or a list."""
    return lambda reply: refusal(reply) or reading[kind](reply)


def accepted(reply: Reply) -> None:
    """Raise `NotTold` where what was asked beside the order was turned down."""
    if refused := refusal(reply):
        raise NotTold(refused.message, code=refused.code)
