"""Sizes of several seasons side by side: the newest is the one to order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.headings import sense
from roster_import.recognise.number_words import season, without_season
from roster_import.recognise.verdicts import Verdict, ignored
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

M = Meaning
_SIZES = frozenset({Concept.SIZE, Concept.HEIGHT_OR_SIZE})


def newest_sizes(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Of sizes that only their seasons tell apart (Size 24/25, Size 25/26) the newest counts, and the others are set aside."""
    years = {v.seen.column: year for v in verdicts if (year := _season_of_a_size(v))}
    if len(set(years.values())) < len(years) or len(years) < 2:
        return tuple(verdicts)
    newest = max(years, key=years.__getitem__)
    return tuple(_read(verdicts, years, newest))


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
