"""The stand-in order systems of one run: nothing else here knows of them."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.files import make_private
from roster_import.language.messages import say
from roster_import.model.setting_names import is_loopback
from roster_import.pipeline.key_store import with_keyring
from roster_import.targets import target as target_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roster_import.pipeline.options import SandboxCommand
    from roster_import.settings import Settings


_SANDBOX_DELAY = 1.0  # seconds until the sandbox of one run confirms an order


_SANDBOX_POLL = 0.3


_SANDBOX_TENANT = "5f0c9a52-7d3e-4c1b-9a64-2f8f1f0e7a11"


@contextmanager
def _sandbox_refusals() -> Iterator[None]:
    """Within it, what a sandbox will not do is a `UsageError` with the sandbox's own message."""
    from roster_import.sandbox import SandboxError

    try:
        yield
    except SandboxError as error:
        raise UsageError(error.message) from error


@contextmanager
def order_system(settings: Settings, *, sandbox: bool, poll_interval_given: bool) -> Iterator[Settings]:
    """The settings to place orders with: as they are, or those of a sandbox that runs as long as the block.

    The sandbox of one run keeps what it takes beside the ledger, so that the next run meets the same orders again.
    Raises `UsageError` where the address or the key is not set.
    """
    if not sandbox:
        settings = with_keyring(settings)
        target_named(settings.target, settings.system).access()
        yield settings
        return
    from roster_import.sandbox import KitMakerSwitches, SandboxOptions, start

    state = settings.ledger.with_name(f"{settings.ledger.stem}.sandbox.sqlite3")
    with suppress(OSError):  # what keeps it from being made keeps the sandbox from opening it, which says so
        make_private(state)
    switches = KitMakerSwitches(unknown_item="accepted", unknown_size="accepted")
    with _sandbox_refusals():
        running = start(SandboxOptions(state=state, delay=_SANDBOX_DELAY, kitmaker=switches))
    with running:
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


def serve(command: SandboxCommand, ready: Callable[[str], None], log: Callable[[str], None] | None) -> None:
    """Serve the stand-ins until they are stopped; `ready` is told where they listen, `log` of every request."""
    from roster_import.sandbox import SandboxOptions, parse_switches, serve_forever

    host = command.host
    if not is_loopback(f"http://{'[' + host + ']' if ':' in host else host}"):
        raise UsageError(f"The sandbox listens on this machine only, not on {host}: use 127.0.0.1 or localhost.")
    with _sandbox_refusals():
        options = SandboxOptions(
            state=command.state,
            host=host,
            port=command.port,
            api_key=command.key,
            delay=command.delay,
            catalogue=command.catalogue,
            faults=command.faults,
            log=log,
            **parse_switches(command.switches),
        )
        serve_forever(options, ready)
