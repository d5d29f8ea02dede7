"""Bytes of a text file to text: by its byte order mark, as UTF-8 if it is that, else by which reading makes words."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from roster_import.errors import UnreadableFile
from roster_import.language.messages import say
from roster_import.read.text.letters import implausibility

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What each has to make up for by better words, by how often such files are met: of equal readings the common encoding
# wins. Windows pages extend their ISO cousins; Mac and DOS pages are what old programs still export.
_HANDICAPS = {
    "cp1252": 0.0, "cp1250": 0.05, "cp1254": 0.05, "cp1251": 0.6, "cp932": 0.3, "gb18030": 0.6, "cp949": 0.6,
    "cp1253": 0.6, "cp1255": 0.6, "cp1256": 0.6, "mac_roman": 0.15, "big5": 0.65, "iso8859_2": 0.15, "cp850": 0.25,
    "cp1257": 0.6, "koi8_r": 0.75, "euc_jp": 0.9, "cp852": 0.5, "mac_latin2": 0.6,
}  # fmt: skip
_SAMPLE = 40_000
_NEAR = 0.25  # a rival this close is told of
_UTF8_CHARACTER = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text, the encoding it was read in, and for a guess the second-best reading if it was a near thing."""

    text: str
    encoding: str
    rival: str | None = None
    is_mixed: bool = False


def decoded(file_name: str, content: bytes, wish: str | None) -> Decoded:
    """The text of a file; `wish` overrules what is found out. Raises UnreadableFile where the wish cannot be true."""
    if wish is not None:
        return Decoded(text=_as_wished(file_name, content, wish), encoding=wish)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(text=content.decode(encoding, errors="replace"), encoding=encoding)
    return _unmarked(content)


def as_read(content: bytes, encoding: str) -> str:
    """The text in an encoding that `decoded` named; bytes it does not have become U+FFFD, which is told of later."""
    return content.decode(encoding, errors="replace")


def _as_wished(file_name: str, content: bytes, wish: str) -> str:
    try:
        name = codecs.lookup(wish).name
        return content.decode("utf-8-sig" if name == "utf-8" else name)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeError):
            message = say(
                "{file_name} is not written in {wish}: name another encoding, or none to have it found out.",
                file_name=file_name,
                wish=wish,
            )
            raise UnreadableFile(message, code="encoding-wrong") from error
        message = say(
            'There is no encoding called "{wish}": try utf-8, cp1252, cp1250, cp1254, mac_roman or shift_jis.',
            wish=wish,
        )
        raise UnreadableFile(message, code="encoding-unknown") from error


def _unmarked(content: bytes) -> Decoded:
    wide = _wide(content)
    if wide is not None:
        return Decoded(text=content.decode(wide, errors="replace"), encoding=wide)
    if b"\x1b$" in content or b"\x1b(J" in content:
        return Decoded(text=content.decode("iso2022_jp_ext", errors="replace"), encoding="iso2022_jp_ext")
    try:
        return Decoded(text=content.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return _mixed(content) or _guessed(content)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of digits, delimiters and Latin letters is zero."""
    head = content[:_SAMPLE]
    low, high = head[::2].count(0), head[1::2].count(0)
    if max(low, high) * 5 < len(head) // 2 or min(low, high) * 4 > max(low, high):
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _mixed(content: bytes) -> Decoded | None:
    """Two exports glued together: where most lines beyond ASCII are UTF-8, only the others are guessed."""
    lines = content.splitlines(keepends=True)
    telling = [line for line in lines if not line.isascii()]
    good = [line for line in telling if _is_utf8(line)]
    if len(good) * 2 < len(telling) or not any(_UTF8_CHARACTER.search(line) for line in good):
        return None
    other = _guessed(b"".join(line for line in telling if not _is_utf8(line)))
    text = "".join(line.decode("utf-8" if _is_utf8(line) else other.encoding, errors="replace") for line in lines)
    return Decoded(text=text, encoding=f"utf-8 and {other.encoding}", is_mixed=True)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guessed(content: bytes) -> Decoded:
    """The encoding whose reading of the lines beyond ASCII looks most like words."""
    sample = _telling_lines(content)
    weighed = sorted(_weighed(sample), key=lambda entry: entry[0])
    if not weighed:
        return Decoded(text=content.decode("latin-1"), encoding="latin-1")
    cost, encoding, reading = weighed[0]
    rival = next((other for near, other, text in weighed[1:] if near <= cost + _NEAR and text != reading), None)
    return Decoded(text=as_read(content, encoding), encoding=encoding, rival=rival)


def _telling_lines(content: bytes) -> bytes:
    """The first lines beyond ASCII, whole ones, as a character may take several bytes."""
    lines = [line for line in re.split(rb"[\r\n]+", content) if not line.isascii()]
    total, kept = 0, []
    for line in lines:
        kept.append(line)
        total += len(line)
        if total > _SAMPLE:
            break
    return b"\n".join(kept)


def _weighed(sample: bytes) -> list[tuple[float, str, str]]:
    """(implausibility, encoding, reading) of each encoding in which the bytes make sense."""
    readings: list[tuple[float, str, str]] = []
    for encoding in dict.fromkeys((*_HANDICAPS, *_second_opinion(sample))):
        try:
            reading = sample.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if not any("\x80" <= char <= "\x9f" for char in reading):
            readings.append((implausibility(reading, encoding) + _HANDICAPS.get(encoding, 0.5), encoding, reading))
    return readings


def _second_opinion(sample: bytes) -> list[str]:
    """What charset-normalizer makes of it: one more candidate, weighed like the others."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return [best.encoding] if best is not None else []
