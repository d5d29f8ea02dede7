"""A name that is another player's, as after a column was sorted without the others: Al Hill in a shirt of BAKER."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.check.rules.numbers import Profile
    from roster_import.check.rules.teams import Garment, Squad
    from roster_import.model.problem import Problem


def names_of_others(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`name-of-another`: a name that is no part of the player's and one of another's, where most have their own."""
    named = [at for at in range(squad.count) if squad.names[at] and squad.player_words[at]]
    strange = [at for at in named if squad.player_words[at].isdisjoint(squad.name_words[squad.names[at]])]
    if not strange or len(strange) * 2 > len(named):
        return
    whose: dict[str, dict[frozenset[str], int]] = {}
    for at in named:
        for word in squad.player_words[at]:
            whose.setdefault(word, {}).setdefault(squad.player_words[at], at)
    for at in squad.once(strange):
        words = squad.name_words[squad.names[at]]
        sharing = [whose.get(word, {}) for word in words]
        others = {people[player] for people in sharing for player in people if words <= player}
        if len(others) == 1:
            yield _told(squad.garment(at), squad.garment(others.pop()))


def _told(garment: Garment, other: Garment) -> Problem:
    message = say(
        "Name {name!r} stands on the shirt of {who}, and is that of {other} ({spot}). Correct it, unless it is meant.",
        name=garment.name,
        who=garment.who,
        other=other.who,
        spot=other.spot(other.name_meaning, garment),
    )
    return garment.warn("name-of-another", message, garment.name_meaning, of=(garment, other))
