"""Following an accepted order until it is confirmed or given up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.errors import NoAnswer, NotTold
from roster_import.language.messages import joined, say, unended
from roster_import.model.order import normal_reference
from roster_import.model.placement import Placement, Status
from roster_import.place.conversation import Conversation, sending_of, written_down
from roster_import.place.known import placement
from roster_import.place.ledger.changes import update
from roster_import.targets.colleagues import of_others

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.model.order import Order
    from roster_import.model.placement import Progress
    from roster_import.place.conversation import Effects
    from roster_import.place.ledger.entry import Entry
    from roster_import.targets.protocol import Look, Sending


async def follow(entry: Entry, order: Order, effects: Effects, *, at_once: bool) -> Placement:
    """Ask what became of an accepted order until it is confirmed or given up, or this run is out of patience."""
    began = effects.monotonic()
    deadline = began + effects.poll_timeout
    looks = _Looks(effects, began, at_once=at_once)
    wait, trouble = looks.wait(0.0), ""
    while True:
        # The last look is at the deadline, however long the interval is: patience is not cut short by politeness.
        last = effects.monotonic() + wait >= deadline
        await effects.sleep(max(0.0, min(wait, deadline - effects.monotonic())))
        looks.begin()
        progress, trouble, asked = await look(entry, effects)
        if progress is not None and progress.confirmation and of_others(entry.order, progress.confirmation):
            return await stands_for_others(entry, order, progress, effects)
        if progress is not None and progress.status is not Status.PENDING:
            looks.ended()
            entry = await record(entry, progress, effects)
            effects.tell(entry.status.value, order.reference, entry.order_number or "")
            return with_words(placement(entry, order, effects.target), progress)
        if last or asked is None or effects.monotonic() + asked > deadline:
            return _out_of_time(entry, order, effects, trouble)
        wait = looks.wait(asked)


class _Looks:
    """When one order is looked at. Of one that was taken some time ago nobody knows how old it is: it is asked for at once."""

    def __init__(self, effects: Effects, began: float, *, at_once: bool) -> None:
        self._effects = effects
        self._began = began
        self._usual = None if at_once else effects.usual
        self._first = True
        self._last = self._this = 0.0
        self._at_once = at_once

    def wait(self, asked: float) -> float:
        """Seconds until the next look, those at least that were asked for."""
        effects = self._effects
        if self._first and self._at_once:
            return 0.0
        if self._usual is None:
            return max(effects.poll_interval, asked)
        age = 0.0 if self._first else self._age()
        return max(self._usual.next_look(age, effects.poll_interval, effects.monotonic()) - age, asked)

    def begin(self) -> None:
        """The order is looked at now."""
        self._first = False
        self._last, self._this = self._this, self._age()

    def ended(self) -> None:
        """What was looked at last is confirmed, or given up."""
        if self._usual is not None:
            effects = self._effects
            self._usual.confirmed(self._this, self._last, effects.poll_interval, effects.monotonic())

    def _age(self) -> float:
        return self._effects.monotonic() - self._began


async def refreshed(entry: Entry, effects: Effects) -> Entry:
    """The entry of an accepted order with what the order system says of it now, written down.

    Raises `NoAnswer` where it says nothing.
    """
    talk = effects.target.following(await sending_of(entry, effects))
    progress = await Conversation(entry, effects).follow(talk, tries=2)
    known = progress.status is entry.status and progress.confirmation == entry.confirmation
    return entry if known or progress.status is Status.PENDING else await record(entry, progress, effects)


async def settled_as(entry: Entry, effects: Effects, *, tracking_id: str | None, number: str | None) -> Entry:
    """An order of which a person says what it is called in its order system, as that has it, written down.

    Raises `NoAnswer` where the order system knows no such order, or has another under that name.
    """
    if tracking_id is None:
        finding: Callable[[Sending, str], Look] = effects.target.finding  # type: ignore[attr-defined]  # not every target has it
        tracking_id = await Conversation(entry, effects).look(finding(await sending_of(entry, effects), number or ""))
    if tracking_id is None:
        raise NotTold(say("it lists no order {number}", number=number))
    known = replace(entry, tracking_id=tracking_id)
    progress = await Conversation(known, effects).follow(
        effects.target.following(await sending_of(known, effects)), tries=2
    )
    # Where pending orders are not shown, only a person can see one whose answer was lost; else what is not shown is not there.
    asked = effects.target.recognises_repeats or entry.last_sent is None
    if asked and progress.confirmation is None and progress.order_number is None:
        raise NotTold(say("it shows no order {number}", number=number or tracking_id))
    called = progress.confirmation.reference if progress.confirmation else None
    if called is not None and not normal_reference(called).startswith(entry.identity.name):
        raise NotTold(say("that order is called {reference} there", reference=called))
    what = f"settled: placed as {number}" if number else f"settled: tracking id {tracking_id}"
    columns: dict[str, object] = {"tracking_id": tracking_id, "order_number": progress.order_number or number}
    columns["lease_owner"] = None
    # Where an order is made of parts, that it stands does not say that all of them do: `resume` sees to what is missing.
    in_parts = hasattr(effects.target, "finding")
    status = Status.SENDING if in_parts else Status.PENDING
    columns |= {"status": status, "error": None, "conflict": 0, "last_sent": None, "lease_until": 0}
    settled = await effects.write(update(entry, effects.who, effects.stamp(), what, columns))
    return settled if in_parts or progress.status is Status.PENDING else await record(settled, progress, effects)


async def look(entry: Entry, effects: Effects) -> tuple[Progress | None, str, float | None]:
    """One look at an order: what was answered, else the trouble; and the seconds asked for until the next look.

    These are None where no look will help: a key that is not accepted is not mended by waiting.
    """
    try:
        talk = effects.target.following(await sending_of(entry, effects))
        return await Conversation(entry, effects).follow(talk, tries=1), "", 0.0
    except NotTold as error:
        return None, error.message, None if error.code in (401, 403) else 0.0
    except NoAnswer as error:
        return None, error.message, error.retry_after or 0.0


async def stands_for_others(entry: Entry, order: Order, progress: Progress, effects: Effects) -> Placement:
    """The order whose key or name was answered with an order for other people: a colleague's, and ours was not placed."""
    what = say(
        "{system} has another order under this reference ({number}), for other people.",
        system=effects.target.title,
        number=progress.order_number or entry.order_number or say("number unknown"),
    )
    message = joined(what, beside_another(amends=entry.amends is not None))
    nothing = ("tracking_id", "order_number", "confirmation", "placed_at", "last_sent", "lease_owner")
    columns = {**dict.fromkeys(nothing), "status": Status.REFUSED, "conflict": 1, "error": message, "lease_until": 0}
    entry = await effects.write(update(entry, effects.who, effects.stamp(), "stands for another order", columns))
    return replace(placement(entry, order, effects.target), error=message)


