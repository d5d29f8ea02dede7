"""Which numbers a sport allows: one row of facts per profile, with its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roster_import.language.messages import say


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
