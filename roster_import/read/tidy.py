"""Text as a person sees it: trimmed, in one Unicode form, on one line, without characters that show nothing."""

from __future__ import annotations

import re
import unicodedata

# Zero-width space and joiners of words, byte order mark, directional marks and isolates: they show nothing and carry
# no letter. The overrides U+202D and U+202E stay: they change what is seen, so somebody has to be told of them. The
# joiners U+200C and U+200D stay inside a word, where Persian, Indic scripts and emoji need them.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a\u202b\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_BLANKS = re.compile("[\u00a0\u2007\u202f]")  # no-break blanks look like a blank
_BREAKS = re.compile(r"[ ]*[\t\n\x0b\x0c\r\x85\u2028\u2029]+\s*")
_EDGES = "\u200c\u200d\u00ad\u180e"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_PLAIN = re.compile("[!-~]+(?: [!-~]+)*")


def tidy(text: str) -> str:
    """The text trimmed, NFC-normalised, on one line; letters, case and inner blanks stay as they were written."""
    if _PLAIN.fullmatch(text):
        return text
    text = _INVISIBLE.sub("", text)
    text = _BREAKS.sub(" ", _BLANKS.sub(" ", text))
    return unicodedata.normalize("NFC", _trimmed(text))


def unescaped(text: str) -> str:
    """The text of an Open XML string with its `_x000D_` escapes replaced (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _trimmed(text: str) -> str:
    """Without white space and invisible joiners on both sides, in whatever order they stand."""
    before = None
    while text != before:
        before = text
        text = text.strip().strip(_EDGES)
    return text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)
