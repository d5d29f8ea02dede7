"""What workers are to do: orders put into the queue by the transaction that writes them into the ledger, one job at a time.

A row of `queued` stands for each order until all is done for it. It says which job of the order counts (`turn`): a job that
was lost is replaced by the next, and whichever comes back late finds that it counts no more. The jobs themselves are
Procrastinate's, the tables are in `queue_tables.py`. Nothing here decides that an order is sent once: the entry's row, its
lease and its key do.
"""

# ruff: noqa: S608 - all the SQL here is ours, and every value is bound

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from roster_import.model.placement import Status
from roster_import.place.ledger.changes import Change, begin
from roster_import.place.ledger.heartbeat import SILENCE
from roster_import.place.ledger.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.place.ledger.changes import Plan, Steps, Who
    from roster_import.place.ledger.entry import Entry, Identity
    from roster_import.place.ledger.sqlite import Database

PLACE: Final = "place"
WRITE_UP: Final = "write up"
"""The two kinds of jobs: an order brought one step on, a file's results workbook written."""
BY_WHOEVER_WAITS: Final = "by whoever waits"
"""In place of what tells the file: the results are not for workers to write, but for the watch that has the file in hand."""
_SETTLED: Final = 3.0  # seconds for which nobody misses a job that is to run by now
_MOST_SWEPT: Final = 500
_PATIENCE: Final = (
    900.0  # seconds after which no run waits for a confirmation any more that did not leave it to workers
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A job in hand: which order it is about, how often it was tried in vain, and how its file was understood (`told`)."""

    entry: int
    turn: int
    tries: int
    digest: str
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A results workbook that is to be written: an order of its file, and what tells the file."""

    entry: int
    digest: str


def book_of(identity: Identity) -> str:
    """The queue of an order: those of one book of an order system, at one address, are for the same workers."""
    return book_named(identity.realm, identity.target, identity.address)


def book_named(realm: str, target: str, address: str) -> str:
    """What the queue of a book is called."""
    return f"{target} {realm} {address}".strip()[:128]


def left_to_do(database: Database, book: str, host: str) -> int:
    """How many orders of a book are not at their end, or are to be written up on that host."""
    row = database.execute(
        f"SELECT count(*) AS left_over FROM queued WHERE book = ? AND (task = '{PLACE}' OR queue = ?)",
        (book, results_queue(host)),
    ).fetchone()
    return int(row["left_over"]) if row else 0


def put(plan: Plan, who: Who, at: str, digest: str, told: str = "") -> Change[Entry | None]:
    """An order is written down and put into the queue, whole or not at all; None where it is not to be sent.

    `digest` tells the file it was read from, so that its results are written beside that and no other; `told` is how that was
    understood, for whoever writes them.
    """
    beginning = begin(plan, who, at, 0.0)

    def steps(database: Database) -> Steps[Entry | None]:
        entry = yield from beginning.steps(database)
        if entry is None:
            return None
        yield (
            Statement(sql="UPDATE entries SET status = 'queued', lease_owner = NULL WHERE id = ?", values=(entry.id,)),
            Statement(
                sql="UPDATE events SET what = 'queued' WHERE id = (SELECT max(id) FROM events WHERE entry = ?)",
                values=(entry.id,),
            ),
            Statement(sql=_put(database), values=(entry.id, book_of(plan.identity), digest, told)),
        )
        return replace(entry, status=Status.QUEUED, lease_owner=None)

    return Change(order=beginning.order, steps=steps)


def take(number: int, turn: int, who: Who) -> Change[Held | None]:
    """A job is ours to do; None where it counts no more, or another worker has the order in hand."""

    def steps(database: Database) -> Steps[Held | None]:
        # Nobody waits for a row that a machine has locked which is cut off now: whoever sweeps comes back to that.
        sql = (
            "UPDATE queued SET worker = ?, missed = NULL WHERE entry = (SELECT entry FROM queued WHERE entry = ? AND turn = ?"
            f" AND (worker IS NULL OR worker = ? OR NOT {_lives(database)}) FOR UPDATE SKIP LOCKED)"
            " RETURNING tries, digest, told"
        )
        (taken,) = yield (Statement(sql=sql, values=(who.process, number, turn, who.process)),)
        row = taken.fetchone()
        if row is None:
            return None
        return Held(entry=number, turn=turn, tries=row["tries"], digest=row["digest"], told=row["told"])

    return Change(order=_of(number), steps=steps)


def is_free(number: int, turn: int, who: Who, database: Database) -> bool:
    """Whether a job is there to be taken, and only its row was locked just now."""
    sql = (
        "SELECT 1 FROM queued WHERE entry = ? AND turn = ?"
        f" AND (worker IS NULL OR worker = ? OR NOT {_lives(database)})"
    )
    return database.execute(sql, (number, turn, who.process)).fetchone() is not None


def later(held: Held, who: Who, wait: float, *, tries: int = 0) -> Change[None]:
    """A job is done as far as it goes; the next of its order comes so many seconds from now.

    What could not be sent waits for a worker again.
    """

    def steps(database: Database) -> Steps[None]:
        sql = (
            f"UPDATE queued SET worker = NULL, turn = turn + 1, tries = ?, due = {database.clock} + ?"
            " WHERE entry = ? AND turn = ? AND worker = ?"
        )
        yield (
            Statement(
                sql="UPDATE entries SET status = 'queued' WHERE id = ? AND status = 'planned'", values=(held.entry,)
            ),
            Statement(sql=_deferring(sql), values=(tries, wait, held.entry, held.turn, who.process)),
        )

    return Change(order=_of(held.entry), steps=steps)


def to_write_up(held: Held, who: Who, host: str | None) -> Change[None]:
    """An order came to its end, and its results are to be written: on that host, None where none is known to have the file."""

    def steps(database: Database) -> Steps[None]:
        sql = (
            f"UPDATE queued SET worker = NULL, turn = turn + 1, tries = 0, task = '{WRITE_UP}', queue = ?,"
            f" due = {database.clock} WHERE entry = ? AND turn = ? AND worker = ?"
        )
        values = (results_queue(host or ""), held.entry, held.turn, who.process)
        yield (Statement(sql=_deferring(sql) if host else sql, values=values),)

    return Change(order=_of(held.entry), steps=steps)


def take_file(held: Held, entry: Entry, who: Who) -> Change[tuple[int, ...]]:
    """All orders of a file are ours to write up; none where one of them is still under way, or another worker has the file."""

    def steps(database: Database) -> Steps[tuple[int, ...]]:
        of_file = (
            "SELECT queued.entry, task, worker IS NULL OR worker = ? OR NOT "
            f"{_lives(database)} AS free FROM queued JOIN entries ON entries.id = queued.entry"
            " WHERE entries.file = ? AND entries.host = ? ORDER BY queued.entry FOR UPDATE OF queued"
        )
        (answer,) = yield (Statement(sql=of_file, values=(who.process, entry.file, entry.host)),)
        rows = answer.fetchall()
        if any(row["task"] != WRITE_UP or not row["free"] for row in rows):
            return ()
        numbers = tuple(int(row["entry"]) for row in rows)
        yield tuple(
            Statement(sql="UPDATE queued SET worker = ? WHERE entry = ?", values=(who.process, number))
            for number in numbers
        )
        return numbers

    return Change(order=_of(held.entry), steps=steps)


def owed(book: str) -> Change[tuple[Owed, ...]]:
    """Results that nobody is about to write, though all orders of their files came to their end."""

    def steps(database: Database) -> Steps[tuple[Owed, ...]]:
        sql = (
            "SELECT min(queued.entry) AS entry, min(queued.digest) AS digest FROM queued"
            " JOIN entries ON entries.id = queued.entry WHERE queued.book = ?"
            f" GROUP BY entries.file, entries.host HAVING bool_and(queued.task = '{WRITE_UP}'"
            f" AND queued.due < {database.clock} - {_SETTLED} AND NOT {_HAS_A_JOB}"
            f" AND (queued.worker IS NULL OR NOT {_lives(database)})) LIMIT {_MOST_SWEPT}"
        )
        (answer,) = yield (Statement(sql=sql, values=(book,)),)
        return tuple(Owed(entry=row["entry"], digest=row["digest"]) for row in answer.fetchall())

    return Change(order=("queued", book), steps=steps)


def given_to(number: int, host: str) -> Change[None]:
    """Results that nobody is about to write are to be written on that host."""

    def steps(database: Database) -> Steps[None]:
        sql = (
            f"UPDATE queued SET worker = NULL, turn = turn + 1, queue = ?, due = {database.clock} WHERE entry = ?"
            f" AND task = '{WRITE_UP}' AND NOT {_HAS_A_JOB} AND (worker IS NULL OR NOT {_lives(database)})"
        )
        yield (Statement(sql=_deferring(sql), values=(results_queue(host), number)),)

    return Change(order=_of(number), steps=steps)


def results_queue(host: str) -> str:
    """The queue of what only a machine of that name can write."""
    return f"results on {host}"[:128]


def adopt(entry: Entry, digest: str, told: str = "") -> Change[None]:
    """What an earlier run has left open is workers' to finish from here, if it is not yet."""

    def steps(database: Database) -> Steps[None]:
        (known,) = yield (Statement(sql="SELECT 1 FROM queued WHERE entry = ?", values=(entry.id,)),)
        if known.fetchone() is None:
            yield (Statement(sql=_put(database), values=(entry.id, book_of(entry.identity), digest, told)),)

    return Change(order=_of(entry.id), steps=steps)


def done(numbers: Sequence[int]) -> Change[None]:
    """All is done for these orders."""

    def steps(_: Database) -> Steps[None]:
        yield tuple(Statement(sql="DELETE FROM queued WHERE entry = ?", values=(number,)) for number in numbers)

    return Change(order=_of(min(numbers, default=0)), steps=steps)


def adopted(realm: str, target: str, address: str) -> Change[int]:
    """Orders of a book that other runs have left open, and nobody follows any more, are workers' to finish; how many.

    Of one that is sent the lease tells; whoever waits for a confirmation holds none, and is given time.
    """
    book = book_named(realm, target, address)

    def steps(database: Database) -> Steps[int]:
        clock = database.clock
        left = (
            f"SELECT id, ?::text, '', ?::text, '{PLACE}', 1, {clock}, {clock}, 0 FROM entries AS open"
            " WHERE status IN ('sending', 'pending') AND realm = ? AND target = ? AND address = ?"
            " AND NOT EXISTS (SELECT 1 FROM queued WHERE queued.entry = open.id)"
            " AND attempt = (SELECT max(attempt) FROM entries WHERE"
            " (realm, target, address, organization, name)"
            " = (open.realm, open.target, open.address, open.organization, open.name) AND status <> 'planned')"
            f" AND CASE status WHEN 'sending' THEN lease_until < {clock} AND NOT EXISTS (SELECT 1 FROM workers WHERE"
            f" workers.id = lease_owner AND {clock} - {database.last_beat} < {SILENCE})"
            f" ELSE placed_at::timestamptz < to_timestamp({clock} - {_PATIENCE}) END LIMIT {_MOST_SWEPT}"
        )
        sql = f"INSERT INTO queued (entry, book, digest, queue, task, turn, due, put, tries) {left} ON CONFLICT DO NOTHING"
        (rows,) = yield (Statement(sql=_deferring(sql), values=(book, book, realm, target, address)),)
        row = rows.fetchone()
        return int(row["jobs"] or 0) if row else 0

    return Change(order=("queued", book), steps=steps)


def taken_up_again(book: str) -> Change[int]:
    """Orders whose job was lost, as its worker ended or is cut off, have the next; how many they were.

    A worker lives as long as it beats in the ledger, whatever Procrastinate knows of it.
    """

    def steps(database: Database) -> Steps[int]:
        clock, due = database.clock, f"book = ? AND task = '{PLACE}' AND due < {database.clock} - {_SETTLED}"
        # Between being handed out and being taken a job is nobody's for a moment: only one that is missed twice is lost.
        missed = (
            f"UPDATE queued SET missed = {clock} WHERE entry IN (SELECT entry FROM queued WHERE {due} AND worker IS NULL"
            f" AND missed IS NULL AND NOT {_HAS_A_JOB} FOR UPDATE SKIP LOCKED)"
        )
        lost = (
            f"SELECT entry FROM queued WHERE {due} AND NOT {_HAS_A_JOB}"
            f" AND CASE WHEN worker IS NULL THEN missed < {clock} - {_SETTLED} ELSE NOT {_lives(database)} END"
            f" ORDER BY due LIMIT {_MOST_SWEPT} FOR UPDATE SKIP LOCKED"
        )
        again = (
            f"UPDATE queued SET worker = NULL, missed = NULL, turn = turn + 1, due = {clock} WHERE entry IN ({lost})"
        )
        rows = yield (
            Statement(sql=missed, values=(book,)),
            Statement(sql=_deferring(again), values=(book,)),
            # What became of a job whose worker ended matters to nobody: its order has another.
            Statement(sql=_STALE, values=()),
        )
        row = rows[1].fetchone()
        return int(row["jobs"] or 0) if row else 0

    return Change(order=("queued", book), steps=steps)


# --------------------------------------------------------------------------------------------------- in statements

_ROW: Final = (
    f"ROW(queue, task, CASE WHEN task = '{PLACE}' AND turn = 1 THEN 0 ELSE 1 END, NULL, entry || '/' || turn,"
    " jsonb_build_object('entry', entry, 'turn', turn), to_timestamp(due))::procrastinate_job_to_defer_v1"
)
_HAS_A_JOB: Final = (
    "EXISTS (SELECT 1 FROM procrastinate_jobs AS job WHERE job.status = 'todo'"
    " AND job.queueing_lock = queued.entry || '/' || queued.turn)"
)
_STALE: Final = (
    "DELETE FROM procrastinate_jobs AS job WHERE job.status = 'doing' AND job.worker_id IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM queued WHERE job.queueing_lock = queued.entry || '/' || queued.turn)"
)


def _deferring(change: str) -> str:
    """The change to rows of the queue, and a job for each of them, in one statement."""
    return (
        f"WITH changed AS ({change} RETURNING *) SELECT cardinality(procrastinate_defer_jobs_v1(array_agg({_ROW})))"
        " AS jobs FROM changed"
    )


def _put(database: Database) -> str:
    """As soon as a job runs, it is committed: what waits to be put counts from here."""
    clock = database.clock
    return _deferring(
        "INSERT INTO queued (entry, book, digest, told, queue, task, turn, due, put, tries)"
        f" SELECT entry, book, digest, told, book, '{PLACE}', 1, {clock}, {clock}, 0"
        " FROM (SELECT ?::bigint AS entry, ?::text AS book, ?::text AS digest, ?::text AS told) AS said"
        " ON CONFLICT (entry) DO UPDATE SET digest = excluded.digest, told = excluded.told, worker = NULL,"
        f" turn = queued.turn + 1, task = excluded.task, queue = excluded.queue, due = {clock}, tries = 0"
    )


def _lives(database: Database) -> str:
    return (
        "EXISTS (SELECT 1 FROM workers WHERE workers.id = queued.worker"
        f" AND {database.clock} - {database.last_beat} < {SILENCE})"
    )


def _of(number: int) -> tuple[str, ...]:
    return ("queued", str(number))
