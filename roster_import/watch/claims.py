"""Claims: what is ready is taken up, what an earlier watcher left is gone on with, what failed is tried again.

A claim belongs to a watcher (`watchers.py`). While the order system does not answer (`order_system.py`), nothing is taken
up, but for one file at a time that tries whether it answers again.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from itertools import compress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from roster_import.errors import LedgerError, RosterImportError
from roster_import.language.messages import joined, say
from roster_import.pipeline.watched_folders import PROCESSING
from roster_import.watch.cabinet import Cabinet
from roster_import.watch.claim_notes import NOTE
from roster_import.watch.desk import Run, Tried, Waiting
from roster_import.watch.file_names import kept_path
from roster_import.watch.folders import reason_of
from roster_import.watch.import_file import Intake
from roster_import.watch.journal.journal import Journal, Ticket
from roster_import.watch.journal.tables import JournalError
from roster_import.watch.log import utc
from roster_import.watch.open_files import trouble_opening, writers_of
from roster_import.watch.readiness import (
    COPYING,
    given_up,
    is_barred,
    not_taken,
    waits_for,
    written_by,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from roster_import.watch.claim_notes import ClaimNote
    from roster_import.watch.desk import Desk, State, World
    from roster_import.watch.log import Announcer
    from roster_import.watch.outbox import Outbox
    from roster_import.watch.readiness import Sighting
    from roster_import.watch.watchers import Watchers

_MOST_FAULTS = 3  # unforeseen failures of one file before it is held
_LONGEST_RETRY = 300.0
_LOOKED_AT_ONCE = 4  # files; each look is a process, and more of them do not go faster


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Takes files up and brings them to their end side by side, each in a task of its own.

    `ended` is called whenever a task is over.
    """

    world: World
    state: State
    watchers: Watchers
    announcer: Announcer
    outbox: Outbox
    ended: Callable[[], None]

    # --------------------------------------------------------------------------------------- what was claimed before

    def recover(self, desk: Desk, journal: Journal, open_: Iterable[Ticket]) -> None:
        """Go on with claims that nobody works on: those of a watcher that is gone, and our own that are due."""
        tickets = {ticket.id: ticket for ticket in open_}
        self._let_go_of_others(desk, tickets)
        for claimed in self.world.folder.claims():
            ticket = tickets.pop(claimed.claim, None)
            if claimed.claim in self.state.tasks:
                continue
            if claimed.note is None and ticket is None:
                self._set_aside(desk, journal, claimed.claim)
                continue
            if ticket is None and claimed.note is not None:
                ticket = self._others_or_unwritten(desk, journal, claimed.claim, claimed.note)
            if ticket is None or not self.may_begin(ticket):
                continue
            if self._may_go_on(desk, journal, ticket):
                ticket = replace(ticket, owner=self.world.process)
                self._begin(desk, journal, ticket, self.world.folder.claimed_file(ticket.id, ticket.path))
        for ticket in tickets.values():
            self._without_folder(desk, journal, ticket)

    def _let_go_of_others(self, desk: Desk, tickets: Mapping[str, Ticket]) -> None:
        """Wait no more with what another watch took over, which took us for dead."""
        state = self.state
        for claim in [claim for claim in state.open if claim not in state.tasks]:
            ticket = tickets.get(claim)
            if ticket is None or (ticket.owner != self.world.process and not self.watchers.is_gone(ticket.owner, desk)):
                del state.open[claim]

    def may_begin(self, ticket: Ticket) -> bool:
        """Whether it is the turn of a claim: what may have ended a process before comes last, and by itself."""
        return not ticket.is_suspect or self._is_quiet()

    def _is_quiet(self) -> bool:
        """Whether there is nothing else to do."""
        state = self.state
        return not (state.tasks or state.ready or any(file.reason == COPYING for file in state.known.values()))

    def _others_or_unwritten(self, desk: Desk, journal: Journal, claim: str, note: ClaimNote) -> Ticket | None:
        """A claim that the journal has not open: another watch's, which is left to it, or one that was lost.

        One of a watch that is gone is taken over under a name of our own, so that only one watch gets it; one that is filed is
        tidied up.
        """
        if (known := journal.ticket(claim)) is not None:
            if known.state == "filed":  # else it was claimed since we asked what is open
                self.world.folder.drop_claim(claim)
            return None
        others = note.watch is not None and note.watch != self.watchers.name
        if others and not self.watchers.has_left(note, desk.options):
            return None
        name = f"{claim}+{secrets.token_hex(2)}" if others else claim
        ticket = Ticket(id=name, path=note.path, state="claimed", found_at=utc(journal.now(self.world.wall())),
                        owner=self.world.process if others else None)  # fmt: skip
        journal.claimed(ticket)
        if others and not self._taken_over(journal, claim, ticket):
            return None
        return ticket

    def _taken_over(self, journal: Journal, claim: str, ticket: Ticket) -> bool:
        """Whether the file of another watch's claim is ours from now on."""
        folder = self.world.folder
        source = f"{PROCESSING}/{claim}/{PurePosixPath(ticket.path).name}"
        try:
            folder.claim(source, ticket.id, self.world.process, ticket.found_at, self.watchers.name, ticket.path)
        except OSError:
            journal.unclaim(ticket.id)
            return False
        folder.bring_along(claim, ticket.id)
        folder.drop_claim(claim)
        self.announcer.log.write("taken", f"{ticket.path}: another watch had it and is gone.", path=ticket.path)
        return True

    def _set_aside(self, desk: Desk, journal: Journal, claim: str) -> None:
        """A note in `processing` that none of ours can be: it is taken away, and told of."""
        target = self.world.folder.set_note_aside(claim, self.world.now().strftime("%Y%m%d-%H%M%S"))
        if not target:
            return
        self.announcer.log.write("note", f"processing/{claim}/{NOTE} is not what a watch writes: it is not heeded, and was put "
                                 f"into {target}.", path=f"processing/{claim}/{NOTE}", place=target)  # fmt: skip
        self.outbox.queue_note(desk, journal, claim, target)

    def _without_folder(self, desk: Desk, journal: Journal, ticket: Ticket) -> None:
        """A claim with nothing in processing: never begun, or filed but for the noting of it."""
        if ticket.id in self.state.tasks or not (
            ticket.owner == self.world.process or self.watchers.is_gone(ticket.owner, desk)
        ):
            return
        if ticket.state == "ended":
            journal.forget(ticket)  # it is noted as filed before its folder goes: another watch took it over
        else:
            journal.unclaim(ticket.id)
        self.state.open.pop(ticket.id, None)

    def _may_go_on(self, desk: Desk, journal: Journal, ticket: Ticket) -> bool:
        if ticket.owner != self.world.process:
            return self.watchers.is_gone(ticket.owner, desk) and journal.take_over(ticket, self.world.process)
        waiting = self.state.open.get(ticket.id)
        if waiting is None:
            return True
        if self.is_shut(desk):
            return self._may_probe(desk)
        return self.world.monotonic() >= waiting.next_try

    def _may_probe(self, desk: Desk) -> bool:
        """While the order system does not answer, one file at a time tries whether it does again."""
        if self.state.tasks or not desk.gate.may_try():
            return False
        desk.gate.begin_try()
        return True

    async def check_again(self, desk: Desk, journal: Journal) -> None:
        """Check filed files once more that could not prove that they were whole; then their messages go out."""
        due = partial(journal.to_check_again, journal.now(self.world.wall()))
        for ticket in await desk.aside(due):
            answer = await self._cabinet(desk, journal).check_again(ticket)
            if answer:
                self.state.tried = [_with_lines(tried, ticket.id, answer["lines"]) for tried in self.state.tried]
            else:
                await journal.commits.make(partial(journal.unchanged, ticket.id))
            self.state.dirty = True
            self.outbox.wake()

    # ------------------------------------------------------------------------------------------------- what is ready

    async def fill(self, desk: Desk) -> None:
        """Take up what is ready, as far as there is room. Raises `OSError` or `JournalError`."""
        state = self.state
        if not state.tasks and not state.ready and not self.world.once:
            state.run = Run()
        while state.ready and (room := self._room(desk)):
            batch, state.ready = state.ready[:room], state.ready[room:]
            await self._take_up(desk, batch)

    def _room(self, desk: Desk) -> int:
        """How many files may be taken up now; not more at once than are soon looked at."""
        if self.state.paused or self.watchers.journal is None:
            return 0
        left = min(_LOOKED_AT_ONCE, desk.options.orders_in_flight - len(self.state.tasks))
        if left <= 0 or not self.is_shut(desk):
            return max(0, left)
        return int(not self.state.open and self._may_probe(desk))

    def is_shut(self, desk: Desk) -> bool:
        """Whether the order system does not answer, or the ledger cannot be written."""
        return bool(desk.gate.trouble or self.state.blocked)

    async def _take_up(self, desk: Desk, sightings: Sequence[Sighting]) -> None:
        """Claim files, those that open, in their order."""
        self.state.attempted.update(sighting.path for sighting in sightings)
        open_ = await self._open(desk, sightings)
        journal = self.watchers.journal
        if journal is None:
            return
        tickets = [(self._ticket(sighting, journal), sighting) for sighting in compress(sightings, open_)]
        # Before the rename, so that no other watcher takes it for an abandoned claim.
        await asyncio.gather(*(journal.commits.make(partial(journal.claimed, ticket)) for ticket, _ in tickets))
        taken = {sighting.path for ticket, sighting in tickets if await self._claim(desk, journal, ticket, sighting)}
        self.state.known = {path: known for path, known in self.state.known.items() if path not in taken}

    async def _open(self, desk: Desk, sightings: Sequence[Sighting]) -> list[bool]:
        """Which of the files are to be taken up now; of the others it is remembered why not."""
        folder = self.world.folder
        paths = [folder.at(sighting.path) for sighting in sightings]
        looks = (
            asyncio.to_thread(trouble_opening, path, sighting, folder.root, desk.is_whole)
            for path, sighting in zip(paths, sightings, strict=True)
        )
        troubles = await asyncio.gather(*looks)
        writers = await asyncio.to_thread(writers_of, paths)
        return [
            self._may_be_taken(desk, sighting, trouble, writers.get(path, ""))
            for path, sighting, trouble in zip(paths, sightings, troubles, strict=True)
        ]

    def _may_be_taken(self, desk: Desk, sighting: Sighting, trouble: str, writer: str) -> bool:
        if writer:
            self._leave_lying(desk, sighting, written_by(writer))  # however long: what it says is not yet all of it
            return False
        late = given_up(self.state.known[sighting.path], self.world.monotonic(), desk.options.patience)
        if (trouble and (not late or is_barred(trouble))) or self.watchers.journal is None:
            self._leave_lying(desk, sighting, trouble)
            return False
        return True

    async def _claim(self, desk: Desk, journal: Journal, ticket: Ticket, sighting: Sighting) -> bool:
        """Make a file ours whose ticket is written down, and begin with it; False where that cannot be."""
        world = self.world
        try:
            file = world.folder.claim(sighting.path, ticket.id, world.process, ticket.found_at, self.watchers.name)
        except OSError as error:
            await journal.commits.make(partial(journal.unclaim, ticket.id))
            if not isinstance(error, FileNotFoundError):  # else another watcher, or a person, was first
                self._leave_lying(desk, sighting, not_taken(reason_of(error)))
            return False
        self._begin(desk, journal, ticket, file)
        return True

    def _leave_lying(self, desk: Desk, sighting: Sighting, reason: str) -> None:
        """Remember why a file is not taken up; one that we may not touch is no success, and after a while is told of."""
        state, world, journal = self.state, self.world, self.watchers.journal
        known = state.known[sighting.path]
        state.known = {**state.known, sighting.path: waits_for(known, reason, world.wall())}
        if not is_barred(reason):
            return
        if self.world.once:
            state.status = max(state.status, 4)
        if journal is not None and given_up(known, world.monotonic(), desk.options.patience):
            self.outbox.queue_barred(desk, journal, sighting, reason)

    def _ticket(self, sighting: Sighting, journal: Journal) -> Ticket:
        return Ticket(
            id=f"{self.world.now():%Y%m%d-%H%M%S}-{secrets.token_hex(3)}",
            path=kept_path(sighting.path),
            state="claimed",
            owner=self.world.process,
            found_at=utc(journal.now(self.world.wall())),
        )

    # ----------------------------------------------------------------------------------------- bringing it to its end

    def _begin(self, desk: Desk, journal: Journal, ticket: Ticket, file: Path) -> None:
        state = self.state
        state.working[ticket.id] = (ticket.path, self.world.wall())
        task = asyncio.create_task(self._bring(desk, journal, ticket, file))
        state.tasks[ticket.id] = task
        task.add_done_callback(lambda _: self._over(ticket.id))

    def _over(self, claim: str) -> None:
        self.state.tasks.pop(claim, None)
        self.state.working.pop(claim, None)
        self.ended()

    def _cabinet(self, desk: Desk, journal: Journal) -> Cabinet:
        return Cabinet(folder=self.world.folder, journal=journal, desk=desk, log=self.announcer.log,
                       now=partial(self._now, journal))  # fmt: skip

    def _now(self, journal: Journal) -> datetime:
        """The time by which all go who have the journal."""
        now = self.world.now()
        return now + timedelta(seconds=journal.now(wall := now.timestamp()) - wall)

    def _intake(self, desk: Desk, journal: Journal) -> Intake:
        return Intake(folder=self.world.folder, journal=journal, desk=desk, cabinet=self._cabinet(desk, journal),
                      run=self.state.run, process=self.world.process, now=partial(self._now, journal))  # fmt: skip

    async def _bring(self, desk: Desk, journal: Journal, ticket: Ticket, file: Path) -> None:
        """Bring one file as far as it goes; nothing that happens to it stops the watch."""
        intake = self._intake(desk, journal)
        try:
            tried = await intake.bring(ticket, file)
            self.state.blocked = ""
        except LedgerError as error:
            self.state.blocked, tried = error.message, Tried(status=4, open=error.message)
        except (OSError, JournalError) as error:
            text = error.message if isinstance(error, RosterImportError) else reason_of(error)
            tried = Tried(status=4, open=text)
        except Exception as error:  # noqa: BLE001 - a file that breaks us must not break the others
            tried = await self._fault(intake, ticket, file, error)
        self._tried(desk, ticket, tried)

    async def _fault(self, intake: Intake, ticket: Ticket, file: Path, error: Exception) -> Tried:
        if os.environ.get("ROSTER_IMPORT_DEBUG"):
            raise error
        waiting = self.state.open.get(ticket.id)
        fault = say("roster-import failed on it in a way it should not ({kind}).", kind=type(error).__name__)
        if waiting is None or waiting.faults + 1 < _MOST_FAULTS:
            return Tried(status=4, open=fault, fault=True)
        with suppress(OSError, JournalError):
            return await intake.give_up(ticket, file, joined(fault, say("Please report this.")))
        return Tried(status=4, open=fault, fault=True)

    def _tried(self, desk: Desk, ticket: Ticket, tried: Tried) -> None:
        state, world = self.state, self.world
        state.status, state.dirty = max(state.status, tried.status), True
        if self.world.once and tried.answer:
            state.tried.append(tried)
        if not tried.open:
            state.open.pop(ticket.id, None)
            self.outbox.wake()
            return
        before = state.open.get(ticket.id) or Waiting(next_try=0.0, since=world.wall(), path=ticket.path, reason="")
        if before.reason != tried.open:
            self.announcer.log.write("unfinished", f"{ticket.path}: {tried.open}", path=ticket.path)
        before.reason, before.tries = tried.open, before.tries + 1
        before.faults += tried.fault
        wait = min(_LONGEST_RETRY, desk.options.retry_after * 2 ** min(before.tries - 1, 10))
        before.next_try = world.monotonic() + wait
        state.open[ticket.id] = before


def _with_lines(tried: Tried, claim: str, lines: list[str]) -> Tried:
    if tried.claim != claim:
        return tried
    return replace(tried, answer={**tried.answer, "lines": [*tried.answer["lines"], *lines]})
