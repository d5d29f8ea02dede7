"""Sockets: requests read from connections, deliveries written to them, HTTP/1.1 with keep-alive."""

from __future__ import annotations

import signal
import socket
import struct
import sys
import threading
import traceback
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import TYPE_CHECKING, Any, Self, cast

from roster_import.sandbox.desk import Desk, all_routes, control_routes
from roster_import.sandbox.dropday import system as dropday
from roster_import.sandbox.faults import FaultPlan, parse_fault
from roster_import.sandbox.jtl import system as jtl
from roster_import.sandbox.kitmaker import system as kitmaker
from roster_import.sandbox.messages import Delivery, Ending, Request, encode_head, error_reply
from roster_import.sandbox.state import Clock, Store
from roster_import.sandbox.switches import SandboxError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from types import FrameType

    from roster_import.sandbox.desk import System
    from roster_import.sandbox.options import SandboxOptions


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roster_import.sandbox.messages import Reply

    _Accepted = socket.socket | tuple[bytes, socket.socket]

_LARGEST_BODY = 16 * 1024 * 1024
_TOO_LARGE = f"The request body must not be larger than {_LARGEST_BODY} bytes"
_DRAINED = 4 * _LARGEST_BODY
_IDLE_SECONDS = 300
_TRICKLE_STEPS = 20
_CHUNK = 64 * 1024
_LOOK_FOR_CLOSING = 0.5  # only where `wake` could not connect
_CLOSING_SECONDS = 5.0
_DRAINING_SECONDS = 2.0
_LINGER_FORM = "hh" if sys.platform == "win32" else "ii"


class SandboxServer(ThreadingHTTPServer):
    """Accepts connections, one thread each. `deliver` answers requests; `log` is given one line for each, if any."""

    daemon_threads = True
    request_queue_size = 512

    def __init__(
        self,
        address: tuple[str, int],
        deliver: Callable[[Request], Delivery],
        closing: threading.Event,
        log: Callable[[str], None] | None,
    ) -> None:
        self.deliver = deliver
        self.closing = closing
        self.log = log
        self._open: set[socket.socket] = set()
        self._changed = threading.Condition()
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Connection)

    def server_bind(self) -> None:
        """Bind without asking a name server what the machine is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def serve_until_closing(self) -> None:
        """Take connections until `closing` is set; `wake` makes it look at once."""
        self.socket.settimeout(_LOOK_FOR_CLOSING)
        while not self.closing.is_set():
            self.handle_request()

    def wake(self) -> None:
        """Connect once, so that whoever waits for a connection looks up; nothing is answered once `closing` is set."""
        with suppress(OSError):
            socket.create_connection((self.server_name, self.server_port), _LOOK_FOR_CLOSING).close()

    def verify_request(self, request: _Accepted, client_address: object) -> bool:
        """Whether a connection is served at all: none is while closing."""
        return not self.closing.is_set()

    def process_request(self, request: _Accepted, client_address: object) -> None:
        """Serve one connection in a thread, known to `end_connections` from this moment on."""
        with self._changed:
            self._open.add(cast("socket.socket", request))
        super().process_request(request, client_address)

    def shutdown_request(self, request: _Accepted) -> None:
        """Close one connection, which is known no longer."""
        super().shutdown_request(request)
        with self._changed:
            self._open.discard(cast("socket.socket", request))
            self._changed.notify_all()

    def end_connections(self) -> None:
        """Cut every open connection and wait until its thread is gone."""
        with self._changed:
            for connection in self._open:
                with suppress(OSError):  # the other side was quicker
                    connection.shutdown(socket.SHUT_RDWR)
            self._changed.wait_for(lambda: not self._open, _CLOSING_SECONDS)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say what went wrong with a connection to the log alone."""
        self.say(traceback.format_exc())

    def say(self, line: str) -> None:
        """Give a line to the log, if there is one."""
        if self.log:
            self.log(line)


