"""Characters that cannot be seen, or that change how others are seen: found, and shown by their numbers.

This is the one place that knows them. Whatever leaves for a reader goes through it at its rim: the screen (`cli/screen.py`),
the watch's log and messages, pages and JSON.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

# Printable to Unicode, and yet nothing to see: fillers of Hangul, the empty pattern of Braille, a joiner of graphemes.
_EMPTY: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U0001d159")
_JOINERS: Final = "\u200c\u200d"  # inside words of Arabic and Indic scripts, and inside emoji
_JOINED: Final = ("Lo", "Mn", "Mc", "So", "Sk")  # what letters and signs of these are called; those of Latin are none
_LATER: Final = ("\U0001f000", "\U0001faff")  # emoji that Unicode has taken in since this Python was made
# Which picture is meant, text or emoji, or which form of a letter: seen by what it does to one sign, hidden text in a row.
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LONGEST_EXCERPT: Final = 200  # letters of what somebody wrote
_LONGEST_VALUE: Final = 500  # paths are the longest that anybody has to read
# The flags of England, Scotland and Wales, spelt in characters that are never seen: no others are in use (UTS 51, B.1).
_SPELT: Final = re.compile(
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|"
    "\U000e0077\U000e006c\U000e0073)\U000e007f"
)


def visible(text: str) -> str:
    """The text with every character that cannot be seen shown by its number, such as [U+202E]; line ends stay."""
    return _replaced_by_lines(text, number, kept="\t")


def on_one_line(text: str) -> str:
    """The text as it stands in a line: an end of a line in it is shown, too, and makes no other that could be taken for ours."""
    return text if _is_plain(text) else replaced(text, number)


def cut(text: str, longest: int = _LONGEST_EXCERPT) -> str:
    """The text, said to go on where it is longer; unless said otherwise, as much of it as a message shows of what was written."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def as_a_value(text: str) -> str:
    """The text as it stands in a sentence on a screen: on one line, and no longer than anybody reads."""
    return on_one_line(cut(text, _LONGEST_VALUE))


def in_json(document: Any, *, indent: int | None = None) -> str:
    """The document as JSON, the same to whoever reads it as data; what cannot be seen is written by its number."""
    return _replaced_by_lines(json.dumps(document, ensure_ascii=False, indent=indent), _escaped)


def replaced(text: str, shown: Callable[[str], str], kept: str = "") -> str:
    """The text with `shown` of every character that cannot be seen in its place, but for those kept."""
    if "\U000e007f" in text:
        parts = zip((*_SPELT.split(text),), (*_SPELT.findall(text), ""), strict=True)
        return "".join(_replaced(part, shown, kept) + flag for part, flag in parts)
    return _replaced(text, shown, kept)


def _replaced_by_lines(text: str, shown: Callable[[str], str], kept: str = "") -> str:
    """Line by line: nearly all lines are plain, and those are not gone through character by character."""
    return "\n".join(line if _is_plain(line) else replaced(line, shown, kept) for line in text.split("\n"))


def _replaced(text: str, shown: Callable[[str], str], kept: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    before = ["", *text]
    return "".join(
        char if char in kept or is_seen(char, last) else shown(char) for char, last in zip(text, before, strict=False)
    )


def _is_plain(text: str) -> bool:
    return text.isprintable() and _EMPTY.isdisjoint(text) and (text.isascii() or _SELECTORS.search(text) is None)


def number(char: str) -> str:
    """A character by its number: [U+202E]."""
    return f"[{code(char)}]"


def code(char: str) -> str:
    """A character's number as Unicode has it: U+202E."""
    return f"U+{ord(char):04X}"


def _escaped(char: str) -> str:
    return json.dumps(char)[1:-1] if char > "\x7f" else f"\\u{ord(char):04x}"


def is_control(char: str) -> bool:
    """Whether it is one of the characters that steer machines, C0, delete and C1."""
    return unicodedata.category(char) == "Cc"


def is_seen(char: str, before: str = "") -> bool:
    """Whether a character can be seen where it stands, behind the one before it."""
    if char.isascii():
        return char.isprintable()
    if char in _JOINERS:
        return before > "\x7f" and unicodedata.category(before) in _JOINED
    if _SELECTORS.match(char):
        return before != "" and not before.isspace() and is_seen(before) and not _SELECTORS.match(before)
    return (char.isprintable() or _LATER[0] <= char <= _LATER[1]) and char not in _EMPTY
