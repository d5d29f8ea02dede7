"""Where watched files end: what became of one is written down, whole and with its message, then it is brought to its place.

So after a kill at any point the next watcher goes on from there.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

from roster_import.files import NotPlain
from roster_import.language.invisible import visible
from roster_import.language.messages import say
from roster_import.pipeline.watched_folders import PROCESSING
from roster_import.place.ledger.changes import results_written, update
from roster_import.watch.claim_notes import first_claim
from roster_import.watch.desk import Tried
from roster_import.watch.file_names import companion, note_path, numbered
from roster_import.watch.journal.journal import Ended
from roster_import.watch.log import utc
from roster_import.watch.messages import answer, file_message, subject, was_changed
from roster_import.watch.moves import Move
from roster_import.watch.phrases import in_words
from roster_import.watch.readiness import proves_itself, sent_and_stuck
from roster_import.write.run_report import problem_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from roster_import.model.report import FileReport
    from roster_import.place.ledger.entry import Entry
    from roster_import.watch.desk import Desk
    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.journal.journal import Journal, Ticket
    from roster_import.watch.log import Log
    from roster_import.watch.messages import Verdict

T = TypeVar("T")

_FOR_A_PERSON = "outcome-unclear"  # only a person can tell what became of the order; then `release`


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabinet:
    """Files what has come to its end: into `done`, `failed`, `held` or `duplicate`."""

    folder: WatchedFolder
    journal: Journal
    desk: Desk
    log: Log
    now: Callable[[], datetime]  # with its zone

    async def _write(self, write: Callable[[], T]) -> T:
        """Write into the journal; on disk when this returns."""
        return await self.journal.commits.make(write)

    def sent(self, ticket: Ticket) -> Sequence[Entry]:
        """The orders of this claim that the order system took, or may have taken."""
        return self.desk.effects.ledger.taken_from(first_claim(ticket.id))

    async def finish(self, ticket: Ticket, file: Path, verdict: Verdict) -> Tried:
        """Write down what became of a file, whole and with its message, then bring it to its place.

        A file of which nothing can be ordered any more, though an order of it was sent, stays: nobody is told that none was.
        """
        if _says_nothing_was_sent(verdict) and (sent := await self.desk.effects.read(partial(self.sent, ticket))):
            return Tried(status=4, open=sent_and_stuck(sent[-1].identity.reference or "", _why_not(verdict)))
        now, channels = self.now(), self.desk.options.notify.channels
        for places in self._places(ticket, file.name, verdict.folder, _beside(verdict.report, file)):
            message = file_message(ticket.id, self.folder.root.absolute().as_posix(), ticket.path, verdict.at(places),
                                   list(places.values()))  # fmt: skip
            ended = self._ended(ticket, file.name, verdict, places, "" if len(places) > 1 else str(message["text"]))
            day, seconds = now.date().isoformat(), now.timestamp()
            messages = dict.fromkeys(channels, message)
            came = await self._write(partial(self.journal.ended, ended, messages, day, seconds, self.folder.is_free))
            if came is Ended.NOT_OURS:  # we were taken for dead: what the other does with it counts
                self.log.write("taken", f"{ticket.path}: another watch has it by now.", path=ticket.path)
                return Tried(status=0)
            if came is Ended.WRITTEN:
                self._log_problems(ticket, verdict)
                return await self.file_away(ended)
        raise AssertionError("there is always another place")

    def _log_problems(self, ticket: Ticket, verdict: Verdict) -> None:
        """Write everything that was said of a file to the log, one line each: what was placed with warnings, too."""
        for problem in verdict.report.problems if verdict.report is not None else ():
            self.log.write(problem.level, f"{ticket.path}: {problem_line(problem).strip()}", path=ticket.path,
                           code=problem.code, place=problem.place)  # fmt: skip

    def _ended(self, ticket: Ticket, name: str, verdict: Verdict, places: Mapping[str, str], note: str) -> Ticket:
        """The ticket with what became of its file, which is to be filed at these places."""
        on_disk = {name: str(self.folder.at(place)) for name, place in places.items()}
        changed = was_changed(ticket.path, ordered=bool(verdict.entries))
        return replace(
            ticket,
            state="ended",
            ended_at=utc(self.now().timestamp()),
            outcome=verdict.folder,
            status=verdict.status,
            reason=verdict.reason or subject(ticket.path, verdict.at(places)).removeprefix(f"{ticket.path}: "),
            place=places[name],
            moves=tuple(
                Move(source=f"{PROCESSING}/{ticket.id}/{file}", target=place) for file, place in places.items()
            ),
            note=note,
            entries=verdict.entries,
            answer=answer(verdict.at(on_disk), on_disk[name]),
            seen=(verdict.seen, in_words(changed, verdict.language)),
        )

    def _places(self, ticket: Ticket, name: str, outcome: str, beside: list[str]) -> Iterator[dict[str, str]]:
        """Where the file and what lies beside it could be filed: names that are free, the plain ones first."""
        parent = str(PurePosixPath(outcome, *PurePosixPath(ticket.path).parts[:-1]))
        for candidate in numbered(name, self.now().strftime("%Y%m%d-%H%M%S")):
            places = {name: f"{parent}/{candidate}"}
            places |= {other: f"{parent}/{companion(other, name, candidate)}" for other in beside}
            if all(map(self.folder.is_free, (*places.values(), note_path(places[name])))):
                yield places

    async def file_away(self, ticket: Ticket) -> Tried:
        """Bring a file whose end is written down to its place; as often as it takes, it is done once."""
        if not self._moved(ticket):
            ticket = await self._elsewhere(ticket)
        place = ticket.place or ""
        if ticket.note:
            self.folder.write_note(note_path(place), visible(ticket.note))
        await self._note_in_ledger(ticket)
        now = self.now()
        again = bool(ticket.seen[0]) and not proves_itself(place)
        due = now.timestamp() + self.desk.options.interval if again else None
        self.log.write("filed", f"{ticket.path} -> {place}: {ticket.reason}", path=ticket.path, place=place,
                       outcome=ticket.outcome)  # fmt: skip
        changed = await self.check_again(ticket)
        at, day = utc(now.timestamp()), now.date().isoformat()
        await self._write(partial(self.journal.filed, ticket.id, at, day, None if changed else due))
        self.folder.drop_claim(ticket.id)  # last: a claim that ended and has no folder any more is another watch's
        return Tried(status=ticket.status or 0, answer=changed or ticket.answer, claim=ticket.id)

    def _moved(self, ticket: Ticket) -> bool:
        """Bring the file and what lies beside it to their places, each of them; whether all lie there."""
        moved = [self.folder.move(move) for move in ticket.moves]
        return all(moved)

    async def check_again(self, ticket: Ticket) -> dict[str, Any]:
        """See whether a filed file still is what was read, and say where it is not: in its message, its note, the log.

        What a run of --once says of it then; empty where nothing has changed.
        """
        read, sentence = ticket.seen
        try:
            if not read or self.folder.digest(self.folder.at(ticket.place or "")) == read:
                return {}
        except (FileNotFoundError, NotPlain):
            return {}  # somebody took it away
        reason = was_changed(ticket.path, ordered=bool(ticket.entries))
        await self._write(partial(self.journal.changed, ticket.id, reason, sentence))
        self.log.write("changed", str(reason), path=ticket.path, place=ticket.place)
        return {**ticket.answer, "lines": [*ticket.answer.get("lines", []), f"  {sentence}"]}

    async def _elsewhere(self, ticket: Ticket) -> Ticket:
        """The ticket with another place for the file: somebody put something in its way at the last moment."""
        left = [PurePosixPath(move.source).name for move in ticket.moves if not self.folder.is_free(move.source)]
        name = PurePosixPath(ticket.path).name
        places = next(self._places(ticket, name, str(ticket.outcome), left))
        moves = tuple(
            replace(move, target=places.get(PurePosixPath(move.source).name, move.target)) for move in ticket.moves
        )
        contents, answer_text = self.journal.contents(ticket.id), json.dumps(ticket.answer)
        for before, after in zip(ticket.moves, moves, strict=True):
            contents = {channel: text.replace(before.target, after.target) for channel, text in contents.items()}
            old, new = (json.dumps(str(self.folder.at(move.target)))[1:-1] for move in (before, after))
            answer_text = answer_text.replace(old, new)
        place = next((move.target for move in moves if PurePosixPath(move.source).name == name), ticket.place)
        ticket = replace(ticket, place=place, answer=json.loads(answer_text), moves=moves)
        await self._write(partial(self.journal.moved_elsewhere, ticket, contents))
        if not self._moved(ticket):
            raise OSError(say("{path} cannot be put into {place}", path=ticket.path, place=place))
        return ticket

    async def _note_in_ledger(self, ticket: Ticket) -> None:
        """Note in the ledger where the file and its results are now, not where they were worked on."""
        effects, results = self.desk.effects, [move.target for move in ticket.moves[1:]]
        file = str(self.folder.at(ticket.place or "").absolute())
        changes: list[Awaitable[Any]] = []
        for number in ticket.entries:
            entry = await effects.read(partial(effects.ledger.entry, number))
            if first_claim(ticket.id) in entry.file:
                changes.append(effects.write(update(entry, effects.who, effects.stamp(), "filed", {"file": file})))
                if results:
                    changes.append(effects.write(results_written(entry, str(self.folder.at(results[0]).absolute()))))
        await asyncio.gather(*changes)


def needs_a_person(report: FileReport) -> bool:
    """Whether only a person can tell what became of an order of the file."""
    return any(problem.code == _FOR_A_PERSON for problem in report.problems if problem.level == "error")


def _says_nothing_was_sent(verdict: Verdict) -> bool:
    report = verdict.report
    if report is not None and (report.placements or needs_a_person(report)):
        return False
    return verdict.folder in ("failed", "held")


def _why_not(verdict: Verdict) -> str:
    problems = verdict.report.problems if verdict.report is not None else ()
    errors = [problem.message for problem in problems if problem.level == "error"]
    return verdict.reason or next(iter(errors), "")


def _beside(report: FileReport | None, file: Path) -> list[str]:
    """The names of what was written beside a file."""
    made = [path for path in (report.results, report.marked) if path is not None] if report else []
    return [path.name for path in made if path.parent == file.parent and path.name != file.name]
