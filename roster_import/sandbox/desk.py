"""One request in, one delivery out: the route, the fault it meets, and the note that it came. No sockets here.

The endpoints under /sandbox are ours, and no order system's. They say what happened and ask for what shall:

GET    /sandbox/orders     everything taken: keys, bodies, status, how many requests        DELETE forgets it
GET    /sandbox/requests   every request that came, and what was answered                   DELETE forgets them
GET    /sandbox/faults     what was asked for and how often it happened                     DELETE asks for none
POST   /sandbox/faults     a specification, a list of them, or {"faults": [...]}
GET    /sandbox/clock      the time                    POST {"advance": 30} or {"now": "2026-05-05T13:14:30Z"}
POST   /sandbox/reset      everything as new
"""

from __future__ import annotations

import itertools
import json
import re
import threading
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from roster_import.sandbox.faults import fault_from
from roster_import.sandbox.messages import (
    Delivery,
    Reply,
    Request,
    Route,
    error_document,
    error_reply,
    find_route,
    in_form,
    json_reply,
)
from roster_import.sandbox.state import read_moment, utc_text
from roster_import.sandbox.switches import SandboxError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from roster_import.sandbox.faults import Fault, FaultPlan
    from roster_import.sandbox.messages import Found
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

    `routes` are the calls of its systems. `control` are the routes under /sandbox: no fault touches them and they are
    not recorded.
    """

    def __init__(
        self,
        systems: Sequence[System],
        routes: Sequence[Route],
        faults: FaultPlan,
        clock: Clock,
        pause: Callable[[float], object],
    ) -> None:
        self.faults = faults
        self.clock = clock
        self.systems = systems
        self.log = RequestLog()
        self.control: tuple[Route, ...] = ()
        self._routes = routes
        self._pause = pause
        self._late: list[threading.Thread] = []

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
        return [{"system": system.name, **order} for system in self.systems for order in system.orders()]

    def forget_orders(self) -> None:
        """Forget what every system has taken."""
        for system in self.systems:
            system.forget()

    def reset(self) -> None:
        """Forget everything: orders, requests and faults; the time is the machine's again."""
        self.forget_orders()
        self.log.clear()
        self.faults.clear()
        self.clock.reset()

    def _in_form(self, request: Request, delivery: Delivery) -> Delivery:
        """The delivery, with an error that no system has written in the form of the system that was called."""
        if delivery.reply is None or not delivery.reply.problem:
            return delivery
        start = _system_part(request.path)
        errors = next((route.errors for route in self._routes if _system_part(route.path) == start), error_document)
        return replace(delivery, reply=in_form(delivery.reply, errors))

    def _with_fault(self, request: Request, called: Found, fault: Fault) -> Delivery:
        effect = fault.effect
        if effect.waits:
            self._pause(float(fault.setting))
        if effect.later:
            self._carry_out_later(request, called, float(fault.setting))
        if effect.fate:
            request = replace(request, fate=effect.fate, fate_value=fault.setting)
        return effect.deliver(_answer(request, called) if effect.takes else None, fault.setting)

    def _carry_out_later(self, request: Request, called: Found, seconds: float) -> None:
        def late() -> None:
            if not self._pause(seconds):  # else the sandbox closes
                _answer(request, called)

        self._late.append(threading.Thread(target=late, daemon=True))
        self._late[-1].start()

    def end(self) -> None:
        """Wait for what is carried out late; it is given up where the pause was cut short."""
        for thread in self._late:
            thread.join()


def _answer(request: Request, called: Found) -> Reply:
    if isinstance(called, int):
        return error_reply(called, f"{request.method} {request.path} is not served here")
    route, values = called
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


# ------------------------------------------------------------------------------------------------------------- /sandbox


def control_routes(desk: Desk) -> tuple[Route, ...]:
    """The control endpoints of that desk."""
    controls = _Controls(desk)
    calls: Mapping[str, Callable[[Request], Any]] = {
        "GET orders": controls.orders,
        "DELETE orders": controls.forget_orders,
        "GET requests": controls.requests,
        "DELETE requests": controls.forget_requests,
        "GET faults": controls.faults,
        "POST faults": controls.add_faults,
        "DELETE faults": controls.clear_faults,
        "GET clock": controls.time,
        "POST clock": controls.set_time,
        "POST reset": controls.reset,
    }
    return tuple(_control_route(call_name, call) for call_name, call in calls.items())


def _control_route(call_name: str, call: Callable[[Request], Any]) -> Route:
    method, name = call_name.split()

    def answer(request: Request, _: int) -> Reply:
        try:
            return json_reply(call(request))
        except SandboxError as error:
            return error_reply(400, error.message)

    return Route(purpose="control", method=method, path=f"/sandbox/{name}", answer=answer)


class _Controls:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def orders(self, request: Request) -> Any:
        wanted = request.query.items()
        taken = self._desk.orders()
        return {"orders": [order for order in taken if all(str(order.get(name)) == value for name, value in wanted)]}

    def forget_orders(self, _: Request) -> Any:
        self._desk.forget_orders()
        return {"orders": []}

    def requests(self, _: Request) -> Any:
        return {"requests": self._desk.log.entries()}

    def forget_requests(self, request: Request) -> Any:
        self._desk.log.clear()
        return self.requests(request)

    def faults(self, _: Request) -> Any:
        return {"faults": self._desk.faults.documents()}

    def add_faults(self, request: Request) -> Any:
        self._desk.faults.add([fault_from(asked) for asked in _asked_for(request.body)])
        return self.faults(request)

    def clear_faults(self, request: Request) -> Any:
        self._desk.faults.clear()
        return self.faults(request)

    def time(self, _: Request) -> Any:
        return {"now": utc_text(self._desk.clock.now())}

    def set_time(self, request: Request) -> Any:
        _move(self._desk.clock, request.body)
        return self.time(request)

    def reset(self, request: Request) -> Any:
        self._desk.reset()
        return self.time(request)


def _asked_for(body: bytes) -> list[Any]:
    """A body's faults: JSON, or plain text with one specification a line."""
    try:
        document = json.loads(body)
    except ValueError:
        return [line for line in body.decode("utf-8", "replace").splitlines() if line.strip()]
    if isinstance(document, dict):
        document = document.get("faults", [document])
    return document if isinstance(document, list) else [document]


def _move(clock: Clock, body: bytes) -> None:
    try:
        document = json.loads(body)
    except ValueError:
        document = None
    if not isinstance(document, dict):
        raise SandboxError("The body must be a JSON object.")
    try:
        if "now" in document:
            clock.set(read_moment(document["now"]))
        else:
            clock.advance(float(document["advance"]))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise SandboxError('Write {"advance": seconds} or {"now": "2026-05-05T13:14:30Z"}.') from error
