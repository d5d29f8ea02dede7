"""The world, handed to the pure parts: the ledger's file, the order system's address, the clock, the process."""

from __future__ import annotations

import os
import time
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.errors import UnreadableFile, UsageError
from roster_import.files import read_plain
from roster_import.language.messages import say
from roster_import.place.ledger.forms import open_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from typing import TypeVar

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.request import Reply, Request
    from roster_import.place.conversation import Effects
    from roster_import.place.ledger.changes import Who
    from roster_import.place.ledger.commits import Commits
    from roster_import.place.ledger.entry import Realm
    from roster_import.place.ledger.ledger import Ledger
    from roster_import.place.ledger.sqlite import Beating, Database
    from roster_import.place.send.http import Pace, Sender
    from roster_import.settings import Settings
    from roster_import.targets import Access

    T = TypeVar("T")


def system_title(settings: Settings) -> str:
    """What the order system of the settings is called."""
    from roster_import.targets import target as target_named

    return target_named(settings.target, settings.system).title


def realm(settings: Settings, *, sandbox: bool) -> Realm:
    """Which book of the ledger a run writes in: a rehearsal never stands in the way of the real order."""
    if sandbox:
        return "sandbox"
    if settings.system.get("test_order"):
        return "test"
    return "loopback" if settings.is_loopback else "live"


def stamp(now: float | None = None) -> str:
    """That time, else now, as the ledger writes it: ISO 8601, UTC, whole seconds."""
    at = datetime.now(UTC) if now is None else datetime.fromtimestamp(now, UTC)
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def opened_ledger(
    settings: Settings, warn: Callable[[str], None] = lambda _: None, *, make: bool = True
) -> Iterator[Ledger]:
    """The ledger of the settings, closed at the end of the block; see `opened_database`."""
    from roster_import.place.ledger.ledger import Ledger

    with opened_database(settings, warn, make=make) as database:
        yield Ledger(database)


@contextmanager
def opened_database(
    settings: Settings, warn: Callable[[str], None] = lambda _: None, *, make: bool = True
) -> Iterator[Database]:
    """The database of the ledger of the settings, for the length of the block; `warn` is told where a server is waited for.

    With `make=False` a ledger that is not there is not made: an empty one in memory stands in for it.
    """
    file = settings.ledger if make or settings.ledger.exists() else Path(":memory:")
    database = open_database(settings.ledger_server or file, settings.ledger_patience, warn)
    try:
        yield database
    finally:
        database.close()


def planning_effects(
    settings: Settings, ledger: Ledger, tell: Callable[[str, str, str], None], *, new_order: bool
) -> Effects:
    """Effects that can look, but not send: enough to plan with."""
    from roster_import.place.conversation import Effects
    from roster_import.targets import target as target_named

    return Effects(
        target=target_named(settings.target, settings.system),
        url=settings.url or "",
        ledger=ledger,
        who=who(),
        send=_cannot_send,
        wall=ledger.now,
        monotonic=time.monotonic,
        stamp=lambda: stamp(ledger.now()),
        sleep=_cannot_sleep,
        alive=lambda process: _lives(process, ledger),
        tell=tell,
        poll_interval=settings.poll_interval,
        poll_timeout=settings.poll_timeout,
        retry_wait=settings.retry_wait,
        roster=_roster,
        drop=_cannot_drop,
        new_order=new_order,
        own_organization=str(settings.system.get("own_organization") or ""),
    )


def _roster(file: str) -> tuple[str, bytes] | None:
    from roster_import.pipeline.looked_at import MOST_READ

    path = Path(file)
    try:
        return path.name, read_plain(path, MOST_READ)
    except OSError:
        return None


def _cannot_drop(path: str, text: str | None) -> str | None:
    raise AssertionError(f"planning does not make {path} of {text!r}")


async def _cannot_sleep(seconds: float) -> None:
    raise AssertionError(f"planning does not wait {seconds} seconds")


async def _cannot_send(request: Request, read: Callable[[Reply], T], *, tries: int) -> T:
    raise AssertionError(f"planning does not send {request.method} {request.path} {tries} times, nor {read!r} it")


