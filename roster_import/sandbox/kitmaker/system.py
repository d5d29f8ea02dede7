"""The stand-in for KitMaker: its calls, answered from its store and its clock."""

from __future__ import annotations

import hmac
from functools import partial
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.kitmaker import orders as order_store
from roster_import.sandbox.kitmaker import stock as stock_store
from roster_import.sandbox.kitmaker.assets import Assets
from roster_import.sandbox.kitmaker.catalogue import load_catalogue
from roster_import.sandbox.kitmaker.orders import Order, Orders, Till
from roster_import.sandbox.kitmaker.refusals import RefusedError
from roster_import.sandbox.kitmaker.stock import Stock
from roster_import.sandbox.messages import Reply, Request, Route, json_reply, text_reply
from roster_import.sandbox.state import utc_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.sandbox.options import SandboxOptions
    from roster_import.sandbox.state import Clock, Store

    _Call = Callable[[Request, int], Reply | dict[str, Any] | list[dict[str, Any]]]

Document = dict[str, Any]

SCHEMA = (*order_store.SCHEMA, *stock_store.SCHEMA)
_EXTRA = {"apiVersion": "sandbox", "links": []}


class KitMaker:
    """Answers KitMaker's documented calls. `pause` waits for a number of seconds, or less if the sandbox closes."""

    name = "kitmaker"

    def __init__(self, options: SandboxOptions, store: Store, clock: Clock, pause: Callable[[float], object]) -> None:
        self._options = options
        self._switches = switches = options.kitmaker
        self._clock = clock
        catalogue = load_catalogue(options.catalogue)
        unknown = stock_store.Unknown(catalogue, store) if switches.unknown_item == "accepted" else None
        self._stock = Stock(catalogue, store, switches.organization, unknown)
        self._assets = Assets(self._stock, switches)
        self._orders = Orders(store, first_id=switches.first_id, first_number=switches.first_order_number)
        self._till = Till(options, self._stock, self._orders, clock, pause)

    def routes(self) -> tuple[Route, ...]:
        """Every call KitMaker documents (KitMaker › Orders, Designs, Logos, Handling errors)."""
        assets = self._assets
        calls: tuple[tuple[str, str, str, _Call], ...] = (
            ("place", "POST", "/api/orders", self._place),
            ("poll", "GET", "/api/orders/{id}", self._poll),
            ("design", "GET", "/api/design/{id}", assets.design),
            ("thumbnail", "POST", "/api/design/{id}/thumbnail", assets.thumbnail),
            ("view", "POST", "/api/design/{id}/view", assets.views),
            ("clone", "POST", "/api/design/{id}/clone", assets.clone),
            ("logo", "GET", "/api/logo/{id}", assets.logo),
            ("logos", "GET", "/api/logos", assets.logos),
            ("upload", "POST", "/api/logo/upload", assets.upload),
        )
        ping = Route(purpose="ping", method="GET", path="/api/health/ping", answer=lambda *_: text_reply("pong"))
        return (
            ping,
            *(
                Route(purpose=purpose, method=method, path=path, answer=partial(self._answer, call))
                for purpose, method, path, call in calls
            ),
        )

    def orders(self) -> list[Document]:
        """Everything that was taken: what was sent, under which key, and what became of it."""
        now = self._clock.now()
        return [_record(order, now) for order in self._orders.all()]

    def forget(self) -> None:
        """Forget all orders, keys and uploads."""
        self._orders.forget()

    def _answer(self, call: _Call, request: Request, number: int) -> Reply:
        """Let the call answer, once the key is right; a refusal is an answer too."""
        try:
            self._authorize(request)
            answer = call(request, number)
        except RefusedError as refused:
            return refused.reply(self._switches.error_body)
        return answer if isinstance(answer, Reply) else json_reply(self._with_extra(answer))

    def _authorize(self, request: Request) -> None:
        scheme, _, bearer = request.header("authorization").partition(" ")
        key = bearer.strip() if scheme.lower() == "bearer" else request.header("x-api-key")
        if not key:
            raise RefusedError(401, "Missing API Key")
        if not hmac.compare_digest(key.encode(), self._options.api_key.encode()):
            raise RefusedError(401, "Invalid API Key")

    def _with_extra(self, answer: Document | list[Document]) -> Document | list[Document]:
        if self._switches.extra_fields == "no" or isinstance(answer, list):
            return answer
        order = {"order": {**answer["order"], **_EXTRA}} if "order" in answer else {}
        return {**answer, **order, **_EXTRA}

    def _place(self, request: Request, _: int) -> Reply:
        """Place an order (KitMaker › Orders › Place an order)."""
        document, status = self._till.place(request)
        return json_reply(self._with_extra(document), status)

    def _poll(self, _: Request, id_: int) -> Document:
        """Retrieve an order (KitMaker › Orders › Retrieve an order)."""
        order = self._orders.find(id_)
        if order is None:
            raise RefusedError(404, f"Order {id_} was not found")
        status = order.status(self._clock.now())
        ends: dict[str, Document] = {
            "Pending": {},
            "Failed": {"errorMessage": order.error},
            "Completed": {"order": order.document},
        }
        return {"id": order.id, "status": status, "orderNumber": order.number, **ends[status]}


def _record(order: Order, now: float) -> Document:
    return {
        "id": order.id,
        "orderNumber": order.number,
        "status": order.status(now),
        "organizationId": order.scope.organization,
        "idempotencyKey": order.scope.key or None,
        "reference": order.reference,
        "requests": order.requests,
        "placedAtUtc": utc_text(order.placed_at),
        "errorMessage": order.error,
        "body": order.body,
        "order": order.document,
    }
