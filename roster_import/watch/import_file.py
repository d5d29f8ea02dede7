"""One claimed file brought to its end: checked, planned, held or placed, filed, and answered with one message.

After a kill at any point the next watcher goes on from there: what was already placed, the ledger answers for.

`Intake.bring` is the way in; `folder_of` is where a file goes by what became of its orders, `cabinet.py` brings it there.
"""

from __future__ import annotations

import asyncio
import errno
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from roster_import.errors import UsageError
from roster_import.files import NotPlain
from roster_import.language.messages import joined, say, say_n
from roster_import.model.placement import Status
from roster_import.model.problem import FILE
from roster_import.model.report import Checked, FileReport, FileStatus, problems_path, results_path
from roster_import.model.setting_names import FILE_NAME
from roster_import.pipeline.check_options import limits_of
from roster_import.pipeline.enqueue import placed_by_workers
from roster_import.pipeline.file_limits import GIVEN_UP
from roster_import.pipeline.heaps import give_back_gaps
from roster_import.pipeline.looked_at import CHANGED, roster_among, roster_within, with_bytes
from roster_import.pipeline.run import place_files, stopped_report, with_marked_workbook
from roster_import.pipeline.watched_folders import PROCESSING
from roster_import.place.place_order import place_order
from roster_import.place.plan import plan_file
from roster_import.watch.cabinet import needs_a_person
from roster_import.watch.claim_notes import first_claim
from roster_import.watch.club_settings import ClubSettingsError, club_settings
from roster_import.watch.desk import Tried
from roster_import.watch.doubts import doubts_of, how_to_accept, in_doubt, untold
from roster_import.watch.messages import Verdict, answer
from roster_import.watch.options import Count, count, too_large, too_many
from roster_import.watch.origin import origin_of, other_order, same_order
from roster_import.watch.phrases import advised, in_the_watch
from roster_import.watch.signed_proof import left_as_is
from roster_import.write.run_report import file_exit_status

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from roster_import.model.placement import Placement
    from roster_import.model.problem import Problem
    from roster_import.place.conversation import Effects
    from roster_import.place.place_order import Wanted
    from roster_import.place.plan import Planned
    from roster_import.settings import Settings
    from roster_import.watch.cabinet import Cabinet
    from roster_import.watch.desk import Desk, Run
    from roster_import.watch.doubts import Accepted
    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.journal.journal import Journal, Ticket
    from roster_import.watch.origin import Origin

Folder = Literal["done", "failed", "held", "duplicate"]

