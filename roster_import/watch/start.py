"""A watch started: what the settings give it to work with, the world it lives in, and the signals that end it."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.pipeline.checker import checker, file_facts
from roster_import.pipeline.effects import opened_ledger, planning_effects, realm, sending_effects
from roster_import.pipeline.options import poll_interval_given, read_settings, readers
from roster_import.pipeline.sandbox import order_system
from roster_import.place.process import alive, who
from roster_import.settings import settings_files
from roster_import.watch.desk import Desk, World, turns
from roster_import.watch.folders import refuse_own_folder
from roster_import.watch.heartbeat import heartbeat_paths
from roster_import.watch.log import Log
from roster_import.watch.loop import Watch
from roster_import.watch.options import WatchOptions, watch_options
from roster_import.watch.order_system import Gate
from roster_import.write.run_report import INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from typing import TextIO

    from roster_import.pipeline.options import Options
    from roster_import.watch.desk import Tried


def watch_folder(options: Options, stream: TextIO | None) -> tuple[int, list[Tried]]:
    """Watch a folder until it is told to stop, or with `once` until all is done; the exit status, and how files ended.

    The log goes to `stream`, and where the settings say. Raises `UsageError` where the folder or the settings cannot be.
    """
    folder: Path = options["folder"]
    refuse_own_folder(folder)
    settings = read_settings(options)
    given = watch_options(settings.watch, settings.notify)
    watched_before = heartbeat_paths(folder, settings.ledger, given)[0].exists()
    if not folder.is_dir() and (options["once"] or not watched_before):  # else its share is away, and waited for
        raise UsageError(say("There is no folder {folder}. Make it, or name another; nothing was done.", folder=folder))
    log = Log(given, stream, as_json=options["as_json"])
    watch = Watch(folder, _SettingsDesks(options), _world(), log, once=options["once"],
                  accept_existing=options["accept_existing"], watched_before=watched_before)  # fmt: skip
    try:
        with _signals(watch, readers(options, read_settings(options)).general) as going:
            status = asyncio.run(_until_stopped(watch, log, folder, going))
    finally:
        log.close()
    if not options["once"]:
        return 0, []
    return INTERRUPTED if watch.stopped else status, watch.tried


def _world() -> World:
    return World(
        wall=time.time,
        monotonic=time.monotonic,
        now=lambda: datetime.now().astimezone(),
        process=who().process,
        alive=alive,
    )


async def _until_stopped(
    watch: Watch, log: Log, folder: Path, going: Callable[[asyncio.AbstractEventLoop], None]
) -> int:
    """The watch's life, from its first log line to its last; `going` is told of the loop that is to be woken."""
    going(asyncio.get_running_loop())
    log.write("began", f"Watching {folder}.", folder=str(folder))
    status = await watch.run()
    log.write("ended", f"Not watching {folder} any more.", folder=str(folder))
    return status


@contextmanager
def _signals(watch: Watch, language: str) -> Iterator[Callable[[asyncio.AbstractEventLoop], None]]:
    """SIGTERM and Ctrl-C end the watch cleanly during the block, a second one ends the process at once.

    At once is without waiting for any thread, as one may read from a share that hangs; journal and ledger are whole at any
    moment. What it gives is to be called with the loop, once there is one.
    """
    loops: list[asyncio.AbstractEventLoop] = []
    signals = 0

    def stop(*_: object) -> None:
        nonlocal signals
        signals += 1
        if signals > 1:
            _end_at_once(language)
        if not loops:
            watch.stop()
        with suppress(RuntimeError):  # the loop is over
            for loop in loops:
                loop.call_soon_threadsafe(watch.stop)

    before = {}
    with suppress(ValueError):  # not the main thread
        before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield loops.append
    finally:
        for number, handler in before.items() if not signals else ():
            signal.signal(number, handler)


def _end_at_once(language: str) -> NoReturn:
    text = in_language(say("Ended at once. What was under way goes on with the next start."), language)
    with suppress(OSError):
        os.write(2, f"roster-import: {text}\n".encode())
    os._exit(INTERRUPTED)


# --------------------------------------------------------------------------------------- what the settings give


class _SettingsDesks:
    """Desks for the settings as they are whenever one is opened."""

    def __init__(self, options: Options) -> None:
        self._options = options

    def signature(self) -> object:
        """When which settings file was written, and how long it is."""
        return tuple(file_facts(path) for path in settings_files(Path.cwd()))

    def check(self) -> None:
        """Raise `UsageError` where the settings as they are now cannot be used."""
        settings = read_settings(self._options)
        watch_options(settings.watch, settings.notify)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Desk]:
        """A desk with the ledger open and the order system at hand, as long as the block."""
        given = read_settings(self._options)
        options, sandbox = self._as_given(watch_options(given.watch, given.notify)), self._options["sandbox"]
        with (
            order_system(given, sandbox=sandbox, poll_interval_given=poll_interval_given()) as settings,
            opened_ledger(settings) as ledger,
        ):
            planning = planning_effects(settings, ledger, lambda *_: None, new_order=False)
            gate = Gate(
                per_second=options.requests_per_second,
                retry_after=options.retry_after,
                monotonic=time.monotonic,
                wall=time.time,
            )
            with checker(planning.target, sandbox=sandbox) as checks:
                async with sending_effects(planning, settings, gate.pace) as sending:
                    await asyncio.to_thread(checks.get_ready)
                    yield Desk(
                        settings=settings,
                        options=options,
                        people=readers(self._options, settings),
                        effects=replace(sending, send=gate.through(sending.send)),
                        realm=realm(settings, sandbox=sandbox),
                        check=checks.check,
                        gate=gate,
                        turns=turns(options.orders_in_flight),
                    )

    def _as_given(self, options: WatchOptions) -> WatchOptions:
        """The options with what the command line says."""
        accept = self._options["accept_warnings"]
        return options if accept is None else replace(options, accept_warnings=accept)
