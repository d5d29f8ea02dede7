"""Whether a watch is alive, what it waits for and why, what is held, what was done today."""

from __future__ import annotations

import json
import time
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.files import read_plain
from roster_import.language.catalogues import ENGLISH
from roster_import.language.messages import joined, say, say_n
from roster_import.pipeline.effects import alive
from roster_import.pipeline.session import NOBODY, read_settings, readers, usual_settings
from roster_import.watch.folders import WatchedFolder, message_of, refuse_own_folder
from roster_import.watch.heartbeat import WORKED_ON, heartbeat_paths
from roster_import.watch.held import held_files
from roster_import.watch.journal.messages import distinct
from roster_import.watch.journal.place import JournalPlace
from roster_import.watch.journal.tables import JournalError
from roster_import.watch.log import utc
from roster_import.watch.messages import counted_outcomes, outcomes_in_words
from roster_import.watch.options import WatchOptions, watch_options
from roster_import.watch.phrases import in_words, with_translations
from roster_import.watch.readiness import clock_time, is_for_a_person

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from roster_import.pipeline.options import Command, WatchCommand
    from roster_import.pipeline.session import Person
    from roster_import.settings import Settings
    from roster_import.watch.journal.journal import Ticket

WELL, LOOK_AT_IT, NOT_ALIVE = 0, 1, 2
"""Exit statuses as monitors read them: all is well, somebody should look, it does not run."""

_MISSED_LOOKS, _AT_LEAST = 4, 60.0
_AHEAD = 60.0  # seconds that clocks may differ
_LONGEST_BEAT = 100 * 1024 * 1024  # bytes; thousands of files may wait
_SILENT = 300.0  # seconds for which a message may fail to go out before somebody should look


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """All that `watch --status` says. `heartbeat` is its document, None where there is none; `open` what is not filed."""

    folder: str
    heartbeat: Mapping[str, Any] | None
    alive: bool
    held: Sequence[tuple[str, str]] = ()
    open: Sequence[Ticket] = ()
    today: Sequence[Mapping[str, Any]] = ()
    unsent: Sequence[Mapping[str, Any]] = ()
    paused: tuple[str, float] | None = None  # by which file, since when (seconds since 1970)
    unknown: str = ""  # why the journal could not be read
    unsettled: str = ""  # why the settings cannot be used
    today_known: bool = True
    now: float = 0.0  # seconds since 1970

    @property
    def exit_status(self) -> int:
        """0 all is well, 1 somebody should look, 2 it does not run."""
        if not self.alive or self.heartbeat is None:
            return NOT_ALIVE
        wrong = self.heartbeat["trouble"] or self.held or self.unknown or self.unsettled or self.is_ahead
        return LOOK_AT_IT if wrong or self._is_stuck() or self._is_silent() else WELL

    @property
    def is_ahead(self) -> bool:
        """Whether the last look lies in the future: then nobody can tell how long ago it was."""
        return self.heartbeat is not None and is_ahead(self.heartbeat, self.now)

    def _is_stuck(self) -> bool:
        """Whether files wait that do not go on without a person."""
        beat = self.heartbeat or {}
        reasons = [file["why"] for file in beat.get("waiting", [])] + [file["what"] for file in self.processing]
        return any(map(is_for_a_person, reasons))

    def _is_silent(self) -> bool:
        """Whether messages were given up, or failed for minutes."""
        return any(
            message["state"] == "given-up" or (message["tries"] and self.now - message["queued_at"] > _SILENT)
            for message in self.unsent
        )

    @property
    def processing(self) -> list[Mapping[str, Any]]:
        """What is being worked on: as the heartbeat has it, and what is not filed yet besides."""
        shown = list((self.heartbeat or {}).get("processing", []))
        known = {file["path"] for file in shown}
        return shown + [
            {"path": ticket.path, "what": _what(ticket), "since": ticket.ended_at or ticket.found_at}
            for ticket in self.open
            if ticket.path not in known
        ]

    def document(self) -> dict[str, Any]:
        """The status as the JSON document of `--json`."""
        beat = dict(self.heartbeat or {})
        return {
            "version": 1,
            "folder": self.folder,
            "alive": self.alive,
            "lastLook": beat.get("lastLook"),
            "trouble": self.unknown or beat.get("trouble") or in_words(self.unsettled) or None,
            "clockAhead": self.is_ahead,
            "pausedSince": utc(self.paused[1]) if self.paused else None,
            "waiting": beat.get("waiting", []),
            "processing": [{**file, "what": in_words(file["what"])} for file in self.processing],
            "held": [{"path": path, "why": in_words(why)} for path, why in self.held],
            "today": [dict(file) for file in self.today],
            "unsentMessages": [{name: message[name] for name in _UNSENT} for message in self.unsent],
            "exitStatus": self.exit_status,
        }


