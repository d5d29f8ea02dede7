"""What the cells under a heading speak for and against: a profile of the column, and points per meaning from it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.model.sheets import heading_key
from roster_import.recognise.cell_kinds import Trait, integer, traits
from roster_import.recognise.children import are_of_ages
from roster_import.recognise.tokens import fold, means
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence


C = Concept
M = Meaning
T = Trait
_ORDER_NUMBER = re.compile(r"#\d{3,}")  # as shops head it Name
_TYPED_FOR_ZERO = re.compile(r"[1-9]o", re.IGNORECASE)
_LONG = frozenset(["long", "lang", "lange"])
_WORD = re.compile(r"[a-z]{3,}|[^\W\d_a-z]+")
_TOLD_APART = 12  # different values looked at for words we know
_KINDS = 4  # so many different values are kinds rather than people, where they come again and again
_FIRST_ROWS, _MOST_DELETED = 2, 1.5  # where a count of rows begins, and how far it may go for each row that is left
_SHORT_WORDS = 4  # letters of van, der, el
_OF_A_TEAM = 4  # players at least, whose rows are counted
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
        return max([self.words.get(concept, 0.0) for concept in concepts])

    def share(self, *any_of: Trait) -> float:
        """The share of the filled cells that show the trait; of several traits the largest share."""
        return max([self.shares.get(trait, 0.0) for trait in any_of])


def profile(cells: Sequence[str], catalogue: Collection[str] = (), *, runs: bool = False) -> Profile:
    """Look at the cells of one column, in row order; empty ones may be among them. `runs`: it counts the rows."""
    meant = _as_meant([*filter(None, dict.fromkeys(cells))])
    kinds = {cell: traits(text) for cell, text in meant.items()}
    filled = [cell for cell in cells if cell and T.NOTHING not in kinds[cell]]
    times, total = Counter(filled), len(filled) or 1
    counts: Counter[Trait] = Counter()
    for cell, count in times.items():
        counts.update(dict.fromkeys(kinds[cell], count))
    numbers = {cell: integer(meant[cell]) for cell in times}
    return Profile(
        filled=len(filled),
        shares={trait: count / total for trait, count in counts.items()},
        distinct=len(times) / total,
        values=frozenset(times),
        integers=tuple(number for number in map(numbers.get, filled) if number is not None),
        counter=runs,
        changes=sum(above != below for above, below in pairwise(filled)),
        words=_words(tuple(islice(times, _TOLD_APART))),
        catalogued=sum(count for cell, count in times.items() if heading_key(cell) in catalogue) / total
        if catalogue
        else 0.0,
    )


def _as_meant(values: Sequence[str]) -> Mapping[str, str]:
    """What each value was meant to be: 1O beside figures alone is 10 and no size. The slip itself is found at its cell."""
    others = [value for value in values if not value.isdigit() and T.NOTHING not in traits(value)]
    slips = 0 < len(others) < len(values) and all(map(_TYPED_FOR_ZERO.fullmatch, others))
    return {value: value.lower().replace("o", "0") if slips and value in others else value for value in values}


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
    """Whether the cells count 1, 2, 3 … (or from 0), with hardly a gap, anew for every team or not."""
    numbers: list[int] = []
    for number in map(integer, cells):
        if number is None or not (numbers or 0 <= number <= 1):
            return False
        numbers.append(number)
    steps = sum(b - a == 1 for a, b in pairwise(numbers))
    anew = sum(b == numbers[0] < a for a, b in pairwise(numbers))
    if len(numbers) < _OF_A_TEAM * (anew + 1):
        anew = 0  # 1, 2, 1, 2: how many of each
    return bool(numbers) and steps >= 0.9 * (len(numbers) - 1 - anew)


def runs_with_gaps(cells: Profile) -> bool:
    """Whether they count the rows, some of which were deleted: 1, 2, 4, 5, 6, 8."""
    numbers = cells.integers
    if not _ENOUGH <= cells.filled == len(numbers):
        return False
    rising = all(a < b for a, b in pairwise(numbers))
    return rising and 0 <= numbers[0] <= _FIRST_ROWS and numbers[-1] <= _MOST_DELETED * len(numbers)


def fit(meaning: Meaning, cells: Profile) -> float:
    """Points the cells give the meaning, from about -6 (cannot be) to +3 (looks just like it); empty cells give 0."""
    if not cells.filled:
        return 0.0
    return _FITS.get(meaning, _no_opinion)(cells)


def is_body_height(cells: Profile) -> bool:
    """Whether the column looks like people's heights rather than children's sizes in centimetres."""
    if cells.share(T.HEIGHT) < 0.7 or _are_of_socks(cells):
        return False
    off_scale = [number for number in cells.integers if T.NUMBER_SIZE not in traits(str(number))]
    return not cells.integers or len(off_scale) >= 0.25 * len(cells.integers)


def _are_of_socks(cells: Profile) -> bool:
    """Whether one or two ranges stand there again and again, 4-6 and 7-11, as no team's heights in feet do."""
    return not cells.integers and len(cells.values) <= 2 < cells.filled and all("-" in value for value in cells.values)


