"""A column that marks who keeps goal: its heading says that and no more, and by itself a mark orders nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.goalkeepers import GOALKEEPERS, in_one_word
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from roster_import.model.layout import Candidate

_SILENT_WORDS = """
    is er ist ar est yes no y n ja nein nej j x oui non plays playing play who spielt spielst spiller spelar speelt joue juega
    gioca joga gra hraje pelaa oynuyor
"""
_SILENT = frozenset(_SILENT_WORDS.split())
_FLAG = re.compile(r"^is(?=[A-Z])")
_WORDS = re.compile(r"[^\W\d_]+")
_SHIRT = frozenset({Concept.GARMENT, Concept.JERSEY, Concept.OUTFIT, Concept.VARIANT})
_LONG_ENOUGH = 6  # letters that begin a longer word: Torwarttrikot


def heads_keepers(heading: str) -> bool:
    """Whether it says goalkeeper and nothing else: Keeper?, GK (x), Er målmand, isGoalkeeper."""
    said = [word for word in _words(_FLAG.sub("", heading)) if word not in _SILENT]
    return bool(said) and (_are_keepers(said) or "_".join(said) in GOALKEEPERS)


def marks_keepers(heading: str, candidates: Sequence[Candidate]) -> bool:
    """Whether a column of marks, which may mean these, is headed as one that says who keeps goal."""
    return any(each.meaning is Meaning.ORDER_IF_YES for each in candidates) and heads_keepers(heading)


def is_shirt_of_keepers(title: str) -> bool:
    """Whether a title says shirt or kit, and whose."""
    said = take_apart(title).concepts
    return bool(said & _SHIRT) and Concept.OTHER_GARMENT not in said and any(map(_begins_as_keepers, _words(title)))


def are_of_few_with_sizes(marked: Sequence[bool], sizes: Sequence[Sequence[str]]) -> bool:
    """Whether fewer than half of the rows are marked, and each of those orders something in a size without the mark."""
    whole = bool(sizes) and all(all(texts) for mark, *texts in zip(marked, *sizes, strict=True) if mark)
    return whole and 0 < 2 * sum(marked) < len(marked)


def _words(text: str) -> list[str]:
    return _WORDS.findall(in_one_word(fold(text)))


def _begins_as_keepers(word: str) -> bool:
    return word in GOALKEEPERS or any(word.startswith(each) for each in GOALKEEPERS if len(each) >= _LONG_ENOUGH)


def _are_keepers(words: Collection[str]) -> bool:
    return all(word in GOALKEEPERS for word in words)
