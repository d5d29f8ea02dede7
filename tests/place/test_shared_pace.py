"""The pace of an order system over all workers: one row of the ledger, heeded by everybody."""

from __future__ import annotations

import asyncio

import pytest

from roster_import.errors import AnswerLost, NotSent
from roster_import.model.request import Request
from roster_import.place.ledger.ledger import Ledger
from roster_import.place.queue_tables import prepare_queue
from roster_import.place.send.shared_pace import SharedPace

REQUEST = Request(method="GET", path="/")


@pytest.fixture
def two(address):
    """Two workers' ways to the same ledger."""
    with Ledger.open(address) as one, Ledger.open(address) as other:
        one.ask(prepare_queue)
        yield one, other


def paced(ledger, slept, system="kitmaker", per_second=10.0):
    async def sleep(seconds):
        slept.append(seconds)

    return SharedPace(ledger, system, per_second, sleep)


@pytest.mark.drill
def test_requests_of_two_workers_stand_in_one_line(two):
    slept: list[float] = []
    paces = [paced(ledger, slept, per_second=2.0) for ledger in two]
    for _ in range(3):
        for pace in paces:
            asyncio.run(pace())
    # The first goes at once; each of the others half a second behind the one before, whoever asks.
    assert len(slept) == 5
    assert [round(wait * 2) / 2 for wait in slept] == [0.5, 1.0, 1.5, 2.0, 2.5]


def test_another_order_system_has_a_line_of_its_own_and_none_is_no_limit(two):
    slept: list[float] = []
    for system, per_second in (("kitmaker", 0.5), ("dropday", 0.5), ("jtl", 0.0), ("jtl", 0.0)):
        asyncio.run(paced(two[0], slept, system, per_second)())
    assert slept == []


def test_who_would_stand_in_line_for_long_comes_back_later_and_keeps_no_place(two):
    slept: list[float] = []
    pace = paced(two[0], slept, per_second=0.05)
    asyncio.run(pace())
    for _ in range(3):
        with pytest.raises(NotSent) as later:
            asyncio.run(pace())
        assert 15 < later.value.retry_after <= 20
    assert slept == []


@pytest.mark.parametrize(
    ("failure", "least"),
    [
        (NotSent("the order system said so", retry_after=300.0), 290),
        (NotSent("it is away"), None),
        (AnswerLost("lost"), 0),
    ],
)
def test_what_one_is_asked_to_wait_all_wait(two, failure, least):
    slept: list[float] = []
    here, there = (paced(ledger, slept, per_second=0.0) for ledger in two)

    async def failing(request, read, *, tries):
        await here()
        raise failure

    with pytest.raises(type(failure)):
        asyncio.run(here.through(failing)(REQUEST, lambda reply: reply, tries=1))
    if least:
        with pytest.raises(NotSent, match="the order system said so") as later:
            asyncio.run(there())
        assert least < later.value.retry_after <= 300
    else:
        asyncio.run(there())
        # Where it cannot be reached, it is left alone for some seconds; an answer that was lost says nothing of that.
        assert [wait > 4 for wait in slept] == ([True] if least is None else [])
