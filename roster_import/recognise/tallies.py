"""A table beside or below the roster that counts what the roster orders: how many of each size. It is no part of the roster."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.layout import NAMES, Meaning
from roster_import.model.problem import Place
from roster_import.model.workbook import Columns, Sheet
from roster_import.recognise.cell_kinds import Trait, integer, traits
from roster_import.recognise.heading_rows import find_heading
from roster_import.recognise.headings import sense
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from roster_import.model.problem import Problem


_SIZES = frozenset({Trait.LETTER_SIZE, Trait.NUMBER_SIZE})
_FEWEST = 2  # sizes that a tally counts
_MOSTLY = 0.7
_COUNTED = frozenset({Meaning.QUANTITY, Meaning.NUMBER})
_MOST_PARTS = 12  # more stand apart on no roster
_FEWEST_CHARTED = 3  # sizes
_MEASURE = re.compile(r"[0-9]{1,3}(?:[.,][0-9])?(?:\s?[-–/]\s?[0-9]{1,3}(?:[.,][0-9])?)?\s?(?:cm|in|\"|”)?")
_RANGE = re.compile(r"[0-9]{2,3}\s?[-–]\s?[0-9]{2,3}")
_DEEP = 3  # rows of counts under a line of sizes


def tallies_beside(sheet: Sheet) -> tuple[Sheet, tuple[Sheet, ...]]:
    """The sheet without the tallies beside its roster, and those, each a sheet of its own.

    A tally stands apart, an empty column between, and counts each size once. A sheet of nothing but counts has none.
    """
    parts = _apart(sheet) if sheet.cells else []
    if not 1 < len(parts) <= _MOST_PARTS:
        return sheet, ()
    roster = max(parts, key=lambda part: len(part.cells))
    heading = find_heading(roster)
    if heading.row is None or heading.sizes or len(heading.texts) < _FEWEST:
        return sheet, ()
    players = sum(row > heading.row for row in roster.rows)
    tallies = tuple(part for part in parts if part is not roster and _counts_sizes(part, players))
    cut = {column for tally in tallies for column in tally.columns}
    kept = (column for number, column in sheet.columns.items() if number not in cut)
    return _with(sheet, Columns(kept)) if cut else sheet, tallies


def tallies_below(sheet: Sheet) -> tuple[Sheet, tuple[Sheet, ...]]:
    """The sheet without the tallies below its roster of people, an empty row between, and those, each a sheet of its own.

    A tally there comes to as many as there are players. Sizes beside the roster's own numbers or counts are shirts for
    nobody in particular, and none.
    """
    likely = [group for group in _groups(sheet)[1:] if _counts_sizes(group, 0)]
    heading = find_heading(sheet) if likely else None
    if heading is None or heading.row is None or heading.sizes:
        return sheet, ()
    said = {column: sense(text).points.keys() for column, text in heading.texts.items()}
    counted = {column for column, meanings in said.items() if meanings & _COUNTED}
    if not any(meanings & NAMES for meanings in said.values()):
        return sheet, ()
    top = heading.row
    tallies = tuple(
        group
        for group in likely
        if _is_apart(group, counted) and _counted(group) == _players(sheet, top, min(group.rows))
    )
    kept = sheet.rows.widths.keys() - {row for tally in tallies for row in tally.rows}
    columns = (column.within(kept) for column in sheet.columns.values())
    return _with(sheet, Columns(columns)) if tallies else sheet, tallies


def _players(sheet: Sheet, first: int, end: int) -> int:
    """How many rows between two say more than one thing."""
    return sum(first < row < end and width > 1 for row, width in sheet.rows.widths.items())


def _counted(tally: Sheet) -> int:
    """What a tally comes to, without its sum and the sizes themselves."""
    return sum(count for _, count in counts_of(tally))


def counts_of(tally: Sheet) -> list[tuple[str, int]]:
    """Each size of a tally with how many it counts of it, without its sum; none where it tells how large sizes are."""
    rows = list(tally.rows.values())
    if _side_by_side(tally):
        heads = next(row for row in rows if _is_sizes([cell.text for cell in row.values()]))
        sizes = {column: cell.text for column, cell in heads.items() if traits(cell.text) & _SIZES}
        below = [cell for row in rows if row is not heads for cell in row.values() if cell.column in sizes]
        told = [(sizes[cell.column], cell.text) for cell in below]
    else:
        told = [(row[min(row)].text, row[max(row)].text) for row in rows if not _is_sum(row[min(row)].text)]
    counts = [(size, integer(text)) for size, text in told]
    return [] if _is_chart(tally) else [(size, count) for size, count in counts if count is not None]


def _is_apart(group: Sheet, counted: Collection[int]) -> bool:
    """Whether the counts stand under no heading of the roster that would count them, or give them as numbers."""
    rows = group.rows.values()
    return _side_by_side(group) or all(len(row) <= _FEWEST and max(row) not in counted for row in rows)


def _groups(sheet: Sheet) -> list[Sheet]:
    """The parts of a sheet between which rows are wholly empty."""
    rows = list(sheet.rows)
    starts = rows[:1] + [b for a, b in pairwise(rows) if b - a > 1]
    if not 1 < len(starts) <= _MOST_PARTS:
        return []
    return [_with(sheet, part) for part in Columns(sheet.columns.values()).parted(starts)]


def tally_problem(tally: Sheet) -> Problem:
    """The warning that nothing is ordered from a tally."""
    first, last = tally.cells[0], tally.cells[-1]
    places = {"first": first.address, "last": last.address, "sheet": tally.name}
    message = (
        say(
            "The table at {first} to {last} on sheet {sheet} tells how large sizes are. Nothing is ordered from it.",
            **places,
        )
        if _is_chart(tally)
        else say(
            "The table at {first} to {last} on sheet {sheet} counts sizes beside the roster. Nothing is ordered from it.",
            **places,
        )
    )
    return Place(sheet=tally.name, cell=first.address, row=first.row).warning("table-left-out", message)


def _apart(sheet: Sheet) -> list[Sheet]:
    """The parts of a sheet between which columns are wholly empty."""
    columns = list(sheet.columns.values())
    starts = [at for at, column in enumerate(columns) if not at or column.number - columns[at - 1].number > 1]
    return [_with(sheet, Columns(columns[first:end])) for first, end in pairwise([*starts, len(columns)])]


def _with(sheet: Sheet, cells: Columns) -> Sheet:
    return Sheet(name=sheet.name, cells=cells, hidden_rows=sheet.hidden_rows, hidden_columns=sheet.hidden_columns)


def _counts_sizes(part: Sheet, players: int) -> bool:
    return _one_below_another(part, players) or _side_by_side(part) or _is_chart(part)


def _is_chart(part: Sheet) -> bool:
    """Each row a size and how long or wide it is, as shops give them: M, 96-100, 72; a tally may stand below."""
    runs: list[list[str]] = [[]]
    for row in part.rows.values():
        label, *cells = [row[column].text for column in sorted(row)]
        sized = bool(traits(label) & _SIZES and cells) and all(map(_MEASURE.fullmatch, cells))
        runs = [*runs[:-1], [*runs[-1], label]] if sized else [*runs, []]
    measured = any(_RANGE.search(cell.text) or "cm" in cell.text.casefold() for cell in part.cells)
    return measured and max(map(len, runs)) >= _FEWEST_CHARTED and all(len(set(run)) == len(run) for run in runs)


def _one_below_another(part: Sheet, players: int) -> bool:
    """Each row a size and how many, but for headings and the sum; a column of a roster has as many rows as players."""
    if not _begins_with_sizes(part):
        return False
    labels: set[str] = set()
    rows, summed = len(part.rows), False
    others = rows - max(_FEWEST, rows - 2)  # so many rows may be something else
    for row in part.rows.values():
        label, *counts = [row[column].text for column in sorted(row)]
        is_sum = _is_sum(label)
        summed = summed or is_sum
        if is_sum or not counts or integer(counts[-1]) is None:
            others -= 1
        elif label in labels:
            return False
        else:
            labels.add(label)
        if others < 0:
            return False
    sized = sum(bool(traits(label) & _SIZES) for label in labels)
    return (len(labels) != players or summed) and sized >= _MOSTLY * len(labels)


def _begins_with_sizes(part: Sheet) -> bool:
    """Whether sizes may be most of what its rows begin with, as is seen from the first rows that begin otherwise."""
    others = (1 - _MOSTLY) * len(part.rows) + 2
    for row in part.rows.values():
        others -= traits(row[min(row)].text).isdisjoint(_SIZES)
        if others < 0:
            return False
    return True


def _side_by_side(part: Sheet) -> bool:
    """A row of sizes, each once, over a few rows of counts."""
    *above, last = part.rows
    heads = [row for row in above[-_DEEP:] if _heads_sizes(part, row)]
    if len(heads) != 1 or any(_heads_sizes(part, row) for row in (*above[:-_DEEP], last)):
        return False
    counts = [cell.text for row in (*above, last) if row > heads[0] for cell in part.rows[row].values()]
    return sum(integer(text) is not None for text in counts) >= _MOSTLY * len(counts)


def _heads_sizes(part: Sheet, row: int) -> bool:
    return _is_sizes([cell.text for cell in part.rows[row].values()])


def _is_sizes(texts: Sequence[str]) -> bool:
    sizes = [text for text in texts if traits(text) & _SIZES]
    return len(sizes) >= max(_FEWEST, _MOSTLY * len(texts)) and len(set(sizes)) == len(sizes)


def _is_sum(text: str) -> bool:
    return sense(text).false_friend is Concept.SUMMARY
