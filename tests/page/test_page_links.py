"""The links of clubs: made by the office, ended by it or by a day, and of no use to another club."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from roster_import.errors import UsageError
from roster_import.page.links import Links, checked_club
from tests.conftest import until
from tests.page.conftest import is_accessible, signed_in

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def links(tmp_path):
    return Links.of(tmp_path)


def test_a_link_lets_in_until_its_last_day_is_over(links):
    token = links.make("FC Nord", "2026-12-31", NOW)
    coach = links.coach(token, NOW)
    assert (coach.club, coach.token) == ("FC Nord", token)
    assert links.coach(token, NOW + timedelta(days=32)) is not None
    assert links.coach(token, NOW + timedelta(days=34)) is None
    assert links.coach(token[:-1], NOW) is None
    assert links.coach("", NOW) is None


def test_no_two_links_are_alike_and_none_can_be_guessed(links):
    tokens = {links.make("FC Nord", None, NOW) for _ in range(20)}
    assert len(tokens) == 20
    assert {len(token) for token in tokens} == {32}


WITHOUT = (
    "FC Nord has no catalogue: its coaches have to write each garment as the order system calls it, and designs and sizes are "
    "not checked by a list of what there is. Put a table of its garments (Title; Kind: design; ID or Code; Sizes; Price) into "
    "the club's "
    'folder as garments.csv, and into FC Nord/roster-import.toml the two lines [catalogue] and file = "garments.csv".'
)
LACKING = (
    "roster-import: 1 club has no catalogue, by which designs and sizes could be checked: FC Nord. "
    "Its page says what to do.\n"
)


@pytest.mark.drill
def test_a_club_without_a_catalogue_is_pointed_out_wherever_the_office_meets_it(served, look):
    served.add_user()
    before = served.desk.quick("link", "FC Nord")  # nobody knows the clubs' folder yet
    assert (before.status, before.err) == (
        0,
        "roster-import: The page has not been started yet: this link holds if it is served at http://127.0.0.1:8330. If not, "
        "start it, and make the link then.\n",
    )
    served.start()
    until(lambda: LACKING in served.said)
    assert served.desk.quick("link", "FC Nord", "--json").err == f"roster-import: {WITHOUT}\n"
    tab = signed_in(look(), served)
    tab.goto(f"{served.address}/office/club/FC%20Nord")
    assert tab.locator(".note").inner_text() == WITHOUT
    is_accessible(tab)
    folder = served.clubs / "FC Nord"
    folder.mkdir(exist_ok=True)
    (folder / "garments.csv").write_text("Title,ID\nHome kit,299571\n", encoding="utf-8")
    (folder / "roster-import.toml").write_text('[catalogue]\nfile = "garments.csv"\n', encoding="utf-8")
    tab.reload()
    assert tab.locator(".note").count() == 0
    assert served.desk.quick("link", "FC Nord").err == ""
    served.restart()
    assert LACKING not in served.said


@pytest.mark.parametrize("setting", ['design = "299571"\n', '[catalogue]\nfile = "all.csv"\n'])
def test_where_the_office_has_set_what_is_ordered_no_catalogue_is_missing(served, setting):
    served.start()
    served.desk.settings(setting)
    (served.desk.folder / "config" / "roster-import" / "all.csv").write_text(
        "Title,ID\nHome kit,299571\n", encoding="utf-8"
    )
    assert served.desk.quick("link", "FC Nord").err == ""


def test_all_links_of_a_club_end_at_once_and_no_others(links):
    nord, again, syd = (links.make(club, None, NOW) for club in ("FC Nord", "FC Nord", "FC Syd"))
    assert links.revoke("FC Nord") == 2
    assert (links.coach(nord, NOW), links.coach(again, NOW)) == (None, None)
    assert links.coach(syd, NOW).club == "FC Syd"


@pytest.mark.parametrize(
    "name",
    ["", " ", ".", "..", "../x", "a/b", "a\\b", ".hidden", "CON", "done", "Held", "x" * 81, "a\nb", "a.", "\u202eabc"],
)
def test_a_club_is_called_as_a_folder_can_be(name):
    with pytest.raises(UsageError, match="cannot be the name of a club's folder"):
        checked_club(name)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("31.12.2026", "“31.12.2026” is no day. Write it as 2026-12-31."),
        ("2020-01-01", "2020-01-01 is over already: choose a later day."),
    ],
)
def test_a_link_ends_on_a_day_to_come(links, day, said):
    with pytest.raises(UsageError) as stop:
        links.make("FC Nord", day, NOW)
    assert stop.value.message == said


def test_the_command_makes_lists_and_ends_links(desk):
    desk.environment["ROSTER_IMPORT_PAGE_ADDRESS"] = "https://rosters.example.com/"
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).date().isoformat()
    made = desk.quick("link", "FC Nord", "--until", tomorrow)
    assert made.out.startswith("https://rosters.example.com/c/")
    assert desk.quick("link", "FC Syd", "--json").json["link"].startswith("https://rosters.example.com/c/")
    listed = desk.quick("link", "--list").out.splitlines()
    assert [line.partition("  ")[2] for line in listed] == [f"FC Nord, until {tomorrow}", "FC Syd, without an end"]
    assert desk.quick("link", "FC Nord", "--revoke").out == "1 link of FC Nord has ended.\n"
    assert desk.quick("link", "FC Nord", "--revoke").err == "roster-import: FC Nord has no link.\n"
    assert [link["club"] for link in desk.quick("link", "--list", "--json").json["links"]] == ["FC Syd"]


def test_a_link_that_ended_leads_to_a_page_that_says_so(standing):
    link = standing.link("FC Nord")
    assert httpx.get(link).status_code == 200
    standing.desk.quick("link", "FC Nord", "--revoke")
    ended = httpx.get(link)
    assert ended.status_code == 404
    assert "Ask the office you have it from for a new one." in ended.text
    assert httpx.get(link, headers={"Accept-Language": "de-DE,de;q=0.9"}).text.count("funktioniert nicht") == 2
