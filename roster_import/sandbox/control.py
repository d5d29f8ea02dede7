"""The endpoints under /sandbox: ours, and no order system's. They say what happened and ask for what shall.

GET    /sandbox/orders     everything taken: keys, bodies, status, how many requests        DELETE forgets it
GET    /sandbox/requests   every request that came, and what was answered                   DELETE forgets them
GET    /sandbox/faults     what was asked for and how often it happened                     DELETE asks for none
POST   /sandbox/faults     a specification, a list of them, or {"faults": [...]}
GET    /sandbox/clock      the time                    POST {"advance": 30} or {"now": "2026-05-05T13:14:30Z"}
POST   /sandbox/reset      everything as new
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.errors import SandboxError
from roster_import.sandbox.faults import fault_from
from roster_import.sandbox.messages import Reply, Request, Route, error_reply, json_reply
from roster_import.sandbox.state import read_moment, utc_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.sandbox.desk import Desk


def control_routes(desk: Desk) -> tuple[Route, ...]:
    """The control endpoints of that desk."""
    controls = _Controls(desk)
    calls: tuple[tuple[str, str, Callable[[Request], Any]], ...] = (
        ("GET", "orders", controls.orders),
        ("DELETE", "orders", controls.forget_orders),
        ("GET", "requests", controls.requests),
        ("DELETE", "requests", controls.forget_requests),
        ("GET", "faults", controls.faults),
        ("POST", "faults", controls.add_faults),
        ("DELETE", "faults", controls.clear_faults),
        ("GET", "clock", controls.time),
        ("POST", "clock", controls.set_time),
        ("POST", "reset", controls.reset),
    )
    return tuple(
        Route(purpose="control", method=method, path=f"/sandbox/{name}", answer=_answering(call))
        for method, name, call in calls
    )


def _answering(call: Callable[[Request], Any]) -> Callable[[Request, int], Reply]:
    def answer(request: Request, _: int) -> Reply:
        try:
            return json_reply(call(request))
        except SandboxError as error:
            return error_reply(400, error.message)

    return answer


class _Controls:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def orders(self, request: Request) -> Any:
        wanted = request.query.items()
        kept = [one for one in self._desk.orders() if all(str(one.get(name)) == value for name, value in wanted)]
        return {"orders": kept}

    def forget_orders(self, _: Request) -> Any:
        for system in self._desk.systems:
            system.forget()
        return {"orders": []}

    def requests(self, _: Request) -> Any:
        return {"requests": self._desk.log.entries()}

    def forget_requests(self, request: Request) -> Any:
        self._desk.log.clear()
        return self.requests(request)

    def faults(self, _: Request) -> Any:
        return {"faults": self._desk.faults.documents()}

    def add_faults(self, request: Request) -> Any:
        self._desk.faults.add([fault_from(one) for one in _asked_for(request.body)])
        return self.faults(request)

    def clear_faults(self, request: Request) -> Any:
        self._desk.faults.clear()
        return self.faults(request)

    def time(self, _: Request) -> Any:
        return {"now": utc_text(self._desk.clock.now())}

    def reset(self, request: Request) -> Any:
        self._desk.reset()
        return self.time(request)

    def set_time(self, request: Request) -> Any:
        _move(self._desk, _document(request.body))
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


def _document(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(body)
    except ValueError:
        document = None
    if not isinstance(document, dict):
        raise SandboxError("The body must be a JSON object.")
    return document


def _move(desk: Desk, document: dict[str, Any]) -> None:
    try:
        if "now" in document:
            desk.clock.set(read_moment(document["now"]))
        else:
            desk.clock.advance(float(document["advance"]))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise SandboxError('Write {"advance": seconds} or {"now": "2026-05-05T13:14:30Z"}.') from error
