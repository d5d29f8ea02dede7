"""Placing once: one order taken from wherever the ledger says it stands to wherever this run can bring it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.errors import CannotTell, NoAnswer, WrongAddress
from roster_import.language.messages import Day, ended, joined, say
from roster_import.model.placement import Placement, Status
from roster_import.model.setting_names import PREFIX
from roster_import.place.changes import changes
from roster_import.place.conversation import LEASE, Conversation, sending_of
from roster_import.place.entry import Entry, Identity, canonical
from roster_import.place.follow import follow, placement, record, with_words
from roster_import.place.ledger import Plan
from roster_import.place.next_step import Decision, Step, next_step
from roster_import.targets.protocol import Refused

if TYPE_CHECKING:
    from roster_import.model.order import Order
    from roster_import.place.conversation import Effects

_LOOK_AGAIN = 0.2  # seconds between looks at an order that another process is sending


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An order to be placed, where it was read, and where its results workbook is to be written."""

    order: Order
    identity: Identity
    file: str
    results: str | None = None


async def place_order(wanted: Wanted, effects: Effects) -> Placement:
    """Take one order from wherever the ledger says it stands to wherever this run can bring it."""
    began = effects.monotonic()
    while True:
        entry = effects.ledger.latest(wanted.identity)
        decision = decide(entry, wanted.order, effects)
        if decision.step is Step.SEND:
            begun = _begin(wanted, decision.attempt, effects)
            if begun is None:
                continue  # another process was first: look again at what it wrote
            return await _send(begun, wanted, effects, fresh=True)
        if entry is None:
            raise AssertionError("only an order the ledger knows is anything but sent")
        if decision.step is Step.RESEND and entry.status is Status.SENDING and not _may_resend(entry, effects, began):
            await effects.sleep(_LOOK_AGAIN)
            continue
        return await _go_on(decision.step, entry, wanted, effects)


def decide(entry: Entry | None, order: Order, effects: Effects) -> Decision:
    """`next_step` for an order, given its last entry."""
    return next_step(
        entry,
        same=entry is not None and canonical(entry.order) == canonical(order),
        new_order=effects.new_order,
    )


def stop_message(entry: Entry, order: Order, step: Step) -> str:
    """Why an order is not sent under its reference, and what to do."""
    placed = say(
        "{number}, {day} by {user}",
        number=entry.order_number or say("number unknown"),
        day=Day(entry.created_at[:10]),
        user=entry.user,
    )
    if step is Step.ASK:
        return say(
            "Reference {reference}: {trouble} Only a person can tell what became of it: look at the order system, "
            "then run roster-import settle {reference}.",
            reference=order.reference,
            trouble=entry.error or say("the answer was lost."),
        )
    lines = joined(*changes(entry.order, order), between="; ") or say("no difference in what is ordered")
    return say(
        "Reference {reference} was already used for another order ({placed}). Different now: {lines}. Give "
        "this order a reference of its own; to order the additions only, run roster-import amend; to order "
        "all of it again, add --new-order.",
        reference=order.reference,
        placed=placed,
        lines=lines,
    )


async def _go_on(step: Step, entry: Entry, wanted: Wanted, effects: Effects) -> Placement:
    match step:
        case Step.RESEND if entry.status is Status.REFUSED:
            return await _send(_sending_again(entry, effects), wanted, effects, fresh=True)
        case Step.RESEND:
            return await _send(entry, wanted, effects, fresh=False)
        case Step.POLL:
            effects.tell("pending", wanted.order.reference, entry.order_number or "")
            return await follow(entry, wanted.order, effects, at_once=True)
        case Step.REPORT:
            return placement(entry, wanted.order, effects.target, already=True)
        case _:
            stopped = placement(entry, wanted.order, effects.target)
            status = Status.UNKNOWN if step is Step.ASK else Status.PLANNED
            return replace(stopped, status=status, error=stop_message(entry, wanted.order, step))


# ----------------------------------------------------------------------------------------------------- sending


def _begin(wanted: Wanted, attempt: int, effects: Effects) -> Entry | None:
    plan = Plan(
        identity=wanted.identity,
        attempt=attempt,
        body=effects.target.body(wanted.order, _taken(wanted, effects)),
        order=wanted.order,
        url=effects.url,
        file=wanted.file,
        results=wanted.results,
    )
    return effects.ledger.begin(plan, effects.who, effects.stamp(), effects.wall() + LEASE)


def _taken(wanted: Wanted, effects: Effects) -> int:
    """How many orders of this name the order system has, or may have, from earlier attempts."""
    attempts = effects.ledger.attempts(wanted.identity)
    return sum(one.status in (Status.COMPLETED, Status.FAILED) or one.conflict for one in attempts)


