"""What each kind of fault does: whether the request is carried out, and what the caller gets instead of its answer."""

from __future__ import annotations

import gzip
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from typing import TYPE_CHECKING

from roster_import.sandbox.messages import Delivery, Ending, Reply, error_reply, text_reply

if TYPE_CHECKING:
    from collections.abc import Mapping

_GARBAGE = bytes(range(128, 256)) * 4
_MEBIBYTE = 1024 * 1024
_LONGEST = 1_000_000
_PROXY_PAGE = (
    "<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n<hr><center>nginx</center>"
    "\r\n</body>\r\n</html>\r\n"
)
_LOGIN_PAGE = (
    "<!DOCTYPE html><html><body><h1>Welcome to the guest network</h1><a href='/login'>Log in</a></body></html>"
)
_BUSY = {429: "Too many requests. Try again later.", 503: "The service is temporarily unavailable."}
_Deliver = Callable[[Reply | None, str], Delivery]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What one kind of fault does.

    `takes`: the request is carried out, and `deliver` gets its reply; otherwise `deliver` gets none. `waits`: the
    value is a number of seconds to wait before anything is carried out; `later`: it is delivered at once, and carried out
    that many seconds later. `fate`: the request is carried out with this fate, and answered as ever. `reads` raises
    ValueError for a value the kind cannot have.
    """

    takes: bool
    why: str
    default: str = ""
    deliver: _Deliver
    waits: bool = False
    later: bool = False
    fate: str = ""
    reads: Callable[[str], object] = str

    def accepts(self, value: str) -> bool:
        """Whether the kind can have that value."""
        try:
            self.reads(value)
        except ValueError:
            return False
        return True


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds < _LONGEST:
        raise ValueError(text)
    return seconds


def _count(text: str) -> int:
    count = int(text)
    if not 0 < count < _LONGEST:
        raise ValueError(text)
    return count


def _status(text: str) -> int:
    return HTTPStatus(int(text)).value


def _as_ever(reply: Reply | None, _: str) -> Delivery:
    return Delivery(reply=reply)


def _hang(_: Reply | None, seconds: str) -> Delivery:
    return Delivery(wait=float(seconds), ending=Ending.CLOSE)


def _always(delivery: Delivery) -> _Deliver:
    """That delivery, whatever the reply and the value."""
    return lambda _reply, _value: delivery


def _error(status: int, message: str = "An unexpected error occurred", *headers: tuple[str, str]) -> Delivery:
    return Delivery(reply=error_reply(status, message, *headers))


def _proxy(title: str) -> _Deliver:
    page = text_reply(_PROXY_PAGE.format(title), int(title[:3]), "text/html")
    return _always(Delivery(reply=page, ending=Ending.CLOSE))


def _redirect(status: int) -> _Deliver:
    return lambda _, address: Delivery(reply=text_reply("", status, "text/html", ("Location", address)))


def _date_in(seconds: str) -> str:
    # an HTTP date has whole seconds: never earlier than asked for
    return formatdate(math.ceil(time.time() + float(seconds)), usegmt=True)


def _gzip_bomb(reply: Reply | None, mebibytes: str) -> Delivery:
    body = gzip.compress(b" " * (int(mebibytes) * _MEBIBYTE), compresslevel=9)
    return Delivery(reply=_with_body(reply, body, ("Content-Encoding", "gzip")))


def _with_body(reply: Reply | None, body: bytes, *headers: tuple[str, str]) -> Reply:
    reply = reply or Reply(status=200)
    return Reply(status=reply.status, body=body, headers=(*reply.headers, *headers))


def _instead(why: str, deliver: _Deliver, default: str = "", reads: Callable[[str], object] = str) -> Kind:
    return Kind(takes=False, why=why, default=default, deliver=deliver, reads=reads)


def _afterwards(why: str, deliver: _Deliver, default: str = "", reads: Callable[[str], object] = str) -> Kind:
    return Kind(takes=True, why=why, default=default, deliver=deliver, reads=reads)


def _busy_kinds(status: int) -> dict[str, Kind]:
    seconds = f"{status} with Retry-After in seconds (the value); nothing is taken"
    date = f"{status} with Retry-After as an HTTP date, that many seconds away; nothing is taken"
    text = _BUSY[status]
    return {
        f"{status}": _instead(seconds, lambda _, wait: _error(status, text, ("Retry-After", wait)), "1", _seconds),
        f"{status}-date": _instead(
            date, lambda _, wait: _error(status, text, ("Retry-After", _date_in(wait))), "1", _seconds
        ),
        f"{status}-bare": _instead(f"{status} without Retry-After; nothing is taken", _always(_error(status, text))),
    }


_FATES = {
    "failed": "the order ends Failed, with the value as its errorMessage",
    "never-ready": "the order stays Pending for ever",
    "confirm-without-names": "the confirmed order has no names",
    "confirm-without-numbers": "the confirmed order has no numbers",
    "confirm-without-first": "the confirmed order lacks its first instance (or logo)",
    "confirm-one-more": "the confirmed order has one piece more of its first instance (or logo)",
    "confirm-other-size": "the first instance is confirmed in another size",
    "confirm-other-total": "the confirmed total is 100 too high",
}
_RESET, _CLOSE = _always(Delivery(ending=Ending.RESET)), _always(Delivery(ending=Ending.CLOSE))
_ERROR = _always(_error(500))
_BAD_GATEWAY, _GATEWAY_TIMEOUT = _proxy("502 Bad Gateway"), _proxy("504 Gateway Time-out")
_LATER = "the connection is reset (RST) at once; so many seconds later the order is taken"
_SLOW = "so many seconds pass, then the order is taken and answered"

KINDS: Mapping[str, Kind] = {
    # the connection
    "drop-before-taking": _instead("the connection is reset (RST); nothing is taken", _RESET),
    "drop-after-taking": _afterwards("the order is taken, then the connection is reset (RST)", _RESET),
    "drop-and-take-later": Kind(takes=False, later=True, why=_LATER, default="2", deliver=_RESET, reads=_seconds),
    "close-before-taking": _instead("the connection is closed without an answer; nothing is taken", _CLOSE),
    "close-after-taking": _afterwards("the order is taken, then the connection is closed without an answer", _CLOSE),
    "hang-before-taking": _instead(
        "nothing is taken, no answer comes; closed after so many seconds", _hang, "600", _seconds
    ),
    "hang-after-taking": _afterwards(
        "the order is taken, no answer comes; closed after so many seconds", _hang, "600", _seconds
    ),
    # time
    "slow-before-taking": Kind(takes=True, why=_SLOW, default="2", deliver=_as_ever, waits=True, reads=_seconds),
    "slow-after-taking": _afterwards(
        "the order is taken at once, its answer comes so many seconds later",
        lambda reply, seconds: Delivery(reply=reply, wait=float(seconds)),
        "2",
        _seconds,
    ),
    "trickle": _afterwards(
        "the answer's bytes are spread over so many seconds",
        lambda reply, seconds: Delivery(reply=reply, trickle=float(seconds)),
        "2",
        _seconds,
    ),
    # errors
    **_busy_kinds(429),
    **_busy_kinds(503),
    "500-before-taking": _instead("500; nothing is taken", _ERROR),
    "500-after-taking": _afterwards("the order is taken, the answer is 500", _ERROR),
    "502-before-taking": _instead("a proxy's HTML page, 502; nothing is taken", _BAD_GATEWAY),
    "502-after-taking": _afterwards("the order is taken, the answer is a proxy's HTML page, 502", _BAD_GATEWAY),
    "504-after-taking": _afterwards("the order is taken, the answer is a proxy's HTML page, 504", _GATEWAY_TIMEOUT),
    "status": _instead(
        "the status in the value, with a JSON error; nothing is taken",
        lambda _, status: _error(int(status), "This status was asked for"),
        "401",
        _status,
    ),
    "302": _instead("a redirect to the address in the value; nothing is taken", _redirect(302), "/elsewhere"),
    "307": _instead("the same, asking for the same method and body", _redirect(307), "/elsewhere"),
    "portal": _instead(
        "200 with a guest network's log-in page; nothing is taken",
        _always(Delivery(reply=text_reply(_LOGIN_PAGE, 200, "text/html"))),
    ),
    # answers that cannot be read (the request is carried out)
    "truncated": _afterwards(
        "Content-Length promises so many bytes more than are sent",
        lambda reply, missing: Delivery(reply=reply, missing=int(missing), ending=Ending.CLOSE),
        "40",
        _count,
    ),
    "garbage": _afterwards("bytes that are no HTTP", _always(Delivery(raw=_GARBAGE, ending=Ending.CLOSE))),
    "garbage-body": _afterwards(
        "the right status and headers, a body that is no JSON",
        lambda reply, _: Delivery(reply=_with_body(reply, _GARBAGE)),
    ),
    "wrong-json": _afterwards(
        "the right status, the value as its JSON",
        lambda reply, text: Delivery(reply=_with_body(reply, text.encode())),
        '{"unexpected":true}',
    ),
    "endless": _afterwards(
        "a body that goes on for so many MiB",
        lambda reply, size: Delivery(reply=_with_body(reply, b""), endless=int(size), ending=Ending.CLOSE),
        "1024",
        _count,
    ),
    "gzip-bomb": _afterwards("a small compressed body that unpacks to so many MiB", _gzip_bomb, "64", _count),
    # what becomes of the order (place only; the answer is as ever)
    **{fate: Kind(takes=True, why=why, deliver=_as_ever, fate=fate) for fate, why in _FATES.items()},
}
