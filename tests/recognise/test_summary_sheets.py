"""A sheet of its own that counts what the players of the others want orders nothing besides; spares on one do."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import recognise

PLAYERS = "Name|No|Size\nAda Holm|7|M\nBo Lund|8|XXL\nCy Frost|4|M\nDee Marsh|5|S\n"
OTHERS = "Name|No|Size\nEd Fox|9|L\nFi Gray|11|S\n"


def recognised(*sheets: tuple[str, str]):
    parts = tuple(sheet_of(grid, name) for name, grid in sheets)
    return recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=parts))


def ordered(recognition) -> list[str]:
    return [layout.sheet for layout in recognition.rosters]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("Sizes", "Size|Count\nS|1\nM|2\n2XL|1\n"),
        ("Counted", "Size|Count\nS|1\nM|2\nXXL|1\nTotal|4\n"),
        ("Kit", "Kit|Size|Count\nHome|S|1\nHome|M|2\nHome|2XL|1\n"),
        ("Summary", "Size|Count\nS|1\nM|2\nXL|1\n"),  # which may be of last week
    ],
)
def test_a_sheet_that_sums_up_the_roster_orders_nothing_and_is_said(name, counts):
    recognition = recognised(("Players", PLAYERS), (name, counts))
    assert ordered(recognition) == ["Players"]
    assert [(problem.code, problem.level, problem.message) for problem in recognition.problems] == [
        (
            "sheet-left-out",
            "warning",
            f'Nothing is ordered from sheet "{name}": it counts sizes, and sheet "Players" is the roster. If it should be '
            f'ordered too, say so: --sheet "Players" --sheet "{name}".',
        )
    ]


def test_what_all_teams_want_together_is_summed_up_too():
    counts = "Size|Count\nS|2\nM|2\nL|1\nXXL|1\n"
    assert ordered(recognised(("U13", PLAYERS), ("U15", OTHERS), ("Sizes", counts))) == ["U13", "U15"]


def test_spare_shirts_on_a_sheet_of_their_own_are_ordered():
    assert ordered(recognised(("Players", PLAYERS), ("Spares", "Size|Count\nM|1\nL|2\n"))) == ["Players", "Spares"]


@pytest.mark.parametrize(
    ("counts", "what"), [("Size|Count\nS|1\nM|3\nXL|2\n", "sizes"), ("Item|Qty\nHome shirt|5\nShorts|2\n", "pieces")]
)
def test_a_count_that_comes_to_something_else_is_asked_about(counts, what):
    recognition = recognised(("Players", PLAYERS), ("Tally", counts))
    assert ordered(recognition) == ["Players"]
    assert [(problem.code, problem.level, problem.message) for problem in recognition.problems] == [
        (
            "sheet-unclear",
            "error",
            f'Sheet "Tally" names nobody and counts {what}, and the players stand on sheet "Players". If what it counts is '
            'ordered besides, say so: --sheet "Players" --sheet "Tally". If it only counts what the players get: '
            '--sheet "Players".',
        )
    ]


def test_what_is_counted_of_another_garment_is_ordered():
    players = PLAYERS.replace("Size\n", "Size|Kit\n").replace("|M\n", "|M|Home\n")
    assert ordered(recognised(("Players", players), ("Coaches", "Kit|Size|Count\nPolo|M|2\n"))) == [
        "Players",
        "Coaches",
    ]
