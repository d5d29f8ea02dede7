"""Sums behind the counts or marks of a row, and those of whole columns: what they say is held against what is ordered."""

from __future__ import annotations

import pytest

from tests.check.test_office_cases import check, codes, said

MATRIX = "Article|S|M|L|{}\nHome shirt|3|8|6|{}\nAway shirt|2|3||5\nShorts|4||4|8\n"
MARKS = "Player|Number|Size|Home shirt|Shorts|Total\nAnn Lee|3|S|x|x|2\nBo Ray|4|M|x||1\nCy Orr|5|L|x|x|{}\nDi Fay|6|L|x|x|2\n"


@pytest.mark.parametrize("heading", ["Total", "Gesamt", "Summe", "Razem", "Totale", "Yhteensä"])
def test_a_sum_behind_the_sizes_that_is_another_than_they_come_to_is_asked_about(heading):
    checked = check(("Order", MATRIX.format(heading, 18)), print_name="none")
    assert said(checked, "quantity-differs") == [
        (
            "quantity-differs",
            "E2",
            f'"{heading}" says 18, but this row orders 17, so it is not clear how many are meant. Correct one of them.',
        )
    ]


def test_sums_that_are_right_say_nothing_in_the_row_and_at_the_bottom():
    grid = MATRIX.format("Total", 17)
    for bottom in ("", "Total|9|11|10|30", "|9|11|10|30"):
        assert codes(check(("Order", grid + bottom), print_name="none")) == [], bottom


@pytest.mark.parametrize("bottom", ["Total|9|11|10|31", "|9|11|10|31"])
def test_the_sum_of_all_sums_is_compared_with_all_that_is_ordered(bottom):
    checked = check(("Order", MATRIX.format("Total", 17) + bottom), print_name="none")
    assert said(checked, "total-differs", "quantity-differs") == [
        (
            "total-differs",
            "E5",
            "The sum at E5 says 31, while the rows of sheet Order order 30. Look whether a row is missing, or one too many.",
        )
    ]


def test_a_sum_of_sums_of_which_one_is_wrong_is_told_at_that_one_alone():
    checked = check(("Order", MATRIX.format("Total", 18) + "Total|9|11|10|31"), print_name="none")
    assert [(code, cell) for code, cell, _ in said(checked, "quantity-differs", "total-differs")] == [
        ("quantity-differs", "E2")
    ]


def test_a_sum_behind_marks_is_no_question_and_one_that_differs_is():
    assert "column-unknown" not in codes(check(("Order", MARKS.format(2)), print_name="as-written"))
    assert said(check(("Order", MARKS.format(3)), print_name="as-written"), "quantity-differs", "column-unknown") == [
        (
            "quantity-differs",
            "F4",
            '"Total" says 3, but this row orders 2, so it is not clear how many are meant. Correct one of them.',
        )
    ]


def test_a_total_that_hardly_ever_agrees_counts_something_else():
    goals = MATRIX.format("Total", 120).replace("|5\n", "|60\n").replace("|8\n", "|90\n")
    assert "quantity-differs" not in codes(check(("Order", goals), print_name="none"))


def test_the_same_sizes_under_two_garments_are_of_each():
    grid = "||Home shirt|||Shorts||\nName|Nr|S|M|L|S|M|L\nANN|5|1|||1||\nBO|6||1|||1|\nCY|4|||1|||1"
    checked = check(("List", grid), print_name="as-written")
    assert "size-twice" not in codes(checked)
    ordered = [(line.name, line.size, line.designs[0].title) for line in checked.lines]
    shirts = [("ANN", "S", "Home shirt"), ("BO", "M", "Home shirt"), ("CY", "L", "Home shirt")]
    assert [each for each in ordered if each[2] == "Home shirt"] == shirts
    assert [size for _, size, title in ordered if title == "Shorts"] == ["S", "M", "L"]


TEAM = "||Home shirt|||Shorts||\nName|Nr|S|M|L|S|M|L\n{}|5|1|||1||\n{}|6||1|||1|"


def test_a_team_above_the_same_headings_again_is_not_lost():
    checked = check(("List", f"{TEAM.format('ANN', 'BO')}\n\n{TEAM.format('CY', 'DI')}"), print_name="as-written")
    shirts = [(line.name, line.size) for line in checked.lines if line.designs[0].title == "Home shirt"]
    assert shirts == [("ANN", "S"), ("BO", "M"), ("CY", "S"), ("DI", "M")]
    assert len(checked.lines) == 8


def test_teams_of_two_under_sizes_that_head_each_of_them_are_counted():
    grid = "Name|Nr|S|M|L\nANN|5|1||\nBO|6||1|\n\nName|Nr|S|M|L\nCY|4|||1\nDI|9|||1"
    checked = check(("List", grid), print_name="as-written", design="Home shirt")
    assert [(line.name, line.size) for line in checked.lines] == [("ANN", "S"), ("BO", "M"), ("CY", "L"), ("DI", "L")]
