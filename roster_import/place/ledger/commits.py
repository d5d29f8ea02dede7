"""Changes to the ledger of orders that are placed side by side: those of one turn of the event loop are one commit.

A ledger in a file is written by the loop itself. One on a server is written and read in a thread: however long it is away,
what is under way with the order system goes on and is heard.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from roster_import.place.ledger.heartbeat import UNANSWERED

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.place.ledger.changes import Change
    from roster_import.place.ledger.ledger import Ledger

T = TypeVar("T")

_LONGEST_PAUSE = 0.05  # seconds
_SLOW = 0.2  # seconds after which what is asked for does not wait any more for a commit that is under way
_MOST_WRITERS = 3


class Commits:
    """The way of a run to its ledger. What is asked for at the same time goes to disk together.

    Whoever asks waits until it is there, so that nothing that follows from it, a request least of all, comes before it. With
    `writer`, which opens the ledger once more, a commit that is slow does not keep others waiting, nor those who read.
    """

    def __init__(self, ledger: Ledger, writer: Callable[[], Ledger] | None = None) -> None:
        self._ledger = ledger
        self._writer = writer if ledger.waits else None
        self._writers: list[Ledger] = []
        self._idle: list[Ledger] = []
        self._waiting: list[tuple[Change[Any], asyncio.Future[Any]]] = []
        self._pause = 0.0
        self._under_way: set[asyncio.Future[list[Any]]] = set()
        # Of their own: those that look up names of hosts, or read files, are not to wait for a server.
        self._reads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")
        self._writes = ThreadPoolExecutor(max_workers=_MOST_WRITERS, thread_name_prefix="ledger")

    async def make(self, change: Change[T]) -> T:
        """Make a change; on disk when this returns. Raises `LedgerError`, to all whose changes went together."""
        loop = asyncio.get_running_loop()
        made: asyncio.Future[T] = loop.create_future()
        if not self._waiting:
            if not self._under_way:
                # Behind all who are ready now, and may ask, too; on a slow disk behind those, too, who will be ready soon.
                loop.call_later(self._pause, self._commit) if self._pause else loop.call_soon(self._commit)
            elif self._writer is not None:
                loop.call_later(_SLOW, self._commit)
        self._waiting.append((change, made))
        return await made

    async def ask(self, read: Callable[[], T]) -> T:
        """What is read of the ledger."""
        if not self._ledger.waits:
            return read()
        return await asyncio.get_running_loop().run_in_executor(self._reads, copy_context().run, read)

    async def settled(self) -> None:
        """Come back when nothing is to be written any more; what was heard is written down, whoever was ended since."""
        while self._waiting or self._under_way:
            await asyncio.sleep(0.01)
        for threads in (self._reads, self._writes):
            threads.shutdown(wait=False)
        for writer in self._writers:
            writer.close()

    def hurry(self) -> None:
        """Wait for a server no more: the run is to end."""
        for ledger in (self._ledger, *self._writers):
            ledger.hurry()

    def working(self) -> None:
        """The work goes on: what has waited too long for an answer of the server waits no more, and asks anew."""
        for writer in self._writers:
            writer.cut_where_silent(UNANSWERED)

    def _commit(self) -> None:
        if not self._waiting or len(self._under_way) >= (_MOST_WRITERS if self._writer else 1):
            return
        # Also what somebody asked for who was ended since: an answer that was heard is written down.
        waiting, self._waiting = self._waiting, []
        changes, began = [change for change, _ in waiting], monotonic()
        loop = asyncio.get_running_loop()
        made: asyncio.Future[list[Any]] = loop.create_future()
        if self._ledger.waits:
            made = loop.run_in_executor(self._writes, copy_context().run, self._made, changes)
            self._under_way.add(made)
            made.add_done_callback(lambda done: self._tell(waiting, done, began))
            return
        try:
            made.set_result(self._ledger.make(changes))
        except Exception as error:  # noqa: BLE001 - it belongs to those who wait, whatever it is
            made.set_exception(error)
        self._tell(waiting, made, began)

    def _made(self, changes: list[Change[Any]]) -> list[Any]:
        """Make changes by whichever connection is idle, in a thread."""
        if self._writer is None:
            return self._ledger.make(changes)
        try:
            ledger = self._idle.pop()
        except IndexError:
            self._writers.append(ledger := self._writer())
        try:
            return ledger.make(changes)
        finally:
            self._idle.append(ledger)

    def _tell(
        self, waiting: list[tuple[Change[Any], asyncio.Future[Any]]], made: asyncio.Future[list[Any]], began: float
    ) -> None:
        self._under_way.discard(made)
        if self._waiting:  # whoever asked meanwhile
            asyncio.get_running_loop().call_soon(self._commit)
        if (error := made.exception()) is not None:
            for _, told in waiting:
                if not told.done():
                    told.set_exception(error)
            return
        self._pause = min(_LONGEST_PAUSE, monotonic() - began) if len(waiting) > 1 else 0.0
        for (_, told), each in zip(waiting, made.result(), strict=True):
            if not told.done():
                told.set_result(each)