@asynccontextmanager
async def sending_effects(
    planning: Effects, settings: Settings, pace: Pace | None = None, writer: Callable[[], Ledger] | None = None
) -> AsyncIterator[Effects]:
    """Effects that reach the order system, as long as the block; `pace` is waited for before every request.

    `writer` opens the ledger once more, where those that read and write of it are not to wait for each other.
    """
    import asyncio

    from roster_import.place.ledger.commits import Commits
    from roster_import.place.send.drop_folder import drop
    from roster_import.place.send.http import Patience
    from roster_import.place.usual_time import UsualTime

    commits = Commits(planning.ledger, writer)
    async with _living(planning, commits), sender(planning.target.access(), settings, pace) as sending:

        def send(request: Request, read: Callable[[Reply], T], *, tries: int) -> Awaitable[T]:
            return sending.send(request, read, Patience(tries=tries, first=settings.retry_wait))

        usual = UsualTime.told(getattr(planning.target, "usual_seconds", None))
        places = asyncio.Semaphore(settings.requests_in_flight)
        try:
            yield replace(
                planning, send=send, sleep=asyncio.sleep, drop=drop, commits=commits, usual=usual, places=places
            )
        except BaseException:
            commits.hurry()
            raise
        finally:
            await commits.settled()


@asynccontextmanager
async def _living(effects: Effects, commits: Commits) -> AsyncIterator[None]:
    """As long as the block this process says that it lives, where others must be told, and as long as its loop is not stuck."""
    import asyncio

    async def say_so(heart: Beating) -> None:
        while True:
            heart.working()
            commits.working()
            await asyncio.sleep(1.0)

    with effects.ledger.beating(effects.who) as heart:
        saying = asyncio.create_task(say_so(heart)) if heart is not None else None
        try:
            yield
        finally:
            if saying is not None:
                saying.cancel()


def sender(access: Access, settings: Settings, pace: Pace | None = None) -> Sender:
    """The way to an order system, to be opened with `async with`."""
    from roster_import.place.send.http import Clock, Sender

    in_flight = settings.requests_in_flight
    return Sender(access, timeout=settings.request_timeout, in_flight=in_flight, clock=Clock(), pace=pace)


def settings_catalogue(settings: Settings) -> Catalogue:
    """The catalogue of the file that the settings name; raises `UsageError` where it cannot be read."""
    return catalogue_being_read(settings)()


def catalogue_being_read(settings: Settings) -> Callable[[], Catalogue]:
    """What waits for that catalogue, whose file begins to be read now; whoever asks gets ready meanwhile."""
    path, within = settings.catalogue_file, settings.catalogue_within
    if path is None:
        return _no_catalogue
    from roster_import.read import ReadOptions, start_reading

    reading = start_reading((within or Path()) / path, ReadOptions(within=within, dropped=within is not None))

    def ended() -> Catalogue:
        from roster_import.check.recognised import read_catalogue_file

        try:
            return read_catalogue_file(reading.result())
        except UnreadableFile as error:
            raise UsageError(
                say("The catalogue file of the settings, {path}: {message}", path=path, message=error.message)
            ) from error

    return ended


def _no_catalogue() -> Catalogue:
    from roster_import.model.catalogue import Catalogue

    return Catalogue()


# --------------------------------------------------------------------------------------------------------- the process


def who() -> Who:
    """This user, on this host, in this process: no other process, here or on another machine, has ever the same name."""
    from roster_import.place.ledger.changes import Who

    host = _host()
    return Who(user=_user(), host=host, process=f"{host}/{os.getpid()}/{_started(os.getpid()) or _drawn(os.getpid())}")


def _lives(process: str, ledger: Ledger) -> bool | None:
    """Whether a process that holds a lease lives, which counts for more than the lease; None where nobody can tell.

    One of this machine that is gone is gone. Of all others the ledger alone knows: one that runs here may be stuck.
    """
    return False if alive(process) is False else ledger.lives(process)


def alive(process: str) -> bool | None:
    """Whether a process named by `Who.process` still runs; None where that cannot be told from here."""
    host, number, started = ([*process.rsplit("/", 2), "", ""])[:3]
    if host != _host() or not number.isdigit() or os.name == "nt":
        return None  # on Windows signal 0 would end the process it asks about
    began, _, kernel = started.partition("@")
    if kernel and kernel != _kernel():
        return None  # another machine, or container, that is called the same
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    now = _started(int(number)).partition("@")[0]
    return not now or now == began


def _started(process: int) -> str:
    """When a process began, in the kernel's own count, so that a reused number is not taken for the same process."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        # Field 3 is the state: a zombie holds its number but does nothing any more (proc(5), /proc/pid/stat).
        return "ended" if fields[0] == "Z" else f"{fields[19]}@{_kernel()}"
    except (OSError, IndexError):
        return ""


@cache
def _kernel() -> str:
    """Within what the numbers of processes are given once: one start of a machine, or of a container; empty where unknown."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii")[:8]
        return f"{boot}-{Path('/proc/self/ns/pid').stat().st_ino:x}"
    except OSError:
        return ""


@cache
def _drawn(_: int) -> str:
    """What tells a process from others of its number, where the kernel does not say when it began."""
    from uuid import uuid4

    return uuid4().hex[:12]


def _host() -> str:
    import socket

    return socket.gethostname()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
