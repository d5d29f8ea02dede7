"""The page behind nginx and Caddy, by the recipes in `docs/recipes`: what they let through, hold back, and write down."""

from __future__ import annotations

import re

import pytest

from tests.conftest import HEADINGS
from tests.page.conftest import PASSWORD, USER, chromium, served_in, signed_in_at
from tests.page.office_desk import signed
from tests.page.web_servers import NAME, behind, free_ports

pytestmark = pytest.mark.drill
LIST = ",".join(HEADINGS) + "\nAnna,Anna,7,M,1,Home kit\n"


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def before(request, tmp_path_factory):
    """A web server before a page of its own."""
    page = served_in(tmp_path_factory.mktemp("page"))
    page.desk.environment["ROSTER_IMPORT_PAGE_ADDRESS"] = f"https://{NAME}"
    (page.port,) = free_ports(1)
    page.add_user()
    server = behind(request.param, page.desk.folder / request.param, page.start())
    yield server
    server.stop()
    page.stop()


@pytest.fixture
def coach(before):
    """The address of a coach's link, behind the name of the web server."""
    address, _, path = before.page.link("FC Nord").partition(NAME)
    assert address == "https://"
    return path


def test_who_comes_in_plain_is_sent_to_https_and_cookies_go_over_nothing_else(before, coach):
    with before.client() as client:
        sent_on = client.get(f"http://{NAME}{coach}")
        assert (sent_on.status_code in (301, 308), sent_on.headers["location"]) == (True, f"https://{NAME}{coach}")
        entered = client.post("/office/sign-in", data={"user": USER, "password": PASSWORD})
        assert (entered.status_code, entered.headers["location"]) == (303, "/office")
        assert entered.headers["set-cookie"].startswith("__Host-office=")
        assert {"HttpOnly", "Path=/", "SameSite=strict", "Secure"} <= set(entered.headers["set-cookie"].split("; "))
        for answer in (entered, client.get(coach), client.get("/nowhere"), client.get("/static/style.css")):
            assert answer.headers["strict-transport-security"] == "max-age=31536000"
            assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        foreign = client.post("/office/sign-in", data={}, headers={"Origin": "https://evil.example"})
        assert foreign.status_code == 403


@pytest.mark.parametrize(
    ("size", "status"), [(9_900_000, 303), (10_200_000, 413), (12_000_000, 413), (79_000_000, 413)]
)
def test_what_is_too_large_is_told_in_the_coachs_words(before, coach, size, status):
    with before.client(headers={"Accept-Language": "da"}) as client:
        files = {"file": ("hold.csv", LIST.encode().ljust(size))}
        answer = client.post(f"{coach}/upload", files=files)
        assert answer.status_code == status
        assert ("Denne fil fylder mere end 10 megabyte" in answer.text) == (status == 413)


def test_tries_are_counted_for_each_address_whatever_it_says_of_itself(before):
    def sign_in(client, user, password="wrong"):
        said = f"10.0.0.{user}"
        headers = {"X-Forwarded-For": said, "X-Real-IP": said, "Forwarded": f"for={said}"}
        return client.post("/office/sign-in", data={"user": user, "password": password}, headers=headers).status_code

    with before.client(local="127.0.0.2") as one, before.client(local="127.0.0.3") as other:
        assert [sign_in(one, number) for number in range(101)] == [403] * 100 + [429]
        assert sign_in(one, USER, PASSWORD) == 429
        assert sign_in(other, USER, PASSWORD) == 303


def test_coach_and_office_do_all_of_it_in_a_browser(before):
    page = before.page
    roster = signed(page, "FC Nord", reference="PO-behind")
    with chromium(f"--host-resolver-rules=MAP {NAME} 127.0.0.1:{before.secure}") as browser:
        tab = browser.new_context(ignore_https_errors=True, locale="en").new_page()
        signed_in_at(tab, f"https://{NAME}")
        assert [(cookie["name"], cookie["secure"]) for cookie in tab.context.cookies()] == [("__Host-office", True)]
        tab.goto(f"https://{NAME}/office/roster/{roster.key}")
        tab.get_by_role("button", name="Order 19 pieces").click()
        tab.get_by_role("link", name="Results").wait_for()
        tab.goto(f"https://{NAME}/office")
        tab.fill("#club", "FC Ny")
        tab.get_by_role("button", name="Make a link").click()
        link = tab.locator("#link").inner_text()
        assert re.fullmatch(rf"https://{re.escape(NAME)}/c/[\w-]{{32}}", link)
        tab.goto(link)
        tab.set_input_files("input[type=file]", {"name": "l.csv", "mimeType": "text/csv", "buffer": LIST.encode()})
        tab.wait_for_url("**/d/*")
        assert tab.locator("[data-cell=F2]").inner_text().startswith("Home kit")


def test_the_secret_of_a_link_stands_in_no_log_whatever_goes_wrong(before, coach):
    with before.client(headers={"Referer": f"https://{NAME}{coach}"}) as client:
        assert client.get(coach).status_code == 200
        client.post(f"{coach}/upload", files={"file": ("l.csv", b" " * 81_000_000)})
        before.page.kill()
        try:
            assert [client.get(path).status_code for path in (coach, "/static/style.css")] == [502, 502]
        finally:
            before.page.start()
    assert coach.rpartition("/")[2] not in before.said
