"""Every file that was ever awkward to somebody, as it is and with its longest text repeated a thousandfold: `check` of each.

Each ends in rows or in sentences, without a traceback, in at most 10 seconds and 1 GB over all its processes together:
the sum of their resident sets, sampled. Exits 1 where one does not.

    python -m benchmarks.strangers [FOLDER …]       # else ../shared/corpora
"""

from __future__ import annotations

import io
import os
import re
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import processes
from benchmarks.row import COMMAND, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPORA = ROOT.parent / "shared" / "corpora"
SECONDS, MEMORY = 10.0, 1024.0  # MB
TIMES = 1000
STOPPED_AFTER = 60.0
_TEXTS = re.compile(rb">([^<>]{1,4000})<")
_IN_SHEETS = ("sharedstrings.xml", "content.xml")
_FIELDS = re.compile(rb"[^,;\t|\r\n\"]{1,4000}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a check of a file ended: what it cost, exit status, what is wrong."""

    name: str
    cost: processes.Cost
    status: int
    wrong: str


def main(folders: list[str]) -> int:
    files = [path for folder in folders or [str(CORPORA)] for path in sorted(Path(folder).rglob("*")) if path.is_file()]
    files = [path for path in files if path.name not in ("MANIFEST.tsv", "README.md")]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(int(os.environ.get("JOBS", "1"))) as pool:
        runs = [run for pair in pool.map(lambda path: list(_both(path, Path(folder))), files) for run in pair]
    for run in sorted(runs, key=lambda run: -run.cost.seconds)[:5]:
        print(f"slowest: {_figures(run)}")
    for run in sorted(runs, key=lambda run: -(run.cost.megabytes or 0.0))[:5]:
        print(f"largest: {_figures(run)}")
    wrong = [run for run in runs if run.wrong]
    print(f"{len(runs)} runs of {len(files)} files, {len(wrong)} wrong")
    return 1 if wrong or not runs else 0


def _figures(run: Run) -> str:
    cost = run.cost
    return f"{cost.seconds:5.1f} s, {cost.processor:5.1f} s of a processor, {cost.megabytes:5.0f} MB  {run.name}"


def _both(path: Path, folder: Path) -> Iterator[Run]:
    """The file as it is, and with its longest text repeated; in a folder of its own, as a name may be any."""
    own = Path(tempfile.mkdtemp(dir=folder))
    copy = own / path.name  # what is written beside a file is not to be written into the corpora
    copy.write_bytes(path.read_bytes())
    yield _run(copy, path.name, own)
    long = own / ("long-" + path.stem + (path.suffix if path.suffix not in (".xls", ".xlsb") else ".csv"))
    content = lengthened(path)
    if content is not None:
        long.write_bytes(content)
        yield _run(long, f"{path.name}, its longest text x {TIMES}", own)


# ----------------------------------------------------------------------------------------------- the longest text


def lengthened(path: Path) -> bytes | None:
    """The file with its longest text repeated; None where it has none that could be."""
    data = path.read_bytes()
    if data.startswith(b"PK"):
        return _in_zip(data) if path.suffix != ".xlsb" else _as_text(path)
    if path.suffix in (".csv", ".tsv", ".txt"):
        return _repeated(data, _FIELDS, 0)
    return _as_text(path)


def _in_zip(data: bytes) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [info for info in package.infolist() if info.file_size < 50_000_000]
            parts = {info.filename: package.read(info) for info in infos}
    except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return None
    named = [name for name in parts if name.lower().endswith(_IN_SHEETS) or "worksheets/sheet" in name.lower()]
    longest = max(named, key=lambda name: len(_longest(parts[name], _TEXTS, 1) or b""), default=None)
    if longest is None or (long := _repeated(parts[longest], _TEXTS, 1)) is None:
        return None
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in (parts | {longest: long}).items():
            package.writestr(name, part)
    return made.getvalue()


def _as_text(path: Path) -> bytes | None:
    """What an older workbook holds, as text with semicolons."""
    from roster_import.errors import UnreadableFile
    from roster_import.read import read_workbook

    try:
        sheets = read_workbook(path).sheets
    except UnreadableFile:
        return None
    rows = ([" ".join(row[at].text.split()) if at in row else "" for at in range(1, max(row) + 1)]
            for sheet in sheets for row in sheet.rows.values())  # fmt: skip
    text = "\n".join(";".join(cell.replace(";", ",") for cell in row) for row in rows)
    return _repeated(text.encode(), _FIELDS, 0)


def _longest(data: bytes, texts: re.Pattern[bytes], group: int) -> bytes | None:
    return max((found[group] for found in texts.finditer(data)), key=lambda text: len(text.strip()), default=None)


def _repeated(data: bytes, texts: re.Pattern[bytes], group: int) -> bytes | None:
    longest = _longest(data, texts, group)
    return data.replace(longest, longest * TIMES, 1) if longest and longest.strip() else None


# ------------------------------------------------------------------------------------------------------ measuring


def _run(path: Path, name: str, folder: Path) -> Run:
    environment = {**os.environ, "ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3"), "HOME": str(folder)}
    ended = processes.run([COMMAND, "check", str(path)], folder, environment, stopped_after=STOPPED_AFTER)
    cost, said = ended.cost, ended.out + ended.err
    wrong = _wrong(said, ended.status, cost.seconds, cost.megabytes or 0.0)
    tried = Run(name=name, cost=cost, status=ended.status, wrong=wrong)
    if wrong:
        print(f"WRONG: {wrong} (exit {tried.status})\n       {_figures(tried)}", flush=True)
    return tried


def _wrong(said: str, status: int, seconds: float, megabytes: float) -> str:
    if "Traceback" in said:
        return "a traceback: " + said.strip().splitlines()[-1][:200]
    if status not in (0, 1, 2) or not said.strip():
        return f"no answer: {said.strip()[-200:]!r}"
    if seconds > SECONDS:
        return "too slow"
    return "too large" if megabytes > MEMORY else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
