"""What a watch says of itself while it runs: log lines, the heartbeat by which it is known to live, the metrics."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import logging.handlers
import os
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.watch.phrases import here, kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

    from roster_import.watch.options import WatchOptions

HEARTBEAT = "heartbeat.json"


# ----------------------------------------------------------------------------------------------------- log lines


class Log:
    """Lines of what happens: for people, or one JSON document each; a file of them is rotated by its size."""

    def __init__(self, options: WatchOptions, stream: TextIO | None, *, as_json: bool) -> None:
        self._logger = logging.Logger("roster-import watch")  # its own: nobody else's settings apply to it
        self._as_json = as_json
        if stream is not None:
            self._add(logging.StreamHandler(stream), as_json=as_json)
        if options.log is not None:
            handler = logging.handlers.RotatingFileHandler(
                options.log, maxBytes=options.log_size, backupCount=options.log_files, encoding="utf-8",
                errors="backslashreplace", delay=True,
            )  # fmt: skip
            self._add(handler, as_json=options.log_json or as_json)

    def _add(self, handler: logging.Handler, *, as_json: bool) -> None:
        handler.setFormatter(_JsonLine() if as_json else _Line())
        handler.handleError = _no_matter  # type: ignore[method-assign]  # a full disk must not stop an import
        self._logger.addHandler(handler)

    def say(self, event: str, text: str, **facts: object) -> None:
        """Say that something happened: its name for machines, a sentence for people, and what it is about."""
        self._logger.info(text, extra={"event": event, "facts": facts})

    def close(self) -> None:
        """Close the file, if there is one."""
        for handler in self._logger.handlers:
            handler.close()


class _Line(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds")
        return f"{at} {record.getMessage()}".replace("\n", " ")


class _JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        facts: Mapping[str, object] = getattr(record, "facts", {})
        line = {"at": utc(record.created), "event": getattr(record, "event", ""), "text": record.getMessage(), **facts}
        return json.dumps(line, ensure_ascii=True, default=str)


def _no_matter(record: logging.LogRecord) -> None:
    """A line that cannot be written is lost; what it is about stands in the journal and the ledger."""
    del record


def utc(seconds: float) -> str:
    """A moment as the ledger writes it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# ----------------------------------------------------------------------------------------------------- heartbeat


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
        told = [self.trouble, *(why for _, why, _ in self.waiting), *(what for _, what, _ in self.working)]
        english = {text: here(text) for text in set(told)}  # each once: thousands of files may wait for one reason
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
            "told": {words: others for text, words in english.items() if (others := kept(text))},
        }


def heartbeat_paths(folder: Path, ledger: Path, options: WatchOptions) -> list[Path]:
    """Where the heartbeat is written: on this machine (a share may vanish), and with the folder for other machines."""
    mark = hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    here = options.heartbeat or ledger.with_name(f"watch-{mark}.heartbeat.json")
    from roster_import.watch.folders import state_folder

    return [here, state_folder(folder, options.state) / HEARTBEAT]


def write_quietly(path: Path, text: str) -> None:
    """Put a small file in place of what was there, whole; where that cannot be done, nothing happens."""
    with contextlib.suppress(OSError):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).chmod(0o644)  # a monitor reads it as another user
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def stderr() -> TextIO:
    """Where log lines for people go."""
    return sys.stderr


# ------------------------------------------------------------------------------------------------------- metrics


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is counted: files by outcome, orders and pieces ever, and how much waits now."""

    last_look: float
    outcomes: Mapping[str, int] = field(default_factory=dict)
    orders: int = 0
    pieces: int = 0
    waiting: int = 0
    processing: int = 0
    held: int = 0
    unsent: int = 0
    trouble: bool = False


def metrics(figures: Figures, folder: str) -> str:
    """The figures as a text file for Prometheus' node exporter (its textfile collector)."""
    label = "{" + f'folder="{_escaped(folder)}"' + "}"
    lines = []
    for name, kind, help_text, value in (
        ("last_look_timestamp_seconds", "gauge", "When the watch last looked at the folder.", figures.last_look),
        ("trouble", "gauge", "1 while something keeps the watch from working.", int(figures.trouble)),
        ("waiting_files", "gauge", "Files that wait in the folder.", figures.waiting),
        ("processing_files", "gauge", "Files that are being worked on.", figures.processing),
        ("held_files", "gauge", "Files that wait for a person.", figures.held),
        ("unsent_messages", "gauge", "Messages that did not go out yet.", figures.unsent),
        ("orders_total", "counter", "Orders that were sent.", figures.orders),
        ("pieces_total", "counter", "Pieces that were ordered.", figures.pieces),
    ):
        full = f"roster_import_watch_{name}"
        lines += [f"# HELP {full} {help_text}", f"# TYPE {full} {kind}", f"{full}{label} {value}"]
    full = "roster_import_watch_files_total"
    lines += [f"# HELP {full} Files by what became of them.", f"# TYPE {full} counter"]
    lines += [
        f'{full}{{folder="{_escaped(folder)}",outcome="{outcome}"}} {figures.outcomes.get(outcome, 0)}'
        for outcome in ("done", "failed", "held", "duplicate")
    ]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    text = text.encode("utf-8", "replace").decode()
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
