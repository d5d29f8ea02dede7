"""Awkward folders and files: own folders watched, names like ours, dead links, a pause, what cannot be read or written."""

from __future__ import annotations

import errno
import os
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from roster_import.pipeline.looked_at import roster_within
from roster_import.watch import folders
from roster_import.watch.folders import WatchedFolder, reason_of
from roster_import.watch.journal.journal import Journal, Ticket
from roster_import.watch.journal.messages import Post
from roster_import.watch.options import watch_options
from roster_import.watch.outbox import NotSent, deliver
from tests.conftest import connected
from tests.watch.conftest import Inbox


@pytest.mark.every(3)
@pytest.mark.parametrize("name", ["held", "done/fc", ".roster-import"])
@pytest.mark.parametrize("asked", ["--once", "--status"])
def test_our_own_folders_are_not_watched(inbox, name, asked):
    inbox.drop("fc/club.xlsx")
    inbox.once()
    folder = inbox.folder / name
    run = inbox.desk.quick("watch", folder, asked)
    assert (run.status, run.err) == (
        2,
        f"roster-import: {folder} is one of the watch's own folders in {inbox.folder}, or lies in one. Watch "
        f"{inbox.folder} instead; a held file is let go with roster-import release FILE. Nothing was done.\n",
    )
    assert not (inbox.folder / "held" / "processing").exists()


def test_release_goes_into_the_journal_of_the_folder_that_is_watched(inbox, sandbox):
    inbox.drop("club.xlsx")
    inbox.once("--no-accept-warnings")
    (inbox.folder / "held" / ".roster-import").mkdir()  # as a watch of an older version made it
    assert inbox.desk.quick("release", inbox.folder / "held" / "club.xlsx").status == 0
    assert inbox.once("--no-accept-warnings").status == 0
    assert len(sandbox.orders()) == 1


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="capitals make no difference there")
def test_a_folder_named_like_ours_and_links_that_lead_nowhere_are_said(inbox, sandbox, tmp_path):
    inbox.drop("DONE/club.xlsx")
    (inbox.folder / "dead.xlsx").symlink_to(inbox.folder / "nothing.xlsx")
    (inbox.folder / "round.xlsx").symlink_to(inbox.folder / "round.xlsx")
    (inbox.folder / "linked").symlink_to(tmp_path, target_is_directory=True)
    run = inbox.once()
    assert (run.status, sandbox.orders()) == (0, [])
    why = {
        "DONE": "is named like our own folder done: what lies in it is not taken up; give it another name",
        "dead.xlsx": "is a link to something that is not there",
        "round.xlsx": "is a link to something that is not there",
        "linked": "is a link to a folder: it is not followed; put the folder itself here",
    }
    assert {one["path"]: one["why"] for one in inbox.status()["waiting"]} == why
    assert all(f" {path}: {reason}\n" in run.err for path, reason in why.items())


@pytest.mark.parametrize("name", ["pause", "pause.txt", "Pause.TXT"])
def test_a_pause_is_said(inbox, name):
    (inbox.folder / name).touch()
    inbox.drop("club.xlsx")
    run = inbox.once()
    assert run.status == 0
    assert run.err.count(f"Paused by {inbox.folder / name}: nothing is taken up.\n") == 1
    said = inbox.desk.quick("watch", inbox.folder, "--status", "--within", 900).out
    assert f"Paused by {inbox.folder / name} since " in said
    assert said.splitlines()[1].endswith(": nothing is taken up. Remove it to go on.")
    assert inbox.status()["pausedSince"]
    (inbox.folder / name).unlink()
    assert inbox.status()["pausedSince"] is None


