"""A thousand files of 20 rows dropped together, each order confirmed after 3 s: files per second, memory, waiting."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from watch_folder import Watched, megabytes, processor_seconds

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
            while (done := _filed(watched)) < files and time.monotonic() - began < 3600:
                half = half or (megabytes(process.pid, "VmRSS") if done > files / 2 else 0.0)
                time.sleep(0.5)
            took, busy = time.monotonic() - began, processor_seconds(process.pid) - before
            most, last = megabytes(process.pid), megabytes(process.pid, "VmRSS")
        finally:
            process.terminate()
            process.wait()
        placed = len(sandbox.orders())
    print(
        f"{done} files of 20 rows in {took:.0f} s: {done / took:.1f} files per second, {placed} orders. The vendor's {DELAY:g} s "
        f"alone, 50 orders at once: {files / 50 * DELAY:.0f} s ({100 * files / 50 * DELAY / took:.0f} % of the time). Processor "
        f"time {busy:.0f} s ({1000 * busy / files:.0f} ms a file, child processes included). Memory at most {most:.0f} "
        f"MB, {half:.0f} MB half-way, {last:.0f} MB at the end."
    )
    return 0 if done == placed == files else 1


def _filed(watched: Watched) -> int:
    return sum(not path.name.endswith(".results.xlsx") for path in (watched.inbox / "done").glob("*.xlsx"))


if __name__ == "__main__":
    sys.exit(main())
