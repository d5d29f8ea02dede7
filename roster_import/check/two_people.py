"""A row that was filled in for two people at once, as of siblings: Oliver and Isla, OLIVER / ISLA, 7 & 12."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.meant.numbers import number_meant
from roster_import.language.messages import say
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.problem import Problem

_AND = re.compile(r"[/&+]|\b(?:and|und|og|och|en|et|ja|ve|plus)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 100  # letters of two names
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


def _names_of_two(row: RosterRow) -> str:
    """The names in the row's cell that names two, where a number or a size of each stands beside it; else nothing."""
    names = next((text for text in map(row.text, _WHO) if _is_of_two(text)), "")
    two_numbers = len(number_meant(row.text(Meaning.NUMBER)).choices) > 1
    each_size = set(_NAME.findall(names)) & set(_NAME.findall(row.text(Meaning.SIZE)[:_LONGEST]))
    return names if names and (two_numbers or len(each_size) > 1) else ""


def _is_of_two(text: str) -> bool:
    parts = _AND.split(text[:_LONGEST], maxsplit=1)
    return len(parts) > 1 and all(map(_NAME.search, parts))


def _said(problem: Problem, names: str) -> Problem:
    message = say(
        "{value!r} seems to be of two people, {names!r}, and a row is for one. Write a row for each of them, with a name, a "
        "number and a size of their own.",
        value=problem.value or "",
        names=names,
    )
    return replace(problem, message=message, suggestion=None)