_UNSENT = ("id", "channel", "state", "tries", "error")


def is_ahead(beat: Mapping[str, Any], now: float) -> bool:
    """Whether a heartbeat is of a moment that is still to come, beyond what clocks differ by."""
    return bool(beat["lastLookSeconds"] - now > _AHEAD)


def _what(ticket: Ticket) -> str:
    """What is done with a file that is not filed yet."""
    return say("is to be put into {place}", place=ticket.place) if ticket.state == "ended" else WORKED_ON


def heartbeat_of(paths: tuple[Path, Path], folder: Path) -> dict[str, Any] | None:
    """The heartbeat of the watch of this machine; where it has none, the one in the folder, which anybody may have written."""
    for path, within in zip(paths, (None, folder), strict=True):
        with suppress(OSError, ValueError, RecursionError):
            document = json.loads(read_plain(path, _LONGEST_BEAT, within))
            if _is_heartbeat(document):
                return dict(document)
    return None


def _is_heartbeat(document: object) -> bool:
    """Whether a document is a heartbeat, so that whatever is asked of it is there."""
    if not isinstance(document, dict):
        return False
    numbers = all(isinstance(document.get(name), int | float) for name in ("lastLookSeconds", "interval"))
    moments = all(_is_moment(document.get(name)) for name in ("lastLook", "startedAt"))
    stopped = document.get("stoppedAt", "") is None or _is_moment(document.get("stoppedAt"))
    texts = isinstance(document.get("process"), str) and isinstance(document.get("trouble", ""), str | None)
    told = document.get("told", {})
    told_well = isinstance(told, dict) and all(isinstance(others, dict) for others in told.values())
    files = all(_are_files(document.get(name), why) for name, why in (("waiting", "why"), ("processing", "what")))
    return numbers and moments and stopped and texts and told_well and files and "trouble" in document


def _are_files(listed: object, why: str) -> bool:
    return isinstance(listed, list) and all(
        isinstance(file, dict)
        and all(isinstance(file.get(name), str) for name in ("path", why))
        and _is_moment(file.get("since"))
        for file in listed
    )


def _is_moment(text: object) -> bool:
    try:
        datetime.fromisoformat(str(text)).timestamp()
    except (ValueError, OverflowError):
        return False
    return isinstance(text, str)


def is_alive(
    beat: Mapping[str, Any] | None, now: float, runs: Callable[[str], bool | None], within: float | None
) -> bool:
    """Whether the watch that wrote a heartbeat still looks at its folder.

    A last look in the future proves nothing: then only a process that is seen to run does. Given `within`, a look in that
    many seconds is enough, whether or not it still runs: for --once from a timetable.
    """
    if beat is not None and is_ahead(beat, now):
        return beat["stoppedAt"] is None and runs(beat["process"]) is True
    if beat is not None and within is not None:
        return bool(now - beat["lastLookSeconds"] <= within)
    if beat is None or beat["stoppedAt"] is not None or runs(beat["process"]) is False:
        return False
    return bool(now - beat["lastLookSeconds"] <= max(_AT_LEAST, _MISSED_LOOKS * beat["interval"]))


def status_of(command: WatchCommand, person: Person = NOBODY) -> Status:
    """How the watch of a folder does, also where its settings cannot be used."""
    folder = command.folder
    refuse_own_folder(folder)
    settings, options, unsettled = usable_settings(command, person)
    now, beat = time.time(), heartbeat_of(heartbeat_paths(folder, settings.ledger, options), folder)
    runs = is_alive(beat, now, alive, command.within)
    status = Status(folder=str(folder), heartbeat=beat, alive=runs, unsettled=unsettled, now=now)
    with suppress(OSError):  # a share that is away: the heartbeat says so
        if pause := WatchedFolder(folder).paused():
            status = replace(status, paused=(str(folder / pause[0]), pause[1]))
    return _with_journal(status, folder, JournalPlace.of(settings, options))


def usable_settings(command: Command, person: Person) -> tuple[Settings, WatchOptions, str]:
    """The settings; where they cannot be used the usual ones, and why: a watch that is asked for is there all the same."""
    try:
        settings = read_settings(command, person)
        return settings, watch_options(settings.watch, settings.notify), ""
    except UsageError as error:
        settings = usual_settings()
        person.reads(readers(settings))
        return settings, WatchOptions(), error.message


