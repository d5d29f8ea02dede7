"""The coach's pages, reached by the link of a club."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from roster_import.page.pages import answer
from roster_import.page.site import site_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


def routes() -> Sequence[BaseRoute]:
    """The coach's addresses, all below `/c/TOKEN`."""
    return [Route("/c/{token}", _start)]


async def _start(request: Request) -> Response:
    coach = site_of(request).coach(request)
    if coach is None:
        return answer(request, "no_link.html", status=404)
    return answer(request, "coach_start.html", language=coach.language, club=coach.club)
