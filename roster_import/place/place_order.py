"""Placing once: one order taken from wherever the ledger says it stands to wherever this run can bring it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.errors import CannotTell, NoAnswer, NotTold, TakenOver, WrongAddress
from roster_import.language.messages import Day, ended, joined, say
from roster_import.model.placement import Placement, Progress, Status
from roster_import.model.setting_names import PREFIX
from roster_import.place.amendments import changes, names_of, same_order, with_what_stands_beside
from roster_import.place.conversation import LEASE, Conversation, sending_of, written_down
from roster_import.place.follow import beside_another, follow, record, refreshed, with_words
from roster_import.place.known import beyond, placement
from roster_import.place.ledger.changes import begin, take_over
from roster_import.place.ledger.ledger import Plan
from roster_import.place.next_step import Decision, End, Standing, Step, Wish, next_step
from roster_import.targets.protocol import Refused, Unplaceable, Used

if TYPE_CHECKING:
    from roster_import.model.order import Order
    from roster_import.place.conversation import Effects
    from roster_import.place.ledger.entry import Entry, Identity

_LOOK_AGAIN = 0.2  # seconds between looks at an order that another process is sending


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An order to be placed, where it was read, and where its results workbook is to be written.

    `amends` is the ledger's number of the order it adds to. `twin`: another file of this run has the same order. `anew`: the
    user wants it ordered although it, or its reference, was ordered before.
    """

    order: Order
    identity: Identity
    file: str
    results: str | None = None
    amends: int | None = None
    twin: bool = False
    anew: bool = False


async def place_order(wanted: Wanted, effects: Effects) -> Placement:
    """Take one order from wherever the ledger says it stands to wherever this run can bring it."""
    began = effects.monotonic()
    while True:
        try:
            placed = await _placed(wanted, effects, began)
        except TakenOver:
            continue  # another process took us for dead: what it writes down counts
        if placed is not None:
            return placed


async def _placed(wanted: Wanted, effects: Effects, began: float) -> Placement | None:
    """What became of an order; None where it is to be looked at again."""
    entry, decision = await effects.read(lambda: decide(wanted, effects))
    if decision.step is Step.SEND:
        async with effects.places:
            begun = await _begin(wanted, decision.attempt, effects)
            if begun is None:
                return None  # another process was first: look again at what it wrote
            sent = await send(begun, wanted, effects)
        return await _followed(sent, wanted, effects)
    if entry is None:
        raise AssertionError("only an order the ledger knows is anything but sent")
    if decision.step in (Step.RESEND, Step.LOOK) and not await may_resend(entry, effects, began):
        await effects.sleep(_LOOK_AGAIN)
        return None
    placed = await _go_on(decision.step, entry, wanted, effects)
    return replace(placed, already=True) if wanted.twin and placed.status is Status.COMPLETED else placed


def decide(wanted: Wanted, effects: Effects) -> tuple[Entry | None, Decision]:
    """What the ledger says of an order, and what is to be done with it."""
    return decided(wanted, *effects.ledger.here_and_elsewhere(wanted.identity), effects)


def decided(
    wanted: Wanted, entry: Entry | None, other: Entry | None, effects: Effects
) -> tuple[Entry | None, Decision]:
    """The same, of what the ledger says of it here and elsewhere."""
    if (entry is None or entry.standing in (Standing.NOTHING, Standing.REFUSED)) and other is not None:
        decision = next_step(other.standing, 1, Wish(here=False, new_order=wanted.anew))
        return (other, decision) if decision.step is not Step.SEND else (entry, decision)
    if entry is None:
        return None, next_step(Standing.NOTHING, 1, Wish())
    entry = _as_it_stands(entry, wanted, effects)
    wish = Wish(
        same=same_order(entry.order, wanted.order, names_of((entry,))),
        new_order=wanted.anew,
        recognises=effects.target.recognises_repeats,
        reported=entry.results_written,
    )
    return entry, next_step(entry.standing, entry.attempt, wish)


def _as_it_stands(entry: Entry, wanted: Wanted, effects: Effects) -> Entry:
    """The entry with what of the wanted order stands there beyond what was sent."""
    if same_order(entry.order, wanted.order, names_of((entry,))):
        return entry
    (widened,) = with_what_stands_beside((entry,), wanted.order, lambda each: beyond(each, effects.target))
    return widened


# -------------------------------------------------------------------------------------------- why it is not sent


def stop_message(entry: Entry, wanted: Wanted, step: Step) -> str:
    """Why an order is not sent under its reference, and what to do."""
    if entry.identity.address != wanted.identity.address:
        return _other_address(entry, wanted)
    if entry.identity.organization != wanted.identity.organization:
        return _other_organization(entry, wanted)
    if step is Step.ASK:
        return say(
            "Reference {reference}: {trouble} Only a person can tell what became of it: look at the order system, "
            "then run roster-import settle {reference}.",
            reference=wanted.order.reference,
            trouble=entry.error or say("the answer was lost."),
        )
    lines = joined(*changes(entry.order, wanted.order), between="; ") or say("no difference in what is ordered")
    return say(
        "Reference {reference} was already used for another order ({placed}). Different now: {lines}. Give "
        "this order a reference of its own; to order the additions only, run roster-import amend; to order "
        "all of it again, add --new-order.",
        reference=wanted.order.reference,
        placed=when_placed(entry),
        lines=lines,
    )


