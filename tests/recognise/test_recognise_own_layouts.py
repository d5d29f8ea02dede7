"""Whole sheets, in many languages and layouts, recognised without any configuration."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from layouts_beside_games import BESIDE_GAMES
from layouts_of_clubs import OF_CLUBS
from layouts_of_exports import EXPORTS
from layouts_of_our_own import LAYOUTS, OwnLayout
from layouts_of_programs import OF_PROGRAMS
from layouts_that_mislead import MISLEADING
from layouts_under_groups import UNDER_GROUPS
from layouts_with_notes import WITH_NOTES
from recognise_grids import described, sheet_of

from roster_import.model.workbook import FileFormat, Workbook, column_letter
from roster_import.recognise import Recognition, recognise

ALL = [*LAYOUTS, *EXPORTS, *MISLEADING, *OF_CLUBS, *WITH_NOTES, *BESIDE_GAMES, *OF_PROGRAMS, *UNDER_GROUPS]


@cache
def recognise_grid(grid: str) -> Recognition:
    return recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)))


def expected(layout: OwnLayout) -> dict[str, str]:
    parts = (part.strip().split(" ", 1) for part in layout.expect.split(";"))
    return {letter: meaning.replace("?", "") for letter, meaning in parts}


def row_numbers(text: str) -> tuple[int, ...]:
    spans = [tuple(map(int, part.split("-"))) for part in text.split()]
    return tuple(row for span in spans for row in range(span[0], span[-1] + 1))


@pytest.mark.parametrize("own", ALL, ids=lambda own: re.sub(r"\W+", "-", own.name))
def test_own_layout(own: OwnLayout) -> None:
    recognition = recognise_grid(own.grid)
    layouts = recognition.rosters
    assert layouts, recognition.problems
    assert described(layouts[0]) == expected(own)
    assert layouts[0].heading_row == own.heading_row
    assert not own.rows or tuple(row for layout in layouts for row in layout.rows) == row_numbers(own.rows)
    assert not own.kind or layouts[0].kind == own.kind
    assert not own.teams or [layout.team for layout in layouts] == own.teams.split("; ")


@pytest.mark.parametrize("own", ALL, ids=lambda own: own.name)
def test_what_may_change_the_order_is_asked_and_nothing_else(own: OwnLayout) -> None:
    recognition = recognise_grid(own.grid)
    unknown = [column_letter(question.column) for question in recognition.questions if question.held]
    assert " ".join(unknown) == own.asked
    assert "?" in own.expect or len(recognition.problems) == len(unknown)
