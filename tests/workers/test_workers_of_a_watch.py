"""A watch that leaves its orders to workers: it puts them into the queue, waits, and files what became of them."""

from __future__ import annotations

import json

from tests.conftest import connected
from tests.workers.crew import crew, placed_once, statuses


def watching(tmp_path, sandbox, ledger):
    office = connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=ledger, ROSTER_IMPORT_POLL_TIMEOUT="30",
                       ROSTER_IMPORT_WATCH_ENQUEUE="true", ROSTER_IMPORT_WATCH_SETTLE="0.1",
                       ROSTER_IMPORT_WATCH_ACCEPT_WARNINGS="true")  # fmt: skip
    (office.folder / "incoming").mkdir()
    office.build("incoming/club.xlsx")
    return office


def test_workers_place_what_a_watch_puts_into_the_queue(tmp_path, sandbox, address):
    office = watching(tmp_path, sandbox, address)
    with crew(office, "north"):
        watched = office.quick("watch", "incoming", "--once", "--accept-existing", "--json")
    assert watched.status == 0, watched
    assert watched.file["status"] == "placed"
    assert placed_once(sandbox, 1)
    assert (office.folder / "incoming/done/club.xlsx").exists()
    assert (office.folder / "incoming/done/club.results.xlsx").exists()
    assert statuses(address) == {"completed": 1}


def test_a_watch_that_finds_no_worker_keeps_the_file_and_says_so(tmp_path, sandbox, address):
    office = watching(tmp_path, sandbox, address)
    office.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "0.1"
    watched = office.quick("watch", "incoming", "--once", "--accept-existing", "--json")
    (order,) = watched.file["orders"]
    assert (watched.status, order["status"], order["error"]) == (4, "queued", "It waits for a worker.")
    with crew(office, "north"):
        office.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "30"
        watched = office.quick("watch", "incoming", "--once", "--json")
    assert (watched.status, watched.file["status"]) == (0, "placed")
    assert placed_once(sandbox, 1)


def test_a_watch_with_a_ledger_of_its_own_has_no_queue(tmp_path, sandbox):
    office = watching(tmp_path, sandbox, str(tmp_path / "ledger.sqlite3"))
    refused = office.quick("watch", "incoming", "--once", "--json")
    assert refused.status == 2
    assert json.loads(refused.out)["error"]["message"].startswith("Workers need a ledger that machines share.")
    assert sandbox.orders() == []
