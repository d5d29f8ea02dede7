"""Tables below one another on a sheet: the same headings again, in another order, or others."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import described, sheet_of

from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Recognition, recognise

PLAYERS = """
Ada Brindle|4|M|1|Home shirt
Bo Carstairs|17|L|1|Home shirt
Cy Dunmore|9|XL|1|Home shirt"""
FIRST = f"Player|Shirt number|Size|Quantity|Design{PLAYERS}"
SAME = {"A": "player", "B": "number", "C": "size", "D": "quantity", "E": "design"}
MOVED = {"A": "player", "B": "size", "C": "number", "D": "quantity", "E": "design"}


def read(grid: str) -> Recognition:
    return recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)))


def tables(recognition: Recognition) -> list[tuple[int | None, tuple[int, ...], str | None, dict[str, str]]]:
    return [(one.heading_row, one.rows, one.team, described(one)) for one in recognition.rosters]


def test_each_table_is_told_by_its_own_heading_row() -> None:
    recognition = read(f"{FIRST}\nKeeper\n{FIRST}")
    assert tables(recognition) == [(1, (2, 3, 4), None, SAME), (6, (7, 8, 9), "Keeper", SAME)]


@pytest.mark.parametrize(("title", "row", "team"), [("", 5, None), ("Keeper\n", 6, "Keeper")])
def test_a_table_with_its_columns_in_another_order(title: str, row: int, team: str | None) -> None:
    recognition = read(f"{FIRST}\n{title}Player|Size|Shirt number|Quantity|Design\nDi Elder|S|1|1|Away shirt")
    assert tables(recognition) == [(1, (2, 3, 4), None, SAME), (row, (row + 1,), team, MOVED)]
    assert recognition.problems == ()


def test_a_table_with_other_headings() -> None:
    recognition = read(f"{FIRST}\n\nSpelare|Storlek|Tröjnummer|Antal\nDi Elder|S|1|1")
    assert [(one.heading_row, one.rows) for one in recognition.rosters] == [(1, (2, 3, 4)), (6, (7,))]


def test_the_first_table_is_not_lost_where_the_second_has_the_better_headings() -> None:
    recognition = read(
        f"Name|Number|Size|Qty|Shirt{PLAYERS}\nPlayer|Size|Shirt number|Quantity|Design\nDi Elder|S|1|1|Away"
    )
    assert [(one.heading_row, one.rows) for one in recognition.rosters] == [(1, (2, 3, 4)), (5, (6,))]


def test_three_tables_and_a_repeated_heading() -> None:
    moved = "Player|Size|Shirt number|Quantity|Design\nDi Elder|S|1|1|Away shirt"
    recognition = read(f"{FIRST}\n{moved}\n{FIRST}")
    assert [(one.heading_row, one.rows) for one in recognition.rosters] == [(1, (2, 3, 4)), (5, (6,)), (7, (8, 9, 10))]


def test_a_second_heading_with_nobody_beneath_it_is_no_table() -> None:
    recognition = read(f"{FIRST}\nPlayer|Size|Quantity|Shirt number|Design")
    assert [(one.heading_row, one.rows) for one in recognition.rosters] == [(1, (2, 3, 4))]
    assert recognition.problems == ()


def test_headings_that_cannot_be_read_as_such_are_one_error_that_names_the_row() -> None:
    recognition = read(f"{FIRST}\nPlayer|Size|Shirt number|Zwqx\nDi Elder|S|1|abc")
    assert [(one.code, one.cell, one.row, one.message) for one in recognition.problems] == [
        (
            "heading-second",
            "A5",
            5,
            "Row 5 of sheet Sheet1 looks like the headings of another table (Player, Size, Shirt number, Zwqx), which cannot be "
            "read under those of row 1. Put that table on a sheet of its own, or its rows under the headings of row 1.",
        )
    ]


@pytest.mark.parametrize(
    "row", ["Shirt Keeper|1|M|1|Home shirt", "Size|||1|Home shirt", "Name Number|7|L|1|Shirt", "Total|||4|Shirt"]
)
def test_players_and_totals_are_no_headings(row: str) -> None:
    recognition = read(f"{FIRST}\n{row}")
    assert [one.heading_row for one in recognition.rosters] == [1]
    assert recognition.problems == ()


SIZES = """Article|S|M|L|Total
Home shirt|1|2||3
Away shirt|2||1|3
Shorts||4|1|5"""


@pytest.mark.parametrize(
    ("last", "rows", "left_out"),
    [
        ("|3|6|2|11", (2, 3, 4), (5,)),  # the sums, without a word that says so
        ("|3|6||9", (2, 3, 4, 5), ()),  # not of every size: somebody wants three of S and six of M
        ("|3|6|3|12", (2, 3, 4, 5), ()),  # one more than is ordered above
        ("Socks|3|6|2|11", (2, 3, 4, 5), ()),
    ],
)
def test_sums_below_a_table_are_no_order(last: str, rows: tuple[int, ...], left_out: tuple[int, ...]) -> None:
    (roster,) = read(f"{SIZES}\n{last}").rosters
    assert (roster.rows, roster.left_out) == (rows, left_out)


@pytest.mark.parametrize("title", ["", "Coaches\n"])
def test_few_headings_of_people_begin_a_table_where_an_empty_row_stands_before_them(title: str) -> None:
    recognition = read(f"{FIRST}\n\n{title}Name|Jacket size|Initials\nDi Elder|L|DE\nEd Finch|XL|EF")
    row = 7 if title else 6
    assert [(table.heading_row, table.rows) for table in recognition.rosters] == [
        (1, (2, 3, 4)),
        (row, (row + 1, row + 2)),
    ]


def test_a_title_alone_sets_off_three_headings_of_which_one_is_none_of_ours() -> None:
    recognition = read(f"{FIRST}\nStaff – Tracksuits\nRole|Name|Size\ntrainer|Di Elder|L\nphysio|Ed Finch|XL")
    assert [(table.heading_row, table.rows) for table in recognition.rosters] == [(1, (2, 3, 4)), (6, (7, 8))]


@pytest.mark.parametrize("beneath", ["Size|Quantity\nL|1\nM|1", "Team|Trainer\nDragons|Di Elder", "Date|Signature"])
def test_a_tally_or_a_signature_beneath_an_empty_row_is_no_table(beneath: str) -> None:
    assert [table.rows for table in read(f"{FIRST}\n\n{beneath}").rosters] == [(2, 3, 4)]
