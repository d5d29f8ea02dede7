"""Rows that say no quantity, on a list whose other rows say theirs, be it 1: one piece is ordered by each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.messages import named, rows_listed
from roster_import.language.messages import capital, say_n
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.problem import Problem

_MOSTLY = 0.5  # of the rows


def quantities_left_blank(rows: Sequence[RosterRow]) -> Iterator[Problem]:
    """`quantity-left-blank`: once for a sheet where most rows have a quantity, some of them 1; else a blank is one anyway."""
    by_column: dict[tuple[str, int], list[RosterRow]] = {}
    for row in rows:
        column = row.columns.get(Meaning.QUANTITY)
        if column and column.meaning is Meaning.QUANTITY and not column.of:
            by_column.setdefault((row.sheet, column.column), []).append(row)
    for counted in by_column.values():
        said = [row.text(Meaning.QUANTITY) for row in counted]
        blank = [row for row, text in zip(counted, said, strict=True) if not text]
        if blank and "1" in said and len(blank) < _MOSTLY * len(counted):
            yield _problem(blank)


def _problem(blank: Sequence[RosterRow]) -> Problem:
    where = list(dict.fromkeys(row.row for row in blank))
    message = say_n(
        "{rows} says no quantity under {column}, where others do: 1 piece is ordered. Fill in how many, unless that is right.",
        "{rows} say no quantity under {column}, where others do: 1 piece is ordered by each. Fill in how many, unless that is "
        "right.",
        len(where),
        rows=capital(rows_listed(where)),
        column=named(blank[0].columns[Meaning.QUANTITY]),
    )
    return blank[0].problem("quantity-left-blank", message, Meaning.QUANTITY, level="warning", rows=blank)
