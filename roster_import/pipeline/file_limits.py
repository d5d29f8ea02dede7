"""What checking one stranger's file, and writing into it, may cost; beyond it there is one sentence for that file.

Reading is bound by a process of its own (`read/isolation`). What comes after it is our own code on texts: here it is
stopped in this very process, at the next instruction of ours or, on the main thread, in the middle of a regular
expression, as that heeds signals. What must go on whatever happens has a process for it, too (`check_process.py`).
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from roster_import.errors import WriteError
from roster_import.language.messages import say
from roster_import.model.problem import FILE
from roster_import.model.report import Checked
from roster_import.pipeline.collector import looks_seldom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from roster_import.check.recognised import CheckOptions, Recognised
    from roster_import.model.catalogue import CatalogueEntry
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Workbook
    from roster_import.read import Limits
    from roster_import.targets.protocol import Target

T = TypeVar("T")
_AGAIN = 0.5  # seconds; what was raised may have been caught by what it was to end
_TOO_SLOW, _TOO_LARGE = "check-too-slow", "check-too-large"
GIVEN_UP = frozenset({_TOO_SLOW, _TOO_LARGE})
"""What is said of a file that costs too much to be checked: to check it once more would cost the same again."""


class _TooLongError(BaseException):
    """Time is up. Not an `Exception`, so that nothing on its way takes it for an error of its own."""


def limited(path: Path, limits: Limits, work: Callable[[], T]) -> T | Checked:
    """What the work on a file gives, or what is to be said of the file where it costs more than the limits allow."""
    try:
        return _bounded(limits, work)
    except _TooLongError:
        return too_slow(path, limits)
    except MemoryError:
        return too_large(path)


def _bounded(limits: Limits, work: Callable[[], T]) -> T:
    """What the work gives. Raises `_TooLongError` or `MemoryError` where it costs more than the limits allow."""
    clock = _clock(limits.seconds)
    try:
        try:
            with _memory(limits.memory), looks_seldom():
                clock.start()
                return work()
        finally:
            clock.stop()
    except _TooLongError:
        clock.stop()
        raise


class WriteLimits:
    """What writing into one stranger's workbook may cost, as `write.deliver.Bound`; `given_up` says that it cost more."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self.given_up = False

    def judged(self, work: Callable[[], T]) -> T:
        """What the look at a workbook gives. Raises `WriteError` where it costs more."""
        try:
            return _bounded(self._limits, work)
        except (_TooLongError, MemoryError) as error:
            raise WriteError(self._too_much()) from error

    def written(self, work: Callable[[], T]) -> T:
        """What the writing gives. Raises `WriteError` where it costs more."""
        try:
            return _bounded(self._limits, work)
        except (_TooLongError, MemoryError) as error:
            self.given_up = True
            raise WriteError(self._too_much()) from error

    def told(self, workbook: Path | None) -> tuple[Problem, ...]:
        """What is to be said of the workbook that was written all the same: nothing where nothing was given up."""
        if not self.given_up or workbook is None:
            return ()
        message = say(
            "To write into {file_name} takes too long or too much memory and was given up: {workbook} is a plain workbook, "
            "without its colours, pictures and formulas.",
            file_name=self._path.name,
            workbook=workbook.name,
        )
        return (FILE.warning("written-plainly", message),)

    def _too_much(self) -> str:
        return say(
            "To write into {file_name} takes too long or too much memory: copy the players into a new workbook, without "
            "anything that is no part of the roster, and send that.",
            file_name=self._path.name,
        )


def recognised_within(workbook: Workbook, options: CheckOptions, limits: Limits) -> Recognised | Checked:
    """The workbook recognised, or what is to be said of it where that costs more than the limits allow."""
    from roster_import.check.recognised import recognise_workbook

    return limited(workbook.path, limits, lambda: recognise_workbook(workbook, options))


def checked_within(
    file: Recognised | Checked, facts: Sequence[CatalogueEntry], target: Target, limits: Limits
) -> Checked:
    """The file checked with what the order system told, or what is to be said where that costs more than the limits allow."""
    from roster_import.check.certain_problems import check_certain

    if isinstance(file, Checked):
        return file
    return limited(file.workbook.path, limits, lambda: check_certain(file, facts, target))


def too_slow(path: Path, limits: Limits) -> Checked:
    """What is said of a file that was not checked in time."""
    message = say(
        "{file_name} was still being checked after {seconds:g} seconds, so it was given up: copy the players into a new "
        "workbook, without anything that is no part of the roster, and send that.",
        file_name=path.name,
        seconds=limits.seconds,
    )
    return _refused(path, _TOO_SLOW, message)


def too_large(path: Path) -> Checked:
    """What is said of a file whose check needed more memory than there is for it, or broke off."""
    message = say(
        "{file_name} is too large to be checked: copy the players into a new workbook, without anything that is no part of "
        "the roster, and send that.",
        file_name=path.name,
    )
    return _refused(path, _TOO_LARGE, message)


def _refused(path: Path, code: str, message: str) -> Checked:
    return Checked(path=path, workbook=None, layouts=(), problems=(FILE.error(code, message),), lines=(), orders=())


# ----------------------------------------------------------------------------------------------------------- time


def _clock(seconds: float) -> _Alarm | _Watchdog:
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        return _Alarm(seconds)
    return _Watchdog(seconds)


class _Alarm:
    """Time on the main thread: a signal, whose handler raises. Also inside a regular expression, which looks for signals."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._rings = False

    def start(self) -> None:
        """Begin to count."""
        self._before = signal.signal(signal.SIGALRM, self._ring)
        self._rings = True
        signal.setitimer(signal.ITIMER_REAL, self._seconds, _AGAIN)

    def stop(self) -> None:
        """Ring no more; harmless when it does not."""
        if self._rings:
            self._rings = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)

    def _ring(self, *_: object) -> None:
        if self._rings:
            raise _TooLongError


class _Watchdog:
    """Time on any other thread: raises there at its next instruction (Python/C API › PyThreadState_SetAsyncExc)."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._watched = threading.get_ident()
        self._over = threading.Event()
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begin to count."""
        threading.Thread(target=self._watch, name="time of a check", daemon=True).start()

    def stop(self) -> None:
        """Raise no more; harmless when it does not."""
        with self._lock:
            self._over.set()

    def _watch(self) -> None:
        import ctypes

        wait = self._seconds
        while not self._over.wait(wait):
            with self._lock:
                if not self._over.is_set():
                    raised = ctypes.py_object(_TooLongError)
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._watched), raised)
            wait = _AGAIN


# ---------------------------------------------------------------------------------------------------------- memory


@contextmanager
def _memory(most: int) -> Iterator[None]:
    """So much address space beyond what there is during the block, where it has the process to itself and Linux says how much."""
    in_use = _address_space()
    if in_use is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    hard = before[1]
    bound = in_use + most if hard == resource.RLIM_INFINITY else min(in_use + most, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, before)


def _address_space() -> int | None:
    """The bytes of address space of this process (proc(5), statm); None where nobody says."""
    try:
        import resource

        return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
    except (ImportError, OSError, ValueError):
        return None
