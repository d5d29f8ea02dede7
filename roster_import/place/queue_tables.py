"""The queue's tables beside a shared ledger, Procrastinate's among them: made by whoever needs them first, kept up to date.

A set of workers is upgraded one by one. Of each change of Procrastinate's tables the first half is such as older workers bear
(its migrations called `pre`): it is made at once. The second (`post`) is made by the first worker that begins while no other
lives. Which version the tables are of is noted, as Procrastinate itself does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from roster_import.errors import LedgerError, UsageError
from roster_import.language.messages import say
from roster_import.place.ledger.heartbeat import SILENCE

if TYPE_CHECKING:
    from roster_import.place.ledger.sqlite import Database

Version = tuple[int, ...]

_FIRST: Final[Version] = (3, 10, 0)  # that of the tables of which none is noted
_FORM: Final = 2
_MADE: Final = (
    "CREATE TABLE IF NOT EXISTS queued (entry BIGINT PRIMARY KEY REFERENCES entries (id), book TEXT NOT NULL,"
    " queue TEXT NOT NULL, task TEXT NOT NULL, turn INTEGER NOT NULL, due DOUBLE PRECISION NOT NULL,"
    " put DOUBLE PRECISION NOT NULL, tries INTEGER NOT NULL, worker TEXT, missed DOUBLE PRECISION, digest TEXT NOT NULL)",
    "ALTER TABLE queued ADD COLUMN IF NOT EXISTS told TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX IF NOT EXISTS queued_by_due ON queued (book, task, due)",
    # One row for each order system: when its next request may go, and since when and until when none may.
    "CREATE TABLE IF NOT EXISTS paces (system TEXT PRIMARY KEY, free_at DOUBLE PRECISION NOT NULL,"
    " not_before DOUBLE PRECISION NOT NULL, wait DOUBLE PRECISION NOT NULL, why TEXT NOT NULL)",
    # Which of the processes that beat in the ledger are workers.
    "CREATE TABLE IF NOT EXISTS crew (worker TEXT PRIMARY KEY, book TEXT NOT NULL)",
    # Procrastinate's version that its tables are of, and that of which the first halves of the changes are made.
    "CREATE TABLE IF NOT EXISTS queue_form (form INTEGER NOT NULL, engine TEXT NOT NULL, begun TEXT NOT NULL)",
)
_MIGRATION: Final = re.compile(r"(\d+)\.(\d+)\.(\d+)_\d+_(pre_)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What form the tables are of: ours, and the version of Procrastinate's, with that up to which the next is begun."""

    ours: int
    engine: Version
    begun: Version


def no_queue() -> UsageError:
    """That a ledger in a file has no queue."""
    return UsageError(
        say(
            "Workers need a ledger that machines share. Name a PostgreSQL server as the ledger, such as "
            "postgresql://user:password@host/database."
        )
    )


def prepare_queue(database: Database) -> None:
    """Make the queue's tables, or bring them to today's form.

    Raises `UsageError` where no queue can be, and `LedgerError` where the tables are of a newer form.
    """
    if not database.own_tables:
        raise no_queue()
    here = _installed()
    if _is_up_to_date(database, here):
        return
    database.write(partial(_bring_up, database, here), tables=True)


def queue_is_there(database: Database) -> bool:
    """Whether the queue's tables were made."""
    return _has(database, "procrastinate_jobs", "paces")


def joins(worker: str, book: str, database: Database) -> None:
    """A process is a worker of that queue; who is gone is not any more."""
    database.execute("DELETE FROM crew WHERE worker NOT IN (SELECT id FROM workers)")
    database.execute("INSERT INTO crew (worker, book) VALUES (?, ?) ON CONFLICT DO NOTHING", (worker, book))


def crew(database: Database) -> frozenset[str]:
    """The processes that are workers, whether they live or not."""
    return frozenset(row["worker"] for row in database.execute("SELECT worker FROM crew").fetchall())


# -------------------------------------------------------------------------------------------------------- forms


