"""What most rows say and one does not: a size that was forgotten looks like a garment that is not wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.rows.garments import clothes, is_for_keepers, words
from roster_import.check.rows.messages import named, rows_listed
from roster_import.language.messages import capital, listed, say, say_n
from roster_import.model.by_column import gathered
from roster_import.model.layout import Meaning
from roster_import.model.problem import Origin
from roster_import.model.workbook import Cell, at_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.check.rows.column_plans import Garment, Plan
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Column

_LEAST, _MOST = 5, 0.75  # how many, and what share of all, make an exception of the rest
_PERSON = ((Meaning.PLAYER,), (Meaning.FIRST_NAME, Meaning.NAME_PREFIX, Meaning.LAST_NAME), (Meaning.NAME,))


def is_most(some: int, of: int) -> bool:
    """Whether so many are the rule, and the rest may be a slip."""
    return some >= _LEAST and some >= _MOST * of


def garments_left_blank(
    layout: Layout, plan: Plan, columns: Mapping[int, Column], rows: Sequence[int]
) -> Iterator[Problem]:
    """`garment-left-blank`: of the rows, those of people without a size of what most of them have.

    A size alone says there that the garment is wanted. Where a mark or Design says it, that was answered. Who wants none of
    several garments is no slip; where a list has but one (`of_one_garment`), a row without its size may be one.
    """
    for garment in plan.garments if plan.design is None else ():
        if garment.mark is None:
            filled = {*_rows_with(garment.sizes, columns), *_keepers(plan, garment, columns, rows)}
            having = [row for row in rows if row in filled]
            if len(having) < len(rows) and is_most(len(having), len(rows)):
                people = {row: _who(plan, columns, row) for row in rows if row not in filled}
                share = len(having), len(rows)
                yield from (_blank(layout, garment, row, who, share) for row, who in people.items() if who)


def _rows_with(sizes: Iterable[ColumnReading], columns: Mapping[int, Column]) -> set[int]:
    return {row for each in sizes if (column := columns.get(each.column)) for row in column.texts}


def _keepers(plan: Plan, garment: Garment, columns: Mapping[int, Column], rows: Sequence[int]) -> set[int]:
    """The rows with a goalkeeper's size beside those of a garment of the others: who has one there needs none here.

    Where most have one, it says nothing of the rest.
    """
    about = words(garment.of)
    theirs = (
        each for each in plan.garments if is_for_keepers(words(each.of)) and clothes(words(each.of)) & clothes(about)
    )
    keepers = {row for each in theirs for row in _rows_with(each.sizes, columns)}.intersection(rows)
    return set() if is_for_keepers(about) or is_most(len(keepers), len(rows)) else keepers


def of_one_garment(plan: Plan) -> bool:
    """Whether a size column of one garment is all that says what a row orders."""
    return len(plan.garments) == 1 and plan.garments[0].mark is None and plan.design is None


def _who(plan: Plan, columns: Mapping[int, Column], row: int) -> str:
    for meanings in _PERSON:
        places = [each.column for meaning in meanings for each in plan.person.get(meaning, ())[:1]]
        if who := " ".join(columns[at].texts[row] for at in places if at in columns and row in columns[at].texts):
            return who
    return ""


def _blank(layout: Layout, garment: Garment, row: int, who: str, share: tuple[int, int]) -> Problem:
    column, (having, of) = garment.sizes[0], share
    message = say(
        "Nothing stands under {column} for {who}, while {count} of {all} rows have a size there, so none is ordered here. Fill "
        "in the size, unless none is wanted.",
        column=named(column),
        who=who,
        count=having,
        all=of,
    )
    return at_cell(layout.sheet, Cell(row=row, column=column.column, text=""), column.heading).warning(
        "garment-left-blank", message
    )


def designs_left_blank(
    layout: Layout, plan: Plan, columns: Mapping[int, Column], rows: Sequence[int]
) -> Iterator[Problem]:
    """`design-left-blank`: the rows that name no design beside others that do, and are ordered as said of every row."""
    design = plan.design if plan.every_row else None
    naming = [columns[each.column].texts for each in (*plan.designs, *plan.logos) if each.column in columns]
    blank = [row for row in rows if not any(row in texts for texts in naming)]
    if design and blank:
        message = say_n(
            "{rows} names nothing under {column} and is ordered as {design}, as was said of every row. Fill in what is wanted "
            "there, if it is something else.",
            "{rows} name nothing under {column} and are ordered as {design}, as was said of every row. Fill in what is wanted "
            "there, if it is something else.",
            len(blank),
            rows=capital(rows_listed(blank)),
            column=named(design),
            design=plan.every_row,
        )
        place = at_cell(layout.sheet, Cell(row=blank[0], column=design.column, text=""), design.heading)
        yield place.problem(
            "warning",
            "design-left-blank",
            message,
            also=tuple(Origin(sheet=layout.sheet, row=row) for row in blank[1:]),
        )


_NO_PLACE = frozenset({"name-not-printable", "number-not-printable"})


def with_print_that_waits(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems, where a garment was left blank and what else its row orders has no place for the name and number.

    To empty these would lose the print: the missing size is the error there, `print-without-garment`, and not they.
    """
    blank = {problem.rows[0]: problem for problem in reversed(problems) if problem.code == "garment-left-blank"}
    waiting = [problem for problem in problems if problem.code in _NO_PLACE and problem.rows[0] in blank]
    by_row = gathered((problem.rows[0] for problem in waiting), waiting)
    errors = {blank[row]: _print_without(blank[row], lost) for row, lost in by_row.items()}
    gone = frozenset(waiting)
    return tuple(errors.get(problem, problem) for problem in problems if problem not in gone)


def _print_without(blank: Problem, lost: Sequence[Problem]) -> Problem:
    message = say(
        "There is no size here, where most rows have one, and nothing else that this row orders has a place for {texts} "
        "({cells}). Fill in the size, or empty {cells} if none is wanted.",
        texts=listed([say("{value!r}", value=problem.value) for problem in lost]),
        cells=listed([problem.cell or "" for problem in lost]),
    )
    return replace(blank, level="error", code="print-without-garment", message=message)
