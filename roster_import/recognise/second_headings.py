"""A second table beneath the first, under headings of its own: other columns, or the same in another order."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.problem import Place
from roster_import.recognise.heading_rows import Heading, heading_at, is_data, same_heading
from roster_import.recognise.headings import SHORT_FORM, sense

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet

    Row = Mapping[int, Cell]

M = Meaning
_DIGIT = re.compile(r"\d")
_FEWEST = 3  # headings that a row must hold to be a heading row beneath another
_SHARED = 0.7  # of the first table's headings that stand again, in whatever order
_MOSTLY = 0.6  # of its cells that are headings: a player row has none
_LONGEST_TITLE = 40  # letters
_OF_A_ROSTER = frozenset(
    {M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NAME, M.NUMBER, M.SIZE, M.QUANTITY, M.DESIGN, M.LOGO, M.TEAM}
)


def tables_below(sheet: Sheet, heading: Heading) -> tuple[tuple[Sheet, Heading], ...]:
    """The tables of a sheet, each with its own heading; just the sheet itself where no other heading is certain."""
    starts = _starts(sheet, heading)
    if len(starts) < 2:
        return ((sheet, heading),)
    firsts = [0, *(_with_title(sheet, row) for row in starts[1:])]
    spans = zip(firsts, [*firsts[1:], 1 << 21], strict=True)
    parts = [_cut(sheet, first, end) for first, end in spans]
    return tuple((part, heading_at(part, row)) for part, row in zip(parts, starts, strict=True))


def title_of(sheet: Sheet, heading: Heading) -> str | None:
    """What stands alone directly above the heading of a table that is not the first."""
    row = sheet.rows.get((heading.row or 1) - 1, {})
    return next(iter(row.values())).text.strip(" :") if len(row) == 1 else None


def doubtful_headings(sheet: Sheet, heading: Heading) -> Iterator[Problem]:
    """An error for every row that looks like the headings of another table but cannot be read as one."""
    if heading.row is None or heading.sizes:
        return
    for row, cells in sheet.rows.items():
        if abs(row - heading.row) > 1 and not same_heading(cells, heading) and _is_another(cells, heading):
            yield _second_heading(sheet, heading.row, row, cells)


def _is_another(row: Row, heading: Heading) -> bool:
    return _moved(row, heading) or _reads_as_heading(row)


def _starts(sheet: Sheet, heading: Heading) -> list[int]:
    """The heading rows under which another order of columns begins, the first table's among them."""
    if heading.row is None or heading.sizes:
        return []
    found: list[int] = []
    current: Row = {}
    for row, cells in sheet.rows.items():
        again = row == heading.row or _moved(cells, heading) or (found and same_heading(cells, heading))
        own = abs(row - heading.row) > 1 and _is_all_headings(cells)
        if (again or own) and not _is_as(cells, current):
            found.append(row)
            current = cells
    return found


def _is_as(row: Row, current: Row) -> bool:
    """Whether a heading row has the columns of the one before it."""
    texts = {column: cell.text for column, cell in current.items()}
    return same_heading(row, Heading(row=None, texts=texts, groups={}))


def _moved(row: Row, heading: Heading) -> bool:
    """Whether a row holds the heading's own words, in whatever order."""
    own = _words(frozenset(heading.texts.values()))
    shared = own & {cell.text.casefold() for cell in row.values()}
    return len(shared) >= max(_FEWEST, _SHARED * len(own))


@lru_cache(maxsize=16)  # asked for by every row
def _words(texts: frozenset[str]) -> frozenset[str]:
    return frozenset(text.casefold() for text in texts if text)


def _is_all_headings(row: Row) -> bool:
    """Whether every cell is one of the words that rosters are headed by, and most say outright what they mean."""
    return _reads_as_heading(row) and all(sense(cell.text).known for cell in row.values())


def _reads_as_heading(row: Row) -> bool:
    """Whether most cells are headings, each of another column, and none is data."""
    texts = [cell.text for cell in row.values()]
    # Most players have a digit somewhere: that is found at once.
    if len(texts) < _FEWEST or _DIGIT.search("".join(texts)) or any(map(is_data, texts)):
        return False
    said = [sense(text) for text in texts]
    firm = [max(one.points, key=lambda meaning: one.points[meaning]) for one in said if one.best >= SHORT_FORM]
    meanings = set(firm) & _OF_A_ROSTER
    return len(meanings) >= _FEWEST and len(firm) >= _MOSTLY * len(texts)


def _with_title(sheet: Sheet, row: int) -> int:
    """The row a table begins at: the title alone above its heading, else the heading."""
    above = next((a for a, b in pairwise(sheet.rows) if b == row), row)
    cells = sheet.rows[above]
    lone = len(cells) == 1 and len(next(iter(cells.values())).text) <= _LONGEST_TITLE
    return above if lone and above == row - 1 else row


def _cut(sheet: Sheet, first: int, end: int) -> Sheet:
    cells = tuple(cell for cell in sheet.cells if first <= cell.row < end)
    return replace(sheet, cells=cells)


def _second_heading(sheet: Sheet, first: int, row: int, cells: Row) -> Problem:
    at = next(iter(cells.values()))
    message = say(
        "Row {row} of sheet {sheet} looks like the headings of another table ({headings}), which cannot be read under those of "
        "row {first}. Put that table on a sheet of its own, or its rows under the headings of row {first}.",
        row=row,
        sheet=sheet.name,
        headings=", ".join(cell.text for cell in cells.values()),
        first=first,
    )
    return Place(sheet=sheet.name, cell=at.address, row=row).error("heading-second", message)
