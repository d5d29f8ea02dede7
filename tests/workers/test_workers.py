"""Orders in the queue of a shared ledger, placed by workers that are killed, stopped and cut off: each once, none lost."""

from __future__ import annotations

import os
import signal

import pytest
from openpyxl import load_workbook

from tests.conftest import ORDER, connected, until
from tests.workers.crew import begun, crew, placed_once, put_orders, statuses


@pytest.fixture
def office(tmp_path, sandbox, address):
    """A desk whose ledger is shared."""
    return connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=address, ROSTER_IMPORT_REQUESTS_PER_SECOND="0")


def test_what_is_put_into_the_queue_is_placed_and_written_up(office, sandbox):
    office.build()
    queued = office.quick("import", "--enqueue", "--yes", "--json", "club.xlsx")
    assert (queued.status, queued.file["status"], queued.file["orders"][0]["status"]) == (0, "queued", "queued")
    assert sandbox.orders() == []
    again = office.quick("import", "--enqueue", "--yes", "--json", "club.xlsx")
    assert (again.status, again.file["orders"][0]["status"]) == (0, "queued")
    worked = office.run("worker", "--once")
    assert worked.status == 0, worked.err
    assert placed_once(sandbox, 1)
    results = load_workbook(office.folder / "club.results.xlsx")["Results"]
    assert [cell.value for cell in results["A"]][1] == ORDER["Reference"]
    assert office.quick("import", "--json", "club.xlsx").file["status"] == "already-placed"


def test_another_order_under_a_queued_reference_is_stopped(office, sandbox):
    office.build()
    office.quick("import", "--enqueue", "--yes", "club.xlsx")
    office.build("other.xlsx", [("", "", "", "M", 2, "Home kit")])
    for options in (("--enqueue", "--yes"), ("--yes",)):
        stopped = office.quick("import", *options, "--json", "other.xlsx")
        assert (stopped.status, [problem["code"] for problem in stopped.problems]) == (1, ["reference-used"])
    waits = office.quick("import", "--yes", "--json", "club.xlsx")
    assert (waits.status, waits.file["status"], waits.file["orders"][0]["status"]) == (4, "unfinished", "queued")
    assert sandbox.orders() == []


def test_without_a_server_there_is_no_queue(desk, sandbox):
    desk.build()
    enqueue = ("import", "--enqueue", "--yes", "club.xlsx")
    for command in (enqueue, ("worker",), ("worker", "--status")):
        refused = desk.quick(*command)
        assert refused.status == 2
        assert refused.err == (
            "roster-import: Workers need a ledger that machines share. Name a PostgreSQL server as the ledger, such as "
            "postgresql://user:password@host/database."
            + (" Nothing was put into a queue.\n" if command is enqueue else "\n")
        )
    assert sandbox.orders() == []


def test_what_a_killed_worker_had_in_hand_is_placed_once_by_another(office, sandbox, address):
    references = [f"PO-{number}" for number in range(30)]
    put_orders(address, sandbox.url, references)
    sandbox.ask_for("place:drop-after-taking*5")
    with crew(office, "north") as (killed,):
        until(lambda: len(sandbox.orders()) >= 5)
        killed.kill()
        killed.wait()
        with crew(office, "south", "west", apart=3600.0):
            until(lambda: statuses(address) == {"completed": 30})
    assert placed_once(sandbox, 30)


def test_a_worker_that_is_told_to_stop_finishes_the_step_in_hand_and_ends_well(office, sandbox, address):
    put_orders(address, sandbox.url, ["PO-1"])
    worker = begun(office, "north")
    until(lambda: statuses(address) == {"completed": 1})
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=20) == 0, worker.said
    assert worker.said.splitlines()[-1].endswith("Not working any more.")


@pytest.mark.drill
def test_workers_outlive_a_database_that_restarts_and_a_pause_of_their_own(office, sandbox, address, server):
    put_orders(address, sandbox.url, [f"PO-{number}" for number in range(20)])
    with crew(office, "north", "south") as workers:
        until(lambda: len(sandbox.orders()) >= 3)
        os.kill(workers[0].pid, signal.SIGSTOP)
        server.stop()
        server.start()
        until(lambda: statuses(address) == {"completed": 20}, seconds=90)
        os.kill(workers[0].pid, signal.SIGCONT)
        put_orders(address, sandbox.url, [f"PO-{number}" for number in range(20, 30)])
        os.kill(workers[1].pid, signal.SIGKILL)
        until(lambda: statuses(address) == {"completed": 30}, seconds=90)
        assert workers[0].poll() is None
    assert placed_once(sandbox, 30)


def test_what_another_run_left_open_is_finished_by_workers(office, sandbox, address):
    office.build()
    sandbox.ask_for("place:drop-after-taking*20")
    left = office.quick("import", "--yes", "--json", "club.xlsx")
    assert (left.status, left.file["orders"][0]["status"]) == (4, "unknown")
    sandbox.clear_faults()
    with crew(office, "north"):
        until(lambda: statuses(address) == {"completed": 1})
    assert placed_once(sandbox, 1)
