"""Headings that end in a size and say how many of it are wanted, or of what: Antal trøjer str. 128, Qty size M, Shorts (L)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from roster_import.recognise.cell_kinds import SIZE_WORDS, Trait, integer, traits
from roster_import.recognise.tokens import take_apart
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from roster_import.recognise.tokens import Term

_OF_A_GARMENT = frozenset({*WORN, Concept.VARIANT})
_COUNTED = frozenset({*_OF_A_GARMENT, Concept.SEVERAL, Concept.QUANTITY, Concept.SIZE, Concept.HEIGHT_OR_SIZE})
_SIZE_WORD = re.compile(rf"(?:(?:{SIZE_WORDS})[\s.:\-]*|t)(?=\d{{2,3}}\b|[^\W\d_]{{1,4}}$|\dx)", re.IGNORECASE)
_BRACKETS = str.maketrans("()[]:", "     ")
_T_BEFORE = re.compile(r"t(?=\d{2,3}$)", re.IGNORECASE)  # T128
_LONGEST = 60  # letters of a heading that counts sizes
_MOST_WORDS = 6
_SMALLEST = 80  # of children in centimetres: a smaller number alone may number anything


@dataclass(frozen=True, slots=True, kw_only=True)
class SizedHeading:
    """A size, and the words before it: those of a garment, and whether a word says how many."""

    size: str
    garment: str
    counted: bool


@lru_cache(maxsize=1024)
def sized_heading(heading: str) -> SizedHeading | None:
    """The size a heading ends in and what is before it; None where there is another word, or no size."""
    words = heading.translate(_BRACKETS).split() if len(heading) <= _LONGEST else []
    if not 1 < len(words) <= _MOST_WORDS:
        return None
    cuts = (cut for cut in range(1, len(words)) if _is_size(" ".join(words[cut:])))
    cut = next((cut for cut in cuts if _is_counted(" ".join(words[:cut]))), None)
    return _sized(" ".join(words[:cut]), " ".join(words[cut:])) if cut else None


def plain_size(text: str) -> str:
    """A size without the word size before it: Gr. 128."""
    return _SIZE_WORD.sub("", text, count=1) if _SIZE_WORD.match(text) else text


def _sized(before: str, size: str) -> SizedHeading:
    terms = take_apart(before).main
    garment = " ".join(term.text for term in terms if term.concept in _OF_A_GARMENT)
    counted = any(term.concept is Concept.QUANTITY or _counts(term) for term in terms)
    return SizedHeading(size=plain_size(size), garment=garment, counted=counted)


def _is_size(text: str) -> bool:
    text = _T_BEFORE.sub("", text)
    value = integer(text)
    if value is None:
        return Trait.LETTER_SIZE in traits(text)
    return value >= _SMALLEST and Trait.NUMBER_SIZE in traits(text)


def _is_counted(before: str) -> bool:
    """Whether the words are of how many, of a garment or a size, and of nothing else."""
    terms = take_apart(before)
    return bool(terms.main) and all(term.concept in _COUNTED or _counts(term) for term in (*terms.main, *terms.aside))


def _counts(term: Term) -> bool:
    """Whether it is the French word for how many, and no name: Nombre T128."""
    return term.concept is Concept.NAME and term.text.casefold() == "nombre"
