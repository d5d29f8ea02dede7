"""Sheets that list the people of the roster for something else: contacts, attendance. Nobody misses an order there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.model.layout import NAMES, PERSON, Fate, Meaning
from roster_import.recognise.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roster_import.recognise.sheets import SheetReading
    from roster_import.recognise.verdicts import Verdict

_NEARLY_ALL = 0.9
_ALSO_OF_PEOPLE = NAMES | {Meaning.TEAM}


def orders_nothing(reading: SheetReading) -> bool:
    """Whether a sheet holds nothing that may be an order."""
    return all(map(_orders_nothing, reading.verdicts))


def is_of_the_same_people(reading: SheetReading, rosters: Iterable[SheetReading]) -> bool:
    """Whether nearly all people of a sheet stand on the rosters as well."""
    known = {person for roster in rosters for person in _people(roster)}
    here = list(_people(reading))
    return bool(here) and sum(person in known for person in here) >= _NEARLY_ALL * len(here)


def _orders_nothing(verdict: Verdict) -> bool:
    idle = verdict.fate is Fate.NO_PART or (verdict.fate is None and verdict.meaning in _ALSO_OF_PEOPLE)
    return not verdict.seen.profile.filled or (idle and not verdict.ask)


def _people(reading: SheetReading) -> Iterator[frozenset[str]]:
    """The words of the name on each row."""
    columns = [verdict.seen.column for verdict in reading.verdicts if verdict.meaning in PERSON]
    for layout in reading.layouts:
        texts = [reading.sheet.down(column, layout.rows) for column in columns]
        yield from (frozenset(words_of(names)) for names in zip(*texts, strict=True))
