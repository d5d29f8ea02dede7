"""A signed list sent back: opened again for its coach, out of the club's folder, and never ordered besides."""

from __future__ import annotations

import os
import re
import threading
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from roster_import.errors import LedgerError, UsageError
from roster_import.page.drafts import Drafts
from roster_import.page.office import sent_back
from roster_import.page.office.clerk import Clerk
from roster_import.page.office.sent_back import finish_sending_back, send_back
from roster_import.page.signed import Signed, sign, signed_roster, signed_rosters
from roster_import.page.wanted import Message, Wanted, WantedList, WantedState
from tests.conftest import ORDER, build, until
from tests.page.conftest import PHONE, is_accessible, served_in, signed_in
from tests.page.office_desk import site_of
from tests.page.test_page_coach import club, drop, faulty, mend_all
from tests.page.test_page_coach import sign as sign_in_browser
from tests.page.test_page_office import client_of, ended, order, orders_of, token_of

NOTE = "Number 7 is Anna's. Please change it."
PROOF = b"<p>signed proof</p>"
NOW = "2026-11-29T12:00:00+00:00"
ORDERED = "It was ordered, or is being ordered, and cannot be sent back any more."
GONE = "A watch has taken the file up, or somebody took it away, so it cannot be sent back. Ask the club to send its list anew."
OTHER = (
    "The file in the club's folder is not the one that was signed, and was left alone. Take it away yourself, and ask the club "
    "to send its list anew."
)
NO_LINK = (
    "The link it came by does not work any more, so it cannot be sent back. Make a new link, and ask the club to send its list "
    "anew."
)


@pytest.fixture
def page(tmp_path):
    """The folders of a page that runs in no process of its own."""
    page = served_in(tmp_path)
    page.clubs.mkdir()
    return page


@pytest.fixture
def site(page, monkeypatch):
    monkeypatch.setenv("ROSTER_IMPORT_LEDGER", str(page.desk.folder / "ledger.sqlite3"))
    return site_of(page)


def coachs(site, folder, number=1, name="FC Nord"):
    """A draft that came by a link of the club, signed."""
    token = site.links.make(name, None, datetime.now(UTC))
    coach, drafts = site.links.coach(token, datetime.now(UTC)), Drafts.of(site.state)
    rows = [(f"Smith{number}", f"Smith{number}", "1", "M", 1, "Away kit")]
    content = build(folder / "made.xlsx", rows, order={**ORDER, "Reference": f"PO-back-{number}"}).read_bytes()
    draft = drafts.add(coach.key, name, "list.xlsx", content, datetime.now(UTC))
    wish = Signed(key=f"{draft.id}r0", club=name, name="list.xlsx", digest="", by="Peter", on=NOW[:10], at=NOW)
    given = sign(site, wish, content, PROOF)
    drafts.sign(draft, given.key, given.name, datetime.now(UTC))
    return given


def draft_of(site, roster):
    (draft,) = [each for each in Drafts.of(site.state).every() if roster.key.startswith(each.id)]
    return draft


def lying(page, name="FC Nord"):
    return sorted(path.name for path in (page.clubs / name).iterdir())


def assert_sent_back(page, site, roster):
    draft = draft_of(site, roster)
    assert (draft.is_signed, draft.note, draft.times_sent_back) == (False, NOTE, 1)
    assert signed_roster(site, roster.key) is None
    assert signed_rosters(site) == []
    assert lying(page) == []
    assert list((site.state / "signed").iterdir()) == []


def assert_left_alone(page, site, roster, *more):
    assert draft_of(site, roster).is_signed
    assert signed_roster(site, roster.key) == roster
    assert lying(page) == sorted([roster.name, roster.proof_name, *more])


@pytest.mark.drill
def test_the_coach_reads_the_note_changes_the_list_and_signs_anew(standing, look, tmp_path):
    link, coach = club(standing, "FC Retur"), look("da")
    drop(coach, link, faulty(tmp_path / "list.xlsx"))
    mend_all(coach)
    sign_in_browser(coach)
    office = signed_in(look(viewport=PHONE), standing)
    office.get_by_role("link", name="FC Retur").click()
    office.get_by_role("link", name="list.xlsx").click()
    key = office.url.rpartition("/")[2]
    office.locator("summary", has_text="Send back to the coach").click()
    is_accessible(office)
    office.get_by_label("What is to be changed?").fill(NOTE)
    office.get_by_role("button", name="Send back to the coach").click()
    office.wait_for_url("**/office/club/*")
    assert office.locator("li", has_text="list.xlsx").locator(".tag").inner_text() == "sent back to the coach"
    is_accessible(office)
    assert [path.name for path in (standing.clubs / "FC Retur").glob("*list*")] == []
    with client_of(standing) as client:  # who still has the page of before
        assert client.get(f"/office/roster/{key}").status_code == 404
        assert client.post(f"/office/roster/{key}/order", data={"token": token_of(client)}).status_code == 404
    coach.goto(link)
    assert coach.locator(".drafts .tag").inner_text() == "sendt tilbage af kontoret"
    is_accessible(coach)
    coach.get_by_role("link", name="list.xlsx").click()
    said = coach.get_by_role("region", name="Kontoret har sendt denne liste tilbage til dig")
    assert said.locator("p").inner_text() == NOTE
    is_accessible(coach)
    coach.click("#rows")
    coach.click("#r4 th a")
    coach.wait_for_load_state()  # the fragment of its address takes the focus once it is loaded
    coach.fill("#e-C4", "ANNA")
    coach.keyboard.press("Enter")
    coach.wait_for_selector("#e-C4", state="detached")
    sign_in_browser(coach)
    (again,) = signed_rosters(site_of(standing), "FC Retur")
    assert again.name == "list.xlsx"
    with client_of(standing) as client:
        order(client, again)
        assert "confirmed" in ended(client, again)
    (placed,) = [each for each in orders_of(standing) if "FC Retur" in each["file"]]
    assert "ANNA" in standing.desk.quick("orders", "show", placed["reference"], "--json").out


