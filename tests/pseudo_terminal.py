"""The command on a real pseudo-terminal, its questions answered as they come.

It runs in a process of its own that was forked where everything is loaded, unless it is to start `afresh`, as a user's does.
"""

from __future__ import annotations

import atexit
import fcntl
import functools
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from typing import TYPE_CHECKING

from tests.drills.harness import Zygote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.conftest import Desk

CTRL_C = "\x03"
_AS_IT_IS: Mapping[str, object] = {}


_WEIGHT = re.compile(r"\x1b\[[0-9;]*m")
_CLEARED = re.compile(r"\r\x1b\[K(?:[^\r\n]*(?=\r\x1b\[K))?")


def on_terminal(
    desk: Desk,
    *args: object,
    answers: Sequence[str] = (),
    interrupt_when: Callable[[], bool] | None = None,
    afresh: bool = False,
) -> tuple[int, str]:
    """Run the command on a very wide pseudo-terminal, and return (status, all it showed), its colours left out.

    A line that was cleared is left out, too: how often time is seen to pass depends on the machine.
    """
    status, shown = on_coloured_terminal(
        desk, *args, answers=answers, interrupt_when=interrupt_when, columns=1000, afresh=afresh
    )
    return status, _CLEARED.sub("", _WEIGHT.sub("", shown))


def _environment(desk: Desk) -> dict[str, str]:
    told = {"TERM": "xterm-256color", **desk.environment}
    return {name: value for name, value in {**desk.all_environment(), **told}.items() if name != "COLUMNS"}


def on_coloured_terminal(
    desk: Desk,
    *args: object,
    answers: Sequence[str] = (),
    interrupt_when: Callable[[], bool] | None = None,
    columns: int = 80,
    afresh: bool = False,
    world: Mapping[str, object] = _AS_IT_IS,
) -> tuple[int, str]:
    """Run the command on a pseudo-terminal, answer its questions as they come, and return (status, all it showed).

    A question ends in a colon; to `CTRL_C` as an answer no return key is pressed. `interrupt_when`: Ctrl-C once this is so.
    `world`: what a fork finds changed, as `drills/zygote.py` has it.
    """
    terminal, ended = _started(desk, args, columns) if afresh else _forked(desk, args, columns, world)
    shown = _talked(terminal, list(answers), interrupt_when)
    os.close(terminal)
    return ended(), shown.decode().replace("\r\n", "\n")


def _started(desk: Desk, args: Sequence[object], columns: int) -> tuple[int, Callable[[], int]]:
    """The command started as a user's shell does: our end of its terminal, and who waits for its end."""
    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever runs the tests may ignore it
        os.chdir(desk.folder)
        os.execve(sys.executable, desk.command(*args), _environment(desk))
    _widen(terminal, columns)
    return terminal, lambda: os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _forked(
    desk: Desk, args: Sequence[object], columns: int, world: Mapping[str, object]
) -> tuple[int, Callable[[], int]]:
    """The same in a fork of a process that has everything loaded."""
    terminal, of_command = pty.openpty()
    _widen(terminal, columns)
    words = [str(arg) for arg in args]
    _zygote().begin(os.ttyname(of_command), args=words, cwd=str(desk.folder), env=_environment(desk), world=world)
    os.close(of_command)
    return terminal, _zygote().ended


@functools.cache
def _zygote() -> Zygote:
    zygote = Zygote()
    atexit.register(zygote.close)
    return zygote


def _widen(terminal: int, columns: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))


def _talked(terminal: int, waiting: list[str], interrupt_when: Callable[[], bool] | None) -> bytes:
    """All that is shown until the command ends."""
    shown, deadline = b"", time.monotonic() + 60
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 0.1)
        try:
            data = os.read(terminal, 65536) if ready else b""
        except OSError:
            break
        shown += data
        if waiting and re.search(rb": (\x1b\[0m)?$", shown):
            answer = waiting.pop(0)
            time.sleep(0.3 if answer == CTRL_C else 0)  # a person is slower than Python is with beginning to read
            os.write(terminal, answer.encode() + (b"" if answer == CTRL_C else b"\n"))
            shown += b" "
        if interrupt_when and interrupt_when():
            os.write(terminal, CTRL_C.encode())
            interrupt_when = None
    return shown
