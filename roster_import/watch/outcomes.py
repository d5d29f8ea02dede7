"""The report of a file -> the folder it goes to; None where it is not finished and stays in processing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from roster_import.model.placement import Status
from roster_import.model.report import FileStatus

if TYPE_CHECKING:
    from roster_import.model.report import FileReport

Folder = Literal["done", "failed", "held", "duplicate"]

_OPEN = frozenset({Status.PENDING, Status.UNKNOWN, Status.PLANNED})
_FOR_A_PERSON = "outcome-unclear"  # only a person can tell what became of the order; then `release`


def folder_of(report: FileReport, *, ours: bool, admitted: bool) -> Folder | None:
    """Where a file goes.

    `ours` says whether one of its orders was placed for this very file; `admitted` whether the order system let us in
    at all: what it turned down for that reason is no fault of the file, and is tried again.
    """
    statuses = {one.status for one in report.placements}
    if report.status is FileStatus.PROBLEMS:
        return "held" if _needs_a_person(report) else "failed"
    if report.results_missing or statuses & _OPEN or (not admitted and Status.REFUSED in statuses):
        return None
    if report.status is FileStatus.FAILED:
        return "failed"
    if report.status is FileStatus.UNFINISHED:
        return None
    return "done" if ours else "duplicate"


def untouched(report: FileReport) -> bool:
    """Whether nothing of a file reached the order system."""
    return all(one.status in (Status.PLANNED, Status.REFUSED) for one in report.placements)


def _needs_a_person(report: FileReport) -> bool:
    return any(one.code == _FOR_A_PERSON for one in report.problems if one.level == "error")
