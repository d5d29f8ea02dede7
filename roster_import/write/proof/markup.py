"""HTML text in which everything is text, but for what was made here: the one door between a user's words and a page.

A `str` given to `element` is escaped; only `Html`, which nothing but this module makes, goes in as it is.
"""

from __future__ import annotations

import unicodedata
from html import escape
from string import Template

_VOID = frozenset({"input"})
_JOINERS = "\u200c\u200d"  # letters of Persian and of the scripts of India need them, and so do emoji


class Html(str):
    """Markup that was made here, safe to stand in a page as it is."""

    __slots__ = ()


def element(tag: str, *children: str | None, **attributes: str | int | float | bool | None) -> Html:
    """An element; children and attribute values that are no `Html` are text. None is left out.

    An attribute's name ends in `_` where Python keeps the word for itself, and has `_` for `-` and `.` for `:`.
    """
    given = "".join(_attribute(name, value) for name, value in attributes.items() if value not in (None, False))
    inner = "".join(map(text, (child for child in children if child is not None)))
    return Html(f"<{tag}{given}>" if tag in _VOID else f"<{tag}{given}>{inner}</{tag}>")


def _attribute(name: str, value: object) -> str:
    shown = name.rstrip("_").replace("_", "-")
    return f" {shown}" if value is True else f' {shown}="{escape(visible(str(value)))}"'


def text(words: str) -> Html:
    """Words as text of a page, whatever is in them."""
    return words if isinstance(words, Html) else Html(escape(visible(words)))


def joined(*parts: str | None, between: str = "") -> Html:
    """Parts one after another, with something between those that are there."""
    return Html(text(between).join(text(part) for part in parts if part))


def raw(markup: str) -> Html:
    """Markup that was written by us, letter for letter."""
    return Html(markup)


def filled(template: str, **values: str) -> Html:
    """Markup of ours with its places `$name` filled in; a value that is no `Html` is text there, too."""
    return Html(Template(template).substitute({name: text(value) for name, value in values.items()}))


def visible(words: str) -> str:
    """The words, with a sign for every character that would be acted upon instead of shown: `␛`, `[U+202E]`.

    Control characters, those that turn the direction of writing or have no width, and what is no character at all.
    """
    return words if words.isascii() and words.isprintable() else "".join(map(_shown, words))


def _shown(char: str) -> str:
    code, category = ord(char), unicodedata.category(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    nothing = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    hidden = category in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in _JOINERS
    return f"[U+{code:04X}]" if nothing or hidden else char
