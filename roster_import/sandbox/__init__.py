"""Stand-ins for the order systems, on loopback: they keep what they take, and misbehave on request.

    with start(SandboxOptions(delay=0.2)) as sandbox:
        httpx.post(f"{sandbox.url}/api/orders", headers={"X-Api-Key": "sandbox-key"}, json=...)

    options.py     what can be set: address, state file, delay, faults, and a switch for each thing left undocumented
    server.py      sockets only: bytes in, a `Delivery` out; a started sandbox, and the command that runs one
    desk.py        one request in, one delivery out: faults, stand-ins, the record of requests, the calls under /sandbox
    faults.py      what can go wrong (429, a lost answer, a wrong order …), when it is to, and what the caller then gets
    state.py       the state file, the clock, and how many calls were made
    messages.py    requests, replies, deliveries and routes
    switches.py    what the switches of all systems have in common, and the error about what a sandbox is told
    kitmaker/      the stand-in for KitMaker, at /api/orders, /api/design …
    dropday/       the stand-in for Dropday, at /api/v1/…
    jtl/           the stand-in for JTL-Wawi, at /erp/…

Each system has system.py (its calls), switches.py, refusals.py (how it says no) and orders.py (what it has taken).
Importing this package loads none of it; the names below are fetched when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from roster_import.sandbox.options import (
        DropdaySwitches,
        JtlSwitches,
        KitMakerSwitches,
        SandboxOptions,
        parse_switches,
    )
    from roster_import.sandbox.server import RunningSandbox, serve_forever, start
    from roster_import.sandbox.switches import SandboxError

__all__ = [
    "DropdaySwitches",
    "JtlSwitches",
    "KitMakerSwitches",
    "RunningSandbox",
    "SandboxError",
    "SandboxOptions",
    "parse_switches",
    "serve_forever",
    "start",
]

_HOMES = {
    "DropdaySwitches": "options",
    "JtlSwitches": "options",
    "KitMakerSwitches": "options",
    "RunningSandbox": "server",
    "SandboxError": "switches",
    "SandboxOptions": "options",
    "parse_switches": "options",
    "serve_forever": "server",
    "start": "server",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
