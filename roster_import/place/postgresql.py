"""A ledger on a PostgreSQL server, for offices that share one: the same order from two of them is placed once.

Its tables lie in a schema of their own, `roster_import`. A connection that broke is opened again, for some seconds, as a
server that is started anew is away so long; never inside a transaction, which the server has undone.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from roster_import.errors import LedgerError
from roster_import.language.messages import say
from roster_import.place.heartbeat import Heartbeat, lives

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from roster_import.place.sqlite import Rows
    from roster_import.place.statement import Statement

# Any number does, as long as every roster-import takes the same: whoever holds it is the one who writes.
_WRITERS: Final = 0x526F_7374
_SECONDS_TO_CONNECT: Final = 10
_WAITS: Final = (0.2, 0.5, 1.0, 2.0)  # seconds between the tries to open a connection that broke
_SESSION: Final = (
    # What is committed is on disk when we hear of it, whatever the server is set to do for others.
    "SET synchronous_commit = on",
    # A machine that is cut off in the middle of a transaction stops the others no longer than this.
    "SET idle_in_transaction_session_timeout = '20s'",
    "SET lock_timeout = '60s'",
    "SET search_path = roster_import",
)
# The other end may be gone without a word: asked after 10 seconds of silence, given up after 20 without an answer.
_SEEN_GONE: Final = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 20_000}
_MADE: Final = (
    "CREATE SCHEMA IF NOT EXISTS roster_import",
    "CREATE TABLE IF NOT EXISTS form (version INTEGER NOT NULL)",
)


class PostgreSQL:
    """The server's database, connected to."""

    types: Final = {
        "id": "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        "number": "BIGINT",
        "real": "DOUBLE PRECISION",
    }
    clock: Final = "extract(epoch FROM clock_timestamp())::double precision"
    # While the server was away nobody could beat: whoever lived then has time to say so again.
    last_beat: Final = "greatest(beat, extract(epoch FROM pg_postmaster_start_time())::double precision)"
    own_tables: Final = (
        # An order's name, held by whoever is about to begin an order of that name, until that is written down.
        "CREATE TABLE names (realm TEXT NOT NULL, target TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (realm, target, name))",
        # The last transaction of each connection that wrote: whether one was committed whose answer was lost.
        "CREATE TABLE written (writer TEXT PRIMARY KEY, number BIGINT NOT NULL, at DOUBLE PRECISION NOT NULL)",
    )

    def __init__(self, address: str, sleep: Callable[[float], None] = time.sleep) -> None:
        self._address = address
        self._sleep = sleep
        self._psycopg = _psycopg()
        self._lock = threading.RLock()
        self._in_transaction = False
        self._ahead = 0.0  # seconds by which the server's clock is ahead of the one here that only goes forward
        with self._door():
            self._db = self._connection()

    @property
    def name(self) -> str:
        """The address without user and password."""
        return address_for_people(self._address)

    def execute(self, sql: str, values: Sequence[object] = ()) -> Rows:
        """Run one statement; outside a transaction, where it only reads, once more after a connection that broke."""
        with self._lock, self._door():
            try:
                return self._run(sql, values)
            except self._psycopg.OperationalError:
                if self._in_transaction:
                    raise
                self._reconnect()
                return self._run(sql, values)

    def _run(self, sql: str, values: Sequence[object]) -> Rows:
        rows: Rows = self._db.execute(sql.replace("?", "%s") if values else sql, tuple(values) or None)
        return rows

    def execute_all(self, statements: Sequence[Statement]) -> list[Rows]:
        """Run the statements of a transaction in one exchange with the server, however many they are."""
        with self._lock, self._door(), self._in_one_exchange():
            return [
                self._run(f"{each.sql} RETURNING id" if each.makes_row else each.sql, each.values)
                for each in statements
            ]

    def _in_one_exchange(self) -> Any:
        # Of libpq before 14 each statement is an exchange (PostgreSQL 14 › Release notes: pipeline mode).
        return self._db.pipeline() if self._psycopg.Pipeline.is_supported() else nullcontext()

    def number_of(self, made: Rows) -> int:
        """The number of the row that a statement made."""
        row = made.fetchone()
        return int(row["id"]) if row else 0

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: whole or not at all, durable when it ends, and the only one that writes."""
        with self._lock, self._door():
            try:
                self._db.execute("SELECT 1")  # what is found broken only inside cannot be done over
            except self._psycopg.OperationalError:
                self._reconnect()
            with self._db.transaction():
                self._in_transaction = True
                try:
                    self._db.execute("SELECT pg_advisory_xact_lock(%s)", (_WRITERS,))
                    yield
                finally:
                    self._in_transaction = False

    def _reconnect(self) -> None:
        """Open the connection again, as often as it takes for some seconds."""
        self._db.close()
        for wait in _WAITS:
            self._sleep(wait)
            with suppress(self._psycopg.OperationalError):
                self._db = self._connection()
                return
        self._db = self._connection()

    def form(self) -> int:
        """Which form its tables have; 0 where there are none yet."""
        row = self.execute("SELECT max(version) AS version FROM form").fetchone()
        return int(row["version"] or 0) if row else 0

    def set_form(self, version: int) -> None:
        """Note which form its tables have now."""
        self.execute("DELETE FROM form")
        self.execute("INSERT INTO form (version) VALUES (?)", (version,))

    def drop_unique(self, table: str) -> None:
        """Rid a table of the rules of what may stand in it once."""
        rules = self.execute(
            "SELECT conname AS name FROM pg_constraint WHERE conrelid = ?::regclass AND contype = 'u'", (table,)
        )
        for rule in rules.fetchall():
            self.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{rule["name"]}"')

    def damage(self) -> str | None:
        """Nothing: the server looks after its own files."""
        return None

    def now(self) -> float:
        """The server's time."""
        return time.monotonic() + self._ahead

    def beating(self, worker: str, host: str) -> Heartbeat:
        """Say as long as the block that this process lives."""
        return Heartbeat(self, lambda: PostgreSQL(self._address), worker, host)

    def lives(self, worker: str) -> bool | None:
        """Whether the process of that name lives, wherever it runs; None of one that never said so."""
        return lives(self, worker)

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def _connection(self) -> Any:
        db = self._psycopg.connect(
            self._address,
            autocommit=True,
            row_factory=self._psycopg.rows.dict_row,
            connect_timeout=_SECONDS_TO_CONNECT,
            application_name="roster-import",
            **_SEEN_GONE,
        )
        try:
            for statement in _SESSION:
                db.execute(statement)
            found = db.execute(f"SELECT {self.clock} AS now, to_regclass('form') IS NULL AS missing").fetchone()
            self._ahead = found["now"] - time.monotonic()
            if found["missing"]:
                _make_tables(db)
        except BaseException:
            db.close()
            raise
        return db

    @contextmanager
    def _door(self) -> Iterator[None]:
        """The one place where the driver's exceptions become ours; they may hold the password, ours do not."""
        try:
            yield
        except (self._psycopg.Error, OSError) as error:
            raise LedgerError(_trouble(self._address, str(error))) from None


