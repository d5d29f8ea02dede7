"""The results that a worker writes are those that the run itself would have written, whatever it was told and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from roster_import.place.ledger.ledger import Ledger
from roster_import.sandbox import SandboxOptions, start
from tests.conftest import ORDER, Desk, connected

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ("Name", "Trik.-Bez.", "Size", "Qty")


def cells(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that stands in a workbook, with how it looks; but for what no two orders have in common."""
    workbook = load_workbook(path)
    own = {cell.column for cell in workbook["Results"][1] if cell.value in ("Tracking ID", "Placed at")}
    return {
        sheet.title: [
            (cell.coordinate, cell.value, cell.fill.fgColor.rgb, cell.font.b, cell.comment and cell.comment.text)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None and not (sheet.title == "Results" and cell.row > 1 and cell.column in own)
        ]
        for sheet in workbook
    }


@pytest.fixture
def desks(tmp_path: Path, address: str):
    """Two desks that know nothing of each other, the second with a shared ledger; each with an order system of its own."""
    with start(SandboxOptions(delay=0.02)) as first, start(SandboxOptions(delay=0.02)) as second:
        offices = []
        for name, url, more in (("alone", first.url, {}), ("shared", second.url, {"ROSTER_IMPORT_LEDGER": address})):
            (tmp_path / name).mkdir()
            offices.append(connected(tmp_path / name, url, **more))
        yield offices


def both(desks: list[Desk], *options: str) -> list[dict[str, list[tuple[Any, ...]]]]:
    """The results of the same file, placed at once by one desk, and by a worker of the other that was told nothing."""
    alone, shared = desks
    placed = alone.quick("import", "--yes", *options, "--json", "club.xlsx")
    assert placed.file["status"] == "placed", placed
    queued = shared.quick("import", "--enqueue", "--yes", *options, "--json", "club.xlsx")
    assert queued.file["status"] == "queued", queued
    elsewhere = shared.folder / "elsewhere"
    elsewhere.mkdir()
    worker = Desk(elsewhere, shared.environment)
    worked = worker.run("worker", "--once")
    assert worked.status == 0, worked.err
    return [cells(desk.folder / "club.results.xlsx") for desk in desks]


def test_a_worker_writes_what_the_run_would_have_written(desks):
    for desk in desks:
        desk.build()
    alone, shared = both(desks)
    assert alone == shared


def test_it_is_told_what_the_run_was_told(desks):
    order = {name: value for name, value in ORDER.items() if name != "Delivery contact person"}
    for desk in desks:
        desk.build(rows=[("Anna", "7", "M", 1), ("Bo", "8", "L", 1)], headings=HEADINGS, order=order)
        desk.settings('[delivery]\ncontact_person = "Kirsten"\n')
    alone, shared = both(desks, "--map", "Trik.-Bez.=number", "--print-name", "none", "--design", "Away kit")
    assert alone == shared
    assert any("order number" in str(value).casefold() for _, value, *_ in shared["Roster"])  # each row says its own


def test_what_was_answered_for_the_queue_is_not_asked_again(desks):
    _, office = desks
    office.build("a.xlsx", [("Anna", "7", "M", 1)], headings=HEADINGS, order={**ORDER, "Reference": "PO-1"})
    office.build("b.xlsx", [("Bo", "8", "L", 1)], headings=HEADINGS, order={**ORDER, "Reference": "PO-2"})
    told = ("--map", "Trik.-Bez.=number", "--print-name", "none", "--design", "Away kit")
    assert office.quick("import", "--enqueue", "--yes", "--json", "b.xlsx").file["status"] == "problems"
    assert office.quick("import", "--enqueue", "--yes", *told, "--json", "a.xlsx").file["status"] == "queued"
    assert office.quick("import", "--enqueue", "--yes", "--json", "b.xlsx").file["status"] == "queued"


def test_what_stands_in_the_queue_holds_nothing_that_nobody_mapped(desks, address):
    _, office = desks
    rows = [("Anna", "7", "M", 1, "anna@example.com")]
    office.build(rows=rows, headings=(*HEADINGS, "Parents"))
    told = ("--map", "Trik.-Bez.=number", "--print-name", "none", "--design", "Away kit", "--map", "Parents=ignored")
    assert office.quick("import", "--enqueue", "--yes", *told, "--json", "club.xlsx").file["status"] == "queued"
    with Ledger.open(address) as ledger:
        (row,) = ledger.ask(lambda database: database.execute("SELECT told FROM queued").fetchall())
    assert "Trik.-Bez." in row["told"]
    assert "Anna" not in row["told"]
    assert "anna@" not in row["told"]
