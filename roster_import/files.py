"""A workbook put on disk whole or not at all, and never over something else."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from contextlib import contextmanager
from enum import Enum, auto
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from roster_import.errors import WriteError
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_MOST_COPIES = 999  # names that are tried for one file
_MOST_JUDGED = 256 * 1024 * 1024  # bytes; what is larger than any workbook of ours is not ours
_LOOK = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0) | _NO_LINK
_RELATIVE = {os.open, os.link, os.rename, os.unlink, os.mkdir, os.stat} <= os.supports_dir_fd  # not on Windows


class NotPlain(OSError):
    """What was to be opened is no plain file within its folder, whoever tries it when; `strerror` says what it is."""


def write_whole(path: Path, data: bytes, *, replace: bool, private: bool = False) -> None:
    """Write a file so that at every moment it is there whole, as it was before, or not at all.

    Without `replace` a file that is there stays. A `private` one is its owner's alone. Raises WriteError; nothing
    half-written is left behind.
    """
    try:
        _write(path, data, replace=replace, private=private)
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


def _write(path: Path, data: bytes, *, replace: bool, private: bool) -> None:
    import tempfile  # here, as it costs a reading process more than a small file does

    # beside the file: a rename is whole only within one file system
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not private:  # a new file of tempfile's is its owner's alone
            _permit(beside, path)
        _put(beside, path, replace=replace)
    finally:
        beside.unlink(missing_ok=True)
    _remember(path.parent)


def _permit(beside: Path, path: Path) -> None:
    """Give the new file the rights of the one it replaces, or those that any new file would have."""
    mode = 0
    with contextlib.suppress(OSError):
        facts = path.lstat()
        mode = facts.st_mode & 0o777 if stat.S_ISREG(facts.st_mode) else 0
    if not mode:
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
        if isinstance(error, FileExistsError) or os.path.lexists(path):
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


def make_private(path: Path) -> None:
    """Make an empty file, and its folder, that their owner alone can read, where there are none; raises `OSError`."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def mend_rights(path: Path, begins: bytes) -> bool:
    """Take from others the right to read a file of ours, known by its first bytes, and say whether they had it.

    Never on Windows, which has other rights.
    """
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or not status.st_mode & 0o077 or os.name == "nt":
            return False
        with path.open("rb") as file:
            if file.read(len(begins)) != begins:
                return False
        path.chmod(0o600)
    except OSError:  # none there, or somebody else's
        return False
    return True


def mend_folder(path: Path) -> bool:
    """Take from others the right to look into a folder of ours, or to exchange what lies there; say whether they had it.

    A link is left alone, as is everything on Windows.
    """
    try:
        status = path.lstat()
        if not stat.S_ISDIR(status.st_mode) or not status.st_mode & 0o077 or os.name == "nt":
            return False
        path.chmod(0o700)
    except OSError:  # none there, or somebody else's
        return False
    return True


def read_plain(path: Path, most: int, within: Path | None = None, *, dropped: bool = False) -> bytes:
    """The bytes of a plain file of at most so many; `within` and `dropped` as `open_plain` has them.

    Raises `FileNotFoundError` where there is none, `NotPlain` as `open_plain`, `OSError` with words for a reader in
    `strerror` where it is larger. What is looked at is what was opened, which nobody can exchange in between.
    """
    with os.fdopen(open_plain(path, within, dropped=dropped), "rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, say("it is larger than {size} bytes", size=most))
    return data


def open_plain(path: Path, within: Path | None = None, *, dropped: bool = False) -> int:
    """The descriptor of a plain file that was opened to be read.

    `within` is a folder that others may write in: then neither the file nor a folder below that one may be a link. `dropped`
    is what somebody put there to be read: then it may not go by a second name either, as it may be anybody's elsewhere.
    Raises `NotPlain` for a folder, a pipe, a device, a link, and what lies elsewhere.
    """
    if "\0" in str(path):
        raise NotPlain(errno.EINVAL, say("no file has such a name"))
    if within is None:
        handle = os.open(path, _LOOK)
    else:
        with place_within(within, path) as (name, folder):
            handle = _opened(name, folder)
    facts = os.fstat(handle)
    if stat.S_ISREG(facts.st_mode) and not (dropped and facts.st_nlink > 1):
        return handle
    os.close(handle)
    if stat.S_ISREG(facts.st_mode):
        raise NotPlain(errno.EMLINK, say("it has a second name elsewhere (a hard link)"))
    raise NotPlain(errno.EINVAL, say("it is no plain file"))


def _opened(name: str, folder: int | None) -> int:
    try:
        return os.open(name, _LOOK | _NO_LINK, dir_fd=folder)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EMLINK):  # open(2); FreeBSD says EMLINK
            raise NotPlain(errno.ELOOP, _link()) from error
        raise


def _link() -> str:
    return say("it is a link, or lies behind one")


