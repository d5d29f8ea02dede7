"""Tables without headings: halves of names, pieces, prices, sizes and numbers, by what the cells hold and stand beside."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import PERSON, Meaning
from roster_import.recognise.by_cells import read_the_only
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.column_profile import is_body_height, is_marked
from roster_import.recognise.notes import is_team
from roster_import.recognise.plain_contents import name_positions
from roster_import.recognise.tokens import fold
from roster_import.recognise.verdicts import Verdict, ignored
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.recognise.column_profile import Profile

M, T = Meaning, Trait
_FEWEST, _MANY = 5, 8
_YEARS_APART = 6
_SMALLEST_CM, _HIGHEST_WORN = 80, 99
_LOWEST_MARK, _SPREAD = 40, 30
_LIKELY = 3.0  # points
_MOST_EACH = 4  # pieces of one thing for one player
_NEARLY_ALL, _MOSTLY, _OFTEN, _FEW = 0.9, 0.8, 0.6, 0.3
_HALF = 0.5
_CLUB = re.compile(  # KK Sokół, TSV Musterstadt
    r"(?:[AFHSTK]C|[STF]V|TSV|TuS|TSG|VfL|VfB|DJK|BSV|HSV|KK|[MLZG]KS|TJ|SK|IF|IFK|IK|BK|[UA]S|CD|CF|BC|RC|LC|AC|ASD|KV|VV|UKS)\s+\w"
)
_OPEN = frozenset({M.PLAYER, M.IGNORED, M.NAME})
_HALVES = {M.FIRST_NAME: M.LAST_NAME, M.LAST_NAME: M.FIRST_NAME}


def read_without_headings(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The verdicts of a table without headings, with halves of names, pieces, shirts, sizes and numbers read by the cells."""
    if any(verdict.seen.heading for verdict in verdicts):
        return verdicts
    if not any(verdict.meaning is M.SIZE for verdict in verdicts):
        verdicts = read_the_only(
            verdicts, [v for v in verdicts if v.meaning is M.IGNORED and _in_centimetres(v)], M.SIZE
        )
    verdicts = _with_teams(
        _in_halves(_without_figures_of_things(_of_home_and_away(_with_pieces(_with_prints(verdicts)))))
    )
    sized = any(verdict.meaning is M.SIZE for verdict in verdicts)
    rivals = [v for v in verdicts if v.meaning is not M.SIZE and not v.fixed and _are_figures(v)]
    worn = sized and len(rivals) == 1 and rivals[0].meaning is M.NUMBER and _are_worn(rivals[0])
    return read_the_only(verdicts, rivals, M.NUMBER) if worn else verdicts


