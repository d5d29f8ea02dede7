"""The orders KitMaker has taken and the keys that are spent, in the state file.

A key belongs to the organization the order is for and never expires (KitMaker › Implementation › Idempotency).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from roster_import.sandbox.messages import json_text
from roster_import.sandbox.state import count_up

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from roster_import.sandbox.state import Row, Store

Document = dict[str, Any]

_TAKEN = "kitmaker-taken"

SCHEMA = (
    """
    CREATE TABLE IF NOT EXISTS kitmaker_orders (
        id INTEGER PRIMARY KEY, number TEXT NOT NULL, organization INTEGER NOT NULL, key TEXT NOT NULL,
        reference TEXT NOT NULL, body TEXT NOT NULL, placed_at REAL NOT NULL, ready_at REAL,
        document TEXT, error TEXT, requests INTEGER NOT NULL DEFAULT 1
    )
    """,
    "CREATE INDEX IF NOT EXISTS kitmaker_references ON kitmaker_orders (reference)",
    """
    CREATE TABLE IF NOT EXISTS kitmaker_keys (
        organization INTEGER NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL,
        tracking_id INTEGER, refusal TEXT, PRIMARY KEY (organization, key)
    )
    """,
)


class Scope(NamedTuple):
    """Where a key counts; an empty key is none at all."""

    organization: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order as taken. `document` is the order object it will be confirmed with, `error` why it will fail instead.

    `ready_at` is when it stops being Pending, in seconds since 1970; None: never. `requests` counts the POSTs that
    were answered with it.
    """

    id: int
    number: str
    scope: Scope
    reference: str
    body: Document
    placed_at: float
    ready_at: float | None
    document: Document | None
    error: str | None
    requests: int = 1

    def status(self, now: float) -> str:
        """Pending, Completed or Failed."""
        if self.ready_at is None or now < self.ready_at:
            return "Pending"
        return "Failed" if self.error is not None else "Completed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpentKey:
    """A key that was used: the body it was used with, and the order it placed or the refusal it met."""

    fingerprint: str
    tracking_id: int | None = None
    refusal: Document | None = None


class Orders:
    """Takes orders and finds them again; each method is one transaction."""

    def __init__(self, store: Store, *, first_id: int, first_number: int) -> None:
        self._store = store
        self._first_id = first_id
        self._first_number = first_number

    def take(self, fingerprint: str, make: Callable[[int, str], Order]) -> Order:
        """Keep the order that `make` makes of the next tracking id and order number, and spend its key."""
        with self._store.changing() as connection:
            taken = count_up(connection, _TAKEN)
            order = make(self._first_id + taken, str(self._first_number + taken))
            _insert(connection, order)
            if order.scope.key:
                _spend(connection, order.scope, SpentKey(fingerprint=fingerprint, tracking_id=order.id))
        return order

    def refuse(self, scope: Scope, fingerprint: str, refusal: Document) -> None:
        """Spend a key on a refusal."""
        with self._store.changing() as connection:
            _spend(connection, scope, SpentKey(fingerprint=fingerprint, refusal=refusal))

    def spent(self, scope: Scope) -> SpentKey | None:
        """What the key was used for, None while it is free."""
        row = self._store.row(
            "SELECT * FROM kitmaker_keys WHERE organization = ? AND key = ?", scope.organization, scope.key
        )
        if row is None:
            return None
        refusal = json.loads(row["refusal"]) if row["refusal"] else None
        return SpentKey(fingerprint=row["fingerprint"], tracking_id=row["tracking_id"], refusal=refusal)

    def count_request(self, id_: int) -> None:
        """Note that one more POST was answered with that order."""
        with self._store.changing() as connection:
            connection.execute("UPDATE kitmaker_orders SET requests = requests + 1 WHERE id = ?", (id_,))

    def find(self, id_: int) -> Order | None:
        """The order with that tracking id."""
        row = self._store.row("SELECT * FROM kitmaker_orders WHERE id = ?", id_)
        return _order(row) if row else None

    def has_reference(self, reference: str) -> bool:
        """Whether any order was placed under that reference."""
        return self._store.row("SELECT 1 FROM kitmaker_orders WHERE reference = ?", reference) is not None

    def all(self) -> list[Order]:
        """Every order, oldest first."""
        return [_order(row) for row in self._store.rows("SELECT * FROM kitmaker_orders ORDER BY id")]

    def forget(self) -> None:
        """Start afresh: no orders, no keys, counters at their beginning."""
        tables = ("kitmaker_orders", "kitmaker_keys", "kitmaker_assets", "kitmaker_unknown")
        self._store.empty(*tables, facts=[_TAKEN])


def _insert(connection: sqlite3.Connection, order: Order) -> None:
    document = json_text(order.document) if order.document else None
    values = (
        *(order.id, order.number, *order.scope, order.reference, json_text(order.body)),
        *(order.placed_at, order.ready_at, document, order.error, order.requests),
    )
    connection.execute("INSERT INTO kitmaker_orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)


def _spend(connection: sqlite3.Connection, scope: Scope, spent: SpentKey) -> None:
    refusal = json_text(spent.refusal) if spent.refusal else None
    values = (*scope, spent.fingerprint, spent.tracking_id, refusal)
    connection.execute("INSERT OR REPLACE INTO kitmaker_keys VALUES (?, ?, ?, ?, ?)", values)


def _order(row: Row) -> Order:
    columns: Document = {name: row[name] for name in row.keys()}  # noqa: SIM118 - a Row is no mapping
    scope = Scope(columns.pop("organization"), columns.pop("key"))
    document = json.loads(columns["document"]) if columns["document"] else None
    return Order(**{**columns, "scope": scope, "body": json.loads(columns["body"]), "document": document})
