"""What the watch remembers is out of a stranger's reach, and what was looked at is what is ordered and given back."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import stat
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import ORDER, build, until
from tests.watch.test_watch_messages import mail_server

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights and signals of Linux and macOS")

DUMP = Path(__file__).parents[1] / "watch" / "journal_form_3.sql"
CLAIM = "20260101-000000-abcdef"


def forged(watched, secret):
    """A journal where one used to lie: it moves a file into the folder, and mails it."""
    path = watched.folder / ".roster-import" / "journal.sqlite3"
    fresh = not path.exists()
    database = sqlite3.connect(path)
    if fresh:
        database.executescript(DUMP.read_text())
    moves = json.dumps([[os.path.relpath(secret, watched.folder), "done/secret.xlsx"]])
    database.execute(
        "INSERT INTO files (id, path, state, found_at, outcome, status, reason, place, moves) VALUES "
        "(?, 'secret.xlsx', 'ended', '2026-01-01T00:00:00Z', 'done', 0, 'placed', 'done/secret.xlsx', ?)",
        (CLAIM, moves),
    )
    content = {
        "id": "forged",
        "kind": "file",
        "subject": "forged",
        "text": "forged",
        "attach": "../private/mailed.xlsx",
    }
    database.execute(
        "INSERT INTO messages (id, channel, content, state, queued_at) VALUES ('forged', 'email', ?, 'waiting', 1e9)",
        (json.dumps(content),),
    )
    database.commit()
    database.close()


def test_a_journal_that_a_stranger_wrote_moves_and_mails_nothing(watched):
    private = watched.desk.folder / "private"
    private.mkdir()
    secret, mailed = (build(private / name) for name in ("secret.xlsx", "mailed.xlsx"))
    with mail_server() as server:
        watched.settings(
            f'[notify]\nemail_to = ["a@example.com"]\nemail_from = "b@example.com"\nsmtp_host = "127.0.0.1"\n'
            f'smtp_port = {server.port}\nsmtp_security = "none"\n'
        )
        watched.drop("before.xlsx")
        watched.once(quick=False)
        forged(watched, secret)
        watched.drop("behind.xlsx")
        watched.once(quick=False)
    assert secret.exists()
    assert "done/secret.xlsx" not in watched.files()
    assert not any("mailed.xlsx" in str(message) for message in server.mails)
    assert {"done/before.xlsx", "done/behind.xlsx"} <= set(watched.files())
    assert mailed.exists()


def test_what_is_kept_is_its_owners_alone_and_every_name_is_one_on_windows(watched, sandbox):
    before = os.umask(0o022)
    try:
        watched.settings('log = "watch.log"\n')
        for name in ("CON.xlsx", "aux/club.xlsx", "nul.results.xlsx"):
            watched.drop(name)
        (watched.folder / "lpt1.csv").write_text("Name,Number\nSmith,x\n")
        with watched.watching():
            until(lambda: len(sandbox.orders()) == 3)
            until(lambda: len([name for name in watched.files() if name.startswith(("done/", "failed/"))]) >= 8)
    finally:
        os.umask(before)
    kept = [
        watched.desk.folder / "watch.log",
        *watched.desk.folder.rglob("*.sqlite3"),
        *watched.desk.folder.rglob("*heartbeat.json"),
    ]
    assert len(kept) >= 4
    assert {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in kept} == {path.name: "0o600" for path in kept}
    parts = {part.partition(".")[0].lower() for name in watched.files() for part in name.split("/")}
    assert {"con_", "aux_", "nul_", "lpt1_"} <= parts
    assert not {"con", "nul", "lpt1"} & parts


@pytest.mark.drill
def test_a_file_over_which_the_watch_is_killed_twice_is_given_up(watched, sandbox):
    (watched.folder / "slow.csv").write_text("Name,Number,Size\n" + "Smith,7,M\n" * 4_000_000)
    for _ in range(2):
        with watched.watching() as watch:
            until(lambda: any("slow.csv" in name and name.startswith("processing/") for name in watched.files()))
            until(lambda: reads(watch))
            os.kill(watch.pid, signal.SIGKILL)
            watch.wait(10)
    watched.drop("club.xlsx")
    with watched.watching():
        watched.settled("club.xlsx", "slow.csv")
    assert watched.places()["slow.csv"] == "failed"
    why = (watched.folder / "failed" / "slow.why.txt").read_text()
    assert "was being read when roster-import ended, twice, and is not read again." in why
    assert len(sandbox.orders()) == 1


def reads(watch):
    """Whether a watch has a process that reads a file, beside those that wait."""
    children = subprocess.run(["ps", "-eo", "pid=,ppid=,time="], capture_output=True, text=True, check=True).stdout
    ours, busy = {str(watch.pid)}, False
    for line in sorted(children.splitlines(), key=lambda line: int(line.split()[0])):
        number, parent, spent = line.split()
        if parent in ours:
            ours.add(number)
            busy = busy or spent >= "00:00:01"
    return busy


def test_a_file_that_is_exchanged_after_the_look_is_given_back_as_it_was(office, sandbox):
    office.environment["ROSTER_IMPORT_POLL_INTERVAL"] = "0.5"
    sandbox.ask_for("poll:503-bare*2")
    office.build()
    run = subprocess.Popen(office.command("club.xlsx", "--yes"), cwd=office.folder, env=office.all_environment(),
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # fmt: skip
    until(lambda: sandbox.orders())
    other = build(office.folder / "other.xlsx", [("Never", "Never", "99", "M", 1, "Away kit")],
                  order={**ORDER, "Comment": "never ordered"})  # fmt: skip
    other.replace(office.folder / "club.xlsx")
    out, err = run.communicate(timeout=40)
    assert run.returncode == 0, err
    results = load_workbook(office.folder / "club.results.xlsx")
    cells = {str(cell) for sheet in results for row in sheet.values for cell in row}
    assert {"Smith", "Jones"} <= cells
    assert not {"Never", "never ordered"} & cells
    said = "club.xlsx has changed since it was looked at: what was ordered, and what the results hold, is what it said before."
    assert said in " ".join((out + err).split())
