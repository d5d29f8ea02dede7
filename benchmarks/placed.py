"""Orders placed, beside the vendor's own time: what `many_orders.py` measures, one number of orders a row."""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.record import Line
from benchmarks.row import ROOT, Bench, Row, RowFailedError

if TYPE_CHECKING:
    from collections.abc import Iterator

ORDERS = (1, 100, 1_000, 5_000)
RUNS = {1: 5, 100: 3}
MILLISECONDS, MANY = 4.0, 1_000
"""Own processor time for each order, where there are so many."""


def measured(bench: Bench, orders: int) -> Iterator[Line]:
    """The time of all beside what it may take, and the own processor time of each."""
    runs = sorted((_once(bench, orders) for _ in range(bench.runs(RUNS.get(orders, 1)))), key=lambda run: run["wall"])
    run = runs[len(runs) // 2]
    goal = (1.0, MILLISECONDS) if orders == MANY else (None, None)
    yield Line(
        row=f"place-{orders}", what=f"placing {orders:,} orders", here=run["wall"], processor=run["cpu"], runs=len(runs),
        beside="1.1 × vendor + own processor", there=run["wall"] / run["ratio"], ratio=run["ratio"], goal=goal[0],
        note=f"the vendor takes {run['slowest']:g} s for each; {run['requests'] / orders:.1f} requests an order",
    )  # fmt: skip
    yield Line(
        row=f"place-{orders}", what=f"own processor time for each of {orders:,}", here=1000 * run["cpu"] / orders,
        unit="ms", goal=goal[1], runs=len(runs),
    )  # fmt: skip


def _once(bench: Bench, orders: int) -> dict[str, float]:
    ended = bench.run([sys.executable, str(ROOT / "benchmarks" / "many_orders.py"), "--json", str(orders)])
    try:
        (run,) = json.loads(ended.out)
    except ValueError as error:
        raise RowFailedError(
            f"{orders} orders: exit {ended.status}: {(ended.err or ended.out).strip()[-300:]}"
        ) from error
    if run["placed"] != orders or run["status"] != 0:
        raise RowFailedError(
            f"{run['placed']} of {orders} orders were placed, exit {run['status']}: {ended.err.strip()[-300:]}"
        )
    return {key: float(value) for key, value in run.items()}


ROWS = tuple(
    Row(
        name=f"place-{orders}",
        what=f"{orders:,} orders placed",
        measure=partial(measured, orders=orders),
        in_quick=orders <= 100,
    )
    for orders in ORDERS
)
