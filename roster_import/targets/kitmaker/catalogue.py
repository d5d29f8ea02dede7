"""KitMaker's designs and logos: the requests that read them, and what the answers say.

Sources: KitMaker › Designs › Design object, Retrieve a design, Get thumbnail image; Logos › Logo object, Retrieve a logo,
Retrieve multiple logos; Pagination. There is no list of designs and no look-up of a design by its MUL. Fields are found
whatever their case (`HeightInMM`, `widthInMM`); what is missing or of another kind is left empty.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from roster_import.errors import AnswerLost
from roster_import.language.messages import say
from roster_import.model.remote_catalogue import Design, Fee, Logo, PlacedLogo, Tier
from roster_import.model.request import Request
from roster_import.targets.answers import json_object, must_tell, objects_of, printable, whole_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from roster_import.model.request import Reply

MOST_PER_PAGE = 25
"""The most logos on one page (KitMaker › Retrieve multiple logos)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoPage:
    """One page of the list of logos: no prices, no fees; `pages` and `total` as the envelope says, 0 where it does not."""

    logos: tuple[Logo, ...]
    page: int = 1
    pages: int = 0
    total: int = 0


def design_request(number: int) -> Request:
    """`GET /api/design/{designId}`."""
    return Request(method="GET", path=f"/api/design/{number}")


def logo_request(number: int) -> Request:
    """`GET /api/logo/{logoId}`."""
    return Request(method="GET", path=f"/api/logo/{number}")


def logos_request(page: int, search: str = "", limit: int = MOST_PER_PAGE) -> Request:
    """`GET /api/logos?page&limit&search`; `search` is part of a title, in any case."""
    query = {"page": page, "limit": limit, **({"search": search} if search else {})}
    return Request(method="GET", path=f"/api/logos?{urlencode(query)}")


def picture_request(number: int) -> Request:
    """`POST /api/design/{designId}/thumbnail`: a read, though it is a POST; no body is documented."""
    headers = {"Content-Type": "application/json"}
    return Request(method="POST", path=f"/api/design/{number}/thumbnail", body="{}", headers=headers)


# ------------------------------------------------------------------------------------------------- what is answered


def design(reply: Reply) -> Design | None:
    """The design of an answer; None where there is none (404). Raises `NotTold` or `AnswerLost`."""
    document = _document(reply)
    return None if document is None else _design(document)


def logo(reply: Reply) -> Logo | None:
    """The logo of an answer; None where there is none (404). Raises `NotTold` or `AnswerLost`."""
    document = _document(reply)
    return None if document is None else _logo(document, whole=True)


def logo_page(reply: Reply) -> LogoPage:
    """A page of the list. Raises `NotTold` or `AnswerLost`."""
    document = _document(reply)
    items = None if document is None else document.get("items")
    if document is None or not isinstance(items, list):
        raise AnswerLost(say("The order system's answer is no page of logos."))
    shown = [_folded(item) for item in items if isinstance(item, dict)]
    return LogoPage(
        logos=tuple(_logo(item, whole=False) for item in shown if whole_of(item.get("logoid")) is not None),
        page=whole_of(document.get("page")) or 1,
        pages=whole_of(document.get("totalpages")) or 0,
        total=whole_of(document.get("totalcount")) or 0,
    )


def picture(reply: Reply) -> bytes:
    """The picture of a thumbnail answer, or the one in a logo's `LowResBase64`; empty where there is none."""
    document = _document(reply) or {}
    text = str(document.get("base64") or document.get("lowresbase64") or "")
    try:
        return base64.b64decode(re.sub(r"^data:[^,]*,", "", text), validate=False)
    except (binascii.Error, ValueError):
        return b""


def _document(reply: Reply) -> dict[str, Any] | None:
    """The answer's object, its names folded; None for a 404 in the documented form of an error."""
    # A 404 of any other form may be a proxy's, or an address with too much or too little in it.
    if reply.code == 404 and '"error"' in reply.text:
        return None
    must_tell(reply)
    return _folded(json_object(reply))


def _folded(document: Mapping[str, Any]) -> dict[str, Any]:
    return {str(name).casefold(): value for name, value in document.items()}


def _design(document: Mapping[str, Any]) -> Design:
    number = whole_of(document.get("designid"))
    if number is None:
        raise AnswerLost(say("The order system's answer is no design: it has no designId."))
    placed = document.get("designlogos")
    return Design(
        id=number,
        code=_text(document.get("designitemno")) or _text(document.get("designmul")) or None,
        title=_text(document.get("title")),
        heating=_text(document.get("heatingcode")),
        style=whole_of(document.get("styleid")),
        logos=tuple(_placements(placed)) if isinstance(placed, list) else None,
    )


def _placements(placed: Iterable[object]) -> Iterable[PlacedLogo]:
    for placement in placed:
        fields = _folded(placement) if isinstance(placement, dict) else {}
        number = whole_of(fields.get("logoid"))
        if number is not None:
            yield PlacedLogo(id=number, code=_text(fields.get("logoitemno")) or None, view=_text(fields.get("view")))


def _logo(document: Mapping[str, Any], *, whole: bool) -> Logo:
    number = whole_of(document.get("logoid"))
    if number is None:
        raise AnswerLost(say("The order system's answer is no logo: it has no logoId."))
    colours = (_folded(colour) for colour in objects_of(document.get("colors")))
    return Logo(
        id=number,
        code=_text(document.get("logoitemno")) or _text(document.get("logosku")) or None,
        title=_text(document.get("title")),
        type=_text(document.get("logotype")),
        status=_text(document.get("status")),
        width=_text(document.get("widthinmm")),
        height=_text(document.get("heightinmm")),
        method=_text(document.get("transfermethodkey")),
        colours=tuple(_text(colour.get("name")) or _text(colour.get("id")) for colour in colours),
        storage=whole_of(document.get("storagecount")),
        tiers=_tiers(document.get("prices")),
        fees=tuple(_fee(_folded(fee)) for fee in objects_of(document.get("additionalfees"))),
        whole=whole,
    )


def _fee(document: Mapping[str, Any]) -> Fee:
    return Fee(
        kind=_text(document.get("type")),
        code=_text(document.get("sku")),
        name=_text(document.get("name")),
        tiers=_tiers(document.get("prices")),
    )


def _tiers(value: object) -> tuple[Tier, ...]:
    """The tiers that have a quantity, a price and a currency, lowest first; others cannot be reckoned with."""
    tiers = []
    for tier in map(_folded, objects_of(value)):
        least, price, currency = (
            whole_of(tier.get("minquantity")),
            _money(tier.get("unitprice")),
            _text(tier.get("currency")),
        )
        if least is not None and price is not None and currency:
            tiers.append(Tier(least=least, price=price, currency=currency))
    return tuple(sorted(tiers, key=lambda tier: tier.least))


def _money(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return None
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def _text(value: object) -> str:
    """A value as text made safe to show; empty for null and for what is no text or number."""
    if value is None or isinstance(value, bool | dict | list):
        return ""
    return printable(str(value))
