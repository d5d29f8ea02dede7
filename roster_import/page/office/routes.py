"""The office's pages, behind a login: clubs, their rosters and links, and the button that orders."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from roster_import.errors import RosterImportError
from roster_import.language.messages import Day, say, say_n
from roster_import.page.club_catalogue import has_catalogue, no_catalogue
from roster_import.page.downloads import download_within
from roster_import.page.office.roster_views import roster_seen
from roster_import.page.office.sent_back import LONGEST_NOTE
from roster_import.page.office.sign_in import form_of_office, signed_in
from roster_import.page.office.sign_in import routes as sign_in_routes
from roster_import.page.overview import clubs, grouped, is_club, rosters_of, settings_trouble
from roster_import.page.pages import answer
from roster_import.page.signed import place_of, signed_roster
from roster_import.page.site import site_of
from roster_import.page.wanted import Wanted, WantedState
from roster_import.write.order_words import GARMENT_HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from roster_import.page.differences import Differences
    from roster_import.page.links import Link
    from roster_import.page.office.clerk import Clerk
    from roster_import.page.sessions import Session
    from roster_import.page.signed import Signed


def routes() -> Sequence[BaseRoute]:
    """The office's addresses."""
    return [
        *sign_in_routes(),
        Route("/office", _clubs),
        Route("/office/link", _make_link, methods=["POST"]),
        Route("/office/club/{club}", _club),
        Route("/office/club/{club}/end-links", _end_links, methods=["POST"]),
        Route("/office/roster/{key}", _roster),
        Route("/office/roster/{key}/state", _state),
        Route("/office/roster/{key}/order", _order, methods=["POST"]),
        Route("/office/roster/{key}/send-back", _send_back, methods=["POST"]),
        Route("/office/roster/{key}/file/{kind}", _file),
    ]


# ----------------------------------------------------------------------------------------------------------- looking


async def _clubs(request: Request) -> Response:
    return await _list(request, signed_in(request))


async def _list(
    request: Request, session: Session, *, status: int = 200, trouble: str = "", form: FormData | None = None
) -> Response:
    known = await run_in_threadpool(clubs, site_of(request))
    given = {name: str(form.get(name, "")) if form is not None else "" for name in ("club", "until")}
    return answer(
        request,
        "office_clubs.html",
        status=status,
        session=session,
        groups=grouped(known),
        trouble=trouble,
        given=given,
    )


async def _club(request: Request) -> Response:
    session = signed_in(request)
    return await _of_club(request, session, await _named_club(request))


async def _of_club(
    request: Request, session: Session, club: str, *, link: str = "", trouble: str = "", status: int = 200
) -> Response:
    site = site_of(request)
    rosters = await run_in_threadpool(rosters_of, site, club)
    today = site.now().astimezone().date()
    links = [each for _, each in site.links.all() if each.club == club and each.works_on(today)]
    return answer(
        request,
        "office_club.html",
        status=status,
        session=session,
        club=club,
        rosters=rosters,
        links=[_link_words(each) for each in links],
        link=link,
        trouble=trouble,
        settings_trouble=await run_in_threadpool(settings_trouble, site, club),
        no_catalogue=""
        if await run_in_threadpool(has_catalogue, site.settings, site.folder, club)
        else no_catalogue(club),
    )


def _link_words(link: Link) -> str:
    made = link.made[:10]
    if link.until:
        return say("Made on {made}, works until {until}.", made=Day(made), until=Day(link.until))
    return say("Made on {made}, works until it is ended.", made=Day(made))


async def _named_club(request: Request) -> str:
    club = str(request.path_params["club"])
    if not await run_in_threadpool(is_club, site_of(request), club):
        raise HTTPException(404)
    return club


async def _named_roster(request: Request) -> Signed:
    signed = await run_in_threadpool(signed_roster, site_of(request), str(request.path_params["key"]))
    if signed is None:
        raise HTTPException(404)
    return signed


async def _roster(request: Request) -> Response:
    session = signed_in(request)
    return await _of_roster(request, session, await _named_roster(request))


