"""A ledger moved from a file to a server and back: whole and compared, or not at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time

import pytest

from roster_import.errors import LedgerError, UsageError
from roster_import.model.placement import Status
from roster_import.place.ledger.changes import begin, update
from roster_import.place.ledger.connection import address_for_people
from roster_import.place.ledger.entry import Identity
from roster_import.place.ledger.ledger import Ledger, Plan, Who
from roster_import.place.ledger.move import move_ledger
from roster_import.place.ledger.postgresql import PostgreSQL
from tests.orders import design, instance, order

ORDER = order(design(instance("M", 1)))
ME = Who(user="anna", host="office", process="office/1/1")
AT = "2026-05-05T13:14:30Z"


def plan(reference, **more):
    identity = Identity(realm="live", target="kitmaker", organization="", reference=reference)
    return Plan(
        identity=identity, attempt=1, body='{"ø": "?%"}', order=ORDER, url="https://x.example", file="ø.xlsx", **more
    )


def filled(ledger, count=3, first=1):
    """So many completed orders, and one whose answer was lost."""
    numbers = range(first, first + count)
    begun = ledger.make([begin(plan(f"PO-{number}", results="r.xlsx"), ME, AT, 10.25) for number in numbers])
    told = {"status": Status.COMPLETED, "last_sent": 0.1}
    ledger.make([update(entry, ME, AT, "completed", told | {"order_number": f"N{entry.id}"}) for entry in begun])
    ledger.begin(plan(f"PO-{first + count}", amends=1), ME, AT, 10.5)
    return ledger


def contents(place):
    """All that a ledger says, events included."""
    with Ledger.open(place) as ledger:
        entries = ledger.entries()
        return [(entry, [(e.at, e.what, e.user, e.host) for e in ledger.events(entry)]) for entry in entries]


def move(source, target, alive=lambda _: None):
    return move_ledger(source, target, alive=alive)


def nobody_works(address):
    """As if those who did had been silent for long."""
    database = PostgreSQL(address)
    database.execute("DELETE FROM workers")
    database.close()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ledger.sqlite3"
    with Ledger.open(path) as ledger:
        filled(ledger, 120)
    return path


def test_a_ledger_moves_to_a_server_and_back_with_all_it_says(file, address, tmp_path):
    before = contents(file)
    assert move(file, address) == 121
    assert contents(address) == before
    with Ledger.open(address) as ledger:
        filled(ledger, 1, first=300)  # numbers go on where they were
    later = contents(address)
    assert [entry.id for entry, _ in later] == list(range(1, 124))
    assert move(address, tmp_path / "back.sqlite3") == 123
    assert contents(tmp_path / "back.sqlite3") == later
    with Ledger.open(tmp_path / "back.sqlite3") as ledger:
        assert ledger.begin(plan("PO-400"), ME, AT, 1.0).id == 124


def test_every_table_and_column_of_a_ledger_is_moved_or_of_the_moment(file, address):
    move(file, address)
    database = PostgreSQL(address)
    rows = database.execute("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'roster_import'").fetchall()
    assert {row["name"] for row in rows} == {
        "entries", "events", "words", "form", "workers", "names", "written",
    }  # fmt: skip
    (ours,) = (sqlite3.connect(file).execute("SELECT count(*) FROM pragma_table_info('entries')").fetchone(),)
    theirs = database.execute(
        "SELECT count(*) AS number FROM information_schema.columns WHERE table_schema = 'roster_import'"
        " AND table_name = 'entries'"
    ).fetchone()
    database.close()
    assert ours[0] == theirs["number"]


def test_whoever_has_the_old_ledger_open_writes_nothing_there_and_nobody_opens_it_again(file, address):
    there = address_for_people(address)
    with Ledger.open(file) as old:
        move(file, address)
        with pytest.raises(LedgerError, match=f"its orders were moved to {there}"):
            old.begin(plan("PO-900"), ME, AT, 1.0)
        with pytest.raises(LedgerError, match=f"its orders were moved to {there}"):
            old.update(old.entries()[0], ME, AT, "failed", status=Status.FAILED)
    with pytest.raises(LedgerError) as refused:
        Ledger.open(file)
    assert refused.value.message == (
        f"The orders of the ledger {file} were moved to {there}: name that as the ledger, with ROSTER_IMPORT_LEDGER or in "
        "the settings. Nothing was changed or sent."
    )


def test_a_server_that_was_moved_away_from_takes_nothing_more_either(file, address, tmp_path):
    back = tmp_path / "back.sqlite3"
    move(file, address)
    with Ledger.open(address) as old:
        move(address, back)
        with pytest.raises(LedgerError, match=f"its orders were moved to {back}"):
            old.begin(plan("PO-900"), ME, AT, 1.0)
    with pytest.raises(LedgerError, match="were moved to"):
        Ledger.open(address)


def test_a_ledger_comes_back_to_where_it_lay_with_what_came_since(file, address):
    move(file, address)
    with Ledger.open(address) as ledger:
        filled(ledger, 1, first=300)
    now = contents(address)
    move(address, file)
    assert contents(file) == now
    with Ledger.open(file) as ledger:
        assert ledger.begin(plan("PO-400"), ME, AT, 1.0) is not None
    move(file, address)
    assert len(contents(address)) == 124


@pytest.mark.parametrize("shut", [False, True], ids=["in use", "moved away from"])
def test_two_ledgers_are_never_mixed(file, address, tmp_path, shut):
    with Ledger.open(address) as other:
        filled(other, 1, first=700)
    if shut:
        move(address, tmp_path / "elsewhere.sqlite3")
    with pytest.raises(UsageError) as refused:
        move(file, address)
    assert refused.value.message == (
        f"The ledger {address_for_people(address)} holds other orders, and two ledgers are never mixed: name an empty database "
        "or a new file. Nothing was changed."
    )
    assert len(contents(file)) == 121


def test_what_is_being_sent_is_waited_for_unless_its_process_is_gone(file, address):
    with Ledger.open(file) as ledger:
        ledger.begin(plan("PO-800"), ME, AT, time.time() + 60)
    with pytest.raises(UsageError) as refused:
        move(file, address)
    assert refused.value.message == (
        f"The ledger {file} is in use: PO-800 is being sent. Wait for the end of the run, or of its lease where it was "
        "ended, and move the ledger then. Nothing was changed."
    )
    assert contents(address) == []
    assert move(file, address, alive=lambda _: False) == 122


def test_a_server_on_which_somebody_works_is_left_alone(address, tmp_path):
    with Ledger.open(address) as ledger:
        filled(ledger)
        with ledger.beating(ME), pytest.raises(UsageError) as refused:
            move(address, tmp_path / "back.sqlite3")
    assert refused.value.message == (
        f"The ledger {address_for_people(address)} is in use on office: end every worker, watch and import, wait 12 seconds, "
        "and move it then. Nothing was changed."
    )
    assert len(contents(address)) == 4


def test_orders_that_wait_for_workers_are_finished_first(desk, address, tmp_path):
    desk.environment["ROSTER_IMPORT_LEDGER"] = address
    desk.build()
    assert desk.quick("import", "--enqueue", "--yes", "club.xlsx").status == 0
    nobody_works(address)
    run = desk.quick("ledger", "migrate", "back.sqlite3")
    assert (run.status, run.err) == (
        2,
        f"roster-import: 1 order of the ledger {address_for_people(address)} is not finished by workers yet: let roster-import "
        "worker run until it is. Nothing was changed.\n",
    )


_KILLED = """
import os, sys
from pathlib import Path
from roster_import.place.ledger import move as move_ledger
at, source, target = sys.argv[1:]
def end(*_): os._exit(9)
setattr(move_ledger, at, end)
move_ledger.move_ledger(Path(source), target if "://" in target else Path(target), alive=lambda _: None)
"""


@pytest.mark.every(4)
@pytest.mark.parametrize("at", ["_is_alike", "_shut"], ids=["while it copies", "before the old one is shut"])
@pytest.mark.parametrize("to", ["a server", "a file"])
def test_a_move_that_is_killed_is_done_over(file, address, tmp_path, at, to):
    target = address if to == "a server" else tmp_path / "new.sqlite3"
    before = contents(file)
    killed = subprocess.run([sys.executable, "-c", _KILLED, at, str(file), str(target)], check=False, timeout=60)
    assert killed.returncode == 9
    assert contents(file) == before
    assert contents(target) == (before if at == "_shut" else [])
    assert move(file, target) == 121
    assert contents(target) == before


def test_a_copy_that_is_not_as_the_ledger_is_undone(file, address, monkeypatch):
    from roster_import.place.ledger import move as module

    copied = module._copy

    def wrongly(source, target, table):
        copied(source, target, table)
        target.execute("UPDATE entries SET body = '' WHERE id = 7")

    monkeypatch.setattr(module, "_copy", wrongly)
    with pytest.raises(LedgerError) as undone:
        move(file, address)
    assert undone.value.message == (
        f"What the ledger {address_for_people(address)} holds after copying is not what {file} holds. It was left as it was; "
        "nothing was moved."
    )
    assert contents(address) == []
    assert len(contents(file)) == 121


# ------------------------------------------------------------------------------------------------- the command line


def test_the_command_moves_and_shows_no_password(desk, address):
    desk.build()
    assert desk.quick("import", "--yes", "club.xlsx").status == 0
    file, there = desk.environment["ROSTER_IMPORT_LEDGER"], address_for_people(address)
    assert desk.quick("ledger").out == f"{file}: 1 order\n"
    desk.environment["ROSTER_IMPORT_LEDGER"] = address
    run = desk.quick("ledger", "migrate", "--from", file)
    assert (run.status, run.err, run.out) == (
        0,
        "",
        f"1 order was moved to {there} and compared. Name that as the ledger now, on every machine, with "
        "ROSTER_IMPORT_LEDGER or in the settings.\n",
    )
    assert desk.quick("ledger", "--json").json == {"version": 1, "ledger": there, "orders": 1}
    assert "already" in desk.quick("import", "--yes", "club.xlsx").out
    nobody_works(address)
    assert desk.quick("ledger", "migrate", file, "--json").json == {
        "version": 1,
        "ledger": file,
        "orders": 1,
        "folders": [],
    }
    desk.environment["ROSTER_IMPORT_LEDGER"] = file
    assert "already" in desk.quick("import", "--yes", "club.xlsx").out


def test_a_password_among_the_arguments_is_warned_of_and_not_repeated(offline, address):
    Ledger.open(offline.folder / "ledger.sqlite3").close()
    run = offline.quick("ledger", "migrate", address)
    assert run.status == 0
    assert run.err == (
        "roster-import: warning: others on this machine can read a password among the arguments of a command. Put the address "
        "into ROSTER_IMPORT_LEDGER or the settings instead, and name the other ledger here.\n"
    )
    assert "geheim" not in run.out


def test_a_move_from_nowhere_to_nowhere_is_refused(offline):
    file = offline.folder / "ledger.sqlite3"
    for said, message in (
        (
            (),
            "Say where the ledger is to lie, as in roster-import ledger migrate postgresql://user@host/database, or with "
            "--from FILE where it lies now. Nothing was changed.",
        ),
        ((str(file),), f"The ledger {file} lies there already. Nothing was changed."),
        (("new.sqlite3",), f"There is no ledger {file}. Nothing was changed."),
    ):
        run = offline.quick("ledger", "migrate", *said)
        assert (run.status, run.err) == (2, f"roster-import: {message}\n")
    assert not file.exists()
