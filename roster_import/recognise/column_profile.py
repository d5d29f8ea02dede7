"""What the cells under a heading speak for and against: a profile of the column, and points per meaning from it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.model.sheets import heading_key
from roster_import.recognise.children import are_of_ages
from roster_import.recognise.tokens import fold, means
from roster_import.recognise.vocabulary import VOCABULARIES
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence


class Trait(Enum):
    """Something a cell's text looks like; one text may look like several things."""

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


C = Concept
M = Meaning
T = Trait
_LONG = frozenset(["long", "lang", "lange"])
_WORD = re.compile(r"[a-z]{3,}|[^\W\d_a-z]+")
_TOLD_APART = 12  # different values looked at for words we know
_KINDS = 4  # so many different values are kinds rather than people, where they come again and again
_ENOUGH = 4  # fewer cells than this prove little about repetition
_HANDS = frozenset(["L", "R", "B", "S"])  # left, right, both, switch
_GENDERS = frozenset(["m", "f", "w", "d", "k", "h", "b", "g", "u", "v"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the filled cells of one column look like: shares run from 0 to 1."""

    filled: int
    shares: Mapping[Trait, float]
    distinct: float  # different values among the filled ones
    values: frozenset[str]
    integers: tuple[int, ...]
    counter: bool  # runs 1, 2, 3 … (or from 0) down the rows
    changes: int  # how often a filled cell says something else than the one above
    catalogued: float  # share that are titles or codes of the catalogue
    words: Mapping[Concept, float]  # share of the different values that begin with a word we know: Shorts, U12

    def speaks_of(self, *concepts: Concept) -> float:
        """The share of the different values with a word for one of these."""
        return max(self.words.get(concept, 0.0) for concept in concepts)

    def share(self, *any_of: Trait) -> float:
        """The share of the filled cells that show the trait; of several traits the largest share."""
        return max(self.shares.get(trait, 0.0) for trait in any_of)


def profile(cells: Sequence[str], catalogue: Collection[str] = (), *, runs: bool = False) -> Profile:
    """Look at the cells of one column, in row order; empty ones may be among them. `runs`: it counts the rows."""
    filled = [cell for cell in cells if cell and T.NOTHING not in traits(cell)]
    counts = Counter(trait for cell in filled for trait in traits(cell))
    total = len(filled) or 1
    numbers = tuple(value for value in map(integer, filled) if value is not None)
    return Profile(
        filled=len(filled),
        shares={trait: count / total for trait, count in counts.items()},
        distinct=len(set(filled)) / total,
        values=frozenset(filled),
        integers=numbers,
        counter=runs,
        changes=sum(above != below for above, below in pairwise(filled)),
        words=_words(tuple(dict.fromkeys(filled))[:_TOLD_APART]),
        catalogued=sum(heading_key(cell) in catalogue for cell in filled) / total if catalogue else 0.0,
    )


def _words(values: Sequence[str]) -> Mapping[Concept, float]:
    texts = [_WORD.findall(fold(value)) for value in values]
    if any(not _LONG.isdisjoint(words) for words in texts):  # beside a long sleeve a short one is no garment
        texts = [[word for word in words if word != "short"] for words in texts]
    found = Counter(concept for words in texts for concept in {*map(_meant, words)} if concept)
    return {concept: count / len(values) for concept, count in found.items()}


def _meant(word: str) -> Concept | None:
    concept = means(word)
    return C.GARMENT if concept is C.OTHER_GARMENT else concept


def is_counter(cells: Sequence[str]) -> bool:
    """Whether the cells count 1, 2, 3 … (or from 0), with hardly a gap."""
    numbers = [number for number in map(integer, cells) if number is not None]
    if not numbers or len(numbers) < len(cells) or not 0 <= numbers[0] <= 1:
        return False
    steps = sum(b - a == 1 for a, b in pairwise(numbers))
    return steps >= 0.9 * (len(numbers) - 1)


def fit(meaning: Meaning, cells: Profile) -> float:
    """Points the cells give the meaning, from about -6 (cannot be) to +3 (looks just like it); empty cells give 0."""
    if not cells.filled:
        return 0.0
    return _FITS.get(meaning, _no_opinion)(cells)


def is_body_height(cells: Profile) -> bool:
    """Whether the column looks like people's heights rather than children's sizes in centimetres."""
    if cells.share(T.HEIGHT) < 0.7:
        return False
    off_scale = [number for number in cells.integers if T.NUMBER_SIZE not in traits(str(number))]
    return not cells.integers or len(off_scale) >= 0.25 * len(cells.integers)


_SMALLEST, _LARGEST = 4, 24  # of dresses and of children by their age


def are_even_sizes(cells: Profile) -> bool:
    """Whether they are even numbers such as dresses and children's shirts go by: 8, 10, 12."""
    numbers = set(cells.integers)
    return (
        cells.filled >= _ENOUGH
        and len(cells.integers) >= 0.9 * cells.filled
        and not any(number % 2 for number in numbers)
        and min(numbers) >= _SMALLEST
        and 2 * _SMALLEST <= max(numbers) <= _LARGEST
        and len(numbers) > 1
    )


def is_marked(cells: Profile) -> bool:
    """Whether the cells only say yes or no."""
    return cells.filled > 0 and cells.share(T.MARK) + cells.share(T.YES_NO) >= 0.8


def _no_opinion(cells: Profile) -> float:
    return 0.0


def _number(cells: Profile) -> float:
    jersey = cells.share(T.JERSEY)
    points = 2.5 if jersey >= 0.9 else 1.0 if jersey >= 0.6 else -1.0 if jersey >= 0.35 else -6.0
    points -= 4.0 if cells.share(T.LARGE) > 0.5 else 0.0
    points -= 2.0 if is_body_height(cells) else 0.0
    points -= 2.5 if cells.counter else 0.0
    points -= 3.0 if _alike(cells) else 0.0
    points -= 4.0 if _mixes_sizes(cells) else 0.0
    points -= 2.0 if cells.integers and max(cells.integers) <= 4 and len(set(cells.integers)) < cells.filled else 0.0
    return points


def _mixes_sizes(cells: Profile) -> bool:
    """Whether they are sizes in letters and in figures, or the centimetres of children's sizes: S, 152, 164."""
    letters, figures = cells.share(T.LETTER_SIZE), cells.share(T.NUMBER_SIZE)
    centimetres = bool(cells.integers) and min(cells.integers) > _HIGHEST_WORN and figures >= 0.9
    return centimetres or (letters >= 0.1 and letters + figures >= 0.9)


def _alike(cells: Profile) -> bool:
    """Whether nearly all cells say the same, as quantities do and jersey numbers do not."""
    return cells.filled >= _ENOUGH and cells.distinct <= max(0.15, 1.5 / cells.filled)


def _size(cells: Profile) -> float:
    letters, numbers = cells.share(T.LETTER_SIZE), cells.share(T.NUMBER_SIZE)
    if is_body_height(cells):
        return -6.0
    if {value.casefold() for value in cells.values} <= _GENDERS and len(cells.values) > 1 and "l" not in cells.values:
        return 0.0 if cells.values & {"S", "L", "G", "P"} else -3.0
    if cells.values <= _HANDS and "R" in cells.values:
        return -6.0
    if letters >= 0.7:
        return 3.0 if len(cells.values) > 1 or not cells.values <= {"M", "W", "A"} else 0.5
    if not letters and _all_apart(cells):
        return 0.0  # a team wears a few sizes, not one each
    if letters + numbers >= 0.8:
        return 2.5 if letters >= 0.2 or not cells.integers else 1.0 if not cells.counter else -3.0
    return 0.0 if letters + numbers >= 0.4 else -4.0


_HIGHEST_WORN = 99
_MANY = 6
_NO_COUNT = 1000  # nobody orders so many of each


def _quantity(cells: Profile) -> float:
    counts = cells.share(T.COUNT)
    if cells.counter and cells.filled >= _ENOUGH:
        return -4.0
    if counts >= 0.9 and _all_apart(cells):
        return -1.0  # nobody orders another count for everyone
    if counts >= 0.9 and are_even_sizes(cells):
        return 0.5
    if counts >= 0.9:
        return 2.5 if cells.integers and max(cells.integers) <= 6 else 1.5
    if _mixes_sizes(cells):
        return -2.0
    if cells.integers and min(cells.integers) >= _NO_COUNT:
        return -5.0  # 298791 of a thing is nobody's order: it is its number
    return 0.5 if counts >= 0.5 or cells.share(T.INTEGER) >= 0.8 else -5.0


def _all_apart(cells: Profile) -> bool:
    """Whether they are many whole numbers of which no two are alike, up to ten and more."""
    return cells.filled >= _MANY and len(set(cells.integers)) == cells.filled and max(cells.integers) >= 10


_NO_NAMES = -9.0  # whatever the column is called


def _nobody(cells: Profile) -> bool:
    """Whether the cells plainly say something else than who: yes and no, marks, addresses, dates, amounts."""
    return is_marked(cells) or cells.share(T.EMAIL, T.DATE, T.PHONE, T.MONEY, T.LARGE) >= 0.5


def _sorted_into(cells: Profile) -> bool:
    """Whether people are sorted into a few kinds, again and again: Senior, Junior; active, passive."""
    return (
        cells.filled >= _ENOUGH
        and cells.distinct <= 0.5
        and len(cells.values) <= _KINDS
        and cells.share(T.FULL_NAME) < 0.5
        and cells.changes >= max(2 * (len(cells.values) - 1), 2)
    )


def _person(cells: Profile) -> float:
    names = cells.share(T.NAME)
    if _nobody(cells) or _sorted_into(cells) or are_of_ages(cells.values):
        return _NO_NAMES
    if cells.share(T.LETTER_SIZE, T.YES_NO, T.EMAIL) >= 0.5 or names < 0.4:
        return -3.5  # a column that is called Player stays one, though doubtful
    if cells.speaks_of(C.GARMENT, C.CHILD_SIZES, C.COLOUR, C.PLAY, C.TEAM, C.CLUB) >= 0.3:
        return -2.0
    points = 2.0 if names >= 0.8 else 0.0
    points += 1.0 if cells.share(T.FULL_NAME) >= 0.5 else 0.0
    return points - (2.5 if cells.filled >= 8 and cells.distinct < 0.25 else 0.0)


def _part_of_name(cells: Profile) -> float:
    if _nobody(cells):
        return _NO_NAMES
    return 2.0 if cells.share(T.NAME) >= 0.7 else 0.0 if cells.share(T.NAME) >= 0.4 else -4.0


def _before_a_name(cells: Profile) -> float:
    return _NO_NAMES if _nobody(cells) or cells.share(T.INTEGER) >= 0.5 else 1.0


def _printed(cells: Profile) -> float:
    if is_marked(cells):
        return _NO_NAMES  # whether it is printed, not what
    if cells.share(T.JERSEY, T.EMAIL, T.DATE, T.YES_NO, T.PHONE) >= 0.7:
        return -4.0
    points = 1.5 if cells.share(T.NAME) >= 0.5 else 0.0
    return points + (1.0 if cells.share(T.UPPER) >= 0.5 else 0.0)


def _are_people(cells: Profile) -> bool:
    """Whether whole names stand there, or words enough of which no two are alike."""
    return (cells.share(T.FULL_NAME) >= 0.7 and cells.filled >= _ENOUGH) or (
        cells.share(T.NAME) >= 0.9 and cells.filled >= _MANY
    )


def _design(cells: Profile) -> float:
    if cells.catalogued >= 0.5:
        return 4.0
    if cells.share(T.EMAIL, T.DATE, T.PHONE, T.PROSE, T.LETTER_SIZE) >= 0.5:
        return -4.0
    if is_marked(cells):
        return 2.5
    worn = cells.speaks_of(*WORN) >= 0.3
    if not worn and cells.distinct >= 0.9 and _are_people(cells):
        return -4.0
    points = 1.5 if cells.share(T.CODE) >= 0.5 else 0.0
    points += 1.0 if cells.distinct <= 0.6 and cells.filled >= _ENOUGH else 0.0
    points += 2.5 if worn else 0.0
    return points - (2.0 if cells.share(T.JERSEY) >= 0.8 else 0.0)


def _team(cells: Profile) -> float:
    if cells.share(T.EMAIL, T.DATE, T.PHONE, T.PROSE) >= 0.5 or is_marked(cells):
        return _NO_NAMES
    points = 1.0 if cells.distinct <= 0.6 or cells.filled < _ENOUGH else 0.0
    return points - (3.0 if cells.share(T.INTEGER) >= 0.8 else 0.0)


def _order(cells: Profile) -> float:
    with_digits = sum(any(char.isdigit() for char in value) for value in cells.values)
    return 1.0 if with_digits >= 0.6 * len(cells.values) else -3.0


def _logo(cells: Profile) -> float:
    return 3.0 if cells.catalogued >= 0.5 else -1.0 if cells.share(T.PROSE, T.JERSEY) >= 0.5 else 0.0


def _price(cells: Profile) -> float:
    return 1.0 if cells.share(T.MONEY) + cells.share(T.INTEGER) >= 0.5 else 0.0


def _ignored(cells: Profile) -> float:
    strange = cells.share(T.EMAIL, T.PHONE, T.DATE, T.PROSE, T.MONEY) >= 0.7
    return (2.0 if strange or is_body_height(cells) else 0.0) + (0.5 if cells.counter else 0.0)


_FITS: Mapping[Meaning, Callable[[Profile], float]] = {
    M.NUMBER: _number,
    M.SIZE: _size,
    M.QUANTITY: _quantity,
    M.STORAGE_QUANTITY: _quantity,
    M.PLAYER: _person,
    M.FIRST_NAME: _part_of_name,
    M.NAME_PREFIX: _before_a_name,
    M.LAST_NAME: _part_of_name,
    M.NAME: _printed,
    M.DESIGN: _design,
    M.TEAM: _team,
    M.ORDER: _order,
    M.LOGO: _logo,
    M.PRICE: _price,
    M.IGNORED: _ignored,
}


# -------------------------------------------------------------------------------------------- what one cell looks like


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
_SIZE_WORDS = (  # as people write them into the cell: Taille L, Größe M, talla: M
    r"size|gr(?:ö|oe)(?:ß|ss)e|gr\.?|st(?:ø|o)rrelse|storlek|storl\.?|strl?\.?|stl\.?|maat|taille|talla|taglia|tg\.?|tamanho|"
    r"tam\.?|rozmiar|rozm\.?|velikost|vel\.?|koko|beden"
)
_LETTER_SIZE = re.compile(
    rf"(?:(?:y|a|w|youth|adult|kids?|junior|jr|sr|women'?s?|womens|men'?s?|mens|ladies|damen|herren|dame|herre|unisex|"
    rf"boys|girls|kinder|enfant|barn|barna|{_SIZE_WORDS})[\s.:\-]*)?(?:{_LETTERS})(?:\s*[/\-]\s*(?:{_LETTERS}))?"
    rf"(?:\s*\(.*\)|\s+(?:adult|youth|kids?|junior|women|men|enfant|barn|kinder|damen|herren|dame|herre))?\+*",
    re.IGNORECASE,
)
_WORD_SIZE = re.compile(
    r"(?:(?:youth|adult|kids?|boys?|girls?|women'?s?|men'?s?|ladies)[\s\-]+)?(?:(?:extra|\d?x)[\s\-]?)*"
    r"(?:small|medium|large)(?:\s*\(.*\))?|one[\s\-]?size.*|osf[am]|o/s|einheitsgr(?:ö|oe)(?:ß|ss)e|taille unique|tu|"
    r"talla (?:única|unica)|[úu]nico|één maat|adult|youth",
    re.IGNORECASE,
)
_WORD_SIZE_ELSEWHERE = re.compile(
    rf"(?:(?:{_SIZE_WORDS})[\s.:\-]+)?(?:(?:extra|ekstra|x+|sehr|meget|mycket|très|muy|molto|muito|zeer|bardzo)[\s\-]+)?"
    r"(?:klein|mittel|gro(?:ß|ss)|lille|mellem|stor|liten|mellan|medel|middels|petite?|moyen(?:ne)?|grande?|pequeñ[oa]|"
    r"median[oa]|m[eé]di[oa]|piccol[oa]|pequen[oa]|middel|groot|mał[ya]|średnia?|duż[ya]|mal[ýá]|střední|velk[ýá]|pieni|"
    r"keskikoko|iso|küçük|orta|büyük)",
    re.IGNORECASE,
)
_AGE_SIZE = re.compile(
    r"\d{1,2}\s*[-/–]\s*\d{1,2}\s*(?:yr?s?|years?|jahre|ans|år|anni|años|anos|jaar|mo?|m)?\.?|"
    r"\d{1,2}\s*(?:yo|y|yrs?|years?|ans|jahre|år|anni|años|anos|a|t)\.?|y\d{1,2}|\d{2,3}\s*[-/]\s*\d{2,3}(?:\s*cm)?|"
    r"(?:age[sd]?|alter|alder|ålder|leeftijd|âge|edad|età|idade|wiek|věk|ikä|yaş)\s?\d{1,2}(?:\s?[-/–]\s?\d{1,2})?|"
    rf"(?:{_SIZE_WORDS}|kids|kinder|t\.?)[\s.:\-]*\d{{2,3}}|\d{{2,3}}\s?cm|\w{{3,9}}jährige|[2-6]\d\s?[RSL]",
    re.IGNORECASE,
)
_NUMBER_SIZES = frozenset(
    {*range(2, 25, 2), 3, 5, 7, 9, 11, 13, 15, *range(24, 63), 80, 86, 92, 98, *range(100, 200, 10), 104, 116, 122, 128}
    | {134, 146, 152, 158, 164, 176, 188}
)
# of socks, mostly, and of trousers by their length
_SIZE_IF_HEADED = re.compile(
    r"jnr|snr|jun|sen|junior|senior|mini|\d{2}\s?(?:\"|”|''|in|inch|inches|tum|zoll)", re.IGNORECASE
)
_FEET = re.compile(r"[4-7]\s*(?:'|’|ft|-)\s*\d{1,2}\s*(?:\"|”|''|in)?")
_METRES = re.compile(r"[12][.,]\d{2}\s*m?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s()/.\-]{7,}")
_DATE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:[ ,].*)?|\d{1,2}\.\d{1,2}\.?|"
    r"\d{1,2}[ \-](?:jan|feb|m[aä]r|apr|ma[iyj]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\w*\.?(?:[ \-]\d{2,4})?",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:[€$£]|kr\.?|dkk|eur)\s*\d[\d.,]*|\d[\d.,]*\s*(?:[€$£]|kr\.?|dkk|eur|usd|,-)", re.IGNORECASE)
