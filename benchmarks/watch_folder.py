"""A folder that is watched, for the three measures of it.

python benchmarks/watch_thousand.py [FILES]    python benchmarks/watch_latency.py    python benchmarks/watch_idle.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


@dataclass
class Watched:
    """A folder with a watch over it, its settings as they are by default but for what is given."""

    folder: Path
    url: str
    settings: str = ""

    def __post_init__(self) -> None:
        self.inbox = self.folder / "inbox"
        self.inbox.mkdir()
        (self.folder / "roster-import.toml").write_text(f"[watch]\n{self.settings}")
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT")},
            "PYTHONPATH": str(ROOT),
            "XDG_CONFIG_HOME": str(self.folder),
            "ROSTER_IMPORT_LEDGER": str(self.folder / "ledger.sqlite3"),
            "ROSTER_IMPORT_KITMAKER_URL": self.url,
            "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key",
        }

    def start(self, *args: str) -> subprocess.Popen[bytes]:
        """A watch in a process of its own, ready: its first look is over."""
        log = (self.folder / "watch.log").open("wb")
        process = subprocess.Popen(
            [sys.executable, "-m", "roster_import", "watch", str(self.inbox), *args],
            cwd=self.folder, env=self.environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        heartbeat = self.inbox / ".roster-import" / "heartbeat.json"
        while not heartbeat.exists():
            time.sleep(0.05)
        return process


def processor_seconds(process: int) -> float:
    """Processor time so far of a process, of the processes it runs, and of all of theirs that have ended (proc(5))."""
    return sum(sum(map(int, _fields(one)[11:15])) for one in family(process)) / os.sysconf("SC_CLK_TCK")


def family(process: int) -> list[int]:
    """A process and the processes that it and they have started and that still run."""
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += map(int, _read(str(task)).split())
    return found


def _fields(process: int) -> list[str]:
    """The fields of /proc/pid/stat from the third on; none where it has just ended."""
    return _read(f"/proc/{process}/stat").rpartition(")")[2].split() or ["0"] * 50


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def megabytes(process: int, name: str = "VmHWM") -> float:
    """Memory of a process: the most it ever had, or what it has (`VmRSS`); none where it has just ended."""
    lines = _read(f"/proc/{process}/status").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0) / 1024
