"""The life of a worker: whatever happens to the database, it begins again, until it is told to stop.

Each beginning is another incarnation, with a name of its own in the ledger: what an earlier one had in hand when its
connection broke is taken up again like that of any other process that is gone.
"""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from roster_import.errors import LedgerError, UsageError, WriteError
from roster_import.language.advice import in_a_folder
from roster_import.pipeline.effects import planning_effects, realm, sending_effects
from roster_import.pipeline.sandbox import order_system
from roster_import.pipeline.session import NOBODY, poll_interval_given, read_settings
from roster_import.place.ledger.entry import address_of
from roster_import.place.ledger.ledger import Ledger
from roster_import.place.queue import adopted, book_named, given_to, left_to_do, owed, results_queue, taken_up_again
from roster_import.place.queue_tables import joins, no_queue, prepare_queue
from roster_import.place.send.shared_pace import SharedPace
from roster_import.workers import engine
from roster_import.workers.figures import figures, write_metrics
from roster_import.workers.jobs import Jobs, lies_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.model.request import Reply, Request
    from roster_import.pipeline.options import WorkerCommand
    from roster_import.pipeline.session import Person
    from roster_import.place.conversation import Effects, Send
    from roster_import.settings import Settings


T = TypeVar("T")

_SWEEP_EVERY: Final = 2.0  # seconds between two sweeps
_AGAIN: Final = (0.5, 1.0, 2.0, 5.0)  # seconds until it begins again, the last of them from then on
_ONCE: Final = 0.5  # seconds between looks whether anything is left to do


class Worker:
    """A worker; `run` is its life, `stop` ends it with the steps in hand finished."""

    def __init__(self, settings: Settings, command: WorkerCommand, log: Callable[[str], None]) -> None:
        self._settings = settings
        self._jobs = command.jobs
        self._once = command.once
        self._metrics = command.metrics
        self._log = log
        self._stopped = asyncio.Event()
        self._incarnation = 0

    def stop(self) -> None:
        """Take nothing up any more; come to an end when the steps in hand are finished."""
        self._stopped.set()

    async def run(self) -> None:
        """Work until stopped; with `once` until nothing is left. Raises `UsageError` where that cannot be at all."""
        asyncio.get_running_loop().set_exception_handler(lambda *_: None)  # of jobs whose end could not be written down
        failed = 0
        while not self._stopped.is_set():
            began = asyncio.get_running_loop().time()
            try:
                await self._serve()
            except UsageError:
                raise
            except LedgerError as error:
                self._log(in_a_folder(error.message))
            except Exception as error:  # noqa: BLE001 - whatever breaks, the worker goes on; it may hold the password
                self._log(f"The database, or the way to it, failed ({type(error).__name__}).")
            failed = 0 if asyncio.get_running_loop().time() - began > 60 else failed
            await self._rest(_AGAIN[min(failed, len(_AGAIN) - 1)])
            failed += 1

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopped.wait(), seconds)

    async def _serve(self) -> None:
        """Work as one incarnation, until stopped or until something breaks."""
        settings = self._settings
        self._incarnation += 1
        opened = partial(Ledger.open, settings.ledger_server or "", settings.ledger_patience)
        with await asyncio.to_thread(opened) as ledger:
            await asyncio.to_thread(ledger.ask, prepare_queue)
            planning = planning_effects(settings, ledger, lambda *_: None, new_order=False)
            me = replace(planning.who, process=f"{planning.who.process}#{self._incarnation}")
            place = (
                realm(settings, sandbox=False),
                settings.target,
                address_of(settings.url or "", realm(settings, sandbox=False)),
            )
            pace = SharedPace(ledger, book_named(*place), settings.requests_per_second, asyncio.sleep)
            async with sending_effects(replace(planning, who=me), settings, pace, opened) as sending:
                # It beats by now: who does not is struck off by whoever joins next.
                await asyncio.to_thread(ledger.ask, partial(joins, me.process, book_named(*place)))
                send = pace.through(_tried_once(sending.send))
                await self._work(replace(sending, send=send), place)

    async def _work(self, effects: Effects, place: tuple[str, str, str]) -> None:
        settings = self._settings
        jobs = Jobs(settings=settings, effects=effects, log=self._log)
        line = engine.Line()
        app = engine.opened(settings.ledger_server or "", jobs.place, jobs.write_up, line)
        async with app.open_async():
            queues = (book_named(*place), results_queue(effects.who.host))
            parts = {
                asyncio.create_task(engine.run(app, queues, self._jobs)),
                asyncio.create_task(self._sweep_on(effects, place)),
                asyncio.create_task(self._stopped.wait()),
            }
            watched = asyncio.create_task(line.watched())
            try:
                ended, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for part in parts:
                    part.cancel()  # the engine finishes the steps in hand
                await asyncio.gather(*parts, return_exceptions=True)
                watched.cancel()
        for part in ended:
            part.result()

    async def _sweep_on(self, effects: Effects, place: tuple[str, str, str]) -> None:
        left = partial(left_to_do, book=book_named(*place), host=effects.who.host)
        while True:
            await _sweep(effects, place, self._log)
            await asyncio.to_thread(self._show, effects)
            for _ in range(int(_SWEEP_EVERY / _ONCE)):
                if self._once and not await effects.read(lambda: effects.ledger.ask(left)):
                    self.stop()
                await asyncio.sleep(_ONCE)

    def _show(self, effects: Effects) -> None:
        """Write the metrics, where they are asked for; where that cannot be, it is said."""
        if self._metrics is None:
            return
        try:
            write_metrics(figures(effects.ledger), self._metrics)
        except WriteError as error:
            self._log(in_a_folder(error.message))


def _tried_once(send: Send) -> Send:
    """The same way of sending, each request once: what fails comes back as another job."""

    async def send_once(request: Request, read: Callable[[Reply], T], *, tries: int) -> T:
        del tries
        return await send(request, read, tries=1)

    return send_once


# ------------------------------------------------------------------------------------------------------- the process


def work(command: WorkerCommand, log: Callable[[str], None], person: Person = NOBODY) -> None:
    """Work until told to stop, by SIGTERM or SIGINT; `log` is told of each step. Raises `UsageError`."""
    given = read_settings(command, person)
    if given.ledger_server is None:
        raise no_queue()
    with order_system(given, sandbox=False, poll_interval_given=poll_interval_given(command)) as settings:
        asyncio.run(_until_told(settings, command, log))


async def _until_told(settings: Settings, command: WorkerCommand, log: Callable[[str], None]) -> None:
    worker = Worker(settings, command, log)
    loop = asyncio.get_running_loop()
    for stop in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # on Windows Ctrl-C ends it as it ends any program
            loop.add_signal_handler(stop, worker.stop)
    log(f"Working, {command.jobs} orders at once.")
    await worker.run()
    log("Not working any more.")


async def _sweep(effects: Effects, place: tuple[str, str, str], log: Callable[[str], None]) -> None:
    """Take up again, once, what was lost of a book: jobs whose worker is gone, and results that can be written here."""
    book = book_named(*place)
    if again := await effects.write(taken_up_again(book)):
        log(f"taken up again, as their worker is gone: {again}")
    if others := await effects.write(adopted(*place)):
        log(f"left open by other runs, and taken up: {others}")
    for results in await effects.write(owed(book)):
        entry = await effects.read(partial(effects.ledger.entry, results.entry))
        if await asyncio.to_thread(lies_here, entry, results.digest, effects.who.host):
            await effects.write(given_to(results.entry, effects.who.host))
