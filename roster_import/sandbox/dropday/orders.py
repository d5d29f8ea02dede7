"""Orders: taken once per external_id, and kept in the state file (Dropday › Orders › Create an order)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.dropday.check import check_order
from roster_import.sandbox.dropday.read_order import FORCED, Ends, alter, read_order
from roster_import.sandbox.dropday.refusals import InvalidError, RefusedError
from roster_import.sandbox.messages import fingerprint, json_text, strict_json
from roster_import.sandbox.state import count_up

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from roster_import.sandbox.dropday.products import Products
    from roster_import.sandbox.dropday.switches import DropdaySwitches
    from roster_import.sandbox.messages import Request
    from roster_import.sandbox.options import SandboxOptions
    from roster_import.sandbox.state import Clock, Row, Store


Document = dict[str, Any]

_TAKEN, _LINES = "dropday-taken", "dropday-lines"
_FIRST_SUPPLIER = 5

SCHEMA = (
    """
    CREATE TABLE IF NOT EXISTS dropday_orders (
        id INTEGER PRIMARY KEY, reference INTEGER NOT NULL, external_id TEXT NOT NULL, source TEXT NOT NULL,
        test INTEGER NOT NULL, blocked INTEGER NOT NULL, fingerprint TEXT NOT NULL, body TEXT NOT NULL,
        document TEXT NOT NULL, ends TEXT NOT NULL, first_line INTEGER NOT NULL, placed_at REAL NOT NULL,
        delay REAL NOT NULL, begun_at REAL NOT NULL, requests INTEGER NOT NULL DEFAULT 1
    )
    """,
    "CREATE INDEX IF NOT EXISTS dropday_external_ids ON dropday_orders (external_id)",
    "CREATE UNIQUE INDEX IF NOT EXISTS dropday_references ON dropday_orders (reference)",
    "CREATE TABLE IF NOT EXISTS dropday_suppliers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """One POST, checked and about to become an order: what is read of it, and how each of its lines ends."""

    external_id: str
    source: str
    test: bool
    blocked: bool
    fingerprint: str
    body: Document
    document: Document
    ends: list[Document]
    placed_at: float
    delay: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(NewOrder):
    """One order as taken, its lines as they are since `begun_at`; `requests` counts the POSTs answered with it."""

    id: int
    reference: int
    first_line: int
    begun_at: float
    requests: int


class Orders:
    """Takes orders and finds them again; each method is one transaction."""

    def __init__(self, store: Store, switches: DropdaySwitches) -> None:
        self._store = store
        self._switches = switches

    def holder(self, new: NewOrder) -> Order | None:
        """The order that has the external_id of that one, in the part of the world where it must be its own."""
        where, values = self._same_id(new)
        row = self._store.row(f"SELECT * FROM dropday_orders WHERE {where} ORDER BY id", *values)  # noqa: S608 - ours
        return _order(row) if row else None

    def take(self, new: NewOrder, *, unless_held: bool = True) -> tuple[int, bool]:
        """Keep the order and return its reference; where another has its external_id, that one's, and False."""
        where, values = self._same_id(new)
        query = f"SELECT reference FROM dropday_orders WHERE {where} ORDER BY id"  # noqa: S608 - our own words
        with self._store.changing() as connection:
            held = connection.execute(query, values).fetchone() if unless_held else None
            if held is not None:
                return int(held["reference"]), False
            return self._insert(connection, new), True

    def count_request(self, reference: int) -> None:
        """Note that one more POST was answered with that order."""
        with self._store.changing() as connection:
            connection.execute("UPDATE dropday_orders SET requests = requests + 1 WHERE reference = ?", (reference,))

    def update(self, reference: int, new: NewOrder) -> None:
        """Let the order say what that one says, under its old ids; its lines begin anew."""
        with self._store.changing() as connection:
            first_line = self._switches.first_line_id + count_up(connection, _LINES, len(new.ends))
            connection.execute(
                "UPDATE dropday_orders SET source = ?, test = ?, blocked = ?, fingerprint = ?, body = ?, document = ?,"
                " ends = ?, delay = ?, begun_at = ?, first_line = ? WHERE reference = ?",
                (*_said(new), new.delay, new.placed_at, first_line, reference),
            )

    def find(self, reference: int) -> Order | None:
        """The order with that reference."""
        row = self._store.row("SELECT * FROM dropday_orders WHERE reference = ?", reference)
        return _order(row) if row else None

    def all(self) -> list[Order]:
        """Every order, oldest first."""
        return [_order(row) for row in self._store.rows("SELECT * FROM dropday_orders ORDER BY id")]

    def supplier(self, name: str) -> int:
        """The id of the supplier of that name, who is new if he was never named before."""
        row = self._store.row("SELECT id FROM dropday_suppliers WHERE name = ?", name)
        if row is not None:
            return int(row["id"])
        with self._store.changing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO dropday_suppliers SELECT coalesce(max(id) + 1, ?), ? FROM dropday_suppliers",
                (_FIRST_SUPPLIER, name),
            )
        return self.supplier(name)

    def forget(self) -> None:
        """Start afresh: no orders, no suppliers, counters at their beginning."""
        self._store.empty("dropday_orders", "dropday_suppliers", facts=[_TAKEN, _LINES])

    def _same_id(self, new: NewOrder) -> tuple[str, tuple[object, ...]]:
        """Where an order is that has the external_id already: a condition and its values."""
        switches = self._switches
        conditions: list[tuple[str, object]] = [("external_id = ?", new.external_id)]
        if switches.unique_case == "ignored":
            conditions = [("external_id = ? COLLATE NOCASE", new.external_id)]
        if switches.unique_source == "separate":
            conditions.append(("source = ?", new.source))
        if switches.unique_test == "separate":
            conditions.append(("test = ?", int(new.test)))
        return " AND ".join(condition for condition, _ in conditions), tuple(value for _, value in conditions)

    def _insert(self, connection: sqlite3.Connection, new: NewOrder) -> int:
        taken = count_up(connection, _TAKEN)
        first_line = self._switches.first_line_id + count_up(connection, _LINES, len(new.ends))
        reference = self._switches.first_reference + taken
        ids = (self._switches.first_id + taken, reference, new.external_id)
        values = (*ids, *_said(new), first_line, new.placed_at, new.delay, new.placed_at)
        connection.execute("INSERT INTO dropday_orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)", values)
        return reference


