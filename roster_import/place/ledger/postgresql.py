"""A ledger on a PostgreSQL server, for offices that share one: the same order from two of them is placed once.

Its tables lie in a schema of their own, `roster_import`. Nobody who reads or connects waits for anybody, and who writes waits
only for those who write of the same order. Where the server is away it is waited for, and what was undone is done over; of a
transaction whose end was not heard of it is looked up whether it was committed.
"""

from __future__ import annotations

import itertools
import threading
import time
import uuid
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from roster_import.errors import LedgerError
from roster_import.language.messages import say
from roster_import.place.ledger.connection import (
    address_for_people,
    connected,
    cut,
    driver,
    exchange,
    trouble,
    turned_away,
)
from roster_import.place.ledger.heartbeat import Heartbeat, lives
from roster_import.place.ledger.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from roster_import.place.ledger.entry import Identity
    from roster_import.place.ledger.sqlite import Rows

T = TypeVar("T")

# Any number does, as long as every roster-import takes the same: whoever holds it is the one who changes the tables.
_TABLES: Final = 0x526F_7374
_PAUSES: Final = (
    0.2,
    0.5,
    1.0,
    2.0,
    4.0,
    8.0,
)  # seconds between the tries to get through, the last for all that follow
_SAID_AFTER: Final = 3.0  # seconds of waiting that nobody is told of
_A_MOMENT: Final = 4.0
_FIRST: Final = 30.0  # seconds in which a server must let us in that never did: its address may be wrong
_MADE: Final = (
    "CREATE SCHEMA IF NOT EXISTS roster_import",
    "CREATE TABLE IF NOT EXISTS form (version INTEGER NOT NULL)",
)
_WRITTEN: Final = (
    "INSERT INTO written (writer, number, at) VALUES (?, ?, extract(epoch FROM clock_timestamp()))"
    " ON CONFLICT (writer) DO UPDATE SET number = excluded.number, at = excluded.at"
)


@dataclass(slots=True)
class _Transaction:
    """A transaction that is open here: what its begin and its end have come to."""

    number: int
    tables: bool
    begun: bool = False
    ended: bool = False  # its end was sent: nobody knows whether it was committed until the answer is there


