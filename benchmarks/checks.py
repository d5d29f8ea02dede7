"""`check` of rosters of every size, beside those who judge or only read the same file."""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.comparators import FRICTIONLESS, beside, set_up, tried
from benchmarks.pairs import beside as line_beside
from benchmarks.pairs import in_turn
from benchmarks.record import Line
from benchmarks.rosters import made, planted_at
from benchmarks.row import COMMAND, Bench, Row, RowFailedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.processes import Cost

SIZES = (30, 1_000, 10_000, 40_000, 100_000)
SUFFIXES = (".xlsx", ".csv")
RUNS = {30: 9, 1_000: 7, 10_000: 5, 40_000: 3, 100_000: 1}
GOALS = {
    (1_000, ".xlsx"): 1.0,
    (10_000, ".xlsx"): 0.8,
    (40_000, ".xlsx"): 0.5,
    (100_000, ".xlsx"): 0.5,
    (10_000, ".csv"): 1.5,
}
"""The most of frictionless's time."""
IMPORTS = "import openpyxl, pandas, pandera.pandas, httpx, click"
IMPORTS_NAME = "the five imports"
IMPORTS_BESIDE = 1_000  # larger files are no matter of start-up
IMPORTS_GOAL = {(30, ".xlsx"): 1.0}
LARGE = 40_000  # a limit may say no
NEVER_MISSING = "Player"
"""An empty cell there is no fault to this program: who a shirt is for is for the coach to know."""


def name(rows: int, suffix: str) -> str:
    """The row's name: `check-1000-xlsx`."""
    return f"check-{rows}-{suffix[1:]}"


def what(rows: int, suffix: str) -> str:
    """The row in words."""
    return f"check of {rows:,} rows, {suffix}"


def command(path: Path) -> list[str]:
    """The check as a whole process."""
    return [COMMAND, "check", str(path)]


def measured(bench: Bench, rows: int, suffix: str) -> list[Line]:
    """One line for each of the others. Raises `RowFailedError` where one of them, or the program, does not see what it should."""
    set_up()
    sound, faults = (made(bench.files, rows, suffix, sound=sound) for sound in (True, False))
    others = beside(rows, suffix)
    refused = _tried(bench, sound, faults, rows)
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:  # nothing is timed yet
        list(side_by_side.map(lambda other: tried(bench, other, sound, faults, rows), others))
    ways = [bench.timed(command(sound)), *(bench.timed(other.command(sound)) for other in others)]
    names = [other.name for other in others]
    if rows <= IMPORTS_BESIDE:
        ways.append(bench.timed([sys.executable, "-c", IMPORTS]))
        names.append(IMPORTS_NAME)
    if refused:
        return _refused(rows, suffix, names, in_turn(ways[1:], 1), refused)
    rounds = in_turn(ways, bench.runs(RUNS[rows]))
    bench.costs.setdefault(name(rows, suffix), []).extend(costs[0] for costs in rounds)
    return [
        line_beside(name(rows, suffix), what(rows, suffix), other, rounds, at, goal=_goal(other, rows, suffix))
        for at, other in enumerate(names, start=1)
    ]


def _goal(other: str, rows: int, suffix: str) -> float | None:
    goals = {FRICTIONLESS.name: GOALS, IMPORTS_NAME: IMPORTS_GOAL}
    return goals.get(other, {}).get((rows, suffix))


def _refused(rows: int, suffix: str, names: Sequence[str], rounds: Sequence[Sequence[Cost]], why: str) -> list[Line]:
    (costs,) = rounds
    return [
        Line(row=name(rows, suffix), what=what(rows, suffix), refused=why, beside=other, there=cost.seconds,
             there_processor=cost.processor, there_megabytes=cost.megabytes, goal=_goal(other, rows, suffix))
        for other, cost in zip(names, costs, strict=True)
    ]  # fmt: skip


def own_costs(bench: Bench, rows: int, suffix: str, runs: int) -> list[Cost]:
    """What the check of a file costs: as it was measured for its row in this run, else measured now; none where it is refused."""
    key = name(rows, suffix)
    if key not in bench.costs:
        sound, faults = (made(bench.files, rows, suffix, sound=sound) for sound in (True, False))
        refused = _tried(bench, sound, faults, rows)
        way = bench.timed(command(sound))
        bench.costs[key] = [] if refused else [way() for _ in range(bench.runs(runs))]
    return bench.costs[key]


# ------------------------------------------------------------------------------------------- what is to be found


def _tried(bench: Bench, sound: Path, faults: Path, rows: int) -> str:
    """What the program says where a file is too much for it. Raises `RowFailedError` unless it finds just what is planted."""
    said = _errors(bench, faults)
    (faults.parent / f"{faults.stem}.problems.xlsx").unlink(missing_ok=True)
    if rows >= LARGE and (why := refusal(said)):
        return why
    wanted = [fault for fault in planted_at(rows) if fault[1] != NEVER_MISSING]
    if (found := sorted((error["row"], error["column"]) for error in said)) != wanted:
        raise RowFailedError(f"check of {faults.name}: {str(found)[:200]}, not {wanted}")
    if errors := _errors(bench, sound):
        if rows >= LARGE and (why := refusal(errors)):
            return why
        raise RowFailedError(f"check of {sound.name}: {errors[0]['message']}")
    return ""


def refusal(errors: Sequence[dict[str, object]]) -> str:
    """The sentence by which a file was not looked at at all: the only error, and of no cell."""
    whole = (
        len(errors) == 1 and errors[0]["row"] is None and str(errors[0]["code"]).startswith(("file-too", "check-too"))
    )
    return str(errors[0]["message"]) if whole else ""


def _errors(bench: Bench, path: Path) -> list[dict[str, object]]:
    ended = bench.run([COMMAND, "check", "--json", str(path)])
    try:
        (file,) = json.loads(ended.out)["files"]
    except ValueError as error:
        raise RowFailedError(f"check of {path.name}: exit {ended.status}: {ended.err.strip()[-300:]}") from error
    return [problem for problem in file["problems"] if problem["level"] == "error"]


def _rows() -> Iterator[Row]:
    for suffix in SUFFIXES:
        for rows in SIZES:
            measure = partial(measured, rows=rows, suffix=suffix)
            yield Row(name=name(rows, suffix), what=what(rows, suffix), measure=measure, in_quick=rows <= 10_000)


ROWS = tuple(_rows())
