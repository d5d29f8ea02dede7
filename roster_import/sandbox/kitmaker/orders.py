"""Orders: placed once per key, and kept in the state file (KitMaker › Orders › Place an order).

A key belongs to the organization the order is for and never expires (KitMaker › Implementation › Idempotency).
"""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from roster_import.sandbox.kitmaker.check import check_order
from roster_import.sandbox.kitmaker.confirm import alter, order_object, price
from roster_import.sandbox.kitmaker.refusals import RefusedError, joined, json_body, refused_for
from roster_import.sandbox.messages import FAILED, NEVER_READY, fingerprint, json_text
from roster_import.sandbox.state import count_up

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from roster_import.sandbox.kitmaker.check import Checked
    from roster_import.sandbox.kitmaker.stock import Stock
    from roster_import.sandbox.kitmaker.switches import KitMakerSwitches
    from roster_import.sandbox.messages import Request
    from roster_import.sandbox.options import SandboxOptions
    from roster_import.sandbox.state import Clock, Row, Store

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
    columns: Document = dict(row)
    scope = Scope(columns.pop("organization"), columns.pop("key"))
    document = json.loads(columns["document"]) if columns["document"] else None
    return Order(**{**columns, "scope": scope, "body": json.loads(columns["body"]), "document": document})


# -------------------------------------------------------------------------------------------------------------- placing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placing:
    """One POST on its way to becoming an order."""

    request: Request
    body: Document
    scope: Scope
    fingerprint: str


class Till:
    """Takes orders: every POST becomes one order, or the answer a spent key gets, or a refusal (RefusedError)."""

    def __init__(
        self, options: SandboxOptions, stock: Stock, orders: Orders, clock: Clock, pause: Callable[[float], object]
    ) -> None:
        self._delay = options.delay
        self._switches = options.kitmaker
        self._stock = stock
        self._orders = orders
        self._clock = clock
        self._pause = pause
        self._busy = BusyKeys(waits=options.kitmaker.concurrent_key == "wait")

    def place(self, request: Request) -> tuple[Document, int]:
        """The answer to a POST, tracking id and order number, and its status code."""
        body = json_body(request)
        placing = _Placing(
            request=request,
            body=body,
            scope=Scope(self._organization(body), self._key(request)),
            fingerprint=fingerprint(body),
        )
        with self._busy.held(placing.scope):
            return self._replay(placing) or self._take(placing)

    def _organization(self, body: Document) -> int:
        organization = body.get("organizationId")
        if organization is None:
            return self._switches.organization
        if isinstance(organization, bool) or not isinstance(organization, int):
            raise RefusedError(int(self._switches.invalid_status), "organizationId must be an integer")
        if not self._stock.reaches(organization):
            status = int(self._switches.organization_status)
            raise RefusedError(status, f"Organization {organization} is not a child of your organization")
        return organization

    def _key(self, request: Request) -> str:
        key, longest = request.header("idempotency-key"), self._switches.key_length
        if longest and len(key) > longest:
            status = int(self._switches.invalid_status)
            raise RefusedError(status, f"Idempotency-Key must not be longer than {longest} characters")
        return key

    def _replay(self, placing: _Placing) -> tuple[Document, int] | None:
        """The answer to a key that is spent, None while it is free or there is none."""
        spent = self._orders.spent(placing.scope) if placing.scope.key else None
        if spent is None or self._is_freed(spent):
            return None
        if spent.fingerprint != placing.fingerprint and self._switches.other_body != "original":
            raise RefusedError(
                int(self._switches.other_body), "This Idempotency-Key was used with another request body"
            )
        if spent.refusal is not None:
            raise RefusedError(spent.refusal["status"], spent.refusal["message"])
        return self._repeat(spent)

    def _is_freed(self, spent: SpentKey) -> bool:
        order = self._orders.find(spent.tracking_id) if spent.tracking_id is not None else None
        failed = order is not None and order.status(self._clock.now()) == "Failed"
        return failed and self._switches.failed_key == "free"

    def _repeat(self, spent: SpentKey) -> tuple[Document, int]:
        order = self._orders.find(spent.tracking_id or 0)
        if order is None:
            raise RefusedError(409, "The order of this Idempotency-Key is gone")
        self._orders.count_request(order.id)
        return _repeated(order, self._clock.now(), self._switches), int(self._switches.replay_status)

    def _take(self, placing: _Placing) -> tuple[Document, int]:
        checked = check_order(placing.body, self._stock, self._switches)
        refused = self._refusal(placing, checked)
        if refused is not None:
            if placing.scope.key and self._switches.rejected_key == "used":
                refusal = {"status": refused.status, "message": refused.message}
                self._orders.refuse(placing.scope, placing.fingerprint, refusal)
            raise refused
        self._pause(self._switches.taking_time)
        order = self._orders.take(placing.fingerprint, partial(self._make, placing, checked))
        return _receipt(order, "Pending"), 202

    def _refusal(self, placing: _Placing, checked: Checked) -> RefusedError | None:
        if checked.refusals:
            return refused_for(checked.refusals, int(self._switches.invalid_status))
        reference = str(placing.body["reference"])
        if self._switches.same_reference == "refused" and self._orders.has_reference(reference):
            return RefusedError(409, f"An order with the reference “{reference}” exists")
        return None

    def _make(self, placing: _Placing, checked: Checked, id_: int, number: str) -> Order:
        """The order with its end decided: it only has to wait for it."""
        now, reference = self._clock.now(), str(placing.body["reference"])
        never = placing.request.fate == NEVER_READY or _marked(reference, self._switches.pending_marker)
        error = self._failure(placing.request, reference) or joined(checked.failures) or None
        return Order(
            id=id_,
            number=number,
            scope=placing.scope,
            reference=reference,
            body=placing.body,
            placed_at=now,
            ready_at=None if never else now + self._delay,
            document=None if error else self._document(placing, checked, number, now),
            error=error,
        )

    def _failure(self, request: Request, reference: str) -> str:
        if request.fate == FAILED:
            return request.fate_value or self._switches.failed_message
        return self._switches.failed_message if _marked(reference, self._switches.fail_marker) else ""

    def _document(self, placing: _Placing, checked: Checked, number: str, now: float) -> Document:
        cost = price(checked.wanted, self._stock.heating, self._switches)
        document = order_object(checked.wanted, cost, self._switches, number=number, placed_at=now)
        return alter(document, placing.request.fate)


