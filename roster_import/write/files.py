"""A workbook put on disk whole or not at all, and never over something else."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from roster_import.errors import WriteError
from roster_import.wording import say


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Write a file so that at every moment it is there whole, as it was before, or not at all.

    Without `replace` a file that is there stays. Raises WriteError; nothing half-written is left behind.
    """
    try:
        _write(path, data, replace=replace)
    except FileExistsError as error:
        raise WriteError(
            say("{path} is already there and is not overwritten. Move it away or choose another name.", path=path)
        ) from error
    except OSError as error:
        if not path.parent.is_dir():
            raise WriteError(
                say(
                    "{path} could not be written: there is no folder {folder} here. Put it back, or choose another folder.",
                    path=path,
                    folder=path.parent,
                )
            ) from error
        reason = error.strerror or str(error)
        raise WriteError(
            say(
                "{path} could not be written: {reason}. Close it where it is open, or choose another folder.",
                path=path,
                reason=reason,
            )
        ) from error


def _write(path: Path, data: bytes, *, replace: bool) -> None:
    # beside the file: a rename is whole only within one file system
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _permit(beside, path)
        _put(beside, path, replace=replace)
    finally:
        beside.unlink(missing_ok=True)
    _remember(path.parent)


def _permit(beside: Path, path: Path) -> None:
    """Give the new file the rights of the one it replaces, or those that any new file would have."""
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with contextlib.suppress(OSError):
        beside.chmod(mode)


def _put(beside: Path, path: Path, *, replace: bool) -> None:
    if replace:
        beside.replace(path)
        return
    try:
        os.link(beside, path)  # unlike a rename it fails where there is something
    except (PermissionError, NotImplementedError, OSError) as error:
        if isinstance(error, FileExistsError) or path.exists():
            raise FileExistsError(path) from error
        _claim(beside, path)


def _claim(beside: Path, path: Path) -> None:
    """For file systems without hard links: take the name with an empty file, then put ours in its place."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    try:
        beside.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _remember(folder: Path) -> None:
    """Make the folder remember the name through a power cut, where folders can be opened (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def free_path(path: Path) -> Path:
    """The path, or where it is taken one beside it: `club.results (2).xlsx`."""
    candidate, count = path, 1
    while os.path.lexists(candidate):
        count += 1
        candidate = path.with_name(f"{path.stem} ({count}){path.suffix}")
    return candidate
