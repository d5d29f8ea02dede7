"""Which program has a file open for writing, where the system shows it: on Linux, by /proc (proc(5)).

Windows needs none of this, as the rename of an open file fails there. A program of another user is only seen by root, and one
on another machine by nobody: for those, a text file has to look alike for longer, and is looked at again once it is filed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROCESSES = Path("/proc")
_WAY = os.O_RDONLY | os.O_WRONLY | os.O_RDWR  # the bits of an open file's flags that say which way it was opened


def writer_of(path: Path, processes: Path = _PROCESSES) -> str:
    """The name of a program that has this file open for writing; empty where none is seen."""
    with suppress(OSError):
        facts = path.stat()
        for descriptor in _opened(path.name, processes):
            with suppress(OSError, ValueError):
                found = descriptor.stat()
                if (found.st_dev, found.st_ino) == (facts.st_dev, facts.st_ino) and _writes(descriptor):
                    return _program(descriptor.parents[1])
    return ""


def _opened(name: str, processes: Path) -> Iterator[Path]:
    """Open files of this name: asking others for more than their name could hang on a share that is away."""
    for process in processes.iterdir():
        if not process.name.isdigit():
            continue
        with suppress(OSError):  # somebody else's, or over by now
            for descriptor in (process / "fd").iterdir():
                with suppress(OSError):
                    if descriptor.readlink().name == name:
                        yield descriptor


def _writes(descriptor: Path) -> bool:
    facts = (descriptor.parents[1] / "fdinfo" / descriptor.name).read_text()
    flags = next(line.split()[1] for line in facts.splitlines() if line.startswith("flags:"))
    return int(flags, 8) & _WAY != os.O_RDONLY


def _program(process: Path) -> str:
    with suppress(OSError):
        return (process / "comm").read_text(errors="replace").strip() or process.name
    return process.name
