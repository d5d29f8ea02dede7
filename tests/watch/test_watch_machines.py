"""Watches on several machines over one folder: the ledger on a server knows who lives, the journal there who has what."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing, contextmanager, suppress
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from roster_import.place.ledger.ledger import Ledger
from roster_import.watch.journal.place import JournalPlace, journals_from_server, journals_to_server
from roster_import.watch.readiness import Sighting, in_turn
from tests.conftest import connected, until
from tests.watch.conftest import Inbox
from tests.workers.crew import ON_HOST, placed_once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOUR = 3600.0


@pytest.fixture
def shared(tmp_path: Path, sandbox, address: str, webhook) -> Inbox:
    """An inbox whose machines share a ledger; nothing was there before."""
    (tmp_path / "inbox").mkdir()
    inbox = Inbox(connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=address), tmp_path / "inbox")
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    assert inbox.once().status == 0
    return inbox


class Machine(subprocess.Popen):
    """A watch on a machine of its own, with a clock and a home of its own."""

    log: Path

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")


def begun(inbox: Inbox, host: str, *options: str, apart: float = 0.0) -> Machine:
    home = inbox.desk.folder / host
    home.mkdir(exist_ok=True)
    environment = {
        **inbox.desk.all_environment(),
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_STATE_HOME": str(home),
    }
    with (home / "watch.log").open("a", encoding="utf-8") as said:
        machine = Machine(
            [sys.executable, "-c", ON_HOST, host, str(apart), "watch", str(inbox.folder), *options],
            cwd=inbox.desk.folder, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        )  # fmt: skip
    machine.log = home / "watch.log"
    return machine


@contextmanager
def machines(inbox: Inbox, *hosts: str) -> Iterator[list[Machine]]:
    """A watch on each of these hosts, their clocks an hour apart."""
    begun_ = [begun(inbox, host, apart=number * HOUR) for number, host in enumerate(hosts)]
    try:
        until(lambda: all("Watching" in machine.said for machine in begun_))
        time.sleep(0.5)  # each has looked, and knows of the other
        yield begun_
    finally:
        for machine in begun_:
            with suppress(OSError):
                machine.send_signal(signal.SIGCONT)
                machine.kill()
            machine.wait()
            print(machine.args[3], *machine.said.splitlines()[-40:], sep="\n")  # shown where a test fails


def filed(inbox: Inbox, *names: str) -> bool:
    in_hand = inbox.folder / "processing"
    done = all((inbox.folder / "done" / name).exists() for name in names)
    return done and not (in_hand.exists() and any(in_hand.iterdir()))


@pytest.mark.parametrize("count", [2, 3])
def test_names_that_are_alike_are_shared_out_evenly_and_a_newcomer_takes_only_its_own(count):
    files = [Sighting(path=f"club{number}.xlsx", size=1, changed=1) for number in range(1000)]
    watchers = [f"watch-{number}" for number in range(count + 1)]
    before = {me: set(in_turn(files, watchers[:count], me, ())) for me in watchers[:count]}
    after = {me: set(in_turn(files, watchers, me, ())) for me in watchers}
    for shares in (before, after):
        assert Counter(chain.from_iterable(shares.values())) == Counter(files)
        assert min(map(len, shares.values())) > 0.8 * len(files) / len(shares)
    assert all(after[me] <= before[me] for me in before)


@pytest.mark.drill
def test_two_machines_share_what_comes(shared, sandbox, webhook):
    # A machine leaves the share of another to it for the time between two looks: the slower one is to have its chance.
    shared.settings(f'[notify]\nwebhook = "{webhook.url}"\n', interval=3)
    names = [f"club{number}.xlsx" for number in range(16)]
    with machines(shared, "north", "south") as (north, south):
        for name in names:
            shared.drop(name)
        until(lambda: filed(shared, *names))
        until(lambda: len(webhook.messages) >= len(names))
        status = shared.status()
    assert placed_once(sandbox, len(names))
    assert Counter(message["path"] for message in webhook.messages) == Counter(names)
    shares = [machine.said.count(" -> done/") for machine in (north, south)]
    assert sum(shares) == len(names)
    assert all(shares), shares
    assert len(status["today"]) == len(names)


@pytest.mark.drill
def test_what_a_dead_and_a_paused_machine_have_in_hand_is_taken_over(shared, sandbox, webhook):
    with machines(shared, "north", "south") as (north, south):
        sandbox.ask_for("place:hang-after-taking*2")
        for name in ("a.xlsx", "b.xlsx"):
            shared.drop(name)
        until(lambda: len(sandbox.orders()) == 2)
        os.kill(south.pid, signal.SIGSTOP)
        north.kill()
        at = time.monotonic()
        west = begun(shared, "west", apart=-HOUR)
        try:
            until(lambda: filed(shared, "a.xlsx", "b.xlsx"))
            taken = time.monotonic() - at
            os.kill(south.pid, signal.SIGCONT)
            shared.drop("c.xlsx")
            until(lambda: filed(shared, "a.xlsx", "b.xlsx", "c.xlsx"))
            until(lambda: len(webhook.messages) >= 3)
            time.sleep(3)  # who was paused has looked again
            assert south.poll() is None
        finally:
            west.kill()
            west.wait()
            print("west", west.said)
    assert taken < 25
    assert placed_once(sandbox, 3)
    # One that was on its way as the machine was paused may come twice, under the same id.
    told = {message["id"]: message["path"] for message in webhook.messages}
    assert sorted(told.values()) == ["a.xlsx", "b.xlsx", "c.xlsx"]
    assert sorted(shared.files()) == sorted(
        f"done/{name}{ending}.xlsx" for name in "abc" for ending in ("", ".results")
    )


@pytest.mark.drill
def test_machines_go_on_when_the_database_was_away(shared, sandbox, webhook, server):
    with machines(shared, "north", "south") as (north, south):
        shared.drop("before.xlsx")
        until(lambda: len(sandbox.orders()) == 1)
        server.stop()
        shared.drop("meanwhile.xlsx")
        time.sleep(6)
        server.start()
        shared.drop("after.xlsx")
        names = ("before.xlsx", "meanwhile.xlsx", "after.xlsx")
        until(lambda: filed(shared, *names), seconds=60)
        until(lambda: len(webhook.messages) >= 3)
        assert (north.poll(), south.poll()) == (None, None)
    assert placed_once(sandbox, 3)
    assert Counter(message["path"] for message in webhook.messages) == Counter(names)
    assert "geheim" not in north.said + south.said


# ------------------------------------------------------------------------------------------- moved over to a server


@pytest.fixture
def usual(inbox) -> Inbox:
    """An inbox whose ledger lies where it does when nobody says otherwise."""
    del inbox.desk.environment["ROSTER_IMPORT_LEDGER"]
    inbox.once("--accept-existing")
    return inbox


def moved_over(inbox: Inbox, address: str) -> None:
    inbox.desk.environment["ROSTER_IMPORT_LEDGER"] = address


def test_an_office_that_moves_over_keeps_its_journal(usual, address):
    inbox = usual
    inbox.settings("pieces_per_order = 1\n")
    inbox.drop("large.xlsx")
    assert inbox.once().status == 1
    was = inbox.status()
    moved_over(inbox, address)
    inbox.once()
    assert (inbox.status()["held"], inbox.status()["today"]) == (was["held"], was["today"])
    (file,) = (inbox.desk.folder / ".local/share/roster-import").glob("watch-*/*.sqlite3")
    assert file.name == "journal.moved.sqlite3"
    inbox.drop("new.xlsx")  # what was begun has not begun anew: it is no file from before
    released = inbox.desk.quick("release", inbox.folder / "held/large.xlsx")
    assert released.out == "large.xlsx is taken up at the next look of the watch.\n"
    inbox.once()
    assert "done/large.xlsx" in inbox.files()
    assert "held/new.xlsx" in inbox.files()


def test_files_from_before_the_beginning_stay_so_on_a_server(usual, address, tmp_path):
    (tmp_path / "other").mkdir()
    other = Inbox(usual.desk, tmp_path / "other")
    other.drop("before.xlsx")
    other.once()
    moved_over(other, address)
    other.once()
    assert other.files() == ["before.xlsx"]
    assert other.desk.quick("release", other.folder / "before.xlsx").status == 0
    other.once()
    assert "done/before.xlsx" in other.files()


def test_journals_move_with_a_ledger_whose_file_has_another_name_and_back(inbox, address):
    inbox.settings("pieces_per_order = 1\n")
    inbox.drop("large.xlsx")
    inbox.once()
    was, ledger = inbox.status(), inbox.desk.folder / "ledger.sqlite3"
    Ledger.open(address).close()
    assert journals_to_server(ledger, address) == [inbox.folder]
    assert journals_to_server(ledger, address) == []
    with closing(JournalPlace(ledger=ledger, server=address).known(inbox.folder)) as journal:
        (held,) = journal.held()
        journal.released(held.id)
    assert journals_from_server(ledger, address) == [inbox.folder]
    assert [file["outcome"] for file in inbox.status()["today"]] == ["released"]
    assert inbox.status()["today"][0] | {"outcome": "held"} == was["today"][0]


def test_any_machine_tells_of_a_folder_and_lets_go_what_is_held(shared):
    shared.settings("pieces_per_order = 1\n")
    shared.drop("large.xlsx")
    assert shared.once().status == 1
    elsewhere = shared.desk.folder / "elsewhere"
    elsewhere.mkdir()
    desk = connected(elsewhere, "http://127.0.0.1:9", **shared.desk.environment)
    status = desk.quick("watch", shared.folder, "--status", "--json").json
    assert [file["path"] for file in status["held"]] == ["held/large.xlsx"]
    seen = next(line for line in desk.quick("doctor", shared.folder).out.splitlines() if "journal" in line)
    assert "postgresql://127.0.0.1:" in seen
    assert "geheim" not in seen
    assert desk.quick("release", shared.folder / "held/large.xlsx").status == 0
    assert shared.once("--json").file["status"] == "placed"


def test_a_journal_of_a_newer_program_is_not_touched(shared, address):
    import psycopg

    with psycopg.connect(address, autocommit=True) as database:
        (schema,) = database.execute(
            "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'roster!_import!_watch%' ESCAPE '!'"
        ).fetchone()
        database.execute(f"UPDATE \"{schema}\".meta SET value = '99' WHERE name = 'form'")
    shared.drop("club.xlsx")
    run = shared.once()
    assert run.status == 4
    assert "was written by a newer roster-import (form 99, this program knows 4)." in run.err
    assert "club.xlsx" in shared.files()
