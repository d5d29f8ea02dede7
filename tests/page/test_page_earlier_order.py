"""A second list of a club: its coach is told what is ordered of it before they sign."""

from __future__ import annotations

import json

import pytest

from roster_import.page.signed import signed_rosters
from tests.page.conftest import PHONE, is_accessible
from tests.page.office_desk import site_of
from tests.page.test_page_coach import club, drop, sign
from tests.page.test_page_office import client_of, ended, order

pytestmark = pytest.mark.drill  # lists are signed and ordered before a second one is looked at

WHOLE = (
    "The whole list is ordered, with 2 pieces that you have ordered before as Herbst. If you mean only what is new, call this "
    "order Herbst."
)
GONE = "1 piece is not in this list any more, but is ordered already: it comes all the same."


def listed(path, *people):
    rows = "".join(f"{name},{name.upper()},{number},M,Heimtrikot\n" for name, number in people)
    path.write_text(f"Player,Name,Number,Size,Design\n{rows}", encoding="utf-8")
    return path


def ordered(standing, name, of="FC Wieder"):
    """The office orders what was signed; whether something was confirmed."""
    with client_of(standing) as client:
        (roster,) = [each for each in signed_rosters(site_of(standing), of) if each.name == name]
        order(client, roster, additions="yes" if "second" in name else "")
        return "confirmed" in ended(client, roster)


def test_what_is_new_and_what_comes_all_the_same_is_said_before_it_is_signed(standing, look, tmp_path):
    link, tab = club(standing, "FC Wieder"), look("en", PHONE)
    drop(tab, link, listed(tmp_path / "first.csv", ("Ann", 1), ("Bo", 2), ("Cy", 3)))
    tab.click("#to-sign")
    tab.wait_for_selector("#looked")
    assert tab.locator(".earlier").count() == 0
    tab.go_back()
    sign(tab, reference="Herbst")
    assert ordered(standing, "first.xlsx")

    drop(tab, link, listed(tmp_path / "second.csv", ("Ann", 1), ("Bo", 2), ("Di", 4)))
    tab.click("#to-sign")
    tab.wait_for_selector("#looked")
    assert tab.locator(".earlier > p").all_inner_texts() == [WHOLE, GONE]
    is_accessible(tab)
    tab.click(".earlier summary")
    assert tab.locator(".earlier li").all_inner_texts() == [
        "1 × Heimtrikot M DI 4", "1 × Heimtrikot M CY 3",
    ]  # fmt: skip
    tab.fill("#reference", "Herbst")
    tab.check("#looked")
    tab.fill("#name", "Trainer Müller")
    tab.click(".sign button.main")
    tab.get_by_role("alert").wait_for()
    assert tab.inner_text("[role=alert]") == (
        "An order of this name was placed before. Look at what is ordered now, then sign."
    )
    assert tab.locator(".earlier > p").all_inner_texts() == [
        "Herbst was ordered before. Only what is new is ordered: 1 piece.", GONE,
    ]  # fmt: skip
    assert tab.input_value("#reference") == "Herbst"
    tab.click(".sign button.main")
    tab.wait_for_selector(".facts")
    assert ordered(standing, "second.xlsx")
    orders = json.loads(standing.desk.quick("orders", "--json").out)["orders"]
    assert sorted(each["reference"] for each in orders) == ["Herbst", "Herbst/2"]


