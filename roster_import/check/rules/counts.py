"""Rules of rows and counts: identical shirts, a row twice, a number or name left blank where most have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.cell_answers import unprinted
from roster_import.check.rows.left_blank import is_most
from roster_import.check.rows.messages import named
from roster_import.check.rows.name_and_number import taken_apart
from roster_import.check.rules.vocabulary import listed
from roster_import.language.messages import joined, say
from roster_import.model.by_column import gathered
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.check.rules.numbers import Profile
    from roster_import.check.rules.teams import Garment, Squad
    from roster_import.model.problem import Problem

_SOME = 2  # with a name or number: one alone is an exception
_TEAMMATES = 3  # with a number or a name, beside one player without
_ALONE = 2  # so many rows with identical shirts are listed one by one, whatever the others do


# ----------------------------------------------------------------------------------------------- identical shirts


def identical_shirts(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`identical-shirts`: more than one of a printed shirt; said once where half the rows of a design ask for it."""
    for places in squad.designs.values() if any(quantity > 1 for quantity in squad.quantities) else ():
        printed = [at for at in places if (squad.names[at] or squad.numbers[at]) and not squad.for_staff[at]]
        several = squad.garments(at for at in printed if squad.quantities[at] > 1)
        if len(several) > _ALONE and len(several) * 2 >= len(printed):
            yield _mostly_several(several, len(printed))
        else:
            yield from map(_identical, several)


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


