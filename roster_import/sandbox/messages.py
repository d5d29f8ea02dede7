"""Requests, replies and deliveries: what passes between the sockets and the stand-ins. No sockets here."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass, field, replace
from decimal import Decimal
from email.utils import formatdate
from enum import StrEnum
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import parse_qsl, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Found = tuple["Route", Mapping[str, str]] | int

JSON = "application/json; charset=utf-8"
# What a fault decides about an order that is taken; other fates are a system's own.
NO_FATE, FAILED, NEVER_READY = "", "failed", "never-ready"
_STEADY_PHRASES = {413: "Content Too Large", 414: "URI Too Long", 422: "Unprocessable Entity"}


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request as it arrived. Header names are lower case; `fate` is what a fault decides about an order.

    `values` are the pieces of its path that the route names, as text: {"reference": "98"}.
    """

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    fate: str = NO_FATE
    fate_value: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def path(self) -> str:
        """The path without its query, percent-decoded."""
        return unquote(urlsplit(self.target).path)

    @cached_property
    def query(self) -> Mapping[str, str]:
        """The query's parameters, the last of each name."""
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    @cached_property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The query's parameters as they came, those of one name too."""
        return tuple(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    @cached_property
    def form(self) -> Mapping[str, str]:
        """The fields of a body that is a form (application/x-www-form-urlencoded), the last of each name."""
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))

    @property
    def content_type(self) -> str:
        """What the body calls itself, in lower case and without its parameters."""
        return self.header("content-type").partition(";")[0].strip().lower()

    def header(self, name: str) -> str:
        """The header's value, empty where there is none."""
        return self.headers.get(name.lower(), "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer: its status, its body and the headers beyond Date, Server and Content-Length.

    `problem` is the message of an error that no system has written: the system called puts it in its own form.
    """

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", JSON),)
    problem: str = ""


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


def error_document(status: int, message: str) -> Any:
    """An error as most systems write it, and KitMaker documents it (KitMaker › Handling errors)."""
    return {"error": phrase(status), "message": message}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One documented call: its method, its path's pieces and who answers it.

    "{id}", and any name that ends in "Id", matches whole numbers only; another name in braces matches any text. Texts
    and numbers are in the request's `values`; the answer is also given the first number, or 0. `purpose` is what a
    fault names as its target: place, poll, or the name of the call. `errors` is the form of its system's errors: the
    JSON document for a status and a message. `system` is filled in by the desk.
    """

    purpose: str
    method: str
    path: str
    answer: Callable[[Request, int], Reply]
    errors: Callable[[int, str], Any] = error_document
    system: str = ""

    @property
    def purposes(self) -> tuple[str, str]:
        """What a fault may call it: place, or dropday/place."""
        return self.purpose, f"{self.system}/{self.purpose}"

    def values(self, path: str) -> Mapping[str, str] | None:
        """The pieces of the path that have a name here, None where the path is another."""
        wanted, given = self.path.split("/"), path.split("/")
        if len(wanted) != len(given) or not all(map(_fits, wanted, given)):
            return None
        return {name[1:-1]: piece for name, piece in zip(wanted, given, strict=True) if name.startswith("{")}

    def number(self, values: Mapping[str, str]) -> int:
        """The first whole number among the values, 0 where there is none."""
        return next((int(value) for name, value in values.items() if _is_number(name)), 0)


def _fits(wanted: str, given: str) -> bool:
    if not wanted.startswith("{"):
        return wanted == given
    if _is_number(wanted[1:-1]):
        return given.isascii() and given.isdigit() and len(given) < 19
    return bool(given)


def _is_number(name: str) -> bool:
    return name == "id" or name.endswith("Id")


def find_route(routes: Iterable[Route], request: Request) -> Found:
    """The route for the request and the values in its path; 404 or 405 where there is none."""
    served = [(route, values) for route in routes if (values := route.values(request.path)) is not None]
    method = "GET" if request.method == "HEAD" else request.method
    fitting = [pair for pair in served if pair[0].method == method]
    return fitting[0] if fitting else 405 if served else 404


def strict_json(body: bytes) -> Any:
    """The JSON in a body; raises ValueError where there is none, or none that could be written again.

    No NaN and no number too great for one, no half of a surrogate pair, nothing nested too deeply.
    """
    try:
        document = json.loads(body.decode("utf-8"), parse_constant=_refuse_number, parse_float=_finite)
        json_bytes(document)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return document


def fingerprint(document: Any) -> str:
    """The same for two bodies that say the same, whatever the order and spacing of their fields."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _refuse_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refuse_number(text)


def phrase(status: int) -> str:
    """The words beside a status code, the same in every version of Python."""
    return _STEADY_PHRASES.get(status) or HTTPStatus(status).phrase


def json_bytes(document: Any) -> bytes:
    """The document as UTF-8 JSON; Decimals become numbers with at least one decimal, as 25.0."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=float).encode()


def json_text(document: Any) -> str:
    """The same as text, as the state file keeps it."""
    return json_bytes(document).decode()


def read_exactly(text: str) -> Any:
    """A JSON text, its numbers with decimals as Decimals."""
    return json.loads(text, parse_float=Decimal)


def json_reply(document: Any, status: int = 200, *headers: tuple[str, str]) -> Reply:
    """A JSON answer."""
    return Reply(status=status, body=json_bytes(document), headers=(("Content-Type", JSON), *headers))


def text_reply(text: str, status: int = 200, kind: str = "text/plain", *headers: tuple[str, str]) -> Reply:
    """An answer in words, or in another kind of text."""
    return Reply(status=status, body=text.encode(), headers=(("Content-Type", f"{kind}; charset=utf-8"), *headers))


def error_reply(status: int, message: str, *headers: tuple[str, str]) -> Reply:
    """An error that the system called puts in its own form, or in KitMaker's where no system was called."""
    return replace(json_reply(error_document(status, message), status, *headers), problem=message)


def in_form(reply: Reply, errors: Callable[[int, str], Any]) -> Reply:
    """The reply; with a body in that form where it is an error that no system has written yet."""
    if not reply.problem:
        return reply
    return replace(reply, body=json_bytes(errors(reply.status, reply.problem)), problem="")


def encode_head(reply: Reply, *, missing: int = 0, endless: bool = False, closing: bool = False) -> bytes:
    """The status line and headers as bytes, blank line included; an endless body is announced as chunked."""
    length = ("Transfer-Encoding", "chunked") if endless else ("Content-Length", str(len(reply.body) + missing))
    headers = [("Date", formatdate(usegmt=True)), ("Server", "roster-import-sandbox"), *reply.headers, length]
    if closing:
        headers.append(("Connection", "close"))
    lines = [f"HTTP/1.1 {reply.status} {phrase(reply.status)}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
