"""What the doctor asks of the server that a shared ledger lies on: its settings, its clock, its room, its queue."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from roster_import.language.messages import say
from roster_import.place.queue_tables import queue_is_there

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.place.ledger.ledger import Ledger
    from roster_import.place.ledger.sqlite import Database

_OLDEST: Final = 130000  # PostgreSQL 13, the oldest that Procrastinate is tested with
_SPARE: Final = 12  # connections: a worker has up to ten
_MOST_DRIFT: Final = 120.0  # seconds between our clock and the server's


def server_seen(ledger: Ledger) -> Iterator[tuple[bool, str, str, str]]:
    """Whether each thing is well, what it is, what was seen, and what to do. Raises `LedgerError`."""
    facts = ledger.ask(_facts)
    yield _version(facts)
    yield _durable(facts)
    yield _connections(facts)
    yield _clock(time.time() - float(facts["now"]))
    seen = say("there") if ledger.ask(queue_is_there) else say("none yet; it is made with the first order put into it")
    yield True, say("queue"), seen, ""


def _facts(database: Database) -> dict[str, Any]:
    row = database.execute(
        f"SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,"  # noqa: S608 - ours
        " current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,"
        " current_setting('max_connections')::int AS most, (SELECT count(*) FROM pg_stat_activity WHERE backend_type ="
        f" 'client backend') AS used, {database.clock} AS now"
    ).fetchone()
    if row is None:
        raise AssertionError("a SELECT without FROM has a row")
    return {name: row[name] for name in ("version", "number", "fsync", "pages", "most", "used", "now")}


def _version(facts: dict[str, Any]) -> tuple[bool, str, str, str]:
    well = facts["number"] >= _OLDEST
    mend = "" if well else say("Workers need PostgreSQL 13 or newer.")
    return well, say("server"), f"PostgreSQL {facts['version']}", mend


def _durable(facts: dict[str, Any]) -> tuple[bool, str, str, str]:
    well = facts["fsync"] == "on" and facts["pages"] == "on"
    seen = say("what is committed is on disk") if well else say("what is committed may be lost in a power cut")
    mend = (
        "" if well else say("Set fsync and full_page_writes to on: an order that is forgotten could be placed twice.")
    )
    return well, say("durability"), seen, mend


def _connections(facts: dict[str, Any]) -> tuple[bool, str, str, str]:
    well = facts["most"] - facts["used"] >= _SPARE
    seen = say("{used} of {most} in use", used=facts["used"], most=facts["most"])
    mend = "" if well else say("Raise max_connections: each worker needs ten, each watch three, each import two.")
    return well, say("connections"), seen, mend


def _clock(drift: float) -> tuple[bool, str, str, str]:
    well = abs(drift) <= _MOST_DRIFT
    mend = "" if well else say("Set this machine's clock. Orders go by the server's, and come to no harm.")
    return well, say("server's clock"), say("{seconds} s beside this machine's", seconds=f"{round(-drift):+d}"), mend
