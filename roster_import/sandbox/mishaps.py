"""The kinds of faults: whether the request is carried out, and what the caller gets instead of the answer."""

from __future__ import annotations

import gzip
import math
import time
from dataclasses import dataclass
from email.utils import formatdate
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING

from roster_import.sandbox.messages import Delivery, Ending, Reply, error_reply, text_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    _Deliver = Callable[[Reply | None, str], Delivery]
    _Reads = Callable[[str], object]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What one kind of fault does.

    `takes`: the request is carried out, and `deliver` gets its reply; otherwise `deliver` gets none. `waits`: the
    value is a number of seconds to wait before anything is carried out. `fate`: the request is carried out with this
    fate, and answered as ever. `reads` raises ValueError for a value the kind cannot have.
    """

    takes: bool
    why: str
    default: str = ""
    deliver: Callable[[Reply | None, str], Delivery]
    waits: bool = False
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


def _cut(ending: Ending, _reply: Reply | None, _value: str) -> Delivery:
    return Delivery(ending=ending)


def _hang(_: Reply | None, seconds: str) -> Delivery:
    return Delivery(wait=float(seconds), ending=Ending.CLOSE)


def _late(reply: Reply | None, seconds: str) -> Delivery:
    return Delivery(reply=reply, wait=float(seconds))


def _trickle(reply: Reply | None, seconds: str) -> Delivery:
    return Delivery(reply=reply, trickle=float(seconds))


def _retry_in_seconds(status: int, _: Reply | None, seconds: str) -> Delivery:
    return Delivery(reply=error_reply(status, _BUSY[status], ("Retry-After", seconds)))


def _retry_at_date(status: int, _: Reply | None, seconds: str) -> Delivery:
    # an HTTP date has whole seconds: never earlier than asked for
    date = formatdate(math.ceil(time.time() + float(seconds)), usegmt=True)
    return Delivery(reply=error_reply(status, _BUSY[status], ("Retry-After", date)))


def _retry_sometime(status: int, _reply: Reply | None, _value: str) -> Delivery:
    return Delivery(reply=error_reply(status, _BUSY[status]))


def _error(status: int, _reply: Reply | None, _value: str) -> Delivery:
    return Delivery(reply=error_reply(status, "An unexpected error occurred"))


def _any_status(_: Reply | None, status: str) -> Delivery:
    return Delivery(reply=error_reply(int(status), "This status was asked for"))


def _proxy(title: str, _reply: Reply | None, _value: str) -> Delivery:
    return Delivery(reply=text_reply(_PROXY_PAGE.format(title), int(title[:3]), "text/html"), ending=Ending.CLOSE)


def _portal(_reply: Reply | None, _value: str) -> Delivery:
    return Delivery(reply=text_reply(_LOGIN_PAGE, 200, "text/html"))


def _redirect(status: int, _: Reply | None, address: str) -> Delivery:
    return Delivery(reply=text_reply("", status, "text/html", ("Location", address)))


def _truncated(reply: Reply | None, missing: str) -> Delivery:
    return Delivery(reply=reply, missing=int(missing), ending=Ending.CLOSE)


def _garbage(_reply: Reply | None, _value: str) -> Delivery:
    return Delivery(raw=_GARBAGE, ending=Ending.CLOSE)


def _garbage_body(reply: Reply | None, _value: str) -> Delivery:
    return Delivery(reply=_with_body(reply, _GARBAGE))


def _wrong_json(reply: Reply | None, text: str) -> Delivery:
    return Delivery(reply=_with_body(reply, text.encode()))


def _endless(reply: Reply | None, mebibytes: str) -> Delivery:
    return Delivery(reply=_with_body(reply, b""), endless=int(mebibytes), ending=Ending.CLOSE)


def _gzip_bomb(reply: Reply | None, mebibytes: str) -> Delivery:
    body = gzip.compress(b" " * (int(mebibytes) * _MEBIBYTE), compresslevel=9)
    return Delivery(reply=_with_body(reply, body, ("Content-Encoding", "gzip")))


def _with_body(reply: Reply | None, body: bytes, *headers: tuple[str, str]) -> Reply:
    reply = reply or Reply(status=200)
    return Reply(status=reply.status, body=body, headers=(*reply.headers, *headers))


_BUSY = {429: "Too many requests. Try again later.", 503: "The service is temporarily unavailable."}


def _instead(deliver: _Deliver, why: str, default: str = "", reads: _Reads = str) -> Kind:
    return Kind(takes=False, why=why, default=default, deliver=deliver, reads=reads)


def _afterwards(deliver: _Deliver, why: str, default: str = "", reads: _Reads = str) -> Kind:
    return Kind(takes=True, why=why, default=default, deliver=deliver, reads=reads)


def _busy_kinds(status: int) -> dict[str, Kind]:
    seconds = f"{status} with Retry-After in seconds (the value); nothing is taken"
    date = f"{status} with Retry-After as an HTTP date, that many seconds away; nothing is taken"
    return {
        f"{status}": _instead(partial(_retry_in_seconds, status), seconds, "1", reads=_seconds),
        f"{status}-date": _instead(partial(_retry_at_date, status), date, "1", reads=_seconds),
        f"{status}-bare": _instead(partial(_retry_sometime, status), f"{status} without Retry-After; nothing is taken"),
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
_RESET, _CLOSE = partial(_cut, Ending.RESET), partial(_cut, Ending.CLOSE)
_ERROR = partial(_error, 500)
_BAD_GATEWAY, _GATEWAY_TIMEOUT = partial(_proxy, "502 Bad Gateway"), partial(_proxy, "504 Gateway Time-out")

KINDS: Mapping[str, Kind] = {
    # the connection
    "drop-before-taking": _instead(_RESET, "the connection is reset (RST); nothing is taken"),
    "drop-after-taking": _afterwards(_RESET, "the order is taken, then the connection is reset (RST)"),
    "close-before-taking": _instead(_CLOSE, "the connection is closed without an answer; nothing is taken"),
    "close-after-taking": _afterwards(_CLOSE, "the order is taken, then the connection is closed without an answer"),
    "hang-before-taking": _instead(
        _hang, "nothing is taken, no answer comes; closed after so many seconds", "600", _seconds
    ),
    "hang-after-taking": _afterwards(
        _hang, "the order is taken, no answer comes; closed after so many seconds", "600", _seconds
    ),
    # time
    "slow-before-taking": Kind(
        takes=True,
        why="so many seconds pass, then the order is taken and answered",
        default="2",
        deliver=_as_ever,
        waits=True,
        reads=_seconds,
    ),
    "slow-after-taking": _afterwards(
        _late, "the order is taken at once, its answer comes so many seconds later", "2", _seconds
    ),
    "trickle": _afterwards(_trickle, "the answer's bytes are spread over so many seconds", "2", _seconds),
    # errors
    **_busy_kinds(429),
    **_busy_kinds(503),
    "500-before-taking": _instead(_ERROR, "500; nothing is taken"),
    "500-after-taking": _afterwards(_ERROR, "the order is taken, the answer is 500"),
    "502-before-taking": _instead(_BAD_GATEWAY, "a proxy's HTML page, 502; nothing is taken"),
    "502-after-taking": _afterwards(_BAD_GATEWAY, "the order is taken, the answer is a proxy's HTML page, 502"),
    "504-after-taking": _afterwards(_GATEWAY_TIMEOUT, "the order is taken, the answer is a proxy's HTML page, 504"),
    "status": _instead(_any_status, "the status in the value, with a JSON error; nothing is taken", "401", _status),
    "302": _instead(partial(_redirect, 302), "a redirect to the address in the value; nothing is taken", "/elsewhere"),
    "307": _instead(partial(_redirect, 307), "the same, asking for the same method and body", "/elsewhere"),
    "portal": _instead(_portal, "200 with a guest network's log-in page; nothing is taken"),
    # answers that cannot be read (the request is carried out)
    "truncated": _afterwards(_truncated, "Content-Length promises so many bytes more than are sent", "40", _count),
    "garbage": _afterwards(_garbage, "bytes that are no HTTP"),
    "garbage-body": _afterwards(_garbage_body, "the right status and headers, a body that is no JSON"),
    "wrong-json": _afterwards(_wrong_json, "the right status, the value as its JSON", '{"unexpected":true}'),
    "endless": _afterwards(_endless, "a body that goes on for so many MiB", "1024", _count),
    "gzip-bomb": _afterwards(_gzip_bomb, "a small compressed body that unpacks to so many MiB", "64", _count),
    # what becomes of the order (place only; the answer is as ever)
    **{fate: Kind(takes=True, why=why, deliver=_as_ever, fate=fate) for fate, why in _FATES.items()},
}