def test_it_is_out_of_the_clubs_folder_and_the_draft_is_open(page, site):
    roster = coachs(site, page.desk.folder)
    send_back(site, WantedList.of(site.state), roster.key, f"  {NOTE}\n")
    assert_sent_back(page, site, roster)
    with pytest.raises(UsageError, match=r"^This roster was sent back already\.$"):
        send_back(site, WantedList.of(site.state), roster.key, NOTE)


def test_without_a_note_nothing_is_sent_back(page, site):
    roster = coachs(site, page.desk.folder)
    with pytest.raises(UsageError, match=r"^Write a sentence to the coach: what is to be changed\?$"):
        send_back(site, WantedList.of(site.state), roster.key, " \n ")
    assert_left_alone(page, site, roster)


@pytest.mark.parametrize("state", [WantedState.WAITING, WantedState.PLACED, WantedState.UNFINISHED])
def test_what_is_ordered_or_about_to_be_is_not_sent_back(page, site, state):
    roster, wanted = coachs(site, page.desk.folder), WantedList.of(site.state)
    wanted.end(Wanted(key=roster.key, user="anna", at=NOW), state, NOW, [])
    with pytest.raises(UsageError, match=f"^{re.escape(ORDERED)}$"):
        send_back(site, wanted, roster.key, NOTE)
    assert_left_alone(page, site, roster)


def test_what_could_not_be_ordered_is_sent_back_and_its_try_is_forgotten(page, site):
    roster, wanted = coachs(site, page.desk.folder), WantedList.of(site.state)
    tried = Wanted(key=roster.key, user="anna", at=NOW)
    wanted.end(tried, WantedState.NOT_PLACED, NOW, [Message.of("refused")])
    send_back(site, wanted, roster.key, NOTE)
    assert_sent_back(page, site, roster)
    assert wanted.get(roster.key) is None


def test_what_somebody_ordered_by_the_command_is_not_sent_back(page, site):
    roster = coachs(site, page.desk.folder)
    assert page.desk.quick("--sandbox", page.clubs / "FC Nord" / roster.name).status == 0
    with pytest.raises(UsageError, match=f"^{re.escape(ORDERED)}$"):
        send_back(site, WantedList.of(site.state), roster.key, NOTE)
    assert_left_alone(page, site, roster, "list.results.xlsx")


def test_another_file_under_its_name_is_left_alone(page, site):
    roster, path = coachs(site, page.desk.folder), page.clubs / "FC Nord" / "list.xlsx"
    path.write_bytes(b"somebody's own")
    with pytest.raises(UsageError, match=f"^{re.escape(OTHER)}$"):
        send_back(site, WantedList.of(site.state), roster.key, NOTE)
    assert_left_alone(page, site, roster)
    assert path.read_bytes() == b"somebody's own"


def test_what_a_watch_has_taken_up_or_whose_link_has_ended_is_not_sent_back(page, site):
    roster = coachs(site, page.desk.folder)
    site.links.revoke("FC Nord")
    with pytest.raises(UsageError, match=f"^{re.escape(NO_LINK)}$"):
        send_back(site, WantedList.of(site.state), roster.key, NOTE)
    (page.clubs / "FC Nord" / roster.name).rename(page.desk.folder / "taken.xlsx")
    with pytest.raises(UsageError, match=f"^{re.escape(GONE)}$"):
        send_back(site, WantedList.of(site.state), roster.key, NOTE)
    assert draft_of(site, roster).is_signed


def test_where_the_ledger_cannot_be_asked_it_is_put_back_and_stays_signed(page, site, monkeypatch):
    roster = coachs(site, page.desk.folder)
    asked = [False, LedgerError("The ledger does not answer.")]  # the first time it does

    def ordered(*_):
        answer = asked.pop(0)
        if isinstance(answer, LedgerError):
            raise answer
        return answer

    monkeypatch.setattr(sent_back, "_is_ordered", ordered)
    with pytest.raises(UsageError, match=r"^The ledger does not answer\.$"):
        send_back(site, WantedList.of(site.state), roster.key, NOTE)
    assert_left_alone(page, site, roster)


