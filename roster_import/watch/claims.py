"""Files taken up, and claims gone on with: what is ready, what an earlier watcher left, what is to be tried again."""

from __future__ import annotations

import asyncio
import os
import secrets
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.errors import LedgerError, RosterImportError
from roster_import.language.messages import joined, say
from roster_import.watch.file_names import kept_path
from roster_import.watch.folders import words
from roster_import.watch.import_file import Intake, Run, Tried
from roster_import.watch.journal import JournalError, Ticket
from roster_import.watch.log import utc
from roster_import.watch.open_files import writer_of
from roster_import.watch.readiness import given_up, is_barred, mark_of, not_taken, waits_for, written_by
from roster_import.watch.state import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roster_import.watch.announcements import Saying
    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.import_file import Desk
    from roster_import.watch.journal import Journal
    from roster_import.watch.journal_keeper import Keeping
    from roster_import.watch.readiness import Sighting
    from roster_import.watch.state import State, World

_MOST_FAULTS = 3  # unforeseen failures of one file before it is held
_LONGEST_RETRY = 300.0


class Taking:
    """Takes files up and brings them to their end side by side, each in a task of its own.

    `ended` is called whenever a task is over, `to_post` whenever there is a message to send.
    """

    def __init__(
        self,
        folder: WatchedFolder,
        world: World,
        state: State,
        keeping: Keeping,
        saying: Saying,
        *,
        once: bool,
        ended: Callable[[], None],
        to_post: Callable[[], None],
    ) -> None:
        self._folder = folder
        self._world = world
        self._state = state
        self._keeping = keeping
        self._saying = saying
        self._once = once
        self._ended = ended
        self._to_post = to_post

    # --------------------------------------------------------------------------------------- what was claimed before

    def recover(self, desk: Desk, journal: Journal) -> None:
        """Go on with claims that nobody works on: those of a watcher that is gone, and our own that are due."""
        tickets = {one.id: one for one in journal.open_tickets()}
        for claim, path, file in self._folder.claims():
            if claim in self._state.tasks:
                tickets.pop(claim, None)
                continue
            ticket = tickets.pop(claim, None) or self._unwritten(journal, claim, path)
            if ticket is not None and self._may_go_on(desk, journal, ticket):
                self._begin(desk, journal, ticket, file or self._folder.claim_folder(claim) / "gone")
        for ticket in tickets.values():
            self._without_folder(desk, journal, ticket)

    def _unwritten(self, journal: Journal, claim: str, path: str) -> Ticket | None:
        """A claim that the journal does not know, as it was lost: written down again. One that is filed is tidied up."""
        known = journal.ticket(claim)
        if known is not None:
            self._folder.drop_claim(claim)
            return None
        ticket = Ticket(id=claim, path=path, state="claimed", found_at=utc(self._world.wall()))
        journal.claimed(ticket)
        return ticket

    def _without_folder(self, desk: Desk, journal: Journal, ticket: Ticket) -> None:
        """A claim with nothing in processing: never begun, or filed but for the noting of it."""
        if ticket.id in self._state.tasks or not (
            ticket.owner == self._world.process or self._keeping.is_gone(ticket.owner, desk.options)
        ):
            return
        if ticket.state == "ended":
            self._tried(desk, ticket, self._intake(desk, journal).file_away(ticket))
        else:
            journal.unclaim(ticket.id)
            self._state.open.pop(ticket.id, None)

    def _may_go_on(self, desk: Desk, journal: Journal, ticket: Ticket) -> bool:
        if ticket.owner != self._world.process:
            return self._keeping.is_gone(ticket.owner, desk.options) and journal.take_over(ticket, self._world.process)
        waiting = self._state.open.get(ticket.id)
        if waiting is None:
            return True
        if self.is_shut(desk):
            return self._may_knock(desk)
        return self._world.monotonic() >= waiting.next_try

    def _may_knock(self, desk: Desk) -> bool:
        """While the order system does not answer, one file at a time tries whether it does again."""
        if self._state.tasks or not desk.gate.may_try():
            return False
        desk.gate.trying()
        return True

    async def look_again(self, desk: Desk, journal: Journal) -> None:
        """Look once more at filed files that could not prove that they were whole; then their messages go out."""
        for ticket in journal.to_look_at_again(self._world.wall()):
            answer = self._intake(desk, journal).look_again(ticket)
            if answer:
                self._state.tried = [_with_lines(one, ticket.id, answer["lines"]) for one in self._state.tried]
            else:
                journal.looked_at_again(ticket.id)
            self._state.dirty = True
            self._to_post()

    # ------------------------------------------------------------------------------------------------- what is ready

    def fill(self, desk: Desk) -> None:
        """Take up what is ready, as far as there is room. Raises `OSError` or `JournalError`."""
        state = self._state
        if not state.tasks and not state.ready and not self._once:
            state.run = Run()
        while state.ready and self._has_room(desk):
            self._take_up(desk, state.ready.pop(0))

    def _has_room(self, desk: Desk) -> bool:
        if self._state.paused or self._keeping.journal is None:
            return False
        if len(self._state.tasks) >= desk.options.orders_in_flight:
            return False
        return not self.is_shut(desk) or (not self._state.open and self._may_knock(desk))

    def is_shut(self, desk: Desk) -> bool:
        """Whether the order system does not answer, or the ledger cannot be written."""
        return bool(desk.gate.trouble or self._state.blocked)

    def _take_up(self, desk: Desk, sighting: Sighting) -> None:
        """Claim one file, if it opens."""
        journal, state, world = self._keeping.journal, self._state, self._world
        known = state.known[sighting.path]
        state.attempted.add(sighting.path)
        trouble = self._folder.trouble_opening(sighting)
        if writer := writer_of(self._folder.at(sighting.path)):
            self._leave_lying(desk, sighting, written_by(writer))  # however long: what it says is not yet all of it
            return
        late = given_up(known, world.monotonic(), desk.options.patience)
        if (trouble and (not late or is_barred(trouble))) or journal is None:
            self._leave_lying(desk, sighting, trouble)
            return
        ticket = self._ticket(sighting)
        journal.claimed(ticket)  # before the rename, so that no other watcher takes it for an abandoned claim
        try:
            file = self._folder.claim(sighting.path, ticket.id, {"process": world.process, "at": ticket.found_at})
        except OSError as error:
            journal.unclaim(ticket.id)
            if not isinstance(error, FileNotFoundError):  # else another watcher, or a person, was first
                self._leave_lying(desk, sighting, not_taken(words(error)))
            return
        state.known = {path: one for path, one in state.known.items() if path != sighting.path}
        self._begin(desk, journal, ticket, file)

    def _leave_lying(self, desk: Desk, sighting: Sighting, reason: str) -> None:
        """Remember why a file is not taken up; one that we may not touch is no success, and after a while is told of."""
        state, world, journal = self._state, self._world, self._keeping.journal
        known = state.known[sighting.path]
        state.known = {**state.known, sighting.path: waits_for(known, reason, world.wall())}
        if not is_barred(reason):
            return
        if self._once:
            state.status = max(state.status, 4)
        if journal is not None and given_up(known, world.monotonic(), desk.options.patience):
            self._saying.queue_barred(desk, journal, mark_of(sighting), sighting.path, reason)
            self._to_post()

    def _ticket(self, sighting: Sighting) -> Ticket:
        return Ticket(
            id=f"{self._world.now():%Y%m%d-%H%M%S}-{secrets.token_hex(3)}",
            path=kept_path(sighting.path),
            state="claimed",
            owner=self._world.process,
            found_at=utc(self._world.wall()),
        )

    # ----------------------------------------------------------------------------------------- bringing it to its end

    def _begin(self, desk: Desk, journal: Journal, ticket: Ticket, file: Path) -> None:
        state = self._state
        state.working[ticket.id] = (ticket.path, self._world.wall())
        task = asyncio.create_task(self._bring(desk, journal, ticket, file))
        state.tasks[ticket.id] = task
        task.add_done_callback(lambda _: self._over(ticket.id))

    def _over(self, claim: str) -> None:
        self._state.tasks.pop(claim, None)
        self._state.working.pop(claim, None)
        self._ended()

    def _intake(self, desk: Desk, journal: Journal) -> Intake:
        return Intake(folder=self._folder, journal=journal, desk=desk, log=self._world.log, run=self._state.run,
                      now=self._world.now)  # fmt: skip

    async def _bring(self, desk: Desk, journal: Journal, ticket: Ticket, file: Path) -> None:
        """Bring one file as far as it goes; nothing that happens to it stops the watch."""
        intake = self._intake(desk, journal)
        try:
            tried = await intake.bring(ticket, file)
            self._state.blocked = ""
        except LedgerError as error:
            self._state.blocked, tried = error.message, Tried(status=4, open=error.message)
        except (OSError, JournalError) as error:
            text = error.message if isinstance(error, RosterImportError) else words(error)
            tried = Tried(status=4, open=text)
        except Exception as error:  # noqa: BLE001 - a file that breaks us must not break the others
            tried = self._fault(intake, ticket, file, error)
        self._tried(desk, ticket, tried)

    def _fault(self, intake: Intake, ticket: Ticket, file: Path, error: Exception) -> Tried:
        if os.environ.get("ROSTER_IMPORT_DEBUG"):
            raise error
        waiting = self._state.open.get(ticket.id)
        fault = say("roster-import failed on it in a way it should not ({kind}).", kind=type(error).__name__)
        if waiting is None or waiting.faults + 1 < _MOST_FAULTS:
            return Tried(status=4, open=fault, fault=True)
        with suppress(OSError, JournalError):
            return intake.give_up(ticket, file, joined(fault, say("Please report this.")))
        return Tried(status=4, open=fault, fault=True)

    def _tried(self, desk: Desk, ticket: Ticket, tried: Tried) -> None:
        state, world = self._state, self._world
        state.status, state.dirty = max(state.status, tried.status), True
        if self._once and tried.answer:
            state.tried.append(tried)
        if not tried.open:
            state.open.pop(ticket.id, None)
            self._to_post()
            return
        before = state.open.get(ticket.id) or Waiting(next_try=0.0, since=world.wall(), path=ticket.path, reason="")
        if before.reason != tried.open:
            self._saying.say("unfinished", f"{ticket.path}: {tried.open}", path=ticket.path)
        before.reason, before.tries = tried.open, before.tries + 1
        before.faults += tried.fault
        wait = min(_LONGEST_RETRY, desk.options.retry_after * 2 ** min(before.tries - 1, 10))
        before.next_try = world.monotonic() + wait
        state.open[ticket.id] = before


def _with_lines(tried: Tried, claim: str, lines: list[str]) -> Tried:
    if tried.claim != claim:
        return tried
    return replace(tried, answer={**tried.answer, "lines": [*tried.answer["lines"], *lines]})
