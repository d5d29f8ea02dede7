"""The folder itself: what lies in it, claiming by rename, filing without ever overwriting."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.pipeline.watched_folders import OUTCOMES, OWN_FOLDERS, PROCESSING, STATE_FOLDER, watched_above
from roster_import.watch.file_names import PAUSE_NAMES, is_hidden, is_ignored, is_unfinished, kept_path, lock_name
from roster_import.watch.open_files import read_lock
from roster_import.watch.readiness import (
    DEAD_LINK,
    HIDDEN,
    LINKED_FOLDER,
    NO_FILE,
    Lock,
    Look,
    Sighting,
    like_ours,
    not_opened,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEEPEST = 12  # folders within folders; a junction that leads back up ends here
_NOTE = "claim.json"
_NO_USE = frozenset({errno.ENOENT, errno.EROFS, errno.ENOSPC, errno.EIO, errno.ESTALE})  # another way would fail, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A file on its way from a claim's folder to where it is filed; both paths within the watched folder."""

    source: str
    target: str


class WatchedFolder:
    """A folder with its own folders in it. Every method raises `OSError` where the folder cannot be used."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def paused(self) -> tuple[str, float] | None:
        """The name of the file that pauses the watch, and since when it lies there (seconds since 1970)."""
        with os.scandir(self.root) as entries:
            names = sorted(entry.name for entry in entries if entry.name.lower() in PAUSE_NAMES and entry.is_file())
        return (names[0], (self.root / names[0]).stat().st_mtime) if names else None

    def at(self, path: str) -> Path:
        """A path within the folder, on this machine."""
        return self.root.joinpath(*PurePosixPath(path).parts)

    @property
    def is_made(self) -> bool:
        """Whether the folder has been watched before, by what is in it: an empty mount point has not."""
        return (self.root / PROCESSING).is_dir()

    def make(self) -> None:
        """Make the folders that files go through."""
        for name in (PROCESSING, *OUTCOMES):
            (self.root / name).mkdir(exist_ok=True)

    # ---------------------------------------------------------------------------------------- what lies in it

    def look(self) -> Look:
        """See every file that may be meant for us, in this folder and those below it."""
        seen = _Seen()
        self._look_into(self.root, "", seen, 0)
        with contextlib.suppress(FileNotFoundError):
            self._look_into(self.root / PROCESSING, f"{PROCESSING}/", seen, 1)  # dropped there by mistake
        return Look(
            files=tuple(seen.files),
            locks=seen.locks,
            unfinished=tuple(seen.unfinished),
            aside=seen.aside,
            paused=seen.paused,
        )

    def _look_into(self, folder: Path, prefix: str, seen: _Seen, depth: int) -> None:
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            if depth == 0 or isinstance(error, FileNotFoundError):
                raise
            seen.aside[prefix.rstrip("/")] = unreadable(error, folder=True)
            return
        for entry in listed:
            try:
                self._see(entry, prefix, seen, depth)
            except FileNotFoundError:
                pass  # gone between the listing and the look
            except PermissionError as error:  # this one waits, not all the others
                seen.aside[prefix + entry.name] = unreadable(error, folder=_is_folder(entry))

    def _see(self, entry: os.DirEntry[str], prefix: str, seen: _Seen, depth: int) -> None:
        name, path = entry.name, prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            own = (not prefix and name in OWN_FOLDERS) or Path(entry.path, _NOTE).exists()
            if not prefix and not own and name.lower() in OWN_FOLDERS:
                self._see_likeness(name, seen)
            elif not own and not name.startswith(".") and depth < _DEEPEST:
                with contextlib.suppress(FileNotFoundError):
                    self._look_into(Path(entry.path), f"{path}/", seen, depth + 1)
            return
        if not prefix and name.lower() in PAUSE_NAMES:
            seen.paused = seen.paused or name
        if lock := lock_name(name):
            seen.locks[prefix + lock.about] = read_lock(Path(entry.path), lock.program)
        elif is_unfinished(name):
            seen.unfinished.append(path)
        elif is_hidden(name):
            seen.aside[path] = HIDDEN
        elif not is_ignored(name):
            self._see_file(entry, path, seen)

    def _see_likeness(self, name: str, seen: _Seen) -> None:
        """A folder such as `DONE`: our own where capitals make no difference, else somebody's, and not to be guessed at."""
        try:
            ours = (self.root / name).samefile(self.root / name.lower())
        except FileNotFoundError:
            ours = False
        if not ours:
            seen.aside[name] = like_ours(name.lower())

    def _see_file(self, entry: os.DirEntry[str], path: str, seen: _Seen) -> None:
        try:
            facts = entry.stat()
        except OSError:
            if not entry.is_symlink():
                raise
            seen.aside[path] = DEAD_LINK
            return
        if stat.S_ISREG(facts.st_mode):
            seen.files.append(Sighting(path=path, size=facts.st_size, changed=facts.st_mtime_ns))
        else:
            seen.aside[path] = LINKED_FOLDER if stat.S_ISDIR(facts.st_mode) else NO_FILE

    # -------------------------------------------------------------------------------------------- claiming

    def claim(self, path: str, claim: str, note: Mapping[str, str], kept: str | None = None) -> Path:
        """Take a file for ourselves: a rename into a folder of the claim's own, so that only one watcher gets it.

        `kept` is the path it goes by from now on, where that is not the one it lies at. Raises `OSError` where another
        was first, or where a program holds the file open (Windows).
        """
        source, folder = self.at(path), self.claim_folder(claim)
        folder.mkdir(parents=True)
        try:
            name = kept or kept_path(path)
            (folder / _NOTE).write_text(json.dumps({**note, "path": name}), encoding="utf-8")
            file = folder / PurePosixPath(name).name
            source.rename(file)
        except OSError:
            self.drop_claim(claim)
            raise
        return file

    def claim_folder(self, claim: str) -> Path:
        """Where a claimed file lies while it is worked on."""
        return self.root / PROCESSING / claim

    def claims(self) -> list[tuple[str, str, Path | None]]:
        """Every claim there is: its name, the path its file was found at, and where the file is, if it is there."""
        with os.scandir(self.root / PROCESSING) as entries:
            folders = sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
        claims = []
        for claim in folders:
            path = self._path_of(claim)
            file = self.claim_folder(claim) / PurePosixPath(path).name
            if path:
                claims.append((claim, path, file if file.is_file() else None))
        return claims

    def _path_of(self, claim: str) -> str:
        """The path a claim's file was found at; empty where its folder holds no claim of ours."""
        try:
            note = json.loads((self.claim_folder(claim) / _NOTE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ""
        return str(note.get("path") or "") if isinstance(note, dict) else ""

    def drop_claim(self, claim: str) -> None:
        """Remove a claim's folder once nothing of the user's is left in it."""
        folder = self.claim_folder(claim)
        for half in folder.glob(".*.part"):  # a workbook that a killed process had begun to write
            half.unlink(missing_ok=True)
        (folder / _NOTE).unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # something is left in it: a person's business
            folder.rmdir()

    # ---------------------------------------------------------------------------------------------- filing

    def is_free(self, path: str) -> bool:
        """Whether nothing lies at a path."""
        return not os.path.lexists(self.at(path))

    def move(self, move: Move) -> bool:
        """Bring a file to its place; False where something else lies there. Done already, it is done."""
        source, target = self.at(move.source), self.at(move.target)
        if not os.path.lexists(source):
            return os.path.lexists(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(target) and not _half_moved(source, target):
            return False
        try:
            _put(source, target)
        except FileExistsError:
            return False
        return True

    def write_note(self, path: str, text: str) -> None:
        """Write a text for people beside a file, unless something lies there."""
        try:
            with self.at(path).open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            pass  # from before a crash


class _Seen:
    """What a look gathers."""

    def __init__(self) -> None:
        self.files: list[Sighting] = []
        self.locks: dict[str, Lock] = {}
        self.unfinished: list[str] = []
        self.aside: dict[str, str] = {}
        self.paused = ""


def _half_moved(source: Path, target: Path) -> bool:
    """Whether the target is what an earlier try at this very move left: the same file, or the name taken for it."""
    facts = target.lstat()
    return source.samefile(target) if facts.st_size else source.stat().st_size > 0 and stat.S_ISREG(facts.st_mode)


def _put(source: Path, target: Path) -> None:
    """Move within one file system; what lies at the target is never overwritten, but for our own half of a move."""
    if os.name == "nt":
        if target.exists():
            target.unlink()
        source.rename(target)  # fails where there is something, on Windows
        return
    if target.exists() and source.samefile(target):
        source.unlink()
        return
    try:
        os.link(source, target)
        source.unlink()
    except OSError as error:
        if error.errno in _NO_USE or (error.errno == errno.EEXIST and not _half_moved(source, target)):
            raise
        # No hard links here, or our own empty half of a move: take the name, then put the file in its place.
        if not target.exists():
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        source.replace(target)


def digest(path: Path) -> str:
    """What tells this content from any other."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def message_of(error: Exception) -> str:
    """What an exception says; one of ours may have a sentence that can be said in any language."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, str) and first else str(error) or type(error).__name__


def is_full(error: BaseException | None) -> bool:
    """Whether it is room that is missing, on the disk or of what the user may take of it."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def reason_of(error: Exception) -> str:
    """What the file system says, with the folder it is about and what to do, where one may not be written in."""
    why = getattr(error, "strerror", None) or message_of(error)
    if is_full(error):
        return say("{why}: make room on the disk", why=why)
    paths = (getattr(error, "filename2", None), getattr(error, "filename", None))
    folders = [Path(os.fsdecode(path)).parent for path in paths if isinstance(path, str | bytes)]
    shut = next((folder for folder in folders if folder.is_dir() and not os.access(folder, os.W_OK)), None)
    if shut is None:
        return why
    return say(
        "the folder {folder} cannot be written ({why}): give the user of the watch the right to write there",
        folder=shut,
        why=why,
    )


def unreadable(error: OSError, *, folder: bool) -> str:
    """Why a folder is not looked into, or a file not looked at."""
    why = error.strerror or type(error).__name__
    return say("the folder cannot be read: {why}", why=why) if folder else not_opened(why)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def refuse_own_folder(folder: Path) -> None:
    """Raise `UsageError` for a folder that is one of the watch's own, or lies in one."""
    if (watched := watched_above(folder)) is not None:
        raise UsageError(
            say(
                "{folder} is one of the watch's own folders in {watched}, or lies in one. Watch {watched} instead; a held "
                "file is let go with roster-import release FILE. Nothing was done.",
                folder=folder,
                watched=watched,
            )
        )


def state_folder(root: Path, given: Path | None) -> Path:
    """Where the watch keeps its own files: hidden in the folder, or where the settings say."""
    return given if given is not None else root / STATE_FOLDER
