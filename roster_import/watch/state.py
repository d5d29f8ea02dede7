"""What a running watch is given of the world, and what it remembers; none of this is needed after a restart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roster_import.watch.import_file import Run, Tried
from roster_import.watch.order_limits import Count

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from roster_import.watch.log import Log
    from roster_import.watch.readiness import Known, Sighting


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What the loop needs of the world beside the folder: clocks, this process, whether others run, the log."""

    wall: Callable[[], float]
    monotonic: Callable[[], float]
    now: Callable[[], datetime]
    process: str
    alive: Callable[[str], bool | None]
    log: Log


@dataclass(slots=True)
class Waiting:
    """A claimed file that is not finished: when it is tried again, how often it was, and why it is open."""

    next_try: float
    since: float
    path: str
    reason: str
    tries: int = 0
    faults: int = 0


@dataclass(slots=True)
class State:
    """Everything a running watch remembers; none of it is needed to go on after a restart."""

    known: Mapping[str, Known] = field(default_factory=dict)
    ready: list[Sighting] = field(default_factory=list)
    attempted: set[str] = field(default_factory=set)
    tasks: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    working: dict[str, tuple[str, float]] = field(default_factory=dict)
    open: dict[str, Waiting] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    tried: list[Tried] = field(default_factory=list)
    run: Run = field(default_factory=Run)
    status: int = 0
    trouble: str = ""
    blocked: str = ""  # what is wrong with the ledger
    unsettled: str = ""  # why the settings as they are now cannot be used
    paused: str = ""  # the file that says so
    last_look: float = 0.0
    figures: tuple[dict[str, int], Count, int, int] = field(default_factory=lambda: ({}, Count(), 0, 0))
    dirty: bool = True
