"""A watch that has nothing to do, with 10,000 files in done/: under 0.5 % of one processor."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from watch_folder import Watched, megabytes, processor_seconds

FILES, SECONDS, GOAL = 10_000, 60.0, 0.5


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        watched = Watched(Path(name), "http://127.0.0.1:9")
        done = watched.inbox / "done"
        done.mkdir()
        for number in range(FILES):
            (done / f"club{number}.xlsx").touch()
        process = watched.start()
        try:
            time.sleep(5)
            before, began = processor_seconds(process.pid), time.monotonic()
            time.sleep(SECONDS)
            share = 100 * (processor_seconds(process.pid) - before) / (time.monotonic() - began)
            memory = megabytes(process.pid, "VmRSS")
        finally:
            process.terminate()
            process.wait()
    print(f"idle with {FILES} files in done/: {share:.2f} % of one processor (goal under {GOAL} %), {memory:.0f} MB")
    return 0 if share < GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
