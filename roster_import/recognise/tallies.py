"""A table beside or below the roster that counts what the roster orders: how many of each size. It is no part of the roster."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.layout import NAMES, Meaning
from roster_import.model.problem import Place
from roster_import.model.workbook import Sheet
from roster_import.recognise.cell_kinds import Trait, integer, traits
from roster_import.recognise.heading_rows import find_heading
from roster_import.recognise.headings import sense
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell

    Row = Mapping[int, Cell]

_SIZES = frozenset({Trait.LETTER_SIZE, Trait.NUMBER_SIZE})
_FEWEST = 2  # sizes that a tally counts
_MOSTLY = 0.7
_COUNTED = frozenset({Meaning.QUANTITY, Meaning.NUMBER})
_MOST_PARTS = 12  # more stand apart on no roster
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
    cut = {cell.address for tally in tallies for cell in tally.cells}
    return _with(sheet, [cell for cell in sheet.cells if cell.address not in cut]) if cut else sheet, tallies


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
        if _is_apart(group, counted) and _counted(group) == _players(sheet, top, group.cells[0].row)
    )
    cut = {cell.address for tally in tallies for cell in tally.cells}
    return _with(sheet, [cell for cell in sheet.cells if cell.address not in cut]) if cut else sheet, tallies


def _players(sheet: Sheet, first: int, end: int) -> int:
    """How many rows between two say more than one thing."""
    return sum(first < row < end and len(cells) > 1 for row, cells in sheet.rows.items())


def _counted(tally: Sheet) -> int:
    """What a tally comes to, without its sum and the sizes themselves."""
    rows = list(tally.rows.values())
    if _side_by_side(rows):
        heads = next(row for row in rows if _is_sizes([cell.text for cell in row.values()]))
        sizes = {column for column, cell in heads.items() if traits(cell.text) & _SIZES}
        counts = [cell.text for row in rows if row is not heads for column, cell in row.items() if column in sizes]
    else:
        counts = [row[max(row)].text for row in rows if not _is_sum(row[min(row)].text)]
    return sum(integer(text) or 0 for text in counts)


def _is_apart(group: Sheet, counted: Collection[int]) -> bool:
    """Whether the counts stand under no heading of the roster that would count them, or give them as numbers."""
    rows = list(group.rows.values())
    return _side_by_side(rows) or all(len(row) <= _FEWEST and max(row) not in counted for row in rows)


def _groups(sheet: Sheet) -> list[Sheet]:
    """The parts of a sheet between which rows are wholly empty."""
    rows = list(sheet.rows)
    starts = rows[:1] + [b for a, b in pairwise(rows) if b - a > 1]
    if not 1 < len(starts) <= _MOST_PARTS:
        return []
    parts: list[list[Cell]] = [[] for _ in starts]
    for cell in sheet.cells:
        parts[bisect_right(starts, cell.row) - 1].append(cell)
    return [_with(sheet, part) for part in parts]


def tally_problem(tally: Sheet) -> Problem:
    """The warning that nothing is ordered from a tally."""
    first, last = tally.cells[0], tally.cells[-1]
    message = say(
        "The table at {first} to {last} on sheet {sheet} counts sizes beside the roster. Nothing is ordered from it.",
        first=first.address,
        last=last.address,
        sheet=tally.name,
    )
    return Place(sheet=tally.name, cell=first.address, row=first.row).warning("table-left-out", message)


def _apart(sheet: Sheet) -> list[Sheet]:
    """The parts of a sheet between which columns are wholly empty."""
    columns = sorted({cell.column for cell in sheet.cells})
    starts = columns[:1] + [b for a, b in pairwise(columns) if b - a > 1]
    parts: list[list[Cell]] = [[] for _ in starts]
    for cell in sheet.cells:
        parts[bisect_right(starts, cell.column) - 1].append(cell)
    return [_with(sheet, part) for part in parts]


def _with(sheet: Sheet, cells: Sequence[Cell]) -> Sheet:
    return Sheet(
        name=sheet.name, cells=tuple(cells), hidden_rows=sheet.hidden_rows, hidden_columns=sheet.hidden_columns
    )


def _counts_sizes(part: Sheet, players: int) -> bool:
    rows = list(part.rows.values())
    return _one_below_another(rows, players) or _side_by_side(rows)


def _one_below_another(rows: Sequence[Row], players: int) -> bool:
    """Each row a size and how many, but for headings and the sum; a column of a roster has as many rows as players."""
    texts = [[cell.text for _, cell in sorted(row.items())] for row in rows]
    unsummed = [row for row in texts if not _is_sum(row[0])]
    pairs = [(label, count) for label, *counts in unsummed for count in counts[-1:] if integer(count) is not None]
    labels = [label for label, _ in pairs]
    sized = sum(bool(traits(label) & _SIZES) for label in labels)
    return (
        len(pairs) >= max(_FEWEST, len(rows) - 2)
        and (len(pairs) != players or len(unsummed) < len(texts))
        and len(set(labels)) == len(labels)
        and sized >= _MOSTLY * len(labels)
    )


def _side_by_side(rows: Sequence[Row]) -> bool:
    """A row of sizes, each once, over a few rows of counts."""
    heads = [at for at, row in enumerate(rows) if _is_sizes([cell.text for cell in row.values()])]
    if len(heads) != 1:
        return False
    below = rows[heads[0] + 1 :]
    counts = [cell.text for row in below for cell in row.values()]
    counted = sum(integer(text) is not None for text in counts)
    return 0 < len(below) <= _DEEP and counted >= _MOSTLY * len(counts)


def _is_sizes(texts: Sequence[str]) -> bool:
    sizes = [text for text in texts if traits(text) & _SIZES]
    return len(sizes) >= max(_FEWEST, _MOSTLY * len(texts)) and len(set(sizes)) == len(sizes)


def _is_sum(text: str) -> bool:
    return sense(text).false_friend is Concept.SUMMARY
