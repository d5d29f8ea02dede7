"""Of a watched folder: which folders in it are the watch's own, and where a file that was filed in them was dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.files import real_path

if TYPE_CHECKING:
    from pathlib import Path

STATE_FOLDER = ".roster-import"
PROCESSING = "processing"
OUTCOMES = ("done", "failed", "held", "duplicate")
OWN_FOLDERS = frozenset({PROCESSING, *OUTCOMES, STATE_FOLDER})


def is_watched(folder: Path) -> bool:
    """Whether a folder has been watched, by what is in it."""
    return (folder / STATE_FOLDER).is_dir() or ((folder / PROCESSING).is_dir() and (folder / "held").is_dir())


def watched_above(folder: Path) -> Path | None:
    """The watched folder of whose own folders this is one, or lies in one; None where there is none."""
    for whole in (folder.absolute(), real_path(folder)):
        for parent in whole.parents:
            if whole.relative_to(parent).parts[0] in OWN_FOLDERS and is_watched(parent):
                return parent
    return None


def dropped_in(file: Path) -> Path:
    """The folder a file lies in; of one that a watch has filed, the folder it was dropped in."""
    folder = real_path(file).parent
    watched = watched_above(folder)
    if watched is None:
        return folder
    own, *club = folder.relative_to(real_path(watched)).parts
    return real_path(watched).joinpath(*club) if own in OUTCOMES else folder
