"""Further tables of a sheet beneath the first: which rows are their headings, and what cannot be read as one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.problem import Place
from roster_import.model.workbook import Columns
from roster_import.recognise.cell_kinds import is_data
from roster_import.recognise.column_heads import Heading
from roster_import.recognise.heading_rows import heading_at, same_heading
from roster_import.recognise.headings import SHORT_FORM, sense
from roster_import.recognise.keepers import heads_keepers
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet

    Row = Mapping[int, Cell]

M = Meaning
_DIGIT = re.compile(r"\d")
_FEWEST = 3  # headings that a row must hold to be a heading row beneath another
_FEWEST_APART = 2  # where an empty row stands before it, or before its title
_SHARED = 0.7  # of the first table's headings that stand again, in whatever order
_MOSTLY = 0.6  # of its cells that are headings: a player row has none
_LONGEST_TITLE = 40  # letters
_PEOPLE = frozenset({M.PLAYER, M.FIRST_NAME, M.LAST_NAME})
_OF_A_ROSTER = frozenset(
    {M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NAME, M.NUMBER, M.SIZE, M.QUANTITY, M.DESIGN, M.LOGO, M.TEAM}
)


def tables_below(sheet: Sheet, heading: Heading) -> tuple[tuple[Sheet, Heading], ...]:
    """The tables of a sheet, each with its own heading; just the sheet itself where no other heading is certain."""
    starts = _starts(sheet, heading)
    if len(starts) < 2:
        return ((sheet, heading),)
    firsts = [0, *(_with_title(sheet, row) for row in starts[1:])]
    parts = [replace(sheet, cells=cells) for cells in Columns(sheet.columns.values()).parted(firsts)]
    return tuple((part, heading_at(part, row)) for part, row in zip(parts, starts, strict=True))


def title_of(sheet: Sheet, heading: Heading) -> str | None:
    """What stands alone directly above the heading of a table that is not the first."""
    row = sheet.rows.get((heading.row or 1) - 1, {})
    return next(iter(row.values())).text.strip(" :") if len(row) == 1 else None


def unclear_headings(sheet: Sheet, heading: Heading) -> Iterator[Problem]:
    """An error for every row that looks like the headings of another table but cannot be read as one."""
    if heading.row is None or heading.sizes:
        return
    for row in _likely(sheet, heading):
        cells = sheet.rows[row]
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
    for row in _likely(sheet, heading):
        cells = sheet.rows[row]
        again = row == heading.row or _moved(cells, heading) or (found and same_heading(cells, heading))
        own = abs(row - heading.row) > 1 and (_is_all_headings(cells) or _heads_people_apart(sheet, row))
        upper = row == heading.row - 1 and bool(heading.groups)  # half of a heading of two rows
        if (again or own) and not upper and not _is_as(cells, current):
            found.append(row)
            current = cells
    return found


def _likely(sheet: Sheet, heading: Heading) -> list[int]:
    """The rows that may be headings: that with the heading, those that share words with it, and those of mere words."""
    apart = (row for row in sheet.rows.widths if row > (heading.row or 0) + 1 and _heads_people_apart(sheet, row))
    return sorted({heading.row or 0, *rows_sharing(sheet, heading), *_wordy(sheet), *apart} & sheet.rows.widths.keys())


def rows_sharing(sheet: Sheet, heading: Heading) -> list[int]:
    """The rows in which several cells say a word of the heading, whichever."""
    own = _words(frozenset(heading.texts.values()))
    shared = Counter(
        row
        for column in sheet.columns.values()
        for row in column.holding({text for text in column.distinct if text.casefold() in own})
    )
    return [row for row, count in shared.items() if count > 1]


def _wordy(sheet: Sheet) -> Sequence[int]:
    """The rows in which no cell is data, and enough of them say what a column means."""
    rows: Sequence[int] = [row for row, width in sheet.rows.widths.items() if width >= _FEWEST]
    unsaid: Counter[int] = Counter()
    columns = sorted(sheet.columns.values(), key=lambda column: len(column.distinct))
    for column in columns:
        rows = column.without(_has_digit, rows)
    for column in columns:
        rows = column.without(is_data, rows)
        unsaid.update(less := set(rows).difference(column.without(_is_unsaid, rows)))
        if gone := {row for row in less if not _may_be_said(sheet.rows.widths[row], unsaid[row])}:
            rows = [row for row in rows if row not in gone]
    return rows


def _may_be_said(cells: int, unsaid: int) -> bool:
    return cells - unsaid >= max(_FEWEST, _MOSTLY * cells)


def _has_digit(text: str) -> bool:
    """Whether it is nobody's heading, as is seen at once: most players have a digit somewhere."""
    return _DIGIT.search(text) is not None


