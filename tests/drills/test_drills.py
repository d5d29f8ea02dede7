"""Never twice, never lost, by force, at every point that has a name; `python -m tests.drills` does the random ones."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from roster_import.place.ledger.ledger import Ledger
from tests.drills.chaos import strike
from tests.drills.harness import Place, Trial
from tests.drills.zygote import POINTS

pytestmark = pytest.mark.drill


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    found = Place(tmp_path_factory.mktemp("place"))
    found.start()
    yield found
    found.close()


@pytest.fixture
def trial(place, tmp_path, request):
    found = Trial(place, tmp_path / "club", re.sub(r"\W+", "-", request.node.name))
    found.build()
    yield found
    place.clear()


def assert_good(trial: Trial) -> None:
    verdict = trial.verdict()
    assert (verdict.orders, verdict.complete) == (1, True), verdict.log.read_text()


@pytest.mark.parametrize("point", POINTS)
def test_a_kill_at_every_named_point(trial, point):
    assert strike(trial, point) == -9
    assert trial.run() == 0
    assert_good(trial)


@pytest.mark.parametrize(
    ("system", "point"),
    [
        *(("dropday", point) for point in ("between", "reached", "half-written")),
        *(("jtl", point) for point in ("sending", "reached", "between-lines", "pending")),
        ("jtl-2", "reached"),
    ],
)
def test_a_kill_at_every_step_of_a_talk(place, tmp_path, system, point):
    trial = Trial(place, tmp_path / "club", f"{system}-{point}", system)
    trial.build()
    assert strike(trial, point) == -9
    assert trial.run() == 0
    assert_good(trial)


def test_a_kill_while_the_header_of_an_order_is_being_taken(place, tmp_path):
    trial = Trial(place, tmp_path / "club", "header", "jtl")
    trial.build()
    place.ask_for("place:hang-after-taking=4")
    assert trial.run(after=2.0) == -9
    place.clear()
    assert trial.run() == 0
    assert_good(trial)


def test_a_kill_before_anything_was_sent_is_no_persons_question(place, tmp_path):
    trial = Trial(place, tmp_path / "club", "asking", "jtl-asking")
    trial.build()
    assert strike(trial, "sending") == -9
    assert trial.finish() == 0
    assert_good(trial)
    assert trial.asked == 0


def test_kills_while_amending(place, tmp_path):
    for point in ("sending", "answered", "pending", "half-written"):
        trial = Trial(place, tmp_path / point, f"amend-{point}")
        trial.build()
        assert trial.run() == 0
        trial.build(rows=(("", "", "", "M", 1, "Home kit"), ("Young", "Young", "3", "S", 1, "Away kit")))
        assert trial.run("amend", "club.xlsx", point=point) == -9
        place.clear()
        assert trial.run("amend", "club.xlsx") == 0
        assert trial.run("amend", "club.xlsx") == 0
        assert [len(place.orders(trial.reference + end)) for end in ("", "/2", "/3")] == [1, 1, 0]


@pytest.mark.parametrize("point", ["sending", "answered", "pending", "completed", "writing", "half-written"])
def test_a_kill_while_ordering_once_more_orders_just_once_more(trial, point):
    assert trial.run() == 0
    assert trial.run("--new-order", "club.xlsx", point=point) == -9
    assert trial.run("--new-order", "club.xlsx") == 0
    assert len(trial.place.orders(trial.reference)) == 2


def test_the_order_system_loses_its_power_with_an_order_on_its_way(trial):
    trial.place.ask_for("place:hang-after-taking=2*always")
    trial.run(after=1.0)
    trial.place.kill_sandbox()
    assert trial.run() == 4, "nobody answers"
    trial.place.start()
    assert trial.run() == 0
    assert_good(trial)


@pytest.mark.parametrize("count", [2, 8])
def test_so_many_processes_import_one_file_at_once(trial, count):
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT")},
        "ROSTER_IMPORT_KITMAKER_URL": trial.place.url,
        "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key",
        "ROSTER_IMPORT_LEDGER": str(trial.ledger),
        "ROSTER_IMPORT_POLL_INTERVAL": "0.1",
    }
    names = [f"copy{number}.xlsx" for number in range(count - 1)]
    for name in names:
        shutil.copy(trial.folder / "club.xlsx", trial.folder / name)
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "roster_import", "--json", name], cwd=trial.folder, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for name in ("club.xlsx", *names)
    ]  # fmt: skip
    for process in running:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, (out, err)
        assert json.loads(out)["files"][0]["status"] in ("placed", "already-placed")
    assert_good(trial)


def test_the_disk_is_full_when_the_ledger_is_written(trial):
    assert trial.run(world={"full_at": "start"}) == 2
    assert trial.place.orders(trial.reference) == [], "nothing is sent that cannot be written down first"
    assert "cannot be used" in (trial.folder / "log.txt").read_text()
    assert trial.finish() == 0
    assert_good(trial)


@pytest.mark.parametrize("moment", ["sending", "answered", "pending"])
def test_the_disk_is_full_while_the_order_is_on_its_way(trial, moment):
    assert trial.run(world={"full_at": moment}) == 4
    assert trial.finish() == 0
    assert_good(trial)


def test_the_disk_is_full_when_the_results_are_written(trial):
    assert trial.run(world={"full_at": "writing"}) == 4
    assert sorted(path.name for path in trial.folder.glob("*.xlsx")) == ["club.xlsx"], "nothing half-written is left"
    assert trial.run("resume") == 0
    assert_good(trial)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can run a victim as another user")
def test_a_folder_that_cannot_be_written_to(place):
    moved = type("Moved", (Trial,), {"ledger": property(lambda self: self.folder / "own" / "ledger.sqlite3")})
    with tempfile.TemporaryDirectory() as folder:  # pytest's own folders are closed to other users
        trial = moved(place, Path(folder) / "club", "not-to-be-written-to")
        trial.build()
        trial.ledger.parent.mkdir()
        for path, mode in ((trial.ledger.parent, 0o777), (trial.folder, 0o755), (trial.folder.parent, 0o755)):
            path.chmod(mode)
        assert trial.run(world={"user": 65534}) == 4
        assert not (trial.folder / "club.results.xlsx").exists()
        assert trial.run() == 0
        assert_good(trial)


def test_something_else_is_in_the_way_of_the_results(trial):
    (trial.folder / "club.results.xlsx").mkdir()
    assert trial.run() == 0
    (trial.folder / "club.results.xlsx").rmdir()
    (trial.folder / "club.results (2).xlsx").rename(trial.folder / "club.results.xlsx")
    assert_good(trial)


def test_a_truncated_ledger_is_said_and_a_lost_one_meets_its_own_key(trial):
    assert trial.run() == 0
    whole = trial.ledger.read_bytes()
    trial.ledger.write_bytes(whole[: len(whole) // 2])
    assert trial.run() == 2
    assert "cannot be used" in (trial.folder / "log.txt").read_text()
    for rest in (b"", None):
        trial.ledger.unlink()
        if rest is not None:
            trial.ledger.write_bytes(rest)
        assert trial.run() == 0
        assert_good(trial)


def test_the_ledgers_folder_vanishes_between_two_runs(place, tmp_path):
    moved = type("Moved", (Trial,), {"ledger": property(lambda self: self.folder / "share" / "ledger.sqlite3")})
    trial = moved(place, tmp_path / "club", "vanished")
    trial.build()
    trial.run(point="answered")
    shutil.rmtree(trial.folder / "share")
    assert trial.finish() == 0
    assert_good(trial)


@pytest.mark.parametrize("seconds", [-86400, -31536000, 86400])
def test_the_clock_jumps_while_an_order_is_on_its_way(trial, seconds):
    trial.run(point="answered")
    assert trial.run(world={"clock": seconds}) == 0
    assert_good(trial)


def test_the_clock_is_set_back_while_another_process_seems_to_send(trial):
    """A lease from the future, of a process on another host, is waited for no longer than a lease lasts."""
    trial.run(point="answered")
    with sqlite3.connect(trial.ledger) as ledger:
        ledger.execute("UPDATE entries SET lease_owner = 'elsewhere/1/1', lease_until = lease_until - 200")
    ledger.close()
    assert trial.run() == 0
    assert_good(trial)


def test_the_program_is_upgraded_between_two_runs(trial):
    """The stored body is what is resent, whatever today's code would write."""
    trial.run(point="answered")
    assert trial.run(world={"body": "written by a newer program"}) == 0
    assert_good(trial)
    (taken,) = trial.place.orders(trial.reference)
    assert "note" not in taken["body"]
    assert taken["requests"] >= 2
    with Ledger.open(trial.ledger) as ledger:
        assert json.loads(ledger.entries()[0].body) == taken["body"]


def test_a_results_workbook_that_was_killed_half_way_is_written_whole(trial):
    assert trial.run(point="half-written") == -9
    assert trial.run("resume") == 0
    assert load_workbook(trial.folder / "club.results.xlsx")["Results"]["D2"].value == "completed"