class PostgreSQL:
    """The server's database, connected to.

    It is waited for at most `patience` seconds in one go, and `warn` is told in words. `sleep` lets seconds pass. Tables are
    looked for in `schema` first.
    """

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
    folded: Final = "lower({})"
    waits: Final = True

    def __init__(
        self,
        address: str,
        *,
        patience: float = _A_MOMENT,
        warn: Callable[[str], None] = lambda _: None,
        sleep: Callable[[float], object] | None = None,
        schema: str = "",
    ) -> None:
        self._address = address
        self._schema = schema
        self._patience = patience
        self._warn = warn
        self._hurry = threading.Event()
        self._sleep = sleep or self._hurry.wait
        self._psycopg = driver()
        self._lock = threading.RLock()
        self._writer = uuid.uuid4().hex
        self._numbers = itertools.count(1)
        self._open: _Transaction | None = None
        self._asked: float | None = None  # since when an answer of the server is waited for
        self._ahead = 0.0  # seconds by which the server's clock is ahead of the one here that only goes forward
        self._db: Any = None
        with self._door():
            self._until_it_answers(self._connect, min(patience, _FIRST))

    @property
    def name(self) -> str:
        """The address without user and password."""
        return address_for_people(self._address)

    # ------------------------------------------------------------------------------------------------ statements

    def execute(self, sql: str, values: Sequence[object] = ()) -> Rows:
        """Run one statement; what is no part of a transaction must bear to be run twice."""
        return self.execute_all([Statement(sql=sql, values=tuple(values))])[0]

    def execute_all(self, statements: Sequence[Statement], *, last: bool = False) -> list[Rows]:
        """Run statements in one exchange with the server, however many they are; `last` ends their transaction with them."""
        with self._lock:
            if self._open is not None:
                return self._in_transaction(self._open, statements, last=last)
            with self._door():
                return self._until_it_answers(lambda: self._exchange(*statements), self._patience)

    def _in_transaction(self, open_: _Transaction, statements: Sequence[Statement], *, last: bool) -> list[Rows]:
        first: list[str | Statement] = [] if open_.begun else ["BEGIN"]
        if first and open_.tables:
            open_.begun = True
            for statement in (*first, f"SELECT pg_advisory_xact_lock({_TABLES:d})"):
                self._exchange(statement)
            first = []  # many statements in one text go alone (PostgreSQL › Message flow: simple query)
        end: list[str | Statement] = (
            [Statement(sql=_WRITTEN, values=(self._writer, open_.number)), "COMMIT"] if last else []
        )
        open_.begun, open_.ended = True, last
        rows = self._exchange(*first, *statements, *end)
        return rows[len(first) : len(first) + len(statements)]

    def _exchange(self, *statements: str | Statement) -> list[Rows]:
        self._asked = time.monotonic()
        try:
            return exchange(self._db, self._psycopg, statements)
        finally:
            self._asked = None

    def number_of(self, made: Rows) -> int:
        """The number of the row that a statement made."""
        row = made.fetchone()
        return int(row["id"]) if row else 0

    def holding(self, identity: Identity) -> tuple[Statement, ...]:
        """What keeps everybody else from beginning an order of that name until the transaction ends."""
        sql = (
            "INSERT INTO names (realm, target, name) VALUES (?, ?, ?)"
            " ON CONFLICT (realm, target, name) DO UPDATE SET name = excluded.name"
        )
        return (Statement(sql=sql, values=(identity.realm, identity.target, identity.name)),)

    # ---------------------------------------------------------------------------------------------- transactions

    def write(self, work: Callable[[], T], *, unheard: Callable[[], T] | None = None, tables: bool = False) -> T:
        """Do work in one transaction, whole or not at all, durable when this returns; done over where it was undone.

        `unheard` tells what came of it where it was done, but its own answers were lost. `tables`: it changes tables.
        """
        with self._lock, self._door():
            return self._until_it_answers(lambda: self._written(work, unheard, tables=tables), self._patience)

    def _written(self, work: Callable[[], T], unheard: Callable[[], T] | None, *, tables: bool) -> T:
        open_ = self._open = _Transaction(number=next(self._numbers), tables=tables)
        heard: list[T] = []
        try:
            heard.append(work())
            if open_.begun and not open_.ended:
                self._end(open_)
        except self._psycopg.Error:
            self._undo()
            if not open_.ended or not self._is_broken():  # where the server itself said no, nothing was committed
                raise
            if not self._was_committed(open_):
                return self._written(work, unheard, tables=tables)
        except BaseException:
            self._undo()
            raise
        finally:
            self._open = None
        if heard or unheard is None:
            return heard[0]
        return unheard()

    def _end(self, open_: _Transaction) -> None:
        # A transaction that makes the tables has none yet to note itself in; it bears to be done twice.
        note = () if open_.tables else (Statement(sql=_WRITTEN, values=(self._writer, open_.number)),)
        open_.ended = not open_.tables
        self._exchange(*note, "COMMIT")

    def _undo(self) -> None:
        self._open = None
        with suppress(self._psycopg.Error):
            if not self._is_broken():
                self._db.execute("ROLLBACK")

    def _was_committed(self, open_: _Transaction) -> bool:
        """Whether the transaction was committed whose end was not heard of; waits for it where it is still under way."""
        sql = "SELECT number FROM written WHERE writer = ? FOR UPDATE"
        (rows,) = self._until_it_answers(
            lambda: self._exchange(Statement(sql=sql, values=(self._writer,))), self._patience
        )
        row = rows.fetchone()
        return row is not None and row["number"] == open_.number

    # --------------------------------------------------------------------------------------------------- waiting

    def _until_it_answers(self, ask: Callable[[], T], patience: float) -> T:
        """What asking gives, over and over where the server is away or another holds what is asked for."""
        began, said = time.monotonic(), False
        for pause in itertools.chain(_PAUSES, itertools.repeat(_PAUSES[-1])):
            try:
                if self._db is not None and self._is_broken():
                    self._connect()
                answer = ask()
            except self._psycopg.Error as error:
                waited = time.monotonic() - began
                if not self._may_pass(error) or waited + pause > patience or self._hurry.is_set():
                    raise
                if waited + pause > _SAID_AFTER and not said:
                    said = True
                    self._warn(self._why_it_waits(error, patience))
                self._sleep(pause)
            else:
                if said:
                    self._warn(say("The ledger {address} answers again.", address=self.name))
                return answer
        raise AssertionError("it is asked without an end")

    def _may_pass(self, error: Exception) -> bool:
        """Whether it is worth while to ask again."""
        errors = self._psycopg.errors
        if isinstance(error, errors.ReadOnlySqlTransaction):  # what was the first server is the second now
            self._db.close()
        if self._db is None:
            return isinstance(error, self._psycopg.OperationalError) and not turned_away(error)
        return self._is_held(error) or self._is_broken()

    def _is_held(self, error: Exception) -> bool:
        errors = self._psycopg.errors
        return isinstance(error, errors.LockNotAvailable | errors.DeadlockDetected | errors.SerializationFailure)

    def _is_broken(self) -> bool:
        return bool(self._db.closed)

    def _why_it_waits(self, error: Exception, patience: float) -> str:
        minutes = max(1, round(patience / 60))
        if self._db is not None and self._is_held(error):
            return say(
                "Another machine is writing of the same order in the ledger {address}; waiting for it, for {minutes:d} min at "
                "most.",
                address=self.name,
                minutes=minutes,
            )
        return say(
            "The ledger {address} does not answer ({reason}); waiting for it, for {minutes:d} min at most. What was sent is "
            "not sent again.",
            address=self.name,
            reason=trouble(self._address, error),
            minutes=minutes,
        )

    def hurry(self) -> None:
        """Wait for nothing any more: the run is to end."""
        self._hurry.set()

    def cut_where_silent(self, seconds: float) -> None:
        """Give up a connection on which an answer was waited for so long: it is opened anew."""
        asked = self._asked
        if asked is not None and time.monotonic() - asked > seconds:
            cut(self._db)

    # ------------------------------------------------------------------------------------------------ its tables

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
        return Heartbeat(self, lambda: PostgreSQL(self._address, patience=0.0), worker, host)

    def lives(self, worker: str) -> bool | None:
        """Whether the process of that name lives, wherever it runs; None of one that never said so."""
        return lives(self, worker)

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def _connect(self) -> None:
        connection = connected(self._address, self._psycopg, self._schema)
        try:
            sql = f"SELECT {self.clock} AS now, to_regclass('form') IS NULL AS missing"
            row = connection.execute(sql).fetchone()
            if row["missing"]:
                self._make_tables(connection)
        except BaseException:
            connection.close()
            raise
        self._db, self._ahead = connection, row["now"] - time.monotonic()

    @staticmethod
    def _make_tables(connection: Any) -> None:
        """The schema and its first table; two that begin at the same moment would make them twice."""
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (_TABLES,))
            for statement in _MADE:
                connection.execute(statement)

    @contextmanager
    def _door(self) -> Iterator[None]:
        """The one place where the driver's exceptions become ours; they may hold the password, ours do not."""
        try:
            yield
        except (self._psycopg.Error, OSError) as error:
            raise LedgerError(
                say(
                    "The ledger {address} cannot be used: {reason}. No order is begun that cannot be written down, and one "
                    "that is under way is not lost: see to the database server, then roster-import resume finishes it.",
                    address=self.name,
                    reason=trouble(self._address, error),
                )
            ) from None
