"""One sheet read as a roster: heading, columns, rows, layout, and how much of a roster it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from roster_import.model.layout import ColumnReading, Fate, Layout, LayoutKind, Meaning
from roster_import.model.sheets import CATALOGUE, heading_key
from roster_import.recognise.accounts import are_accounts
from roster_import.recognise.blocks import block_sheets, blocks_of, headed
from roster_import.recognise.column_profile import is_marked
from roster_import.recognise.conflicts import settle
from roster_import.recognise.fates import decide
from roster_import.recognise.heading_rows import find_heading
from roster_import.recognise.hints import fingerprint, told_columns
from roster_import.recognise.order_phrases import says
from roster_import.recognise.rows import Block, Sorted, sort_rows, team_above
from roster_import.recognise.second_tables import tables_below, title_of
from roster_import.recognise.seen_columns import Seen, look
from roster_import.recognise.size_matrix import of_matrix
from roster_import.recognise.sized_headings import sized_heading
from roster_import.recognise.verdicts import Verdict, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.workbook import Sheet
    from roster_import.recognise.column_heads import Heading
    from roster_import.recognise.hints import Answer, Hints

M = Meaning
_PERSONS = frozenset({M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NAME, M.PLAYER_NUMBER, M.NAME_NUMBER})
_ORDERED = frozenset({M.NUMBER, M.SIZE, M.SIZE_LIST, M.QUANTITY, M.DESIGN, M.NAME, M.LOGO})
_WITHOUT_PEOPLE = ({M.SIZE, M.QUANTITY}, {M.SIZE, M.DESIGN}, {M.SIZE, M.NUMBER}, {M.DESIGN, M.QUANTITY})
_REPEATED = 0.3  # of the rows: from here on a player stands on several rows by intention
_TOLD = 9.0
ONLY_PEOPLE = 1.5  # names without anything to order for them are worth no more
_CONDITION = "condition zustand tilstand skick kunto conditie"
_CATALOGUE_COLUMNS = 5  # so many of its columns no roster has


class _RowsEach(Enum):
    """On how many rows a player stands."""

    ONE = auto()
    SEVERAL = auto()
    UNKNOWN = auto()  # nobody is named


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReading:
    """What a sheet, or one of the tables side by side on it, was understood to be; `worth` 0 is no roster at all."""

    sheet: Sheet
    heading: Heading
    verdicts: tuple[Verdict, ...]
    layouts: tuple[Layout, ...]
    worth: float

    @property
    def fingerprint(self) -> str:
        """The fingerprint of its heading row."""
        return fingerprint(tuple(self.heading.texts.values()))

    @property
    def sizes_twice(self) -> tuple[Verdict, ...]:
        """The columns of a size matrix whose size heads an earlier column already."""
        sizes = [v for v in self.verdicts if v.seen.column in self.heading.sizes and not v.fixed]
        heads = [(v.of, said.garment if (said := sized_heading(v.seen.heading)) else "") for v in sizes]
        return tuple(v for i, v in enumerate(sizes) if heads[i] in heads[:i])

    @property
    def meanings(self) -> set[Meaning]:
        """What its columns mean."""
        return {column.meaning for layout in self.layouts for column in layout.columns}

    @property
    def has_rows(self) -> bool:
        """Whether anything stands under its headings."""
        return any(layout.rows or layout.left_out for layout in self.layouts)

    @property
    def counts_sizes(self) -> bool:
        """Whether it is a matrix of counts and not a list of people."""
        return bool(self.heading.sizes) and not any(v.meaning in _PERSONS for v in self.verdicts)


def read_sheet(sheet: Sheet, hints: Hints) -> tuple[SheetReading, ...]:
    """Read a sheet as a roster, whether or not it is one; tables side by side are read each by itself."""
    heading = find_heading(sheet)
    blocks = blocks_of(heading)
    if not blocks:
        return _one_below_another(sheet, heading, hints)
    parts = [(part, headed(part, find_heading(part), heading)) for part in block_sheets(sheet, heading, blocks)]
    shared = bool(blocks[0].shared)
    return tuple(_read(part, own, hints, team=None if shared else team_above(part, own)) for part, own in parts)


def _one_below_another(sheet: Sheet, heading: Heading, hints: Hints) -> tuple[SheetReading, ...]:
    """The tables of a sheet that stand below one another; the sheet as one table where not all of them are rosters."""
    tables = tables_below(sheet, heading)
    above = team_above(*tables[0]) if len(tables) > 1 else None
    readings = tuple(
        _read(part, own, hints, team=title_of(part, own) if position else above)
        for position, (part, own) in enumerate(tables)
    )
    filled = tuple(reading for reading in readings if reading.has_rows)
    apart = len(filled) == 1 or all(reading.worth > ONLY_PEOPLE for reading in filled)
    return filled if filled and apart else (_read(sheet, heading, hints, team=None),)


def _read(sheet: Sheet, heading: Heading, hints: Hints, *, team: str | None) -> SheetReading:
    seen = look(sheet, heading, hints.catalogue)
    told = _believed(told_columns(heading, hints), seen)
    weighed = (_fixed(each, told[each.column]) if each.column in told else weigh(each) for each in seen)
    verdicts = settle(of_matrix(tuple(weighed), heading), hints.catalogue)
    columns = tuple(map(_reading, verdicts))
    counting = [v for v in verdicts if v.seen.profile.counter]
    counters = [v.seen.column for v in counting if v.meaning is M.IGNORED or _is_printed_before(v)]
    sorted_rows = sort_rows(sheet, heading, columns, counters, hints.garments)
    rows = [row for block in sorted_rows.blocks for row in block.rows]
    verdicts = decide(verdicts, sheet, rows, hints.catalogue, number_told=_is_number_told(heading, hints))
    columns = tuple(map(_reading, verdicts))
    rows_each = _rows_each(sheet, columns, sorted_rows.blocks)
    kind = _kind(heading, columns, rows_each)
    layouts = _layouts(sheet, heading, kind, columns, sorted_rows, team)
    return SheetReading(
        sheet=sheet,
        heading=heading,
        verdicts=verdicts,
        layouts=tuple(replace(layout, one_row_each=rows_each is _RowsEach.ONE) for layout in layouts),
        worth=0.0 if are_accounts(verdicts) else _worth(columns, heading, sorted_rows.blocks),
    )


def _is_number_told(heading: Heading, hints: Hints) -> bool:
    """Whether somebody said, now or before, which column holds the number; the template's headings say it by themselves."""
    before = hints.remembered.get(fingerprint(tuple(heading.texts.values())), {})
    return any(meaning is M.NUMBER for meaning, _ in (*hints.mapping.values(), *before.values()))


