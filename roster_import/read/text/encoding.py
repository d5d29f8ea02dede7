"""Bytes of a text file to text: by its byte order mark, as UTF-8 if it is that, else by which reading makes words."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from roster_import.errors import UnreadableFile
from roster_import.language.messages import say

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


# ------------------------------------------------------------------------------------------------------------- letters


# Letters beyond a-z of the languages that rosters are written in. A community that is small needs more evidence.
_ALPHABETS = {
    "da-no": "æøåé",
    "sv-fi": "åäöé",
    "de": "äöüß",
    "fr": "éèêëàâçîïôùûüœæÿ",
    "es": "ñáéíóúü",
    "it": "àèéìíòóù",
    "pt": "ãõáâàçéêíóôú",
    "nl-en": "ëïéèêöüç",
    "is": "áéíóúýþæöð",
    "pl": "ąćęłńóśźż",
    "cs-sk": "áäčďéěíĺľňóôŕřšťúůýž",
    "hu": "áéíóöőúüű",
    "tr": "çğıöşü",
    "ro": "ăâîşţ",
    "hr-sl": "čćđšž",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "et": "äöõüšž",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгдеєжзиіїйклмнопрстуфхцчшщьюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "el": "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",
    "he": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
}
_RARE = {"is": 0.4, "et": 0.3, "lt": 0.2, "lv": 0.2, "sr": 0.2}
_OTHER_SCRIPTS = frozenset("".join(_ALPHABETS[name] for name in ("ru", "uk", "sr", "el", "he", "ar")))
_NAMES_FROM_ABROAD = frozenset("éèêëáàâäãåæçíìîïñóòôöõøúùûüýß")
_VOWELS = frozenset("aeiouyáàâäãåæăąéèêëěęėēíìîïıįīóòôöõøőœúùûüůűųūýÿаеёиоуыэюяіїєαεηιουωάέήίόύώϊϋΐΰ")
_SIGNS = frozenset("“”„‘’‚«»‹›–—…€£§°ºª©®™·•№¿¡½¼¾²³¹×±´¨")
_WITHIN_WORDS = {"’": 0.0, "‘": 0.2, "´": 0.2, "·": 0.2, "–": 0.6, "—": 0.6}
_WORD = re.compile(r"[^\W\d_]+")
# þ opens a word and ð never does (Icelandic), õ is followed by e (Portuguese), ý stands once and not beside y (Czech),
# ğ follows a vowel (Turkish): elsewhere they are another letter misread.
_UNLIKELY = re.compile(r"\Bþ|\bð|õ(?!e|$)|yý|ýy|ý\w*ý|[bcdfghjklmnprstvz]ğ", re.IGNORECASE)
_TORN = re.compile(r"[^\x00-\x7f][\^\[\]{}|\\`~@]")  # the second byte of a character of two
_FIRST_IDEOGRAPHIC = "\u1100"
# The everyday part of the national standards is told by the first byte.
_COMMON_LEADS = (("shift_jis", 0x88, 0x97), ("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6))
_COMMON_HANGUL = frozenset(
    "가강건경고곽광구권규근기김나남노다대도동두등라란래로류름리마명모무문미민박배백번범변보봉빈사상서선성세소손송수숙순"
    "승시신아안양연영예오옥용우운원유윤은의이인일임자장재전정조종주준즈지진창채천철최키킹태트팀하한함해허현혜호홍화환황효훈희"
)


def implausibility(text: str, encoding: str) -> float:
    """How many characters beyond ASCII look out of place; 0 is perfect. Readings of the same bytes can be compared."""
    return _foreign_letters(text, encoding) + _odd_words(text) + _odd_signs(text)


def _foreign_letters(text: str, encoding: str) -> float:
    """The letters that the best-fitting language does not have; those of foreign names count little."""
    counts = Counter(char for char in text.lower() if char > "\x7f" and char.isalpha())
    east = {char: count for char, count in counts.items() if char >= _FIRST_IDEOGRAPHIC}
    west = {char: count for char, count in counts.items() if char not in east}
    cost = sum(_rarity(char) * count for char, count in east.items())
    if not west:
        return cost
    return cost + min(
        sum(_strangeness(char, _ALPHABETS[name]) * count for char, count in west.items()) + _RARE.get(name, 0.0)
        for name in _languages(encoding)
    )


@cache
def _languages(encoding: str) -> tuple[str, ...]:
    """The languages that can be written in an encoding at all."""
    languages = []
    for name, alphabet in _ALPHABETS.items():
        try:
            alphabet.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            continue
        languages.append(name)
    return tuple(languages) or ("nl-en",)


def _strangeness(char: str, alphabet: str) -> float:
    if char in alphabet:
        return 0.0
    return 0.1 if char in _NAMES_FROM_ABROAD else 1.0


@cache
def _rarity(char: str) -> float:
    """0 for kana and everyday Hangul, little for everyday ideographs, more for those that hardly anybody writes."""
    if "\u3040" <= char <= "\u30ff" or char in _COMMON_HANGUL or "\uff10" <= char <= "\uff5a":
        return 0.0
    if "\uff66" <= char <= "\uff9f":  # half-width kana: mostly the bytes of something else
        return 0.6
    if "\uac00" <= char <= "\ud7a3":
        return 0.3 if _lead(char, "euc_kr") else 1.0
    return 0.1 if any(first <= _lead(char, encoding) <= last for encoding, first, last in _COMMON_LEADS) else 0.7


def _lead(char: str, encoding: str) -> int:
    """The first byte of a character, 0 where the standard does not have it."""
    coded = char.encode(encoding, errors="ignore")
    return coded[0] if coded else 0


def _odd_words(text: str) -> float:
    return sum(_oddness(word) for word in _WORD.findall(text) if not word.isascii())


def _oddness(word: str) -> float:
    """Runs of vowels or consonants around a letter beyond ASCII, uneven case, scripts within one word."""
    cost = 0.8 * len(_UNLIKELY.findall(word))
    others = [char for char in word if char >= _FIRST_IDEOGRAPHIC or char.lower() in _OTHER_SCRIPTS]
    if len(others) < len(word):
        cost += len(others)
    if word >= _FIRST_IDEOGRAPHIC:
        return cost
    small = word.lower()
    for at, char in enumerate(small):
        if char > "\x7f":
            cost += 0.5 * _is_in_run(small, at) + 1.0 * _breaks_case(word, at)
    return cost


def _is_in_run(word: str, at: int) -> bool:
    """A vowel between vowels, or a consonant between consonants; Hebrew and Arabic write no vowels."""
    if not 0 < at < len(word) - 1 or "\u0590" <= word[at] <= "\u06ff":
        return False
    return (word[at - 1] in _VOWELS) == (word[at] in _VOWELS) == (word[at + 1] in _VOWELS)


def _breaks_case(word: str, at: int) -> bool:
    """A capital after a small letter, or a small letter among capitals: `sÈren`, `MŸller`, `йЧБОПЧ`."""
    if word[at].isupper():
        return at > 0 and (word[at - 1].islower() or word[at + 1 : at + 2].islower())
    return len(word) > 2 and (word[:at] + word[at + 1 :]).isupper()


def _odd_signs(text: str) -> float:
    """Signs that touch letters: `M¸ller`, `Bj¿rn`, `J„rgen`, `Micha³`."""
    cost = 0.5 * len(_TORN.findall(text))
    for at, char in enumerate(text):
        if char <= "\x7f" or char.isspace() or (char.isalpha() and char not in "ºª"):
            continue
        before, after = text[at - 1 : at].isalpha(), text[at + 1 : at + 2].isalpha()
        cost += _oddity(char, before=before, after=after)
    return cost


def _oddity(char: str, *, before: bool, after: bool) -> float:
    if before and after:
        return _WITHIN_WORDS.get(char, 2.0)
    if before or after:
        return 0.2 if char in _SIGNS else 1.0
    return 0.0 if char in _SIGNS else 0.5
