"""A ledger on a PostgreSQL server: what the file does, for offices that share one. Skipped where PostgreSQL is not installed."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from roster_import.errors import LedgerError
from roster_import.model.placement import Status
from roster_import.place.amendments import goods_mark
from roster_import.place.ledger.changes import begin, mark, update
from roster_import.place.ledger.connection import address_for_people
from roster_import.place.ledger.entry import Identity
from roster_import.place.ledger.forms import VERSION, prepare
from roster_import.place.ledger.ledger import Ledger, Plan, Who
from roster_import.place.ledger.postgresql import _TABLES, PostgreSQL
from roster_import.sandbox import SandboxOptions, start
from tests import postgres_server
from tests.conftest import Desk, connected, until
from tests.orders import design, instance, order

ORDER = order(design(instance("M", 1)))
IDENTITY = Identity(realm="live", target="kitmaker", organization="", reference="PO-1")
ME = Who(user="anna", host="office", process="office/1/1")
PLAN = Plan(identity=IDENTITY, attempt=1, body="{}", order=ORDER, url="https://x.example", file="club.xlsx")


def test_an_order_is_written_down_and_read_again(address):
    with Ledger.open(address) as ledger:
        entry = ledger.begin(PLAN, ME, "2026-05-05T13:14:30Z", 10.5)
        ledger.update(entry, ME, "2026-05-05T13:14:31Z", "accepted", status=Status.PENDING, tracking_id="4711",
                      conflict=True, lease_owner=None, lease_until=0)  # fmt: skip
        ledger.results_written([entry], "club.results.xlsx")
    with Ledger.open(address) as again:
        (found,) = again.entries()
        assert (found.identity, found.order, found.status, found.tracking_id) == (
            IDENTITY,
            ORDER,
            Status.PENDING,
            "4711",
        )
        assert (found.user, found.used, found.lease_until, found.results) == (
            "anna",
            True,
            0.0,
            "club.results.xlsx",
        )
        assert [(one.what, one.user) for one in again.events(found)] == [("sending", "anna"), ("accepted", "anna")]
        assert again.standing(IDENTITY) == found
        assert again.unfinished() == [found]
        assert again.happened(IDENTITY, "accepted")
        assert not again.happened(IDENTITY, "lost")
        assert again.damage() is None


def test_only_one_of_many_offices_begins(address):
    begun, ready = [], threading.Barrier(8)

    def office():
        with Ledger.open(address) as ledger:
            ready.wait()
            begun.append(ledger.begin(PLAN, ME, "t", 10))

    offices = [threading.Thread(target=office) for _ in range(8)]
    for one in offices:
        one.start()
    for one in offices:
        one.join()
    assert len([entry for entry in begun if entry is not None]) == 1
    with Ledger.open(address) as ledger:
        assert len(ledger.entries()) == 1


def test_a_lease_is_taken_over_once(address):
    with Ledger.open(address) as one, Ledger.open(address) as other:
        entry = one.begin(PLAN, ME, "t", 1764000000.25)
        assert one.mark(entry, ME, 1764000001.25, None)
        kept = one.entry(entry.id)
        assert one.take_over(kept, ME, "t", 20)
        assert not other.take_over(kept, ME, "t", 30)


def test_a_planned_entry_gives_way_to_another_order(address):
    with Ledger.open(address) as ledger:
        first = ledger.begin(PLAN, ME, "t", 10)
        ledger.update(first, ME, "t", "no answer", status=Status.PLANNED)
        second = ledger.begin(PLAN, ME, "t", 10)
        assert [entry.id for entry in ledger.entries()] == [second.id]


def test_many_changes_are_made_in_a_few_exchanges(address):
    def plan(number):
        return replace(PLAN, identity=replace(IDENTITY, reference=f"PO-{number}"))

    with Ledger.open(address) as ledger:
        exchanged = []
        run = ledger._db.execute_all
        ledger._db.execute_all = lambda statements, **how: exchanged.append(len(statements)) or run(statements, **how)
        begun = ledger.make([begin(plan(number), ME, "t", 10) for number in (*range(50), 7)])
        assert begun.pop() is None, "the second of one order sees the first"
        assert exchanged == [100, 150, 2]
        assert ledger.make([mark(entry, ME, 20, 5.0) for entry in begun]) == [True] * 50
        told = ledger.make(
            [
                update(entry, ME, "t", "pending", {"status": Status.PENDING, "tracking_id": str(entry.id)})
                for entry in begun
            ]
        )
        kept = ledger.entries()
        assert [entry.id for entry in kept] == [entry.id for entry in begun]
        assert [(entry.tracking_id, entry.status) for entry in kept] == [(e.tracking_id, Status.PENDING) for e in told]
        assert [event.what for event in ledger.events(kept[7])] == ["sending", "pending"]
        assert [entry.identity.reference for entry in ledger.latest()][:2] == ["PO-49", "PO-48"]
        assert len(list(ledger.latest(["kitmaker", "viborg"]))) == 0
        assert len(list(ledger.latest(["VIBORG"]))) == len(list(ledger.latest(["pending"]))) == 50
        assert [entry.id for entry in ledger.latest([str(kept[7].id), "po-7"])] == [kept[7].id]
        assert [entry.id for entry in ledger.named("PO-7")] == [kept[7].id]
        assert len(list(ledger.of_goods(plan(1).identity, goods_mark(ORDER)))) == 50
        assert ledger.numbered_like(IDENTITY) == []


def test_a_machine_that_is_cut_off_while_it_writes_keeps_nobody_from_reading(address):
    import psycopg

    Ledger.open(address).close()
    with psycopg.connect(address) as cut_off:
        cut_off.execute("SELECT pg_advisory_xact_lock(%s)", (_TABLES,))
        with Ledger.open(address) as ledger:
            assert ledger.entries() == []
            for name, said in (("idle_in_transaction_session_timeout", "20s"), ("lock_timeout", "4s")):
                assert ledger._db.execute(f"SHOW {name}").fetchone()[name] == said


def test_a_newer_form_is_left_alone(address):
    import psycopg

    Ledger.open(address).close()
    with psycopg.connect(address, autocommit=True) as database:
        database.execute("UPDATE roster_import.form SET version = 99")
    with pytest.raises(LedgerError) as caught:
        Ledger.open(address)
    assert str(caught.value) == (
        f"The ledger {address_for_people(address)} was written by a newer roster-import (version 99 of its form, this "
        f"program knows {VERSION}). Update roster-import; nothing was changed or sent."
    )


def test_an_outage_is_a_sentence_and_passes(server, address):
    with Ledger.open(address, patience=0.5) as ledger:
        entry = ledger.begin(PLAN, ME, "t", 10)
        server.stop()
        try:
            for attempt in (lambda: ledger.entries(), lambda: ledger.update(entry, ME, "t", "x", tracking_id="1")):
                with pytest.raises(LedgerError) as caught:
                    attempt()
                assert str(caught.value).startswith(f"The ledger {address_for_people(address)} cannot be used: ")
                assert postgres_server.PASSWORD not in str(caught.value)
        finally:
            server.start()
        assert ledger.update(entry, ME, "t", "accepted", tracking_id="1").tracking_id == "1"
        assert len(ledger.entries()) == 1


def test_a_wrong_password_is_never_shown(address):
    wrong = address.replace(postgres_server.PASSWORD, "wrong-8812")
    with pytest.raises(LedgerError) as caught:
        Ledger.open(wrong)
    assert "wrong-8812" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert 'password authentication failed for user "office"' in str(caught.value)


@pytest.mark.drill
def test_two_offices_with_a_ledger_in_common_order_once(address, desk, sandbox, tmp_path):
    """The same workbook, from two machines that share nothing but the server."""
    here = {**desk.environment, "ROSTER_IMPORT_LEDGER": address}
    offices = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        offices.append(Desk(tmp_path / name, {**here, "XDG_DATA_HOME": str(tmp_path / name / "data")}))
    with ThreadPoolExecutor() as side_by_side:
        runs = list(side_by_side.map(lambda office: office.run(office.build(), "--json"), offices))
    assert [run.status for run in runs] == [0, 0]
    assert len({json.loads(run.out)["files"][0]["orders"][0]["orderNumber"] for run in runs}) == 1
    assert len(sandbox.orders()) == 1
    doctor = offices[0].run("doctor")
    assert f"{address_for_people(address)}, form {VERSION}, 1 order" in doctor.out
    listed = offices[1].run("orders")
    assert len(listed.out.strip().splitlines()) == 2  # the headings, and the order
    for run in (*runs, doctor, listed):
        assert postgres_server.PASSWORD not in run.out + run.err


def test_an_address_is_shown_without_user_and_password():
    shown = address_for_people("postgresql://office:geheim@db.example:5433/orders?sslmode=require")
    assert shown == "postgresql://db.example:5433/orders"


@pytest.fixture
def ordering(address, tmp_path):
    """A run that waits for the confirmation, which comes once `slow` is advanced: the desk, the sandbox, the process."""
    with start(SandboxOptions(delay=600)) as slow:
        more = {
            "ROSTER_IMPORT_POLL_TIMEOUT": "60",
            "ROSTER_IMPORT_LEDGER_PATIENCE": "6",
            "XDG_DATA_HOME": str(tmp_path / "data"),
        }
        desk = connected(tmp_path, slow.url, ROSTER_IMPORT_LEDGER=address, **more)
        run = subprocess.Popen(
            desk.command(desk.build(), "--json"), cwd=tmp_path, env=desk.all_environment(), text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        # It asks only once the ledger knows that the order was taken: nothing is written until the answer is another.
        until(lambda: run.poll() is not None or any(one["method"] == "GET" for one in slow.requests()))
        assert run.poll() is None
        yield desk, slow, run
        run.kill()
        run.communicate()


def test_a_server_that_is_away_is_waited_for(server, address):
    """It is started anew while the ledger waits, however long that takes."""
    waits = []

    def wait(seconds):
        waits.append(seconds)
        if len(waits) == 2:
            server.start()

    database = PostgreSQL(address, sleep=wait)
    prepare(database)
    with Ledger(database) as ledger:
        entry = ledger.begin(PLAN, ME, "2026-05-05T13:14:30Z", 10.5)
        server.stop()
        ledger.update(entry, ME, "2026-05-05T13:14:31Z", "accepted", status=Status.PENDING)
        assert waits == [0.2, 0.5]
        assert ledger.entries()[0].status is Status.PENDING


@pytest.mark.drill
def test_a_server_that_is_away_for_a_moment_stops_nobody(server, ordering):
    _, slow, run = ordering
    server.stop()
    server.start()
    slow.advance(600)
    out, errors = run.communicate(timeout=60)
    assert (run.returncode, errors.count("cannot be used")) == (0, 0)
    assert json.loads(out)["files"][0]["orders"][0]["status"] == "completed"
    assert len(slow.orders()) == 1


@pytest.mark.drill
def test_a_server_that_stays_away_is_said_in_the_document_and_loses_nothing(server, ordering):
    desk, slow, run = ordering
    server.stop()
    slow.advance(600)
    try:
        out, errors = run.communicate(timeout=60)
    finally:
        server.start()
    (file,) = json.loads(out)["files"]
    assert (run.returncode, file["status"], file["orders"][0]["status"]) == (4, "unfinished", "unknown")
    assert file["orders"][0]["error"].endswith(
        "No order is begun that cannot be written down, and one that is under way is not lost: see to the database server, "
        "then roster-import resume finishes it."
    )
    assert postgres_server.PASSWORD not in out + errors
    assert desk.run("resume").status == 0
    assert len(slow.orders()) == 1
    assert desk.run("resume").out == "Nothing is unfinished.\n"


@pytest.mark.drill
def test_an_office_owes_its_workbook_though_another_finished_the_order(address, tmp_path):
    """One runs out of patience, the other brings the order to its end without the folder; the first writes its workbook."""
    with start(SandboxOptions(delay=1.0)) as slow:
        desk = connected(tmp_path, slow.url, ROSTER_IMPORT_LEDGER=address, ROSTER_IMPORT_POLL_TIMEOUT="0.1")
        (tmp_path / "club").mkdir()
        assert desk.run(desk.build("club/club.xlsx")).status == 4
        (tmp_path / "club").rename(tmp_path / "away")
        time.sleep(1.0)
        elsewhere = desk.run("resume")
        assert elsewhere.status == 4
        folder = tmp_path / "club"
        assert (
            f"{folder / 'club.results.xlsx'} could not be written: there is no folder {folder} here. Put it back, or "
            "choose another folder."
        ) in elsewhere.out
        with Ledger.open(address) as ledger:  # of a run on another machine, it is that machine's to write
            ledger.update(ledger.entries()[0], ME, "t", "moved", host="another")
        assert (desk.run("resume").status, desk.run("resume").out) == (0, "Nothing is unfinished.\n")
        (tmp_path / "away").rename(folder)
        assert desk.run("resume").status == 0
        results = load_workbook(folder / "club.results.xlsx")["Results"]
        assert [cell.value for cell in results["D"]] == ["Status", "completed"]
        assert len(slow.orders()) == 1


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://office:p@ss/PW-SECRET@127.0.0.1:5432/led", "postgresql://office:pw@127.0.0.1:5x/led",
        "postgresql://office:p w@127.0.0.1/led", "postgres://office:50%@127.0.0.1/led", "postgresql://",
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_understood_is_not_shown(tmp_path, address):
    run = Desk(tmp_path, {"ROSTER_IMPORT_LEDGER": address}).run("orders")
    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "roster-import: The address of the ledger's database cannot be understood. It should look like "
        "postgresql://user:password@host:5432/database; in user and password write @ as %40, : as %3A, / as %2F, ? as %3F, # as "
        "%23 and % as %25. It stands in ROSTER_IMPORT_LEDGER, or as ledger in roster-import.toml.\n"
    )


def test_a_ledger_of_the_form_before_is_brought_forward(address):
    """The rows of the earlier version's ledger, on a server: books, names and links are there, no rule of once is left."""
    import sqlite3

    import psycopg

    from roster_import.place.ledger.forms import statements
    from roster_import.place.ledger.postgresql import PostgreSQL

    written = sqlite3.connect(":memory:")
    written.executescript(Path(__file__).with_name("ledger_form_2.sql").read_text(encoding="utf-8"))
    written.row_factory = sqlite3.Row
    rows = [dict(row) for row in written.execute("SELECT * FROM entries ORDER BY id")]
    written.close()
    server = PostgreSQL(address)
    for statement in statements(server.types):
        server.execute(statement)
    server.execute("ALTER TABLE entries ADD COLUMN program TEXT NOT NULL DEFAULT ''")
    server.set_form(2)
    for row in rows:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        server.execute(
            f"INSERT INTO entries ({names}) OVERRIDING SYSTEM VALUE VALUES ({marks})",
            tuple(row.values()),
        )
    server.execute("SELECT setval(pg_get_serial_sequence('entries', 'id'), (SELECT max(id) FROM entries))")
    server.close()
    with Ledger.open(address) as ledger:
        entries = {entry.identity.reference: entry for entry in ledger.entries()}
        assert entries["PO-AMEND/2"].amends == entries["PO-AMEND"].id
        assert entries["PO-DONE/2"].amends is None
        assert entries["PO-DONE"].identity.address == "http://127.0.0.1:8808"
        assert [entry.id for entry in ledger.latest(["po-child"])] == [entries["PO-CHILD"].id]
        again = ledger.begin(PLAN, ME, "2026-05-05T13:14:30Z", 10)
        assert ledger.begin(PLAN, ME, "2026-05-05T13:14:30Z", 10) is None
        assert again is not None
        assert again.id > len(rows)
    with psycopg.connect(address) as database:
        query = (
            "SELECT count(*) FROM pg_constraint WHERE conrelid = 'roster_import.entries'::regclass AND contype = 'u'"
        )
        assert database.execute(query).fetchone() == (0,)