def _is_printed_before(verdict: Verdict) -> bool:
    """Whether its numbers stand on rows that nobody filled in, too, as on a form."""
    return verdict.meaning is M.NUMBER and verdict.seen.lonely


def _layouts(
    sheet: Sheet,
    heading: Heading,
    kind: LayoutKind,
    columns: tuple[ColumnReading, ...],
    sorted_rows: Sorted,
    team: str | None,
) -> Iterator[Layout]:
    for position, block in enumerate(sorted_rows.blocks or (Block(team=None, rows=(), heading_row=heading.row),)):
        whole = Layout(
            sheet=sheet.name,
            heading_row=block.heading_row,
            kind=kind,
            columns=columns,
            rows=block.rows,
            team=block.team or team,
            left_out=() if position else sorted_rows.left_out,
        )
        yield from _for_each_player(sheet, whole)


def _for_each_player(sheet: Sheet, layout: Layout) -> Iterator[Layout]:
    """The layout; where a row names several players side by side, it is read once for each of them."""
    players = [column.column for column in layout.columns if column.meaning is M.PLAYER]
    if len(players) < 2:
        yield layout
    for at, player in enumerate(players if len(players) > 1 else ()):
        others = {column for column in players if column != player}
        named = [row for row in layout.rows if sheet.text(row, player)]
        nobody = [row for row in layout.rows if not at and not any(sheet.text(row, column) for column in players)]
        yield replace(
            layout,
            columns=tuple(column for column in layout.columns if column.column not in others),
            rows=tuple(sorted((*named, *nobody))),
            left_out=() if at else layout.left_out,
        )


