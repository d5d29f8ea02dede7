"""The links of clubs: made by the office, ended by it or by a day, and of no use to another club."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from roster_import.errors import UsageError
from roster_import.page.links import Links, checked_club

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
