"""What becomes of a check as the file grows: its time, and its memory."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

from benchmarks.checks import IMPORTS, IMPORTS_NAME, SIZES, SUFFIXES, command, own_costs
from benchmarks.pairs import middle
from benchmarks.processes import run
from benchmarks.record import Line
from benchmarks.rosters import made
from benchmarks.row import Bench, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

START = 30
RUNS = {30: 9, 1_000: 7, 10_000: 3, 40_000: 2, 100_000: 1}
MEMORY_BEFORE = 105.0  # megabytes
"""Megabytes of a check of 30 rows before columns took the place of cells (28 November 2026)."""
MEMORY_GOALS = {10_000: 1.1 * MEMORY_BEFORE, 100_000: 400.0}
_JUDGE = "import pandas, pandera.pandas"  # what the process aside cannot do without
EXPONENT = 1.05
TELLS = 0.1
"""The part of a start-up that a size must take beyond it to tell of growth: less is what a start-up varies by."""


def exponent(seconds: Mapping[int, float]) -> float:
    """The power of the number of rows with which time grows: the slope of the least squares through the logarithms."""
    points = [(math.log(rows), math.log(took)) for rows, took in seconds.items()]
    x, y = (sum(column) / len(points) for column in zip(*points, strict=True))
    return sum((at - x) * (value - y) for at, value in points) / sum((at - x) ** 2 for at, _ in points)


def growth(bench: Bench) -> Iterator[Line]:
    """The power with which processor time over that of 30 rows grows, for each kind of file.

    From 1,000 rows on, or from where they take more than a start-up varies by.
    """
    for suffix in SUFFIXES:
        costs = {rows: own_costs(bench, rows, suffix, RUNS[rows]) for rows in _sizes(bench)}
        took = {rows: middle(runs).processor or 0.0 for rows, runs in costs.items() if runs}
        more = {rows: seconds - took[START] for rows, seconds in took.items() if seconds > (1 + TELLS) * took[START]}
        if len(more) < 2:
            yield Line(
                row="growth", what=f"growth, {suffix}", refused="no two sizes take more than a start-up varies by"
            )
            continue
        whole = exponent({rows: took[rows] for rows in took if rows > START})
        yield Line(
            row="growth", what=f"growth from {min(more):,} to {max(more):,} rows, {suffix}",
            here=exponent({rows - START: seconds for rows, seconds in more.items()}), unit="", goal=EXPONENT,
            note=f"the power of the rows; with the start-up in it, from 1,000 rows on, {whole:.2f}",
        )  # fmt: skip


def _sizes(bench: Bench) -> list[int]:
    return [rows for rows in SIZES if rows <= 10_000 or not bench.quick]


def memory(bench: Bench) -> Iterator[Line]:
    """The most resident at one time, over all its processes together."""
    for rows in _sizes(bench):
        costs = own_costs(bench, rows, ".xlsx", RUNS[rows])
        what = f"memory of a check of {rows:,} rows, .xlsx"
        if costs:
            yield Line(
                row="memory",
                what=what,
                here=middle(costs).megabytes,
                unit="MB",
                goal=MEMORY_GOALS.get(rows),
                runs=len(costs),
                note=_shared_once(bench, rows) if rows in MEMORY_GOALS else "",
            )
        else:
            yield Line(row="memory", what=what, refused="the file is refused", goal=MEMORY_GOALS.get(rows))
    for name, imports in ((IMPORTS_NAME, IMPORTS), ("pandas and pandera alone", _JUDGE)):
        loaded = run([sys.executable, "-c", imports], bench.folder, bench.environment)
        yield Line(row="memory", what=f"memory of {name}", here=loaded.cost.megabytes, unit="MB")


def _shared_once(bench: Bench, rows: int) -> str:
    """The same where what its processes share counts once, in a run of its own."""
    ended = run(command(made(bench.files, rows, ".xlsx")), bench.folder, bench.environment, shared_once=True)
    return f"{ended.cost.megabytes or 0.0:.0f} MB where what its processes share counts once"


ROWS = (
    Row(name="growth", what="how time grows with the rows", measure=growth),
    Row(name="memory", what="how memory grows with the rows", measure=memory),
)
