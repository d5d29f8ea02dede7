"""The text of one cell, tidied: what shows nothing is taken away, what may be all that is left of a letter is told."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping


T = TypeVar("T")
# Zero-width space and joiners of words, byte order mark, directional marks and isolates: they show nothing and carry
# no letter. The overrides U+202D and U+202E stay: they change what is seen, so somebody has to be told of them. The
# joiners U+200C and U+200D stay inside a word, where Persian, Indic scripts and emoji need them.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a\u202b\u2060\u2066-\u2069\ufeff]")
# Control characters, and the pictures of them that stand for those which XML and delimited text cannot carry. They are
# left out, but never in silence: one of them may be all that is left of a letter.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2400-\u241f\u2421]")
_BLANKS = re.compile("[\u00a0\u2007\u202f]")  # no-break blanks look like a blank
_BREAKS = re.compile(r"(?<! )[ ]*+[\t\n\x0b\x0c\r\x85\u2028\u2029]++\s*+")
_EDGES = "\u200c\u200d\u00ad\u180e"
_ESCAPED = re.compile("(?:_x[0-9A-Fa-f]{4}_)+")
# Up to U+02FF nothing composes: a text of these alone is in NFC.
_WORD = "[!-~\u00a1-\u00ac\u00ae-\u02ff]++"
_PLAIN = re.compile(f"{_WORD}(?: {_WORD})*+")
_ALL_PLAIN = re.compile(f"{_WORD}(?:[ \n]{_WORD})*+")


def tidy(text: str) -> str:
    """The text trimmed, NFC-normalised, on one line; letters, case and inner blanks stay as they were written."""
    if _PLAIN.fullmatch(text):
        return text
    text = _BREAKS.sub(" ", _BLANKS.sub(" ", _INVISIBLE.sub("", text)))
    text = _CONTROLS.sub("", text)
    return unicodedata.normalize("NFC", _trimmed(text))


def as_they_stand(texts: Mapping[T, str], longest: int) -> Mapping[T, str | None]:
    """Each text as `_as_it_stands` has it; where all are plain, which is seen at once, none is looked at."""
    every = "\n".join(texts.values())
    plain = _ALL_PLAIN.fullmatch(every) and every.count("\n") < len(texts)
    if plain and max(map(len, texts.values())) <= longest:
        return texts
    return {value: _as_it_stands(text, longest) for value, text in texts.items()}


def _as_it_stands(text: str, longest: int) -> str | None:
    """The text tidied; None where there is more to say of it: nothing is left, it is too long, or something is lost."""
    if not text or len(text) > longest:
        return None
    tidied = tidy(text)
    return tidied if tidied is text or (tidied and not controls_in(text)) else None


def controls_in(text: str) -> str:
    """The control characters of a text that `tidy` leaves out, each once; line breaks and tabs are none."""
    return "".join(map(_control, dict.fromkeys(_CONTROLS.findall(text))))


def picture(control: int) -> str:
    """The sign that stands for a control character of ASCII where it cannot stand itself."""
    return chr(0x2421 if control == 0x7F else 0x2400 + control)


def unescaped(text: str) -> str:
    """The text of an Open XML string with its `_x000D_` escapes replaced (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPED.sub(_characters, text) if "_x" in text else text


def _trimmed(text: str) -> str:
    """Without white space and invisible joiners on both sides, in whatever order they stand."""
    before = None
    while text != before:
        before = text
        text = text.strip().strip(_EDGES)
    return text


def _control(char: str) -> str:
    code = ord(char)
    return "\x7f" if code == 0x2421 else chr(code - 0x2400) if code >= 0x2400 else char


def _characters(match: re.Match[str]) -> str:
    """A run of escapes: code units of UTF-16, of which two may be one character; half a one becomes U+FFFD."""
    return bytes.fromhex("".join(re.findall("[0-9A-Fa-f]{4}", match[0]))).decode("utf-16-be", errors="replace")
