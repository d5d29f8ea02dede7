"""Rules of rows and counts: identical shirts, a row twice, a number or name left blank where most have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rules.teams import same_person
from roster_import.check.rules.vocabulary import listed
from roster_import.language.messages import say
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rules.numbers import Profile
    from roster_import.check.rules.teams import Garment, Squad
    from roster_import.model.problem import Problem

_ALONE = 2  # so many rows with identical shirts are listed one by one, whatever the others do
_LEAST = 5  # rows of a design that carry a number before a blank one is odd
_MOST = 0.75  # and the share of them


# ----------------------------------------------------------------------------------------------- identical shirts


def identical_shirts(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`identical-shirts`: more than one of a printed shirt; said once where half the rows of a design ask for it."""
    for garments in squad.designs.values():
        printed = [garment for garment in garments if (garment.name or garment.number) and not garment.for_staff]
        several = [garment for garment in printed if garment.line.quantity > 1]
        if len(several) > _ALONE and len(several) * 2 >= len(printed):
            yield _mostly_several(several, printed)
        else:
            yield from (_identical(garment) for garment in several)


def _identical(garment: Garment) -> Problem:
    return garment.warn(
        "identical-shirts",
        say(
            "Quantity {quantity} makes {quantity} identical shirts with {printed}. Write 1, unless it is meant.",
            quantity=garment.line.quantity,
            printed=_print(garment),
        ),
        Meaning.QUANTITY,
    )


def _mostly_several(several: Sequence[Garment], printed: Sequence[Garment]) -> Problem:
    pieces = sum(garment.line.quantity for garment in several)
    rows = (
        say("{count} of {all} rows with a name or number", count=len(several), all=len(printed))
        if len(several) < len(printed)
        else say("All {count} rows with a name or number", count=len(printed))
    )
    return several[0].warn(
        "identical-shirts",
        say(
            "{rows} ask for more than one identical shirt of {label}, {pieces} in all. Write 1 where one is "
            "enough, unless it is meant.",
            rows=rows,
            label=several[0].label,
            pieces=pieces,
        ),
        Meaning.QUANTITY,
        of=several,
    )


def _print(garment: Garment) -> str:
    name = say("name {name!r}", name=garment.name) if garment.name else ""
    number = say("number {number}", number=garment.number) if garment.number else ""
    return listed([part for part in (name, number) if part])


def shirts_repeated(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`shirt-twice`: several rows that ask for the same printed shirt for the same person; once for each shirt."""
    for garments in squad.designs.values():
        shirts: dict[tuple[object, ...], list[Garment]] = {}
        for garment in garments:
            if (garment.name or garment.number) and not garment.for_nobody and not garment.for_staff:
                key = (garment.line.size.casefold(), garment.name.casefold(), garment.number, garment.line.values)
                shirts.setdefault(key, []).append(garment)
        yield from (_repeated(again, ones[0]) for ones in shirts.values() if (again := _again(ones)))


def _again(ones: Sequence[Garment]) -> list[Garment]:
    """The later rows that are for the person of the first."""
    first = ones[0]
    return [garment for garment in ones if garment.line.origin != first.line.origin and same_person(first, garment)]


def _repeated(again: Sequence[Garment], first: Garment) -> Problem:
    garment, *others = again
    print_column = garment.name_meaning if garment.name else Meaning.NUMBER
    more = (
        say(", and again at {others}", others=listed([other.spot(print_column, garment) for other in others]))
        if others
        else ""
    )
    return garment.warn(
        "shirt-twice",
        say(
            "This row asks once more for the shirt at {spot}: {label}, size {size}, {printed}{more}. Delete what "
            "is not wanted, unless it is meant.",
            spot=first.spot(print_column, garment),
            label=garment.label,
            size=garment.line.size,
            printed=_print(garment),
            more=more,
        ),
        print_column,
        of=(first, *again),
    )


# ----------------------------------------------------------------------------------------------------- left blank


def left_blank(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`number-left-blank` and `name-left-blank`: where at least five and three in four of the design have one."""
    for garments in squad.designs.values():
        players = [garment for garment in garments if _is_player(garment)]
        numbered = [garment for garment in players if garment.number]
        if _is_most(numbered, players):
            yield from (_blank_number(garment, numbered, players) for garment in players if not garment.number)
        told = [
            garment
            for garment in garments
            if garment.number and not garment.for_staff and (garment.line.player or not garment.tells_people)
        ]
        named = [garment for garment in told if garment.name]
        if _is_most(named, told):
            yield from (
                _blank_name(garment, named, told) for garment in told if not garment.name and not garment.line.values
            )


def _is_player(garment: Garment) -> bool:
    """Unnumbered keepers' shirts exist; a placeholder's own value may be the number."""
    return bool(garment.who) and not (garment.for_staff or garment.for_keeper or garment.line.values)


def _is_most(some: Sequence[Garment], of: Sequence[Garment]) -> bool:
    return len(some) >= _LEAST and len(some) >= _MOST * len(of)


def _blank_number(garment: Garment, numbered: Sequence[Garment], of: Sequence[Garment]) -> Problem:
    return garment.warn(
        "number-left-blank",
        say(
            "There is no number for {who}, while {count} of {all} rows of {label} have one. Fill it in, "
            "unless none is to be printed.",
            who=garment.who,
            count=len(numbered),
            all=len(of),
            label=garment.label,
        ),
        Meaning.NUMBER,
    )


def _blank_name(garment: Garment, named: Sequence[Garment], of: Sequence[Garment]) -> Problem:
    return garment.warn(
        "name-left-blank",
        say(
            "There is no name with number {number}, while {count} of {all} rows of {label} have one. Fill it "
            "in, unless none is to be printed.",
            number=garment.number,
            count=len(named),
            all=len(of),
            label=garment.label,
        ),
        Meaning.NAME,
    )
