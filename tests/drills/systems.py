"""The order systems as the drills meet them: how each is reached, at which steps it can be struck, what it took.

`jtl` trusts its look-up, as somebody may who knows that their JTL-Wawi lists orders at once; `jtl-asking` does not, so
that a person answers what a look-up cannot tell; `jtl-2` is version 2, with header and lines in one call.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from tests.targets.systems import TENANT, desk_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

TRUSTING = {"ROSTER_IMPORT_JTL_TRUST_LOOK_UP": "yes"}
PATIENCE = {
    "ROSTER_IMPORT_POLL_TIMEOUT": "20",
    "ROSTER_IMPORT_REQUEST_TIMEOUT": "0.6",
    "ROSTER_IMPORT_OFFLINE": "1",
}


@dataclass(frozen=True)
class System:
    """One order system: its target, what it is set to, and which calls of it can go wrong."""

    target: str
    calls: tuple[str, ...]
    kills: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    modern: bool = False

    def environment(self, folder: Path, url: str) -> dict[str, str]:
        """What a run is told of it."""
        found = {**desk_for(folder, url, self.target).environment, **PATIENCE, **dict(self.settings)}
        return {**found, **_modern(url)} if self.modern else found

    def orders(self, url: str, reference: str) -> list[dict[str, Any]]:
        """The orders that stand under a reference."""
        found = httpx.get(f"{url}/sandbox/orders", params={"system": self.target}).json()["orders"]
        return [one for one in found if name_of(one) == reference and one["status"] != "Cancelled"]

    def whole(self, order: dict[str, Any], pieces: int) -> bool:
        """Whether an order has every line once; KitMaker's are placed whole or not at all."""
        if self.target == "kitmaker":
            return True
        lines = order["lines"] if self.target == "jtl" else order["order"]["order_lines"]
        marks = [one["Notice"] if self.target == "jtl" else one["external_id"] for one in lines]
        counted = sum(int(float(one["Quantity" if self.target == "jtl" else "quantity"])) for one in lines)
        return len(set(marks)) == len(marks) and counted == pieces

    def goods(self, order: dict[str, Any]) -> Counter[str]:
        """What stands in an order, by the names that are printed."""
        counted: Counter[str] = Counter()
        for name, count in self._printed(order):
            counted[name] += count
        return counted

    def _printed(self, order: dict[str, Any]) -> Iterator[tuple[str, int]]:
        if self.target == "kitmaker":
            for design in order["body"]["designs"]:
                yield from ((piece["name"], piece["quantity"]) for piece in design["instances"])
        elif self.target == "dropday":
            lines = order["order"]["order_lines"]
            yield from ((line["custom"]["name"], line["quantity"]) for line in lines)
        else:
            for line in order["lines"]:
                yield re.findall(r"Name: (\w+)", line["Notice"])[0], int(float(line["Quantity"]))

    def number(self, order: dict[str, Any]) -> str:
        """The order number a person reads in the system's own window."""
        return str(order["reference"] if self.target == "dropday" else order["orderNumber"])


SYSTEMS = {
    "kitmaker": System("kitmaker", ("place", "place", "poll")),
    "dropday": System("dropday", ("place", "place", "read", "find"), ("reached",)),
    "jtl": System(
        "jtl",
        ("place", "place", "lines", "lines", "find", "line-list", "poll", "token"),
        ("reached", "between-lines"),
        tuple(TRUSTING.items()),
    ),
    "jtl-asking": System(
        "jtl",
        ("place", "place", "lines", "lines", "find", "line-list", "poll", "token"),
        ("reached", "between-lines"),
    ),
    "jtl-2": System(
        "jtl", ("place", "place", "find", "poll", "token"), ("reached",), tuple(TRUSTING.items()), modern=True
    ),
}


def standing(orders: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The orders that were neither cancelled nor given up."""
    return [order for order in orders if order["status"] not in ("Cancelled", "Failed")]


def name_of(order: dict[str, Any]) -> str:
    return str(order.get("external_id") or order.get("body", {}).get("reference") or order.get("reference"))


def _modern(url: str) -> dict[str, str]:
    """Version 2 names companies and customers by UUIDs."""
    login = httpx.post(
        f"{url}/oauth2/token", data={"grant_type": "client_credentials"}, auth=("sandbox-client", "sandbox-key")
    ).json()
    headers = {"Authorization": f"Bearer {login['access_token']}", "X-Tenant-ID": TENANT}
    company = httpx.get(f"{url}/erp/v2/companies", headers=headers).json()[0]["id"]
    customer = httpx.get(f"{url}/erp/v2/customers", headers=headers).json()["items"][0]["id"]
    return {
        "ROSTER_IMPORT_JTL_API_VERSION": "2",
        "ROSTER_IMPORT_JTL_COMPANY_ID": company,
        "ROSTER_IMPORT_JTL_CUSTOMER_ID": customer,
    }
