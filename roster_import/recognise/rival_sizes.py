"""Sizes beside columns that look like them: of several seasons the newest is the one to order, and ratings are none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.answers import OF_A_GARMENT
from roster_import.recognise.headings import OUTRIGHT, sense
from roster_import.recognise.number_words import season, without_season
from roster_import.recognise.verdicts import Verdict, ignored
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.recognise.column_profile import Profile

M = Meaning
_MANY, _SHORT = 6, 4  # columns of ratings; capitals of their headings
_FEWEST = 4  # players who are rated
_MARKS = frozenset(range(11))
_SEVERAL = 3  # columns of halves
_MARK = re.compile(r"(?:[0-9]|10)(?:[.,]\d{1,2})?")
_HALF = (".5", ",5")
_OF_GAMES = frozenset({Concept.PLAY, Concept.BODY})
_SIZES = frozenset({Concept.SIZE, Concept.HEIGHT_OR_SIZE})


def newest_sizes(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Of sizes that only their seasons tell apart (Size 24/25, Size 25/26) the newest counts, and the others are set aside."""
    years = {v.seen.column: year for v in verdicts if (year := _season_of_a_size(v))}
    if len(set(years.values())) < len(years) or len(years) < 2:
        return tuple(verdicts)
    newest = max(years, key=years.__getitem__)
    return tuple(_read(verdicts, years, newest))


def without_ratings(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Among many columns of figures, as games and coaches rate players (SPD, STR; Vel_fis), none is of sizes."""
    ratings = [v for v in verdicts if _may_be_a_rating(v)]
    halves = sum(_holds_halves(v) for v in ratings) >= _SEVERAL  # nobody orders half a piece
    taken = (M.SIZE, M.TEAM, M.IGNORED) if halves else (M.SIZE, M.TEAM)
    none = [v for v in ratings if (halves or len(ratings) >= _MANY) and v.meaning in taken]
    return tuple(replace(ignored(v), seen=replace(v.seen, sense=sense("rating"))) if v in none else v for v in verdicts)


def _may_be_a_rating(verdict: Verdict) -> bool:
    heading, cells, said = verdict.seen.heading.strip(), verdict.seen.profile, verdict.seen.sense
    short = heading.isalpha() and heading.isupper() and len(heading) <= _SHORT
    unlike = said.false_friend in _OF_GAMES or said.best < OUTRIGHT
    skill = unlike and said.concepts.isdisjoint(OF_A_GARMENT - {Concept.SIZE}) and _holds_ratings(cells)
    figures = cells.filled == len(cells.integers) > 0 or _holds_halves(verdict)
    return (short or skill) and figures and not verdict.fixed


def _holds_ratings(cells: Profile) -> bool:
    """Whether players may be rated so: from one to ten."""
    return cells.filled >= _FEWEST and set(cells.integers) <= _MARKS


def _holds_halves(verdict: Verdict) -> bool:
    """Whether there are halves among what players are rated with: 2, 3.5."""
    cells = [cell for cell in verdict.seen.cells if cell]
    return any(cell[-2:] in _HALF for cell in cells) and all(map(_MARK.fullmatch, cells))


def _season_of_a_size(verdict: Verdict) -> int | None:
    """The season of a column of sizes, of whatever garment the row orders."""
    said = sense(without_season(verdict.seen.heading)).concepts
    sized = said & _SIZES and said.isdisjoint(WORN) and verdict.meaning in (M.SIZE, M.QUANTITY) and not verdict.fixed
    return season(verdict.seen.heading) if sized else None


def _read(verdicts: Sequence[Verdict], years: dict[int, int], newest: int) -> Iterator[Verdict]:
    for verdict in verdicts:
        if verdict.seen.column == newest:
            yield replace(verdict, meaning=M.SIZE, of=None, spoken=True)
        elif verdict.seen.column in years:
            yield replace(ignored(verdict), seen=replace(verdict.seen, sense=sense("old size")))
        else:
            yield verdict
