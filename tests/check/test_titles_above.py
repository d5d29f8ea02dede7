"""A title above the players that names another garment than the rows order is pointed out."""

from __future__ import annotations

import pytest

from tests.conftest import HEADINGS

ROWS = (("Ann", "ANN", "1", "M", "", "Home kit"), ("Bo", "BO", "2", "M", "", "Home kit"))
CATALOGUE = (
    ("Title", "Kind", "ID", "Sizes"), ("Home kit", "design", 1, "S;M;L"), ("Away shirt", "design", 2, "S;M;L"),
    ("Training shirt", "design", 3, "S;M;L"),
)  # fmt: skip


def told(desk, title, rows=ROWS):
    desk.build(headings=(title,), rows=[HEADINGS, *rows], catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx")
    return [(p["cell"], p["message"]) for p in run.problems if p["code"] == "text-may-change-order"]


def test_a_title_of_another_garment_is_pointed_out(desk):
    assert told(desk, "Team: U13 – Auswärtstrikot!") == [
        (
            "A1",
            'The title at A1 says "Team: U13 – Auswärtstrikot!", which may be Away shirt, and the rows beneath it order Home '
            "kit. If Away shirt is meant, write it as their design.",
        )
    ]


@pytest.mark.parametrize("title", ["Training group U13", "Shirts for U13", "Away days", "FC Heim"])
def test_a_title_that_names_no_garment_or_several_says_nothing(desk, title):
    assert told(desk, title) == []


def test_where_one_of_the_rows_orders_it_nothing_is_said(desk):
    assert told(desk, "Away shirts", (*ROWS, ("Cy", "CY", "3", "M", "", "Away shirt"))) == []


HEADED = ("Player", "Name", "Number", "Size")
GROUPED = (
    ("Away shirt",), ("Tim Hansen", "HANSEN", "1", "L"),
    ("Home kit",), ("Jan Claas", "CLAAS", "4", "M"), ("Ole Krause", "KRAUSE", "7", "M"),
)  # fmt: skip


def test_where_somebody_stands_above_the_first_title_it_is_asked(desk):
    desk.build(headings=HEADED, rows=(("Bo Lind", "LIND", "9", "M"), *GROUPED), catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx")
    assert (run.status, [p["code"] for p in run.problems if p["level"] == "error"]) == (1, ["column-missing"])


def test_of_titles_that_the_rows_repeat_nothing_is_said(desk):
    designs = ("Away shirt", "Home kit", "Home kit")
    rows = [(*row, designs[at // 2]) if len(row) > 1 else row for at, row in enumerate(GROUPED)]
    desk.build(headings=(*HEADED, "Design"), rows=rows, catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx")
    assert (run.status, run.problems) == (0, [])