def test_after_signing_what_was_ordered_already_the_office_decides(standing, look, tmp_path):
    link, tab = club(standing, "FC Nochmal"), look("en", PHONE)
    drop(tab, link, listed(tmp_path / "first.csv", ("Ann", 1), ("Bo", 2)))
    sign(tab, reference="Sommer")
    assert tab.inner_text(".card .good") == "The office looks through it and orders it. You need not do anything more."
    assert ordered(standing, "first.xlsx", "FC Nochmal")
    drop(tab, link, listed(tmp_path / "again.csv", ("Ann", 1), ("Bo", 2)))
    tab.click("#to-sign")
    tab.fill("#reference", "Sommer")
    tab.check("#looked")
    tab.fill("#name", "Trainer Müller")
    tab.click(".sign button.main")
    tab.get_by_role("alert").wait_for()
    assert tab.locator(".earlier > p").all_inner_texts() == [
        "All of this was ordered before as Sommer: nothing more is ordered."
    ]
    tab.click(".sign button.main")
    tab.wait_for_selector(".facts")
    assert tab.inner_text(".card .good") == (
        "All of this was ordered before as Sommer. The office looks through it and decides whether anything more is ordered."
    )
    is_accessible(tab)


@pytest.mark.parametrize(("names", "told"), [(("Eva", "Fie"), []), (("Ann", "Bo", "Cy"), None)])
def test_a_list_of_others_is_no_second_one(standing, look, tmp_path, names, told):
    """Nothing is said of a list with none of the shirts that were ordered; of the same list it is."""
    link, tab = club(standing, "FC Wieder"), look("en", PHONE)
    people = [(name, "ABC".find(name[0]) + 1 or 9) for name in names]
    drop(tab, link, listed(tmp_path / "others.csv", *people))
    tab.click("#to-sign")
    tab.wait_for_selector("#looked")
    said = tab.locator(".earlier > p").all_inner_texts()
    assert said == told if told is not None else "with 3 pieces" in said[0]


OTHERS = (
    "Most of what was ordered as Winter is not in this list. If this is another team's list, give this order another name: then "
    "all of it is ordered."
)


def test_the_list_of_another_team_has_a_name_of_its_own_and_is_ordered_whole(standing, look, tmp_path):
    """Shorts without a name are like those of the others, and are ordered for these players, too."""
    link, tab = club(standing, "FC Zwei"), look("en", PHONE)
    drop(tab, link, listed(tmp_path / "U15.csv", ("Ann", 1), ("Bo", 2), ("", "")))
    tab.click("#to-sign")
    tab.wait_for_selector("#looked")
    of_the_day = tab.input_value("#reference")
    tab.go_back()
    sign(tab, reference=of_the_day)
    assert ordered(standing, "U15.xlsx", "FC Zwei")

    drop(tab, link, listed(tmp_path / "U18.csv", ("Eva", 7), ("Fie", 8), ("", "")))
    tab.click("#to-sign")
    tab.wait_for_selector("#looked")
    assert tab.input_value("#reference") == f"{of_the_day} U18"
    assert tab.locator(".earlier").count() == 0
    tab.go_back()
    sign(tab, reference=f"{of_the_day} U18")
    assert ordered(standing, "U18.xlsx", "FC Zwei")
    orders = json.loads(standing.desk.quick("orders", "--json").out)["orders"]
    assert {each["reference"]: each["pieces"] for each in orders if each["reference"].startswith("FC Zwei")} == {
        of_the_day: 3,
        f"{of_the_day} U18": 3,
    }


def test_who_calls_the_list_of_another_team_by_the_name_of_the_first_is_told(standing, look, tmp_path):
    link, tab = club(standing, "FC Drei"), look("en", PHONE)
    drop(tab, link, listed(tmp_path / "first.csv", ("Ann", 1), ("Bo", 2)))
    sign(tab, reference="Winter")
    assert ordered(standing, "first.xlsx", "FC Drei")
    drop(tab, link, listed(tmp_path / "others.csv", ("Eva", 7), ("Fie", 8)))
    tab.click("#to-sign")
    tab.wait_for_selector("#looked")
    tab.fill("#reference", "Winter")
    tab.check("#looked")
    tab.fill("#name", "Trainer Müller")
    tab.click(".sign button.main")
    tab.get_by_role("alert").wait_for()
    assert tab.locator(".earlier > p").all_inner_texts()[-1] == OTHERS
