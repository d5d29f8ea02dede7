"""A worker that is cut off from the database, which swallows what it says: in the middle of a transaction, or outside of one."""

from __future__ import annotations

import time

import pytest

from tests.conftest import connected, until
from tests.wire import wire
from tests.workers.crew import begun, placed_once, put_orders, statuses

INSIDE = b"SET worker = "  # its transaction is open, and holds the order's row
ORDERS = 24


@pytest.mark.drill
@pytest.mark.parametrize("said", [INSIDE, b""], ids=["inside a transaction", "outside of one"])
def test_what_a_worker_had_in_hand_that_is_cut_off_another_places_once(tmp_path, sandbox, address, said):
    with wire(address) as (carrying, at):
        more = {"ROSTER_IMPORT_REQUESTS_PER_SECOND": "0", "ROSTER_IMPORT_REQUEST_TIMEOUT": "5"}
        beyond = connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=at, **more)
        here = connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=address, **more)
        north, south = begun(beyond, "north", apart=3600.0), begun(here, "south")
        try:
            put_orders(address, sandbox.url, [f"PO-{number}" for number in range(ORDERS)])
            if said:
                carrying.silent_at = said
                until(lambda: carrying.silent)
            else:
                until(lambda: len(sandbox.orders()) >= 4)
                carrying.silent = True
            began = time.monotonic()
            # The other goes on: first with what is its own, then with what was the first one's.
            until(lambda: statuses(address) == {"completed": ORDERS}, seconds=60)
            print("all placed after", round(time.monotonic() - began, 1))
            carrying.silent = False
            assert (north.poll(), south.poll()) == (None, None)
            south.kill()  # what comes now only the first one can do
            put_orders(address, sandbox.url, [f"PO-{number}" for number in range(ORDERS, ORDERS + 4)])
            # It may finish what it had in hand first, for 90 s at most, and begins anew then.
            until(lambda: statuses(address) == {"completed": ORDERS + 4}, seconds=150)
            assert north.poll() is None
        finally:
            for worker in (north, south):
                if worker.poll() is None:
                    worker.kill()
                worker.wait()
                print(worker.args[3], *worker.said.splitlines()[-12:], sep="\n")
    assert placed_once(sandbox, ORDERS + 4)
