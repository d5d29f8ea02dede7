"""What a run says of its files."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from roster_import.model.club import Club
from roster_import.model.file_name import portable_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from roster_import.model.layout import ColumnCells, Layout, Question
    from roster_import.model.order import DesignRef, Line, LogoRef, Order, OrderDetails
    from roster_import.model.placement import Placement
    from roster_import.model.problem import Problem
    from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
    from roster_import.model.workbook import Workbook


class FileStatus(StrEnum):
    """What became of a file as a whole."""

    PLACED = "placed"
    ALREADY_PLACED = "already-placed"
    CHECKED = "checked"
    PROBLEMS = "problems"
    FAILED = "failed"
    UNFINISHED = "unfinished"
    QUEUED = "queued"  # workers place its orders


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What can be drawn of a file with errors: lines, and the details of its orders as far as they are known."""

    lines: tuple[Line, ...] = ()
    details: tuple[OrderDetails, ...] = ()


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
    club: Club = field(default_factory=Club)  # for which answers about it are remembered
    cells: tuple[ColumnCells, ...] = ()  # what became of every filled cell under the headings
    prices: Mapping[DesignRef | LogoRef, str] = field(default_factory=dict)  # of a piece, as its catalogue lists them
    content: bytes | None = field(default=None, repr=False)  # the bytes it was read from, where they are kept
    idle_sheets: tuple[str, ...] = ()  # those in sight that hold something, and nothing is ordered from
    asked: tuple[DesignQuestion | PrintNameQuestion | TitleQuestion, ...] = ()  # beside them, where that was looked for
    draft: Draft = field(default_factory=Draft)  # where that was looked for

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
class LeftOut:
    """An unfinished order that a run left alone, as it went to another order system, or to another address of it."""

    reference: str
    target: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run says of all its files, and of unfinished orders that it left alone."""

    files: tuple[FileReport, ...]
    left_out: tuple[LeftOut, ...] = ()

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


# --------------------------------------------------------------------------------------- where what is given back lies


_RESULTS, _PROBLEMS = ".results", ".problems"


def results_path(source: Path, output: Path | None) -> Path:
    """Where the results of a file go: beside it, at `output`, or in it where that is a folder.

    The results of a results workbook go where its own source's went.
    """
    ending = ".xlsm" if source.suffix.lower() == ".xlsm" else ".xlsx"
    name = portable_name(_bare(source) + _RESULTS + ending)
    if output is None:
        return source.with_name(name)
    return output / name if output.is_dir() else output


def problems_path(source: Path, output: Path | None) -> Path:
    """Where the marked-up workbook of a file with errors goes: beside it, or in `--output` where that is a folder."""
    ending = ".xlsm" if source.suffix.lower() == ".xlsm" else ".xlsx"
    path = source.with_name(portable_name(_bare(source) + _PROBLEMS + ending))
    return output / path.name if output is not None and output.is_dir() else path


def _bare(source: Path) -> str:
    """The file's name without what we put behind it: `club.problems.xlsx`, corrected, is `club` again."""
    return source.stem.removesuffix(_RESULTS).removesuffix(_PROBLEMS)
