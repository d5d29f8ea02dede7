"""A column of yes and no chooses the rows that are ordered, once somebody said so."""

from __future__ import annotations

import pytest

from tests.conftest import HEADINGS

ROWS = (
    ("Ann", "ANN", "1", "M", "", "Home kit"),
    ("Bo", "BO", "2", "M", "", "Home kit"),
    ("Cy", "CY", "3", "M", "", "Home kit"),
)


def build(desk, heading, *answers, design="Home kit"):
    headings = (*HEADINGS, heading)
    rows = [
        (*row[:-1], design, *[""] * (len(HEADINGS) - len(row)), answer)
        for row, answer in zip(ROWS, answers, strict=True)
    ]
    return desk.build(headings=headings, rows=rows)


def pieces(run):
    return [order["pieces"] for order in run.file["orders"]]


def of_code(run, code):
    (problem,) = [problem for problem in run.problems if problem["code"] == code]
    return problem


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("heading", "meaning", "answers"),
    [
        ("Order?", "order-if-yes", ("yes", "no", "x")),
        ("Order?", "order-if-yes", ("ja", "", "1")),
        ("Has already", "skip-if-yes", ("", "yes", "no")),
    ],
)
def test_the_rows_it_chooses_are_ordered_and_the_others_said(desk, heading, meaning, answers):
    build(desk, heading, *answers)
    run = desk.quick("check", "--json", "club.xlsx", "--map", f"{heading}={meaning}")
    assert (run.status, pieces(run)) == (0, [2])
    problem = of_code(run, "rows-not-chosen")
    assert (problem["level"], problem["row"]) == ("warning", 3)
    assert problem["message"] == (
        f'Nothing is ordered from row 3 of sheet Roster, because of "{heading}". If one of them should be ordered, change its '
        "cell."
    )
    cells = {column["heading"]: column["cells"] for column in run.file["understood"][0]["columns"]}
    assert (cells["Player"], cells["Name"]) == ({"for-people": 3}, {"ordered": 2, "set-aside": 1})


def test_before_that_it_is_asked_and_nothing_is_ordered(desk):
    build(desk, "Order?", "yes", "no", "yes")
    run = desk.quick("check", "--json", "club.xlsx")
    assert (run.status, pieces(run), of_code(run, "column-unknown")["cell"]) == (1, [], "J1")


def test_a_cell_that_says_neither_is_an_error(desk):
    build(desk, "Order?", "yes", "maybe", "no")
    problem = of_code(desk.quick("check", "--json", "club.xlsx", "--map", "Order?=order-if-yes"), "choice-unclear")
    assert (problem["level"], problem["cell"], problem["value"]) == ("error", "J3", "maybe")
    assert problem["message"] == (
        '“maybe” under "Order?" says neither yes nor no, so nobody knows whether the row is ordered. Write yes or no.'
    )


def test_a_column_that_leaves_out_every_row_is_an_error(desk):
    build(desk, "Order?", "no", "no", "no")
    problem = of_code(desk.quick("check", "--json", "club.xlsx", "--map", "Order?=order-if-yes"), "rows-not-chosen")
    assert problem["level"] == "error"
    assert problem["message"] == (
        'No row of sheet Roster is ordered, because of "Order?". Change the cells of the rows that should be.'
    )


@pytest.mark.parametrize(
    ("heading", "cell", "answer"), [("Kit 2", "Away kit", "design"), ("Away", "x", "design:Away kit")]
)
def test_a_second_design_is_ordered_beside_the_first(desk, heading, cell, answer):
    build(desk, heading, "", cell, "")
    run = desk.quick("check", "--json", "club.xlsx", "--map", f"{heading}={answer}")
    assert (run.status, pieces(run)) == (0, [4])


def test_a_name_is_printed_only_where_there_is_a_yes(desk, sandbox):
    build(desk, "Name on back?", "yes", "no", "", design="Away kit")
    run = desk.quick("--json", "--accept-warnings", "club.xlsx", "--map", "Name on back?=name-if-yes")
    assert run.status == 0, run.problems
    (taken,) = sandbox.orders()
    assert [(each.get("name", ""), each["number"]) for each in taken["body"]["designs"][0]["instances"]] == [
        ("ANN", "1"), ("", "2"), ("", "3"),
    ]  # fmt: skip


