"""A file that keeps the program busy for ever holds up no other, and is answered; a watch that it keeps busy can be stopped."""

import os
import signal
import sys
import time
from contextlib import closing
from dataclasses import dataclass

import pytest

from roster_import.pipeline import check_process
from roster_import.watch.journal.journal import Journal
from tests.conftest import Desk, until
from tests.watch import work_that_may_hang
from tests.watch.conftest import QUICK, Inbox

_HANGS = (
    "from roster_import.__main__ import main; from roster_import.pipeline import check_process;"
    f"check_process.__name__ = {work_that_may_hang.__name__!r}; main()"
)


@dataclass
class HangingDesk(Desk):
    """A desk whose watch never ends to check a file called `endless.xlsx`."""

    def command(self, *args):
        return [sys.executable, "-c", _HANGS, *map(str, args)]

    def all_environment(self):
        return {**super().all_environment(), "PYTHONPATH": os.pathsep.join(filter(os.path.isabs, sys.path))}


@pytest.mark.drill
def test_a_check_without_end_is_ended_and_the_file_is_answered(inbox, sandbox, monkeypatch):
    monkeypatch.setattr(check_process, "__name__", work_that_may_hang.__name__)
    inbox.desk.environment["ROSTER_IMPORT_FILE_SECONDS"] = "4"
    inbox.drop("endless.xlsx", "PO-endless")
    inbox.drop("club.xlsx", "PO-1")
    run = inbox.once()
    assert run.status == 1
    assert [order["body"]["reference"] for order in sandbox.orders()] == ["PO-1"]
    assert "club.xlsx -> done/club.xlsx" in run.err
    why = (inbox.folder / "failed" / "endless.why.txt").read_text()
    assert (
        "endless.xlsx was still being checked after 4 seconds, so it was given up: copy the players into a new" in why
    )


@pytest.mark.drill
@pytest.mark.skipif(os.name == "nt", reason="signals of Linux and macOS")
def test_a_watch_that_hangs_over_a_check_stops_in_time_and_gives_the_file_up_the_second_time(inbox, sandbox):
    hanging = Inbox(HangingDesk(inbox.desk.folder, inbox.desk.environment), inbox.folder)
    inbox.desk.environment["ROSTER_IMPORT_FILE_SECONDS"] = "300"
    inbox.desk.settings(QUICK.replace("stop_within = 5", "stop_within = 0.2"))
    inbox.drop("endless.xlsx")
    _stopped_over_it(hanging, "club1", deaths=0)
    _stopped_over_it(hanging, "club2", deaths=1)
    run = inbox.once()
    assert "endless.xlsx -> failed/endless.xlsx" in run.err
    why = (inbox.folder / "failed" / "endless.why.txt").read_text()
    assert (
        "endless.xlsx was being read when roster-import ended, twice, and is not read again. Copy the players into"
        in why
    )
    assert len(sandbox.orders()) == 2


def _stopped_over_it(inbox, other, deaths):
    """Stop a watch that hangs over the check of a file, when it has done another one."""
    with inbox.watching() as watch:
        until(lambda: _is_checked(inbox, watch, deaths))
        inbox.drop(f"{other}.xlsx")
        until(lambda: f"done/{other}.xlsx" in inbox.files())
        began = time.monotonic()
        watch.send_signal(signal.SIGTERM)
        assert watch.wait(30) == 0
        assert time.monotonic() - began < 15
    assert any(file.startswith("processing/") and file.endswith("/endless.xlsx") for file in inbox.files())


def _is_checked(inbox, watch, deaths):
    """Whether this process of a watch is checking the file, after so many that ended over it."""
    with closing(Journal.open(inbox.journal)) as journal:
        tickets = [ticket for ticket in journal.open_tickets() if ticket.path == "endless.xlsx"]
    return any(f"/{watch.pid}/" in str(ticket.looked_into) and ticket.deaths == deaths for ticket in tickets)
