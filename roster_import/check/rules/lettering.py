"""Rules of names beside one another: written in different cases, or the same for two people."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING

from roster_import.check.rules.names import LONGEST_NAME, is_note, without_markers
from roster_import.check.rules.numbers import looks_like_several_teams
from roster_import.check.rules.teams import MANY_PEOPLE, people_among, same_person
from roster_import.check.rules.vocabulary import PARTICLES, listed, words
from roster_import.language.messages import joined, say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rules.sports import Profile
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
    found = {one for word in telling if (one := _word_casing(word))}
    if not found:
        return Casing.SMALL if name.islower() and len(name) > 1 else None
    return found.pop() if len(found) == 1 else Casing.MIXED


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
    for garments in squad.designs.values():
        cases = _casings(garments)
        usual = _usual(list(cases.values()))
        odd = [one for one, case in cases.items() if case is not usual]
        names = frozenset(one.name for one in odd)
        if odd and names not in said:
            said.add(names)
            yield _casing(odd, next(one for one, case in cases.items() if case is usual))


def _casings(garments: Sequence[Garment]) -> dict[Garment, Casing]:
    """One garment for each name that shows its case."""
    first: dict[str, Garment] = {}
    for one in garments:
        if _has_players_name(one):
            first.setdefault(one.name, one)
    cases = ((one, casing(without_markers(one.name))) for one in first.values())
    return {one: case for one, case in cases if case}


def _has_players_name(one: Garment) -> bool:
    """Not a note, nor a role: `TRAINER` may stand beside `Jones`, and on several backs."""
    return bool(one.name) and not one.for_staff and not is_note(one)


def _usual(cases: Sequence[Casing]) -> Casing | None:
    """The case most names are in; of equally many, the one that comes first."""
    return Counter(cases).most_common(1)[0][0] if cases else None


def _casing(odd: Sequence[Garment], usual: Garment) -> Problem:
    at = odd[0]
    names = listed([say("{name!r} ({spot})", name=one.name, spot=one.spot(one.name_meaning, at)) for one in odd])
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


def _in_capitals(one: Garment) -> str | None:
    """The name in capitals, where these are certain: not of ß, Mc, particles, or an i that may be Turkish."""
    name = one.name
    unclear = "ß" in name or re.search(r"\bMa?c[A-Z]", name) or words(name) & PARTICLES
    turkish = re.search(r"[ıİğĞşŞ]", name)
    whole_cell = one.row.text(one.name_meaning) == name
    return name.upper() if whole_cell and not unclear and not turkish and without_markers(name) == name else None


# -------------------------------------------------------------------------------------------------- the same name


def names_shared(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`name-twice`: one printed name for two people on one design; initials are offered where the players are known."""
    said: set[frozenset[str]] = set()
    for garments in squad.designs.values():
        named = [one for one in garments if _has_players_name(one)]
        if looks_like_several_teams(garments):
            continue
        for ones in _by_name(named).values():
            people = _told_apart(ones)
            fact = frozenset(f"{one.who} {one.number}".casefold() for one in people)
            if len(people) > 1 and not _is_motto(ones, named) and fact not in said:
                said.add(fact)
                yield _twice(people)


def _by_name(garments: Sequence[Garment]) -> dict[str, list[Garment]]:
    found: dict[str, list[Garment]] = {}
    for one in garments:
        found.setdefault(without_markers(one.name).casefold(), []).append(one)
    return found


def _is_motto(ones: Sequence[Garment], named: Sequence[Garment]) -> bool:
    return len(ones) >= _MOTTO and len(ones) * 2 >= len(named)


def _told_apart(ones: Sequence[Garment]) -> list[Garment]:
    """One garment of each person: by the player, or by the number where no player is named."""
    if all(one.line.player for one in ones):
        return people_among(ones)
    people: list[Garment] = []
    for one in ones:
        if (
            one.number
            and len(people) < MANY_PEOPLE
            and all(one.number != known.number and _may_differ(one, known) for known in people)
        ):
            people.append(one)
    return people


def _may_differ(one: Garment, other: Garment) -> bool:
    return not (one.line.player and other.line.player and same_person(one, other))


def _twice(people: Sequence[Garment]) -> Problem:
    at = people[1]
    wearers = listed(
        [say("{who} ({spot})", who=_described(one), spot=one.spot(one.name_meaning, at)) for one in people]
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
            names=listed([say("{name!r}", name=one) for one in initials]),
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
        rows=(one.row for one in people),
    )


def _described(one: Garment) -> str:
    return one.line.player or say("number {number}", number=one.number)


def _with_initials(people: Sequence[Garment]) -> list[str]:
    """The names told apart: with initials, else with whole names; none where neither is known or both are the same."""
    for whole in (False, True):
        names = [_fuller(one, whole=whole) for one in people]
        different = len({name.casefold() for name in names}) == len(names)
        if different and all(0 < len(name) <= LONGEST_NAME for name in names):
            return names
    return []


def _fuller(one: Garment, *, whole: bool) -> str:
    """The printed name with the player's other name: `J. JONES` or `JO JONES`, `Lucas B.` or `Lucas Berg`."""
    before, comma, behind = one.line.player.partition(",")
    parts = [*behind.split(), *before.split()] if comma else before.split()
    folded, printed = [part.casefold() for part in parts], one.name.casefold().split()
    if len(parts) <= len(printed) or not printed:
        return ""
    if folded[-len(printed) :] == printed:
        return f"{_cased(parts[0] if whole else f'{parts[0][0]}.', one.name)} {one.name}"
    if folded[: len(printed)] == printed:
        return f"{one.name} {_cased(parts[-1] if whole else f'{parts[-1][0]}.', one.name)}"
    return ""


def _cased(added: str, name: str) -> str:
    if casing(name) is Casing.CAPITALS:
        return added.upper()
    return added.lower() if casing(name) is Casing.SMALL else added
