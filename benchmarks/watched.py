"""A folder that is watched: a thousand files dropped together; one with nothing to do; one copied into it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.processes import family, megabytes, processor_seconds
from benchmarks.record import Line
from benchmarks.row import ROOT, Bench, Row, RowFailedError
from benchmarks.vendor import Vendor, vendor

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES, FILES_IN_QUICK, FILES_A_SECOND = 1_000, 100, 10.0
IDLE_FILES, IDLE_SECONDS, IDLE_SHARE = 10_000, 60.0, 0.5
TRIALS, INTERVAL = 8, 5.0
GIVEN_UP_AFTER = 900.0
TWENTY = 20
NOBODY = Vendor(url="http://127.0.0.1:9", process=0)


class Watched:
    """A folder with a watch over it, its settings as they are by default but for what is given."""

    def __init__(self, folder: Path, environment: dict[str, str], settings: str = "") -> None:
        self.folder, self.inbox, self.ledger = folder, folder / "inbox", folder / "ledger.sqlite3"
        self.inbox.mkdir()
        user = folder / "roster-import"  # of the folder that commands are called in, [watch] would not be heeded
        user.mkdir()
        (user / "roster-import.toml").write_text(f"[watch]\n{settings}")
        self._environment = {
            **environment, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(folder), "ROSTER_IMPORT_LEDGER": str(self.ledger),
        }  # fmt: skip

    @contextmanager
    def running(self) -> Iterator[int]:
        """A watch in a process of its own, its first look over: its number."""
        with (self.folder / "watch.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "roster_import", "watch", str(self.inbox)],
                cwd=self.folder, env=self._environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        try:
            while not (self.inbox / ".roster-import" / "heartbeat.json").exists():
                if process.poll() is not None:
                    raise RowFailedError(f"the watch ended: {(self.folder / 'watch.log').read_text()[-300:]}")
                time.sleep(0.05)
            yield process.pid
        finally:
            process.terminate()
            process.wait()

    def filed(self, where: str = "done") -> int:
        """How many files are done with, or lie in another of its folders."""
        return sum(not path.name.endswith(".results.xlsx") for path in (self.inbox / where).glob("*.xlsx"))

    def fill(self, files: int) -> None:
        """Drop so many files of twenty rows at once, each for people of its own: goods that were ordered before are held."""
        from tests.conftest import ORDER, build

        for number in range(files):
            rows = [
                (f"Player {number} {at}", f"Name {number} {chr(65 + at)}", str(at + 1), "M", 1, "Away kit")
                for at in range(TWENTY)
            ]
            build(self.inbox / f".{number}", rows, order={**ORDER, "Reference": f"PO-{number}"})
        for number in range(files):
            (self.inbox / f".{number}").rename(self.inbox / f"club{number}.xlsx")


# -------------------------------------------------------------------------------------------------- a thousand files


def thousand(bench: Bench) -> Iterator[Line]:
    """Files a second where the vendor confirms at once: its waiting is not the watch's."""
    files = FILES_IN_QUICK if bench.quick else FILES
    with TemporaryDirectory() as folder, vendor(0.0) as system:
        watched = Watched(Path(folder), bench.environment | system.settings, "requests_per_second = 1000\n")
        with watched.running() as process:
            watched.fill(files)
            began, busy = time.monotonic(), processor_seconds(process)
            while (
                (done := watched.filed()) < files
                and not watched.filed("held")
                and time.monotonic() - began < GIVEN_UP_AFTER
            ):
                time.sleep(0.25)
            took, busy = time.monotonic() - began, processor_seconds(process) - busy
            most = sum(megabytes(member) for member in family(process))
        if done < files:
            raise RowFailedError(f"{done} of {files} files were done in {took:.0f} s, {watched.filed('held')} held")
    yield Line(
        row="watch", what=f"watch: {files:,} files of 20 rows, confirmed at once", here=files / took, unit="files a second",
        processor=busy, megabytes=most, at_least=True,
        goal=None if bench.quick else FILES_A_SECOND,  # of a hundred, half the time is for seeing that they lie still
        note=f"{took:.0f} s, {1000 * busy / files:.0f} ms of a processor for each file",
    )  # fmt: skip


# --------------------------------------------------------------------------------------------- one file, and none


def idle(bench: Bench) -> Iterator[Line]:
    """What a watch costs that has nothing to do, with ten thousand files in done/."""
    with TemporaryDirectory() as folder:
        watched = Watched(Path(folder), bench.environment | NOBODY.settings)
        done = watched.inbox / "done"
        done.mkdir()
        for number in range(IDLE_FILES):
            (done / f"club{number}.xlsx").touch()
        with watched.running() as process:
            time.sleep(5)
            before, began = processor_seconds(process), time.monotonic()
            time.sleep(IDLE_SECONDS)
            share = 100 * (processor_seconds(process) - before) / (time.monotonic() - began)
            memory = megabytes(process, "VmRSS")
    yield Line(
        row="watch-idle", what=f"idle watch, {IDLE_FILES:,} files in done/", here=share, unit="% of a processor",
        megabytes=memory, goal=IDLE_SHARE,
    )  # fmt: skip


def latency(bench: Bench) -> Iterator[Line]:
    """From a finished copy to the request on the wire, at default settings: the worst of some."""
    from tests.conftest import ORDER, build

    took = []
    with TemporaryDirectory() as folder, vendor(0.2) as system:
        watched = Watched(Path(folder), bench.environment | system.settings)
        with watched.running():
            for number in range(TRIALS):
                time.sleep(random.Random(number).uniform(0, INTERVAL))
                # Nobody for whom it was ordered before.
                rows = [(f"Player {number}", f"NAME {number}", str(number + 1), "M", 1, "Away kit")]
                made = build(Path(folder) / "made.xlsx", rows, order={**ORDER, "Reference": f"PO-{number}"})
                (watched.inbox / f"club{number}.xlsx").write_bytes(made.read_bytes())
                began = time.monotonic()
                while system.orders() == number:
                    time.sleep(0.02)
                took.append(time.monotonic() - began)
    yield Line(
        row="watch-latency", what="watch: from a finished copy to the request, at worst", here=max(took), runs=TRIALS,
        goal=2 * INTERVAL, note=f"looked every {INTERVAL:g} s",
    )  # fmt: skip


ROWS = (
    Row(name="watch", what="a thousand files dropped into a watched folder", measure=thousand),
    Row(name="watch-idle", what="a watch with nothing to do", measure=idle, aside=True),
    Row(name="watch-latency", what="from a copied file to its order", measure=latency, aside=True),
)
