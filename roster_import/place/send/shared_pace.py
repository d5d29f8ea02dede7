"""How fast an order system is asked, by all workers together: one row of the ledger, and one statement for each request.

What one of them is asked to wait, all wait. Where the system cannot be reached at all, everybody leaves it alone for some
seconds, as one finds that out as well as all.
"""

# ruff: noqa: S608 - all the SQL here is ours, and every value is bound

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from roster_import.errors import NoAnswer, NotSent
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from roster_import.model.request import Reply, Request
    from roster_import.place.conversation import Send
    from roster_import.place.ledger.ledger import Ledger
    from roster_import.place.ledger.sqlite import Database

T = TypeVar("T")

_IN_LINE: Final = 10.0  # seconds a request stands in line; what would wait longer comes back later
_AWAY: Final = 5.0  # seconds for which a system that cannot be reached is left alone


class SharedPace:
    """The pace of one order system, `system` being what all workers call it. Raises `NotSent` where the wait is long."""

    def __init__(
        self, ledger: Ledger, system: str, per_second: float, sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self._ledger = ledger
        self._system = system
        self._gap = 1.0 / per_second if per_second else 0.0
        self._sleep = sleep
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pace")

    async def __call__(self) -> None:
        """Wait for a request's turn; every one on the wire has to."""
        wait, why = await self._ask(self._turn)
        if wait > _IN_LINE:
            raise NotSent(why or say("the order system asked to wait"), retry_after=wait)
        if wait > 0:
            await self._sleep(wait)

    def through(self, send: Send) -> Send:
        """The same way of sending; what it is asked to wait, all are."""

        async def send_through(request: Request, read: Callable[[Reply], T], *, tries: int) -> T:
            try:
                return await send(request, read, tries=tries)
            except NoAnswer as error:
                wait = error.retry_after if error.retry_after is not None else _AWAY * isinstance(error, NotSent)
                if wait:
                    await self._ask(partial(self._leave_alone, wait, error.message))
                raise

        return send_through

    async def _ask(self, reading: Callable[[Database], T]) -> T:
        """In a thread of its own: whoever needs another is not to wait for a server."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._ledger.ask, reading)

    def _turn(self, database: Database) -> tuple[float, str]:
        clock = database.clock
        free = f"greatest(paces.free_at, paces.not_before, {clock})"
        sql = (
            "INSERT INTO paces (system, free_at, not_before, wait, why)"
            f" VALUES (?, {clock} + ?, 0, 0, '') ON CONFLICT (system) DO UPDATE SET wait = {free} - {clock},"
            f" free_at = CASE WHEN {free} - {clock} > ? THEN paces.free_at ELSE {free} + ? END"
            f" RETURNING wait, CASE WHEN not_before > {clock} THEN why ELSE '' END AS why"
        )
        row = database.execute(sql, (self._system, self._gap, _IN_LINE, self._gap)).fetchone()
        return (float(row["wait"]), str(row["why"])) if row else (0.0, "")

    def _leave_alone(self, wait: float, why: str, database: Database) -> None:
        """Nobody asks for so many seconds, in words of why."""
        database.execute(
            f"UPDATE paces SET not_before = {database.clock} + ?, why = ? WHERE system = ?"
            f" AND not_before < {database.clock} + ?",
            (wait, why, self._system, wait),
        )
