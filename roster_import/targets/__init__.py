"""Order systems: documents both ways, no I/O. A target is a `Target`; `target()` finds one by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from roster_import.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model import Confirmation, Difference, Order, Problem, Progress, Reply, Request


class Refused(Exception):
    """The order system turned the request down: nothing was placed by it.

    `conflict` says that it did so because the key or reference was used before, by another order.
    """

    def __init__(self, message: str, *, code: int, conflict: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.conflict = conflict


class Target(Protocol):
    """An order system orders are placed in: facts, and pure functions from our types to its documents and back."""

    name: str
    title: str
    recognises_repeat: bool
    """Whether a request sent again under its key can never become a second order."""

    def headers(self, api_key: str) -> Mapping[str, str]:
        """The headers that every request carries, the key among them."""
        ...

    def check(self, order: Order) -> tuple[Problem, ...]:
        """What this system cannot carry of an order, or would refuse."""
        ...

    def body(self, order: Order) -> str:
        """The exact document that places the order; the same order always gives the same text."""
        ...

    def place(self, body: str, key: str) -> Request:
        """The request that places the order."""
        ...

    def poll(self, tracking_id: str) -> Request:
        """The request that asks what became of an order."""
        ...

    def probes(self) -> tuple[Request, Request]:
        """Two requests that read only: one that needs no key, and one that does."""
        ...

    def placed(self, reply: Reply) -> Progress:
        """What the answer to `place` says. Raises `Refused`, or `AnswerLost` where it says nothing certain."""
        ...

    def polled(self, reply: Reply) -> Progress:
        """What the answer to `poll` says. Raises `Refused` or `AnswerLost`; neither changes what is known."""
        ...

    def differences(self, order: Order, confirmation: Confirmation) -> tuple[Difference, ...]:
        """What the confirmed order does not have as it was sent, each with the rows that asked for it."""
        ...


def target(name: str) -> Target:
    """The order system of that name. Raises `UsageError` where there is none."""
    if name == "kitmaker":
        from roster_import.targets.kitmaker import KitMaker

        return KitMaker()
    raise UsageError(f"This version does not place orders with {name} yet: it knows kitmaker.")
