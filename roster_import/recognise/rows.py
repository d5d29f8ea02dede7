"""Which rows under the heading hold players: not titles, totals, footnotes, examples, or a bare running number."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.model.sheets import heading_key
from roster_import.recognise.addresses import rows_of_addresses
from roster_import.recognise.cell_kinds import Trait, integer, says_nothing, traits
from roster_import.recognise.colours import rows_of_legends
from roster_import.recognise.heading_rows import same_heading
from roster_import.recognise.notes import (
    is_label,
    is_note,
    is_sentence,
    rows_of_labels,
    rows_of_signatures,
    says_more,
    team_title,
)
from roster_import.recognise.second_tables import rows_sharing
from roster_import.recognise.tokens import take_apart
from roster_import.recognise.totals import is_total, opens_prices, opens_sum, rows_of_sums
from roster_import.recognise.vocabulary import VOCABULARIES
from roster_import.recognise.words import WORN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from roster_import.model.layout import ColumnReading
    from roster_import.model.workbook import Cell, Column, Sheet
    from roster_import.recognise.heading_rows import Heading

    Row = Mapping[int, Cell]

M = Meaning
_PEOPLE = {M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NAME, M.PLAYER_NUMBER, M.NAME_NUMBER}
_TELLING = frozenset({*_PEOPLE, M.NUMBER, M.SIZE, M.SIZE_LIST, M.DESIGN, M.LOGO, M.PLACEHOLDER})
_OF_ONE = frozenset({M.NUMBER, M.PLACEHOLDER, M.ORDER})
_COUNTING = frozenset({M.QUANTITY, M.STORAGE_QUANTITY})
_PREFILLED = frozenset({M.DESIGN, M.LOGO})  # with the quantity, what forms fill in on rows nobody uses
_FEWEST_PREFILLED = 3
_FEWEST_SUMMED = 2
_OF_INITIALS, _FEWEST_INITIALS, _NEARLY_ALL = (2, 3), 3, 0.8
_SECTION = 3  # columns that a title between the players is spread over, at least
_A_PAIR = 2  # a garment, and how many of it
_EXAMPLE_WORDS = (
    "example|sample|beispiel|muster|eksempel|exempel|exemple|ejemplo|esempio|exemplo|voorbeeld|przykład|příklad|esimerkki|örnek|例|"
    + "|".join(word for vocabulary in VOCABULARIES for word in vocabulary.example.split())
)
_EXAMPLE = re.compile(
    rf"(?:{_EXAMPLE_WORDS})\s*(?:[:\-–(].*)?$|(?:e\. ?g\.|z\. ?b\.|f\. ?eks\.|p\. ?ex\.|bijv\.)"
    r"|(?:bsp|beisp|eks|ex|ej|es|vb|bijv|bv|np|przykł|př|např|esim|ör|pl)(?:\.?\s?:|\.$)|(?:bsp|eks|esim)$",
    re.IGNORECASE,
)
_EXAMPLE_ASIDE = re.compile(
    rf"[(\[]\s*(?:{_EXAMPLE_WORDS}|예)\w*\W*[)\]]",
    re.IGNORECASE,
)

_GOODS = frozenset(
    {Trait.JERSEY, Trait.LETTER_SIZE, Trait.NUMBER_SIZE, Trait.COUNT, Trait.NOTHING, Trait.MARK, Trait.CODE}
)
_OF_NOBODY = frozenset({Trait.PHONE, Trait.DATE, Trait.EMAIL, Trait.MONEY})
_NO_GOODS = frozenset({Trait.PHONE, Trait.DATE, Trait.EMAIL, Trait.MONEY, Trait.PROSE})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorter:
    """What tells the rows of one sheet apart: the columns that matter, and what is pre-filled."""

    wanted: frozenset[int]  # columns of which one makes a row a player's
    people: frozenset[int]  # columns of those that name somebody
    of_one: frozenset[int]  # columns of what no sum has: numbers and other prints, references of orders
    initials: frozenset[int]  # columns of people by their initials
    silent: frozenset[int]  # columns of running numbers
    defaults: Mapping[int, str]
    usual: int  # cells of a row that is filled in

    def fills(self, column: int, text: str) -> bool:
        """Whether somebody filled in this text in a cell of the column."""
        return column not in self.silent and self.defaults.get(column) != text and not says_nothing(text)

    def plain(self, sheet: Sheet, below: Sequence[int]) -> set[int]:
        """The rows that are certainly players', as nothing in them could make them a sum, an example or a note."""
        strange = below
        for column in sorted(_columns(sheet, self.wanted), key=lambda column: len(column.distinct)):
            strange = column.without(partial(self.fills, column.number), strange)
        players = set(below).difference(strange)
        widths, least = sheet.rows.widths, max(self.usual, 2)
        narrow = [row for row in players if widths[row] < least]
        return players.difference(_of_examples(sheet), rows_of_sums(sheet, below), self._notelike(sheet, narrow))

    def _notelike(self, sheet: Sheet, narrow: Sequence[int]) -> Iterable[int]:
        """Those of the rows that may be a note: of one cell, or of few that say anything and nothing to order."""
        said = Counter({row: sheet.rows.widths[row] for row in narrow})
        for column in sheet.columns.values() if narrow else ():
            said.subtract(said.keys() & column.holding(set(filter(says_nothing, column.distinct))))
        few: Sequence[int] = [
            row for row, cells in said.items() if cells < min(self.usual, 3) and sheet.rows.widths[row] > 1
        ]
        for column in _columns(sheet, self.wanted - self.people):
            few = column.without(_is_goods, few)
        lone = (row for row in narrow if sheet.rows.widths[row] == 1 or self._counts_garments(sheet.rows[row]))
        return chain(few, lone)

    def is_narrow(self, cells: int) -> bool:
        """Whether a row of so many cells, below the table, may be a legend."""
        return cells * 2 <= self.usual + 1

    def is_player(self, row: Row, merged: Row, *, apart: bool) -> bool:
        """Whether the row is one to be ordered from; `apart` says that it stands below the table, behind empty rows.

        `merged` are the cells above that reach down to it: they say for whom it is, where it does not, and order nothing.
        """
        if not any(column in self.wanted and self.fills(column, cell.text) for column, cell in row.items()):
            return False
        row = row if self.people & row.keys() else {**merged, **row}
        if (
            is_example(row)
            or opens_prices(row)
            or ((is_total(row) or self._sums_goods(row)) and not self._is_initials(row))
        ):
            return False
        return not (self._is_note(row) or (apart and self._is_below(row)))

    def _sums_goods(self, row: Row) -> bool:
        """Whether it sums up the pieces of a size or a garment, in the place of a name: Total, Shorts, M, 3."""
        return len(row.keys() & self.people) == 1 and row.keys().isdisjoint(self.of_one) and opens_sum(row)

    def _is_initials(self, row: Row) -> bool:
        """Whether somebody's initials stand there, in a column of initials, that are the short form of pieces, too: ST, DB."""
        return any(len(row[column].text) in _OF_INITIALS for column in self.initials & row.keys())

    def _is_note(self, row: Row) -> bool:
        """Whether the row holds one cell that is no player, or a label and what it says, but nothing to order."""
        if len(row) > 1 and len(row) >= self.usual:
            return False
        said = [cell.text for cell in row.values() if not says_nothing(cell.text)]
        if len(row) == 1 and is_note(said[0]):
            return True
        if self._counts_garments(row):
            return True
        if self._holds_goods(row):
            return False
        if len(row) == _A_PAIR and any(_is_no_name(row[column].text) for column in self.people & row.keys()):
            return True  # Paid so far 343
        if len(said) >= min(self.usual, 3):
            return is_label(said[0]) and any(
                Trait.PHONE in traits(text) for text in said
            )  # Trainer, who it is, and his phone
        return _is_spread(row) or is_label(said[0]) or (len(said) == 1 and is_sentence(said[0]))

    def _counts_garments(self, row: Row) -> bool:
        """Whether it says of a garment how many: Polos 12."""
        named = [cell.text for column, cell in row.items() if column in self.people]
        others = [cell.text for column, cell in row.items() if column not in self.people]
        counted = len(row) == _A_PAIR and len(others) == 1 and integer(others[0]) is not None
        return counted and all(term.concept in WORN for text in named for term in take_apart(text).main)

    def _is_below(self, row: Row) -> bool:
        """Whether a row below the table is a legend, a list of sizes, or says something else than the table does."""
        if not self.is_narrow(len(row)):
            return False
        named = [row[column].text for column in row.keys() & self.people]
        if self.people and len(row) == 1 and not named and integer(next(iter(row.values())).text) is not None:
            return True  # how many, under what is counted
        if not named and any(Trait.LETTER_SIZE in traits(row[column].text) for column in row.keys() & self.of_one):
            return bool(self.people)
        if named and all(Trait.LETTER_SIZE in traits(text) for text in named):
            return True
        if self.people and not named and not self._holds_goods(row):
            return True  # the coach and the leader, under the number and the size
        if self._holds_goods(row):
            return False
        others = [cell.text for column, cell in row.items() if column not in self.people]
        persons = [
            column in row and Trait.FULL_NAME in traits(row[column].text) for column in self.wanted - self.people
        ]
        return any(persons) or any(traits(text) & _NO_GOODS or is_sentence(text) for text in others)

    def _holds_goods(self, row: Row) -> bool:
        """Whether a number, a size, or how many stands in a column beside the people."""
        beside = (self.wanted - self.people) & row.keys()
        return any(_is_goods(row[column].text) for column in beside)

    def holds_something(self, row: Row) -> bool:
        """Whether the row is more than a running number and what is pre-filled."""
        return any(self.fills(column, cell.text) for column, cell in row.items())


