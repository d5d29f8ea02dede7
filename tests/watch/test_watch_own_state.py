"""The watch's own state lies beside the ledger: found again whatever the folder is called, and never taken from the folder."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from roster_import.watch import heartbeat
from roster_import.watch.own_state import mark_of
from tests.conftest import connected, until
from tests.watch.conftest import Inbox
from tests.watch.test_watch_journal_of_before import restore

if TYPE_CHECKING:
    from pathlib import Path


def mark(folder):
    return folder / ".roster-import" / "folder-id"


def test_a_folder_that_was_renamed_is_the_same(inbox, sandbox):
    inbox.drop("club.xlsx")
    inbox.once("--no-accept-warnings")
    journal = inbox.journal
    inbox.folder = inbox.folder.rename(inbox.folder.with_name("renamed"))
    inbox.drop("late.xlsx")
    assert "were here before" not in inbox.once().err
    assert inbox.journal == journal
    assert [file["path"] for file in inbox.status()["held"]] == ["held/club.xlsx"]
    assert inbox.desk.quick("release", inbox.folder / "held" / "club.xlsx").status == 0
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 2


@pytest.mark.parametrize("left", [None, b"nonsense", b"\0" * 10])
def test_a_mark_that_somebody_took_away_is_set_again(inbox, left):
    before = mark(inbox.folder).read_text()
    mark(inbox.folder).unlink()
    if left is not None:
        mark(inbox.folder).write_bytes(left)
    run = inbox.once()
    if left is None:
        assert mark(inbox.folder).read_text() == before
        assert run.status == 0
    else:
        assert f"{mark(inbox.folder)} cannot be read: remove it" in run.err


def test_a_mark_of_another_folder_stops_the_watch_and_is_said(inbox, sandbox):
    mark(inbox.folder).write_text("0" * 32)
    inbox.drop("club.xlsx")
    run = inbox.once()
    assert run.status == 4
    assert (f"{inbox.folder} carries another mark than when it was watched before: is the right share there? If it is meant, "
            "start with --accept-existing.") in run.err  # fmt: skip
    assert sandbox.orders() == []
    assert inbox.once("--accept-existing").status == 0
    assert len(sandbox.orders()) == 1
    assert inbox.once().status == 0


def test_a_copy_of_a_watched_folder_is_no_second_one(inbox, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(inbox.folder, copy)
    run = inbox.desk.quick("watch", copy, "--once")
    assert run.status == 4
    assert (f"{copy} carries the same mark as {inbox.folder}, as a copy of it does: remove .roster-import/folder-id from the "
            "one that is the copy.") in run.err  # fmt: skip
    mark(copy).unlink()
    assert inbox.desk.quick("watch", copy, "--once").status == 0
    assert mark_of(copy) != mark_of(inbox.folder)


def test_a_state_in_the_watched_folder_is_refused(inbox):
    inbox.settings(f'state = "{inbox.folder}/.roster-import"\n')
    run = inbox.once()
    assert run.status == 2
    assert "lies in the watched folder: whoever may write there could write it." in run.err


@pytest.fixture
def elsewhere(inbox, sandbox, tmp_path):
    """The same folder, watched from another machine: another ledger, another state."""
    (tmp_path / "elsewhere").mkdir()
    other = Inbox(connected(tmp_path / "elsewhere", sandbox.url), inbox.folder, inbox.references)
    other.settings("")
    return other


def claimed_elsewhere(inbox, elsewhere, process):
    """A file that a watch on another machine has claimed, and not gone on with."""
    elsewhere.once()
    database = sqlite3.connect(elsewhere.journal)
    (watch,) = database.execute("SELECT value FROM meta WHERE name = 'name'").fetchone()
    database.close()
    claim = inbox.folder / "processing" / "20260101-000000-abcdef"
    claim.mkdir()
    inbox.drop("club.xlsx").rename(claim / "club.xlsx")
    (claim / "claim.json").write_text(json.dumps({"path": "club.xlsx", "process": process, "watch": watch}))
    return inbox.folder / ".roster-import" / f"alive-{watch}"


def test_what_another_machine_works_on_is_left_to_it(inbox, elsewhere, sandbox):
    alive = claimed_elsewhere(inbox, elsewhere, "elsewhere/1/1")
    run = inbox.once()
    assert (run.status, run.out) == (0, "")
    assert inbox.files() == [
        "processing/20260101-000000-abcdef/claim.json",
        "processing/20260101-000000-abcdef/club.xlsx",
    ]
    alive.write_text("1.0")  # it was last alive in 1970
    run = inbox.once()
    assert "club.xlsx: another watch had it and is gone." in run.err
    assert inbox.files() == ["done/club.results.xlsx", "done/club.xlsx"]
    assert len(sandbox.orders()) == 1
    assert elsewhere.once().status == 0
    assert elsewhere.files() == ["done/club.results.xlsx", "done/club.xlsx"]


@pytest.mark.drill
def test_two_machines_share_the_work(inbox, elsewhere, sandbox, webhook):
    for each in (inbox, elsewhere):
        each.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    elsewhere.once()
    with inbox.watching(), elsewhere.watching():
        for number in range(8):
            inbox.drop(f"a{number}.xlsx")
        until(lambda: sum(name.startswith("done/") for name in inbox.files()) == 16)
        until(lambda: len(webhook.messages) == 8)
    assert len(sandbox.orders()) == 8
    assert len({message["path"] for message in webhook.messages}) == 8


def test_release_where_nobody_watches_says_where_to_call_it(inbox, elsewhere):
    inbox.drop("club.xlsx")
    inbox.once("--no-accept-warnings")
    run = elsewhere.desk.quick("release", inbox.folder / "held" / "club.xlsx")
    assert (run.status, run.err) == (
        2,
        f"roster-import: {inbox.folder} is not watched from here. Call roster-import release on the machine that watches it, "
        "as the user of the watch.\n",
    )


def test_a_journal_in_the_folder_that_was_not_written_from_here_is_not_heeded(tmp_path, sandbox):
    fresh = Inbox(connected(tmp_path, sandbox.url), tmp_path / "inbox")
    (fresh.folder / ".roster-import").mkdir(parents=True)
    restore(fresh.folder / ".roster-import" / "journal.sqlite3")
    fresh.settings("")
    run = fresh.once()
    assert f"{fresh.folder}/.roster-import/journal.sqlite3 was not written from here: it is not heeded." in run.err
    assert fresh.status()["held"] == []


def test_of_a_journal_that_is_brought_over_nothing_leads_out(inbox, webhook):
    shutil.rmtree(inbox.journal.parent)
    path = inbox.folder / ".roster-import" / "journal.sqlite3"
    restore(path)
    database = sqlite3.connect(path)
    out = json.dumps([["processing/20261128-080000-abcdef/late.xlsx", "../../out/late.xlsx"]])
    database.execute("UPDATE files SET moves = ? WHERE state = 'ended'", (out,))
    database.execute("UPDATE messages SET content = json_set(content, '$.attach', '../ledger.sqlite3')")
    database.commit()
    database.close()
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    run = inbox.once()
    assert f"The watch's journal was moved out of the folder, to {inbox.journal}: " in run.err
    assert "7 entries of it led out of the folder and are not heeded." in run.err
    assert webhook.messages == []
    assert not path.exists()
    assert "moved out of the folder" not in inbox.once().err


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_what_a_watch_keeps_is_its_owners_alone(inbox):
    before = os.umask(0o022)
    try:
        inbox.settings('log = "watch.log"\nmetrics = "watch.prom"\n')
        inbox.drop("club.xlsx")
        inbox.once()
    finally:
        os.umask(before)
    state = inbox.journal.parent
    (beat,) = inbox.desk.folder.glob("watch-*.heartbeat.json")
    ours = [
        beat,
        inbox.journal,
        state / "folder.json",
        inbox.desk.folder / "watch.log",
        *inbox.folder.glob(".roster-import/*"),
    ]
    assert {path.name: rights(path) for path in (*ours, state)} == {
        **{path.name: "0o600" for path in ours}, state.name: "0o700",
    }  # fmt: skip
    assert rights(inbox.desk.folder / "watch.prom") == "0o644"
    inbox.journal.chmod(0o644)
    assert f"others could read {inbox.journal}, and names stand there; now you alone can." in inbox.once().err
    assert rights(inbox.journal) == "0o600"


def rights(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


@pytest.fixture
def beats_slowly(inbox, monkeypatch):
    """The heartbeat is written while a file is worked on, and that takes until the file is filed."""

    def write(*args, **kwargs):
        until(lambda: not list(inbox.folder.glob("processing/*/other.xlsx")))
        really(*args, **kwargs)

    really = heartbeat.write
    monkeypatch.setattr(heartbeat, "write", write)


@pytest.mark.usefixtures("beats_slowly")
def test_a_file_over_which_two_processes_ended_is_not_read_again(inbox, sandbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    claim = inbox.folder / "processing" / "20260101-000000-abcdef"
    claim.mkdir()
    inbox.drop("club.xlsx").rename(claim / "club.xlsx")
    (claim / "claim.json").write_text(json.dumps({"path": "club.xlsx"}))
    database = sqlite3.connect(inbox.journal)
    columns = "id, path, state, owner, found_at, looked_into, deaths"
    row = (claim.name, "club.xlsx", "claimed", "gone/1/1", "", "gone/1/1", 1)
    database.execute(f"INSERT INTO files ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    database.commit()
    database.close()
    inbox.drop("other.xlsx")
    run = inbox.once()
    assert [line.partition(": ")[0] for line in run.out.splitlines() if "/inbox/" in line] == [
        f"{inbox.folder}/done/other.xlsx", f"{inbox.folder}/failed/club.xlsx",
    ]  # fmt: skip
    said = "club.xlsx was being read when roster-import ended, twice, and is not read again."
    assert said in run.out
    assert said in next(message["text"] for message in webhook.messages if message["path"] == "club.xlsx")
    assert len(sandbox.orders()) == 1


def test_what_another_machine_took_over_is_told_by_that_one_alone(inbox, elsewhere, webhook):
    """A watch wrote down the end of a file and was gone for so long that another one filed it."""
    elsewhere.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    elsewhere.once()
    database = sqlite3.connect(elsewhere.journal)
    moves = json.dumps([["processing/20260101-000000-abcdef/club.xlsx", "done/club.xlsx"]])
    database.execute(
        "INSERT INTO files (id, path, state, owner, found_at, outcome, status, place, moves) VALUES "
        "('20260101-000000-abcdef', 'club.xlsx', 'ended', 'gone/1/1', '', 'done', 0, 'done/club.xlsx', ?)", (moves,)
    )  # fmt: skip
    database.execute(
        "INSERT INTO messages (id, channel, file, content, state, queued_at) VALUES "
        "('m', 'webhook', '20260101-000000-abcdef', '{\"subject\": \"club.xlsx\"}', 'waiting', 1e9)"
    )
    database.commit()
    database.close()
    (inbox.folder / "done" / "club.xlsx").write_bytes(b"filed by the other")
    run = elsewhere.once()
    assert (run.status, webhook.messages) == (0, [])
    assert (elsewhere.status()["processing"], elsewhere.status()["unsentMessages"]) == ([], [])
    assert elsewhere.files() == ["done/club.xlsx"]