def _said(new: NewOrder) -> tuple[object, ...]:
    """What the body says, as the columns from source to ends."""
    texts = map(json_text, (new.body, new.document, new.ends))
    return (new.source, int(new.test), int(new.blocked), new.fingerprint, *texts)


def _order(row: Row) -> Order:
    columns: Document = dict(row)
    texts = {name: json.loads(columns[name]) for name in ("body", "document", "ends")}
    flags = {name: bool(columns[name]) for name in ("test", "blocked")}
    return Order(**{**columns, **texts, **flags})


# --------------------------------------------------------------------------------------------------------------- taking


CREATED, EXISTS = "Order created", "Order already exists"


class Intake:
    """Takes orders: every POST becomes an order, or the answer a known external_id gets, or a refusal."""

    def __init__(
        self,
        options: SandboxOptions,
        products: Products,
        orders: Orders,
        clock: Clock,
        pause: Callable[[float], object],
    ) -> None:
        self._delay = options.delay
        self._switches = options.dropday
        self._products = products
        self._orders = orders
        self._clock = clock
        self._pause = pause

    def place(self, request: Request) -> Document:
        """The answer to a POST; raises RefusedError."""
        body = self._body(request)
        errors = check_order(body, self._switches, self._products.knows)
        if errors:
            raise InvalidError(int(self._switches.invalid_status), errors)
        new = self._new(request, body)
        held = self._orders.holder(new)
        if held is not None:
            return self._again(held, new)
        self._pause(self._switches.taking_time)
        return self._take(new)

    def _take(self, new: NewOrder) -> Document:
        """Take what had nobody's external_id a moment ago; another POST may have been quicker."""
        for line in new.document["order_lines"]:
            if line["supplier"]:
                self._orders.supplier(line["supplier"])
        reference, is_new = self._orders.take(new, unless_held=self._switches.concurrent_id != "two")
        if is_new:
            return self._answer(CREATED, reference)
        if self._switches.concurrent_id == "500":
            raise RefusedError(500, "")
        held = self._orders.find(reference)
        return self._again(held, new) if held else self._answer(EXISTS, reference)

    def _again(self, held: Order, new: NewOrder) -> Document:
        """The answer to an external_id that is known."""
        if held.fingerprint != new.fingerprint:
            if self._switches.other_body == "refused":
                errors = {"external_id": ["The external id has already been taken."]}
                raise InvalidError(int(self._switches.invalid_status), errors)
            if self._switches.other_body == "updated":
                self._orders.update(held.reference, new)
        self._orders.count_request(held.reference)
        return self._answer(EXISTS, held.reference)

    def _answer(self, message: str, reference: int) -> Document:
        if message == EXISTS and self._switches.replay_reference == "absent":
            return {"message": message}
        shown: int | str = str(reference) if self._switches.create_reference == "text" else reference
        return {"message": message, "reference": shown}

    def _body(self, request: Request) -> Document:
        if self._switches.content_type == "needed" and request.content_type != "application/json":
            return {}
        try:
            document = strict_json(request.body)
        except ValueError as error:
            if self._switches.broken_json == "422":
                return {}
            raise RefusedError(400, "The request body is not valid JSON") from error
        if not isinstance(document, dict):
            return {}  # PHP finds none of the fields in it
        return document

    def _new(self, request: Request, body: Document) -> NewOrder:
        document = self._read(body)
        external_id = document["external_id"] or ""
        marker = self._switches.blocked_marker
        blocked = bool(marker) and marker in external_id
        ends = Ends(
            switches=self._switches,
            knows=self._products.knows,
            test=document["test"],
            blocked=blocked,
            forced=FORCED.get(request.fate, ""),
            message=request.fate_value,
        )
        altered = alter(document, request.fate)
        return NewOrder(
            external_id=external_id,
            source=document["source"] or "",
            test=document["test"],
            blocked=blocked,
            fingerprint=fingerprint(body),
            body=body,
            document=altered,
            ends=[ends.of(line) for line in altered["order_lines"]],
            placed_at=self._clock.now(),
            delay=self._delay,
        )

    def _read(self, body: Document) -> Document:
        """What is read of the order, a product's own supplier where a line names none."""
        document = read_order(body, self._switches)
        for line in document["order_lines"]:
            line["supplier"] = line["supplier"] or self._products.supplier(line["reference"])
        return document
