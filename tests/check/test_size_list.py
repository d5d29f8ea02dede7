"""The sizes of several garments in one cell: asked about once, and read once that is answered."""

from __future__ import annotations

import pytest

from roster_import.check.rows.size_list import parts_of
from roster_import.sandbox import SandboxOptions, start
from roster_import.sandbox.options import KitMakerSwitches
from tests.pseudo_terminal import on_terminal

CATALOGUE = (
    ("Title", "Kind", "ID", "Placeholders"),
    ("Home shirt", "design", 1, "NameLogo 601001, NumberLogo 601002"),
    ("Match shorts", "design", 3, "none"),
)
HEADINGS = ("Player", "Name", "Number", "Sizes")
ROWS = (
    ("Ada", "HOLM", "7", "Shirt M, Shorts L"),
    ("Bo", "LUND", "8", "Trikot: L / Hose: M"),
    ("Cy", "FROST", "4", "Shirt S"),
)


@pytest.fixture
def sandbox():
    """A sandbox that takes any design."""
    with start(SandboxOptions(delay=0.02, kitmaker=KitMakerSwitches(unknown_item="accepted"))) as running:
        yield running


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Shirt M, Shorts L", (("Shirt", "M"), ("Shorts", "L"))),
        ("Trikot: 152 / Hose: 164", (("Trikot", "152"), ("Hose", "164"))),
        ("M Shirt + L Shorts", (("Shirt", "M"), ("Shorts", "L"))),
        ("Home shirt XL und Stutzen 39-42", (("Home shirt", "XL"), ("Stutzen", "39-42"))),
        ("Shirt M", (("Shirt", "M"),)),
        ("M", ()),
        ("M / L", ()),
        ("Shirt, Shorts L", ()),
        ("same as last year", ()),
    ],
)
def test_what_a_cell_names(text, parts):
    assert parts_of(text) == parts


def test_it_is_asked_about(desk):
    desk.build(headings=HEADINGS, rows=ROWS, catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(p["code"], p["cell"], p["message"]) for p in run.problems] == [
        (
            "sizes-in-one-cell",
            "D2",
            "In column “Sizes” the sizes of several garments stand in one cell: “Shirt M, Shorts L” may be Shirt in size M and "
            'Shorts in size L. If so: --map "Sizes=size-list". Or give each garment a column of its own, headed with its name.',
        )
    ]


def test_so_answered_each_garment_is_ordered_in_its_size(desk, sandbox):
    desk.build(headings=HEADINGS, rows=ROWS, catalogue=CATALOGUE)
    assert desk.quick("--accept-warnings", "club.xlsx", "--map", "Sizes=size-list").status == 0
    keys = ("name", "number", "size", "quantity")
    assert {
        design["designId"]: [tuple(one.get(key, "") for key in keys) for one in design["instances"]]
        for design in sandbox.orders()[0]["body"]["designs"]
    } == {
        1: [("HOLM", "7", "M", 1), ("LUND", "8", "L", 1), ("FROST", "4", "S", 1)],
        3: [("", "", "L", 1), ("", "", "M", 1)],
    }


def test_a_garment_that_the_catalogue_does_not_name_is_asked_about(desk, sandbox):
    desk.build(headings=HEADINGS, rows=(*ROWS, ("Di", "POE", "5", "Cap M, Shirt L")), catalogue=CATALOGUE)
    run = desk.quick("--json", "club.xlsx", "--map", "Sizes=size-list")
    assert [(p["code"], p["cell"], p["message"]) for p in run.problems if p["level"] == "error"] == [
        (
            "sizes-in-one-cell",
            "D5",
            "Which design “Cap” stands for is not clear: no title of the catalogue says just that. The catalogue has Home shirt "
            'and Match shorts. Write the title instead. Or say it for every row: --title "Cap=Home shirt".',
        )
    ]
    assert sandbox.orders() == []


