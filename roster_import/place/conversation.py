"""Our end of a target's talk, and what placing needs of the world: all effects are handed in.

What an answer proves is judged here, for every order system alike: a target reports what it was told, and no more.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from roster_import.errors import AnswerLost, CannotTell, NoAnswer, NotSent, TakenOver
from roster_import.language.messages import say
from roster_import.model.placement import SEEN_AT_ONCE, Progress, Status
from roster_import.place.ledger.changes import mark, update, update_held
from roster_import.place.next_step import proved
from roster_import.targets.protocol import (
    Ask,
    Drop,
    Passed,
    Pause,
    Place,
    Reached,
    Refused,
    Sending,
    Undone,
    Unplaceable,
    Used,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from roster_import.model.request import Reply, Request
    from roster_import.place.ledger.changes import Change
    from roster_import.place.ledger.commits import Commits
    from roster_import.place.ledger.entry import Entry
    from roster_import.place.ledger.ledger import Ledger, Who
    from roster_import.place.next_step import End, Standing
    from roster_import.place.usual_time import UsualTime
    from roster_import.targets.protocol import Following, Look, Talk, Target


T = TypeVar("T")

# What comes of reading an answer that has not the form its order system documents, whoever wrote the reading.
MISREAD = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)

LEASE = 180.0  # seconds a sending process keeps others waiting; longer than it may take to give up
_LONGEST_PAUSE = 8.0
WORKED_ON = 120.0
"""Seconds for which an order system may still be at an earlier sending: a conflict after that is with another order."""


class Send(Protocol):
    """Sends a request and returns what `read` makes of the answer; see `roster_import.place.send.http.Sender.send`."""

    def __call__(self, request: Request, read: Callable[[Reply], T], *, tries: int) -> Awaitable[T]:
        """Raises `NotSent`, `NotTold` or `AnswerLost`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Everything placing needs of the world. Times are seconds; `stamp` gives the time as ISO text.

    `drop(path, text)` makes a file with just this text, whole and never over another, or without text only looks; it
    returns the text that stood there before, and raises `NotSent` where it can do neither.

    `roster` reads the file of that path whole, its name and its bytes; None where it is gone.

    `tell(event, reference, detail)` is called at every step: to show progress, and for drills to strike at.

    `own_organization` is the id of our own organization, empty where it is not known: an order for it is ours.

    `places` is held while an order is begun and sent: of the others nothing is written down, so nothing is in doubt of them.

    `usual` knows when a look is worth while; without it orders are looked at at the fixed interval.

    `ledger` is written to by `write` alone; where others are under way it is asked by `read`, so that nobody waits for it.
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
    own_organization: str = ""
    commits: Commits | None = None
    usual: UsualTime | None = None
    places: AbstractAsyncContextManager[object] = field(default_factory=nullcontext)

    async def write(self, change: Change[T]) -> T:
        """Make a change to the ledger, on disk when this returns; by `commits`, where many orders are under way."""
        if self.commits is not None:
            return await self.commits.make(change)
        return self.ledger.make([change])[0]  # type: ignore[no-any-return]  # it is of the change's own type

    async def read(self, asking: Callable[[], T]) -> T:
        """What is read of the ledger; by `commits`, where many orders are under way."""
        return await self.commits.ask(asking) if self.commits is not None else asking()


async def sending_of(entry: Entry, effects: Effects) -> Sending:
    """What a target is told of an order it is to place or to follow."""
    sent = entry.last_sent
    # It matters where nothing but a look tells whether an order stands, and is not asked for each order elsewhere.
    asked = not effects.target.recognises_repeats
    seen = asked and await effects.read(lambda: effects.ledger.happened(entry.identity, SEEN_AT_ONCE))
    return Sending(
        body=entry.body,
        key=entry.key,
        lost=sent is not None,
        since=float("inf") if sent is None else max(0.0, effects.wall() - sent),
        tracking_id=entry.tracking_id,
        sent_at=entry.created_at,
        seen_at_once=seen,
        roster=effects.roster(entry.file) if effects.target.wants_roster else None,
    )


