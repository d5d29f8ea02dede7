"""A page -> the text of one self-contained HTML file: nothing is requested, nothing runs."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.language.messages import say, say_n, templates
from roster_import.write.proof.order import order_section
from roster_import.write.proof.page import said_at
from roster_import.write.proof.parts import Where
from roster_import.write.proof.phrases import (
    Html,
    Wording,
    card_title,
    element,
    filled,
    item_title,
    joined,
    level_of,
    mark,
    problem_items,
    raw,
    text,
)
from roster_import.write.proof.picture import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from roster_import.write.proof.parts import Garment, LogoPart, Page, Remark, SignedBy
    from roster_import.write.proof.phrases import Html


_MOST_NAMED = 20  # garments and logos named one by one where they are most of all there are
_ON_ITS_OWN_LINE = re.compile(r"\n +")  # an indented line of the page's template goes on the one above

_PROOF, _DRAFT = say("Proof"), say("Draft")
_LEAD = say("Every garment as it will be printed. Check each name, number and size, tick it off, and sign at the end.")
_DRAFT_LEAD = say("A draft, not for signing: the roster has errors. Once they are corrected, the proof can be signed.")
_NOTHING_DRAWN = say("Nothing can be drawn until the errors above are corrected.")
_NOTE = say("The drawings show what is printed, not the cut, the colours or the lettering of the garment.")
_OTHER_KIND = ""
_KINDS = templates(
    {
        "comment-on-row": "a comment on the row",
        "text-may-change-order": "a remark that may change the order",
        "name-blanks": "more than one blank in the name",
        "name-casing": "a name written otherwise than the rest",
        "name-characters": "characters that may not be printable",
        "name-left-blank": "no name, where others have one",
        "name-long": "a long name",
        "name-of-another": "another player's name",
        "name-size": "a name that reads like a size",
        "name-marker": "something beside the name",
        "name-misspelt": "a name spelled otherwise than the player's",
        "name-note": "a note in place of a name",
        "name-of-some": "one name on the shirts of several",
        "name-twice": "one name for more than one person",
        "number-long": "a number of many digits",
        "number-left-blank": "no number, where others have one",
        "number-outside-sport": "a number the sport does not have",
        "number-twice": "one number for more than one person",
        "numbers-repeat": "numbers that begin again",
        "player-two-numbers": "two numbers for one person",
        "shirt-twice": "the same garment twice",
        "identical-shirts": "identical garments",
        "size-far": "a size far from the others",
        "size-spellings": "one size written in two ways",
        "zero-and-double-zero": "both 0 and 00",
        _OTHER_KIND: "something else",
    }
)
"""What a warning is about, in a few words, by its code."""


def proof_html(page: Page, *, language: str, made: date, version: str, seal: str) -> str:
    """The whole HTML file of a page in one of `LANGUAGES`; `seal` is the `seal_text` of the file it was made from."""
    words = Wording(language=language)
    style = raw("\n") + filled(_shipped("style.css"), foot=page.code or words.said(_DRAFT))
    return filled(
        _ON_ITS_OWN_LINE.sub("", _shipped("page.html")),
        language=language,
        seal=seal,
        left=_left(page.signed),
        policy=_policy(style),
        title=words.said(_DRAFT if page.is_draft else _PROOF),
        file=page.file,
        style=raw(style),
        stamp=_stamp(page, made, words) if page.on_paper else "",
        lead=element("p", words.said(_DRAFT_LEAD if page.is_draft else _LEAD), class_="lead") if page.on_paper else "",
        said=_said(page, words),
        shapes=shapes(page.kinds),
        main=_main(page, words),
        foot=_foot(version, words) if page.on_paper else "",
    )


def _left(signed: SignedBy | None) -> Html | str:
    """For a watch over the folder of the signed file: what was left as it is, and by whom."""
    if signed is None or not signed.left:
        return ""
    told = (("signed-by", signed.name), ("signed-file", signed.roster), *(("left-as-is", each) for each in signed.left))
    return joined(*(element("meta", name=name, content=content) for name, content in told))


def _stamp(page: Page, made: date, words: Wording) -> Html:
    code = [element("b", words.said(say("Proof {code}", code=page.code))), " · "] if page.code else []
    return element("p", element("bdi", page.file), " · ", *code, words.date(made), class_="stamp")


def _foot(version: str, words: Wording) -> Html:
    made_by = say("Made by roster-import {version}", version=version)
    return element("footer", element("p", words.said(_NOTE), " ", words.said(made_by)))


@cache
def _shipped(name: str) -> str:
    """A template that lies beside this module."""
    return Path(__file__).with_name(name).read_text("utf-8")


def _policy(style: str) -> str:
    """What a browser is to allow the page: nothing but this very style sheet."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _said(page: Page, words: Wording) -> Html:
    """What is to be looked at first: errors in full, garments with something said of them by name, the rest in full."""
    errors = [problem for problem in page.problems if problem.level == "error"]
    others = [problem for problem in page.elsewhere if problem.level != "error"]
    parts = [
        _box("error", _errors(len(errors), words), problem_items(errors, words)) if errors else None,
        _pointed_out(page, words),
        _box(None, words.said(say("Also worth knowing")), problem_items(others, words)) if others else None,
    ]
    all_well = say("Nothing stood out in the roster. Please look at every garment all the same.")
    said = joined(*parts) or (
        element("div", element("p", words.said(all_well)), class_="said") if page.on_paper else ""
    )
    return joined(said, _beside(page, words))


