"""The problems workbook: the user's own, each wrong cell marked with the reason on it, and a list of what to fix first."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from roster_import.language.advice import for_a_coach
from roster_import.language.messages import listed, say, say_n
from roster_import.language.translations import in_language
from roster_import.model.result_sheets import PROBLEMS_HEADINGS, PROBLEMS_SHEET, SIGNED
from roster_import.write.ooxml.cells import (
    ERROR,
    HEADER,
    LINK,
    MUTED,
    TITLE,
    WARNING,
    WRAPPED,
    CellEdit,
    NewSheet,
    SheetChange,
    Value,
    box,
)
from roster_import.write.ooxml.package import rewrite
from roster_import.write.results.original import digest, original

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Workbook

_WIDTHS: Final = (20, 68, 24, 22, 10)
_RULE: Final = "D5DCE4"
_TEXT: Final = replace(WRAPPED, top=True, line_below=_RULE, indent=1)
_QUIET: Final = replace(MUTED, wrap=True, top=True)
_LEVELS: Final = {"error": say("error"), "warning": say("warning")}
_WHAT_TO_DO: Final = say(
    "Click on a place to get to its cell, correct it there, save this workbook and send it again. This sheet and the coloured "
    "cells may stay: they are no part of the order."
)


def problems_workbook(
    source: bytes | None,
    workbook: Workbook,
    problems: Sequence[Problem],
    marker: str | None = None,
    language: str = "en",
    not_ordered: Sequence[str] = (),
    at: str = "",
) -> bytes:
    """The workbook with every problem's cell marked and explained, and the sheet “What to fix” before the others.

    `source` is the file's own bytes where it is a workbook that can be added to, None where its cells go into a new
    one. Marks of an earlier problems workbook are taken off. What is said is in the language, for the coach whose workbook
    it is, from whichever command it comes. `not_ordered` are sentences on what of the file is not ordered from. `at` is the
    time it is written, for answers in threads of comments. Raises `WriteError`.
    """
    book = original(workbook, source)
    changes = [
        SheetChange(name=name, cells=_marks(sheet, problems, language), unmarked=True, in_sight=True, noted_at=at)
        for sheet, name in book.names.items()
        if sheet not in book.ours
    ]
    listed = _list(problems, book.names, marker, language, not_ordered)
    return rewrite(book.content, add=(listed,), change=changes, remove=book.ours)


def owner(path: Path) -> str:
    """Whose problems they are: those of the file of that name."""
    return f"problems-{digest(path.stem.removesuffix('.problems'))}"


def state(problems: Sequence[Problem], language: str = "en", not_ordered: Sequence[str] = ()) -> str:
    """What they say: equal for two that would be written alike."""
    return digest(repr(problems) + ("" if language == "en" else language) + "".join(not_ordered))


def _marks(sheet: str, problems: Sequence[Problem], language: str) -> dict[tuple[int, int], CellEdit]:
    marks: dict[tuple[int, int], CellEdit] = {}
    # Errors last, so that a cell with both is marked as an error; the note says both.
    for problem in sorted(chain.from_iterable(map(_each, problems)), key=lambda problem: problem.level == "error"):
        place = box(problem.cell) if problem.sheet == sheet and problem.cell else None
        if place is None:
            continue
        said = [edit.note for edit in (marks.get(place[:2]),) if edit and edit.note]
        look = ERROR if problem.level == "error" else WARNING
        marks[place[:2]] = CellEdit(
            look=look, note="\n".join([*said, f"{'' if said else SIGNED}{_words(problem, language)}"])
        )
    return marks


def _each(problem: Problem) -> tuple[Problem, ...]:
    """The problem of each cell; at the first of many it says where the others are."""
    return (problem, *problem.each[1:])


def _list(
    problems: Sequence[Problem],
    names: Mapping[str, str],
    marker: str | None,
    language: str,
    not_ordered: Sequence[str],
) -> NewSheet:
    ordered = sorted(problems, key=lambda problem: _order(problem, list(names)))
    below = 4 + len(ordered)
    return NewSheet(
        name=in_language(PROBLEMS_SHEET, language),
        rows=(
            (CellEdit(value=in_language(_counted(problems), language), look=TITLE),),
            (CellEdit(value=in_language(_WHAT_TO_DO, language), look=replace(WRAPPED, top=True)),),
            tuple(
                CellEdit(value=text, look=replace(HEADER, indent=min(at, 1)))
                for at, text in enumerate(headings(language))
            ),
            *(tuple(_row(problem, names, language)) for problem in ordered),
            *((CellEdit(value=in_language(said, language), look=_QUIET),) for said in not_ordered),
        ),
        widths=_WIDTHS,
        merged=tuple((row, 1, row, len(_WIDTHS)) for row in (1, 2, *(below + at for at in range(len(not_ordered))))),
        frozen_rows=3,
        first=True,
        opened=True,
        tab_colour="C00000",
        marker=marker,
    )


def _order(problem: Problem, sheets: Sequence[str]) -> tuple[bool, int, int, int]:
    """Errors first; then as the workbook is read: what is about no sheet, the sheets, their rows, their columns."""
    sheet = sheets.index(problem.sheet) + 1 if problem.sheet in sheets else 0
    place = box(problem.cell) if problem.cell else None
    row, column = place[:2] if place else (problem.row or 0, 0)
    return problem.level != "error", sheet, row, column


def _counted(problems: Sequence[Problem]) -> str:
    """How much there is to do, as the first thing one reads."""
    levels = [problem.level for problem in problems]
    errors, warnings = levels.count("error"), levels.count("warning")
    return listed(
        [
            *([say_n("{count} error to correct", "{count} errors to correct", errors)] if errors else []),
            *([say_n("{count} warning to look at", "{count} warnings to look at", warnings)] if warnings else []),
        ]
    )


def headings(language: str) -> tuple[str, ...]:
    """The headings of the list in a language."""
    return tuple(in_language(heading, language) for heading in PROBLEMS_HEADINGS)


def _row(problem: Problem, names: Mapping[str, str], language: str) -> Iterable[CellEdit | Value]:
    yield _where(problem, names, language)
    yield CellEdit(value=_words(problem, language), look=_TEXT)
    yield CellEdit(value=problem.value or None, look=_TEXT)
    yield CellEdit(value=problem.suggestion, look=_TEXT)
    yield CellEdit(
        value=in_language(_LEVELS[problem.level], language),
        look=replace(ERROR if problem.level == "error" else WARNING, top=True, line_below=_RULE, indent=1),
    )


def _words(problem: Problem, language: str) -> str:
    """What is wrong in a coach's words: options and settings are the office's, which reads of them elsewhere."""
    return str(in_language(for_a_coach(problem.message), language))


def _where(problem: Problem, names: Mapping[str, str], language: str) -> CellEdit:
    name = names.get(problem.sheet or "")
    cell = problem.cell or (f"A{problem.row}" if problem.row else None)
    if name is None or cell is None or not re.fullmatch(r"[A-Z]+[0-9]+", cell):
        return CellEdit(value=in_language(problem.place or say("the file"), language), look=replace(_TEXT, indent=0))
    quoted = name.replace("'", "''")
    look = replace(LINK, top=True, wrap=True, line_below=_RULE)
    return CellEdit(value=in_language(problem.place, language), look=look, link=f"'{quoted}'!{cell}")
