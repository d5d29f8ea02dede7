"""A cell joined with those beside it: one size for shirt and shorts is of both, and what else it covers is said."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from tests.conftest import ORDER

CATALOGUE = (
    ("Title", "Kind", "ID", "Code", "Placeholders", "Sizes"),
    ("Home kit", "design", 298791, "MUL327187", "NameLogo 494680, NumberLogo 494679", "S, M, L"),
    ("Shorts", "design", 299571, "MUL327815", "none", "S, M, L"),
)


@pytest.fixture
def joined(desk):
    """A roster with joined cells: what is said of it, and the pieces that would be ordered of each design and size."""

    def check(headings, rows, *ranges):
        path = desk.build(headings=headings, rows=rows, order=ORDER, catalogue=CATALOGUE)
        book = load_workbook(path)
        for each in ranges:
            book["Roster"].merge_cells(each)
        book.save(path)
        file = desk.quick("check", "--json", path).file
        said = [(problem["code"], problem["cell"], problem["message"]) for problem in file["problems"]]
        return said, file["orders"][0]["pieces"]

    return check


PEOPLE = (("Ann Lee", "LEE", 2), ("Bo Fox", "FOX", 3), ("Cy Hall", "HALL", 4))
SIZES = ("Player", "Name on shirt", "Number", "Home kit size", "Shorts size")
TWO_SIZES = (
    'D2 and D4 on sheet Roster are joined with what stands beside them, so each is taken for "Home kit size" and "Shorts size" '
    "alike. Where it is of one alone, unmerge the cell and write there what is wanted."
)


def test_one_size_for_shirt_and_shorts_is_of_both(joined):
    rows = [(*who, *sizes) for who, sizes in zip(PEOPLE, (("M", ""), ("L", "M"), ("S", "")), strict=True)]
    assert joined(SIZES, rows, "D2:E2", "D4:E4") == ([("cells-joined", "D2", TWO_SIZES)], 6)


def test_so_it_is_where_all_of_them_are_joined(joined):
    rows = [(*who, "M", "") for who in PEOPLE]
    assert joined(SIZES, rows, "D2:E2", "D3:E3", "D4:E4")[1] == 6


def test_a_block_is_filled_down_and_across(joined):
    rows = [(*who, *sizes) for who, sizes in zip(PEOPLE, (("M", ""), ("", ""), ("S", "S")), strict=True)]
    problems, pieces = joined(SIZES, rows, "D2:E3")
    assert ([code for code, _, _ in problems], pieces) == (["cells-joined"], 6)


def test_what_is_joined_over_another_thing_is_of_the_first_and_said(joined):
    rows = [("Ann", "", 2, "M", "Home kit"), *((*who, "M", "Home kit") for who in PEOPLE[1:])]
    problems, pieces = joined(("Player", "Name on shirt", "Number", "Size", "Design"), rows, "A2:B2")
    assert pieces == 3
    assert problems == [(
        "cells-joined", "A2",
        'A2 on sheet Roster is joined with what stands beside it, and is taken for "Player" alone: nothing stands there under '
        '"Name on shirt". If it is meant for more than that, unmerge the cell and fill in each.',
    )]  # fmt: skip
