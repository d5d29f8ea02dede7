"""A warm process that forks a server of the page per order: a process of its own, really killed, without loading anything.

It reads one JSON order per line, {"args", "cwd", "env", "says"}, "says" being the pipe of its own for what it says, and
answers with the number of the process. What checks its files is forked, too, where everything is loaded.
"""

from __future__ import annotations

import atexit
import functools
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from roster_import.pipeline import check_process
from roster_import.read.isolation import fork_server

if TYPE_CHECKING:
    from tests.conftest import Desk

REPOSITORY = Path(__file__).resolve().parents[2]


@functools.cache
def forks() -> Forks:
    """The one of these tests."""
    made = Forks()
    atexit.register(made.close)
    return made


class Forks:
    """The warm process, seen from the tests."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            cwd=REPOSITORY, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        )  # fmt: skip

    def begin(self, desk: Desk, *args: object) -> Forked:
        """The command in a fork: told where it stands, and what it says is heard."""
        pipe = Path(tempfile.mkdtemp(dir=desk.folder)) / "says"
        os.mkfifo(pipe)
        order = {"args": [str(arg) for arg in args], "cwd": str(desk.folder), "env": desk.all_environment()}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({**order, "says": str(pipe)}) + "\n")
        self._process.stdin.flush()
        heard = pipe.open(encoding="utf-8")  # both ends are open from here on
        return Forked(os.pidfd_open(int(self._process.stdout.readline())), heard)

    def close(self) -> None:
        """End it."""
        self._process.communicate(timeout=10)


@dataclass
class Forked:
    """As much of `subprocess.Popen` as a server needs. `number` is its descriptor, which nothing else comes to have."""

    number: int
    stdout: IO[str]

    def poll(self) -> bool | None:
        """Whether it has ended, None where it has not."""
        return bool(select.select([self.number], [], [], 0)[0]) or None

    def send_signal(self, how: int) -> None:
        """Send it a signal."""
        signal.pidfd_send_signal(self.number, how)

    def wait(self, seconds: float) -> None:
        """Wait for its end."""
        assert select.select([self.number], [], [], seconds)[0], "it does not end"


# -------------------------------------------------------------------------------------------- its own process


def main() -> None:
    """Serve orders until stdin ends."""
    _warm_up()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that ended
    for line in sys.stdin:
        order = json.loads(line)
        says = os.open(order["says"], os.O_WRONLY)
        number = os.fork()
        if number == 0:
            _be_server(order, says)
        os.close(says)
        print(number, flush=True)


def _warm_up() -> None:
    """Load all that serving and ordering take."""
    from roster_import.sandbox import SandboxOptions, start
    from tests.targets.systems import desk_for, example

    check_process.load()
    for name in ("roster_import.cli.serve", "roster_import.page.server", "roster_import.write.results.workbook"):
        __import__(name)
    with tempfile.TemporaryDirectory() as folder, start(SandboxOptions(delay=0)) as sandbox:
        desk = desk_for(Path(folder), sandbox.url, "kitmaker", ROSTER_IMPORT_OFFLINE="1")
        example(desk)
        assert desk.quick("club.xlsx").status == 0


def _be_server(order: dict[str, Any], says: int) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(says, 1)
    os.dup2(says, 2)
    os.close(says)
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    _fork_checker()
    from roster_import.cli.main import run

    try:
        run(order["args"])
    finally:
        sys.stdout.flush()
        os._exit(0)


def _fork_checker() -> None:
    """What checks files is a fork of here, where there is one thread yet, for the first who starts it; the next is started."""
    ours, theirs = socket.socketpair()
    number = os.fork()
    if number == 0:
        os.setsid()  # as it is started: it and its forks end together
        ours.close()
        os.dup2(theirs.fileno(), 0)
        theirs.close()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        check_process.load = lambda: None  # it is loaded
        try:
            fork_server.main(check_process.__name__)
        finally:
            os._exit(0)
    theirs.close()
    ours.settimeout(fork_server._PATIENCE)
    started = fork_server._Running.start

    def start(worker: str) -> fork_server._Running:
        fork_server._Running.start = started  # type: ignore[method-assign]
        assert worker == check_process.__name__
        process: Any = _Checker(number)
        ends = weakref.finalize(process, fork_server._stop, number, ours)
        return fork_server._Running(process=process, talk=ours, stopping=ends)

    fork_server._Running.start = start  # type: ignore[method-assign]


class _Checker:
    """As much of `subprocess.Popen` as the one who started it needs."""

    def __init__(self, number: int) -> None:
        self.pid = number

    def wait(self) -> None:
        """Wait for its end."""
        os.waitpid(self.pid, 0)


if __name__ == "__main__":
    main()
