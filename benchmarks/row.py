"""One row of the table: its name, what measures it; and what the measuring needs."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.processes import Cost, Ended, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchmarks.record import Line

ROOT = Path(__file__).resolve().parent.parent
COMMAND = str(Path(sys.executable).with_name("roster-import"))


class RowFailedError(Exception):
    """A figure would not be what it seems: somebody did not find what was planted, or did not read the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A folder to work in, whether it has to be quick, the files, and what one row leaves for another."""

    folder: Path
    files: Path
    quick: bool = False
    costs: dict[str, list[Cost]] = field(default_factory=dict)

    def runs(self, number: int) -> int:
        """How often: a third where it has to be quick, and once at least."""
        return max(1, number // 3) if self.quick else number

    @property
    def environment(self) -> dict[str, str]:
        """Nobody's settings but the folder's own; what Python compiles is kept, as it is for everybody else."""
        others = ("ROSTER_IMPORT", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(others)}
        ledger = str(self.folder / "ledger.sqlite3")
        return {**kept, "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder), "ROSTER_IMPORT_LEDGER": ledger}

    def run(self, command: Sequence[str], at: Path | None = None) -> Ended:
        """A command run in the folder, or in another."""
        return run(command, at or self.folder, self.environment)

    def timed(self, command: Sequence[str], statuses: Sequence[int] = (0,)) -> Callable[[], Cost]:
        """The way to run a command once more and to learn its cost. Raises `RowFailedError` where it ends badly."""

        def way() -> Cost:
            ended = self.run(command)
            if ended.status not in statuses:
                raise RowFailedError(
                    f"{' '.join(command)}: exit {ended.status}: {(ended.err or ended.out).strip()[-300:]}"
                )
            return ended.cost

        return way


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row by name. `aside`: only where it is asked for; `in_quick`: also where the run has to be quick."""

    name: str
    what: str
    measure: Callable[[Bench], Iterable[Line]]
    aside: bool = False
    in_quick: bool = True
