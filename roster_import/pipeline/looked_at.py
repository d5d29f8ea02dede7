"""The bytes of a file as they were looked at: what was checked is what is ordered, handed on and given back.

A file can be exchanged while it is read, or while a question waits. So its bytes are kept from the look on, and whoever
wants the file's content later takes those.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.files import read_plain
from roster_import.language.messages import say
from roster_import.model.problem import FILE
from roster_import.read.options import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked

CHANGED = "file-changed"
MOST_READ = Limits().file_bytes
"""How much is read of any file, in bytes."""


def with_bytes(checked: Checked, within: Path | None = None) -> Checked:
    """The checked file with the bytes it was read from; where it has others by now, it is not to be ordered from.

    `within` is a folder that others may write in (`files.open_plain`).
    """
    if checked.workbook is None or not checked.workbook.digest:
        return checked
    try:
        content = read_plain(checked.path, MOST_READ, within)
    except OSError:
        content = b""
    if sha256(content).hexdigest() == checked.workbook.digest:
        return replace(checked, content=content)
    message = say("{file_name} was changed while it was read. Save it, and try again.", file_name=checked.path.name)
    return replace(checked, problems=(FILE.error("file-changed", message), *checked.problems))


def changed_since(checked: Checked) -> Problem | None:
    """What is to be said of a file that has other bytes by now than those it was looked at with; nothing of one that is gone."""
    if checked.content is None:
        return None
    try:
        if read_plain(checked.path, MOST_READ) == checked.content:
            return None
    except FileNotFoundError:
        return None
    except OSError:
        pass  # it has grown beyond what is read, or is something else by now
    message = say(
        "{file_name} has changed since it was looked at: what was ordered, and what the results hold, is what it said before.",
        file_name=checked.path.name,
    )
    return FILE.warning("file-changed", message)


def roster_among(
    files: Iterable[Checked], otherwise: Callable[[str], tuple[str, bytes] | None]
) -> Callable[[str], tuple[str, bytes] | None]:
    """What reads a roster for an order system that wants it: of these files the bytes that were looked at."""
    kept = {str(file.path.absolute()): (file.path.name, file.content) for file in files if file.content is not None}

    def roster(file: str) -> tuple[str, bytes] | None:
        return kept.get(str(Path(file).absolute())) or otherwise(file)

    return roster


def roster_within(root: Path) -> Callable[[str], tuple[str, bytes] | None]:
    """What reads a roster that lies in a folder that others may write in, and nothing else, whatever path it is asked for."""

    def roster(file: str) -> tuple[str, bytes] | None:
        path = Path(file)
        try:
            return path.name, read_plain(path, MOST_READ, root.absolute(), dropped=True)
        except OSError:
            return None

    return roster
