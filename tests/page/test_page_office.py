"""What the office sees and does: clubs and what waits, differences, the button that orders, results."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from urllib.parse import quote

import httpx
import pytest
from openpyxl import load_workbook

from roster_import.page.signed import Answers
from tests.conftest import CATALOGUE, EXAMPLE_ROWS, HEADINGS, until
from tests.page.conftest import PASSWORD, PHONE, USER, is_accessible, signed_in
from tests.page.office_desk import signed


@contextmanager
def client_of(page, user=USER, password=PASSWORD):
    with httpx.Client(base_url=page.address, timeout=30) as client:
        assert client.post("/office/sign-in", data={"user": user, "password": password}).status_code == 303
        yield client


def token_of(client):
    return re.search(r'name="token" value="([0-9a-f]{64})"', client.get("/office").text)[1]


def order(client, roster, **more):
    data = {"token": token_of(client), **more}
    return client.post(f"/office/roster/{roster.key}/order", data=data)


def ended(client, roster):
    until(lambda: not client.get(f"/office/roster/{roster.key}/state").json()["waiting"])
    return client.get(f"/office/roster/{roster.key}").text


def orders_of(page):
    return json.loads(page.desk.quick("orders", "--json").out)["orders"]


def test_the_office_orders_with_one_click_and_has_the_results(standing, look):
    roster = signed(standing, reference="PO-click")
    tab = signed_in(look(), standing)
    tab.get_by_role("link", name="FC Nord").click()
    tab.get_by_role("link", name=roster.name).click()
    assert tab.locator(".tag").first.inner_text() == "signed, to be ordered"
    assert tab.locator("main > .wide > p").nth(1).inner_text().endswith("Signed by Peter Smith on 2026-11-29.")
    is_accessible(tab)
    goods = ["Home kit: 1 × M, 1 × L, 5 × XL", "Away kit: 5 × M, 7 × L"]
    assert tab.locator(".goods li").all_inner_texts() == goods
    assert tab.inner_text(".goods p") == "Football Club ABC, Stadium Road 1, 8800 Viborg, DK"
    tab.get_by_role("button", name="Order 19 pieces").click()
    tab.get_by_role("link", name="Results").wait_for()
    assert tab.locator(".tag").first.inner_text() == "confirmed"
    is_accessible(tab)
    with tab.expect_download() as saved:
        tab.get_by_role("link", name="Results").click()
    assert saved.value.suggested_filename == "spillere.results.xlsx"
    saved.value.save_as(standing.desk.folder / "saved.xlsx")
    assert load_workbook(standing.desk.folder / "saved.xlsx")["Results"]["A2"].value == "PO-click"
    (placed,) = [each for each in orders_of(standing) if each["reference"] == "PO-click"]
    assert placed["status"] == "completed"


def test_what_is_in_an_amount_is_said_before_and_after_an_order_is_confirmed(standing):
    """A price of a catalogue is a bare number: what is confirmed, with VAT and in the system's currency, is another."""
    catalogue = (CATALOGUE[0], ("Goalkeeper kit", "design", 299580, "MUL327820", "", "", "", "100"))
    rows = (("Ann Lee", "LEE", "1", "M", 2, "Goalkeeper kit"),)
    roster = signed(standing, "FC Amount", reference="PO-amount", rows=rows, catalogue=catalogue)
    with client_of(standing) as client:
        before = client.get(f"/office/roster/{roster.key}").text
        assert re.findall('<p class="estimate">(.*?)</p>', before) == [
            "Estimate, by prices that say neither in which currency they are nor whether VAT is in them: 200.00."
        ]
        assert order(client, roster).status_code == 303
        after = ended(client, roster)
    (placed,) = [each for each in orders_of(standing) if each["reference"] == "PO-amount"]
    assert re.findall('<span class="sum">(.*?)</span>', after) == [f"{placed['orderNumber']} · 369.38 DKK with VAT"]


def test_clicking_often_orders_once(standing):
    roster = signed(standing, "FC Often", reference="PO-often")
    with client_of(standing) as client:
        token = token_of(client)
        for _ in range(6):
            assert client.post(f"/office/roster/{roster.key}/order", data={"token": token}).status_code == 303
        assert "confirmed" in ended(client, roster)
        for _ in range(3):
            order(client, roster)
        ended(client, roster)
    assert len([each for each in orders_of(standing) if each["reference"] == "PO-often"]) == 1


