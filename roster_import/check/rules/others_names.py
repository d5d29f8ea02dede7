"""A name that is another player's, as after a column was sorted without the others: Al Hill in a shirt of BAKER."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.messages import rows_listed
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.check.rules.numbers import Profile
    from roster_import.check.rules.teams import Garment, Squad
    from roster_import.model.problem import Problem

_MANY = 4  # names of others are one mistake: a column that slipped


def names_of_others(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`name-of-another`: a name that is no part of the player's and one of another's, where most have their own.

    Where most have not, it is so for most of the others, too: a column slipped by a row.
    """
    whose: dict[str, dict[frozenset[str], int]] = {}
    for at in squad.named if squad.strange else ():
        for word in squad.player_words[at]:
            whose.setdefault(word, {}).setdefault(squad.player_words[at], at)
    told = list(squad.once(squad.strange))
    theirs = {at: others.pop() for at in told if len(others := _others(squad, at, whose)) == 1}
    if len(theirs) >= _MANY and len(theirs) * 2 > len(told):
        yield _slipped(squad, theirs)
    elif len(squad.strange) * 2 <= len(squad.named) or len(theirs) * 2 > len(told):
        yield from (_told(squad.garment(at), squad.garment(other)) for at, other in theirs.items())


def _others(squad: Squad, at: int, whose: Mapping[str, Mapping[frozenset[str], int]]) -> set[int]:
    """The players who have all words of the name at a place; `whose`: word -> who have it, each with a place."""
    words = squad.name_words[squad.names[at]]
    sharing = [whose.get(word, {}) for word in words]
    return {people[player] for people in sharing for player in people if words <= player}


def _slipped(squad: Squad, theirs: Mapping[int, int]) -> Problem:
    """The one warning of a column of names that belong to other rows; `theirs`: place -> whose name stands there."""
    garments = squad.garments(theirs)
    first, other = garments[0], squad.garment(theirs[next(iter(theirs))])
    message = say(
        "The names in {rows} are those of other players: {name!r} stands on the shirt of {who}, and is that of {other} ({spot}). "
        "Look whether the names have slipped by a row, or were sorted without the players.",
        rows=rows_listed([garment.row.row for garment in garments]),
        name=first.name,
        who=first.who,
        other=other.who,
        spot=other.spot(other.name_meaning, first),
    )
    return first.warn("name-of-another", message, first.name_meaning, of=garments)


def _told(garment: Garment, other: Garment) -> Problem:
    message = say(
        "Name {name!r} stands on the shirt of {who}, and is that of {other} ({spot}). Correct it, unless it is meant.",
        name=garment.name,
        who=garment.who,
        other=other.who,
        spot=other.spot(other.name_meaning, garment),
    )
    return garment.warn("name-of-another", message, garment.name_meaning, of=(garment, other))
