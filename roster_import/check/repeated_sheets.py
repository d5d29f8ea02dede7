"""Two sheets that order the same things for the same people: last year's beside this year's, a list and its final version."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from roster_import.language.invisible import cut
from roster_import.language.messages import either, joined, listed, say
from roster_import.model.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Workbook

_TOO_ALIKE = 0.5  # of the smaller sheet's rows that the other one has, too
_WORDS_OF_A_NOTE = 3
_MOST_TOLD = 6


def repeated_sheets(lines: Sequence[Line], workbook: Workbook, layouts: Sequence[Layout]) -> tuple[Problem, ...]:
    """An error where two sheets order the same things for the same people, with what is noted on one of them alone."""
    by_sheet: dict[str, set[tuple[object, ...]]] = {}
    for line in lines if len({line.origin.sheet for line in lines}) > 1 else ():
        if line.designs and (line.player or line.name):
            by_sheet.setdefault(line.origin.sheet, set()).add((line.player or line.name, line.designs, line.reference))
    alike = [pair for pair in combinations(by_sheet, 2) if _alike(*map(by_sheet.__getitem__, pair))]
    return tuple(
        _repeats(
            group, by_sheet, (*_differences(group, lines), *_alone(group, by_sheet), *_told(group, workbook, layouts))
        )
        for group in _together(alike)
    )


def _together(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The sheets that repeat each other, each with all that repeat it or one of these: first, second and final version."""
    groups: list[list[str]] = []
    for pair in pairs:
        joined = [group for group in groups if not set(pair).isdisjoint(group)]
        groups = [group for group in groups if group not in joined]
        groups.append(list(dict.fromkeys((*(sheet for group in joined for sheet in group), *pair))))
    return groups


def _alike(one: set[tuple[object, ...]], other: set[tuple[object, ...]]) -> bool:
    return len(one & other) > _TOO_ALIKE * min(len(one), len(other))


def _repeats(group: Sequence[str], by_sheet: Mapping[str, set[tuple[object, ...]]], told: Iterable[str]) -> Problem:
    """The error; all other sheets that order stay ordered from, whichever of the group is meant."""
    others = "".join(f' --sheet "{each}"' for each in by_sheet if each not in group)
    same = len(set.intersection(*(by_sheet[each] for each in group)))
    if len(group) == len(("one", "other")):
        message = say(
            "Sheets {one} and {other} both order for {count} of the same people, so these would be ordered twice. Say which one "
            'is meant with --sheet "{one}"{others} or --sheet "{other}"{others}, or bring them together on one and delete the '
            "other.",
            one=group[0],
            other=group[1],
            others=others,
            count=same,
        )
    else:
        message = say(
            "Sheets {sheets} all order for the same people, so each would be ordered several times. Say which one is meant: "
            "{options}; or delete the others.",
            sheets=listed(group),
            options=either([f'--sheet "{each}"{others}' for each in group]),
        )
    return Place(sheet=group[-1]).error("sheets-repeat", joined(message, *told))


def _differences(group: Sequence[str], lines: Sequence[Line]) -> Iterator[str]:
    """For whom two sheets, the first and the last of more, say different things, and what."""
    one, other = group[0], group[-1]
    ordered: dict[str, dict[tuple[object, ...], Line]] = {one: {}, other: {}}
    for line in lines:
        if line.origin.sheet in ordered:
            ordered[line.origin.sheet][line.player or line.name, line.designs] = line
    pairs = ((ordered[one][key], ordered[other][key]) for key in ordered[one] if key in ordered[other])
    differing = [told for pair in pairs if (told := _differs(*pair))]
    if differing:
        yield say("They differ for {people}.", people=listed(differing[:_MOST_TOLD]))


def _alone(group: Sequence[str], by_sheet: Mapping[str, set[tuple[object, ...]]]) -> Iterator[str]:
    """Who stands on one of the sheets and on none of the others."""
    people = {sheet: {str(who) for who, *_ in by_sheet[sheet]} for sheet in group}
    for sheet in group:
        alone = sorted(people[sheet].difference(*(people[other] for other in group if other != sheet)))
        if alone:
            yield say("Only on sheet {sheet}: {people}.", sheet=sheet, people=listed(alone[:_MOST_TOLD]))


def _differs(first: Line, second: Line) -> str:
    said = [(str(getattr(first, part)), str(getattr(second, part))) for part in ("size", "name", "number", "quantity")]
    changed = [(before or "–", after or "–") for before, after in said if before != after]
    parts = [say("{before} and {after}", before=before, after=after) for before, after in changed]
    who = first.player or first.name
    return say("{who} ({parts})", who=who, parts=joined(*parts, between="; ")) if parts else ""


def _told(group: Sequence[str], workbook: Workbook, layouts: Sequence[Layout]) -> Iterator[str]:
    """What is noted on one of the sheets and not on the others: Use this one."""
    notes = {sheet: _notes(workbook, layouts, sheet) for sheet in group}
    for sheet in group:
        known = {cell.text for other in group if other != sheet for cell in notes[other]}
        for cell in [cell for cell in notes[sheet] if cell.text not in known][:1]:
            yield say(
                'Sheet {sheet} says "{text}" at {address}.', sheet=sheet, text=cut(cell.text), address=cell.address
            )


def _notes(workbook: Workbook, layouts: Sequence[Layout], name: str) -> Sequence[Cell]:
    """The cells of a sheet that stand alone beside its players, and are of several words."""
    sheet = workbook.sheet(name)
    taken = {row for each in layouts if each.sheet == name for row in (*each.rows, each.heading_row)}
    alone = [row for row, width in sheet.rows.widths.items() if width == 1 and row not in taken] if sheet else []
    cells = [cell for row in alone if sheet for cell in sheet.rows[row].values()]
    return [cell for cell in cells if len(cell.text.split()) >= _WORDS_OF_A_NOTE]
