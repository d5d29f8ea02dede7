"""A row that was filled in for two people at once, as of siblings: Oliver and Isla, OLIVER / ISLA, 7 & 12."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from roster_import.check.meant.numbers import number_meant
from roster_import.language.messages import say
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.problem import Problem

_AND = re.compile(r"[/&+]|\b(?:and|und|og|och|en|et|ja|ve|plus)\b", re.IGNORECASE)
_BETWEEN = re.compile(rf"{_AND.pattern}|\b(?:y|e|i)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2,}")
_BOTH = re.compile(  # Ann & Bo Ray, Leo e Luca Neri; Ramón y Cajal is one person's name
    r"\S.*?\s?(?:[/&+]|\b(?:and|und|og|och|en|et|ja|ve|plus)\b)\s?\S.*|[^\W\d_]+ (?:y|e|i) [^\W\d_]+ [^\W\d_]+",
    re.IGNORECASE,
)
_LONGEST = 100  # letters of two names
_MOSTLY = 3  # of so many rows one at most is of two: else each has its name written twice, 李娜 / Li Na
_WHO = (Meaning.PLAYER, Meaning.NAME, Meaning.FIRST_NAME)
_OF_CELLS = frozenset({"number-not-digits", "size-unknown"})


def with_rows_of_two(problems: Sequence[Problem], rows: Iterable[RosterRow]) -> tuple[Problem, ...]:
    """The problems; where a row is of two people, a number or size of each in one cell is said to be that."""
    asked = {(each.sheet, each.row) for each in problems if each.code in _OF_CELLS}
    two = {
        (row.sheet, row.row): names
        for row in (rows if asked else ())
        if (row.sheet, row.row) in asked
        if (names := _names_of_two(row))
    }
    return tuple(
        _said(each, two[place]) if each.code in _OF_CELLS and (place := (each.sheet, each.row)) in two else each
        for each in problems
    )


def rows_of_two(rows: Sequence[RosterRow]) -> Iterator[Problem]:
    """`two-people`: rows in good order whose cell names two, as of siblings, and that order for one of them."""
    named = [(row, meaning) for row in rows if (meaning := next(filter(partial(_names_both, row), _WHO), None))]
    twice = len(named) * _MOSTLY > max(len(rows), _MOSTLY)
    for row, meaning in (each for each in named if not (twice and "/" in each[0].text(each[1]))):
        message = say(
            "{names!r} seems to be two people, and what is ordered here is for one. Write a row for each of them, unless one "
            "name is meant.",
            names=row.text(meaning),
        )
        yield row.problem("two-people", message, meaning, level="warning")


def _names_both(row: RosterRow, meaning: Meaning) -> bool:
    text = row.text(meaning)
    names = _NAME.findall(text[:_LONGEST])
    apart = len({name.casefold() for name in names}) == len(names) and not any(map(str.isdigit, text))
    return apart and _is_of_two(text, _BOTH)


def _names_of_two(row: RosterRow) -> str:
    """The names in the row's cell that names two, where a number or a size of each stands beside it; else nothing."""
    names = next((text for text in map(row.text, _WHO) if _is_of_two(text) or _is_of_two(text, _BOTH)), "")
    two_numbers = len(number_meant(row.text(Meaning.NUMBER)).choices) > 1
    each_size = set(_NAME.findall(names)) & set(_NAME.findall(row.text(Meaning.SIZE)[:_LONGEST]))
    return names if names and (two_numbers or len(each_size) > 1) else ""


def _is_of_two(text: str, both: re.Pattern[str] | None = None) -> bool:
    if both and not both.fullmatch(text[:_LONGEST].strip()):
        return False
    parts = (_BETWEEN if both else _AND).split(text[:_LONGEST], maxsplit=1)
    return len(parts) > 1 and all(map(_NAME.search, parts))


def _said(problem: Problem, names: str) -> Problem:
    message = say(
        "{value!r} seems to be of two people, {names!r}, and a row is for one. Write a row for each of them, with a name, a "
        "number and a size of their own.",
        value=problem.value or "",
        names=names,
    )
    return replace(problem, message=message, suggestion=None)
