"""Signing in and out of the office's pages, and what a form of theirs must bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from roster_import.language.messages import say
from roster_import.page.pages import answer
from roster_import.page.rates import Rate
from roster_import.page.sessions import is_same
from roster_import.page.site import site_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from roster_import.page.sessions import Session
    from roster_import.page.site import Site

_TRIES, _OF_ALL, _SPAN = 8, 100, 600.0  # for one user, and from one address, within ten minutes
_AT_ONCE = 2  # passwords looked at side by side: each takes 64 MB and a processor for a moment


def routes() -> Sequence[BaseRoute]:
    """The addresses of signing in and out."""
    return [
        Route("/office/sign-in", _ask, methods=["GET"]),
        Route("/office/sign-in", _try, methods=["POST"]),
        Route("/office/sign-out", _leave, methods=["POST"]),
    ]


def signed_in(request: Request) -> Session:
    """Who of the office asks. Whoever is not signed in, may not any more, or has another password by now is sent there."""
    site = site_of(request)
    session = site.sessions.known(request.cookies.get(_cookie(site), ""))
    if session is None or session.mark != site.users.mark(session.user):
        raise HTTPException(303, headers={"location": "/office/sign-in"})
    return session


async def form_of_office(request: Request) -> tuple[Session, FormData]:
    """Who of the office sends a form, and the form; refused where it does not bring back the number we gave it."""
    session = signed_in(request)
    form = await request.form(max_files=0, max_fields=50)
    if not is_same(str(form.get("token", "")), session.token):
        raise HTTPException(403)
    return session, form


async def _ask(request: Request) -> Response:
    return answer(request, "office_sign_in.html", user="", trouble=None)


async def _try(request: Request) -> Response:
    site = site_of(request)
    form = await request.form(max_files=0, max_fields=4)
    name, password = str(form.get("user", "")), str(form.get("password", ""))
    tried = _tried(request, name)
    if not all(rate.take(key) for rate, key in tried):
        trouble = say("Too many tries. Wait ten minutes, then sign in again.")
        return answer(request, "office_sign_in.html", status=429, user=name, trouble=trouble)
    async with _turn(request):
        user = await anyio.to_thread.run_sync(site.users.who, name, password)
    if user is None:
        trouble = say("User or password is wrong. Try again, or ask whoever keeps this page for a new password.")
        return answer(request, "office_sign_in.html", status=403, user=name, trouble=trouble)
    for rate, key in tried:
        rate.forget(key)
    return _entered(request, site.sessions.begin(user, site.users.mark(user) or "").number)


def _entered(request: Request, number: str) -> Response:
    site, response = site_of(request), RedirectResponse("/office", 303)
    hours = int(site.options.session_hours * 3600)
    response.set_cookie(
        _cookie(site),
        number,
        max_age=hours,
        path="/",
        secure=site.options.is_encrypted,
        httponly=True,
        samesite="strict",
    )
    return response


async def _leave(request: Request) -> Response:
    session, _ = await form_of_office(request)
    site = site_of(request)
    site.sessions.end(session.number)
    response = RedirectResponse("/office/sign-in", 303)
    response.delete_cookie(_cookie(site))
    return response


def _cookie(site: Site) -> str:
    """The name of the cookie; browsers take one called so over https alone (RFC 6265bis, 4.1.3.2)."""
    return "__Host-office" if site.options.is_encrypted else "office"


def _tried(request: Request, name: str) -> tuple[tuple[Rate, str], ...]:
    """What is counted of a try: whose name it is for, and where it comes from."""
    state, clock = request.app.state, site_of(request).clock
    if not hasattr(state, "tries"):
        state.tries = tuple(Rate(most=most, seconds=_SPAN, clock=clock) for most in (_TRIES, _OF_ALL))
    of_user, of_address = state.tries
    return (of_user, name.strip().casefold()[:100]), (of_address, request.client.host if request.client else "")


def _turn(request: Request) -> anyio.CapacityLimiter:
    state = request.app.state
    if not hasattr(state, "looking"):
        state.looking = anyio.CapacityLimiter(_AT_ONCE)
    limiter: anyio.CapacityLimiter = state.looking
    return limiter
