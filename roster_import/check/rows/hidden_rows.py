"""Rows that are hidden or filtered out: those that are ordered all the same, and those that lack what an order needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.rows.messages import rows_listed
from roster_import.language.messages import capital, say, say_n
from roster_import.model.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet, Workbook


def hidden_rows(sheet: Sheet, ordered: Sequence[int]) -> Iterator[Problem]:
    """A warning of the rows that nobody sees and that are ordered."""
    hidden = [row for row in ordered if row in sheet.hidden_rows]
    if hidden:
        message = say_n(
            "{rows} of sheet {sheet} is hidden or filtered out, and is ordered all the same. Unhide to see what is "
            "in there, and delete what is not wanted.",
            "{rows} of sheet {sheet} are hidden or filtered out, and are ordered all the same. Unhide to see what "
            "is in there, and delete what is not wanted.",
            len(hidden),
            rows=capital(rows_listed(hidden)),
            sheet=sheet.name,
        )
        yield Place(sheet=sheet.name, row=hidden[0]).warning("row-hidden", message)


def with_hidden_sizes(
    problems: Sequence[Problem], workbook: Workbook, layouts: Sequence[Layout]
) -> tuple[Problem, ...]:
    """The problems; of a hidden row without a size that is said, and that it may be deleted: it may be hidden for it.

    Where all the hidden rows of a sheet are such, none is ordered all the same.
    """
    hidden = {sheet.name: sheet.hidden_rows for sheet in workbook.sheets if sheet.hidden_rows}
    lacking = [each for each in problems if each.code == _NO_SIZE and each.row in hidden.get(each.sheet or "", ())]
    if not lacking:
        return tuple(problems)
    message = say(
        "The row is hidden or filtered out, and there is no size. Fill in the size if a garment is to be ordered here; otherwise "
        "delete the row."
    )
    told = {(each.sheet, each.row) for each in lacking}
    players = {(layout.sheet, row) for layout in layouts for row in layout.rows if row in hidden.get(layout.sheet, ())}
    left = {sheet for sheet, _ in players - told}
    return tuple(
        replace(each, message=message) if each.code == _NO_SIZE and (each.sheet, each.row) in told else each
        for each in problems
        if each.code != _HIDDEN or each.sheet in left
    )


_HIDDEN, _NO_SIZE = "row-hidden", "size-missing"
