"""What stands behind a team under a word for teams: of the order it is told, another team it is not."""

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
