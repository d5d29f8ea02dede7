"""What a running watch shows of itself: the heartbeat by which it is known to live, and the figures for monitors.

`status.py` reads the heartbeat again.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.language.advice import in_a_folder
from roster_import.language.messages import say
from roster_import.pipeline.watched_folders import OUTCOMES, STATE_FOLDER
from roster_import.watch.desk import Figures
from roster_import.watch.held import held_files
from roster_import.watch.journal.messages import distinct
from roster_import.watch.journal.tables import JournalError
from roster_import.watch.log import utc
from roster_import.watch.moves import put_whole
from roster_import.watch.phrases import in_words, translations_of
from roster_import.watch.readiness import clock_time

if TYPE_CHECKING:
    from roster_import.watch.desk import Desk, State, World
    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.journal.journal import Journal
    from roster_import.watch.options import WatchOptions
    from roster_import.watch.order_system import Gate

HEARTBEAT = "heartbeat.json"
WORKED_ON = say("is being worked on")
_READY = say("is ready")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """One heartbeat: who watches, when it last looked, what waits and why, and what keeps it from working.

    `waiting` are (path, reason, since) of files not taken up; `working` are (path, what, since) of those that are. Times are
    seconds since 1970; `stopped` is None while it runs.
    """

    process: str
    folder: str
    interval: float
    started: float
    last_look: float
    trouble: str = ""
    paused: float | None = None
    waiting: tuple[tuple[str, str, float], ...] = ()
    working: tuple[tuple[str, str, float], ...] = ()
    stopped: float | None = None

    def document(self) -> dict[str, Any]:
        """The heartbeat as it stands in its file; `told` has its sentences in the other languages, for any reader."""
        sentences = {self.trouble, *(why for _, why, _ in self.waiting), *(what for _, what, _ in self.working)}
        english = {text: in_words(text) for text in sentences}  # each once: thousands of files may wait for one reason
        return {
            "version": 1,
            "process": self.process,
            "folder": self.folder,
            "interval": self.interval,
            "startedAt": utc(self.started),
            "lastLook": utc(self.last_look),
            "lastLookSeconds": self.last_look,
            "trouble": english[self.trouble] or None,
            "pausedSince": utc(self.paused) if self.paused is not None else None,
            "waiting": [{"path": path, "why": english[why], "since": utc(since)} for path, why, since in self.waiting],
            "processing": [
                {"path": path, "what": english[what], "since": utc(since)} for path, what, since in self.working
            ],
            "stoppedAt": utc(self.stopped) if self.stopped is not None else None,
            "told": {words: others for text, words in english.items() if (others := translations_of(text))},
        }


def pulse_of(state: State, world: World, desk: Desk, *, stopped: bool) -> Pulse:
    """The heartbeat of this moment."""
    waiting = [(known.sighting.path, known.reason or _READY, known.since) for known in state.known.values()]
    working: list[tuple[str, str, float]] = [(path, WORKED_ON, since) for path, since in state.working.values()]
    working += [
        (file.path, file.reason, file.since) for claim, file in state.open.items() if claim not in state.working
    ]
    return Pulse(
        process=world.process,
        folder=str(world.folder.root.absolute()),
        interval=desk.options.interval,
        started=state.started,
        last_look=state.last_look,
        trouble=state.trouble or state.blocked or _shut_out(desk.gate) or state.unsettled,
        paused=_paused_since(world.folder) if state.paused else None,
        waiting=tuple(waiting),
        working=tuple(working),
        stopped=world.wall() if stopped else None,
    )


def _shut_out(gate: Gate) -> str:
    """Why the order system cannot be used, and since when; empty where it can."""
    if not gate.trouble:
        return ""
    since, trouble = clock_time(gate.since), in_a_folder(gate.trouble)
    if gate.admitted:
        return say("the order system does not answer since {time}: {trouble}", time=since, trouble=trouble)
    return say("{trouble} (since {time})", time=since, trouble=trouble)


def _paused_since(folder: WatchedFolder) -> float | None:
    with suppress(OSError):
        if file := folder.paused():
            return file[1]
    return None


def count_up(state: State, folder: WatchedFolder, journal: Journal | None) -> None:
    """Count files, orders and messages anew; the journal is asked only when something has changed."""
    if journal is not None and state.dirty:
        with suppress(JournalError, OSError):
            held, unsent = len(held_files(folder, journal)), len(distinct(journal.unsent()))
            state.figures = Figures(outcomes=journal.totals(), ordered=journal.ordered(), held=held, unsent=unsent)
            state.dirty = False


def write(pulse: Pulse, figures: Figures, folder: Path, desk: Desk, *, reachable: bool) -> None:
    """Write the heartbeat, and the metrics where they are asked for; in a thread, as a share may hang."""
    text = json.dumps(pulse.document(), indent=1)
    here, with_folder = heartbeat_paths(folder, desk.settings.ledger, desk.options)
    with suppress(OSError):
        here.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write_quietly(here, text, 0o600)
    if reachable:
        with suppress(OSError):
            put_whole(folder, with_folder, text.encode(), replace=True)
    if desk.options.metrics is not None:  # no names in them, and a monitor reads them as another user
        _write_quietly(desk.options.metrics, metrics(pulse, figures, str(folder.absolute())), 0o644)


def heartbeat_paths(folder: Path, ledger: Path, options: WatchOptions) -> tuple[Path, Path]:
    """Where the heartbeat is written: on this machine, and with the folder for other machines, where anybody may write it."""
    mark = hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    here = options.heartbeat or ledger.with_name(f"watch-{mark}.heartbeat.json")
    return here, folder / STATE_FOLDER / HEARTBEAT


def _write_quietly(path: Path, text: str, mode: int) -> None:
    """Put a small file in place of what was there, whole; where that cannot be done, nothing happens."""
    with suppress(OSError):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).chmod(mode)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


# ------------------------------------------------------------------------------------------------------- metrics


def metrics(pulse: Pulse, figures: Figures, folder: str) -> str:
    """The figures as a text file for Prometheus' node exporter (its textfile collector)."""
    label = "{" + f'folder="{_escaped(folder)}"' + "}"
    lines = []
    for name, kind, help_text, value in (
        ("last_look_timestamp_seconds", "gauge", "When the watch last looked at the folder.", pulse.last_look),
        ("trouble", "gauge", "1 while something keeps the watch from working.", int(bool(pulse.trouble))),
        ("waiting_files", "gauge", "Files that wait in the folder.", len(pulse.waiting)),
        ("processing_files", "gauge", "Files that are being worked on.", len(pulse.working)),
        ("held_files", "gauge", "Files that wait for a person.", figures.held),
        ("unsent_messages", "gauge", "Messages that did not go out yet.", figures.unsent),
        ("orders_total", "counter", "Orders that were sent.", figures.ordered.orders),
        ("pieces_total", "counter", "Pieces that were ordered.", figures.ordered.pieces),
    ):
        full = f"roster_import_watch_{name}"
        lines += [f"# HELP {full} {help_text}", f"# TYPE {full} {kind}", f"{full}{label} {value}"]
    full = "roster_import_watch_files_total"
    lines += [f"# HELP {full} Files by what became of them.", f"# TYPE {full} counter"]
    lines += [
        f'{full}{{folder="{_escaped(folder)}",outcome="{outcome}"}} {figures.outcomes.get(outcome, 0)}'
        for outcome in OUTCOMES
    ]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    text = text.encode("utf-8", "replace").decode()
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
