"""Requests, replies and deliveries: what passes between the sockets and the stand-ins. No sockets here."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from email.utils import formatdate
from enum import StrEnum
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

JSON = "application/json; charset=utf-8"
NO_FATE = ""
_STEADY_PHRASES = {413: "Content Too Large", 414: "URI Too Long", 422: "Unprocessable Entity"}


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request as it arrived. Header names are lower case; `fate` is what a fault decides about an order."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    fate: str = NO_FATE
    fate_value: str = ""

    @cached_property
    def path(self) -> str:
        """The path without its query, percent-decoded."""
        return unquote(urlsplit(self.target).path)

    @cached_property
    def query(self) -> Mapping[str, str]:
        """The query's parameters, the last of each name."""
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    def header(self, name: str) -> str:
        """The header's value, empty where there is none."""
        return self.headers.get(name.lower(), "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer: its status, its body and the headers beyond Date, Server and Content-Length."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", JSON),)


class Ending(StrEnum):
    """What becomes of the connection after an answer, or in place of one."""

    KEEP = "keep"
    CLOSE = "close"
    RESET = "reset"  # RST instead of FIN, as when a machine on the way gives up


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How a reply goes out: after a wait, spread over `trickle` seconds, with bytes missing, endless, or not at all.

    `raw` is sent in place of a proper answer. `missing` bytes are promised in Content-Length and never sent.
    `endless` is the number of MiB of body sent before giving up.
    """

    reply: Reply | None = None
    raw: bytes = b""
    wait: float = 0.0
    trickle: float = 0.0
    missing: int = 0
    endless: int = 0
    ending: Ending = Ending.KEEP

    @property
    def status(self) -> int:
        """The status that is sent, 0 where no answer is."""
        return self.reply.status if self.reply else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One documented call: its method, its path's pieces ("{id}" matches whole numbers only) and who answers it.

    `purpose` is what a fault names as its target: place, poll, or the name of the call.
    """

    purpose: str
    method: str
    path: str
    answer: Callable[[Request, int], Reply]

    def number(self, path: str) -> int | None:
        """The whole number where the path has "{id}", 0 where it has none, None where the path is another."""
        wanted, given = self.path.split("/"), path.split("/")
        if len(wanted) != len(given):
            return None
        number = 0
        for piece, actual in zip(wanted, given, strict=True):
            if piece == "{id}" and actual.isascii() and actual.isdigit() and len(actual) < 19:
                number = int(actual)
            elif piece != actual:
                return None
        return number


Found = tuple[Route, int] | int


def find_route(routes: Iterable[Route], request: Request) -> Found:
    """The route for the request and the number in its path; 404 or 405 where there is none."""
    found = [(route, number) for route in routes if (number := route.number(request.path)) is not None]
    method = "GET" if request.method == "HEAD" else request.method
    fitting = [pair for pair in found if pair[0].method == method]
    return fitting[0] if fitting else 405 if found else 404


def phrase(status: int) -> str:
    """The words beside a status code, the same in every version of Python."""
    return _STEADY_PHRASES.get(status) or HTTPStatus(status).phrase


def json_bytes(document: Any) -> bytes:
    """The document as UTF-8 JSON; Decimals become numbers with at least one decimal, as 25.0."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=float).encode()


def json_reply(document: Any, status: int = 200, *headers: tuple[str, str]) -> Reply:
    """A JSON answer."""
    return Reply(status=status, body=json_bytes(document), headers=(("Content-Type", JSON), *headers))


def text_reply(text: str, status: int = 200, kind: str = "text/plain", *headers: tuple[str, str]) -> Reply:
    """An answer in words, or in another kind of text."""
    return Reply(status=status, body=text.encode(), headers=(("Content-Type", f"{kind}; charset=utf-8"), *headers))


def error_reply(status: int, message: str, *headers: tuple[str, str]) -> Reply:
    """An error in the one form the order system documents (KitMaker › Handling errors)."""
    return json_reply({"error": phrase(status), "message": message}, status, *headers)


def encode_head(reply: Reply, *, missing: int = 0, endless: bool = False, closing: bool = False) -> bytes:
    """The status line and headers as bytes, blank line included; an endless body is announced as chunked."""
    length = ("Transfer-Encoding", "chunked") if endless else ("Content-Length", str(len(reply.body) + missing))
    headers = [("Date", formatdate(usegmt=True)), ("Server", "roster-import-sandbox"), *reply.headers, length]
    if closing:
        headers.append(("Connection", "close"))
    lines = [f"HTTP/1.1 {reply.status} {phrase(reply.status)}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
