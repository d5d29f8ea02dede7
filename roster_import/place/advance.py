"""An order taken one step on: sent, sent again, or looked at once. Nothing is waited for but the answer to a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from roster_import.errors import TakenOver
from roster_import.model.placement import Status
from roster_import.place.conversation import LEASE
from roster_import.place.follow import look, record, stands_for_others
from roster_import.place.ledger.changes import take_up
from roster_import.place.place_order import Wanted, may_resend, send
from roster_import.targets.colleagues import of_others

if TYPE_CHECKING:
    from roster_import.model.placement import Placement, Progress
    from roster_import.place.conversation import Effects
    from roster_import.place.ledger.entry import Entry

_ANOTHERS: Final = 3.0  # seconds until it is looked whether another process still has the order in hand
_TROUBLE: Final = 2.0  # seconds after the first trouble; it doubles from there
_LONGEST: Final = 300.0
_SOONEST: Final = 0.05
OPEN: Final = frozenset({Status.QUEUED, Status.PLANNED, Status.SENDING, Status.PENDING})
"""How an order stands that is not at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How an order stands after a step: seconds until the next, None at its end; how often it was tried in vain by now."""

    status: Status
    wait: float | None
    tries: int = 0
    trouble: str = ""


async def advance(entry: Entry, effects: Effects, tries: int = 0) -> Stand:
    """Take an order one step on from wherever the ledger says it stands. Raises `LedgerError`."""
    match entry.status:
        case Status.QUEUED | Status.PLANNED:
            if not await effects.write(take_up(entry, effects.who, effects.stamp(), effects.wall() + LEASE)):
                return Stand(status=entry.status, wait=_ANOTHERS)
            return await _sent(entry, effects, tries)
        case Status.SENDING:
            if not await may_resend(entry, effects, effects.monotonic()):
                return Stand(status=entry.status, wait=_ANOTHERS)
            return await _sent(entry, effects, tries)
        case Status.PENDING:
            return await _looked_at(entry, effects, tries)
        case _:
            return Stand(status=entry.status, wait=None)


def wanted_of(entry: Entry) -> Wanted:
    """What is wanted of an order that stands in the ledger: what was written down there."""
    return Wanted(
        order=entry.order, identity=entry.identity, file=entry.file, results=entry.results, amends=entry.amends
    )


async def _sent(entry: Entry, effects: Effects, tries: int) -> Stand:
    ours = await effects.read(lambda: effects.ledger.entry(entry.id))
    try:
        sent = await send(ours, wanted_of(entry), effects)
    except TakenOver:  # another worker took us for dead: what it writes down counts
        return Stand(status=Status.SENDING, wait=_ANOTHERS)
    if isinstance(sent, tuple):
        taken, _ = sent
        at_once = effects.target.confirms_at_once or taken.status is not Status.PENDING
        return _standing(taken, 0.0 if at_once else _first_look(effects))
    status = (await effects.read(lambda: effects.ledger.entry(entry.id))).status
    return _in_trouble(status, tries, sent) if status in OPEN else Stand(status=status, wait=None)


def _standing(entry: Entry, wait: float) -> Stand:
    return Stand(status=entry.status, wait=max(wait, _SOONEST) if entry.status in OPEN else None)


def _in_trouble(status: Status, tries: int, placed: Placement) -> Stand:
    return Stand(status=status, wait=_doubled(tries), tries=tries + 1, trouble=placed.error or "")


def _doubled(tries: int) -> float:
    return min(_LONGEST, _TROUBLE * 2.0 ** min(tries, 10))


# -------------------------------------------------------------------------------------------------- looking at it


async def _looked_at(entry: Entry, effects: Effects, tries: int) -> Stand:
    progress, trouble, asked = await look(entry, effects)
    if progress is None:
        wait = max(_doubled(tries), asked or 0.0)
        return Stand(status=entry.status, wait=wait, tries=tries + 1, trouble=trouble)
    if progress.confirmation and of_others(entry.order, progress.confirmation):
        placed = await stands_for_others(entry, entry.order, progress, effects)
        return Stand(status=placed.status, wait=None)
    if progress.status is Status.PENDING:
        return _standing(entry, max(_next_look(entry, effects), asked or 0.0))
    return await _ended(entry, progress, effects)


async def _ended(entry: Entry, progress: Progress, effects: Effects) -> Stand:
    known = await record(entry, progress, effects)
    effects.tell(known.status.value, known.identity.reference, known.order_number or "")
    return _standing(known, _SOONEST)


def _first_look(effects: Effects) -> float:
    interval = effects.poll_interval
    return interval if effects.usual is None else effects.usual.next_look(0.0, interval, effects.monotonic())


def _next_look(entry: Entry, effects: Effects) -> float:
    """Seconds until the next look; an order that is pending for long is looked at less often, a twentieth of its age apart."""
    age = effects.wall() - datetime.fromisoformat(entry.placed_at).timestamp() if entry.placed_at else 0.0
    return max(effects.poll_interval, min(_LONGEST, age / 20.0))
