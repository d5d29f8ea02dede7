"""Whole columns of numbers or names for a garment that no row orders: asked about, for they may want that garment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.garments import fits, words
from roster_import.check.rows.messages import key_of, named
from roster_import.language.messages import capital, joined, say
from roster_import.model.layout import Meaning
from roster_import.model.workbook import at_heading
from roster_import.recognise.answer_sentences import MEANINGS
from roster_import.recognise.cell_kinds import says_nothing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.check.rows.column_plans import Plan
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Column

_FEW_GARMENTS = 3


def once_for_columns(
    layout: Layout, plan: Plan, columns: Mapping[int, Column], rows: Sequence[int], problems: Sequence[Problem]
) -> list[Problem]:
    """The problems; a column for the print of a garment that no row orders is asked about once, as it may want that garment."""
    left = {problem.cell for problem in problems if problem.code == "cell-unused"}
    asked: dict[str | None, Problem] = {}
    for column in layout.columns if left else ():
        if column.of and column.meaning in (Meaning.NAME, Meaning.NUMBER):
            held = columns.get(column.column)
            cells = [held.cell(row) for row in rows if row in held.texts] if held else []
            if all(cell.address in left for cell in cells if not says_nothing(cell.text)):
                asked |= dict.fromkeys((cell.address for cell in cells), _of_nothing_printed(layout, plan, column))
    return list(dict.fromkeys(asked.get(each.cell, each) if each.code == "cell-unused" else each for each in problems))


def _of_nothing_printed(layout: Layout, plan: Plan, column: ColumnReading) -> Problem:
    """A whole column of numbers or names for a garment that no row orders, or that is ordered without any print."""
    key, meaning = key_of(layout, column), column.meaning.value
    taken = any(other.meaning is column.meaning and other is not column for other in layout.columns)
    printed = say(
        'If it is {what}: --map "{key}={meaning}".', what=say(MEANINGS[column.meaning]), key=key, meaning=meaning
    )
    nothing = say('If it changes nothing: --map "{key}={meaning}".', key=key, meaning=Meaning.IGNORED.value)
    message = joined(_why(plan, column), *([] if taken else [printed]), *_on_another(plan, column, key), nothing)
    return at_heading(layout, column).error("column-unused", message)


def _on_another(plan: Plan, column: ColumnReading, key: str) -> list[str]:
    """That it may be printed on a garment that is called otherwise, of the few that have a column of their own."""
    about = words(column.of or "")
    garments = dict.fromkeys(garment.of for garment in plan.garments if garment.of)
    if len(garments) > _FEW_GARMENTS or any(fits(about, words(of)) for of in garments):
        return []
    return [
        say(
            'If it is printed on {of!r}: --map "{key}={meaning}:{of_it}".',
            of=of,
            key=key,
            meaning=column.meaning.value,
            of_it=of,
        )
        for of in garments
    ]


def _why(plan: Plan, column: ColumnReading) -> str:
    about, heading = words(column.of or ""), capital(named(column))
    if any(fits(about, words(garment.of)) for garment in plan.garments):
        return say(
            "{column} says what is printed on {of!r}, and what is ordered of that has no place for it.",
            column=heading,
            of=column.of,
        )
    return say(
        "{column} says what is printed on {of!r}, and no row orders it. If it should be ordered, add a column with its size, "
        "headed with its name.",
        column=heading,
        of=column.of,
    )