def begin_to_watch(page):
    """Have a watch see the folder while it is empty: what it finds the first time it leaves lying."""
    page.desk.settings("[watch]\nsettle = 0.1\ninterval = 0.1\n")
    assert page.desk.quick("watch", "clubs", "--once", "--sandbox").status == 0


class Killed(BaseException):
    """As by a power cut: nothing of the process is done any more."""


STEPS = (
    *((sent_back, name) for name in ("keep_wish", "rename", "move", "_remove", "forget")),
    (Drafts, "reopen"),
    (WantedList, "forget"),
)


def dying(monkeypatch, *, after):
    """The process is killed after so many steps on the disk."""
    left = [after]

    def counted(act):
        def step(*args, **more):
            if not left[0]:
                raise Killed
            left[0] -= 1
            return act(*args, **more)

        return step

    for home, name in STEPS:
        monkeypatch.setattr(home, name, counted(getattr(home, name)))


@pytest.mark.parametrize("after", range(9))
def test_a_kill_between_any_two_steps_leaves_it_signed_or_sent_back(page, site, after):
    roster, wanted = coachs(site, page.desk.folder), WantedList.of(site.state)
    with pytest.MonkeyPatch.context() as patch:
        dying(patch, after=after)
        try:
            send_back(site, wanted, roster.key, NOTE)
            ended = True
        except Killed:
            ended = False
    assert ended == (after == 8)  # so many steps there are
    assert Clerk(site).order(Wanted(key=roster.key, user="anna", at=NOW)) == (after == 0)
    wanted.forget(roster.key)
    for _ in range(2):
        finish_sending_back(site, wanted)
    if after:
        assert_sent_back(page, site, roster)
    else:
        assert_left_alone(page, site, roster)


@pytest.mark.drill
@pytest.mark.parametrize("after", [1, 2])
def test_a_watch_that_takes_it_up_after_a_kill_keeps_it(page, site, after):
    begin_to_watch(page)
    roster, wanted = coachs(site, page.desk.folder), WantedList.of(site.state)
    with pytest.MonkeyPatch.context() as patch:
        dying(patch, after=after)
        with pytest.raises(Killed):
            send_back(site, wanted, roster.key, NOTE)
    assert page.desk.quick("watch", "clubs", "--once", "--sandbox").status == 0
    finish_sending_back(site, wanted)
    placed = [each["reference"] for each in orders_of(page)]
    if after == 1:  # the wish was written down, the workbook still lay there
        assert (placed, draft_of(site, roster).is_signed) == (["PO-back-1"], True)
        assert signed_roster(site, roster.key) == roster
    else:
        assert placed == []
        assert_sent_back(page, site, roster)


def test_a_click_and_a_sending_back_at_once_do_one_of_the_two(page, site):
    clerk = Clerk(site)
    rosters = [coachs(site, page.desk.folder, number, f"FC {number}") for number in range(12)]
    both = threading.Barrier(2)

    def send_all_back():
        for roster in rosters:
            both.wait()
            with suppress(UsageError):
                clerk.send_back(roster.key, NOTE)

    aside = threading.Thread(target=send_all_back)
    aside.start()
    ordered = []
    for roster in rosters:
        both.wait()
        ordered.append(clerk.order(Wanted(key=roster.key, user="anna", at=NOW)))
    aside.join()
    assert [draft_of(site, roster).is_signed for roster in rosters] == ordered
    assert [clerk.wanted.get(roster.key) is not None for roster in rosters] == ordered
    assert [lying(page, roster.club) != [] for roster in rosters] == ordered


@pytest.mark.drill
def test_a_watch_orders_what_is_signed_and_nothing_that_is_sent_back(page, site):
    begin_to_watch(page)
    rosters = [coachs(site, page.desk.folder, number, f"FC {number}") for number in range(16)]
    wanted, back = WantedList.of(site.state), set()
    watch = threading.Thread(target=page.desk.run, args=("watch", "clubs", "--once", "--sandbox"))
    watch.start()

    def taken_up():
        walked = (os.walk(page.clubs / name) for name in ("processing", "done"))  # folders may go while it looks
        return sum("list.xlsx" in files for folders in walked for _, _, files in folders)

    for at, roster in enumerate(reversed(rosters)):
        until(lambda at=at: not watch.is_alive() or taken_up() >= at // 2)  # while it takes up and orders the others
        with suppress(UsageError):
            send_back(site, wanted, roster.key, NOTE)
            back.add(roster.key)
    watch.join()
    placed = {each["reference"] for each in orders_of(page)}
    for number, roster in enumerate(rosters):
        assert (roster.key in back) != (f"PO-back-{number}" in placed)
        assert draft_of(site, roster).is_signed == (roster.key not in back)