def _is_unsaid(text: str) -> bool:
    return sense(text).best < SHORT_FORM and not heads_keepers(text)


def _is_as(row: Row, current: Row) -> bool:
    """Whether a heading row has the columns of the one before it."""
    texts = {column: cell.text for column, cell in current.items()}
    return same_heading(row, Heading(row=None, texts=texts, groups={}))


def _moved(row: Row, heading: Heading) -> bool:
    """Whether a row holds the heading's own words, in whatever order."""
    own = _words(frozenset(heading.texts.values()))
    shared = own & {cell.text.casefold() for cell in row.values()}
    return len(shared) >= max(_FEWEST, _SHARED * len(own))


@lru_cache(maxsize=16)
def _words(texts: frozenset[str]) -> frozenset[str]:
    return frozenset(text.casefold() for text in texts if text)


def _is_all_headings(row: Row) -> bool:
    """Whether every cell is one of the words that rosters are headed by, and most say outright what they mean."""
    return _reads_as_heading(row) and all(sense(cell.text).known or heads_keepers(cell.text) for cell in row.values())


def _reads_as_heading(row: Row) -> bool:
    """Whether most cells are headings, each of another column, and none is data."""
    return len(_meanings(row)) >= _FEWEST


def _heads_people_apart(sheet: Sheet, row: int) -> bool:
    """Whether fewer headings than that begin a table, people among them, set off from the one above by an empty row.

    A title alone sets off three headings or more, of which some may be none of ours: Staff / Role, Name, Size.
    """
    widths = sheet.rows.widths
    above = widths.get(row - 1, 0)
    fewest = _FEWEST if above == 1 and row - 2 in widths else _FEWEST_APART
    if widths[row] < fewest or above > 1:
        return False
    cells = sheet.rows[row]
    meanings = _meanings(cells) if all(sense(cell.text).known for cell in cells.values()) else frozenset()
    return len(meanings) >= _FEWEST_APART and bool(meanings & _PEOPLE)


def _meanings(row: Row) -> frozenset[Meaning]:
    """What the cells of a row mean where most are headings and none is data; else nothing."""
    texts = [cell.text for cell in row.values()]
    if len(texts) < _FEWEST_APART or any(map(_has_digit, texts)) or any(map(is_data, texts)):
        return frozenset()
    firm = [meaning for text in texts if not _is_unsaid(text) and (meaning := _meaning(text))]
    return _OF_A_ROSTER.intersection(firm) if len(firm) >= _MOSTLY * len(texts) else frozenset()


def _meaning(text: str) -> Meaning | None:
    """What a heading means; trainers and keepers are the people of a table of their own."""
    led = sense(text).false_friend in (Concept.OFFICE, Concept.GUARDIAN)
    return M.PLAYER if led or heads_keepers(text) else sense(text).likeliest


def _with_title(sheet: Sheet, row: int) -> int:
    """The row a table begins at: the title alone above its heading, else the heading."""
    above = sheet.rows.get(row - 1, {})
    lone = len(above) == 1 and len(next(iter(above.values())).text) <= _LONGEST_TITLE
    return row - 1 if lone else row


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
