"""What a target says to its order system, as a talk: a generator that asks, is answered, and ends with what it learnt.

A talk does no I/O. It yields an `Ask` and is given what the ask's `read` made of the answer, or a `Drop` and is given
what stood there; it yields a `Reached` to have something written down at once, and a `Pause` to let time pass. It
returns a `Progress`. `place.Conversation` holds the other end, where requests are sent, files made, answers lost and
processes killed.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from roster_import.errors import UsageError
from roster_import.language.messages import joined, listed, say
from roster_import.model.placement import Progress
from roster_import.model.setting_names import FILE_NAME, PREFIX, SYSTEMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation, Difference
    from roster_import.model.problem import Objection
    from roster_import.model.request import Reply, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A request to be sent, and what its answer is read by.

    `read` raises `Refused` for a clear no, and `AnswerLost` where the answer says nothing certain; both are raised
    again where the talk stands.
    """

    request: Request
    read: Callable[[Reply], Any]


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
class Pause:
    """Time to let pass before looking again: the run's first wait (0.5 s by default), doubled so many times."""

    doublings: int


SEEN_AT_ONCE = "found as soon as it was placed"
"""What a `Reached` says of an order system whose look-up shows orders as soon as they are placed; see `Sending`."""

Talk: TypeAlias = Generator[Ask | Drop | Reached | Pause, Any, Progress]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One attempt at placing an order, about to begin or to be gone on with.

    `body` is the text that `Target.body` gave, `key` the attempt's UUID. `lost`: an earlier sending of it may have
    been taken. `tracking_id` is what an earlier step of it reached. `sent_at` is when the attempt began, as ISO text.
    `seen_at_once`: orders placed with this system before were found by its own look-up as soon as they were placed.
    `roster` is the file the order was read from, name and content, for a target that `wants_roster`.
    """

    body: str
    key: str
    lost: bool = False
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


class Refused(Exception):
    """The order system turned the request down: nothing was placed by it.

    `conflict` says that it did so because the key or reference was used before, by another order; `after_loss` that
    an earlier sending may have been taken, so that nothing is certain yet. `faults` are what is said of single fields
    of the document: (path, words).
    """

    def __init__(
        self,
        message: str,
        *,
        code: int,
        conflict: bool = False,
        after_loss: bool = False,
        faults: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.conflict = conflict
        self.after_loss = after_loss
        self.faults = faults


class Target(Protocol):
    """An order system orders are placed in: facts, and pure functions from our types to its documents and back.

    The promise of every target: `placing` an order a second time, told that the first sending may have been taken,
    never makes a second order. By a key, by a name the system knows as its own, or by looking first; where none of
    these can tell, it raises `AnswerLost` with what a person has to look at.
    """

    name: str
    title: str
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
        """The talk that places the order; see the promise above. It may raise `Refused` or `AnswerLost`."""
        ...

    def following(self, sending: Sending) -> Talk:
        """The talk that asks what became of the order under `tracking_id`; neither no nor silence changes what is known."""
        ...

    def objections(self, order: Order, refused: Refused) -> tuple[Objection, ...]:
        """The rows and labels behind what the system said as it turned the order down, as far as it can be told."""
        ...

    def probes(self) -> tuple[Request, Request] | tuple[()]:
        """Two requests that read only, to see whether it answers and whether it knows us; none for what is not asked."""
        ...

    def differences(self, order: Order, confirmation: Confirmation) -> tuple[Difference, ...]:
        """What the confirmed order does not have as it was sent, each with the rows that asked for it."""
        ...
