"""Rules of names beside one another: written in different cases, or the same for two people."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING

from roster_import.check.meant.markers import without_markers
from roster_import.check.rules.names import LONGEST_NAME, is_note, phrases
from roster_import.check.rules.numbers import looks_like_several_teams
from roster_import.check.rules.teams import MANY_PEOPLE
from roster_import.check.rules.vocabulary import PARTICLES, listed, words
from roster_import.language.messages import joined, say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roster_import.check.rules.numbers import Profile
    from roster_import.check.rules.teams import Garment, Squad
    from roster_import.model.problem import Problem

_LETTERS = re.compile(r"[^\W\d_]+")
_MC = re.compile(r"^(?:Mc|Mac|O|D)['’]?(?=[A-ZÀ-ÞŁ]{2})")  # McDONALD is written in capitals
_MOTTO = 4  # rows with one and the same name: the club's, a sponsor's, everybody's


# -------------------------------------------------------------------------------------------------------- casing


class Casing(Enum):
    """How a name is written."""

    CAPITALS = auto()  # SMITH, McDONALD, van DIJK
    CAPITALISED = auto()  # Smith, McDonald, van Dijk
    SMALL = auto()  # smith
    MIXED = auto()  # Anna SMITH


def casing(name: str) -> Casing | None:
    """How a name is written; None where it does not show: `AJ`, `J.`, `Li` as `LI`, scripts without cases."""
    telling = [word for word in _LETTERS.findall(name.replace("ß", "")) if word.casefold() not in PARTICLES]
    casings = {case for word in telling if (case := _word_casing(word))}
    if not casings:
        return Casing.SMALL if name.islower() and len(name) > 1 else None
    return casings.pop() if len(casings) == 1 else Casing.MIXED


def _word_casing(word: str) -> Casing | None:
    word = _MC.sub("", word)
    if len(word) < 2 or word == word.swapcase() or (len(word) == 2 and word.isupper()):
        return None
    if word.isupper():
        return Casing.CAPITALS
    return Casing.SMALL if word.islower() else Casing.CAPITALISED


def mixed_casing(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`name-casing`: names of one design in different cases, the odd ones named; once for the same names."""
    said: set[frozenset[str]] = set()
    for places in squad.designs.values():
        cases = _casings(squad, _with_players_names(squad, places))
        usual = _usual(list(cases.values()))
        odd = [at for at, case in cases.items() if case is not usual]
        names = frozenset(squad.names[at] for at in odd)
        if odd and names not in said:
            said.add(names)
            as_usual = next(at for at, case in cases.items() if case is usual)
            yield _casing(squad.garments(odd), squad.garment(as_usual))


def _casings(squad: Squad, places: Iterable[int]) -> dict[int, Casing]:
    """One place for each name that shows its case."""
    places = list(places)
    named = [squad.names[at] for at in places]
    first = dict(zip(reversed(named), reversed(places), strict=True))
    cases = ((first[name], casing(without_markers(name))) for name in dict.fromkeys(named))
    return {at: case for at, case in cases if case}


def _with_players_names(squad: Squad, places: Iterable[int]) -> list[int]:
    """Those with a name that is not a note, nor a role: `TRAINER` may stand beside `Jones`, and on several backs."""
    names, staff = squad.names, squad.for_staff
    notes = {name for name in squad.lettered if is_note(name)}
    said = phrases(squad)
    named = [at for at in places if names[at] and not staff[at] and names[at] not in said]
    return (
        named
        if not notes
        else [at for at in named if names[at] not in notes or not is_note(names[at], squad.player_words[at])]
    )


def _usual(cases: Sequence[Casing]) -> Casing | None:
    """The case most names are in; of equally many, the one that comes first."""
    return Counter(cases).most_common(1)[0][0] if cases else None


def _casing(odd: Sequence[Garment], usual: Garment) -> Problem:
    at = odd[0]
    names = listed(
        [say("{name!r} ({spot})", name=garment.name, spot=garment.spot(garment.name_meaning, at)) for garment in odd]
    )
    return at.warn(
        "name-casing",
        say_n(
            "Names on {label} are printed as written, and not all are written as {name!r} is: {names} is not. Write them "
            "all in one way, unless it is meant.",
            "Names on {label} are printed as written, and not all are written as {name!r} is: {names} are not. Write "
            "them all in one way, unless it is meant.",
            len(odd),
            label=at.label,
            name=usual.name,
            names=names,
        ),
        at.name_meaning,
        _in_capitals(at) if len(odd) == 1 and casing(usual.name) is Casing.CAPITALS else None,
        of=odd,
    )


def _in_capitals(garment: Garment) -> str | None:
    """The name in capitals, where these are certain: not of ß, Mc, particles, or an i that may be Turkish."""
    name = garment.name
    unclear = "ß" in name or re.search(r"\bMa?c[A-Z]", name) or words(name) & PARTICLES
    turkish = re.search(r"[ıİğĞşŞ]", name)
    whole_cell = garment.row.text(garment.name_meaning) == name
    return name.upper() if whole_cell and not unclear and not turkish and without_markers(name) == name else None


# -------------------------------------------------------------------------------------------------- the same name


