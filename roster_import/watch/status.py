"""Whether a watch is alive, what it waits for and why, what is held, what was done today."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from roster_import.report import counted
from roster_import.watch.looking import clock_time
from roster_import.watch.names import on_one_line
from roster_import.watch.telling import utc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

WELL, LOOK_AT_IT, NOT_ALIVE = 0, 1, 2
"""Exit statuses as monitors read them: all is well, somebody should look, it does not run."""

_MISSED_LOOKS, _AT_LEAST = 4, 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """All that `watch --status` says. `heartbeat` is its document, None where there is none."""

    folder: str
    heartbeat: Mapping[str, Any] | None
    alive: bool
    held: Sequence[tuple[str, str]] = ()
    today: Sequence[Mapping[str, Any]] = ()
    unsent: Sequence[Mapping[str, Any]] = ()
    paused: tuple[str, float] | None = None  # by which file, since when (seconds since 1970)
    unknown: str = ""  # why the journal could not be read

    @property
    def exit_status(self) -> int:
        """0 all is well, 1 somebody should look, 2 it does not run."""
        if not self.alive or self.heartbeat is None:
            return NOT_ALIVE
        given_up = any(one["state"] == "given-up" for one in self.unsent)
        return LOOK_AT_IT if self.heartbeat["trouble"] or self.held or given_up or self.unknown else WELL

    def document(self) -> dict[str, Any]:
        """The status as the JSON document of `--json`."""
        beat = dict(self.heartbeat or {})
        return {
            "version": 1,
            "folder": self.folder,
            "alive": self.alive,
            "lastLook": beat.get("lastLook"),
            "trouble": self.unknown or beat.get("trouble"),
            "pausedSince": utc(self.paused[1]) if self.paused else None,
            "waiting": beat.get("waiting", []),
            "processing": beat.get("processing", []),
            "held": [{"path": path, "why": why} for path, why in self.held],
            "today": [dict(one) for one in self.today],
            "unsentMessages": [dict(one) for one in self.unsent],
            "exitStatus": self.exit_status,
        }


def latest(paths: Iterable[Path]) -> dict[str, Any] | None:
    """The newest heartbeat of those that can be read."""
    found = []
    for path in paths:
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
            found.append((float(document["lastLookSeconds"]), document))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return max(found, default=(0.0, None), key=lambda one: one[0])[1]


def is_alive(
    beat: Mapping[str, Any] | None, now: float, runs: Callable[[str], bool | None], within: float | None
) -> bool:
    """Whether the watch that wrote a heartbeat still looks at its folder.

    Given `within`, a look in that many seconds is enough, whether or not it still runs: for --once from a timetable.
    """
    if beat is not None and within is not None:
        return bool(now - beat["lastLookSeconds"] <= within)
    if beat is None or beat["stoppedAt"] is not None or runs(beat["process"]) is False:
        return False
    return bool(now - beat["lastLookSeconds"] <= max(_AT_LEAST, _MISSED_LOOKS * beat["interval"]))


def status_lines(status: Status) -> list[str]:
    """The status as lines for people."""
    beat = status.heartbeat or {}
    lines = [_life(status, beat)]
    if beat.get("trouble") and status.alive:
        lines.append(f"Trouble: {beat['trouble']}")
    if status.paused:
        by, since = status.paused
        lines.append(f"Paused by {by} since {clock_time(since)}: nothing is taken up. Remove it to go on.")
    lines += _part("Waiting", [f"{one['path']}: {one['why']} (since {_clock(one['since'])})" for one in
                               beat.get("waiting", [])])  # fmt: skip
    lines += _part("In processing", [f"{one['path']}: {one['what']} (since {_clock(one['since'])})" for one in
                                     beat.get("processing", [])])  # fmt: skip
    lines += _part("Held", [f"{path}: {reason}" for path, reason in status.held])
    lines.append(_today(status.today))
    if status.unsent:
        last = status.unsent[-1]["error"] or "not tried yet"
        lines.append(f"{counted(len(status.unsent), 'message')} could not be sent so far ({last}).")
    return [on_one_line(line) for line in (*lines, *([status.unknown] if status.unknown else []))]


def _life(status: Status, beat: Mapping[str, Any]) -> str:
    if not beat:
        return f"{status.folder} is not watched: there is no heartbeat."
    who = str(beat["process"]).split("/")[0]
    if status.alive:
        return f"{status.folder} is watched on {who}; last look {_clock(beat['lastLook'])}."
    ended = f"stopped {_clock(beat['stoppedAt'])}" if beat["stoppedAt"] else f"last look {_clock(beat['lastLook'])}"
    return f"{status.folder} is not watched any more ({who}, {ended})."


def _today(ended: Sequence[Mapping[str, Any]]) -> str:
    outcomes = [str(one["outcome"]) for one in ended]
    counts = ", ".join(f"{outcomes.count(name)} {name}" for name in dict.fromkeys(outcomes))
    return f"Today: {counted(len(ended), 'file')}{': ' + counts if counts else ''}."


def _part(heading: str, lines: Sequence[str]) -> list[str]:
    return [f"{heading}:", *(f"  {line}" for line in lines)] if lines else []


def _clock(text: str) -> str:
    return clock_time(datetime.fromisoformat(text).timestamp())
