"""A print shop on a real socket, for the HTTP example: it takes orders, and misbehaves as it is told."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from tests.conftest import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = "sk-9f2c7e51d0b84a6c"


@dataclass
class Shop:
    """What the shop has: its orders by id, the keys it knows them by, and what it is to do with the next requests.

    `posts` and `gets` are taken one a request: an HTTP code is the answer, `drop` loses the answer of what was done,
    `drop-before` the request itself. `knows_keys` is what the old shop does not.
    """

    url: str = ""
    knows_keys: bool = True
    posts: list[Any] = field(default_factory=list)
    gets: list[Any] = field(default_factory=list)
    orders: list[dict[str, Any]] = field(default_factory=list)
    keys: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def place(self, key: str, document: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if any(line.get("size") == "XS" for line in document["lines"]):
            at = next(at for at, line in enumerate(document["lines"]) if line.get("size") == "XS")
            return 422, {"error": "not as it should be", "fields": {f"lines.{at}.size": "there is no XS of it"}}
        if self.knows_keys and (known := self.keys.get(key)):
            same = all(known.get(name) == value for name, value in document.items())
            return (200, known) if same else (409, {"error": "the key stands for another order"})
        number = len(self.orders) + 1
        order = {**document, "id": f"o-{number}", "number": f"N{number}", "state": "open"}
        self.orders.append(order)
        self.keys[key] = order
        return 201, order

    def read(self, path: str) -> tuple[int, dict[str, Any]]:
        place = urlsplit(path)
        if place.path == "/me":
            return 200, {"name": "SV Nordstadt"}
        if place.path == "/orders":
            name = parse_qs(place.query)["name"][0]
            return 200, {"orders": [order for order in self.orders if order["name"] == name]}
        order = next((order for order in self.orders if order["id"] == place.path.rpartition("/")[2]), None)
        if order is None:
            return 404, {"error": "there is no such order"}
        answer = dict(order)
        order.update(state="confirmed", total="120.50", currency="EUR", deliveryDate="2026-06-01")
        return 200, answer


class _Handler(BaseHTTPRequestHandler):
    shop: Shop

    def do_POST(self) -> None:
        document = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._answered(self.shop.posts, lambda: self.shop.place(self.headers.get("Idempotency-Key", ""), document))

    def do_GET(self) -> None:
        self._answered(self.shop.gets, lambda: self.shop.read(self.path))

    def _answered(self, script: list[Any], act: Any) -> None:
        self.shop.asked.append(f"{self.command} {self.path}")
        told = script.pop(0) if script else None
        if self.headers.get("Authorization") != f"Bearer {KEY}":
            self._send(401, {"error": f"no such key: {self.headers.get('Authorization')}"})
        elif isinstance(told, int):
            self._send(told, {"error": "so it was told"})
        else:
            code, document = (0, {}) if told == "drop-before" else act()
            if told is None:
                self._send(code, document)
            else:
                self.close_connection = True

    def _send(self, code: int, document: dict[str, Any]) -> None:
        body = json.dumps(document).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is said of requests."""


@contextmanager
def print_shop(*, knows_keys: bool = True) -> Iterator[Shop]:
    """The shop, open as long as the block."""
    shop = Shop(knows_keys=knows_keys)
    with serving(type("Handler", (_Handler,), {"shop": shop})) as shop.url:
        yield shop
