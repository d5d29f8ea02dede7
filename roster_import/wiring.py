"""The world, handed to the pure parts: the ledger's file, the order system's address, the clock, the process."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from roster_import.errors import UnreadableFile, UsageError
from roster_import.keys import with_keyring
from roster_import.ledger import Ledger
from roster_import.place import Effects
from roster_import.running import alive, who
from roster_import.targets import target as target_named
from roster_import.wording import say

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from pathlib import Path
    from typing import TypeVar

    from roster_import.catalogue import Catalogue
    from roster_import.entry import Realm
    from roster_import.model.exchange import Reply, Request
    from roster_import.send import Pace, Sender
    from roster_import.settings import Settings
    from roster_import.targets import Access

    T = TypeVar("T")

_SANDBOX_DELAY = 1.0  # seconds until the sandbox of one run confirms an order
_SANDBOX_POLL = 0.3
_SANDBOX_TENANT = "5f0c9a52-7d3e-4c1b-9a64-2f8f1f0e7a11"


def realm(settings: Settings, *, sandbox: bool) -> Realm:
    """Which book of the ledger a run writes in: a rehearsal never stands in the way of the real order."""
    if sandbox:
        return "sandbox"
    if settings.system.get("test_order"):
        return "test"
    return "loopback" if settings.is_loopback else "live"


def stamp() -> str:
    """Now, as the ledger writes it: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def order_system(settings: Settings, *, sandbox: bool, poll_interval_given: bool) -> Iterator[Settings]:
    """The settings to place orders with: as they are, or those of a sandbox that runs as long as the block.

    The sandbox of one run keeps what it takes beside the ledger, so that the next run meets the same orders again.
    Raises `UsageError` where the address or the key is not set.
    """
    if not sandbox:
        found = with_keyring(settings)
        target_named(found.target, found.system).access()
        yield found
        return
    from roster_import.sandbox import KitMakerSwitches, SandboxOptions, start

    state = settings.ledger.with_name(f"{settings.ledger.stem}.sandbox.sqlite3")
    state.parent.mkdir(parents=True, exist_ok=True)
    switches = KitMakerSwitches(unknown_item="accepted", unknown_size="accepted")
    with start(SandboxOptions(state=state, delay=_SANDBOX_DELAY, kitmaker=switches)) as running:
        interval = settings.poll_interval if poll_interval_given else _SANDBOX_POLL
        system = {**settings.system, **_sandbox_access(settings.target, running.url)}
        yield replace(settings, system=system, key_source="the sandbox", poll_interval=interval)


def _sandbox_access(target: str, url: str) -> dict[str, Any]:
    """Where a target finds its stand-in, and what that one lets in; see docs/sandbox.md."""
    match target:
        case "kitmaker":
            return {"url": url, "api_key": "sandbox-key"}
        case "dropday":
            return {"url": f"{url}/api/v1", "api_key": "sandbox-key", "account_id": "101"}
        case "jtl":
            login = {"client_id": "sandbox-client", "client_secret": "sandbox-key", "tenant_id": _SANDBOX_TENANT}
            # Nobody's customers and items are known there but its own.
            own = {"company_id": "1", "customer_id": "1010", "unknown_item": "text"}
            return {"url": f"{url}/erp", "token_url": f"{url}/oauth2/token", "api_key": "", **login, **own}
        case _:
            raise UsageError(say("There is no sandbox for {target}; leave --sandbox or --target out.", target=target))


@contextmanager
def opened_ledger(settings: Settings, *, make: bool = True) -> Iterator[Ledger]:
    """The ledger of the settings, closed at the end of the block.

    With `make=False` a ledger that is not there is not made: an empty one in memory stands in for it.
    """
    from pathlib import Path

    file = settings.ledger if make or settings.ledger.exists() else Path(":memory:")
    ledger = Ledger.open(settings.ledger_server or file)
    try:
        yield ledger
    finally:
        ledger.close()


def planning_effects(
    settings: Settings, ledger: Ledger, tell: Callable[[str, str, str], None], *, new_order: bool
) -> Effects:
    """Effects that can look, but not send: enough to plan with."""
    return Effects(
        target=target_named(settings.target, settings.system),
        url=settings.url or "",
        ledger=ledger,
        who=who(),
        send=_cannot_send,
        wall=time.time,
        monotonic=time.monotonic,
        stamp=stamp,
        sleep=_cannot_sleep,
        alive=alive,
        tell=tell,
        poll_interval=settings.poll_interval,
        poll_timeout=settings.poll_timeout,
        retry_wait=settings.retry_wait,
        roster=_roster,
        drop=_cannot_drop,
        new_order=new_order,
    )


def _roster(file: str) -> tuple[str, bytes] | None:
    from pathlib import Path

    path = Path(file)
    try:
        return path.name, path.read_bytes()
    except OSError:
        return None


def _cannot_drop(path: str, text: str | None) -> str | None:
    raise AssertionError(f"planning does not make {path} of {text!r}")


async def _cannot_sleep(seconds: float) -> None:
    raise AssertionError(f"planning does not wait {seconds} seconds")


async def _cannot_send(request: Request, read: Callable[[Reply], T], *, tries: int) -> T:
    raise AssertionError(f"planning does not send {request.method} {request.path} {tries} times, nor {read!r} it")


@asynccontextmanager
async def sending_effects(planning: Effects, settings: Settings, pace: Pace | None = None) -> AsyncIterator[Effects]:
    """Effects that reach the order system, as long as the block; `pace` is waited for before every request."""
    import asyncio

    from roster_import.dropping import drop
    from roster_import.send import Patience

    async with sender(planning.target.access(), settings, pace) as sending:

        def send(request: Request, read: Callable[[Reply], T], *, tries: int) -> Awaitable[T]:
            return sending.send(request, read, Patience(tries=tries, first=settings.retry_wait))

        yield replace(planning, send=send, sleep=asyncio.sleep, drop=drop)


def sender(access: Access, settings: Settings, pace: Pace | None = None) -> Sender:
    """The way to an order system, to be opened with `async with`."""
    from roster_import.send import Clock, Sender

    in_flight = settings.requests_in_flight
    return Sender(access, timeout=settings.request_timeout, in_flight=in_flight, clock=Clock(), pace=pace)


def settings_catalogue(path: Path | None) -> Catalogue:
    """The catalogue of the file that the settings name; raises `UsageError` where it cannot be read."""
    from roster_import.catalogue import Catalogue
    from roster_import.checking import read_catalogue_file
    from roster_import.read import read_workbook

    if path is None:
        return Catalogue()
    try:
        return read_catalogue_file(read_workbook(path))
    except UnreadableFile as error:
        raise UsageError(
            say("The catalogue file of the settings, {path}: {message}", path=path, message=error.message)
        ) from error
