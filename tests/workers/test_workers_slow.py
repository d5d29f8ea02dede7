"""A database that is slow, or silent in the middle of something: whoever does not need that answer goes on."""

from __future__ import annotations

import asyncio
import time

from roster_import.place.ledger.changes import Who, update
from roster_import.place.ledger.commits import Commits
from roster_import.place.ledger.ledger import Ledger
from tests.conftest import connected, until
from tests.wire import wire
from tests.workers.crew import at_rest, crew, placed_once, put_orders, statuses


def test_one_slow_statement_keeps_no_other_order_of_the_worker(tmp_path, sandbox, address):
    with wire(address) as (carrying, at):
        office = connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=at, ROSTER_IMPORT_REQUESTS_PER_SECOND="0")
        with crew(office, "north"):
            put_orders(address, sandbox.url, ["PO-0"])
            until(lambda: statuses(address) == {"completed": 1} and at_rest(address))
            carrying.slow_at, carrying.slow_for = b"SET worker = ", 8.0
            put_orders(address, sandbox.url, ["PO-1"])
            until(lambda: not carrying.slow_at)
            put_orders(address, sandbox.url, [f"PO-{number}" for number in range(2, 8)])
            until(lambda: statuses(address) == {"completed": 7, "queued": 1})
            assert carrying.slowed == 0.0, "the slow statement was over before the others"
            until(lambda: statuses(address) == {"completed": 8})
    assert placed_once(sandbox, 8)


def test_a_slow_server_keeps_nobody_from_what_needs_none(sandbox, address):
    """However long each statement takes, the loop goes on: answers of the order system are heard meanwhile."""
    put_orders(address, sandbox.url, ["PO-1"])
    with wire(address) as (carrying, at), Ledger.open(at, 30.0) as ledger:
        carrying.delay = 0.3

        async def work() -> float:
            commits, gaps, last = Commits(ledger, lambda: Ledger.open(at, 30.0)), [], time.monotonic()
            me = Who(user="anna", host="north", process="north/1/1#1")
            entry = await commits.ask(lambda: ledger.entry(1))
            change = update(entry, me, "2026-05-05T13:14:30Z", "seen", {"error": "slow"})
            asked = asyncio.gather(*(commits.make(change) for _ in range(5)), commits.ask(lambda: ledger.entry(1)))
            while not asked.done():
                await asyncio.sleep(0.01)
                gaps.append(time.monotonic() - last)
                last = time.monotonic()
            await asked
            await commits.settled()
            return sorted(gaps)[-3]

        assert asyncio.run(work()) < 0.25
