"""Changes to the ledger of orders that are placed side by side: those of one turn of the event loop are one commit."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
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

    async def make(self, change: Change[T]) -> T:
        """Make a change; on disk when this returns. Raises `LedgerError`, to all whose changes went together."""
        loop = asyncio.get_running_loop()
        made: asyncio.Future[T] = loop.create_future()
        if not self._waiting:
            # Behind all who are ready now, and may ask, too; on a slow disk behind those, too, who will be ready soon.
            loop.call_later(self._pause, self._commit) if self._pause else loop.call_soon(self._commit)
        self._waiting.append((change, made))
        return await made

    def _commit(self) -> None:
        # Also what somebody asked for who was ended since: an answer that was heard is written down.
        waiting, self._waiting = self._waiting, []
        began = monotonic()
        try:
            learnt = self._ledger.make([change for change, _ in waiting])
        except Exception as error:  # noqa: BLE001 - it belongs to those who wait, whatever it is
            for _, made in waiting:
                if not made.done():
                    made.set_exception(error)
            return
        self._pause = min(_LONGEST_PAUSE, monotonic() - began) if len(waiting) > 1 else 0.0
        for (_, made), each in zip(waiting, learnt, strict=True):
            if not made.done():
                made.set_result(each)
