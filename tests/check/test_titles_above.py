"""A title above the players that names another garment than the rows order is pointed out."""

from __future__ import annotations

import pytest

from tests.check.test_office_cases import check, said
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


SHIRTS = (
    ("Title", "Kind", "ID", "Sizes"),
    ("Home shirt", "design", 1, "S;M;L"),
    ("Shorts", "design", 2, "S;M;L"),
    ("Club Crest", "logo", 9, ""),
)


@pytest.mark.parametrize(
    "note",
    [
        "Set = shirt + shorts + socks",
        "Jeder bekommt Trikot, Hose und Stutzen",
        "Plus 5 shorts M",
        "Club crest on the left chest please",
    ],
)
def test_a_note_that_names_more_than_is_ordered_is_pointed_out(desk, note):
    rows = (HEADINGS, ("Ann", "ANN", "1", "M", "", "Home shirt"), ("Bo", "BO", "2", "M", "", "Home shirt"))
    desk.build(headings=(note,), rows=rows, catalogue=SHIRTS)
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(p["cell"], p["message"]) for p in run.problems if p["code"] == "text-may-change-order"] == [
        (
            "A1",
            f'The note at A1 says "{note}", and what stands beneath it orders Home shirt and nothing else. If more is meant, '
            "write it into rows or columns of its own; then delete the note.",
        )
    ]


def test_a_note_that_names_what_is_ordered_is_not(desk):
    rows = (("Name", "Number", "Home shirt", "Shorts"), ("Ann", "1", "M", "M"), ("Bo", "2", "L", "L"))
    desk.build(headings=("Trikots und Hosen, wer schon eins hat, bekommt keins",), rows=rows, catalogue=SHIRTS)
    run = desk.quick("check", "--json", "--print-name", "none", "club.xlsx")
    assert [p["message"] for p in run.problems if "nothing else" in p["message"]] == []


def test_another_use_of_the_same_garment_beside_its_title_is_told():
    grid = "Home shirt (og Away til alle)\n\nName on shirt|Number|Size\nLEE|3|S\nRAY|4|M"
    assert said(check(("Liste", grid)), "text-may-change-order") == [
        (
            "text-may-change-order",
            "A1",
            'The title at A1 says "Home shirt (og Away til alle)", which may be Away shirt, and the rows beneath it order Home '
            "shirt. If Away shirt is meant, write it as their design.",
        )
    ]
    for line in ("Home shirt, NOT the Away shirt", "Home shirt 2026/27"):
        assert (
            said(check(("Liste", grid.replace("Home shirt (og Away til alle)", line))), "text-may-change-order") == []
        )