def _with_journal(status: Status, folder: Path, place: JournalPlace) -> Status:
    watched = WatchedFolder(folder)
    try:
        known = place.known(folder)
        if known is None:
            today_known = status.heartbeat is None or folder.is_dir()
            return replace(status, held=held_files(watched, None), today_known=today_known)
        with closing(known) as journal:
            held = held_files(watched, journal)
            today = journal.ended_on(datetime.now().astimezone().date().isoformat())
            return replace(status, held=held, today=today, unsent=journal.unsent(), open=journal.open_tickets())
    except (JournalError, OSError) as error:
        return replace(status, unknown=message_of(error), today_known=False)


def status_lines(status: Status, language: str = ENGLISH) -> list[str]:
    """The status as lines for people."""
    beat = status.heartbeat or {}
    lines = [_life(status, beat)]
    if beat.get("trouble") and status.alive:
        lines.append(say("Trouble: {trouble}", trouble=_sentence(beat, beat["trouble"])))
    if status.is_ahead:
        ahead = say("Trouble: the last look lies in the future: the clock of {machine} is ahead, or the one here is behind.",
                    machine=str(beat["process"]).split("/")[0])  # fmt: skip
        lines.append(ahead)
    if status.unsettled:
        lines.append(say("Trouble: {trouble}", trouble=status.unsettled))
    if status.paused:
        by, since = status.paused
        lines.append(
            say(
                "Paused by {file} since {time}: nothing is taken up. Remove it to go on.",
                file=by,
                time=clock_time(since),
            )
        )
    lines += _part(say("Waiting:"), [_file_line(beat, file, "why") for file in beat.get("waiting", [])])
    lines += _part(say("In processing:"), [_file_line(beat, file, "what") for file in status.processing])
    lines += _part(say("Held:"), [joined(f"{path}:", reason) for path, reason in status.held])
    lines.append(_today(status.today) if status.today_known else say("Today: not known while the folder is away."))
    lines += _unsent(status.unsent)
    return [in_words(line, language) for line in (*lines, *([status.unknown] if status.unknown else []))]


def _sentence(beat: Mapping[str, Any], english: str) -> str:
    """A sentence of the heartbeat, for a reader of any language."""
    return with_translations(english, beat.get("told", {}).get(english))


def _file_line(beat: Mapping[str, Any], file: Mapping[str, Any], why: str) -> str:
    reason = _sentence(beat, file[why])
    return say("{path}: {reason} (since {time})", path=file["path"], reason=reason, time=_clock(file["since"]))


def _life(status: Status, beat: Mapping[str, Any]) -> str:
    if not beat:
        return say("{folder} is not watched: there is no heartbeat.", folder=status.folder)
    who, last = str(beat["process"]).split("/")[0], _clock(beat["lastLook"])
    if status.alive:
        return say("{folder} is watched on {machine}; last look {time}.", folder=status.folder, machine=who, time=last)
    if beat["stoppedAt"]:
        return say("{folder} is not watched any more ({machine}, stopped {time}).", folder=status.folder, machine=who,
                   time=_clock(beat["stoppedAt"]))  # fmt: skip
    return say("{folder} is not watched any more ({machine}, last look {time}).", folder=status.folder, machine=who,
               time=last)  # fmt: skip


def _today(ended: Sequence[Mapping[str, Any]]) -> str:
    outcomes = counted_outcomes(ended)
    if not outcomes:
        return say("Today: 0 files.")
    counts = outcomes_in_words(outcomes)
    return say_n("Today: {count} file: {counts}.", "Today: {count} files: {counts}.", len(outcomes), counts=counts)


def _unsent(unsent: Sequence[Mapping[str, Any]]) -> list[str]:
    """The messages that failed, and those that were not tried yet: messages, not the ways they go."""
    failed = [message for message in unsent if message["tries"]]
    lines: list[str] = []
    if failed:
        lines.append(
            say_n(
                "{count} message could not be sent so far ({last}).",
                "{count} messages could not be sent so far ({last}).",
                len(distinct(failed)),
                last=failed[-1]["error"],
            )
        )
    untried = set(distinct(unsent)) - set(distinct(failed))
    if untried:
        lines.append(
            say_n("{count} message is still to be sent.", "{count} messages are still to be sent.", len(untried))
        )
    return lines


def _part(heading: str, lines: Sequence[str]) -> list[str]:
    return [heading, *(joined("  ", line, between="") for line in lines)] if lines else []


def _clock(text: str) -> str:
    return clock_time(datetime.fromisoformat(text).timestamp())
