"""The command under a clock that jumps: `python -m tests.drills.shifted_clock FILE watch inbox`.

The file holds by how many seconds the wall clock is ahead, or behind, and is looked at whenever the time is asked for. The
clock that only goes forward is the machine's.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any


def shift(file: Path) -> None:
    """Shift what the program takes for the time of day."""
    really = time.time

    def ahead() -> float:
        try:
            return float(file.read_text() or 0)
        except (OSError, ValueError):
            return 0.0

    class Shifted(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime.now(tz) + timedelta(seconds=ahead())

    time.time = lambda: really() + ahead()
    from roster_import.pipeline import effects
    from roster_import.watch import loop

    loop.datetime = effects.datetime = Shifted  # type: ignore[misc,attr-defined]


if __name__ == "__main__":
    shift(Path(sys.argv[1]))
    from roster_import.cli.main import run

    run(sys.argv[2:])