class Conversation:
    """Holds our end of a target's talk: sends what it asks, writes down what it reached, waits where it pauses.

    `entry` is the order as the ledger has it by now. `sent` says whether something that places went out in this talk,
    `lost` whether an answer to such a thing, of this talk or an earlier one, never came.
    """

    def __init__(self, entry: Entry, effects: Effects) -> None:
        self.entry = entry
        self.sent = False
        self.lost = entry.last_sent is not None
        self._effects = effects
        self._began = effects.monotonic()
        self._refused: Refused | None = None
        # The order system says that the name stands for an order: it may be ours, as long as nobody has looked at it.
        self._only_told = False

    @property
    def reached(self) -> bool:
        """Whether an id or a header of the order stands in its order system."""
        return bool(self.entry.tracking_id or self.entry.order_number)

    def proved(self, end: End) -> Standing:
        """What an end of the talk proves of the order."""
        keeps_one = self._effects.target.recognises_repeats and not self._only_told
        return proved(end, sent=self.sent, lost=self.lost, reached=self.reached, keeps_one=keeps_one)

    async def place(self, talk: Talk) -> Progress | Refused | Used | Unplaceable:
        """Go through with a talk that places. Raises `NoAnswer`.

        A refusal that did not come as the answer to the request that places is no answer at all.
        """
        end: Progress | Refused | Used | Unplaceable = await self._hold(talk, tries=5)
        if isinstance(end, Refused) and (self._refused is None or end.code != self._refused.code):
            raise AnswerLost(end.message)
        return end

    async def follow(self, talk: Following, *, tries: int) -> Progress:
        """Go through with a talk about an order that was taken. Raises `NoAnswer`."""
        end = await self._hold(talk, tries=tries)
        if not isinstance(end, Progress):
            raise AnswerLost(end.message)
        return end

    async def look(self, talk: Look) -> Any:
        """Go through with a talk that only looks. Raises `NoAnswer`."""
        return await self._hold(talk, tries=2)

    async def _hold(self, talk: Talk | Following | Look, *, tries: int) -> Any:
        return await hold(talk, lambda step: self._go(step, tries))

    async def _go(self, step: Ask | Place | Drop | Reached | Undone | Pause, tries: int) -> Any:
        match step:
            case Ask():
                return await self._effects.send(step.request, understood(step.read), tries=tries)
            case Place():
                return await self._place(step, tries)
            case Drop():
                return await self._drop(step)
            case Pause():
                return await self._pause(step)
            case Undone():
                self.sent = self.lost = False
                return await self._write_down(step.what, tracking_id=None, order_number=None)
            case Reached():
                return await self._reached(step)
            case _:  # of a target of another package, whose types nobody checked
                raise AnswerLost(
                    say("The talk with the order system has a step that is none ({kind})", kind=type(step).__name__)
                )

    # ------------------------------------------------------------------------------------------- what places

    async def _place(self, step: Place, tries: int) -> Any:
        target = self._effects.target
        self._see_whether_it_may_be_sent(looked=step.looked)
        request = replace(
            step.request,
            repeatable=step.request.repeatable and target.recognises_repeats,
            maybe_taken=self.lost and target.recognises_repeats and self._since() < WORKED_ON,
        )
        before = self.entry.last_sent, self.sent
        await self._mark(self._effects.wall())
        try:
            answer = await self._effects.send(request, self._heard(step.read), tries=tries)
        except NotSent:
            await self._mark(*before)
            raise
        except NoAnswer:
            self.lost = True
            raise
        self._refused = answer if isinstance(answer, Refused) else None
        self._only_told = isinstance(answer, Used) and "Idempotency-Key" not in request.headers
        return answer

    def _heard(self, read: Callable[[Reply], T]) -> Callable[[Reply], T]:
        """`read`, and a note where the answer to an earlier sending of the same request was lost."""

        def reading(reply: Reply) -> T:
            self.lost = self.lost or reply.after_loss
            return understood(read)(reply)

        return reading

    async def _drop(self, step: Drop) -> str | None:
        if step.text is None:
            return self._effects.drop(step.path, None)
        self._see_whether_it_may_be_sent(looked=False)
        before = self.entry.last_sent, self.sent
        await self._mark(self._effects.wall())
        try:
            return self._effects.drop(step.path, step.text)
        except NotSent:
            await self._mark(*before)
            raise

    def _since(self) -> float:
        """Seconds since something that places was sent last."""
        return self._effects.wall() - (self.entry.last_sent or 0.0)

    def _see_whether_it_may_be_sent(self, *, looked: bool) -> None:
        """Raise `AnswerLost` where a repeat could become a second order."""
        target = self._effects.target
        if not self.lost or target.recognises_repeats:
            return
        if self._since() < target.taking_time:
            raise AnswerLost(
                say(
                    "{system} may still take what was sent: it is sent again after {seconds:.0f} seconds at the soonest",
                    system=target.title,
                    seconds=target.taking_time,
                )
            )
        if not looked:
            raise CannotTell(
                say("{system} does not know an order again that is sent twice. Look for it there", system=target.title)
            )

    async def _mark(self, last_sent: float | None, sent: bool = True) -> None:
        """On disk before anything is sent that may place, and taken back where it was not sent after all."""
        effects = self._effects
        if not await effects.write(mark(self.entry, effects.who, effects.wall() + LEASE, last_sent)):
            raise TakenOver(say("Another roster-import is sending this order."))
        self.entry = replace(self.entry, last_sent=last_sent)
        self.sent = sent

    # ------------------------------------------------------------------------------------------- what does not

    async def _pause(self, step: Pause) -> Passed:
        """Let time pass, the order kept ours."""
        effects = self._effects
        await effects.sleep(min(effects.retry_wait * 2 ** min(step.doublings, 10), _LONGEST_PAUSE))
        if self.entry.status is Status.SENDING:
            await effects.write(mark(self.entry, effects.who, effects.wall() + LEASE, self.entry.last_sent))
        sent = self.entry.last_sent
        return Passed(
            sent=float("inf") if sent is None else effects.wall() - sent, talk=effects.monotonic() - self._began
        )

    async def _reached(self, step: Reached) -> None:
        """What was reached, and whether that accounts for all that was sent before."""
        known = {"tracking_id": step.tracking_id, "order_number": step.order_number}
        if step.tracking_id and not self.entry.tracking_id:
            self.lost = False  # what was sent into the dark is this
        await self._write_down(step.what, **{name: value for name, value in known.items() if value is not None})

    async def _write_down(self, what: str, **columns: object) -> None:
        effects = self._effects
        if not self.lost:
            columns["last_sent"] = None  # everything that was sent has had its answer
        if self.entry.status is Status.SENDING:
            columns["lease_until"] = effects.wall() + LEASE
        self.entry = await written_down(self.entry, what, columns, effects)
        effects.tell("reached", self.entry.identity.reference, what)