_HALF, _NEARLY_ALL = 0.5, 0.9
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


_CODED = re.compile(r"^(?=[^ ]{0,20}\d{3})[^ ]{5,}$")
_PAIR = re.compile(r"(\d{1,3}) ?[/–-] ?(\d{1,3})")
_MINUTES = re.compile(r"\d{1,3} ?['′’]|\d{1,2}:\d\d")


def are_of_attempts(cells: Profile) -> bool:
    """Whether pairs of numbers are of shots and hits, 3/8, 0/1, and no sizes that follow each other, 35/38, 39/42."""
    pairs = [(int(pair[1]), int(pair[2])) for pair in map(_PAIR.fullmatch, cells.values) if pair]
    none = any(low == 0 or low == high <= _LARGEST for low, high in pairs)
    return len(pairs) >= _HALF * len(cells.values) > 0 and (none or _lies_within_another(pairs))


def _lies_within_another(pairs: Iterable[tuple[int, int]]) -> bool:
    """Whether one begins after another and ends before it: 4/7 and 3/8."""
    highest = 0
    for low, high in sorted(pairs):  # of two that begin alike the longer comes last
        if low < high < highest:
            return True
        highest = max(highest, high)
    return False


_YEARS_OF_SCHOOL = frozenset(["fr", "so", "jr", "sr"])


def are_years_of_school(cells: Profile) -> bool:
    """Whether they are freshmen and seniors, as American schools call them."""
    values = {value.casefold().rstrip(".") for value in cells.values}
    return values <= _YEARS_OF_SCHOOL and not values.isdisjoint(["fr", "so"])


def are_minutes(cells: Profile) -> bool:
    """Whether they are minutes of a game: 6', 12:41."""
    return bool(cells.values) and all(map(_MINUTES.fullmatch, cells.values))


def says_no_size(cells: Profile) -> bool:
    """Whether the cells say something else than sizes, whatever the column is called, or no two are alike."""
    return tell_of_games(cells) or (_all_apart(cells) and cells.share(T.NUMBER_SIZE) < _NEARLY_ALL)


def tell_of_games(cells: Profile) -> bool:
    """Whether they are minutes, shots and hits, or the school years of those who play."""
    return are_minutes(cells) or are_of_attempts(cells) or are_years_of_school(cells)


def is_marked(cells: Profile) -> bool:
    """Whether the cells only say yes or no."""
    return cells.filled > 0 and cells.share(T.MARK) + cells.share(T.YES_NO) >= 0.8


def _no_opinion(cells: Profile) -> float:
    return 0.0


def _number(cells: Profile) -> float:
    jersey = cells.share(T.JERSEY)
    points = 2.5 if jersey >= 0.9 else 1.0 if jersey >= 0.6 else -1.0 if jersey >= 0.35 else -6.0
    points -= 7.0 if cells.share(T.LARGE) > 0.5 else 0.0
    points -= 2.0 if is_body_height(cells) else 0.0
    points -= 2.5 if cells.counter else 0.0
    points -= 3.0 if _alike(cells) else 0.0
    points -= 4.0 if _mixes_sizes(cells) else 0.0
    points -= 2.0 if cells.integers and max(cells.integers) <= 4 and len(set(cells.integers)) < cells.filled else 0.0
    return points


def _mixes_sizes(cells: Profile) -> bool:
    """Whether they are sizes in letters and in figures, or the centimetres of children's sizes: S, 152, 164."""
    letters, figures = cells.share(T.LETTER_SIZE), cells.share(T.NUMBER_SIZE)
    tall = sum(number > _HIGHEST_WORN for number in cells.integers)  # beside 140 and 158, 36 is a size, too
    centimetres = bool(cells.integers) and tall >= 0.5 * len(cells.integers) and figures >= 0.9
    return centimetres or (letters >= 0.1 and letters + figures >= 0.9)


def _alike(cells: Profile) -> bool:
    """Whether nearly all cells say the same, as quantities do and jersey numbers do not."""
    return cells.filled >= _ENOUGH and cells.distinct <= max(0.15, 1.5 / cells.filled)


def _size(cells: Profile) -> float:
    letters, numbers = cells.share(T.LETTER_SIZE), cells.share(T.NUMBER_SIZE)
    if is_body_height(cells) or says_no_size(cells):
        return -6.0
    if {value.casefold() for value in cells.values} <= _GENDERS and len(cells.values) > 1 and "l" not in cells.values:
        return 0.0 if cells.values & {"S", "L", "G", "P"} else -3.0
    if cells.values <= _HANDS and "R" in cells.values:
        return -6.0
    signs = {unicodedata.normalize("NFKC", value).casefold() for value in cells.values}
    if _are_lone(signs) and "m" not in signs and not signs <= _LONE_SIZES:
        return -6.0  # P, S, C, L, O: where somebody plays
    if letters >= 0.7:
        return 3.0 if len(cells.values) > 1 or not cells.values <= {"M", "W", "A"} else 0.5
    if not letters and _all_apart(cells):
        return (
            -2.0 if min(cells.integers) < _SMALLEST else 0.0
        )  # a team wears a few sizes, not one each: these are worn
    if letters and letters + numbers >= _ALL_BUT_ONE and cells.integers and min(cells.integers) > _SMALLEST_CM:
        return 3.0  # 152, 164, S
    if letters + numbers >= 0.8:
        mixed = letters >= 0.2 or len(cells.integers) < _ALL_BUT_ONE * cells.filled  # 12, 14, CH
        return 2.5 if mixed else 1.0 if not cells.counter else -3.0
    return 0.0 if letters + numbers >= 0.4 else -4.0


