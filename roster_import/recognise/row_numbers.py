"""1, 2, 3 … down the rows: what only counts them, and what is worn."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import NAMES, PERSON, Meaning
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.headings import OUTRIGHT, PLAIN, sense
from roster_import.recognise.tokens import fold
from roster_import.recognise.verdicts import Verdict, ignored
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

M = Meaning
_SAY_WHAT = NAMES | {M.DESIGN, M.QUANTITY, M.TEAM}
_FEW = 3  # a column of fewer cells counts nothing
_MOSTLY, _NEARLY_ALL = 0.6, 0.9
_RANKED = 5  # different scores, each lower than the one before it, are no chance
_SCORED = (None, Concept.PLAY, Concept.SUMMARY)


def row_numbers(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """1, 2, 3 … down the rows are row numbers or the numbers of a sorted squad: see which, or ask.

    They are row numbers where they run on beside empty rows. They are worn where the heading says so outright, where
    another column to the left counts the rows already, or where the full word number stands behind other columns.
    """
    first = min((v.seen.column for v in verdicts if v.seen.profile.filled), default=0)
    counters = [v.seen.column for v in verdicts if v.seen.profile.counter and v.seen.profile.filled >= _FEW]
    counted = min(counters, default=1 << 14)
    several = any(v.meaning is M.PLAYER and _has_several_rows(v) for v in verdicts)
    worn = any(map(_is_worn_outright, verdicts))
    counts = ((v.seen.column == first and _counts_items(v)) or _tells_people_apart(v, verdicts) for v in verdicts)
    settled = (_as_count(v) if is_count else v for v, is_count in zip(verdicts, counts, strict=True))
    return tuple(
        ignored(v) if worn and _is_bare_counter(v) else _row_number(v, first, counted, several=several) for v in settled
    )


def likely_counted(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """1, 2, 3 … that is asked about rather counts the rows where it stands in front of sizes: who orders numbers them.

    Where the rows are sorted by what each has scored, it is a rank. Sizes of nobody are of the shirts with these numbers.
    """
    first = min((v.seen.column for v in verdicts if v.seen.profile.filled), default=0)
    named = any(v.meaning in _SAY_WHAT for v in verdicts)
    counted = named and any(v.meaning is M.SIZE or _is_ranked_by(v) for v in verdicts)
    return tuple(
        replace(v, meaning=M.IGNORED) if counted and v.seen.column == first and _is_asked_whether_worn(v) else v
        for v in verdicts
    )


def _is_ranked_by(verdict: Verdict) -> bool:
    """Whether the rows are sorted by these points or goals, most of them first."""
    scores = verdict.seen.profile.integers
    score = verdict.meaning is M.IGNORED and verdict.seen.sense.false_friend in _SCORED
    falling = all(more >= less for more, less in pairwise(scores))
    return score and falling and len(scores) == verdict.seen.profile.filled and len(set(scores)) >= _RANKED


def _is_asked_whether_worn(verdict: Verdict) -> bool:
    return verdict.meaning is M.NUMBER and verdict.ask and verdict.seen.profile.counter and not verdict.fixed


def _counts_items(verdict: Verdict) -> bool:
    """Whether it numbers the lines of an order under a word for what is ordered: 1, 2, 3 … under Item."""
    counts = (
        verdict.seen.profile.counter and verdict.seen.profile.filled >= _FEW and not verdict.seen.profile.catalogued
    )
    return counts and verdict.meaning is M.DESIGN and not verdict.fixed and fold(verdict.seen.heading) != "design"


def _tells_people_apart(verdict: Verdict, verdicts: Sequence[Verdict]) -> bool:
    """Whether no two have the same code, where sizes stand under the garments themselves: A017, A022 under Cod."""
    cells, people = verdict.seen.profile, any(v.meaning in PERSON for v in verdicts)
    coded = verdict.meaning is M.DESIGN and verdict.seen.sense.concepts == {Concept.CODE} and not verdict.fixed
    apart = cells.filled >= _RANKED and cells.distinct == 1.0 and not cells.catalogued
    return coded and apart and people and any(v.meaning is M.SIZE and v.of for v in verdicts)


def _as_count(verdict: Verdict) -> Verdict:
    return ignored(replace(verdict, seen=replace(verdict.seen, sense=sense("row number"))))


def _is_worn_outright(verdict: Verdict) -> bool:
    """Whether its heading says outright that it is worn, and no rows are counted there: Squad no. 12, 7, 3."""
    said = verdict.seen.sense.points.get(M.NUMBER, 0.0) >= OUTRIGHT and verdict.meaning is M.NUMBER
    return said and verdict.sure and not verdict.seen.profile.counter and verdict.seen.profile.filled >= _FEW


def _is_bare_counter(verdict: Verdict) -> bool:
    bare = verdict.seen.sense.concepts <= {Concept.NUMBER, Concept.NUMBER_SIGN} and verdict.meaning is M.NUMBER
    return bare and verdict.seen.profile.counter and not verdict.fixed


def _has_several_rows(verdict: Verdict) -> bool:
    """Whether whole names come again, as they do where there is a row for each garment."""
    cells = verdict.seen.profile
    return cells.share(Trait.FULL_NAME) >= _MOSTLY and cells.distinct < _NEARLY_ALL and cells.filled > _FEW


def _row_number(verdict: Verdict, first: int, counted: int, *, several: bool) -> Verdict:
    told = verdict.seen.sense.points.get(M.NUMBER, 0.0)
    if verdict.fixed or verdict.meaning is not M.NUMBER or told >= OUTRIGHT or not verdict.seen.profile.counter:
        return verdict
    if verdict.seen.lonely or (several and verdict.seen.column == first):
        return ignored(verdict)
    if verdict.seen.column > counted or (told >= PLAIN and verdict.seen.column > first):
        return verdict
    return replace(verdict, sure=False, ask=True)
