"""How plausible is a text as words and names of some language? The measure by which encodings are told apart.

The same byte is ø in cp1252, ř in cp1250 and ų in cp1257. Each reading is weighed: are its letters those of one
language, do vowels and consonants take turns, does case run evenly, do signs stand where signs stand?
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

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
