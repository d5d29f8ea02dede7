"""What the filled cells of one column look like: shares of their traits, and what they can and cannot be."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from roster_import.model.sheets import heading_key
from roster_import.recognise.cell_kinds import Trait, integer, traits
from roster_import.recognise.lexicon import means
from roster_import.recognise.tokens import ends_in_a_shirt, fold
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence


C = Concept
T = Trait
_TYPED_FOR_ZERO = re.compile(r"[1-9]o", re.IGNORECASE)
_LONG = frozenset(["long", "lang", "lange"])
_WORD = re.compile(r"[a-z]{3,}|[^\W\d_a-z]+")
_TOLD_APART = 12  # different values looked at for words we know
_FIRST_ROWS, _MOST_DELETED = 2, 1.5  # where a count of rows begins, and how far it may go for each row that is left
_OF_A_TEAM = 4  # players at least, whose rows are counted
_ENOUGH = 4  # fewer cells than this prove little about repetition
_AGAIN = 0.75  # different values among so many: nobody wears the number of another
_WAIST, _CHEST = 24, 60  # inches
GENDERS = frozenset(["m", "f", "w", "d", "k", "h", "b", "g", "u", "v"])


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
    in_turn: bool  # the same values again and again, as people are listed beneath each garment
    catalogued: float  # share that are titles or codes of the catalogue
    words: Mapping[Concept, float]  # share of the different values that begin with a word we know: Shorts, U12

    def speaks_of(self, *concepts: Concept) -> float:
        """The share of the different values with a word for one of these."""
        return max([self.words.get(concept, 0.0) for concept in concepts])

    def share(self, *any_of: Trait) -> float:
        """The share of the filled cells that show the trait; of several traits the largest share."""
        return max([self.shares.get(trait, 0.0) for trait in any_of])


def profile(
    cells: Sequence[str], catalogue: Collection[str] = (), *, runs: bool = False, anew: bool = False
) -> Profile:
    """Look at the cells of one column, in row order; empty ones may be among them.

    `runs`: it counts the rows; `anew`: none stands twice in one part of the list (`are_listed_anew`).
    """
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
        in_turn=1 < len(times) < len(filled) and (anew or filled[len(times) :] == filled[: -len(times)]),
        words=_words(tuple(islice(times, _TOLD_APART))),
        catalogued=sum(count for cell, count in times.items() if _names_titles(cell, catalogue)) / total
        if catalogue
        else 0.0,
    )


def are_listed_anew(parts: Sequence[Sequence[str]]) -> bool:
    """Whether the parts of a list, each beneath a title, hold none twice, as people stand beneath each garment they get."""
    return len(parts) > 1 and all(len(set(part)) == len(part) for part in parts)


def _names_titles(cell: str, catalogue: Collection[str]) -> bool:
    """Whether it is a title, or nothing but several, as a form writes the boxes that were ticked: Home shirt, Shorts."""
    if heading_key(cell) in catalogue:
        return True
    parts = [part for part in _TICKED.split(cell[:_LONGEST_TICKED]) if part.strip()]
    return len(parts) > 1 and all(heading_key(part) in catalogue for part in parts)


def _as_meant(values: Sequence[str]) -> Mapping[str, str]:
    """What each value was meant to be: 1O beside figures alone is 10 and no size. The slip itself is found at its cell."""
    others = [value for value in values if not value.isdigit() and T.NOTHING not in traits(value)]
    slips = 0 < len(others) < len(values) and all(map(_TYPED_FOR_ZERO.fullmatch, others))
    return {value: value.lower().replace("o", "0") if slips and value in others else value for value in values}


def _words(values: Sequence[str]) -> Mapping[Concept, float]:
    texts = [_WORD.findall(fold(value)) for value in values]
    if any(not _LONG.isdisjoint(words) for words in texts):  # beside a long sleeve a short one is no garment
        texts = [[word for word in words if word != "short"] for words in texts]
    texts = [
        words[1:] if words[:1] == ["hat"] and len(words) > 1 else words for words in texts
    ]  # hat bezahlt: has paid
    found = Counter(concept for words in texts for concept in {each for word in words for each in _meant(word)})
    return {concept: count / len(values) for concept, count in found.items()}


def _meant(word: str) -> Iterator[Concept]:
    """What a word stands for; one that ends in a shirt is one, too: Hjemmetrøje."""
    concept = means(word)
    if concept:
        yield C.GARMENT if concept is C.OTHER_GARMENT else concept
    if ends_in_a_shirt(word):
        yield C.GARMENT


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


def is_body_height(cells: Profile) -> bool:
    """Whether the column looks like people's heights rather than children's sizes in centimetres."""
    if cells.share(T.HEIGHT) < 0.7 or _are_of_socks(cells):
        return False
    off_scale = [number for number in cells.integers if T.NUMBER_SIZE not in traits(str(number))]
    return not cells.integers or len(off_scale) >= 0.25 * len(cells.integers)


_TICKED = re.compile(r"[,;+\n]")
_LONGEST_TICKED = 300  # characters
_CHESTS = frozenset(range(80, 131, 5))


def may_be_chests(cells: Profile) -> bool:
    """Whether they may be sizes of adults as Koreans count them, the chest in centimetres: 95, 100, 105."""
    return 0 < len(cells.integers) == cells.filled and _CHESTS.issuperset(cells.integers)


_OF_HEADS = frozenset(range(48, 67))


def may_be_measured(cells: Profile) -> bool:
    """Whether they may be chests or waists in inches, or heads in centimetres, each again and again: 38, 40, 40, 46."""
    numbers = set(cells.integers)
    again = len(cells.integers) == cells.filled >= _ENOUGH and 1 < len(numbers) <= _AGAIN * cells.filled
    inches = again and not any(number % 2 for number in numbers) and min(numbers) >= _WAIST and max(numbers) <= _CHEST
    return inches or (again and _OF_HEADS.issuperset(numbers))


_BY_FIVES = frozenset(range(145, 201, 5))


def may_be_sizes_by_fives(cells: Profile) -> bool:
    """Whether they may be sizes of adults as the Chinese count them, how tall they fit: 165, 170, 175, each again and again."""
    again = len(set(cells.integers)) < cells.filled >= _ENOUGH
    return again and len(cells.integers) == cells.filled and _BY_FIVES.issuperset(cells.integers)


_CYCLING = frozenset(range(1, 10))


def may_be_of_cyclists(cells: Profile) -> bool:
    """Whether they may be sizes as clothes for cyclists have them: from 1 to 8."""
    return 0 < len(cells.integers) == cells.filled and _CYCLING.issuperset(cells.integers)


def _are_of_socks(cells: Profile) -> bool:
    """Whether a few ranges stand there again and again, each beginning otherwise, 4-6 and 7-11: heights are five feet, or six."""
    ranges = [value for value in cells.values if T.NOTHING not in traits(value)]
    apart = len(ranges) <= 2 or len({value.partition("-")[0] for value in ranges}) == len(ranges)
    return not cells.integers and apart and len(ranges) < cells.filled and all("-" in value for value in ranges)


_THIRD, _HALF, _NEARLY_ALL = 0.3, 0.5, 0.9
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


_TIMES = re.compile(r"\d{1,2} ?[x×]|[x×] ?\d{1,2}")
_FEW = 5  # pieces of one thing
_YEARS_OF_SCHOOL = frozenset(["fr", "so", "jr", "sr"])


def are_years_of_school(cells: Profile) -> bool:
    """Whether they are freshmen and seniors, as American schools call them."""
    values = {value.casefold().rstrip(".") for value in cells.values}
    return values <= _YEARS_OF_SCHOOL and not values.isdisjoint(["fr", "so"])


def are_minutes(cells: Profile) -> bool:
    """Whether they are minutes of a game: 6', 12:41."""
    return bool(cells.values) and all(map(_MINUTES.fullmatch, cells.values))


