"""The texts that the cells of a workbook share (ECMA-376 part 1, 18.4.9), each once, and characters written as references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.read.xlsx.xml import MAIN, BrokenXmlError, plain_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


class NotPlainError(ValueError):
    """What stands there is not of the plain shape, so that nothing is said about it."""


_ITEM = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*+)</t></si>[ \t\n]*+')
_LIST = re.compile(rb"<sst(?:\s[^<>]*+)?>")
_END = b"</sst>"
_REFERENCE = re.compile(r"&(?:#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))|(\w+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NEVER = ("]]>", "\ufffe", "\uffff")  # in no text of a well-formed part


def shared_strings(part: bytes | None) -> list[str]:
    """The texts of a part of shared strings, in their order; raises NotPlainError where they are not plain."""
    if part is None:
        return []
    texts = _plain_items(part)
    return [*_items(part)] if texts is None else texts


def as_text(part: bytes) -> str:
    """A piece of XML as text, its line ends and references looked at; raises NotPlainError where it cannot be one."""
    try:
        text = part.decode()
    except UnicodeDecodeError as error:
        raise NotPlainError from error
    if any(never in text for never in _NEVER):
        raise NotPlainError
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "&" in text:
        _check_references(text)
    return text


def resolved(text: str) -> str:
    """The text with its references, which `as_text` has looked at, replaced by the characters."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _check_references(text: str) -> None:
    """Every `&` begins a reference to a character that XML allows (2.2), or to one that everybody knows."""
    references = [match[0] for match in _REFERENCE.finditer(text)]
    if len(references) < text.count("&"):
        raise NotPlainError
    for reference in dict.fromkeys(references):
        resolved(reference)


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        if name not in _NAMED:
            raise NotPlainError
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF:
        return chr(code)
    raise NotPlainError


def _plain_items(part: bytes) -> list[str] | None:
    """The texts where no item is more than one; else None."""
    start = _LIST.search(part)
    end = part.rfind(_END)
    if start is None or end < 0 or part[: start.start()].strip() or part[end + len(_END) :].strip():
        return None
    body = as_text(part[start.end() : end].strip())
    pieces = _ITEM.split(body)
    if any(pieces[::2]) or _root(start[0] + _END) is None:
        return None
    return [*map(_as_read, map(resolved, pieces[1::2]))]


def _items(part: bytes) -> Iterator[str]:
    """The texts of a part with runs of their own fonts, and with readings above them (ruby), which are no part of a text."""
    root = _root(part)
    for item in root if root is not None else ():
        if item.tag != _SI:
            raise NotPlainError
        yield _as_read("".join(_runs(item)))
    if root is None:
        raise NotPlainError


_SST, _SI, _T, _R, _RPR = (f"{{{MAIN}}}{name}" for name in ("sst", "si", "t", "r", "rPr"))


def _root(part: bytes) -> Element | None:
    try:
        root = plain_tree(part)
    except BrokenXmlError as error:
        raise NotPlainError from error
    return root if root.tag == _SST else None


def _runs(item: Element) -> Iterator[str]:
    for part in item:
        if part.tag == _T and len(item) == 1:
            yield part.text or ""
        elif part.tag == _R and [piece.tag for piece in part] in ([_T], [_RPR, _T]) and all(map(_is_usual, part[0])):
            yield part[-1].text or ""
        else:
            raise NotPlainError


# The parts of a font that cannot stop openpyxl, whatever they say.
_FONT = {
    "b": r"[01]|true|false|", "i": r"[01]|true|false|", "strike": r"[01]|true|false|", "rFont": r".+",
    "sz": r"[0-9]{1,3}(?:\.[0-9]{1,4})?", "family": r"[0-9]|1[0-4]", "charset": r"[0-9]{1,3}",
    "scheme": r"major|minor", "u": r"single|", "vertAlign": r"superscript|subscript",
}  # fmt: skip
_COLOR = {"rgb": r"[0-9A-Fa-f]{8}", "theme": r"[0-9]{1,2}", "indexed": r"[0-9]{1,2}"}


def _is_usual(font: Element) -> bool:
    name = font.tag.removeprefix(f"{{{MAIN}}}")
    if len(font):
        return False
    if name == "color":
        return len(font.attrib) == 1 and all(
            re.fullmatch(_COLOR.get(key, "-"), val) for key, val in font.attrib.items()
        )
    value = font.get("val", "")
    return font.attrib.keys() <= {"val"} and re.fullmatch(_FONT.get(name, "-"), value) is not None


def _as_read(text: str) -> str:
    """As openpyxl reads it, which leaves the escape of an escape out of shared strings (22.9.2.19)."""
    return text.replace("x005F_", "")
