"""One claimed file brought to its end: checked, planned, held or placed, filed, and answered with one message.

What became of it is in the journal, whole, before anything is moved; so after a kill at any point the next watcher
goes on from there, and what was already placed, the ledger answers for.
"""

from __future__ import annotations

import asyncio
import json
import os
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

from roster_import.errors import UsageError
from roster_import.language.messages import say, say_n
from roster_import.model.paths import problems_path, results_path
from roster_import.model.placement import Status
from roster_import.model.report import FileStatus
from roster_import.pipeline.run import place_files, stopped_report, with_marked_workbook
from roster_import.place.place_order import place_order
from roster_import.place.plan import plan_file
from roster_import.watch.file_names import PROCESSING, companion, numbered
from roster_import.watch.folders import Move, digest
from roster_import.watch.journal import Ending
from roster_import.watch.messages import Verdict, answer, file_message, relocated, subject, was_changed, with_places
from roster_import.watch.order_limits import Count, count, too_large, too_many
from roster_import.watch.origins import origin_of, other_order, same_order
from roster_import.watch.phrases import advised, here, in_the_watch
from roster_import.watch.readiness import proves_itself
from roster_import.watch.subfolders import ClubSettingsError, club_settings
from roster_import.write.run_report import file_exit_status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from roster_import.model.placement import Placement
    from roster_import.model.report import Checked, FileReport
    from roster_import.place.conversation import Effects
    from roster_import.place.entry import Realm
    from roster_import.place.place_order import Wanted
    from roster_import.place.plan import Planned
    from roster_import.settings import Settings
    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.journal import Journal, Ticket
    from roster_import.watch.log import Log
    from roster_import.watch.options import WatchOptions
    from roster_import.watch.origins import Origin
    from roster_import.watch.rate_limit import Gate
    from roster_import.write.reader_language import Reader

_READ_AGAIN = 2.0  # seconds
_NOT_THE_FILES_FAULT = frozenset({"file-missing", "reader-failed"})  # the file is there: what failed was the way to it
HELD_STATUS = 1  # nothing of the file was sent, and a person has to do something


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """How much goes on at once: files being read, orders under way, and one workbook being written."""

    reading: asyncio.Semaphore
    orders: asyncio.Semaphore
    writing: asyncio.Lock


