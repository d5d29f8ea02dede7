"""What the documentation shows of the command line: each ```console block is run; as `make outputs` this writes the blocks anew.

A block has `$ roster-import …` lines, each followed by what it prints. A page's commands run one after another in a folder
with the examples, on a machine where nothing was ordered before. `| head -3` shows the first lines alone. Progress is not shown.
Where `<!-- answers: p, n -->` stands before a block, its commands are run as on a terminal, where these are typed.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from unittest import mock

from roster_import.pipeline import sandbox
from tests.conftest import REPOSITORY, Desk

PAGES = tuple(
    page
    for page in sorted((REPOSITORY / "README.md", *REPOSITORY.glob("docs/**/*.md"), *REPOSITORY.glob("*/README.md")))
    if "```console\n" in page.read_text(encoding="utf-8")
)
_BLOCK = re.compile(r"(?P<head>(?:<!-- answers: (?P<answers>.*?) -->\n)?```console\n)(?P<body>.*?)(?=```)", re.DOTALL)
_COMMAND = re.compile(r"^\$ roster-import (?P<args>.*?)(?: \| head -(?P<lines>\d+))?$", re.MULTILINE)
_DATE = re.compile(r"20\d\d-\d\d-\d\d(?: \d\d:\d\d)?")  # the day of the run, and the days that follow from it


def rendered(page: Path, folder: Path) -> str:
    """The page with each block as its commands print it now, run in a folder made for it; other days alone change no block."""
    desk = _desk(folder)
    with (
        mock.patch.object(sandbox, "_SANDBOX_DELAY", 0.0),
        mock.patch.object(sandbox, "_SANDBOX_POLL", 0.02),
    ):
        return _BLOCK.sub(lambda block: block["head"] + _as_printed(block, desk), page.read_text(encoding="utf-8"))


def _desk(folder: Path) -> Desk:
    shutil.copytree(
        REPOSITORY / "examples", folder / "examples", ignore=shutil.ignore_patterns("target_plugin", "*.py")
    )
    return Desk(folder, {"ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3"), "XDG_DATA_HOME": str(folder / "data")})


def _as_printed(block: re.Match[str], desk: Desk) -> str:
    answers = block["answers"].split(", ") if block["answers"] else []
    new = "".join(f"{command[0]}\n{_printed(command, desk, answers)}" for command in _COMMAND.finditer(block["body"]))
    return block["body"] if _DATE.sub("", new) == _DATE.sub("", block["body"]) else new


def _printed(command: re.Match[str], desk: Desk, answers: list[str]) -> str:
    words = shlex.split(command["args"])
    lines = (_on_terminal(desk, words, answers) if answers else _piped(desk, words)).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines[: int(command["lines"]) if command["lines"] else None])


def _piped(desk: Desk, words: list[str]) -> str:
    run = desk.quick(*words)
    return run.err if run.status == 2 else run.out


class _Screen(io.StringIO):
    """What a person sees, and types: both are on the screen."""

    def isatty(self) -> bool:
        return True


class _Keyboard(_Screen):
    """Gives the answers one after the other, and shows them as they are typed."""

    def __init__(self, answers: list[str], screen: _Screen) -> None:
        super().__init__("".join(f"{answer}\n" for answer in answers))
        self._screen = screen

    def readline(self, size: int = -1) -> str:
        line = super().readline(size)
        self._screen.write(line)
        return line


def _on_terminal(desk: Desk, words: list[str], answers: list[str]) -> str:
    screen = _Screen()
    plain = replace(desk, environment={**desk.environment, "TERM": "dumb", "COLUMNS": "150"})
    with mock.patch("sys.stdin", _Keyboard(answers, screen)):
        plain.quick(*words, screen=screen)
    return screen.getvalue()


if __name__ == "__main__":
    for each in PAGES:
        with tempfile.TemporaryDirectory() as made:
            each.write_text(rendered(each, Path(made)), encoding="utf-8")
