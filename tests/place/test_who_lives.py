"""Who lives, on a ledger that machines share: the beat in it is asked, by the server's clock, and nobody's own."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from roster_import.pipeline import effects
from roster_import.place.conversation import LEASE
from roster_import.place.ledger import heartbeat
from roster_import.place.ledger.entry import Identity
from roster_import.place.ledger.heartbeat import SILENCE
from roster_import.place.ledger.ledger import Ledger, Plan, Who
from roster_import.targets.kitmaker import KitMaker
from tests.conftest import connected, until
from tests.orders import design, instance, order

ORDER = order(design(instance("M", 1), id=299571))
TARGET = KitMaker({})
HOUR = 3600.0
# The command on a machine of another name, whose clock is an hour ahead.
ELSEWHERE = (
    "import socket, time; real = time.time; time.time = lambda: real() + 3600; socket.gethostname = lambda: 'clubhouse'; "
    "from roster_import.place.ledger.postgresql import PostgreSQL; PostgreSQL.last_beat = 'beat'; "  # the tests' server is young
    "from roster_import.cli.main import run; run(__import__('sys').argv[1:])"
)


def beaten(address, seconds):
    """Everybody beat so many seconds ago."""
    with Ledger.open(address) as ledger:
        ledger._db.execute("UPDATE workers SET beat = extract(epoch FROM clock_timestamp()) - ?", (seconds,))


def test_a_process_lives_as_long_as_it_says_so(address, monkeypatch):
    monkeypatch.setattr(heartbeat, "BEAT", 0.05)
    me = Who(user="anna", host="office", process="office/1/1")
    with Ledger.open(address) as ledger:
        assert ledger.lives(me.process) is None
        with ledger.beating(me):
            assert ledger.lives(me.process) is True
            beaten(address, SILENCE)
            until(lambda: ledger.lives(me.process))
        (worker,) = ledger.workers()
        assert (worker.id, worker.host, worker.lives) == (me.process, "office", True)
        ledger._db.execute("UPDATE workers SET beat = beat - ?, began = began - ?", (SILENCE, SILENCE))
        # The server was started lately, so nobody could have said so before: that is no silence.
        ledger._db.last_beat = "beat"
        assert ledger.lives(me.process) is False
        assert not ledger.workers()[0].lives


def test_a_process_that_hangs_does_not_live(address, monkeypatch):
    monkeypatch.setattr(heartbeat, "BEAT", 0.02)
    monkeypatch.setattr(heartbeat, "_HANGS", 0.1)
    with Ledger.open(address) as ledger, ledger.beating(Who(user="anna", host="office", process="x")) as heart:
        until(lambda: ledger.workers()[0].silent > 25 * heartbeat.BEAT)
        heart.working()
        until(lambda: ledger.workers()[0].silent < 0.05)


def test_a_ledger_in_a_file_knows_of_nobody(tmp_path):
    with (
        Ledger.open(tmp_path / "ledger.sqlite3") as ledger,
        ledger.beating(Who(user="a", host="h", process="x")) as heart,
    ):
        assert (heart, ledger.lives("x"), ledger.workers()) == (None, None, [])


def test_a_process_is_told_from_one_of_its_number_elsewhere():
    me = effects.who().process
    assert effects.alive(me) is True
    name, _, kernel = me.partition("@")
    assert kernel, "the kernel says when a process began, and which kernel it is"
    assert effects.alive(f"{name}@{'0' * 8}-1") is None, "another machine that is called the same"
    assert effects.alive(f"{name}0@{kernel}") is False, "an earlier process of this number"
    assert effects.alive(name) is True, "written down by an earlier version"


@pytest.fixture
def cut_off(address, tmp_path, sandbox):
    """A desk whose order another machine was sending, by a clock of its own, when it went away."""
    desk = connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=address)
    desk.build()
    identity = Identity(
        realm="loopback", target="kitmaker", organization="", reference="PO-2026-0042", address=sandbox.url
    )
    body, stamp = TARGET.body(ORDER, 0), (datetime.now(UTC) + timedelta(hours=1)).strftime("%FT%TZ")
    plan = Plan(
        identity=identity, attempt=1, body=body, order=ORDER, url=sandbox.url, file=str(desk.folder / "gone.xlsx")
    )
    gone = Who(user="bo", host="office-2", process="office-2/7/4711@0-1")
    with Ledger.open(address) as ledger, ledger.beating(gone):
        assert ledger.begin(plan, gone, stamp, time.time() + HOUR + LEASE)
    return desk


@pytest.mark.drill
def test_what_a_machine_that_went_away_was_sending_is_taken_over_when_it_is_silent(cut_off, address, sandbox):
    beaten(address, SILENCE - 2)
    began = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, "resume", "--json"],
        cwd=cut_off.folder,
        env=cut_off.all_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert 1.0 < time.monotonic() - began < SILENCE, "as soon as it has been silent for so long, and not before"
    assert run.returncode == 0, run.stdout + run.stderr
    assert len(sandbox.orders()) == 1
    with Ledger.open(address) as ledger:
        (entry,) = ledger.entries()
        assert [event.what for event in ledger.events(entry)][:2] == ["sending", "sending again"]