_LONE_SIZES = frozenset("smlpgxuo")


def _are_lone(letters: Collection[str]) -> bool:
    return len(letters) > 1 and all(len(value) == 1 and value.isalpha() for value in letters)


_HIGHEST_WORN = 99
_SMALLEST_CM = 79  # of children
_ALL_BUT_ONE = 0.95
_MANY = 6
_NO_COUNT = 1000  # nobody orders so many of each


def _quantity(cells: Profile) -> float:
    counts = cells.share(T.COUNT)
    if cells.counter and cells.filled >= _ENOUGH:
        return -4.0
    if cells.filled >= _MANY - 1 and _run_on(cells.integers):
        return -5.0  # 41, 42, 43 … are numbers of something
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


def _run_on(numbers: Sequence[int]) -> bool:
    """Whether each but a few is one more than the number before."""
    return sum(b - a == 1 for a, b in pairwise(numbers)) >= _NEARLY_ALL * (len(numbers) - 1) > 0


_NO_NAMES = -9.0  # whatever the column is called


def _nobody(cells: Profile) -> bool:
    """Whether the cells plainly say something else than who: yes and no, marks, addresses, dates, amounts, numbers of orders."""
    numbered = sum(bool(_ORDER_NUMBER.fullmatch(value)) for value in cells.values)
    strange = cells.share(T.EMAIL, T.DATE, T.PHONE, T.MONEY, T.LARGE) >= 0.5
    return is_marked(cells) or strange or numbered > 0.5 * len(cells.values)


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
    words = " ".join(cells.values).split()
    long = sum(map(len, words)) > _SHORT_WORDS * len(words)  # TV, the gymnasts' club, and where it is
    return _NO_NAMES if long or _nobody(cells) or cells.share(T.INTEGER) >= 0.5 else 1.0


def says_where_printed(cells: Profile) -> bool:
    """Whether the cells speak of logos and of places rather than say a name: left chest logo."""
    small = sum(value[:1].islower() and " " in value for value in cells.values)
    return cells.speaks_of(C.LOGO) >= 0.3 or small > 0.5 * len(cells.values)


def _printed(cells: Profile) -> float:
    if is_marked(cells) or (cells.values and says_where_printed(cells)):
        return _NO_NAMES  # whether or where it is printed, not what
    if cells.share(T.EMAIL, T.DATE, T.PHONE) >= 0.7:
        return _NO_NAMES
    if cells.share(T.JERSEY, T.YES_NO) >= 0.7:
        return -4.0
    points = 1.5 if cells.share(T.NAME) >= 0.5 else 0.0
    return points + (1.0 if cells.share(T.UPPER) >= 0.5 else 0.0)


def _are_people(cells: Profile) -> bool:
    """Whether whole names stand there, or words enough of which no two are alike."""
    return (cells.share(T.FULL_NAME) >= 0.7 and cells.filled >= _ENOUGH) or (
        cells.share(T.NAME) >= 0.9 and cells.filled >= _MANY
    )


def says_for_whom(cells: Profile) -> bool:
    """Whether the cells only tell men from women, or children from others: Herren, Damen; D, H."""
    values = {fold(value).strip(" .") for value in cells.values}
    letters = len(values) > 1 and values <= _GENDERS
    return bool(values) and not cells.catalogued and (letters or all(means(value) is C.CHILD_SIZES for value in values))


def _design(cells: Profile) -> float:
    if cells.catalogued >= 0.5:
        return 4.0
    if says_for_whom(cells):
        return _NO_NAMES  # the cut, of whatever it is
    if cells.share(T.EMAIL, T.DATE, T.PHONE, T.PROSE, T.LETTER_SIZE) >= 0.5:
        return -4.0
    if is_marked(cells):
        return 2.5
    worn = cells.speaks_of(*WORN) >= 0.3
    if not worn and cells.distinct >= 0.9 and _are_people(cells):
        return -4.0
    licences = cells.distinct == 1.0 and cells.filled >= _MANY - 1  # one for each
    coded = all(_CODED.search(value) for value in cells.values)
    points = -1.5 if licences and coded else 1.5 if cells.share(T.CODE) >= 0.5 else 0.0
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
    if not with_digits and _are_people(cells):
        return _NO_NAMES  # who ordered it
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
