"""Orders, their lines, notes and files, in the state file; each method is one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from roster_import.sandbox.jtl.refusals import invalid
from roster_import.sandbox.messages import json_text, read_exactly

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from roster_import.sandbox.jtl.shapes import Document
    from roster_import.sandbox.jtl.switches import JtlSwitches
    from roster_import.sandbox.state import Row, Store

SCHEMA = (
    """
    CREATE TABLE IF NOT EXISTS jtl_orders (
        id INTEGER PRIMARY KEY, number TEXT NOT NULL, external TEXT NOT NULL, version TEXT NOT NULL,
        body TEXT NOT NULL, document TEXT NOT NULL, placed_at REAL NOT NULL, listed_at REAL
    )
    """,
    "CREATE INDEX IF NOT EXISTS jtl_order_numbers ON jtl_orders (number)",
    "CREATE TABLE IF NOT EXISTS jtl_lines (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL, document TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS jtl_lines_of_orders ON jtl_lines (order_id)",
    """
    CREATE TABLE IF NOT EXISTS jtl_extras (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, order_id INTEGER NOT NULL, document TEXT NOT NULL
    )
    """,
    "CREATE TABLE IF NOT EXISTS jtl_keys (key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, order_id INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS jtl_counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL)",
)
_TABLES = ("jtl_orders", "jtl_lines", "jtl_extras", "jtl_keys", "jtl_counters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order as kept. `document` is the header as GET /salesOrders/{id} shows it, without what a shape adds.

    `listed_at` is when it stops being pending, in seconds since 1970; None: never. `version` is v1 or v2, `body` what
    was sent.
    """

    id: int
    number: str
    version: str
    body: Any
    document: Document
    placed_at: float
    listed_at: float | None

    def is_pending(self, now: float) -> bool:
        """Whether it is still pending: not listed yet."""
        return self.listed_at is None or now < self.listed_at

    @property
    def external(self) -> str:
        """The number the shop gave it."""
        return str(self.document.get("ExternalNumber") or "")

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody cancelled it."""
        return bool(self.document.get("IsCancelled"))


class SpentKey(NamedTuple):
    """An idempotency key that was used, with what it was used for."""

    fingerprint: str
    order_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """An order that is to be taken: everything but its ids. `number`: empty for the next of JTL's own."""

    number: str
    renames: bool = False
    version: str
    body: Any
    document: Document
    lines: Sequence[Document] = ()
    placed_at: float
    listed_at: float | None
    key: str = ""
    fingerprint: str = field(default="", repr=False)


