"""The coach's pages, reached by the link of a club: drop, mend, look, sign."""

from __future__ import annotations

import functools
import html
import re
from datetime import timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from roster_import.errors import RosterImportError, UsageError
from roster_import.language.catalogues import ENGLISH
from roster_import.language.messages import say
from roster_import.page.coach.approval import NotSigned, said_once_signed, sign_draft, to_be_signed
from roster_import.page.coach.desk import CoachDesk, desk_of
from roster_import.page.coach.grid import grid
from roster_import.page.coach.phrases import COACH
from roster_import.page.coach.views import (
    can_be_drawn,
    done_in_words,
    done_to_say,
    of_grid,
    place_of,
    state_words,
    to_do,
    view_of,
)
from roster_import.page.downloads import download
from roster_import.page.pages import answer, browser_language, language_of
from roster_import.page.references import proposal
from roster_import.page.site import site_of
from roster_import.write.reader_language import language_of_workbook
from roster_import.write.template.workbook import template_name

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from roster_import.model.report import Checked
    from roster_import.page.drafts import Draft
    from roster_import.page.links import Coach

_KEPT = timedelta(days=60)  # what nobody signed is forgotten then
_MOST_FIELDS = 3000
_NOTHING = "default-src 'none'"
_POLICY = re.compile(rb'http-equiv="Content-Security-Policy" content="([^"]*)"')


def routes() -> Sequence[BaseRoute]:
    """The coach's addresses, all below `/c/TOKEN`."""
    draft = "/c/{token}/d/{id}"
    return [
        Route("/c/{token}", _start),
        Route("/c/{token}/upload", _upload, methods=["POST"]),
        Route("/c/{token}/template", _template),
        Route(draft, _draft),
        Route(f"{draft}/mend", _mend, methods=["POST"]),
        Route(f"{draft}/answer", _answer, methods=["POST"]),
        Route(f"{draft}/details", _details, methods=["POST"]),
        Route(f"{draft}/remove", _remove, methods=["POST"]),
        Route(f"{draft}/file", _file),
        Route(f"{draft}/proof", _proof),
        Route(f"{draft}/sign", _sign, methods=["GET", "POST"]),
    ]


# ------------------------------------------------------------------------------------------------- who, and which draft


