"""Sizes: their order from small to large; the rule of a lone adult size far from a youth team's, or the other way round."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.check.rules.numbers import Profile
    from roster_import.check.rules.teams import Squad
    from roster_import.model.layout import ColumnReading
    from roster_import.model.problem import Problem

_LEAST = 6  # sizes of the one kind before a lone other is odd
_MOST = 0.85  # and the share of them
_FAR = 24  # centimetres of body height: an M beside 152 is near, an M beside 140 is not

# Body heights, roughly, that the sizes are cut for: only to tell near from far, never to replace one by another.
_ADULT = {"3XS": 152, "2XS": 158, "XS": 164, "S": 170, "M": 176, "L": 182, "XL": 188}
_YOUTH = {"2XS": 104, "XS": 116, "S": 128, "M": 140, "L": 152, "XL": 164, "2XL": 170}
_HEIGHTS = frozenset(range(80, 171, 6))  # 176 and more is worn by both
_WORDS = {"SMALL": "S", "MEDIUM": "M", "LARGE": "L", "SM": "S", "MED": "M", "LG": "L"}
_YOUTH_WORD = re.compile(
    r"youth|kids?|children|junior|boys?|girls?|kinder|enfant|børn|barn|niñ[oa]s?|\bjr\b", re.IGNORECASE
)
_YOUTH_LETTER = re.compile(r"^y(?=[\dxsml])|(?<=[sml])y$")  # YM, Y2XL, LY
_BY_HEIGHT = re.compile(r"(?:gr\.?|str\.?|size|kinder|kids?)?[\s-]*[0-9]{2,3}(?:\s*[-–/]\s*[0-9]{2,3})?\s*(?:cm)?")
_BY_AGE = re.compile(r"[0-9]{1,2}\s*[-–/]\s*[0-9]{1,2}\s*(?:y|yr|yrs|years|jahre|år|ans)?")
_ADULT_WORD = re.compile(r"adult|unisex|wom[ae]n'?s?|m[ae]n'?s?|herren|damen|ladies|^a(?=[\dxsml])", re.IGNORECASE)
_LETTER = re.compile(r"([0-9]*)(X*)(S|M|L)")


@dataclass(frozen=True, slots=True)
class SizeKind:
    """Whether a size is for youth or adults, and the body height it is roughly cut for."""

    youth: bool
    height: int


def size_kind(size: str, heading: str = "") -> SizeKind | None:
    """What kind a size is, where that is certain: `128`, `10-12`, `YM`, `3XL`; not `8`, `One size`, `39-42`.

    `heading` is what its column is about: under `Youth`, letters are youth sizes.
    """
    text = size.strip().casefold()
    if (height := _height(text)) is not None:
        return SizeKind(True, height)
    bare = _YOUTH_LETTER.sub("", _YOUTH_WORD.sub("", text).strip())
    youth = bare != text or bool(_YOUTH_WORD.search(heading))
    letter = letter_of(_ADULT_WORD.sub("", bare))
    height = _letter_height(letter, _YOUTH if youth else _ADULT)
    return SizeKind(youth, height) if height is not None else None


def size_order(size: str) -> tuple[int, int, str]:
    """What sizes are sorted by, youth before adults; numbers of no certain kind first, words last, no size at the very end."""
    if kind := size_kind(size):
        return (1 if kind.youth else 2, kind.height, size)
    number = re.match(r"[0-9]{1,4}", size)
    if number:
        return (0, int(number[0]), size)
    return (3 if size else 4, 0, size)


def _height(text: str) -> int | None:
    """Of heights (`140`, `134/140`, `140 cm`, `Gr. 140`) and ages (`10-12`, `7/8 yr`); other numbers are unclear."""
    numbers = [int(digits) for digits in re.findall(r"[0-9]+", text)]
    if _BY_HEIGHT.fullmatch(text) and all(number in _HEIGHTS for number in numbers):
        return numbers[-1]
    if _BY_AGE.fullmatch(text) and numbers[0] < numbers[1] <= 18:
        return 6 * numbers[1] + 80
    return None


def letter_of(text: str) -> str:
    """`XXL` and `2-XL` as 2XL, `Large` as L; empty where it is no letter size."""
    plain = re.sub(r"extra\W*", "x", text.casefold())
    plain = re.sub(r"[\s.\-–'’()]+", "", plain).upper()
    for word, letter in _WORDS.items():
        plain = re.sub(rf"(?<![A-WYZ]){word}$", letter, plain)
    match = _LETTER.fullmatch(plain)
    if not match or (match[1] and not match[2]):  # 3L is not a larger L
        return ""
    times = int(match[1] or 1) if len(match[2]) <= 1 else len(match[2])
    return match[3] if not match[2] else f"{times if times > 1 else ''}X{match[3]}"


def _letter_height(letter: str, heights: dict[str, int]) -> int | None:
    big = re.fullmatch(r"([0-9]+)XL", letter)
    if letter in heights or not big:
        return heights.get(letter)
    return heights["XL"] + 6 * (int(big[1]) - 1)


def sizes_far(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`size-far`: a player's size of the other kind, far from every one of the many of one kind on that design."""
    for places in squad.designs.values():
        kinds, said = _kinds(squad, places)
        if len({kind.youth for kind in kinds.values() if kind}) > 1:
            told = {at: kind for at, key in zip(places, said, strict=True) if (kind := kinds[key])}
            yield from _far_in(squad, {at: kind for at, kind in told.items() if _has_own_size(squad, at)})


