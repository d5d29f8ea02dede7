"""Players who stand beside each other in blocks of columns: the same headings again, numbered (Name 1, Name 2), or apart.

What is headed once beside the blocks (team, club, design) is said of each player of the row.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.model.layout import NAMES, Meaning
from roster_import.model.sheets import heading_key
from roster_import.recognise.headings import sense

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.workbook import Sheet
    from roster_import.recognise.column_heads import Heading

M = Meaning
_FEWEST_COLUMNS = 2
_NUMBER = re.compile(r"(?<!\d)(\d{1,2})(?!\w)")
_ORDERED = frozenset({M.NUMBER, M.SIZE, M.QUANTITY, M.DESIGN})
# Of the whole row it would be ordered for each of its players: two shirts in the row are not two shirts each.
_NEVER_SHARED = NAMES | {M.NUMBER, M.QUANTITY, M.STORAGE_QUANTITY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The columns of one player of each row, and those that say something of all of them."""

    own: frozenset[int]
    shared: frozenset[int]


def blocks_of(heading: Heading) -> tuple[Block, ...]:
    """The blocks over which the same headings begin again; none where they do not."""
    keys = {column: key for column, text in sorted(heading.texts.items()) if (key := heading_key(text))}
    grouped = _numbered(keys) or _apart(keys) or _repeated(keys)
    own = {column for columns in grouped for column in columns}
    shared = frozenset(keys.keys() - own)
    if len(grouped) < 2 or any(sense(keys[column]).likeliest in _NEVER_SHARED for column in shared):
        return ()
    if shared and not any(sense(_base(keys[column])).likeliest in _ORDERED for column in grouped[0]):
        return ()  # of two names in a row with one size, the second may be the mother
    return tuple(Block(own=frozenset(columns), shared=shared) for columns in grouped)


def block_sheets(sheet: Sheet, heading: Heading, blocks: Sequence[Block]) -> Iterator[Sheet]:
    """The sheet of each block: its columns, and in the rows in which they say something what all players share.

    What is shared in a row without any player stays with the first block, where it is seen that nobody stands there.
    """
    owner = _owners(sheet, heading, blocks)
    below = [cell for cell in sheet.cells if cell.row > (heading.row or 0)]
    rows = [{cell.row for cell in below if owner[cell.column] == at} for at in range(len(blocks))]
    seen = [{cell.row for cell in below} - (set().union(*rows[1:]) - rows[0]), *rows[1:]]
    for at in range(len(blocks)):
        cells = (
            cell
            for cell in sheet.cells
            if owner[cell.column] == at
            or (owner[cell.column] is None and (cell.row <= (heading.row or 0) or cell.row in seen[at]))
        )
        yield replace(sheet, cells=tuple(cells), comments=())


def headed(part: Sheet, own: Heading, whole: Heading) -> Heading:
    """The heading of a block, with what stands a row higher over a column that the blocks share."""
    if own.row != whole.row:
        return own
    columns = {cell.column for cell in part.cells}
    higher = {column: text for column, text in whole.texts.items() if column in columns and column not in own.texts}
    return replace(own, texts={**own.texts, **higher}) if higher else own


def _owners(sheet: Sheet, heading: Heading, blocks: Sequence[Block]) -> dict[int, int | None]:
    """Column -> the block it belongs to, None where it is shared; one without a heading goes with that before it."""
    said = {column: at for at, block in enumerate(blocks) for column in block.own}
    owners: dict[int, int | None] = {}
    last: int | None = None
    for column in sorted({cell.column for cell in sheet.cells} | heading.texts.keys()):
        last = said.get(column) if heading_key(heading.texts.get(column, "")) else last
        owners[column] = last
    return owners


def _numbered(keys: dict[int, str]) -> list[list[int]]:
    """The columns of each number, where the same headings stand with each."""
    columns: dict[int, list[int]] = {}
    headed: dict[int, list[str]] = {}
    for column, key in keys.items():
        if found := _NUMBER.search(key):
            columns.setdefault(int(found[1]), []).append(column)
            headed.setdefault(int(found[1]), []).append(_base(key))
    if 1 not in columns and (unnumbered := _as_the_second(keys, headed.get(2, []))):
        columns = {1: unnumbered, **columns}
        headed = {1: [keys[column] for column in unnumbered], **headed}
    first = next(iter(headed.values()), [])
    alike = len(first) >= _FEWEST_COLUMNS and all(sorted(each) == sorted(first) for each in headed.values())
    alike = alike and set(headed) == set(range(1, len(headed) + 1))  # not U13 and U15
    return list(columns.values()) if alike and _are_of_a_player(first) else []


def _as_the_second(keys: dict[int, str], second: Sequence[str]) -> list[int]:
    """The columns that are headed as those of the second, without a number: Child, Size, Child 2, Size 2."""
    same = [column for column, key in keys.items() if key in second]
    return same if sorted(keys[column] for column in same) == sorted(second) else []


def _repeated(keys: dict[int, str]) -> list[list[int]]:
    """The columns of each time that the headings begin again; what is headed once belongs to none."""
    times = Counter(keys.values())
    again = [column for column, key in keys.items() if times[key] > 1]
    every = [keys[column] for column in again]
    width = len(set(every))
    own = every[:width]
    if width < _FEWEST_COLUMNS or every != own * (len(every) // width) or not _are_of_a_player(own):
        return []
    return _with_what_is_headed_within(keys, [again[at : at + width] for at in range(0, len(again), width)])


def _with_what_is_headed_within(keys: dict[int, str], blocks: list[list[int]]) -> list[list[int]]:
    """The blocks with the columns that stand within one of them, or behind each, though no other is headed so.

    Women have a skirt where men have shorts: that is nobody's of the other block.
    """
    ends = [*(block[0] for block in blocks[1:]), max(keys) + 1]
    behind = [[column for column in keys if block[-1] < column < end] for block, end in zip(blocks, ends, strict=True)]
    alike = len(set(map(len, behind))) == 1 and all(
        len({sense(keys[column]).likeliest for column in place} - {None, M.IGNORED}) < _FEWEST_COLUMNS
        for place in zip(*behind, strict=True)
    )
    return [
        [column for column in keys if block[0] <= column <= block[-1] or (alike and column in columns)]
        for block, columns in zip(blocks, behind, strict=True)
    ]


def _apart(keys: dict[int, str]) -> list[list[int]]:
    """The columns between which no column is headed, where each part begins with the same heading, of whom its rows are."""
    parts: list[list[int]] = []
    for column in keys:
        if parts and column - parts[-1][-1] == 1:
            parts[-1].append(column)
        else:
            parts.append([column])
    alike = len({keys[part[0]] for part in parts}) == 1 and all(len(part) >= _FEWEST_COLUMNS for part in parts)
    of_people = alike and bool(sense(keys[parts[0][0]]).points.keys() & NAMES)
    return parts if of_people and all(_are_of_a_player([keys[column] for column in part]) for part in parts) else []


def _are_of_a_player(headings: Sequence[str]) -> bool:
    return len(set(headings)) == len(headings) and any(sense(each).points.keys() & NAMES for each in headings)


def _base(key: str) -> str:
    """The heading without its number: Player 1 name is as Player 2 name."""
    return " ".join(_NUMBER.sub(" ", key, count=1).split())
