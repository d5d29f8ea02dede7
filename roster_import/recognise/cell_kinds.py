"""What the text of one cell looks like: a number one could wear, a size, a name, a date, a mark."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache

from roster_import.recognise.east_asian import may_be_in_name
from roster_import.recognise.vocabulary import VOCABULARIES


class Trait(Enum):
    """Something a cell's text looks like; one text may look like several things."""

    __hash__ = object.__hash__  # each there is once, and is looked up for every cell: that of its name takes longer

    NOTHING = auto()  # stands for an empty cell: -, n/a
    JERSEY = auto()  # a number one could wear: 7, 07, #7, Nr. 7, 7.0
    INTEGER = auto()
    LARGE = auto()  # an integer of four digits or more
    COUNT = auto()  # a small integer
    HEIGHT = auto()  # of a person: 182, 1.82, 6' 1"
    LETTER_SIZE = auto()  # a size whatever stands above: XL, YM, 3-4
    NUMBER_SIZE = auto()  # a size if the heading says so: 140, 12, 38
    NAME = auto()  # could be a person's name
    FULL_NAME = auto()  # of two words or more
    UPPER = auto()
    EMAIL = auto()
    PHONE = auto()
    DATE = auto()
    MONEY = auto()
    MARK = auto()  # x, ✓
    YES_NO = auto()
    CODE = auto()  # letters and digits of an article code
    PROSE = auto()


