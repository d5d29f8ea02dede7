"""A hundred orders against a sandbox that takes 3 s to confirm each, at default politeness: under 15 s in all."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ORDERS, DELAY, GOAL = 100, 3.0, 15.0


def main() -> int:
    from roster_import.sandbox import SandboxOptions, start
    from tests.conftest import ORDER, build

    with tempfile.TemporaryDirectory() as folder, start(SandboxOptions(delay=DELAY)) as sandbox:
        rows = [(f"P{i}", f"Name{i}", str(i), "M", 1, "Away kit", "", "", f"PO-{i}") for i in range(ORDERS)]
        table = [list(ORDER), *([f"PO-{i}", *list(ORDER.values())[1:]] for i in range(ORDERS))]
        club = build(Path(folder) / "club.xlsx", rows, order=table)
        environment = {
            **os.environ,
            "ROSTER_IMPORT_LEDGER": f"{folder}/ledger.sqlite3",
            "ROSTER_IMPORT_KITMAKER_URL": sandbox.url,
            "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key",
        }
        began = time.perf_counter()
        command = [sys.executable, "-m", "roster_import", str(club)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        took = time.perf_counter() - began
        placed = len(sandbox.orders())
    good = done.returncode == 0 and placed == ORDERS and took < GOAL
    print(f"{placed} orders of one file, each confirmed after {DELAY:g} s: {took:.1f} s in all (goal under {GOAL:g} s)")
    if not good:
        print(done.stdout[-2000:], done.stderr[-2000:])
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