async def _of_roster(
    request: Request, session: Session, signed: Signed, *, trouble: str = "", note: str = "", status: int = 200
) -> Response:
    seen = await run_in_threadpool(roster_seen, site_of(request), signed)
    return answer(
        request,
        "office_roster.html",
        status=status,
        session=session,
        trouble=trouble,
        note=note,
        longest_note=LONGEST_NOTE,
        signed=signed,
        seen=seen,
        signed_words=say("Signed by {name} on {day}.", name=signed.by, day=Day(signed.on)),
        since_words=_since(seen.differences.reference, seen.differences.placed) if seen.differences else "",
        again_words=_again(seen.differences) if seen.differences and seen.ready else "",
        order_words=say("Order {goods}", goods=seen.goods),
        asked_words=_asked(seen.wanted),
        deviation_words=say_n(
            "{count} thing was confirmed otherwise than it was ordered. Speak to those who run the order system before it is "
            "made:",
            "{count} things were confirmed otherwise than they were ordered. Speak to those who run the order system before "
            "they are made:",
            len(seen.deviations),
        ),
        remark_words=say_n("{count} remark", "{count} remarks", len(seen.remarks)),
        headings=GARMENT_HEADINGS,
    )


def _since(reference: str, placed: str) -> str:
    return say("Compared with order {reference} of {day}", reference=reference, day=Day(placed[:10]))


def _again(differences: Differences) -> str:
    if not differences.again:
        return ""
    return say_n(
        "{count} of these pieces was ordered before as {reference}, and would come once more.",
        "{count} of these pieces were ordered before as {reference}, and would come once more.",
        differences.again,
        reference=differences.reference,
    )


def _asked(wanted: Wanted | None) -> str:
    if wanted is None:
        return ""
    day = Day(wanted.at[:10])
    if wanted.state is WantedState.NOT_PLACED:
        return say("{user} tried to order it on {day}.", user=wanted.user, day=day)
    return say("Ordered by {user} on {day}.", user=wanted.user, day=day)


async def _state(request: Request) -> Response:
    """Whether an order is still under way, for the script that looks again by itself."""
    signed_in(request)
    wanted = await run_in_threadpool(_clerk(request).wanted.get, (await _named_roster(request)).key)
    return JSONResponse({"waiting": wanted is not None and wanted.is_waiting})


async def _file(request: Request) -> Response:
    signed_in(request)
    site, signed = site_of(request), await _named_roster(request)
    path = await run_in_threadpool(place_of, site, signed)
    if path is None:
        raise HTTPException(404)
    kind = str(request.path_params["kind"])
    wanted = _clerk(request).wanted.get(signed.key)
    names = {"roster": path.name, "proof": signed.proof_name, "results": wanted.results if wanted else ""}
    if not names.get(kind):
        raise HTTPException(404)
    return await run_in_threadpool(download_within, site.folder, path.with_name(names[kind]))


# ------------------------------------------------------------------------------------------------------------ acting


async def _order(request: Request) -> Response:
    """Have a roster ordered; however often it is asked for, it is written down and sent once."""
    session, form = await form_of_office(request)
    signed = await _named_roster(request)
    at = site_of(request).now().isoformat(timespec="seconds")
    wanted = Wanted(key=signed.key, user=session.user, at=at, additions=form.get("additions") == "yes")
    await run_in_threadpool(_clerk(request).order, wanted)
    return RedirectResponse(f"/office/roster/{signed.key}", 303)


async def _send_back(request: Request) -> Response:
    """Have a coach change a roster again that was signed; nobody can order it from then on."""
    session, form = await form_of_office(request)
    signed = await _named_roster(request)
    note = str(form.get("note", ""))
    try:
        await run_in_threadpool(_clerk(request).send_back, signed.key, note)
    except RosterImportError as error:
        return await _of_roster(request, session, signed, trouble=error.message, note=note, status=409)
    return RedirectResponse(f"/office/club/{quote(signed.club, safe='')}", 303)


async def _make_link(request: Request) -> Response:
    session, form = await form_of_office(request)
    site = site_of(request)
    club, until = str(form.get("club", "")).strip(), str(form.get("until", "")).strip() or None
    try:
        token = await run_in_threadpool(site.links.make, club, until, site.now())
        await run_in_threadpool(site.club_folder, club)
    except RosterImportError as error:
        return await _list(request, session, status=422, trouble=error.message, form=form)
    return await _of_club(request, session, club, link=f"{_address(request)}/c/{token}")


def _address(request: Request) -> str:
    """Where people reach the page: as the settings say, else as the office does."""
    return site_of(request).options.address or f"{request.url.scheme}://{request.url.netloc}"


async def _end_links(request: Request) -> Response:
    await form_of_office(request)
    site, club = site_of(request), await _named_club(request)
    await run_in_threadpool(site.links.revoke, club)
    left = await run_in_threadpool(is_club, site, club)
    return RedirectResponse(f"/office/club/{quote(club, safe='')}" if left else "/office", 303)


def _clerk(request: Request) -> Clerk:
    clerk: Clerk = request.app.state.clerk
    return clerk
