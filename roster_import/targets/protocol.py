"""What a target says to its order system, as a talk: a generator that asks, is answered, and ends with what it learnt.

A talk does no I/O. It yields an `Ask` (a look-up, a list, a poll) or a `Place` (the request that places) and is given
what the step's `read` made of the answer; it yields a `Reached` to have something written down at once, and a `Pause` to
let time pass. `place.conversation.Conversation` holds the other end, where requests are sent, files made, answers lost
and processes killed, and where it is judged what an end of the talk proves.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from roster_import.errors import UsageError
from roster_import.language.messages import joined, listed, say
from roster_import.model.placement import SEEN_AT_ONCE as SEEN_AT_ONCE  # authors of targets find it here
from roster_import.model.placement import Progress
from roster_import.model.setting_names import FILE_NAME, PREFIX, SYSTEMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation, Difference
    from roster_import.model.problem import Objection
    from roster_import.model.request import Reply, Request


# ------------------------------------------------------------------------------------------------ ends of a talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The order system turned down the request that places. What the `read` of a `Place` may return, and nothing else.

    Whether nothing was placed then is not the target's to say: where an earlier answer was lost, or anything was reached,
    the core takes it for no proof. `faults` are what is said of single fields of the document: (path, words).
    """

    message: str
    code: int
    faults: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """The order's key or name stands for another order: the `read` of a `Place` says so, or a talk that found that order."""

    message: str
    code: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaceable:
    """The order cannot be sent as it is, as the talk learnt before it sent anything: an item that is not there."""

    message: str
    faults: tuple[tuple[str, str], ...] = ()


# ------------------------------------------------------------------------------------------------ steps of a talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A request that places nothing, and what its answer is read by: no answer to it says what became of the order.

    `read` returns what it makes of any answer, or raises `AnswerLost` for one that says nothing certain and `NotTold` for
    one of 400 and above; both are raised again where the talk stands.
    """

    request: Request
    read: Callable[[Reply], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The request that places the order, or a part of it. Its `read` may return `Refused` or `Used` as well.

    `read` raises `AnswerLost` where the answer says nothing certain; it is raised again where the talk stands. `looked`
    says that the talk has just looked for what it sends in a list that shows it, and did not find it: without that, a
    system that does not recognise a repeat is never sent it after an answer was lost.
    """

    request: Request
    read: Callable[[Reply], Any]
    looked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A file to be made with just this text (UTF-8), whole and never over another; without text it is only looked at.

    Answered with the text that stood there before, None where there was none. `NotSent` is raised again where the talk
    stands if there is neither: the folder is not there, or may not be written to.
    """

    path: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A step that is to be on disk before anything else is sent; what is None stays as it was."""

    what: str
    tracking_id: str | None = None
    order_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What this talk had reached was taken back, as the order system itself confirmed: nothing of it stands any more."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Time to let pass before looking again: the run's first wait (0.5 s by default), doubled so many times.

    Answered with what has `Passed` by then.
    """

    doublings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Seconds that have passed since something that places was sent last (infinity: never), and since the talk began."""

    sent: float
    talk: float


