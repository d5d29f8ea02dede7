"""One claimed file brought to its end: checked, planned, held or placed, filed, and answered with one message.

What became of it is in the journal, whole, before anything is moved; so after a kill at any point the next watcher
goes on from there, and what was already placed, the ledger answers for.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.giveback import problems_path, results_path
from roster_import.importer import place_files, stopped_report, with_marked_workbook
from roster_import.model import FileStatus
from roster_import.plan import plan_file
from roster_import.report import counted, file_exit_status
from roster_import.watch.caps import Count, count, too_large, too_many
from roster_import.watch.clubs import club_settings
from roster_import.watch.folders import Move, digest
from roster_import.watch.journal import Ending
from roster_import.watch.messages import file_message, relocated, with_places
from roster_import.watch.names import PROCESSING, companion, numbered
from roster_import.watch.outcomes import folder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from roster_import.entry import Realm
    from roster_import.model import Checked, FileReport
    from roster_import.place import Effects
    from roster_import.plan import Planned
    from roster_import.settings import Settings
    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.gate import Gate, Turns
    from roster_import.watch.journal import Journal, Ticket
    from roster_import.watch.options import WatchOptions
    from roster_import.watch.telling import Log

_READ_AGAIN = 2.0  # seconds
_NOT_THE_FILES_FAULT = frozenset({"file-missing", "reader-failed"})  # the file is there: what failed was the way to it
HELD_STATUS = 1  # nothing of the file was sent, and a person has to do something


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What one state of the settings gives to work with. `check` reads and checks one file, in a thread."""

    settings: Settings
    options: WatchOptions
    effects: Effects
    realm: Realm
    check: Callable[[Path, Settings], Checked]
    gate: Gate
    turns: Turns
    readers: asyncio.Semaphore


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How a try at a claimed file ended: its exit status, and why it is not finished, if it is not."""

    status: int
    open: str = ""
    report: FileReport | None = None
    held: str = ""  # why it is held
    place: str = ""  # where it lies now, once it is filed


@dataclass(slots=True, kw_only=True)
class Run:
    """What was counted in this run, and for which claims."""

    total: Count = field(default_factory=Count)
    claims: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Brings claimed files to their end, as one state of the settings says."""

    folder: WatchedFolder
    journal: Journal
    desk: Desk
    log: Log
    run: Run
    now: Callable[[], datetime]  # with its zone

    async def bring(self, ticket: Ticket, file: Path) -> Tried:
        """Take one claimed file as far as it goes now."""
        if ticket.state == "ended":
            return Tried(status=self.file_away(ticket))
        try:
            settings, accepts = club_settings(self.desk.settings, self.folder.root, ticket.path)
        except UsageError as error:
            return self._hold(ticket, file, None, error.message)
        before = await asyncio.to_thread(digest, file)
        checked = await self._checked(file, settings)
        if await asyncio.to_thread(digest, file) != before:
            return Tried(status=4, open="it was changed while it was read")
        if any(one.code in _NOT_THE_FILES_FAULT for one in checked.problems):
            return Tried(status=4, open=checked.problems[0].message)
        planned = plan_file(checked, self.desk.effects, self.desk.realm, results_path(file, None))
        if reason := self._why_held(ticket, planned, accepts):
            return self._hold(ticket, file, stopped_report(planned), reason)
        if planned.stopped:
            report = with_marked_workbook(stopped_report(planned), problems_path(file, None))
            return self._end(ticket, file, report, (), changed=False)
        return await self._place(ticket, file, planned, before)

    async def _checked(self, file: Path, settings: Settings) -> Checked:
        """The file checked; one that cannot be read is read once more, as its share may just have been away."""
        for _ in range(2):
            async with self.desk.readers:
                checked = await asyncio.to_thread(self.desk.check, file, settings)
            if checked.workbook is not None:
                break
            await asyncio.sleep(min(_READ_AGAIN, self.desk.options.retry_after))
        return checked

    async def _place(self, ticket: Ticket, file: Path, planned: Planned, before: str) -> Tried:
        taken = await self.desk.turns.take(len(planned.wanted))
        try:
            report = (await place_files([planned], self.desk.effects)).files[0]
        finally:
            await self.desk.turns.give_back(taken)
        changed = await asyncio.to_thread(digest, file) != before
        return self._end(ticket, file, report, self._entries(ticket, planned), changed=changed)

    # ------------------------------------------------------------------------------------------------ holding

    def _why_held(self, ticket: Ticket, planned: Planned, accepts: bool | None) -> str:
        """Why a person has to let this file go first; empty where none has to."""
        orders = planned.to_send
        if not orders:
            return ""
        options = self.desk.options
        warnings = sum(one.level == "warning" for one in planned.problems)
        caps = None if ticket.released else options.caps
        new = count(orders)
        if caps is not None:
            if warnings and not (options.accept_warnings if accepts is None else accepts):
                return f"It has {counted(warnings, 'warning')}, and files with warnings wait for a person."
            beyond = too_large(orders, caps) or self._beyond_run(ticket, new)
            if beyond:
                return beyond
        if beyond := self.journal.count_in(ticket.id, new, self.now().date().isoformat(), caps):
            return beyond
        if ticket.id not in self.run.claims:
            self.run.claims.add(ticket.id)
            self.run.total = self.run.total + new
        return ""

    def _beyond_run(self, ticket: Ticket, new: Count) -> str:
        if ticket.id in self.run.claims:
            return ""
        caps = self.desk.options.caps
        return too_many(new, self.run.total, caps.orders_per_run, caps.pieces_per_run, "run")

    def _hold(self, ticket: Ticket, file: Path, report: FileReport | None, reason: str) -> Tried:
        return self._finish(ticket, file, "held", report, reason, HELD_STATUS)

    def give_up(self, ticket: Ticket, file: Path, reason: str) -> Tried:
        """Hold a file that cannot be brought to its end for a reason nobody thought of."""
        return self._hold(ticket, file, None, reason)

    # ------------------------------------------------------------------------------------------------- ending

    def _end(self, ticket: Ticket, file: Path, report: FileReport, ours: tuple[int, ...], *, changed: bool) -> Tried:
        folder = folder_of(report, ours=bool(ours), admitted=self.desk.gate.admitted)
        status = file_exit_status(report)
        if folder is None:
            return Tried(status=max(status, 4), open=_why_open(report, self.desk.gate.trouble), report=report)
        if folder == "done" and report.status is FileStatus.ALREADY_PLACED:
            report = replace(report, status=FileStatus.PLACED)  # by us, before this process
        reason = "The file was changed while it was being ordered: what was ordered is what it said before." * changed
        if folder == "held":
            reason = next(one.message for one in report.problems if one.level == "error")
        return self._finish(ticket, file, folder, report, reason, status, ours)

    def _entries(self, ticket: Ticket, planned: Planned) -> tuple[int, ...]:
        """The ledger's entries that were made for this very claim."""
        found = map(self.desk.effects.ledger.latest, (one.identity for one in planned.wanted))
        return tuple(entry.id for entry in found if entry is not None and ticket.id in entry.file)

    def _finish(
        self,
        ticket: Ticket,
        file: Path,
        outcome: str,
        report: FileReport | None,
        reason: str,
        status: int,
        entries: tuple[int, ...] = (),
    ) -> Tried:
        made = [path for path in (report.results, report.marked) if path is not None] if report else []
        beside = [path.name for path in made if path.parent == file.parent and path.name != file.name]
        now = self.now()
        for places in self._places(ticket, file.name, outcome, beside, now):
            ending = self._ending(ticket, file.name, outcome, report, reason, status, entries, places)
            if self.journal.ended(ticket.id, ending, _utc(now), now.date().isoformat(), now.timestamp(),
                                  self.folder.is_free):  # fmt: skip
                break
        written = self.journal.ticket(ticket.id)
        if written is None:
            raise AssertionError("a claim that ended is in the journal")
        status = self.file_away(written, status)
        if report is not None:
            at = {PurePosixPath(move.source).name: str(self.folder.at(move.target)) for move in written.moves}
            report = with_places(report, at)
        held = reason if outcome == "held" else ""
        place = str(self.folder.at(written.place or places[file.name]))
        return Tried(status=status, report=report, held=held, place=place)

    def _ending(
        self,
        ticket: Ticket,
        name: str,
        outcome: str,
        report: FileReport | None,
        reason: str,
        status: int,
        entries: tuple[int, ...],
        places: dict[str, str],
    ) -> Ending:
        told = with_places(report, places) if report is not None else None
        root = self.folder.root.absolute().as_posix()
        content = file_message(ticket.id, root, ticket.path, outcome, told, reason, list(places.values()))
        moves = tuple(Move(source=f"{PROCESSING}/{ticket.id}/{one}", target=place) for one, place in places.items())
        return Ending(
            outcome=outcome,
            status=status,
            reason=reason or str(content["subject"]).removeprefix(f"{ticket.path}: "),
            place=places[name],
            moves=moves,
            say="" if len(places) > 1 else str(content["text"]),
            entries=entries,
            messages=dict.fromkeys(self.desk.options.notify.channels, content),
        )

    def _places(
        self, ticket: Ticket, name: str, outcome: str, beside: list[str], now: datetime
    ) -> Iterator[dict[str, str]]:
        """Where the file and what lies beside it could be filed: names that are free, the plain ones first."""
        parent = str(PurePosixPath(outcome, *PurePosixPath(ticket.path).parts[:-1]))
        for candidate in numbered(name, now.strftime("%Y%m%d-%H%M%S")):
            places = {name: f"{parent}/{candidate}"}
            places |= {one: f"{parent}/{companion(one, name, candidate)}" for one in beside}
            if all(map(self.folder.is_free, (*places.values(), _note_path(places[name])))):
                yield places

    # ------------------------------------------------------------------------------------------------- filing

    def file_away(self, ticket: Ticket, status: int = 0) -> int:
        """Bring a file whose end is written down to its place; as often as it takes, it is done once."""
        if not all(list(map(self.folder.move, ticket.moves))):
            ticket = self._elsewhere(ticket)
        place = ticket.place or ""
        if ticket.say:
            self.folder.write_note(_note_path(place), ticket.say)
        self._tell_ledger(ticket)
        self.folder.drop_claim(ticket.id)
        self.journal.filed(ticket.id)
        self.log.say("filed", f"{ticket.path} -> {place}: {ticket.reason}", path=ticket.path, place=place,
                     outcome=ticket.outcome)  # fmt: skip
        return status

    def _elsewhere(self, ticket: Ticket) -> Ticket:
        """The ticket with another place for the file: somebody put something in its way at the last moment."""
        left = [PurePosixPath(move.source).name for move in ticket.moves if not self.folder.is_free(move.source)]
        name = PurePosixPath(ticket.path).name
        places = next(self._places(ticket, name, str(ticket.outcome), left, self.now()))
        moves = tuple(
            replace(move, target=places.get(PurePosixPath(move.source).name, move.target)) for move in ticket.moves
        )
        contents = self.journal.contents(ticket.id)
        for before, after in zip(ticket.moves, moves, strict=True):
            contents = {channel: relocated(text, before.target, after.target) for channel, text in contents.items()}
        place = next((move.target for move in moves if PurePosixPath(move.source).name == name), ticket.place or "")
        self.journal.moved_elsewhere(ticket.id, place, moves, contents)
        if not all(list(map(self.folder.move, moves))):
            raise OSError(f"{ticket.path} cannot be put into {place}")
        return replace(ticket, moves=moves, place=place)

    def _tell_ledger(self, ticket: Ticket) -> None:
        """Let the ledger say where the file and its results are now, not where they were worked on."""
        effects, results = self.desk.effects, [one.target for one in ticket.moves[1:]]
        for number in ticket.entries:
            entry = effects.ledger.entry(number)
            if ticket.id in entry.file:
                effects.ledger.update(
                    entry,
                    effects.who,
                    effects.stamp(),
                    "filed",
                    file=str(self.folder.at(ticket.place or "").absolute()),
                )
                if results:
                    effects.ledger.results_written([entry], str(self.folder.at(results[0]).absolute()))


def readers() -> asyncio.Semaphore:
    """As many files are read at once as there are processors: more would only run into their time limits."""
    return asyncio.Semaphore(max(2, os.cpu_count() or 2))


def _note_path(place: str) -> str:
    path = PurePosixPath(place)
    return str(path.with_name(f"{path.stem}.why.txt"))


def _why_open(report: FileReport, trouble: str) -> str:
    if report.results_missing:
        return next(one.message for one in report.problems if one.code == "results-not-written")
    errors = [one.error for one in report.placements if one.error]
    return trouble or (errors[0] if errors else "the order system has not confirmed it yet")


def _utc(moment: datetime) -> str:
    from datetime import UTC

    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
