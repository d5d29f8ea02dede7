"""Characters that cannot be seen, or that change how others are seen: found, and shown by their numbers."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

# Printable to Unicode, and yet nothing to see: fillers of Hangul, the empty pattern of Braille, a joiner of graphemes.
_EMPTY: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_JOINERS: Final = "\u200c\u200d"  # inside words of Persian and Indic scripts, and inside emoji


def visible(text: str) -> str:
    """The text with every character that cannot be seen shown by its number, such as [U+202E]; line ends stay."""
    return text if text.isprintable() and _EMPTY.isdisjoint(text) else replaced(text, number, kept="\n\t")


def replaced(text: str, shown: Callable[[str], str], kept: str = "") -> str:
    """The text with `shown` of every character that cannot be seen in its place, but for those kept."""
    before = ["", *text]
    return "".join(
        char if char in kept or is_seen(char, last) else shown(char) for char, last in zip(text, before, strict=False)
    )


def number(char: str) -> str:
    """A character by its number: [U+202E]."""
    return f"[{code(char)}]"


def code(char: str) -> str:
    """A character's number as Unicode has it: U+202E."""
    return f"U+{ord(char):04X}"


def is_control(char: str) -> bool:
    """Whether it is one of the characters that steer machines, C0, delete and C1."""
    return unicodedata.category(char) == "Cc"


def is_seen(char: str, before: str = "") -> bool:
    """Whether a character can be seen where it stands, behind the one before it."""
    if char in _JOINERS:
        return before > "\x7f"
    return char.isprintable() and char not in _EMPTY
