"""The office signs in, and nobody else."""

from __future__ import annotations

import subprocess

import httpx
import pytest

from tests.page.conftest import PASSWORD, PHONE, USER, is_accessible, signed_in
from tests.page.office_desk import signed


@pytest.mark.drill
def test_who_signed_in_stays_so_when_the_server_is_killed(served, look):
    # Let in as a script does it: by a process of its own, which reads the password from its standard input.
    command, environment = served.desk.command("serve", "clubs", "--add-user", USER), served.desk.all_environment()
    served.clubs.mkdir()
    done = subprocess.run(
        command, cwd=served.desk.folder, env=environment, input=f"{PASSWORD}\n", capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, f"{USER} can sign in.\n"), done.stderr
    served.afresh = True
    served.start()
    tab = signed_in(look(), served)
    assert tab.locator("h1").inner_text() == "Clubs"
    (cookie,) = tab.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", "/")
    served.restart()
    tab.reload()
    assert tab.locator("h1").inner_text() == "Clubs"
    tab.get_by_role("button", name="Sign out").click()
    tab.wait_for_url("**/office/sign-in")
    tab.goto(f"{served.address}/office")
    assert tab.locator("h1").inner_text() == "Sign in"


@pytest.mark.drill
@pytest.mark.parametrize("how", ["removed", "another password"])
def test_who_is_removed_or_gets_another_password_is_signed_out_at_the_next_request(standing, look, how):
    standing.add_user("bo", PASSWORD)
    roster = signed(standing, "FC Ude", reference=f"PO-{how}")
    tab = signed_in(look(), standing, "bo")
    tab.goto(f"{standing.address}/office/roster/{roster.key}")
    standing.remove_user("bo") if how == "removed" else standing.add_user("bo", f"{PASSWORD} anew")
    tab.get_by_role("button", name="Order 19 pieces").click()
    tab.wait_for_url("**/office/sign-in")
    standing.add_user("bo", PASSWORD)
    tab.goto(f"{standing.address}/office/roster/{roster.key}")  # the session of before stays over
    assert tab.locator("h1").inner_text() == "Sign in"
    assert standing.desk.quick("orders", "--where", roster.key, "--json").json["orders"] == []
    assert list((standing.state / "wanted").glob(f"{roster.key}.json")) == []


def test_the_page_of_signing_in_can_be_used_by_everybody(standing, look):
    tab = look("da", PHONE)
    tab.goto(f"{standing.address}/office")
    assert tab.locator("h1").inner_text() == "Log ind"
    is_accessible(tab)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Gå til indholdet"
    tab.focus("#user")
    tab.keyboard.type(USER)
    tab.keyboard.press("Tab")
    tab.keyboard.type("not the password")
    tab.keyboard.press("Enter")
    wrong = "Bruger eller adgangskode er forkert. Prøv igen, eller bed den, der passer siden, om en ny adgangskode."
    assert tab.get_by_role("alert").inner_text() == wrong
    is_accessible(tab)


def test_passwords_cannot_be_tried_out(served):
    served.add_user()
    served.start()
    with httpx.Client(base_url=served.address) as client:

        def sign_in(password: str, user: str = USER) -> int:
            return client.post("/office/sign-in", data={"user": user, "password": password}).status_code

        assert [sign_in(f"wrong password {number}") for number in range(9)] == [403] * 8 + [429]
        assert sign_in(PASSWORD) == 429  # who tries everything is not let in by the right one either
        assert sign_in("wrong", "somebody else") == 403


def test_a_form_of_another_page_is_refused(standing):
    with httpx.Client(base_url=standing.address) as client:
        given = {"user": USER, "password": PASSWORD}
        assert client.post("/office/sign-in", data=given, headers={"Origin": "https://evil.example"}).status_code == 403
        assert client.post("/office/sign-in", data=given, headers={"Sec-Fetch-Site": "same-site"}).status_code == 403
        assert client.post("/office/sign-in", data=given).status_code == 303
        assert client.get("/office").status_code == 200
        assert client.post("/office/sign-out", data={"token": "0" * 64}).status_code == 403
        assert client.get("/office").status_code == 200


def test_every_answer_says_what_a_browser_may_do_with_it(standing):
    for path in ("/office/sign-in", "/nowhere", "/c/nobody", "/static/style.css", "/static/../page.py", "/office"):
        answer = httpx.get(standing.address + path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
    assert httpx.get(standing.address, headers={"Host": "rebound.example"}).status_code == 400


def test_passwords_and_links_are_kept_as_hashes_by_their_owner_alone(standing):
    token = standing.link("FC Nord").rpartition("/")[2]
    kept = [path for path in standing.state.rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        text = path.read_text()
        assert PASSWORD not in text
        assert token not in text
        assert path.stat().st_mode & 0o077 == 0


def test_whoever_listens_beyond_this_machine_is_warned_unless_it_is_encrypted(served):
    served.clubs.mkdir()
    served.desk.environment["ROSTER_IMPORT_PAGE_UPLOAD_MEGABYTES"] = "5"
    plain = served.desk.quick("serve", "clubs", "--host", "192.0.2.7")  # of nobody (RFC 5737): it cannot listen there
    assert plain.status == 2
    assert "warning: the page listens on 192.0.2.7, and what goes there can be read and changed on the way" in plain.err
    assert "The page cannot listen on 192.0.2.7, port 8330" in plain.err
    served.desk.environment["ROSTER_IMPORT_PAGE_ADDRESS"] = "https://rosters.example.com"
    assert "warning" not in served.desk.quick("serve", "clubs", "--host", "192.0.2.7").err
    served.desk.environment["ROSTER_IMPORT_PAGE_ADDRESS"] = "http://rosters.example.com"
    refused = served.desk.quick("serve", "clubs")
    assert refused.err.startswith(
        "roster-import: The setting [page] address must be an address that begins with https://"
    )
