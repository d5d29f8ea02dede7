"""Rules of rosters: what a coach is glad to hear before shirts are printed. Warnings only, nothing is ever changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.by_column import RosterRows
from roster_import.check.rules.counts import identical_shirts, left_blank, names_left_blank, shirts_repeated
from roster_import.check.rules.lettering import mixed_casing, mottos_of_some, names_shared
from roster_import.check.rules.misspelt_names import names_misspelt
from roster_import.check.rules.names import name_texts
from roster_import.check.rules.numbers import (
    PROFILES,
    Profile,
    Sport,
    both_zeros,
    numbers_long,
    numbers_outside,
    numbers_shared,
    two_numbers,
    written_with_a_zero,
)
from roster_import.check.rules.others_names import names_of_others
from roster_import.check.rules.people import stand_ins, two_sizes
from roster_import.check.rules.safe_fixes import SAFE_CODES, is_safe
from roster_import.check.rules.sizes import sizes_far
from roster_import.check.rules.teams import Squad, squads
from roster_import.check.rules.two_sheets import on_two_sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem


__all__ = ["PROFILES", "SAFE_CODES", "Profile", "Sport", "is_safe", "roster_warnings"]


_RULES: tuple[Callable[[Squad, Profile], Iterable[Problem]], ...] = (
    numbers_long,
    numbers_outside,
    numbers_shared,
    written_with_a_zero,
    both_zeros,
    two_numbers,
    name_texts,
    mixed_casing,
    names_shared,
    mottos_of_some,
    names_of_others,
    names_misspelt,
    left_blank,
    names_left_blank,
    sizes_far,
    stand_ins,
    two_sizes,
    identical_shirts,
    shirts_repeated,
)


def roster_warnings(
    rows: Sequence[RosterRow], lines: Sequence[Line], teams: Mapping[str, str | None], sport: Sport = Sport.FREE
) -> tuple[Problem, ...]:
    """What a coach should look at before shirts are printed, in the order of the rows.

    Every problem is a warning, but for a `name-note` where all names say which is printed. `lines[i]` is the validated line
    of `rows[i]`. `teams` names the team of a sheet where one was found; a row's own team wins. One fact is said once,
    however many garments it is about.
    """
    profile = PROFILES[sport]
    by_column = RosterRows.of(rows)
    found = [
        problem for squad in squads(by_column, lines, teams) for rule in _RULES for problem in rule(squad, profile)
    ]
    found += on_two_sheets(rows, lines)
    if not found:
        return ()
    places = {(problem.sheet, problem.row) for problem in found}
    order: dict[tuple[str | None, int | None], int] = {}
    for at, place in enumerate(zip(by_column.sheets, by_column.numbers, strict=True)):
        if place in places:
            order.setdefault(place, at)
    kept: dict[tuple[str | None, ...], Problem] = {}
    for problem in found:
        kept.setdefault((problem.code, problem.place), problem)
    return tuple(sorted(kept.values(), key=lambda problem: order[problem.sheet, problem.row]))