_MARKS = frozenset(["x", "xx", "✓", "✔", "✗", "☑", "☒", "√", "•", "*", "o", "○", "●"])
_YES_NO_WORDS = """
    ja nej nein nei nee yes no y n j true false oui non si sí sì sim não nao tak nie ano ne kyllä ei evet hayır
    wahr falsch vrai faux はい いいえ 예 네 아니오 아니요 있음 없음 是 否 有 無 无
"""
_YES_NO = frozenset(_YES_NO_WORDS.split()).union(*(vocabulary.yes_no.split() for vocabulary in VOCABULARIES))
_CODE = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]+(?:[-_/.][A-Za-z0-9]+)+|[A-Z]{2,}\d{2,}\w*")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’\-.][^\W\d_]*)*\.?")
_EAST_ASIAN_NAME = re.compile("[\u3005\u30fc\u30fb\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,12}")
_BEHIND_NAME = re.compile(r"(?<!\s)\s*+\([^()]*+\)\s*+$|(?<!\s)\s++#?\d{1,2}$")
_LONGEST_NAME = 45


@lru_cache(maxsize=8192)
def traits(text: str) -> frozenset[Trait]:
    """Everything the text looks like."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if plain.casefold() in _NOTHING or _CONTROL.fullmatch(plain):
        return frozenset({Trait.NOTHING})
    found = _as_number(plain) | _as_size(plain) | _as_name(plain) | _as_other(plain)
    return frozenset(found)


def says_nothing(text: str) -> bool:
    """Whether the text is only dashes, dots or control characters; the surname None says something."""
    return not any(map(str.isalnum, text)) or bool(_CONTROL.fullmatch(text))


def integer(text: str) -> int | None:
    """The whole number a cell holds, if it holds one; #7 and 7.0 are 7."""
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


