"""A thousand files of 20 rows dropped together, each order confirmed after 3 s: files per second, memory, waiting."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from watch_folder import Watched, family, megabytes, processor_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

DELAY = 3.0


def main() -> int:
    from roster_import.sandbox import SandboxOptions, start
    from tests.conftest import ORDER, build

    files = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rows = [(f"P{i}", f"Name{chr(65 + i)}", str(i + 1), "M", 1, "Away kit") for i in range(20)]
    with tempfile.TemporaryDirectory() as name, start(SandboxOptions(delay=DELAY)) as sandbox:
        watched = Watched(Path(name), sandbox.url, "requests_per_second = 50\n")
        process = watched.start()
        try:
            for number in range(files):
                build(watched.inbox / f".{number}", rows, order={**ORDER, "Reference": f"PO-{number}"})
            for number in range(files):
                (watched.inbox / f".{number}").rename(watched.inbox / f"club{number}.xlsx")
            began, before = time.monotonic(), processor_seconds(process.pid)
            half = 0.0
            while (done := _filed(watched)) < files and any(_left(watched)) and time.monotonic() - began < 3600:
                half = half or (_memory(process.pid, "VmRSS") if done > files / 2 else 0.0)
                time.sleep(0.5)
            took, busy = time.monotonic() - began, processor_seconds(process.pid) - before
            most, last = _memory(process.pid, "VmHWM"), _memory(process.pid, "VmRSS")
        finally:
            process.terminate()
            process.wait()
        placed = len(sandbox.orders())
        each, some = _waited(watched.folder / "ledger.sqlite3", took)
    print(
        f"{done} files of 20 rows in {took:.0f} s: {done / took:.1f} files per second, {placed} orders. The vendor confirms "
        f"after {DELAY:g} s: an order waited for it {each:.1f} s on average, and in {100 * some:.0f} % of the time at least "
        f"one did; with 50 orders at once that alone takes {files / 50 * DELAY:.0f} s "
        f"({100 * files / 50 * DELAY / took:.0f} % of the time). Processor time {busy:.0f} s ({1000 * busy / files:.0f} ms a "
        f"file, all processes). Memory of the watch and its reading process at most {most:.0f} MB, {half:.0f} MB half-way, "
        f"{last:.0f} MB at the end."
    )
    return 0 if done == placed == files else 1


def _memory(process: int, name: str) -> float:
    return sum(megabytes(one, name) for one in family(process))


def _waited(ledger: Path, took: float) -> tuple[float, float]:
    """How long an order waited for its confirmation on average, and in what share of the time at least one did."""
    with closing(sqlite3.connect(ledger)) as entries:
        found = entries.execute("SELECT unixepoch(placed_at), unixepoch(finished_at) FROM entries").fetchall()
    seconds = {second for placed, finished in found for second in range(placed, finished)}
    return sum(finished - placed for placed, finished in found) / len(found), min(1.0, len(seconds) / took)


def _left(watched: Watched) -> Iterator[Path]:
    """What is not filed yet, well or badly."""
    yield from watched.inbox.glob("*.xlsx")
    yield from (watched.inbox / "processing").iterdir()


def _filed(watched: Watched) -> int:
    return sum(not path.name.endswith(".results.xlsx") for path in (watched.inbox / "done").glob("*.xlsx"))


if __name__ == "__main__":
    sys.exit(main())