def turns(orders_in_flight: int) -> Turns:
    """Turns for one state of the settings; as many files are read at once as there are processors.

    More would only run into their time limits. Workbooks are written one by one, so that threads are left for looking.
    """
    return Turns(
        reading=asyncio.Semaphore(max(2, os.cpu_count() or 2)),
        orders=asyncio.Semaphore(max(1, orders_in_flight)),
        writing=asyncio.Lock(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What one state of the settings gives to work with. `check` reads and checks one file, in a thread."""

    settings: Settings
    options: WatchOptions
    people: Reader
    effects: Effects
    realm: Realm
    check: Callable[[Path, Settings], Checked]
    gate: Gate
    turns: Turns


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How a try at a claimed file ended: its exit status, why it is not finished, if it is not, and what --once says of it."""

    status: int
    open: str = ""
    fault: bool = False  # ours, not the file's or the world's
    answer: Mapping[str, Any] = field(default_factory=dict)
    claim: str = ""


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
            return self.file_away(ticket)
        try:
            settings, accepts = await asyncio.to_thread(
                club_settings, self.desk.settings, self.folder.root, ticket.path
            )
        except UsageError as error:
            return self.give_up(ticket, file, error.message, _to_correct(error))
        before = await asyncio.to_thread(digest, file)
        checked = await self._checked(file, settings)
        if await asyncio.to_thread(digest, file) != before:
            return Tried(status=4, open=say("it was changed while it was read"))
        if any(one.code in _NOT_THE_FILES_FAULT for one in checked.problems):
            return Tried(status=4, open=checked.problems[0].message)
        # On this thread, as the ledger is: another would see half of a transaction that is under way.
        planned = plan_file(checked, self.desk.effects, self.desk.realm, results_path(file, None))
        if reason := self._why_held(ticket, planned, accepts):
            held = self._held(reason, in_the_watch(stopped_report(planned)))
            return self._finish(ticket, file, replace(held, seen=before))
        if planned.stopped:
            return self._end(ticket, file, await self._marked(planned, file), planned, before)
        return await self._place(ticket, file, planned, before)

    async def _marked(self, planned: Planned, file: Path) -> FileReport:
        """The report of a file with errors, its problems workbook written; in a thread, as nothing else is to wait for it."""
        report, language = in_the_watch(stopped_report(planned)), self.desk.people.of(planned.checked)
        async with self.desk.turns.writing:
            return await asyncio.to_thread(with_marked_workbook, report, problems_path(file, None), language)

    async def _checked(self, file: Path, settings: Settings) -> Checked:
        """The file checked; one that cannot be read is read once more, as its share may just have been away."""
        for _ in range(2):
            async with self.desk.turns.reading:
                checked = await asyncio.to_thread(self.desk.check, file, settings)
            if checked.workbook is not None:
                break
            await asyncio.sleep(min(_READ_AGAIN, self.desk.options.retry_after))
        return checked

    async def _place(self, ticket: Ticket, file: Path, planned: Planned, before: str) -> Tried:
        desk = self.desk
        placed = await place_files(
            [planned], desk.effects, desk.people, place=self._place_in_turn, writing=desk.turns.writing
        )
        return self._end(ticket, file, in_the_watch(placed.files[0]), planned, before)

    async def _place_in_turn(self, wanted: Wanted, effects: Effects) -> Placement:
        async with self.desk.turns.orders:
            return advised(await place_order(wanted, effects))

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
                return say_n(
                    "It has {count} warning, and files with warnings wait for a person.",
                    "It has {count} warnings, and files with warnings wait for a person.",
                    warnings,
                )
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

    def give_up(self, ticket: Ticket, file: Path, reason: str, mend: str = "") -> Tried:
        """Hold a file that cannot be brought to its end, before anything of it is known; `mend` is what to correct."""
        return self._finish(ticket, file, replace(self._held(reason, None), mend=mend))

    def _held(self, reason: str, report: FileReport | None) -> Verdict:
        return Verdict(folder="held", status=HELD_STATUS, language=self._language(report), report=report, reason=reason)

    def _language(self, report: FileReport | None) -> str:
        people = self.desk.people
        return people.of(report.checked) if report is not None else people.general

    # ------------------------------------------------------------------------------------------------- ending

    def _end(self, ticket: Ticket, file: Path, report: FileReport, planned: Planned, before: str) -> Tried:
        ours = self._entries(ticket, planned) if report.placements else ()
        folder = folder_of(report, ours=bool(ours), admitted=self.desk.gate.admitted)
        status, language = file_exit_status(report), self._language(report)
        if folder is None:
            said = answer(Verdict(folder="processing", status=4, language=language, report=report), str(file))
            return Tried(status=max(status, 4), open=_why_open(report, self.desk.gate.trouble), answer=said)
        if folder == "done" and report.status is FileStatus.ALREADY_PLACED:
            report = replace(report, status=FileStatus.PLACED)  # by us, before this process
        if folder == "duplicate":
            report = replace(report, status=FileStatus.ALREADY_PLACED)  # also where its twin was placed meanwhile
        reason = self._reason(ticket, folder, report, planned)
        seen = "" if report.marked is not None and report.marked.name == file.name else before
        verdict = Verdict(folder=folder, status=status, language=language, report=report, reason=reason, entries=ours,
                          seen=seen)  # fmt: skip
        return self._finish(ticket, file, verdict)

    def _reason(self, ticket: Ticket, folder: str, report: FileReport, planned: Planned) -> str:
        """What the report does not say: why a file is held, which file a duplicate's order came from."""
        errors = [one for one in report.problems if one.level == "error"]
        if folder == "held":
            return errors[0].message
        if folder == "duplicate":
            return same_order(self._origins(planned, {one.order.reference for one in report.placements}))
        used = {one.value for one in errors if one.code == "reference-used"}
        return other_order(ticket.path, self._origins(planned, used)) if used else ""

    def _origins(self, planned: Planned, references: Collection[str | None]) -> list[Origin]:
        """Where the ledger's orders under these references came from."""
        wanted = (one.identity for one in planned.wanted if one.identity.reference in references)
        found = map(self.desk.effects.ledger.standing, wanted)
        return [origin_of(one, self.folder, self.journal) for one in found if one is not None]

    def _entries(self, ticket: Ticket, planned: Planned) -> tuple[int, ...]:
        """The ledger's entries that were made for this very claim."""
        found = map(self.desk.effects.ledger.standing, (one.identity for one in planned.wanted))
        return tuple(entry.id for entry in found if entry is not None and ticket.id in entry.file)

    def _finish(self, ticket: Ticket, file: Path, verdict: Verdict) -> Tried:
        """Write down what became of a file, whole and with its message, then bring it to its place."""
        now = self.now()
        for places in self._places(ticket, file.name, verdict.folder, _beside(verdict.report, file), now):
            ending = self._ending(ticket, file.name, verdict, places)
            if self.journal.ended(ticket.id, ending, _utc(now), now.date().isoformat(), now.timestamp(),
                                  self.folder.is_free):  # fmt: skip
                break
        written = self.journal.ticket(ticket.id)
        if written is None:
            raise AssertionError("a claim that ended is in the journal")
        return self.file_away(written)

    def _ending(self, ticket: Ticket, name: str, verdict: Verdict, places: dict[str, str]) -> Ending:
        root = self.folder.root
        told = _at(verdict, places)
        content = file_message(ticket.id, root.absolute().as_posix(), ticket.path, told, list(places.values()))
        said = answer(_at(verdict, {one: str(self.folder.at(at)) for one, at in places.items()}),
                      str(self.folder.at(places[name])))  # fmt: skip
        moves = tuple(Move(source=f"{PROCESSING}/{ticket.id}/{one}", target=place) for one, place in places.items())
        return Ending(
            outcome=verdict.folder,
            status=verdict.status,
            reason=verdict.reason or subject(ticket.path, told).removeprefix(f"{ticket.path}: "),
            place=places[name],
            moves=moves,
            say="" if len(places) > 1 else str(content["text"]),
            entries=verdict.entries,
            messages=dict.fromkeys(self.desk.options.notify.channels, content),
            answer=said,
            seen=(verdict.seen, here(was_changed(ticket.path, ordered=bool(verdict.entries)), verdict.language)),
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

    def file_away(self, ticket: Ticket) -> Tried:
        """Bring a file whose end is written down to its place; as often as it takes, it is done once."""
        if not all(list(map(self.folder.move, ticket.moves))):
            ticket = self._elsewhere(ticket)
        place = ticket.place or ""
        if ticket.say:
            self.folder.write_note(_note_path(place), ticket.say)
        self._tell_ledger(ticket)
        self.folder.drop_claim(ticket.id)
        now = self.now()
        again = bool(ticket.seen[0]) and not proves_itself(place)
        due = now.timestamp() + self.desk.options.interval if again else None
        self.log.say("filed", f"{ticket.path} -> {place}: {ticket.reason}", path=ticket.path, place=place,
                     outcome=ticket.outcome)  # fmt: skip
        answer = self.look_again(ticket)
        self.journal.filed(ticket.id, _utc(now), now.date().isoformat(), None if answer else due)
        return Tried(status=ticket.status or 0, answer=answer or ticket.answer, claim=ticket.id)

    def look_again(self, ticket: Ticket) -> dict[str, Any]:
        """See whether a filed file still is what was read, and say where it is not: in its message, its note, the log.

        What a run of --once says of it then; empty where nothing has changed.
        """
        read, words = ticket.seen
        try:
            if not read or digest(self.folder.at(ticket.place or "")) == read:
                return {}
        except FileNotFoundError:
            return {}  # somebody took it away
        reason = was_changed(ticket.path, ordered=bool(ticket.entries))
        self.journal.changed(ticket.id, reason, words)
        self.log.say("changed", str(reason), path=ticket.path, place=ticket.place)
        return {**ticket.answer, "lines": [*ticket.answer.get("lines", []), f"  {words}"]}

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
        ticket = replace(
            ticket, place=place, answer=_moved(ticket.answer, self.folder, ticket.moves, moves), moves=moves
        )
        self.journal.moved_elsewhere(ticket, contents)
        if not all(list(map(self.folder.move, moves))):
            raise OSError(say("{path} cannot be put into {place}", path=ticket.path, place=place))
        return ticket

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


def _beside(report: FileReport | None, file: Path) -> list[str]:
    """The names of what was written beside a file."""
    made = [path for path in (report.results, report.marked) if path is not None] if report else []
    return [path.name for path in made if path.parent == file.parent and path.name != file.name]


def _at(verdict: Verdict, places: Mapping[str, str]) -> Verdict:
    """The verdict with the report's paths as they are once everything is filed."""
    return replace(verdict, report=with_places(verdict.report, places)) if verdict.report is not None else verdict


def _moved(
    said: Mapping[str, Any], folder: WatchedFolder, before: tuple[Move, ...], after: tuple[Move, ...]
) -> dict[str, Any]:
    """What --once says of a file, where it got another place at the last moment."""
    text = json.dumps(said)
    for one, other in zip(before, after, strict=True):
        old, new = (json.dumps(str(folder.at(move.target)))[1:-1] for move in (one, other))
        text = relocated(text, old, new)
    found: dict[str, Any] = json.loads(text)
    return found


def _to_correct(error: UsageError) -> str:
    return str(error.file) if isinstance(error, ClubSettingsError) else ""


def _note_path(place: str) -> str:
    path = PurePosixPath(place)
    return str(path.with_name(f"{path.stem}.why.txt"))


def _why_open(report: FileReport, trouble: str) -> str:
    if report.results_missing:
        return next(one.message for one in report.problems if one.code == "results-not-written")
    errors = [one.error for one in report.placements if one.error]
    return trouble or (errors[0] if errors else say("the order system has not confirmed it yet"))


def _utc(moment: datetime) -> str:
    from datetime import UTC

    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


Folder = Literal["done", "failed", "held", "duplicate"]


_OPEN = frozenset({Status.PENDING, Status.UNKNOWN, Status.PLANNED})


_FOR_A_PERSON = "outcome-unclear"  # only a person can tell what became of the order; then `release`


def folder_of(report: FileReport, *, ours: bool, admitted: bool) -> Folder | None:
    """Where a file goes.

    `ours` says whether one of its orders was placed for this very file; `admitted` whether the order system let us in
    at all: what it turned down for that reason is no fault of the file, and is tried again.
    """
    statuses = {one.status for one in report.placements}
    if report.status is FileStatus.PROBLEMS:
        return "held" if _needs_a_person(report) else "failed"
    if report.results_missing or statuses & _OPEN or (not admitted and Status.REFUSED in statuses):
        return None
    if report.status is FileStatus.FAILED:
        return "failed"
    if report.status is FileStatus.UNFINISHED:
        return None
    return "done" if ours else "duplicate"


def untouched(report: FileReport) -> bool:
    """Whether nothing of a file reached the order system."""
    return all(one.status in (Status.PLANNED, Status.REFUSED) for one in report.placements)


def _needs_a_person(report: FileReport) -> bool:
    return any(one.code == _FOR_A_PERSON for one in report.problems if one.level == "error")
