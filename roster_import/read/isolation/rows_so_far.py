"""What a reading process says of a long sheet before it has its answer: how many rows it has read, and of how many.

A line each, `[rows,all]`, for whoever asked to hear them; an answer never begins so.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO, BinaryIO

_LONGEST = 40  # bytes of such a line


def teller(out: BinaryIO) -> Callable[[int, int], None]:
    """What says so many rows, and of how many, on the way of the answer."""

    def tell(row: int, last: int) -> None:
        out.write(f"[{row},{last}]\n".encode("ascii"))
        out.flush()

    return tell


def answer_after(pipe: IO[bytes], most: int, hear: Callable[[int, int], None] | None) -> bytes:
    """The answer, at most one byte more than `most`; what is said before it is heard, where somebody asked for it."""
    while hear is not None:
        begins = pipe.read(1)
        if begins != b"[":
            return begins + pipe.read(most)
        with suppress(ValueError, TypeError):  # what is no line of ours is heard by nobody
            hear(*map(_count, json.loads(begins + pipe.readline(_LONGEST))))
    return pipe.read(most + 1)


def _count(value: object) -> int:
    if isinstance(value, int) and value > 0:
        return value
    raise TypeError("a number above 0 was expected")
