"""Start-up: `--help` beside importing click, `check` beside importing the five libraries; ratios of one run.

Each pair is run in turn, A B A B …, as whole processes; the medians are compared. Exits 1 above the goal.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
COMMAND = str(Path(sys.executable).with_name("roster-import"))
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}


def seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    return time.perf_counter() - began


def compare(name: str, ours: list[str], theirs: list[str], goal: float, runs: int = 15) -> bool:
    for command in (ours, theirs):
        seconds(command)
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    ratio = statistics.median(mine / other for mine, other in pairs)
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    verdict = "ok" if ratio <= goal else "ABOVE THE GOAL"
    print(f"{name}: {mine * 1000:.0f} ms beside {other * 1000:.0f} ms, ratio {ratio:.2f} (goal {goal}) {verdict}")
    return ratio <= goal


def main() -> int:
    from tests.conftest import build

    with tempfile.TemporaryDirectory() as folder:
        rows = [(f"P{i}", f"Name{i}", str(i), "M", 1, "Home kit") for i in range(30)]
        club = build(Path(folder) / "club.xlsx", rows)
        ENVIRONMENT["ROSTER_IMPORT_LEDGER"] = str(Path(folder) / "ledger.sqlite3")
        bare = "import openpyxl, pandas, pandera.pandas, httpx, click"
        good = [
            compare("--help", [COMMAND, "--help"], [sys.executable, "-c", "import click"], 1.5),
            compare("import --help", [COMMAND, "import", "--help"], [sys.executable, "-c", "import click"], 2.0),
            compare(
                "in German",
                [COMMAND, "import", "--help", "--language", "de"],
                [sys.executable, "-c", "import click"],
                2.0,
            ),
            compare("check of 30 rows", [COMMAND, "check", str(club)], [sys.executable, "-c", bare], 1.15),
        ]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
