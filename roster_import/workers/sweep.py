"""What was lost is taken up again: jobs whose worker is gone, and results that lie with nobody and can be written here."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from roster_import.place.queue import given_to, owed, taken_up_again
from roster_import.workers.jobs import lies_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.place.conversation import Effects

EVERY = 5.0
"""Seconds between two sweeps."""


async def sweep(effects: Effects, book: str, log: Callable[[str], None]) -> None:
    """Sweep once. Raises `LedgerError`."""
    again = await effects.write(taken_up_again(book))
    if again:
        log(
            f"taken up again: {again} of a worker that is gone"
            if again > 1
            else "taken up again: 1 order of a worker that is gone"
        )
    for each in await effects.write(owed(book)):
        entry = effects.ledger.entry(each.entry)
        if await asyncio.to_thread(lies_here, entry, each.digest, effects.who.host):
            await effects.write(given_to(each.entry, effects.who.host))
