"""The process that forks itself for each file (`forked.py` has the talk): it loads, forks, ends forks, and no more.

It never opens a stranger's file itself, has one thread, and nothing of ours in its environment.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
from contextlib import suppress

from roster_import.read.isolation import child
from roster_import.read.isolation.forked import LENGTH


def main() -> None:
    """Serve until the other side is gone."""
    talk = socket.socket(fileno=os.dup(0))
    child.load()
    gc.freeze()
    forks: set[int] = set()
    try:
        while True:
            head, pipes, _, _ = socket.recv_fds(talk, LENGTH.size, 1)
            body = _received(talk, LENGTH.unpack(head)[0] if pipes else LENGTH.size)
            number = _forked(talk, body, pipes[0]) if pipes else _ended(LENGTH.unpack(body)[0], forks)
            forks |= {number} if pipes else set()
            talk.sendall(LENGTH.pack(number))
    except (OSError, ValueError, LookupError, EOFError, ArithmeticError):
        pass  # the other side is gone, or says what it never says
    finally:
        for number in list(forks):
            _ended(number, forks)


def _received(talk: socket.socket, length: int) -> bytes:
    """So many bytes; raises EOFError where the other side is gone."""
    said = b""
    while len(said) < length:
        more = talk.recv(length - len(said))
        if not more:
            raise EOFError
        said += more
    return said


def _forked(talk: socket.socket, request: bytes, answer: int) -> int:
    number = os.fork()
    if number == 0:
        try:
            os.close(0)
            talk.close()
            with os.fdopen(answer, "wb") as out:
                child.read(json.loads(request), out)
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