_LEVEL_WORDS = """
    high low hoch niedrig hoj lav hog lag hoog laag haut bas alta alto baja bajo basso
"""
_LEVELS = frozenset(_LEVEL_WORDS.split())  # medium between them is no size


def says_no_size(cells: Profile) -> bool:
    """Whether the cells say something else than sizes, whatever the column is called, or no two are alike."""
    flags = bool(cells.integers) and len(cells.integers) == cells.filled and max(cells.integers) <= 1
    levels = not _LEVELS.isdisjoint(value.casefold() for value in cells.values)
    return (
        flags or levels or tell_of_games(cells) or (are_all_apart(cells) and cells.share(T.NUMBER_SIZE) < _NEARLY_ALL)
    )


def tell_of_games(cells: Profile) -> bool:
    """Whether they are minutes, shots and hits, or the school years of those who play."""
    return are_minutes(cells) or are_of_attempts(cells) or are_years_of_school(cells)


def is_marked(cells: Profile) -> bool:
    """Whether the cells only say yes or no, some of them perhaps how many: x, x, 2; x, no, 2x."""
    marks, answers = cells.share(T.MARK), cells.share(T.MARK) + cells.share(T.YES_NO)
    return cells.filled > 0 and (
        answers >= 0.8
        or (marks >= _THIRD and marks + len(cells.integers) / cells.filled >= 1.0)
        or (
            answers >= (_THIRD if marks else _HALF) and max(cells.integers, default=0) <= _FEW and _says_how_many(cells)
        )
    )


def _says_how_many(cells: Profile) -> bool:
    """Whether what says neither yes nor no is a count."""
    others = [value for value in cells.values if traits(value).isdisjoint({T.MARK, T.YES_NO})]
    return all(value.isdecimal() or _TIMES.fullmatch(value) for value in others)


_MANY = 6


def are_all_apart(cells: Profile) -> bool:
    """Whether they are many whole numbers of which no two are alike, up to ten and more."""
    return cells.filled >= _MANY and len(set(cells.integers)) == cells.filled and max(cells.integers) >= 10


def says_where_printed(cells: Profile) -> bool:
    """Whether the cells speak of logos and of places rather than say a name: left chest logo."""
    small = sum(value[:1].islower() and " " in value for value in cells.values)
    return cells.speaks_of(C.LOGO) >= 0.3 or small > 0.5 * len(cells.values)


def says_for_whom(cells: Profile) -> bool:
    """Whether the cells only tell men from women, or children from others: Herren, Damen; D, H."""
    values = {fold(value).strip(" .") for value in cells.values}
    letters = len(values) > 1 and values <= GENDERS
    return bool(values) and not cells.catalogued and (letters or all(means(value) is C.CHILD_SIZES for value in values))