@pytest.mark.drill
def test_a_kill_after_the_click_orders_once_and_loses_nothing(served):
    served.add_user()
    rosters = [signed(served, f"FC {number}", reference=f"PO-{number}") for number in range(3)]
    served.start()
    with client_of(served) as client:
        for roster in rosters:
            order(client, roster)
    served.restart()  # whatever of the three was under way
    with client_of(served) as client:
        for roster in rosters:
            assert "confirmed" in ended(client, roster)
    assert sorted(each["reference"] for each in orders_of(served)) == ["PO-0", "PO-1", "PO-2"]
    assert all(len(list((served.clubs / roster.club).glob("*.results*.xlsx"))) == 1 for roster in rosters)


def test_what_the_coach_answered_and_the_club_has_set_is_ordered(standing):
    club = standing.clubs / "FC Answers"
    club.mkdir()
    (club / "roster-import.toml").write_text('[delivery]\ncity = "Ølgod"\n', encoding="utf-8")
    headings = tuple("Trøjenavn?" if heading == "Name" else heading for heading in HEADINGS)
    roster = signed(
        standing,
        "FC Answers",
        reference="PO-answers",
        headings=headings,
        rows=[("Anna", "Anna B", "7", "M", 1, "Home kit")],
        answers=Answers(mapping=("Trøjenavn?=name",)),
    )
    with client_of(standing) as client:
        order(client, roster)
        assert "confirmed" in ended(client, roster)
    shown = standing.desk.quick("orders", "show", "PO-answers", "--json").out
    assert "Anna B" in shown


@pytest.mark.drill
def test_the_differences_since_the_last_order_are_shown(standing, look):
    first = signed(standing, "FC Since", reference="PO-s1")
    with client_of(standing) as client:
        order(client, first)
        ended(client, first)
    rows = [*EXAMPLE_ROWS[1:], ("Berg", "Berg", "8", "M", 1, "Away kit")]
    second = signed(standing, "FC Since", "spillere ny.xlsx", reference="PO-s2", rows=rows)
    tab = signed_in(look("da", PHONE), standing)
    tab.goto(f"{standing.address}/office/roster/{second.key}")
    assert "Sammenlignet med ordre PO-s1 af" in tab.locator("h2", has_text="PO-s1").inner_text()
    assert tab.locator(".came li").all_inner_texts() == ["1 × Away kit M Berg 8"]
    assert tab.locator(".went li").all_inner_texts() == ["1 × Home kit M"]
    assert (
        tab.locator("#again").inner_text() == "18 styk af dette blev bestilt før som PO-s1 og ville komme en gang til."
    )
    is_accessible(tab)


@pytest.mark.drill
def test_what_was_added_to_the_last_order_is_compared_with_too(standing, look):
    first = signed(standing, "FC Added", reference="PO-a1")
    more = [*EXAMPLE_ROWS, ("Berg", "Berg", "8", "M", 1, "Away kit")]
    with client_of(standing) as client:
        order(client, first)
        ended(client, first)
        added = signed(standing, "FC Added", "spillere to.xlsx", reference="PO-a1", rows=more)
        order(client, added, additions="yes")
        ended(client, added)
    again = signed(standing, "FC Added", "spillere tre.xlsx", reference="PO-a2", rows=more)
    tab = signed_in(look("en", PHONE), standing)
    tab.goto(f"{standing.address}/office/roster/{again.key}")
    assert (
        tab.locator("#again").inner_text()
        == "20 of these pieces were ordered before as PO-a1, and would come once more."
    )


@pytest.mark.drill
def test_what_is_confirmed_otherwise_than_it_was_ordered_is_not_passed_over(standing, look):
    rows = [("Smith", "Smith", "1", "M", 1, "299571")]  # a design without print in the stand-in
    roster = signed(standing, "FC Anders", reference="PO-differs", rows=rows)
    tab = signed_in(look(viewport=PHONE), standing)
    tab.goto(f"{standing.address}/office/roster/{roster.key}")
    tab.get_by_role("button", name="Order 1 piece").click()
    tab.get_by_role("link", name="Results").wait_for()
    assert tab.locator(".tag").all_inner_texts() == ["confirmed otherwise than ordered", "completed, differs"]
    said = tab.get_by_role("alert")
    assert said.locator("strong").inner_text() == (
        "2 things were confirmed otherwise than they were ordered. Speak to those who run the order system before they are "
        "made:"
    )
    assert said.locator("li").count() == 2
    is_accessible(tab)
    tab.goto(f"{standing.address}/office")
    assert tab.locator("li", has_text="FC Anders").locator(".tag").inner_text() == "confirmed otherwise than ordered"