def _beside(page: Page, words: Wording) -> Html | None:
    """What the file holds and nothing is ordered from, in small print."""
    lines = [element("p", words.said(sentence)) for sentence in page.not_ordered]
    return element("div", *lines, class_="beside") if lines else None


def _errors(count: int, words: Wording) -> str:
    shown = words.number(count)
    return words.said(say_n("{count} error to correct", "{count} errors to correct", count, "proof", count=shown))


def _pointed_out(page: Page, words: Wording) -> Html | None:
    doubtful = [part for part in page.pointed_out if level_of(part.problems) == "warning"]
    if not doubtful:
        return None
    look = say_n(
        "{count} garment or logo needs a second look",
        "{count} garments or logos need a second look",
        len(doubtful),
        count=words.number(len(doubtful)),
    )
    title = words.said(look)
    if len(doubtful) > _MOST_NAMED and len(doubtful) * 2 > page.drawings:
        return _box("warning", title, _by_kind(doubtful, words))
    links = (element("li", element("a", title, href=f"#{anchor}")) for anchor, title in _worth_a_look(page, words))
    return _box("warning", title, element("ul", *links, class_="links"))


def _by_kind(doubtful: Sequence[Garment | LogoPart], words: Wording) -> Html:
    """What there is to look at, of how many garments and logos, most first: a list of nearly all of them says nothing."""
    anchors_by_code: dict[str, list[str]] = {}
    for part in doubtful:
        codes = (problem.code if problem.code in _KINDS else _OTHER_KIND for problem in part.problems)
        for code in dict.fromkeys(codes):
            anchors_by_code.setdefault(code, []).append(part.anchor)
    most_first = sorted(anchors_by_code.items(), key=lambda pair: -len(pair[1]))
    return element("ul", *(_kind(code, anchors, words) for code, anchors in most_first))


def _kind(code: str, anchors: Sequence[str], words: Wording) -> Html:
    first = element("a", words.said(say(_KINDS[code])), href=f"#{anchors[0]}")
    return element("li", element("b", f"{words.number(len(anchors))} ×"), " ", first)


def _worth_a_look(page: Page, words: Wording) -> Iterator[tuple[str, Html]]:
    """The name and title of every group, garment and logo with a warning of its own, in the order of the page."""
    for order in page.orders:
        for part in order.designs:
            yield from _of_group(part.anchor, item_title(part.design), part.garments, part.remarks, words)
        title = text(words.said(say("Loose logos and numbers")))
        yield from _of_group(order.logos_anchor, title, order.logos, order.remarks, words)


def _of_group(
    anchor: str, title: Html, parts: Sequence[Garment | LogoPart], remarks: Sequence[Remark], words: Wording
) -> Iterator[tuple[str, Html]]:
    if any(remark.where is Where.GROUP and remark.level == "warning" for remark in remarks):
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
        return element("main", element("p", words.said(_NOTHING_DRAWN), class_="said"))
    return element("main", *(order_section(order, page, words) for order in page.orders))


# ------------------------------------------------------------------------------------------------------------ the seal


_BLANK = b"0" * 16
_SEAL = re.compile(rb"roster-import proof ([0-9a-f]{16}) ([0-9a-f]{16})")
_KEPT = 4096  # bytes at either end of a file within which a seal stands


def seal_text(source: Path) -> str:
    """What a page says of itself before it is sealed: whose proof it is; the digest is put in last."""
    return f"roster-import proof {_owner(source)} {_BLANK.decode()}"


def sealed_html(page: str) -> bytes:
    """The bytes of a page that has a `seal_text` in it, sealed."""
    return _filled(page.encode("utf-8"))


def sealed_pdf(content: bytes, source: Path) -> bytes:
    """A PDF with a seal behind its end, as a comment, where readers do not look (ISO 32000-1 › 7.5.5, 7.2.3)."""
    return _filled(content.rstrip(b"\r\n") + f"\n% {seal_text(source)}\n%%EOF\n".encode())


def is_ours(content: bytes, source: Path) -> bool:
    """Whether a file is a proof of that source as we wrote it, touched by nobody."""
    seal = _seal(content)
    if seal is None or seal[1] != _owner(source).encode():
        return False
    return seal[2] == _digest(_with(content, seal, _BLANK)).encode()


def _filled(content: bytes) -> bytes:
    seal = _seal(content)
    if seal is None:
        raise ValueError("there is no place for the seal")
    return _with(content, seal, _digest(content).encode())


def _seal(content: bytes) -> re.Match[bytes] | None:
    """The seal: the first in the head of a page, the last behind the end of a PDF; any other is somebody's words."""
    if not content.startswith(b"%PDF-"):
        return _SEAL.search(content, 0, _KEPT)
    return max(_SEAL.finditer(content, max(len(content) - _KEPT, 0)), key=lambda seal: seal.start(), default=None)


def _with(content: bytes, seal: re.Match[bytes], digest: bytes) -> bytes:
    return content[: seal.start(2)] + digest + content[seal.end(2) :]


def _owner(source: Path) -> str:
    """The file, by its name and ending: a folder may be moved, `club.csv` is not `club.xlsx`."""
    return hashlib.sha256(source.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