def _may_resend(entry: Entry, effects: Effects, began: float) -> bool:
    """Whether the lease of an order being sent is ours to take: its holder is gone, or has had its time.

    The time waited is measured here, too: a clock that was set back must not make a lease last for ever.
    """
    mine = entry.lease_owner == effects.who.process and entry.lease_until == 0
    ended = entry.lease_owner is None or effects.alive(entry.lease_owner) is False
    out_of_time = effects.wall() > entry.lease_until or effects.monotonic() - began > LEASE
    if not (mine or ended or out_of_time):
        return False
    return effects.ledger.take_over(entry, effects.who, effects.stamp(), effects.wall() + LEASE)


def _sending_again(entry: Entry, effects: Effects) -> Entry:
    """The entry of an order that met one of its kind, about to be sent again under the same key."""
    lease = {"lease_owner": effects.who.process, "lease_until": effects.wall() + LEASE}
    return effects.ledger.update(
        entry, effects.who, effects.stamp(), "sending again", status=Status.SENDING, conflict=0, **lease
    )


async def _send(entry: Entry, wanted: Wanted, effects: Effects, *, fresh: bool) -> Placement:
    reference = wanted.order.reference
    effects.tell("sending", reference, "")
    talk = Conversation(entry, effects)
    try:
        progress = await talk.hold(effects.target.placing(sending_of(entry, effects, lost=not fresh)), tries=5)
    except NoAnswer as error:
        return _no_answer(talk.entry, wanted, effects, error, never_sent=fresh and not talk.got_through)
    except Refused as refused:
        effects.tell("answered", reference, "")
        return _turned_down(talk.entry, wanted, effects, refused, lost=refused.after_loss or not fresh)
    effects.tell("answered", reference, "")
    entry = record(talk.entry, progress, effects)
    effects.tell("pending", reference, entry.order_number or "")
    if entry.status is Status.PENDING:
        return await follow(entry, wanted.order, effects, at_once=effects.target.confirms_at_once)
    return with_words(placement(entry, wanted.order, effects.target), progress)


def _no_answer(entry: Entry, wanted: Wanted, effects: Effects, error: NoAnswer, *, never_sent: bool) -> Placement:
    status = Status.PLANNED if never_sent else Status.SENDING
    if never_sent and isinstance(error, WrongAddress):
        status = Status.REFUSED
    after = say("Nothing was sent.") if never_sent else say("The order may have been taken.")
    again = "" if status is Status.REFUSED else say("Run the same command again, or roster-import resume.")
    if isinstance(error, CannotTell):
        after = say(
            "Once you know, run roster-import settle {reference}; roster-import resume looks again.",
            reference=wanted.order.reference,
        )
        again = ""
    message = joined(ended(error.message), after, again)
    entry = effects.ledger.update(
        entry, effects.who, effects.stamp(), "no answer", status=status, error=message, lease_owner=None, lease_until=0
    )
    # The ledger keeps the English text alone; whoever reads of it now reads it in their language.
    return replace(placement(entry, wanted.order, effects.target), error=message)


def _turned_down(entry: Entry, wanted: Wanted, effects: Effects, refused: Refused, *, lost: bool) -> Placement:
    if lost:
        # An earlier sending may have been taken: a no to the repeat does not prove that nothing was placed.
        status, after = Status.SENDING, say("An earlier sending of it may have been taken: nothing is certain yet.")
    elif refused.conflict:
        status, after = (
            Status.REFUSED,
            joined(
                say("It knows this key or reference already: an order of that name may stand there."),
                say("Give this order a reference of its own, or order it all the same with --new-order."),
            ),
        )
    else:
        status, after = Status.REFUSED, say("Nothing was placed.")
    if refused.code == 401:
        name = f"{PREFIX}{effects.target.name.upper()}_API_KEY"
        after = joined(after, say("Check the key ({name}); roster-import doctor tries it.", name=name))
    message = joined(_turned(effects.target.title, refused), after)
    entry = effects.ledger.update(
        entry,
        effects.who,
        effects.stamp(),
        "turned down",
        status=status,
        error=message,
        conflict=int(refused.conflict and not lost),
        lease_owner=None,
        lease_until=0,
    )
    seen = placement(entry, wanted.order, effects.target)
    return replace(seen, error=message, objections=effects.target.objections(wanted.order, refused))


def _turned(title: str, refused: Refused) -> str:
    what = ended(refused.message)
    if refused.code:
        return say("{system} turned the order down: {what}", system=title, what=what)
    return say("The order could not be placed: {what}", what=what)
