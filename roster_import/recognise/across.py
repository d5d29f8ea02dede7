"""Players beside each other, each in a column, what is said of them headed in the column on the left: asked, then read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say
from roster_import.model.layout import NAMES, Candidate, Meaning, Question
from roster_import.model.problem import Place
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import Comment, RowAcross, column_letter
from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.headings import sense
from roster_import.recognise.hints import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet
    from roster_import.recognise.hints import Answer, Hints

M, T = Meaning, Trait
_INITIAL = re.compile(r"[^\W\d_]\.\s?[^\W\d_]{3}")
_ANSWERS = frozenset({M.HEADINGS, M.IGNORED})
_LOOKED_AT = 3  # columns from the left, and
_DEEP = 40  # rows from the top, in which the headings may stand
_FEWEST_PLAYERS = 3
_FEW_KINDS = 2  # of the looks below
_MOSTLY = 0.7
_SAMPLES = 3
# What the cells beside a heading must look like to agree with it.
_LOOKS = (
    (NAMES, (T.NAME,)),
    (frozenset({M.NUMBER}), (T.JERSEY,)),
    (frozenset({M.SIZE}), (T.LETTER_SIZE, T.NUMBER_SIZE)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """A sheet whose players seem to stand side by side: the column of its headings, and the headings that say so."""

    sheet: Sheet
    column: int
    labels: tuple[Cell, ...]

    @property
    def key(self) -> str:
        """What names the column in an answer."""
        return column_letter(self.column)

    @property
    def fingerprint(self) -> str:
        """The name under which answers about its headings are remembered."""
        widths, column = self.sheet.rows.widths, self.sheet.columns[self.column]
        return fingerprint([text for row, text in column.texts.items() if widths[row] > 1])

    def answer(self, hints: Hints) -> Answer | None:
        """What somebody said of the column of headings, now or before; another meaning of its letter is of another sheet."""
        before = hints.remembered.get(self.fingerprint, {}).get(heading_key(self.key))
        said = (hints.mapping.get(self.key), before)
        return next((answer for answer in said if answer and answer[0] in _ANSWERS), None)

    @property
    def question(self) -> Question:
        """Whether it is so, as a question."""
        return Question(
            sheet=self.sheet.name,
            column=self.column,
            heading="",
            heading_row=self.labels[0].row,
            samples=tuple(cell.text for cell in self.labels[:_SAMPLES]),
            candidates=(
                Candidate(meaning=M.HEADINGS, words=say("headings: each column beside it is a player")),
                Candidate(meaning=M.IGNORED, words=say("nothing that is ordered")),
            ),
            key=self.key,
        )

    @property
    def problem(self) -> Problem:
        """The question as a problem that names the answer, and what else can be done."""
        first = self.labels[0]
        message = say(
            "On sheet {sheet} the players stand side by side, with {headings} in column {letter}. If each column beside it is "
            'a player: --map "{letter}=headings". Or copy the table, paste it transposed (in Excel: Paste Special, Transpose) '
            "on an empty sheet, and delete the old one.",
            sheet=self.sheet.name,
            headings=listed([say("{name!r}", name=cell.text) for cell in self.labels]),
            letter=self.key,
        )
        return Place(sheet=self.sheet.name, cell=first.address, row=first.row).error("roster-across", message)

    @property
    def set_aside(self) -> Problem:
        """That nothing is ordered from it, because somebody said so."""
        message = say(
            "Nothing is ordered from sheet {sheet}: it was answered that column {letter} is nothing that is ordered. If each "
            "column beside it is a player, copy the table and paste it transposed (in Excel: Paste Special, Transpose) on an "
            "empty sheet.",
            sheet=self.sheet.name,
            letter=self.key,
        )
        return Place(sheet=self.sheet.name).warning("sheet-set-aside", message)

    def turned(self) -> Sheet:
        """The sheet on its side: a row for each column, each cell still called by its name in the file.

        What stands alone in its row is a title or a note, and no heading: it goes with the comments.
        """
        sheet = self.sheet
        alone = [cell for row in sheet.rows.values() if len(row) == 1 for cell in row.values()]
        notes = (Comment(row=cell.row, column=cell.column, text=cell.text) for cell in alone)
        cells = (_turned(cell) for cell in sheet.cells if cell.column >= self.column and len(sheet.rows[cell.row]) > 1)
        return replace(
            sheet,
            cells=tuple(sorted(cells, key=_reading_order)),
            hidden_rows=frozenset(map(RowAcross, sheet.hidden_columns)),
            hidden_columns=sheet.hidden_rows,
            comments=tuple(
                replace(comment, row=RowAcross(comment.column), column=comment.row)
                for comment in (*sheet.comments, *notes)
            ),
            fills=tuple(
                replace(fill, column=row, rows=(RowAcross(fill.column),)) for fill in sheet.fills for row in fill.rows
            ),
        )


def _turned(cell: Cell) -> Cell:
    merged = (RowAcross(cell.merged[1]), cell.merged[0]) if cell.merged else None
    return replace(cell, row=RowAcross(cell.column), column=cell.row, merged=merged)


def _reading_order(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def lies_across(sheet: Sheet) -> Across | None:
    """The sheet whose players stand side by side, if they do: names, and numbers or sizes, agree with it.

    On the form of a single one all three must.
    """
    if any(map(_heads_a_table, islice(sheet.rows.values(), _DEEP))):
        return None
    return _across(sheet, fewest=_FEWEST_PLAYERS, agree=_FEW_KINDS) or _across(sheet, fewest=1, agree=len(_LOOKS))


def _across(sheet: Sheet, *, fewest: int, agree: int) -> Across | None:
    for column in islice(sheet.columns, _LOOKED_AT):
        labelled = _labelled(sheet, column, fewest)
        agreeing = {kind for kind, row in labelled if _agrees(kind, row)}
        if 0 in agreeing and len(agreeing) >= agree:
            return Across(sheet=sheet, column=column, labels=tuple(row[0] for _, row in labelled))
    return None


def _heads_a_table(row: Mapping[int, Cell]) -> bool:
    """Whether people, and their numbers or sizes, are headed side by side: then they stand beneath."""
    kinds = [kind for cell in row.values() if (kind := _kind(cell.text)) is not None]
    return 0 in kinds and (len(set(kinds)) == len(_LOOKS) or (len(set(kinds)) > 1 and len(kinds) * 2 >= len(row)))


def _labelled(sheet: Sheet, column: int, fewest: int) -> list[tuple[int, Sequence[Cell]]]:
    """The headings in the column: of which kind each is, and its cell with those to the right of it."""
    labelled: list[tuple[int, Sequence[Cell]]] = []
    for cells in islice(sheet.rows.values(), _DEEP):
        kind = _kind(cells[column].text) if column in cells else None
        behind = [cells[at] for at in sorted(cells) if at > column]
        if kind is not None and len(behind) >= fewest:
            labelled.append((kind, [cells[column], *behind]))
    return labelled


def _kind(text: str) -> int | None:
    """Of which of the looks the heading is the heading, if it is one and nobody's name: N. Garmendia is no number."""
    if _INITIAL.match(text) and sense(text).leftover:
        return None
    return next((at for at, (meanings, _) in enumerate(_LOOKS) if sense(text).likeliest in meanings), None)


def _agrees(kind: int, row: Sequence[Cell]) -> bool:
    """Whether the cells look like what the heading says, and are no headings themselves."""
    values = [cell.text for cell in row[1:]]
    alike = sum(not traits(text).isdisjoint(_LOOKS[kind][1]) for text in values)
    lone = len(values) == 1  # Quinn, who is called like a word for players
    headings = sum(
        _kind(text) not in ((None, kind) if lone else (None,))
        or sense(text).garment_only
        or sense(text).false_friend is not None
        for text in values
    )
    return alike >= _MOSTLY * len(values) and headings * 2 < len(values)
