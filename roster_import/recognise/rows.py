"""The rows under the heading: blocks of players, their titles, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.model.sheets import heading_key
from roster_import.recognise.addresses import rows_of_addresses
from roster_import.recognise.closing_sums import closes_with_a_sum
from roster_import.recognise.colours import rows_of_legends
from roster_import.recognise.heading_rows import same_heading
from roster_import.recognise.notes import heads_of, rows_of_labels, rows_of_signatures, says_more, team_title
from roster_import.recognise.player_rows import columns_of, player_rows
from roster_import.recognise.second_tables import rows_sharing
from roster_import.recognise.sign_offs import rows_of_places

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from roster_import.model.layout import ColumnReading
    from roster_import.model.workbook import Cell, Sheet
    from roster_import.recognise.column_heads import Heading
    from roster_import.recognise.player_rows import PlayerRows

    Row = Mapping[int, Cell]

M = Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows of players that belong together, the team named above them, and the heading row they stand under."""

    team: str | None
    rows: tuple[int, ...]
    heading_row: int | None = None


@dataclass(slots=True, kw_only=True)
class _Open:
    """A block while its rows are found."""

    team: str | None
    heading_row: int | None
    rows: list[int] = field(default_factory=list)
    garment_row: int | None = None  # which names the garment of its rows: of none, it is told

    def headed_at(self, row: int) -> None:
        """The heading stands here again: it is this block's where no player came before it."""
        if not self.rows:
            self.heading_row = row

    def closed(self) -> Block:
        return Block(team=self.team, rows=tuple(self.rows), heading_row=self.heading_row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The rows under a heading: blocks of players, and the rows that hold something but no player.

    Titles of teams, repeated headings and rows that are only pre-filled are in neither.
    """

    blocks: tuple[Block, ...]
    left_out: tuple[int, ...]


def sort_rows(
    sheet: Sheet,
    heading: Heading,
    columns: Sequence[ColumnReading],
    counters: Collection[int],
    garments: Collection[str] = (),
) -> Sorted:
    """Tell the rows that hold players from all others under the heading.

    `counters` are columns of row numbers. `garments`: their titles, as `heading_key` has them; one that stands alone begins a
    block as the title of a team does, and where a column names the garment of each row it is left out.
    """
    below = [row for row in sheet.rows.widths if row > (heading.row or 0)]
    kinds = player_rows(sheet, below, columns, frozenset(counters))
    if kinds.usual == 1:
        garments = ()
    named = {column.column for column in columns if column.meaning is M.DESIGN}  # by each row itself
    repeats = frozenset(row for row in rows_sharing(sheet, heading) if same_heading(sheet.rows[row], heading))
    titles = _titles(sheet, heading, repeats)
    sent = _of_other_matters(sheet, below, kinds.usual)
    plain = kinds.plain(sheet, below).difference(titles, sent)
    merged = _merged_down(sheet, kinds.wanted)
    blocks = [_Open(team=titles.get(heading.row or 0) or team_above(sheet, heading), heading_row=heading.row)]
    left_out: list[int] = []
    last, apart = heading.row or 0, False
    for number in below:
        last, apart = number, apart or number > last + 1
        if number in repeats:
            blocks[-1].headed_at(number)
            continue
        if number in plain and not (apart and kinds.is_narrow(sheet.rows.widths[number])):
            blocks[-1].rows.append(number)
            apart = False
            continue
        row = sheet.rows[number]
        garment = _garment_title(row, garments) if row.keys().isdisjoint(named) else None
        told = number in titles or number in sent or garment is not None
        player = not told and kinds.is_player(row, merged.get(number, {}), apart=apart)
        apart = apart and not player
        team = None if player else titles.get(number) or team_title(row) or (None if named else garment)
        if team:
            blocks.append(
                _Open(team=team, heading_row=blocks[-1].heading_row, garment_row=number if team == garment else None)
            )
        if player:
            blocks[-1].rows.append(number)
        elif says_more(row, team) if team else kinds.holds_something(row):
            left_out.append(number)
    left_out += [block.garment_row for block in blocks if block.garment_row and not block.rows]
    left_out += _take_sums(sheet, blocks, kinds, columns)
    return Sorted(blocks=_named(blocks), left_out=tuple(sorted(left_out)))


def _of_other_matters(sheet: Sheet, below: Sequence[int], usual: int) -> frozenset[int]:
    """The rows of addresses, signatures, labels and legends; `usual`: cells of a row that is filled in."""
    sent = rows_of_addresses(sheet, {row for row in below if sheet.rows.widths[row] >= usual})
    narrow = (rows_of_signatures, rows_of_labels, rows_of_legends, rows_of_places) if usual > 1 else ()
    return frozenset(sent).union(*(rows(sheet, below) for rows in narrow))


def _take_sums(sheet: Sheet, blocks: Sequence[_Open], kinds: PlayerRows, columns: Sequence[ColumnReading]) -> list[int]:
    """The last row of each block that is a sum of those above it, taken out of it."""
    return [block.rows.pop() for block in blocks if closes_with_a_sum(sheet, block.rows, kinds, columns)]


def _merged_down(sheet: Sheet, wanted: Collection[int]) -> Mapping[int, Row]:
    """Row -> the cells of these columns that are merged down to it from a row above."""
    reached: dict[int, dict[int, Cell]] = {}
    for column in columns_of(sheet, wanted):
        for cell in column.odd.values():
            for row in range(cell.row + 1, (cell.merged or (cell.row,))[0] + 1):
                reached.setdefault(row, {})[column.number] = cell
    return reached


def _titles(sheet: Sheet, heading: Heading, repeats: frozenset[int]) -> Mapping[int, str]:
    """Row -> the title that stands alone above a repeated heading. The first title is filed under the heading row."""
    widths = sheet.rows.widths
    above = {b: a for a, b in pairwise(widths) if b in repeats and (widths[a] == 1 or team_title(sheet.rows[a]))}
    repeated = {a: _lone(sheet.rows[a]) for b, a in above.items() if b > (heading.row or 0)}
    if repeated and heading.row in above:
        repeated[heading.row] = _lone(sheet.rows[above[heading.row]])
    return repeated


def _garment_title(row: Row, garments: Collection[str]) -> str | None:
    """The garment that stands alone in a row, whatever is said of it there: Tracksuit (name only)."""
    titles = (_lone(row), *heads_of(_lone(row))) if garments and len(row) == 1 else ()
    return next((title for title in titles if heading_key(title) in garments), None)


def _lone(row: Row) -> str:
    return next(iter(row.values())).text.strip(" :")


def _named(blocks: Sequence[_Open]) -> tuple[Block, ...]:
    """The blocks that hold anybody; the title above a single block is no team."""
    filled = [block.closed() for block in blocks if block.rows]
    return (replace(filled[0], team=None),) if filled and len(blocks) == 1 else tuple(filled)


def team_above(sheet: Sheet, heading: Heading) -> str | None:
    """The team named directly above the heading."""
    return team_title(sheet.rows.get((heading.row or 1) - 1, {}))