def names_shared(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`name-twice`: one printed name for two people on one design; initials are offered where the players are known."""
    said: set[frozenset[str]] = set()
    for design, places in squad.designs.items():
        if looks_like_several_teams(squad.wearers_of[design]):
            continue
        named = _with_players_names(squad, places)
        for ones in _by_name(squad, named).values():
            people = _told_apart(squad, ones) if len(ones) > 1 else ()
            fact = frozenset(f"{squad.people[at]} {squad.numbers[at]}".casefold() for at in people)
            if len(people) > 1 and not _is_motto(ones, named) and fact not in said:
                said.add(fact)
                yield _twice(squad.garments(people))


def mottos_of_some(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`name-of-some`: one name, of none of the players, is printed on the shirts of several of them, and not on the others'."""
    for places in squad.designs.values():
        players = [at for at in places if squad.players[at] and not squad.for_staff[at]]
        for ones in _by_name(squad, [at for at in players if squad.names[at]]).values():
            theirs = any(words(squad.names[at]) & squad.player_words[at] for at in ones)
            if not theirs and len(ones) < len(players) and len(squad.people_among(ones)) >= _MOTTO:
                yield _motto(squad.garments(ones), len(players))


def _motto(ones: Sequence[Garment], players: int) -> Problem:
    at = ones[0]
    message = say(
        "{name!r} is printed as the name on {count} of {all} shirts of {label}, and no player there is called so. If it is a "
        "sponsor or stands elsewhere on the shirt, empty these cells and say so to the office; leave it, if it is meant.",
        name=at.name,
        count=len(ones),
        all=players,
        label=at.label,
    )
    return at.warn("name-of-some", message, at.name_meaning, of=ones)


def _by_name(squad: Squad, places: Iterable[int]) -> dict[str, list[int]]:
    bare = {name: without_markers(name).casefold() for name in squad.lettered}
    of_bare: dict[str, list[int]] = {}
    for at in places:
        of_bare.setdefault(bare[squad.names[at]], []).append(at)
    return of_bare


def _is_motto(ones: Sequence[int], named: Sequence[int]) -> bool:
    return len(ones) >= _MOTTO and len(ones) * 2 >= len(named)


def _told_apart(squad: Squad, ones: Sequence[int]) -> list[int]:
    """One place of each person: by the player, or by the number where no player is named."""
    if all(squad.players[at] for at in ones):
        return squad.people_among(ones)
    people: list[int] = []
    for at in ones:
        number = squad.numbers[at]
        if (
            number
            and len(people) < MANY_PEOPLE
            and all(number != squad.numbers[known] and _may_differ(squad, at, known) for known in people)
        ):
            people.append(at)
    return people


def _may_differ(squad: Squad, at: int, other: int) -> bool:
    return not (squad.players[at] and squad.players[other] and squad.is_same_person(at, other))


def _twice(people: Sequence[Garment]) -> Problem:
    at = people[1]
    wearers = listed(
        [
            say("{who} ({spot})", who=_described(garment), spot=garment.spot(garment.name_meaning, at))
            for garment in people
        ]
    )
    initials = _with_initials(people)
    said = say(
        "Name {name!r} is on {label} for more than one person: {wearers}.",
        name=at.name,
        label=at.label,
        wearers=wearers,
    )
    hint = (
        say(
            "To tell them apart, add initials, such as {names}.",
            names=listed([say("{name!r}", name=garment) for garment in initials]),
        )
        if initials
        else say("Add initials if they are to be told apart.")
    )
    return at.row.problem(
        "name-twice",
        joined(said, hint),
        at.name_meaning,
        suggestion=initials[1] if initials and at.row.text(at.name_meaning) == at.name else None,
        level="warning",
        rows=(garment.row for garment in people),
    )


def _described(garment: Garment) -> str:
    return garment.line.player or say("number {number}", number=garment.number)


def _with_initials(people: Sequence[Garment]) -> list[str]:
    """The names told apart: with initials, else with whole names; none where neither is known or both are the same."""
    for whole in (False, True):
        names = [_fuller(garment, whole=whole) for garment in people]
        different = len({name.casefold() for name in names}) == len(names)
        if different and all(0 < len(name) <= LONGEST_NAME for name in names):
            return names
    return []


def _fuller(garment: Garment, *, whole: bool) -> str:
    """The printed name with the player's other name: `J. JONES` or `JO JONES`, `Lucas B.` or `Lucas Berg`."""
    before, comma, behind = garment.line.player.partition(",")
    parts = [*behind.split(), *before.split()] if comma else before.split()
    folded, printed = [part.casefold() for part in parts], garment.name.casefold().split()
    if len(parts) <= len(printed) or not printed:
        return ""
    if folded[-len(printed) :] == printed:
        return f"{_cased(parts[0] if whole else f'{parts[0][0]}.', garment.name)} {garment.name}"
    if folded[: len(printed)] == printed:
        return f"{garment.name} {_cased(parts[-1] if whole else f'{parts[-1][0]}.', garment.name)}"
    return ""


def _cased(added: str, name: str) -> str:
    if casing(name) is Casing.CAPITALS:
        return added.upper()
    return added.lower() if casing(name) is Casing.SMALL else added
