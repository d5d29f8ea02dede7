"""Changes to the ledger of orders that are placed side by side: those of one turn of the event loop are one commit.

A ledger in a file is written by the loop itself. One on a server is written and read in a thread: however long it is away,
what is under way with the order system goes on and is heard.
"""

from __future__ import annotations

import asyncio
from contextvars import copy_context
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.place.changes import Change
    from roster_import.place.ledger import Ledger

T = TypeVar("T")

_LONGEST_PAUSE = 0.05  # seconds


class Commits:
    """The way of a run to its ledger. What is asked for at the same time goes to disk together.

    Whoever asks waits until it is there, so that nothing that follows from it, a request least of all, comes before it.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._waiting: list[tuple[Change[Any], asyncio.Future[Any]]] = []
        self._pause = 0.0
        self._under_way: asyncio.Future[list[Any]] | None = None

    async def make(self, change: Change[T]) -> T:
        """Make a change; on disk when this returns. Raises `LedgerError`, to all whose changes went together."""
        loop = asyncio.get_running_loop()
        made: asyncio.Future[T] = loop.create_future()
        if not self._waiting and self._under_way is None:
            # Behind all who are ready now, and may ask, too; on a slow disk behind those, too, who will be ready soon.
            loop.call_later(self._pause, self._commit) if self._pause else loop.call_soon(self._commit)
        self._waiting.append((change, made))
        return await made

    async def ask(self, read: Callable[[], T]) -> T:
        """What is read of the ledger."""
        return await asyncio.to_thread(read) if self._ledger.waits else read()

    async def settled(self) -> None:
        """Come back when nothing is to be written any more; what was heard is written down, whoever was ended since."""
        while self._waiting or self._under_way is not None:
            await asyncio.sleep(0.01)

    def _commit(self) -> None:
        # Also what somebody asked for who was ended since: an answer that was heard is written down.
        waiting, self._waiting = self._waiting, []
        changes, began = [change for change, _ in waiting], monotonic()
        loop = asyncio.get_running_loop()
        made: asyncio.Future[list[Any]] = loop.create_future()
        if self._ledger.waits:
            made = loop.run_in_executor(None, copy_context().run, self._ledger.make, changes)
            self._under_way = made
            made.add_done_callback(lambda done: self._tell(waiting, done, began))
            return
        try:
            made.set_result(self._ledger.make(changes))
        except Exception as error:  # noqa: BLE001 - it belongs to those who wait, whatever it is
            made.set_exception(error)
        self._tell(waiting, made, began)

    def _tell(
        self, waiting: list[tuple[Change[Any], asyncio.Future[Any]]], made: asyncio.Future[list[Any]], began: float
    ) -> None:
        self._under_way = None
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
