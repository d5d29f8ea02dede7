"""Placing once: what to do next with an order, and following one order to its end; all effects are handed in."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from roster_import.errors import AnswerLost, CannotTell, NoAnswer, NotSent, WrongAddress
from roster_import.language.messages import Day, ended, joined, say, unended
from roster_import.model.placement import Placement, Progress, Status
from roster_import.model.setting_names import PREFIX
from roster_import.place.amendments import names_of, relocated
from roster_import.place.changes import changes
from roster_import.place.entry import Entry, Identity, canonical
from roster_import.place.ledger import Ledger, Plan, Who
from roster_import.place.next_step import Decision, Step, next_step
from roster_import.targets import Drop, Pause, Reached, Sending
from roster_import.targets.protocol import SEEN_AT_ONCE, Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation, Difference
    from roster_import.model.problem import Objection
    from roster_import.model.request import Reply, Request
    from roster_import.targets import Ask, Talk
    from roster_import.targets.protocol import Target

T = TypeVar("T")

LEASE = 180.0  # seconds a sending process keeps others waiting; longer than it may take to give up
_LOOK_AGAIN = 0.2  # seconds between looks at an order that another process is sending


class Send(Protocol):
    """Sends a request and returns what `read` makes of the answer; see `roster_import.place.http.Sender.send`."""

    def __call__(self, request: Request, read: Callable[[Reply], T], *, tries: int) -> Awaitable[T]:
        """Raises `NotSent` or `AnswerLost`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Everything placing needs of the world. Times are seconds; `stamp` gives the time as ISO text.

    `drop(path, text)` makes a file with just this text, whole and never over another, or without text only looks; it
    returns the text that stood there before, and raises `NotSent` where it can do neither.

    `roster` reads the file of that path whole, its name and its bytes; None where it is gone.

    `tell(event, reference, detail)` is called at every step: to show progress, and for drills to strike at.
    """

    target: Target
    url: str
    ledger: Ledger
    who: Who
    send: Send
    wall: Callable[[], float]
    monotonic: Callable[[], float]
    stamp: Callable[[], str]
    sleep: Callable[[float], Awaitable[None]]
    alive: Callable[[str], bool | None]
    tell: Callable[[str, str, str], None]
    poll_interval: float
    poll_timeout: float
    retry_wait: float
    roster: Callable[[str], tuple[str, bytes] | None]
    drop: Callable[[str, str | None], str | None]
    new_order: bool = False


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
        progress = await talk.hold(effects.target.placing(_sending(entry, effects, lost=not fresh)), tries=5)
    except NoAnswer as error:
        return _no_answer(talk.entry, wanted, effects, error, never_sent=fresh and not talk.got_through)
    except Refused as refused:
        effects.tell("answered", reference, "")
        return _turned_down(talk.entry, wanted, effects, refused, lost=refused.after_loss or not fresh)
    effects.tell("answered", reference, "")
    entry = _record(talk.entry, progress, effects)
    effects.tell("pending", reference, entry.order_number or "")
    if entry.status is Status.PENDING:
        return await follow(entry, wanted.order, effects, at_once=effects.target.confirms_at_once)
    return _with_words(placement(entry, wanted.order, effects.target), progress)


def _with_words(placed: Placement, progress: Progress) -> Placement:
    """The placement with what was said of it now; the ledger keeps the English text alone."""
    return replace(placed, error=progress.error) if progress.error else placed


def _sending(entry: Entry, effects: Effects, *, lost: bool) -> Sending:
    return Sending(
        body=entry.body,
        key=entry.key,
        lost=lost,
        tracking_id=entry.tracking_id,
        sent_at=entry.created_at,
        seen_at_once=effects.ledger.happened(entry.identity, effects.url, SEEN_AT_ONCE),
        roster=effects.roster(entry.file) if effects.target.wants_roster else None,
    )


class Conversation:
    """Holds our end of a target's talk: sends what it asks, writes down what it reached, waits where it pauses.

    `entry` is the order as the ledger has it by now; `got_through` says whether anything that may place was sent.
    """

    def __init__(self, entry: Entry, effects: Effects) -> None:
        self.entry = entry
        self.got_through = False
        self._effects = effects

    async def hold(self, talk: Talk, *, tries: int) -> Progress:
        """Go through with a talk. Raises what it raises: `Refused`, or `NoAnswer`."""
        answer: Any = None
        failure: Exception | None = None
        while True:
            try:
                step = talk.send(answer) if failure is None else talk.throw(failure)
            except StopIteration as end:
                found: Progress = end.value
                return found
            answer, failure = None, None
            try:
                answer = await self._go(step, tries)
            except (NoAnswer, Refused) as error:
                failure = error  # the talk may know what to do about it

    async def _go(self, step: Ask | Drop | Reached | Pause, tries: int) -> Any:
        if isinstance(step, Reached):
            return self._write_down(step)
        if isinstance(step, Drop):
            return self._drop(step)
        if isinstance(step, Pause):
            return await self._effects.sleep(self._effects.retry_wait * 2**step.doublings)
        if not step.request.repeatable:
            self._keep_lease()
        before = self.got_through
        self.got_through = before or step.request.method != "GET"
        try:
            return await self._effects.send(step.request, step.read, tries=tries)
        except NotSent:
            self.got_through = before
            raise

    def _drop(self, step: Drop) -> str | None:
        if step.text is not None:
            self._keep_lease()
        found = self._effects.drop(step.path, step.text)
        self.got_through = self.got_through or step.text is not None
        return found

    def _write_down(self, step: Reached) -> None:
        effects = self._effects
        reached = {"tracking_id": step.tracking_id, "order_number": step.order_number}
        known = {name: value for name, value in reached.items() if value is not None}
        lease = {"lease_until": effects.wall() + LEASE} if self.entry.status is Status.SENDING else {}
        self.entry = effects.ledger.update(self.entry, effects.who, effects.stamp(), step.what, **known, **lease)
        effects.tell("reached", self.entry.identity.reference, step.what)

    def _keep_lease(self) -> None:
        """Before a request that must not be sent twice: the order is still ours to send, for long enough."""
        effects = self._effects
        if not effects.ledger.keep(self.entry, effects.who, effects.wall() + LEASE):
            raise AnswerLost(say("Another roster-import is sending this order."))


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
    return replace(seen, error=message, blamed=effects.target.blamed(wanted.order, refused))


def _turned(title: str, refused: Refused) -> str:
    what = ended(refused.message)
    if refused.code:
        return say("{system} turned the order down: {what}", system=title, what=what)
    return say("The order could not be placed: {what}", what=what)


# --------------------------------------------------------------------------------------------------- following


async def follow(entry: Entry, order: Order, effects: Effects, *, at_once: bool) -> Placement:
    """Ask what became of an accepted order until it is confirmed or given up, or this run is out of patience."""
    deadline = effects.monotonic() + effects.poll_timeout
    wait, trouble = 0.0 if at_once else effects.poll_interval, ""
    while True:
        # The last look is at the deadline, however long the interval is: patience is not cut short by politeness.
        last = effects.monotonic() + wait >= deadline
        await effects.sleep(max(0.0, min(wait, deadline - effects.monotonic())))
        progress, trouble, asked = await _look(entry, effects)
        if progress is not None and progress.status is not Status.PENDING:
            entry = _record(entry, progress, effects)
            effects.tell(entry.status.value, order.reference, entry.order_number or "")
            return _with_words(placement(entry, order, effects.target), progress)
        if last or asked is None or effects.monotonic() + asked > deadline:
            return _out_of_time(entry, order, effects, trouble)
        wait = max(effects.poll_interval, asked)


async def refreshed(entry: Entry, effects: Effects) -> Entry:
    """The entry of an accepted order with what the order system says of it now, written down.

    Raises `NoAnswer` or `Refused` where it says nothing.
    """
    talk = effects.target.following(_sending(entry, effects, lost=False))
    progress = await Conversation(entry, effects).hold(talk, tries=2)
    return _record(entry, progress, effects) if progress.status is not Status.PENDING else entry


async def _look(entry: Entry, effects: Effects) -> tuple[Progress | None, str, float | None]:
    """One look at an order: what was answered, else the trouble; and the seconds asked for until the next look.

    These are None where no look will help: a key that is not accepted is not mended by waiting.
    """
    try:
        talk = effects.target.following(_sending(entry, effects, lost=False))
        return await Conversation(entry, effects).hold(talk, tries=1), "", 0.0
    except Refused as refused:
        return None, refused.message, None if refused.code in (401, 403) else 0.0
    except NoAnswer as error:
        return None, error.message, error.retry_after or 0.0


def _out_of_time(entry: Entry, order: Order, effects: Effects, trouble: str) -> Placement:
    said = say(" ({trouble})", trouble=unended(trouble)) if trouble else ""
    message = say(
        "{system} has taken the order but not confirmed it yet{said}. It is not ordered again: roster-import "
        "resume, or the same command again, finishes it.",
        system=effects.target.title,
        said=said,
    )
    return replace(placement(entry, order, effects.target), error=message)


def _record(entry: Entry, progress: Progress, effects: Effects) -> Entry:
    now = effects.stamp()
    ended = progress.status is not Status.PENDING
    news = progress.status is not entry.status or progress.confirmation != entry.confirmation
    return effects.ledger.update(
        entry,
        effects.who,
        now,
        progress.status.value,
        status=progress.status,
        tracking_id=progress.tracking_id or entry.tracking_id,
        order_number=progress.order_number or entry.order_number,
        error=progress.error,
        confirmation=progress.confirmation,
        placed_at=entry.placed_at or now,
        finished_at=now if ended else None,
        # A workbook that was written before says less than is known now: whoever can write it still owes it.
        results_written=entry.results_written and not news,
        lease_owner=None,
        lease_until=0,
    )


class Comparing(Protocol):
    """What of a target is needed to say how an order stands."""

    @property
    def name(self) -> str:
        """Its name as users write it."""
        ...

    def differences(self, order: Order, confirmation: Confirmation) -> tuple[Difference, ...]:
        """What the confirmed order does not have as it was sent."""
        ...

    def blamed(self, order: Order, refused: Refused) -> tuple[Objection, ...]:
        """The rows behind what the system said as it turned the order down."""
        ...


def placement(entry: Entry, order: Order, target: Comparing, *, already: bool = False) -> Placement:
    """What the ledger says of an order, for people; a confirmed one is compared with what was meant."""
    confirmation = entry.confirmation
    return Placement(
        order=order,
        target=target.name,
        status=Status.UNKNOWN if entry.status is Status.SENDING else entry.status,
        key=entry.key,
        attempt=entry.attempt,
        tracking_id=entry.tracking_id,
        order_number=(confirmation.order_number if confirmation else None) or entry.order_number,
        placed_at=(confirmation.placed_at if confirmation else None) or entry.placed_at,
        confirmation=confirmation,
        differences=target.differences(_as_sent(entry, order), confirmation) if confirmation else (),
        error=entry.error,
        already=already,
        blamed=target.blamed(order, Refused(entry.error or "", code=200)) if entry.status is Status.FAILED else (),
    )


def _as_sent(entry: Entry, order: Order) -> Order:
    """The order as it was sent, on the rows where the file has it now: rows may have moved, players be spelt otherwise."""
    if asdict(entry.order) == asdict(order):
        return order
    return relocated(entry.order, order, names_of((entry,)))
