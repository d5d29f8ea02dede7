"""A size matrix: columns headed by sizes hold how many of each, a column that sums them up holds nothing of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import NAMES, PERSON, Meaning
from roster_import.recognise.cell_kinds import Trait, integer, says_nothing
from roster_import.recognise.headings import OUTRIGHT, sense
from roster_import.recognise.sized_headings import plain_size, sized_heading
from roster_import.recognise.totals import opens_sum_of
from roster_import.recognise.verdicts import ignored
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from roster_import.recognise.column_heads import Heading
    from roster_import.recognise.verdicts import Verdict

M = Meaning
_TOLD = 9.0
_FEWEST_ROWS = 3  # that sum up: fewer may come to the same by chance
_FEWEST_ADDED = 2
_MOSTLY = 0.7
_SORTED_INTO = frozenset({Concept.PLAY, Concept.PERSONAL})  # departments, offices, classes


def of_matrix(verdicts: tuple[Verdict, ...], heading: Heading) -> tuple[Verdict, ...]:
    """In a size matrix a column headed by a size holds how many of it, and the names beside it are of designs."""
    twice = {key for key, times in Counter(heading.texts[column] for column in heading.sizes).items() if times > 1}
    if heading.sizes:
        verdicts = tuple(v if v.fixed else _in_matrix(v, heading, twice) for v in verdicts)
        verdicts = _for_departments(_without_guessed_people(verdicts))
    return _without_sums(verdicts, fewest=1 if heading.sizes else _FEWEST_ADDED)


def _in_matrix(verdict: Verdict, heading: Heading, twice: set[str]) -> Verdict:
    heading_text = verdict.seen.heading
    said = sized_heading(heading_text)
    size = said.size if said else plain_size(heading_text)
    if verdict.seen.column in heading.sizes:
        # the same size twice is two matrices side by side (men, women): whose is whose, we cannot say
        counted = ((M.QUANTITY, _TOLD),)
        return replace(
            verdict,
            meaning=M.QUANTITY,
            of=size,
            sure=heading_text not in twice,
            spoken=True,
            ask=False,
            readings=counted,
        )
    if verdict.meaning is M.PLAYER and not verdict.spoken and verdict.seen.profile.share(Trait.FULL_NAME) < 0.8:
        return replace(verdict, meaning=M.DESIGN)
    return verdict


def _without_guessed_people(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Where each row is headed as an article, what only looks like names says more of it: Badge left, COACH back."""
    if not any(v.meaning is M.DESIGN and v.spoken for v in verdicts):
        return verdicts
    return tuple(ignored(v) if v.meaning is M.PLAYER and not (v.spoken or v.fixed) else v for v in verdicts)


def _for_departments(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Where nobody is named, the first column says for whom it is: the department, the office, the class."""
    meanings = {verdict.meaning for verdict in verdicts}
    first = next((verdict for verdict in verdicts if verdict.seen.profile.filled), None)
    if first is None or meanings & (PERSON | NAMES | {M.TEAM}) or not _is_department(first):
        return verdicts
    readings = ((M.TEAM, OUTRIGHT), (M.IGNORED, 0.0))
    team = replace(first, meaning=M.TEAM, of=None, sure=True, spoken=True, ask=False, readings=readings)
    return tuple(team if verdict is first else verdict for verdict in verdicts)


def _is_department(verdict: Verdict) -> bool:
    words = verdict.seen.profile.share(Trait.NAME) >= _MOSTLY
    sorted_into = verdict.seen.sense.false_friend in _SORTED_INTO
    return verdict.meaning is M.IGNORED and not verdict.fixed and words and sorted_into


def _without_sums(verdicts: tuple[Verdict, ...], fewest: int) -> tuple[Verdict, ...]:
    """What comes in every row to the counts and marks beside it is their sum, whatever it is called; of sizes under its word.

    So it is beside the columns of sizes where each row has one of them alone: else at least `fewest` are added in some.
    """
    counts = [v for v in verdicts if v.meaning is M.QUANTITY and (v.of or fewest > 1)]
    garments = [v for v in verdicts if v.meaning is not M.QUANTITY and _is_of_a_garment(v)]
    added = {v.seen.column: v.seen.cells for v in (*counts, *garments)}
    sized = {v.seen.column for v in garments if v.meaning is M.SIZE}
    return tuple(_as_sum(v) if not v.fixed and _sums_up(v, added, sized, fewest) else v for v in verdicts)


def _is_of_a_garment(verdict: Verdict) -> bool:
    """Whether each cell of a column orders one piece: a mark under a garment, or its size."""
    marked = verdict.seen.sense.garment_only and verdict.seen.profile.share(Trait.MARK) >= _MOSTLY
    return marked or (verdict.meaning is M.SIZE and verdict.of is not None)


def _sums_up(verdict: Verdict, added: Mapping[int, Sequence[str]], sized: Collection[int], fewest: int) -> bool:
    """Whether it does; a few rows may differ under a word for sums, and are told when the order is checked."""
    told = opens_sum_of(verdict.seen.heading)
    others = {column: cells for column, cells in added.items() if column != verdict.seen.column}
    others = {column: cells for column, cells in others.items() if told or column not in sized}
    if len(others) < _FEWEST_ADDED or len(verdict.seen.profile.integers) < _FEWEST_ROWS:
        return False
    pieces = [[_pieces(text, sized=column in sized) for text in cells] for column, cells in others.items()]
    rows = [(cell, list(filter(None, row))) for cell, *row in zip(verdict.seen.cells, *pieces, strict=True) if cell]
    several = sum(len(row) >= fewest for _, row in rows)
    agreeing = sum(integer(cell) == sum(row) for cell, row in rows)
    return several >= _FEWEST_ADDED and agreeing >= len(rows) * (_MOSTLY if told else 1)


def _pieces(text: str, *, sized: bool) -> int:
    """How many pieces a cell orders: what it counts, or one for a mark or a size."""
    count = None if sized else integer(text)
    return int(bool(text) and not says_nothing(text)) if count is None else count


def _as_sum(verdict: Verdict) -> Verdict:
    seen = replace(verdict.seen, sense=sense("total"))
    readings = ((M.IGNORED, OUTRIGHT),)
    return replace(
        verdict, seen=seen, meaning=M.IGNORED, of=None, sure=True, spoken=False, ask=False, sums=True, readings=readings
    )
