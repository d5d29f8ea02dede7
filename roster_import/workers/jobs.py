"""One job of a worker: an order brought one step on, or a file's results workbook written where the file lies."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.errors import LedgerError, RosterImportError
from roster_import.files import read_plain
from roster_import.language.advice import in_a_folder
from roster_import.pipeline.heaps import give_back_gaps
from roster_import.pipeline.looked_at import MOST_READ
from roster_import.pipeline.write_up import write_up
from roster_import.place.advance import Stand, advance
from roster_import.place.queue import BY_WHOEVER_WAITS, done, is_free, later, take, take_file, to_write_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.place.conversation import Effects
    from roster_import.place.ledger.entry import Entry
    from roster_import.place.queue import Held
    from roster_import.settings import Settings

_UNEXPECTED = 30.0  # seconds until an order is tried again over which something broke that nobody foresaw
_NOT_WRITTEN = 60.0  # the same of a results workbook
_ASKED, _LOCKED = 4, 0.2  # how often a job is asked for whose row is locked, and how many seconds lie between


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobs:
    """What a worker does its jobs with; `log` is told of each step in one line."""

    settings: Settings
    effects: Effects
    log: Callable[[str], None]

    async def place(self, number: int, turn: int) -> None:
        """Bring an order one step on, and see to its next; what another worker has in hand is left alone."""
        effects = self.effects
        held = await self._taken(number, turn)
        if held is None:
            return
        before = await self._entry(number)
        try:
            stand = await advance(before, effects, held.tries)
        except LedgerError:
            raise  # whoever sweeps takes the order up again
        except RosterImportError as error:
            stand = Stand(status=before.status, wait=_UNEXPECTED, trouble=error.message)
        entry = await self._entry(number)
        if entry.status is not before.status or stand.trouble:
            self.log(_said(entry, stand))
        await self._next(held, stand, entry)
        await asyncio.to_thread(give_back_gaps)

    async def _taken(self, number: int, turn: int) -> Held | None:
        """The job, where it is ours to do; one that somebody looks through just now is asked for again."""
        effects = self.effects
        free = partial(is_free, number, turn, effects.who)
        for _ in range(_ASKED):
            held = await effects.write(take(number, turn, effects.who))
            if held is not None or not await effects.read(lambda: effects.ledger.ask(free)):
                return held
            await effects.sleep(_LOCKED)
        return None

    async def _entry(self, number: int) -> Entry:
        return await self.effects.read(lambda: self.effects.ledger.entry(number))

    async def _next(self, held: Held, stand: Stand, entry: Entry) -> None:
        effects = self.effects
        if stand.wait is not None:
            await effects.write(later(held, effects.who, stand.wait, tries=stand.tries))
        elif entry.results is None or held.digest == BY_WHOEVER_WAITS:
            await effects.write(done([held.entry]))
        else:
            here = await asyncio.to_thread(lies_here, entry, held.digest, effects.who.host)
            await effects.write(to_write_up(held, effects.who, effects.who.host if here else None))

    async def write_up(self, number: int, turn: int) -> None:
        """Write the results workbook of a file, once all its orders came to their end."""
        effects = self.effects
        held = await self._taken(number, turn)
        if held is None:
            return
        entry = await self._entry(number)
        numbers = await effects.write(take_file(held, entry, effects.who))
        if not numbers:  # an order of it is still under way, or another worker writes it: whoever is last does
            await effects.write(to_write_up(held, effects.who, None))
            return
        trouble = await asyncio.to_thread(write_up, self.settings, entry.file, numbers, held.told)
        if trouble:
            self.log(f"{Path(entry.file).name}: {in_a_folder(trouble)}")
            await effects.write(later(held, effects.who, _NOT_WRITTEN))
            return
        self.log(f"{Path(entry.file).name}: results written")
        await effects.write(done(numbers))


def lies_here(entry: Entry, digest: str, host: str) -> bool:
    """Whether results can be written on this machine: the order was read here, or the very file it was read from lies here."""
    path = Path(entry.file)
    try:
        if entry.host == host:
            return Path(entry.results or entry.file).parent.is_dir()
        return bool(digest) and path.is_file() and sha256(read_plain(path, MOST_READ)).hexdigest() == digest
    except OSError:
        return False


def _said(entry: Entry, stand: Stand) -> str:
    trouble = f": {in_a_folder(stand.trouble)}" if stand.trouble else ""  # nobody ran a command that could be run again
    again = f" (again in {stand.wait:.0f} s)" if stand.wait and stand.tries else ""
    return f"{entry.identity.reference}: {entry.status.value}{trouble}{again}"
