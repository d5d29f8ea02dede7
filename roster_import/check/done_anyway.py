"""Notes that ask for what is done anyway, of which nothing is to be said: surnames only, where the surnames are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.garments import clothes, words
from roster_import.recognise.print_words import PrintWish, says_only_of_print
from roster_import.recognise.said_phrases import words_of
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.order import DesignRef, Line
    from roster_import.model.problem import Problem


def without_what_is_done(
    problems: Sequence[Problem], lines: Sequence[Line], catalogue: Catalogue
) -> tuple[Problem, ...]:
    """The problems but for the warnings of notes that want of the print no more than what the lines of their sheet have."""
    return tuple(
        problem for problem in problems if not (_is_of_a_note(problem) and _is_done(problem, lines, catalogue))
    )


def _is_of_a_note(problem: Problem) -> bool:
    return problem.code == "text-may-change-order" and problem.level == "warning" and not problem.column


def _is_done(problem: Problem, lines: Sequence[Line], catalogue: Catalogue) -> bool:
    own = {line: _titles(line, catalogue) for line in lines if line.origin.sheet == problem.sheet}
    note = problem.value or ""
    garments = {
        word for text in (note, *own.values()) for word in words_of(text) if text != note or clothes(words(word))
    }
    wish = says_only_of_print(note, garments)
    if wish is PrintWish.SURNAMES:
        return any(line.name for line in own) and all(map(_has_the_surname, own))
    named = clothes(words(note))
    meant = [line for line, titles in own.items() if clothes(words(titles)) & named or not named]
    return wish is not None and bool(meant) and all(_is_printed_so(line, wish) for line in meant)


def _has_the_surname(line: Line) -> bool:
    """Whether no more is printed than how the player's name ends, or begins before a comma."""
    player, name = fold(line.player), fold(line.name)
    last_first = player.startswith(f"{name},")
    return not name or last_first or (player != name and player.endswith(f" {name}"))


def _is_printed_so(line: Line, wish: PrintWish) -> bool:
    """Whether what is wanted of names and numbers, or none of them, is what stands on its garments."""
    name = bool(line.name and set(line.designs) - set(line.nameless))
    number = bool(line.number and set(line.designs) - set(line.numberless))
    return {
        PrintWish.NO_NAMES: not name,
        PrintWish.NO_NUMBERS: not number,
        PrintWish.NO_PRINT: not (name or number),
        PrintWish.ONLY_NAMES: name and not number,
        PrintWish.ONLY_NUMBERS: number and not name,
    }[wish]


def _titles(line: Line, catalogue: Catalogue) -> str:
    return " ".join(_title(design, catalogue) for design in line.designs)


def _title(design: DesignRef, catalogue: Catalogue) -> str:
    entry = catalogue.entry_of(design)
    return (entry.title if entry else design.title) or ""