def test_a_file_that_is_not_as_it_was_signed_is_not_ordered(standing):
    roster = signed(standing, "FC Changed", reference="PO-changed")
    path = standing.clubs / "FC Changed" / roster.name
    path.write_bytes(path.read_bytes() + b"\0")
    with client_of(standing) as client:
        order(client, roster)
        page = ended(client, roster)
    assert "is not the one that was signed. Have the club sign it anew. Nothing was sent." in page
    assert "could not be ordered" in page
    assert [each for each in orders_of(standing) if each["reference"] == "PO-changed"] == []


@pytest.mark.drill
def test_a_used_reference_is_told_and_only_what_is_new_can_be_ordered(standing):
    first = signed(standing, "FC More", reference="PO-more")
    with client_of(standing) as client:
        order(client, first)
        ended(client, first)
        rows = [*EXAMPLE_ROWS, ("Berg", "Berg", "8", "M", 1, "Away kit")]
        second = signed(standing, "FC More", "mere.xlsx", reference="PO-more", rows=rows)
        page = client.get(f"/office/roster/{second.key}").text
        assert "was already used for another order" in page
        assert "Order only what is new" in page
        assert 'class="trouble"' not in page
        order(client, second, additions="yes")
        done = ended(client, second)
        assert 'class="trouble"' not in done
        assert "PO-more/2" in done
    assert [each["reference"] for each in orders_of(standing) if "PO-more" in each["reference"]] == [
        "PO-more",
        "PO-more/2",
    ]


