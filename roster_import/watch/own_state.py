"""Where a watch keeps what is its own: beside the ledger, out of reach of whoever may write into the watched folder.

A watched folder carries a mark, a number drawn once. By it its state is found again after a remount or under another name,
and by every watch of this user; a watch on another machine has a state of its own. The mark is believed as far as that
does no harm: one that contradicts what was written down here stops the watch, and is said.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.files import NotPlain, read_plain, real_path, write_whole
from roster_import.language.messages import say
from roster_import.pipeline.watched_folders import STATE_FOLDER
from roster_import.watch.moves import make_folders, put_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

MARK = "folder-id"
_RECORD = "folder.json"
_LONGEST = 1000  # bytes of a mark or a record
_NUMBER = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnState:
    """The folder of a state, and the mark of the watched folder it is about; without one where the settings name the state."""

    path: Path
    mark: str | None = None


def known_state(folder: Path, ledger: Path, given: Path | None) -> OwnState | None:
    """The state of a watched folder, None where there is none here. Nothing is made. Raises `UsageError`."""
    if given is not None:
        return OwnState(path=_outside(folder, given))
    mark, known = mark_of(folder), _records(ledger)
    mark = mark if mark in known else _by_path(folder, known)
    return OwnState(path=_state(ledger, mark), mark=mark) if mark is not None else None


def known_states(ledger: Path) -> list[tuple[OwnState, Path]]:
    """The states beside a ledger, each with the folder it is about."""
    known = _records(ledger)
    return [(OwnState(path=_state(ledger, mark), mark=mark), folder) for mark, folder in known.items()]


def own_state(folder: Path, ledger: Path, given: Path | None, *, anew: bool) -> OwnState:
    """The state of a watched folder, made where there is none; with `anew` a folder may be another one than before.

    Raises `OSError` where the folder cannot be marked, or where its mark contradicts what was written down.
    """
    if given is not None:
        return OwnState(path=_outside(folder, given))
    known, here = _records(ledger), mark_of(folder)
    before = _by_path(folder, known)
    if here is not None and not anew:
        _refuse_another(folder, here, before, known)
    mark = here or _marked(folder, before or secrets.token_hex(16))
    state = _state(ledger, mark)
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    if known.get(mark) != _whole(folder):
        _forget_path(folder, ledger, known, mark)
        record = json.dumps({"mark": mark, "folder": os.fsdecode(_whole(folder))})
        write_whole(state / _RECORD, record.encode("utf-8", "surrogateescape"), replace=True, private=True)
    return OwnState(path=state, mark=mark)


def mark_of(folder: Path) -> str | None:
    """The mark a folder carries; None where it carries none that could be ours."""
    try:
        text = read_plain(folder / STATE_FOLDER / MARK, _LONGEST, folder).decode("ascii").strip()
    except (OSError, ValueError):
        return None
    return text if _NUMBER.fullmatch(text) else None


def _outside(folder: Path, given: Path) -> Path:
    if real_path(given).is_relative_to(real_path(folder)):
        raise UsageError(
            say(
                "The setting [watch] state names {path}, which lies in the watched folder: whoever may write there could "
                "write it. Name a folder elsewhere, or leave it out.",
                path=given,
            )
        )
    return given


def _refuse_another(folder: Path, here: str, before: str | None, known: Mapping[str, Path]) -> None:
    """Raise `OSError` for a mark that is another folder's, or another than this folder carried."""
    other = known.get(here)
    if other is not None and other != _whole(folder) and mark_of(other) == here and not _same(other, folder):
        raise OSError(
            say(
                "{folder} carries the same mark as {other}, as a copy of it does: remove {mark} from the one that is the copy",
                folder=folder,
                other=other,
                mark=f"{STATE_FOLDER}/{MARK}",
            )
        )
    if before is not None and before != here:
        raise OSError(
            say(
                "{folder} carries another mark than when it was watched before: is the right share there? If it is meant, "
                "start with --accept-existing",
                folder=folder,
            )
        )


def _same(path: Path, other: Path) -> bool:
    with suppress(OSError):
        return path.samefile(other)
    return False


def _marked(folder: Path, mark: str) -> str:
    """Mark a folder; where another watch was first, the mark it carries by then."""
    make_folders(folder, folder / STATE_FOLDER)
    put_whole(folder, folder / STATE_FOLDER / MARK, f"{mark}\n".encode("ascii"), replace=False)
    if (there := mark_of(folder)) is None:
        raise NotPlain(0, say("{path} cannot be read: remove it", path=folder / STATE_FOLDER / MARK))
    return there


def _state(ledger: Path, mark: str) -> Path:
    return ledger.with_name(f"watch-{mark[:16]}")


def _records(ledger: Path) -> dict[str, Path]:
    """The watched folders that are known here, by their marks."""
    known = {}
    for record in ledger.parent.glob(f"watch-*/{_RECORD}"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            said = json.loads(read_plain(record, _LONGEST * 10).decode("utf-8", "surrogateescape"))
            known[str(said["mark"])] = Path(said["folder"])
    return known


def _by_path(folder: Path, known: Mapping[str, Path]) -> str | None:
    return next((mark for mark, path in known.items() if path == _whole(folder)), None)


def _forget_path(folder: Path, ledger: Path, known: Mapping[str, Path], mark: str) -> None:
    """Another folder is at this path from now on: no state but that of `mark` is looked for under it any more."""
    for other, path in known.items():
        if other != mark and path == _whole(folder):
            (_state(ledger, other) / _RECORD).unlink(missing_ok=True)


def _whole(folder: Path) -> Path:
    return real_path(folder)