_READ_AGAIN = 2.0  # seconds
_NOT_THE_FILES_FAULT = frozenset({"file-missing", "reader-failed"})  # the file is there: what failed was the way to it
_MOST_DEATHS = 2  # processes that ended while they read a file, before it is not read again
_HELD_STATUS = 1  # nothing of the file was sent, and a person has to do something
_OPEN = frozenset({Status.PENDING, Status.UNKNOWN, Status.PLANNED, Status.QUEUED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Brings claimed files to their end, as one state of the settings says."""

    folder: WatchedFolder
    journal: Journal
    desk: Desk
    cabinet: Cabinet
    run: Run
    process: str
    now: Callable[[], datetime]  # with its zone

    async def bring(self, ticket: Ticket, file: Path) -> Tried:
        """Take one claimed file as far as it goes now."""
        if ticket.state == "ended":
            return await self.cabinet.file_away(ticket)
        try:
            settings, accepted = await asyncio.to_thread(
                club_settings, self.desk.settings, self.desk.options.accepted, self.folder.root, ticket.path
            )
        except UsageError as error:
            return await self.give_up(ticket, file, error.message, _to_correct(error))
        if await self.desk.effects.read(partial(self._ends_processes, ticket)):
            return await self._refuse(ticket, file, "file-ended-the-watch", say(
                "{path} was being read when roster-import ended, twice, and is not read again. Copy the players into a new "
                "workbook and put that into the folder.", path=ticket.path))  # fmt: skip
        try:
            before = await self._digest(ticket, file)
        except NotPlain as error:
            return await self._refuse(ticket, file, "file-not-plain", say(
                "{path} is not read: {why}. Put a copy of the file here.", path=ticket.path, why=error.strerror))  # fmt: skip
        try:
            checked = await self._checked(ticket, file, settings)
        except UsageError as error:  # a sport that nobody knows, a catalogue that is none
            return await self.give_up(ticket, file, error.message, self._settings_of(ticket))
        read = (
            checked.workbook.digest
            if checked.workbook is not None
            else await asyncio.to_thread(self.folder.digest, file)
        )
        if read != before or any(problem.code == CHANGED for problem in checked.problems):
            return Tried(status=4, open=say("it was changed while it was read"))
        if any(problem.code in _NOT_THE_FILES_FAULT for problem in checked.problems):
            return Tried(status=4, open=checked.problems[0].message)
        # A ledger in a file on this thread: another would see half of a transaction that is under way.
        planned = await self.desk.effects.read(
            partial(plan_file, checked, self.desk.effects, self.desk.realm, results_path(file, None))
        )
        if held := await self._held_for(ticket, planned, accepted):
            return await self.cabinet.finish(ticket, file, replace(held, seen=before))
        if planned.stopped:
            return await self._end(ticket, file, await self._marked(planned, file), planned, before)
        return await self._place(ticket, file, planned, before)

    def _ends_processes(self, ticket: Ticket) -> bool:
        """Whether the file is taken for one that ends whoever reads it: not once it was read so far that it was ordered."""
        deaths = ticket.deaths + (ticket.looked_into not in (None, self.process))
        return deaths >= _MOST_DEATHS and not self.cabinet.sent(ticket)

    async def _digest(self, ticket: Ticket, file: Path) -> str:
        """What tells the file's content from any other. Raises `NotPlain` for what is not to be read."""
        try:
            return await asyncio.to_thread(self.folder.digest, file, dropped=True)
        except NotPlain as error:
            if error.errno != errno.EMLINK or not await self.desk.effects.read(partial(self.cabinet.sent, ticket)):
                raise
        # A backup may have made the second name while its order was under way.
        return await asyncio.to_thread(self.folder.digest, file)

    async def _marked(self, planned: Planned, file: Path) -> FileReport:
        """The report of a file with errors, its problems workbook written; in a thread, as nothing else is to wait for it."""
        report, language = in_the_watch(stopped_report(planned)), self.desk.people.of(planned.checked)
        async with self.desk.turns.writing:
            return await asyncio.to_thread(
                with_marked_workbook, report, problems_path(file, None), language, limits_of(self.desk.settings)
            )

    async def _checked(self, ticket: Ticket, file: Path, settings: Settings) -> Checked:
        """The file checked; one that cannot be read is read once more, as its share may just have been away."""
        dropped_in = self.folder.at(ticket.path).parent
        for _ in range(2):
            async with self.desk.turns.reading, self._looking_into(ticket):
                checked = await asyncio.to_thread(self.desk.check, file, settings, dropped_in)
            if checked.workbook is not None or checked.problems[0].code in GIVEN_UP:
                break
            await asyncio.sleep(min(_READ_AGAIN, self.desk.options.retry_after))
        return await asyncio.to_thread(with_bytes, checked, self.folder.root)

    @asynccontextmanager
    async def _looking_into(self, ticket: Ticket) -> AsyncIterator[None]:
        """Written down for as long as it takes, so that a file over which processes end is not read for ever.

        A stop that did not wait any longer ends it as a kill does: it stays written down.
        """
        write = self.journal.commits.make
        await write(partial(self.journal.looks_into, ticket.id, self.process))
        try:
            yield
        except asyncio.CancelledError:
            raise
        except BaseException:
            await write(partial(self.journal.looked_into, ticket.id))
            raise
        await write(partial(self.journal.looked_into, ticket.id))

    async def _place(self, ticket: Ticket, file: Path, planned: Planned, before: str) -> Tried:
        desk = self.desk
        effects = replace(desk.effects, roster=roster_among([planned.checked], roster_within(self.folder.root)))
        placed = await place_files(
            [planned], effects, desk.people, place=self._place_in_turn, writing=desk.turns.writing,
            limits=limits_of(desk.settings),
        )  # fmt: skip
        await asyncio.to_thread(give_back_gaps)
        return await self._end(ticket, file, in_the_watch(placed.files[0]), planned, before)

    async def _place_in_turn(self, wanted: Wanted, effects: Effects) -> Placement:
        if self.desk.options.enqueue:
            return advised(await placed_by_workers(wanted, effects))
        async with self.desk.turns.orders:
            return advised(await place_order(wanted, effects))

    # ------------------------------------------------------------------------------------------------ holding

    async def _held_for(self, ticket: Ticket, planned: Planned, accepted: Accepted) -> Verdict | None:
        """The verdict on a file that a person has to let go first, for what is in doubt or how much it orders."""
        doubts = doubts_of(planned.problems, accepted) if planned.to_send else {}
        if ticket.released:
            told = await self.journal.commits.make(partial(self.journal.told_when_held, ticket.path))
            doubts = {} if accepted.warnings is False else untold(doubts, told)
        reason = _doubtful(doubts, accepted) or await self._beyond_caps(ticket, planned)
        if not reason:
            return None
        settings = self._settings_of(ticket)
        reason = joined(*filter(None, (reason, await self._left_as_is(ticket, planned, doubts))))
        held = self._held(reason, in_the_watch(stopped_report(planned)))
        return replace(held, doubts=tuple(doubts), accept=how_to_accept(doubts, accepted, settings))

    async def _left_as_is(self, ticket: Ticket, planned: Planned, doubts: Mapping[str, Sequence[Problem]]) -> str:
        """Which of the doubts whoever signed the list has left as they are: for the person who looks at it."""
        workbook = planned.checked.workbook
        if not doubts or workbook is None:
            return ""
        said = await asyncio.to_thread(left_as_is, self.folder, ticket.path, workbook.digest)
        return said.in_words(chain.from_iterable(doubts.values())) if said else ""

    def _settings_of(self, ticket: Ticket) -> str:
        """The settings file of the folder a file was dropped in."""
        club = PurePosixPath(ticket.path).parent
        return FILE_NAME if club == PurePosixPath() else str(self.folder.at(str(club)).absolute() / FILE_NAME)

    async def _beyond_caps(self, ticket: Ticket, planned: Planned) -> str:
        """Why a person has to let this file go first, by how much it orders; empty where none has to."""
        orders = planned.to_send
        if not orders:
            return ""
        caps = None if ticket.released else self.desk.options.caps
        new = count(orders)
        counting = partial(self.journal.count_in, ticket.id, new, self.now().date().isoformat(), caps)
        async with self.run.counting:  # of two files that are each within a limit, the second may be beyond it
            if caps is not None and (beyond := too_large(orders, caps) or self._beyond_run(ticket, new)):
                return beyond
            if beyond := await self.journal.commits.make(counting):
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

    async def give_up(self, ticket: Ticket, file: Path, reason: str, mend: str = "") -> Tried:
        """Hold a file that cannot be brought to its end, before anything of it is known; `mend` is what to correct."""
        return await self.cabinet.finish(ticket, file, self._held(reason, mend=mend))

    async def _refuse(self, ticket: Ticket, file: Path, code: str, message: str) -> Tried:
        """File what is not even looked into as failed."""
        problems = (FILE.error(code, message),)
        checked = Checked(path=file, workbook=None, layouts=(), problems=problems, lines=(), orders=())
        report = FileReport(checked=checked, status=FileStatus.PROBLEMS, problems=problems)
        return await self.cabinet.finish(ticket, file, Verdict(folder="failed", status=file_exit_status(report),
                                                               language=self.desk.people.general, report=report))  # fmt: skip

    def _held(self, reason: str, report: FileReport | None = None, *, mend: str = "") -> Verdict:
        return Verdict(folder="held", status=_HELD_STATUS, language=self._language(report), report=report, reason=reason,
                       mend=mend)  # fmt: skip

    def _language(self, report: FileReport | None) -> str:
        people = self.desk.people
        return people.of(report.checked) if report is not None else people.general

    # ------------------------------------------------------------------------------------------------- ending

    async def _end(self, ticket: Ticket, file: Path, report: FileReport, planned: Planned, before: str) -> Tried:
        read = self.desk.effects.read
        entries = await read(partial(self._entries, ticket, planned)) if report.placements else ()
        folder = folder_of(report, ours=bool(entries), admitted=self.desk.gate.admitted)
        status, language = file_exit_status(report), self._language(report)
        if folder is None:
            lines = answer(Verdict(folder=PROCESSING, status=4, language=language, report=report), str(file))
            return Tried(status=max(status, 4), open=_why_open(report, self.desk.gate.trouble), answer=lines)
        if folder == "done" and report.status is FileStatus.ALREADY_PLACED:
            report = replace(report, status=FileStatus.PLACED)  # by us, before this process
        if folder == "duplicate":
            report = replace(report, status=FileStatus.ALREADY_PLACED)  # also where its twin was placed meanwhile
        reason = await read(partial(self._reason, ticket, folder, report, planned))
        seen = "" if report.marked is not None and report.marked.name == file.name else before
        verdict = Verdict(folder=folder, status=status, language=language, report=report, reason=reason,
                          entries=entries, seen=seen)  # fmt: skip
        return await self.cabinet.finish(ticket, file, verdict)

    def _reason(self, ticket: Ticket, folder: Folder, report: FileReport, planned: Planned) -> str:
        """What the report does not say: why a file is held, which file a duplicate's order came from."""
        errors = [problem for problem in report.problems if problem.level == "error"]
        if folder == "held":
            return errors[0].message
        if folder == "duplicate":
            return same_order(self._origins(planned, {placed.order.reference for placed in report.placements}))
        used = {error.value for error in errors if error.code == "reference-used"}
        return other_order(ticket.path, self._origins(planned, used)) if used else ""

    def _origins(self, planned: Planned, references: Collection[str | None]) -> list[Origin]:
        """Where the ledger's orders under these references came from."""
        identities = (wanted.identity for wanted in planned.wanted if wanted.identity.reference in references)
        entries = map(self.desk.effects.ledger.standing, identities)
        return [origin_of(entry, self.folder, self.journal) for entry in entries if entry is not None]

    def _entries(self, ticket: Ticket, planned: Planned) -> tuple[int, ...]:
        """The ledger's entries that were made for this very claim."""
        entries = map(self.desk.effects.ledger.standing, (wanted.identity for wanted in planned.wanted))
        return tuple(entry.id for entry in entries if entry is not None and first_claim(ticket.id) in entry.file)


def folder_of(report: FileReport, *, ours: bool, admitted: bool) -> Folder | None:
    """Where a file goes.

    `ours` says whether one of its orders was placed for this very file; `admitted` whether the order system let us in
    at all: what it turned down for that reason is no fault of the file, and is tried again.
    """
    statuses = {placement.status for placement in report.placements}
    if report.status is FileStatus.PROBLEMS:
        return "held" if needs_a_person(report) else "failed"
    if report.results_missing or statuses & _OPEN or (not admitted and Status.REFUSED in statuses):
        return None
    if report.status is FileStatus.FAILED:
        return "failed"
    if report.status is FileStatus.UNFINISHED:
        return None
    return "done" if ours else "duplicate"


def _doubtful(doubts: Mapping[str, Sequence[Problem]], accepted: Accepted) -> str:
    """Why a file waits for a person to look at it; empty where it does not."""
    if not doubts or accepted.warnings is not False:
        return in_doubt(doubts) if doubts else ""
    return say_n(
        "It has {count} warning, and files with warnings wait for a person.",
        "It has {count} warnings, and files with warnings wait for a person.",
        sum(map(len, doubts.values())),
    )


def _to_correct(error: UsageError) -> str:
    return str(error.file) if isinstance(error, ClubSettingsError) else ""


def _why_open(report: FileReport, trouble: str) -> str:
    if report.results_missing:
        return next(problem.message for problem in report.problems if problem.code == "results-not-written")
    errors = [placement.error for placement in report.placements if placement.error]
    return trouble or (errors[0] if errors else say("the order system has not confirmed it yet"))
