"""file -> Workbook of text cells with addresses, safely, for every format such files come in.

    reading = start_reading(path)      # a process of its own starts at once
    …                                  # import what is slow
    workbook = reading.result()

Values are texts as a person sees them in the sheet; `docs/reading.md` has the rules.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.read.options import Limits, ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from roster_import.model.workbook import Workbook
    from roster_import.read.isolation.process import Reading

__all__ = ["Limits", "ReadOptions", "for_many", "is_whole", "read_workbook", "start_reading"]

_USUAL = ReadOptions()
_MANY = 3  # files: from here on it is quicker to load once what reads them, and to fork


def start_reading(path: Path, options: ReadOptions = _USUAL) -> Reading:
    """Begin to read a file; nothing is raised before `result` is asked for.

    The file is opened by a process of its own, bound to `options.limits`, which is gone when `result` returns.
    """
    from roster_import.read.isolation.process import Reading

    return Reading(path, options)


@contextmanager
def for_many(options: ReadOptions, files: int | None) -> Iterator[ReadOptions]:
    """The options for reading so many files during the block, None for as many as come.

    Many share a process that makes their processes, where the platform can do that.
    """
    from roster_import.read.isolation.fork_server import ForkServer, can_fork

    few = files is not None and files < _MANY
    if few or options.server is not None or not can_fork():
        yield options
        return
    with ForkServer() as server:
        yield replace(options, server=server)


def is_whole(path: Path, options: ReadOptions = _USUAL) -> bool:
    """Whether a zip file is all there, looked at as `start_reading` does; True also where it cannot be told."""
    from roster_import.read.isolation import process

    return process.is_whole(path, options)


def read_workbook(path: Path, options: ReadOptions = _USUAL) -> Workbook:
    """The file as text cells with their addresses; raises UnreadableFile(message, code=…) where it is no roster."""
    return start_reading(path, options).result()
