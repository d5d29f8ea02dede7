"""Rows that name nobody, right below a player who orders another garment: whose shirt it is, the coach left to be guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.messages import rows_listed
from roster_import.language.messages import capital, listed, say
from roster_import.model.by_column import gathered
from roster_import.model.layout import NAMES, Meaning
from roster_import.model.order import LogoKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.order import DesignRef, Line
    from roster_import.model.problem import Problem


def nobodys_rows(rows: Sequence[RosterRow], lines: Sequence[Line], catalogue: Catalogue) -> Iterator[Problem]:
    """`print-left-blank`: once for each garment that could be printed, the rows of it that say neither who nor what.

    `lines[i]` is the line of `rows[i]`. A row more of the garment of the player above is one to spare, and so may be a single
    one of another.
    """
    below: list[tuple[str, str]] = []
    nobodys: list[RosterRow] = []
    above: tuple[RosterRow, Line] | None = None
    for row, line in zip(rows, lines, strict=True):
        if not _is_nobodys(line):
            above = row, line
        elif (
            above and _follows(row, above[0]) and _orders_another(line, above[1]) and _are_printed(row, line, catalogue)
        ):
            nobodys.append(row)
            below.append((row.sheet, listed([ref.label for ref in line.designs])))
    alike = gathered(below, nobodys).items()
    yield from (_left_blank(same, title) for (_, title), same in alike if len(same) > 1)


def _is_nobodys(line: Line) -> bool:
    return not (line.player or line.name or line.number or line.values)


def _follows(row: RosterRow, above: RosterRow) -> bool:
    return row.sheet == above.sheet and type(row.row) is int and row.row - 1 == above.row


def _orders_another(line: Line, above: Line) -> bool:
    return {ref.label for ref in line.designs}.isdisjoint(ref.label for ref in above.designs)


def _are_printed(row: RosterRow, line: Line, catalogue: Catalogue) -> bool:
    named = bool(NAMES & row.columns.keys())
    return named and any(_has_a_place(design, catalogue) for design in line.designs)


def _has_a_place(design: DesignRef, catalogue: Catalogue) -> bool:
    entry = catalogue.entry_of(design)
    return entry is not None and any(entry.placeholders.carries(kind) for kind in (LogoKind.NAME, LogoKind.NUMBER))


def _left_blank(rows: Sequence[RosterRow], title: str) -> Problem:
    message = say(
        "{rows} order {design} for nobody, each below a player who orders something else, so nothing is printed on them. If "
        "they are for those players, fill in the names and the numbers there, too; leave them empty if they are to spare.",
        rows=capital(rows_listed([row.row for row in rows])),
        design=title,
    )
    meaning = next(meaning for meaning in (Meaning.NAME, *NAMES) if meaning in rows[0].columns)
    return rows[0].problem("print-left-blank", message, meaning, level="warning", rows=rows)