def _has(database: Database, *tables: str) -> bool:
    # Not `to_regclass`: what it found missing, it goes on missing within a transaction that waited for whoever made it.
    row = database.execute(
        f"SELECT count(*) AS number FROM pg_tables WHERE schemaname = 'roster_import' AND tablename IN ({_marks(tables)})",  # noqa: S608
        tables,
    ).fetchone()
    return bool(row and row["number"] == len(tables))


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def _form(database: Database) -> _Form | None:
    """The form of the tables, None where there are none."""
    if not queue_is_there(database):
        return None
    first = _Form(ours=1, engine=_FIRST, begun=_FIRST)
    if not _has(database, "queue_form"):
        return first
    row = database.execute("SELECT form, engine, begun FROM queue_form").fetchone()
    return _Form(ours=row["form"], engine=_version(row["engine"]), begun=_version(row["begun"])) if row else first


def _is_up_to_date(database: Database, here: Version) -> bool:
    form = _form(database)
    if form is None:
        return False
    if form.engine > here or form.ours > _FORM:
        raise _too_old(database, form, here)
    return form.ours == _FORM and form.begun >= here and (form.engine >= here or _others_work(database))


def _bring_up(database: Database, here: Version) -> None:
    form = _form(database)  # another may have done it while we waited
    if form is None:
        database.execute(_schema())
        engine = begun = here
    elif form.engine > here:
        raise _too_old(database, form, here)
    else:
        engine, begun = _migrated(database, form, here)
    for statement in _MADE:
        database.execute(statement)
    database.execute("DELETE FROM queue_form")
    database.execute(
        "INSERT INTO queue_form (form, engine, begun) VALUES (?, ?, ?)", (_FORM, _words(engine), _words(begun))
    )


def _migrated(database: Database, form: _Form, here: Version) -> tuple[Version, Version]:
    """Procrastinate's tables changed as far as that can be now; the versions they are of."""
    begun = max(form.begun, here)
    for migration in _migrations(form.begun, here, first_half=True):
        database.execute(migration.read_text(encoding="utf-8"))
    if _others_work(database):
        return form.engine, begun
    # What a newer program has begun, it alone knows how to end.
    for migration in _migrations(form.engine, here, first_half=False):
        database.execute(migration.read_text(encoding="utf-8"))
    return max(form.engine, here), begun


def _migrations(behind: Version, upto: Version, *, first_half: bool) -> list[Path]:
    """Procrastinate's own changes of its tables between two of its versions, in their order."""
    return [
        path
        for path in sorted(_folder().glob("*.sql"))
        if (parts := _MIGRATION.match(path.name)) is not None
        and behind < tuple(map(int, parts.groups()[:3])) <= upto
        and bool(parts[4]) is first_half
    ]


def _others_work(database: Database) -> bool:
    """Whether a worker lives: whoever asks is none yet."""
    row = database.execute(
        "SELECT EXISTS (SELECT 1 FROM crew JOIN workers ON workers.id = crew.worker"  # noqa: S608 - ours
        f" WHERE {database.clock} - {database.last_beat} < {SILENCE}) AS works"
        if _has(database, "crew")
        else "SELECT FALSE AS works"
    ).fetchone()
    return bool(row and row["works"])


def _too_old(database: Database, form: _Form, here: Version) -> LedgerError:
    return LedgerError(
        say(
            "The queue of the ledger {address} is that of a newer program (Procrastinate {there}; here it is {here}). Upgrade "
            "roster-import on this machine; nothing was changed or sent.",
            address=database.name,
            there=_words(form.engine),
            here=_words(here),
        )
    )


# -------------------------------------------------------------------------------------------------- Procrastinate


def _installed() -> Version:
    """The version that is installed here; raises `UsageError` where there is none."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return _version(version("procrastinate"))
    except PackageNotFoundError as error:
        raise UsageError(
            say('Workers need Procrastinate, which is not installed: pip install "roster-import[workers]".')
        ) from error


def _schema() -> str:
    from procrastinate.schema import SchemaManager

    return SchemaManager.get_schema()


def _folder() -> Path:
    from procrastinate.schema import SchemaManager

    return Path(SchemaManager.get_migrations_path())


def _version(text: str) -> Version:
    return tuple(int(number) for number in re.findall(r"\d+", text)[:3])


def _words(version: Version) -> str:
    return ".".join(map(str, version))
