"""Cells and packages that are made to keep the program busy: each ends soon, and has an answer."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from openpyxl import Workbook

from tests.strangers.office import TRACES

SOON = 20.0  # seconds, on a busy machine; what runs away takes years
CELLS = (
    "x" * 40, "extra " * 40, "x-" * 60, "1x" * 40, "〃" * 60 + "!", "7" + " " * 30_000 + "!", "a" * 30_000, "(a)" * 10_000,
    "@a." * 9_000, "nr. " * 8_000, "a\u0301" * 15_000, " --map Say which: " * 1_500,
)  # fmt: skip


def test_no_cell_keeps_the_program_busy(office):
    book = Workbook()
    book.active.append(["Player", "Name", "Number", "Size", "Quantity", "Design", CELLS[-1]])
    for cell in CELLS:
        book.active.append(["Ada", *[cell] * 6])
    saved = io.BytesIO()
    book.save(saved)
    began = time.monotonic()
    run = office.run("check", office.file("club.xlsx", saved.getvalue()), timeout=SOON)
    assert time.monotonic() - began < SOON
    assert run.status == 1
    assert "given up" not in run.out
    assert not any(trace in run.out + run.err for trace in TRACES)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_unpacks_at_one_call_is_never_unpacked(office, method):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as package:
        package.writestr("[Content_Types].xml", b"<Types/>")
        package.writestr("xl/workbook.xml", bytes(20_000_000))
    run = office.run("check", office.file("club.xlsx", packed.getvalue()), timeout=SOON)
    assert run.status == 1
    assert "club.xlsx is packed in a way no spreadsheet program packs its files, so it was not read" in run.out


def test_a_file_of_more_cells_than_allowed_is_refused_soon(office):
    began = time.monotonic()
    run = office.run("check", office.file("club.csv", "Player;Size\n" + "Ada;M\n" * 600_000), timeout=SOON)
    assert time.monotonic() - began < SOON
    assert run.status == 1
    assert (
        "club.csv has more cells than a roster ever has (at most 1000000 filled cells and 2000 columns are read)"
        in run.out
    )


def test_how_many_cells_are_allowed_is_a_setting(office):
    office.environment["ROSTER_IMPORT_FILE_CELLS"] = "5"
    run = office.run("check", office.file("club.csv", "Player;Size\n" + "Ada;M\n" * 2), timeout=SOON)
    assert "club.csv has more cells than a roster ever has (at most 5 filled cells" in run.out
