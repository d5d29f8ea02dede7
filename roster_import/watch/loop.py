"""Look, judge, take up, bring to an end, again: the loop of a watch. What it decides, the pure modules decide.

One look at a time, in a thread, so that a share that hangs does not keep the heartbeat from beating. As many files are
under way as orders may be; what is still in the folder is only a name and a date to us, however many there are.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from roster_import.errors import RosterImportError, UsageError
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.pipeline.effects import alive, who
from roster_import.pipeline.session import NOBODY, read_settings, readers
from roster_import.watch import heartbeat
from roster_import.watch.claims import Claims
from roster_import.watch.desk import Desks, State, World
from roster_import.watch.folders import WatchedFolder, reason_of, refuse_own_folder
from roster_import.watch.heartbeat import heartbeat_paths
from roster_import.watch.journal.tables import JournalError
from roster_import.watch.log import Announcer, Log, counted, utc
from roster_import.watch.look import look_into
from roster_import.watch.options import watch_options
from roster_import.watch.outbox import Outbox, for_a_while
from roster_import.watch.readiness import COPYING, in_turn, is_barred, judge, settles_at
from roster_import.watch.watchers import Watchers
from roster_import.write.run_report import INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

    from roster_import.pipeline.options import WatchCommand
    from roster_import.pipeline.session import Person
    from roster_import.watch.desk import Desk, Tried
    from roster_import.watch.journal.journal import Journal
    from roster_import.watch.readiness import Look, Sighting


_ONCE_COPYING = 60.0  # seconds that --once waits for a copy to be finished; the next run sees to it
_ONCE_PAUSE = 0.05  # seconds between two looks of --once when nothing is under way


class Watch:
    """A watch over one folder. `run` is its life; `stop` ends it cleanly, and `stopping` is true from then on."""

    def __init__(self, world: World, desks: Desks, log: Log, *, accept_existing: bool, watched_before: bool) -> None:
        self.world = world
        self.state = state = State(started=world.wall())
        self.stopping = False
        self._desks = desks
        self._accept_existing = accept_existing
        self._wake = asyncio.Event()
        self._watchers = watchers = Watchers(
            world=world, state=state, watched_before=watched_before, anew=accept_existing
        )
        self._announcer = announcer = Announcer(log=log, world=world, state=state)
        self._outbox = outbox = Outbox(world=world, state=state, announcer=announcer, journal=lambda: watchers.journal,
                                       is_gone=watchers.is_gone)  # fmt: skip
        self._claims = Claims(world=world, state=state, watchers=watchers, announcer=announcer, outbox=outbox,
                              ended=self._wake.set)  # fmt: skip

    def stop(self) -> None:
        """Take nothing up any more; what is under way is finished, or stands in the ledger and the journal."""
        self.stopping = True
        self.state.ready = []  # also where they are being gone through
        self._wake.set()

    async def run(self) -> int:
        """Watch until stopped, or with --once until nothing is left to do; the exit status."""
        while True:
            signature = self._desks.signature()
            async with self._desks.open() as desk:
                reload = await self._work(desk, signature)
            if not reload:
                break
            self._announcer.log.write("settings", "The settings were changed and are read again.")
        return self.state.status

    async def _work(self, desk: Desk, signature: object) -> bool:
        """Work with one state of the settings; True where they have changed."""
        sending = self._outbox.begin(desk)
        try:
            changed = await self._look_on(desk, signature)
            await self._finish(desk)
            if self.world.once and not changed:
                await self._outbox.send_all(desk)
            return changed
        finally:
            await self._outbox.end(sending)
            await self._show(desk, stopped=self.stopping or self.world.once)
            self._watchers.leave()

    async def _look_on(self, desk: Desk, signature: object) -> bool:
        while not self.stopping:
            began = self.world.monotonic()
            await self._look(desk)
            if self._changed(signature):
                return True
            await self._show(desk, stopped=False)
            if self.world.once and self._is_done(desk):
                return False
            await self._until_next_look(desk, began)
        return False

    def _changed(self, signature: object) -> bool:
        """Whether the settings differ and can be used; ones that cannot are said, and the old ones stay."""
        now = self._desks.signature()
        if now == signature:
            self.state.logged.pop("settings", None)
            self.state.unsettled = ""
            return False
        try:
            self._desks.check()
        except RosterImportError as error:
            self.state.unsettled = say(
                "The changed settings cannot be used, the old ones stay: {why}", why=error.message
            )
            self._announcer.once("settings", self.state.unsettled)
            return False
        self.state.unsettled = ""
        return True

    async def _until_next_look(self, desk: Desk, began: float) -> None:
        """Wait for the next look, filling up with what is ready whenever something comes to its end."""
        patience = desk.options.patience
        while not self.stopping:
            await self._fill(desk)
            due = began + desk.options.interval
            settled = settles_at(self.state.known.values(), patience)
            if settled is not None:
                due = min(due, max(settled + 0.02, began + patience.quiet))
            if self.world.once and self._nothing_moves():
                await asyncio.sleep(_ONCE_PAUSE * (10 if self._checks_again() else 1))
                return
            if (left := due - self.world.monotonic()) <= 0:
                return
            self._wake.clear()
            await for_a_while(self._wake, left)

    # ------------------------------------------------------------------------------------------------ looking

    async def _look(self, desk: Desk) -> None:
        state, world = self.state, self.world
        try:
            read = desk.aside
            journal = await read(partial(self._watchers.opened, desk, self._announcer))
            look = await asyncio.to_thread(look_into, world.folder.root, desk.settings.catalogue_file)
            existing = await read(partial(self._existing, journal, look))
            judged = judge(look, state.known, existing, now=world.monotonic(), wall=world.wall(),
                           patience=desk.options.patience)  # fmt: skip
            state.known, state.paused = judged.known, look.paused
            await read(partial(self._watchers.beat, journal, desk.options))
            await self._share_out(desk, judged.quiet)
            tickets = await read(journal.open_tickets)
            await read(partial(self._watchers.learn_of, [ticket.owner for ticket in tickets], desk))
            self._claims.recover(desk, journal, tickets)
            await self._claims.check_again(desk, journal)
            await read(partial(self._outbox.queue_digest, desk, journal))
            if self.world.once and any(map(is_barred, look.aside.values())):
                state.status = max(state.status, 4)
            self._announcer.waiting(desk.options)
            self._announcer.paused()
            self._announcer.no_trouble()
        except (OSError, JournalError) as error:
            self._in_trouble(error)
        state.last_look = world.wall()

    async def _share_out(self, desk: Desk, quiet: Iterable[Sighting]) -> None:
        """What may be taken up by us now: all of it, or our share first, and what others have left lying for a look."""
        state, now = self.state, self.world.monotonic()
        files = sorted(quiet, key=lambda sighting: (sighting.changed, sighting.path))
        state.ready_since = {file.path: state.ready_since.get(file.path, now) for file in files}
        watchers = await desk.aside(partial(self._watchers.shares, desk))
        left = {path for path, since in state.ready_since.items() if now - since > desk.options.interval}
        state.ready = in_turn(files, watchers, self.world.process, left)

    def _existing(self, journal: Journal, look: Look) -> dict[str, Sighting]:
        """What was there before the watch first began, and is not let in yet."""
        first = journal.begin(() if self._accept_existing else look.files, utc(self.world.wall()))
        if first:
            were, stay = ("was", "It stays where it is") if first == 1 else ("were", "They stay where they are")
            self._announcer.log.write(
                "existing", f"{counted(first, 'file')} {were} here before the watch first began. {stay} until "
                "roster-import watch --accept-existing, or release FILE.", files=first,
            )  # fmt: skip
        if self._accept_existing and first is None:
            journal.accept_existing()
        self._accept_existing = False
        return journal.existing()

    async def _fill(self, desk: Desk) -> None:
        if self.stopping:
            return
        try:
            await self._claims.fill(desk)
        except (OSError, JournalError) as error:
            self._in_trouble(error)

    def _in_trouble(self, error: Exception) -> None:
        state = self.state
        self._announcer.trouble(error.message if isinstance(error, RosterImportError) else reason_of(error))
        state.ready = []
        self._watchers.close()
        if self.world.once:
            state.status = max(state.status, 4)

    # ------------------------------------------------------------------------------------------------- ending

    def _nothing_moves(self) -> bool:
        """Whether waiting brings nothing more to this run of --once."""
        return not self.state.tasks and not self._copies()

    def _is_done(self, desk: Desk) -> bool:
        """Whether a run of --once has done what can be done now."""
        state = self.state
        if state.tasks:
            return False
        if self._claims.is_shut(desk):
            return True
        if not state.paused and any(sighting.path not in state.attempted for sighting in state.ready):
            return False
        return not (self._copies() or self._untried(desk) or self._checks_again())

    def _copies(self) -> bool:
        wall = self.world.wall()
        return any(file.reason == COPYING and wall - file.since < _ONCE_COPYING for file in self.state.known.values())

    def _checks_again(self) -> bool:
        """Whether filed files are to be checked once more."""
        journal = self._watchers.journal
        return journal is not None and bool(journal.to_check_again(float("inf")))

    def _untried(self, desk: Desk) -> bool:
        """Whether claims in processing that are ours, or nobody's any more, were not tried in this run yet."""
        journal = self._watchers.journal
        if journal is None:
            return False
        left = [ticket for ticket in journal.open_tickets() if ticket.id not in self.state.open]
        return any(
            ticket.owner in (None, self.world.process)
            or (self._claims.may_begin(ticket) and self._watchers.is_gone(ticket.owner, desk))
            for ticket in left
        )

    async def _finish(self, desk: Desk) -> None:
        """Let what is under way come to its end for a while; then what stands in the ledger is enough."""
        if tasks := set(self.state.tasks.values()):
            if self.stopping:
                self._announcer.log.write("stopping", f"Stopping: {counted(len(tasks), 'file')} under way.")
            left = await self._await(tasks, desk)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
        if self.world.once and self.state.open:
            self.state.status = max(self.state.status, 4)

    async def _await(self, tasks: set[asyncio.Task[None]], desk: Desk) -> set[asyncio.Task[None]]:
        """Wait for what is under way, alive to those who look; what is left when we are to stop and time is up."""
        began, left = self.world.monotonic(), tasks
        while left and not (self.stopping and self.world.monotonic() - began >= desk.options.stop_within):
            _, left = await asyncio.wait(left, timeout=min(1.0, desk.options.stop_within))
            await self._show(desk, stopped=False)
        return left

    async def _show(self, desk: Desk, *, stopped: bool) -> None:
        """Let others see that the watch lives, and how it does."""
        state = self.state
        pulse = heartbeat.pulse_of(state, self.world, desk, stopped=stopped)
        if desk.options.metrics is not None:
            count = partial(heartbeat.count_up, state, self.world.folder, self._watchers.journal)
            await desk.aside(count)
        await asyncio.to_thread(
            heartbeat.write, pulse, state.figures, self.world.folder.root, desk, reachable=not state.trouble
        )


# ----------------------------------------------------------------------------------------------------------- the start


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
