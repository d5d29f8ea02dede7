"""The words that headings are made of, from all lists and languages: each with what it stands for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from roster_import.recognise.club_life import CLUB_LIFE
from roster_import.recognise.false_friends import FALSE_FRIENDS
from roster_import.recognise.garments import GARMENTS, HEADS
from roster_import.recognise.no_part import NO_PART
from roster_import.recognise.rare_headings import RARE_HEADINGS
from roster_import.recognise.short_words import SHORT_FORMS
from roster_import.recognise.vocabulary import VOCABULARIES
from roster_import.recognise.words import FOREIGN, WORDS, Concept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LINKS = ("", "s", "n", "en", "e", "er", "es")
"""The letters that join the parts of a compound."""

SPELLABLE = 5
"""Words of so many letters are recognised with one of them wrong."""


@cache
def phrases_of(concepts: frozenset[Concept]) -> tuple[str, ...]:
    """The folded words and phrases (joined by `_`) that stand for one of these."""
    return tuple(word for word, concept in lexicon().items() if concept in concepts)


def means(word: str) -> Concept | None:
    """What a single folded word stands for by itself."""
    return lexicon().get(word)


@cache
def lexicon() -> Mapping[str, Concept]:
    """Word or phrase (joined by `_`) -> concept; the false friends win where both lists have a word."""
    found: dict[str, Concept] = {}
    for lists in (
        FALSE_FRIENDS,
        WORDS,
        SHORT_FORMS,
        NO_PART,
        CLUB_LIFE,
        RARE_HEADINGS,
        GARMENTS,
        *(vocabulary.words for vocabulary in VOCABULARIES),
    ):
        for concept, words in lists.items():
            for word in words.split():
                found.setdefault(word.removesuffix("~"), concept)
    return found


@cache
def sorted_lexicon() -> Sequence[tuple[str, Concept]]:
    """The lexicon in the order of its words, those that begin alike beside each other."""
    return sorted(lexicon().items(), key=lambda entry: entry[0])


@cache
def parts_of_compounds() -> Mapping[str, Concept]:
    """The words that compounds are made of: the shortest of what is no part of an order would be found everywhere."""
    ours = {word for words in (*FALSE_FRIENDS.values(), *WORDS.values()) for word in words.split()}
    return {word: concept for word, concept in lexicon().items() if word in ours or len(word) >= SPELLABLE}


@cache
def longest_stem() -> int:
    """How long the first part of a compound can be, with the letters that join it to the next."""
    return max(map(len, parts_of_compounds())) + max(map(len, LINKS))


@cache
def stems() -> Mapping[str, Concept]:
    """The beginning of a word -> concept."""
    return {
        word.removesuffix("~"): concept
        for lists in (CLUB_LIFE, NO_PART, RARE_HEADINGS, *(vocabulary.words for vocabulary in VOCABULARIES))
        for concept, words in lists.items()
        for word in words.split()
        if word.endswith("~")
    }


@cache
def begun_phrases() -> Mapping[str, Sequence[tuple[str, Concept]]]:
    """The first word of phrases that may end in any way -> how they begin, and their concept."""
    begun: dict[str, list[tuple[str, Concept]]] = {}
    for stem, concept in stems().items():
        if "_" in stem:
            begun.setdefault(stem.partition("_")[0], []).append((stem, concept))
    return begun


@cache
def garment_heads() -> Mapping[str, Concept]:
    """How a compound ends that is a garment -> which concept."""
    return {head: concept for concept, heads in HEADS.items() for head in heads.split()}


@cache
def spellable_by_initial() -> Mapping[str, tuple[str, ...]]:
    """First letter -> the words that begin with it and are recognised with a letter wrong."""
    found: dict[str, list[str]] = {}
    rarer = {word for lists in (GARMENTS, SHORT_FORMS) for words in lists.values() for word in words.split()}
    for word, concept in lexicon().items():
        if word not in rarer and len(word) >= SPELLABLE and word.isascii() and concept not in FOREIGN:
            found.setdefault(word[0], []).append(word)
    return {initial: tuple(words) for initial, words in found.items()}
