"""A wire between a program and a server that does what wires do: it takes its time, is silent, and breaks at the worst moment."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Wire:
    """Carries what is sent to `url` there and back. `delay`: seconds each way; `silent`: nothing gets through any more, from the
    moment that the program has said `silent_at`.

    `slow_at` is what the program says that takes `slow_for` seconds, once; everything else goes on. `breaks_at` is what it says
    at which its connection breaks, once: behind it, `heard`, or before it gets through.

    `exchanges` is how often the program has spoken and the server answered, over all connections; what is said in one go,
    before an answer comes, is one.
    """

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self.delay = 0.0
        self.silent = False
        self.silent_at = b""
        self.slow_at, self.slow_for = b"", 0.0
        self.slowed = 0.0  # when that was over
        self.breaks_at = b""
        self.heard = True
        self.broke = 0
        self.exchanges = 0
        self._counting = threading.Lock()
        threading.Thread(target=self._open_door, daemon=True).start()

    def _open_door(self) -> None:
        with suppress(OSError):
            while True:
                program, _ = self._door.accept()
                try:
                    server = socket.create_connection(self._server)
                except OSError:  # nobody is there just now
                    program.close()
                    continue
                for end in (program, server):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                breaks, asked = threading.Event(), threading.Event()
                for carry in (self._there, self._back):
                    threading.Thread(target=carry, args=(program, server, breaks, asked), daemon=True).start()

    def _there(
        self, program: socket.socket, server: socket.socket, breaks: threading.Event, asked: threading.Event
    ) -> None:
        with suppress(OSError), self._both(program, server):
            while said := program.recv(65536):
                asked.set()
                if self.breaks_at and self.breaks_at in said:
                    breaks.set()
                    self.breaks_at, self.broke = b"", self.broke + 1
                    if self.heard:
                        server.sendall(said)
                        time.sleep(0.2)  # it is done there
                    break
                if self.slow_at and self.slow_at in said:
                    self.slow_at = b""
                    time.sleep(self.slow_for)
                    self.slowed = time.monotonic()
                self._carry(said, server)
                if self.silent_at and self.silent_at in said:
                    self.silent_at, self.silent = b"", True

    def _back(
        self, program: socket.socket, server: socket.socket, breaks: threading.Event, asked: threading.Event
    ) -> None:
        with suppress(OSError), self._both(program, server):
            while said := server.recv(65536):
                if asked.is_set():
                    asked.clear()
                    with self._counting:
                        self.exchanges += 1
                if not breaks.is_set():
                    self._carry(said, program)

    def _carry(self, said: bytes, end: socket.socket) -> None:
        if self.delay:
            time.sleep(self.delay)
        if not self.silent:
            end.sendall(said)

    @contextmanager
    def _both(self, program: socket.socket, server: socket.socket) -> Iterator[None]:
        """Both ends are closed at the end of the block."""
        try:
            yield
        finally:
            self._end(program, server)

    @staticmethod
    def _end(*ends: socket.socket) -> None:
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def close(self) -> None:
        """Nobody comes in any more."""
        self._door.close()


@contextmanager
def wire(address: str) -> Iterator[tuple[Wire, str]]:
    """A wire to the database at an address, and the address at its end."""
    before, _, port = address.rpartition(":")
    port, _, database = port.partition("/")
    carrying = Wire("127.0.0.1", int(port))
    try:
        yield carrying, f"{before}:{carrying.port}/{database}"
    finally:
        carrying.close()