@pytest.mark.every(3)
@pytest.mark.parametrize("language", ["en", "da", "de"])
def test_every_page_of_the_office_can_be_used_by_everybody(standing, look, language):
    signed(standing, "FC Åben", reference=f"PO-open-{language}")
    tab = signed_in(look(language, PHONE), standing)
    is_accessible(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert tab.locator("html").get_attribute("lang") == language
    tab.get_by_role("link", name="FC Åben").click()
    tab.wait_for_url("**/office/club/*")
    is_accessible(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.drill
def test_what_waits_for_the_office_stands_first_a_click_away(standing, look):
    roster = signed(standing, "FC Venter", "venter.xlsx", reference="PO-waits")
    done = signed(standing, "FC Færdig", "done.xlsx", reference="PO-done", rows=[("", "", "", "M", 3, "Home kit")])
    wrong = standing.clubs / "FC Forkert"
    wrong.mkdir()
    (wrong / "roster-import.toml").write_text("nonsense = 1\n", encoding="utf-8")
    standing.link("FC Ingenting")
    with client_of(standing) as client:
        order(client, done)
        ended(client, done)
    tab = signed_in(look("de", PHONE), standing)
    headings = [text.partition(" (")[0] for text in tab.locator("h2").all_inner_texts()]
    assert headings[0] == "Wartet auf das Büro"
    assert headings[-3:] == ["Beim Trainer", "Bestätigt", "Ein neuer Verein oder ein neuer Link"]
    under = {
        heading: tab.locator(f"h2:has-text('{heading}') + ul .name").all_inner_texts() for heading in headings[:-1]
    }
    assert under["Wartet auf das Büro"][0] == "FC Forkert"
    assert "FC Venter" in under["Wartet auf das Büro"]
    assert "FC Færdig" in under["Bestätigt"]
    assert "FC Ingenting" in under["Beim Trainer"]
    is_accessible(tab)
    tab.get_by_role("link", name="venter.xlsx").click()
    assert tab.url.endswith(f"/office/roster/{roster.key}")
    wrong.joinpath("roster-import.toml").unlink()


def test_the_office_makes_a_link_and_ends_it(standing, look):
    tab = signed_in(look(), standing)
    tab.fill("#club", "FC <b>Ny</b>/..")
    tab.get_by_role("button", name="Make a link").click()
    assert "cannot be the name of a club's folder" in tab.get_by_role("alert").inner_text()
    tab.fill("#club", "FC Ny & 'Venner'")
    tab.keyboard.press("Enter")
    link = tab.locator("#link").inner_text()
    assert httpx.get(link).status_code == 200
    is_accessible(tab)
    tab.locator("summary", has_text="End all links").click()
    tab.get_by_role("button", name="End all links").click()
    tab.get_by_text("No link of this club works.").wait_for()
    assert httpx.get(link).status_code == 404


def test_a_link_begins_as_a_web_server_before_the_page_is_reached(standing):
    with client_of(standing) as client:
        given = {"token": token_of(client), "club": "FC Foran"}
        made = client.post("/office/link", data=given, headers={"X-Forwarded-Proto": "https"}).text
    assert re.search(r'id="link">([^<]*)/c/[\w-]{32}<', made)[1] == f"https://127.0.0.1:{standing.port}"


def test_nobody_sees_anything_without_signing_in(standing):
    roster = signed(standing, "FC Secret", reference="PO-secret")
    paths = [
        "/office", "/office/club/FC%20Secret", f"/office/roster/{roster.key}", f"/office/roster/{roster.key}/state",
        f"/office/roster/{roster.key}/file/roster", f"/office/roster/{roster.key}/file/proof",
    ]  # fmt: skip
    for path in paths:
        answer = httpx.get(standing.address + path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/office/sign-in")
    for path in (f"/office/roster/{roster.key}/order", "/office/link", "/office/club/FC%20Secret/end-links"):
        assert httpx.post(standing.address + path, data={"token": "0" * 64, "club": "FC X"}).status_code == 303
        with client_of(standing) as client:
            assert client.post(path, data={"token": "0" * 64, "club": "FC X"}).status_code == 403
    assert orders_of(standing) == [each for each in orders_of(standing) if each["reference"] != "PO-secret"]


def test_files_are_only_ever_saved(standing):
    roster = signed(standing, "FC Files", 'spil\u00f8re "x".xlsx', reference="PO-files")
    with client_of(standing) as client:
        for kind, ending in (("roster", "xlsx"), ("proof", "html")):
            answer = client.get(f"/office/roster/{roster.key}/file/{kind}")
            assert answer.headers["content-disposition"].startswith("attachment; filename=")
            assert answer.headers["content-disposition"].endswith(ending)
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert "html" not in answer.headers["content-type"]
        for kind in ("results", "other", "..%2f..%2fx"):
            assert client.get(f"/office/roster/{roster.key}/file/{kind}").status_code == 404
        assert client.get("/office/roster/..%2fusers").status_code == 404


HOSTILE = {
    "CON.xlsx": "CON_.xlsx",
    "nul": "nul_",
    "../../up.xlsx": "_.._up.xlsx",
    "..\\..\\up.xlsx": "_.._up.2.xlsx",
    "<img src=x onerror=alert(1)>.xlsx": "<img src=x onerror=alert(1)>.xlsx",
    "a\u202ecod.xlsx": "a_cod.xlsx",
    "line\nbreak.xlsx": "line_break.xlsx",
    ".hidden.xlsx": "hidden.xlsx",
}


def test_whatever_a_list_is_called_the_office_sees_it_and_it_stays_in_its_clubs_folder(standing, look):
    rosters = {name: signed(standing, "FC Evil", name, reference=f"PO-evil{at}") for at, name in enumerate(HOSTILE)}
    assert {name: roster.name for name, roster in rosters.items()} == HOSTILE
    there = {path.name for path in (standing.clubs / "FC Evil").iterdir()}
    assert there == {*HOSTILE.values(), *(roster.proof_name for roster in rosters.values())}
    tab = signed_in(look(), standing)
    tab.goto(f"{standing.address}/office/club/FC%20Evil")
    for name in HOSTILE.values():
        assert tab.get_by_role("link", name=name, exact=True).count() == 1
    assert tab.locator("main img").count() == 0
    tab.get_by_role("link", name="CON_.xlsx").click()
    tab.get_by_role("button", name="Order 19 pieces").click()
    tab.get_by_role("link", name="Results").wait_for()
    assert (standing.clubs / "FC Evil" / "CON_.results.xlsx").is_file()


@pytest.mark.every(4)
@pytest.mark.parametrize("name", ["CON", "../x", "a/b", "a\\b", "processing", "<script>", "x\r\ny", "a" * 81])
def test_no_club_is_called_so_that_it_is_no_folder_or_another(standing, name):
    before = sorted(path.name for path in standing.clubs.iterdir())
    with client_of(standing) as client:
        made = client.post("/office/link", data={"token": token_of(client), "club": name})
        assert made.status_code == 422
        assert "cannot be the name of a club&#39;s folder" in made.text
        assert "<script>" not in made.text.replace("<script src=", "")
        assert client.get(f"/office/club/{quote(name, safe='')}").status_code == 404
    assert sorted(path.name for path in standing.clubs.iterdir()) == before
