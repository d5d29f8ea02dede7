"""What bodies measure: feet, height and chest beside the sizes of clothes, and where they are the size themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.garment_columns import as_size
from roster_import.recognise.headings import PLAIN, sense
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import NUMBERS, Concept

if TYPE_CHECKING:
    from collections.abc import Collection

    from roster_import.recognise.verdicts import Verdict

M = Meaning
_CENTIMETRES = re.compile(r"(?<![^\W\d_])cm(?![^\W\d_])")
_SHORTEST = 80  # cm
_CHESTS = frozenset(range(22, 61))  # inches
_CALLED_CHESTS = (["chest"], ["bust"])
_MILLIMETRES = range(160, 321, 5)
_NEARLY_ALL = 0.9
_PAIR = 2  # of shoes
_SHOES = re.compile(
    r"shoe|boots?\b|trainers|(?<!hand)schuh(?!b)|sko(?:r|ene)?\b|(?<!hand)schoen|chaussure|scarp[ae]|zapat|calzado|chuteir|\bbuty\b|\bobuv|kenga"
    r"|^pointure$|calcado|sapatilh|ayakkab|krampon|\bkorki\b|kopack|halowk|salovk|tenisky|stovle|신발|축구화|운동화|실내화|シューズ|スパイク|上履き|靴|鞋"
)
_SMALLEST_SHOE = 28  # that is taken for no number to wear
_SHOE_SIZE = re.compile(r"\d{1,2}(?:[.,]5)?|2\d[05]\s?(?:mm)?", re.IGNORECASE)  # 42, 5.5, and 255 mm


def feet_are_sized(verdicts: tuple[Verdict, ...], catalogue: Collection[str] = ()) -> tuple[Verdict, ...]:
    """Figures under shoes beside the sizes of clothes say how long somebody's feet are, where no shoes are sold: 5.5, 38."""
    if any(map(_SHOES.search, catalogue)):
        return tuple(as_size(v) if v.meaning is M.NUMBER and _are_shoe_sizes(v) else v for v in verdicts)
    dressed = any(v.meaning is M.SIZE and not _are_shoe_sizes(v) for v in verdicts) and any(
        map(_are_shoe_sizes, verdicts)
    )
    return tuple(_of_feet(v) if dressed else v for v in verdicts)


def socks_in_millimetres(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Figures under a garment that are as long as feet, and no numbers to wear, are its sizes: 265, 270 under stockings."""
    return tuple(as_size(v) if v.meaning is M.NUMBER and not v.fixed and _is_in_millimetres(v) else v for v in verdicts)


def _is_in_millimetres(verdict: Verdict) -> bool:
    cells = verdict.seen.profile.integers
    feet = len(cells) == verdict.seen.profile.filled > 1 and all(each in _MILLIMETRES for each in cells)
    return verdict.seen.sense.garment_only and Concept.OTHER_GARMENT in verdict.seen.sense.concepts and feet


def _of_feet(verdict: Verdict) -> Verdict:
    shoes = verdict.meaning is M.SIZE and not verdict.fixed and _SHOES.search(fold(verdict.seen.heading))
    return _as_measure(verdict) if _are_shoe_sizes(verdict) else replace(verdict, sure=False) if shoes else verdict


def chests_in_inches(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Inches round the chest are the size of the shirt, where no other column has it: 38, 40, 42."""
    sized = any(v.meaning is M.SIZE and _is_of_a_shirt(v) for v in verdicts)
    chests = [v for v in verdicts if _is_round_a_chest(v)]
    if sized or len(chests) != 1:
        return verdicts
    return tuple(as_size(v) if v is chests[0] else v for v in verdicts)


def _is_of_a_shirt(verdict: Verdict) -> bool:
    return Concept.OTHER_GARMENT not in verdict.seen.sense.concepts


def _is_round_a_chest(verdict: Verdict) -> bool:
    integers = verdict.seen.profile.integers
    inches = len(integers) == verdict.seen.profile.filled > 0 and set(integers) <= _CHESTS
    called = fold(verdict.seen.heading).split()[:1]
    return inches and verdict.meaning is M.IGNORED and not verdict.fixed and called in _CALLED_CHESTS


def heights_beside_sizes(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Centimetres of nothing that is worn, in rows that have their size in another column, say how tall somebody is."""
    sizes = [v for v in verdicts if v.meaning is M.SIZE]
    return tuple(
        _as_measure(v)
        if _is_in_centimetres(v) and any(v is not size and _is_filled_beside(size, v) for size in sizes)
        else v
        for v in verdicts
    )


def _is_in_centimetres(verdict: Verdict) -> bool:
    """Whether sizes are called by nothing but their unit: Taille (cm), which is height, too."""
    cells, said = verdict.seen.profile, verdict.seen.sense.concepts
    bare = said <= {Concept.SIZE, Concept.HEIGHT_OR_SIZE} and verdict.meaning is M.SIZE and not verdict.fixed
    measured = len(cells.integers) == cells.filled > 0 and min(cells.integers) >= _SHORTEST
    return bare and measured and _CENTIMETRES.search(fold(verdict.seen.heading)) is not None


def _is_filled_beside(size: Verdict, verdict: Verdict) -> bool:
    """Whether the size stands in every row that has the other, and not only the same again."""
    pairs = [(text, other) for text, other in zip(size.seen.cells, verdict.seen.cells, strict=False) if other]
    return (
        not _is_in_centimetres(size) and all(text for text, _ in pairs) and any(text != other for text, other in pairs)
    )


def _as_measure(verdict: Verdict) -> Verdict:
    readings = ((M.IGNORED, PLAIN),)
    seen = replace(verdict.seen, sense=sense("weight"))
    return replace(
        verdict, seen=seen, meaning=M.IGNORED, of=None, sure=True, spoken=False, ask=False, readings=readings
    )


def _are_shoe_sizes(verdict: Verdict) -> bool:
    said, cells = verdict.seen.sense, verdict.seen.profile
    shoes = said.garment_only or Concept.OTHER_GARMENT in said.concepts or said.concepts == {Concept.SIZE}
    numbered = verdict.meaning is M.NUMBER and not said.concepts.isdisjoint(NUMBERS)
    large = min(map(_figure, cells.values), default=0.0) >= _SMALLEST_SHOE  # numero di scarpe: 39, 41
    if verdict.fixed or not shoes or (numbered and not large) or not _SHOES.search(fold(verdict.seen.heading)):
        return False
    figures = sum(bool(_SHOE_SIZE.fullmatch(value)) for value in cells.values) >= _NEARLY_ALL * len(cells.values)
    return cells.filled > 1 and figures and max(map(_figure, cells.values)) > _PAIR


def _figure(text: str) -> float:
    return float(text.casefold().removesuffix("mm").replace(",", ".")) if _SHOE_SIZE.fullmatch(text) else 0.0