def test_a_file_that_may_not_be_read_is_told_once_and_is_no_success(inbox, webhook, monkeypatch):
    really = os.open

    def opened(path, *args, **kwargs):
        if Path(path).name == "shut.xlsx":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really(path, *args, **kwargs)

    inbox.settings(f'give_up_after = 1000\n[notify]\nwebhook = "{webhook.url}"\n')
    inbox.drop("fc/shut.xlsx")
    monkeypatch.setattr(os, "open", opened)
    assert inbox.once().status == 4
    assert webhook.messages == []
    inbox.settings(f'give_up_after = 0.01\n[notify]\nwebhook = "{webhook.url}"\n')
    assert [inbox.once().status for _ in range(3)] == [4, 4, 4]
    (one,) = webhook.messages
    assert (one["subject"], one["outcome"], one["place"]) == (
        "fc/shut.xlsx: cannot be opened: Permission denied, nothing was sent", "waiting", "fc/shut.xlsx",
    )  # fmt: skip
    assert one["text"] == (
        "fc/shut.xlsx was not ordered: it cannot be opened: Permission denied. Give the user of the watch the right to "
        f"read and move it. It stays where it is, {inbox.folder}/fc/shut.xlsx, and is tried again at every look."
    )
    assert inbox.files() == ["fc/shut.xlsx"]
    monkeypatch.undo()
    assert inbox.once().status == 0


def test_a_folder_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path)
    error = PermissionError(errno.EACCES, "Permission denied", str(tmp_path.parent / "a"), None, str(tmp_path / "b"))
    assert reason_of(error) == (
        f"the folder {tmp_path} cannot be written (Permission denied): give the user of the watch the right to write there"
    )
    assert reason_of(OSError("is the share there?")) == "is the share there?"


def test_trouble_names_the_folder_and_ends_in_one_mark(inbox, tmp_path):
    inbox.folder.rename(tmp_path / "away")
    inbox.folder.mkdir()
    run = inbox.once()
    trouble = (f"The folder {inbox.folder} cannot be used: {inbox.folder} was watched before and has nothing of that in "
               "it now: is the share there?")  # fmt: skip
    assert run.status == 4
    assert f"{trouble} It is looked at again until it can.\n" in run.err
    assert inbox.status()["trouble"] == trouble


def test_one_file_from_before_is_one_file(tmp_path, sandbox):
    (tmp_path / "inbox").mkdir()
    inbox = Inbox(connected(tmp_path, sandbox.url), tmp_path / "inbox")
    inbox.settings("")
    inbox.drop("old.xlsx")
    assert ("1 file was here before the watch first began. It stays where it is until roster-import watch "
            "--accept-existing, or release FILE.\n") in inbox.once().err  # fmt: skip


def test_a_failed_order_is_not_answered_with_an_option_nobody_can_give(inbox):
    inbox.drop("club.xlsx", "PO-1 [fail]")
    run = inbox.once()
    assert run.status == 3
    assert "    It is ordered again only if the roster changes.\n" in run.out
    assert "--new-order" not in run.out


@pytest.mark.skipif(os.name == "nt", reason="names Windows does not have")
def test_odd_names_are_shown_on_one_line(inbox):
    (inbox.folder / "a\nb\x1b[31m\x7f\u202e.xlsx").touch()
    (inbox.folder / os.fsdecode(b"caf\xe9.xlsx")).touch()
    inbox.once()
    said = inbox.desk.quick("watch", inbox.folder, "--status").out.splitlines()
    assert said[2].startswith("  a[U+000A]b[U+001B][31m[U+007F][U+202E].xlsx: is empty so far (since ")
    assert said[3].startswith("  caf[U+DCE9].xlsx: is empty so far (since ")


def test_orders_of_a_day_are_counted_although_the_journal_was_lost(tmp_path):
    journal = Journal.open(tmp_path / "journal.sqlite3")
    ticket = Ticket(id="1", path="a.xlsx", state="claimed")
    journal.claimed(ticket)
    ended = replace(ticket, state="ended", outcome="done", place="done/a.xlsx", entries=(4, 5))
    assert journal.ended(ended, {}, "2026-11-21", 0.0, lambda _: True)
    assert journal.ended_on("2026-11-21") == [], "it is not filed yet"
    journal.filed("1", "2026-11-21T09:12:01Z", "2026-11-21")
    assert journal.ended_on("2026-11-21")[0]["orders"] == 2
    journal.close()