def test_a_garment_that_several_titles_name_is_said_once_for_every_row(desk, sandbox):
    catalogue = (*CATALOGUE, ("Away shirt", "design", 2, "NameLogo 601001, NumberLogo 601002"))
    desk.build(headings=HEADINGS, rows=ROWS, catalogue=catalogue)
    run = desk.quick("--json", "club.xlsx", "--map", "Sizes=size-list")
    assert [(p["cell"], p["message"]) for p in run.problems if p["level"] == "error"] == [
        (
            "D2",
            "Which design “Shirt” stands for is not clear: it may be Home shirt or Away shirt. Write the title instead. Or say "
            'it for every row: --title "Shirt=Home shirt". It is the same in row 4.',
        ),
        (
            "D3",
            "Which design “Trikot” stands for is not clear: it may be Home shirt or Away shirt. Write the title instead. Or say "
            'it for every row: --title "Trikot=Home shirt".',
        ),
    ]
    titles = ("--title", "Shirt=Away shirt", "--title", "Trikot=Home shirt")
    assert desk.quick("--accept-warnings", "club.xlsx", "--map", "Sizes=size-list", *titles).status == 0
    assert {each["designId"] for each in sandbox.orders()[0]["body"]["designs"]} == {1, 2, 3}


def test_a_person_is_asked_what_the_cells_hold_then_what_the_words_mean(desk, sandbox):
    catalogue = (*CATALOGUE, ("Away shirt", "design", 2, "NameLogo 601001, NumberLogo 601002"))
    desk.build(headings=HEADINGS, rows=(*ROWS[:1], ("Bo", "LUND", "8", "Shirt L, Shorts M")), catalogue=catalogue)
    status, shown = on_terminal(desk, "club.xlsx", answers=["1", "2", "y"])
    assert status == 0
    assert shown.startswith(
        "Question 1: Sheet Roster, column “Sizes” holds “Shirt M, Shorts L”. What is it?\n"
        "  1  garments with their sizes: Shirt M, Shorts L\n"
        "  2  nothing that is ordered\n"
        "  3  none of these, or not now: nothing is sent\n"
        "A number, or the words [3]:  1\n"
        "Question 2: Sheet Roster, column “Sizes”: “Shirt” in rows 2 and 3 is no title of the catalogue. Which design is "
        "meant?\n"
        "  1  Home shirt (probably)\n"
        "  2  Away shirt (probably)\n"
        "  3  Match shorts\n"
        "  4  none of these, or not now: nothing is sent\n"
    )
    assert {each["designId"] for each in sandbox.orders()[0]["body"]["designs"]} == {2, 3}


def test_lists_under_a_heading_that_nobody_knows_are_asked_about_once(desk):
    headings = ("Player", "Name", "Number", "Frob")
    desk.build(headings=headings, rows=(*ROWS[:1], ("Bo", "LUND", "8", "Shirt L, Shorts M")), catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(p["code"], p["cell"], p["message"]) for p in run.problems] == [
        (
            "column-unknown",
            "D1",
            "On sheet Roster, column “Frob” holds texts of its own, and nothing says whether that changes the order. If these "
            'are garments with their sizes: --map "Frob=size-list". If it changes nothing: --map "Frob=ignored".',
        )
    ]


def test_a_person_is_asked_whether_a_name_stands_there_with_its_number(desk, sandbox):
    rows = (("Müller 7", "M", "Home shirt"), ("Koch 9", "L", "Home shirt"))
    desk.build(headings=("Player", "Size", "Design"), rows=rows, catalogue=CATALOGUE)
    status, shown = on_terminal(desk, "club.xlsx", answers=["1", "1", "y"])
    assert status == 0
    assert shown.startswith(
        "Question 1: Sheet Roster, column “Player” holds “Müller 7”. What is it?\n"
        "  1  who the row is for, with the number to print: Müller 7\n"
        "  2  who the row is for: Müller 7\n"
        "  3  none of these, or not now: nothing is sent\n"
        "A number, or the words [3]:  1\n"
    )
    instances = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    assert [(one["name"], one["number"]) for one in instances] == [("Müller", "7"), ("Koch", "9")]
