"""The lines of an order whose header stands: added once, known again by their marks, and never to another's order."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost, NoAnswer, NotTold
from roster_import.language.messages import say
from roster_import.model.request import Request
from roster_import.targets.amounts import shortest
from roster_import.targets.compare import unlike
from roster_import.targets.jtl.documents import Line, mark_of
from roster_import.targets.jtl.look_up import Document, Ended, lines_of_order, reading, refusal
from roster_import.targets.protocol import Ask, Passed, Pause, Place, Reached, Refused, Undone, Used

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from roster_import.model.request import Reply
    from roster_import.targets.protocol import Look, Part, Sending

LOOKS = 5
THERE = "was there already"
_CLEAR_NO = (400, 409, 422)
_CANCELLED = -4  # the reason for cancelling that the documents give as an example


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """An order that stands, its name, and whether it is certain that we made it."""

    number: str
    name: str
    ours: bool


def complete(header: Header, lines: Sequence[Line], sending: Sending, seconds: float) -> Part:
    """Add the lines the order has not yet; an order that takes none is cancelled, never left empty.

    Lines are known by their marks, not by JTL-Wawi: they are sent again only where they are not listed after all the
    time that it may have taken them, and never for an order of another machine that may be at it.
    """
    number = header.number
    missing: Sequence[Line] | None = lines
    if sending.lost or sending.tracking_id or not header.ours:
        missing = yield from _missing_after(header, lines, sending, seconds)
        if missing is not None and not header.ours:
            yield Reached(what=THERE, tracking_id=number)
    for _ in range(2):
        if missing is None:
            raise AnswerLost(
                say("The order {number} stands in JTL-Wawi, but its lines are not shown yet", number=number)
            )
        if not missing:
            return
        try:
            added = yield Place(
                request=post(f"/salesOrders/{number}/lineitems", missing), read=created_as("list"), looked=True
            )
        except AnswerLost:
            missing = yield from _missing_by_and_by(header, lines)
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


def _missing(header: Header, lines: Sequence[Line], *, sent: bool) -> Part:
    """The lines that the order has not, by their marks; None where its lines are not shown.

    Ends the talk where they are those of another order: it never was ours, or somebody took it for theirs. Where none of
    ours were `sent`, nothing of ours stands there.
    """
    existing = yield from lines_of_order(header.number)
    if existing is None:
        return None
    if _are_of_another(existing, lines, ours=header.ours):
        if not sent:
            yield Undone(what="has the lines of another order")
        raise Ended(Used(message=is_another(header.number, header.name, ["lines"])))
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


def _missing_after(header: Header, lines: Sequence[Line], sending: Sending, seconds: float) -> Part:
    """The lines still missing once all that was sent so many seconds ago, by us or by others, has been taken."""
    wait, others = (seconds if sending.lost else 0.0), (0.0 if header.ours else seconds)
    missing = yield from _missing(header, lines, sent=sending.lost)
    passed = Passed(sent=sending.since, talk=0.0)
    for look in count():
        if missing == [] or (passed.sent >= wait and passed.talk >= others and (missing is not None or look >= LOOKS)):
            return missing
        passed = yield Pause(doublings=look)
        missing = yield from _missing(header, lines, sent=sending.lost)
    return missing


def _missing_by_and_by(header: Header, lines: Sequence[Line]) -> Part:
    """The lines that are still missing some time after an answer was lost: they may be in the making."""
    missing: Sequence[Line] | None = list(lines)
    for look in range(LOOKS):
        yield Pause(doublings=look)
        missing = yield from _missing(header, lines, sent=True)
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
