"""What a watch tells of what it meets: folders that are shut, clocks that are ahead, twins, hidden files, full disks."""

from __future__ import annotations

import errno
import json
import os
import re
import socket
import threading
import time
from pathlib import Path

import pytest

from roster_import.watch import outbox
from roster_import.watch.folder_checks import examine
from roster_import.watch.folders import reason_of
from roster_import.watch.journal.journal import Journal
from roster_import.watch.journal.place import JournalPlace
from roster_import.watch.journal.tables import JournalError
from roster_import.watch.log import utc
from roster_import.watch.look import look_into
from roster_import.watch.readiness import COPYING, EMPTY, Known, Sighting, kept_waiting, waited_before
from roster_import.watch.status import Status, is_alive, status_lines
from tests.watch.test_watch_messages import mail_server

WRONG = [("Smith", "Smith", "1O", "M", 1, "Away kit")]


@pytest.fixture
def shut(inbox, monkeypatch):
    """A club folder whose files may be listed and not looked at, as without its x bit."""
    folder = inbox.folder / "nofold"
    folder.mkdir()
    really = Path.exists

    def exists(path):
        if path.parent == folder:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(Path, "exists", exists)
    return folder


def test_a_club_folder_that_cannot_be_read_stops_only_its_own_files(inbox, shut):
    inbox.drop("club.xlsx")
    run = inbox.once()
    assert run.status == 4
    assert "done/club.xlsx" in inbox.files()
    assert " nofold: the folder cannot be read: Permission denied\n" in run.err
    status = inbox.desk.quick("watch", inbox.folder, "--status", "--within", 900)
    assert status.status == 1
    assert "  nofold: the folder cannot be read: Permission denied (since " in status.out
    doctor = inbox.desk.quick("doctor", inbox.folder)
    assert f"!!  {shut}: the folder cannot be read: Permission denied\n" in doctor.out
    assert doctor.status == 2


def test_what_waits_goes_on_waiting_with_the_next_run(inbox):
    inbox.settings("give_up_after = 1\n")
    (inbox.folder / "nothing.xlsx").touch()
    assert inbox.once().status == 0
    since = inbox.status()["waiting"][0]["since"]
    time.sleep(1.1)
    assert inbox.once().status == 1
    assert "failed/nothing.xlsx" in inbox.files()
    assert since


def test_what_is_kept_of_waiting_files_is_what_was_known():
    sighting = Sighting(path="a.xlsx", size=0, changed=1)
    known = Known(sighting=sighting, alike=5.0, reason=EMPTY, since=1000.0)
    copied = Known(sighting=sighting, alike=5.0, reason=COPYING, since=1000.0)
    text = kept_waiting([known, copied], 15.0, 1010.0)
    assert waited_before(text, 100.0, 1020.0) == {
        "a.xlsx": Known(sighting=sighting, alike=80.0, reason=EMPTY, since=1000.0)
    }
    old = json.dumps([["a.xlsx", 0, 1, EMPTY, 1000.0, {}]])
    assert waited_before(old, 100.0, 1020.0)["a.xlsx"].tried


