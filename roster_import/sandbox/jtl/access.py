"""Who may call: tokens and tenants in the cloud, keys and app headers on an own server (JTL › Authentication).

An app comes by a key of its own by registering: it asks, a person answers, the key is shown once (JTL › App registration).
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import secrets
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.jtl.read_request import read_object
from roster_import.sandbox.jtl.refusals import NO_LICENCE, RefusedError, invalid
from roster_import.sandbox.jtl.shapes import REGISTRATION
from roster_import.sandbox.messages import Reply, Request, json_reply, json_text
from roster_import.sandbox.state import Quota

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from roster_import.sandbox.jtl.switches import JtlSwitches
    from roster_import.sandbox.options import SandboxOptions
    from roster_import.sandbox.state import Clock, Store

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS jtl_tokens (token TEXT PRIMARY KEY, expires_at REAL NOT NULL)",
    """
    CREATE TABLE IF NOT EXISTS jtl_apps (
        id TEXT PRIMARY KEY, app_id TEXT NOT NULL, challenge TEXT NOT NULL, scopes TEXT NOT NULL,
        answered_at REAL NOT NULL, status INTEGER NOT NULL, key TEXT NOT NULL, shown INTEGER NOT NULL DEFAULT 0
    )
    """,
)
_FORM = "application/x-www-form-urlencoded"
_APP_HEADERS = ("X-AppId", "X-AppVersion")


class Access:
    """Lets callers in, or raises RefusedError: 402 before 401 before a header that is missing before 403."""

    def __init__(self, options: SandboxOptions, store: Store, clock: Clock, registration: Registration) -> None:
        self._switches = options.jtl
        self._key = options.api_key
        self._store = store
        self._clock = clock
        self._registration = registration
        self._quota = Quota(options.jtl.rate_limit, max(1, options.jtl.rate_interval), aligned=True)

    def token(self, request: Request, _: int) -> Reply:
        """A token for client id and secret; refusals in the form OAuth 2.0 gives them (RFC 6749, 5.2)."""
        if request.content_type != _FORM:
            return _refused_token(400, "invalid_request", f"The request body must be {_FORM}.")
        if not self._is_client(request.header("authorization")):
            return _refused_token(401, "invalid_client", "Client authentication failed.")
        if request.form.get("grant_type") != "client_credentials":
            return _refused_token(400, "unsupported_grant_type", "The grant type must be client_credentials.")
        return self._new_token()

    def admit_to_cloud(self, request: Request, _: Collection[str], *, one_too_many: bool) -> None:
        """Let a caller of the cloud in: rate, licence, token, tenant."""
        if one_too_many:
            raise RefusedError(429, "Too many requests.")
        _check_licence(self._switches)
        if not self._is_token(_after(request, "bearer")):
            raise RefusedError(401, "Unauthorized")
        header = self._switches.tenant_header
        names = ("x-tenant-id", "tenant-id") if header == "either" else (header,)
        tenant = next(filter(None, map(request.header, names)), "")
        if not tenant:
            raise RefusedError(int(self._switches.missing_tenant), "The X-Tenant-ID header is missing.")
        if tenant.lower() != self._switches.tenant.lower():
            raise RefusedError(int(self._switches.unknown_tenant), "The tenant is unknown.")
        if self._switches.cloud_app_headers == "required":
            self._check_headers(request, _APP_HEADERS)

    def admit_to_own_server(self, request: Request, scopes: Collection[str]) -> None:
        """Let a caller of an own server in: licence, key behind `Wawi `, headers of the app, one of the scopes."""
        _check_licence(self._switches)
        key = _after(request, "wawi")
        is_ours = hmac.compare_digest(key.encode(), self._key.encode())
        app = None if is_ours else self._registration.app_with(key)
        if not key or not (is_ours or app):
            raise RefusedError(401, "Unauthorized")
        required = ("api-version",) if self._switches.api_version == "required" else ()
        self._check_headers(request, (*_APP_HEADERS, *required))
        if app and request.header("x-appid") != app.app_id:
            raise RefusedError(401, "Unauthorized")
        if app and scopes and not set(scopes) & {scope.lower() for scope in app.scopes}:
            raise RefusedError(403, f"One of these scopes is needed: {', '.join(scopes)}.")

    def count(self) -> tuple[tuple[tuple[str, str], ...], bool]:
        """Count one call of the cloud: the X-RateLimit headers its answer has, and whether it is one too many."""
        if not self._quota.most:
            return (), False
        left, _ = self._quota.count(self._clock.now())
        headers = (
            ("X-RateLimit-Limit", str(self._quota.most)),
            ("X-RateLimit-Interval-Length-Seconds", str(self._quota.seconds)),
            ("X-RateLimit-Remaining", str(max(0, left))),
        )
        return headers, left < 0

    def forget(self) -> None:
        """Take all tokens back."""
        self._store.empty("jtl_tokens")
        self._quota.forget()

    def _check_headers(self, request: Request, names: Collection[str]) -> None:
        missing = [name for name in names if not request.header(name)]
        if missing:
            raise RefusedError(int(self._switches.missing_header), f"The {missing[0]} header is missing.")

    def _is_client(self, authorization: str) -> bool:
        scheme, _, encoded = authorization.partition(" ")
        try:
            given = base64.b64decode(encoded.strip(), validate=True)
        except (binascii.Error, ValueError):
            return False
        wanted = f"{self._switches.client_id}:{self._key}".encode()
        return scheme.lower() == "basic" and hmac.compare_digest(given, wanted)

    def _new_token(self) -> Reply:
        token, life = secrets.token_urlsafe(32), self._switches.token_life
        with self._store.changing() as connection:
            connection.execute("INSERT INTO jtl_tokens VALUES (?, ?)", (token, self._clock.now() + life))
        document = {"access_token": token, "token_type": "Bearer", "expires_in": life, "scope": ""}
        return json_reply(document, 200, ("Cache-Control", "no-store"))

    def _is_token(self, token: str) -> bool:
        row = self._store.row("SELECT expires_at FROM jtl_tokens WHERE token = ?", token)
        return row is not None and self._clock.now() < row["expires_at"]


def _check_licence(switches: JtlSwitches) -> None:
    if switches.licence == "missing":
        raise RefusedError(402, NO_LICENCE)


def _after(request: Request, scheme: str) -> str:
    """The credentials behind that scheme in Authorization, empty where there is another or none."""
    given, _, credentials = request.header("authorization").partition(" ")
    return credentials.strip() if given.lower() == scheme else ""


def _refused_token(status: int, error: str, description: str) -> Reply:
    headers = (("WWW-Authenticate", "Basic"),) if status == 401 else ()
    return json_reply({"error": error, "error_description": description}, status, *headers)


_PENDING, _REJECTED, _ACCEPTED = 0, 1, 2
_LONGEST_CHALLENGE = 30


# ---------------------------------------------------------------------------------------------------------- registering


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
        _check_licence(self._switches)
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
        _check_licence(self._switches)
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
        self._store.empty("jtl_apps")

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
            (id_, body["AppId"], challenge, json_text(scopes), answered_at, status, key),
        )
        return id_


def _challenge(request: Request) -> str:
    challenge = request.header("x-challengecode")
    if not challenge or len(challenge) > _LONGEST_CHALLENGE:
        message = f"The X-ChallengeCode header must have 1 to {_LONGEST_CHALLENGE} characters."
        raise invalid({"X-ChallengeCode": message})
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
