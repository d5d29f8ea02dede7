"""Several columns of numbers that are called apart by a season, or by the home and the away shirt: which is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.column_fit import fit
from roster_import.recognise.headings import PLAIN, sense
from roster_import.recognise.lone_headings import is_score
from roster_import.recognise.number_words import season
from roster_import.recognise.tokens import fold
from roster_import.recognise.variants import says_occasion
from roster_import.recognise.verdicts import Verdict, ignored
from roster_import.recognise.which_of_several import says_which_now, says_wished, wishes_second
from roster_import.recognise.whose_names import share_equal, swap
from roster_import.recognise.words import NUMBERS, Concept

if TYPE_CHECKING:
    from collections.abc import Sequence


M = Meaning
_ALIKE = 0.9  # of the rows: two columns that say the same
_LATER = 100  # than any year of two digits
_MOST_EACH = 4  # pieces that one player has
_ENOUGH = 4
_MANY_SCORES = 3  # columns of what is counted in games
_NEVER_SO_OFTEN = 20
_MOST_RUNNERS = 99_999
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?")
_MOSTLY = 0.7
_HIGHEST_WORN = 99
_TWO_PLACES = 2


def settle_numbers(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The newest season's number is worn, and those of before are set aside.

    Asked is which of a home and an away number is printed where one shirt is ordered, which of several wishes came true, and
    what numbers are that look like pieces.
    """
    settled = _of_shirts_or_caps(_without_caps(_of_home_and_away(_without_not_out(tuple(verdicts)))))
    settled = _of_wishes(_of_kits(_only_of_matches(_of_seasons(settled))))
    return tuple(map(_asked_if_pieces, settled))


