"""What a watch works with: the world, the desk that one state of the settings gives, and what it remembers meanwhile.

Nothing of what is remembered here is needed after a restart; what must outlive the process is in the journal.
"""

from __future__ import annotations

import asyncio
import os
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from roster_import.pipeline.check import checker, file_facts
from roster_import.pipeline.check_options import reading_of
from roster_import.pipeline.effects import opened_ledger, planning_effects, realm, sending_effects
from roster_import.pipeline.options import FilesCommand
from roster_import.pipeline.sandbox import order_system
from roster_import.pipeline.session import (
    check_order_system,
    heeded_folder,
    poll_interval_given,
    read_settings,
    readers,
)
from roster_import.place.queue_tables import prepare_queue
from roster_import.settings import settings_paths
from roster_import.watch.options import Count, watch_options
from roster_import.watch.order_system import Gate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from roster_import.model.report import Checked
    from roster_import.pipeline.options import WatchCommand
    from roster_import.pipeline.session import Person
    from roster_import.place.conversation import Effects
    from roster_import.place.ledger.entry import Realm
    from roster_import.settings import Settings
    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.options import WatchOptions
    from roster_import.watch.readiness import Known, Sighting
    from roster_import.write.reader_language import Reader


T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a watch is given: the folder, clocks, this process, whether others run; `once` ends it when all is done."""

    folder: WatchedFolder
    once: bool
    wall: Callable[[], float]
    monotonic: Callable[[], float]
    now: Callable[[], datetime]  # with its zone
    process: str
    alive: Callable[[str], bool | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """How much goes on at once: files being read, orders under way, and one workbook being written."""

    reading: asyncio.Semaphore
    orders: asyncio.Semaphore
    writing: asyncio.Lock


def turns(orders_in_flight: int) -> Turns:
    """Turns for one state of the settings; as many files are read at once as there are processors.

    More would only run into their time limits. Workbooks are written one by one, so that threads are left for looking.
    """
    return Turns(
        reading=asyncio.Semaphore(max(2, os.cpu_count() or 2)),
        orders=asyncio.Semaphore(max(1, orders_in_flight)),
        writing=asyncio.Lock(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What one state of the settings gives to work with. `check` reads and checks one file, dropped in a folder, in a thread.

    `is_whole` says whether a zip is all there; in a thread, too.
    """

    settings: Settings
    options: WatchOptions
    people: Reader
    effects: Effects
    realm: Realm
    check: Callable[[Path, Settings, Path], Checked]
    is_whole: Callable[[Path], bool]
    gate: Gate
    turns: Turns

    async def aside(self, asking: Callable[[], T]) -> T:
        """What comes of asking the journal: in a thread where it lies on a server, as nobody else is to wait for that."""
        return await asyncio.to_thread(asking) if self.effects.ledger.waits else asking()


class Desks:
    """Desks for the settings as they are whenever one is opened."""

    def __init__(self, command: WatchCommand, person: Person) -> None:
        self._command = command
        self._person = person

    def signature(self) -> object:
        """When which settings file was written, and how long it is."""
        return tuple(
            file_facts(path) for path in settings_paths(heeded_folder(self._command), named=self._command.settings)
        )

    def check(self) -> None:
        """Raise `UsageError` where the settings as they are now cannot be used."""
        settings = read_settings(self._command, self._person)
        watch_options(settings.watch, settings.notify)
        check_order_system(settings)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Desk]:
        """A desk with the ledger open and the order system at hand, as long as the block."""
        given, sandbox = read_settings(self._command, self._person), self._command.sandbox
        options = self._as_given(watch_options(given.watch, given.notify))
        with (
            order_system(given, sandbox=sandbox, poll_interval_given=poll_interval_given(self._command)) as settings,
            opened_ledger(settings, self._person.warn) as ledger,
        ):
            if options.enqueue:
                ledger.ask(prepare_queue)
            planning = planning_effects(settings, ledger, lambda *_: None, new_order=False)
            gate = Gate(
                per_second=options.requests_per_second,
                retry_after=options.retry_after,
                monotonic=time.monotonic,
                wall=time.time,
            )
            reading = replace(reading_of(FilesCommand(), settings), within=self._command.folder)
            with checker(planning.target, reading, sandbox=sandbox) as checks:
                async with sending_effects(planning, settings, gate.pace) as sending:
                    await asyncio.to_thread(checks.get_ready)
                    yield Desk(
                        settings=settings,
                        options=options,
                        people=readers(settings),
                        effects=replace(sending, send=gate.through(sending.send)),
                        realm=realm(settings, sandbox=sandbox),
                        check=checks.check,
                        is_whole=checks.is_whole,
                        gate=gate,
                        turns=turns(options.orders_in_flight),
                    )

    def _as_given(self, options: WatchOptions) -> WatchOptions:
        """The options with what the command line says."""
        accept = self._command.accept_warnings
        return options if accept is None else replace(options, accept_warnings=accept)


# ------------------------------------------------------------------------------------------- what is remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How a try at a claimed file ended: its exit status, why it is not finished, if it is not, and what --once says of it."""

    status: int
    open: str = ""
    fault: bool = False  # ours, not the file's or the world's
    answer: Mapping[str, Any] = field(default_factory=dict)
    claim: str = ""


@dataclass(slots=True, kw_only=True)
class Run:
    """What was counted in this run, and for which claims; one file counts at a time."""

    total: Count = field(default_factory=Count)
    claims: set[str] = field(default_factory=set)
    counting: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(slots=True)
class Waiting:
    """A claimed file that is not finished: when it is tried again, how often it was, and why it is open."""

    next_try: float
    since: float
    path: str
    reason: str
    tries: int = 0
    faults: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is counted: files by outcome and orders ever, files held and messages to send now."""

    outcomes: Mapping[str, int] = field(default_factory=dict)
    ordered: Count = field(default_factory=Count)
    held: int = 0
    unsent: int = 0


@dataclass(slots=True)
class State:
    """Everything a running watch remembers since it started."""

    started: float
    known: Mapping[str, Known] = field(default_factory=dict)
    ready: list[Sighting] = field(default_factory=list)
    ready_since: dict[str, float] = field(default_factory=dict)
    attempted: set[str] = field(default_factory=set)
    tasks: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    working: dict[str, tuple[str, float]] = field(default_factory=dict)
    open: dict[str, Waiting] = field(default_factory=dict)
    logged: dict[str, str] = field(default_factory=dict)  # what was logged last, by its topic
    tried: list[Tried] = field(default_factory=list)
    run: Run = field(default_factory=Run)
    status: int = 0
    trouble: str = ""
    blocked: str = ""  # what is wrong with the ledger
    unsettled: str = ""  # why the settings as they are now cannot be used
    paused: str = ""  # the file that says so
    last_look: float = 0.0
    figures: Figures = field(default_factory=Figures)
    dirty: bool = True  # whether the figures have changed