def when_placed(entry: Entry) -> str:
    """`20002502, 2026-05-05 by anna`."""
    return say(
        "{number}, {day} by {user}",
        number=entry.order_number or say("number unknown"),
        day=Day(entry.created_at[:10]),
        user=entry.user,
    )


def _other_address(entry: Entry, wanted: Wanted) -> str:
    return say(
        "Reference {reference} was already used at {address} ({placed}), and the settings name {here} now: it would become "
        "a second order. Set the address it was placed at, give this order a reference of its own, or add --new-order.",
        reference=wanted.order.reference,
        address=entry.identity.address or say("the order system's own address"),
        placed=when_placed(entry),
        here=wanted.identity.address or say("the order system's own address"),
    )


def _other_organization(entry: Entry, wanted: Wanted) -> str:
    mine, theirs = (
        name or say("your own organization") for name in (wanted.identity.organization, entry.identity.organization)
    )
    return say(
        "Reference {reference} was already placed for {theirs} ({number}), and now it is for {mine}: "
        "it would become a second order. Correct the Organization ID, give the order a reference of its own, "
        "or add --new-order.",
        reference=wanted.order.reference,
        theirs=theirs,
        number=entry.order_number or say("number unknown"),
        mine=mine,
    )


async def _go_on(step: Step, entry: Entry, wanted: Wanted, effects: Effects) -> Placement:
    match step:
        case Step.RESEND | Step.LOOK:
            async with effects.places:
                ours = await effects.read(lambda: effects.ledger.entry(entry.id))
                sent = await send(ours, wanted, effects)
            return await _followed(sent, wanted, effects)
        case Step.POLL:
            effects.tell("pending", wanted.order.reference, entry.order_number or "")
            return await follow(entry, wanted.order, effects, at_once=True)
        case Step.REPORT:
            return await _reported(entry, wanted, effects)
        case _:
            stopped = placement(entry, wanted.order, effects.target)
            status = Status.UNKNOWN if step is Step.ASK else Status.PLANNED
            return replace(stopped, status=status, error=stop_message(entry, wanted, step))


async def _reported(entry: Entry, wanted: Wanted, effects: Effects) -> Placement:
    """What is recorded; an order that was confirmed otherwise than it was sent may have been put right there since."""
    placed = placement(entry, wanted.order, effects.target, already=True)
    if entry.status is not Status.COMPLETED or not placed.differences or not entry.tracking_id:
        return placed
    try:
        fresh = _as_it_stands(await refreshed(entry, effects), wanted, effects)
    except NoAnswer:
        return placed
    return placement(fresh, wanted.order, effects.target, already=True)


# ----------------------------------------------------------------------------------------------------- sending


async def _begin(wanted: Wanted, attempt: int, effects: Effects) -> Entry | None:
    plan = await effects.read(lambda: plan_of(wanted, attempt, effects))
    return await effects.write(begin(plan, effects.who, effects.stamp(), effects.wall() + LEASE))


def plan_of(wanted: Wanted, attempt: int, effects: Effects) -> Plan:
    """All that is written down of an order before it is sent."""
    return Plan(
        identity=wanted.identity,
        attempt=attempt,
        body=effects.target.body(wanted.order, _taken(wanted, attempt, effects)),
        order=wanted.order,
        url=effects.url,
        file=wanted.file,
        results=wanted.results,
        amends=wanted.amends,
        beside=wanted.anew,
    )


def _taken(wanted: Wanted, attempt: int, effects: Effects) -> int:
    """How many orders of this name the order system has, or may have, from earlier attempts."""
    if attempt == 1:
        return 0
    spent = (Standing.COMPLETED, Standing.FAILED, Standing.USED)
    chain = effects.ledger.chain(wanted.identity)
    return sum(entry.standing in spent and entry.attempt < attempt for entry in chain)


async def may_resend(entry: Entry, effects: Effects, began: float) -> bool:
    """Whether the lease of an order being sent is ours to take: its holder is gone, or has had its time.

    One that says that it lives has all the time it needs. The time waited is measured here, too: a clock that was set back
    must not make a lease last for ever.
    """
    mine = entry.lease_owner == effects.who.process and entry.lease_until == 0
    lives = await effects.read(lambda: effects.alive(entry.lease_owner) if entry.lease_owner is not None else False)
    out_of_time = effects.wall() > entry.lease_until or effects.monotonic() - began > LEASE
    if not mine and (lives or (lives is None and not out_of_time)):
        return False
    return await effects.write(take_over(entry, effects.who, effects.stamp(), effects.wall() + LEASE))


