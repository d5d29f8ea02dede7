"""What is kept about orders is its owner's alone, whatever the umask."""

from __future__ import annotations

import os
import stat

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


def rights(path):
    return oct(stat.S_IMODE(path.stat().st_mode))


@pytest.fixture
def usual_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("usual_umask")
def test_ledger_and_what_lies_beside_it_are_made_for_their_owner_alone(desk, sandbox):
    desk.environment["ROSTER_IMPORT_LEDGER"] = str(desk.folder / "kept" / "ledger.sqlite3")
    desk.build()
    assert desk.quick("club.xlsx").status == 0
    kept = desk.folder / "kept"
    assert {path.name: rights(path) for path in (kept, *kept.iterdir())} == {
        "kept": "0o700",
        "ledger.sqlite3": "0o600",
    }
    assert rights(desk.folder / "club.results.xlsx") == "0o644"


@pytest.mark.usefixtures("usual_umask")
def test_what_others_could_read_is_mended_and_said_once(desk, sandbox):
    desk.build()
    assert desk.quick("club.xlsx").status == 0
    ledger = desk.folder / "ledger.sqlite3"
    ledger.chmod(0o644)
    assert (
        f"warning: others could read {ledger}, and names stand there; now you alone can. Where offices are to share orders, "
        "name a database as the ledger."
    ) in desk.quick("orders").err
    assert rights(ledger) == "0o600"
    assert "others could read" not in desk.quick("orders").err


@pytest.mark.usefixtures("usual_umask")
def test_what_a_sandbox_keeps_on_a_new_machine_is_its_owners_alone_and_nothing_is_mended(desk):
    desk.environment["ROSTER_IMPORT_LEDGER"] = str(desk.folder / "kept" / "ledger.sqlite3")
    desk.build()
    said = desk.quick("club.xlsx", "--sandbox").err
    kept = desk.folder / "kept"
    assert {path.name: rights(path) for path in (kept, *kept.iterdir())} == {
        "kept": "0o700",
        "ledger.sandbox.sqlite3": "0o600",
        "ledger.sqlite3": "0o600",
    }
    assert "warning" not in said + desk.quick("orders").err
