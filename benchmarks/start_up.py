"""Start-up: `--help` and `orders` beside importing click."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.pairs import beside, in_turn
from benchmarks.row import COMMAND, Bench, Row

if TYPE_CHECKING:
    from benchmarks.record import Line

CLICK = [sys.executable, "-c", "import click"]
RUNS = 15


def measured(bench: Bench, name: str, arguments: list[str], goal: float) -> list[Line]:
    """A command beside the import, in turn; each once before."""
    ways = [bench.timed([COMMAND, *arguments]), bench.timed(CLICK)]
    in_turn(ways, 1)
    rounds = in_turn(ways, bench.runs(RUNS))
    return [beside(name, f"roster-import {' '.join(arguments)}", "import click", rounds, 1, goal=goal)]


def _row(name: str, arguments: list[str], goal: float) -> Row:
    what = f"roster-import {' '.join(arguments)}"
    return Row(name=name, what=what, measure=partial(measured, name=name, arguments=arguments, goal=goal))


ROWS = (
    _row("help", ["--help"], 1.5),
    _row("help-import", ["import", "--help"], 2.0),
    _row("help-german", ["import", "--help", "--language", "de"], 2.0),
    _row("orders", ["orders"], 2.0),
)