class _Connection(BaseHTTPRequestHandler):
    """One connection: reads requests, sends deliveries, keeps alive as HTTP/1.1 does."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = _IDLE_SECONDS
    server: SandboxServer

    def _serve(self) -> None:
        try:
            self._answer(self._read_body())
        except _BodyError as error:
            self._refuse_body(error)
        except OSError:
            self.close_connection = True  # the caller went away: that is allowed

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _serve  # noqa: N815 - names the library looks up

    def _answer(self, body: bytes) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(method=self.command, target=self.path, headers=headers, body=body)
        try:
            delivery = self.server.deliver(request)
        except Exception as error:  # noqa: BLE001 - a mistake of ours is an answer too, and the log has it whole
            self.server.say(traceback.format_exc())
            delivery = Delivery(reply=error_reply(500, f"The sandbox failed: {type(error).__name__}: {error}"))
        self.server.say(f"{self.client_address[0]} {self.command} {self.path} {delivery.status or '-'}")
        self._send(delivery)

    # ------------------------------------------------------------------------------------------------- reading

    def _read_body(self) -> bytes:
        """The request's body; raises _BodyError where it is too large or its length makes no sense."""
        if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
            return b"".join(self._chunks())
        return self._read(_length(self.headers.get("Content-Length", "0"), 10))

    def _chunks(self) -> Iterator[bytes]:
        taken = 0
        while size := _length(self.rfile.readline(_CHUNK).split(b";")[0].decode("latin-1"), 16):
            taken += size
            if taken > _LARGEST_BODY:
                raise _BodyError(413, _TOO_LARGE)
            yield self._read(size)
            self.rfile.readline(_CHUNK)  # the line end after a chunk
        while self.rfile.readline(_CHUNK).strip():
            pass  # trailers

    def _read(self, size: int) -> bytes:
        content = self.rfile.read(size)
        if len(content) < size:
            raise ConnectionResetError("the request ended early")
        return content

    def _refuse_body(self, error: _BodyError) -> None:
        self._send(Delivery(reply=error_reply(error.status, str(error)), ending=Ending.CLOSE))
        self.connection.shutdown(socket.SHUT_WR)
        self.connection.settimeout(_DRAINING_SECONDS)
        drained = 0  # closing with unread bytes would reset the connection before the answer is read
        while drained < _DRAINED and (piece := self.connection.recv(_CHUNK)):
            drained += len(piece)

    # ------------------------------------------------------------------------------------------------- sending

    def _send(self, delivery: Delivery) -> None:
        self.server.closing.wait(delivery.wait)
        if delivery.ending is not Ending.KEEP:
            self.close_connection = True
        if delivery.raw:
            self.connection.sendall(delivery.raw)
        if delivery.reply is not None:
            self._send_reply(delivery, delivery.reply)
        if delivery.ending is Ending.RESET:
            self._reset()

    def _send_reply(self, delivery: Delivery, reply: Reply) -> None:
        head = encode_head(
            reply, missing=delivery.missing, endless=bool(delivery.endless), closing=self.close_connection
        )
        content = head if self.command == "HEAD" else head + reply.body
        for piece in _pieces(content, _TRICKLE_STEPS if delivery.trickle else 1):
            self.connection.sendall(piece)
            self.server.closing.wait(delivery.trickle / _TRICKLE_STEPS)
        for piece in _endless_chunks(delivery.endless):
            self.connection.sendall(piece)

    def _reset(self) -> None:
        """Close with RST, which a connection that may not linger gets; before the library can shut it down with FIN."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(_LINGER_FORM, 1, 0))
        self.connection.close()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is no HTTP in the form every other error has."""
        self._send(Delivery(reply=error_reply(code, message or explain or "Bad request"), ending=Ending.CLOSE))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """What the library wants to say goes to the log alone."""
        self.server.say(format % args)


