"""A page -> the text of one self-contained HTML file: nothing is requested, nothing runs."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from roster_import.write.proof.markup import Html, element, joined, raw, text
from roster_import.write.proof.order import order_section
from roster_import.write.proof.parts import Where
from roster_import.write.proof.phrases import card_title, item_title, level_of, mark, problem_items
from roster_import.write.proof.remarks import said_at
from roster_import.write.proof.shirt import shapes
from roster_import.write.proof.style import STYLE
from roster_import.write.proof.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from roster_import.write.proof.parts import LogoPart, Page, Remark, Shirt

_MOST_NAMED = 20  # shirts and logos named one by one where they are most of all there are


def proof_html(page: Page, *, language: str, made: date, version: str, seal: str) -> str:
    """The whole HTML file of a page in one of `LANGUAGES`; `seal` is the `seal_text` of the file it was made from."""
    words = Wording.of(language)
    head = _head(page, words, seal)
    body = element("body", shapes(), _header(page, words, made), _main(page, words), _footer(words, version))
    return raw("<!DOCTYPE html>\n") + element("html", head, raw("\n"), body, lang=words.texts.language) + "\n"


def _head(page: Page, words: Wording, seal: str) -> Html:
    style = STYLE + _page_foot(page, words)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="generator", content=seal),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="robots", content="noindex"),
        element("title", f"{_title(page, words)} – {page.file}"),
        element("style", raw(style)),
    )


def _title(page: Page, words: Wording) -> str:
    return words.texts.draft if page.is_draft else words.texts.title


def _page_foot(page: Page, words: Wording) -> str:
    """The foot of a printed page: the proof's code, so that no page of another proof gets in, and which page it is."""
    look = "font:8pt system-ui,Arial,sans-serif;color:#434a54"
    said = f'@bottom-left{{content:"{page.code or words.texts.draft}"}}'
    return f'@page{{{look};{said}@bottom-right{{content:counter(page) " / " counter(pages)}}}}\n'


def _header(page: Page, words: Wording, made: date) -> Html:
    code = [element("b", words.texts.code.format(code=page.code)), " · "] if page.code else []
    stamp = element("p", element("bdi", page.file), " · ", *code, words.date(made), class_="stamp")
    lead = words.texts.draft_lead if page.is_draft else words.texts.lead
    return element(
        "header",
        element("div", element("h1", _title(page, words)), stamp, class_="top"),
        element("p", lead, class_="lead"),
        _said(page, words),
    )


def _said(page: Page, words: Wording) -> Html:
    """What is to be looked at first: errors in full, shirts with something said of them by name, the rest in full."""
    errors = [problem for problem in page.problems if problem.level == "error"]
    others = [problem for problem in page.elsewhere if problem.level != "error"]
    parts = [
        _box("error", words.counted(words.texts.errors, len(errors)), problem_items(errors, words)) if errors else None,
        _pointed_out(page, words),
        _box(None, words.texts.elsewhere, problem_items(others, words)) if others else None,
    ]
    return joined(*parts) or element("div", element("p", words.texts.all_well), class_="said")


def _pointed_out(page: Page, words: Wording) -> Html | None:
    found = [one for one in page.pointed_out if level_of(one.problems) == "warning"]
    if not found:
        return None
    title = words.counted(words.texts.look, len(found))
    if len(found) > _MOST_NAMED and len(found) * 2 > page.drawings:
        return _box("warning", title, _by_kind(found, words))
    links = (element("li", element("a", title, href=f"#{anchor}")) for anchor, title in _worth_a_look(page, words))
    return _box("warning", title, element("ul", *links, class_="links"))


def _by_kind(found: Sequence[Shirt | LogoPart], words: Wording) -> Html:
    """What there is to look at, of how many shirts and logos, most first: a list of nearly all of them says nothing."""
    kinds = words.texts.kinds
    concerned: dict[str, list[str]] = {}
    for one in found:
        for kind in dict.fromkeys(kinds.get(problem.code, kinds[""]) for problem in one.problems):
            concerned.setdefault(kind, []).append(one.anchor)
    most_first = sorted(concerned.items(), key=lambda pair: -len(pair[1]))
    items = (
        element("li", element("b", f"{words.number(len(anchors))} ×"), " ", element("a", kind, href=f"#{anchors[0]}"))
        for kind, anchors in most_first
    )
    return element("ul", *items)


def _worth_a_look(page: Page, words: Wording) -> Iterator[tuple[str, Html]]:
    """The name and title of every group, shirt and logo with a warning of its own, in the order of the page."""
    for order in page.orders:
        for one in order.designs:
            yield from _of_group(one.anchor, item_title(one.design), one.shirts, one.remarks, words)
        title = text(words.texts.loose_title)
        yield from _of_group(order.logos_anchor, title, order.logos, order.remarks, words)


def _of_group(
    anchor: str, title: Html, parts: Sequence[Shirt | LogoPart], remarks: Sequence[Remark], words: Wording
) -> Iterator[tuple[str, Html]]:
    if any(one.where is Where.GROUP and one.level == "warning" for one in remarks):
        yield anchor, title
    for part in parts:
        if level_of(said_at(remarks, part.anchor)) == "warning":
            yield part.anchor, card_title(part, words)


def _box(level: str | None, title: str, content: Html) -> Html:
    icon = mark(level) if level else None
    return element(
        "section", element("h2", icon, element("span", title)), content, class_=f"said {level}" if level else "said"
    )


def _main(page: Page, words: Wording) -> Html:
    if not page.orders:
        return element("main", element("p", words.texts.nothing_drawn, class_="said"))
    return element("main", *(order_section(order, words, draft=page.is_draft) for order in page.orders))


def _footer(words: Wording, version: str) -> Html:
    made_by = words.texts.made_by.format(version=version)
    return element("footer", element("p", f"{words.texts.note} {made_by}"))
