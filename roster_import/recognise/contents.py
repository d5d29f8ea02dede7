"""What stands in a column in the rows of data, as far as its fate depends on it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.children import are_of_ages
from roster_import.recognise.column_profile import Profile, is_counter, is_marked, profile, says_for_whom
from roster_import.recognise.order_words import asks_otherwise
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from roster_import.model.layout import Meaning

C, T = Concept, Trait

LOOKED_AT = 200  # different values of a column
_NEARLY_ALL = 0.8
MOSTLY = 0.7
_HALF = 0.5
_TOLD_BY = 12  # values
_FEWEST = 3
_A_WORD_OR_TWO = 2
_ONE_OR_TWO = 2
_HIGHEST_WORN = 99
_A_FEW = 4  # pieces of one thing for one player
_PERSONAL = re.compile(
    r"""[^@\s]+@[^@\s]+\.[^@\s]+                                             # e-mail
    | (?:https?://|www\.)\S+ | @[\w.]{2,}                                    # address of a page, account
    | \+?[\d\s()/.\-]{7,}                                                    # phone
    | [A-Z]{2}\d{2}(?:\s?[0-9A-Z]{4}){2,7}(?:\s?[0-9A-Z]{1,4})?              # IBAN
    | \d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T\s].*)? | \d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{4}(?:[,\s].*)?  # date, time stamp
    | \d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?:[,\s].*)?
    | \d{1,2}\.?[\s\-][^\W\d_]{3,9}\.?[\s\-,]+\d{2,4} | [^\W\d_]{3,9}\.?\s\d{1,2},?\s\d{4}
    | \d{4}\s?[年년]\s?\d{1,2}\s?[月월].* | \d{4}\.\s\d{1,2}\.\s\d{1,2}\.?
    | (?:[^\W\d_]{2,12}[.,]?\s)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?[-–]\s?\d{1,2}[:.h]\d{2})?  # time of day
    | (?:19[3-9]\d|20[0-3]\d)                                                # year
    | \d{1,4}(?:[.,]\d{1,3})?\s?(?:k|km|mi|miles?)                             # distance
    | \#\d{4,}                                                                # number of an order
    | AUD|BGN|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|HKD|HRK|HUF|ILS|INR|ISK|JPY|KRW|MXN|NOK|NZD|PLN|RON|RSD|RUB|SEK|SGD|TRY|UAH|USD|ZAR
    | (?:[€$£]|kr\.?|dkk|eur|sek|nok|chf|pln|czk|try)\s?\d[\d.,]* | \d[\d.,\s]*\s?(?:[€$£₺]|kr\.?|dkk|eur|sek|nok|chf|zł|kč|,-)
    | \d{4,5}\s?[A-Z]{0,2},?\s[^\W\d_]{3,}[^\d]{0,30} | \d{2}-\d{3}(?:\s.{3,30})? | 〒?\d{3}-\d{4}  # postal code
    | \d{4}\s?[A-Z]{2} | [A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2} | [A-Z]\d[A-Z]\s\d[A-Z]\d   # Dutch, British, Canadian
    """,
    re.IGNORECASE | re.VERBOSE,
)
_STREET = re.compile(
    r"[^\d]{0,40}(?:str(?:\.|asse|aße)|weg|platz|allee|gasse|vej|gade|vei|veien|gata|gatan|vägen|straat|laan|street|road|lane|"
    r"avenue|drive|rue|calle|via|rua|ul\.|ulica|ulice|katu|tie|sokak|cadde|caddesi|丁目|番地|로|길)[^\d]{0,30}\s?\d{1,4}\s?\w?(?:,.*)?|"
    r"\d{1,4}[,\s]+[^\d]{0,30}(?:street|road|lane|avenue|drive|rue|st\.?|rd\.?|ave\.?)\b.*",
    re.IGNORECASE,
)
_LONG_ID = re.compile(r"\d{5,}|(?=(?:.*\d){4})[A-Z]{0,4}[-/ ]?\d[\dA-Z]*(?:[-/.][\dA-Z]+){0,5}", re.IGNORECASE)
_FIGURE = re.compile(r"[-+±]?[0-9]{1,6}(?:[.,:][0-9]{1,4})?\s?(?:%|\*)?")  # 103*: not out
_SWITCHING = frozenset({"L", "R", "S"})  # who bats with either hand
_SIDES = (
    frozenset({"L", "R"}),
    frozenset({"LH", "RH"}),
    frozenset({"LEFT", "RIGHT", "BOTH", "EITHER"}),
    frozenset({"LINKS", "RECHTS", "BEIDE"}),
    frozenset({"V", "H"}),
    frozenset({"VENSTRE", "HØJRE", "HØYRE", "BEGGE"}),
    frozenset({"VÄNSTER", "HÖGER"}),
    frozenset({"G", "D"}),
    frozenset({"GAUCHE", "DROITE"}),
    frozenset({"GAUCHER", "DROITIER"}),
    frozenset({"D", "I"}),
    frozenset({"DERECHA", "IZQUIERDA"}),
    frozenset({"DX", "SX"}),
    frozenset({"DESTRO", "MANCINO"}),
    frozenset({"DESTRO", "CANHOTO"}),
    frozenset({"P", "L"}),
    frozenset({"PRAWA", "LEWA"}),
    frozenset({"右", "左", "両"}),
    frozenset({"우", "좌", "양"}),
)
_LONGEST = 60  # characters of a cell that could be one of these
_BARE_SIZES = frozenset("SML")
_WEARERS = (
    r"youth|yth|adults?|adlt?|kids?|juniors?|jr|women'?s?|men'?s?|ladies|girls?|boys?|damen?|herren?|dames?|heren|kinder|barn|børn|"
    r"enfants?|hommes?|femmes?|unisex"
)
_CLEAR_SIZE = re.compile(
    rf"(?:y|(?:{_WEARERS})[\s.\-]{{1,2}})?(?:[2-9]\s?x|x{{1,5}})[\s\-]?[sl]|(?:y|(?:{_WEARERS})[\s.\-]{{1,2}})[sml]|"
    r"(?:[sml]|[2-9]?x{1,4}[sl])\s?/\s?(?:[sml]|[2-9]?x{1,4}[sl])|(?:extra[\s\-]?|x[\s\-]?)?(?:small|large)|medium",
    re.IGNORECASE,
)
_SCALE = frozenset(range(80, 189, 6))  # of children's clothes, in centimetres
_SHORTEST, _TALLEST = 80, 190
_FEWEST_MEASURED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What stands under a heading, and what the other columns are used for."""

    cells: Profile
    values: tuple[str, ...]
    used: frozenset[Meaning]
    rows: int
    statistics: bool = False  # it stands among many columns of figures
    beside_garments: bool = False  # it marks a garment, and other columns mark others
    keepers: bool = False  # it marks who keeps goal, among rows that order something without it
    one_more: bool = False  # it counts a garment for some, beside the design of all
    scores: bool = False  # another column beside it tells of games, too

    @property
    def titles(self) -> bool:
        """Whether most are titles of the catalogue."""
        return self.cells.catalogued >= _HALF

    @property
    def marks(self) -> bool:
        """Whether they only say yes or no."""
        return is_marked(self.cells)

    @property
    def yes_or_one(self) -> bool:
        """Whether they say yes or no, or one each: that somebody gets it, and not which."""
        return self.marks or self.few_each

    @property
    def marked_mostly(self) -> bool:
        """Whether most say yes or no; the others may be undecided: ja, nein, vielleicht."""
        return self.cells.share(T.MARK) + self.cells.share(T.YES_NO) >= MOSTLY and not self.sizes

    @property
    def sizes(self) -> bool:
        """Whether they are sizes whatever stands above."""
        letters = self.cells.share(T.LETTER_SIZE) >= MOSTLY and not self.hands
        return letters and len(self.cells.values - {"M", "W", "F", "m", "w", "f"}) > 1

    @property
    def plain_sizes(self) -> bool:
        """Whether nobody takes them for anything but sizes: S, M, XL; Damen M; children's in centimetres."""
        return self.lettered_sizes or self._centimetres or self._of_young_and_old

    @property
    def lettered_sizes(self) -> bool:
        """Whether they are sizes in letters or words, one of which is nothing else: XL, Damen M, Small."""
        clear = sum(bool(_CLEAR_SIZE.fullmatch(value.strip())) for value in self.values)
        bare = {value.strip().upper() for value in self.values} & _BARE_SIZES
        enough = self.cells.filled >= min(_FEWEST, self.rows) and (clear > 0 or len(bare) == len(_BARE_SIZES))
        return enough and clear + len(bare) >= _NEARLY_ALL * len(self.values)

    @property
    def _centimetres(self) -> bool:
        numbers = set(self.cells.integers)
        measured = len(self.cells.integers) == self.cells.filled >= _FEWEST_MEASURED
        return measured and len(numbers) > 1 and numbers <= _SCALE

    @property
    def _of_young_and_old(self) -> bool:
        """Whether some are children's in centimetres and the others letters: 150, 160, S."""
        tall = sum(
            value.isdecimal() and len(value) <= 3 and _SHORTEST <= int(value) <= _TALLEST for value in self.values
        )
        letters = sum(bool(_CLEAR_SIZE.fullmatch(value)) or value.upper() in _BARE_SIZES for value in self.values)
        return self.cells.filled >= _FEWEST and min(tall, letters) > 0 and tall + letters == len(self.values)

    @property
    def bare_sizes(self) -> bool:
        """Whether they are two of the letters S, M and L, which may stand for something else, too."""
        letters = {value.strip().upper() for value in self.values}
        return len(letters) > 1 and letters <= _BARE_SIZES and self.cells.filled >= min(_FEWEST, self.rows)

    @property
    def worn_numbers(self) -> bool:
        """Whether they are numbers to wear, of which hardly two are alike, as they are of players."""
        return self.numbers and self.cells.distinct >= _NEARLY_ALL and self.cells.filled >= _FEWEST_MEASURED

    @property
    def numbers(self) -> bool:
        """Whether they are numbers that one could wear: 0 to 99."""
        whole = self.cells.share(T.JERSEY) >= _NEARLY_ALL and bool(self.cells.integers)
        return whole and max(self.cells.integers) <= _HIGHEST_WORN and not self.cells.counter

    @property
    def mostly_numbers(self) -> bool:
        """Whether most are numbers that one could wear; the others may be slips: 1O, ?."""
        whole = self.cells.share(T.JERSEY) >= _HALF and bool(self.cells.integers)
        return whole and max(self.cells.integers) <= _HIGHEST_WORN and not self.cells.counter

    @property
    def figures(self) -> bool:
        """Whether they are figures of whatever kind."""
        return not self.cells.counter and sum(map(_is_figure, self.values)) >= _NEARLY_ALL * len(self.values)

    @property
    def measured(self) -> bool:
        """Whether there is a figure in most of them."""
        return sum(any(map(str.isdigit, value)) for value in self.values) >= _HALF * len(self.values)

    @property
    def hands(self) -> bool:
        """Whether they say left and right: of the hand or foot somebody plays with."""
        sides = {value.strip(" .").upper() for value in self.values} - {"-", "–", "B"}
        return len(sides) > 1 and any(sides <= pair for pair in (*_SIDES, *([_SWITCHING] if "R" in sides else [])))

    @property
    def scribbled(self) -> bool:
        """Whether it is a word here and there, as people write beside a table."""
        few = self.cells.filled * 3 <= self.rows or self.cells.share(T.PROSE) >= MOSTLY
        return few and not (self.titles or self.marks or self.sizes or self.numbers or self.counts)

    @property
    def counts(self) -> bool:
        """Whether they are small whole numbers."""
        return self.cells.share(T.COUNT) >= _NEARLY_ALL

    @property
    def few(self) -> bool:
        """Whether they are such whole numbers as somebody orders of one thing."""
        return self.counts and max(self.cells.integers, default=0) <= _A_FEW

    @property
    def few_each(self) -> bool:
        """Whether they are ones, or a two now and then: of what each gets, not of what is counted over the years."""
        return self.few and bool(self.cells.integers) and max(self.cells.integers) <= _ONE_OR_TWO

    @property
    def names(self) -> bool:
        """Whether they could be people's names."""
        written = sum(not value[:1].islower() for value in self.values) >= MOSTLY * len(self.values)
        written = written and not says_for_whom(self.cells) and not are_of_ages(self.values)
        written = written and not any(map(asks_otherwise, islice(self.values, _TOLD_BY)))  # return, cancelled
        return written and self.cells.share(T.NAME) >= MOSTLY and self.cells.distinct > _HALF and not self.sizes

    @property
    def terse(self) -> bool:
        """Whether most are a word or two."""
        return sum(len(value.split()) <= _A_WORD_OR_TWO for value in self.values) >= MOSTLY * len(self.values)

    @property
    def garments(self) -> bool:
        """Whether they speak of garments."""
        return self.cells.speaks_of(C.GARMENT, C.JERSEY, C.OUTFIT) >= _HALF

    @property
    def personal(self) -> bool:
        """Whether they are certainly a person's: addresses, dates, accounts, numbers by which somebody is known."""
        short = [unicodedata.normalize("NFKC", value) for value in self.values if len(value) <= _LONGEST]
        alike = sum(map(is_personal, short))
        if alike >= _NEARLY_ALL * len(self.values):
            return True
        ids = sum(bool(_LONG_ID.fullmatch(value)) for value in short)
        return ids >= _NEARLY_ALL * len(self.values) and self.cells.distinct >= 0.9 and self.cells.filled >= _FEWEST


def held_in(texts: Sequence[str], used: frozenset[Meaning], catalogue: Collection[str]) -> Held:
    """What these cells of a column hold; empty ones may be among them."""
    filled = list(filter(None, texts))
    return Held(
        cells=profile(filled[: 10 * LOOKED_AT], catalogue, runs=_counts_rows(filled, len(texts))),
        values=tuple(islice(dict.fromkeys(filled), LOOKED_AT)),
        used=used,
        rows=len(texts),
    )


def _counts_rows(filled: Sequence[str], rows: int) -> bool:
    """Whether the rows are counted; a 1 here and a 2 there are how many, not which."""
    return is_counter(filled) and len(filled) >= MOSTLY * rows


def is_personal(text: str) -> bool:
    """Whether it is an address, a date, a time, an account or a fee."""
    return bool(_PERSONAL.fullmatch(text) or _STREET.fullmatch(text))


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.fullmatch(text))
