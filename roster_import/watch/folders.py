"""The folder itself: claiming by rename, filing without ever overwriting. What lies in it, a look tells (`look.py`)."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from pathlib import Path, PurePosixPath

from roster_import.errors import UsageError
from roster_import.files import NotPlain, open_plain, read_plain
from roster_import.language.messages import say
from roster_import.pipeline.looked_at import MOST_READ
from roster_import.pipeline.watched_folders import OUTCOMES, PROCESSING, STATE_FOLDER, watched_above
from roster_import.watch.claim_notes import (
    LONGEST_NOTE,
    NOTE,
    Claimed,
    ClaimNote,
    is_claim,
    note_of,
    note_text,
    stays_within,
)
from roster_import.watch.file_names import PAUSE_NAMES, clean_path, kept_path, numbered
from roster_import.watch.moves import Move, make_folders, move, place, put_whole, rename

_LONGEST_BEAT = 100  # bytes
_PIECE = 1024 * 1024  # bytes that are read at once


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
        """A path within the folder, on this machine. Raises `NotPlain` for one that leads out of it."""
        if not stays_within(path):
            raise NotPlain(errno.EINVAL, say("{path} lies outside {folder}", path=path, folder=self.root))
        return self.root.joinpath(*PurePosixPath(path).parts)

    @property
    def is_made(self) -> bool:
        """Whether the folder has been watched before, by what is in it: an empty mount point has not."""
        return (self.root / PROCESSING).is_dir()

    def make(self) -> None:
        """Make the folders that files go through."""
        for name in (PROCESSING, *OUTCOMES):
            make_folders(self.root, self.root / name)

    # -------------------------------------------------------------------------------------------- claiming

    def claim(
        self, path: str, claim: str, process: str | None, at: str, watch: str | None = None, kept: str | None = None
    ) -> Path:
        """Take a file for ourselves: a rename into a folder of the claim's own, so that only one watcher gets it.

        `watch` names the journal in which it is written; `kept` is the path it goes by from now on, where that is not the one
        it lies at. Raises `OSError` where another was first, or where a program holds the file open (Windows).
        """
        name = kept or kept_path(path)
        note = note_text(ClaimNote(path=name, process=process, watch=watch), {"at": at})
        folder = self.claim_folder(claim)
        file = folder / PurePosixPath(name).name
        with place(self.root, folder) as made:
            os.mkdir(made.name, dir_fd=made.folder)
        try:
            # another watch may look between the making of a file and its writing: what it sees is never half a note
            with place(self.root, folder / f".{NOTE}.part") as half, place(self.root, folder / NOTE) as there:
                with os.fdopen(half.create(), "w", encoding="utf-8") as written:
                    written.write(note)
                rename(half, there)
            with place(self.root, self.at(path)) as source, place(self.root, file) as target:
                rename(source, target)
        except OSError:
            self.drop_claim(claim)
            raise
        return file

    def claim_folder(self, claim: str) -> Path:
        """Where a claimed file lies while it is worked on."""
        return self.root / PROCESSING / claim

    def claimed_file(self, claim: str, path: str) -> Path:
        """The file of a claim whose path is this; where it is gone, a path at which nothing lies."""
        file = self.claim_folder(claim) / PurePosixPath(path).name
        return file if os.path.lexists(file) else file.with_name("gone")

    def claims(self) -> list[Claimed]:
        """Every claim there is: what its note says, and where its file is."""
        with os.scandir(self.root / PROCESSING) as entries:
            folders = sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
        claims = (self._claimed(claim) for claim in folders)
        return [claimed for claimed in claims if claimed is not None]

    def _claimed(self, claim: str) -> Claimed | None:
        """What a folder in `processing` claims; None where there is no note in it."""
        folder = self.claim_folder(claim)
        try:
            note = note_of(read_plain(folder / NOTE, LONGEST_NOTE, self.root)) if is_claim(claim) else None
        except FileNotFoundError:
            return None
        except OSError:
            note = None
        if note is None and not os.path.lexists(folder / NOTE):
            return None
        return Claimed(claim=claim, note=note)

    def set_note_aside(self, claim: str, stamp: str) -> str:
        """Take a note that is not believed out of a claim's folder: what else lies there is then a file like any other.

        Where it was put; empty where it could not be, or is gone.
        """
        names = (f"failed/{name}" for name in numbered(f"{clean_path(claim)}.{NOTE}", stamp))
        target = next(filter(self.is_free, names))
        try:
            note, aside = self.claim_folder(claim) / NOTE, self.at(target)
            with place(self.root, note) as source, place(self.root, aside) as there:
                rename(source, there)
        except OSError:
            return ""
        return target

    def bring_along(self, claim: str, behind: str) -> None:
        """Bring what was written beside a claimed file into the folder of the claim that took it over."""
        with os.scandir(self.claim_folder(claim)) as entries:
            names = [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
        for name in names:
            if name != NOTE and not name.startswith("."):
                with contextlib.suppress(OSError):
                    self.move(Move(source=f"{PROCESSING}/{claim}/{name}", target=f"{PROCESSING}/{behind}/{name}"))

    def drop_claim(self, claim: str) -> None:
        """Remove a claim's folder once nothing of the user's is left in it."""
        folder = self.claim_folder(claim)
        with contextlib.suppress(FileNotFoundError, NotPlain), place(self.root, folder / NOTE) as note:
            for half in folder.glob(".*.part"):  # a workbook that a killed process had begun to write
                with contextlib.suppress(OSError):
                    os.unlink(half.name, dir_fd=note.folder)
            note.unlink()
        with contextlib.suppress(OSError):  # something is left in it: a person's business
            folder.rmdir()

    def say_alive(self, watch: str, now: float) -> None:
        """Say to watches on other machines that the one with this journal lives."""
        make_folders(self.root, self.root / STATE_FOLDER)
        put_whole(self.root, self._alive(watch), json.dumps(now).encode(), replace=True)

    def said_alive(self, watch: str) -> float | None:
        """When a watch said last that it lives, on its own clock; None where it did not."""
        try:
            return float(json.loads(read_plain(self._alive(watch), _LONGEST_BEAT, self.root)))
        except (OSError, ValueError, TypeError):
            return None

    def _alive(self, watch: str) -> Path:
        return self.root / STATE_FOLDER / f"alive-{watch}"

    def digest(self, file: Path, *, dropped: bool = False) -> str:
        """What tells the content of a file from any other; `dropped` as `files.open_plain` has it.

        Of a file that is larger than what is read of any, its beginning and its length: others would take hours.
        """
        with os.fdopen(open_plain(file, self.root, dropped=dropped), "rb") as opened:
            told, left = hashlib.sha256(), MOST_READ + 1
            while left and (piece := opened.read(min(left, _PIECE))):
                told.update(piece)
                left -= len(piece)
            return told.hexdigest() if left else f"{told.hexdigest()} {os.fstat(opened.fileno()).st_size}"

    # ---------------------------------------------------------------------------------------------- filing

    def is_free(self, path: str) -> bool:
        """Whether nothing lies at a path."""
        return not os.path.lexists(self.at(path))

    def move(self, step: Move) -> bool:
        """Bring a file to its place; False where something else lies there. Done already, it is done."""
        target = self.at(step.target)
        make_folders(self.root, target.parent)
        try:
            with place(self.root, self.at(step.source)) as source, place(self.root, target) as there:
                return move(source, there)
        except FileNotFoundError:
            if not self.claim_folder(PurePosixPath(step.source).parent.name).is_dir():
                return os.path.lexists(target)
            raise

    def write_note(self, path: str, text: str) -> None:
        """Write a text for people beside a file, unless something lies there."""
        try:
            with place(self.root, self.at(path)) as there, os.fdopen(there.create(), "w", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            pass  # from before a crash


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
