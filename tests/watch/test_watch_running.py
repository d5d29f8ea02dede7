"""A watch that runs: stopped, killed, doubled, its settings changed, its share gone."""

from __future__ import annotations

import json
import signal
import time

import pytest

from roster_import.watch.status import NOT_ALIVE
from tests.conftest import until

pytestmark = pytest.mark.drill


def alive(inbox):
    return inbox.status()["alive"]


def test_a_running_watch_takes_up_what_lands_and_stops_cleanly(inbox, sandbox):
    with inbox.watching() as process:
        until(lambda: alive(inbox))
        inbox.drop("club.xlsx")
        until(lambda: "done/club.xlsx" in inbox.files())
        until(lambda: inbox.status()["exitStatus"] == 0)
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    assert "Not watching" in inbox.log
    assert inbox.status()["exitStatus"] == 2
    assert len(sandbox.orders()) == 1


def test_a_stop_in_the_middle_of_an_order_leaves_it_to_the_next_start(inbox, sandbox):
    sandbox.ask_for("poll:503-bare*always")
    inbox.settings("lease = 0.2\n")
    with inbox.watching() as process:
        inbox.drop("club.xlsx")
        until(lambda: len(sandbox.orders()) == 1)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    assert [name.split("/")[0] for name in inbox.files()] == ["processing", "processing"]
    sandbox.clear_faults()
    with inbox.watching():
        until(lambda: "done/club.xlsx" in inbox.files())
    assert len(sandbox.orders()) == 1


def test_a_killed_watch_is_known_to_be_dead_and_the_next_one_goes_on(inbox, sandbox):
    sandbox.ask_for("place:slow-after-taking=0.5*always")
    with inbox.watching() as process:
        inbox.drop("club.xlsx")
        until(lambda: len(sandbox.orders()) == 1)
        process.kill()
        process.wait()
        assert inbox.status()["exitStatus"] == NOT_ALIVE
    sandbox.clear_faults()
    with inbox.watching():
        until(lambda: "done/club.xlsx" in inbox.files())
    assert len(sandbox.orders()) == 1


def test_two_watches_share_the_work(inbox, sandbox):
    with inbox.watching(), inbox.watching():
        for number in range(8):
            inbox.drop(f"a{number}.xlsx")
        until(lambda: sum(n.startswith("done/") for n in inbox.files()) == 16)
    assert len(sandbox.orders()) == 8
    assert sorted(name for name in inbox.files() if "results" not in name) == [f"done/a{n}.xlsx" for n in range(8)]


def test_changed_settings_are_read_and_broken_ones_are_not(inbox):
    with inbox.watching():
        until(lambda: alive(inbox))
        inbox.settings("pieces_per_order = 5\n")
        until(lambda: "The settings were changed and are read again." in inbox.log)
        inbox.drop("a.xlsx")
        until(lambda: "held/a.xlsx" in inbox.files())
        inbox.settings("nonsense = 1\n")
        until(lambda: "The changed settings cannot be used, the old ones stay: " in inbox.log)
        inbox.drop("b.xlsx")
        until(lambda: "held/b.xlsx" in inbox.files())


def test_a_share_that_vanishes_is_waited_for_and_said(inbox, sandbox):
    gone = inbox.folder.with_name("gone")
    with inbox.watching():
        until(lambda: alive(inbox))
        inbox.folder.rename(gone)
        (gone / "late.xlsx").touch()
        until(lambda: "cannot be used" in inbox.log)
        until(lambda: "Trouble: " in inbox.desk.quick("watch", inbox.folder, "--status").out)
        (gone / "late.xlsx").unlink()
        inbox.folder.mkdir()  # an empty folder where the share is not mounted
        time.sleep(1)
        assert list(inbox.folder.iterdir()) == []
        inbox.folder.rmdir()
        gone.rename(inbox.folder)
        inbox.drop("club.xlsx")
        until(lambda: "done/club.xlsx" in inbox.files())
    assert "can be used again" in inbox.log
    assert len(sandbox.orders()) == 1


def test_log_lines_and_metrics_for_machines(inbox):
    inbox.settings('log = "watch.jsonl"\nlog_json = true\nlog_size = 400\nlog_files = 2\nmetrics = "watch.prom"\n')
    with inbox.watching("--json"):
        for number in range(4):
            inbox.drop(f"a{number}.xlsx")
        until(lambda: sum(n.startswith("done/") for n in inbox.files()) == 8)
        until(lambda: 'outcome="done"} 4' in (inbox.desk.folder / "watch.prom").read_text())
    lines = [json.loads(line) for line in inbox.log.splitlines() if line.startswith("{")]
    assert {"began", "filed", "ended"} <= {line["event"] for line in lines}
    figures = (inbox.desk.folder / "watch.prom").read_text()
    assert f'roster_import_watch_orders_total{{folder="{inbox.folder}"}} 4' in figures
    assert (inbox.desk.folder / "watch.jsonl.1").exists()


def test_status_of_a_folder_nobody_watches(inbox, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    run = inbox.desk.quick("watch", other, "--status")
    assert (run.status, run.out) == (2, f"{other} is not watched: there is no heartbeat.\nToday: 0 files.\n")


def test_once_from_a_timetable_counts_as_alive_for_a_while(inbox):
    assert inbox.desk.quick("watch", inbox.folder, "--status").status == 2
    assert inbox.desk.quick("watch", inbox.folder, "--status", "--within", "600").status == 0


def test_the_doctor_looks_at_the_folder(inbox, tmp_path):
    before = sorted(inbox.folder.rglob("*"))
    run = inbox.desk.quick("doctor", inbox.folder, "--json")
    found = {one["what"]: one for one in run.json["findings"]}
    assert found["rights"]["seen"] == "files can be made, taken by a rename, and filed without overwriting"
    assert all(found[what]["ok"] for what in ("watched folder", "rights", "folder's clock", "folder's disk", "journal"))
    told = found["messages"]
    assert (told["ok"], told["seen"]) == (False, "nobody is told")
    assert told["do"] == "To be told of every file, set [notify] email_to, webhook, command or apprise."
    assert found["held"]["seen"].startswith("files in doubt: struck-through, coloured, hidden, ")
    assert sorted(inbox.folder.rglob("*")) == before, "it leaves nothing behind"
    nowhere = inbox.desk.quick("doctor", tmp_path / "nowhere", "--json")
    assert nowhere.status == 2


def test_the_recipes_are_as_their_readers_want_them():
    import configparser
    import xml.etree.ElementTree as ET

    from tests.conftest import REPOSITORY

    recipes = REPOSITORY / "docs" / "recipes"
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(recipes / "roster-import-watch.service")
    assert unit["Service"]["ExecStart"] == "/opt/roster-import/bin/roster-import watch /srv/inbox"
    task = ET.parse(recipes / "roster-import-watch.xml").getroot()
    space = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    assert task.find(".//t:Exec/t:Arguments", space).text == r"watch \\server\inbox --once"
    # The sequence of triggerBaseType in the published schema of Task Scheduler.
    assert [one.tag.partition("}")[2] for one in task.find(".//t:TimeTrigger", space)] == [
        "StartBoundary",
        "Repetition",
    ]
    (line,) = [one for one in (recipes / "crontab").read_text().splitlines() if not one.startswith("#")]
    assert line.startswith("*/5 * * * * cd ")
