"""The journal as it was kept until now, within the watched folder: brought over once, as far as it can be believed.

Whoever may write into the folder could have written it. So it is only read where this machine watched the folder before,
and of it only what stays within the folder. It is renamed before it is read, so that one watch brings it over, not two.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from roster_import.files import read_plain
from roster_import.pipeline.watched_folders import OUTCOMES, STATE_FOLDER
from roster_import.watch.claim_notes import is_claim, is_move_of, stays_within
from roster_import.watch.journal.file import NAME, JournalFile
from roster_import.watch.journal.tables import JournalError
from roster_import.watch.moves import place, rename

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.watch.journal.journal import Journal

_LARGEST = 1024 * 1024 * 1024  # bytes
_LONGEST = 60.0  # seconds that reading it may take
_BESIDE = "-journal"  # SQLite's own, where it was cut off
_META = frozenset({"begun", "digest", "digest_until", "tried"})
_TABLES = ("files", "messages", "existing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """How much was brought over, and how much was not, as it leads out of the folder."""

    rows: int
    refused: int


def is_there(root: Path) -> bool:
    """Whether a journal of before lies in the watched folder."""
    return os.path.lexists(root / STATE_FOLDER / NAME)


def bring_over(root: Path, journal: Journal, own: Path) -> Brought | None:
    """Bring over what the journal in the folder says; None where there is none, or it was brought over before.

    It is read within the folder `own`, where nobody else may write.

    A crash at any point is gone on from. Raises `JournalError` where it cannot be read, `OSError` where the share is away.
    """
    named = journal.meta("bringing")
    if named is None:
        if not is_there(root):
            return None
        named = f"journal-{secrets.token_hex(4)}.sqlite3"
        journal.set_meta("bringing", named)
    if journal.meta("brought") is not None:
        return None
    for ending in ("", _BESIDE):
        _rename(root, NAME + ending, named + ending)
    with TemporaryDirectory(dir=own) as folder:
        copy = Path(folder) / NAME
        for ending in ("", _BESIDE):
            with suppress(FileNotFoundError):
                data = read_plain(root / STATE_FOLDER / (named + ending), _LARGEST, root)
                copy.with_name(NAME + ending).write_bytes(data)
        tables, refused = _read(copy) if copy.exists() else ({}, 0)
    journal.bring(tables, "brought", named)
    return Brought(rows=sum(map(len, tables.values())), refused=refused)


def _rename(root: Path, before: str, behind: str) -> None:
    with (
        suppress(FileNotFoundError),
        place(root, root / STATE_FOLDER / before) as source,
        place(root, root / STATE_FOLDER / behind) as target,
    ):
        rename(source, target)


def _read(copy: Path) -> tuple[dict[str, list[dict[str, Any]]], int]:
    """What is to be brought over by table, and how many rows are not."""
    JournalFile.open(copy).close()  # brings it to the form of now
    end = time.monotonic() + _LONGEST
    with closing(sqlite3.connect(copy)) as database:
        database.row_factory = sqlite3.Row
        database.execute("PRAGMA trusted_schema = OFF")
        database.set_progress_handler(lambda: time.monotonic() > end, 100_000)
        try:
            return _believed(database)
        except (sqlite3.Error, ValueError) as error:
            raise JournalError(f"{copy.name}: {error}") from error


def _believed(database: sqlite3.Connection) -> tuple[dict[str, list[dict[str, Any]]], int]:
    tables: dict[str, list[dict[str, Any]]] = {}
    refused = 0
    plain = {row["name"] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in (*_TABLES, "meta"):
        if table not in plain:  # a view can be anything
            continue
        tables[table] = []
        for row in _rows(database, table):
            if _stays[table](row):
                tables[table].append(row)
            else:
                refused += 1
    return tables, refused


def _rows(database: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    for row in database.execute(f"SELECT * FROM {table}"):  # noqa: S608 - the names are ours
        yield dict(row)


def _file_stays(row: Mapping[str, Any]) -> bool:
    """Whether everything that is to be done about a file stays in its folder."""
    claim = str(row["id"])
    moves = _parsed(row["moves"], [])
    fine = isinstance(moves, list) and all(_move_stays(claim, move) for move in moves)
    return fine and is_claim(claim) and _inside(row["path"]) and (row["place"] is None or _inside(row["place"]))


def _move_stays(claim: str, move: Any) -> bool:
    if not isinstance(move, list) or len(move) != 2 or not all(isinstance(path, str) for path in move):
        return False
    return is_move_of(claim, move[0]) and _inside(move[1]) and move[1].split("/")[0] in OUTCOMES


def _message_stays(row: Mapping[str, Any]) -> bool:
    content = _parsed(row["content"], None)
    if not isinstance(content, dict):
        return False
    attached = content.get("attach")
    return attached is None or _inside(attached)


def _existing_stays(row: Mapping[str, Any]) -> bool:
    return _inside(_parsed(row["path"], None))


def _meta_stays(row: Mapping[str, Any]) -> bool:
    return row["name"] in _META


def _parsed(text: Any, empty: Any) -> Any:
    try:
        return json.loads(text) if text else empty
    except (ValueError, TypeError, RecursionError):
        return None


def _inside(path: Any) -> bool:
    return isinstance(path, str) and stays_within(path)


_stays = {"files": _file_stays, "messages": _message_stays, "existing": _existing_stays, "meta": _meta_stays}
