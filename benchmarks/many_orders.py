"""1, 100, 1,000 and 5,000 orders of one file, beside the vendor's own time: it confirms each 3 s after it took it.

What is aimed at: the whole takes at most 1.1 times the slowest order at the vendor and our own processor time, and that is
at most 4 ms an order where there are many. `make bench ROWS=place-1000` measures that number alone.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.processes import processor_seconds, run
from benchmarks.record import Line
from benchmarks.row import COMMAND, Bench, Row, RowFailedError
from benchmarks.vendor import vendor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.processes import Cost

COUNTS, DELAY, SLACK, MILLISECONDS, MANY = (1, 100, 1_000, 5_000), 3.0, 1.1, 4.0, 1_000
RUNS = {1: 5, 100: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One run: what it cost the importer, the vendor's processor time, and the requests for each order."""

    cost: Cost
    vendor_processor: float
    requests: float

    @property
    def may_take(self) -> float:
        """What the whole may take: the slowest order at the vendor, a little more, and the own processor time."""
        return SLACK * DELAY + (self.cost.processor or 0.0)


def measured(bench: Bench, orders: int) -> Iterator[Line]:
    """The time of all beside what it may take, and the own processor time of each; of the middle run."""
    runs = sorted(
        (_placed(bench, orders) for _ in range(bench.runs(RUNS.get(orders, 1)))), key=lambda one: one.cost.seconds
    )
    middle = runs[len(runs) // 2]
    cost, row = middle.cost, f"place-{orders}"
    own = 1000 * (cost.processor or 0.0) / orders
    goals = (1.0, MILLISECONDS) if orders == MANY else (None, None)
    yield Line(
        row=row, what=f"placing {orders:,} {'order' if orders == 1 else 'orders'}", here=cost.seconds, processor=cost.processor,
        megabytes=cost.megabytes, beside=f"{SLACK} × {DELAY:g} s + own processor", there=middle.may_take, runs=len(runs),
        ratio=cost.seconds / middle.may_take, goal=goals[0],
        note=f"{middle.requests:.1f} requests an order; the vendor's processor {middle.vendor_processor:.1f} s",
    )  # fmt: skip
    yield Line(
        row=row, what=f"of {orders:,}, own processor for each", here=own, unit="ms", goal=goals[1], runs=len(runs)
    )


def _placed(bench: Bench, orders: int) -> Placed:
    with tempfile.TemporaryDirectory() as name, vendor(DELAY) as system:
        folder = Path(name)
        club = _club(folder, orders)
        environment = bench.environment | system.settings | {"ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3")}
        busy = processor_seconds(system.process)
        ended = run([COMMAND, str(club)], folder, environment)
        if ended.status != 0 or system.orders() != orders:
            why = (ended.err or ended.out).strip()[-300:]
            raise RowFailedError(f"{system.orders()} of {orders} orders were placed, exit {ended.status}: {why}")
        busy = processor_seconds(system.process) - busy
        return Placed(cost=ended.cost, vendor_processor=busy, requests=system.requests() / orders)


def _club(folder: Path, orders: int) -> Path:
    from tests.conftest import ORDER, build

    rows = [(f"P{i}", f"Name{i}", str(i), "M", 1, "Away kit", "", "", f"PO-{i}") for i in range(orders)]
    table = [list(ORDER), *([f"PO-{i}", *list(ORDER.values())[1:]] for i in range(orders))]
    return build(folder / "club.xlsx", rows, order=table)


ROWS = tuple(
    Row(
        name=f"place-{orders}",
        what=f"{orders:,} orders placed",
        measure=partial(measured, orders=orders),
        in_quick=orders <= 100,
    )
    for orders in COUNTS
)
