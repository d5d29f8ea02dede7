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

    @property
    def path(self) -> Path:
        """The file it is about."""
        return self.checked.path

    @property
    def placed(self) -> bool:
        """Whether everything the file orders is placed, now or by an earlier run."""
        return self.status in (FileStatus.PLACED, FileStatus.ALREADY_PLACED)

    @property
    def orders(self) -> tuple[Placement, ...]:
        """The file's orders, and what became of each."""
        return self.placements


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run says of all its files."""

    files: tuple[FileReport, ...]

    @property
    def placed(self) -> bool:
        """Whether everything that was asked for is placed, now or by an earlier run."""
        return bool(self.files) and all(file.placed for file in self.files)

    @property
    def orders(self) -> tuple[Placement, ...]:
        """The orders of all files, and what became of each."""
        return tuple(order for file in self.files for order in file.orders)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files: errors, which keep a file from being sent, and warnings."""
        return tuple(problem for file in self.files for problem in file.problems)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep a file from being sent."""
        return tuple(problem for problem in self.problems if problem.level == "error")
