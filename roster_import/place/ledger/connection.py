"""A connection to a PostgreSQL server: how it is opened, what is set on it, and in which words its troubles are told."""

from __future__ import annotations

import logging
import os
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from roster_import.errors import LedgerError
from roster_import.language.messages import say

if TYPE_CHECKING:
    from roster_import.place.ledger.statement import Statement

_SECONDS_TO_CONNECT: Final = 10
# A machine that is cut off in the middle of a transaction keeps its orders from the others no longer than this.
LET_GO: Final = "SET idle_in_transaction_session_timeout = '20s'"
_SESSION: Final = (
    # What is committed is on disk when we hear of it, whatever the server is set to do for others.
    "SET synchronous_commit = on",
    LET_GO,
    # Who waits for another says so, and waits again.
    "SET lock_timeout = '4s'",
)
# The other end may be gone without a word: asked after 10 seconds of silence, given up after 20 without an answer.
SEEN_GONE: Final = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 20_000}


def connected(address: str, psycopg: Any, schema: str = "") -> Any:
    """A connection as ours are set, which looks for tables in `schema` first; raises the driver's errors."""
    connection = psycopg.connect(
        address,
        autocommit=True,
        row_factory=psycopg.rows.dict_row,
        connect_timeout=_SECONDS_TO_CONNECT,
        application_name="roster-import",
        **SEEN_GONE,
    )
    try:
        looked_for = f'"{schema}", roster_import' if schema else "roster_import"
        exchange(connection, psycopg, (*_SESSION, f"SET search_path = {looked_for}"))
    except BaseException:
        connection.close()
        raise
    return connection


def exchange(connection: Any, psycopg: Any, statements: tuple[str | Statement, ...]) -> list[Any]:
    """Run statements in their order, all in one exchange with the server."""
    # Of libpq before 14 each statement is an exchange (PostgreSQL 14 › Release notes: pipeline mode).
    if len(statements) == 1 or not psycopg.Pipeline.is_supported():
        return [_run(connection, statement) for statement in statements]
    with connection.pipeline():
        return [_run(connection, statement) for statement in statements]


def _run(connection: Any, statement: str | Statement) -> Any:
    if isinstance(statement, str):
        return connection.execute(statement)
    sql = f"{statement.sql} RETURNING id" if statement.makes_row else statement.sql
    return connection.execute(sql.replace("?", "%s") if statement.values else sql, statement.values or None)


def cut(connection: Any) -> None:
    """Let whoever waits for an answer on a connection hear that it broke: the server has been silent for too long."""
    # It may be closed by now.
    with suppress(Exception), socket.socket(fileno=os.dup(connection.fileno())) as other:
        other.shutdown(socket.SHUT_RDWR)


def turned_away(error: Exception) -> bool:
    """Whether a server that is there does not let us in: a wrong password is not mended by waiting."""
    said = str(error)
    return "FATAL" in said and not any(passing in said for passing in ("the database system is", "slots", "too many"))


def address_for_people(address: str) -> str:
    """An address of a database without user, password and options."""
    parts = urlsplit(address)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"


def trouble(address: str, error: Exception) -> str:
    """What the driver says, in one line and without the password."""
    reason = " ".join(str(error).split())
    for secret in _secrets(address):
        reason = reason.replace(secret, "…")
    return reason.rstrip(".?! ")


def _secrets(address: str) -> set[str]:
    parts = urlsplit(address)
    secrets = {parts.password or "", *parse_qs(parts.query).get("password", ())}
    return {one for secret in secrets if secret for one in (secret, unquote(secret))}


def driver() -> Any:
    """The driver of PostgreSQL; raises `LedgerError` where it is not installed."""
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
    # It tells its log of what it raises, too; nobody is to read that on the screen beside our words, with an address in it.
    log = logging.getLogger("psycopg")
    log.propagate = False
    log.addHandler(logging.NullHandler())
    return psycopg
