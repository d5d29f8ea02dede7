"""Somebody who calls the stand-in for JTL-Wawi: in the cloud with a token, or on an own server with a key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

    from roster_import.sandbox import RunningSandbox

TENANT = "5f0c9a52-7d3e-4c1b-9a64-2f8f1f0e7a11"
APP = {"X-AppId": "roster-import/1.0.0", "X-AppVersion": "1.0.0"}
OWN = {"Authorization": "Wawi sandbox-key", **APP}
CLIENT = ("sandbox-client", "sandbox-key")
INVALID = "The sent data is invalid."


@dataclass(slots=True, kw_only=True)
class JtlCaller:
    """`call` goes below /erp with a token; `own` below /api/eazybusiness with the key."""

    sandbox: RunningSandbox
    client: httpx.Client
    headers: dict[str, str] = field(default_factory=dict)

    def token(self, auth: tuple[str, str] = CLIENT, **more: Any) -> httpx.Response:
        more.setdefault("data", {"grant_type": "client_credentials"})
        return self.client.post(f"{self.sandbox.url}/oauth2/token", auth=auth, **more)

    def enter(self) -> JtlCaller:
        token = self.token().json()["access_token"]
        self.headers = {"Authorization": f"Bearer {token}", "X-Tenant-ID": TENANT, **APP}
        return self

    def call(self, method: str, path: str, body: Any = None, **more: Any) -> httpx.Response:
        return self._send(method, f"/erp{path}", body, self.headers, **more)

    def own(self, method: str, path: str, body: Any = None, headers: Any = None, **more: Any) -> httpx.Response:
        return self._send(method, f"/api/eazybusiness{path}", body, OWN if headers is None else headers, **more)

    def _send(self, method: str, path: str, body: Any, headers: Any, **more: Any) -> httpx.Response:
        if body is not None:
            more["json"] = body
        return self.client.request(method, self.sandbox.url + path, headers=headers, **more)

    def place(self, **fields: Any) -> Any:
        """A header that is taken, as it is answered."""
        answer = self.call("POST", "/salesOrders", {"CompanyId": 1, "CustomerId": 1005, **fields})
        assert answer.status_code == 201, answer.text
        return answer.json()

    def add(self, order: int, *lines: Any) -> httpx.Response:
        return self.call("POST", f"/salesOrders/{order}/lineitems", list(lines))

    def lines(self, order: int) -> Any:
        return self.call("GET", f"/salesOrders/{order}/lineitems").json()

    def found(self, query: str = "") -> list[int]:
        """The ids of the orders a query finds."""
        return [one["Id"] for one in self.call("GET", f"/salesOrders?{query}").json()["Items"]]

    @property
    def taken(self) -> list[dict[str, Any]]:
        return self.sandbox.orders()


def refusal(answer: httpx.Response) -> tuple[int, str, dict[str, Any]]:
    """The status, the message and the complaints of a refusal."""
    body = answer.json()
    return answer.status_code, body["ErrorMessage"], body["ValidationErrors"]