@pytest.mark.parametrize(("code", "said"), [
    ("import sys; sys.exit(1)", "The command ended with status 1; it said nothing."),
    ("import sys; sys.exit('no line')", "The command ended with status 1: no line"),
])  # fmt: skip
def test_a_command_that_fails(tmp_path, code, said):
    options = watch_options({}, {"command": [sys.executable, "-c", code]}).notify
    post = Post(id="1", channel="command", content={"subject": "s", "text": "t"}, tries=0, queued_at=0.0)
    with pytest.raises(NotSent) as caught:
        deliver(post, options, tmp_path)
    assert caught.value.message == said


@pytest.mark.skipif(os.name == "nt", reason="files with holes of Linux and macOS")
def test_a_file_without_end_is_answered_at_once(inbox, sandbox):
    with (inbox.folder / "endless.xlsx").open("wb") as file:
        file.write(b"PK\3\4")
        file.truncate(2**42)
    inbox.settings("give_up_after = 0\n")
    assert inbox.once().status == 1
    assert "endless.xlsx is larger than 64 MB" in (inbox.folder / "failed" / "endless.why.txt").read_text()
    assert sandbox.orders() == []


def test_what_is_larger_than_is_read_is_known_by_its_length_too(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "MOST_READ", 4)
    file, digest = tmp_path / "a", WatchedFolder(tmp_path).digest
    told = {}
    for content in (b"1234", b"12345", b"1234567", b"12346", b"1234568"):
        file.write_bytes(content)
        told[content] = digest(file)
    assert told[b"1234"] == sha256(b"1234").hexdigest()
    assert told[b"1234567"] == told[b"1234568"], "what lies further behind is not looked at"
    assert len(set(told.values())) == 4


def test_what_is_attached_to_a_chat_is_what_lay_in_the_folder_when_it_was_read(tmp_path, monkeypatch):
    """Apprise opens it by its name, which somebody may have exchanged in the folder by then."""
    (tmp_path / "done").mkdir()
    results, seen = tmp_path / "done" / "club.results.xlsx", []

    class Apprise:
        def add(self, address):
            return address == "tgram://secret"

        def notify(self, title, body, attach):
            results.unlink()
            within = (tmp_path / "done") in Path(attach).parents
            seen.extend([title, body, Path(attach).name, Path(attach).read_bytes(), within])
            return True

    monkeypatch.setitem(sys.modules, "apprise", SimpleNamespace(Apprise=Apprise))
    results.write_bytes(b"results")
    options = watch_options({}, {"apprise": ["tgram://secret"]}).notify
    content = {"subject": "s", "text": "t", "attach": "done/club.results.xlsx"}
    deliver(Post(id="1", channel="apprise", content=content, tries=0, queued_at=0.0), options, tmp_path)
    assert seen == ["s", "t", "club.results.xlsx", b"results", False]


@pytest.mark.skipif(os.name == "nt", reason="links of Linux and macOS")
def test_a_roster_for_an_order_system_is_read_from_the_folder_and_nowhere_else(tmp_path):
    inbox, secret = tmp_path / "inbox", tmp_path / "secret.xlsx"
    inbox.mkdir()
    secret.write_bytes(b"secret")
    (inbox / "linked.xlsx").symlink_to(secret)
    (inbox / "second.xlsx").hardlink_to(secret)
    (inbox / "club.xlsx").write_bytes(b"club")
    roster = roster_within(inbox)
    assert roster(str(inbox / "club.xlsx")) == ("club.xlsx", b"club")
    others = (inbox / "linked.xlsx", inbox / "second.xlsx", secret, inbox / "gone.xlsx")
    assert [roster(str(path)) for path in others] == [None] * 4