def sort_rows(
    sheet: Sheet,
    heading: Heading,
    columns: Sequence[ColumnReading],
    counters: Collection[int],
    garments: Collection[str] = (),
) -> Sorted:
    """Tell the rows that hold players from all others under the heading.

    `counters` are columns of row numbers. `garments`: their titles, as `heading_key` has them; where no column names the
    garment of each row, one that stands alone begins a block as the title of a team does.
    """
    garments = () if any(column.meaning is M.DESIGN for column in columns) else garments
    below = [row for row in sheet.rows.widths if row > (heading.row or 0)]
    sorter = _sorter(sheet, below, columns, frozenset(counters))
    repeats = frozenset(row for row in rows_sharing(sheet, heading) if same_heading(sheet.rows[row], heading))
    titles = _titles(sheet, heading, repeats)
    sent = rows_of_addresses(sheet, {row for row in below if sheet.rows.widths[row] >= sorter.usual})
    if sorter.usual > 1:
        sent = sent.union(rows_of_signatures(sheet, below), rows_of_labels(sheet, below), rows_of_legends(sheet, below))
    plain = sorter.plain(sheet, below).difference(titles, sent)
    merged = _merged_down(sheet, sorter.wanted)
    blocks = [_Open(team=titles.get(heading.row or 0) or team_above(sheet, heading), heading_row=heading.row)]
    left_out: list[int] = []
    last, apart = heading.row or 0, False
    for number in below:
        last, apart = number, apart or number > last + 1
        if number in repeats:
            blocks[-1].headed_at(number)
            continue
        if number in plain and not (apart and sorter.is_narrow(sheet.rows.widths[number])):
            blocks[-1].rows.append(number)
            apart = False
            continue
        row = sheet.rows[number]
        player = (
            number not in titles and number not in sent and sorter.is_player(row, merged.get(number, {}), apart=apart)
        )
        apart = apart and not player
        team = None if player else titles.get(number) or team_title(row) or _garment_title(row, garments)
        if team:
            blocks.append(_Open(team=team, heading_row=blocks[-1].heading_row))
        if player:
            blocks[-1].rows.append(number)
        elif says_more(row, team) if team else sorter.holds_something(row):
            left_out.append(number)
    left_out += _take_sums(sheet, blocks, sorter, columns)
    return Sorted(blocks=_named(blocks), left_out=tuple(sorted(left_out)))


