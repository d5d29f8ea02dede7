"""Rules of numbers: worn by two people, 0 beside 00, two for one player, outside what the sport allows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from roster_import.check.rules.vocabulary import listed
from roster_import.language.messages import joined, say
from roster_import.model.by_column import gathered
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from roster_import.check.rules.teams import Garment, Squad
    from roster_import.model.problem import Problem


_MANY = 5  # numbers worn twice: from here on, the rows are more likely those of several teams than full of mistakes
_SHARE = 3  # one in so many
_MOST_DIGITS = 3  # of a number on a shirt; some platforms take 0 to 999


def numbers_shared(squad: Squad, profile: Profile) -> Iterator[Problem]:
    """`number-twice`: one number on one design for different people; in a sport, in one team.

    `numbers-repeat` instead where that is so of many numbers: then the team of each row is missing.
    """
    said: set[tuple[str, ...]] = set()
    groups = [squad.wearers(range(squad.count))] if profile.unique_in_team else list(squad.wearers_of.values())
    for wearers in groups:
        clashes = _clashes(wearers)
        if several_teams(clashes, wearers):
            yield _repeat({number: squad.garments(people) for number, people in clashes.items()}, wearers)
            continue
        for number, people in clashes.items():
            fact = (number, *sorted(squad.people[at].casefold() for at in people))
            if fact not in said:
                said.add(fact)
                yield _twice(number, squad.garments(people))


def _clashes(wearers: Mapping[str, list[int]]) -> dict[str, list[int]]:
    return {number: people for number, people in wearers.items() if len(people) > 1}


def several_teams(clashes: Mapping[str, object], all_of_them: Mapping[str, object]) -> bool:
    """Whether so much is there twice that the rows must be those of several teams."""
    return len(clashes) >= _MANY and len(clashes) * _SHARE >= len(all_of_them)


def looks_like_several_teams(wearers: Mapping[str, list[int]]) -> bool:
    """The same, of the people who wear each number of one design."""
    return several_teams(_clashes(wearers), wearers)


def _where_worn(people: Sequence[Garment]) -> str:
    labels = {garment.label for garment in people}
    return say("on {label}", label=labels.pop()) if len(labels) == 1 else say("in this team")


def _twice(number: str, people: Sequence[Garment]) -> Problem:
    at = people[1]
    wearers = listed(
        [say("{who} ({spot})", who=garment.who, spot=garment.spot(Meaning.NUMBER, at)) for garment in people]
    )
    message = say(
        "Number {number} is {where} for more than one person: {wearers}. Give each a number of their own, unless it is meant.",
        number=number,
        where=_where_worn(people),
        wearers=wearers,
    )
    none = say("If 0 stands for no number, empty the cells: it would be printed.") if number == "0" else ""
    return at.warn("number-twice", joined(message, none), Meaning.NUMBER, of=people)


def _repeat(clashes: Mapping[str, Sequence[Garment]], wearers: Mapping[str, object]) -> Problem:
    at = next(iter(clashes.values()))[1]
    worn = _where_worn([garment for people in clashes.values() for garment in people])
    return at.warn(
        "numbers-repeat",
        say(
            "Of {all} numbers {where}, {count} are there for more than one person, as where several teams "
            "stand in one list. Add a column Team, or correct the numbers.",
            all=len(wearers),
            where=worn,
            count=len(clashes),
        ),
        Meaning.NUMBER,
        of=(garment for people in clashes.values() for garment in people),
    )


def both_zeros(squad: Squad, profile: Profile) -> Iterator[Problem]:
    """`zero-and-double-zero`: 0 and 00 in one team, for different people."""
    worn = squad.numbers[: squad.count]
    if "0" not in worn or "00" not in worn:
        return
    places = worn.index("0"), worn.index("00")
    if all(squad.people[at] for at in places) and squad.is_same_person(*places):
        return
    zero, double = squad.garments(places)
    at = zero if places[0] > places[1] else double
    spots = {"zero": zero.spot(Meaning.NUMBER, at), "double": double.spot(Meaning.NUMBER, at)}
    message = (
        say(
            "Numbers 0 ({zero}) and 00 ({double}) are both in this team, and are easily taken for one another. Give one of "
            "them another number, unless it is meant.",
            **spots,
        )
        if profile.both_zeros
        else say(
            "Numbers 0 ({zero}) and 00 ({double}) are both in this team, which is not allowed in {sport}. Give one of them "
            "another number.",
            sport=profile.title,
            **spots,
        )
    )
    yield at.warn("zero-and-double-zero", message, Meaning.NUMBER, of=(zero, double))


def written_with_a_zero(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`number-twice` too: 07 and 7 on one design, for different people."""
    for wearers in squad.wearers_of.values():
        zeroed = [number for number in wearers if len(number) > 1 and number[0] == "0" and number.strip("0")]
        for number in zeroed:
            people = [*wearers[number][:1], *wearers.get(number.lstrip("0"), [])[:1]]
            if len(people) > 1 and not squad.is_same_person(*people):
                yield _written_otherwise(*squad.garments(sorted(people)))


