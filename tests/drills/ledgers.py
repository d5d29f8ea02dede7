"""Where the ledgers of the drills lie: in files, or, with `--ledger postgresql`, each in a database of its own on a server."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests import postgres_server

if TYPE_CHECKING:
    from collections.abc import Iterator

_SERVER = "DRILLS_SERVER"


def ledger_in(folder: Path) -> Path | str:
    """The ledger of a folder, made where it lies on a server."""
    server = os.environ.get(_SERVER)
    if not server:
        return folder / "ledger.sqlite3"
    with _connected(server) as database:
        if not database.execute("SELECT 1 FROM pg_database WHERE datname = %s", (_name(folder),)).fetchone():
            database.execute(f"CREATE DATABASE {_name(folder)}")
    return f"{server.rpartition('/')[0]}/{_name(folder)}"


def forget(folder: Path) -> None:
    """Nobody needs the ledger of a folder any more."""
    if server := os.environ.get(_SERVER):
        with _connected(server) as database:
            database.execute(f"DROP DATABASE IF EXISTS {_name(folder)} WITH (FORCE)")


@contextmanager
def on(where: str) -> Iterator[None]:
    """As long as the block ledgers lie in files, or on a server that is started for it."""
    if where != "postgresql":
        yield
        return
    binaries = postgres_server.programs()
    assert binaries is not None, "PostgreSQL is not installed here"
    folder = Path(tempfile.mkdtemp(prefix="roster-import-"))
    folder.chmod(0o755)
    try:
        with postgres_server.running(folder, binaries) as server:
            os.environ[_SERVER] = server.address
            yield
    finally:
        os.environ.pop(_SERVER, None)
        shutil.rmtree(folder, ignore_errors=True)


def _name(folder: Path) -> str:
    return f"drill_{hashlib.sha256(str(folder).encode()).hexdigest()[:20]}"


@contextmanager
def _connected(server: str) -> Iterator[object]:
    import psycopg

    with psycopg.connect(server, autocommit=True) as database:
        yield database
