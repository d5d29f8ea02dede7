"""What is written beside a name to say who somebody is: never taken for the surname, and told of goalkeepers."""

import pytest

from roster_import.check.meant.markers import without_markers

CATALOGUE = (
    ("Title", "Kind", "ID", "Placeholders", "Sizes"),
    ("Home shirt", "design", 1, "NameLogo 601001, NumberLogo 601002", "S;M;L;XL"),
    ("Keeper shirt", "design", 2, "NameLogo 601003, NumberLogo 601004", "S;M;L;XL"),
)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Al Ash (C)", "Al Ash"),
        ("Al Ash - GK", "Al Ash"),
        ("Al Ash, GK", "Al Ash"),
        ("Al Ash GK", "Al Ash"),
        ("Al Ash/GK", "Al Ash"),
        ("Al Ash, goalkeeper", "Al Ash"),
        ("Ida Bach – målvogter", "Ida Bach"),
        ("Leo Gil, portero", "Leo Gil"),
        ("Tim Berg, Trainer", "Tim Berg"),
        ("Ash, Al (GK)", "Ash, Al"),
        ("Torwart: Al Ash", "Al Ash"),
        ("Ash, Al", "Ash, Al"),
        ("Tom Keeper", "Tom Keeper"),
        ("Anne-Marie Portero", "Anne-Marie Portero"),
        ("Kim Trainer", "Kim Trainer"),
        ("=SUM(A1)", "=SUM(A1)"),
    ],
)
def test_a_name_without_what_stands_beside_it(name, bare):
    assert without_markers(name) == bare


PEOPLE = ("Al Ash (C)", "Ben Bell - GK", "Cy Cole, goalkeeper", "Dan Dale GK", "Ed East/GK", "Fox, Fred", "Guy Hay")


def test_a_surname_is_printed_without_it(desk, sandbox):
    rows = [(who, at, "M", "Away kit") for at, who in enumerate(PEOPLE, 2)]
    desk.build(headings=("Player", "Number", "Size", "Design"), rows=rows)
    run = desk.quick("--json", "--accept-warnings", "club.xlsx", "--print-name", "surname")
    assert run.status == 0, run.problems
    (taken,) = sandbox.orders()
    printed = [each["name"] for each in taken["body"]["designs"][0]["instances"]]
    assert printed == ["Ash", "Bell", "Cole", "Dale", "East", "Fox", "Hay"]


def test_whoever_is_called_a_keeper_behind_a_sign_is_told(desk):
    rows = [(who, at, "M", "Home shirt") for at, who in enumerate(PEOPLE, 2)]
    desk.build(headings=("Player", "Number", "Size", "Design"), rows=rows, catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx", "--print-name", "none")
    told = [p["message"].partition(" under ")[0] for p in run.problems if p["code"] == "keeper-in-other-shirt"]
    assert told == ["Rows 3, 5 and 6 say “GK”", "Row 4 says “goalkeeper”"]
