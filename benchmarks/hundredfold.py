"""What a hundred times the load would take, reckoned from what was measured: the start once, each row, order and file alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.record import Line, Record, amount

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES = 100
ROWS, ORDERS, FILES = 10_000, 5_000, 1_000


def rows(record: Record) -> Iterator[tuple[str, str, str, str]]:
    """(load, measured, a hundred times that, would take) for each kind of load of which enough was measured."""
    first = {line.row: line for line in reversed(record.lines) if line.here is not None}
    for suffix in ("xlsx", "csv"):
        at = [(rows, first.get(f"check-{rows}-{suffix}")) for rows in (30, 1_000, 10_000, 40_000, 100_000)]
        yield from _check([(rows, line) for rows, line in at if line is not None], suffix)
    yield from _results(record)
    if orders := first.get(f"place-{ORDERS}"):
        own = orders.processor or 0.0
        yield (
            f"{ORDERS:,} orders of one file", amount(orders.here), f"{TIMES * ORDERS:,} orders",
            f"{amount(TIMES * own)} of a processor, and the vendor's own time",
        )  # fmt: skip
    if watch := first.get("watch"):
        files = TIMES * FILES
        took = files / (watch.here or 1.0)
        yield f"{FILES:,} watched files", f"{watch.here:.1f} a second", f"{files:,} files", f"{took / 3600:.1f} hours"


def _check(lines: list[tuple[int, Line]], suffix: str) -> Iterator[tuple[str, str, str, str]]:
    measured = dict(lines)
    if len(lines) < 2 or ROWS not in measured:
        return
    (few, small), (many, large) = lines[0], lines[-1]
    seconds = _further(few, small.here, many, large.here)
    megabytes = _further(few, small.megabytes, many, large.megabytes)
    here = measured[ROWS]
    if seconds <= (here.here or 0.0):
        return  # the machine was busier while the small file was checked: such a line says nothing
    yield (
        f"check of {ROWS:,} rows, .{suffix}", f"{amount(here.here)}, {here.megabytes or 0:,.0f} MB", f"{TIMES * ROWS:,} rows",
        f"{amount(seconds)}, {megabytes / 1000:.1f} GB (by the line from {few:,} to {many:,} rows)",
    )  # fmt: skip


def _further(few: int, small: float | None, many: int, large: float | None) -> float:
    """Where the straight line through two measures has got to at a hundred times the load."""
    slope = ((large or 0.0) - (small or 0.0)) / (many - few)
    return (large or 0.0) + slope * (TIMES * ROWS - many)


def _results(record: Record) -> Iterator[tuple[str, str, str, str]]:
    row = f"results-{ROWS}"
    for line in [line for line in record.lines if line.row == row and line.here is not None][-1:]:
        yield (
            f"the results workbook of {ROWS:,} rows",
            amount(line.here),
            f"{TIMES * ROWS:,} rows",
            amount(TIMES * (line.here or 0)),
        )
