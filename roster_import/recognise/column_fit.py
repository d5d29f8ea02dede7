"""What the cells under a heading speak for and against: points per meaning."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.children import are_of_ages
from roster_import.recognise.column_profile import (
    GENDERS,
    Profile,
    are_all_apart,
    are_even_sizes,
    is_body_height,
    is_marked,
    says_for_whom,
    says_no_size,
    says_where_printed,
)
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence


C = Concept
M = Meaning
T = Trait
_ENOUGH, _MANY = 4, 6  # fewer cells than these prove little about repetition
_OF_A_SENTENCE = 4  # words
_SMALLEST = 4  # size of dresses and of children by their age
_NEARLY_ALL = 0.9
_ORDER_NUMBER = re.compile(r"#\d{3,}")  # as shops head it Name
_KINDS = 4  # so many different values are kinds rather than people, where they come again and again
_SHORT_WORDS = 4  # letters of van, der, el
_LEFT_OR_RIGHT = {"L", "P"}  # in Polish and Czech; where P is a size, L is none
_CIRCLES = frozenset("oOxX")  # yes and no, as East Asians mark it, though O is a size there, too
_HANDS = frozenset(["L", "R", "B", "S"])  # left, right, both, switch


def fit(meaning: Meaning, cells: Profile) -> float:
    """Points the cells give the meaning, from about -6 (cannot be) to +3 (looks just like it); empty cells give 0."""
    if not cells.filled:
        return 0.0
    return _FITS.get(meaning, _no_opinion)(cells)


_CODED = re.compile(r"^(?=[^ ]{0,20}\d{3})[^ ]{5,}$")


def _no_opinion(cells: Profile) -> float:
    return 0.0


def _number(cells: Profile) -> float:
    jersey = cells.share(T.JERSEY)
    points = 2.5 if jersey >= 0.9 else 1.0 if jersey >= 0.6 else -1.0 if jersey >= 0.35 else -6.0
    points -= 7.0 if cells.share(T.LARGE) > 0.5 else 2.0 if max(cells.integers, default=0) > _MOST_WORN else 0.0
    points -= 2.0 if is_body_height(cells) else 0.0
    points -= 2.5 if cells.counter else 0.0
    points -= (3.0 if len(cells.values) > 1 else 4.0) if _alike(cells) else 0.0
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


def _are_classes(cells: Profile) -> bool:
    """Whether they are classes of a race by sex and age, M12 and W14; W12 and W14 alone are sizes of women."""
    men = any(value[:1] in _MEN for value in cells.values)
    return men and all(map(_AGE_CLASS.fullmatch, cells.values))


def _size(cells: Profile) -> float:
    letters, numbers = cells.share(T.LETTER_SIZE), cells.share(T.NUMBER_SIZE)
    if is_body_height(cells) or says_no_size(cells) or _are_classes(cells):
        return -6.0
    if {value.casefold() for value in cells.values} <= GENDERS and len(cells.values) > 1 and "l" not in cells.values:
        return 0.0 if cells.values & {"S", "L", "G", "P"} else -3.0
    if (cells.values <= _HANDS and "R" in cells.values) or cells.values <= _CIRCLES or cells.values == _LEFT_OR_RIGHT:
        return -6.0
    signs = {unicodedata.normalize("NFKC", value).casefold() for value in cells.values}
    if _are_lone(signs) and "m" not in signs and (not signs <= _LONE_SIZES or signs == _OF_A_BOAT):
        return -6.0  # P, S, C, L, O: where somebody plays
    if letters >= 0.7:
        return 3.0 if len(cells.values) > 1 or not cells.values <= {"M", "W", "A"} else 0.5
    if not letters and are_all_apart(cells):
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
_OF_A_BOAT = frozenset("sp")  # starboard, port


def _are_lone(letters: Collection[str]) -> bool:
    return len(letters) > 1 and all(len(value) == 1 and value.isalpha() for value in letters)


_HIGHEST_WORN = 99
_MOST_WORN = 999  # of runners
_SMALLEST_CM = 79  # of children
_ALL_BUT_ONE = 0.95
NO_COUNTS = -9.0  # the eighth player orders no eight of it, whatever the column is called
_MEN = frozenset("UMH")
_AGE_CLASS = re.compile(r"[UMWDHKF][ \-]?\d{1,2}[A-Z]?")
_CODE = re.compile(r"[A-Z]{2,3}|[A-Z]{1,4}[ \-]?\d{1,5}")  # of a place, of an article
_DIGIT = re.compile(r"\d")
_YEARS = frozenset(range(1930, 2040))
_OF_A_CODE = 4  # figures
_HALF = 0.5
_INITIALS, _OFTEN = 2, 0.6
_NO_COUNT = 1000  # nobody orders so many of each


def _quantity(cells: Profile) -> float:
    counts = cells.share(T.COUNT)
    if cells.counter and cells.filled >= _ENOUGH:
        return -4.0 if cells.filled < _MANY else NO_COUNTS
    if cells.values and all(map(_CODE.fullmatch, cells.values)):
        return NO_COUNTS  # MN, WI; MG01
    if sum(len(_DIGIT.findall(value)) >= _OF_A_CODE for value in cells.values) >= max(_HALF * len(cells.values), 1):
        return NO_COUNTS  # 1211 KM, postcode
    if cells.filled >= _MANY - 1 and _run_on(cells.integers):
        return -5.0  # 41, 42, 43 … are numbers of something
    if counts >= 0.9 and are_all_apart(cells):
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
        and not (cells.in_turn and not _begin_small(cells))
    )


def _begin_small(cells: Profile) -> bool:
    """Whether hardly one begins with a capital, as names do not, unless all that was typed is small."""
    return sum(value[:1].islower() for value in cells.values) > _NEARLY_ALL * len(cells.values) > 0


def _person(cells: Profile) -> float:
    names = cells.share(T.NAME)
    if _nobody(cells) or _sorted_into(cells) or are_of_ages(cells.values):
        return _NO_NAMES
    if cells.share(T.LETTER_SIZE, T.YES_NO, T.EMAIL) >= 0.5 or names < 0.4:
        return -3.5  # a column that is called Player stays one, though doubtful
    if cells.speaks_of(C.GARMENT, C.CHILD_SIZES, C.COLOUR, C.PLAY, C.TEAM, C.CLUB) >= 0.3:
        return -2.0
    points = 2.0 if names >= 0.8 else 0.0
    points -= 1.0 if _begin_small(cells) else 0.0
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


def _printed(cells: Profile) -> float:
    if cells.filled >= _ENOUGH and cells.distinct <= _OFTEN and max(map(len, cells.values)) <= _INITIALS:
        return _NO_NAMES  # B, F, MV: where somebody plays; initials are hardly alike
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


def _design(cells: Profile) -> float:
    if cells.catalogued >= 0.5:
        return 4.0
    if says_for_whom(cells) or _are_classes(cells):
        return _NO_NAMES  # the cut, of whatever it is; M12, of a race
    worn = cells.speaks_of(*WORN) >= 0.3
    wordy = cells.share(T.PROSE) >= 0.5 and not worn  # what a shop sells has long titles
    if cells.share(T.EMAIL, T.DATE, T.PHONE, T.LETTER_SIZE) >= 0.5 or wordy:
        return -4.0
    if is_marked(cells):
        return 2.5
    if not worn and cells.distinct >= 0.9 and _are_people(cells):
        return -4.0
    licences = cells.distinct == 1.0 and cells.filled >= _MANY - 1  # one for each
    coded = all(_CODED.search(value) for value in cells.values)
    points = -1.5 if licences and coded else 1.5 if cells.share(T.CODE) >= 0.5 else 0.0
    points += 1.0 if cells.distinct <= 0.6 and cells.filled >= _ENOUGH else 0.0
    points += 2.5 if worn else 0.0
    return points - (2.0 if cells.share(T.JERSEY) >= 0.8 else 0.0)


def _are_sentences(cells: Profile) -> bool:
    """Whether everybody wrote something else, in many words."""
    words = sum(len(value.split()) for value in cells.values)
    return cells.filled >= _ENOUGH and cells.distinct >= _NEARLY_ALL and words >= _OF_A_SENTENCE * len(cells.values)


def _team(cells: Profile) -> float:
    if cells.share(T.EMAIL, T.DATE, T.PHONE, T.PROSE) >= 0.5 or is_marked(cells) or _are_sentences(cells):
        return _NO_NAMES
    if cells.filled >= _ENOUGH and cells.distinct > 0.6 and _YEARS.issuperset(cells.integers) and cells.integers:
        return _NO_NAMES  # since when somebody is a member
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
