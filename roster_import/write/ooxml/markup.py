"""XML as bytes with places in it: edits are splices, so that everything around them stays as it was written.

`checked` makes sure once that the bytes are well-formed and declare no entities; after that a tag is what `TAG` says it
is, because comments, CDATA and processing instructions are matched before it and `<` can stand nowhere else.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias
from xml.parsers import expat

from roster_import.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Splice: TypeAlias = tuple[int, int, bytes]

SKIPPED: Final = rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
ATTRIBUTES: Final = rb"[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*"
TAG: Final = re.compile(SKIPPED + rb"|<(/?)([^\s/>!?]+)(" + ATTRIBUTES + rb")>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(rb"([^\s=/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DECLARATION: Final = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"'][^>]*\?>")
_ENTITY: Final = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(lt|gt|amp|quot|apos));")
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_UTF16: Final = {b"<\0": "utf-16-le", b"\0<": "utf-16-be", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


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
    declared = _DECLARATION.match(text)
    return text if declared is None else text[: declared.start(1)] + b"UTF-8" + text[declared.end(1) :]


def _declared_encoding(data: bytes) -> str | None:
    if data.startswith(codecs.BOM_UTF8):
        return None
    declared = _DECLARATION.match(data)
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
    found = TAG.finditer(data, start, len(data) if end is None else end)
    return (tag for tag in found if tag[2] is not None)


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
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name:
            return tag[: found.start()].rstrip() + written + tag[found.end() :]
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
