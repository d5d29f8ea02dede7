"""A running set of workers that is upgraded one by one: tables brought up as far as older workers bear it, newer ones refused."""

from __future__ import annotations

import pytest

from roster_import.place import queue_tables
from roster_import.place.ledger.heartbeat import beat
from roster_import.place.ledger.ledger import Ledger
from roster_import.place.queue_tables import joins, prepare_queue
from tests.conftest import connected, until
from tests.workers.crew import begun, crew, placed_once, put_orders, statuses


@pytest.fixture
def office(tmp_path, sandbox, address):
    return connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=address)


def run(address: str, *statements: str) -> list:
    with Ledger.open(address) as ledger:
        return [ledger.ask(lambda database, sql=sql: database.execute(sql)) for sql in statements]


def tables(address: str) -> set[str]:
    with Ledger.open(address) as ledger:
        rows = ledger.ask(lambda database: database.execute("SELECT tablename AS name FROM pg_tables").fetchall())
    return {row["name"] for row in rows}


def noted(address: str) -> tuple[str, str]:
    with Ledger.open(address) as ledger:
        row = ledger.ask(lambda database: database.execute("SELECT engine, begun FROM queue_form").fetchone())
    return row["engine"], row["begun"]


def test_a_queue_of_before_is_brought_up_and_worked_off(office, sandbox, address):
    put_orders(address, sandbox.url, ["PO-1"])
    run(address, "ALTER TABLE queued DROP COLUMN told", "DROP TABLE crew", "DROP TABLE queue_form")
    with crew(office, "north"):
        until(lambda: statuses(address) == {"completed": 1})
    assert placed_once(sandbox, 1)
    assert "queue_form" in tables(address)


def test_of_procrastinates_changes_the_second_half_waits_until_no_older_worker_lives(address, tmp_path, monkeypatch):
    with Ledger.open(address) as ledger:
        ledger.ask(prepare_queue)
        was = ".".join(map(str, queue_tables._installed()))
        for name in (
            "03.98.00_01_pre_a",
            "03.98.00_50_post_b",
            "03.99.00_01_pre_c",
            "04.01.00_01_pre_d",
            "03.09.00_01_pre_e",
        ):
            (tmp_path / f"{name}.sql").write_text(f"CREATE TABLE half_{name[-1]} (id INTEGER); SELECT 1;")
        monkeypatch.setattr(queue_tables, "_installed", lambda: (3, 99, 0))
        monkeypatch.setattr(queue_tables, "_folder", lambda: tmp_path)
        ledger.ask(lambda database: beat(database, "north/1/1#1", "north"))
        ledger.ask(lambda database: joins("north/1/1#1", "kitmaker", database))
        for _ in range(2):
            ledger.ask(prepare_queue)
            assert tables(address) & {f"half_{letter}" for letter in "abcde"} == {"half_a", "half_c"}
            assert noted(address) == (was, "3.99.0")
        monkeypatch.setattr(
            queue_tables, "_others_work", lambda _: False
        )  # a server that has just begun gives time to beat
        for _ in range(2):
            ledger.ask(prepare_queue)
            assert tables(address) & {f"half_{letter}" for letter in "abcde"} == {"half_a", "half_b", "half_c"}
            assert noted(address) == ("3.99.0", "3.99.0")


def test_an_older_program_does_not_touch_the_queue_of_a_newer_one(office, sandbox, address):
    put_orders(address, sandbox.url, ["PO-1"])
    run(address, "UPDATE queue_form SET engine = '99.0.0', begun = '99.0.0'")
    office.build()
    refused = office.quick("import", "--enqueue", "--yes", "club.xlsx")
    assert refused.status == 2
    assert "is that of a newer program (Procrastinate 99.0.0; here it is 3." in refused.err
    worker = begun(office, "north")
    until(lambda: worker.said.count("Upgrade roster-import on this machine; nothing was changed or sent.") >= 2)
    run(address, "UPDATE queue_form SET engine = '3.10.0', begun = '3.10.0'")
    until(lambda: statuses(address) == {"completed": 1})
    worker.terminate()
    assert worker.wait(20) == 0
    assert placed_once(sandbox, 1)


def test_nobody_is_told_to_run_again_a_command_that_nobody_ran(office, sandbox, address):
    sandbox.ask_for("place:drop-after-taking*1")
    put_orders(address, sandbox.url, ["PO-1"])
    with crew(office, "north") as (worker,):
        until(lambda: statuses(address) == {"completed": 1})
        assert "PO-1: sending: " in worker.said
        assert "It is tried again by itself." in worker.said
        assert "again, or roster-import resume" not in worker.said
