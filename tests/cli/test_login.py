"""`login`: the key in the system's keyring is used where no other is set, for its own address, and never shown."""

from __future__ import annotations

import io
import sys

import pytest

keyring = pytest.importorskip("keyring", reason="the extra keyring is not installed")
from keyring.backend import KeyringBackend  # noqa: E402 - after the skip
from keyring.errors import NoKeyringError, PasswordDeleteError  # noqa: E402 - after the skip


class InMemory(KeyringBackend):
    """A keyring as an operating system has one."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.held = {}

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self.held[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.held:
            raise PasswordDeleteError("not there")
        del self.held[service, username]


class Locked(InMemory):
    def set_password(self, service, username, password):
        raise NoKeyringError("no keyring here")

    def get_password(self, service, username):
        raise NoKeyringError("no keyring here")


@pytest.fixture
def held():
    before = keyring.get_keyring()
    ring = InMemory()
    keyring.set_keyring(ring)
    yield ring.held
    keyring.set_keyring(before)


@pytest.fixture
def desk(desk):
    del desk.environment["ROSTER_IMPORT_KITMAKER_API_KEY"]
    return desk


def login(desk, monkeypatch, text, *args):
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    return desk.quick("login", *args)


def test_a_key_that_was_kept_places_orders_and_is_never_shown(desk, held, monkeypatch, sandbox):
    desk.build()
    assert desk.quick("club.xlsx").status == 2, "no key yet"
    run = login(desk, monkeypatch, "sandbox-key\n")
    assert (run.status, run.out) == (
        0, "The api key for kitmaker is kept in the system's keyring. roster-import doctor tries it.\n"
    )  # fmt: skip
    assert held == {(f"roster-import kitmaker {sandbox.url}", "api_key"): "sandbox-key"}
    assert desk.quick("club.xlsx").status == 0
    doctor = desk.quick("doctor")
    assert "ok  key: from the system's keyring\n" in doctor.out
    assert "sandbox-key" not in doctor.out + run.out + run.err


def test_a_key_of_one_address_is_not_sent_to_another(desk, held, monkeypatch):
    desk.build()
    login(desk, monkeypatch, "sandbox-key\n")
    desk.environment["ROSTER_IMPORT_KITMAKER_URL"] = "https://elsewhere.example"
    run = desk.quick("club.xlsx")
    assert run.status == 2
    assert run.err.startswith("roster-import: To place orders with kitmaker, set ROSTER_IMPORT_KITMAKER_API_KEY")


def test_environment_and_settings_file_come_first(desk, held, monkeypatch):
    login(desk, monkeypatch, "wrong\n")
    desk.environment["ROSTER_IMPORT_KITMAKER_API_KEY"] = "sandbox-key"
    assert "ok  key: from the environment (ROSTER_IMPORT_KITMAKER_API_KEY)\n" in desk.quick("doctor").out


def test_a_key_is_taken_out_again(desk, held, monkeypatch):
    login(desk, monkeypatch, "sandbox-key\n")
    assert desk.quick("login", "--forget").out == "The api key for kitmaker is out of the system's keyring.\n"
    assert held == {}
    assert desk.quick("login", "--forget").out == "The keyring held no api key for kitmaker.\n"


@pytest.mark.parametrize("text", ["", "\n", "schlüssel\n"])
def test_what_is_no_key_is_not_kept(desk, held, monkeypatch, text):
    run = login(desk, monkeypatch, text)
    assert (run.status, run.err) == (
        2, "roster-import: That is no api key for kitmaker: it is empty, or holds characters a key cannot have. Nothing was "
        "kept.\n",
    )  # fmt: skip
    assert held == {}


def test_an_address_is_wanted_first(offline, held, monkeypatch):
    run = login(offline, monkeypatch, "x\n")
    assert (run.status, run.err) == (
        2, "roster-import: Say first where kitmaker is: set ROSTER_IMPORT_KITMAKER_URL, or [kitmaker] url in "
        "roster-import.toml. A key is kept for one address, so that it is never sent to another.\n",
    )  # fmt: skip


def test_a_keyring_that_cannot_be_used_is_said(desk, monkeypatch):
    before = keyring.get_keyring()
    keyring.set_keyring(Locked())
    try:
        run = login(desk, monkeypatch, "sandbox-key\n")
        desk.build()
        assert desk.quick("club.xlsx").status == 2, "as if it held nothing"
    finally:
        keyring.set_keyring(before)
    assert run.err == (
        "roster-import: The system's keyring cannot be used (no keyring here). Set the key in the environment or in "
        "roster-import.toml instead.\n"
    )


def test_without_the_extra_it_is_named(desk, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    run = login(desk, monkeypatch, "sandbox-key\n")
    assert (run.status, run.err) == (
        2, "roster-import: To keep keys in the system's keyring, install the extra: pip install \"roster-import[keyring]\".\n"
    )  # fmt: skip


def test_jtl_is_asked_for_its_client_secret(offline, held, monkeypatch):
    offline.environment["ROSTER_IMPORT_JTL_CLIENT_ID"] = "me"
    run = login(offline, monkeypatch, "secret\n", "--target", "jtl")
    assert run.status == 0
    assert held == {("roster-import jtl", "client_secret"): "secret"}


def test_a_jtl_wawi_on_an_own_server_is_asked_for_a_key(tmp_path, sandbox, monkeypatch, held):
    from tests.targets.systems import desk_for, example

    desk = desk_for(tmp_path, sandbox.url, "jtl")
    for name in ("CLIENT_ID", "CLIENT_SECRET", "TENANT_ID", "TOKEN_URL"):
        del desk.environment[f"ROSTER_IMPORT_JTL_{name}"]
    desk.environment["ROSTER_IMPORT_JTL_URL"] = f"{sandbox.url}/api/eazybusiness"
    monkeypatch.setattr("secrets.token_hex", lambda _: sandbox.advance(10) or "a" * 24)
    said = login(desk, monkeypatch, "", "--target", "jtl")
    assert said.status == 0, said.err
    assert "Accept roster-import in JTL-Wawi now: Admin, App registration.\n" in said.err
    (((_, name), key),) = held.items()
    assert (name, key in said.out + said.err) == ("api_key", False)
    example(desk)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, len(sandbox.orders())) == (0, 1), run.out


def test_as_json_it_says_what_was_kept_and_never_the_key(desk, held, monkeypatch):
    url = desk.environment["ROSTER_IMPORT_KITMAKER_URL"]
    kept = login(desk, monkeypatch, "sandbox-key\n", "--json")
    assert kept.json == {
        "version": 1, "key": "api_key", "target": "kitmaker", "url": url, "kept": True,
        "message": "The api key for kitmaker is kept in the system's keyring. roster-import doctor tries it.",
    }  # fmt: skip
    gone = [desk.quick("login", "--forget", "--json").json for _ in range(2)]
    assert [each["forgotten"] for each in gone] == [True, False]
