"""Whose name a column holds: the player's, his first or last name, or the name to be printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.recognise.scoring import Verdict

M = Meaning
_OFTEN, _MOSTLY, _ALWAYS = 0.4, 0.6, 0.9  # of the rows that fill both columns


def settle_names(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Give a bare `Name` its meaning from the other columns: printed beside Player, surname beside first name."""
    verdicts = _without_partners(_guessed_print(verdicts))
    bare = [v for v in verdicts if v.meaning is M.PLAYER and v.seen.sense.generic_name and not v.fixed]
    if not bare:
        return verdicts
    players = [v for v in verdicts if v.meaning is M.PLAYER and v not in bare and v.spoken]
    first = next((v for v in verdicts if v.meaning is M.FIRST_NAME), None)
    last = next((v for v in verdicts if v.meaning is M.LAST_NAME), None)
    name = bare[0]
    if players:
        return _swap(verdicts, _printed_beside(name, players[0]))
    if first and last:
        return _swap(verdicts, _beside_both(name, first, last))
    if first:
        return _swap(verdicts, _beside_part(name, first, M.LAST_NAME))
    return _swap(verdicts, _beside_part(name, last, M.FIRST_NAME)) if last else verdicts


def _guessed_print(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Where no heading says so: a column that holds parts of the names beside it is what is printed of them."""
    guesses = sorted((v for v in verdicts if v.meaning is M.PLAYER and not v.spoken), key=lambda v: -v.points)
    players = [v for v in verdicts if v.meaning is M.PLAYER and v.spoken] or guesses[:1]
    others = [guess for guess in guesses if players and guess is not players[0]]
    parts = [v for v in others if _share_within(v, players[0]) >= _OFTEN and share_equal(v, players[0]) < _ALWAYS]
    return _swap(verdicts, replace(parts[0], meaning=M.NAME, sure=False)) if parts else verdicts


def _without_partners(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside first and last name a further column of players says the same again, or something about them."""
    if not {M.FIRST_NAME, M.LAST_NAME} <= {v.meaning for v in verdicts}:
        return verdicts
    more = {v.seen.column for v in verdicts if v.meaning is M.PLAYER and not v.seen.sense.generic_name and not v.fixed}
    return tuple(replace(v, meaning=M.IGNORED) if v.seen.column in more else v for v in verdicts)


def _swap(verdicts: Sequence[Verdict], changed: Verdict) -> tuple[Verdict, ...]:
    return tuple(changed if v.seen.column == changed.seen.column else v for v in verdicts)


def _printed_beside(name: Verdict, player: Verdict) -> Verdict:
    """Beside a column of players, `Name` is what is printed, unless it says the same again."""
    if share_equal(name, player) >= _ALWAYS:
        return replace(name, meaning=M.IGNORED, sure=False)
    return replace(
        name, meaning=M.NAME, sure=name.seen.sense.leftover is None, readings=((M.NAME, name.points), *name.readings)
    )


def _beside_both(name: Verdict, first: Verdict, last: Verdict) -> Verdict:
    """Beside first and last name, `Name` is both again, or the printed one: which, a person must say."""
    if _share_within(first, name) >= _MOSTLY and _share_within(last, name) >= _MOSTLY:
        return replace(name, meaning=M.IGNORED, sure=True)
    readings = ((M.NAME, name.points), (M.PLAYER, name.points - 0.5), *name.readings[1:])
    return replace(name, meaning=M.NAME, sure=False, ask=name.seen.profile.filled > 0, readings=readings)


def _beside_part(name: Verdict, part: Verdict, rest: Meaning) -> Verdict:
    """Beside a first name alone, `Name` is the surname (Vorname, Name), unless it holds both."""
    if _share_within(part, name) >= _MOSTLY:
        return replace(part, meaning=M.IGNORED, sure=True)
    return replace(name, meaning=rest, readings=((rest, name.points), *name.readings))


def share_equal(one: Verdict, other: Verdict) -> float:
    """The share of rows in which two columns say the same, 0 to 1."""
    pairs = _pairs(one, other)
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else 0.0


def _share_within(part: Verdict, whole: Verdict) -> float:
    """The share of rows in which the one name occurs inside the other."""
    pairs = _pairs(part, whole)
    return sum(a in b for a, b in pairs) / len(pairs) if pairs else 0.0


def _pairs(one: Verdict, other: Verdict) -> list[tuple[str, str]]:
    both = zip(one.seen.cells, other.seen.cells, strict=True)
    return [(fold(a), fold(b)) for a, b in both if a and b]
