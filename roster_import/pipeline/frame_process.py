"""The judge of frames in a process of its own, which loads pandas and pandera while this one gets everything else ready.

They are half of what a check of a small file takes. The process is a fork that is made before there is anything else to
share, takes columns and says what fails, a line of JSON each (`check/frame.py`), and ends with us, or as soon as it is
not asked any more. Where it cannot be made, has ended or fails, frames are judged here, and nothing else changes.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from roster_import.check.judge import judge_here

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roster_import.check.frame import Columns, Failure
    from roster_import.check.judge import Judge

_begun: list[FrameProcess] = []  # at most one: that of the command this process runs


@contextmanager
def frames_aside() -> Iterator[None]:
    """A judge gets ready aside for the length of the block, where that gains anything."""
    if not _gains():
        yield
        return
    _begun.append(FrameProcess())
    try:
        yield
    finally:
        done_with_frames()


def judge_at_hand() -> Judge:
    """The judge that gets ready aside; where there is none, the one that loads here."""
    return _begun[-1].judge if _begun else judge_here


def get_judge_ready() -> None:
    """Load pandas and pandera here, where they are not loaded aside."""
    if not _begun:
        import roster_import.check.frame  # noqa: F401


def done_with_frames() -> None:
    """Nothing is to be judged any more: what the judge has loaded is memory that others can use."""
    while _begun:
        _begun.pop().end()


def _gains() -> bool:
    """Whether there is a second processor to load them, a fork is safe, and they are not loaded already."""
    alone = threading.active_count() == 1 and not _begun  # a fork has but the thread that forked
    return alone and sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and "pandas" not in sys.modules


class FrameProcess:
    """The process, from its start to its end."""

    def __init__(self) -> None:
        asked, ask = os.pipe()
        answer, answered = os.pipe()
        self._number: int | None = os.fork()
        if self._number == 0:
            os.close(ask)
            os.close(answer)
            _serve(asked, answered)
        os.close(asked)
        os.close(answered)
        self._ask, self._answer = os.fdopen(ask, "wb"), os.fdopen(answer, "rb")

    def judge(self, columns: Columns) -> Iterable[Failure]:
        """What fails, said by the process; here, where it is gone."""
        answer = self._answered(columns) if self._number is not None else None
        return judge_here(columns) if answer is None else answer

    def _answered(self, columns: Columns) -> list[Failure] | None:
        import json

        try:
            self._ask.write(json.dumps(columns).encode("ascii") + b"\n")
            self._ask.flush()
            return [(at, column, code) for at, column, code in json.loads(self._answer.readline())]
        except (OSError, ValueError):
            self.end()
            return None
        except BaseException:  # given up half way: what it says next would answer another question
            self.end()
            raise

    def end(self) -> None:
        """End it; harmless when it has ended."""
        if self._number is None:
            return
        number, self._number = self._number, None
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(number, 0)
        for pipe in (self._ask, self._answer):
            with suppress(OSError):  # the other side went first
                pipe.close()


# ------------------------------------------------------------------------------------------- the other side, in a fork


def _serve(asked: int, answered: int) -> NoReturn:
    """Answer until nobody asks any more; it says nothing else to anybody."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        with os.fdopen(asked, "rb") as questions, os.fdopen(answered, "wb") as out:
            _answer(questions, out)
    finally:
        os._exit(0)


def _answer(questions: BinaryIO, out: BinaryIO) -> None:
    import json

    from roster_import.check.frame import failures

    for line in questions:
        out.write(json.dumps(failures(json.loads(line))).encode("ascii") + b"\n")
        out.flush()
