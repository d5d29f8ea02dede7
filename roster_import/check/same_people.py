"""A sheet that lists the people of another one and names no garment: a list of sizes beside the order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.rows.by_column import RosterRows
from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.problem import Place
from roster_import.model.sheets import ROSTER, heading_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.problem import Problem

_FEWEST = 2
_MOST_OF_THEM = 0.5
_WHO = (Meaning.PLAYER, Meaning.NAME, Meaning.FIRST_NAME, Meaning.LAST_NAME)
_HEADINGS = {column.key: column.heading for column in ROSTER.columns}
_NO_GARMENT, _NO_SIZE = (("column-missing", _HEADINGS[key]) for key in ("design", "size"))


def with_lists_of_people(
    problems: Sequence[Problem], rows: Sequence[RosterRow], called: Collection[str]
) -> tuple[Problem, ...]:
    """What is wrong with the sheets; of one that lists the people of a sheet that orders, that alone, and no question more.

    A sheet that is `called` after a garment names it by that.
    """
    lacking = {problem.sheet for problem in problems if (problem.code, problem.column) == _NO_GARMENT} - {*called}
    told = dict(_lists(_people(rows), lacking)) if lacking else {}
    sizes = {sheet: other for sheet, (other, _) in told.items() if sheet in _with_sizes(rows)}
    sizeless = {problem.sheet: problem for problem in problems if (problem.code, problem.column) == _NO_SIZE}
    known = {other: (sheet, sizeless[other]) for sheet, other in sizes.items() if other in sizeless}
    return (
        *(_told(sheet, *of) for sheet, of in told.items() if of[0] not in known),
        *(_sizes_there(sheet, told[sheet][1], missing) for sheet, missing in known.values()),
        *(
            each
            for each in problems
            if each.sheet not in told and known.get(each.sheet or "", ("", None))[1] is not each
        ),
    )


def _lists(people: Mapping[str, set[str]], lacking: set[str | None]) -> Iterator[tuple[str, tuple[str, int]]]:
    """Each sheet that lists people of another, with that and how many of them."""
    ordering = [sheet for sheet in people if sheet not in lacking]
    for sheet in [sheet for sheet in people if sheet in lacking]:
        for other in ordering:
            same = len(people[sheet] & people[other])
            if same >= max(_FEWEST, _MOST_OF_THEM * len(people[sheet])):
                yield sheet, (other, same)
                break


def _with_sizes(rows: Sequence[RosterRow]) -> set[str]:
    by_column = RosterRows.of(rows)
    return {sheet for sheet, size in zip(by_column.sheets, by_column.texts(Meaning.SIZE), strict=True) if size}


def _sizes_there(sheet: str, same: int, missing: Problem) -> Problem:
    """What is said instead of a missing column of sizes where another sheet has them, in whatever order."""
    message = say(
        "Sheet {other} has no sizes: they stand on sheet {sheet}, for {count} of the same people. Write them into a column "
        "headed {column} on sheet {other}, each beside its player, and delete sheet {sheet}.",
        sheet=sheet,
        other=missing.sheet,
        count=same,
        column=missing.column,
    )
    return replace(missing, message=message)


def _told(sheet: str, other: str, same: int) -> Problem:
    message = say(
        "Sheet {sheet} lists {count} people for whom sheet {other} orders already, and names no garment. If only {other} counts, "
        'say so with --sheet "{other}", or hide sheet {sheet}; what is to be different is changed on {other}.',
        sheet=sheet,
        other=other,
        count=same,
    )
    return Place(sheet=sheet).error("sheets-repeat", message)


def _people(rows: Sequence[RosterRow]) -> dict[str, set[str]]:
    """Who stands on each sheet, as the player, by both names or by the name that is printed."""
    by_column = RosterRows.of(rows)
    people: dict[str, set[str]] = {}
    columns = (by_column.texts(meaning) for meaning in _WHO)
    for sheet, player, name, first, last in zip(by_column.sheets, *columns, strict=True):
        both = (f"{first} {last}", f"{last} {first}", f"{last}, {first}") if first and last else ()
        people.setdefault(sheet, set()).update(heading_key(text) for text in (player, name, *both) if text)
    return people
