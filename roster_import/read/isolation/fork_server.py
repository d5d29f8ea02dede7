"""A process that has loaded what its work needs and forks itself for each file: for those who read many.

The work is a module's: `load` is called once, `work(request, out)` in each fork. Reading is the usual one.


Loading takes ten times as long as reading a roster. The forks are as apart from each other and from us as processes
of their own: what a stranger's file does to one of them, the next does not see, as each is made from the process that
has read nothing. Not on Windows, which cannot fork; there every file gets a process of its own, as a lone file does.

The talk, over a socket pair: four bytes of length, with them the pipe to answer into, then the request; back comes the
number of the fork. To end a fork: its number alone, and the number comes back when it is gone. The server collects a
fork only then, so a number never means another process.

The second half of this module runs in that process. It loads, forks, ends forks, and no more: it never opens a
stranger's file itself, has one thread, and nothing of ours in its environment.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import weakref
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from roster_import.read.isolation import child
from roster_import.read.isolation.rows_so_far import answer_after

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from roster_import.read.isolation.fork_server import main; main(sys.argv[2])"
)
_PATIENCE: Final = 30.0  # seconds; it only forks and ends forks, so one that is silent for so long is broken
_LENGTH: Final = struct.Struct("!I")


def can_fork() -> bool:
    """Whether this platform can do it."""
    return hasattr(os, "fork") and hasattr(socket, "send_fds")


class ForkServer:
    """The process; it starts with the first file, anew where it broke, and ends with `close`, or with us."""

    def __init__(self, worker: str = child.__name__) -> None:
        self._worker = worker
        self._lock = threading.Lock()
        self._running: _Running | None = None

    def __enter__(self) -> ForkServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def begin(self, request: bytes) -> Fork:
        """A fork that works on a request of `process.request`; raises OSError where there can be none."""
        answers, answer = os.pipe()
        try:
            with self._lock:
                number = self._forked(request, answer)
        except OSError:
            os.close(answers)
            raise
        finally:
            os.close(answer)
        return Fork(self, number, answers)

    def end(self, number: int) -> None:
        """Make sure that a fork is gone."""
        with self._lock, suppress(OSError):
            if self._running is not None:  # else they all went with it
                self._told(self._running, _LENGTH.pack(number), None)

    def get_ready(self) -> None:
        """Start it, so that it has loaded everything when the first file comes."""
        with self._lock:
            if self._running is None:
                self._running = _Running.start(self._worker)

    def close(self) -> None:
        """End it, and with it every fork there still is."""
        with self._lock:
            self._drop()

    def _forked(self, request: bytes, answer: int) -> int:
        if self._running is not None:
            with suppress(OSError):  # it was killed, or has run out of something: a new one takes its place
                return self._told(self._running, request, answer)
        self._running = _Running.start(self._worker)
        return self._told(self._running, request, answer)

    def _told(self, running: _Running, request: bytes, answer: int | None) -> int:
        try:
            return running.told(request, answer)
        except OSError:
            self._drop()
            raise

    def _drop(self) -> None:
        if self._running is not None:
            self._running.stop()
            self._running = None


class Fork:
    """One file being read by a fork of the server."""

    def __init__(self, server: ForkServer, number: int, answers: int) -> None:
        self._server = server
        self._number: int | None = number
        self._answers = os.fdopen(answers, "rb")
        self._lock = threading.Lock()

    def answer(self, most: int, hear: Callable[[int, int], None] | None) -> bytes:
        """All it says, at most one byte more than `most`, which shows that it is too long; before it, what is heard."""
        return answer_after(self._answers, most, hear)

    def end(self) -> None:
        """Make sure that it is gone; harmless when it has ended."""
        with self._lock:
            if self._number is not None:
                self._server.end(self._number)
                self._number = None

    def close(self) -> None:
        """Close our end of its answer."""
        self._answers.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Running:
    """The server's process and our end of the talk."""

    process: subprocess.Popen[bytes]
    talk: socket.socket
    stopping: weakref.finalize[Any, Any]

    @classmethod
    def start(cls, worker: str) -> _Running:
        ours, theirs = socket.socketpair()
        ours.settimeout(_PATIENCE)
        search = json.dumps(child.search_path())
        try:
            process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
                [sys.executable, "-I", "-S", "-c", _START, search, worker],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=child.environment(),
                start_new_session=True,  # a group of its own: it and its forks end together
            )
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()
        return cls(process=process, talk=ours, stopping=weakref.finalize(process, _stop, process.pid, ours))

    def told(self, request: bytes, answer: int | None) -> int:
        """Say something, with a pipe to answer into or without; the number that is answered."""
        if answer is None:
            self.talk.sendall(_LENGTH.pack(0) + request)
        else:
            socket.send_fds(self.talk, [_LENGTH.pack(len(request))], [answer])
            self.talk.sendall(request)
        return int(_LENGTH.unpack(_received(self.talk, _LENGTH.size))[0])

    def stop(self) -> None:
        """End it and all its forks."""
        self.stopping()
        self.process.wait()


def _stop(group: int, talk: socket.socket) -> None:
    talk.close()
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def _received(talk: socket.socket, length: int) -> bytes:
    """So many bytes; raises ConnectionResetError where the other side is gone."""
    said = bytearray()
    while len(said) < length:
        more = talk.recv(length - len(said))
        if not more:
            raise ConnectionResetError("the other side has ended")
        said += more
    return bytes(said)


# -------------------------------------------------------------------------------------------- its own process


def main(worker: str) -> None:
    """Serve until the other side is gone; `worker` is the module that does the work."""
    talk = socket.socket(fileno=os.dup(0))
    module = import_module(worker)
    module.load()
    gc.freeze()
    forks: set[int] = set()
    try:
        while True:
            head, pipes, _, _ = socket.recv_fds(talk, _LENGTH.size, 1)
            body = _received(talk, _LENGTH.unpack(head)[0] if pipes else _LENGTH.size)
            number = _forked(talk, module.work, body, pipes[0]) if pipes else _ended(_LENGTH.unpack(body)[0], forks)
            forks |= {number} if pipes else set()
            talk.sendall(_LENGTH.pack(number))
    except (OSError, ValueError, LookupError, ArithmeticError):
        pass  # the other side is gone, or says what it never says
    finally:
        for number in list(forks):
            _ended(number, forks)


def _forked(talk: socket.socket, work: Callable[[bytes, BinaryIO], None], request: bytes, answer: int) -> int:
    number = os.fork()
    if number == 0:
        try:
            os.close(0)
            talk.close()
            with os.fdopen(answer, "wb") as out:
                work(request, out)
        finally:
            os._exit(0)  # whatever happened: what it has not answered, it has not read
    os.close(answer)
    return number


def _ended(number: int, forks: set[int]) -> int:
    """A fork of ours ended and collected; of any other number nothing is done."""
    if number in forks:
        forks.discard(number)
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(number, 0)
    return number
