"""A file moved within the watched folder: never over something else, and never through a link that leads out of it."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.files import parts_within, place_within

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NO_USE = frozenset({errno.ENOENT, errno.EROFS, errno.ENOSPC, errno.EIO, errno.ESTALE})  # another way would fail, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A file on its way from a claim's folder to where it is filed; both paths within the watched folder."""

    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A name in an opened folder, for the functions of `os`; without a descriptor `name` is the whole path."""

    name: str
    folder: int | None

    def facts(self) -> os.stat_result:
        """What lies there, itself and not what a link there leads to. Raises `FileNotFoundError`."""
        return os.stat(self.name, dir_fd=self.folder, follow_symlinks=False)

    @property
    def is_taken(self) -> bool:
        """Whether something lies there."""
        try:
            self.facts()
        except FileNotFoundError:
            return False
        return True

    def unlink(self) -> None:
        """Take away what lies there."""
        os.unlink(self.name, dir_fd=self.folder)

    def create(self, mode: int = 0o666) -> int:
        """The descriptor of a new file there. Raises `FileExistsError`, also for a link."""
        return os.open(self.name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode, dir_fd=self.folder)


@contextmanager
def place(within: Path, path: Path) -> Iterator[Place]:
    """A place in the watched folder. Raises `NotPlain` where the path leads out of it, or through a link."""
    with place_within(within, path) as (name, folder):
        yield Place(name=name, folder=folder)


def make_folders(within: Path, folder: Path) -> None:
    """Make a folder of the watched one, and those it lies in, where they are not there."""
    parts = parts_within(within, folder) if folder != within else ()
    for at in range(len(parts)):
        with place(within, within.joinpath(*parts[: at + 1])) as made, suppress(FileExistsError):
            os.mkdir(made.name, dir_fd=made.folder)


def rename(source: Place, target: Place) -> None:
    """Rename; what lies at the target is replaced, but on Windows."""
    os.rename(source.name, target.name, src_dir_fd=source.folder, dst_dir_fd=target.folder)


def put_whole(within: Path, path: Path, data: bytes, *, replace: bool) -> bool:
    """Put a small file into the watched folder, whole and its owner's alone; False where one is there and stays."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with place(within, beside) as made, place(within, path) as there:
        try:
            with os.fdopen(made.create(0o600), "wb") as file:
                file.write(data)
            if not replace:
                return move(made, there)
            os.replace(made.name, there.name, src_dir_fd=made.folder, dst_dir_fd=there.folder)
            return True
        finally:
            with suppress(OSError):
                made.unlink()


def move(source: Place, target: Place) -> bool:
    """Bring what lies at a place to another; False where something else lies there. Done already, it is done."""
    if not source.is_taken:
        return target.is_taken
    if target.is_taken and not _half_moved(source, target):
        return False
    try:
        _put(source, target)
    except FileExistsError:
        return False
    return True


def _half_moved(source: Place, target: Place) -> bool:
    """Whether the target is what an earlier try at this very move left: the same file, or the name taken for it."""
    ours, there = source.facts(), target.facts()
    if not stat.S_ISREG(there.st_mode):
        return False
    return os.path.samestat(ours, there) if there.st_size else ours.st_size > 0


def _put(source: Place, target: Place) -> None:
    """Move within one file system; what lies at the target is never overwritten, but for our own half of a move."""
    if os.name == "nt":
        if target.is_taken:
            target.unlink()
        rename(source, target)  # fails where there is something, on Windows
        return
    if target.is_taken and os.path.samestat(source.facts(), target.facts()):
        source.unlink()
        return
    try:
        os.link(source.name, target.name, src_dir_fd=source.folder, dst_dir_fd=target.folder, follow_symlinks=False)
        source.unlink()
    except (OSError, NotImplementedError) as error:
        number = getattr(error, "errno", None)
        if number in _NO_USE or (number == errno.EEXIST and not _half_moved(source, target)):
            raise
        # No hard links here, or our own empty half of a move: take the name, then put the file in its place.
        if not target.is_taken:
            os.close(target.create())
        os.replace(source.name, target.name, src_dir_fd=source.folder, dst_dir_fd=target.folder)