def _as_name(text: str) -> set[Trait]:
    found = {Trait.UPPER} if text.isupper() and len(text) > 2 else set()
    shorn = _BEHIND_NAME.sub("", text)
    if _EAST_ASIAN_NAME.fullmatch(shorn.replace(" ", "")):
        return found | {Trait.NAME, Trait.FULL_NAME}
    words = shorn.replace(",", " ").split()
    if 0 < len(words) <= 6 and len(text) <= _LONGEST_NAME and len(shorn) > 1 and all(map(_NAME_WORD.fullmatch, words)):
        found.add(Trait.NAME)
        found |= {Trait.FULL_NAME} if len(words) > 1 else set()
    return found


def _as_other(text: str) -> set[Trait]:
    lower = text.casefold()
    checks = (
        (Trait.EMAIL, bool(_EMAIL.fullmatch(text))),
        (Trait.PHONE, bool(_PHONE.fullmatch(text)) and sum(map(str.isdigit, text)) >= 7),
        (Trait.DATE, bool(_DATE.fullmatch(text))),
        (Trait.MONEY, bool(_MONEY.fullmatch(text))),
        (Trait.MARK, lower in _MARKS),
        (Trait.YES_NO, lower in _YES_NO),
        (Trait.CODE, bool(_CODE.fullmatch(text))),
        (Trait.PROSE, len(text) > _LONGEST_NAME or len(text.split()) > 6),
    )
    return {trait for trait, holds in checks if holds}