async def written_down(entry: Entry, what: str, columns: Mapping[str, object], effects: Effects) -> Entry:
    """What became of an entry, on disk; raises `TakenOver` where we were sending it and another process does by now."""
    if entry.status is not Status.SENDING or entry.lease_owner != effects.who.process:
        return await effects.write(update(entry, effects.who, effects.stamp(), what, columns))
    held = await effects.write(update_held(entry, effects.who, effects.stamp(), what, columns))
    if held is None:
        raise TakenOver(say("Another roster-import is sending this order."))
    return held


async def hold(talk: Talk | Following | Look, go: Callable[[Any], Awaitable[Any]]) -> Any:
    """What a talk ends with: each of its steps is gone by `go`, and what came of it is told where the talk stands.

    Raises `NoAnswer`.
    """
    answer: Any = None
    failure: NoAnswer | None = None
    while True:
        try:
            step = talk.send(answer) if failure is None else talk.throw(failure)
        except StopIteration as end:
            return end.value
        except MISREAD as error:
            raise misread(error) from error
        answer, failure = None, None
        try:
            answer = await go(step)
        except NoAnswer as error:
            failure = error  # the talk may know what to do about it


def understood(read: Callable[[Reply], T]) -> Callable[[Reply], T]:
    """`read`, where an answer that it cannot make anything of counts as lost: it proves nothing of the order."""

    def reading(reply: Reply) -> T:
        try:
            return read(reply)
        except MISREAD as error:
            raise misread(error) from error

    return reading


def misread(error: Exception) -> AnswerLost:
    """That an answer has not the form its order system documents."""
    return AnswerLost(
        say("The order system's answer has not the form that is documented ({kind})", kind=type(error).__name__)
    )


class Looks:
    """Goes through with talks that only ask; what several of them ask is asked once."""

    def __init__(self, send: Callable[[Request, Callable[[Reply], Any]], Awaitable[Any]]) -> None:
        self._send = send
        self._told: dict[tuple[str, str, str | None], Any] = {}

    async def go_through(self, talk: Look) -> Any:
        """What a talk ends with. Raises `NoAnswer`."""
        return await hold(talk, self._asked)

    async def _asked(self, step: object) -> Any:
        if not isinstance(step, Ask):
            raise TypeError(f"a look does nothing but ask, and this is a step of another kind: {step}")
        request = step.request
        key = (request.method, request.path, request.body)
        if key not in self._told:
            self._told[key] = await self._send(request, understood(step.read))
        return self._told[key]
