"""One request in, one delivery out: the route, the fault it meets, and the note that it came. No sockets here."""

from __future__ import annotations

import itertools
import re
import threading
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from roster_import.sandbox.messages import Delivery, Reply, Request, error_document, error_reply, find_route, in_form
from roster_import.sandbox.state import utc_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from roster_import.sandbox.faults import Fault, FaultPlan
    from roster_import.sandbox.messages import Found, Route
    from roster_import.sandbox.state import Clock

_REMEMBERED = 5000
_SECRET_HEADERS = frozenset({"authorization", "x-api-key", "api-key", "cookie"})
_SECRET_FIELD = re.compile(r"(?<=client_secret=)[^&\s]+")
_BODY_SHOWN = 20_000


class System(Protocol):
    """A stand-in for one order system: its documented calls, and what the control endpoints ask of it."""

    @property
    def name(self) -> str:
        """Its name as users write it."""

    def routes(self) -> tuple[Route, ...]:
        """The calls it answers."""

    def orders(self) -> list[dict[str, Any]]:
        """Everything it has taken, oldest first."""

    def forget(self) -> None:
        """Forget everything it has taken."""


class Desk:
    """Answers requests for all stand-ins; faults happen here, whoever is called.

    `control` are the routes under /sandbox: no fault touches them and they are not recorded.
    """

    def __init__(
        self, systems: Sequence[System], faults: FaultPlan, clock: Clock, pause: Callable[[float], object]
    ) -> None:
        self.faults = faults
        self.clock = clock
        self.systems = systems
        self.log = RequestLog()
        self.control: tuple[Route, ...] = ()
        self._routes = all_routes(systems)
        self._pause = pause

    def deliver(self, request: Request) -> Delivery:
        """Carry the request out and say what goes back to the caller."""
        if self.control and request.path.startswith("/sandbox/"):
            return Delivery(reply=_answer(request, find_route(self.control, request)))
        route = find_route(self._routes, request)
        purposes = ("unknown",) if isinstance(route, int) else route[0].purposes
        fault = self.faults.pick(purposes, request)
        entry = self.log.add(request, fault, self.clock.now())
        delivery = self._with_fault(request, route, fault) if fault else Delivery(reply=_answer(request, route))
        entry["status"] = delivery.status
        return self._in_form(request, delivery)

    def orders(self) -> list[dict[str, Any]]:
        """Everything taken so far, oldest first, each with the name of its order system."""
        return [{"system": one.name, **order} for one in self.systems for order in one.orders()]

    def reset(self) -> None:
        """Forget everything: orders, requests and faults; the time is the machine's again."""
        for system in self.systems:
            system.forget()
        self.log.clear()
        self.faults.clear()
        self.clock.reset()

    def _in_form(self, request: Request, delivery: Delivery) -> Delivery:
        """The delivery, with an error that no system has written in the form of the system that was called."""
        if delivery.reply is None or not delivery.reply.problem:
            return delivery
        start = _system_part(request.path)
        errors = next((one.errors for one in self._routes if _system_part(one.path) == start), error_document)
        return replace(delivery, reply=in_form(delivery.reply, errors))

    def _with_fault(self, request: Request, found: Found, fault: Fault) -> Delivery:
        effect = fault.effect
        if effect.waits:
            self._pause(float(fault.setting))
        if effect.fate:
            request = replace(request, fate=effect.fate, fate_value=fault.setting)
        return effect.deliver(_answer(request, found) if effect.takes else None, fault.setting)


def _answer(request: Request, found: Found) -> Reply:
    if isinstance(found, int):
        return error_reply(found, f"{request.method} {request.path} is not served here")
    route, values = found
    return route.answer(replace(request, values=values), route.number(values))


def _system_part(path: str) -> str:
    """The beginning that the paths of one system have in common, at least those of one kind: /api/v1, /api/orders."""
    return "/".join(path.split("/")[:3])


def all_routes(systems: Sequence[System]) -> tuple[Route, ...]:
    """Every call of every system, each with its system's name."""
    return tuple(replace(route, system=system.name) for system in systems for route in system.routes())


class RequestLog:
    """The requests that came, the newest few thousand of them, without anybody's key."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counter = itertools.count(1)
        self._entries: deque[dict[str, Any]] = deque(maxlen=_REMEMBERED)

    def add(self, request: Request, fault: Fault | None, now: float) -> dict[str, Any]:
        """Note a request; its status is filled in once it is known (0: no answer was sent, None: not yet)."""
        headers = {name: "…" if name in _SECRET_HEADERS else value for name, value in request.headers.items()}
        with self._lock:
            entry = {
                "sequence": next(self._counter),
                "atUtc": utc_text(now),
                "at": now,
                "method": request.method,
                "path": request.target,
                "idempotencyKey": request.header("idempotency-key") or None,
                "status": None,
                "fault": fault.kind if fault else None,
                "headers": headers,
                "body": _SECRET_FIELD.sub("…", request.body[:_BODY_SHOWN].decode("utf-8", "replace")),
            }
            self._entries.append(entry)
        return entry

    def entries(self) -> list[dict[str, Any]]:
        """The requests, oldest first."""
        with self._lock:
            return [dict(entry) for entry in self._entries]

    def clear(self) -> None:
        """Forget them."""
        with self._lock:
            self._entries.clear()