def beside_another(*, amends: bool) -> str:
    """What to do where a key or reference stands for another order."""
    known = say("It knows this key or reference already: an order of that name may stand there.")
    if not amends:
        return joined(
            known,
            say(
                "Look at it there first. If it is another, give this order a reference of its own, or order it all the same with "
                "--new-order."
            ),
        )
    advice = say(
        "It may be an amendment by a colleague: look at it there. Take off the roster what it has; roster-import amend "
        "--new-order orders the rest."
    )
    return joined(known, advice)


def _out_of_time(entry: Entry, order: Order, effects: Effects, trouble: str) -> Placement:
    said = say(" ({trouble})", trouble=unended(trouble)) if trouble else ""
    message = say(
        "{system} has taken the order but not confirmed it yet{said}. It is not ordered again: roster-import "
        "resume, or the same command again, finishes it.",
        system=effects.target.title,
        said=said,
    )
    return replace(placement(entry, order, effects.target), error=message)


async def record(entry: Entry, progress: Progress, effects: Effects) -> Entry:
    """The entry with what an answer said of its order, written down."""
    now = effects.stamp()
    ended = progress.status is not Status.PENDING
    news = progress.status is not entry.status or progress.confirmation != entry.confirmation
    columns: dict[str, object] = {
        "status": progress.status,
        "tracking_id": progress.tracking_id or entry.tracking_id,
        "order_number": entry.order_number or progress.order_number,
        "error": progress.error,
        "confirmation": progress.confirmation,
        "placed_at": entry.placed_at or now,
        "finished_at": now if ended else None,
        # A workbook that was written before says less than is known now: whoever can write it still owes it.
        "results_written": entry.results_written and not news,
        "last_sent": None,
        "lease_owner": None,
        "lease_until": 0,
    }
    return await written_down(entry, progress.status.value, columns, effects)


def with_words(placed: Placement, progress: Progress) -> Placement:
    """The placement with what was said of it now; the ledger keeps the English text alone."""
    return replace(placed, error=progress.error) if progress.error else placed