@pytest.mark.drill
def test_a_way_of_telling_that_hangs_holds_back_no_other(inbox, monkeypatch):
    """Two messages wait for it; one time limit is all that it costs."""
    monkeypatch.setattr(outbox, "_TIMEOUT", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent, mail_server() as server:
        inbox.settings(
            f'[notify]\nwebhook = "http://127.0.0.1:{silent.getsockname()[1]}/"\nemail_to = ["a@example.com"]\n'
            f'email_from = "b@example.com"\nsmtp_host = "127.0.0.1"\nsmtp_port = {server.port}\nsmtp_security = "none"\n'
        )
        for number in range(4):
            inbox.drop(f"a{number}.xlsx")
        run = inbox.once()
    assert run.status == 0
    assert len(server.mails) == 4
    unsent = inbox.status()["unsentMessages"]
    assert {one["channel"] for one in unsent} == {"webhook"}
    assert sorted(one["tries"] for one in unsent) == [0, 0, 0, 1]
    out = inbox.desk.quick("watch", inbox.folder, "--status", "--within", 900).out
    assert "\n1 message could not be sent so far (ReadTimeout: timed out).\n3 messages are still to be sent.\n" in out


BEAT = {"process": "pc/1", "lastLook": utc(1000.0), "lastLookSeconds": 1000.0, "stoppedAt": None, "interval": 5.0,
        "trouble": None, "waiting": [], "processing": []}  # fmt: skip


@pytest.mark.parametrize(("runs", "within", "alive"), [(False, 900, False), (None, 900, False), (True, None, True)])
def test_a_last_look_in_the_future_proves_nothing(runs, within, alive):
    assert is_alive(BEAT, 800.0, lambda _: runs, within) is alive
    status = Status(folder="inbox", heartbeat=BEAT, alive=alive, now=800.0)
    assert status.exit_status == (1 if alive else 2)
    assert status_lines(status)[1] == (
        "Trouble: the last look lies in the future: the clock of pc is ahead, or the one here is behind."
    )
    assert status.document()["clockAhead"] is True
    assert is_alive(BEAT, 950.0, lambda _: None, 900), "clocks differ by a little"


def test_the_status_is_told_without_settings_that_can_be_used(inbox):
    inbox.drop("large.xlsx", rows=[("Smith", "Smith", "1", "M", 5000, "Away kit")])
    inbox.once()
    inbox.settings("nonsense = 1\n")
    run = inbox.desk.quick("watch", inbox.folder, "--status", "--within", 900)
    assert run.status == 1
    (line,) = [one for one in run.out.splitlines() if one.startswith("Trouble: ")]
    assert "there is no setting “[watch] nonsense”" in line
    assert "Held:\n  held/large.xlsx: " in run.out
    run = inbox.desk.quick("release", inbox.folder / "held" / "large.xlsx")
    assert (run.status, run.out) == (1, "large.xlsx is taken up at the next look of the watch.\n")
    assert run.err.startswith("Trouble: ")


@pytest.mark.parametrize(
    "waiting",
    [
        "was here before the watch first began: --accept-existing takes it",
        "cannot be opened: Permission denied",
        "cannot be taken: the folder x cannot be written",
    ],
)
def test_what_does_not_go_on_without_a_person_is_no_success(waiting):
    beat = {**BEAT, "waiting": [{"path": "a.xlsx", "why": waiting, "since": utc(0)}]}
    assert Status(folder="inbox", heartbeat=beat, alive=True, now=1000.0).exit_status == 1


def test_messages_that_fail_for_minutes_are_no_success():
    one = {"id": "1", "channel": "email", "state": "waiting", "tries": 2, "error": "no", "queued_at": 0.0}
    for now, status in ((200.0, 0), (400.0, 1)):
        beat = {**BEAT, "lastLookSeconds": now}
        assert Status(folder="inbox", heartbeat=beat, alive=True, unsent=[one], now=now).exit_status == status


def test_twins_of_one_run_are_one_order_and_say_so(inbox, sandbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    inbox.drop("one.xlsx", "PO-twin")
    inbox.drop("two.xlsx", "PO-twin")
    run = inbox.once()
    assert len(sandbox.orders()) == 1
    (first,) = [one for one in webhook.messages if one["outcome"] == "done"]
    (twin,) = [one for one in webhook.messages if one["outcome"] == "duplicate"]
    number = first["report"]["orders"][0]["orderNumber"]
    assert twin["text"].splitlines()[0].startswith(f"{twin['path']}: already placed, nothing was ordered again.")
    assert re.fullmatch(
        rf"It is the same order as (done/)?{first['path']} \(ordered [\d-]+ \d\d:\d\d, order number {number}\)\. "
        r"Nothing was ordered again\.", twin["text"].splitlines()[1],
    )  # fmt: skip
    assert run.out.count("order placed with") == 1


def test_another_order_of_the_same_file_is_said_to_be_that(inbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    inbox.drop("club.xlsx")
    inbox.once()
    inbox.drop("club.xlsx", rows=[("Young", "Young", "3", "S", 1, "Away kit")])
    inbox.once()
    (message,) = [one for one in webhook.messages if one["outcome"] == "failed"]
    assert re.fullmatch(
        r"The other order is that of this same file, as it was when it was ordered \(.+\); it was changed since\.",
        message["text"].splitlines()[1],
    )


def test_a_club_settings_file_that_is_wrong_is_to_be_corrected_first(inbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    inbox.drop("clubB/n.xlsx")
    file = inbox.folder / "clubB" / "roster-import.toml"
    file.write_text("[order]\nx = = 1\n")
    run = inbox.once()
    call = f'roster-import release "{inbox.folder}/held/clubB/n.xlsx"'
    assert run.out.splitlines()[-1] == f"  Correct {file}, then: {call}"
    (message,) = webhook.messages
    assert message["text"].splitlines() == [
        f"clubB/n.xlsx was not ordered. The settings file {file} is not valid TOML (line 2, column 5).",
        "",
        f"Correct {file}, then: {call}",
        "",
        "The file is in held/clubB/n.xlsx.",
    ]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_as_one(inbox, monkeypatch, code):
    def full(*_, **__):
        raise OSError(code, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    found = next(
        one
        for one in examine(inbox.folder, JournalPlace(ledger=inbox.desk.folder / "ledger.sqlite3"), _options())
        if one.seen == "No space left on device"
    )
    assert (found.well, found.what, found.mend) == (
        False, "folder's disk", "Make room on the disk: nothing is taken up until then.",
    )  # fmt: skip
    assert reason_of(OSError(code, "No space left on device")) == "No space left on device: make room on the disk"
    monkeypatch.setattr(Path, "mkdir", full)
    path = inbox.folder / "journal.sqlite3"
    with pytest.raises(JournalError) as raised:
        Journal.open(path)
    assert raised.value.message == (
        f"The watch's journal {path} cannot be written: the disk is full ([Errno {code}] No space left on device). Make "
        "room; nothing is taken up until there is some."
    )


def _options():
    from roster_import.watch.options import WatchOptions

    return WatchOptions()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_hidden_files_and_pipes_are_said_and_left_alone(inbox):
    (inbox.folder / ".hidden.xlsx").write_bytes(b"x")
    (inbox.folder / "._club.xlsx").write_bytes(b"x")
    for name in ("fifo.xlsx", "~$open.xlsx", "club/roster-import.toml"):
        (inbox.folder / name).parent.mkdir(exist_ok=True)
        os.mkfifo(inbox.folder / name)
    inbox.drop("club/n.xlsx")
    told = threading.Timer(20, os._exit, (1,))  # a pipe that is opened never answers
    told.start()
    run = inbox.once()
    told.cancel()
    assert {one["path"]: one["why"] for one in inbox.status()["waiting"]} == {
        ".hidden.xlsx": "is hidden, as its name begins with a dot: give it another name",
        "fifo.xlsx": "is no file but a pipe or a device: it is not opened",
    }
    assert " .hidden.xlsx: is hidden, as its name begins with a dot: give it another name\n" in run.err
    assert "held/club/n.xlsx" in inbox.files()


def test_a_file_that_was_let_go_is_one_file(inbox):
    inbox.settings("pieces_per_order = 50\n")
    inbox.drop("large.xlsx", rows=[("Smith", "Smith", "1", "M", 60, "Away kit")])
    inbox.once()
    inbox.desk.quick("release", inbox.folder / "held" / "large.xlsx")
    inbox.once()
    out = inbox.desk.quick("watch", inbox.folder, "--status", "--within", 900).out
    assert out.splitlines()[-1] == "Today: 1 file: 1 placed."


def test_what_was_done_today_is_known_while_the_share_is_away(inbox):
    inbox.drop("club.xlsx")
    inbox.once()
    inbox.folder.rename(inbox.folder.with_name("gone"))
    out = inbox.desk.quick("watch", inbox.folder, "--status", "--within", 900).out
    assert out.splitlines()[-1] == "Today: 1 file: 1 placed."


def test_what_is_no_roster_is_not_to_be_corrected(inbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    (inbox.folder / "letter.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n")
    inbox.once()
    (message,) = webhook.messages
    lines = message["text"].splitlines()
    assert message["subject"] == "letter.pdf: no roster was found, nothing was sent"
    assert lines[0] == "letter.pdf: no roster was found in it. Nothing was sent."
    assert lines[-3] == "Put the roster itself into the folder, as an Excel workbook (.xlsx) or a list (.csv)."
    assert not any("Correct the file" in line for line in lines)


def test_release_of_a_file_that_is_not_there_says_so(tmp_path, inbox):
    run = inbox.desk.quick("release", tmp_path / "held" / "clubA" / "n.xlsx")
    assert (run.status, run.err) == (
        2,
        f"roster-import: There is no file {tmp_path}/held/clubA/n.xlsx. roster-import watch FOLDER --status lists what is "
        "held there.\n",
    )


def test_a_folder_of_its_own_sees_only_what_is_shut(inbox, shut):
    look = look_into(inbox.folder)
    assert dict(look.aside) == {"nofold": "the folder cannot be read: Permission denied"}
