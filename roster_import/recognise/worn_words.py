"""Whether a text speaks of something worn, in whatever form its words have: broekjes, reservetrøjer, ohne Hose."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.recognise.print_words import WITHOUT
from roster_import.recognise.said_phrases import phrases_in, word_set, words_of
from roster_import.recognise.tokens import ends_in_a_shirt, take_apart
from roster_import.recognise.vocabulary import VOCABULARIES
from roster_import.recognise.words import WORDS, Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORN = (Concept.GARMENT, Concept.OTHER_GARMENT, Concept.JERSEY)
_SHORTEST = 4  # letters: shorter ones (bas, top) are other words, too


@cache
def worn_words() -> str:
    """The words for garments in all languages, as a list of phrases."""
    every = (WORDS, *(vocabulary.words for vocabulary in VOCABULARIES))
    worn = [word for words in every for concept in _WORN for word in words.get(concept, "").split()]
    out_of_form = "forma"  # somebody is: in Polish and Italian, and it is a shirt in Turkish
    return " ".join(word for word in worn if len(word) >= _SHORTEST and not word.startswith(out_of_form))


def says_worn(words: Sequence[str]) -> bool:
    """Whether one of the words is of something worn, or a compound that ends in a shirt: reservetrøjer."""
    return phrases_in(worn_words()).stand_in(list(words)) or any(map(_is_worn, words))


@lru_cache(maxsize=8192)
def _is_worn(word: str) -> bool:
    """Whether it is of something worn in another form than its words have: broekjes, reservetroje."""
    terms = take_apart(word).main if len(word) > _SHORTEST else ()
    known = len(terms) == 1 and terms[0].concept in _WORN and not terms[0].guessed
    return known or ends_in_a_shirt(word)


def speaks_of_a_garment(text: str) -> bool:
    """Whether a garment is named among other words: libero (maglia di altro colore); a short stop wears what others do."""
    words = [word for word in words_of(text) if word != "short"]
    return len(words) > 1 and says_worn(words)


def leaves_out(text: str) -> bool:
    """Whether a text names a garment that is not to be ordered: ohne Hose, no shirt."""
    words = words_of(text)
    return any(before in word_set(WITHOUT) and says_worn([word]) for before, word in pairwise(words))
