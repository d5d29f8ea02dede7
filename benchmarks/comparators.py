"""Those the program is timed beside: set up in an environment of their own, and seen to work before they are timed."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.rosters import FILLED, planted_at
from benchmarks.row import ROOT, Bench, RowFailedError

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = ROOT / ".venv-bench"
PYTHON = ENVIRONMENT / "bin" / "python"
REQUIREMENTS = ROOT / "benchmarks" / "requirements.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparator:
    """One of the others: its few lines in `beside/`, the files it reads, the most rows it is asked for, whether it judges."""

    name: str
    script: str
    arguments: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = (".xlsx", ".csv")
    rows: int = 100_000
    judges: bool = True

    def command(self, path: Path) -> list[str]:
        """Its whole process for a file."""
        return [str(PYTHON), str(ROOT / "benchmarks" / "beside" / self.script), str(path), *self.arguments]


FRICTIONLESS = Comparator(name="frictionless validate", script="frictionless_validate.py")
COMPARATORS = (
    FRICTIONLESS,
    Comparator(name="pandas + pandera", script="pandas_pandera.py"),
    Comparator(
        name="pandas (calamine) + pandera", script="pandas_pandera.py", arguments=("calamine",), suffixes=(".xlsx",)
    ),
    Comparator(name="tablib, row by row", script="tablib_rows.py", rows=10_000),
    Comparator(name="django-import-export, dry run", script="django_dry_run.py", rows=10_000),
    Comparator(name="openpyxl, rows read", script="openpyxl_rows.py", suffixes=(".xlsx",), judges=False),
    Comparator(name="calamine, rows read", script="calamine_rows.py", suffixes=(".xlsx",), judges=False),
)


def beside(rows: int, suffix: str) -> list[Comparator]:
    """Those that are asked for a file of that size and kind."""
    return [one for one in COMPARATORS if suffix in one.suffixes and rows <= one.rows]


def set_up() -> None:
    """Their environment, with the versions that `requirements.txt` pins; made anew where that has changed."""
    ready = ENVIRONMENT / ".ready"
    if ready.exists() and ready.read_text() == REQUIREMENTS.read_text():
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS], check=True)
    subprocess.run([PYTHON, "-m", "compileall", "-q", ROOT / "benchmarks" / "beside"], check=True)
    ready.write_text(REQUIREMENTS.read_text())


def names() -> str:
    """What is pinned, of those that are timed."""
    wanted = ("frictionless", "pandas", "pandera", "tablib", "django-import-export", "openpyxl", "python-calamine")
    pinned = [line.strip().replace("==", " ") for line in REQUIREMENTS.read_text().splitlines()]
    return ", ".join(line for line in pinned if line.split(" ")[0] in wanted)


def tried(bench: Bench, comparator: Comparator, sound: Path, faults: Path, rows: int) -> None:
    """Raises `RowFailedError` unless it reads every row, finds what is planted, all of it, and nothing in the sound file."""
    for path, planted in ((faults, planted_at(rows)), (sound, ())):
        said = _said(bench, comparator, path)
        _same(comparator, path, "rows", said["rows"], rows)
        if comparator.judges:
            _same(comparator, path, "faults", sorted(map(tuple, said["faults"])), sorted(planted))
        else:
            empty = 2 if path == faults else 0  # a missing size, a missing player
            _same(comparator, path, "filled cells", said["cells"], rows * FILLED - empty)


def _said(bench: Bench, comparator: Comparator, path: Path) -> dict[str, object]:
    ended = bench.run(comparator.command(path))
    if ended.status != 0:
        raise RowFailedError(f"{comparator.name}, {path.name}: exit {ended.status}: {ended.err.strip()[-300:]}")
    said: dict[str, object] = json.loads(ended.out)
    return said


def _same(comparator: Comparator, path: Path, what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise RowFailedError(f"{comparator.name}, {path.name}: {what} {str(found)[:200]}, not {wanted}")
