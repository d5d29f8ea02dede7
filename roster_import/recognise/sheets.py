"""One sheet read as a roster: heading, columns, rows, layout, and what remains to be asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.columns import LANGUAGES, ROSTER, column_by_heading, heading_key
from roster_import.model import ColumnReading, Layout, LayoutKind, Meaning, column_letter
from roster_import.recognise.answers import Hints
from roster_import.recognise.evidence import is_counter, profile
from roster_import.recognise.fingerprints import fingerprint
from roster_import.recognise.heading_rows import Heading, find_heading, same_heading
from roster_import.recognise.headings import sense
from roster_import.recognise.rows import Block, sort_rows
from roster_import.recognise.settling import settle
from roster_import.recognise.weighing import Seen, Verdict, weigh

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model import Cell, Sheet
    from roster_import.recognise.answers import Answer

M = Meaning
_SAMPLED = 60  # rows whose cells are looked at for evidence
_PERSONS = frozenset({M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NAME})
_ORDERED = frozenset({M.NUMBER, M.SIZE, M.QUANTITY, M.DESIGN, M.NAME, M.LOGO})


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReading:
    """What one sheet was understood to be; `worth` says how much of a roster it is (0: none)."""

    sheet: Sheet
    heading: Heading
    verdicts: tuple[Verdict, ...]
    layouts: tuple[Layout, ...]
    worth: float

    @property
    def fingerprint(self) -> str:
        """The fingerprint of its heading row."""
        return fingerprint(tuple(self.heading.texts.values()))


def read_sheet(sheet: Sheet, hints: Hints) -> SheetReading:
    """Read a sheet as a roster, whether or not it is one."""
    heading = find_heading(sheet)
    verdicts = _verdicts(sheet, heading, hints)
    columns = tuple(_reading(verdict) for verdict in verdicts)
    found = sort_rows(sheet, heading, columns)
    kind = _kind(sheet, heading, columns, found.blocks)
    blocks = found.blocks or (Block(team=None, rows=()),)
    layouts = tuple(
        Layout(sheet=sheet.name, heading_row=heading.row, kind=kind, columns=columns, rows=block.rows, team=block.team)
        for block in blocks
    )
    return SheetReading(
        sheet=sheet, heading=heading, verdicts=verdicts, layouts=layouts, worth=_worth(columns, heading, found.blocks)
    )


def _verdicts(sheet: Sheet, heading: Heading, hints: Hints) -> tuple[Verdict, ...]:
    seen = _look(sheet, heading, hints)
    told = _told(heading, hints)
    weighed = tuple(_fixed(column, told[column.column]) if column.column in told else weigh(column) for column in seen)
    weighed = tuple(_size_column(verdict, heading) for verdict in weighed)
    return settle(weighed)


def _look(sheet: Sheet, heading: Heading, hints: Hints) -> tuple[Seen, ...]:
    rows = [row for number, row in sheet.rows.items() if number > (heading.row or 0)]
    rows = [row for row in rows if not same_heading(row, heading)]
    columns = sorted({column for row in rows for column in row} | heading.texts.keys())
    sampled = rows[:_SAMPLED]
    body = _body(sampled)
    alone = {next(iter(row)) for row in rows if len(row) == 1}
    return tuple(
        Seen(
            column=column,
            heading=heading.texts.get(column, ""),
            sense=heading.sense(column),
            cells=(cells := tuple(row[column].text if column in row else "" for row in body)),
            profile=profile(cells, hints.catalogue, runs=_runs(sampled, column)),
            lonely=column in alone and sum(row.keys() == {column} for row in rows) >= 2,
        )
        for column in columns
    )


def _body(rows: Sequence[Mapping[int, Cell]]) -> Sequence[Mapping[int, Cell]]:
    """The rows that are filled as the others are: titles and footnotes would blur the evidence."""
    usual = sorted(len(row) for row in rows)[len(rows) // 2] if rows else 0
    body = [row for row in rows if len(row) >= min(2, usual)]
    return body or rows


def _runs(rows: Sequence[Mapping[int, Cell]], column: int) -> bool:
    """Whether the column counts the rows, those included that hold nothing else."""
    return is_counter([row[column].text for row in rows if column in row])


def _told(heading: Heading, hints: Hints) -> Mapping[int, Answer]:
    """Column -> what somebody said it means: an option now, an answer earlier, or the template itself."""
    remembered = hints.remembered.get(fingerprint(tuple(heading.texts.values())), {})
    template = _template(heading)
    mapping = {heading_key(key): answer for key, answer in hints.mapping.items()}
    told: dict[int, Answer] = {}
    for column, text in heading.texts.items():
        key = heading_key(text)
        answer = mapping.get(key) or remembered.get(key) or template.get(key)
        if answer:
            told[column] = answer
    letters = {letter: answer for letter, answer in hints.mapping.items() if letter.isalpha() and letter.isupper()}
    for letter, answer in letters.items():
        if len(letter) < 4 and heading_key(letter) not in {heading_key(text) for text in heading.texts.values()}:
            told[_column_number(letter)] = answer
    return told


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _template(heading: Heading) -> Mapping[str, Answer]:
    """The template's own columns, where the headings are the template's in one language."""
    keys = {heading_key(text) for text in heading.texts.values()}
    for language in LANGUAGES:
        own = {heading_key(column.heading(language)): M(column.key) for column in ROSTER.columns}
        needed = {heading_key(column.heading(language)) for column in ROSTER.columns[:6]}
        if needed <= keys:
            return {key: (meaning, None) for key, meaning in own.items()}
    return {}


def _fixed(seen: Seen, answer: Answer) -> Verdict:
    meaning, of = answer
    return Verdict(
        seen=seen, meaning=meaning, of=of, sure=True, readings=((meaning, 9.0),), spoken=True, fixed=True
    )


def _size_column(verdict: Verdict, heading: Heading) -> Verdict:
    """In a size matrix a column headed by a size holds the quantity of that size."""
    if verdict.fixed or verdict.seen.column not in heading.sizes:
        return verdict
    return replace(verdict, meaning=M.QUANTITY, of=verdict.seen.heading, sure=True, spoken=True)


def _reading(verdict: Verdict) -> ColumnReading:
    return ColumnReading(
        column=verdict.seen.column,
        heading=verdict.seen.heading,
        meaning=verdict.meaning,
        of=verdict.of,
        sure=verdict.sure,
    )


def _kind(sheet: Sheet, heading: Heading, columns: Sequence[ColumnReading], blocks: Sequence[Block]) -> LayoutKind:
    if heading.sizes:
        return LayoutKind.SIZE_MATRIX
    if heading.row is None:
        return LayoutKind.NO_HEADER
    if any(column.meaning is M.DESIGN and column.of is None for column in columns):
        return LayoutKind.LONG
    person = next((column.column for column in columns if column.meaning in _PERSONS), None)
    names = [sheet.text(row, person) for block in blocks for row in block.rows] if person else []
    names = [name for name in names if name]
    repeated = len(names) - len(set(names))
    return LayoutKind.LONG if repeated > 0.3 * len(names) else LayoutKind.ONE_ROW_PER_PLAYER


def _worth(columns: Sequence[ColumnReading], heading: Heading, blocks: Sequence[Block]) -> float:
    """How much of a roster the columns make: people, and something to order for them."""
    meanings = {column.meaning for column in columns}
    rows = sum(len(block.rows) for block in blocks)
    people = bool(meanings & _PERSONS)
    ordered = len(meanings & _ORDERED)
    if heading.sizes:
        return 2.0 + people
    if heading.row is None:
        return 1.0 + ordered if people and rows > 1 else 0.0
    if people:
        return 1.0 + ordered + (0.5 if rows else 0.0)
    enough = {M.SIZE, M.QUANTITY} <= meanings or {M.SIZE, M.DESIGN} <= meanings or {M.NUMBER, M.SIZE} <= meanings
    return 1.0 + ordered / 2 if enough or {M.DESIGN, M.QUANTITY} <= meanings else 0.0
