"""How many requests are under way at once: as many as the order system bears, which it says when it is too many."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

_FIRST = 8  # requests at once before anything is known


class Turns:
    """Gives requests their turn, at most so many at once; whoever came first has the first.

    Every answer lets one more go at once, up to `most`; one that says "too many" halves them, and where it says how long to
    wait, nobody begins before that.
    """

    def __init__(self, most: int, monotonic: Callable[[], float]) -> None:
        self._most = most
        self._monotonic = monotonic
        self._at_once = float(min(most, _FIRST))
        self._growth = 1.0
        self._under_way = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._not_before = 0.0
        self._halved = 0.0
        self._why = ""

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """A turn, as long as the block."""
        if self._under_way >= int(self._at_once) or self._waiting:
            await self._in_line()
        else:
            self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._let_go()

    def answered(self) -> None:
        """A request was answered, and not as one too many."""
        if self._at_once < self._most:
            self._at_once = min(float(self._most), self._at_once + self._growth)

    def too_many(self, wait: float | None, why: str) -> None:
        """The order system said so, and perhaps how many seconds to wait."""
        now = self._monotonic()
        if now >= self._halved:  # what was under way with it says the same
            self._at_once = max(1.0, self._at_once / 2)
            self._halved = now + max(1.0, wait or 0.0)
        self._growth = 1.0 / self._most  # from here on one more for a whole round of answers
        if wait is not None and now + wait > self._not_before:
            self._not_before, self._why = now + wait, why

    def pause(self) -> tuple[float, str]:
        """Seconds for which nothing is to be begun, and in which words that was said."""
        return max(0.0, self._not_before - self._monotonic()), self._why

    async def _in_line(self) -> None:
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():  # its turn had come just then
                self._under_way -= 1
                self._let_go()
            raise

    def _let_go(self) -> None:
        while self._waiting and self._under_way < int(self._at_once):
            place = self._waiting.popleft()
            if not place.done():
                self._under_way += 1
                place.set_result(None)