def _far_in(squad: Squad, told: Mapping[int, SizeKind]) -> Iterator[Problem]:
    """Of one design, with the kinds of the sizes that players have."""
    for youth in (True, False):
        usual = [at for at, kind in told.items() if kind.youth is youth]
        if len(usual) >= _LEAST and len(usual) >= _MOST * len(told):
            heights = {told[at].height for at in usual}
            far = (at for at, kind in told.items() if kind.youth is not youth and _is_far(kind, heights))
            yield from (_far(squad, at, usual, told) for at in far)


def _has_own_size(squad: Squad, at: int) -> bool:
    """Spares come in every size, and a coach wears what the children wear."""
    return bool(squad.people[at]) and not squad.for_staff[at] and bool(squad.sizes[at])


_Said = tuple[str, int]  # a size, and which columns the row has


def _kinds(squad: Squad, places: Sequence[int]) -> tuple[dict[_Said, SizeKind | None], list[_Said]]:
    """The kind of each size, by that and by the heading of its column; and which of them stands at each place."""
    columns = [squad.rows[at].columns for at in places]
    said = list(zip(map(squad.sizes.__getitem__, places), map(id, columns), strict=True))
    different = dict(zip(said, columns, strict=True))
    return {key: size_kind(key[0], _heading(of.get(Meaning.SIZE))) for key, of in different.items()}, said


def _heading(column: ColumnReading | None) -> str:
    return f"{column.heading} {column.of or ''}" if column else ""


def _is_far(kind: SizeKind, heights: set[int]) -> bool:
    return min(abs(kind.height - height) for height in heights) > _FAR


def _far(squad: Squad, at: int, usual: Sequence[int], told: Mapping[int, SizeKind]) -> Problem:
    garment = squad.garment(at)
    smallest, largest = (squad.sizes[pick(usual, key=lambda other: told[other].height)] for pick in (min, max))
    span = smallest if smallest == largest else say("{smallest} to {largest}", smallest=smallest, largest=largest)
    values = {"size": garment.line.size, "count": len(usual), "all": len(told), "label": garment.label, "span": span}
    message = (
        say(
            "Size {size} is a youth size, while {count} of {all} players on {label} have adult sizes ({span}). Check that "
            "it is meant.",
            **values,
        )
        if told[at].youth
        else say(
            "Size {size} is an adult size, while {count} of {all} players on {label} have youth sizes ({span}). Check "
            "that it is meant.",
            **values,
        )
    )
    return garment.warn("size-far", message, Meaning.SIZE)
