"""One request -> one reply: repeated as `Patience` says, every foreign exception translated at this one door."""

from __future__ import annotations

import asyncio
import codecs
import email.utils
import random
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self, TypeVar

from roster_import.errors import AnswerLost, NoAnswer, NotSent, NotTold, WrongAddress
from roster_import.language.messages import say
from roster_import.model.request import Reply
from roster_import.place.send.network import (
    BadAddressError,
    BrokenError,
    Limits,
    Network,
    NotConnectedError,
    TooLargeError,
)
from roster_import.place.send.turns import Turns
from roster_import.targets.answers import fault_text, printable
from roster_import.targets.protocol import Refused, Used

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from roster_import.model.request import Request
    from roster_import.place.send.bearer import Bearer
    from roster_import.place.send.network import Answer
    from roster_import.targets.protocol import Access

    Pace = Callable[[], Awaitable[None]]

T = TypeVar("T")

MOST_BYTES = 8 * 1024 * 1024
_SECRET = 4  # characters; what is shorter is no key anybody gives out, and stands in every other word


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Time as the sender sees it, so that tests can pass it by: wall clock and monotonic seconds, sleep, chance."""

    now: Callable[[], float] = time.time
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = field(default=random.random)


class Sender:
    """An order system's address, for one run; `send` is the only way to it.

    At most `in_flight` requests are under way at once, fewer where the order system says that they are too many. Every
    request on the wire waits for `pace` first, where it is given: repeated ones and those for a token, too. No secret ever
    appears in what is raised or returned.
    """

    def __init__(
        self, access: Access, *, timeout: float, in_flight: int, clock: Clock, pace: Pace | None = None
    ) -> None:
        self._access = access
        self._url = access.url
        self._clock = clock
        self._timeout = max(timeout, access.timeout)
        self._turns = Turns(in_flight, clock.monotonic)
        self._pace = pace or _at_once
        self._bearer = _bearer(access, clock, self._pace)
        limits = Limits(
            connect=min(self._timeout, 10.0), silence=self._timeout, most_bytes=MOST_BYTES, most_idle=in_flight
        )
        headers = {**access.headers, "User-Agent": "roster-import"}
        self._network = Network(self._url, headers, limits, at_once=in_flight)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._network.aclose()

    async def send(self, request: Request, read: Callable[[Reply], T], patience: Patience) -> T:
        """Send a request, again where that is safe and may help, and return what `read` makes of the answer.

        An answer that `read` cannot trust (it raises `AnswerLost`) counts as lost. Raises `NotSent` where no try can
        have reached the order system, else `AnswerLost`.
        """
        started, lost, tried = self._clock.monotonic(), request.maybe_taken, 0
        while True:
            tried += 1
            try:
                reply = replace(await self._try(request, patience, started), after_loss=lost)
                if reply.code == 409 and "Idempotency-Key" in request.headers:
                    answer = read(reply)
                    if not isinstance(answer, Refused | Used) or (tried >= patience.tries and not lost):
                        return answer  # it says which order stands under the key, or no waiting has helped
                    if not lost and await self._waited_for_another(reply, patience, tried, started):
                        continue
                self._refuse_passing_fault(request, reply, lost=lost)
                return read(reply)
            except NotTold:
                raise  # a clear word about a look-up: asking again will not change it
            except NoAnswer as error:
                lost = lost or not isinstance(error, NotSent)
                failure = self._hushed(error)
            await self._wait_or_give_up(request, patience, failure, tried, started, lost=lost)

    async def _wait_with_all(self, patience: Patience, started: float) -> None:
        """Wait as the order system asked another request to, as that speaks for all.

        Raises `NotSent` where that is too long.
        """
        wait, why = self._turns.pause()
        if wait and self._clock.monotonic() - started + wait > patience.seconds:
            raise NotSent(why, retry_after=wait)
        if wait:
            await self._clock.sleep(wait)

    async def _waited_for_another(self, reply: Reply, patience: Patience, tried: int, started: float) -> bool:
        """Wait after a conflict over a key: perhaps it is the same order, still being taken from elsewhere.

        That is not lost, only not yet to be had. Raises `AnswerLost` where a longer wait is asked for than there is time.
        """
        wait = patience.wait(tried, asked_wait(reply, self._clock.now()), 1.0)
        if self._clock.monotonic() - started + wait > patience.seconds:
            raise AnswerLost(fault_text(reply), retry_after=wait)
        await self._clock.sleep(wait)
        return True

    def _refuse_passing_fault(self, request: Request, reply: Reply, *, lost: bool) -> None:
        if reply.code == 429 and not request.repeatable:  # turned away before it was looked at (RFC 6585, section 4)
            raise NotSent(fault_text(reply), retry_after=asked_wait(reply, self._clock.now()))
        if worth_another(reply.code, lost=lost):
            raise AnswerLost(fault_text(reply), retry_after=asked_wait(reply, self._clock.now()))

    async def _wait_or_give_up(
        self, request: Request, patience: Patience, failure: NoAnswer, tried: int, started: float, *, lost: bool
    ) -> None:
        wait = patience.wait(tried, failure.retry_after, self._clock.chance())
        spent = self._clock.monotonic() - started
        safe = request.repeatable or isinstance(failure, NotSent)
        if isinstance(failure, WrongAddress) or not safe or tried >= patience.tries or spent + wait > patience.seconds:
            if lost and isinstance(failure, NotSent):
                raise AnswerLost(str(failure), retry_after=failure.retry_after) from failure
            raise failure
        await self._clock.sleep(wait)

    async def _try(self, request: Request, patience: Patience, started: float) -> Reply:
        try:
            async with self._turns.turn():
                await self._wait_with_all(patience, started)
                reply = await self._admitted(request)
                self._heed(reply)
                return reply
        except NotConnectedError as error:
            raise NotSent(
                say("{address} cannot be reached ({reason}).", address=self._url, reason=self._words(error))
            ) from error
        except TimeoutError as error:
            raise AnswerLost(
                say("{address} did not answer within {seconds:g} seconds.", address=self._url, seconds=self._timeout)
            ) from error
        except BadAddressError as error:
            raise WrongAddress(
                say(
                    "{address} is not an address that can be used ({reason}).",
                    address=self._url,
                    reason=self._words(error),
                )
            ) from error
        except BrokenError as error:
            raise AnswerLost(
                say("{address} broke off the answer ({reason}).", address=self._url, reason=self._words(error))
            ) from error

    def _heed(self, reply: Reply) -> None:
        if reply.code == 429:
            self._turns.too_many(asked_wait(reply, self._clock.now()), fault_text(reply))
        else:
            self._turns.answered()

    async def _admitted(self, request: Request) -> Reply:
        """Exchange with the bearer token, where the order system wants one; once more with a new one after 401."""
        if self._bearer is None:
            return await self._exchange(request, {})
        headers = await self._bearer.headers(self._network.client)
        reply = await self._exchange(request, headers)
        if reply.code != 401:
            return reply
        return await self._exchange(request, await self._bearer.headers(self._network.client, instead_of=headers))

    async def _exchange(self, request: Request, admission: Mapping[str, str]) -> Reply:
        content = request.body.encode() if request.body is not None else None
        headers = {**request.headers, **admission}
        self._refuse_elsewhere(request.path)
        await self._pace()
        try:
            # An answer may trickle, but not for ever; our own waiting for a turn is none of its time.
            async with asyncio.timeout(self._timeout * 1.5):
                answer = await self._network.exchange(request.method, request.path, headers, content)
        except TooLargeError as error:
            raise AnswerLost(
                say(
                    "{address} sent an answer of more than {megabytes} MB; it was not read.",
                    address=self._url,
                    megabytes=MOST_BYTES // 1024**2,
                )
            ) from error
        if 300 <= answer.code < 400:
            # Whoever redirects a placing may have taken it first: only a reading proves nothing was placed.
            raise (WrongAddress if request.method == "GET" else AnswerLost)(self._redirected(answer))
        told = answer.headers
        retry_after = told.get("retry-after") or _interval(answer)
        return Reply(code=answer.code, text=self._text(answer), retry_after=retry_after, date=told.get("date", ""))

    def _refuse_elsewhere(self, path: str) -> None:
        """A whole address in the place of a path would be asked instead of ours, with our key: a link in an answer is one."""
        if not path.startswith("/"):
            raise WrongAddress(
                say(
                    "{address} is not asked at {place}, as that would hand your key on.",
                    address=self._url,
                    place=self._without_secret(printable(path)),
                )
            )

    def _text(self, answer: Answer) -> str:
        text = _decoded(answer.body, answer.headers.get("content-type", ""))
        # What is read as an order stays as it is, whatever the key: a short one may stand in a player's name.
        return self._without_secret(text) if answer.code >= 400 or not _is_json(text) else text

    def _redirected(self, answer: Answer) -> str:
        place = printable(answer.headers.get("location", "")) or "elsewhere"
        return say(
            "{address} answers with a redirect (HTTP {code}) to {place}, which is not followed, as it would hand your key on. "
            "Set the address of the order system itself.",
            address=self._url,
            code=answer.code,
            place=self._without_secret(place),
        )

    def _words(self, error: Exception) -> str:
        return self._without_secret(printable(str(error))) or type(error).__name__

    def _hushed(self, error: NoAnswer) -> NoAnswer:
        """The same trouble without any secret in its words: they may quote an answer."""
        words = self._without_secret(str(error))
        return error if words == str(error) else type(error)(words, retry_after=error.retry_after)

    def _without_secret(self, text: str) -> str:
        for secret in (*self._access.secrets, *(self._bearer.secrets if self._bearer else ())):
            text = text.replace(secret, "•••") if len(secret) >= _SECRET else text
        return text


def _bearer(access: Access, clock: Clock, pace: Pace) -> Bearer | None:
    if access.token is None:
        return None
    from roster_import.place.send.bearer import Bearer

    return Bearer(access.token, clock.monotonic, pace)


async def _at_once() -> None:
    """No pace: every request goes when it is ready."""


def _decoded(data: bytes, content_type: str) -> str:
    """The text of an answer: in UTF-8, as JSON is (RFC 8259, section 8.1), unless it shows that it is in another."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(_WESTERN.get(_charset(content_type), "utf-8-sig"), errors="replace")


