"""A look at a folder: every file in it and below that may be meant for us, and why others are left alone."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.setting_names import FILE_NAME
from roster_import.pipeline.watched_folders import OWN_FOLDERS, PROCESSING
from roster_import.watch.claim_notes import NOTE
from roster_import.watch.club_settings import catalogue_named
from roster_import.watch.file_names import PAUSE_NAMES, is_hidden, is_ignored, is_unfinished, lock_name
from roster_import.watch.open_files import read_lock
from roster_import.watch.readiness import (
    DEAD_LINK,
    HIDDEN,
    LINKED_FILE,
    LINKED_FOLDER,
    NO_FILE,
    Lock,
    Look,
    Sighting,
    like_ours,
    not_opened,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_DEEPEST = 12  # folders within folders; a junction that leads back up ends here


def look_into(root: Path, catalogue: Path | None = None) -> Look:
    """See what lies in a watched folder and those below it. Catalogues are no rosters: this one, and those that clubs name.

    Raises `OSError` where the folder itself cannot be read.
    """
    seen = _Seen(root=root, catalogues=_compared(catalogue))
    seen.look_into(root, "", 0)
    with suppress(FileNotFoundError):
        seen.look_into(root / PROCESSING, f"{PROCESSING}/", 1)  # dropped there by mistake
    return Look(
        files=tuple(seen.files),
        locks=seen.locks,
        unfinished=tuple(seen.unfinished),
        second_names=frozenset(seen.second_names),
        aside=seen.aside,
        paused=seen.paused,
    )


@dataclass(slots=True, kw_only=True)
class _Seen:
    """What a look gathers."""

    root: Path
    catalogues: set[Path]
    files: list[Sighting] = field(default_factory=list)
    locks: dict[str, Lock] = field(default_factory=dict)
    unfinished: list[str] = field(default_factory=list)
    second_names: set[str] = field(default_factory=set)
    aside: dict[str, str] = field(default_factory=dict)
    paused: str = ""

    def look_into(self, folder: Path, prefix: str, depth: int) -> None:
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            if depth == 0 or isinstance(error, FileNotFoundError):
                raise
            self.aside[prefix.rstrip("/")] = unreadable(error, folder=True)
            return
        if prefix:
            self._learn_catalogue(folder, listed)
        for entry in listed:
            try:
                self._see(entry, prefix, depth)
            except FileNotFoundError:
                pass  # gone between the listing and the look
            except PermissionError as error:  # this one waits, not all the others
                self.aside[prefix + entry.name] = unreadable(error, folder=_is_folder(entry))

    def _learn_catalogue(self, folder: Path, listed: Iterable[os.DirEntry[str]]) -> None:
        """Which file a club's settings in this folder name as its catalogue."""
        for entry in listed:
            if entry.name == FILE_NAME:
                with suppress(OSError):
                    facts = entry.stat(follow_symlinks=False)
                    named = catalogue_named(folder, self.root, facts.st_mtime_ns, facts.st_size)
                    self.catalogues |= _compared(named)

    def _see(self, entry: os.DirEntry[str], prefix: str, depth: int) -> None:
        name, path = entry.name, prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            self._see_folder(entry, prefix, depth)
            return
        if not prefix and name.lower() in PAUSE_NAMES:
            self.paused = self.paused or name
        if lock := lock_name(name):
            self.locks[prefix + lock.about] = read_lock(Path(entry.path), lock.program)
        elif is_unfinished(name):
            self.unfinished.append(path)
        elif is_hidden(name):
            self.aside[path] = HIDDEN
        elif not is_ignored(name) and not self._is_catalogue(entry):
            self._see_file(entry, path)

    def _see_folder(self, entry: os.DirEntry[str], prefix: str, depth: int) -> None:
        name = entry.name
        # Asked of every folder: it fails for one that may be listed but not entered.
        claimed = Path(entry.path, NOTE).exists() and prefix == f"{PROCESSING}/"
        own = (not prefix and name in OWN_FOLDERS) or claimed
        if not prefix and not own and name.lower() in OWN_FOLDERS:
            self._see_likeness(name)
        elif not own and not name.startswith(".") and depth < _DEEPEST:
            with suppress(FileNotFoundError):
                self.look_into(Path(entry.path), f"{prefix}{name}/", depth + 1)

    def _see_likeness(self, name: str) -> None:
        """A folder such as `DONE`: our own where capitals make no difference, else somebody's, and not to be guessed at."""
        try:
            ours = (self.root / name).samefile(self.root / name.lower())
        except FileNotFoundError:
            ours = False
        if not ours:
            self.aside[name] = like_ours(name.lower())

    def _is_catalogue(self, entry: os.DirEntry[str]) -> bool:
        return bool(self.catalogues) and not self.catalogues.isdisjoint(_compared(Path(entry.path)))

    def _see_file(self, entry: os.DirEntry[str], path: str) -> None:
        facts = entry.stat(follow_symlinks=False)
        if stat.S_ISREG(facts.st_mode):
            self.files.append(Sighting(path=path, size=facts.st_size, changed=facts.st_mtime_ns))
            if facts.st_nlink > 1:  # 0 on Windows, where it shows when the file is opened
                self.second_names.add(path)
        elif stat.S_ISLNK(facts.st_mode):
            self.aside[path] = _linked(Path(entry.path))
        else:
            self.aside[path] = NO_FILE


def unreadable(error: OSError, *, folder: bool) -> str:
    """Why a folder is not looked into, or a file not looked at."""
    why = error.strerror or type(error).__name__
    return say("the folder cannot be read: {why}", why=why) if folder else not_opened(why)


def _compared(path: Path | None) -> set[Path]:
    """The path as it is compared with others; nothing of nothing."""
    return set() if path is None else {path.absolute()}


def _linked(path: Path) -> str:
    """Why a link is left alone, by what it leads to, which is looked at and not opened."""
    try:
        return LINKED_FOLDER if path.is_dir() else LINKED_FILE if path.exists() else DEAD_LINK
    except OSError:
        return DEAD_LINK


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
