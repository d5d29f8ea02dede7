"""A sheet that says nowhere what its rows are: the design is said once, for all of them."""

from __future__ import annotations

import pytest

from roster_import.language.messages import Day
from tests.conftest import ORDER
from tests.pseudo_terminal import on_terminal
from tests.recognise.test_memory import today

HEADINGS = ("Player", "Name", "Number", "Size")
ROWS = (("Ada Holm", "HOLM", "7", "M"), ("Bo Lund", "LUND", "8", "L"))


def instances(sandbox):
    ((design,),) = [order["body"]["designs"] for order in sandbox.orders()]
    return design.get("designId", 298791), [
        (one["name"], one["number"], one["size"], one["quantity"]) for one in design["instances"]
    ]


BOTH = (298791, [("HOLM", "7", "M", 1), ("LUND", "8", "L", 1)])


@pytest.mark.every(3)
@pytest.mark.parametrize("design", ["Away kit", "298791", "MUL327187"])
@pytest.mark.parametrize("command", [("import",), ("import", "--yes")])
def test_every_row_is_of_the_design_that_was_named(desk, sandbox, design, command):
    desk.build(headings=HEADINGS, rows=ROWS)
    assert desk.quick(*command, "club.xlsx", "--design", design).status == 0
    assert instances(sandbox) == BOTH


def test_a_size_of_a_garment_is_the_size_of_that_design(desk, sandbox):
    desk.build(headings=("Player", "Name", "Number", "Shirt size"), rows=ROWS)
    assert desk.quick("club.xlsx", "--design", "Away kit").status == 0
    assert instances(sandbox) == BOTH


def test_it_may_be_a_setting(desk, sandbox):
    (desk.folder / "roster-import.toml").write_text('design = "Away kit"\n')
    desk.build(headings=HEADINGS, rows=ROWS)
    assert desk.quick("club.xlsx").status == 0
    assert instances(sandbox) == BOTH


def test_a_column_that_says_it_is_stronger(desk, sandbox):
    desk.build(headings=(*HEADINGS, "Design"), rows=[(*row, "Away kit") for row in ROWS])
    assert desk.quick("club.xlsx", "--design", "Home kit").status == 0
    assert instances(sandbox) == BOTH


def test_the_message_says_how(desk, sandbox):
    desk.build(headings=HEADINGS, rows=ROWS)
    run = desk.quick("--json", "club.xlsx")
    assert [problem["message"] for problem in run.problems] == [
        'Sheet Roster has no column that says which garment each row is. Say it for every row with --design "Home kit" (Home '
        "kit or Away kit), or add a column headed Design."
    ]
    assert sandbox.requests() == []


def test_a_title_that_nobody_knows_is_said_once(desk, sandbox):
    desk.build(headings=HEADINGS, rows=ROWS)
    run = desk.quick("--json", "club.xlsx", "--design", "Third kit")
    assert (run.status, [problem["code"] for problem in run.problems]) == (1, ["design-unknown"])
    assert sandbox.requests() == []


@pytest.mark.parametrize("answer", ["2", "away kit", "298791"])
def test_on_a_terminal_it_is_asked_with_the_titles(desk, sandbox, answer):
    desk.build(headings=HEADINGS, rows=ROWS)
    status, shown = on_terminal(desk, "club.xlsx", answers=[answer, "y"])
    assert (status, instances(sandbox)) == (0, BOTH)
    assert shown.startswith(
        "Question 1: Sheet Roster has no column that says which garment each row is. It has 2 rows, such as Ada Holm, 7, M. "
        "Which design is every row?\n"
        "  1  Home kit\n"
        "  2  Away kit\n"
        "  3  both: Home kit and Away kit\n"
        "  4  none of these, or not now: nothing is sent\n"
        f"A number, or the words [4]:  {answer}\n"
        "Order PO-2026-0042 for "
    )


