"""How many requests go at once, and what all do when one is told that they are too many."""

from __future__ import annotations

import asyncio

import pytest

from roster_import.errors import NotSent
from roster_import.model.request import Request
from roster_import.place.send.http import Clock, Patience, Sender
from roster_import.place.send.network import Answer
from roster_import.place.send.turns import Turns
from roster_import.targets.protocol import Access

GET = Request(method="GET", path="/a")


class Vendor:
    """An order system on a clock of its own: takes a second for each request, and bears so many at once."""

    def __init__(self, bears, retry_after=""):
        self.now = 0.0
        self.most = 0
        self.turned_away = 0
        self.early = 0  # requests before the time that was asked for
        self._bears = bears
        self._retry_after = retry_after
        self._under_way = 0
        self._not_before = 0.0
        self._sleepers = []

    def clock(self):
        return Clock(now=lambda: self.now, monotonic=lambda: self.now, sleep=self.sleep, chance=lambda: 1.0)

    async def sleep(self, seconds):
        woken = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, len(self._sleepers), woken))
        await woken

    async def time(self):
        """Time goes on as soon as everybody waits for it."""
        while True:
            for _ in range(50):
                await asyncio.sleep(0)
            waiting = [each for each in self._sleepers if not each[2].done()]
            if waiting:
                self.now = max(self.now, min(waiting)[0])
                for at, _, woken in waiting:
                    if at <= self.now:
                        woken.set_result(None)

    async def exchange(self, method, path, headers, content):
        self.early += self.now < self._not_before
        if self._under_way >= self._bears:
            self.turned_away += 1
            if self._retry_after:
                self._not_before = max(self._not_before, self.now + float(self._retry_after))
            return Answer(code=429, headers={"retry-after": self._retry_after}, body=b"Slow down.")
        self._under_way += 1
        self.most = max(self.most, self._under_way)
        await self.sleep(1.0)
        self._under_way -= 1
        return Answer(code=200, headers={}, body=b"{}")

    def send(self, count, *, in_flight, patience):
        async def run():
            access = Access(url="http://127.0.0.1:1", headers={}, secrets=())
            async with Sender(access, timeout=20, in_flight=in_flight, clock=self.clock()) as sender:
                sender._network.exchange = self.exchange
                time = asyncio.create_task(self.time())
                asked = (sender.send(GET, lambda reply: reply.code, patience) for _ in range(count))
                told = await asyncio.gather(*asked, return_exceptions=True)
                time.cancel()
                return told

        return asyncio.run(run())


def test_an_order_system_that_bears_many_is_soon_sent_many():
    vendor = Vendor(bears=1000)
    assert vendor.send(300, in_flight=64, patience=Patience(seconds=600.0)) == [200] * 300
    assert vendor.most == 64
    assert vendor.now <= 8, "8, 16, 32, 64 and then 64 each second"


def test_one_that_says_too_many_is_sent_fewer_and_all_is_answered():
    vendor = Vendor(bears=10)
    assert vendor.send(200, in_flight=64, patience=Patience(tries=5, seconds=600.0)) == [200] * 200
    assert vendor.turned_away < 40
    assert vendor.now < 60


def test_what_one_is_asked_to_wait_all_wait():
    vendor = Vendor(bears=10, retry_after="30")
    assert vendor.send(100, in_flight=64, patience=Patience(tries=5, seconds=600.0)) == [200] * 100
    assert (vendor.early, vendor.turned_away < 20) == (0, True)
    assert vendor.now > 30


def test_a_longer_wait_than_there_is_patience_sends_nothing():
    vendor = Vendor(bears=8, retry_after="3600")
    told = vendor.send(40, in_flight=64, patience=Patience(tries=5, seconds=60.0))
    assert vendor.early == 0
    answered, refused = [each for each in told if each == 200], [each for each in told if each != 200]
    assert len(answered) + len(refused) == 40
    assert len(refused) >= 20
    assert {str(each) for each in refused} == {"HTTP 429: “Slow down.”"}
    assert any(isinstance(each, NotSent) for each in refused)


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_who_is_ended_while_waiting_leaves_no_turn_behind(gone):
    async def run():
        turns, told = Turns(1, lambda: 0.0), []

        async def turn(number):
            async with turns.turn():
                told.append(number)
                await asyncio.sleep(0)

        tasks = [asyncio.create_task(turn(number)) for number in range(4)]
        await asyncio.sleep(0)
        if gone == 2:
            await asyncio.sleep(0)
        tasks[gone].cancel()
        await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 1)
        async with turns.turn():
            told.append("last")
        return told

    told = asyncio.run(run())
    assert told[-1] == "last"
    assert {0, 1, 2, 3} - set(told) <= {gone}
