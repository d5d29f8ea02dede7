"""Orders placed side by side: what is written at the same time is one commit, and on disk before whatever follows from it."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from dataclasses import replace

import pytest

from roster_import.errors import LedgerError
from roster_import.model.placement import Status
from roster_import.model.request import Reply
from roster_import.place.conversation import Effects
from roster_import.place.ledger.changes import begin, mark, update
from roster_import.place.ledger.commits import Commits
from roster_import.place.ledger.entry import Identity
from roster_import.place.ledger.ledger import Ledger, Plan, Who
from roster_import.place.place_order import Wanted, place_order
from roster_import.place.usual_time import UsualTime
from roster_import.targets.kitmaker import KitMaker
from tests.orders import design, instance, order

ME = Who(user="anna", host="office", process="office/1/1")


def identity(number):
    return Identity(
        realm="live", target="kitmaker", organization="", reference=f"PO-{number}", address="https://x.example"
    )


def plan(number, **more):
    what = order(design(instance("M", 1)))
    return Plan(identity=identity(number), attempt=1, body="{}", order=what, url="https://x.example", file="f", **more)


def read_by_another(path, sql):
    """What another process sees, which is what is committed."""
    with sqlite3.connect(path) as other:
        rows = other.execute(sql).fetchall()
    other.close()
    return rows


def test_what_is_asked_for_in_one_turn_is_one_transaction_and_on_disk_when_it_is_told(tmp_path):
    path = tmp_path / "ledger.sqlite3"
    commits = []
    with Ledger.open(path) as ledger:
        ledger._db._db.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)

        async def placed(way, number):
            entry = await way.make(begin(plan(number), ME, "t", 10))
            assert read_by_another(path, f"SELECT status FROM entries WHERE id = {entry.id}") == [("sending",)]
            assert await way.make(mark(entry, ME, 20, 5.0))
            assert read_by_another(path, f"SELECT last_sent FROM entries WHERE id = {entry.id}") == [(5.0,)]
            return await way.make(
                update(entry, ME, "t", "pending", {"status": Status.PENDING, "tracking_id": str(number)})
            )

        async def run():
            way = Commits(ledger)
            return await asyncio.gather(*(placed(way, number) for number in range(50)))

        entries = asyncio.run(run())
        assert [entry.tracking_id for entry in entries] == [str(number) for number in range(50)]
        written = [replace(entry, order=kept.order) for entry, kept in zip(entries, ledger.entries(), strict=True)]
        assert [replace(each, last_sent=5.0, lease_until=20.0) for each in written] == list(ledger.entries())
    assert len(commits) == 3


def test_of_one_order_in_one_turn_one_is_begun(tmp_path):
    with Ledger.open(tmp_path / "ledger.sqlite3") as ledger:

        async def run():
            way = Commits(ledger)
            same = [way.make(begin(plan(number), ME, "t", 10)) for number in (1, 2, 1, 1)]
            return await asyncio.gather(*same)

        begun = asyncio.run(run())
        assert [entry.id if entry else None for entry in begun] == [1, 2, None, None]
        assert len(ledger.entries()) == 2


def test_a_ledger_that_fails_is_told_to_all_and_nothing_of_the_turn_stands(tmp_path):
    path = tmp_path / "ledger.sqlite3"
    with Ledger.open(path) as ledger:
        ledger._db.execute(
            "CREATE TRIGGER full BEFORE INSERT ON events WHEN NEW.entry = 2 BEGIN SELECT RAISE(ABORT, 'full'); END"
        )

        async def run():
            way = Commits(ledger)
            changes = (way.make(begin(plan(number), ME, "t", 10)) for number in range(3))
            return await asyncio.gather(*changes, return_exceptions=True)

        told = asyncio.run(run())
        assert [type(each) for each in told] == [LedgerError] * 3
        assert all("cannot be used: full." in str(each) for each in told)
    assert read_by_another(path, "SELECT count(*) FROM entries") == [(0,)]


def test_an_answer_is_written_down_though_its_order_was_ended_meanwhile(tmp_path):
    with Ledger.open(tmp_path / "ledger.sqlite3") as ledger:
        entry = ledger.begin(plan(1), ME, "t", 10)

        async def run():
            way = Commits(ledger)
            answered = asyncio.create_task(way.make(update(entry, ME, "t", "pending", {"status": Status.PENDING})))
            await asyncio.sleep(0)
            answered.cancel()
            await asyncio.gather(answered, return_exceptions=True)

        asyncio.run(run())
        assert ledger.entries()[0].status is Status.PENDING


def test_every_request_finds_its_order_on_disk_as_sent(tmp_path):
    """Sixty orders at once: at each request that places, another process reads that it may have been sent."""
    path, seen = tmp_path / "ledger.sqlite3", []
    target = KitMaker({"url": "https://x.example", "api_key": "k"})

    async def send(request, read, *, tries):
        if request.method == "POST":
            key = request.headers["Idempotency-Key"]
            (row,) = read_by_another(
                path, f"SELECT status, last_sent IS NOT NULL, body FROM entries WHERE key = '{key}'"
            )
            seen.append(row == ("sending", 1, request.body))
            await asyncio.sleep(0)
            return read(Reply(code=200, text=json.dumps({"id": len(seen), "orderNumber": "N", "status": "Pending"})))
        return read(Reply(code=200, text=json.dumps({"id": int(request.path.rpartition("/")[2]), "status": "Failed"})))

    with Ledger.open(path) as ledger:
        effects = Effects(
            target=target, url="https://x.example", ledger=ledger, who=ME, send=send, wall=lambda: 1.0,
            monotonic=lambda: 1.0, stamp=lambda: "t", sleep=asyncio.sleep, alive=lambda _: True, tell=lambda *_: None,
            poll_interval=0.0, poll_timeout=5.0, retry_wait=0.5, roster=lambda _: None, drop=lambda *_: None,
            commits=Commits(ledger), usual=UsualTime(),
        )  # fmt: skip
        orders = [order(design(instance("M", 1)), reference=f"PO-{number}") for number in range(60)]
        wanted = [Wanted(order=each, identity=identity(n), file="f") for n, each in enumerate(orders)]

        async def run():
            return await asyncio.gather(*(place_order(each, effects) for each in wanted))

        assert [placed.status for placed in asyncio.run(run())] == [Status.FAILED] * 60
    assert seen == [True] * 60


# ----------------------------------------------------------------------------------------------------- first looks


def looks(usual, interval, ready, began=0.0):
    """The ages at which an order is looked at that is confirmed at the age `ready`."""
    ages = []
    while not ages or ages[-1] < ready:
        before = ages[-1] if ages else 0.0
        ages.append(usual.next_look(before, interval, began + before))
    usual.confirmed(ages[-1], ages[-2] if len(ages) > 1 else 0.0, interval, began + ages[-1])
    return ages


@pytest.mark.parametrize(
    ("least", "interval", "ready", "ages"),
    [
        (None, 5.0, 3.0, [5]),  # nothing is known
        (3.0, 5.0, 3.0, [3]),  # the least its makers say
        (3.0, 5.0, 4.9, [3, 3.75, 4.6875, 5]),  # closer while it is young, and never later than at the interval
        (3.0, 5.0, 12.0, [3, 3.75, 4.6875, 5, 10, 15]),
        (3.0, 2.0, 3.0, [2, 4]),  # a person wants it looked at more often
        (3.0, 60.0, 100.0, [3, 3.75, 4.6875, 5.859375, 7.32421875, 9.1552734375, 11.444091796875, 60, 120]),
    ],
)  # fmt: skip
def test_when_the_first_order_of_a_run_is_looked_at(least, interval, ready, ages):
    assert looks(UsualTime(least=least), interval, ready) == ages


def test_later_orders_are_first_looked_at_when_earlier_ones_were_confirmed():
    usual = UsualTime(least=3.0)
    assert looks(usual, 5.0, 4.0) == [3, 3.75, 4.6875]
    assert looks(usual, 5.0, 4.0, began=1.0) == [4.6875]
    assert looks(usual, 5.0, 12.0, began=2.0) == [4.6875, 5, 10, 15]
    slow = UsualTime(least=3.0)
    assert looks(slow, 5.0, 12.0)[-2:] == [10, 15]
    assert looks(slow, 5.0, 12.0, began=1.0) == [15], "looks that are in vain are spared"
    assert looks(slow, 5.0, 12.0, began=100.0)[-3:] == [5, 10, 15], "for a while: it may be faster by now"


def test_only_some_orders_are_looked_at_often_while_nothing_is_known():
    usual = UsualTime(least=3.0)
    assert [usual.next_look(3.0, 5.0, 0.0) for _ in range(8)] == [3.75] * 6 + [5, 5]


@pytest.mark.parametrize("told", [None, (0, 3), ("3", "30"), 3, (3.0, 30)])
def test_what_another_package_says_of_its_usual_time_is_taken_with_care(told):
    assert UsualTime.told(told) == UsualTime()
