"""One person with one design on two sheets, as where a list has a sheet of changes: both would be ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rules.teams import Garment
from roster_import.check.rules.vocabulary import is_role, words
from roster_import.language.messages import say
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.order import DesignRef, Line
    from roster_import.model.problem import Problem

_WHOLE = 2  # words of a name by which nobody takes one person for another


def on_two_sheets(rows: Sequence[RosterRow], lines: Sequence[Line]) -> Iterator[Problem]:
    """`player-on-two-sheets`, at each row whose person has the same design on a sheet before it; `lines[i]` is of `rows[i]`."""
    if len({row.sheet for row in rows}) < len(("one", "other")):
        return
    first: dict[tuple[frozenset[str], DesignRef, str], Garment] = {}
    for row, line in zip(rows, lines, strict=True):
        who = words(line.player or line.name)
        for design in line.designs if len(who) >= _WHOLE and not any(map(is_role, who)) else ():
            garment = Garment(row=row, line=line, design=design)
            before = first.setdefault((who, design, line.reference), garment)
            if before.row.sheet != row.sheet:
                yield _told(before, garment)


def _told(before: Garment, garment: Garment) -> Problem:
    told = {"who": garment.who, "label": garment.label, "spot": before.spot(Meaning.SIZE, garment)}
    if before.line.size.casefold() == garment.line.size.casefold():
        message = say(
            "{who} is down for {label} here and at {spot}: both are ordered. Delete the row that no longer holds, unless both "
            "are meant.",
            **told,
        )
    else:
        message = say(
            "{who} is down for {label} in size {size} here, and in size {first_size} at {spot}: both are ordered. Delete the row "
            "that no longer holds, unless both are meant.",
            size=garment.line.size,
            first_size=before.line.size,
            **told,
        )
    return garment.warn("player-on-two-sheets", message, Meaning.SIZE, of=(before, garment))
