"""What a run says of its files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.model.layout import Layout, Question
    from roster_import.model.order import Line, Order
    from roster_import.model.placement import Placement
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Workbook


class FileStatus(StrEnum):
    """What became of a file as a whole."""

    PLACED = "placed"
    ALREADY_PLACED = "already-placed"
    CHECKED = "checked"
    PROBLEMS = "problems"
    FAILED = "failed"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file after everything short of ordering: what was understood, what is wrong, what would be ordered."""

    path: Path
    workbook: Workbook | None
    layouts: tuple[Layout, ...]
    problems: tuple[Problem, ...]
    lines: tuple[Line, ...]
    orders: tuple[Order, ...]
    questions: tuple[Question, ...] = ()  # what a person at a terminal could be asked

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the file."""
        return tuple(problem for problem in self.problems if problem.level == "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What a run says of one file."""

    checked: Checked
    status: FileStatus
    placements: tuple[Placement, ...] = ()
    results: Path | None = None
    marked: Path | None = None  # the problems workbook
    problems: tuple[Problem, ...] = ()  # those of the check, and what came up later
    results_missing: bool = False  # the orders stand, the results workbook could not be written


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run says of all its files."""

    files: tuple[FileReport, ...]
