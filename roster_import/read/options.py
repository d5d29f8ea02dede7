"""What may be asked of the reading, and what one stranger's file may cost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Hear = Callable[[int, int], None]

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most one file may cost: seconds on the clock, bytes of memory, bytes on disk and unpacked, counts.

    A roster has 10 to 1 000 rows; the bounds leave room for a whole federation (100 000 rows of nine columns) and stop
    everything that is none.
    `ratio` is unpacked by packed size, looked at from `ratio_from` unpacked bytes on, as a small file may compress
    well. `text` is the longest text of one cell (Excel's own limit), `characters` what all cells may hold together.
    """

    seconds: float = 30.0
    memory: int = 1024 * _MEGABYTE
    file_bytes: int = 64 * _MEGABYTE
    unpacked_bytes: int = 200 * _MEGABYTE
    ratio: int = 150
    ratio_from: int = 20 * _MEGABYTE
    parts: int = 20_000
    cells: int = 1_000_000
    columns: int = 2_000
    text: int = 32_767
    characters: int = 40_000_000
    answer_bytes: int = 256 * _MEGABYTE

    def for_cells(self, cells: int) -> Limits:
        """The limits for so many cells: where they are more than usual, all that grows with them is more, too."""
        times = max(1.0, cells / Limits().cells)
        return replace(
            self,
            cells=cells,
            characters=int(self.characters * times),
            unpacked_bytes=int(self.unpacked_bytes * times),
            answer_bytes=int(self.answer_bytes * times),
        )


class ReadingProcess(Protocol):
    """A process that works on one request."""

    def answer(self, most: int, hear: Hear | None) -> bytes:
        """All it says, at most one byte more than `most`, which shows that it is too long; before it, what is heard."""
        ...

    def end(self) -> None:
        """Make sure that it is gone; harmless when it has ended."""
        ...

    def close(self) -> None:
        """Close our end of what it said."""
        ...


class ProcessServer(Protocol):
    """What makes the processes that read, where many files are read."""

    def begin(self, request: bytes) -> ReadingProcess:
        """A process that works on a request; raises OSError where there can be none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read a file. `encoding` and `delimiter` overrule what is found out about a text file; None: find out.

    `server` makes the process that reads, where many files are read; without it a new interpreter is started. `within` is
    a folder that others may write in: the process that reads opens the file there, and follows no link; `dropped` says that
    somebody put the file there (`files.open_plain`, for both). `hear` is told, every now and then, how many rows of a large
    sheet were read, and how many it has.
    """

    encoding: str | None = None
    delimiter: str | None = None
    limits: Limits = Limits()
    server: ProcessServer | None = None
    within: Path | None = None
    dropped: bool = False
    hear: Hear | None = None
