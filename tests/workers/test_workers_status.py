"""How workers and queue do: for people, for scripts, for monitors."""

from __future__ import annotations

import pytest

from roster_import.place.ledger.heartbeat import lives
from roster_import.workers import worker
from tests.conftest import connected, until
from tests.workers.crew import crew, put_orders, statuses


@pytest.fixture
def office(tmp_path, sandbox, address):
    return connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=address, ROSTER_IMPORT_REQUEST_TIMEOUT="20")


def test_where_nobody_works_that_is_said(office, sandbox, address):
    put_orders(address, sandbox.url, ["PO-1", "PO-2"])
    said = office.quick("worker", "--status")
    lines = said.out.splitlines()
    assert (said.status, lines[:2]) == (
        2,
        [
            "No worker lives: start one with roster-import worker.",
            "Waiting: 2; sent and not confirmed yet: 0; results to be written: 0.",
        ],
    )
    assert lines[2].startswith("The oldest order is in the queue for ")


def test_what_became_of_orders_is_counted_by_system(office, sandbox, address):
    put_orders(address, sandbox.url, ["PO-1", "PO-2"])
    metrics = office.folder / "workers.prom"
    with crew(office, "north", options=("--metrics", str(metrics))):
        until(lambda: statuses(address) == {"completed": 2})
        seen = office.quick("worker", "--status", "--json")
        until(lambda: metrics.exists() and 'ends{target="kitmaker",end="completed"} 2' in metrics.read_text())
    assert seen.status == 0
    assert [worker["host"] for worker in seen.json["workers"]] == ["north"]
    assert (seen.json["waiting"], seen.json["inFlight"], seen.json["leftAlone"]) == (0, 0, [])
    assert seen.json["ends"] == [{"target": "kitmaker", "end": "completed", "orders": 2}]
    lines = metrics.read_text().splitlines()
    assert "roster_import_queue_workers 1" in lines
    assert "roster_import_queue_waiting_orders 0" in lines
    assert all(line.startswith(("# HELP ", "# TYPE ", "roster_import_queue_")) for line in lines)


def test_a_worker_beats_before_it_joins_so_that_nobody_who_joins_then_strikes_it_off(office, monkeypatch):
    joins, alive = worker.joins, []

    def joined(process, book, database):
        alive.append(lives(database, process))
        joins(process, book, database)

    monkeypatch.setattr(worker, "joins", joined)
    assert office.quick("worker", "--once").status == 0
    assert alive == [True]
