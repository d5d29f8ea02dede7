"""What is wrong with a roster sheet as a whole: a column that is missing, no rows, a name column nobody explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows import layout_meanings
from roster_import.language.messages import listed, say
from roster_import.model.layout import Layout, Meaning
from roster_import.model.problem import Place
from roster_import.model.sheets import ROSTER
from roster_import.model.workbook import at_heading, column_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import ColumnReading
    from roster_import.model.problem import Problem


_HEADINGS = {column.key: column.heading for column in ROSTER.columns}


_PERSON = (Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME)


def missing_columns(layouts: Sequence[Layout], rows: Sequence[RosterRow]) -> tuple[Problem, ...]:
    """An error for each column without which nothing can be ordered: what, and in which size."""
    problems = []
    for layout in layouts:
        meanings = layout_meanings(layout)
        if not meanings & {Meaning.DESIGN, Meaning.LOGO}:
            problems.append(_column_missing(layout, "design", say("nothing says which garment each row is")))
        designs = any(row.sheet == layout.sheet and row.text(Meaning.DESIGN) for row in rows)
        if designs and Meaning.SIZE not in meanings:
            problems.append(_column_missing(layout, "size", say("a garment cannot be ordered without a size")))
    return tuple(problems)


def _column_missing(layout: Layout, key: str, why: str) -> Problem:
    column = _HEADINGS[key]
    message = say(
        "Sheet {sheet} has no {column} column, and {why}. Add a column headed {column}, or say which one it is with --map "
        '"HEADING={meaning}".',
        sheet=layout.sheet,
        column=column,
        why=why,
        meaning=key,
    )
    return Place(sheet=layout.sheet, row=layout.heading_row, column=str(column)).error("column-missing", message)


def empty_roster(layout: Layout) -> Problem:
    """The error of a roster that has headings and nothing beneath them."""
    message = say("Sheet {sheet} has headings but no rows beneath them. Fill in a row per garment.", sheet=layout.sheet)
    return Place(sheet=layout.sheet, row=layout.heading_row).error("roster-empty", message)


def unclear_name(layout: Layout, rows: Sequence[RosterRow]) -> Problem | None:
    """The question whether a lone name column is printed, where nothing says so: it is never guessed."""
    columns = [column for column in layout.columns if column.meaning in _PERSON]
    if not columns or any(column.meaning is Meaning.NAME for column in layout.columns):
        return None
    if not any(row.text(column.meaning) for row in rows for column in columns):
        return None
    names = _headings(columns)
    message = say(
        "{columns} holds names, and nothing says whether they are printed on the garments. Say so with --print-name "
        "as-written, --print-name surname or --print-name none, or add a column Name with what is printed.",
        columns=names,
    )
    return at_heading(layout, columns[0], names).error("print-name-unclear", message)


def _headings(columns: Sequence[ColumnReading]) -> str:
    return listed([column.heading or say("Column {letter}", letter=column_letter(column.column)) for column in columns])
