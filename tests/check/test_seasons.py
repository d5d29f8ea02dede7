"""Last year's sheet beside this year's: which is ordered from, a person says."""

from __future__ import annotations

import pytest

from roster_import.check.seasons import sheets_of_seasons
from roster_import.model.order import Line
from roster_import.model.problem import Origin
from tests.check.test_office_cases import check


def said(*sheets: str) -> list[str]:
    lines = [Line(origin=Origin(sheet=sheet, row=2), player="Ann Lee", quantity=1, reference="R1") for sheet in sheets]
    return [problem.message for problem in sheets_of_seasons(lines)]


@pytest.mark.parametrize(
    ("former", "newest"),
    [
        ("2024-25", "2025-26"),
        ("Saison 24/25", "Saison 25/26"),
        ("Bestilling 2025", "Bestilling 2026"),
        ("Trikots alt", "Trikots"),
        ("Roster (last year)", "Roster"),
    ],
)
def test_sheets_of_two_seasons_are_pointed_out(former, newest):
    assert said(former, newest) == [
        f'By their names, sheets "{former}" and "{newest}" are of different seasons, or one of them was ordered before, and all '
        f'of them would be ordered from. Say which is meant with --sheet "{newest}", or delete the others; all of them are '
        f'ordered from with --sheet "{former}" --sheet "{newest}".'
    ]


@pytest.mark.parametrize(
    "sheets", [("U13", "U15"), ("U13/14", "U15/16"), ("Home 2026", "Away 2026"), ("2025-26",), ("2013-14", "2014-15")]
)
def test_teams_and_years_of_birth_are_no_seasons(sheets):
    assert said(*sheets) == []


def test_a_sheet_of_a_season_beside_one_of_none_is_said():
    assert said("Mannschaft", "Saison 25-26") == [
        "By its name sheet Saison 25-26 is of one season, which others here do not say, and it is ordered from as they are. If "
        "it was ordered before, delete it."
    ]


def test_teams_named_for_the_year_they_are_born_in_are_no_seasons():
    assert said("Boys 2013", "Girls 2014", "Seniors") == []


@pytest.mark.parametrize(
    ("sheet", "old"), [("U15 OLD", True), ("Trikots alt", True), ("Alte Herren", False), ("Copy of U15", False)]
)
def test_a_lone_list_that_calls_itself_old_is_told_and_a_team_or_a_copy_is_not(sheet, old):
    grid = "Name on shirt|Number|Size|Design\nLEE|3|S|Home shirt\nRAY|4|M|Home shirt"
    message = (
        f"By its name sheet {sheet} is an old list, and its rows are ordered all the same. If there is a newer one, send it; "
        "else give this sheet another name."
    )
    warned = [each.message for each in check((sheet, grid)).problems if each.level == "warning"]
    assert warned == ([message] if old else [])


def test_a_team_of_old_hands_beside_another_is_no_former_list():
    assert said("Alte Herren", "1. Herren") == []
