"""Files of ours put where they belong: at a path, or beside what is in its way, and never over something else."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from roster_import.errors import WriteError
from roster_import.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_MOST_COPIES = 1000


class There(Enum):
    """What lies at a path already, to whoever wants to put a file there."""

    STAYS = auto()  # it says the same: nothing need be written
    GIVES_WAY = auto()  # an older one of ours that nobody touched
    NOT_OURS = auto()


def put(
    path: Path, build: Callable[[], bytes], judge: Callable[[bytes], There], *, source: Path, force: bool = False
) -> Path:
    """Put what `build` makes at a path, else at the next free name beside it, and return where it lies.

    `judge` says of the bytes that are found there what they are; `force` makes everything give way, but never the
    `source`, the file that was read. What cannot be read is not ours. Raises `WriteError`.
    """
    content: bytes | None = None
    for candidate in _names(path):
        there = _judged(candidate, judge)
        if there is There.STAYS and not force:
            return candidate
        replace = (force or there is There.GIVES_WAY) and not _same_file(candidate, source)
        if candidate.exists() and not replace:
            continue
        content = build() if content is None else content
        if _written(candidate, content, replace=replace):
            return candidate
    raise WriteError(
        say("There are too many files called {stem} (2), (3) … already: nothing was written.", stem=path.stem)
    )


def _written(path: Path, content: bytes, *, replace: bool) -> bool:
    """Whether it lies there now; not where another process was there first."""
    from roster_import.write.files import write_whole

    try:
        write_whole(path, content, replace=replace)
    except WriteError:
        if replace or not path.exists():
            raise
        return False
    return True


def _judged(path: Path, judge: Callable[[bytes], There]) -> There:
    try:
        return judge(path.read_bytes())
    except OSError:  # nothing, a folder, or a file that is not ours to read
        return There.NOT_OURS


def _names(path: Path) -> Iterator[Path]:
    yield path
    yield from (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in range(2, _MOST_COPIES))


def _same_file(one: Path, other: Path) -> bool:
    """Whether two paths are one file, by whatever names."""
    return one.exists() and other.exists() and one.samefile(other)