def _for_coach(
    act: Callable[[Request, Coach], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
    """What only the coach of the link may do; to anybody else the link does not work."""

    @functools.wraps(act)
    async def guarded(request: Request) -> Response:
        coach = await run_in_threadpool(site_of(request).coach, request)
        return await act(request, coach) if coach is not None else answer(request, "no_link.html", status=404)

    return guarded


def _for_draft(
    act: Callable[[Request, Coach, Draft], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
    """What is done with one of the link's own drafts; any other there is none."""

    @_for_coach
    async def guarded(request: Request, coach: Coach) -> Response:
        desk = desk_of(request)
        draft = await run_in_threadpool(desk.find, coach, str(request.path_params["id"]))
        if draft is None:
            raise HTTPException(404)
        try:
            return await act(request, coach, draft)
        except RosterImportError as error:
            return await _dropping(request, coach, [error.message], 422)

    return guarded


def _for_change(
    act: Callable[[Request, Coach, Draft, FormData], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
    """What changes a draft, as a form says: of a signed one nothing is changed, and what goes wrong is said beside it."""

    @_for_draft
    async def guarded(request: Request, coach: Coach, draft: Draft) -> Response:
        if draft.is_signed:
            raise HTTPException(409)
        form = await request.form(max_files=0, max_fields=_MOST_FIELDS)
        try:
            return await act(request, coach, draft, form)
        except RosterImportError as error:
            return await _mending(request, coach, draft, trouble=error.message, status=422)

    return guarded


def _at(coach: Coach, draft: Draft | None = None, more: str = "") -> str:
    return f"/c/{coach.token}" + (f"/d/{draft.id}" if draft else "") + more


# ---------------------------------------------------------------------------------------------------------------- drop


@_for_coach
async def _start(request: Request, coach: Coach) -> Response:
    return await _dropping(request, coach)


async def _dropping(request: Request, coach: Coach, trouble: Sequence[str] = (), status: int = 200) -> Response:
    drafts = await run_in_threadpool(desk_of(request).drafts.of_link, coach.key)
    return answer(
        request,
        "coach_start.html",
        status=status,
        language=coach.language,
        club=coach.club,
        base=_at(coach),
        coach=COACH,
        trouble=list(trouble),
        megabytes=say("At most {count} megabytes.", count=site_of(request).options.upload_megabytes),
        most_bytes=site_of(request).options.upload_megabytes * 1_000_000,
        drafts=[(draft, *state_words(draft)) for draft in drafts],
    )


@_for_coach
async def _upload(request: Request, coach: Coach) -> Response:
    site, desk = site_of(request), desk_of(request)
    try:
        form = await request.form(max_files=1, max_fields=4)
    except HTTPException as error:
        if error.status_code != 413:
            raise
        return await _dropping(request, coach, [_too_large(site.options.upload_megabytes)], 413)
    file = form.get("file")
    content = await file.read() if isinstance(file, UploadFile) else b""
    name = (file.filename if isinstance(file, UploadFile) else "") or ""
    if not name or not content:
        return await _dropping(request, coach, [say("Choose a file first. An empty one holds no list.")], 422)
    many = await run_in_threadpool(lambda: len(desk.drafts.of_link(coach.key))) >= site.options.uploads_per_link
    if many or not site.uploads.take(coach.key):
        raise HTTPException(429)
    draft, refused = await run_in_threadpool(_taken, desk, coach, name, content)
    if draft is None:
        return await _dropping(request, coach, refused, 422)
    return RedirectResponse(_at(coach, draft), 303)


def _too_large(most: int) -> str:
    return say(
        "This file has more than {count} megabytes, and nothing of it was kept. Save the list by itself, without pictures and "
        "other sheets, and send that.",
        count=most,
    )


def _taken(desk: CoachDesk, coach: Coach, name: str, content: bytes) -> tuple[Draft | None, list[str]]:
    """The draft of an upload; of a file that cannot be read nothing is kept, and why is said."""
    now = desk.site.now()
    desk.drafts.forget_before(now - _KEPT)
    proposed = proposal(coach.club, name, now, desk.drafts.of_club(coach.club))
    draft = desk.drafts.add(coach.key, coach.club, name, content, now, proposed=proposed)
    try:
        checked = desk.look(draft)
    except UsageError:
        return draft, []  # for the office to set right: the list is kept until then
    except RosterImportError as error:
        desk.drafts.remove(draft)
        return None, [error.message]
    if checked.workbook is None:
        desk.drafts.remove(draft)
        return None, [problem.message for problem in checked.problems]
    desk.leave_as_before(coach, draft, checked)
    return draft, []


@_for_coach
async def _template(request: Request, coach: Coach) -> Response:
    language = language_of(request, coach.language)
    content = await run_in_threadpool(desk_of(request).examiner.blank, coach.club, language)
    return download(content, template_name(language))


# ---------------------------------------------------------------------------------------------------------------- mend


@_for_draft
async def _draft(request: Request, coach: Coach, draft: Draft) -> Response:
    if draft.is_signed:
        signed = await run_in_threadpool(desk_of(request).signed, draft)
        ordered = await run_in_threadpool(desk_of(request).is_ordered, signed)
        said = "" if ordered else await run_in_threadpool(said_once_signed, desk_of(request), draft, signed)
        return _page(
            request,
            "coach_signed.html",
            coach,
            draft,
            language=coach.language,
            signed=signed,
            ordered=ordered,
            said=said,
        )
    return await _mending(request, coach, draft, done=request.query_params.get("done", ""))


async def _mending(
    request: Request, coach: Coach, draft: Draft, *, done: str = "", trouble: str = "", status: int = 200
) -> Response:
    desk = desk_of(request)
    try:
        checked = await run_in_threadpool(desk.look, draft)
    except RosterImportError as error:
        return await _dropping(request, coach, [error.message], 422)
    draft = desk.find(coach, draft.id) or draft
    view = view_of(request.query_params)
    picture = await run_in_threadpool(lambda: grid(checked, view, desk.garments(draft)))
    before = await run_in_threadpool(desk.signed_before, draft, checked)
    return _page(
        request,
        "coach_draft.html",
        coach,
        draft,
        status=status,
        language=_spoken(request, coach, checked),
        view=view,
        place=place_of(view),
        done=done_in_words(done, picture.designs or picture.garments if picture else None),
        trouble=trouble,
        **to_do(checked, draft, picture, before),
        **of_grid(picture),
    )


def _page(
    request: Request,
    template: str,
    coach: Coach,
    draft: Draft,
    *,
    language: str | None,
    status: int = 200,
    **given: object,
) -> Response:
    """A page about a draft."""
    here = {"base": _at(coach), "at": _at(coach, draft), "club": coach.club, "coach": COACH, "draft": draft}
    return answer(request, template, status=status, language=language, **here, **given)


def _spoken(request: Request, coach: Coach, checked: Checked) -> str | None:
    """The language of a draft's pages: that of the link, of a browser that asks for another than English, of the list."""
    asked = browser_language(request)
    return coach.language or (asked if asked != ENGLISH else None) or language_of_workbook(checked)


@_for_change
async def _mend(request: Request, coach: Coach, draft: Draft, form: FormData) -> Response:
    changed, stale = await run_in_threadpool(desk_of(request).mend, coach, draft.id, _texts(form))
    if stale:
        now = desk_of(request).find(coach, draft.id) or draft
        cells = ", ".join(stale[:5])
        message = say(
            "{cells} was changed elsewhere meanwhile: look at what stands there now, and type it again.", cells=cells
        )
        return await _mending(request, coach, now, trouble=message, status=409)
    return _back(coach, draft, form, {"done": done_to_say(changed, _texts(form))} if changed else {})


def _texts(form: FormData) -> dict[str, str]:
    return {name: value for name, value in form.multi_items() if isinstance(value, str)}


def _back(coach: Coach, draft: Draft, form: FormData, more: Mapping[str, str]) -> Response:
    """The draft again, at the part that was looked at; a row that is open stays so until it is saved itself, or emptied."""
    part = ("sheet", "rows", "page") if "save" in form or "clear" in form else ("sheet", "rows", "page", "row")
    kept = {name: str(form[name]) for name in part if form.get(name)}
    asked = urlencode({**kept, **more})
    return RedirectResponse(_at(coach, draft, f"?{asked}#status" if asked else "#status"), 303)


@_for_change
async def _answer(request: Request, coach: Coach, draft: Draft, form: FormData) -> Response:
    understood = await run_in_threadpool(desk_of(request).answer, coach, draft.id, _texts(form))
    if not understood:
        return await _mending(request, coach, draft, trouble=say("Choose one of the answers first."), status=422)
    return _back(coach, draft, form, {})


@_for_change
async def _details(request: Request, coach: Coach, draft: Draft, form: FormData) -> Response:
    checked = await run_in_threadpool(desk_of(request).look, draft)
    language = language_of(request, _spoken(request, coach, checked))
    await run_in_threadpool(desk_of(request).add_details, coach, draft.id, _texts(form), language)
    return _back(coach, draft, form, {})


@_for_draft
async def _remove(request: Request, coach: Coach, draft: Draft) -> Response:
    if not draft.is_signed:
        await run_in_threadpool(desk_of(request).drafts.remove, draft)
    return RedirectResponse(_at(coach), 303)


@_for_draft
async def _file(request: Request, coach: Coach, draft: Draft) -> Response:
    content = await run_in_threadpool(desk_of(request).drafts.content, draft)
    return download(content, draft.name)


# ---------------------------------------------------------------------------------------------------------------- sign


@_for_draft
async def _proof(request: Request, coach: Coach, draft: Draft) -> Response:
    desk = desk_of(request)
    if draft.is_signed:
        kept = await run_in_threadpool(desk.signed_proof, draft)
        if kept is None:
            raise HTTPException(404)
        return download(kept, f"{PurePosixPath(draft.signed_as or draft.name).stem}.signed.html")
    checked = await run_in_threadpool(desk.look, draft)
    drawn = await run_in_threadpool(desk.proof, draft, language_of(request, _spoken(request, coach, checked)))
    own = _POLICY.search(drawn.html, 0, 4096)  # the page's own: nothing but its style sheet
    policy = f"{html.unescape(own[1].decode()) if own else _NOTHING}; frame-ancestors 'self'"
    return Response(drawn.html, media_type="text/html", headers={"content-security-policy": policy})


@_for_draft
async def _sign(request: Request, coach: Coach, draft: Draft) -> Response:
    if draft.is_signed:
        return RedirectResponse(_at(coach, draft), 303)
    if request.method == "GET":
        return await _signing(request, coach, draft)
    form = _texts(await request.form(max_files=0, max_fields=10))
    checked = await run_in_threadpool(desk_of(request).look, draft)
    language = language_of(request, _spoken(request, coach, checked))
    try:
        await run_in_threadpool(sign_draft, desk_of(request), coach, draft.id, form, language)
    except NotSigned as error:
        return await _signing(request, coach, draft, trouble=error.message, given=form, status=422)
    except RosterImportError as error:
        return await _signing(request, coach, draft, trouble=error.message, given=form, status=500)
    return RedirectResponse(_at(coach, draft), 303)


async def _signing(
    request: Request,
    coach: Coach,
    draft: Draft,
    *,
    trouble: str = "",
    given: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    desk = desk_of(request)
    checked = await run_in_threadpool(desk.look, draft)
    if not can_be_drawn(checked):
        return RedirectResponse(_at(coach, draft), 303)
    drawn = await run_in_threadpool(desk.proof, draft, language_of(request, _spoken(request, coach, checked)))
    return _page(
        request,
        "coach_sign.html",
        coach,
        draft,
        status=status,
        language=_spoken(request, coach, checked),
        code=drawn.code or "",
        trouble=trouble,
        **to_be_signed(desk, draft, checked, given or {}),
        **to_do(checked, draft, None),
    )
