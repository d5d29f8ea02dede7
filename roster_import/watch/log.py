"""The log of a running watch: its lines, for people or for machines, and how things stand, each said once."""

from __future__ import annotations

import json
import logging
import logging.handlers
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from io import TextIOWrapper
from typing import TYPE_CHECKING

from roster_import.files import mend_rights
from roster_import.language.invisible import on_one_line
from roster_import.language.messages import say
from roster_import.watch.phrases import in_words
from roster_import.watch.readiness import COPYING, EXISTING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

    from roster_import.watch.desk import State, World
    from roster_import.watch.options import WatchOptions

_NAMED_AT_MOST = 20  # waiting files that are named one by one


class Log:
    """Lines of what happens: for people, or one JSON document each; a file of them is rotated by its size."""

    def __init__(self, options: WatchOptions, stream: TextIO | None, *, as_json: bool) -> None:
        self._logger = logging.Logger("roster-import watch")  # its own: nobody else's settings apply to it
        if stream is not None:
            self._add(logging.StreamHandler(stream), as_json=as_json)
        if options.log is not None:
            mend_rights(options.log, b"")
            handler = _OwnersFile(
                options.log, maxBytes=options.log_size, backupCount=options.log_files, encoding="utf-8",
                errors="backslashreplace", delay=True,
            )  # fmt: skip
            self._add(handler, as_json=options.log_json or as_json)

    def _add(self, handler: logging.Handler, *, as_json: bool) -> None:
        handler.setFormatter(_JsonLine() if as_json else _Line())
        handler.handleError = _no_matter  # type: ignore[method-assign]  # a full disk must not stop an import
        self._logger.addHandler(handler)

    def write(self, event: str, text: str, **facts: object) -> None:
        """Write that something happened: its name for machines, a sentence in English for people, and what it is about."""
        self._logger.info(in_words(text), extra={"event": event, "facts": facts})

    def close(self) -> None:
        """Close the file, if there is one."""
        for handler in self._logger.handlers:
            handler.close()


class _OwnersFile(logging.handlers.RotatingFileHandler):
    """A log that its owner alone can read, whatever the umask: players' names stand in it."""

    def _open(self) -> TextIOWrapper:
        return TextIOWrapper(
            os.fdopen(os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600), "ab"),
            encoding=self.encoding,
            errors=self.errors,
        )


class _Line(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds")
        return on_one_line(f"{at} {record.getMessage()}")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcer:
    """Writes to the log how things stand with the watch, and remembers what was written, so that each is said once."""

    log: Log
    world: World
    state: State

    def once(self, topic: str, text: str) -> None:
        """Write how something stands, unless that was written last of it."""
        if self.state.logged.get(topic) != text:
            self.state.logged[topic] = text
            self.log.write(topic, text)

    def waiting(self, options: WatchOptions) -> None:
        """Write why a file waits, once per reason; copies only when they take long."""
        wall, reasons = self.world.wall(), {}
        for path, known in self.state.known.items():
            late = known.reason != COPYING or wall - known.since >= options.say_after
            if known.reason and late and known.reason != EXISTING:
                reasons[f"file {path}"] = known.reason
        logged = self.state.logged
        new = [topic for topic, text in reasons.items() if logged.get(topic) != text]
        for topic in new[:_NAMED_AT_MOST]:
            path = topic.removeprefix("file ")
            self.log.write("waiting", f"{path}: {reasons[topic]}", path=path)
        if len(new) > _NAMED_AT_MOST:
            more = len(new) - _NAMED_AT_MOST
            self.log.write("waiting", f"{more} files more wait; roster-import watch --status lists them.")
        others = {topic: text for topic, text in logged.items() if not topic.startswith("file ")}
        self.state.logged = {**others, **reasons}

    def paused(self) -> None:
        """Write that a file pauses the watch, and that none does any more."""
        if file := self.state.paused:
            self.once("paused", f"Paused by {self.world.folder.root / file}: nothing is taken up.")
        elif self.state.logged.pop("paused", ""):
            self.log.write("paused", "Not paused any more.")

    def trouble(self, why: str) -> None:
        """Write that the folder cannot be used, and remember why."""
        root = self.world.folder.root
        if why.endswith((".", "?", "!")):
            trouble = say("The folder {folder} cannot be used: {why}", folder=root, why=why)
        else:
            trouble = say("The folder {folder} cannot be used: {why}.", folder=root, why=why)
        if not self.state.trouble:
            self.log.write("trouble", f"{trouble} It is looked at again until it can.")
        self.state.trouble = trouble

    def no_trouble(self) -> None:
        """Write that the folder can be used again, where it could not."""
        if self.state.trouble:
            self.log.write("well", f"The folder {self.world.folder.root} can be used again.")
        self.state.trouble = ""


def counted(count: int, thing: str) -> str:
    """`1 order`, `2 orders`; plain English, for log lines."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
