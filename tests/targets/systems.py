"""The three order systems as the tests meet them: a desk connected to each one's stand-in, and what that one took."""

from __future__ import annotations

from typing import Any

from tests.conftest import CATALOGUE, EXAMPLE_LOGOS, EXAMPLE_ROWS, Desk

TENANT = "5f0c9a52-7d3e-4c1b-9a64-2f8f1f0e7a11"
PRICED = (CATALOGUE[0], *((*row[:7], "119,50" if row[1] == "design" else "12.5") for row in CATALOGUE[1:]))
TO_DO = " Put that right, then run the same command again."
"""What comes after an order was turned down."""


def desk_for(folder: Any, url: str, target: str, **more: str) -> Desk:
    """A desk whose orders go to the stand-in of one order system."""
    common = {
        "ROSTER_IMPORT_TARGET": target,
        "ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3"),
        "ROSTER_IMPORT_POLL_INTERVAL": "0.02",
        "ROSTER_IMPORT_POLL_TIMEOUT": "10",
        "ROSTER_IMPORT_RETRY_WAIT": "0.01",
        "ROSTER_IMPORT_REQUEST_TIMEOUT": "1",
    }
    access = {
        "kitmaker": {"URL": url, "API_KEY": "sandbox-key"},
        "dropday": {"URL": f"{url}/api/v1", "API_KEY": "sandbox-key", "ACCOUNT_ID": "101"},
        "jtl": {
            "URL": f"{url}/erp",
            "TOKEN_URL": f"{url}/oauth2/token",
            "CLIENT_ID": "sandbox-client",
            "CLIENT_SECRET": "sandbox-key",
            "TENANT_ID": TENANT,
            "COMPANY_ID": "1",
            "CUSTOMER_ID": "1005",
            "TAKING_TIME": "0.5",
        },
    }[target]
    return Desk(
        folder, {**common, **{f"ROSTER_IMPORT_{target.upper()}_{key}": one for key, one in access.items()}, **more}
    )


def example(desk: Desk, name: str = "club.xlsx", rows: Any = EXAMPLE_ROWS, **more: Any) -> Any:
    """The vendor's worked example with a price for everything, which every order system can carry."""
    return desk.build(name, rows, **{"catalogue": PRICED, "logos": EXAMPLE_LOGOS, **more})


def settings(desk: Desk, text: str) -> None:
    desk.settings(text)
