"""One order of a proof as markup: its details, its designs with their shirts, its loose logos, and a line to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.write.proof.markup import Html, element, joined
from roster_import.write.proof.parts import Where
from roster_import.write.proof.phrases import (
    called,
    item_title,
    level_of,
    notes,
    places,
    references_at,
    remarks_at,
    remarks_of_all,
)
from roster_import.write.proof.remarks import LARGE, said_at
from roster_import.write.proof.shirt import drawing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.order import LogoRef, OrderDetails
    from roster_import.write.proof.parts import DesignPart, LogoPart, OrderPart, Remark, Shirt
    from roster_import.write.proof.wording import Wording

_MOST_ROWS = 6  # rows named at one shirt; a spare in a large club may come from dozens


def order_section(order: OrderPart, words: Wording, *, draft: bool) -> Html:
    """An order from its reference to the line to sign; a draft has no such line."""
    texts = words.texts
    title = texts.order.format(reference=order.reference) if order.reference else texts.no_reference
    return element(
        "section",
        element("h2", element("bdi", title)),
        _facts(order, words),
        _summary(order, words),
        *(_design(design, words) for design in order.designs),
        _logos(order, words),
        None if draft else _approval(order, words),
        class_="order several" if len(order.designs) > 1 else "order",
    )


# ------------------------------------------------------------------------------------------------------- the details


def _facts(order: OrderPart, words: Wording) -> Html:
    texts, goods = words.texts, words.goods(order.pieces, order.loose_logos, "\n")
    pairs = [(texts.in_all, goods), *(_details(order.details, words) if order.details else ())]
    return element("dl", *(_fact(term, said) for term, said in pairs if said), class_="facts")


def _fact(term: str, said: str) -> Html:
    return element("div", element("dt", term), element("dd", _lines(said)))


def _details(details: OrderDetails, words: Wording) -> Sequence[tuple[str, str]]:
    texts, to = words.texts, details.delivery
    attention = texts.contact_person.format(name=to.contact_person) if to.contact_person else ""
    address = (to.name, attention, to.address, f"{to.zip} {to.city}".strip(), words.country(to.country))
    return (
        (texts.deliver_to, _under(*address)),
        (texts.contact, _under(details.contact_name, details.email)),
        (texts.comment, details.comment or ""),
        (texts.origin_of_delivery, details.origin_of_delivery or ""),
        (texts.organization, "" if details.organization_id is None else str(details.organization_id)),
    )


def _under(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _lines(said: str) -> Html:
    """Lines one below the other."""
    return joined(*(element("div", line) for line in said.split("\n")))


def _summary(order: OrderPart, words: Wording) -> Html | None:
    """Pieces per design, where there are several."""
    if len(order.designs) < 2:
        return None
    texts = words.texts
    head = element("tr", _column(texts.design), _column(texts.quantity, "n"), role="row")
    rows = [_sum(item_title(one.design), one.pieces, words) for one in order.designs]
    return _table(head, rows, _sum(texts.total, order.pieces, words), class_="sum")


def _sum(title: str, count: int, words: Wording) -> Html:
    return element("tr", _row_head(title), _count(count, words), role="row")


def _table(head: Html, rows: Sequence[Html], foot: Html | None = None, *, class_: str) -> Html:
    """A table; its roles are said again, as one that is laid out in another way loses them in some browsers."""
    groups = (("thead", (head,)), ("tbody", rows), ("tfoot", (foot,) if foot else ()))
    parts = (element(tag, *lines, role="rowgroup") for tag, lines in groups if lines)
    return element("table", *parts, role="table", class_=class_)


def _column(title: str, class_: str | None = None) -> Html:
    return element("th", title, scope="col", role="columnheader", class_=class_)


def _row_head(*title: str | None) -> Html:
    return element("th", *title, scope="row", role="rowheader")


def _count(count: int, words: Wording) -> Html:
    return element("td", words.number(count), role="cell", class_="n")


# ------------------------------------------------------------------------------------------------------- the shirts


def _design(design: DesignPart, words: Wording) -> Html:
    head = element("div", element("h3", item_title(design.design)), _sizes(design, words), class_="head")
    shirts = (_card(shirt, said_at(design.remarks, shirt.anchor), words) for shirt in design.shirts)
    return element(
        "section",
        head,
        remarks_of_all(design.remarks, words),
        element("ul", *shirts, class_="shirts dense" if len(design.shirts) >= LARGE else "shirts"),
        notes(design.shirts, design.remarks, words),
        class_="design",
        id=design.anchor,
    )


def _sizes(design: DesignPart, words: Wording) -> Html:
    """Pieces per size, laid out in a row."""
    texts = words.texts
    rows = [_size(size or texts.no_size, count, words) for size, count in design.sizes]
    total = _size(texts.total, design.pieces, words, class_="total")
    caption = element("caption", texts.sizes_of.format(design=design.design.label), class_="hid")
    return element("table", caption, element("tbody", *rows, total, role="rowgroup"), class_="sizes", role="table")


def _size(size: str, count: int, words: Wording, class_: str | None = None) -> Html:
    head = element("th", element("bdi", size), scope="row", role="rowheader")
    return element("tr", head, element("td", words.number(count), role="cell"), role="row", class_=class_)


def _card(shirt: Shirt, remarks: Sequence[Remark], words: Wording) -> Html:
    wide = any(one.where is Where.SHIRT for one in remarks)
    return element(
        "li",
        drawing(shirt, words.texts),
        _caption(shirt, remarks, words),
        remarks_at(remarks, words),
        _tick(shirt, words),
        class_=" ".join(filter(None, ("card", level_of(remarks), "wide" if wide else None))),
        id=shirt.anchor,
    )


def _tick(shirt: Shirt, words: Wording) -> Html:
    """A box to tick, with the pen or on the screen; nothing is kept of it."""
    box = element(
        "input", type="checkbox", autocomplete="off", aria_label=f"{words.texts.checked}: {called(shirt, words)}"
    )
    return element("label", box, class_="tick")


def _caption(shirt: Shirt, remarks: Sequence[Remark], words: Wording) -> Html:
    texts = words.texts
    players = ", ".join(player for player in shirt.players if player != shirt.name)
    return element(
        "div",
        _who(shirt, words),
        _much(shirt, words),
        _own(shirt, words),
        element("p", element("bdi", texts.player.format(name=players)), class_="small") if players else None,
        element("p", element("bdi", places(shirt.origins[:_MOST_ROWS])), _more(shirt), class_="small"),
        element("p", element("bdi", shirt.design), class_="small kit"),
        references_at(remarks, words),
        class_="cap",
    )


def _more(shirt: Shirt) -> str | None:
    return " …" if len(shirt.origins) > _MOST_ROWS else None


def _who(shirt: Shirt, words: Wording) -> Html:
    texts = words.texts
    if not shirt.is_printed:
        return element("p", texts.nothing_printed.replace("\n", " "), class_="who none")
    absent = not shirt.values
    number = element("span", shirt.number, class_="nr") if shirt.number else _none(texts.no_number) if absent else None
    name = element("bdi", shirt.name) if shirt.name else _none(texts.no_name) if absent else None
    return element("p", joined(number, name, between=" "), class_="who")


def _none(words: str) -> Html:
    return element("span", words, class_="none")


def _much(shirt: Shirt, words: Wording) -> Html:
    texts = words.texts
    size = element("b", element("bdi", shirt.size)) if shirt.size else _none(texts.no_size)
    count = words.counted(texts.pieces, shirt.quantity) if shirt.quantity else texts.quantity_unknown
    return element("p", size, element("span", count, class_="many" if shirt.quantity != 1 else None), class_="much")


def _own(shirt: Shirt, words: Wording) -> Html | None:
    """The values of single placeholders: what stands there instead of the name or the number."""
    if not shirt.values:
        return None
    title = words.texts.placeholder
    pairs = (
        element("div", element("dt", title.format(id=one.logo_id)), element("dd", element("bdi", one.value)))
        for one in shirt.values
    )
    return element("dl", *pairs, class_="own")


# ------------------------------------------------------------------------------------------------- loose logos, and the end


def _logos(order: OrderPart, words: Wording) -> Html | None:
    logos, texts = order.logos, words.texts
    if not logos:
        return None
    titles = (_column(texts.logo), _column(texts.printed), _column(texts.quantity, "n"), _column(texts.storage, "n"))
    head = element("tr", *titles, _column(texts.rows), role="row")
    rows = [_logo(one, said_at(order.remarks, one.anchor), words) for one in logos]
    return element(
        "section",
        element("h3", texts.loose_title),
        remarks_of_all(order.remarks, words),
        _table(head, rows, class_="sum wide"),
        notes(logos, order.remarks, words),
        class_="design",
        id=order.logos_anchor,
    )


def _logo(one: LogoPart, remarks: Sequence[Remark], words: Wording) -> Html:
    cells = (
        _row_head(item_title(one.logo), references_at(remarks, words), remarks_at(remarks, words)),
        element("td", element("bdi", one.printed), role="cell"),
        _count(one.quantity, words),
        _count(one.storage_quantity, words) if one.storage_quantity else element("td", role="cell", class_="n"),
        element("td", element("bdi", places(one.origins[:_MOST_ROWS])), role="cell", class_="small"),
    )
    return element("tr", *cells, role="row", id=one.anchor, class_=level_of(remarks))


def _approval(order: OrderPart, words: Wording) -> Html:
    texts = words.texts
    goods = words.goods(order.pieces, order.loose_logos)
    blanks = (texts.sign_name, texts.sign_date, texts.sign_signature)
    return element(
        "section",
        element("h3", texts.sign_title),
        element("p", texts.sign.format(reference=order.reference, goods=goods), " ", texts.sign_no_way_back),
        element("ul", *_signed_for(order, words)),  # the line to sign may come to stand on a page of its own
        element("div", *(element("div", blank) for blank in blanks), class_="lines"),
        class_="approve",
    )


def _signed_for(order: OrderPart, words: Wording) -> Iterator[Html]:
    """Each design with its pieces per size, and each loose logo with how many."""
    texts = words.texts
    for design in order.designs:
        sizes = (f"{size or texts.no_size}: {words.number(count)}" for size, count in design.sizes)
        title, total = element("b", item_title(design.design)), words.counted(texts.pieces, design.pieces)
        yield element("li", title, f" {total} – ", element("bdi", " · ".join(sizes)))
    counts: dict[LogoRef, int] = {}
    for logo in order.logos:
        counts[logo.logo] = counts.get(logo.logo, 0) + logo.quantity
    for ref, count in counts.items():
        yield element("li", element("b", item_title(ref)), " ", words.counted(texts.loose_logos, count))
