"""Who judges the texts of a roster and the verdicts of its look-ups: `check/frame.py`, here or in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from roster_import.check.frame import Columns, Failure

Judge: TypeAlias = "Callable[[Columns], Iterable[Failure]]"


def judge_here(columns: Columns) -> Iterable[Failure]:
    """What fails, judged in this very process."""
    from roster_import.check.frame import failures  # pandas and pandera load here

    return failures(columns)
