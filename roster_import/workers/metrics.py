"""The figures as a text file for Prometheus' node exporter (its textfile collector)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.files import write_whole
from roster_import.workers.figures import LATELY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from roster_import.workers.figures import Figures


def metrics(figures: Figures) -> str:
    """The text; there are no names in it."""
    return "".join(f"{line}\n" for line in _lines(figures))


def write_metrics(figures: Figures, path: Path) -> None:
    """Put the text in place of what was there, whole. Raises `WriteError`."""
    write_whole(path, metrics(figures).encode(), replace=True)


def _lines(figures: Figures) -> Iterator[str]:
    for name, help_text, value in (
        ("workers", "Workers that live.", len(figures.workers)),
        ("waiting_orders", "Orders that no worker has sent yet.", figures.waiting),
        ("in_flight_orders", "Orders that were sent and are not at their end.", figures.in_flight),
        ("troubled_orders", "Orders whose last try failed, and is made again.", figures.in_trouble),
        ("unwritten_orders", "Orders at their end whose results are still to be written.", figures.to_write_up),
        ("oldest_order_seconds", "For how long the oldest order is in the queue.", figures.oldest),
        ("late_seconds", "For how long the most belated job is due.", figures.late),
        ("completed_per_second", "Orders confirmed a second, over ten minutes.", figures.completed / LATELY),
    ):
        yield from _headed(name, help_text)
        yield f"roster_import_queue_{name} {value:g}"
    yield from _headed("ends", "What became of orders in the last ten minutes, by order system and end.")
    for (target, end), count in figures.ends.items():
        yield f'roster_import_queue_ends{{target="{target}",end="{end}"}} {count}'


def _headed(name: str, help_text: str) -> Iterator[str]:
    full = f"roster_import_queue_{name}"
    yield f"# HELP {full} {help_text}"
    yield f"# TYPE {full} gauge"