def _with_teams(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """What teams are called, or any other words, row after row the same, may say whose players they are: U13; Lions, Cubs."""
    meanings = {verdict.meaning for verdict in verdicts}
    people = not meanings.isdisjoint(PERSON) and M.TEAM not in meanings
    open_ = [v for v in verdicts if people and v.meaning is M.IGNORED and not v.fixed and _repeat_words(v)]
    teams = [v for v in open_ if _are_teams(v.seen.profile)]
    if teams:
        return read_the_only(verdicts, teams, M.TEAM)
    open_ = [v for v in open_ if _come_in_blocks(v)]
    readings = ((M.TEAM, _LIKELY), (M.DESIGN, _LIKELY - 1), (M.IGNORED, 0.0))
    asked = open_[0] if len(open_) == 1 and not _are_chosen_elsewhere(open_[0], verdicts) else None
    return tuple(
        replace(v, meaning=M.TEAM, of=None, sure=False, ask=True, readings=readings) if v is asked else v
        for v in verdicts
    )


def _are_teams(cells: Profile) -> bool:
    clubs = sum(bool(_CLUB.match(value)) for value in cells.values) > _HALF * len(cells.values)
    return clubs or sum(map(is_team, cells.values)) >= _MOSTLY * len(cells.values)


def _are_chosen_elsewhere(verdict: Verdict, verdicts: Sequence[Verdict]) -> bool:
    """Whether another column holds the same words: first and second choices, no teams."""
    own = verdict.seen.profile.values
    return any(each is not verdict and own & each.seen.profile.values for each in verdicts)


def _come_in_blocks(verdict: Verdict) -> bool:
    """Whether the rows of each word follow each other."""
    changes = sum(above != below for above, below in pairwise(filter(None, verdict.seen.cells)))
    return 0 < changes < len(verdict.seen.profile.values)


def _repeat_words(verdict: Verdict) -> bool:
    """Whether a few words that name nothing to order fill the column."""
    cells = verdict.seen.profile
    few = cells.filled >= max(_FEWEST, _MOSTLY * len(verdict.seen.cells)) and 1 < len(cells.values) * 2 <= cells.filled
    words = not cells.integers and cells.share(T.DATE) < _FEW and not is_marked(cells) and cells.share(T.YES_NO) < _FEW
    played = name_positions([fold(value) for value in cells.values])
    goods = played or cells.catalogued or cells.speaks_of(*WORN, Concept.VARIANT, Concept.COLOUR)
    return few and words and not goods


def _in_halves(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Two columns of single words side by side are the halves of the names: which is which, a person says."""
    halves = next(((first, last) for first, last in pairwise(verdicts) if _are_halves(first, last)), None)
    guessed = [v for v in verdicts if v.meaning is M.PLAYER and not v.fixed]
    if halves is None or any(_tells_better(v, halves) for v in guessed):
        return verdicts
    settled = {half.seen.column: half for half in _told_apart(*halves)}
    others = {v.seen.column: ignored(v) for v in guessed}
    return tuple({**others, **settled}.get(verdict.seen.column, verdict) for verdict in verdicts)


def _are_halves(first: Verdict, last: Verdict) -> bool:
    """Whether both hold single names for as many rows, and of one at most it was said which half it is."""
    free = [half for half in (first, last) if not half.fixed and half.meaning in _OPEN]
    said = [half for half in (first, last) if half.fixed and half.meaning in _HALVES]
    filled = first.seen.profile.filled == last.seen.profile.filled
    return (
        bool(free)
        and len(free) + len(said) == len((first, last))
        and filled
        and all(map(_are_single_names, (first, last)))
    )


def _told_apart(first: Verdict, last: Verdict) -> tuple[Verdict, Verdict]:
    """Which half the first is, a person says, and whether the second is the other: it may be where they live."""
    if first.fixed:
        return first, _half(last, _HALVES[first.meaning], M.IGNORED)
    if last.fixed:
        return _half(first, _HALVES[last.meaning], M.IGNORED), last
    return _half(first, M.FIRST_NAME, M.LAST_NAME), _half(last, M.LAST_NAME, M.IGNORED)


def _tells_better(guess: Verdict, halves: Sequence[Verdict]) -> bool:
    """Whether a column of whole names tells people apart as well as the halves do: it is who they are."""
    return guess not in halves and guess.seen.profile.distinct >= min(half.seen.profile.distinct for half in halves)


def _half(verdict: Verdict, likely: Meaning, other: Meaning) -> Verdict:
    readings = ((likely, _LIKELY), (other, _LIKELY - 1))
    return replace(verdict, meaning=likely, of=None, sure=False, ask=True, spoken=True, readings=readings)


def _are_single_names(verdict: Verdict) -> bool:
    """Whether each is a name of one word, of which hardly two are alike."""
    cells = verdict.seen.profile
    played = name_positions([fold(value) for value in cells.values])
    names = cells.share(T.NAME) >= _NEARLY_ALL and cells.share(T.FULL_NAME) < _FEW and not played
    return names and cells.distinct >= _OFTEN and cells.filled >= _FEWEST


def _without_figures_of_things(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Prices behind what is ordered and weights behind heights are no numbers; small ones again and again are pieces."""
    goods = any(v.meaning is M.DESIGN and not v.fixed for v in verdicts)
    tall = {v.seen.column + 1 for v in verdicts if is_body_height(v.seen.profile)}
    guessed = [v for v in verdicts if v.meaning is M.NUMBER and not v.fixed]
    none = [
        v
        for v in guessed
        if v.seen.column in tall
        or (goods and min(v.seen.profile.integers, default=0) > _HIGHEST_WORN)
        or _are_marks_given(v.seen.profile)
        or _are_ranks(v, verdicts)
    ]
    verdicts = tuple(ignored(v) if v in none else v for v in verdicts)
    dressed = any(v.meaning is M.SIZE for v in verdicts) and any(v.meaning in PERSON for v in verdicts)
    pieces = [v for v in verdicts if (goods or dressed) and v.meaning in (M.NUMBER, M.IGNORED) and _are_pieces(v)]
    counted = any(v.meaning is M.QUANTITY for v in verdicts) or len(pieces) != 1
    return verdicts if counted else tuple(_as_pieces(v) if v is pieces[0] else v for v in verdicts)


def _with_prints(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside people, sizes and numbers, words in capitals of which no two are alike are likely printed: TOMMO, THE DOM."""
    meanings = {v.meaning for v in verdicts}
    loud = [v for v in verdicts if v.meaning is M.IGNORED and not v.fixed and _is_loud(v)]
    if not {M.PLAYER, M.SIZE, M.NUMBER} <= meanings or M.NAME in meanings or len(loud) != 1:
        return verdicts
    readings = ((M.NAME, _LIKELY), (M.IGNORED, 0.0))
    printed = replace(loud[0], meaning=M.NAME, of=None, sure=False, ask=True, readings=readings)
    return tuple(printed if v is loud[0] else v for v in verdicts)


def _is_loud(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    names = cells.share(T.NAME) >= _NEARLY_ALL and cells.distinct >= _NEARLY_ALL and cells.filled >= _FEWEST
    return names and sum(value.isupper() for value in cells.values) >= _MOSTLY * len(cells.values)


def _with_pieces(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Small numbers with a word for pieces behind them say how many: 1 pz, 2 Stück."""
    counted = [v for v in verdicts if v.meaning is M.IGNORED and not v.fixed and _are_with_units(v)]
    named = len(counted) != 1 or any(v.meaning is M.QUANTITY for v in verdicts)
    return verdicts if named else tuple(_as_pieces(v) if v is counted[0] else v for v in verdicts)


def _are_marks_given(cells: Profile) -> bool:
    """Whether they are of how well somebody plays, high and close together and some more than once, or of a table's rows."""
    numbers = cells.integers
    many = len(numbers) >= _FEWEST
    close = many and min(numbers) >= _LOWEST_MARK and max(numbers) - min(numbers) <= _SPREAD
    counted = many and min(numbers) > _HIGHEST_WORN and all(a < b for a, b in pairwise(numbers))  # 311, 312, 315
    narrow = len(numbers) >= _MANY and max(numbers) - min(numbers) <= _YEARS_APART
    aged = narrow and len(set(numbers)) < _OFTEN * len(numbers)  # 12, 13, 11, 12
    return counted or aged or (close and len(set(numbers)) < len(numbers))


def _are_ranks(verdict: Verdict, verdicts: Sequence[Verdict]) -> bool:
    """Whether each is one more than that before, and another column says the same: 7, 8, 9 beside 7, 8, 9."""
    cells = verdict.seen.cells
    twice = any(each is not verdict and each.seen.cells == cells for each in verdicts)
    return twice and all(b - a == 1 for a, b in pairwise(verdict.seen.profile.integers))


def _are_with_units(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    return cells.share(T.COUNT) >= _NEARLY_ALL and not cells.integers and cells.filled >= _FEWEST


def _are_pieces(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    small = cells.filled == len(cells.integers) >= _FEWEST and 0 < max(cells.integers) <= _MOST_EACH
    return small and not cells.counter and len(cells.values) * 2 <= cells.filled and not verdict.fixed


def _as_pieces(verdict: Verdict) -> Verdict:
    number = ((M.NUMBER, _LIKELY - 1),) if verdict.seen.profile.integers else ()
    readings = ((M.QUANTITY, _LIKELY), *number, (M.IGNORED, 0.0))
    return replace(verdict, meaning=M.QUANTITY, of=None, sure=False, ask=True, readings=readings)


def _of_home_and_away(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Home black, away white, again and again: which shirt each row is of, where nothing else says it."""
    if any(verdict.meaning is M.DESIGN for verdict in verdicts):
        return verdicts
    told = [v for v in verdicts if v.meaning is M.IGNORED and not v.fixed and _tells_kits_apart(v)]
    readings = ((M.DESIGN, _LIKELY), (M.IGNORED, 0.0))
    kits = (
        replace(told[0], meaning=M.DESIGN, of=None, sure=False, ask=True, readings=readings) if len(told) == 1 else None
    )
    return tuple(kits if kits and v is told[0] else v for v in verdicts)


def _tells_kits_apart(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    return len(cells.values) > 1 and cells.speaks_of(Concept.VARIANT) >= _NEARLY_ALL and cells.distinct <= _OFTEN


def _in_centimetres(verdict: Verdict) -> bool:
    """Whether they are children's sizes, some of them more than once."""
    cells = verdict.seen.profile
    sized = cells.share(T.NUMBER_SIZE) >= _NEARLY_ALL and len(cells.integers) == cells.filled >= _FEWEST
    return sized and min(cells.integers) >= _SMALLEST_CM and cells.distinct < 1.0 and not is_body_height(cells)


def _are_figures(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    return cells.share(T.JERSEY) >= _NEARLY_ALL and bool(cells.integers) and not cells.counter


def _are_worn(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    whole = len(cells.integers) == cells.filled >= _FEWEST and max(cells.integers) <= _HIGHEST_WORN
    aged = max(cells.integers, default=0) - min(cells.integers, default=0) <= cells.filled  # a team of 9 to 13 years
    return whole and cells.distinct == 1.0 and not aged