def _receipt(order: Order, status: str) -> Document:
    return {"id": order.id, "orderNumber": order.number, "status": status}


def _repeated(order: Order, now: float, switches: KitMakerSwitches) -> Document:
    """The answer to a key that has placed the order already."""
    receipt = _receipt(order, order.status(now) if switches.replay_body == "current" else "Pending")
    if switches.replay_body == "id":
        receipt = {"id": order.id}
    if switches.replay_status != "409":
        return receipt
    error = {"error": "Conflict", "message": "This Idempotency-Key was used already"}
    return {**error, "id": order.id, "orderNumber": order.number}


def _marked(reference: str, marker: str) -> bool:
    return bool(marker) and marker in reference


class BusyKeys:
    """Lets one POST per key through at a time; what the next one meets is a switch (`concurrent-key`)."""

    def __init__(self, *, waits: bool) -> None:
        self._waits = waits
        self._changed = threading.Condition()
        self._busy: set[Scope] = set()

    @contextmanager
    def held(self, scope: Scope) -> Iterator[None]:
        """Hold the key meanwhile; raises RefusedError (409) where it is held already and nobody waits."""
        if not scope.key:
            yield
            return
        with self._changed:
            self._take(scope)
        try:
            yield
        finally:
            with self._changed:
                self._busy.discard(scope)
                self._changed.notify_all()

    def _take(self, scope: Scope) -> None:
        while scope in self._busy:
            if not self._waits:
                raise RefusedError(409, "A request with this Idempotency-Key is being processed")
            self._changed.wait()
        self._busy.add(scope)
