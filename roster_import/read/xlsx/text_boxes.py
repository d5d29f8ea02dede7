"""What stands beside the cells of a sheet: texts in boxes and other shapes, and in the header and footer of the page.

ECMA-376 part 1, 20.5.2 (drawings of a sheet: anchors with shapes, whose `txBody` holds paragraphs of runs) and 18.3.1.46
(`headerFooter`, whose text is mixed with codes such as `&C`, `&"Arial,Bold"` and `&P`).
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from roster_import.model.workbook import TextBox, cell_address
from roster_import.read.cell_text import tidy
from roster_import.read.xlsx.xml import child, children, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

_MOST, _LONGEST = 200, 2000  # boxes of a sheet; characters of one
_CODES = re.compile(r'&(?:"[^"]*"|\d{1,3}|K[0-9A-Fa-f]{6}|[A-Za-z&+-])')
_ANCHORS = frozenset({"oneCellAnchor", "twoCellAnchor", "absoluteAnchor"})


def text_boxes(drawing: Element | None, page: Iterable[bytes]) -> tuple[TextBox, ...]:
    """The boxes of a sheet that say something, as they were drawn, then the lines of its page's header and footer."""
    anchored = (
        (box for anchor in drawing if local(anchor.tag) in _ANCHORS for box in _anchored(anchor))
        if drawing is not None
        else ()
    )
    lines = (TextBox(text=_line(raw)) for raw in page)
    return tuple(box for box in (*anchored, *lines) if box.text)[:_MOST]


def _anchored(anchor: Element) -> Iterator[TextBox]:
    """A box for each shape of an anchor, alone or in a group."""
    corner = child(anchor, "from")
    row, column = (_number(corner, name) for name in ("row", "col"))
    address = cell_address(row + 1, column + 1) if corner is not None else ""
    for body in (each for each in anchor.iter() if local(each.tag) == "txBody"):
        paragraphs = ("".join(_runs(paragraph)) for paragraph in children(body, "p"))
        yield TextBox(text=tidy(" ".join(paragraphs)[:_LONGEST]), address=address)


def _runs(paragraph: Element) -> Iterator[str]:
    for run in paragraph:
        if local(run.tag) == "br":
            yield " "
        yield from (text.text or "" for text in children(run, "t"))


def _number(corner: Element | None, name: str) -> int:
    told = child(corner, name)
    text = (told.text or "").strip() if told is not None else ""
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _line(raw: bytes) -> str:
    """The words of a header or footer, without the codes that say where and how they are printed."""
    words = _CODES.sub(" ", unescape(raw.decode("utf-8", "replace"))[:_LONGEST])
    return tidy(" ".join(words.split()))
