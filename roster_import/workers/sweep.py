"""What was lost is taken up again: jobs whose worker is gone, and results that lie with nobody and can be written here."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from roster_import.place.queue import adopted, book_named, given_to, owed, taken_up_again
from roster_import.workers.jobs import lies_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.place.conversation import Effects

EVERY = 2.0
"""Seconds between two sweeps."""


async def sweep(effects: Effects, place: tuple[str, str, str], log: Callable[[str], None]) -> None:
    """Sweep once what belongs to a book: realm, order system and address. Raises `LedgerError`."""
    book = book_named(*place)
    if again := await effects.write(taken_up_again(book)):
        log(f"taken up again, as their worker is gone: {again}")
    if others := await effects.write(adopted(*place)):
        log(f"left open by other runs, and taken up: {others}")
    for each in await effects.write(owed(book)):
        entry = await effects.read(partial(effects.ledger.entry, each.entry))
        if await asyncio.to_thread(lies_here, entry, each.digest, effects.who.host):
            await effects.write(given_to(each.entry, effects.who.host))
