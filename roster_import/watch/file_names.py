"""Which names in a folder are rosters, locks or unfinished copies, and which name is free beside those taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from roster_import.model.file_name import portable_name
from roster_import.pipeline.watched_folders import PROCESSING

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTE_ENDING = ".why.txt"
PAUSE_NAMES = frozenset({"pause", "pause.txt"})

_SETTINGS = "roster-import.toml"
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".filepart", ".opdownload", "~")
SIGNED_ENDING = ".signed.html"  # a signed proof, beside the roster it is of
_NEVER_MEANT = frozenset({"thumbs.db", "desktop.ini", _SETTINGS, "icon\r"})
_SAVING = re.compile(r"[0-9A-F]{7,8}")  # Excel saves under such a name, then renames it
_ROSTERS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt"})
_MOST_NUMBERED = 20
_LONGEST = 180  # bytes; file systems take 255, and `.results` and a number are still to come


@dataclass(frozen=True, slots=True, kw_only=True)
class LockName:
    """A file by which a program says that it has another one open: whose it is, and which file it is about."""

    program: str
    about: str


def lock_names(name: str) -> tuple[str, ...]:
    """The lock files by which a program would say that it has this file open."""
    return f"~${name}", f".~lock.{name}#"


def lock_name(name: str) -> LockName | None:
    """What a lock file says by its name, None for any other file (`~$club.xlsx`, `.~lock.club.xlsx#`)."""
    if name.startswith("~$"):
        return LockName(program="Excel", about=name[2:])
    if name.startswith(".~lock.") and name.endswith("#"):
        return LockName(program="LibreOffice", about=name[7:-1])
    return None


def is_unfinished(name: str) -> bool:
    """Whether a name is that of a copy, download or saving that is still under way."""
    return name.lower().endswith(_UNFINISHED) or bool(_SAVING.fullmatch(name))


def is_ignored(name: str) -> bool:
    """Whether a file is never meant for us: hidden ones, the systems' own, settings, and signed proofs."""
    kept = name.startswith(".") or name.lower().endswith(SIGNED_ENDING)
    return kept or name.lower() in _NEVER_MEANT or name.lower() in PAUSE_NAMES


def is_hidden(name: str) -> bool:
    """Whether a name is that of a roster, but for the dot before it that hides it; not of what a Mac leaves beside a file."""
    return name.startswith(".") and not name.startswith("._") and PurePosixPath(name).suffix.lower() in _ROSTERS


def clean_path(path: str) -> str:
    """The path with names that every system, mail and log can carry: nothing unprintable, none too long."""
    return "/".join(_clean_name(name) for name in path.split("/"))


def kept_path(path: str) -> str:
    """The path under which a file is remembered and filed: cleaned, and without the folder it was dropped in by mistake."""
    while path.startswith(f"{PROCESSING}/"):
        path = path.removeprefix(f"{PROCESSING}/")
    return clean_path(path)


def _clean_name(name: str) -> str:
    text = portable_name("".join(char if char.isprintable() else "_" for char in name))
    path = PurePosixPath(text)
    while len(text.encode()) > _LONGEST:
        path = path.with_stem(path.stem[:-1])
        text = path.name
    return text


def numbered(name: str, stamp: str) -> Iterator[str]:
    """The name, then names beside it: `club.2.xlsx`, `club.3.xlsx` …, at last dated ones without end.

    `stamp` is the time, such as 20261121-091230.
    """
    path = PurePosixPath(name)
    stem, ending = (path.stem, path.suffix) if path.stem else (name, "")
    yield name
    yield from (f"{stem}.{number}{ending}" for number in range(2, _MOST_NUMBERED))
    yield f"{stem}.{stamp}{ending}"
    number = 1
    while True:
        number += 1
        yield f"{stem}.{stamp}.{number}{ending}"


def companion(name: str, source: str, filed_as: str) -> str:
    """The name of what lies beside a file, after the file was filed under another name.

    `club.results.xlsx` of `club.xlsx`, filed as `club.2.xlsx`, becomes `club.2.results.xlsx`.
    """
    before, after = PurePosixPath(source).stem, PurePosixPath(filed_as).stem
    if source == filed_as:
        return name
    for bare in (before, before.removesuffix(".problems").removesuffix(".results")):
        if name.startswith(bare):
            return after + name[len(bare) :]
    return f"{after}.{name}"


def note_path(place: str) -> str:
    """The path of the text for people beside a file: `held/club.why.txt` of `held/club.xlsx`."""
    path = PurePosixPath(place)
    return str(path.with_name(path.stem + NOTE_ENDING))
