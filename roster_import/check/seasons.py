"""Sheets of several seasons in one workbook, all of which would be ordered from: last year's list beside this year's."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say
from roster_import.model.problem import Place
from roster_import.recognise.ordered_before import is_called_ordered
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.order import Line
    from roster_import.model.problem import Problem

_YEAR = re.compile(r"(?<!\d)(?:20)?(\d{2})\s?[/_.–-]\s?(?:20)?(\d{2})(?!\d)|(?<!\d)20(\d{2})(?!\d)")
_FORMER_WORDS = """
    old alt alte alter vorjahr gammel gammelt gamle gammal gammalt oud oude ancien ancienne viejo vieja viejos viejas anterior
    vecchio vecchia vecchi vecchie stary stara stare previous sidste_ar forrige_ar i_fjor last_year last_season
    letztes_jahr letzte_saison sidste_saeson forrige_saeson forra_aret vorig_jaar
    archiv archive arkiv archief copy kopie kopi kopia copie copia
"""
_FORMER = frozenset(_FORMER_WORDS.split())
_TEAMS = frozenset(["alte_herren", "alte_damen", "old_boys", "old_girls", "old_ladies", "gamle_herrer", "oude_heren"])
_COPIES = frozenset(["copy", "kopie", "kopi", "kopia", "copie", "copia"])
_WORDS = re.compile(r"[^\W\d_]+")


def sheets_of_seasons(lines: Sequence[Line]) -> tuple[Problem, ...]:
    """`sheets-of-seasons`: an error where sheets named for different seasons, or an old one beside others, are ordered from.

    One named for a season beside those named for none is a warning. Where somebody named the sheets, they are ordered from
    as was said.
    """
    sheets = list(dict.fromkeys(line.origin.sheet for line in lines))
    if len(sheets) < 2 or not _differ(sheets):
        return tuple(map(_of_a_season, _named_alone(sheets)))
    message = say(
        "By their names, sheets {sheets} are of different seasons, or one of them was ordered before, and all of them would be "
        'ordered from. Say which is meant with --sheet "{sheet}", or delete the others; all of them are ordered from with '
        "{options}.",
        sheets=listed([say('"{heading}"', heading=sheet) for sheet in sheets]),
        sheet=_newest(sheets),
        options=" ".join(f'--sheet "{sheet}"' for sheet in sheets),
    )
    return (Place(sheet=sheets[0]).error("sheets-of-seasons", message),)


def _differ(sheets: Iterable[str]) -> bool:
    seasons, former = {_season(sheet) for sheet in sheets}, {_is_former(sheet) for sheet in sheets}
    return len(seasons - {None}) > 1 or len(former) > 1


def _named_alone(sheets: Sequence[str]) -> list[str]:
    """The sheets named for a season, where others are named for none."""
    named = [sheet for sheet in sheets if _season(sheet)]
    return named if len(named) < len(sheets) else []


def _of_a_season(sheet: str) -> Problem:
    message = say(
        "By its name sheet {sheet} is of one season, which others here do not say, and it is ordered from as they are. If it was "
        "ordered before, delete it.",
        sheet=sheet,
    )
    return Place(sheet=sheet).warning("sheets-of-seasons", message)


def _season(sheet: str) -> int | None:
    """The year that a season ends in, of the name of a sheet; two ages (U13/14, 10-11) are none."""
    return next((year for match in _YEAR.finditer(sheet) if (year := _year_of(match))), None)


def _year_of(match: re.Match[str]) -> int | None:
    first, second, year = match.groups()
    if year:
        return int(year) if int(year) >= _FIRST_YEAR else None
    return int(second) if int(second) == int(first) + 1 and int(first) >= _FIRST_SEASON else None


_FIRST_SEASON = 20  # years of age come before
_FIRST_YEAR = 22  # those born before are a team by now: Boys 2013


def is_old(sheet: str) -> bool:
    """Whether a sheet is called an old list, or one of last year; a copy may be the newest."""
    words = _words_of(sheet)
    return not (_FORMER - _COPIES).isdisjoint(words)


def _is_former(sheet: str) -> bool:
    return not _FORMER.isdisjoint(_words_of(sheet)) or is_called_ordered(sheet)


def _words_of(sheet: str) -> set[str]:
    words = _WORDS.findall(fold(sheet))
    pairs = {f"{word}_{after}" for word, after in pairwise(words)}
    teams = {word for pair in pairs & _TEAMS for word in pair.split("_")}
    return {*words, *pairs} - teams


def _newest(sheets: Sequence[str]) -> str:
    return max(sheets, key=lambda sheet: (not _is_former(sheet), _season(sheet) or 0))
