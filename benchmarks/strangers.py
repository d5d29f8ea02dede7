"""Every file that was ever awkward to somebody, as it is and with its longest text repeated a thousandfold: `check` of each.

Each ends in rows or in sentences, without a traceback, in at most 10 seconds and 1 GB over all its processes together:
the sum of their resident sets, sampled. Exits 1 where one does not.

    python benchmarks/strangers.py [FOLDER …]       # else ../shared/corpora
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
COMMAND = str(Path(sys.executable).with_name("roster-import"))
CORPORA = ROOT.parent / "shared" / "corpora"
SECONDS, MEMORY = 10.0, 1024.0  # MB
TIMES = 1000
STOPPED_AFTER = 60.0
_TEXTS = re.compile(rb">([^<>]{1,4000})<")
_IN_SHEETS = ("sharedstrings.xml", "content.xml")
_FIELDS = re.compile(rb"[^,;\t|\r\n\"]{1,4000}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a check of a file ended: seconds on the clock and of a processor, megabytes at most, exit status, what is wrong."""

    name: str
    seconds: float
    worked: float
    megabytes: float
    status: int
    wrong: str


def main(folders: list[str]) -> int:
    files = [path for folder in folders or [str(CORPORA)] for path in sorted(Path(folder).rglob("*")) if path.is_file()]
    files = [path for path in files if path.name not in ("MANIFEST.tsv", "README.md")]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(int(os.environ.get("JOBS", "1"))) as pool:
        runs = [run for pair in pool.map(lambda path: list(_both(path, Path(folder))), files) for run in pair]
    for run in sorted(runs, key=lambda run: -run.seconds)[:5]:
        print(f"slowest: {_figures(run)}")
    for run in sorted(runs, key=lambda run: -run.megabytes)[:5]:
        print(f"largest: {_figures(run)}")
    wrong = [run for run in runs if run.wrong]
    print(f"{len(runs)} runs of {len(files)} files, {len(wrong)} wrong")
    return 1 if wrong or not runs else 0


def _figures(run: Run) -> str:
    return f"{run.seconds:5.1f} s, {run.worked:5.1f} s of a processor, {run.megabytes:5.0f} MB  {run.name}"


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
    began = time.perf_counter()
    process = subprocess.Popen(
        [COMMAND, "check", str(path)], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    most = [0.0]
    watching = threading.Thread(target=_watch, args=(process, began, most), daemon=True)
    watching.start()
    assert process.stdout is not None
    said = process.stdout.read().decode(errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    watching.join()
    wrong = _wrong(said, process.returncode, seconds, most[0])
    run = Run(name=name, seconds=seconds, worked=used.ru_utime + used.ru_stime, megabytes=most[0],
              status=process.returncode, wrong=wrong)  # fmt: skip
    if wrong:
        print(f"WRONG: {wrong} (exit {run.status})\n       {_figures(run)}", flush=True)
    return run


def _watch(process: subprocess.Popen[bytes], began: float, most: list[float]) -> None:
    while process.returncode is None:
        most[0] = max(most[0], sum(map(_resident, _tree(process.pid))))
        if time.perf_counter() - began > STOPPED_AFTER:
            process.kill()
        time.sleep(0.03)


def _tree(number: int) -> list[int]:
    """A process and all that came of it, by /proc."""
    tree, seen = [number], 0
    while seen < len(tree):
        try:
            for children in Path(f"/proc/{tree[seen]}/task").glob("*/children"):
                tree += map(int, children.read_text().split())
        except OSError:
            pass  # gone by now
        seen += 1
    return tree


def _resident(number: int) -> float:
    try:
        pages = int(Path(f"/proc/{number}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


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
