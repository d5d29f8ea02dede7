"""Who lives, on a ledger that machines share: every process that places says so every few seconds, by the server's clock.

A process that has not said so for `SILENCE` is gone, and what it was sending may be taken over. Nothing else tells of a
process on another machine: neither its clock nor ours has a part in it.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Final

from roster_import.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from roster_import.place.ledger.sqlite import Database


BEAT: Final = 3.0
"""Seconds between two beats."""
SILENCE: Final = 12.0
"""Seconds without a beat after which a process is gone: four beats, so that one that is late is not taken for dead."""
_HANGS: Final = 60.0  # seconds without a sign of life from the work itself: a process that hangs does not live
UNANSWERED: Final = 30.0
"""Seconds after which an answer of the server is not waited for any more."""
_FORGOTTEN: Final = 86_400.0  # seconds after which nobody asks about a process any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A process that places, as the ledger knows it: seconds since it began and since its last beat."""

    id: str
    host: str
    age: float
    silent: float

    @property
    def lives(self) -> bool:
        """Whether it has said so lately."""
        return self.silent < SILENCE


class Heartbeat:
    """Beats for one process as long as the block, by a connection of its own, which `connect` opens when it is needed.

    Raises `LedgerError` where the first beat cannot be written. Later ones that cannot are tried again.
    """

    def __init__(self, database: Database, connect: Callable[[], Database], worker: str, host: str) -> None:
        self._database = database
        self._connect = connect
        self._own: Database | None = None
        self._worker = worker
        self._host = host
        self._ended = threading.Event()
        self._seen = monotonic()
        self._thread = threading.Thread(target=self._beat_on, name="heartbeat", daemon=True)

    def __enter__(self) -> Self:
        forget(self._database)
        beat(self._database, self._worker, self._host)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()

    def working(self) -> None:
        """The work goes on; where nobody says so for a minute, the process hangs, and beats no more.

        What has waited too long for an answer of the server waits no more: it asks anew.
        """
        self._seen = monotonic()
        self._database.cut_where_silent(UNANSWERED)
        if self._own is not None:
            self._own.cut_where_silent(SILENCE)

    def _beat_on(self) -> None:
        while not self._ended.wait(BEAT):
            if monotonic() - self._seen < _HANGS:
                with suppress(LedgerError):  # whoever works with the ledger says so, and what is to be done
                    self._own = self._own or self._connect()
                    beat(self._own, self._worker, self._host)
        if self._own is not None:
            self._own.close()


def beat(database: Database, worker: str, host: str) -> None:
    """Write down that a process lives."""
    database.execute(
        f"INSERT INTO workers (id, host, began, beat) VALUES (?, ?, {database.clock}, {database.clock})"  # noqa: S608 - ours
        " ON CONFLICT (id) DO UPDATE SET beat = excluded.beat",
        (worker, host),
    )


def forget(database: Database) -> None:
    """Forget processes that nobody asks about any more."""
    database.execute(f"DELETE FROM workers WHERE beat < {database.clock} - ?", (_FORGOTTEN,))  # noqa: S608 - ours
    database.execute(f"DELETE FROM written WHERE at < {database.clock} - ?", (_FORGOTTEN,))  # noqa: S608 - ours


def workers(database: Database) -> list[Worker]:
    """The processes that have beaten in the last day, the latest first."""
    rows = database.execute(
        f"SELECT id, host, {database.clock} - began AS age, {database.clock} - {database.last_beat} AS silent"  # noqa: S608
        " FROM workers ORDER BY beat DESC, id"
    ).fetchall()
    return [Worker(id=row["id"], host=row["host"], age=row["age"], silent=row["silent"]) for row in rows]


def lives(database: Database, worker: str) -> bool | None:
    """Whether a process has beaten lately; None of one that never has."""
    row = database.execute(
        f"SELECT {database.clock} - {database.last_beat} AS silent FROM workers WHERE id = ?",  # noqa: S608 - ours
        (worker,),
    ).fetchone()
    return None if row is None else bool(row["silent"] < SILENCE)