_NOTHING_WORDS = """
    - – — . / n/a na none nil null tbd tbc tba ? ?? x/x s/n sn keine keiner ohne ingen inget aucun
"""
_NOTHING = frozenset(_NOTHING_WORDS.split())
_CONTROL = re.compile(r"(?:_x[0-9A-Fa-f]{4}_)+")  # a control character as Excel writes it down
_NUMBER_SIGN = re.compile(r"^(?:#|n[º°r]?\.?|no\.?|nr\.?|num\.?|№|nummer|number)\s*(?=\d)", re.IGNORECASE)
_JERSEY = re.compile(r"\d{1,4}(?:\.0)?")
_JERSEY_EITHER = re.compile(r"\d{1,3}\s*(?:/|or|oder|ou|o|eller|of)\s*\d{1,3}|[A-Z]{2}\s?\d{1,2}", re.IGNORECASE)
_INTEGER = re.compile(r"-?\d+(?:\.0)?")
_LETTERS = (
    r"(?:\d{1,2}\s?x|x{0,6})?\s?(?:s|m|l)|xx?s/?|xxl|[2-9]x|gg|pp|xgg+|eg|exg|(?:\d|x)?o|lt|mt|st|xlt|med|sml|lrg|lge"
)
SIZE_WORDS = (  # as people write them into the cell: Taille L, Größe M, talla: M
    r"size|gr(?:ö|oe)(?:ß|ss)e|gr\.?|st(?:ø|o)rrelse|storlek|storl\.?|strl?\.?|stl\.?|maat|taille|talla|taglia|tg\.?|tamanho|"
    r"tam\.?|rozmiar|rozm\.?|velikost|vel\.?|koko|beden"
)
_FOR_WHOM = (  # M dames, Ladies 14, G Baby Look
    r"adult|adlt?|youth|yth|kids?|junior|jr|sr|women'?s?|womens|men'?s?|mens|ladies|unisex|boys|girls|damen|herren|kinder|dame|herre|"
    r"barn|barna|dam|herr|dames|heren|femmes?|hommes?|enfants?|donna|uomo|bambin[oa]|mujer|hombre|niñ[oa]s?|feminin[oa]|masculin[oa]|"
    r"infantil|baby\s?look|damsk[aie]|męsk[aie]|dzieci[ęe]c[aey]|dámsk[áéý]|pánsk[áéý]|dětsk[áéý]|nais(?:ten|et)|miesten|lasten|"
    r"kadın|erkek|çocuk"
)
_LETTER_SIZE = re.compile(
    rf"(?:(?:y|a|w|yl?d|{_FOR_WHOM}|{SIZE_WORDS})[\s.:\-]*)?(?:{_LETTERS})(?:\s*[/\-]\s*(?:{_LETTERS}|gk?|gc))?"
    rf"(?:\s*\(.*\)|\s+(?:{_FOR_WHOM}))?\+*|(?:{_FOR_WHOM})\s(?:[4-9]|[1-5]\d|1[0-7]\d)|"
    r"[mfhd][\s\-](?:xx?s|[2-5]?xl|[sml])|[mfhd](?:xx?s|[2-5]?xl|xxl)",  # F-M, MXL
    re.IGNORECASE,
)
_WORD_SIZE = re.compile(
    r"(?:(?:youth|adult|kids?|boys?|girls?|women'?s?|men'?s?|ladies)[\s\-]+)?(?:(?:extra|\d?x)[\s\-]?)*"
    r"(?:small|medium|large)(?:\s*\(.*\))?|one[\s\-]?size.*|osf[am]|o/s|einheitsgr(?:ö|oe)(?:ß|ss)e|taille unique|tu|"
    r"talla (?:única|unica)|[úu]nico|één maat|adult|youth",
    re.IGNORECASE,
)
_WORD_SIZE_ELSEWHERE = re.compile(
    rf"(?:(?:{SIZE_WORDS})[\s.:\-]+)?(?:(?:extra|ekstra|x+|sehr|meget|mycket|très|muy|molto|muito|zeer|bardzo)[\s\-]+)?"
    r"(?:klein|mittel|gro(?:ß|ss)|lille|mellem|stor|liten|mellan|medel|middels|petite?|moyen(?:ne)?|grande?|pequeñ[oa]|"
    r"median[oa]|m[eé]di[oa]|piccol[oa]|pequen[oa]|middel|groot|mał[ya]|średnia?|duż[ya]|mal[ýá]|střední|velk[ýá]|pieni|"
    r"keskikoko|iso|küçük|orta|büyük)",
    re.IGNORECASE,
)
_YEARS = "jahre|ans|år|anni|años|anos|jaar|lat|let|vuotta|yaş"
_AGE_SIZE = re.compile(
    r"x{0,3}[sml][by]|(?:x{0,3}[sml]|[2-6]xl)[\s/-]{1,3}(?:reg(?:ular)?|long|short|tall|petite)|(?:j|jnr|junior|snr|senior)\.?\s?\d{1,2}\s?[-–]\s?\d{1,2}|"
    rf"\d{{1,2}}\s*[-/–]\s*\d{{1,2}}\s*(?:yr?s?|years?|{_YEARS}|mo?|m)?\.?|"
    rf"\d{{1,2}}\s*(?:yo|y|yrs?|years?|{_YEARS}|a|t)\.?|"
    rf"y\d{{1,2}}|\d{{2,3}}\s*[-/]\s*\d{{1,3}}(?:\s*(?:cm|yr?s?|years?|{_YEARS})\.?)?|x{{0,3}}[sml]\s?/\s?[2-5]\d|"
    r"(?:age[sd]?|alter|alder|ålder|leeftijd|âge|edad|età|idade|wiek|věk|ikä|yaş)\s?\d{1,2}(?:\s?[-/–]\s?\d{1,2})?|"
    rf"(?:{SIZE_WORDS}|kids|kinder|t\.?)[\s.:\-]*\d{{2,3}}|\d{{2,3}}\s?cm|t\s?\d\s*\(\d\d\s*[-/]\s*\d\d\)|\w{{3,9}}jährige|[2-6]\d\s?(?:[RSLT]|reg(?:ular)?|long|short|tall|lang|kurz|normal)\.?|w\s?[2-5]\d\s?[/x]?\s?l\s?[23]\d|[2-5]\d\s?x\s?[23]\d",
    re.IGNORECASE,
)
_NUMBER_SIZES = frozenset(
    {*range(2, 25, 2), *range(3, 16, 2), *range(24, 63), *range(100, 200, 10)}
    | {80, 85, 86, 90, 92, 95, 98, 104, 105, 115, 116, 122, 128, 134, 146, 152, 158, 164, 176, 188}
)
# of socks, mostly, of trousers by their length, and of those for work: C50, D116
_SIZE_IF_HEADED = re.compile(
    r"c(?:x?s|m|l|x?l)|jnr|snr|jun|sen|junior|senior|mini|reg|regular|std|standard|x?ch|gde|w(?:[468]|1[02468]|2[024])|[cd]\s?(?:[3-6]\d|[89]\d|1\d\d)|\d{2}\s?(?:\"|”|''|in|inch|inches|tum|zoll)|[5-8]\s[1357]/[248]",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PIECES = re.compile(  # 2 par, 3 Stück: so many of one thing
    r"\d{1,2}\s?(?:pairs?|paar|par|paires?|paia|pares|pary|p[aá]ry?|paria|[cç]ift|stk|stück|stueck|stuks|szt|ks|kpl|pcs?|"
    r"pieces?|pzi?|pezz[io]|uds?|und|unid(?:ad(?:es)?|ades?)?|sztuk[ai]?|kus[yů]?|kusů|styk|styck(?:en)?|adet|双|足|枚|켤레|벌)\.?",
    re.IGNORECASE,
)
_FEET = re.compile(r"[4-7]\s*(?:'|’|ft|-)\s*\d{1,2}\s*(?:\"|”|''|in)?")
_METRES = re.compile(r"[12](?:[.,]\d{2}\s*m?|\s?m\s?\d{2})")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s()/.\-]{7,}")
_DATE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:[ ,].*)?|\d{1,2}\.\d{1,2}\.?|"
    r"\d{1,2}[ \-](?:jan|feb|m[aä]r|apr|ma[iyj]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\w*\.?(?:[ \-]\d{2,4})?",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:[€$£]|kr\.?|dkk|eur)\s*\d[\d.,]*|\d[\d.,]*\s*(?:[€$£]|kr\.?|dkk|eur|usd|,-)", re.IGNORECASE)