def _take_sums(sheet: Sheet, blocks: Sequence[_Open], sorter: _Sorter, columns: Sequence[ColumnReading]) -> list[int]:
    """The last row of each block that is a sum of those above it, taken out of it."""
    return [
        block.rows.pop()
        for block in blocks
        if _ends_in_sums(sheet, block.rows, sorter.wanted, columns)
        or _ends_in_counts(sheet, block.rows, sorter, columns)
    ]


def _merged_down(sheet: Sheet, wanted: Collection[int]) -> Mapping[int, Row]:
    """Row -> the cells of these columns that are merged down to it from a row above."""
    reached: dict[int, dict[int, Cell]] = {}
    for column in _columns(sheet, wanted):
        for cell in column.odd.values():
            for row in range(cell.row + 1, (cell.merged or (cell.row,))[0] + 1):
                reached.setdefault(row, {})[column.number] = cell
    return reached


def _ends_in_sums(sheet: Sheet, rows: Sequence[int], wanted: Collection[int], columns: Sequence[ColumnReading]) -> bool:
    """Whether the last of the rows says no more than how many the others order, column by column, without calling it so."""
    if len(rows) <= _FEWEST_SUMMED:
        return False
    counting = {reading.column for reading in columns if reading.meaning in _COUNTING}
    counted = {column for column in counting if any(sheet.down(column, rows))}
    filled = {column for column in wanted if sheet.text(rows[-1], column)}
    above = sum(bool(sheet.text(rows[-2], column)) for column in wanted)
    beside = [sheet.text(rows[-1], column) for column in filled - counted]
    labelled = len(beside) == 1 and not _is_goods(beside[0]) and len(filled) < above  # Tot. under what is printed
    alone = filled == counted or (bool(counted) and counted < filled and labelled)
    return bool(filled) and alone and all(_sums_up(sheet, rows, column) for column in counted)