class _BodyError(Exception):
    """A request's body that is not read, and the status that says so."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def _length(text: str, base: int) -> int:
    try:
        length = int(text.strip(), base)
    except ValueError as error:
        raise _BodyError(400, "The length of the request body is not a number") from error
    if not 0 <= length <= _LARGEST_BODY:
        raise _BodyError(413, _TOO_LARGE)
    return length


def _pieces(content: bytes, count: int) -> Iterator[bytes]:
    size = -(-len(content) // count)
    for start in range(0, len(content), size):
        yield content[start : start + size]


def _endless_chunks(mebibytes: int) -> Iterator[bytes]:
    """A JSON array without an end, in chunks; the connection is closed in the middle of it."""
    if mebibytes:
        chunk = b"%x\r\n%b\r\n" % (_CHUNK, b"[" * _CHUNK)
        for _ in range(mebibytes * 16):
            yield chunk


# --------------------------------------------------------------------------------------------------- a started sandbox


_LOOK_FOR_SIGNAL = 0.5  # an endless wait is not interrupted by Ctrl-C on Windows


class RunningSandbox:
    """A sandbox that answers at `url` until it is closed; also a context manager."""

    def __init__(self, options: SandboxOptions) -> None:
        self._closing = threading.Event()
        self._store = Store(options.state, *(home.SCHEMA for home in (kitmaker, dropday, jtl)))
        try:
            clock = Clock(self._store)
            world = (options, self._store, clock, self._closing.wait)
            systems: list[System] = [kitmaker.KitMaker(*world), dropday.Dropday(*world), jtl.Jtl(*world)]
            routes = all_routes(systems)
            faults = FaultPlan(options.faults, options.seed, routes)
            self._desk = Desk(systems, routes, faults, clock, self._closing.wait)
            self._desk.control = control_routes(self._desk) if options.control else ()
            self._server = _listen(options, self._desk, self._closing)
        except BaseException:
            self._store.close()
            raise
        self.url = _url(options.host, self._server.server_port)
        self._thread = threading.Thread(target=self._server.serve_until_closing, daemon=True)
        self._thread.start()

    def orders(self) -> list[dict[str, Any]]:
        """Everything taken so far, oldest first, as GET /sandbox/orders shows it."""
        return self._desk.orders()

    def requests(self) -> list[dict[str, Any]]:
        """Every request that came, as GET /sandbox/requests shows it."""
        return self._desk.log.entries()

    def ask_for(self, *specifications: str) -> None:
        """Ask for faults, such as `place:drop-after-taking`."""
        self._desk.faults.add([parse_fault(text) for text in specifications])

    def clear_faults(self) -> None:
        """Ask for no fault any more."""
        self._desk.faults.clear()

    def advance(self, seconds: float) -> None:
        """Move the sandbox's time on."""
        self._desk.clock.advance(seconds)

    def set_time(self, moment: datetime) -> None:
        """Make it that moment, which must have a zone."""
        self._desk.clock.set(moment)

    def reset(self) -> None:
        """Make it as new: no orders, no keys, no requests, no faults, and the machine's own time."""
        self._desk.reset()

    def close(self) -> None:
        """Stop answering, cut every connection and close the state file; a second time does nothing."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._server.wake()
        self._thread.join()
        self._server.end_connections()
        self._server.server_close()
        self._desk.end()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def start(options: SandboxOptions) -> RunningSandbox:
    """Start a sandbox in a thread of its own; it listens when this returns.

    Raises SandboxError where the address, the state file, the catalogue or a fault cannot be used.
    """
    return RunningSandbox(options)


def serve_forever(options: SandboxOptions, ready: Callable[[str], None]) -> None:
    """Serve until SIGTERM or an interrupt from the keyboard; `ready` is given the address once it listens.

    Raises SandboxError as `start` does.
    """
    stop = threading.Event()

    def stopping(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = signal.signal(signal.SIGTERM, stopping)
    try:
        with start(options) as sandbox:
            ready(sandbox.url)
            while not stop.wait(_LOOK_FOR_SIGNAL):
                pass
    except KeyboardInterrupt:
        pass  # the usual way to stop it
    finally:
        signal.signal(signal.SIGTERM, before)


def _listen(options: SandboxOptions, desk: Desk, closing: threading.Event) -> SandboxServer:
    try:
        return SandboxServer((options.host, options.port), desk.deliver, closing, options.log)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SandboxError(
            f"The sandbox cannot listen on {options.host}:{options.port}: {reason}. Choose another host or port."
        ) from error


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
