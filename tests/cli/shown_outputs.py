"""What the documentation shows of the command line: each ```console block is run; as `make outputs` this writes the blocks anew.

A block has `$ roster-import …` lines, each followed by what it prints. A page's commands run one after another in a folder
with the examples, on a machine where nothing was ordered before. `| head -3` shows the first lines alone. Progress is not shown.
"""

from __future__ import annotations

import re
import shlex
import shutil
import tempfile
from pathlib import Path
from unittest import mock

from roster_import.pipeline import sandbox
from tests.conftest import REPOSITORY, Desk

PAGES = tuple(
    page
    for page in sorted((REPOSITORY / "README.md", *REPOSITORY.glob("docs/**/*.md"), *REPOSITORY.glob("*/README.md")))
    if "```console\n" in page.read_text(encoding="utf-8")
)
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_COMMAND = re.compile(r"^\$ roster-import (?P<args>.*?)(?: \| head -(?P<lines>\d+))?$", re.MULTILINE)
_DATE = re.compile(r"20\d\d-\d\d-\d\d(?: \d\d:\d\d)?")  # the day of the run, and the days that follow from it


def rendered(page: Path, folder: Path) -> str:
    """The page with each block as its commands print it now, run in a folder made for it; other days alone change no block."""
    desk = _desk(folder)
    with (
        mock.patch.object(sandbox, "_SANDBOX_DELAY", 0.0),
        mock.patch.object(sandbox, "_SANDBOX_POLL", 0.02),
    ):
        return _BLOCK.sub(lambda block: _as_printed(block[0], desk), page.read_text(encoding="utf-8"))


def _desk(folder: Path) -> Desk:
    shutil.copytree(
        REPOSITORY / "examples", folder / "examples", ignore=shutil.ignore_patterns("target_plugin", "*.py")
    )
    return Desk(folder, {"ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3"), "XDG_DATA_HOME": str(folder / "data")})


def _as_printed(block: str, desk: Desk) -> str:
    new = "".join(f"{command[0]}\n{_printed(command, desk)}" for command in _COMMAND.finditer(block))
    return block if _DATE.sub("", new) == _DATE.sub("", block) else new


def _printed(command: re.Match[str], desk: Desk) -> str:
    run = desk.quick(*shlex.split(command["args"]))
    lines = (run.err if run.status == 2 else run.out).splitlines()
    shown = [line.rstrip() for line in lines[: int(command["lines"]) if command["lines"] else None]]
    return "".join(f"{line}\n" for line in shown)


if __name__ == "__main__":
    for each in PAGES:
        with tempfile.TemporaryDirectory() as made:
            each.write_text(rendered(each, Path(made)), encoding="utf-8")
