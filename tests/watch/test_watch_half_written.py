"""A file that is still being written is not ordered in part; where it was all the same, that is said."""

from __future__ import annotations

import os
import sys

import pytest

from roster_import.watch.folders import WatchedFolder
from roster_import.watch.journal.journal import Journal
from roster_import.watch.open_files import writers_of
from roster_import.watch.options import watch_options
from tests.conftest import ORDER

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="seen by /proc")

_ORDER = {**ORDER, "Reference": "PO-stall"}
FIRST = f"Player;Name;Number;Size;Design;{';'.join(_ORDER)}\nAnna;Anna;7;M;MUL327187;{';'.join(_ORDER.values())}\n"
MORE = "Bo;Bo;8;L;MUL327187\n"


@on_linux
@pytest.mark.parametrize("name", ["stall.csv", "stall.xlsx"])
def test_a_file_that_a_program_is_writing_waits_however_long(inbox, sandbox, name):
    path = inbox.folder / name
    with path.open("w") as file:
        file.write(FIRST)
        file.flush()
        program = writers_of([path, inbox.folder])[path]
        assert inbox.once().status == 0
        (waiting,) = inbox.status()["waiting"]
        assert (waiting["path"], waiting["why"]) == (name, f"open for writing by {program}")
        assert sandbox.orders() == []
        file.write(MORE)
    assert inbox.once().status == 0
    assert inbox.files() == sorted(["done/stall.results.xlsx", f"done/{name}"])


@on_linux
def test_who_only_reads_a_file_writes_nothing(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a")
    with path.open():
        assert writers_of([path]) == {}
    assert writers_of([tmp_path / "gone.csv"]) == {}
    assert writers_of([path], tmp_path / "no-proc") == {}


def test_a_text_file_is_watched_for_longer_a_workbook_is_not():
    patience = watch_options({}, {}).patience
    assert (patience.needed("club.xlsx"), patience.needed("club.csv")) == (2.0, 10.0)
    assert watch_options({"settle": "8", "interval": "9"}, {}).patience.needed("club.csv") == 24.0


CHANGED = "stall.csv has changed since it was ordered: what was ordered is what it said before."


@pytest.mark.parametrize("when", ["while it is filed", "once it is filed"])
def test_a_file_that_changes_once_it_was_ordered_is_said_in_its_one_message(inbox, webhook, monkeypatch, when):
    path = inbox.folder / "done" / "stall.csv"

    def and_grows(really):
        def done(*args, **kwargs):
            really(*args, **kwargs)
            if path.exists() and MORE not in path.read_text():
                path.write_text(path.read_text() + MORE)

        return done

    kind, name = (WatchedFolder, "drop_claim") if when == "while it is filed" else (Journal, "filed")
    monkeypatch.setattr(kind, name, and_grows(getattr(kind, name)))
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    (inbox.folder / "stall.csv").write_text(FIRST)
    run = inbox.once()
    assert run.status == 0
    (message,) = webhook.messages
    assert message["text"].splitlines()[1] == CHANGED
    assert message["reason"] == CHANGED
    assert run.out.splitlines()[-1] == f"  {CHANGED}"
    assert f" {CHANGED}\n" in run.err
    assert [one["reason"] for one in inbox.status()["today"]] == [CHANGED]


def test_a_file_that_stays_as_it_was_is_told_once_it_was_looked_at_again(inbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    (inbox.folder / "stall.csv").write_text(FIRST)
    inbox.once()
    (message,) = webhook.messages
    assert (message["path"], message["reason"]) == ("stall.csv", None)
    assert "changed" not in message["text"]


def test_a_claim_is_never_seen_with_half_a_note(tmp_path, monkeypatch):
    folder = WatchedFolder(tmp_path)
    folder.make()
    (tmp_path / "a.csv").write_text("a")
    opened, seen = os.fdopen, []

    def looked_at(*given, **more):
        monkeypatch.setattr(os, "fdopen", opened)
        seen.append(folder.claims())
        return opened(*given, **more)

    monkeypatch.setattr(os, "fdopen", looked_at)
    folder.claim("a.csv", "20261130-004458-e318c2", "this one", "2026-11-30T00:44:58+00:00")
    assert seen == [[]]
    assert [claimed.note.path for claimed in folder.claims()] == ["a.csv"]
    assert sorted(path.name for path in (tmp_path / "processing" / "20261130-004458-e318c2").iterdir()) == [
        "a.csv",
        "claim.json",
    ]
