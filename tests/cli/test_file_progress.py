"""How far a large file is, on a line of a terminal; elsewhere nothing of it is seen."""

from __future__ import annotations

import random
from pathlib import Path

import openpyxl
import pytest

from roster_import.cli import progress
from roster_import.cli.progress import FileProgress
from roster_import.pipeline.check import being_read
from roster_import.pipeline.session import FilesSoFar, Nobody
from roster_import.read import ReadOptions, for_many, read_workbook
from tests.pseudo_terminal import on_coloured_terminal

ROWS, WORDS = 1_500, 80  # of one cell: together more than a chunk of the sheet, and checked in no time


@pytest.fixture(scope="module")
def long_sheet(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.xlsx"
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("Notes")
    chance = random.Random(1)  # what repeats itself would be a small file
    for _ in range(ROWS):
        sheet.append([" ".join(str(chance.randrange(10**9)) for _ in range(WORDS))])
    workbook.save(path)
    return path


def said(so_far: FilesSoFar, passed: float = 2.4, language: str = "en") -> tuple[str, float | None]:
    clock = iter([0.0, passed])
    return FileProgress(so_far, lambda: language, lambda: next(clock)).state()


def test_the_line_says_how_many_rows_are_read_and_then_that_they_are_checked():
    so_far = FilesSoFar([Path("clubs/club.xlsx")])
    assert said(so_far) == ("reading club.xlsx, 0:02", None)
    so_far.hear(250, 1000)
    assert said(so_far) == ("club.xlsx: 250 of 1000 rows read, 0:02", 0.25)
    assert said(so_far, language="de") == ("club.xlsx: 250 von 1000 Zeilen gelesen, 0:02", 0.25)
    assert said(so_far, language="da") == ("club.xlsx: 250 af 1000 rækker læst, 0:02", 0.25)
    so_far.read = 1
    assert said(so_far, passed=61) == ("checking club.xlsx, 1:01", None)


def test_of_many_files_it_says_how_many_are_read():
    so_far = FilesSoFar([Path("a.xlsx"), Path("b.xlsx")])
    so_far.read = 1
    assert said(so_far) == ("1 of 2 files read, 0:02", 0.5)
    so_far.read = 2
    assert said(so_far) == ("checking 2 files, 0:02", None)


def at_once_on_terminal(desk, *args):
    """What a terminal shows where the line is drawn at once."""
    return on_coloured_terminal(desk, *args, columns=1000, world={"line_after": 0.0})[1]


def test_a_terminal_shows_it_and_clears_it_for_the_answer(desk, long_sheet):
    shown = at_once_on_terminal(desk, "check", long_sheet)
    assert shown.startswith("\r\x1b[Kreading long.xlsx, 0:00\r\x1b[K")
    drawn, _, answer = shown.rpartition("\r\x1b[K")
    assert "1 error. Nothing was sent." in answer
    assert "1 error" not in drawn


def test_of_a_small_file_a_terminal_shows_nothing(desk):
    desk.build()
    shown = at_once_on_terminal(desk, "check", "club.xlsx")
    assert "club.xlsx" in shown
    assert "\x1b[K" not in shown


def test_what_is_no_terminal_gets_the_same_bytes(desk, long_sheet, monkeypatch):
    usual = desk.quick("check", long_sheet)
    monkeypatch.setattr(progress, "AFTER", 0.0)
    at_once = desk.quick("check", long_sheet)
    assert (usual.out, usual.err) == (at_once.out, at_once.err)
    assert "\x1b" not in at_once.err + at_once.out


def test_whoever_looks_has_how_far_it_is(long_sheet):
    looked_at = list[FilesSoFar]()

    class Looking(Nobody):
        def files_begin(self, so_far: FilesSoFar) -> bool:
            looked_at.append(so_far)
            return True

        def files_end(self) -> None:
            looked_at.append(looked_at[0])

    with being_read([long_sheet], ReadOptions(), Looking()) as running:
        assert looked_at[0].read == 0
        assert len([*running.ended()]) == 1
        assert (looked_at[0].read, looked_at[0].rows, len(looked_at)) == (1, (ROWS, ROWS), 1)
    assert len(looked_at) == 2  # it was told that this is over


@pytest.mark.parametrize("files", [1, None], ids=["a process of its own", "forked"])
def test_the_rows_are_heard_of_in_order_and_the_cells_stay_the_same(long_sheet, files):
    heard = list[tuple[int, int]]()
    with for_many(ReadOptions(hear=lambda *rows: heard.append(rows)), files) as options:
        listened = read_workbook(long_sheet, options)
    assert listened == read_workbook(long_sheet)
    assert heard == sorted(heard)
    assert heard[-1] == (ROWS, ROWS)
    assert len(heard) > 1
