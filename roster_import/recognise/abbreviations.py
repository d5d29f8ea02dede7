"""Words that a dot cuts short: `Certif. méd.`, `Vårdnadsh.`, `Kan gr.` are known by the words that begin so."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from roster_import.recognise.words import FOREIGN, WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHORTEST = 4  # letters of a word by itself; of a phrase the other word tells as well
_SHORTEST_IN_PHRASE = 3


def of_word(key: str, lexicon: Sequence[tuple[str, Concept]]) -> Concept | None:
    """What all the words stand for that begin with this, or most of them where all are garments or no part of an order.

    `lexicon`: folded words, phrases joined by `_`, and their concepts, sorted.
    """
    if len(key) < _SHORTEST:
        return None
    return _agreed([concept for word, concept in _beginning(key, lexicon) if "_" not in word])


def of_phrase(first: str, second: str, lexicon: Sequence[tuple[str, Concept]]) -> Concept | None:
    """What the phrases of two words stand for whose words begin with these."""
    if len(first) < _SHORTEST_IN_PHRASE:
        return None
    return _agreed([concept for word, concept in _beginning(first, lexicon) if _has_second(word, second)])


def _has_second(phrase: str, second: str) -> bool:
    _, _, behind = phrase.partition("_")
    return behind.startswith(second) and "_" not in behind


def _beginning(key: str, lexicon: Sequence[tuple[str, Concept]]) -> Iterator[tuple[str, Concept]]:
    start = bisect_left(lexicon, key, key=lambda entry: entry[0])
    return takewhile(lambda entry: entry[0].startswith(key), (lexicon[at] for at in range(start, len(lexicon))))


def _agreed(concepts: Sequence[Concept]) -> Concept | None:
    times = Counter(concepts)
    if len(times) == 1 or (times and (times.keys() <= FOREIGN or times.keys() <= set(WORN))):
        return times.most_common(1)[0][0]
    return None
