"""How an app comes by a key on an own server: it asks, a person answers, the key is shown once (JTL › App registration)."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.bodies import read_object
from roster_import.sandbox.jtl.refusals import INVALID, NO_LICENCE, RefusedError
from roster_import.sandbox.jtl.shapes import REGISTRATION
from roster_import.sandbox.messages import Reply, Request, json_bytes, json_reply

if TYPE_CHECKING:
    import sqlite3

    from roster_import.sandbox.clock import Clock
    from roster_import.sandbox.jtl.switches import JtlSwitches
    from roster_import.sandbox.store import Store

SCHEMA = (
    """
    CREATE TABLE IF NOT EXISTS jtl_apps (
        id TEXT PRIMARY KEY, app_id TEXT NOT NULL, challenge TEXT NOT NULL, scopes TEXT NOT NULL,
        answered_at REAL NOT NULL, status INTEGER NOT NULL, key TEXT NOT NULL, shown INTEGER NOT NULL DEFAULT 0
    )
    """,
)
_PENDING, _REJECTED, _ACCEPTED = 0, 1, 2
_LONGEST_CHALLENGE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """A registered app: its AppId and the scopes it was granted."""

    app_id: str
    scopes: tuple[str, ...]


class Registration:
    """Registers apps. What the person says, and when, is decided when the app asks, and known once it is time."""

    def __init__(self, store: Store, clock: Clock, switches: JtlSwitches) -> None:
        self._store = store
        self._clock = clock
        self._switches = switches

    def ask(self, request: Request, _: int) -> Reply:
        """Ask to be registered: 201 with the id to ask about."""
        self._check_licence()
        challenge = _challenge(request)
        if self._switches.registration == "closed":
            message = "There is no application service available to receive and handle the registration request."
            raise RefusedError(403, message)
        body = read_object(request, REGISTRATION, self._switches)
        with self._store.changing() as connection:
            self._check_new(connection, body["AppId"])
            id_ = self._insert(connection, body, challenge)
        return json_reply(_status(body["AppId"], id_, _PENDING), 201)

    def answer(self, request: Request, _: int) -> Reply:
        """What became of it: the key is in one answer alone."""
        self._check_licence()
        challenge, id_ = _challenge(request), request.values["registration"]
        with self._store.changing() as connection:
            row = connection.execute("SELECT * FROM jtl_apps WHERE id = ?", (id_,)).fetchone()
            if row is None or row["challenge"] != challenge:
                raise RefusedError(404, "The registration request could not be found.")
            if row["shown"]:
                raise RefusedError(410, "The registration request was already processed and answered.")
            status = _PENDING if self._clock.now() < row["answered_at"] else row["status"]
            connection.execute("UPDATE jtl_apps SET shown = ? WHERE id = ?", (status != _PENDING, id_))
        return json_reply(_answer_document(row, status))

    def app_with(self, key: str) -> App | None:
        """The app that was given the key, None where none was, or not yet."""
        row = self._store.row("SELECT * FROM jtl_apps WHERE key = ? AND status = ? AND shown", key, _ACCEPTED)
        return App(app_id=row["app_id"], scopes=tuple(json.loads(row["scopes"]))) if row else None

    def forget(self) -> None:
        """Forget every app and its key."""
        with self._store.changing() as connection:
            connection.execute("DELETE FROM jtl_apps")

    def _check_licence(self) -> None:
        if self._switches.licence == "missing":
            raise RefusedError(402, NO_LICENCE)

    def _check_new(self, connection: sqlite3.Connection, app_id: str) -> None:
        known = "SELECT 1 FROM jtl_apps WHERE app_id = ? AND status = ?"
        if connection.execute(known, (app_id, _ACCEPTED)).fetchone():
            raise RefusedError(409, "The application is already registered.")

    def _insert(self, connection: sqlite3.Connection, body: dict[str, Any], challenge: str) -> str:
        id_, key = str(uuid.uuid4()), str(uuid.uuid4())
        scopes = [*body["MandatoryApiScopes"], *body.get("OptionalApiScopes", ())]
        status = _ACCEPTED if self._switches.registration_answer == "accepted" else _REJECTED
        answered_at = self._clock.now() + self._switches.registration_delay
        connection.execute(
            "INSERT INTO jtl_apps VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
            (id_, body["AppId"], challenge, json_bytes(scopes).decode(), answered_at, status, key),
        )
        return id_


def _challenge(request: Request) -> str:
    challenge = request.header("x-challengecode")
    if not challenge or len(challenge) > _LONGEST_CHALLENGE:
        message = f"The X-ChallengeCode header must have 1 to {_LONGEST_CHALLENGE} characters."
        raise RefusedError(400, INVALID, {"X-ChallengeCode": message})
    return challenge


def _status(app_id: str, id_: str, status: int) -> dict[str, Any]:
    return {"AppId": app_id, "RegistrationRequestId": id_, "Status": status}


def _answer_document(row: Any, status: int) -> dict[str, Any]:
    accepted = status == _ACCEPTED
    return {
        "RequestStatusInfo": _status(row["app_id"], row["id"], status),
        "Token": {"ApiKey": row["key"]} if accepted else None,
        "GrantedScopes": json.loads(row["scopes"]) if accepted else [],
    }