def _written_otherwise(first: Garment, other: Garment) -> Problem:
    message = say(
        "Numbers {number} ({who}, {spot}) and {other_number} ({other_who}, {other_spot}) are both {where}, and are easily taken "
        "for one another. Give one of them another number, unless it is meant.",
        number=first.number,
        who=first.who,
        spot=first.spot(Meaning.NUMBER, other),
        other_number=other.number,
        other_who=other.who,
        other_spot=other.spot(Meaning.NUMBER, other),
        where=_where_worn((first, other)),
    )
    return other.warn("number-twice", message, Meaning.NUMBER, of=(first, other))


def two_numbers(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`player-two-numbers`: one player with different numbers, such as 7 at home and 8 away; keepers' shirts apart.

    Columns of their own for them say that it is meant.
    """
    identities = _identities(squad)
    often = {identity for identity, times in Counter(identities).items() if times > 1}
    several = (at for at, identity in enumerate(identities) if identity in often) if often else iter(())
    numbered = [at for at in several if squad.numbers[at] and not squad.for_nobody[at] and not squad.for_keeper[at]]
    for identity, places in gathered(map(identities.__getitem__, numbered), numbered).items():
        other = next((at for at in places if squad.numbers[at] != squad.numbers[places[0]]), None)
        if other is None or _are_namesakes(identity, squad.garments(places)):
            continue
        first, second = squad.garment(places[0]), squad.garment(other)
        if not _have_columns_of_their_own(first, second):
            yield _two(second, first)


def _have_columns_of_their_own(first: Garment, other: Garment) -> bool:
    """Whether one row gives each its number in another column: Home no., Away no."""
    columns = {
        garment.row.columns[Meaning.NUMBER].column
        for garment in (first, other)
        if Meaning.NUMBER in garment.row.columns
    }
    return first.row.origin == other.row.origin and len(columns) > 1


def _identities(squad: Squad) -> list[frozenset[str]]:
    """The player of each garment; of a row that names none, the printed name and the size: there may be two of a name."""
    players = squad.players[: squad.count]
    if all(players):
        return squad.player_words[: squad.count]
    return [
        squad.player_words[at]
        if player
        else frozenset({f"name {squad.names[at].casefold()}", f"size {squad.sizes[at].casefold()}"})
        for at, player in enumerate(players)
    ]


def _are_namesakes(identity: frozenset[str], garments: Sequence[Garment]) -> bool:
    """Two children called Lucas: several numbers on one design, and nothing but that one word or print to go by."""
    numbers: dict[str, set[str]] = {}
    for garment in garments:
        numbers.setdefault(garment.label.casefold(), set()).add(garment.number)
    several = any(len(worn) > 1 for worn in numbers.values())
    vague = len(identity) == 1 or not garments[0].line.player
    alike_everywhere = len(numbers) > 1 and len({frozenset(worn) for worn in numbers.values()}) == 1
    return several and (vague or alike_everywhere)


def _two(garment: Garment, first: Garment) -> Problem:
    return garment.warn(
        "player-two-numbers",
        say(
            "{who} has number {number} on {label} here, and number {first_number} on {first_label} at {spot}. "
            "Correct one of them, unless it is meant.",
            who=garment.who,
            number=garment.number,
            label=garment.label,
            first_number=first.number,
            first_label=first.label,
            spot=first.spot(Meaning.NUMBER, garment),
        ),
        Meaning.NUMBER,
        of=(first, garment),
    )


def numbers_long(squad: Squad, profile: Profile) -> Iterator[Problem]:
    """`number-long`: a number of four digits or more in a team that has shorter ones; a sport of its own says so itself."""
    if profile.allowed is not None:
        return
    wearers = squad.wearers(range(squad.count))
    long = [people[0] for number, people in wearers.items() if len(number) > _MOST_DIGITS]
    if 2 * len(long) < len(wearers):
        yield from (_long(squad.garment(at)) for at in sorted(long))


def _long(garment: Garment) -> Problem:
    return garment.warn(
        "number-long",
        say(
            "Number {number} has {count} digits, and would be printed so. Correct it, unless it is meant.",
            number=garment.number,
            count=len(garment.number),
        ),
        Meaning.NUMBER,
    )


def numbers_outside(squad: Squad, profile: Profile) -> Iterator[Problem]:
    """`number-outside-sport`: a number the sport does not know; once for each person."""
    if profile.allowed is None:
        return
    said: set[tuple[str, str]] = set()
    worn = frozenset(squad.numbers[: squad.count])
    outside = worn - profile.allowed - {""}
    for at in range(squad.count) if outside else ():
        fact = (squad.numbers[at], squad.people[at].casefold())
        if fact[0] in outside and fact not in said:
            said.add(fact)
            yield _outside(squad.garment(at), worn, profile)


def _outside(garment: Garment, worn: Collection[str], profile: Profile) -> Problem:
    short = garment.number.lstrip("0")
    free = short in (profile.allowed or ()) and short not in worn
    return garment.warn(
        "number-outside-sport",
        say(
            "Number {number} is not one that {sport} knows ({range}). Choose another, unless your league allows it.",
            number=garment.number,
            sport=profile.title,
            range=profile.range,
        ),
        Meaning.NUMBER,
        short if free else None,
    )


# ---------------------------------------------------------------------------------------------------------- the sports


class Sport(StrEnum):
    """The profiles a roster can be held against; FREE knows no sport."""

    FREE = "free"
    FOOTBALL = "football"
    HANDBALL = "handball"
    BASKETBALL = "basketball"
    BASKETBALL_NFHS = "basketball-nfhs"
    BASKETBALL_NCAA = "basketball-ncaa"
    ICE_HOCKEY = "ice-hockey"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a sport says of numbers. `allowed` is None where any will do; `range` says it in words.

    `both_zeros` is whether 0 and 00 may stand on one list. `unique_in_team` is whether a number belongs to one person
    in all kits of the team, goalkeepers included; else only within one design.
    """

    title: str
    allowed: frozenset[str] | None = None
    range: str = ""
    both_zeros: bool = True
    unique_in_team: bool = True


def _numbers(first: int, last: int, *more: str) -> frozenset[str]:
    return frozenset({*map(str, range(first, last + 1)), *more})


_FROM_ONE = _numbers(1, 99, *(f"0{digit}" for digit in range(1, 10)))  # 07 is a way to print 7

PROFILES = {
    # Uniqueness is per design: duplicates across pools and teams are normal in clubs
    # (http://pacificnorthwestsoccerclub.org/Tryouts/907608.html).
    Sport.FREE: Profile(title=say("any sport"), unique_in_team=False),
    # No three digits, 00 presumably not (http://www.fussball-fragen.de › Ist 00 eine gültige Rückennummer); unique
    # with the goalkeepers (http://www.seattleunited.com/page/show/193973-uniform-numbering-policy).
    Sport.FOOTBALL: Profile(title=say("football"), allowed=_FROM_ONE, range=say("1 to 99")),
    # 1 to 99, no 0 (https://handball2019.eusa.eu/competition/equipment).
    Sport.HANDBALL: Profile(title=say("handball"), allowed=_FROM_ONE, range=say("1 to 99")),
    # FIBA, Official Basketball Rules, art. 4.3: 0, 00 and 1 to 99.
    Sport.BASKETBALL: Profile(title=say("basketball"), allowed=_numbers(0, 99, "00"), range=say("0, 00 and 1 to 99")),
    # NFHS rule 3-4-3d: digits 0 to 5 only, and never both 0 and 00 (https://forum.officiating.com/1035908-post6.html).
    Sport.BASKETBALL_NFHS: Profile(
        title=say("high school basketball (NFHS)"),
        allowed=frozenset({"00", *(str(10 * tens + ones) for tens in range(6) for ones in range(6))}),
        range=say("0, 00 and numbers up to 55 without the digits 6 to 9"),
        both_zeros=False,
    ),
    # 0 to 99 since the season 2023-24 (https://basketballjerseyarchive.com/news/… › nos-0-99).
    Sport.BASKETBALL_NCAA: Profile(
        title=say("college basketball (NCAA)"), allowed=_numbers(0, 99, "00"), range=say("0, 00 and 1 to 99")
    ),
    # 0 and 00 are no longer allowed (https://otwoh.com/sports/what-are-the-basic-field-hockey-rules/); 99 is retired
    # by the NHL alone, so it stays.
    Sport.ICE_HOCKEY: Profile(title=say("ice hockey"), allowed=_FROM_ONE, range=say("1 to 99")),
}
