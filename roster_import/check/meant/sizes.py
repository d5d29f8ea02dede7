"""Which size of a garment a text means that is not written as the catalogue writes it.

A size is read as whose it is (ladies', children's, men's and adults'), and a letter, a height or an age. Nobody's size is ever
offered for somebody else's: `Damen M` is no M, `YL` no L.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from roster_import.check.meant import NOTHING, Meant, in_plain_letters, is_long, of_one
from roster_import.check.meant.corrections import before_what_it_was
from roster_import.check.meant.ditto import is_ditto
from roster_import.check.meant.wearers import OF_A_LETTER, WEARER_OF, Wearer, words_of_size
from roster_import.check.rules.sizes import letter_of
from roster_import.check.rules.vocabulary import NOTES, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_SIZE_WORDS_TEXT = """
    size sizes sz gr grosse groesse konfektionsgrosse trikotgrosse str storrelse storr storlek strl stl koko taille t
    talla taglia tg misura tamanho tam maat mt rozmiar roz rozm velikost vel beden cm cl clg
    centilong サイズ 号 사이즈 호 码 码数 尺码 trikot
"""
_SIZE_WORDS = frozenset(_SIZE_WORDS_TEXT.split())
_FITS_TEXT = """
    slim regular normal fit tall long short weit eng loose relaxed athletic stretch schmal lang lange kurz kort large-fit cut
    fitted langarm langarmig kurzarm langaermet langermet langarmad longsleeve sleeve sleeves mouw mouwen manches longues
    longue courtes mangas manga larga corta lunga lunghe manica maniche comprida compridas curta dlugi dlouhy pitkahihainen uzun
"""
_FITS = frozenset(_FITS_TEXT.split())
# Sleeves and lengths: a garment that is made so is another one.
_MADE_OTHERWISE = re.compile(
    r"\b(?:long|short|tall|lang|lange|kurz|kort|langarm\w*|kurzarm\w*|lang[ae]\w*rm\w*|longsleeves?|longues?|courtes?|largas?|cortas?"
    r"|lung[ahe]+|cort[aei]|compridas?|curtas?|dlugi\w*|krotki\w*|dlouh\w*|kratk\w*|pitka\w*|lyhyt\w*|uzun|kisa|sleeves?|mouwen?"
    r"|manches?|mangas?|manic[ah]e?|rekaw\w*|rukav\w*)\b"
)
_YEARS_TEXT = """
    y yr yrs year years yo ans an jahre jahr j ar aar anos ano anni lat let rok roku v vuotta yas jaar a 歳 才 세 살 岁 歲
