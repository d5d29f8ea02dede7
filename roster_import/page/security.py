"""What stands before every route: the headers of every answer, the size of every request, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Nothing is loaded from elsewhere, nothing inline is run or painted, no form goes elsewhere (W3C, CSP Level 3).
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",  # a link's secret stands in the address
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "x-robots-tag": "noindex, nofollow",
    "cache-control": "no-store",
}
_READING = ("GET", "HEAD", "OPTIONS")
_PASSED_OVER = 8  # times as much as may be sent: a browser reads no answer before it has sent everything


class Guarded:
    """The application behind its guard."""

    def __init__(self, app: ASGIApp, most_bytes: int) -> None:
        self._app = app
        self._most = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, refuse it, and see to the headers of whatever is answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        if scope["method"] not in _READING and not is_own(headers):
            await PlainTextResponse("This request comes from another page.", 403)(scope, receive, with_headers)
        else:
            await self._app(scope, self._counted(receive, _length(headers)), with_headers)

    def _counted(self, receive: Receive, announced: int) -> Receive:
        """The body of a request; of one that is larger than it may be, by what it says or is, nothing is kept.

        Whoever reads it then is told so (`HTTPException` 413), and says it to the reader as a page.
        """
        so_far = 0

        async def counted() -> Message:
            nonlocal so_far
            message = await receive()
            so_far += len(message.get("body", b""))
            if max(so_far, announced) <= self._most:
                return message
            while message.get("more_body") and so_far < _PASSED_OVER * self._most:
                message = await receive()
                so_far += len(message.get("body", b""))
            raise HTTPException(413)

        return counted


def _length(headers: Headers) -> int:
    said = headers.get("content-length", "0")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 20 else 0


def is_own(headers: Headers) -> bool:
    """Whether a request comes from a page of ours, as the browser says; who says nothing is no browser.

    Browsers say so in `Sec-Fetch-Site` (W3C Fetch Metadata) and `Origin` (RFC 6454), which no page can forge.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
