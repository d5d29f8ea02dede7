"""How far a large file is, on a line of a terminal; elsewhere nothing of it is seen."""

from __future__ import annotations

import sys
from pathlib import Path

import openpyxl
import pytest

from roster_import.cli.progress import FileProgress
from roster_import.pipeline.check import being_read
from roster_import.pipeline.session import FilesSoFar, Nobody
from roster_import.read import ReadOptions, for_many, read_workbook
from tests.pseudo_terminal import on_coloured_terminal

ROWS = 30_000  # of one cell: more than a chunk of the sheet, and read in no time
AT_ONCE = "import roster_import.cli.progress as shown; shown.AFTER = 0.0; from roster_import.cli.main import run; run()"


@pytest.fixture(scope="module")
def long_sheet(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.xlsx"
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("Notes")
    for row in range(ROWS):
        sheet.append([row])
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


@pytest.fixture
def impatient(desk, monkeypatch):
    """The commands of this desk draw the line at once."""
    monkeypatch.setattr(desk, "command", lambda *args: [sys.executable, "-c", AT_ONCE, *map(str, args)], raising=False)
    return desk


def test_a_terminal_shows_it_and_clears_it_for_the_answer(impatient, long_sheet):
    _, shown = on_coloured_terminal(impatient, "check", long_sheet, columns=1000, afresh=True)
    assert shown.startswith("\r\x1b[Kreading long.xlsx, 0:00\r\x1b[K")
    drawn, _, answer = shown.rpartition("\r\x1b[K")
    assert "1 error. Nothing was sent." in answer
    assert "1 error" not in drawn


def test_of_a_small_file_a_terminal_shows_nothing(impatient):
    impatient.build()
    _, shown = on_coloured_terminal(impatient, "check", "club.xlsx", columns=1000, afresh=True)
    assert "club.xlsx" in shown
    assert "\x1b[K" not in shown


def test_what_is_no_terminal_gets_the_same_bytes(impatient, long_sheet):
    usual, patient = impatient.quick("check", long_sheet), impatient.run("check", long_sheet)
    assert (usual.out, usual.err) == (patient.out, patient.err)
    assert "\x1b" not in patient.err + patient.out


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
