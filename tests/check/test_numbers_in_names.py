"""A name with another number in it than its row's is pointed out; dashes in front of names are none of them."""

from __future__ import annotations

from tests.check.test_office_cases import check, said

GRID = "Player|Print|Number|Size|Design\nBo Berg|{0}|7|M|Home shirt\nCy Krog|{1}|8|L|Home shirt"


def told(first, second):
    return said(check(("List", GRID.format(first, second))), "name-marker")


def test_a_name_with_another_number_than_its_row_is_pointed_out_without_a_suggestion():
    checked = check(("List", GRID.format("BERG", "KROG 18")))
    (problem,) = [each for each in checked.problems if each.code == "name-marker"]
    assert (problem.cell, problem.suggestion) == ("B3", None)
    assert problem.message == (
        "Name “KROG 18” would be printed with the number in it, and the row's number is 8. Write the name alone, and the right "
        "number under the numbers."
    )


def test_the_number_of_the_row_beside_the_name_is_left_off_as_before():
    assert [(cell, message.endswith("Did you mean BERG?")) for _, cell, message in told("BERG 7", "KROG")] == [
        ("B2", True)
    ]


def test_a_dash_in_front_of_a_name_is_not_printed():
    cells = [(cell, message.partition("Did you mean ")[2]) for _, cell, message in told("- BERG", "– KROG")]
    assert cells == [("B2", "BERG?"), ("B3", "KROG?")]


def test_a_nickname_with_a_digit_is_one():
    assert told("J2", "KROG") == []
