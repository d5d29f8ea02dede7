"""XML as bytes with places in it: edits are splices, so that everything around them stays as it was written.

`checked` makes sure once that the bytes are well-formed and declare no entities; after that a tag is what `_TAG` says it
is, because comments, CDATA and processing instructions are matched before it and `<` can stand nowhere else. Small parts
are looked at as a `tree`; of a sheet, which may be large, only the `places` of its rows and cells.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias
from xml.parsers import expat

from roster_import.errors import WriteError
from roster_import.write.ooxml.cells import column_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Splice: TypeAlias = tuple[int, int, bytes]

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SKIPPED: Final = rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
_ATTRIBUTES: Final = rb"[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+"
_TAG: Final = re.compile(_SKIPPED + rb"|<(/?)([^\s/>!?]++)(" + _ATTRIBUTES + rb")>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(rb"(?<![^\s=/\"'])([^\s=/]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
_ENCODING: Final = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"'][^>]*\?>")
_ENTITY: Final = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(lt|gt|amp|quot|apos));")
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_UTF16: Final = {b"<\0": "utf-16-le", b"\0<": "utf-16-be", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_NUMBER: Final = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]*)([0-9]*)[\"']")
_STYLE: Final = re.compile(rb"(?:^|\s)s\s*=\s*[\"']([0-9]+)[\"']")


@dataclass(slots=True, kw_only=True)
class Element:
    """Where an element lies: its start tag from `start` to `inner`, its end tag from `inner_end` to `end`.

    `<a/>` has all of it in the start tag: `inner == inner_end == end`.
    """

    name: str
    start: int
    inner: int
    inner_end: int = -1
    end: int = -1
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """The prefix with its colon, or nothing: what children of the same namespace begin with."""
        head, colon, _ = self.name.rpartition(":")
        return head + colon

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is written `<a/>`."""
        return self.inner == self.end

    def find(self, local: str) -> Element | None:
        """The first child of this name."""
        return next((child for child in self.children if child.local == local), None)

    def all(self, local: str) -> list[Element]:
        """The children of this name."""
        return [child for child in self.children if child.local == local]

    def within(self, local: str) -> list[Element]:
        """The children of the first child of this name; none where there is no such child."""
        parent = self.find(local)
        return parent.children if parent else []

    def qualified(self, local: str) -> str | None:
        """The value of the attribute of this name that has a prefix, such as `r:id`, whatever the prefix."""
        return next((value for name, value in self.attributes.items() if name.endswith(":" + local)), None)


def checked(data: bytes) -> bytes:
    """The same document in UTF-8, certain to be well-formed and without a document type.

    Raises `expat.ExpatError` or `UnicodeError` where it is not well-formed, WriteError for a document type.
    """
    data = _as_utf8(data)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.Parse(data, True)
    return data


def _refuse_doctype(*_: object) -> NoReturn:
    raise WriteError("The workbook declares its own XML entities, which no spreadsheet program does: it is not edited.")


def _as_utf8(data: bytes) -> bytes:
    encoding = _UTF16.get(data[:2]) or _declared_encoding(data)
    if encoding is None:
        return data
    text = data.decode(encoding).removeprefix("\ufeff").encode()
    declared = _ENCODING.match(text)
    return text if declared is None else text[: declared.start(1)] + b"UTF-8" + text[declared.end(1) :]


def _declared_encoding(data: bytes) -> str | None:
    if data.startswith(codecs.BOM_UTF8):
        return None
    declared = _ENCODING.match(data)
    encoding = declared[1].decode() if declared else "utf-8"
    return None if encoding.lower() in ("utf-8", "utf8") else encoding


def tree(data: bytes) -> Element:
    """The root element of a checked document, with all there is in it."""
    return forest(data, 0, len(data)).children[0]


def forest(data: bytes, start: int, end: int) -> Element:
    """An element without a tag, its children those between two places or up to the end tag of their parent."""
    parent = Element(name="", start=start, inner=start, inner_end=end, end=end, attributes={})
    opened = [parent]
    for tag in tags(data, start, end):
        if not tag[1]:
            element = _opened(tag)
            opened[-1].children.append(element)
            if element.end < 0:
                opened.append(element)
        elif len(opened) > 1:
            element = opened.pop()
            element.inner_end, element.end = tag.span()
        else:
            parent.inner_end, parent.end = tag.span()
            break
    return parent


def _opened(tag: re.Match[bytes]) -> Element:
    element = Element(name=tag[2].decode(), start=tag.start(), inner=tag.end(), attributes=attributes(tag[3]))
    if tag[3].endswith(b"/"):
        element.inner_end = element.end = tag.end()
    return element


def tags(data: bytes, start: int = 0, end: int | None = None) -> Iterator[re.Match[bytes]]:
    """The tags between two places, as matches: (slash of an end tag, name, attributes)."""
    matches = _TAG.finditer(data, start, len(data) if end is None else end)
    return (tag for tag in matches if tag[2] is not None)


def attributes(text: bytes) -> dict[str, str]:
    """The attributes of a tag, unescaped."""
    return {name.decode(): unescaped((a or b).decode()) for name, a, b in _ATTRIBUTE.findall(text)}


def unescaped(text: str) -> str:
    """Text with XML's own references replaced by what they stand for."""
    return _ENTITY.sub(_referred, text) if "&" in text else text


