"""Our end of a target's talk, and what placing needs of the world: all effects are handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from roster_import.errors import AnswerLost, NoAnswer, NotSent
from roster_import.language.messages import say
from roster_import.model.placement import Progress, Status
from roster_import.targets import Drop, Pause, Reached, Sending
from roster_import.targets.protocol import SEEN_AT_ONCE, Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from roster_import.model.request import Reply, Request
    from roster_import.place.entry import Entry
    from roster_import.place.ledger import Ledger, Who
    from roster_import.targets import Ask, Talk
    from roster_import.targets.protocol import Target

T = TypeVar("T")

LEASE = 180.0  # seconds a sending process keeps others waiting; longer than it may take to give up


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


def sending_of(entry: Entry, effects: Effects, *, lost: bool) -> Sending:
    """What a target is told of an order it is to place or to follow; `lost`: an earlier sending may have been taken."""
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