async def send(entry: Entry, wanted: Wanted, effects: Effects) -> Placement | tuple[Entry, Progress]:
    """Go through with the talk that places an order: what was taken, else what became of it."""
    reference = wanted.order.reference
    effects.tell("sending", reference, "")
    talk = Conversation(entry, effects)
    try:
        end = await talk.place(effects.target.placing(await sending_of(entry, effects)))
    except NoAnswer as error:
        return await _no_answer(talk, wanted, effects, error)
    effects.tell("answered", reference, "")
    if not isinstance(end, Progress):
        return await _turned_down(talk, wanted, effects, end)
    entry = await record(talk.entry, end, effects)
    effects.tell("pending", reference, entry.order_number or "")
    return entry, end


async def _followed(sent: Placement | tuple[Entry, Progress], wanted: Wanted, effects: Effects) -> Placement:
    if isinstance(sent, Placement):
        return sent
    entry, end = sent
    if entry.status is Status.PENDING:
        return await follow(entry, wanted.order, effects, at_once=effects.target.confirms_at_once)
    return with_words(placement(entry, wanted.order, effects.target), end)


# -------------------------------------------------------------------------------------------- what an end proves

_STATUSES = {
    Standing.NOTHING: Status.PLANNED,
    Standing.REFUSED: Status.REFUSED,
    Standing.USED: Status.REFUSED,
    Standing.SENDING: Status.SENDING,
}


async def _no_answer(talk: Conversation, wanted: Wanted, effects: Effects, error: NoAnswer) -> Placement:
    end = End.SHUT_OUT if isinstance(error, WrongAddress | NotTold) else End.NO_ANSWER
    standing = talk.proved(end)
    certain = standing is not Standing.SENDING
    after = say("Nothing was sent.") if certain else say("The order may have been taken.")
    again = "" if standing is Standing.REFUSED else say("Run the same command again, or roster-import resume.")
    if isinstance(error, CannotTell):
        after = say(
            "Once you know, run roster-import settle {reference}; roster-import resume looks again.",
            reference=wanted.order.reference,
        )
        again = ""
    message = joined(ended(error.message), after, again, _key_to_check(error, effects))
    return await _left(talk, wanted, effects, standing, "no answer", message)


async def _turned_down(
    talk: Conversation, wanted: Wanted, effects: Effects, end: Refused | Used | Unplaceable
) -> Placement:
    kind = {Refused: End.REFUSED, Used: End.USED, Unplaceable: End.UNPLACEABLE}[type(end)]
    standing = talk.proved(kind)
    message = joined(_turned(effects.target.title, end), _consequence(standing, wanted), _to_do(standing, end, effects))
    seen = await _left(talk, wanted, effects, standing, "turned down", message)
    refused = Refused(message=end.message, code=getattr(end, "code", 0), faults=getattr(end, "faults", ()))
    return replace(seen, objections=effects.target.objections(wanted.order, refused))


def _consequence(standing: Standing, wanted: Wanted) -> str:
    if standing is Standing.SENDING:
        # A no to the repeat, or to a part of it, does not prove that nothing was placed.
        open_ = say("An earlier sending of it may have been taken: nothing is certain yet.")
        return joined(open_, say("Run the same command again, or roster-import resume."))
    if standing is not Standing.USED:
        return say("Nothing was placed.")
    return beside_another(amends=wanted.amends is not None)


def _turned(title: str, end: Refused | Used | Unplaceable) -> str:
    what = ended(end.message)
    if not isinstance(end, Unplaceable) and end.code:
        return say("{system} turned the order down: {what}", system=title, what=what)
    return say("The order could not be placed: {what}", what=what)


def _to_do(standing: Standing, end: Refused | Used | Unplaceable, effects: Effects) -> str:
    """What comes after a no. What was found out before anything was sent says so itself."""
    key = _key_to_check(end, effects)
    if key or standing is not Standing.REFUSED or isinstance(end, Unplaceable):
        return key
    return say("Put that right, then run the same command again.")


def _key_to_check(end: object, effects: Effects) -> str:
    if getattr(end, "code", 0) != 401:
        return ""
    secret = "API_KEY" if effects.target.access().token is None else "CLIENT_SECRET"
    name = f"{PREFIX}{effects.target.name.upper()}_{secret}"
    return say("Check the key ({name}); roster-import doctor tries it.", name=name)


async def _left(
    talk: Conversation, wanted: Wanted, effects: Effects, standing: Standing, what: str, message: str
) -> Placement:
    """The order as a talk that did not place it has left it, written down.

    The ledger keeps the English text alone; whoever reads of it now reads it in their language.
    """
    columns: dict[str, object] = {"status": _STATUSES[standing], "error": message}
    columns |= {"conflict": int(standing is Standing.USED), "lease_owner": None, "lease_until": 0}
    if standing is not Standing.SENDING:
        columns["last_sent"] = None
    entry = await written_down(talk.entry, what, columns, effects)
    return replace(placement(entry, wanted.order, effects.target), error=message)
