"""A watch started: the world it lives in, its first and its last log line, and the signals that end it."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.pipeline.session import NOBODY, read_settings, readers
from roster_import.place.process import alive, who
from roster_import.watch.desk import Desks, World
from roster_import.watch.folders import WatchedFolder, refuse_own_folder
from roster_import.watch.heartbeat import heartbeat_paths
from roster_import.watch.log import Log
from roster_import.watch.loop import Watch
from roster_import.watch.options import watch_options
from roster_import.write.run_report import INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from roster_import.pipeline.options import WatchCommand
    from roster_import.pipeline.session import Person
    from roster_import.watch.desk import Tried


def watch_folder(command: WatchCommand, stream: TextIO | None, person: Person = NOBODY) -> tuple[int, list[Tried]]:
    """Watch a folder until it is told to stop, or with `once` until all is done; the exit status, and how files ended.

    The log goes to `stream`, and where the settings say. Raises `UsageError` where the folder or the settings cannot be.
    """
    folder = command.folder
    refuse_own_folder(folder)
    settings = read_settings(command, person)
    given = watch_options(settings.watch, settings.notify)
    watched_before = heartbeat_paths(folder, settings.ledger, given)[0].exists()
    if not folder.is_dir() and (command.once or not watched_before):  # else its share is away, and waited for
        raise UsageError(say("There is no folder {folder}. Make it, or name another; nothing was done.", folder=folder))
    log = Log(given, stream, as_json=command.as_json)
    world = World(
        folder=WatchedFolder(folder),
        once=command.once,
        wall=time.time,
        monotonic=time.monotonic,
        now=lambda: datetime.now().astimezone(),
        process=who().process,
        alive=alive,
    )
    watch = Watch(
        world, Desks(command, person), log, accept_existing=command.accept_existing, watched_before=watched_before
    )
    try:
        with _signals(watch, readers(settings).general) as going:
            status = asyncio.run(_until_stopped(watch, log, going))
    finally:
        log.close()
    if not world.once:
        return 0, []
    return INTERRUPTED if watch.stopping else status, watch.state.tried


async def _until_stopped(watch: Watch, log: Log, going: Callable[[asyncio.AbstractEventLoop], None]) -> int:
    """The watch's life, from its first log line to its last; `going` is told of the loop that is to be woken."""
    going(asyncio.get_running_loop())
    folder = watch.world.folder.root
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
