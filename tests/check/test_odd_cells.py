"""What stands in a cell beside what its column holds: behind a team, among dates or telephones. Of the order it is told."""

from __future__ import annotations

import pytest

from tests.check.test_office_cases import check, codes, said

TEAMS = "Name|Number|Size|Design|Team\nLEE|7|M|Home shirt|{}\nFOX|19|S|Home shirt|U12\nRAY|8|L|Home shirt|U12"


@pytest.mark.parametrize(
    "team",
    [
        "U12 (away kit)",
        "U12 away",
        "U12 - shorts only",
        "U12 (2 shirts)",
        "U12?",
        "U12 (bitte in rot)",
        "U12, auch Hose",
    ],
)
def test_what_stands_behind_a_team_and_is_of_the_order_is_told(team):
    assert said(check(("List", TEAMS.format(team)), print_name="as-written"), "text-may-change-order") == [
        (
            "text-may-change-order",
            "E2",
            f'Row 2 has the remark "{team}" under "Team". The row is ordered as it stands, whatever the remark says: if '
            "something is to be different, change the row itself, or delete the row; then empty the remark.",
        )
    ]


@pytest.mark.parametrize(
    "team", ["U12", "U12 Girls", "U12 (Girls)", "U12 B", "U12 2", "U12 Blue", "U12 Rote Teufel", "U14"]
)
def test_what_makes_another_team_of_it_is_not(team):
    assert codes(check(("List", TEAMS.format(team)), print_name="as-written")) == []


OTHERS = "Name|Number|Size|Design|{}\nLEE|7|M|Home shirt|{}\nFOX|19|S|Home shirt|{}\nRAY|8|L|Home shirt|{}"
MORE = "\nMAY|9|L|Home shirt|{0}\nKIM|10|M|Home shirt|{0}"


@pytest.mark.parametrize(
    ("heading", "usual", "text"),
    [
        ("Phone", "07700 900123", "call before ordering!"), ("DOB", "2010", "2012 - size up"), ("Paid", "yes", "no - cancel"),
        ("Geboren", "1.2.2012", "bitte eine Größe größer"), ("", "", "???"),
    ],
)  # fmt: skip
def test_what_is_of_the_order_is_told_in_whatever_column_it_stands(heading, usual, text):
    checked = check(("List", OTHERS.format(heading, usual, text, usual) + MORE.format(usual)), print_name="as-written")
    assert [(cell, f'"{text}"' in message) for _, cell, message in said(checked, "text-may-change-order")] == [
        ("E3", True)
    ]


@pytest.mark.parametrize(
    ("heading", "usual", "text"),
    [
        ("Phone", "07700 900123", "ask his mother"), ("Email", "a@example.org", "has none"), ("DOB", "2010", "not told yet"),
        ("Tea rota", "14 Sep", "swap w. Priya"), ("Paid", "yes", "no, cash on Friday"), ("inhaler", "no", "EpiPen x2 (nuts)"),
    ],
)  # fmt: skip
def test_what_is_of_other_things_is_not(heading, usual, text):
    checked = check(("List", OTHERS.format(heading, usual, text, usual) + MORE.format(usual)), print_name="as-written")
    assert said(checked, "text-may-change-order") == []