_MARKS = frozenset(["xx", *"x×✓✔✗✘✕✖✅❌❎☑☒☐√•*o○●"])
_YES_NO_WORDS = """
    ja nej nein nei nee yes no y n j true false oui non si sí sì sim não nao tak nie ano ne kyllä ei evet hayır
    wahr falsch vrai faux var yok はい いいえ あり なし 要 不要 예 네 아니오 아니요 있음 없음 신청 미신청 是 否 有 無 无
"""
_YES_NO = frozenset(_YES_NO_WORDS.split()).union(*(vocabulary.yes_no.split() for vocabulary in VOCABULARIES))
_CODE = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]+(?:[-_/.][A-Za-z0-9]+)+|[A-Z]{2,}\d{2,}\w*")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’\-.][^\W\d_]*)*\.?")
_BEHIND_NAME = re.compile(r"(?<!\s)\s*+\([^()]*+\)\s*+$|(?<!\s)\s++#?\d{1,2}$")
_LONGEST_NAME = 45


@lru_cache(maxsize=8192)
def traits(text: str) -> frozenset[Trait]:
    """Everything the text looks like."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if plain.casefold() in _NOTHING or _CONTROL.fullmatch(plain):
        return frozenset({Trait.NOTHING})
    found = _as_size(plain) | _as_name(plain) | _as_words(plain)
    return frozenset(found | _as_number(plain) | _as_figures(plain) if _DIGIT.search(plain) else found)


def says_nothing(text: str) -> bool:
    """Whether the text is only dashes, dots or control characters; the surname None says something."""
    return not text[:1].isalnum() and (not any(map(str.isalnum, text)) or bool(_CONTROL.fullmatch(text)))


def integer(text: str) -> int | None:
    """The whole number a cell holds, if it holds one; #7 and 7.0 are 7."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) < 16 else None
    plain = _NUMBER_SIGN.sub("", unicodedata.normalize("NFKC", text).strip()).removesuffix(".")
    return int(float(plain)) if _INTEGER.fullmatch(plain) and len(plain) < 16 else None


