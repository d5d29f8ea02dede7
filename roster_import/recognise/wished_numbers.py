"""Numbers that somebody would like: of the wishes for a number, which is one, and what a given number makes of them."""

from __future__ import annotations

from dataclasses import replace

from roster_import.model.layout import Meaning
from roster_import.recognise.column_fit import fit
from roster_import.recognise.column_profile import runs_with_gaps
from roster_import.recognise.headings import OUTRIGHT, PLAIN, sense
from roster_import.recognise.tokens import take_apart
from roster_import.recognise.verdicts import Verdict, ignored
from roster_import.recognise.which_of_several import says_which_now, wishes_second
from roster_import.recognise.whose_names import swap
from roster_import.recognise.words import Concept

M = Meaning


def as_wished(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The only wish for a number is the number where there is no other: Wunschnummer (1-99). Of several, the first is asked."""
    if any(verdict.meaning is M.NUMBER for verdict in verdicts):
        return verdicts
    wished = [verdict for verdict in verdicts if _is_wished(verdict)]
    first = [verdict for verdict in wished if not wishes_second(verdict.seen.heading)]
    if len(first) != 1:
        return verdicts
    readings = ((M.NUMBER, PLAIN), (M.IGNORED, 0.0))
    several = len(wished) > 1
    for other in wished:  # one question is enough
        verdicts = swap(verdicts, replace(other, sure=False, seen=replace(other.seen, sense=sense("number"))))
    return swap(verdicts, replace(first[0], meaning=M.NUMBER, sure=False, ask=several, spoken=True, readings=readings))


def beside_a_wish(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside a number that somebody would like, one that is called in words nobody taught us may be the second wish."""
    if not any(_is_wished(verdict) for verdict in verdicts):
        return verdicts
    return tuple(replace(v, sure=False, ask=True) if is_strange_number(v) else v for v in verdicts)


def is_strange_number(verdict: Verdict) -> bool:
    """Whether its heading calls a number in words that nobody knows, and not the one given."""
    heading = verdict.seen.heading
    said = verdict.meaning is M.NUMBER and verdict.spoken and not verdict.fixed
    return said and bool(take_apart(heading).unknown) and not says_which_now(heading)


def as_assigned(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The number that was given beside those that were wished for: zugeteilt, beside 1. Wunsch and 2. Wunsch."""
    given = [verdict for verdict in verdicts if _is_given(verdict)]
    wished = any(map(_is_wished, verdicts))
    if len(given) != 1 or not wished or any(verdict.meaning is M.NUMBER for verdict in verdicts):
        return verdicts
    readings = ((M.NUMBER, PLAIN), (M.IGNORED, 0.0))
    return swap(verdicts, replace(given[0], meaning=M.NUMBER, of=None, sure=True, spoken=True, readings=readings))


def _is_given(verdict: Verdict) -> bool:
    numbers = fit(M.NUMBER, verdict.seen.profile) > 0.0
    said = says_which_now(verdict.seen.heading) and not verdict.seen.sense.known
    return numbers and said and verdict.meaning is M.IGNORED and not verdict.fixed


def counted_beside_a_wish(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside wishes for numbers, a first column under Nr. counts the rows; where some were deleted, a person says."""
    wished = any(_is_wished(verdict) and not wishes_second(verdict.seen.heading) for verdict in verdicts)
    first = next((verdict for verdict in verdicts if verdict.seen.profile.filled), None)
    told = first.seen.sense.points.get(M.NUMBER, 0.0) if first else 0.0
    if first is None or first.fixed or not wished:
        return verdicts
    if first.meaning is not M.NUMBER or not 0.0 < told < OUTRIGHT:
        return verdicts
    if first.seen.profile.counter:
        return swap(verdicts, ignored(first))
    return swap(verdicts, replace(first, sure=False, ask=True)) if runs_with_gaps(first.seen.profile) else verdicts


def _is_wished(verdict: Verdict) -> bool:
    """Whether numbers that one could wear stand under a wish."""
    numbers = fit(M.NUMBER, verdict.seen.profile) > 0.0
    return (
        numbers
        and not verdict.fixed
        and verdict.meaning is M.IGNORED
        and verdict.seen.sense.false_friend is Concept.RESERVED
        and Concept.SIZE not in verdict.seen.sense.concepts
    )
