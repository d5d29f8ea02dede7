"""Addresses that look like this machine, or like a file: no key goes there, and no password is repeated."""

from __future__ import annotations

import pytest

from tests.strangers.office import elsewhere

PASSWORD = "hunter2secret"

NO_LOOPBACK = (
    "http://127.evil.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example",
    "http://localhost@evil.example", "http://evil.example#localhost", "http://[::ffff:10.0.0.1]", "http://0x7f.evil",
)  # fmt: skip
REFUSED = ("plain http, which would show your key", "holds a user name or password", "goes on behind a ? or #")


@pytest.mark.parametrize("address", NO_LOOPBACK)
def test_what_only_begins_like_this_machine_is_an_address_like_any_other(office, address):
    office.environment["ROSTER_IMPORT_KITMAKER_URL"] = address
    run = office.run("doctor")
    assert run.status == 2
    assert any(part in run.out for part in REFUSED), run.out


MISTYPED = (
    f"postgresql:/user:{PASSWORD}@host/db", f"postgresql//user:{PASSWORD}@host/db", f"postgres:user:{PASSWORD}@host/db",
    f"postgresql；//user:{PASSWORD}@host/db", f"host=db user=office password={PASSWORD}", f"/user:{PASSWORD}@host/db",
    f"postgresq://user:{PASSWORD}@host/db", f"user:{PASSWORD}@host/db", f" postgresql://us er:{PASSWORD}@host/db",
)  # fmt: skip


@pytest.mark.parametrize("ledger", MISTYPED)
def test_a_mistyped_database_address_is_no_file_and_is_not_repeated(office, ledger):
    office.environment["ROSTER_IMPORT_LEDGER"] = ledger
    before = set(office.folder.rglob("*"))
    for words in (("doctor",), ("orders", "--json"), ("watch", "inbox")):
        run = office.quick(*words)
        assert run.status == 2, words
        assert PASSWORD not in run.out + run.err
    assert set(office.folder.rglob("*")) == before


def test_a_mistyped_database_address_is_not_repeated_where_it_happened_is_asked_for(office):
    office.environment |= {"ROSTER_IMPORT_LEDGER": MISTYPED[0], "ROSTER_IMPORT_DEBUG": "1"}
    run = office.run("orders")
    assert (run.status, run.out) == (2, "")
    assert PASSWORD not in run.err


SYSTEMS = {
    "kitmaker": {"ROSTER_IMPORT_KITMAKER_URL": "{url}"},
    "dropday": {"ROSTER_IMPORT_DROPDAY_URL": "{url}", "ROSTER_IMPORT_DROPDAY_API_KEY": "sandbox-key",
                "ROSTER_IMPORT_DROPDAY_ACCOUNT_ID": "1"},
    "jtl": {"ROSTER_IMPORT_JTL_URL": "{url}", "ROSTER_IMPORT_JTL_API_KEY": "sandbox-key"},
    "jtl in the cloud": {"ROSTER_IMPORT_JTL_URL": "{url}", "ROSTER_IMPORT_JTL_TOKEN_URL": "{url}/token",
                         "ROSTER_IMPORT_JTL_CLIENT_ID": "office", "ROSTER_IMPORT_JTL_CLIENT_SECRET": "sandbox-key",
                         "ROSTER_IMPORT_JTL_TENANT_ID": "1"},
}  # fmt: skip


@pytest.mark.parametrize("system", SYSTEMS)
def test_no_order_system_sends_key_or_order_on_to_another(office, stranger, system):
    with elsewhere() as further:
        stranger.onward = further.url
        office.environment |= {name: value.format(url=stranger.url) for name, value in SYSTEMS[system].items()}
        office.environment |= {"ROSTER_IMPORT_TARGET": system.partition(" ")[0], "ROSTER_IMPORT_OFFLINE": "0"}
        office.build()
        for words in (("doctor",), ("club.xlsx",)):
            run = office.quick(*words)
            assert run.status != 0, words
            assert "sandbox-key" not in run.out + run.err
    assert stranger.received
    assert further.received == []


PLAIN_WAYS = {
    "webhook": 'webhook = "http://hook.example/{secret}"',
    "webhook that begins like this machine": 'webhook = "http://127.evil.example/{secret}"',
    "apprise": 'apprise = ["json://user:{secret}@hook.example"]',
    "mail": 'email_to = "a@b.example"\nemail_from = "a@b.example"\nsmtp_host = "mail.example"\nsmtp_user = "a"\n'
    'smtp_password = "{secret}"\nsmtp_security = "none"',
}


@pytest.mark.parametrize("way", PLAIN_WAYS.values(), ids=PLAIN_WAYS)
def test_messages_go_no_way_that_everybody_can_read(office, way):
    (office.folder / "inbox").mkdir()
    office.settings("[notify]\n" + way.format(secret=PASSWORD))
    for words in (("watch", "inbox", "--once"), ("doctor", "inbox")):
        run = office.quick(*words)
        assert run.status == 2, words
        assert (
            "would show names to everybody" in run.out + run.err or "would be shown to everybody" in run.out + run.err
        )
        assert PASSWORD not in run.out + run.err
