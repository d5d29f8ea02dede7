"""Stand-ins written from the vendors' documents alone, by somebody who never saw the sandbox: only what is documented.

What a test wants otherwise it says with functions: `place` answers a request that places in its own way, `shown` changes an
order before it is shown. Both documents are those of the API facts: KitMaker › Order object, Dropday › Orders, JTL › OpenAPI.
"""

from __future__ import annotations

import json
import re
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.conftest import serving


class Talking(BaseHTTPRequestHandler):
    """One connection; `self.made` is the stand-in behind it."""

    protocol_version = "HTTP/1.1"
    made: Any = None

    def log_message(self, *_):
        pass

    def do_GET(self):
        where = urlsplit(self.path)
        self.made.get(self, unquote(where.path), {name: values[0] for name, values in parse_qs(where.query).items()})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if self.path == "/oauth2/token":
            self.say(200, {"access_token": "token", "token_type": "Bearer", "expires_in": 3600})
            return
        self.made.posts.append(self.path)
        if not (self.made.place and self.made.place(self, self.path, body)):
            self.made.post(self, self.path, body)

    def do_DELETE(self):
        self.made.delete(self, self.path)

    def say(self, code: int, document: Any, **headers: str) -> bool:
        data = document if isinstance(document, bytes) else json.dumps(document).encode()
        self.send_response(code)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        if self.made.closes_after is not None:
            time.sleep(self.made.closes_after)
            self.close_connection = True
        return True

    def vanish(self) -> bool:
        """Take the order, and never answer."""
        self.close_connection = True
        self.connection.shutdown(2)
        return True


class StandIn:
    closes_after: float | None = None  # seconds after an answer, without saying so in it

    def __init__(self, place=None, shown=lambda document: document):
        self.place, self.shown = place, shown
        self.posts: list[str] = []
        self.orders: dict[Any, Any] = {}

    @contextmanager
    def serving(self):
        with serving(type("Handler", (Talking,), {"made": self})) as url:
            yield url

    def lose(self, path: str = ".*", times: int = 1):
        """Take what is sent to such a path, and never answer, the first times."""
        left = [times]

        def lost(talking, at, body):
            if not re.fullmatch(path, at) or not left[0]:
                return False
            left[0] -= 1
            self.post(talking, at, body, answered=False)
            return talking.vanish()

        self.place = lost
        return self


class KitMaker(StandIn):
    """The same key is answered with the same order (KitMaker › Implementation › Idempotency)."""

    id: Any = 4711
    status: Any = "Pending"

    @property
    def answer(self):
        return {"id": self.id, "orderNumber": "20002502", "status": self.status}

    def post(self, talking, path, body, answered=True, code=202):
        self.orders.setdefault(talking.headers["Idempotency-Key"], json.loads(body))
        return talking.say(code, self.answer) if answered else None

    def get(self, talking, path, query):
        if not re.fullmatch(r"/api/orders/.+", path):
            return talking.say(404, {"error": "Not Found", "message": "Resource not found"})
        (order,) = self.orders.values()
        return talking.say(200, self.shown({**self.answer, "status": "Completed", "order": _confirmed(order)}))


def _confirmed(order):
    logos = [
        {"logoId": logo["logoId"], "quantity": logo.get("quantity") or sum(each["quantity"] for each in logo["digits"])}
        for logo in order["logos"]
    ]
    kept = ("reference", "comment", "originOfDelivery", "deliveryAddress", "designs")
    money = {"currency": "DKK", "subTotal": 2817.03, "vat": 704.26, "vatRate": 25.0, "total": 3521.28}
    return {
        "orderNumber": "20002502", "placedAtUtc": "2026-05-05T13:14:30Z", "latestDeliveryDate": "2026-05-13T00:00:00",
        **{name: order[name] for name in kept}, **money, "logos": logos,
    }  # fmt: skip


