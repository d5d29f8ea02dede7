"""What a person says became of an order whose answer was lost, believed where no machine can tell."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from roster_import.errors import NoAnswer, UsageError
from roster_import.language.messages import say, unended
from roster_import.model.key_like import unless_key
from roster_import.model.order import normal_reference
from roster_import.model.placement import Status
from roster_import.pipeline.effects import opened_ledger, planning_effects, realm, sending_effects, stamp, who
from roster_import.pipeline.orders import recorded_order
from roster_import.pipeline.sandbox import order_system
from roster_import.pipeline.session import NOBODY, read_settings
from roster_import.place.follow import settled_as
from roster_import.place.ledger.ledger import standing_of
from roster_import.place.next_step import Standing
from roster_import.targets import target
from roster_import.write.order_words import status_word

if TYPE_CHECKING:
    from roster_import.pipeline.options import SettleCommand
    from roster_import.pipeline.orders import RecordedOrder
    from roster_import.pipeline.session import Person
    from roster_import.place.ledger.entry import Entry
    from roster_import.place.ledger.ledger import Ledger
    from roster_import.settings import Settings
    from roster_import.targets import Target


def settle(command: SettleCommand, person: Person = NOBODY) -> RecordedOrder:
    """What a person says became of an order, written down where no machine can tell it, and asked where one can.

    The order as the ledger has it now.

    Raises `UsageError` where its outcome is not open, or the order system says otherwise.
    """
    if sum((bool(command.placed), bool(command.tracking_id), command.not_placed)) != 1:
        raise UsageError(say("Say what became of it with just one of --placed, --tracking-id and --not-placed."))
    settings = read_settings(command, person)
    with opened_ledger(settings, person.warn) as ledger:
        entry = _open_entry(ledger, command, realm(settings, sandbox=command.sandbox), settings.target)
        system = target(settings.target, settings.system)
        see_whether_it_is_open(_without_what_was_said(entry, ledger), command, system)
        _see_whether_it_may_still_be_taken(entry, command, system, time.time())
        if command.tracking_id or (command.placed and hasattr(system, "finding")):
            _settle_by_asking(entry, command, settings, ledger)
        else:
            what, columns = settled(command)
            ledger.update(entry, who(), stamp(), what, **columns, conflict=0, lease_owner=None, lease_until=0)
        return recorded_order(ledger.entry(entry.id))


def see_whether_it_is_open(entry: Entry, command: SettleCommand, system: Target) -> None:
    """Raise `UsageError` where a machine knows better than a person can."""
    if command.not_placed and (entry.tracking_id or entry.order_number):
        raise UsageError(
            say(
                "Order {reference} was taken ({number}): it cannot be settled as not placed. roster-import resume follows it; "
                "where it is not wanted, tell the order system's people. Nothing was changed.",
                reference=command.reference,
                number=entry.order_number or entry.tracking_id,
            )
        )
    sent = entry.standing is Standing.SENDING
    if sent and system.recognises_repeats and not command.tracking_id:
        raise UsageError(
            say(
                "{system} knows an order again that is sent twice, so it can be proved what became of {reference}: run "
                "roster-import resume. Nothing was changed.",
                system=system.title,
                reference=command.reference,
            )
        )


def _see_whether_it_may_still_be_taken(entry: Entry, command: SettleCommand, system: Target, now: float) -> None:
    """Raise `UsageError` where it is too early for anybody to say that an order was not placed."""
    since = now - (entry.last_sent or 0.0)
    if not command.not_placed or system.recognises_repeats or since >= system.taking_time:
        return
    raise UsageError(
        say(
            "{system} may still take {reference}, which was sent {ago:.0f} seconds ago: what is not there now may be there "
            "later. Look again in {seconds:.0f} seconds, then settle it. Nothing was changed.",
            system=system.title,
            reference=command.reference,
            ago=since,
            seconds=system.taking_time - since + 1,
        )
    )


def _without_what_was_said(entry: Entry, ledger: Ledger) -> Entry:
    """The entry without a tracking id that a person gave it and no order system confirmed: a person may take it back."""
    said = any(event.what == f"settled: tracking id {entry.tracking_id}" for event in ledger.events(entry))
    return replace(entry, tracking_id=None) if said and entry.order_number is None else entry


def _settle_by_asking(entry: Entry, command: SettleCommand, settings: Settings, ledger: Ledger) -> None:
    """Write down what a person says once the order system has said so, too. Raises `UsageError` where it does not."""
    import asyncio

    with order_system(settings, sandbox=command.sandbox, poll_interval_given=True) as connected:

        async def asked() -> None:
            planning = planning_effects(connected, ledger, lambda *_: None, new_order=False)
            async with sending_effects(planning, connected) as effects:
                await settled_as(entry, effects, tracking_id=command.tracking_id, number=command.placed)

        try:
            asyncio.run(asked())
        except NoAnswer as error:
            raise UsageError(
                say(
                    "{system} does not confirm that: {trouble}. Nothing was changed.",
                    system=target(settings.target, settings.system).title,
                    trouble=unended(error.message),
                )
            ) from error


def settled(command: SettleCommand) -> tuple[str, dict[str, Any]]:
    """What happened, and what the entry holds from now on."""
    if command.not_placed:
        return "settled: not placed", {
            "status": Status.REFUSED,
            "error": "Settled: it was not placed.",
            "last_sent": None,
            "tracking_id": None,
        }
    columns = {"status": Status.COMPLETED, "order_number": command.placed, "error": None, "last_sent": None}
    return f"settled: placed as {command.placed}", columns


def _open_entry(ledger: Ledger, command: SettleCommand, book: str, system: str) -> Entry:
    entries = [
        entry
        for entry in ledger.of_name(book, system, normal_reference(command.reference))
        if entry.identity.organization in ("", command.organization)
    ]
    if not entries:
        raise UsageError(
            say(
                "The ledger holds no order {reference} for {system}. Nothing was changed.",
                reference=unless_key(command.reference),
                system=system,
            )
        )
    entry = standing_of(entries) or entries[-1]
    if entry.status in (Status.COMPLETED, Status.FAILED):
        raise UsageError(
            say(
                "Order {reference} is {status} ({number}): there is nothing to settle. Nothing was changed.",
                reference=command.reference,
                status=status_word(entry.status),
                number=entry.order_number or say("number unknown"),
            )
        )
    return entry
