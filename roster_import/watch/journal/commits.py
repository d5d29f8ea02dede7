"""What the files under way write into the journal at the same time: one transaction, made in a thread of its own.

A commit is on disk when it is over, which takes a disk its time: nothing else waits for that but whoever asked.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


class Together(Protocol):
    """What of a journal is needed."""

    def together(self, writes: Sequence[Callable[[], Any]]) -> list[Any]:
        """Make all of the writes in one durable transaction, or none; what each of them gave."""


class JournalCommits:
    """The way of what is under way to the journal. What is asked for while a commit is made is the next one."""

    def __init__(self, journal: Together) -> None:
        self._journal = journal
        self._waiting: list[tuple[Callable[[], Any], asyncio.Future[Any]]] = []
        self._going: asyncio.Task[None] | None = None
        # Of its own: those that look into folders may hang with a share.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")

    async def make(self, write: Callable[[], T]) -> T:
        """Make a write; on disk when this returns. Raises `JournalError`, to all whose writes went together."""
        made: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((write, made))
        if self._going is None or self._going.done():
            self._going = asyncio.create_task(self._go_on())
        return await made

    def close(self) -> None:
        """End the thread, once what it is at is made."""
        self._thread.shutdown()

    async def _go_on(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            # Also what somebody asked for who was ended since: it has happened.
            waiting, self._waiting = self._waiting, []
            try:
                given = await loop.run_in_executor(
                    self._thread, self._journal.together, [write for write, _ in waiting]
                )
            except Exception as error:  # noqa: BLE001 - it belongs to those who wait, whatever it is
                for _, made in waiting:
                    if not made.done():
                        made.set_exception(error)
                continue
            for (_, made), each in zip(waiting, given, strict=True):
                if not made.done():
                    made.set_result(each)
