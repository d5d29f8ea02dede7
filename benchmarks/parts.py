"""Where a check's time goes: the processor's time by room, looked at every two milliseconds of it; run as a process of its own.

    python -m benchmarks.parts FILE     # JSON: part -> seconds

What a library does counts for the room that called it. The process that reads the file is counted whole.
"""

from __future__ import annotations

import io
import json
import os
import resource
import signal
import sys
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.record import Line
from benchmarks.rosters import made
from benchmarks.row import ROOT, Bench, Row, RowFailedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

EVERY = 0.002
PACKAGE = str(ROOT / "roster_import") + "/"
START, READING, PROGRAM = "modules loaded", "reading, in its own process", "the rest"
NAMES = {
    "read": "what was read handed over", "recognise": "recognition", "check/rows": "rows",
    "check/frame.py": "validation", "check/validate.py": "validation",
    "check/rules": "warnings", "check/group.py": "orders grouped", "check": "the rest of the check",
}  # fmt: skip
"""Rooms of the package and what is done there; the longest name that fits counts."""


def part(frame: FrameType | None) -> str:
    """What a moment is spent on: the loading of modules, or the innermost room on the stack."""
    room = PROGRAM
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith("<frozen importlib"):
            return START
        if room == PROGRAM and name.startswith(PACKAGE):
            room = _room(name.removeprefix(PACKAGE))
        frame = frame.f_back
    return room


def _room(module: str) -> str:
    names = [name for name in NAMES if module == name or module.startswith(f"{name}/")]
    return NAMES[max(names, key=len)] if names else PROGRAM


def seconds_of(path: str) -> dict[str, float]:
    """Check a file as the command does, and where its time went."""
    if hasattr(
        os, "sched_setaffinity"
    ):  # with one processor there is no third process, and all that is loaded is seen here
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    moments: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _signal, frame: moments.update([part(frame)]))
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()), suppress(SystemExit):
        from roster_import.cli.main import run

        run(["check", path])
    signal.setitimer(signal.ITIMER_PROF, 0)
    own, read = (_processor(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    share = own / max(1, moments.total())
    return {READING: read, **{name: share * count for name, count in moments.most_common()}}


def _processor(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def measured(bench: Bench, rows: int) -> Iterator[Line]:
    """A line for each part, the longest first."""
    ended = bench.run([sys.executable, "-m", "benchmarks.parts", str(made(bench.files, rows, ".xlsx"))], at=ROOT)
    if ended.status != 0:
        raise RowFailedError(f"the parts of {rows} rows: exit {ended.status}: {ended.err.strip()[-300:]}")
    seconds = json.loads(ended.out)
    for name in sorted(seconds, key=seconds.__getitem__, reverse=True):
        yield Line(row=f"parts-{rows}", what=f"of {rows:,} rows: {name}", here=seconds[name])


ROWS = tuple(
    Row(
        name=f"parts-{rows}",
        what=f"where the time of a check of {rows:,} rows goes",
        measure=partial(measured, rows=rows),
    )
    for rows in (30, 10_000)
)

if __name__ == "__main__":
    print(json.dumps(seconds_of(sys.argv[1])))
