"""Procrastinate, opened on the ledger's own server: it hands jobs out, and wakes whoever waits for one.

Its own notions of who lives (heartbeats of its workers, stalled jobs) decide nothing here: the ledger's beat does. Nor are
its ways to put jobs into the queue used, as they go by the clock of whoever does: `place.queue` goes by the server's.
"""

from __future__ import annotations

import asyncio
import logging
import weakref
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from roster_import.place.ledger.connection import LET_GO, SEEN_GONE, cut
from roster_import.place.ledger.heartbeat import UNANSWERED
from roster_import.place.queue import PLACE, WRITE_UP

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from procrastinate import App, BaseConnector

    Job = Callable[[int, int], Awaitable[None]]

_POLL: Final = 1.0  # seconds until somebody looks whether a job is due that was put off
_FINISH: Final = 90.0  # seconds for which the steps in hand are waited for at the end
_CONNECTIONS: Final = 4


class Line:
    """The engine's connections, and since when it waits for which answer of the server."""

    def __init__(self) -> None:
        self._connections: weakref.WeakSet[Any] = weakref.WeakSet()
        self._asked: dict[object, float] = {}

    async def watched(self) -> None:
        """Cut the connections where an answer is too long in coming; whoever waits hears of it, and the worker begins anew."""
        while True:
            await asyncio.sleep(1.0)
            if any(monotonic() - asked > UNANSWERED for asked in self._asked.values()):
                self._asked.clear()
                for connection in self._connections:
                    cut(connection)

    @contextmanager
    def asking(self) -> Iterator[None]:
        """An answer is waited for as long as the block."""
        question = object()
        self._asked[question] = monotonic()
        try:
            yield
        finally:
            self._asked.pop(question, None)

    async def configured(self, connection: Any) -> None:
        """Set on a connection what ours have."""
        self._connections.add(connection)
        with self.asking():
            await connection.set_autocommit(True)  # each of its statements is whole in itself
            await connection.execute("SET search_path = roster_import")
            await connection.execute(LET_GO)


def opened(address: str, place: Job, write_up: Job, line: Line) -> App:
    """The engine with the two kinds of jobs, to be opened with `async with app.open_async()`."""
    import procrastinate

    _hush()
    app = procrastinate.App(connector=_connector(address, line))

    async def do_place(entry: int, turn: int) -> None:
        await place(entry, turn)

    async def do_write_up(entry: int, turn: int) -> None:
        await write_up(entry, turn)

    app.task(name=PLACE)(do_place)
    app.task(name=WRITE_UP)(do_write_up)
    return app


def _connector(address: str, line: Line) -> BaseConnector:
    """Procrastinate's way to the ledger's server, of which every question is asked through the line."""
    import procrastinate

    class Connector(procrastinate.PsycopgConnector):
        async def execute_query_async(self, query: str, **values: Any) -> None:
            with line.asking():
                await super().execute_query_async(query, **values)

        async def execute_query_one_async(self, query: str, **values: Any) -> dict[str, Any]:
            with line.asking():
                row: dict[str, Any] = await super().execute_query_one_async(query, **values)
                return row

        async def execute_query_all_async(self, query: str, **values: Any) -> list[dict[str, Any]]:
            with line.asking():
                rows: list[dict[str, Any]] = await super().execute_query_all_async(query, **values)
                return rows

    return Connector(
        conninfo=address,
        min_size=1,
        max_size=_CONNECTIONS,
        timeout=10.0,
        reconnect_timeout=10.0,
        configure=line.configured,
        kwargs={"connect_timeout": 10, "application_name": "roster-import worker", **SEEN_GONE},
    )


async def run(app: App, queues: Sequence[str], jobs: int) -> None:
    """Do jobs of the queues until cancelled; the steps in hand are finished then. Ends, too, where the server is away."""
    await app.run_worker_async(
        queues=list(queues),
        concurrency=jobs,
        wait=True,
        fetch_job_polling_interval=_POLL,
        shutdown_graceful_timeout=_FINISH,
        delete_jobs="always",  # what became of an order stands in the ledger
        install_signal_handlers=False,
    )


def _hush() -> None:
    """What they log may hold the server's password, and is said by the worker in its own words."""
    for name in ("procrastinate", "psycopg"):
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