def printed(run, sandbox):
    """The name and number of each garment that was ordered, in the order of the rows; the warnings by their codes."""
    assert run.status == 0, run.problems
    (taken,) = sandbox.orders()
    instances = taken["body"]["designs"][0]["instances"]
    return [(each.get("name", ""), each.get("number", "")) for each in instances], {p["code"] for p in run.problems}


def assert_left_off(desk, sandbox, answer, plain):
    """With that answer the second garment has no more on it than `plain`, and the cells of the rest are told as set aside."""
    run = desk.quick("--json", "--accept-warnings", "club.xlsx", "--map", answer)
    garments, warnings = printed(run, sandbox)
    assert sorted(garments) == sorted([("ANN", "1"), plain, ("CY", "3")])
    assert not warnings & {"number-left-blank", "name-left-blank", "cell-unused"}
    cells = {column["meaning"]: column["cells"] for column in run.file["understood"][0]["columns"]}
    left_off = {"ordered": 2, "set-aside": 1}
    assert [cells[part] == left_off for part in ("name", "number")] == [not text for text in plain]


@pytest.mark.parametrize(
    ("heading", "answer", "plain"),
    [
        ("Flocage", "print-if-yes", ("", "")),
        ("Name and number on the back?", "print-if-yes", ("", "")),
        ("Number printed?", "number-if-yes", ("BO", "")),
        ("Name printed?", "name-if-yes", ("", "2")),
    ],
)
def test_what_is_printed_only_with_a_yes_is_offered_and_left_off(desk, sandbox, heading, answer, plain):
    build(desk, heading, "yes", "no", "yes", design="Away kit")
    asked = desk.quick("check", "--json", "club.xlsx")
    assert f'--map "{heading}={answer}"' in asked.problems[0]["message"]
    assert_left_off(desk, sandbox, f"{heading}={answer}", plain)


@pytest.mark.parametrize(
    ("heading", "answer", "plain"),
    [
        ("DO NOT PRINT NAME", "no-name-if-yes", ("", "2")),
        ("No name", "no-name-if-yes", ("", "2")),
        ("ohne Nummer", "no-number-if-yes", ("BO", "")),
        ("No print", "no-print-if-yes", ("", "")),
        ("uden tryk", "no-print-if-yes", ("", "")),
    ],
)
def test_what_is_not_printed_where_there_is_a_yes_is_offered_and_left_off(desk, sandbox, heading, answer, plain):
    build(desk, heading, "", "x", "", design="Away kit")
    asked = desk.quick("check", "--json", "club.xlsx")
    (problem,) = asked.problems
    assert f'--map "{heading}={answer}"' in problem["message"]
    assert "only with a yes:" not in problem["message"]  # that would print what is not to be printed
    assert_left_off(desk, sandbox, f"{heading}={answer}", plain)


def test_where_it_says_neither_the_name_is_asked_about(desk):
    build(desk, "Name on back?", "yes", "BO", "no")
    run = desk.quick("check", "--json", "club.xlsx", "--map", "Name on back?=name-if-yes")
    problem = of_code(run, "choice-unclear")
    assert (problem["level"], problem["cell"], problem["value"]) == ("error", "J3", "BO")
    assert problem["message"] == (
        '“BO” under "Name on back?" says neither yes nor no, so nobody knows what is printed. Write yes or no.'
    )


def test_while_it_is_open_which_garment_is_meant_nothing_is_said_of_whose_name_is_printed(desk):
    catalogue = (
        ("Title", "Kind", "ID", "Placeholders", "Sizes"),
        ("Home shirt", "design", 1, "NameLogo 601001", "S;M;L"),
        ("Keeper shirt", "design", 2, "NameLogo 601002", "S;M;L"),
    )
    rows = [("Ann", "M", "Yes"), ("Bo", "L", "No"), ("Cy", "M", "")]
    desk.build(headings=("Player", "Shirt size", "Name on back?"), rows=rows, catalogue=catalogue)
    args = ("--print-name", "as-written", "--map", "Name on back?=name-if-yes")
    run = desk.quick("check", "--json", "club.xlsx", *args)
    assert [problem["cell"] for problem in run.problems] == ["B1"]
