"""The office's pages, behind a login."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from roster_import.page.pages import answer
from roster_import.page.sign_in import routes as sign_in_routes
from roster_import.page.sign_in import signed_in
from roster_import.page.site import site_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


def routes() -> Sequence[BaseRoute]:
    """The office's addresses."""
    return [*sign_in_routes(), Route("/office", _clubs)]


async def _clubs(request: Request) -> Response:
    session = signed_in(request)
    clubs = await run_in_threadpool(lambda: sorted({link.club for _, link in site_of(request).links.all()}))
    return answer(request, "office_clubs.html", session=session, clubs=clubs)