def _as_number(text: str) -> set[Trait]:
    found: set[Trait] = set()
    if _JERSEY.fullmatch(_NUMBER_SIGN.sub("", text)) or _JERSEY_EITHER.fullmatch(text):
        found.add(Trait.JERSEY)
    if _INTEGER.fullmatch(text):
        value = int(float(text)) if len(text) < 16 else 10**15
        found.add(Trait.INTEGER)
        found |= {Trait.LARGE} if value >= 1000 else set()
        found |= {Trait.COUNT} if 0 <= value <= 20 else set()
        found |= {Trait.HEIGHT} if 100 <= value <= 215 else set()
    elif _PIECES.fullmatch(text):
        found.add(Trait.COUNT)
    if _FEET.fullmatch(text) or _METRES.fullmatch(text):
        found.add(Trait.HEIGHT)
    return found


def _as_size(text: str) -> set[Trait]:
    value = integer(text)
    if value is not None:
        return {Trait.NUMBER_SIZE} if value in _NUMBER_SIZES else set()
    if _SIZE_IF_HEADED.fullmatch(text):
        return {Trait.NUMBER_SIZE}
    if text in {"P", "G"}:  # Brazilian small and large, but also goalkeeper and guard
        return {Trait.NUMBER_SIZE}
    if (
        _LETTER_SIZE.fullmatch(text)
        or _WORD_SIZE.fullmatch(text)
        or _WORD_SIZE_ELSEWHERE.fullmatch(text)
        or _AGE_SIZE.fullmatch(text)
    ):
        return {Trait.LETTER_SIZE}
    return set()


def _is_east_asian_name(text: str) -> bool:
    return 2 <= len(text) <= 12 and not text.isascii() and all(map(may_be_in_name, text))


def _as_name(text: str) -> set[Trait]:
    found = {Trait.UPPER} if text.isupper() and len(text) > 2 else set()
    shorn = _BEHIND_NAME.sub("", text)
    if shorn != text and _JERSEY.fullmatch(_NUMBER_SIGN.sub("", text)):
        return found  # nr. 7
    if _is_east_asian_name(shorn.replace(" ", "")):
        return found | {Trait.NAME, Trait.FULL_NAME}
    joined = all(part[:1].isupper() for part in shorn.split("_"))  # Ada_Brindle, as programs write it
    words = shorn.replace(",", " ").replace("_", " " if joined else "_").split()
    if 0 < len(words) <= 6 and len(text) <= _LONGEST_NAME and len(shorn) > 1 and all(map(_NAME_WORD.fullmatch, words)):
        found.add(Trait.NAME)
        found |= {Trait.FULL_NAME} if len(words) > 1 else set()
    return found


def _as_figures(text: str) -> set[Trait]:
    """What has a digit in it."""
    checks = (
        (Trait.PHONE, bool(_PHONE.fullmatch(text)) and sum(map(str.isdigit, text)) >= 7),
        (Trait.DATE, bool(_DATE.fullmatch(text))),
        (Trait.MONEY, bool(_MONEY.fullmatch(text))),
        (Trait.CODE, bool(_CODE.fullmatch(text))),
    )
    return {trait for trait, holds in checks if holds}


def _as_words(text: str) -> set[Trait]:
    lower = text.casefold().rstrip("\ufe0f")  # ✔️, a sign as a picture
    checks = (
        (Trait.EMAIL, "@" in text and bool(_EMAIL.fullmatch(text))),
        (Trait.MARK, lower in _MARKS),
        (Trait.YES_NO, lower in _YES_NO),
        (Trait.PROSE, len(text) > _LONGEST_NAME or len(text.split()) > 6),
    )
    return {trait for trait, holds in checks if holds}


DATA = frozenset({Trait.INTEGER, Trait.EMAIL, Trait.DATE, Trait.PHONE, Trait.CODE, Trait.MARK, Trait.MONEY})
"""What values look like, and the words of a heading do not."""

SIZES = frozenset({Trait.LETTER_SIZE, Trait.NUMBER_SIZE})
"""What sizes look like."""


def is_data(text: str) -> bool:
    """Whether a cell holds a value and no words of a heading."""
    return bool(traits(text) & (DATA | SIZES))
