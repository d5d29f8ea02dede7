"""How workers and queue do, in figures: read from the ledger, by its server's clock; also as Prometheus' collector takes them."""

# ruff: noqa: S608 - all the SQL here is ours, and every value is bound

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from roster_import.files import write_whole
from roster_import.pipeline.effects import stamp
from roster_import.place.queue import PLACE, WRITE_UP
from roster_import.place.queue_tables import crew

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from roster_import.place.ledger.heartbeat import Worker
    from roster_import.place.ledger.ledger import Ledger
    from roster_import.place.ledger.sqlite import Database


LATELY: Final = 600.0
"""Seconds over which is counted what became of orders."""
_LATE: Final = 60.0  # seconds for which a job may be due before somebody should look
_UNWRITTEN: Final = 600.0  # seconds for which results may lie about
_LAST_EVENTS: Final = 50_000  # so many are looked through at most
_ENDS: Final = {"completed": "completed", "failed": "failed", "turned down": "refused", "no answer": "unanswered"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """An order system that is left alone for so many seconds more, and why."""

    system: str
    seconds: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of all order systems together, but for `ends`: what became of orders lately, by system and end.

    `oldest` is for how long the oldest order is in the queue, `late` for how long the most belated job is due, `unwritten`
    for how long the oldest results could be written: seconds, 0 where there is none.
    """

    workers: tuple[Worker, ...] = ()
    waiting: int = 0
    in_flight: int = 0
    in_trouble: int = 0
    to_write_up: int = 0
    oldest: float = 0.0
    late: float = 0.0
    unwritten: float = 0.0
    ends: Mapping[tuple[str, str], int]
    rests: tuple[Rest, ...] = ()

    @property
    def completed(self) -> int:
        """Orders that were confirmed lately."""
        return sum(count for (_, end), count in self.ends.items() if end == "completed")

    @property
    def exit_status(self) -> int:
        """0 well, 1 somebody should look at it, 2 nobody works."""
        if not self.workers:
            return 2
        return int(self.late > _LATE or self.unwritten > _UNWRITTEN or bool(self.rests))

    def document(self) -> dict[str, Any]:
        """The figures for scripts."""
        return {
            "version": 1,
            "workers": [{"host": worker.host, "seconds": round(worker.age)} for worker in self.workers],
            "waiting": self.waiting,
            "inFlight": self.in_flight,
            "inTrouble": self.in_trouble,
            "toWriteUp": self.to_write_up,
            "oldestSeconds": round(self.oldest),
            "lateSeconds": round(self.late),
            "ends": [{"target": target, "end": end, "orders": count} for (target, end), count in self.ends.items()],
            "leftAlone": [{"system": r.system, "seconds": round(r.seconds), "why": r.why} for r in self.rests],
        }


def figures(ledger: Ledger) -> Figures:
    """The figures of now. Raises `LedgerError`."""
    members = ledger.ask(crew)
    alive = tuple(worker for worker in ledger.workers() if worker.lives and worker.id in members)
    return Figures(workers=alive, ends=ledger.ask(_ends), rests=tuple(ledger.ask(_rests)), **ledger.ask(_waiting))


def _waiting(database: Database) -> dict[str, Any]:
    clock, placed = database.clock, f"task = '{PLACE}'"
    row = database.execute(
        f"SELECT count(*) FILTER (WHERE {placed} AND status IN ('queued', 'planned')) AS waiting,"
        f" count(*) FILTER (WHERE {placed} AND status IN ('sending', 'pending')) AS in_flight,"
        f" count(*) FILTER (WHERE {placed} AND tries > 0) AS in_trouble,"
        f" count(*) FILTER (WHERE task = '{WRITE_UP}') AS to_write_up,"
        f" coalesce(max({clock} - put) FILTER (WHERE {placed}), 0) AS oldest,"
        f" greatest(0, coalesce(max({clock} - due) FILTER (WHERE {placed} AND worker IS NULL), 0)) AS late,"
        f" greatest(0, coalesce(max({clock} - due) FILTER (WHERE task = '{WRITE_UP}'), 0)) AS unwritten"
        " FROM queued JOIN entries ON entries.id = queued.entry"
    ).fetchone()
    return {} if row is None else {name: row[name] for name in _COUNTED}


_COUNTED: Final = ("waiting", "in_flight", "in_trouble", "to_write_up", "oldest", "late", "unwritten")


def _ends(database: Database) -> dict[tuple[str, str], int]:
    since = stamp(database.now() - LATELY)
    marks = ", ".join("?" * len(_ENDS))
    rows = database.execute(
        "SELECT entries.target AS target, events.what AS what, count(*) AS orders FROM events"
        f" JOIN entries ON entries.id = events.entry WHERE events.id > (SELECT max(id) FROM events) - {_LAST_EVENTS}"
        f" AND events.at >= ? AND events.what IN ({marks}) GROUP BY entries.target, events.what ORDER BY 1, 2",
        (since, *_ENDS),
    ).fetchall()
    return {(row["target"], _ENDS[row["what"]]): int(row["orders"]) for row in rows}


def _rests(database: Database) -> list[Rest]:
    rows = database.execute(
        f"SELECT system, not_before - {database.clock} AS seconds, why FROM paces WHERE not_before > {database.clock}"
    ).fetchall()
    return [Rest(system=row["system"], seconds=row["seconds"], why=row["why"]) for row in rows]


def metrics(figures: Figures) -> str:
    """The figures as text for Prometheus' node exporter (its textfile collector); there are no names in it."""
    return "".join(f"{line}\n" for line in _lines(figures))


def write_metrics(figures: Figures, path: Path) -> None:
    """Put the text in place of what was there, whole. Raises `WriteError`."""
    write_whole(path, metrics(figures).encode(), replace=True)


def _lines(figures: Figures) -> Iterator[str]:
    for name, help_text, value in (
        ("workers", "Workers that live.", len(figures.workers)),
        ("waiting_orders", "Orders that no worker has sent yet.", figures.waiting),
        ("in_flight_orders", "Orders that were sent and are not at their end.", figures.in_flight),
        ("troubled_orders", "Orders whose last try failed, and is made again.", figures.in_trouble),
        ("unwritten_orders", "Orders at their end whose results are still to be written.", figures.to_write_up),
        ("oldest_order_seconds", "For how long the oldest order is in the queue.", figures.oldest),
        ("late_seconds", "For how long the most belated job is due.", figures.late),
        ("completed_per_second", "Orders confirmed a second, over ten minutes.", figures.completed / LATELY),
    ):
        yield from _headed(name, help_text)
        yield f"roster_import_queue_{name} {value:g}"
    yield from _headed("ends", "What became of orders in the last ten minutes, by order system and end.")
    for (target, end), count in figures.ends.items():
        yield f'roster_import_queue_ends{{target="{target}",end="{end}"}} {count}'


def _headed(name: str, help_text: str) -> Iterator[str]:
    full = f"roster_import_queue_{name}"
    yield f"# HELP {full} {help_text}"
    yield f"# TYPE {full} gauge"
