"""A sandbox that is up: started in a thread for one run or one test, or served until it is told to stop."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, Any, Self

from roster_import.sandbox.desk import Desk, all_routes, control_routes
from roster_import.sandbox.dropday import system as dropday
from roster_import.sandbox.faults import FaultPlan, parse_fault
from roster_import.sandbox.jtl import system as jtl
from roster_import.sandbox.kitmaker import system as kitmaker
from roster_import.sandbox.server import SandboxServer
from roster_import.sandbox.state import Clock, Store
from roster_import.sandbox.switches import SandboxError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from types import FrameType

    from roster_import.sandbox.desk import System
    from roster_import.sandbox.options import SandboxOptions

_LOOK_FOR_SIGNAL = 0.5  # an endless wait is not interrupted by Ctrl-C on Windows


class RunningSandbox:
    """A sandbox that answers at `url` until it is closed; also a context manager."""

    def __init__(self, options: SandboxOptions) -> None:
        self._closing = threading.Event()
        self._store = Store(options.state, *(home.SCHEMA for home in (kitmaker, dropday, jtl)))
        try:
            clock = Clock(self._store)
            world = (options, self._store, clock, self._closing.wait)
            systems: list[System] = [kitmaker.KitMaker(*world), dropday.Dropday(*world), jtl.Jtl(*world)]
            faults = FaultPlan(options.faults, options.seed, all_routes(systems))
            self._desk = Desk(systems, faults, clock, self._closing.wait)
            self._desk.control = control_routes(self._desk) if options.control else ()
            self._server = _listen(options, self._desk, self._closing)
        except BaseException:
            self._store.close()
            raise
        self.url = _url(options.host, self._server.server_port)
        self._thread = threading.Thread(target=self._server.serve_until_closing, daemon=True)
        self._thread.start()

    def orders(self) -> list[dict[str, Any]]:
        """Everything taken so far, oldest first, as GET /sandbox/orders shows it."""
        return self._desk.orders()

    def requests(self) -> list[dict[str, Any]]:
        """Every request that came, as GET /sandbox/requests shows it."""
        return self._desk.log.entries()

    def ask_for(self, *specifications: str) -> None:
        """Ask for faults, such as `place:drop-after-taking`."""
        self._desk.faults.add([parse_fault(text) for text in specifications])

    def clear_faults(self) -> None:
        """Ask for no fault any more."""
        self._desk.faults.clear()

    def advance(self, seconds: float) -> None:
        """Move the sandbox's time on."""
        self._desk.clock.advance(seconds)

    def set_time(self, moment: datetime) -> None:
        """Make it that moment, which must have a zone."""
        self._desk.clock.set(moment)

    def reset(self) -> None:
        """Make it as new: no orders, no keys, no requests, no faults, and the machine's own time."""
        self._desk.reset()

    def close(self) -> None:
        """Stop answering, cut every connection and close the state file; a second time does nothing."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._server.wake()
        self._thread.join()
        self._server.end_connections()
        self._server.server_close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def start(options: SandboxOptions) -> RunningSandbox:
    """Start a sandbox in a thread of its own; it listens when this returns.

    Raises SandboxError where the address, the state file, the catalogue or a fault cannot be used.
    """
    return RunningSandbox(options)


def serve_forever(options: SandboxOptions, ready: Callable[[str], None]) -> None:
    """Serve until SIGTERM or an interrupt from the keyboard; `ready` is given the address once it listens.

    Raises SandboxError as `start` does.
    """
    stop = threading.Event()

    def stopping(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = signal.signal(signal.SIGTERM, stopping)
    try:
        with start(options) as sandbox:
            ready(sandbox.url)
            while not stop.wait(_LOOK_FOR_SIGNAL):
                pass
    except KeyboardInterrupt:
        pass  # the usual way to stop it
    finally:
        signal.signal(signal.SIGTERM, before)


def _listen(options: SandboxOptions, desk: Desk, closing: threading.Event) -> SandboxServer:
    try:
        return SandboxServer((options.host, options.port), desk.deliver, closing, options.log)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SandboxError(
            f"The sandbox cannot listen on {options.host}:{options.port}: {reason}. Choose another host or port."
        ) from error


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