class Orders:
    """Takes orders and finds them again."""

    def __init__(self, store: Store, switches: JtlSwitches) -> None:
        self._store = store
        self._switches = switches

    def take(self, new: NewOrder) -> Order:
        """Keep an order with its lines, all or nothing; the first order of its key, where that was used meanwhile.

        Raises RefusedError where a number may not come twice.
        """
        with self._store.changing() as connection:
            if new.key and (first := self._keyed(connection, new.key)):
                return first
            self._check_external(connection, str(new.document.get("ExternalNumber") or ""))
            id_ = _next(connection, "orders", self._switches.first_order)
            number = self._number(connection, new)
            order = Order(
                id=id_,
                number=number,
                version=new.version,
                body=new.body,
                document={**new.document, "Id": id_, "Number": number},
                placed_at=new.placed_at,
                listed_at=new.listed_at,
            )
            _insert(connection, order)
            self._insert_lines(connection, id_, new.lines)
            if new.key:
                connection.execute("INSERT INTO jtl_keys VALUES (?, ?, ?)", (new.key, new.fingerprint, id_))
        return order

    def find(self, id_: int) -> Order | None:
        """The order of that id, pending or not."""
        row = self._store.row("SELECT * FROM jtl_orders WHERE id = ?", id_)
        return _order(row) if row else None

    def all(self) -> list[Order]:
        """Every order, oldest first."""
        return [_order(row) for row in self._store.rows("SELECT * FROM jtl_orders ORDER BY id")]

    def change(self, id_: int, alter: Callable[[Document], Document]) -> Order | None:
        """Change the order's header; None where there is no such order."""
        with self._store.changing() as connection:
            row = connection.execute("SELECT * FROM jtl_orders WHERE id = ?", (id_,)).fetchone()
            if row is None:
                return None
            document = alter(read_exactly(row["document"]))
            connection.execute(
                "UPDATE jtl_orders SET document = ?, external = ? WHERE id = ?",
                (json_text(document), str(document.get("ExternalNumber") or ""), id_),
            )
        return self.find(id_)

    def spent(self, key: str) -> SpentKey | None:
        """What the idempotency key was used for, None while it is free."""
        row = self._store.row("SELECT * FROM jtl_keys WHERE key = ?", key)
        return SpentKey(row["fingerprint"], row["order_id"]) if row else None

    # --------------------------------------------------------------------------------------------------- lines

    def lines(self, order_id: int) -> list[Document]:
        """The lines of an order, in the order in which they came."""
        rows = self._store.rows("SELECT document FROM jtl_lines WHERE order_id = ? ORDER BY id", order_id)
        return [read_exactly(row["document"]) for row in rows]

    def add_lines(self, order_id: int, lines: Sequence[Document]) -> list[Document]:
        """Keep lines and return them with their ids; equal ones become one where the switches say so."""
        with self._store.changing() as connection:
            return self._insert_lines(connection, order_id, lines)

    def change_line(self, order_id: int, line_id: int, alter: Callable[[Document], Document]) -> bool:
        """Change one line of the order; False where it has no such line."""
        with self._store.changing() as connection:
            where = "WHERE id = ? AND order_id = ?"
            row = connection.execute(f"SELECT document FROM jtl_lines {where}", (line_id, order_id)).fetchone()  # noqa: S608
            if row is not None:
                _update_line(connection, alter(read_exactly(row["document"])))
        return row is not None

    def delete_line(self, order_id: int, line_id: int) -> bool:
        """Delete one line of the order; False where it has no such line."""
        with self._store.changing() as connection:
            gone = connection.execute("DELETE FROM jtl_lines WHERE id = ? AND order_id = ?", (line_id, order_id))
            return gone.rowcount > 0

    # ---------------------------------------------------------------------------------------- notes and files

    def extras(self, kind: str, order_id: int) -> list[Document]:
        """The order's notes ("note") or files ("file"), in the order in which they came."""
        rows = self._store.rows(
            "SELECT document FROM jtl_extras WHERE kind = ? AND order_id = ? ORDER BY id", kind, order_id
        )
        return [read_exactly(row["document"]) for row in rows]

    def add_extra(self, kind: str, order_id: int, make: Callable[[int], Document]) -> Document:
        """Keep what `make` makes of the next id."""
        with self._store.changing() as connection:
            id_ = _next(connection, "extras", 1)
            document = make(id_)
            connection.execute("INSERT INTO jtl_extras VALUES (?, ?, ?, ?)", (id_, kind, order_id, json_text(document)))
        return document

    def forget(self) -> None:
        """Forget every order; ids start anew."""
        self._store.empty(*_TABLES)

    # ------------------------------------------------------------------------------------------------ numbers

    def _check_external(self, connection: sqlite3.Connection, external: str) -> None:
        if self._switches.same_external == "accepted" or not external:
            return
        if connection.execute("SELECT 1 FROM jtl_orders WHERE external = ?", (external,)).fetchone():
            raise invalid({"ExternalNumber": f"The external number {external} already exists."}, 409)

    def _number(self, connection: sqlite3.Connection, new: NewOrder) -> str:
        if not new.number:
            return self._own_number(connection)
        if not _exists(connection, new.number) or self._switches.same_number == "accepted":
            return new.number
        if new.renames:
            return _renamed(connection, new.number)
        status = int(self._switches.same_number)
        raise invalid({"Number": f"The sales order number {new.number} already exists."}, status)

    def _own_number(self, connection: sqlite3.Connection) -> str:
        while True:
            number = f"A{_next(connection, 'numbers', self._switches.first_number)}"
            if not _exists(connection, number):
                return number

    @staticmethod
    def _keyed(connection: sqlite3.Connection, key: str) -> Order | None:
        query = "SELECT * FROM jtl_orders WHERE id = (SELECT order_id FROM jtl_keys WHERE key = ?)"
        row = connection.execute(query, (key,)).fetchone()
        return _order(row) if row else None

    def _insert_lines(self, connection: sqlite3.Connection, order_id: int, lines: Sequence[Document]) -> list[Document]:
        rows = connection.execute("SELECT document FROM jtl_lines WHERE order_id = ? ORDER BY id", (order_id,))
        known = [read_exactly(row["document"]) for row in rows] if self._switches.equal_lines == "merged" else []
        added: dict[int, Document] = {}
        for line in lines:
            twin = next((kept for kept in known if _alike(kept) == _alike(line)), None)
            if twin is not None:
                twin["Quantity"] = twin["Quantity"] + line["Quantity"]
                _update_line(connection, twin)
                added[twin["Id"]] = twin
                continue
            id_ = _next(connection, "lines", self._switches.first_line)
            kept = {**line, "Id": id_, "SalesOrderId": order_id}
            connection.execute("INSERT INTO jtl_lines VALUES (?, ?, ?)", (id_, order_id, json_text(kept)))
            added[id_] = kept
            known += [kept] if self._switches.equal_lines == "merged" else []
        return list(added.values())


def _alike(line: Document) -> Document:
    return {name: value for name, value in line.items() if name not in ("Id", "SalesOrderId", "Quantity")}


def _next(connection: sqlite3.Connection, name: str, first: int) -> int:
    row = connection.execute("SELECT last FROM jtl_counters WHERE name = ?", (name,)).fetchone()
    number = row["last"] + 1 if row else first
    connection.execute("INSERT OR REPLACE INTO jtl_counters VALUES (?, ?)", (name, number))
    return int(number)


def _exists(connection: sqlite3.Connection, number: str) -> bool:
    return connection.execute("SELECT 1 FROM jtl_orders WHERE number = ?", (number,)).fetchone() is not None


def _renamed(connection: sqlite3.Connection, number: str) -> str:
    counter = 1
    while _exists(connection, f"{number}-{counter}"):
        counter += 1
    return f"{number}-{counter}"


def _insert(connection: sqlite3.Connection, order: Order) -> None:
    connection.execute(
        "INSERT INTO jtl_orders VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(order.id, order.number, order.external, order.version),
            *(json_text(order.body), json_text(order.document), order.placed_at, order.listed_at),
        ),
    )


def _update_line(connection: sqlite3.Connection, line: Document) -> None:
    connection.execute("UPDATE jtl_lines SET document = ? WHERE id = ?", (json_text(line), line["Id"]))


def _order(row: Row) -> Order:
    columns: Document = {name: row[name] for name in row.keys() if name != "external"}  # noqa: SIM118 - a Row is no mapping
    return Order(**{**columns, **{name: read_exactly(columns[name]) for name in ("body", "document")}})
