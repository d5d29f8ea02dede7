"""Which row of a sheet is the heading: the one whose words we know, above cells that are no words of a heading."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from roster_import.recognise.headings import HeadingSense, sense
from roster_import.recognise.values import Trait, traits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model import Cell, Sheet

    Row = Mapping[int, Cell]

_SEARCHED = 80  # rows looked at from the top of the sheet
_LOOKED_BELOW = 8
_ACCEPTED = 1.3
_FEWEST_SIZES = 3  # sizes side by side that make a size matrix
_DATA = frozenset({Trait.INTEGER, Trait.EMAIL, Trait.DATE, Trait.PHONE, Trait.CODE, Trait.MARK, Trait.MONEY})
_SIZES = frozenset({Trait.LETTER_SIZE, Trait.NUMBER_SIZE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a roster: its row nearest the data, and each column's heading as written.

    `groups` are the headings one row further up that span several columns. `sizes` are the columns headed by a size.
    """

    row: int | None
    texts: Mapping[int, str]
    groups: Mapping[int, str]
    sizes: frozenset[int] = frozenset()

    def sense(self, column: int) -> HeadingSense:
        """What the heading of a column says, read together with the group heading above it."""
        text, group = self.texts.get(column, ""), self.groups.get(column, "")
        if not group:
            return sense(text)
        return sense(f"{group} {text}") if sense(group).known else sense(text)


NO_HEADING = Heading(row=None, texts={}, groups={})


def find_heading(sheet: Sheet) -> Heading:
    """The likeliest heading of the sheet; its row is None where no row looks like one."""
    rows = sheet.rows
    searched = list(islice(sorted(rows), _SEARCHED))
    matrix = next((row for row in searched if _is_size_row(rows, row)), None)
    scores = {row: _score(rows, row) for row in searched}
    best = max(scores, key=lambda row: (scores[row], -row), default=None)
    if matrix is not None and (best is None or best <= matrix or scores[best] < _ACCEPTED + 1):
        return _heading(rows, matrix, sizes=_size_columns(rows[matrix]))
    if best is not None and scores[best] >= _ACCEPTED:
        return _heading(rows, best)
    zeros = next((row for row in searched if _reads_zero(rows, row)), None)
    return _heading(rows, zeros) if zeros is not None else NO_HEADING


def same_heading(row: Row, heading: Heading) -> bool:
    """Whether a row repeats the heading."""
    texts = {column: cell.text.casefold() for column, cell in row.items()}
    wanted = {column: text.casefold() for column, text in heading.texts.items() if text}
    shared = sum(texts.get(column) == text for column, text in wanted.items())
    return len(wanted) > 1 and shared >= max(2, 0.7 * len(wanted))


def heading_score(row: Row) -> float:
    """How much a row looks like a heading: known words count for it, data against it."""
    return sum(_cell_score(cell.text) for cell in row.values())


def _score(rows: Mapping[int, Row], row: int) -> float:
    cells = rows[row]
    known = sum(sense(cell.text).known for cell in cells.values())
    score = heading_score(cells)
    if known < 2 and len(cells) > 2:
        return 0.0
    if known == 1 and score < 0.8:
        return 0.0
    return score + 0.3 * _filled_below(rows, row) + (0.5 if known == len(cells) else 0.0)


def _cell_score(text: str) -> float:
    said = sense(text)
    if traits(text) & _DATA and not said.known:
        return -0.6
    if not said.known:
        return -0.1
    return (0.6 if said.false_friend else said.best / 6.0) * (1.0 if len(text) < 60 else 0.7)


def _filled_below(rows: Mapping[int, Row], row: int) -> float:
    """The share of its columns that are filled in the rows under it, 0 to 1, when those are no headings themselves."""
    below = [rows[number] for number in range(row + 1, row + 1 + _LOOKED_BELOW) if number in rows]
    below = [cells for cells in below if heading_score(cells) < 1.0]
    if not below:
        return 0.0
    return sum(len(cells.keys() & rows[row].keys()) for cells in below) / (len(below) * len(rows[row]))


def _is_size_row(rows: Mapping[int, Row], row: int) -> bool:
    """Sizes side by side, over counts, marks or nothing."""
    columns = _size_columns(rows[row])
    if len(columns) < _FEWEST_SIZES:
        return False
    below = [rows[number] for number in range(row + 1, row + 1 + _LOOKED_BELOW) if number in rows]
    cells = [cells[column].text for cells in below for column in columns if column in cells]
    counts = sum(bool(traits(text) & {Trait.COUNT, Trait.MARK, Trait.NOTHING}) for text in cells)
    repeated = any(not _size_columns(cells).isdisjoint(columns) and len(_size_columns(cells)) > 2 for cells in below)
    return bool(below) and counts >= 0.8 * len(cells) and (not repeated or counts > 0)


def _size_columns(row: Row) -> frozenset[int]:
    """The columns that hold sizes: letters, or numbers of a children's scale that rise to the right."""
    letters = [column for column, cell in row.items() if Trait.LETTER_SIZE in traits(cell.text)]
    numbers = [column for column, cell in row.items() if traits(cell.text) >= {Trait.NUMBER_SIZE, Trait.INTEGER}]
    values = [int(float(row[column].text)) for column in sorted(numbers)]
    rising = all(a < b for a, b in zip(values, values[1:], strict=False))
    stepwise = rising and len(values) > 1 and values[-1] - values[0] > len(values) - 1 and values[0] > 1
    return frozenset(letters + (numbers if stepwise and (letters or len(numbers) >= _FEWEST_SIZES) else []))


def _reads_zero(rows: Mapping[int, Row], row: int) -> bool:
    """A heading row whose formulas were never calculated: zeros side by side over a filled block."""
    zeros = [column for column, cell in rows[row].items() if cell.text in ("0", "0.0")]
    others = [cell.text for column, cell in rows[row].items() if column not in zeros]
    return len(zeros) >= 3 and not any(traits(text) & _DATA for text in others) and _filled_below(rows, row) > 0.3


def _heading(rows: Mapping[int, Row], row: int, sizes: frozenset[int] = frozenset()) -> Heading:
    """The heading at a row, completed from the rows directly above it."""
    texts = {column: cell.text for column, cell in rows[row].items()}
    above = rows.get(row - 1, {})
    if _continues(above, rows[row], sizes):
        texts |= {column: cell.text for column, cell in above.items() if column not in texts}
    return Heading(row=row, texts=texts, groups=_groups(above, rows[row]), sizes=sizes)


def _continues(above: Row, below: Row, sizes: frozenset[int]) -> bool:
    """Whether the row above belongs to the heading: it names columns that have no heading of their own."""
    known = [column for column, cell in above.items() if sense(cell.text).known and column not in below]
    return bool(known) and (bool(sizes) or bool(_groups(above, below))) and heading_score(above) > 0


def _groups(above: Row, below: Row) -> Mapping[int, str]:
    """Column -> the group heading over it. One cell over everything is a title and groups nothing."""
    starts = sorted(column for column in above if column in below or above[column].merged)
    if not starts or heading_score(above) < 0.3:
        return {}
    groups: dict[int, str] = {}
    for start, end in zip(sorted(above), [*sorted(above)[1:], max(below) + 1], strict=True):
        merged = above[start].merged
        last = merged[1] if merged else end - 1
        members = [column for column in below if start <= column <= last]
        if sense(above[start].text).known and 0 < len(members) < len(below):
            groups |= dict.fromkeys(members, above[start].text)
    return groups
