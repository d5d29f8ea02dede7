"""What is known before a workbook is looked at: an option of today, an answer of an earlier file, our own template."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from roster_import.language.catalogues import LANGUAGES
from roster_import.language.translations import in_language
from roster_import.model.layout import Meaning
from roster_import.model.sheets import ROSTER, heading_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.layout import Layout, Question
    from roster_import.model.problem import Problem
    from roster_import.recognise.column_heads import Heading


def fingerprint(headings: Sequence[str]) -> str:
    """The same for the same headings in the same order, whatever their case and punctuation; empty ones do not count.

    Sixteen hexadecimal digits; it says nothing about the cells under the headings.
    """
    keys = [key for key in map(heading_key, headings) if key]
    return sha256("\n".join(keys).encode()).hexdigest()[:16]


Answer = tuple[Meaning, str | None]
"""A meaning, and of which garment, design, size or placeholder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known before a workbook is looked at; it beats anything recognition finds out by itself.

    `mapping`: heading (compared by `heading_key`) or column letter -> answer. `remembered`: fingerprint of a heading
    row -> heading key -> answer, as confirmed for an earlier file. `roster_sheets`: the names of the sheets to read,
    empty to find them. `catalogue`: titles and codes of known designs and logos, reduced by `heading_key`; `garments`: the
    titles of the designs alone.
    """

    mapping: Mapping[str, Answer] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)
    roster_sheets: tuple[str, ...] = ()
    catalogue: frozenset[str] = frozenset()
    garments: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """The rosters of a workbook, the best first, and what could not be decided (as problems and as questions)."""

    rosters: tuple[Layout, ...]
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()


_LEAST_COLUMNS = (
    4  # a sheet with Player and Name and two more of the template's headings is the template, columns deleted
)
_ONE_EACH = frozenset({Meaning.NAME, Meaning.NUMBER, Meaning.PLAYER, Meaning.QUANTITY})
_LONGEST_LETTERS = 3  # Excel's last column is XFD


def told_columns(heading: Heading, hints: Hints) -> Mapping[int, Answer]:
    """Column -> its meaning as it was told. An option beats what is remembered, and that the template's headings.

    A key of `hints.mapping` is a heading: the very text before one that differs in case or punctuation (Order? beside
    Order). Where no column has that heading, capital letters name a column; they say which of two of one heading.
    """
    mapping = _of_columns(hints.mapping)
    literal = {text for text in heading.texts.values() if text in mapping}
    taken = set(map(heading_key, literal))
    mapped = {heading_key(key): answer for key, answer in mapping.items() if heading_key(key) not in taken}
    keys = {column: heading_key(text) for column, text in heading.texts.items()}
    by_text = {column: mapping[text] for column, text in heading.texts.items() if text in literal}
    by_letter = _by_letter(mapping, frozenset(keys.values()))
    twice = {key for key, times in Counter(keys.values()).items() if times > 1}
    nearer = {column: answer for column, answer in by_letter.items() if keys.get(column) in twice}
    remembered = _of_columns(hints.remembered.get(fingerprint(tuple(heading.texts.values())), {}))
    told = _by_key(remembered, keys) | by_letter | _by_key(mapped, keys) | by_text | nearer
    template = _by_key(_template(heading), keys)
    return {column: _unless_elsewhere(answer, told) for column, answer in template.items()} | told


def _by_key(answers: Mapping[str, Answer], keys: Mapping[int, str]) -> dict[int, Answer]:
    return {column: answers[key] for column, key in keys.items() if key in answers}


def _unless_elsewhere(answer: Answer, told: Mapping[int, Answer]) -> Answer:
    """What the template's heading says, unless the name or number was said to stand in another column: it is not used."""
    return (Meaning.IGNORED, None) if answer[0] in _ONE_EACH and answer in told.values() else answer


def _of_columns(answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """The answers but those about a sheet as a whole: that its players stand beside each other."""
    return {key: answer for key, answer in answers.items() if answer[0] is not Meaning.HEADINGS}


def _by_letter(mapping: Mapping[str, Answer], headings: frozenset[str]) -> dict[int, Answer]:
    return {
        _column_number(key): answer
        for key, answer in mapping.items()
        if key.isascii() and key.isalpha() and key.isupper() and len(key) <= _LONGEST_LETTERS
        if heading_key(key) not in headings
    }


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _template(heading: Heading) -> Mapping[str, Answer]:
    """The template's own columns, where the headings are the template's in one language, and under no garments."""
    if heading.groups:
        return {}
    keys = set(map(heading_key, heading.texts.values()))
    for language in LANGUAGES:
        own = {heading_key(in_language(column.heading, language)): Meaning(column.key) for column in ROSTER.columns}
        pair = {heading for heading, meaning in own.items() if meaning in (Meaning.PLAYER, Meaning.NAME)}
        if keys >= pair and len(keys & set(own)) >= _LEAST_COLUMNS:
            return {key: (meaning, None) for key, meaning in own.items()}
    return {}
