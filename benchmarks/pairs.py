"""Rounds: one run of each, in turn, A B A B, so that what the machine is busy with meets all of them alike."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.processes import Cost
from benchmarks.record import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Round = tuple[Cost, ...]


def in_turn(ways: Sequence[Callable[[], Cost]], runs: int) -> list[Round]:
    """So many rounds of all ways, in their order."""
    return [tuple(way() for way in ways) for _ in range(runs)]


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure by itself; of memory the most."""
    processor = [cost.processor for cost in costs if cost.processor is not None]
    megabytes = [cost.megabytes for cost in costs if cost.megabytes is not None]
    return Cost(
        seconds=median(cost.seconds for cost in costs),
        processor=median(processor) if processor else None,
        megabytes=max(megabytes, default=None),
    )


def alone(row: str, what: str, costs: Sequence[Cost], **more: object) -> Line:
    """The line of what was measured beside nothing."""
    here = middle(costs)
    return Line(
        row=row,
        what=what,
        here=here.seconds,
        processor=here.processor,
        megabytes=here.megabytes,
        runs=len(costs),
        **more,
    )


def beside(row: str, what: str, name: str, rounds: Sequence[Round], at: int, **more: object) -> Line:
    """The line of the first of each round beside the one at that place: the medians, and the median of the ratios."""
    there = middle([costs[at] for costs in rounds])
    return alone(
        row, what, [costs[0] for costs in rounds], beside=name, there=there.seconds, there_processor=there.processor,
        there_megabytes=there.megabytes, ratio=median(costs[0].seconds / costs[at].seconds for costs in rounds),
        processor_ratio=_of_processor(rounds, at), **more,
    )  # fmt: skip


def _of_processor(rounds: Sequence[Round], at: int) -> float | None:
    shares = [
        costs[0].processor / costs[at].processor for costs in rounds if costs[0].processor and costs[at].processor
    ]
    return median(shares) if len(shares) == len(rounds) else None
