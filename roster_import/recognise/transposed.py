"""Rosters that lie on their side: the headings one below the other, the players side by side.

They are not read, as every address of theirs would stand on its head; a person is told how to turn them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say
from roster_import.model.layout import Meaning
from roster_import.model.problem import Place
from roster_import.model.workbook import column_letter
from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.headings import sense

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet

M, T = Meaning, Trait
_LOOKED_AT = 3  # columns from the left, and
_DEEP = 40  # rows from the top, in which the headings may stand
_FEWEST_PLAYERS = 3
_MOSTLY = 0.7
_PERSON = frozenset({M.PLAYER, M.NAME, M.FIRST_NAME, M.LAST_NAME})
# What the cells beside a heading must look like to agree with it.
_LOOKS = (
    (_PERSON, (T.NAME,)),
    (frozenset({M.NUMBER}), (T.JERSEY,)),
    (frozenset({M.SIZE}), (T.LETTER_SIZE, T.NUMBER_SIZE)),
)


def lies_across(sheet: Sheet) -> Problem | None:
    """The problem of a sheet whose players stand side by side: names, and numbers or sizes, agree with it."""
    for column in sorted({cell.column for cell in sheet.cells})[:_LOOKED_AT]:
        labelled = _labelled(sheet, column)
        agreeing = {kind for kind, row in labelled if _agrees(kind, row)}
        if 0 in agreeing and len(agreeing) > 1:
            return _problem(sheet, column, [row[0] for _, row in labelled])
    return None


def _labelled(sheet: Sheet, column: int) -> list[tuple[int, Sequence[Cell]]]:
    """The headings in the column: of which kind each is, and its cell with those to the right of it."""
    found: list[tuple[int, Sequence[Cell]]] = []
    for cells in list(sheet.rows.values())[:_DEEP]:
        kind = _kind(cells[column].text) if column in cells else None
        behind = [cells[at] for at in sorted(cells) if at > column]
        if kind is not None and len(behind) >= _FEWEST_PLAYERS:
            found.append((kind, [cells[column], *behind]))
    return found


def _kind(text: str) -> int | None:
    """Of which of the looks the heading is the heading, if it is one."""
    said: Mapping[Meaning, float] = sense(text).points
    best = max(said, key=lambda meaning: said[meaning], default=None)
    return next((at for at, (meanings, _) in enumerate(_LOOKS) if best in meanings), None)


def _agrees(kind: int, row: Sequence[Cell]) -> bool:
    """Whether the cells look like what the heading says, and are no headings themselves."""
    values = [cell.text for cell in row[1:]]
    alike = sum(not traits(text).isdisjoint(_LOOKS[kind][1]) for text in values)
    headings = sum(_kind(text) is not None for text in values)
    return alike >= _MOSTLY * len(values) and headings * 2 < len(values)


def _problem(sheet: Sheet, column: int, labels: Sequence[Cell]) -> Problem:
    first = labels[0]
    message = say(
        "On sheet {sheet} the players stand side by side, with {headings} in column {letter}. They are read one below the "
        "other: copy the table, paste it transposed (in Excel: Paste Special, Transpose) on an empty sheet, and delete the "
        "old one.",
        sheet=sheet.name,
        headings=listed([say("{name!r}", name=cell.text) for cell in labels]),
        letter=column_letter(column),
    )
    return Place(sheet=sheet.name, cell=first.address, row=first.row).error("roster-across", message)
