"""A ledger on a server far away: how often a run speaks with it and waits for the answer, counted on the wire."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from roster_import.model.placement import Status
from roster_import.model.report import Checked
from roster_import.model.request import Reply
from roster_import.place.conversation import Effects
from roster_import.place.ledger.commits import Commits
from roster_import.place.ledger.entry import Identity
from roster_import.place.ledger.ledger import Ledger, Who
from roster_import.place.place_order import Wanted, place_order
from roster_import.place.plan import plan_file
from roster_import.targets.kitmaker import KitMaker
from tests.orders import design, instance, order
from tests.wire import wire

URL = "https://x.example"
# What is known of it; that it begins, two; that something is sent; that it was taken; what became of it.
OF_AN_ORDER = 6
# What is known of all orders, and whether any of the goods were ordered before. Of many it is answered in some pieces, between
# which more is asked.
OF_A_PLAN = {1: 2, 50: 25}


async def kitmaker(request, read, *, tries):
    status = {"id": 4711, "orderNumber": "N", "status": "Pending" if request.method == "POST" else "Failed"}
    return read(Reply(code=200, text=json.dumps(status)))


def effects(ledger, **more):
    return Effects(
        target=KitMaker({"url": URL, "api_key": "k"}), url=URL, ledger=ledger, send=kitmaker, wall=lambda: 1.0,
        who=Who(user="anna", host="office", process="office/1/1"), monotonic=lambda: 1.0, stamp=lambda: "t",
        sleep=asyncio.sleep, alive=lambda _: True, tell=lambda *_: None, poll_interval=0.0, poll_timeout=5.0, retry_wait=0.5,
        roster=lambda _: None, drop=lambda *_: None, **more,
    )  # fmt: skip


def test_an_order_alone_takes_no_more_exchanges_than_it_has_to(address):
    what = order(design(instance("M", 1)), reference="PO-1")
    identity = Identity(realm="live", target="kitmaker", organization="", reference="PO-1", address=URL)
    with wire(address) as (carrying, at), Ledger.open(at) as ledger:

        async def placed():
            return await place_order(
                Wanted(order=what, identity=identity, file="f"), effects(ledger, commits=Commits(ledger))
            )

        before = carrying.exchanges
        assert asyncio.run(placed()).status is Status.FAILED
        assert 0 < carrying.exchanges - before <= OF_AN_ORDER


@pytest.mark.parametrize("count", OF_A_PLAN)
def test_however_many_orders_a_file_has_all_that_is_known_of_them_is_asked_for_at_once(address, count):
    orders = tuple(order(design(instance("M", 1)), reference=f"PO-{number}") for number in range(count))
    checked = Checked(path=Path("club.xlsx"), workbook=None, layouts=(), problems=(), lines=(), orders=orders)
    with wire(address) as (carrying, at), Ledger.open(at) as ledger:
        before = carrying.exchanges
        planned = plan_file(checked, effects(ledger), "live", Path("club.results.xlsx"))
        assert len(planned.to_send) == count
        assert 0 < carrying.exchanges - before <= OF_A_PLAN[count]
