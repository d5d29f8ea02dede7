"""1, 100, 1,000 and 5,000 orders of one file, beside the vendor's own time: it confirms each 3 s after it took it.

What is aimed at: the whole takes at most 1.1 times the slowest order at the vendor and our own processor time, and that is
at most 4 ms an order where there are many. `make bench ROWS=place-1000` measures that number alone.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.processes import processor_seconds, run
from benchmarks.record import Line
from benchmarks.row import COMMAND, ROOT, Bench, Row, RowFailedError
from benchmarks.vendor import vendor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.processes import Cost

COUNTS, DELAY, SLACK, MILLISECONDS, MANY = (1, 100, 1_000, 5_000), 3.0, 1.1, 4.0, 1_000
RUNS = {1: 5, 100: 3}
ENOUGH = 100  # requests: of fewer the start is all
ALONE = str(ROOT / "benchmarks" / "httpx_alone.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One run: what it cost the importer, the vendor's processor time, and the requests for each order.

    `by_httpx` are the seconds of a processor that the same requests take by httpx alone, where the vendor remembers them all;
    `before_first` are the seconds on the clock from the start to the first request.
    """

    cost: Cost
    vendor_processor: float
    requests: float
    by_httpx: float | None
    before_first: float

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
    if orders == 1:
        yield Line(row=row, what="from the start to the first request", here=middle.before_first, runs=len(runs))
    if middle.by_httpx is not None:
        alone = 1000 * middle.by_httpx / orders
        yield Line(
            row=row,
            what=f"of {orders:,}, the same requests by httpx alone, for each",
            here=alone,
            unit="ms",
            runs=len(runs),
        )


def _placed(bench: Bench, orders: int) -> Placed:
    with tempfile.TemporaryDirectory() as name, vendor(DELAY) as system:
        folder = Path(name)
        file = club(folder, orders)
        environment = bench.environment | system.settings | {"ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3")}
        busy = processor_seconds(system.process)
        began = time.time()
        ended = run([COMMAND, str(file)], folder, environment)
        if ended.status != 0 or system.orders() != orders:
            why = (ended.err or ended.out).strip()[-300:]
            raise RowFailedError(f"{system.orders()} of {orders} orders were placed, exit {ended.status}: {why}")
        busy = processor_seconds(system.process) - busy
        requests = system.told_requests()
        alone = _by_httpx(bench, requests) if len(requests) == system.requests() > ENOUGH else None
        return Placed(
            cost=ended.cost, vendor_processor=busy, requests=system.requests() / orders, by_httpx=alone,
            before_first=float(requests[0]["at"]) - began,
        )  # fmt: skip


def _by_httpx(bench: Bench, requests: list[dict[str, Any]]) -> float:
    """Seconds of a processor for the same requests with another vendor, sent by httpx and nothing else."""
    with vendor(0.0) as system:
        key = system.settings["ROSTER_IMPORT_KITMAKER_API_KEY"]
        told = json.dumps(requests).encode()
        ended = run([sys.executable, ALONE, system.url, key], bench.folder, bench.environment, told=told)
    if ended.status != 0 or ended.cost.processor is None:
        raise RowFailedError(f"the requests sent by httpx alone: exit {ended.status}: {ended.err.strip()[-300:]}")
    return ended.cost.processor


def club(folder: Path, orders: int) -> Path:
    """A file of so many orders, each of one shirt."""
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
