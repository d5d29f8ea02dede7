"""What a target says to its order system, as a talk: a generator that asks, is answered, and ends with what it learnt.

A talk does no I/O. It yields an `Ask` and is given what the ask's `read` made of the answer, or a `Drop` and is given
what stood there; it yields a `Reached` to have something written down at once, and a `Pause` to let time pass. It
returns a `Progress`. `place.Conversation` holds the other end, where requests are sent, files made, answers lost and
processes killed.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from roster_import.model.placement import Progress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.exchange import Reply, Request


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
