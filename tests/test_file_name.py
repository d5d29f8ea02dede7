"""Names that Windows keeps for itself are not written, on any system."""

from __future__ import annotations

import pytest

from roster_import.model.file_name import portable_name
from roster_import.watch.file_names import kept_path


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("CON.xlsx", "CON_.xlsx"),
        ("aux.csv", "aux_.csv"),
        ("nul", "nul_"),
        ("Com1.results.xlsx", "Com1_.results.xlsx"),
        ("lpt² .xlsx", "lpt²_.xlsx"),
        ("club.xlsx. .", "club.xlsx"),
        ("...", "_"),
        ("console.xlsx", "console.xlsx"),
        ("com10.xlsx", "com10.xlsx"),
        ("FC Con.xlsx", "FC Con.xlsx"),
    ],
)
def test_names_that_every_system_can_carry(name, written):
    assert portable_name(name) == written
    assert portable_name(written) == written


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("aux/CON.xlsx", "aux_/CON_.xlsx"),
        ("processing/processing/a.xlsx", "a.xlsx"),
        ("FC Køge. /a\n.csv", "FC Køge/a_.csv"),
    ],
)
def test_the_path_of_a_watched_file(path, kept):
    assert kept_path(path) == kept_path(kept) == kept


@pytest.mark.parametrize(("name", "beside"), [("CON.xlsx", "CON_.results.xlsx"), ("aux.csv", "aux_.results.xlsx")])
def test_what_is_written_beside_a_file(desk, sandbox, name, beside):
    made = desk.build()
    if name.endswith(".csv"):
        made = desk.folder / "made.csv"
        made.write_text(
            "Reference,Name,Number,Size,Design,Delivery name,Delivery address,Delivery zip,Delivery city,Delivery country\n"
            "PO-1,Smith,7,M,MUL327187,A,B 1,1000,C,DK\n"
        )
    made.rename(desk.folder / name)
    run = desk.quick(name, "--yes", "--print-name", "as-written", "--json")
    assert (run.status, run.file["results"]) == (0, beside), run.out
