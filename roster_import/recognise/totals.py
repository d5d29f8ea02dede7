"""Which rows sum up the columns instead of naming somebody: Total, Summe 12, Sätze gesamt, felpe 6."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from roster_import.recognise.cell_kinds import Trait, says_nothing, traits
from roster_import.recognise.lexicon import means, phrases_of
from roster_import.recognise.tokens import fold, take_apart, words_of
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.workbook import Cell, Column, Sheet

    Row = Mapping[int, Cell]

_SHORT_SUMS = frozenset({"tot", "ges", "sum", "yht", "celk", "subtot", "razem", "toplam", "σ", "∑"})
_OF_THESE = re.compile(
    r"(?:davon|darunter|of which|of these|heraf|deraf|hvorav|derav|varav|waarvan|dont|di cui|de los cuales|dos quais|w tym|z toho"
    r"|joista|bunlardan)\b"
)
_SHORT = 4  # a unit beside a total: pcs, Stk
_PRICES = frozenset({Concept.PRICE})
_SUMS = frozenset({Concept.SUMMARY, Concept.QUANTITY})
_SUMMED = frozenset({*WORN, Concept.SUMMARY, Concept.FORMER, Concept.SEVERAL})  # shirts in total


def opens_sum(row: Row) -> bool:
    """Whether the first words of a row say that it sums up others, whatever stands beside them: Total, Shorts, M, 3."""
    first = next((cell.text for cell in row.values() if _is_words(cell.text)), "")
    return bool(first) and opens_sum_of(first)


def is_total(row: Row) -> bool:
    """A row that sums up the columns: it begins with the word total or quantity, and the rest are numbers."""
    if not opens_sum(row):
        return False
    words = [cell.text for cell in row.values() if _is_words(cell.text)]
    first = words[0]
    sized = any(Trait.LETTER_SIZE in traits(word) and means(fold(word)) is None for word in words)
    return not sized and all(word == first or len(word) < _SHORT or _names_garments(word) for word in words)


def _names_garments(text: str) -> bool:
    """Whether it is of nothing but garments, perhaps how many of them: felpe 6, 12 hoodies, Trikots behind a 12."""
    terms = take_apart(text).main
    return bool(terms) and all(term.concept in WORN for term in terms)


def _is_words(text: str) -> bool:
    """Whether it does not begin with a digit, nor with one behind the sign of a currency."""
    return not text.lstrip("€$£¥₺₩ ")[:1].isdigit() and not says_nothing(text)


def rows_of_sums(sheet: Sheet, below: Sequence[int]) -> Iterator[int]:
    """The rows whose first words open a sum, or may say that prices stand in them."""
    top = min(below, default=0)
    opening = {number: column.holding(_opening_sums(column, top)) for number, column in sheet.columns.items()}
    rows: Sequence[int] = sorted(set(chain.from_iterable(opening.values())).intersection(below))
    for number, column in sheet.columns.items():
        yield from set(rows).intersection(opening[number])
        rows = column.without(_is_words, rows)


def _opening_sums(column: Column, top: int) -> set[str]:
    """The texts of a column from this row on that open a sum or prices; most columns hold no word of one but the heading."""
    above = Counter(column.texts[row] for row in takewhile(lambda row: row < top, column.texts))
    texts = column.distinct.keys() - {text for text, times in above.items() if column.distinct[text] == times}
    words = words_of(texts)
    said = any(map(words.issuperset, _phrases_of_sums())) or any(word.strip(" .:=") in _SHORT_SUMS for word in words)
    said = said or any(map(_OF_THESE.match, texts))
    sums = {text for text in texts if _is_words(text) and opens_sum_of(text)} if said else set()
    priced = not words.isdisjoint(_words_of_prices())
    return sums.union(filter(_is_of_prices, texts)) if priced else sums


@cache
def _phrases_of_sums() -> tuple[frozenset[str], ...]:
    """The words of each phrase that opens a sum."""
    return tuple(frozenset(phrase.split("_")) for phrase in phrases_of(_SUMS))


@cache
def _words_of_prices() -> frozenset[str]:
    return frozenset().union(*(phrase.split("_") for phrase in phrases_of(_PRICES)))


def opens_prices(row: Row) -> bool:
    """Whether the first words of a row say that prices stand in it, and nothing else does: Pris pr. stk., 49, 19."""
    words = [cell.text for cell in row.values() if _is_words(cell.text)]
    return len(row) > 1 and len(words) == 1 and _is_of_prices(words[0])


def _is_of_prices(text: str) -> bool:
    return Concept.PRICE in take_apart(text).concepts


@lru_cache(maxsize=4096)
def opens_sum_of(text: str) -> bool:
    """Whether a text opens a sum: Summe M, Sätze gesamt."""
    words = fold(text).split()
    if fold(text).strip(" .:=") in _SHORT_SUMS:
        return True
    opening = {means("_".join(words[:size])) for size in (1, 2)}
    if _OF_THESE.match(fold(text)) or (opening & _SUMS and _is_size(" ".join(words[1:]))):
        return True  # davon Torwart; Summe M
    if opening & _SUMS:
        # Sum U11, Total chándales: nobody's name has digits, or goes on in small letters
        summed = Concept.SUMMARY in opening and (any(map(str.isdigit, text)) or _goes_on_small(text))
        return _is_known(text) or summed
    closing = {means("_".join(words[-size:])) for size in (1, 2)} if len(words) > 1 else set()
    small = text.split()[-1:] == [words[-1]] if words else False  # Sätze gesamt, and nobody whose name it is
    return Concept.SUMMARY in closing and (small or (_is_known(text) and take_apart(text).concepts <= _SUMMED))


def _goes_on_small(text: str) -> bool:
    return any(word[0].islower() for word in text.split()[1:])


def _is_size(text: str) -> bool:
    return Trait.LETTER_SIZE in traits(text)


def _is_known(text: str) -> bool:
    return all(term.concept for term in take_apart(text).main)