class Dropday(StandIn):
    """200 for a new order and for one that is there; the list knows parts of an external id (Dropday › Orders)."""

    reference: Any = 98

    def post(self, talking, path, body, answered=True):
        order = json.loads(body)
        there = order["external_id"] in self.orders
        self.orders.setdefault(order["external_id"], order)
        said = (
            {"message": "Order already exists"} if there else {"message": "Order created", "reference": self.reference}
        )
        return talking.say(200, said) if answered else None

    def get(self, talking, path, query):
        read = [self.shown(self._read(order)) for order in self.orders.values()]
        if path == "/api/v1/orders":
            fitting = [order for order in read if query.get("external_id", "") in order["external_id"]]
            return talking.say(200, self.page(fitting, int(query.get("page", "1"))))
        if read and path == f"/api/v1/orders/{self.reference}":
            return talking.say(200, read[0])
        return talking.say(404, {"message": "Not Found", "error": "Order not found"})

    def page(self, orders, number):
        return {"data": orders, "links": {"next": None}, "meta": {"current_page": number, "last_page": 1}}

    def _read(self, order):
        lines = [{**line, "current_status": "pending"} for line in order["products"]]
        address = {**order["shipping_address"], "email": order["email"]}
        return {**order, "reference": str(self.reference), "shipping_address": address, "order_lines": lines}


class Jtl(StandIn):
    """Version 1: a header, then lines; the list takes two orders of one external number (JTL › OpenAPI 1.0)."""

    most = 100  # on a page, whatever is asked for
    tells: tuple[str, ...] = ("HasNextPage",)  # beside what a page has for certain
    others = 0  # orders of like numbers that are listed first

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        self.deleted: list[str] = []
        self.lines: dict[int, list[Any]] = {}

    def post(self, talking, path, body, answered=True):
        document = json.loads(body)
        if path == "/erp/salesOrders":
            number = 1001 + len(self.orders)
            self.orders[number] = {**document, "Id": number, "Number": f"A{number}", "IsCancelled": False}
            self.lines[number] = []
            return talking.say(201, self.orders[number]) if answered else None
        number = int(path.split("/")[3])
        added = [{**line, "Id": 10 * number + at} for at, line in enumerate(document)]
        self.lines[number] += added
        return talking.say(201, list(map(self.shown, added))) if answered else None

    def get(self, talking, path, query):
        if path == "/erp/salesOrders":
            listed = [{"Id": 900 + at, "ExternalNumber": f"PO-{at}"} for at in range(self.others)]
            return talking.say(200, self._page([*listed, *self.orders.values()], int(query["pageNumber"])))
        if path == "/erp/items":
            item = {"Id": 7, "SKU": query["searchKeyWord"], "Name": "Shirt of the catalogue", "ChildItems": []}
            return talking.say(200, self._page([item], 1))
        number = int(path.split("/")[3])
        if path.endswith("/lineitems"):
            return talking.say(200, list(map(self.shown, self.lines[number])))
        return talking.say(200, self.orders[number])

    def delete(self, talking, path):
        self.deleted.append(path)
        self.lines[int(path.split("/")[3])] = [
            line for line in self.lines[int(path.split("/")[3])] if str(line["Id"]) != path.rpartition("/")[2]
        ]
        return talking.say(204, b"")

    def _page(self, orders, number):
        items = orders[(number - 1) * self.most : number * self.most]
        certain = {"TotalItems": len(orders), "PageNumber": number, "PageSize": self.most, "Items": items}
        more = {"HasNextPage": number * self.most < len(orders)}
        return {**certain, **{name: more[name] for name in self.tells}}


class Jtl2(StandIn):
    """Version 2 alone: header and lines in one call; what its list tells of an order is not documented (JTL › v2)."""

    def post(self, talking, path, body, answered=True):
        if path != "/erp/v2/sales-orders":
            return talking.say(404, {"errorMessage": "There is no such thing."})
        number = f"00000000-0000-4000-8000-{len(self.orders):012}"
        self.orders[number] = {"id": number, "salesOrderNumber": f"A{len(self.orders)}", **json.loads(body)}
        return talking.say(200, {"salesOrderId": number}) if answered else None

    def get(self, talking, path, query):
        if path == "/erp/v2/sales-orders":
            items = list(map(self.shown, self.orders.values()))
            return talking.say(200, {"totalItems": len(items), "pageNumber": 1, "pageSize": 100, "items": items})
        order = self.orders.get(path.rpartition("/")[2]) if path.startswith("/erp/v2/sales-orders/") else None
        return talking.say(200, order) if order else talking.say(404, {"errorMessage": "There is no such thing."})