def _mostly_several(several: Sequence[Garment], printed: int) -> Problem:
    pieces = sum(garment.line.quantity for garment in several)
    rows = (
        say("{count} of {all} rows with a name or number", count=len(several), all=printed)
        if len(several) < printed
        else say("All {count} rows with a name or number", count=printed)
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
    sizes, names = (_folded(texts) for texts in (squad.sizes, squad.names))
    values = [line.values for line in squad.lines]
    said = (sizes, names, squad.numbers, values) if any(values) else (sizes, names, squad.numbers)
    keys: list[tuple[object, ...]] = list(zip(*said, strict=True))
    nobody, staff = squad.for_nobody, squad.for_staff
    printed = [bool(name or number) for name, number in zip(squad.names, squad.numbers, strict=True)]
    for places in squad.designs.values():
        worn = [at for at in places if printed[at] and not nobody[at] and not staff[at]]
        yield from (
            _repeated(squad.garments(again), squad.garment(ones[0]))
            for ones in gathered(map(keys.__getitem__, worn), worn).values()
            if len(ones) > 1 and (again := _again(squad, ones))
        )


def _folded(texts: Sequence[str]) -> Iterator[str]:
    folded = {text: text.casefold() for text in set(texts)}
    return map(folded.__getitem__, texts)


def _again(squad: Squad, ones: Sequence[int]) -> list[int]:
    """The later rows that are for the person of the first."""
    first = ones[0]
    return [at for at in squad.of_person(first, ones) if squad.of_another_row(at, first)]


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
    """`number-left-blank` and `name-left-blank`: where most rows of the design have one, or three and all but one.

    The latter also where nobody is named with the number of a player.
    """
    for places in squad.designs.values():
        if not all(map(squad.numbers.__getitem__, places)):
            yield from _left_without_number(squad, places)
        if not all(map(squad.names.__getitem__, places)):
            yield from _left_without_name(squad, places)
        if not all(map(squad.people.__getitem__, places)):
            yield from _numbers_of_others(squad, places)


def _left_without_number(squad: Squad, places: Sequence[int]) -> Iterator[Problem]:
    players = [at for at in places if _is_player(squad, at) and Meaning.NUMBER not in unprinted(squad.rows[at])]
    numbered = sum(bool(squad.numbers[at]) for at in players)
    blank = squad.garments(at for at in players if not squad.numbers[at])
    if _is_left_out(numbered, len(players)):
        yield from (_blank_number(garment, numbered, len(players)) for garment in blank)
    elif numbered:
        apart = [garment for garment in blank if taken_apart(garment.who)]
        yield from (_blank_number(garment, numbered, len(players)) for garment in apart)
        yield from _some_without_number([each for each in blank if each not in apart], numbered, len(players))


def _is_left_out(having: int, of: int) -> bool:
    return is_most(having, of) or (of - having == 1 and having >= _TEAMMATES)


def _is_player(squad: Squad, at: int) -> bool:
    """Unnumbered keepers' shirts exist; a placeholder's own value may be the number."""
    apart = squad.for_staff[at] or squad.for_keeper[at] or squad.lines[at].values
    return bool(squad.people[at]) and not apart


def _left_without_name(squad: Squad, places: Sequence[int]) -> Iterator[Problem]:
    told = [
        at
        for at in places
        if squad.numbers[at] and not squad.for_staff[at] and Meaning.NAME not in unprinted(squad.rows[at])
        if squad.players[at] or not squad.garment(at).tells_people
    ]
    having = sum(bool(squad.names[at]) for at in told)
    blank = squad.garments(at for at in told if not squad.names[at] and not squad.lines[at].values)
    if _is_left_out(having, len(told)):
        yield from (_blank_name(garment, having, len(told)) for garment in blank)
    else:
        yield from _some_without_name([each for each in blank if each.line.player], having, len(told))


def _some_without_number(blank: Sequence[Garment], having: int, of: int) -> Iterator[Problem]:
    """Several have a number, and several none: whether these are to have none, nobody said. A word there would have said it."""
    for garment in _left_open(blank, Meaning.NUMBER) if having >= _SOME else ():
        message = say(
            "Nothing stands under {column} here, so this shirt has no number on it; {count} of {all} rows of {label} have one. "
            "Fill in what is to be printed; leave it as it is if nothing is.",
            **_told(garment, Meaning.NUMBER, having, of),
        )
        yield garment.warn("numbers-in-part", message, Meaning.NUMBER)


def _some_without_name(blank: Sequence[Garment], having: int, of: int) -> Iterator[Problem]:
    """The same of the names of players."""
    for garment in _left_open(blank, Meaning.NAME) if having >= _SOME else ():
        message = say(
            "Nothing stands under {column} here, so this shirt has no name on it; {count} of {all} rows of {label} have one. "
            "Fill in what is to be printed, also where it is the player's own name; leave it as it is if nothing is.",
            **_told(garment, Meaning.NAME, having, of),
        )
        yield garment.warn("names-in-part", message, Meaning.NAME)


def _left_open(blank: Sequence[Garment], meaning: Meaning) -> Iterator[Garment]:
    return (each for each in blank if meaning in each.row.columns and meaning not in each.row.cells)


def _told(garment: Garment, meaning: Meaning, having: int, of: int) -> Mapping[str, str | int]:
    return {"column": named(garment.row.columns[meaning]), "count": having, "all": of, "label": garment.label}


def names_left_blank(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`names-left-blank`: the column of what is printed is empty for every player, though the numbers are filled in."""
    if any(squad.names):
        return
    told = [at for at in range(squad.count) if _is_player(squad, at) and Meaning.NAME in squad.rows[at].columns]
    numbered = squad.garments(at for at in told if squad.numbers[at])
    if is_most(len(numbered), len(told)):
        message = say(
            "Nothing is filled in here for any of the {count} rows with a player and a number, so none of their shirts has a "
            "name on it. Fill in the names that are to be printed; leave it as it is if none is.",
            count=len(numbered),
        )
        yield numbered[0].warn("names-left-blank", message, Meaning.NAME, of=numbered)


_SLIPS = 3  # rows without a name that have a player's number; more are a set of spares


def _numbers_of_others(squad: Squad, places: Sequence[int]) -> Iterator[Problem]:
    """A spare has a number of its own: with that of a player it may be a row whose name was deleted."""
    worn = {squad.numbers[at]: at for at in reversed(places) if not squad.for_nobody[at]}
    blank = [at for at in places if squad.numbers[at] and squad.numbers[at] in worn and not squad.people[at]]
    nameless = [garment for garment in squad.garments(blank) if garment.tells_people]
    if len(nameless) <= _SLIPS:
        yield from (_nameless(garment, squad.garment(worn[garment.number])) for garment in nameless)


def _nameless(garment: Garment, wearer: Garment) -> Problem:
    return garment.warn(
        "name-left-blank",
        say(
            "Nobody is named with number {number}, which is that of {who} ({spot}). Fill in whose it is, or empty the row, "
            "unless one more shirt with this number is wanted.",
            number=garment.number,
            who=wearer.who,
            spot=wearer.spot(Meaning.NUMBER, garment),
        ),
        garment.name_meaning,
        of=(garment, wearer),
    )


def _blank_number(garment: Garment, numbered: int, of: int) -> Problem:
    message = say(
        "There is no number for {who}, while {count} of {all} rows of {label} have one. Fill it in, "
        "unless none is to be printed.",
        who=garment.who,
        count=numbered,
        all=of,
        label=garment.label,
    )
    beside = taken_apart(garment.who)
    if beside:
        message = joined(message, say("It may be the {number} beside the name.", number=beside[1]))
    return garment.warn("number-left-blank", message, Meaning.NUMBER)


def _blank_name(garment: Garment, named: int, of: int) -> Problem:
    return garment.warn(
        "name-left-blank",
        say(
            "There is no name with number {number}, while {count} of {all} rows of {label} have one. Fill it "
            "in, unless none is to be printed.",
            number=garment.number,
            count=named,
            all=of,
            label=garment.label,
        ),
        Meaning.NAME,
    )
