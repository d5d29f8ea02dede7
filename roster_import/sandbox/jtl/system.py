"""The stand-in for JTL-Wawi: its calls, answered from its store and its clock."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from roster_import.sandbox.jtl import access as access_store
from roster_import.sandbox.jtl import catalogue as catalogue_store
from roster_import.sandbox.jtl import orders as order_store
from roster_import.sandbox.jtl.access import Access, Registration
from roster_import.sandbox.jtl.catalogue import load_catalogue, uuid_of
from roster_import.sandbox.jtl.graphql import GraphQL
from roster_import.sandbox.jtl.lines import Lines
from roster_import.sandbox.jtl.orders import Orders
from roster_import.sandbox.jtl.refusals import RefusedError, error_document, modern_document
from roster_import.sandbox.jtl.shapes import LISTS
from roster_import.sandbox.jtl.v1_lists import Lists
from roster_import.sandbox.jtl.v1_orders import SalesOrders
from roster_import.sandbox.jtl.v2 import Version2
from roster_import.sandbox.jtl.wawi import Wawi
from roster_import.sandbox.messages import Reply, Request, Route, json_bytes
from roster_import.sandbox.state import utc_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from roster_import.sandbox.jtl.orders import Order
    from roster_import.sandbox.options import SandboxOptions
    from roster_import.sandbox.state import Clock, Store

    _Answer = Callable[[Request, int], Reply]
    _Admit = Callable[[Request, Collection[str]], None]

SCHEMA = (*order_store.SCHEMA, *catalogue_store.SCHEMA, *access_store.SCHEMA)
_CLOUD = "/erp"
_READ = "all.read"


class _Call(NamedTuple):
    """One documented call: where it lies below the address, who answers it, and the scopes of which one is needed."""

    purpose: str
    method: str
    path: str
    answer: _Answer
    scopes: tuple[str, ...] = ()


def _call(purpose: str, method: str, path: str, answer: _Answer, *scopes: str) -> _Call:
    return _Call(purpose, method, path, answer, scopes)


class Jtl:
    """Answers JTL's documented calls, at the addresses of the cloud and of an own server.

    `wait` waits for a number of seconds, or less if the sandbox closes.
    """

    name = "jtl"

    def __init__(self, options: SandboxOptions, store: Store, clock: Clock, wait: Callable[[float], object]) -> None:
        self._switches = switches = options.jtl
        self._registration = Registration(store, clock, switches)
        self._access = Access(options, store, clock, self._registration)
        catalogue = load_catalogue(store, switches.catalogue)
        self._wawi = Wawi(
            switches=switches,
            catalogue=catalogue,
            orders=Orders(store, switches),
            lines=Lines(catalogue, switches),
            clock=clock,
            wait=wait,
        )
        self._lists = Lists(self._wawi)
        self._sales_orders = SalesOrders(self._wawi)
        self._version2 = Version2(self._wawi, self._lists)
        self._graphql = GraphQL(self._wawi, self._version2)

    def routes(self) -> tuple[Route, ...]:
        """Every call, at each of its addresses."""
        return tuple(self._all_routes())

    def orders(self) -> list[dict[str, Any]]:
        """Everything that was taken, oldest first: what was sent and what became of it."""
        return [self._record(order) for order in self._wawi.orders.all()]

    def forget(self) -> None:
        """Forget all orders, the customers that were added, every token and every registered app."""
        self._wawi.orders.forget()
        self._wawi.catalogue.forget()
        self._access.forget()
        self._registration.forget()

    # -------------------------------------------------------------------------------------------------- routes

    def _all_routes(self) -> Iterator[Route]:
        own = f"/api/{self._switches.mandant}"
        yield _route(_call("token", "POST", "/oauth2/token", self._access.token), "", self._access.token)
        for version in ("", "/v1"):
            for call in self._unasked_calls():
                yield _route(call, own + version, partial(self._answer, call, self._admit_all, modern=False))
            for call in (*self._old_calls(), *self._list_calls()):
                yield from self._asked_routes(call, version, modern=False)
        for call in self._new_calls():
            yield from self._asked_routes(call, "/v2", modern=True)

    def _asked_routes(self, call: _Call, version: str, *, modern: bool) -> Iterator[Route]:
        """A call for which callers need a token or a key, in the cloud and on an own server."""
        errors = modern_document if modern else error_document
        own = partial(self._answer, call, self._access.admit_to_own_server, modern=modern)
        yield _route(call, _CLOUD + version, partial(self._answer_in_cloud, call, modern=modern), errors)
        yield _route(call, f"/api/{self._switches.mandant}{version}", own, errors)

    def _unasked_calls(self) -> tuple[_Call, ...]:
        """The calls of an own server that need no key: registering, and the connection test."""
        return (
            _call("register", "POST", "/authentication", self._registration.ask),
            _call("registered", "GET", "/authentication/{registration}", self._registration.answer),
            _call("info", "GET", "/info", self._lists.info),
        )

    def _list_calls(self) -> Iterator[_Call]:
        for path, (plural, _, kind) in LISTS.items():
            scope = f"{kind}.query{plural}".lower()
            yield _call(_purpose(path), "GET", f"/{path}", self._lists.list_at(path), scope, _READ)

    def _old_calls(self) -> tuple[_Call, ...]:
        sales, lists = self._sales_orders, self._lists
        order, line = "/salesOrders/{orderId}", "/salesOrders/{orderId}/lineitems/{lineId}"
        create, query = "salesorder.createsalesorder", "salesorder.querysalesorders"
        line_scope = "salesorder.createsalesorderlineitem"
        update, drop = "salesorder.updatesalesorder", "salesorder.deletesalesorderlineitem"
        return (
            _call("info", "GET", "/info", lists.info),
            _call("place", "POST", "/salesOrders", sales.place, create),
            _call("find", "GET", "/salesOrders", sales.find, query, _READ),
            _call("poll", "GET", order, sales.show, "salesorder.getsalesorder", _READ),
            _call("change", "PATCH", order, sales.change, update),
            _call("cancel", "POST", f"{order}/cancel", sales.cancel, "salesorder.cancelsalesorder"),
            _call("lines", "POST", f"{order}/lineitems", sales.add_lines, line_scope),
            _call("line-list", "GET", f"{order}/lineitems", sales.show_lines, f"{query[:-1]}lineitems", _READ),
            _call("line-change", "PATCH", line, sales.change_line, update),
            _call("line-delete", "DELETE", line, sales.delete_line, drop),
            _call("note", "POST", f"{order}/notes", sales.add_note, "salesorder.createsalesordernote"),
            _call("notes", "GET", f"{order}/notes", sales.notes, "salesorder.querysalesordernotes", _READ),
            _call("file", "POST", f"{order}/files", sales.add_file, "salesorder.createsalesorderfile"),
            _call("files", "GET", f"{order}/files", sales.files, "salesorder.querysalesorderfiles", _READ),
            _call("customers", "GET", "/customers", lists.customers, "customer.querycustomers", _READ),
            _call("customer-new", "POST", "/customers", lists.add_customer, "customer.createcustomer"),
            _call("customer", "GET", "/customers/{customerId}", lists.customer, "customer.getcustomer", _READ),
            _call("items", "GET", "/items", lists.items, "item.queryitems", _READ),
            _call("item", "GET", "/items/{itemId}", lists.item, "item.getitem", _READ),
        )

    def _new_calls(self) -> Iterator[_Call]:
        version2 = self._version2
        yield _call("place", "POST", "/sales-orders", version2.place, "salesorder.createsalesorder")
        yield _call("find", "GET", "/sales-orders", version2.find, "salesorder.querysalesorders", _READ)
        yield _call("poll", "GET", "/sales-orders/{order}", version2.show, "salesorder.getsalesorder", _READ)
        lines = "salesorder.createsalesorderlineitem"
        yield _call("lines", "POST", "/sales-orders/{order}/line-items", version2.add_lines, lines)
        yield _call("customers", "GET", "/customers", version2.customers, "customer.querycustomers", _READ)
        yield _call("customer", "GET", "/customers/{uuid}", version2.customer, "customer.getcustomer", _READ)
        yield _call("company", "GET", "/companies/{uuid}", version2.company, "company.getcompany", _READ)
        yield _call("items", "GET", "/items", version2.items, "item.queryitems", _READ)
        yield _call("item", "GET", "/items/{uuid}", version2.item, "item.getitem", _READ)
        yield _call("graphql", "POST", "/graphql", self._graphql.answer)
        for path in LISTS:
            if "/" not in path:
                yield _call(_purpose(path), "GET", f"/{path}", version2.list_at(path))

    # ----------------------------------------------------------------------------------------------- answering

    def _answer_in_cloud(self, call: _Call, request: Request, number: int, *, modern: bool) -> Reply:
        headers, one_too_many = self._access.count()
        admit = partial(self._access.admit_to_cloud, one_too_many=one_too_many)
        reply = self._answer(call, admit, request, number, modern=modern)
        return replace(reply, headers=(*reply.headers, *headers))

    def _answer(self, call: _Call, admit: _Admit, request: Request, number: int, *, modern: bool) -> Reply:
        """Let the call answer whoever is admitted; a refusal is an answer too."""
        try:
            admit(request, call.scopes)
            return call.answer(request, number)
        except RefusedError as refused:
            return refused.reply(self._switches, modern=modern)

    @staticmethod
    def _admit_all(_: Request, __: Collection[str]) -> None:
        """No key is asked for."""

    def _record(self, order: Order) -> dict[str, Any]:
        """An order as /sandbox/orders shows it."""
        orders, pending = self._wawi.orders, order.is_pending(self._wawi.clock.now())
        record = {
            "id": order.id,
            "uuid": uuid_of("order", order.id),
            "orderNumber": order.number,
            "status": "Cancelled" if order.is_cancelled else "Pending" if pending else "Open",
            "reference": order.external,
            "companyId": order.document["CompanyId"],
            "customerId": order.document["CustomerId"],
            "version": order.version,
            "placedAtUtc": utc_text(order.placed_at),
            "body": order.body,
            "order": self._wawi.shown_order(order),
            "lines": self._wawi.shown_lines(orders.lines(order.id), "kept"),
            "notes": orders.extras("note", order.id),
            "files": orders.extras("file", order.id),
        }
        shown: dict[str, Any] = json.loads(json_bytes(record))  # plain numbers, as they are sent
        return shown


def _route(call: _Call, prefix: str, answer: _Answer, errors: Callable[[int, str], Any] = error_document) -> Route:
    return Route(purpose=call.purpose, method=call.method, path=prefix + call.path, answer=answer, errors=errors)


def _purpose(path: str) -> str:
    """As customer-groups for customerGroups."""
    name = path.rpartition("/")[2]
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)