def test_on_a_terminal_both_are_ordered_for_every_row_with_one_answer(desk, sandbox):
    desk.build(headings=HEADINGS, rows=ROWS)
    _, shown = on_terminal(desk, "club.xlsx", answers=["3", "n"])
    rows = [line.split() for line in shown.splitlines() if "kit  " in line and line.startswith("  ") and "HOLM" in line]
    assert rows == [["Home", "kit", "M", "1", "HOLM", "7"], ["Away", "kit", "M", "1", "HOLM", "7"]]
    assert "In all 4 pieces." in shown


def test_the_return_key_alone_orders_nothing(desk, sandbox):
    desk.build(headings=HEADINGS, rows=ROWS)
    status, shown = on_terminal(desk, "club.xlsx", answers=[""])
    assert status == 1
    assert 'Say it for every row with --design "Home kit" (Home kit or Away kit)' in shown
    assert sandbox.requests() == []


def test_the_answer_is_remembered_for_the_folder_and_announced_above_the_question(desk, sandbox):
    desk.build(headings=HEADINGS, rows=ROWS)
    assert on_terminal(desk, "club.xlsx", answers=["2", "n"])[0] == 130
    assert desk.quick("headings").out == "Nothing is remembered.\n", "nothing was ordered"
    assert desk.quick("club.xlsx", "--design", "Away kit").status == 0
    desk.build("next.xlsx", headings=HEADINGS, rows=ROWS[:1], order={**ORDER, "Reference": "PO-2"})
    status, shown = on_terminal(desk, "next.xlsx", answers=["y"])
    announced = f"As answered for club.xlsx on {Day(today())}: every row is Away kit."
    assert (status, shown.index(announced) < shown.index("Place 1 order")) == (0, True)
    (desk.folder / "other").mkdir()
    desk.build("other/theirs.xlsx", headings=HEADINGS, rows=ROWS, order={**ORDER, "Reference": "PO-3"})
    assert desk.quick("other/theirs.xlsx", "--yes").status == 1, "never for another club unattended"
    assert on_terminal(desk, "other/theirs.xlsx", answers=[""])[0] == 1, "nor unasked"
    assert len(sandbox.orders()) == 2


SHORTS = (("Ada Holm", "HOLM", "7", "M", "x"), ("Bo Lund", "LUND", "8", "L", ""))


def test_marks_of_shorts_beside_numbers_are_no_shirts_until_somebody_names_them(desk, sandbox):
    desk.build(headings=("Player", "Name", "Number", "Size", "Shorts"), rows=SHORTS, catalogue=BOTH_KINDS)
    (problem,) = (each for each in desk.quick("check", "--json", "club.xlsx").problems if each["level"] == "error")
    assert (problem["code"], problem["message"]) == (
        "column-missing",
        'On sheet Roster, what is ordered is told by "Shorts" alone, and nothing says on which garment "Number" is printed. Say '
        'it for every row with --design "Home shirt" (Home shirt or Shorts), or add a column headed Design. If on none: --map '
        '"Number=ignored".',
    )
    assert desk.quick("club.xlsx", "--design", "Home shirt").status == 0
    (order,) = sandbox.orders()
    made = {design["designId"]: len(design["instances"]) for design in order["body"]["designs"]}
    assert made == {298791: 2, 299571: 1}


def test_a_design_that_marks_alone_leave_out_is_said(offline):
    rows = [(row[0], row[3], row[4]) for row in SHORTS]
    offline.build(headings=("Player", "Size", "Shorts"), rows=rows, catalogue=BOTH_KINDS)
    run = offline.quick("check", "--json", "club.xlsx", "--design", "Home shirt", "--print-name", "none")
    assert [each["message"] for each in run.problems if each["code"] == "answer-unmet"] == [
        'On sheet Roster, what is ordered is told by "Shorts" alone, and “Home shirt” is ordered for no row. If it is wanted, '
        "too, add a column headed Design."
    ]


BOTH_KINDS = (
    ("Title", "Kind", "ID", "Placeholders", "Sizes"),
    ("Home shirt", "design", 298791, "NameLogo;NumberLogo", "M;L"),
    ("Shorts", "design", 299571, "none", "M;L"),
)
