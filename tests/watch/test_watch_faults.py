"""What once went wrong: ends that were not told, files counted too early, requests nobody counted, words for others."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import threading
from pathlib import Path

import pytest
from openpyxl import load_workbook

from roster_import.errors import NoAnswer
from roster_import.model.request import Request
from roster_import.pipeline import run as importer
from roster_import.place.place_order import place_order
from roster_import.place.send.http import Clock, Patience, Sender
from roster_import.targets import Access
from roster_import.watch import import_file
from roster_import.watch.folders import WatchedFolder
from roster_import.watch.journal.journal import Journal, Ticket
from roster_import.watch.order_system import Gate
from roster_import.watch.status import Status

WRONG = [("Smith", "Smith", "1O", "M", 1, "Away kit")]


@pytest.fixture
def stuck(inbox, monkeypatch):
    """Run once, the end of every file written down, none of them moved: as a kill at that moment leaves it."""

    def run():
        with monkeypatch.context() as patched:
            patched.setattr(WatchedFolder, "move", _fails)
            return inbox.once("--no-accept-warnings")

    return run


def _fails(*_):
    raise OSError(errno.EIO, "Input/output error")


def test_a_file_that_was_only_to_be_filed_is_answered_as_what_it_is(inbox, stuck):
    inbox.drop("warned.xlsx")
    assert stuck().status == 4
    run = inbox.once("--no-accept-warnings")
    assert run.status == 1
    place = f"{inbox.folder}/held/warned.xlsx"
    assert run.out.splitlines()[0] == (
        f"{place}: held, nothing was sent. It has 2 warnings, and files with warnings wait for a person."
    )
    assert run.out.splitlines()[-1] == f'  To order it all the same: roster-import release "{place}"'


def test_such_a_file_has_its_whole_document_too(inbox, stuck):
    inbox.drop("broken.xlsx", rows=WRONG)
    assert stuck().status == 4
    run = inbox.once("--json")
    (file,) = run.json["files"]
    assert (run.status, file["status"], file["path"], file["held"]) == (
        1, "problems", f"{inbox.folder}/failed/broken.xlsx", None,
    )  # fmt: skip
    assert file["problemsWorkbook"] == f"{inbox.folder}/failed/broken.problems.xlsx"
    assert "number-not-digits" in {one["code"] for one in file["problems"]}
    assert inbox.once("--json").json["files"] == []


def test_a_place_that_was_taken_meanwhile_is_told_as_it_is(inbox, stuck):
    inbox.drop("broken.xlsx", rows=WRONG)
    stuck()
    (inbox.folder / "failed" / "broken.xlsx").write_bytes(b"somebody's")
    run = inbox.once()
    assert run.out.startswith(f"{inbox.folder}/failed/broken.2.xlsx: ")
    assert f" marked in {inbox.folder}/failed/broken.problems.xlsx." in run.out
    assert (inbox.folder / "failed" / "broken.xlsx").read_bytes() == b"somebody's"


def test_a_file_that_is_stuck_in_processing_is_not_counted_as_done(inbox, stuck, sandbox):
    inbox.settings('metrics = "watch.prom"\n')
    inbox.drop("club.xlsx")
    inbox.once("--no-accept-warnings")
    inbox.desk.quick("release", inbox.folder / "held" / "club.xlsx")
    assert stuck().status == 4
    assert len(sandbox.orders()) == 1
    status = inbox.status()
    assert [one["outcome"] for one in status["today"]] == ["released"]
    assert [(one["path"], one["what"]) for one in status["processing"]] == [("club.xlsx", "Input/output error")]
    assert 'outcome="done"} 0' in (inbox.desk.folder / "watch.prom").read_text()
    assert inbox.once().status == 0
    assert [one["outcome"] for one in inbox.status()["today"]] == ["released", "done"]


def test_what_a_killed_watch_left_is_in_the_status():
    left = Ticket(id="1", path="a.xlsx", state="ended", place="done/a.xlsx", found_at="2026-11-21T09:12:00Z")
    begun = Ticket(id="2", path="b.xlsx", state="claimed", found_at="2026-11-21T09:12:00Z")
    document = Status(folder="inbox", heartbeat=None, alive=False, open=(left, begun)).document()
    assert [(one["path"], one["what"]) for one in document["processing"]] == [
        ("a.xlsx", "is to be put into done/a.xlsx"), ("b.xlsx", "is being worked on"),
    ]  # fmt: skip


def test_a_folder_in_held_that_cannot_be_read_is_said(inbox, monkeypatch):
    shut = inbox.folder / "held" / "fc"
    shut.mkdir()
    really = os.scandir

    def scandir(path="."):
        if Path(path) == shut:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    run = inbox.desk.quick("watch", inbox.folder, "--status", "--within", 900)
    assert run.status == 1
    assert "Held:\n  held/fc: the folder cannot be read: Permission denied\n" in run.out


def test_the_doctor_does_not_look_at_our_own_folders(inbox):
    folder = inbox.folder / "held"
    run = inbox.desk.quick("doctor", folder)
    assert (run.status, run.out, run.err) == (
        2,
        "",
        f"roster-import: {folder} is one of the watch's own folders in {inbox.folder}, or lies in one. Watch "
        f"{inbox.folder} instead; a held file is let go with roster-import release FILE. Nothing was done.\n",
    )


def test_nobody_who_only_has_a_folder_is_told_of_options(inbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    inbox.drop("club.xlsx")
    inbox.once()
    inbox.drop("club.xlsx", rows=[("Young", "Young", "3", "S", 1, "Away kit")])
    run = inbox.once("--json")
    (message,) = [one for one in webhook.messages if one["outcome"] == "failed"]
    (problem,) = [one for one in message["report"]["problems"] if one["level"] == "error"]
    assert problem["message"].endswith(
        " Give this order a reference of its own, and leave in it what is to be ordered now."
    )
    (marked,) = (inbox.folder / "failed").glob("*.problems.xlsx")
    cells = " ".join(str(cell) for sheet in load_workbook(marked) for row in sheet.values for cell in row)
    assert problem["message"] in cells
    assert problem["message"] in json.dumps(run.json, ensure_ascii=False)
    for text in (json.dumps(message), run.out, cells):
        assert "--new-order" not in text
        assert "amend" not in text


def test_every_request_on_the_wire_waits_for_its_turn(inbox, sandbox, monkeypatch):
    paced = 0
    really = Gate.pace

    async def pace(gate):
        nonlocal paced
        paced += 1
        await really(gate)

    monkeypatch.setattr(Gate, "pace", pace)
    sandbox.ask_for("place:503-bare*2")
    inbox.drop("club.xlsx")
    before = len(sandbox.requests())
    assert inbox.once().status == 0
    assert paced == len(sandbox.requests()) - before >= 4, "two that failed, one that was taken, one look at least"


def test_repeated_requests_keep_the_pace():
    now = [0.0]
    went: list[float] = []

    async def pace():
        now[0] += 1.0
        went.append(now[0])

    async def run():
        access = Access(url="http://127.0.0.1:9", headers={}, secrets=())
        async with Sender(access, timeout=5, in_flight=2, clock=Clock(sleep=_at_once), pace=pace) as sender:
            request = Request(method="POST", path="/api/order", headers={"Idempotency-Key": "k"}, body="{}")
            with pytest.raises(NoAnswer):
                await sender.send(request, lambda reply: reply, Patience(tries=4))

    asyncio.run(run())
    assert went == [1.0, 2.0, 3.0, 4.0]


async def _at_once(_: float) -> None:
    await asyncio.sleep(0)


def test_one_file_with_many_orders_has_no_more_under_way_than_all(inbox, sandbox, monkeypatch):
    under_way = most = 0

    async def placing(wanted, effects):
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        try:
            return await place_order(wanted, effects)
        finally:
            under_way -= 1

    monkeypatch.setattr(import_file, "place_order", placing)
    inbox.settings("orders_in_flight = 2\n")
    rows = [("", "", "", "M", 1, "Home kit", "", "", f"PO-{number}") for number in range(6)]
    inbox.drop("league.xlsx", order={"Delivery name": "A", "Delivery address": "B 1", "Delivery zip": "1",
                                     "Delivery city": "C", "Delivery country": "DK"}, rows=rows)  # fmt: skip
    run = inbox.once()
    assert run.status == 0, run.out
    assert len(sandbox.orders()) == 6
    assert most == 2


def test_a_journal_of_an_older_form_is_brought_up(tmp_path):
    import sqlite3

    path = tmp_path / "journal.sqlite3"
    Journal.open(path).close()
    old = sqlite3.connect(path)
    for table, column in (
        ("files", "told"),
        ("files", "answer"),
        ("files", "seen"),
        ("files", "check_at"),
        ("files", "looked_into"),
        ("files", "deaths"),
        ("messages", "told"),
    ):
        old.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    journal = Journal.open(path)
    journal.claimed(Ticket(id="1", path="a.xlsx", state="claimed"))
    assert journal.ticket("1").answer == {}
    journal.close()
    again = Journal.open(path)
    assert [one.path for one in again.open_tickets()] == ["a.xlsx"]
    again.close()


def test_a_lock_that_excel_keeps_closed_to_others_still_counts(inbox, monkeypatch):
    really = os.open

    def opened(path, *args, **kwargs):
        if Path(path).name.startswith("~$"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really(path, *args, **kwargs)

    inbox.drop("club.xlsx")
    (inbox.folder / "~$club.xlsx").write_bytes(b"\x04Anna")
    monkeypatch.setattr(os, "open", opened)
    assert inbox.once().status == 0
    (waiting,) = inbox.status()["waiting"]
    assert waiting["why"].startswith("open in Excel since ")
    assert inbox.files() == ["club.xlsx", "~$club.xlsx"]


@pytest.mark.drill
def test_workbooks_are_written_beside_the_loop_one_at_a_time(inbox, monkeypatch):
    """Else the heartbeat, the pace and every answer wait for them."""
    seen: list[tuple[str, bool]] = []
    writing = threading.Semaphore(1)

    def watched(what, really):
        def write(*args, **kwargs):
            seen.append((what, threading.current_thread() is threading.main_thread()))
            assert writing.acquire(blocking=False), "two at once"
            try:
                return really(*args, **kwargs)
            finally:
                writing.release()

        return write

    monkeypatch.setattr(importer, "write_results", watched("results", importer.write_results))
    monkeypatch.setattr(importer, "write_problems", watched("problems", importer.write_problems))
    for number in range(3):
        inbox.drop(f"good{number}.xlsx")
        inbox.drop(f"wrong{number}.xlsx", rows=WRONG)
    assert inbox.once().status == 1
    assert sorted(seen) == [("problems", False)] * 3 + [("results", False)] * 3