@contextmanager
def place_within(within: Path, path: Path) -> Iterator[tuple[str, int | None]]:
    """The name of a path and its folder, opened, for functions of `os` that take a `dir_fd`.

    No folder between `within` and the path may be a link: it raises `NotPlain`, also for a path that leads out. Where the
    system knows no such functions, it is the whole path, looked at before, and None.
    """
    *folders, name = parts_within(within, path)
    if not _RELATIVE:
        if any(map(_is_link, _down(within, folders))):
            raise NotPlain(errno.ELOOP, _link())
        yield str(within.joinpath(*folders, name)), None
        return
    handle = os.open(within, _FOLDER & ~_NO_LINK)
    try:
        for folder in folders:
            handle = _entered(handle, folder)
        yield name, handle
    finally:
        os.close(handle)


def _entered(outer: int, name: str) -> int:
    """The folder of that name in an opened one, which is closed where it can be entered."""
    try:
        inner = os.open(name, _FOLDER, dir_fd=outer)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EMLINK, errno.ENOTDIR):
            raise NotPlain(errno.ELOOP, _link()) from error
        raise
    os.close(outer)
    return inner


def parts_within(within: Path, path: Path) -> Sequence[str]:
    """The names that lead from a folder to what lies below it. Raises `NotPlain` for what does not."""
    try:
        parts = path.relative_to(within).parts
    except ValueError:
        parts = ()
    odd = os.name == "nt" and any(set(part) & set(":\\/") for part in parts)
    if not parts or ".." in parts or odd or any("\0" in part for part in parts):
        raise NotPlain(errno.EINVAL, say("it lies outside {folder}", folder=within))
    return parts


def _down(within: Path, folders: Sequence[str]) -> Iterator[Path]:
    yield from (within.joinpath(*folders[: at + 1]) for at in range(len(folders)))


def _is_link(path: Path) -> bool:
    """Whether a folder is a link, or a junction of Windows (which Python tells from 3.12 on)."""
    return path.is_symlink() or bool(getattr(os.path, "isjunction", lambda _: False)(path))


def from_home(text: str) -> Path:
    """The path that a text names, `~` being somebody's home; one that nobody has is a name like any other."""
    return Path(os.path.expanduser(text))  # noqa: PTH111 - Path.expanduser raises there


def users_folder(kind: Literal["config", "data"]) -> Path:
    """Our folder for settings or for data among the user's own, as platformdirs has it.

    On Linux it is found without, as loading platformdirs takes longer there than reading a ledger.
    """
    usual, variable = _USER_FOLDERS[kind]
    told = os.environ.get(variable, "")
    if sys.platform == "linux" and os.environ.get("HOME", "").startswith("/") and "ANDROID_DATA" not in os.environ:
        return (Path(told) if told.startswith("/") else from_home(usual)) / _OURS
    import platformdirs

    of_kind = {"config": platformdirs.user_config_path, "data": platformdirs.user_data_path}[kind]
    return Path(of_kind(_OURS, appauthor=False))


_OURS = "roster-import"
_USER_FOLDERS = {"config": ("~/.config", "XDG_CONFIG_HOME"), "data": ("~/.local/share", "XDG_DATA_HOME")}


def real_path(path: Path) -> Path:
    """The whole path, every link followed; one that leads round in a circle is a name like any other."""
    return Path(os.path.realpath(path))  # Path.resolve raises there


def free_path(path: Path) -> Path:
    """The path, or where it is taken one beside it: `club.results (2).xlsx`."""
    return next(candidate for candidate in _names(path) if not os.path.lexists(candidate))


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
    for candidate in islice(_names(path), _MOST_COPIES):
        for _ in range(
            2
        ):  # once more where another process was there first: what it wrote may be what is to be written
            there = _judged(candidate, judge)
            if there is There.STAYS and not force:
                return candidate
            replace = (force or there is There.GIVES_WAY) and not same_file(candidate, source)
            if os.path.lexists(candidate) and not replace:
                break
            content = build() if content is None else content
            if _written(candidate, content, replace=replace):
                return candidate
    raise WriteError(
        say("There are too many files called {stem} (2), (3) … already: nothing was written.", stem=path.stem)
    )


def _written(path: Path, content: bytes, *, replace: bool) -> bool:
    """Whether it lies there now; not where another process was there first."""
    try:
        write_whole(path, content, replace=replace)
    except WriteError:
        if replace or not os.path.lexists(path):
            raise
        return False
    return True


def _judged(path: Path, judge: Callable[[bytes], There]) -> There:
    try:
        return judge(read_plain(path, _MOST_JUDGED, path.parent))
    except OSError:  # nothing, a folder, or a file that is not ours to read
        return There.NOT_OURS


def _names(path: Path) -> Iterator[Path]:
    yield path
    yield from (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))


def same_file(path: Path, other: Path) -> bool:
    """Whether two paths are one file, by whatever names."""
    return path.exists() and other.exists() and path.samefile(other)