def _ends_in_counts(sheet: Sheet, rows: Sequence[int], sorter: _Sorter, columns: Sequence[ColumnReading]) -> bool:
    """Whether the last of the rows counts the cells above it, of sizes or crosses, or sums them up, and names nobody."""
    if len(rows) <= _FEWEST_SUMMED:
        return False
    filled = {column for column in sorter.wanted if sheet.text(rows[-1], column)}
    if filled & (sorter.people | sorter.of_one):
        return False
    if len(filled) < _FEWEST_SUMMED and not (filled and _are_marks(sheet.down(min(filled), rows[:-1]))):
        return False
    summed = {reading.column for reading in columns if reading.meaning in _COUNTING}
    return not filled <= summed and all(
        integer(sheet.text(rows[-1], column)) == _filled(sheet, rows[:-1], column)
        or (column in summed and _sums_up(sheet, rows, column))
        for column in filled
    )


def _are_marks(texts: Sequence[str]) -> bool:
    return all(traits(text) & {Trait.MARK, Trait.YES_NO} for text in texts if text)


def _filled(sheet: Sheet, rows: Sequence[int], column: int) -> int:
    return sum(map(bool, sheet.down(column, rows)))


def _sums_up(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    counts = [integer(text) if text else 0 for text in sheet.down(column, rows)]
    return None not in counts and sum(filter(None, counts[:-1])) == counts[-1]


def _titles(sheet: Sheet, heading: Heading, repeats: frozenset[int]) -> Mapping[int, str]:
    """Row -> the title that stands alone above a repeated heading. The first title is filed under the heading row."""
    widths = sheet.rows.widths
    above = {b: a for a, b in pairwise(widths) if b in repeats and (widths[a] == 1 or team_title(sheet.rows[a]))}
    repeated = {a: _lone(sheet.rows[a]) for b, a in above.items() if b > (heading.row or 0)}
    if repeated and heading.row in above:
        repeated[heading.row] = _lone(sheet.rows[above[heading.row]])
    return repeated


def _garment_title(row: Row, garments: Collection[str]) -> str | None:
    """The garment that stands alone in a row."""
    return _lone(row) if len(row) == 1 and heading_key(_lone(row)) in garments else None


def _lone(row: Row) -> str:
    return next(iter(row.values())).text.strip(" :")


def _holds_initials(sheet: Sheet, below: Sequence[int], column: int) -> bool:
    texts = sheet.columns[column].texts if column in sheet.columns else {}
    named = [texts[row] for row in below if row in texts]
    short = sum(len(text) in _OF_INITIALS and text.isupper() for text in named)
    return short >= max(_FEWEST_INITIALS, _NEARLY_ALL * len(named))


def _sorter(sheet: Sheet, below: Sequence[int], columns: Sequence[ColumnReading], counters: frozenset[int]) -> _Sorter:
    telling = frozenset(reading.column for reading in columns if reading.meaning in _TELLING)
    counting = frozenset(reading.column for reading in columns if reading.meaning in _COUNTING)
    prefilled = frozenset(reading.column for reading in columns if reading.meaning in _PREFILLED)
    people = frozenset(reading.column for reading in columns if reading.meaning in _PEOPLE)
    widths = sorted(width for width in map(sheet.rows.widths.__getitem__, below) if width > 1)
    return _Sorter(
        wanted=telling | counting,
        people=people,
        of_one=frozenset(reading.column for reading in columns if reading.meaning in _OF_ONE),
        initials=frozenset(column for column in people if _holds_initials(sheet, below, column)),
        silent=counters,
        defaults=_defaults(sheet, below, telling - prefilled, prefilled | counting),
        usual=widths[len(widths) * 3 // 4] if widths else 0,
    )


def _named(blocks: Sequence[_Open]) -> tuple[Block, ...]:
    """The blocks that hold anybody; the title above a single block is no team."""
    filled = [block.closed() for block in blocks if block.rows]
    return (replace(filled[0], team=None),) if filled and len(blocks) == 1 else tuple(filled)


def team_above(sheet: Sheet, heading: Heading) -> str | None:
    """The team named directly above the heading."""
    return team_title(sheet.rows.get((heading.row or 1) - 1, {}))


def is_example(row: Row) -> bool:
    """Whether a row shows how it is to be filled in: Example: …, John Doe (example)."""
    return bool(_showing([cell.text for cell in row.values()]))


def _showing(texts: Collection[str]) -> set[str]:
    aside = [text for text in texts if "(" in text or "[" in text]
    return {*filter(_EXAMPLE.match, texts), *filter(_EXAMPLE_ASIDE.search, aside)}


def _is_goods(text: str) -> bool:
    return bool(traits(text) & _GOODS)


def _is_no_name(text: str) -> bool:
    return integer(text) is not None or bool(traits(text) & _OF_NOBODY)


def _of_examples(sheet: Sheet) -> Iterator[int]:
    """The rows that show how they are to be filled in."""
    return (row for column in sheet.columns.values() for row in column.holding(_showing(column.distinct)))


def _defaults(
    sheet: Sheet, below: Sequence[int], own: Collection[int], prefilled: Collection[int]
) -> Mapping[int, str]:
    """Column -> the value that is pre-filled down rows which hold nothing of their own."""
    if not own:
        return {}
    bare = set(below).difference(*(column.texts for column in _columns(sheet, own)))
    values = {
        column.number: [column.texts[row] for row in bare & column.texts.keys()]
        for column in _columns(sheet, prefilled)
    }
    return {
        column: texts[0] for column, texts in values.items() if len(texts) >= _FEWEST_PREFILLED and len(set(texts)) == 1
    }


def _columns(sheet: Sheet, numbers: Collection[int]) -> Iterator[Column]:
    """Those of the columns that are filled anywhere."""
    return (sheet.columns[number] for number in numbers if number in sheet.columns)


def _is_spread(row: Row) -> bool:
    """Whether the only cell of the row is merged over the columns beside it, as the title of a section is."""
    cell = next(iter(row.values()))
    return len(row) == 1 and cell.merged is not None and cell.merged[1] - cell.column >= _SECTION - 1
