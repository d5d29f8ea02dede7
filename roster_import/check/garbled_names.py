"""Names whose letters a wrong encoding garbled, so that nobody's name would be printed: MÃœLLER."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.letters import LOST, letters_meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem

_PRINTED = (Meaning.NAME, Meaning.PLAYER, Meaning.LAST_NAME)


def garbled_names(rows: Sequence[RosterRow], lines: Sequence[Line]) -> Iterator[Problem]:
    """`letters-garbled`: an error at each name that would be printed so; `lines[i]` is the line of `rows[i]`."""
    for row, line in zip(rows, lines, strict=True):
        if not line.name.isascii() and LOST in line.name:
            meaning = next((each for each in _PRINTED if LOST in row.text(each)), Meaning.NAME)
            lost = say(
                "A letter of {text!r} was lost, and nothing would be printed for it. Type it again.",
                text=row.text(meaning),
            )
            yield row.problem("letters-garbled", lost, meaning)
        elif not line.name.isascii() and letters_meant(line.name):
            meaning = next((each for each in _PRINTED if letters_meant(row.text(each))), Meaning.NAME)
            text = row.text(meaning)
            meant = letters_meant(text)
            message = say(
                "The letters of {text!r} are garbled, and would be printed so. It was probably {meant!r}: write that, or export "
                "the list again.",
                text=text,
                meant=meant or "",
            )
            yield row.problem("letters-garbled", message, meaning, suggestion=meant)
