"""Addresses that look like this machine, or like a file: no key goes there, and no password is repeated."""

from __future__ import annotations

import pytest

PASSWORD = "hunter2secret"

NO_LOOPBACK = (
    "http://127.evil.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example",
    "http://localhost@evil.example", "http://evil.example#localhost", "http://[::ffff:10.0.0.1]", "http://0x7f.evil",
)  # fmt: skip
REFUSED = ("plain http, which would show your key", "holds a user name or password", "no address of an order system")


@pytest.mark.parametrize("address", NO_LOOPBACK)
def test_what_only_begins_like_this_machine_is_an_address_like_any_other(office, address):
    office.environment["ROSTER_IMPORT_KITMAKER_URL"] = address
    run = office.run("doctor")
    assert run.status == 2
    assert any(part in run.out for part in REFUSED), run.out


MISTYPED = (
    f"postgresql:/user:{PASSWORD}@host/db", f"postgres:user:{PASSWORD}@host/db",
    f"postgresq://user:{PASSWORD}@host/db", f"user:{PASSWORD}@host/db", f" postgresql://us er:{PASSWORD}@host/db",
)  # fmt: skip


@pytest.mark.parametrize("ledger", MISTYPED)
def test_a_mistyped_database_address_is_no_file_and_is_not_repeated(office, ledger):
    office.environment["ROSTER_IMPORT_LEDGER"] = ledger
    before = set(office.folder.rglob("*"))
    for words in (("doctor",), ("orders", "--json")):
        run = office.run(*words)
        assert run.status == 2
        assert PASSWORD not in run.out + run.err
    assert set(office.folder.rglob("*")) == before
