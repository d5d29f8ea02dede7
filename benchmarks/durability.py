"""What durability costs: whole imports with every commit on disk beside imports that never sync, in turn.

The sandbox confirms after one second, the quickest order the vendor's documents speak of is three.
"""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import ExitStack, redirect_stderr, redirect_stdout, suppress
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from benchmarks.pairs import beside, in_turn
from benchmarks.processes import Cost
from benchmarks.row import ROOT, Bench, Row, RowFailedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.record import Line

PAIRS, GOAL = 9, 1.05


def _import(folder: Path, *, durable: bool) -> Cost:
    """One order placed, in this process; with the ledger as it is, or with one that leaves it to the system when to write."""
    from roster_import.cli.main import run
    from roster_import.place.ledger.ledger import Ledger
    from tests.conftest import ORDER, build

    opened = Ledger.open

    def careless(place: Path | str, patience: float, warn: Callable[[str], None]) -> Ledger:
        ledger = opened(place, patience, warn)
        ledger._db.execute("PRAGMA synchronous = OFF")
        return ledger

    reference = f"PO-{len(list(folder.glob('*.xlsx')))}"
    club = build(folder / f"{reference}.xlsx", order={**ORDER, "Reference": reference})
    with ExitStack() as world:
        if not durable:
            world.enter_context(mock.patch.object(Ledger, "open", careless))
        for stream in (redirect_stdout(StringIO()), redirect_stderr(StringIO()), suppress(SystemExit)):
            world.enter_context(stream)
        began, busy = time.perf_counter(), time.process_time()
        run([str(club)])
    return Cost(seconds=time.perf_counter() - began, processor=time.process_time() - busy)


def measured(bench: Bench) -> list[Line]:
    """Both in turn; in this repository's folder, as a folder for temporary files may lie in memory."""
    from roster_import.sandbox import SandboxOptions, start

    with tempfile.TemporaryDirectory(dir=ROOT) as name, start(SandboxOptions(delay=1.0)) as sandbox:
        folder = Path(name)
        world = {
            "ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3"), "ROSTER_IMPORT_KITMAKER_URL": sandbox.url,
            "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key", "ROSTER_IMPORT_POLL_INTERVAL": "1.05",
        }  # fmt: skip
        with mock.patch.dict(os.environ, bench.environment | world, clear=True):
            _import(folder, durable=True)
            ways = [partial(_import, folder, durable=durable) for durable in (True, False)]
            rounds = in_turn(ways, bench.runs(PAIRS))
        if (placed := len(sandbox.orders())) != 1 + 2 * len(rounds):
            raise RowFailedError(f"{placed} orders were placed, not {1 + 2 * len(rounds)}")
    return [beside("durability", "an order with every commit on disk", "the same without", rounds, 1, goal=GOAL)]


ROWS = (Row(name="durability", what="what it costs that every commit is on disk", measure=measured),)
