"""Names numbered from row to row: the numbers count the players, and are neither names nor, unasked, their shirts'."""

from __future__ import annotations

import pytest
from test_layouts_not_read import said, written

from roster_import.check.numbered_names import are_counted

COUNTED = ("1. Ada Holm", "2. Bo O'Brien", "3. Eva Åkesson")


def ordered(sandbox):
    instances = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    return [(instance.get("name", ""), instance.get("number", "")) for instance in instances]


def warned(desk, *options):
    run = desk.quick("check", "--json", "club.xlsx", *options)
    return [(problem["code"], problem["cell"], problem["message"]) for problem in run.file["problems"]]


@pytest.mark.parametrize(
    ("texts", "counted"),
    [
        (COUNTED, True),
        (("1) Ada", "2) Bo", "3) Eva", "1) Finn", "2) Gry"), True),  # again from 1 in each team
        (("1 Ada", "2 Bo", "3 Eva"), True),
        (("7 Ada", "8 Bo", "9 Eva"), False),
        (("1. Ada", "3. Bo", "2. Eva"), False),
        (("1. Ada", "2. Bo"), False),
        (("1st team", "2nd team", "3rd team"), False),
        (("1. Ada", "Bo", "2. Eva", "Finn"), False),
    ],
)
def test_what_is_numbered(texts, counted):
    assert are_counted(texts) is counted


def test_beside_a_column_of_numbers_they_are_printed_without(desk, sandbox):
    rows = zip(COUNTED, ("7", "12", "9"), strict=True)
    written(desk, [("Player", "Number", "Size", "Design"), *((name, number, "M", "Away kit") for name, number in rows)])
    told = (
        "The names of this column are numbered from row to row (“1. Ada Holm”). The numbers only count the players, and are not "
        "printed."
    )
    assert warned(desk, "--print-name", "as-written") == [("names-numbered", "A2", told)]
    assert desk.quick("club.xlsx", "--yes", "--print-name", "as-written").status == 0
    assert ordered(sandbox) == [("Ada Holm", "7"), ("Bo O'Brien", "12"), ("Eva Åkesson", "9")]


def test_where_no_column_has_numbers_a_person_says_whether_they_are_printed(desk, sandbox):
    written(desk, [("Player", "Size", "Design"), *((name, "M", "Away kit") for name in COUNTED)])
    options = ("--print-name", "as-written")
    assert said(desk, *options) == [
        (
            "name-with-number",
            "A2",
            "In column “Player” a number stands before each name, and no column has the numbers alone: “1. Ada Holm” may be “Ada "
            'Holm” with number 1. If so: --map "Player=player-number". If the numbers only count the players: --map '
            '"Player=player". Or divide the cells over two columns, the second headed Number.',
        )
    ]
    assert said(desk, "--map", "Player=player-number", *options) == []
    assert desk.quick("club.xlsx", "--yes", "--map", "Player=player", *options).status == 0
    assert ordered(sandbox) == [("Ada Holm", ""), ("Bo O'Brien", ""), ("Eva Åkesson", "")]


def test_who_is_printed_otherwise_is_not_warned_of(desk):
    printed = zip(COUNTED, ("ADA", "BO", "EVA"), ("7", "12", "9"), strict=True)
    written(desk, [("Player", "Name", "Number", "Size", "Design"), *((*row, "M", "Away kit") for row in printed)])
    assert warned(desk) == []
