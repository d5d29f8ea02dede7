"""A command run as a process, and what it and all it started cost: the clock, the processors, memory at the same moment."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SAMPLED_EVERY = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds on the clock and of a processor, the most megabytes resident at one time; None where that was not measured."""

    seconds: float
    processor: float | None = None
    megabytes: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A command that has ended: its cost over all its processes, its exit status, what it said."""

    cost: Cost
    status: int
    out: str
    err: str


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    *,
    told: bytes = b"",
    shared_once: bool = False,
    stopped_after: float = 600.0,
) -> Ended:
    """The command run to its end in a folder, told something on its standard input; killed where it takes longer than that.

    With `shared_once` what several of its processes share counts once as memory; to look at that takes longer.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as standard_input:
        standard_input.write(told)
        standard_input.seek(0)
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdin=standard_input, stdout=out, stderr=err)
        most = _Most(process.pid, began + stopped_after, proportional if shared_once else resident)
        most.start()
        _, status, used = os.wait4(process.pid, 0)  # of the children it waited for, too
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        cost = Cost(seconds=seconds, processor=used.ru_utime + used.ru_stime, megabytes=most.ended())
        return Ended(cost=cost, status=process.returncode, out=_said(out), err=_said(err))


def _said(file: object) -> str:
    file.seek(0)  # type: ignore[attr-defined]
    return file.read().decode(errors="replace")  # type: ignore[attr-defined, no-any-return]


class _Most(threading.Thread):
    """The most memory a process and its descendants had at one time, looked at every few milliseconds.

    `ru_maxrss` would not do: it is of one process, and at least that of the process that started it.
    """

    def __init__(self, process: int, stopped_at: float, of_each: Callable[[int], float]) -> None:
        super().__init__(daemon=True)
        self._of_each = of_each
        self._process, self._stopped_at = process, stopped_at
        self._over = threading.Event()
        self._most = 0.0

    def run(self) -> None:
        while not self._over.wait(SAMPLED_EVERY):
            self._most = max(self._most, sum(map(self._of_each, family(self._process))))
            if time.perf_counter() > self._stopped_at:
                for member in reversed(family(self._process)):
                    _kill(member)
                return

    def ended(self) -> float:
        self._over.set()
        self.join()
        return self._most


def _kill(process: int) -> None:
    with suppress(ProcessLookupError):  # gone by now
        os.kill(process, 9)


def family(process: int) -> list[int]:
    """A process and the processes that it and they have started and that still run (proc(5))."""
    members = [process]
    for member in members:
        with suppress(FileNotFoundError, ProcessLookupError):  # one that has ended meanwhile
            for task in Path(f"/proc/{member}/task").glob("*/children"):
                members += map(int, _read(task).split())
    return members


def processor_seconds(process: int) -> float:
    """Processor time so far of a process, of the processes it runs, and of all of theirs that have ended."""
    return sum(sum(map(int, _fields(member)[11:15])) for member in family(process)) / os.sysconf("SC_CLK_TCK")


def megabytes(process: int, name: str = "VmHWM") -> float:
    """Memory of a process: the most it ever had, or what it has (`VmRSS`); none where it has just ended."""
    lines = _read(Path(f"/proc/{process}/status")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0) / 1024


def resident(process: int) -> float:
    """Megabytes that a process has in memory, with all that it shares."""
    return megabytes(process, "VmRSS")


def proportional(process: int) -> float:
    """The same, with its part of what it shares (proc(5), smaps_rollup: Pss)."""
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0) / 1024


def _fields(process: int) -> list[str]:
    """The fields of /proc/pid/stat from the third on; none where it has just ended."""
    return _read(Path(f"/proc/{process}/stat")).rpartition(")")[2].split() or ["0"] * 50


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
