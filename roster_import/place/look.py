"""A look at an order system before an order is placed: a target's talk in which nothing can place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.place.conversation import hold, understood
from roster_import.targets.protocol import Ask

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from roster_import.model.request import Reply, Request
    from roster_import.targets.protocol import Look


class Looks:
    """Goes through with talks that only ask; what several of them ask is asked once."""

    def __init__(self, send: Callable[[Request, Callable[[Reply], Any]], Awaitable[Any]]) -> None:
        self._send = send
        self._told: dict[tuple[str, str, str | None], Any] = {}

    async def go_through(self, talk: Look) -> Any:
        """What a talk ends with. Raises `NoAnswer`."""
        return await hold(talk, self._asked)

    async def _asked(self, step: object) -> Any:
        if not isinstance(step, Ask):
            raise TypeError(f"a look does nothing but ask, and this is a step of another kind: {step}")
        request = step.request
        key = (request.method, request.path, request.body)
        if key not in self._told:
            self._told[key] = await self._send(request, understood(step.read))
        return self._told[key]