def _believed(told: Mapping[int, Answer], seen: Sequence[Seen]) -> Mapping[int, Answer]:
    """What is told of the columns; yes and no are no reference, even under the template's own Order."""
    marked = {each.column for each in seen if is_marked(each.profile)}
    return {column: answer for column, answer in told.items() if answer[0] is not M.ORDER or column not in marked}


def _fixed(seen: Seen, answer: Answer) -> Verdict:
    """The verdict that somebody told us; marks are of the garment that the heading names."""
    meaning, of = answer
    if meaning is M.DESIGN and of is None and is_marked(seen.profile):
        of = seen.heading or None
    return Verdict(seen=seen, meaning=meaning, of=of, sure=True, readings=((meaning, _TOLD),), spoken=True, fixed=True)


def _reading(verdict: Verdict) -> ColumnReading:
    return ColumnReading(
        column=verdict.seen.column,
        heading=verdict.seen.heading,
        meaning=verdict.meaning,
        of=verdict.of,
        sure=verdict.sure,
        decided=_decided(verdict),
    )


def _decided(verdict: Verdict) -> Fate | None:
    if verdict.ask or verdict.fate:
        return verdict.fate or Fate.ASKED
    return Fate.SET_ASIDE if verdict.fixed and verdict.meaning is M.IGNORED and verdict.of is None else None


def _kind(heading: Heading, columns: Sequence[ColumnReading], rows_each: _RowsEach) -> LayoutKind:
    if heading.sizes:
        return LayoutKind.SIZE_MATRIX
    if heading.row is None:
        return LayoutKind.NO_HEADER
    if any(column.meaning is M.DESIGN and column.of is None for column in columns):
        return LayoutKind.LONG
    return LayoutKind.LONG if rows_each is _RowsEach.SEVERAL else LayoutKind.ONE_ROW_PER_PLAYER


def _rows_each(sheet: Sheet, columns: Sequence[ColumnReading], blocks: Sequence[Block]) -> _RowsEach:
    """How many rows the players stand on, by their names."""
    persons = [column.column for column in columns if column.meaning in _PERSONS - {M.NAME}]
    rows = [row for block in blocks for row in block.rows]
    names = list(filter(any, zip(*(sheet.down(column, rows) for column in persons), strict=True)))
    if len(names) - len(set(names)) > _REPEATED * len(names):
        return _RowsEach.SEVERAL
    return _RowsEach.ONE if names else _RowsEach.UNKNOWN


def _worth(columns: Sequence[ColumnReading], heading: Heading, blocks: Sequence[Block]) -> float:
    """How much of a roster the columns make: people, and something to order for them."""
    if _is_catalogue(heading):
        return 0.0
    meanings = {column.meaning for column in columns}
    rows = sum(len(block.rows) for block in blocks)
    ordered = len(meanings & _ORDERED)
    if heading.sizes:
        return 2.0 + bool(meanings & _PERSONS)
    if heading.row is None and rows < 2:
        return 0.0
    if meanings & _PERSONS:
        return 1.0 + ordered + (0.5 if rows else 0.0)
    catalogue = M.PRICE in meanings and M.QUANTITY not in meanings
    enough = any(needed <= meanings for needed in _WITHOUT_PEOPLE) and not catalogue and not _is_of_stock(heading)
    return 1.0 + ordered / 2 if enough else 0.0


def _is_of_stock(heading: Heading) -> bool:
    """Whether it says in which condition things are, as a list of what lies in the cupboard does."""
    return any(says(text, _CONDITION) for text in heading.texts.values())


def _is_catalogue(heading: Heading) -> bool:
    """Whether the headings are those of the Catalogue sheet."""
    keys = set(map(heading_key, heading.texts.values()))
    return sum(not keys.isdisjoint(column.keys) for column in CATALOGUE.columns) >= _CATALOGUE_COLUMNS