def _without_not_out(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside scores, NO over small numbers that come again is how often somebody was not out, and no number to wear."""
    scores = sum(v.seen.sense.false_friend is Concept.PLAY or is_score(v.seen.heading) for v in verdicts)
    told = scores >= _MANY_SCORES
    return tuple(
        ignored(v) if told and (_is_not_out(v) or _is_of_goals(v) or _is_where_played(v)) else v for v in verdicts
    )


def _of_home_and_away(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """H and A side by side over numbers to wear are those at home and away, where no other column has any."""
    pair = next(((a, b) for a, b in pairwise(verdicts) if _is_headed(a, "H") and _is_headed(b, "A")), None)
    if pair is None or any(v.meaning is M.NUMBER for v in verdicts) or not all(map(_are_of_a_team, pair)):
        return verdicts
    home, away = (
        _asked(replace(v, seen=replace(v.seen, sense=sense(f"{where} number")), spoken=True), M.NUMBER)
        for v, where in zip(pair, ("home", "away"), strict=True)
    )
    return swap(swap(verdicts, home), away)


def _is_headed(verdict: Verdict, letter: str) -> bool:
    return verdict.seen.heading.strip(" .") == letter and not verdict.fixed


def _are_of_a_team(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    return fit(M.NUMBER, cells) > 0.0 and cells.distinct >= _ALIKE and not cells.counter


def _is_where_played(verdict: Verdict) -> bool:
    """Whether home and away stand there beside what is counted in each game: where it was."""
    only = verdict.seen.sense.concepts == {Concept.VARIANT} and verdict.meaning is M.DESIGN
    return only and len(verdict.seen.profile.values) <= _TWO_PLACES and not verdict.fixed


def _is_of_goals(verdict: Verdict) -> bool:
    """Whether a short form of pieces stands before one of scores: PC Gls, goals from penalty corners."""
    of_some = " " in verdict.seen.heading.strip() and is_score(verdict.seen.heading)
    points = fold(verdict.seen.heading).strip(" .") == "sayi"  # how many, and what is scored in Turkish
    return verdict.meaning is M.QUANTITY and (of_some or points) and not verdict.fixed


def _is_not_out(verdict: Verdict) -> bool:
    numbers, heading = verdict.seen.profile.integers, verdict.seen.heading.strip()
    small = bool(numbers) and max(numbers) < _NEVER_SO_OFTEN and len(set(numbers)) < len(numbers)
    lost = heading.casefold() == "n" and bool(numbers) and max(numbers) > _HIGHEST_WORN  # s, n, u: Siege, Niederlagen
    return ((heading == "NO" and small) or lost) and verdict.meaning is M.NUMBER and not verdict.fixed


def _without_caps(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside the number of a shirt, that of a cap is the how manieth somebody is who plays for a club."""
    shirts = any(_is_of_shirts(v) and not _is_of_a_cap(v) for v in _numbers(verdicts))
    books = sense("player id")
    return tuple(
        replace(ignored(v), seen=replace(v.seen, sense=books))
        if shirts and v in _numbers(verdicts) and _is_of_a_cap(v)
        else v
        for v in verdicts
    )


def _is_of_a_cap(verdict: Verdict) -> bool:
    return "cap" in fold(verdict.seen.heading).split()


def _of_shirts_or_caps(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Where no column says it, the shirt of those whose goals are counted is its number; so is the number of a cap."""
    scores = sum(v.seen.sense.false_friend is Concept.PLAY or is_score(v.seen.heading) for v in verdicts)
    told = scores >= _MANY_SCORES
    raced = any(map(_holds_times, verdicts))
    worn = [v for v in verdicts if _numbers_a_cap(v) or (told and (_is_shirt_of_numbers(v) or _is_of_a_squad(v)))]
    worn = worn or [v for v in verdicts if raced and _is_of_a_runner(v)]
    if len(worn) != 1 or any(v.meaning is M.NUMBER for v in verdicts):
        return verdicts
    return swap(verdicts, _asked(replace(worn[0], spoken=True), M.NUMBER))


def _is_shirt_of_numbers(verdict: Verdict) -> bool:
    cells, said = verdict.seen.profile, verdict.seen.sense
    bare = said.garment_only and said.concepts <= {Concept.GARMENT, Concept.JERSEY} and not verdict.fixed
    return bare and fit(M.NUMBER, cells) > 0.0 and _MOST_EACH < max(cells.integers, default=0) <= _HIGHEST_WORN


def _holds_times(verdict: Verdict) -> bool:
    """Whether it says how long each was on the way."""
    times = sum(bool(_TIME.fullmatch(value)) for value in verdict.seen.profile.values)
    return verdict.meaning is M.IGNORED and times > _MOSTLY * len(verdict.seen.profile.values)


def _is_of_a_runner(verdict: Verdict) -> bool:
    """Whether a bare word for numbers stands over such as thousands of runners wear, no two alike: 7145."""
    cells = verdict.seen.profile
    apart = len(set(cells.integers)) == cells.filled >= _ENOUGH and max(cells.integers) <= _MOST_RUNNERS
    return apart and verdict.seen.sense.concepts == {Concept.NUMBER} and not (cells.counter or verdict.fixed)


def _is_of_a_squad(verdict: Verdict) -> bool:
    """Whether the word for a squad stands over numbers of which no two are alike."""
    cells, said = verdict.seen.profile, verdict.seen.sense
    apart = len(set(cells.integers)) == cells.filled >= _ENOUGH and max(cells.integers) <= _HIGHEST_WORN
    return apart and said.concepts == {Concept.SQUAD} and not cells.counter and not verdict.fixed


def _numbers_a_cap(verdict: Verdict) -> bool:
    """Whether it is the number on a cap, as in water polo, and not how many games somebody played for a country."""
    cells = verdict.seen.profile  # 1A is the second keeper
    apart = len(set(cells.integers)) == cells.filled >= _ENOUGH and max(cells.integers) <= _HIGHEST_WORN
    alone = apart and fold(verdict.seen.heading) == "cap"
    cap = alone or ("cap" in fold(verdict.seen.heading).split() and bool(NUMBERS & verdict.seen.sense.concepts))
    return cap and cells.share(Trait.JERSEY) > _MOSTLY and not cells.counter and not verdict.fixed


def _numbers(verdicts: Sequence[Verdict]) -> list[Verdict]:
    return [v for v in verdicts if v.meaning is M.NUMBER and v.spoken and not v.fixed and v.seen.profile.filled]


def _of_seasons(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    numbers = [v for v in _numbers(verdicts) if not v.seen.sense.beside_shirt]
    years = {v.seen.column: year for v in numbers if (year := season(v.seen.heading))}
    played = max((year for v in verdicts if (year := season(v.seen.heading))), default=0)
    former = max(years.values(), default=played) < played  # Nr 2023 and Nr, beside Size 2024
    if any(v.seen.column not in years and (former or says_which_now(v.seen.heading)) for v in numbers):
        newest = _LATER
    elif len(set(years.values())) == len(years) > 1:
        newest = max(years.values())
    else:
        return _asked_which(verdicts, numbers) if years else verdicts
    return tuple(_former(v) if years.get(v.seen.column, newest) < newest else v for v in verdicts)


def _former(verdict: Verdict) -> Verdict:
    """The number of an earlier season: asked about where somebody has no newer one, as any old number is."""
    return replace(ignored(verdict), seen=replace(verdict.seen, sense=sense("old number")))


def _only_of_matches(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The number for matches is the number of whatever is ordered where there is no other: Matchnr."""
    numbers = _numbers(verdicts)
    if len(numbers) != 1 or not says_occasion(numbers[0].seen.heading):
        return verdicts
    return swap(verdicts, replace(numbers[0], of=None))


def _of_kits(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Home and away numbers, where no home and away shirts are ordered: which is printed, a person says."""
    numbers = [v for v in _numbers(verdicts) if _is_of_shirts(v)]
    told_apart = any(Concept.VARIANT in v.seen.sense.concepts for v in numbers)
    return _asked_which(verdicts, numbers) if told_apart and not any(map(_orders_kits, verdicts)) else verdicts


def _of_wishes(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Which wish came true where nothing says so: Preferred number beside 2nd choice number."""
    numbers = _numbers(verdicts)
    first = [v for v in numbers if says_wished(v.seen.heading) and not says_which_now(v.seen.heading)]
    seconds = [v for v in verdicts if _is_second_wish(v)]
    if not seconds or not len(first) == len(numbers) == 1:
        return verdicts
    as_numbers = [replace(v, seen=replace(v.seen, sense=sense("number"))) for v in seconds]
    return _asked_which(tuple({v.seen.column: v for v in (*verdicts, *as_numbers)}.values()), [*first, *as_numbers])


def _is_second_wish(verdict: Verdict) -> bool:
    """Whether another wish stands there, or the number worn until now, which somebody may have to keep."""
    friend, said = verdict.seen.sense.false_friend, verdict.seen.sense.concepts
    second = friend is Concept.RESERVED and wishes_second(verdict.seen.heading)
    numbers = fit(M.NUMBER, verdict.seen.profile) > 0.0 and Concept.SIZE not in said
    return (second or friend is Concept.FORMER) and numbers and verdict.meaning is M.IGNORED and not verdict.fixed


def _asked_which(verdicts: tuple[Verdict, ...], numbers: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Which of several numbers is printed, a person says, unless they are the same."""
    if len(numbers) < 2 or all(share_equal(numbers[0], v) >= _ALIKE for v in numbers[1:]):
        return verdicts
    columns = {v.seen.column for v in numbers}
    return tuple(_asked(v, M.NUMBER) if v.seen.column in columns else v for v in verdicts)


def _is_of_shirts(verdict: Verdict) -> bool:
    """Whether it is the number of the home or the away shirt, or of a shirt that is not said."""
    return Concept.VARIANT in verdict.seen.sense.concepts if verdict.of else not verdict.seen.sense.beside_shirt


def _orders_kits(verdict: Verdict) -> bool:
    """Whether it says which shirts are ordered: a column of designs, or one of the home or the away shirt."""
    if verdict.meaning is M.NUMBER:
        return False
    said = verdict.seen.sense.concepts | (sense(verdict.of).concepts if verdict.of else frozenset())
    return Concept.VARIANT in said if verdict.of else verdict.meaning is M.DESIGN


def _asked_if_pieces(verdict: Verdict) -> Verdict:
    """A few small numbers again and again, as 1, 2, 1, 1, are pieces rather than what stands on a back: under Bib, too."""
    return _asked(verdict, M.QUANTITY, M.NUMBER) if _numbers([verdict]) and _looks_like_pieces(verdict) else verdict


def _looks_like_pieces(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    small = cells.filled == len(cells.integers) >= _ENOUGH and max(cells.integers) <= _MOST_EACH
    return small and not cells.counter and len(cells.values) * 2 <= cells.filled


def _asked(verdict: Verdict, *readings: Meaning) -> Verdict:
    offered = tuple((meaning, PLAIN - place) for place, meaning in enumerate((*readings, M.IGNORED)))
    return replace(verdict, meaning=readings[0], of=None, sure=False, ask=True, readings=offered)
