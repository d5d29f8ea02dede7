"""The stand-in for Dropday: its calls, answered from its store and its clock."""

from __future__ import annotations

import hmac
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.dropday import orders as order_store
from roster_import.sandbox.dropday.lists import page_of_orders, page_of_products, read_query
from roster_import.sandbox.dropday.orders import Intake, Order, Orders
from roster_import.sandbox.dropday.products import load_products
from roster_import.sandbox.dropday.read_order import laravel_time, steps
from roster_import.sandbox.dropday.refusals import InvalidError, RefusedError, Throttle, error_document
from roster_import.sandbox.messages import Reply, Request, Route, json_reply, text_reply
from roster_import.sandbox.state import utc_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.sandbox.options import SandboxOptions
    from roster_import.sandbox.state import Clock, Store

    _Call = Callable[[Request], Reply | dict[str, Any]]

Document = dict[str, Any]

SCHEMA = order_store.SCHEMA
_UNAUTHORIZED = "Invalid or missing api-key or account-id header"
_EXTRA = {"api_version": "sandbox"}
_PREFIX = "DD-"


class Dropday:
    """Answers Dropday's documented calls. `pause` waits for a number of seconds, or less if the sandbox closes."""

    name = "dropday"

    def __init__(self, options: SandboxOptions, store: Store, clock: Clock, pause: Callable[[float], object]) -> None:
        self._options = options
        self._switches = options.dropday
        self._clock = clock
        self._products = load_products(self._switches.products)
        self._orders = Orders(store, self._switches)
        self._throttle = Throttle(self._switches.requests_per_minute, clock)
        self._intake = Intake(options, self._products, self._orders, clock, pause)

    def routes(self) -> tuple[Route, ...]:
        """Every call Dropday documents (Dropday › Authentication, Orders, Products)."""
        calls: tuple[tuple[str, str, str, _Call], ...] = (
            ("ping", "GET", "/api/v1", self._ping),
            ("ping", "GET", "/api/v1/", self._ping),
            ("place", "POST", "/api/v1/orders", self._place),
            ("find", "GET", "/api/v1/orders", self._find),
            ("read", "GET", "/api/v1/orders/{reference}", self._read),
            ("products", "GET", "/api/v1/products", self._list_products),
        )
        return tuple(
            Route(purpose=purpose, method=method, path=path, answer=partial(self._answer, call), errors=error_document)
            for purpose, method, path, call in calls
        )

    def orders(self) -> list[Document]:
        """Everything that was taken: what was sent, how it is read, and what has become of its lines."""
        return [self._record(order) for order in self._orders.all()]

    def forget(self) -> None:
        """Forget all orders and suppliers."""
        self._orders.forget()
        self._throttle.forget()

    # ------------------------------------------------------------------------------------------------- calling

    def _answer(self, call: _Call, request: Request, _: int) -> Reply:
        """Let the call answer, once key and account are right; a refusal is an answer too."""
        headers: tuple[tuple[str, str], ...] = ()
        try:
            headers = self._throttle.count()
            self._authorize(request)
            answer = call(request)
        except InvalidError as invalid:
            wants_json = "json" in request.header("accept") or self._switches.without_accept == "json"
            answer = invalid.reply() if wants_json else invalid.redirect()
        except RefusedError as refused:
            answer = refused.reply()
        reply = answer if isinstance(answer, Reply) else json_reply(self._with_extra(answer))
        return replace(reply, headers=(*reply.headers, *headers))

    def _authorize(self, request: Request) -> None:
        key, account = request.header("api-key"), request.header("account-id")
        is_key = hmac.compare_digest(key.encode(), self._options.api_key.encode())
        if not is_key or account != str(self._switches.account):
            raise RefusedError(401, _UNAUTHORIZED)

    def _with_extra(self, answer: Document) -> Document:
        return {**answer, **_EXTRA} if self._switches.extra_fields == "yes" else answer

    # --------------------------------------------------------------------------------------------------- calls

    def _ping(self, _: Request) -> Reply | Document:
        """The authentication test (Dropday › Authentication)."""
        if self._switches.ping_body == "json":
            return {"message": "Authenticated", "account_id": self._switches.account}
        return text_reply("OK" if self._switches.ping_body == "text" else "")

    def _place(self, request: Request) -> Document:
        """Create an order, or say that it exists: 200 for both (Dropday › Orders › Create an order)."""
        return self._intake.place(request)

    def _find(self, request: Request) -> Document:
        """A page of orders (Dropday › Orders › Get orders)."""
        wanted = read_query(request.query, self._switches)
        due = self._clock.now() - self._switches.list_delay
        orders = [order for order in self._orders.all() if order.placed_at <= due]
        named = [order for order in orders if wanted.names(order, self._switches)]
        if self._switches.list_order == "newest":
            named.reverse()
        kept = [shown for shown in map(self._shown, named) if wanted.takes(shown)]
        return page_of_orders(kept, wanted, request, self._switches)

    def _read(self, request: Request) -> Document:
        """One order by Dropday's own reference, with its lines' logs (Dropday › Orders › Get an order)."""
        given = request.values["reference"]
        digits = given.removeprefix(_PREFIX)
        is_reference = digits.isascii() and digits.isdigit() and len(digits) < 19
        order = self._orders.find(int(digits)) if is_reference else None
        if order is None or self._is_hidden(order):
            raise RefusedError(404, f"Order with reference '{given}' not found")
        return self._shown(order, logs=True)

    def _is_hidden(self, order: Order) -> bool:
        fresh = order.placed_at > self._clock.now() - self._switches.read_delay
        return fresh or (order.test and self._switches.test_detail == "hidden")

    def _list_products(self, request: Request) -> Document:
        """A page of products (Dropday › Products)."""
        return page_of_products(self._products.documents, request)

    # ------------------------------------------------------------------------------------------------- showing

    def _shown(self, order: Order, *, logs: bool = False) -> Document:
        """The order as it is read this moment."""
        now = self._clock.now()
        lines = [self._line(order, index, now) for index in range(len(order.ends))]
        changed = max([order.begun_at, *(line.pop("since") for line in lines)])
        suppliers = {matched["id"]: matched for line in lines if (matched := line["matched_supplier"])}
        reference = f"{_PREFIX if self._switches.read_reference == 'prefixed' else ''}{order.reference}"
        document = {name: value for name, value in order.document.items() if name != "order_lines"}
        return {
            "id": order.id,
            "external_id": order.external_id,
            "reference": reference,
            **document,
            "blocked": order.blocked,
            "order_lines": lines if logs else [_without_logs(line) for line in lines],
            "suppliers": list(suppliers.values()),
            "created_at": laravel_time(order.placed_at),
            "updated_at": laravel_time(changed),
            **(_EXTRA if self._switches.extra_fields == "yes" else {}),
        }

    def _line(self, order: Order, index: int, now: float) -> Document:
        line = dict(order.document["order_lines"][index])
        supplier, id_ = line.pop("supplier"), order.first_line + index
        every = steps(order.ends[index], supplier, order.begun_at, order.delay)
        done = [step for step in every if step.since <= now]
        matched = supplier is not None and any(step.status == "ruled" for step in done)
        logs = [
            {
                "id": id_ * 10 + at,
                "status": step.status,
                "message": step.message,
                "created_at": laravel_time(step.since),
            }
            for at, step in enumerate(done)
        ]
        return {
            "id": id_,
            **line,
            "current_status": done[-1].status if done else "pending",
            "matched_supplier": {"id": self._orders.supplier(supplier), "name": supplier} if matched else None,
            "logs": logs,
            "since": done[-1].since if done else order.begun_at,
        }

    def _record(self, order: Order) -> Document:
        shown = self._shown(order, logs=True)
        statuses = dict.fromkeys(line["current_status"] for line in shown["order_lines"])
        return {
            "id": order.id,
            "external_id": order.external_id,
            "reference": shown["reference"],
            "source": order.source,
            "test": order.test,
            "status": ", ".join(statuses),
            "requests": order.requests,
            "placedAtUtc": utc_text(order.placed_at),
            "body": order.body,
            "order": shown,
        }


def _without_logs(line: Document) -> Document:
    return {name: value for name, value in line.items() if name != "logs"}
