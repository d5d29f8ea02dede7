"""What the watch's tests share: an inbox with a desk that is connected to a sandbox, and quick looks."""

from __future__ import annotations

import email
import email.policy
import json
import os
import socketserver
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest

from roster_import.watch import loop
from tests.conftest import EXAMPLE_ROWS, ORDER, Desk, build, connected, serving

FOLDERS = ("done", "failed", "held", "duplicate", "processing")


@dataclass
class Inbox:
    """A watched folder, and the desk that watches it."""

    desk: Desk
    folder: Path
    references: list[str] = field(default_factory=list)

    def drop(self, name: str, reference: str | None = None, **kwargs: Any) -> Path:
        """Put a roster into the folder as a program does that renames when it is done.

        Every reference has a player of its own: the same goods under another reference would be held.
        """
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.desk.folder / f"copy-{path.name}"
        named = reference or f"PO-{path.stem}"
        build(beside, **{"order": {**ORDER, "Reference": named}, "rows": self.rows_of(named), **kwargs})
        beside.rename(path)
        return path

    def rows_of(self, reference: str) -> list[tuple[Any, ...]]:
        """The rows of the vendor's example, the last for another number under every reference."""
        if reference not in self.references:
            self.references.append(reference)
        *others, last = EXAMPLE_ROWS
        return [*others, (*last[:2], str(27 + self.references.index(reference)), *last[3:])]

    def settings(self, text: str, *, interval: float = 0.1) -> None:
        """Write the settings file of the desk: a look every `interval` seconds, and this."""
        self.desk.settings(QUICK.replace("interval = 0.1", f"interval = {interval}") + text)

    def once(self, *args: object, quick: bool = True) -> Any:
        """One call of `watch --once`."""
        if not quick:
            return self.desk.run("watch", self.folder, "--once", *args)
        with mock.patch.object(loop, "_ONCE_PAUSE", 0.005):
            return self.desk.quick("watch", self.folder, "--once", *args)

    def status(self) -> Any:
        return self.desk.quick("watch", self.folder, "--status", "--json").json

    @property
    def journal(self) -> Path:
        """The journal, beside the ledger."""
        (path,) = self.desk.folder.glob("watch-*/journal.sqlite3")
        return path

    def files(self) -> list[str]:
        """Every file in the folder, hidden ones left out."""
        walked = os.walk(self.folder)  # what vanishes meanwhile is no error to it
        found = (Path(folder, name).relative_to(self.folder) for folder, _, names in walked for name in names)
        return sorted(path.as_posix() for path in found if not path.parts[0].startswith("."))

    @contextmanager
    def watching(self, *args: object):
        """A watch in a process of its own, stopped at the end of the block."""
        log = (self.desk.folder / "watch.log").open("ab")
        process = subprocess.Popen(
            self.desk.command("watch", self.folder, *args), cwd=self.desk.folder, env=self.desk.all_environment(),
            stdout=log, stderr=log, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            yield process
        finally:
            process.terminate()
            process.wait(30)
            log.close()

    @property
    def log(self) -> str:
        return (self.desk.folder / "watch.log").read_text()


QUICK = """
[watch]
interval = 0.1
settle = 0.1
settle_text = 0.3
retry_after = 0.1
requests_per_second = 0
stop_within = 5
"""


@pytest.fixture
def inbox(tmp_path, sandbox):
    (tmp_path / "inbox").mkdir()
    found = Inbox(connected(tmp_path, sandbox.url), tmp_path / "inbox")
    found.settings("")
    found.once()  # what comes later was not there before
    return found


@dataclass
class Receiver:
    """A webhook that takes every message, or refuses for a while."""

    url: str = ""
    messages: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    refuse: int = 0

    def about(self, path: str) -> list[dict[str, Any]]:
        return [one for one in self.messages if one.get("path") == path]


@contextmanager
def receiving():
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            if receiver.refuse:
                receiver.refuse -= 1
                self.send_response(503)
            else:
                receiver.messages.append(json.loads(data))
                receiver.keys.append(self.headers["Idempotency-Key"])
                self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with serving(Handler) as url:
        receiver.url = f"{url}/hook"
        yield receiver


@pytest.fixture
def webhook():
    with receiving() as receiver:
        yield receiver


class _Mail(socketserver.StreamRequestHandler):
    """As much of a mail server as a message needs (RFC 5321)."""

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline().strip():
            word = line.split(b" ")[0].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                lines = []
                while (line := self.rfile.readline()) != b".\r\n":
                    lines.append(line.removeprefix(b"."))
                self.server.mails.append(email.message_from_bytes(b"".join(lines), policy=email.policy.default))
            self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 yes\r\n")


@contextmanager
def mail_server():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Mail) as server:
        server.mails = []
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield SimpleNamespace(port=server.server_address[1], mails=server.mails)
        server.shutdown()
        thread.join()
