"""A workbook that costs too much to be written in: what is given back is plainer, and orders are always told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from roster_import.pipeline import run
from roster_import.pipeline.file_limits import WriteLimits
from roster_import.write.results import original, problems, workbook

WRONG = [("Smith", "Smith", "1O", "M", 1, "Away kit")]
PLAIN = (
    "To write into club.xlsx takes too long or too much memory and was given up: {} is a plain workbook, without its colours, "
    "pictures and formulas."
)
NOT_WRITTEN = (
    "To write into club.xlsx takes too long or too much memory: copy the players into a new workbook, without anything that is "
    "no part of the roster, and send that."
)
RESULTS = {"Summary", "Results", "Lines"}


@pytest.fixture(params=["its own", "any"])
def without_end(request, monkeypatch):
    """Writing into a coach's own workbook never ends, or into any that has its cells."""

    def short(path, limits):
        return WriteLimits(path, replace(limits, seconds=0.3))

    def never(book, source):
        while request.param == "any" or source is not None:
            pass
        return original.original(book, source)

    monkeypatch.setattr(run, "WriteLimits", short)
    for module in (workbook, problems):
        monkeypatch.setattr(module, "original", never)
    return request.param


def told(ran):
    return {problem["code"]: problem["message"] for problem in ran.problems if problem["level"] == "warning"}


def test_results_are_written_into_a_copy_or_alone(desk, without_end):
    desk.build()
    ran = desk.quick("club.xlsx", "--yes", "--json")
    assert (ran.status, ran.file["status"]) == (0, "placed")
    assert told(ran)["written-plainly"] == PLAIN.format("club.results.xlsx")
    sheets = set(load_workbook(desk.folder / "club.results.xlsx").sheetnames)
    assert sheets - {"Roster", "Order", "Catalogue"} == RESULTS
    assert ("Roster" in sheets) == (without_end == "its own")


def test_problems_are_marked_in_a_copy_or_said_alone(desk, without_end):
    desk.build(rows=WRONG)
    ran = desk.quick("check", "club.xlsx", "--json")
    assert ran.status == 1
    written = desk.folder / "club.problems.xlsx"
    assert written.exists() == (without_end == "its own")
    if without_end == "its own":
        assert told(ran)["written-plainly"] == PLAIN.format(written.name)
        assert "Roster" in load_workbook(written).sheetnames
    else:
        assert told(ran)["problems-not-written"] == NOT_WRITTEN