"""
_YEARS = frozenset(_YEARS_TEXT.split())
_LETTER_WORDS = {
    "S": "small klein kleine lille liten litet petit petite pequena pequeno piccola piccolo pequeno mala maly pieni kucuk",
    "M": """medium med mittel mellem medel mellan middels moyen moyenne mediana mediano media medio srednia sredni stredni
        keskikoko orta middel middelgroot 中""",
    "L": "large gross grosse stor grand grande groot duza duzy velka velky iso buyuk 大",
}
_LETTER_WORD = {word: letter for letter, words in _LETTER_WORDS.items() for word in words.split()}
_VERY = frozenset(
    {"extra", "extras", "ekstra", "tres", "sehr", "meget", "mycket", "muy", "molto", "muito", "zeer", "bardzo"}
)
_GLUED = re.compile(r"(?P<wearer>[wya])?(?P<size>[0-9]{0,2}x{0,5}[sml]|[0-9]{1,3})(?P<behind>y)?")
_BETWEEN = frozenset("/–—-+&,") | {"or", "oder", "ou", "o", "eller", "of", "lub", "nebo"}
_ONE_SIZE = frozenset(
    {
        "one size",
        "onesize",
        "os",
        "o/s",
        "osfa",
        "osfm",
        "one size fits all",
        "einheitsgrosse",
        "taille unique",
        "talla unica",
    }
    | {
        "tu",
        "unica",
        "unico",
        "een maat",
        "jeden rozmiar",
        "uniwersalny",
        "フリーサイズ",
        "フリー",
        "프리사이즈",
        "均码",
    }
)
_TALLEST_CHILD = 170  # 176 is worn by both
_OLDEST = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A size as it was read: one value, or the two ends of a range or of a choice. `fit` says that a cut was named, too."""

    wearer: Wearer
    values: tuple[str, ...]
    years: bool = False
    fit: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is a height or an age, and no letter."""
        return self.values[0].isdigit()

    @property
    def heights(self) -> tuple[int, ...]:
        """Body heights in centimetres; ages in years as the usual tables of children's sizes have them."""
        numbers = [int(value) for value in self.values]
        if self.years or max(numbers) <= _OLDEST:
            return tuple(6 * number + 80 for number in numbers)
        return tuple(numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeMeant(Meant):
    """The size that is meant; `wearer` is whose it is where the garment has no such size, `theirs` what it has for them.

    `otherwise_made`: the size of a garment with other sleeves or of another length. `times`: the size of several pieces.
    """

    wearer: Wearer = Wearer.ANYBODY
    theirs: tuple[str, ...] = ()
    otherwise_made: tuple[str, ...] = ()
    times: tuple[str, ...] = ()


_BOTH_WAYS = re.compile(r"(\d{1,3})\s?\((\d{1,3})\)")
_MEASURED = re.compile(
    r"([^\s()]+)\s?\((?:[2-9]\d|1[0-4]\d)\s?[-–/]\s?(?:[2-9]\d|1[0-4]\d)\s?(?:\"|”|''|in|inch(?:es)?|cm|tum|zoll)\s?\)",
    re.IGNORECASE,
)
_EITHER = re.compile(r"([^\s/|]{1,8})\s?[/|]\s?([^\s/|]{1,8})")
_TIMES = re.compile(r"([2-9])\s?[x×]\s+([^\W_].*)", re.IGNORECASE)


def size_meant(text: str, sizes: Sequence[str]) -> Meant:
    """The sizes among `sizes` that a text may mean, the one that is plainly meant alone where there is one."""
    if now := before_what_it_was(text):
        return of_one(now) if now in sizes else size_meant(now, sizes)
    if times := _TIMES.fullmatch(text.strip()):  # two of L as likely as 2XL
        either = (size_meant(each, sizes).choices for each in (times[2], f"{times[1]}X{times[2]}"))
        pieces = tuple(dict.fromkeys(chain.from_iterable(either)))
        return SizeMeant(choices=pieces if len(pieces) > 1 else (), times=pieces)
    if (both := _BOTH_WAYS.fullmatch(text.strip())) and len(
        told := [each for each in both.groups() if each in sizes]
    ) == 1:
        return of_one(told[0])  # a child's by age and by height: 12 (152)
    if (wide := _MEASURED.fullmatch(text.strip())) and wide[1] in sizes:
        return of_one(wide[1])  # with how wide it is: S (34-36")
    if same := [size for size in sizes if _bare(size) == _bare(text) != ""]:
        return Meant(choices=tuple(same[:1]))
    if (parts := _EITHER.fullmatch(text.strip())) and len(sized := _both(parts.groups(), sizes)) > 1:
        return Meant(choices=sized)
    if in_plain_letters(text) in _ONE_SIZE:
        return Meant(choices=tuple(size for size in sizes if in_plain_letters(size) in _ONE_SIZE)[:1])
    read = read_size(text)
    if read is None:
        return NOTHING
    known = [(size, other) for size in sizes if (other := read_size(size))]
    choices = _matching(read, known)
    if choices and _MADE_OTHERWISE.search(in_plain_letters(text)):
        return SizeMeant(otherwise_made=tuple(dict.fromkeys(choices)))
    if choices or not _is_others(read, known):
        return Meant(choices=tuple(dict.fromkeys(choices)))
    theirs = [size for size, other in known if _wearer(other) is read.wearer]
    return SizeMeant(wearer=read.wearer, theirs=tuple(theirs))


def _both(texts: Sequence[str], sizes: Sequence[str]) -> tuple[str, ...]:
    """The sizes that these are, each as the catalogue has it."""
    return tuple(dict.fromkeys(size for text in texts for size in sizes if _bare(size) == _bare(text) != ""))


def says_no_size(text: str) -> bool:
    """Whether a size's cell certainly holds no size: `?`, `dito`, `same as last year`, `tbd`."""
    if not text or read_size(text) is not None:
        return False
    return not any(map(str.isalnum, text)) or is_ditto(text) or plain(text) in NOTES


# ---------------------------------------------------------------------------------------------------- what is alike


def _matching(read: Size, known: Iterable[tuple[str, Size]]) -> list[str]:
    if read.is_number:
        return _by_number(read, [(size, other) for size, other in known if other.is_number])
    letters = [(size, other) for size, other in known if not other.is_number and len(other.values) == 1]
    whole = [size for size, other in known if other.values == read.values and other.wearer is read.wearer]
    if whole:
        return whole
    each = [_by_letter(value, read.wearer, letters) for value in read.values]
    return [size for alike in each for size in alike] if all(each) else []


def _by_letter(letter: str, wearer: Wearer, letters: Sequence[tuple[str, Size]]) -> list[str]:
    """The same letter for the same people; of a garment for everybody, adults wear what is for anybody."""
    alike = [(size, other.wearer) for size, other in letters if other.values == (letter,)]
    if exact := [size for size, whose in alike if whose is wearer]:
        return exact
    if wearer is Wearer.ADULTS:
        return [size for size, whose in alike if whose is Wearer.ANYBODY]
    return [size for size, _ in alike] if wearer is Wearer.ANYBODY else []


def _by_number(read: Size, numbers: Sequence[tuple[str, Size]]) -> list[str]:
    if _wearer(read) is Wearer.WOMEN or (read.wearer is Wearer.ADULTS and min(read.heights) <= _TALLEST_CHILD):
        return []
    alike = [size for size, other in numbers if other.values == read.values and other.wearer is not Wearer.WOMEN]
    if alike:
        return alike
    if not (read.years or read.wearer is Wearer.CHILDREN or max(map(int, read.values)) > _OLDEST):
        return []  # a plain 8 may be an age, a dress size or an English one
    return _by_height(read.heights, [(size, other.heights) for size, other in numbers if _is_child(other)])


def _by_height(heights: tuple[int, ...], sizes: Sequence[tuple[str, tuple[int, ...]]]) -> list[str]:
    """The sizes within a range of heights, the one that the taller end fits into as well; a lone height as it is."""
    lowest, tallest = heights[0], heights[-1]
    if not 80 <= lowest <= tallest <= 200:
        return []
    within = [size for size, other in sizes if lowest <= other[-1] and other[0] <= tallest]
    reach = max((other[-1] for size, other in sizes if size in within), default=0)
    if lowest == tallest or reach >= tallest:
        return within
    taller = [size for size, other in sizes if tallest < other[0] < tallest + 12][:1]
    return within + taller if taller else []


def _is_child(size: Size) -> bool:
    return size.wearer in (Wearer.ANYBODY, Wearer.CHILDREN)


def _wearer(size: Size) -> Wearer:
    """Whose size it is; heights up to 170 and ages are children's."""
    child = size.is_number and size.wearer is Wearer.ANYBODY and 80 <= max(size.heights) <= _TALLEST_CHILD
    return Wearer.CHILDREN if child else size.wearer


def _is_others(read: Size, known: Sequence[tuple[str, Size]]) -> bool:
    """Whether the garment has the size, but not for those whose size it is."""
    return read.wearer in (Wearer.WOMEN, Wearer.CHILDREN) and bool(known)


# ------------------------------------------------------------------------------------------------------- reading


@lru_cache(maxsize=4096)
def read_size(text: str) -> Size | None:
    """A text as a size, None where it is none, or says more than a size."""
    if is_long(text):
        return None
    reader = _Reader()
    words = words_of_size(text)
    if not words or len(words) > 10 or not all(map(reader.take, words)):
        return None
    return reader.size()


class _Reader:
    """Takes the words of a size one after the other."""

    def __init__(self) -> None:
        self._wearers: set[Wearer] = set()
        self._values: list[str] = []
        self._between: list[int] = []  # after how many values something divided them
        self._extra = ""
        self._years = False
        self._fit = False

    def take(self, word: str) -> bool:
        """Take a word; False where it is none of a size."""
        if word in _BETWEEN:
            self._between += [] if self._extra else [len(self._values)]  # 2X-Large
        elif self._values and self._values[-1].isdigit() and word in _YEARS:
            self._years = True
        elif word in WEARER_OF and (word not in OF_A_LETTER or not self._values or not self._values[-1].isdigit()):
            self._wearers.add(WEARER_OF[word])
        elif word in _FITS and self._values:
            self._fit = True
        elif word not in _SIZE_WORDS:
            return self._take_value(word)
        return True

    def _take_value(self, word: str) -> bool:
        if word in _VERY or (word.strip("x") == "" and word):
            self._extra += "x" if word in _VERY else word
            return True
        letter = letter_of(self._extra + (_LETTER_WORD.get(word) or word))
        if letter:
            return self._letter(letter)
        if word[0].isdigit():
            self._values.append(re.split("[.,]", word)[0])
            return True
        return self._take_glued(word)

    def _letter(self, letter: str) -> bool:
        count = self._values[-1] if self._values and self._values[-1].isdigit() else ""
        if count and letter in ("XL", "XS") and len(count) == 1 and len(self._values) not in self._between:
            self._values[-1] = letter_of(count + letter) or letter  # 3 XL
        elif letter not in self._values[-1:]:  # Extra Large (XL)
            self._values.append(letter)
        self._extra = ""
        return True

    def _take_glued(self, word: str) -> bool:
        """`yl`, `wm`, `axl`, `mサイズ`; the words that carry their meaning without blanks around them."""
        for part in (*WEARER_OF, *_SIZE_WORDS):
            if not part.isascii() and part in word:
                rest = word.replace(part, " ").split()
                return self.take(part) and all(map(self.take, rest))
        glued = _GLUED.fullmatch(word)
        if not glued or not (glued["wearer"] or glued["behind"]):
            return False
        self._wearers.add(WEARER_OF[glued["wearer"] or glued["behind"]])
        return self._take_value(glued["size"])

    def size(self) -> Size | None:
        """What was taken; None where it is no size, two people's, or several without anything between them."""
        values = tuple(self._values)
        if not values or len(values) > 2 or len(self._wearers) > 1 or self._extra:
            return None
        if len({value.isdigit() for value in values}) > 1 or any(len(value) > 3 for value in values if value.isdigit()):
            return None
        if len(values) == 2 and 1 not in self._between:
            return None
        if values[0].isdigit() and any(int(low) >= int(high) for low, high in pairwise(values)):
            return None
        wearer = next(iter(self._wearers), Wearer.ANYBODY)
        return Size(wearer=wearer, values=values, years=self._years, fit=self._fit)


def _bare(size: str) -> str:
    return "".join(char for char in size.casefold() if char.isalnum())
