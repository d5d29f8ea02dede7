"""A draft signed: the proof as the coach saw it, with name and day, beside the roster in the club's folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.advice import for_a_coach
from roster_import.language.messages import say
from roster_import.page.coach.desk import signing_key
from roster_import.page.coach.earlier_order import earlier_order, is_used
from roster_import.page.examiner import draw
from roster_import.page.references import unnamed_order
from roster_import.page.signed import Signed, digest_of, sign
from roster_import.write.proof.parts import SignedBy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.order import Order
    from roster_import.model.report import Checked
    from roster_import.page.coach.desk import CoachDesk
    from roster_import.page.drafts import Draft
    from roster_import.page.examiner import DrawnProof
    from roster_import.page.links import Coach

_LONGEST = 100  # characters of a name


class NotSigned(UsageError):
    """Something about a signature has to be done differently."""


def sign_draft(desk: CoachDesk, coach: Coach, id_: str, form: Mapping[str, str], language: str) -> None:
    """Sign a coach's draft as a form says. Raises `NotSigned`, and `WriteError` where it cannot be written.

    What is signed is what was looked at: a proof with another code than the one the coach saw is not signed.
    """
    by, reference = _signed_by(form), _reference(form)
    with desk.locks.of(id_):
        draft = desk.find(coach, id_)
        if draft is None or draft.is_signed:
            return
        checked = desk.look(draft, afresh=True)
        by = _signing(desk, draft, by)
        drawn = _drawn(desk, checked, language, by)
        if checked.errors or not drawn.code or drawn.code != form.get("code"):
            raise _not_as_shown()
        if unnamed_order(checked, draft):
            _check_told(desk, draft, reference, form)
            draft, checked, drawn = _named(desk, draft, reference, language, by)
        signed = Signed(
            key=signing_key(draft),
            club=draft.club,
            name=draft.name,
            digest="",
            by=by.name,
            on=by.day.isoformat(),
            at=desk.site.now().isoformat(timespec="seconds"),
            code=drawn.code or "",
            answers=draft.answers,
        )
        desk.examiner.remember(draft, checked)
        given = sign(desk.site, signed, desk.drafts.content(draft), drawn.html)
        desk.drafts.sign(draft, given.key, given.name, desk.site.now())


def to_be_signed(desk: CoachDesk, draft: Draft, checked: Checked, given: Mapping[str, str]) -> dict[str, object]:
    """What the form to sign shows: what was given so far, the name of the order, and what was ordered before."""
    unnamed = unnamed_order(checked, draft)
    today = desk.site.now().astimezone().date().isoformat()
    shown = {"looked": "", "name": "", "date": today, "reference": unnamed, **given}
    named = [_called(order, shown["reference"]) for order in checked.orders] if unnamed else checked.orders
    return {"unnamed": unnamed, "given": shown, "earlier": earlier_order(named, desk.orders_before(draft.club))}


def said_once_signed(desk: CoachDesk, draft: Draft, signed: Signed | None) -> str:
    """What the office does with a signed list all of which was ordered before; empty where it is another."""
    if signed is None:
        return ""
    before = [entry for entry in desk.orders_before(signed.club) if not entry.file.endswith(f"/{signed.name}")]
    earlier = earlier_order(desk.examiner.look(draft).orders, before) if before else None
    return earlier.once_signed if earlier else ""


def _called(order: Order, reference: str) -> Order:
    return replace(order, details=replace(order.details, reference=reference))


def _signing(desk: CoachDesk, draft: Draft, by: SignedBy) -> SignedBy:
    """Who signs, with the very file, and with what was left as it is."""
    return replace(by, left=desk.left_as_is(draft), roster=digest_of(desk.drafts.content(draft)))


def _drawn(desk: CoachDesk, checked: Checked, language: str, by: SignedBy) -> DrawnProof:
    return draw(checked, language, desk.site.now().astimezone().date(), by)


def _check_told(desk: CoachDesk, draft: Draft, reference: str, form: Mapping[str, str]) -> None:
    """An order has a name, and what was ordered by that name before is told before it is signed."""
    if not reference:
        raise NotSigned(say("Give this order a name, then sign."))
    if reference != form.get("told") and is_used(reference, desk.orders_before(draft.club)):
        raise NotSigned(say("An order of this name was placed before. Look at what is ordered now, then sign."))


def _named(
    desk: CoachDesk, draft: Draft, reference: str, language: str, by: SignedBy
) -> tuple[Draft, Checked, DrawnProof]:
    """The draft with the reference written into its file, which orders then just what was looked at."""
    under = desk.examiner.look(draft, afresh=True, reference=reference)
    if under.errors:
        raise NotSigned(for_a_coach(under.errors[0].message))
    named = desk.name_order(draft, reference, language)
    by = _signing(desk, named, by)
    checked = desk.look(named, afresh=True)
    drawn = _drawn(desk, checked, language, by)
    if checked.errors or drawn.code != _drawn(desk, under, language, by).code:
        desk.drafts.undo(named, desk.site.now())
        raise _not_as_shown()
    return named, checked, drawn


def _not_as_shown() -> NotSigned:
    return NotSigned(
        say("What is ordered has changed since this page was shown. Look at every shirt again, then sign.")
    )


def _reference(form: Mapping[str, str]) -> str:
    return " ".join(form.get("reference", "").split())[:_LONGEST]


def _signed_by(form: Mapping[str, str]) -> SignedBy:
    name = " ".join(form.get("name", "").split())[:_LONGEST]
    if len(name) < 2 or not name.isprintable():
        raise NotSigned(say("Write your name, as you would sign."))
    try:
        day = date.fromisoformat(form.get("date", ""))
    except ValueError:
        raise NotSigned(say("Write the date as 2026-12-31.")) from None
    if form.get("looked") != "yes":
        raise NotSigned(say("Tick that you have checked every shirt, then sign."))
    return SignedBy(name=name, day=day)