Look: TypeAlias = Generator[Ask | Reached | Pause, Any, Any]
"""A part of a talk that only looks."""
Part: TypeAlias = Generator[Ask | Place | Drop | Reached | Undone | Pause, Any, Any]
"""A part of a talk that may place."""
Following: TypeAlias = Generator[Ask | Reached | Pause, Any, Progress]
"""The talk about an order that was taken: nothing in it can place, and none of its ends says that nothing was placed."""
Talk: TypeAlias = Generator[Ask | Place | Drop | Reached | Undone | Pause, Any, Progress | Refused | Used | Unplaceable]
"""The talk that places an order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One attempt at placing an order, about to begin or to be gone on with.

    `body` is the text that `Target.body` gave, `key` the attempt's UUID. `lost`: an earlier sending of it may have
    been taken; `since` are the seconds that have passed since then. `tracking_id` is what an earlier step of it reached.
    `sent_at` is when the attempt began, as ISO text.
    `seen_at_once`: orders placed with this system before were found by its own look-up as soon as they were placed.
    `roster` is the file the order was read from, name and content, for a target that `wants_roster`.
    """

    body: str
    key: str
    lost: bool = False
    since: float = float("inf")
    tracking_id: str | None = None
    sent_at: str = ""
    seen_at_once: bool = False
    roster: tuple[str, bytes] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """Where and with what a bearer token is to be had: OAuth2 client credentials (RFC 6749, section 4.4)."""

    url: str
    client_id: str
    client_secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How an order system is reached: its address, the headers of every request, what must never be shown.

    With `token`, a bearer token is fetched, renewed before it ends, and sent as `Authorization`. `timeout` is the
    least number of seconds to wait for an answer, where the system is known to be slow.
    """

    url: str
    headers: Mapping[str, str] = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False)
    token: Token | None = None
    timeout: float = 0.0


def needed(name: str, settings: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """The values of these settings of a target. Raises `UsageError` naming all that are not set."""
    missing = [key for key in keys if not settings.get(key)]
    if missing:
        what_to_do = say(
            "To place orders with {system}, set {variables} (or [{system}] {keys} in {file}). Nothing was sent.",
            system=name,
            variables=listed([f"{PREFIX}{name.upper()}_{key.upper()}" for key in missing]),
            keys=listed(missing),
            file=FILE_NAME,
        )
        hint = say("To try it without an order system, add --sandbox.") if name in SYSTEMS else ""
        raise UsageError(joined(what_to_do, hint))
    return tuple(str(settings[key]) for key in keys)


class Target(Protocol):
    """An order system orders are placed in: facts, and pure functions from our types to its documents and back.

    The promise of every target: `placing` an order a second time, told that the first sending may have been taken,
    never makes a second order: by a key, by a name the system knows as its own, or by looking first. Where looking does
    not tell, it raises `CannotTell` with what a person has to look at. What an answer proves is the core's to say.
    """

    name: str
    title: str
    recognises_repeats: bool
    """Whether the system itself knows an order that is sent twice, by key or name, and makes one of it."""
    taking_time: float
    """Seconds after which the system has certainly taken what it was sent, where the answer was lost."""
    confirms_at_once: bool
    """Whether an accepted order can be read back at once, without waiting for a first look."""
    wants_prices: bool
    """Whether the rows' prices go into its documents."""
    wants_players: bool
    """Whether the rows' players go into its documents."""
    wants_roster: bool
    """Whether the file an order was read from is attached to it."""

    def access(self) -> Access:
        """How it is reached. Raises `UsageError` naming what is not set."""
        ...

    def check(self, order: Order) -> tuple[Objection, ...]:
        """What this system cannot carry of an order, or would refuse."""
        ...

    def body(self, order: Order, again: int) -> str:
        """The exact document that places the order; the same order always gives the same text.

        `again` counts the orders of its reference that were placed before and are not this one (`--new-order`): a
        system that knows orders by their reference needs another name then.
        """
        ...

    def placing(self, sending: Sending) -> Talk:
        """The talk that places the order; see the promise above. It may raise `NoAnswer`."""
        ...

    def following(self, sending: Sending) -> Following:
        """The talk that asks what became of the order under `tracking_id`; neither no nor silence changes what is known."""
        ...

    def objections(self, order: Order, refused: Refused) -> tuple[Objection, ...]:
        """The rows and labels behind what the system said as it turned the order down, as far as it can be told."""
        ...

    def probes(self) -> tuple[Request, Request] | tuple[()]:
        """Two requests that read only, to see whether it answers and whether it knows us; none for what is not asked."""
        ...

    def differences(self, order: Order, confirmation: Confirmation, body: str) -> tuple[Difference, ...]:
        """What the confirmed order does not have as it was sent, each with the rows that asked for it.

        `order` is compared as a whole: its receiver and address, its lines, prices and totals; `body` is what was sent.
        """
        ...
