"""A sandbox on loopback, and the vendor's own example of an order (KitMaker › Orders › Place an order)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from jtl_caller import JtlCaller

from roster_import.sandbox import SandboxOptions, parse_switches, start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roster_import.sandbox import RunningSandbox

EXAMPLE = """
{
  "reference": "PO-2026-0042",
  "comment": "The clothes should be at Jet Sport by monday",
  "originOfDelivery": "Tee Jays Warehouse",
  "email": "vendor@example.com",
  "contactName": "Peter Smith",
  "deliveryAddress": { "name": "Football Club ABC", "address": "Stadium Road 1", "zip": "8800",
                       "city": "Viborg", "country": "DK", "contactPerson": "Peter Smith" },
  "designs": [
    { "designId": 299571, "instances": [
        { "size": "M", "quantity": 1 }, { "size": "L", "quantity": 1 }, { "size": "XL", "quantity": 5 } ] },
    { "designId": 298791, "instances": [
        { "size": "M", "quantity": 5, "name": "Smith", "number": "10" },
        { "size": "L", "quantity": 7, "name": "Jones", "number": "27" } ] }
  ],
  "logos": [
    { "logoId": 100113, "quantity": 18 },
    { "logoId": 494679, "digits": [ { "digit": "1", "quantity": 5 } ] }
  ]
}
"""
CONFIRMED = """
{
  "orderNumber": "20002502", "placedAtUtc": "2026-05-05T13:14:30Z", "latestDeliveryDate": "2026-05-13T00:00:00",
  "reference": "PO-2026-0042", "comment": "The clothes should be at Jet Sport by monday",
  "originOfDelivery": "Tee Jays Warehouse",
  "deliveryAddress": { "name": "Football Club ABC", "address": "Stadium Road 1", "zip": "8800", "city": "Viborg",
                       "country": "DK", "contactPerson": "Peter Smith" },
  "currency": "DKK", "subTotal": 2817.03, "vat": 704.26, "vatRate": 25.0, "total": 3521.28,
  "designs": [
    { "designId": 299571, "designMul": "MUL327815", "designTitle": "Home kit",
      "instances": [ { "size": "M", "quantity": 1 }, { "size": "L", "quantity": 1 },
                     { "size": "XL", "quantity": 5 } ] },
    { "designId": 298791, "designMul": "MUL327187", "designTitle": "Away kit",
      "instances": [ { "size": "M", "quantity": 5, "name": "Smith", "number": "10" },
                     { "size": "L", "quantity": 7, "name": "Jones", "number": "27" } ] }
  ],
  "logos": [
    { "logoId": 100113, "logoSku": "151107", "logoTitle": "Club Crest", "quantity": 18 },
    { "logoId": 494679, "logoSku": "1019141", "logoTitle": "Number transfer", "quantity": 5, "value": "1" }
  ]
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Somebody who calls a sandbox with the right key."""

    sandbox: RunningSandbox
    client: httpx.Client

    def call(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {"Authorization": "Bearer sandbox-key", **more.pop("headers", {})}
        return self.client.request(method, self.sandbox.url + path, headers=headers, **more)

    def place(self, body: Any, key: str | None = None) -> httpx.Response:
        return self.call("POST", "/api/orders", json=body, headers={"Idempotency-Key": key} if key else {})

    def poll(self, tracking_id: int = 4711) -> Any:
        return self.call("GET", f"/api/orders/{tracking_id}").json()

    def confirmed(self, body: Any) -> Any:
        """Place the body, let the delay pass and return what the order system then says of it."""
        placed = self.place(body)
        assert placed.status_code == 202, placed.text
        self.sandbox.advance(3)
        return self.poll(placed.json()["id"])

    def ask_for(self, *faults: str) -> None:
        self.sandbox.ask_for(*faults)

    @property
    def taken(self) -> int:
        """How many orders the sandbox has."""
        return len(self.sandbox.orders())


VENDOR = """
{
  "external_id": "L41223D", "source": "Example Shop Dot Org", "test": false, "total": 435.45, "shipping_cost": 4.95,
  "shipping": { "name": "DHL Group", "description": "Standard delivery", "cost": 4.95,
                "note": "Please not at the neighbor, the dogs eat the packages", "delivery_date": "07-11-2025" },
  "email": "info@example.org",
  "shipping_address": { "first_name": "John", "last_name": "Doe", "company_name": "Jeff", "address1": "Jumpstreet 23",
                        "postcode": "4500", "city": "LA", "country": "US", "phone": "222 222" },
  "products": [
    { "external_id": "1", "ean13": "87235211235464", "name": "Pizza margerita", "reference": "PZZA00001", "quantity": 2,
      "stock_quantity": 424, "price": 10.99, "purchase_price": 5.95, "image_url": "https://example.org/pizza.jpg",
      "brand": "Italian", "category": "Pizza's", "supplier": "Mario",
      "custom": { "toppings": "onions, olives", "customer_message": "No ananas/pineapple" } },
    { "external_id": "2", "ean13": "07235211235464", "reference": "COKE", "name": "Coca Cola", "quantity": 2,
      "stock_quantity": 34, "price": 2.50, "image_url": "https://example.org/cola.jpg", "brand": "Coca Cola",
      "category": "Drinks", "supplier": "The Coca Cola Company", "custom": { "customer_message": "No ice" } } ]
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """Somebody who calls the Dropday of a sandbox with the right key and account."""

    sandbox: RunningSandbox
    client: httpx.Client

    def send(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {"api-key": "sandbox-key", "account-id": "101", "Accept": "application/json"}
        headers.update(more.pop("headers", {}))
        return self.client.request(method, f"{self.sandbox.url}/api/v1{path}", headers=headers, **more)

    def get(self, path: str) -> httpx.Response:
        return self.send("GET", path)

    def place(self, order: Any) -> httpx.Response:
        return self.send("POST", "/orders", json=order)

    def post(self, content: bytes, kind: str = "application/json") -> httpx.Response:
        return self.send("POST", "/orders", content=content, headers={"Content-Type": kind})

    def read(self, reference: str = "98") -> Any:
        answer = self.get(f"/orders/{reference}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def find(self, query: str = "") -> Any:
        answer = self.get(f"/orders?{query}")
        assert answer.status_code == 200, answer.text
        return answer.json()["data"]

    @staticmethod
    def order(*lines: Any, **more: Any) -> Any:
        """A body with those lines."""
        address = {"first_name": "Peter", "last_name": "Smith", "address1": "Road 1", "postcode": "8800"}
        return {
            "external_id": "T-1",
            "source": "Club shop",
            "total": 258.0,
            "shipping_address": {**address, "city": "Viborg", "country": "DK"},
            "products": list(lines),
            **more,
        }

    @property
    def taken(self) -> list[dict[str, Any]]:
        """What the sandbox has taken for Dropday."""
        return [one for one in self.sandbox.orders() if one["system"] == "dropday"]


@pytest.fixture(scope="session")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, timeout=5) as one:
        yield one


@pytest.fixture
def sandbox(client: httpx.Client) -> Iterator[Callable[..., Caller]]:
    """Starts sandboxes, `sandbox("replay-status=200", delay=0)`, and closes them at the end."""
    running: list[RunningSandbox] = []

    def starting(*switches: str, **options: Any) -> Caller:
        running.append(start(SandboxOptions(**options, **parse_switches(switches))))
        return Caller(sandbox=running[-1], client=client)

    yield starting
    for one in running:
        one.close()


@pytest.fixture(scope="session")
def plain() -> Iterator[RunningSandbox]:
    with start(SandboxOptions()) as one:
        yield one


@pytest.fixture
def caller(plain: RunningSandbox, client: httpx.Client) -> Caller:
    """A caller of a sandbox as it is without any switch, and as new."""
    plain.reset()
    return Caller(sandbox=plain, client=client)


@pytest.fixture(scope="session")
def accepting() -> Iterator[RunningSandbox]:
    with start(SandboxOptions(**parse_switches(["unknown-item=accepted"]))) as one:
        yield one


@pytest.fixture
def club(accepting: RunningSandbox, client: httpx.Client) -> Caller:
    """A caller of a sandbox that accepts what it does not know, and as new."""
    accepting.reset()
    return Caller(sandbox=accepting, client=client)


@pytest.fixture
def example() -> Any:
    """The vendor's own example of a body."""
    return json.loads(EXAMPLE)


@pytest.fixture
def confirmed_example() -> Any:
    """The order object the vendor prints for it."""
    return json.loads(CONFIRMED)


@pytest.fixture
def small() -> Any:
    """A body with one piece of a design that carries name and number."""
    return {
        "reference": "R1",
        "deliveryAddress": {"name": "Club", "address": "Road 1", "zip": "8800", "city": "Viborg", "country": "DK"},
        "designs": [{"designId": 298791, "instances": [{"size": "M", "quantity": 1, "name": "Smith", "number": "07"}]}],
        "logos": [],
    }


@pytest.fixture
def shop(caller: Caller) -> Shop:
    """A caller of Dropday in a sandbox as it is without any switch, and as new."""
    return Shop(sandbox=caller.sandbox, client=caller.client)


@pytest.fixture
def shops(sandbox: Callable[..., Caller]) -> Callable[..., Shop]:
    """Starts sandboxes and calls their Dropday: `shops("dropday.replay-reference=absent", delay=0)`."""

    def starting(*switches: str, **options: Any) -> Shop:
        caller = sandbox(*switches, **options)
        return Shop(sandbox=caller.sandbox, client=caller.client)

    return starting


@pytest.fixture
def line() -> Any:
    """A line of an order at Dropday, with name and number."""
    custom = {"name": "Smith", "number": "07", "size": "M"}
    return {
        "external_id": "row-1",
        "name": "Home kit",
        "quantity": 2,
        "price": 129.0,
        "supplier": "Mario",
        "custom": custom,
    }


@pytest.fixture
def vendor_example() -> Any:
    """Dropday's own example of a body."""
    return json.loads(VENDOR)


@pytest.fixture
def jtl(client: httpx.Client) -> Iterator[Callable[..., JtlCaller]]:
    """Starts sandboxes for callers of JTL, `jtl("jtl.array=until-bad")`, and closes them at the end."""
    running: list[RunningSandbox] = []

    def starting(*switches: str, enter: bool = True, **options: Any) -> JtlCaller:
        running.append(start(SandboxOptions(**options, **parse_switches(switches))))
        caller = JtlCaller(sandbox=running[-1], client=client)
        return caller.enter() if enter else caller

    yield starting
    for one in running:
        one.close()


@pytest.fixture
def erp(plain: RunningSandbox, client: httpx.Client) -> JtlCaller:
    """A caller of JTL, in a sandbox without any switch, as new."""
    plain.reset()
    return JtlCaller(sandbox=plain, client=client).enter()
