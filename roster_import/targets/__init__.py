"""Order systems: documents both ways, no I/O. A target is a `Target`; `target()` finds one by its name.

docs/targets.md shows how to write one outside this package.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from roster_import.errors import UsageError
from roster_import.targets.talk import Access, Ask, Drop, Pause, Reached, Sending, Talk, Token
from roster_import.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from roster_import.model.exchange import Request
    from roster_import.model.layout import Meaning
    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation, Difference
    from roster_import.model.problem import Level, Origin

__all__ = [
    "Access",
    "Ask",
    "Drop",
    "Objection",
    "Pause",
    "Reached",
    "Refused",
    "Sending",
    "Talk",
    "Target",
    "Token",
    "names",
    "target",
]

GROUP = "roster_import.targets"
"""The entry points by which targets in other packages are found."""

_OURS = {"kitmaker": "KitMaker", "dropday": "Dropday", "jtl": "Jtl"}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What a system cannot carry of an order, or would refuse: an error stops the file, a warning does not.

    It is told at the rows of `origins`, at the column of `meaning`, else at that of `ordered_by` (Design or Logo); or at
    the Order sheet's label `detail` (its key, such as `organization-id`); or, with neither, for the whole order.
    """

    level: Level
    code: str
    message: str
    origins: tuple[Origin, ...] = ()
    meaning: Meaning | None = None
    ordered_by: Meaning | None = None
    detail: str | None = None


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

    def blamed(self, order: Order, refused: Refused) -> tuple[Objection, ...]:
        """The rows and labels behind what the system said as it turned the order down, as far as it can be told."""
        ...

    def probes(self) -> tuple[Request, Request] | tuple[()]:
        """Two requests that read only, to see whether it answers and whether it knows us; none for what is not asked."""
        ...

    def differences(self, order: Order, confirmation: Confirmation) -> tuple[Difference, ...]:
        """What the confirmed order does not have as it was sent, each with the rows that asked for it."""
        ...


def names() -> tuple[str, ...]:
    """The names of all order systems: ours, then those of other packages."""
    return (*_OURS, *(name for name in _others() if name not in _OURS))


def target(name: str, settings: Mapping[str, Any]) -> Target:
    """The order system of that name with its settings (the table of its name, and its environment variables).

    Raises `UsageError` where there is none, or a setting of it cannot be.
    """
    if name in _OURS:
        module = import_module(f"roster_import.targets.{name}")
        made: Target = getattr(module, _OURS[name])(settings)
        return made
    maker = _others().get(name)
    if maker is None:
        raise UsageError(
            say("There is no order system called {target!r}. Known: {known}.", target=name, known=", ".join(names()))
        )
    return maker()(settings)


def _others() -> dict[str, Callable[[], Callable[[Mapping[str, Any]], Target]]]:
    """Targets of other packages: name -> what loads the class or function that makes one from its settings."""
    from importlib.metadata import entry_points

    return {point.name: point.load for point in entry_points(group=GROUP)}