def _make_tables(db: Any) -> None:
    """The schema and its first table; two that begin at the same moment would make them twice."""
    with db.transaction():
        db.execute("SELECT pg_advisory_xact_lock(%s)", (_WRITERS,))
        for statement in _MADE:
            db.execute(statement)


def address_for_people(address: str) -> str:
    """An address of a database without user, password and options."""
    parts = urlsplit(address)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"


def _secrets(address: str) -> set[str]:
    parts = urlsplit(address)
    secrets = {parts.password or "", *parse_qs(parts.query).get("password", ())}
    return {one for secret in secrets if secret for one in (secret, unquote(secret))}


def _trouble(address: str, error: str) -> str:
    reason = " ".join(error.split())
    for secret in _secrets(address):
        reason = reason.replace(secret, "…")
    return say(
        "The ledger {address} cannot be used: {reason}. No order is begun that cannot be written down, and one that is under "
        "way is not lost: see to the database server, then roster-import resume finishes it.",
        address=address_for_people(address),
        reason=reason.rstrip(".?! "),
    )


def _psycopg() -> Any:
    try:
        import psycopg
        import psycopg.rows
    except ImportError as error:
        raise LedgerError(
            say(
                "A ledger on a PostgreSQL server needs psycopg, which is not installed: "
                'pip install "roster-import[postgresql]". Nothing was sent.'
            )
        ) from error
    return psycopg
