"""The proof of a roster, beside its check: a page of every shirt, drawn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.checks import command
from benchmarks.pairs import beside, in_turn
from benchmarks.rosters import made
from benchmarks.row import COMMAND, Bench, Row

if TYPE_CHECKING:
    from benchmarks.record import Line

RUNS = {30: 9, 1_000: 5}


def measured(bench: Bench, rows: int) -> list[Line]:
    """The proof beside the check of the same file."""
    roster = made(bench.files, rows, ".xlsx")
    page = str(bench.folder / f"proof-{rows}.html")
    ways = [bench.timed([COMMAND, "proof", str(roster), "--output", page]), bench.timed(command(roster))]
    rounds = in_turn(ways, bench.runs(RUNS[rows]))
    return [beside(f"proof-{rows}", f"proof of {rows:,} rows", "its check", rounds, 1)]


ROWS = tuple(
    Row(name=f"proof-{rows}", what=f"the proof of {rows:,} rows", measure=partial(measured, rows=rows)) for rows in RUNS
)
