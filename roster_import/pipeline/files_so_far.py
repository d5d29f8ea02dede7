"""How far the files of a command are: kept by who reads and checks them, looked at by whoever shows it to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


_LARGE = 100_000  # bytes


class FilesSoFar:
    """`read` of the files are read; `rows` is how many rows of a lone file are, and how many its sheet has."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.files = tuple(files)
        self.read = 0
        self.rows: tuple[int, int] | None = None

    @property
    def are_large(self) -> bool:
        """Whether they may take a while: a roster of a thousand rows has 40,000 bytes."""
        return sum(map(_bytes_of, self.files)) > _LARGE

    def hear(self, row: int, last: int) -> None:
        """So many rows of a sheet were read."""
        self.rows = row, last


def _bytes_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # which is said by whoever reads it
        return 0
