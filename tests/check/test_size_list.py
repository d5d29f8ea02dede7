"""The sizes of several garments in one cell: asked about once, and read once that is answered."""

from __future__ import annotations

import pytest

from roster_import.check.rows.size_list import parts_of
from roster_import.sandbox import SandboxOptions, start
from roster_import.sandbox.options import KitMakerSwitches

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


def test_a_cell_of_which_not_each_part_is_a_design_is_an_error(desk, sandbox):
    desk.build(headings=HEADINGS, rows=(*ROWS, ("Di", "POE", "5", "Cap M, Shirt L")), catalogue=CATALOGUE)
    run = desk.quick("--json", "club.xlsx", "--map", "Sizes=size-list")
    assert [(p["code"], p["cell"], p["message"]) for p in run.problems if p["level"] == "error"] == [
        (
            "sizes-in-one-cell",
            "D5",
            "“Cap M, Shirt L” does not name a design of the catalogue and a size each time. Write it as in “Home shirt M, Match "
            "shorts M”.",
        )
    ]
    assert sandbox.orders() == []