def _referred(reference: re.Match[str]) -> str:
    hexadecimal, decimal, name = reference.groups()
    return _NAMED[name] if name else chr(int(hexadecimal, 16) if hexadecimal else int(decimal))


def escaped(text: str) -> str:
    """Text as it is written between tags and in an attribute in double quotes."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def with_attributes(tag: bytes, changes: dict[str, str | None]) -> bytes:
    """A start tag with attributes set, or taken away where the value is None; all others as they are written."""
    for name, value in changes.items():
        tag = _with_attribute(tag, name.encode(), None if value is None else _quoted(value))
    return tag


def _quoted(value: str) -> bytes:
    return b'"' + escaped(value).replace("\n", "&#10;").replace("\t", "&#9;").encode() + b'"'


def _with_attribute(tag: bytes, name: bytes, quoted: bytes | None) -> bytes:
    written = b"" if quoted is None else b" " + name + b"=" + quoted
    for old in _ATTRIBUTE.finditer(tag):
        if old[1] == name:
            return tag[: old.start()].rstrip() + written + tag[old.end() :]
    last = len(tag[: -2 if tag.endswith(b"/>") else -1].rstrip())
    return tag[:last] + written + tag[last:]


def retagged(data: bytes, element: Element, changes: dict[str, str | None]) -> Splice:
    """The splice that changes attributes of an element."""
    return element.start, element.inner, with_attributes(data[element.start : element.inner], changes)


def appended(
    data: bytes, element: Element, content: bytes, changes: dict[str, str | None] | None = None
) -> list[Splice]:
    """The splices that put content last into an element and change its attributes; `<a/>` is opened for it."""
    tag = with_attributes(data[element.start : element.inner], changes or {})
    if element.is_empty_tag:
        opened = tag[:-2].rstrip() + b">"
        return [(element.start, element.end, opened + content + f"</{element.name}>".encode())]
    inserted = (element.inner_end, element.inner_end, content)
    return [(element.start, element.inner, tag), inserted] if changes else [inserted]


def place_for(parent: Element, local: str, order: tuple[str, ...]) -> int:
    """Where a child of this name has to go, by the order the schema gives the names; unknown names are no obstacle."""
    later = order[order.index(local) + 1 :]
    return next((child.start for child in parent.children if _kind(child) in later), parent.inner_end)


def _kind(child: Element) -> str:
    """The name of a child; of alternatives (mc:AlternateContent) the name of what they are alternatives for."""
    while child.local in ("AlternateContent", "Choice", "Fallback") and child.children:
        child = child.children[0]
    return child.local


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes with every splice made; they may touch but not overlap, and keep their order where they touch."""
    pieces: list[bytes] = []
    done = 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        pieces += data[done:start], new
        done = end
    pieces.append(data[done:])
    return b"".join(pieces)


# ------------------------------------------------------------------------------------------------------ rows and cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a row or a cell lies: number, bytes of its start tag, of its content, of all of it; its style."""

    number: int
    start: int
    inner: int
    inner_end: int
    end: int
    facts: bytes

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is written `<c/>`."""
        return self.inner == self.end

    @property
    def style(self) -> int | None:
        """The place of its format."""
        style = _STYLE.search(self.facts)
        return int(style[1]) if style else None


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[bytes]:
    """Finds the tags of one name: (slash of an end tag, attributes)."""
    return re.compile(
        _SKIPPED + rb"|<(/?)" + re.escape(name.encode()) + rb"(?=[\s/>])(" + _ATTRIBUTES + rb")>", re.DOTALL
    )


def places(data: bytes, name: str, start: int, end: int) -> Iterator[Place]:
    """The elements of one name between two places, numbered by their `r` or else as the one after the last."""
    number, opened = 0, None
    for tag in _pattern(name).finditer(data, start, end):
        if tag[1] is None:
            continue
        if tag[1]:
            assert opened is not None
            yield _closed(number, opened, tag.start(), tag.end())
            continue
        number = _number(tag[2]) or number + 1
        if tag[2].endswith(b"/"):
            yield _closed(number, tag, tag.end(), tag.end())
        opened = tag


def _closed(number: int, opened: re.Match[bytes], inner_end: int, end: int) -> Place:
    return Place(number=number, start=opened.start(), inner=opened.end(), inner_end=inner_end, end=end, facts=opened[2])


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    return column_number(letters.decode())


def _number(facts: bytes) -> int:
    """The number in `r`: of a cell that of its column, of a row its own; 0 where there is none."""
    place = _NUMBER.search(facts)
    if place is None:
        return 0
    return _column(place[1]) if place[1] else int(place[2] or 0)


def first_tag(data: bytes, name: str, start: int) -> re.Match[bytes] | None:
    """The first start tag of a name after a place, as a match: (nothing, attributes in group 2)."""
    return next((tag for tag in _pattern(name).finditer(data, start) if tag[1] == b""), None)


def places_from(data: bytes, name: str, row: Place, number: int) -> Iterator[Place]:
    """The cells of a row as far as they matter to those from a column on: only the last, where it lies before them.

    Columns are mostly added on the right; looking at one cell of twelve makes that several times as fast.
    """
    start = data.rfind(f"<{name} ".encode(), row.inner, row.inner_end)
    if start >= 0 and data.find(b"<!", row.inner, row.inner_end) < 0:
        last = list(places(data, name, start, row.inner_end))
        if len(last) == 1 and 0 < _number(last[0].facts) < number:
            return iter(last)
    return places(data, name, row.inner, row.inner_end)