def _charset(content_type: str) -> str:
    """What a `Content-Type` says of the letters of a text, in small letters."""
    import email.message

    told = email.message.Message()
    told["Content-Type"] = content_type
    return (told.get_content_charset() or "").casefold()


# What an answer that is no UTF-8 may say it is; what else is named is not tried: some take very long over long texts.
_WESTERN = {"iso-8859-1": "cp1252", "latin1": "cp1252", "iso-8859-15": "iso-8859-15", "windows-1252": "cp1252"}


def _is_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def _interval(answer: Answer) -> str:
    """The seconds after which a system that tells its limits lets requests in again (JTL › Rate limits)."""
    told = answer.headers.get("x-ratelimit-interval-length-seconds", "")
    return told if answer.code == 429 else ""


# ------------------------------------------------------------------------------------------------------------ patience


_GAVE_UP = frozenset({408, 425, 429, 499})  # who answered so waited no longer, or had not looked; 499 as nginx has it


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often and how long one request is tried: `tries` in all, within `seconds`, waits doubling from `first`."""

    tries: int = 5
    seconds: float = 60.0
    first: float = 0.5
    longest: float = 8.0

    def wait(self, tried: int, asked: float | None, chance: float) -> float:
        """Seconds until the next try: what was asked for, else a random part of a doubling wait (full jitter)."""
        if asked is not None:
            return asked
        return float(min(self.longest, self.first * 2 ** (tried - 1))) * (0.5 + chance / 2)


def proves_nothing(code: int) -> bool:
    """Whether an answer with this code leaves open what became of the request.

    A no is what an order system says of a request it has read: of 500 and above (RFC 9110, section 15.6), whoever says it,
    a gateway's 520 to 526 among them, none is one.
    """
    return code >= 500 or code in _GAVE_UP


def worth_another(code: int, *, lost: bool) -> bool:
    """Whether asking again may help after an answer with this code; `lost`: an earlier answer to it was lost."""
    # 409 after a lost answer: the first sending is still being worked on (IETF draft Idempotency-Key, section 2.6).
    return proves_nothing(code) or (code == 409 and lost)


def asked_wait(reply: Reply, now: float) -> float | None:
    """Seconds asked for by `Retry-After`, given as seconds or as an HTTP date; None where it is not."""
    text = reply.retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - now) if text else None
    except (TypeError, ValueError, OverflowError):
        return None
