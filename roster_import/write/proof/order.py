"""One order of a proof as markup: its details, its designs with their garments, its loose logos, and a line to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.write.proof.page import LARGE, said_at
from roster_import.write.proof.parts import Where
from roster_import.write.proof.phrases import (
    Html,
    called,
    element,
    item_title,
    joined,
    level_of,
    notes,
    placeholder,
    places,
    references_at,
    remarks_at,
    remarks_of_all,
    text,
)
from roster_import.write.proof.picture import NO_NAME, NO_NUMBER, drawing, nothing_printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.order import LogoRef, OrderDetails
    from roster_import.write.proof.parts import DesignPart, Garment, LogoPart, OrderPart, Page, Remark, SignedBy
    from roster_import.write.proof.phrases import Wording

_TOTAL, _NO_SIZE = say("Total", "proof"), say("no size", "proof")
_MOST_ROWS = 6  # rows named at one garment; a spare in a large club may come from dozens


def order_section(order: OrderPart, page: Page, words: Wording) -> Html:
    """An order of a page from its reference to the line to sign, or to who signed; a draft has neither."""
    named = say("Order {reference}", reference=order.reference) if order.reference else say("Order without a reference")
    return element(
        "section",
        element("h2", element("bdi", words.said(named))),
        _facts(order, words),
        _summary(order, words),
        *(_design(design, words, on_paper=page.on_paper) for design in order.designs),
        _logos(order, words),
        None if page.is_draft or not page.on_paper else _approval(order, words, page.signed),
        class_="order several" if len(order.designs) > 1 else "order",
    )


# ------------------------------------------------------------------------------------------------------- the details


def _facts(order: OrderPart, words: Wording) -> Html:
    goods = words.goods(order.pieces, order.loose_logos, "\n")
    pairs = [(words.said(say("In all")), goods), *(_details(order.details, words) if order.details else ())]
    return element("dl", *(_fact(term, said) for term, said in pairs if said), class_="facts")


def _fact(term: str, said: str) -> Html:
    return element("div", element("dt", term), element("dd", _lines(said)))


def _details(details: OrderDetails, words: Wording) -> Sequence[tuple[str, str]]:
    to = details.delivery
    attention = words.said(say("Attn. {name}", name=to.contact_person)) if to.contact_person else ""
    address = (to.name, attention, to.address, f"{to.zip} {to.city}".strip(), words.country(to.country))
    return (
        (words.said(say("Deliver to")), _under(*address)),
        (words.said(say("Contact")), _under(details.contact_name, details.email)),
        (words.said(say("Comment")), details.comment or ""),
        (words.said(say("Delivered from")), details.origin_of_delivery or ""),
        (words.said(say("Organization")), "" if details.organization_id is None else str(details.organization_id)),
    )


def _under(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _lines(said: str) -> Html:
    """Lines one below the other."""
    return joined(*(element("div", _whole(line)) for line in said.split("\n")))


def _whole(line: str) -> Html:
    """A line whose e-mail address, where it is too long, goes on behind its sign and nowhere else."""
    name, at, domain = line.partition("@")
    if not at or " " in line:
        return text(line)
    return joined(element("span", name + at, class_="half"), element("span", domain, class_="half"))


def _summary(order: OrderPart, words: Wording) -> Html | None:
    """Pieces per design, where there are several."""
    if len(order.designs) < 2:
        return None
    head = element("tr", _column(say("Design"), words), _column(say("Quantity"), words, "n"), role="row")
    rows = [_sum(item_title(design.design), design.pieces, words) for design in order.designs]
    return _table(head, rows, _sum(words.said(_TOTAL), order.pieces, words), class_="sum")


def _sum(title: str, count: int, words: Wording) -> Html:
    return element("tr", _row_head(title), _count(count, words), role="row")


def _table(head: Html, rows: Sequence[Html], foot: Html | None = None, *, class_: str) -> Html:
    """A table; its roles are said again, as one that is laid out in another way loses them in some browsers."""
    groups = (("thead", (head,)), ("tbody", rows), ("tfoot", (foot,) if foot else ()))
    parts = (element(tag, *lines, role="rowgroup") for tag, lines in groups if lines)
    return element("table", *parts, role="table", class_=class_)


def _column(title: str, words: Wording, class_: str | None = None) -> Html:
    return element("th", words.said(title), scope="col", role="columnheader", class_=class_)


def _row_head(*title: str | None) -> Html:
    return element("th", *title, scope="row", role="rowheader")


def _count(count: int, words: Wording) -> Html:
    return element("td", words.number(count), role="cell", class_="n")


# ------------------------------------------------------------------------------------------------------- the garments


def _design(design: DesignPart, words: Wording, *, on_paper: bool) -> Html:
    head = element("div", element("h3", item_title(design.design)), _sizes(design, words), class_="head")
    garments = (
        _card(garment, said_at(design.remarks, garment.anchor), words, on_paper=on_paper) for garment in design.garments
    )
    return element(
        "section",
        head,
        remarks_of_all(design.remarks, words),
        element("ul", *garments, class_="garments dense" if len(design.garments) >= LARGE else "garments"),
        notes(design.garments, design.remarks, words),
        class_="design",
        id=design.anchor,
    )


def _sizes(design: DesignPart, words: Wording) -> Html:
    """Pieces per size, laid out in a row."""
    rows = [_size(size or words.said(_NO_SIZE), count, words) for size, count in design.sizes]
    total = _size(words.said(_TOTAL), design.pieces, words, class_="total")
    said = say("Pieces per size of {design}", design=design.design.label)
    caption = element("caption", words.said(said), class_="hid")
    return element("table", caption, element("tbody", *rows, total, role="rowgroup"), class_="sizes", role="table")


def _size(size: str, count: int, words: Wording, class_: str | None = None) -> Html:
    head = element("th", element("bdi", size), scope="row", role="rowheader")
    return element("tr", head, element("td", words.number(count), role="cell"), role="row", class_=class_)


def _card(garment: Garment, remarks: Sequence[Remark], words: Wording, *, on_paper: bool) -> Html:
    wide = any(remark.where is Where.GARMENT for remark in remarks)
    return element(
        "li",
        drawing(garment, words),
        _caption(garment, remarks, words, on_paper=on_paper),
        remarks_at(remarks, words),
        _tick(garment, words) if on_paper else None,
        class_=" ".join(filter(None, ("card", level_of(remarks), "wide" if wide else None))),
        id=garment.anchor,
    )


def _tick(garment: Garment, words: Wording) -> Html:
    """A box to tick, with the pen or on the screen; nothing is kept of it."""
    label = f"{words.said(say('Checked'))}: {called(garment, words)}"
    box = element("input", type="checkbox", autocomplete="off", aria_label=label)
    return element("label", box, class_="tick")


def _caption(garment: Garment, remarks: Sequence[Remark], words: Wording, *, on_paper: bool) -> Html:
    rows = joined(element("bdi", places(garment.origins[:_MOST_ROWS], words)), _more(garment))
    players = ", ".join(player for player in garment.players if player != garment.name)
    whom = words.said(say("for {name}", name=players)) if on_paper else players
    return element(
        "div",
        _who(garment, words),
        _much(garment, words, on_paper=on_paper),
        _own(garment, words),
        element("p", element("bdi", whom), class_="small") if players else None,
        element("p", rows, class_="small") if on_paper else None,
        element("p", element("bdi", garment.design), class_="small kit"),
        references_at(remarks, words),
        class_="cap",
    )


def _more(garment: Garment) -> str | None:
    return " …" if len(garment.origins) > _MOST_ROWS else None


def _who(garment: Garment, words: Wording) -> Html:
    if not garment.is_printed:
        return element("p", nothing_printed(words), class_="who none")
    absent = not garment.values
    number = (
        element("span", garment.number, class_="nr") if garment.number else _none(NO_NUMBER, words) if absent else None
    )
    name = element("bdi", garment.name) if garment.name else _none(NO_NAME, words) if absent else None
    return element("p", joined(number, name, between=" "), class_="who")


def _none(text: str, words: Wording) -> Html:
    return element("span", words.said(text), class_="none")


def _much(garment: Garment, words: Wording, *, on_paper: bool) -> Html:
    """The size and how many; on a screen a single one goes without saying."""
    size = element("b", element("bdi", garment.size)) if garment.size else _none(_NO_SIZE, words)
    if garment.quantity == 1 and not on_paper:
        return element("p", size, class_="much")
    count = words.pieces(garment.quantity) if garment.quantity else words.said(say("quantity unclear"))
    return element("p", size, element("span", count, class_="many" if garment.quantity != 1 else None), class_="much")


def _own(garment: Garment, words: Wording) -> Html | None:
    """The values of single placeholders: what stands there instead of the name or the number."""
    if not garment.values:
        return None
    pairs = (
        element("div", element("dt", words.said(placeholder(value))), element("dd", element("bdi", value.value)))
        for value in garment.values
    )
    return element("dl", *pairs, class_="own")


# ------------------------------------------------------------------------------------------------- loose logos, and the end


def _logos(order: OrderPart, words: Wording) -> Html | None:
    logos = order.logos
    if not logos:
        return None
    columns = (
        _column(say("Logo"), words),
        _column(say("Text or number"), words),
        _column(say("Quantity"), words, "n"),
        _column(say("For storage"), words, "n"),
        _column(say("Row"), words),
    )
    head = element("tr", *columns, role="row")
    rows = [_logo(logo, said_at(order.remarks, logo.anchor), words) for logo in logos]
    return element(
        "section",
        element("h3", words.said(say("Loose logos and numbers"))),
        remarks_of_all(order.remarks, words),
        _table(head, rows, class_="sum wide"),
        notes(logos, order.remarks, words),
        class_="design",
        id=order.logos_anchor,
    )


def _logo(logo: LogoPart, remarks: Sequence[Remark], words: Wording) -> Html:
    cells = (
        _row_head(item_title(logo.logo), references_at(remarks, words), remarks_at(remarks, words)),
        element("td", element("bdi", logo.printed), role="cell"),
        _count(logo.quantity, words),
        _count(logo.storage_quantity, words) if logo.storage_quantity else element("td", role="cell", class_="n"),
        element("td", element("bdi", places(logo.origins[:_MOST_ROWS], words)), role="cell", class_="small"),
    )
    return element("tr", *cells, role="row", id=logo.anchor, class_=level_of(remarks))


def _approval(order: OrderPart, words: Wording, signed: SignedBy | None) -> Html:
    checked = say(
        "I have checked the name, number, size and quantity of everything in order {reference}: {goods}.",
        reference=order.reference,
        goods=words.goods(order.pieces, order.loose_logos),
    )
    no_way_back = say("What has been printed cannot be changed or returned.")
    return element(
        "section",
        element("h3", words.said(say("Approved for printing"))),
        element("p", words.said(checked), " ", words.said(no_way_back)),
        element("ul", *_signed_for(order, words)),  # the line to sign may come to stand on a page of its own
        _blanks(words) if signed is None else _signature(signed, words),
        class_="approve",
    )


def _blanks(words: Wording) -> Html:
    blanks = (say("Name"), say("Date"), say("Signature"))
    return element("div", *(element("div", words.said(blank)) for blank in blanks), class_="lines")


def _signature(signed: SignedBy, words: Wording) -> Html:
    said = say("Signed by {name} on {day}.", name=signed.name, day=words.date(signed.day))
    return element("p", element("b", element("bdi", words.said(said))), class_="signed")


def _signed_for(order: OrderPart, words: Wording) -> Iterator[Html]:
    """Each design with its pieces per size, and each loose logo with how many."""
    for design in order.designs:
        sizes = (f"{size or words.said(_NO_SIZE)}: {words.number(count)}" for size, count in design.sizes)
        title, total = element("b", item_title(design.design)), words.pieces(design.pieces)
        yield element("li", title, f" {total} – ", element("bdi", " · ".join(sizes)))
    counts: dict[LogoRef, int] = {}
    for logo in order.logos:
        counts[logo.logo] = counts.get(logo.logo, 0) + logo.quantity
    for ref, count in counts.items():
        yield element("li", element("b", item_title(ref)), " ", words.loose_logos(count))
