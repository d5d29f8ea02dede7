"""A warm process that forks one victim per run: a real process, really killed, without a second of imports each time.

It reads one JSON order per line and answers one JSON line. An order is {"args", "cwd", "env"} with "log", the file for what
it says, or "terminal", the one it runs on, and at most one of
  "point"  kill -9 where the program passes a named point (see POINTS)
  "after"  kill -9 so many seconds after the start
and "world" for runs in a changed world: {"clock": seconds to add, "body": text put into every new body, "full_at": the event
from which on no file can grow, "user": a user id to run as, "host": what the machine is called, "worked_on": seconds an order
system may still be at what it was sent, "line_after": seconds until a terminal says how far a file is}.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import resource
import signal
import socket
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.read.isolation import child, process
from roster_import.read.isolation.rows_so_far import answer_after

if TYPE_CHECKING:
    from collections.abc import Callable

POINTS = (
    "begin",  # before anything is written down
    "sending",  # written down, before the request
    "between",  # the request is under way
    "answered",  # the answer is there, the ledger does not know yet
    "pending",  # the ledger knows it was taken
    "polling",  # while it is asked for
    "completed",  # confirmed, before the results workbook
    "writing",  # just before the results are written
    "half-written",  # the results are on disk under another name
    "written",  # the results are there, the ledger has been told
)
# Where the placing is a talk of several requests, also "reached": a step of it is on disk; and "between-lines": the
# lines of an order are under way.


def main() -> None:
    """Serve orders until stdin ends."""
    _warm_up()
    for line in sys.stdin:
        order = json.loads(line)
        status = _on_terminal(order) if "terminal" in order else _heard(order)
        print(json.dumps({"status": status}), flush=True)


def _on_terminal(order: dict) -> int:
    terminal = os.open(order["terminal"], os.O_RDWR | os.O_NOCTTY)
    print(json.dumps({"open": order["terminal"]}), flush=True)
    child = os.fork()
    if child == 0:
        os.setsid()
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)  # its own from now on: Ctrl-C there is for it
        signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore it
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)  # type: ignore[union-attr]
        sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        _be_victim(order, terminal, terminal)
    os.close(terminal)
    return _wait(child, None)


def _heard(order: dict) -> int:
    said, says = os.pipe()  # not a file: what a victim on a full disk says must be heard
    child = os.fork()
    if child == 0:
        _be_victim(order, os.open(os.devnull, os.O_RDONLY), says)
    os.close(says)
    status = _wait(child, order.get("after"))
    with os.fdopen(said, "rb") as words, open(order["log"], "ab") as log:  # noqa: PTH123 - beside the descriptors
        log.write(words.read())
    return status


def _warm_up() -> None:
    """Order once, at a stand-in of its own: a victim loads nothing any more, and what is measured is no loading."""
    from roster_import.sandbox import SandboxOptions, start
    from tests.targets.systems import desk_for, example

    with tempfile.TemporaryDirectory() as folder, start(SandboxOptions(delay=0)) as sandbox:
        desk = desk_for(Path(folder), sandbox.url, "kitmaker", ROSTER_IMPORT_OFFLINE="1")
        example(desk)
        assert desk.quick("club.xlsx").status == 0


class _ForkOfVictim:
    """A file read in a fork of the victim: a process of its own as ever, without the loading."""

    def __init__(self, request: bytes) -> None:
        answers, answer = os.pipe()
        self._number = os.fork()
        if self._number == 0:
            try:
                with os.fdopen(answer, "wb") as out:
                    child.read(json.loads(request), out)
            finally:
                os._exit(0)
        os.close(answer)
        self._answers = os.fdopen(answers, "rb")

    def answer(self, most: int, hear: Callable[[int, int], None] | None) -> bytes:
        """All it says; what it tells before its answer is heard."""
        return answer_after(self._answers, most, hear)

    def end(self) -> None:
        """Make sure that it is gone."""
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(self._number, signal.SIGKILL)
            os.waitpid(self._number, 0)

    def close(self) -> None:
        """Close our end of its answer."""
        self._answers.close()


def _wait(child: int, after: float | None) -> int:
    if after is not None:
        time.sleep(after)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _be_victim(order: dict, hears: int, says: int) -> None:
    os.dup2(hears, 0)
    os.dup2(says, 1)
    os.dup2(says, 2)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - a descriptor, as long as the process
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    process._OwnProcess = _ForkOfVictim  # type: ignore[assignment,misc]
    _change_world(order.get("world", {}))
    if point := order.get("point"):
        _strike_at(point)
    from roster_import.cli.main import run

    try:
        run(order["args"])
    except SystemExit as stop:
        sys.stdout.flush()
        os._exit(int(stop.code or 0))
    os._exit(99)


# ------------------------------------------------------------------------------------------------------ striking


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_soon(seconds: float) -> None:
    signal.signal(signal.SIGALRM, lambda *_: _die())
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _strike_at(point: str) -> None:
    """Let the program kill itself where it passes the point; nothing of the program knows of this."""
    if point == "begin":
        from roster_import.place import place_order

        place_order.begin = lambda *_, **__: _die()
        return
    if point == "half-written":
        import roster_import.files as files

        files._put = lambda *_, **__: _die()
        return
    from roster_import.cli.terminal import Terminal

    told = Terminal.tell

    def tell(self: Terminal, event: str, reference: str, detail: str) -> None:
        told(self, event, reference, detail)
        if event == point:
            _die()
        if (event, point) in (("sending", "between"), ("pending", "polling"), ("reached", "between-lines")):
            _die_soon(0.06)

    Terminal.tell = tell  # type: ignore[method-assign]


def _change_world(world: dict) -> None:
    if "clock" in world:
        real = time.time
        time.time = lambda: real() + world["clock"]
    if "body" in world:
        from roster_import.targets.kitmaker import KitMaker

        write = KitMaker.body
        KitMaker.body = lambda self, order, again: write(self, order, again)[:-1] + f',"note":"{world["body"]}"}}'  # type: ignore[method-assign]
    if "worked_on" in world:
        from roster_import.place import conversation

        conversation.WORKED_ON = world["worked_on"]
    if "line_after" in world:
        from roster_import.cli import progress

        progress.AFTER = world["line_after"]
    if "host" in world:
        socket.gethostname = lambda: world["host"]
    if "full_at" in world:
        _fill_disk_at(world["full_at"])
    if "user" in world:
        os.setgid(world["user"])
        os.setuid(world["user"])


def _fill_disk_at(moment: str) -> None:
    """From that event on no file can be made longer than a few bytes, as on a full disk; "start" is at once."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    if moment == "start":
        resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
        return
    from roster_import.cli.terminal import Terminal

    told = Terminal.tell

    def tell(self: Terminal, event: str, reference: str, detail: str) -> None:
        told(self, event, reference, detail)
        if event == moment:
            resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))

    Terminal.tell = tell  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
