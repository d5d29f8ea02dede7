"""The note in a claim's folder, which whoever may write into the watched folder can write, too: read, and judged.

A note says under which path a file was found, and which watch claimed it. It is believed as far as that does no harm: the
path must be one at which a file can be dropped, so that the file and what is written beside it stay in the watched folder.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from roster_import.pipeline.watched_folders import PROCESSING
from roster_import.watch.file_names import kept_path

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTE = "claim.json"
LONGEST_NOTE = 10_000  # bytes
_CLAIM = re.compile(r"[\w+-]{1,80}")
_WATCH = re.compile(r"[0-9a-f]{16}")
_DEEPEST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimNote:
    """What a note says: the path its file goes by, and which process of which watch claimed it."""

    path: str
    process: str | None = None
    watch: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A claim as it lies in `processing`; `note` is None where it is not believed."""

    claim: str
    note: ClaimNote | None


def is_claim(name: str) -> bool:
    """Whether a folder of that name may be a claim's."""
    return bool(_CLAIM.fullmatch(name))


def first_claim(claim: str) -> str:
    """The name under which a file was claimed first: one that was taken over has some more."""
    return claim.partition("+")[0]


def note_text(note: ClaimNote, more: Mapping[str, str]) -> str:
    """The note as it stands in its file."""
    said = {"path": note.path, "process": note.process, "watch": note.watch}
    return json.dumps({**more, **{name: value for name, value in said.items() if value is not None}})


def note_of(data: bytes) -> ClaimNote | None:
    """What a note says, None where it is none of ours."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return None
    path = said.get("path") if isinstance(said, dict) else None
    if not isinstance(path, str) or not may_be_dropped(path):
        return None
    return ClaimNote(path=path, process=_text(said.get("process")), watch=_watch(said.get("watch")))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) < 300 and value.isprintable() else None


def _watch(value: object) -> str | None:
    return value if isinstance(value, str) and _WATCH.fullmatch(value) else None


def may_be_dropped(path: str) -> bool:
    """Whether a file that was dropped into the watched folder may go by this path: within it, and as every name of ours."""
    parts = path.split("/")
    return kept_path(path) == path and len(parts) <= _DEEPEST and not {"", ".", ".."} & set(parts) and "\\" not in path


def stays_within(path: str) -> bool:
    """Whether a path that a note or journal names lies within the watched folder."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\0" not in path


def is_move_of(claim: str, source: str) -> bool:
    """Whether a path is that of a file in the folder of a claim."""
    return PurePosixPath(source).parts[:-1] == (PROCESSING, claim) and stays_within(source)
