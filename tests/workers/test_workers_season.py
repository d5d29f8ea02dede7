"""A season over three workers: killed, paused, cut off, their database restarted, their order system losing answers."""

from __future__ import annotations

import os
import signal
import time

import pytest

from tests.conftest import connected, until
from tests.wire import wire
from tests.workers.crew import begun, placed_once, put_orders, statuses

ORDERS = int(os.environ.get("ORDERS", "300"))


@pytest.mark.drill
def test_no_order_is_lost_or_doubled_through_kills_pauses_partitions_and_restarts(tmp_path, sandbox, address, server):
    with wire(address) as (carrying, beyond):
        season(tmp_path, sandbox, address, server, carrying, beyond)


def season(tmp_path, sandbox, address, server, carrying, beyond):
    more = {"ROSTER_IMPORT_REQUESTS_PER_SECOND": "0", "ROSTER_IMPORT_REQUEST_TIMEOUT": "5"}
    office = connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=address, **more)
    cut_off = connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=beyond, **more)
    put_orders(address, sandbox.url, [f"PO-{number}" for number in range(ORDERS)])
    hosts = ("north", "south", "west")
    crew = {
        host: begun(cut_off if host == "west" else office, host, apart=3600.0 * number)
        for number, host in enumerate(hosts)
    }

    def reached(share: float) -> None:
        until(lambda: time.sleep(0.2) or statuses(address).get("completed", 0) >= share * ORDERS, seconds=300)

    try:
        reached(0.1)
        crew["north"].kill()
        sandbox.ask_for("place:drop-after-taking*10")
        crew["north again"] = begun(office, "north", apart=-3600.0)
        reached(0.2)
        carrying.silent = True
        reached(0.3)
        os.kill(crew["south"].pid, signal.SIGSTOP)
        reached(0.5)
        server.stop()
        time.sleep(4)
        server.start()
        reached(0.6)
        carrying.silent = False
        reached(0.7)
        os.kill(crew["south"].pid, signal.SIGCONT)
        crew["west"].kill()
        until(lambda: time.sleep(0.2) or statuses(address) == {"completed": ORDERS}, seconds=400)
        assert crew["south"].poll() is None
        crew["south"].send_signal(signal.SIGTERM)
        crew["south"].wait(timeout=60)
        assert crew["south"].returncode == 0
    finally:
        for worker in crew.values():
            if worker.poll() is None:
                worker.kill()
            worker.wait()
            print(*worker.said.splitlines()[-20:], sep="\n")  # shown where a test fails
    assert placed_once(sandbox, ORDERS)


@pytest.mark.drill
def test_what_a_killed_worker_held_is_taken_over_within_fifteen_seconds(tmp_path, sandbox, address):
    office = connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=address, ROSTER_IMPORT_REQUEST_TIMEOUT="60")
    sandbox.ask_for("place:hang-after-taking*1")
    put_orders(address, sandbox.url, ["PO-1"])
    killed = begun(office, "north")
    other = None
    try:
        until(lambda: statuses(address) == {"sending": 1})
        time.sleep(1)
        other = begun(office, "south")
        time.sleep(4)
        killed.kill()
        at = time.monotonic()
        until(lambda: statuses(address) == {"completed": 1})
        assert time.monotonic() - at < 15
    finally:
        for worker in filter(None, (killed, other)):
            worker.kill()
            worker.wait()
    assert placed_once(sandbox, 1)
