"""What becomes of each column of a sheet, or of each line of one that lies on its side, and what else it may be said to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from roster_import.language.messages import listed, say, templates
from roster_import.model.catalogue import split_items
from roster_import.model.layout import PERSON, Fate, Meaning
from roster_import.model.question import PrintNameQuestion
from roster_import.model.sheets import ORDER
from roster_import.model.workbook import PartColumn, RowAcross, cell_address, column_letter
from roster_import.page.coach.question_cards import column_card, is_of_several_garments
from roster_import.recognise.answer_sentences import MEANINGS
from roster_import.recognise.memory import is_lone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.report import Checked
    from roster_import.model.workbook import Sheet
    from roster_import.page.coach.question_cards import QuestionCard

_MOST = 3  # meanings that are listed of one column
_FATES: Final = templates(
    {
        Fate.ORDERED: "ordered: {what}",
        Fate.FOR_PEOPLE: "not printed: {what}",
        Fate.NO_PART: "not ordered",
        Fate.ASKED: "asked above",
        Fate.SET_ASIDE: "left aside",
    }
)
_OF_THE_ORDER: Final = {column.key: column.heading for column in ORDER.columns}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFate:
    """What becomes of what stands in a column, as a fate's name and in words; `card` has what else it may be said to be."""

    name: str
    words: str
    card: QuestionCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFates:
    """What becomes of the columns of a sheet by their number; of its rows, where it is read on its side."""

    columns: Mapping[int, ColumnFate] = field(default_factory=dict)
    lines: Mapping[int, ColumnFate] = field(default_factory=dict)

    def head_of(self, row: int, column: int) -> str:
        """The name of the column or line of a cell, where it may be said to be something else; else nothing."""
        fate = self.lines.get(row) or self.columns.get(column)
        if fate is None or fate.card is None:
            return ""
        return str(row) if self.lines else column_letter(column)


def fates_of(checked: Checked, sheet: Sheet) -> SheetFates:
    """What becomes of what stands on a sheet."""
    readings: dict[int, list[tuple[Layout, ColumnReading]]] = {}
    layouts = [layout for layout in checked.layouts if layout.sheet == sheet.name]
    for layout in layouts:
        for reading in layout.columns:
            readings.setdefault(_stands_in(reading), []).append((layout, reading))
    fates = {number: _fate(checked, sheet, of, number) for number, of in readings.items()}
    across = any(isinstance(layout.heading_row, RowAcross) for layout in layouts)
    return SheetFates(lines=fates) if across else SheetFates(columns=fates)


def _stands_in(reading: ColumnReading) -> int:
    return reading.column.within if isinstance(reading.column, PartColumn) else int(reading.column)


def _fate(checked: Checked, sheet: Sheet, of: Sequence[tuple[Layout, ColumnReading]], number: int) -> ColumnFate:
    layout, first = of[0]
    readings = [reading for _, reading in of]
    alike = len({reading.fate for reading in readings}) == 1
    printed = first.meaning in PERSON and _is_printed(checked, layout, sheet, first)
    fate = Fate.ASKED if _is_asked(checked, layout, first, number) else Fate.ORDERED if printed else first.fate
    told = (_meaning(reading, _of(checked, layout, reading)) for reading in (readings if alike else readings[:1]))
    what = list(dict.fromkeys(told))
    what = [_printed(first)] if printed else what
    card = None if isinstance(first.column, PartColumn) else column_card(checked, layout, first)
    undecided = fate is Fate.FOR_PEOPLE and first.meaning in PERSON and _is_undecided(checked, layout)
    words = listed(what[:_MOST]) if undecided else say(_FATES[fate], what=listed(what[:_MOST]))
    return ColumnFate(name=fate.value, words=words, card=card)


def _is_asked(checked: Checked, layout: Layout, reading: ColumnReading, number: int) -> bool:
    """Whether a question is open about the column, or about the names in it."""
    about_names = (each for each in checked.asked if isinstance(each, PrintNameQuestion))
    names = reading.meaning in PERSON and any(each.sheet == layout.sheet for each in about_names)
    garments = (each for problem in checked.problems for each in problem.each if is_of_several_garments(each))
    cell = cell_address(layout.heading_row or 0, number)
    of_which = any((each.sheet, each.cell) == (layout.sheet, cell) for each in garments)
    columns = ((each.sheet, each.column) for each in checked.questions)
    return names or of_which or (layout.sheet, number) in columns


def _is_undecided(checked: Checked, layout: Layout) -> bool:
    """Whether it shows only later that names are printed: nothing is ordered of the sheet until its questions are answered."""
    lines = (*checked.lines, *checked.draft.lines)
    return is_lone(layout) and not any(line.origin.sheet == layout.sheet for line in lines)


def _is_printed(checked: Checked, layout: Layout, sheet: Sheet, reading: ColumnReading) -> bool:
    """Whether the names are printed of those who the rows are for, as somebody answered: of two columns this one's, too."""
    lines = (*checked.lines, *checked.draft.lines)
    named = [line for line in lines if line.name and line.origin.sheet == layout.sheet]
    alone = reading.meaning is Meaning.PLAYER or isinstance(layout.heading_row, RowAcross)
    if alone or isinstance(reading.column, PartColumn) or not (named and is_lone(layout)):
        return bool(named) and is_lone(layout)
    texts = [(_words(sheet.text(int(line.origin.row), int(reading.column))), _words(line.name)) for line in named]
    return all(text <= name for text, name in texts)


def _words(text: str) -> set[str]:
    return set(text.casefold().split())


def _printed(reading: ColumnReading) -> str:
    if reading.meaning is Meaning.PLAYER:
        return say(MEANINGS[Meaning.NAME])
    return say("{what} to print", what=say(MEANINGS[reading.meaning]))


def _of(checked: Checked, layout: Layout, reading: ColumnReading) -> str | None:
    """What a column is said to be about: no garment, where it has the sizes of designs that are named beside it."""
    meanings = [each.meaning for each in layout.columns]
    if reading.of is None or reading.meaning is not Meaning.SIZE or Meaning.DESIGN not in meanings:
        return reading.of
    lines = (line for line in (*checked.lines, *checked.draft.lines) if line.origin.sheet == layout.sheet)
    labels = {design.label.casefold() for line in lines for design in line.designs}
    is_of_all = meanings.count(Meaning.SIZE) > 1 or all(reading.of.casefold() in label for label in labels)
    return reading.of if is_of_all else None


def _meaning(reading: ColumnReading, of: str | None) -> str:
    if reading.of_the_order:
        return _OF_THE_ORDER.get(reading.of or "", reading.heading)
    what = say(MEANINGS[reading.meaning])
    return say("{what} of {of}", what=what, of=listed(split_items(of))) if of else what
