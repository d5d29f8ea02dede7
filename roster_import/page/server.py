"""The page put together, and served until it is stopped."""

from __future__ import annotations

import socket
import time
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from roster_import.errors import UsageError
from roster_import.language.catalogues import LANGUAGES
from roster_import.language.messages import say
from roster_import.model.setting_names import is_loopback
from roster_import.page.coach import routes as coach
from roster_import.page.coach.desk import CoachDesk
from roster_import.page.notices import Notices
from roster_import.page.office import routes as office
from roster_import.page.office.clerk import Clerk
from roster_import.page.pages import LANGUAGE_COOKIE, STATIC, answer
from roster_import.page.security import Guarded
from roster_import.page.site import Site, site_of
from roster_import.page.state import Drawer
from roster_import.pipeline.heaps import share_heaps

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request

_YEAR = 365 * 24 * 3600
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - whether somebody asked for it


def application(site: Site, hosts: tuple[str, ...] = ("*",)) -> Guarded:
    """The page of a site; it answers by these names alone, whoever else points a name at this machine."""
    made = Starlette(
        routes=[
            Route("/", _front),
            Route("/language", _choose_language, methods=["POST"]),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
            *office.routes(),
            *coach.routes(),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        ],
        exception_handlers={HTTPException: _refused, 404: _nowhere, 500: _failed},  # type: ignore[dict-item]  # Starlette types them by `Exception`
        lifespan=_lifespan,
    )
    made.state.site = site
    made.state.notices = Notices(site)
    made.state.coach_desk = CoachDesk.of(site)
    made.state.clerk = Clerk(site, made.state.coach_desk.examiner)
    return Guarded(made, site.options.most_bytes)


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    """As long as the page is served: what the office wanted ordered when the last process ended is ordered now."""
    app.state.clerk.begin()
    app.state.notices.begin()
    app.state.coach_desk.examiner.begin()
    yield
    app.state.clerk.stop()
    app.state.notices.stop()
    app.state.coach_desk.examiner.stop()


async def _front(_: Request) -> Response:
    return RedirectResponse("/office", 303)


async def _choose_language(request: Request) -> Response:
    """Remember a reader's language, and show the page again they were on."""
    form = await request.form(max_files=0, max_fields=4)
    path, language = str(form.get("back", "/")), str(form.get("language", ""))
    within = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    response = RedirectResponse(path if within else "/", 303)
    if language in LANGUAGES:
        secure = site_of(request).options.is_encrypted
        response.set_cookie(LANGUAGE_COOKIE, language, max_age=_YEAR, httponly=True, samesite="strict", secure=secure)
    return response


async def _nowhere(request: Request, _: Exception) -> Response:
    return await _problem(request, 404, "nowhere")


async def _refused(request: Request, error: HTTPException) -> Response:
    if error.status_code in (303, 302):
        return RedirectResponse((error.headers or {})["location"], 303)
    named = {413: "too_large", 429: "too_often", 404: "nowhere"}.get(error.status_code, "refused")
    return await _problem(request, error.status_code, named)


async def _failed(request: Request, _: Exception) -> Response:
    return answer(request, "problem.html", status=500, problem="failed", back="")


async def _problem(request: Request, status: int, problem: str) -> Response:
    """What went wrong as a page; a coach reads it in the language of their link, and finds the way back."""
    coach = await run_in_threadpool(site_of(request).coach, request) if "token" in request.path_params else None
    language, back = (coach.language, f"/c/{coach.token}") if coach else (None, "")
    return answer(request, "problem.html", status=status, language=language, problem=problem, back=back)


# ----------------------------------------------------------------------------------------------------------- served


def serve(site: Site, host: str, port: int, listens: Callable[[str], None]) -> None:
    """Serve the page until the process is told to stop; `listens` is told the address once browsers can reach it."""
    share_heaps()
    config = uvicorn.Config(
        application(site, _hosts(site, host)),
        host=host,
        port=port,
        access_log=False,  # the addresses in it are what lets people in
        log_level="error",
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1,::1",  # a web server before this one, on this machine
        timeout_keep_alive=20,
        timeout_graceful_shutdown=5,
        lifespan="on",
    )
    sock = _listening(host, port, config.backlog)
    reached = site.options.address or f"http://{_named(host)}:{sock.getsockname()[1]}"
    remember_address(site, reached)
    listens(reached)
    with suppress(KeyboardInterrupt):  # uvicorn has ended well by then, and raises the signal once more
        uvicorn.Server(config).run(sockets=[sock])


def _listening(host: str, port: int, backlog: int) -> socket.socket:
    """A socket that listens already, so that whoever is told the address reaches it. Raises `UsageError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=backlog)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            say(
                "The page cannot listen on {host}, port {port}: {reason}. Give another.",
                host=host,
                port=port,
                reason=reason,
            )
        ) from error


def remember_address(site: Site, address: str) -> None:
    """Keep where the page is reached and which folder it is of, for whoever makes links."""
    Drawer(folder=site.state).write(
        "served", {"address": address, "folder": str(site.folder.absolute()), "at": time.strftime("%Y-%m-%d")}
    )


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _hosts(site: Site, host: str) -> tuple[str, ...]:
    """The names by which browsers may ask for the page; all where it listens everywhere and nobody said how it is called."""
    named = site.options.address.partition("://")[2].partition(":")[0]
    if host in _EVERYWHERE and not named:
        return ("*",)
    own = ("localhost", "127.0.0.1", "[::1]")
    others = tuple(name for name in (named, _named(host)) if name and not is_loopback(f"http://{name}"))
    return (*own, *others)
