"""file -> Workbook of text cells with addresses, safely, for every format such files come in.

    reading = start_reading(path)      # a process of its own starts at once
    …                                  # import what is slow
    workbook = reading.result()

Values are texts as a person sees them in the sheet; `docs/reading.md` has the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from roster_import.read.options import Limits, ReadOptions

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.model import Workbook

__all__ = ["Limits", "ReadOptions", "Reading", "read_workbook", "start_reading"]

_USUAL = ReadOptions()


class Reading(Protocol):
    """A file that is being read."""

    def result(self) -> Workbook:
        """The workbook, waited for; raises UnreadableFile with the sentence for the user."""

    def cancel(self) -> None:
        """End the reading; harmless when it has ended."""


def start_reading(path: Path, options: ReadOptions = _USUAL) -> Reading:
    """Begin to read a file; nothing is raised before `result` is asked for.

    The file is opened by a process of its own, bound to `options.limits`, which is gone when `result` returns.
    """
    if options.in_child:
        from roster_import.read.process import ChildReading

        return ChildReading(path, options)
    from roster_import.read.parse import ReadingHere

    return ReadingHere(path, options)


def read_workbook(path: Path, options: ReadOptions = _USUAL) -> Workbook:
    """The file as text cells with their addresses; raises UnreadableFile(message, code=…) where it is no roster."""
    return start_reading(path, options).result()
