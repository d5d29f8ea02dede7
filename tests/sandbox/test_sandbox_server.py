"""The sockets: what a caller may send, how the sandbox starts and stops, and that it keeps quiet."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from roster_import.sandbox import SandboxError, SandboxOptions, serve_forever, start
from roster_import.sandbox import desk as desk_module

KEY = b"X-Api-Key: sandbox-key\r\n"


def exchange(caller: Any, *pieces: bytes) -> bytes:
    """Send bytes over a bare socket and return all that comes back until the other side closes."""
    with socket.create_connection(("127.0.0.1", int(caller.sandbox.url.rpartition(":")[2])), 5) as connection:
        for piece in pieces:
            connection.sendall(piece)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return answer


def test_one_connection_serves_many_requests(caller):
    request = b"GET /api/logo/100113 HTTP/1.1\r\nHost: x\r\n" + KEY
    answer = exchange(caller, (request + b"\r\n") * 3 + request + b"Connection: close\r\n\r\n")
    assert answer.count(b"HTTP/1.1 200 OK\r\n") == 4
    assert answer.count(b"Connection: close\r\n") == 1


def test_http_1_0_is_answered_once(caller):
    answer = exchange(caller, b"GET /api/health/ping HTTP/1.0\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert answer.endswith(b"\r\nConnection: close\r\n\r\npong")


def test_head_has_no_body(caller):
    answer = exchange(caller, b"HEAD /api/health/ping HTTP/1.1\r\nConnection: close\r\n\r\n")
    assert b"Content-Length: 4\r\n" in answer
    assert answer.endswith(b"\r\n\r\n")


def test_a_body_in_chunks(caller, small):
    content = json.dumps(small).encode()
    answer = caller.call("POST", "/api/orders", content=(content[at : at + 7] for at in range(0, len(content), 7)))
    assert (answer.status_code, caller.taken) == (202, 1)
    assert answer.request.headers["transfer-encoding"] == "chunked"


def test_a_caller_who_asks_before_sending_the_body(caller, small):
    content = json.dumps(small).encode()
    head = b"POST /api/orders HTTP/1.1\r\n%bConnection: close\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n"
    answer = exchange(caller, head % (KEY, len(content)), content)
    assert answer.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\n")


@pytest.mark.parametrize(
    ("method", "path", "status", "message"),
    [
        ("GET", "/", 404, "GET / is not served here"),
        ("GET", "/api/orders/abc", 404, "GET /api/orders/abc is not served here"),
        ("GET", "/api/orders", 405, "GET /api/orders is not served here"),
        ("DELETE", "/api/orders/4711", 405, "DELETE /api/orders/4711 is not served here"),
        ("PATCH", "/api/logos", 405, "PATCH /api/logos is not served here"),
    ],
)
def test_what_is_not_served(caller, method, path, status, message):
    answer = caller.call(method, path)
    assert (answer.status_code, answer.json()["message"]) == (status, message)


@pytest.mark.parametrize(
    ("head", "body", "status"),
    [
        (b"Content-Length: 16777217\r\n", b"", b"413 Content Too Large"),
        (b"Content-Length: lots\r\n", b"", b"400 Bad Request"),
        (b"Content-Length: -1\r\n", b"", b"413 Content Too Large"),
        (b"Transfer-Encoding: chunked\r\n", b"zz\r\n", b"400 Bad Request"),
        (b"Transfer-Encoding: chunked\r\n", b"fffffff\r\n", b"413 Content Too Large"),
    ],
)
def test_bodies_that_are_not_read(caller, head, body, status):
    with socket.create_connection(("127.0.0.1", int(caller.sandbox.url.rpartition(":")[2])), 5) as connection:
        connection.sendall(b"POST /api/orders HTTP/1.1\r\n" + KEY + head + b"\r\n" + body)
        answer = connection.recv(65536)
    assert answer.startswith(b"HTTP/1.1 " + status)
    assert b"\r\nConnection: close\r\n" in answer


def test_a_large_body_is_refused_with_an_answer(caller):
    answer = caller.call("POST", "/api/orders", content=b" " * (17 * 1024 * 1024))
    message = "The request body must not be larger than 16777216 bytes"
    assert (answer.status_code, answer.json()["message"]) == (413, message)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (b"nonsense\r\n\r\n", b"400 Bad Request"),
        (b"GET / HTTP/9.9\r\n\r\n", b"505 HTTP Version Not Supported"),
        (b"GET /" + b"x" * 65_532, b"414 URI Too Long"),
        (b"BREW /pot HTTP/1.1\r\n\r\n", b"501 Not Implemented"),
        (b"\x16\x03\x01\r\n", b"400 Bad Request"),
    ],
)
def test_what_is_no_http(caller, line, status):
    head, _, body = exchange(caller, line).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 " + status + b"\r\n")
    assert set(json.loads(body)) == {"error", "message"}


def test_a_request_that_ends_early_takes_nothing(caller, small):
    content = json.dumps(small).encode()
    with socket.create_connection(("127.0.0.1", int(caller.sandbox.url.rpartition(":")[2])), 5) as connection:
        connection.sendall(b"POST /api/orders HTTP/1.1\r\n%bContent-Length: %d\r\n\r\n" % (KEY, len(content) + 1))
        connection.sendall(content)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(100) == b""
    assert caller.taken == 0


# ------------------------------------------------------------------------------------------------------ many at once


@pytest.mark.drill
@pytest.mark.parametrize("keys", [100, 1])
def test_a_hundred_orders_from_a_hundred_connections(sandbox, small, tmp_path, keys):
    caller = sandbox(state=tmp_path / "state.sqlite")
    answers: list[tuple[int, int]] = []

    def place(which: int) -> None:
        connection = http.client.HTTPConnection(caller.sandbox.url.removeprefix("http://"), timeout=20)
        headers = {"X-Api-Key": "sandbox-key", "Idempotency-Key": f"k{which % keys}"}
        connection.request("POST", "/api/orders", json.dumps(small), headers)
        answer = connection.getresponse()
        answers.append((answer.status, json.loads(answer.read())["id"]))
        connection.close()

    threads = [threading.Thread(target=place, args=(which,)) for which in range(100)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert time.monotonic() - begun < 5
    assert sorted(answers) == [(202, 4711 + which * keys // 100) for which in range(100)]
    assert [order["requests"] for order in caller.sandbox.orders()] == [100 // keys] * keys


# -------------------------------------------------------------------------------------------------- starting, stopping


def test_nothing_is_said_unless_asked(caller, small, capfd):
    caller.ask_for("any:garbage", "any:drop-after-taking")
    for content in (b"nonsense\r\n\r\n", b"GET /api/logos HTTP/1.1\r\n\r\n"):
        exchange(caller, content)
    with pytest.raises(ConnectionResetError):
        exchange(caller, b"GET /api/logos HTTP/1.1\r\n\r\n")
    assert capfd.readouterr() == ("", "")


def test_the_log_gets_a_line_per_request(sandbox, small):
    lines: list[str] = []
    caller = sandbox(log=lines.append)
    caller.ask_for("poll:drop-before-taking")
    caller.place(small)
    with pytest.raises(ConnectionResetError):
        exchange(caller, b"GET /api/orders/1 HTTP/1.1\r\n\r\n")
    assert lines == ["127.0.0.1 POST /api/orders 202", "127.0.0.1 GET /api/orders/1 -"]


def test_a_mistake_of_ours_is_an_answer(sandbox, monkeypatch):
    lines: list[str] = []
    caller = sandbox(log=lines.append)
    monkeypatch.setattr(desk_module, "find_route", lambda *_: 1 / 0)
    answer = caller.call("GET", "/api/logos")
    assert answer.status_code == 500
    assert answer.json()["message"] == "The sandbox failed: ZeroDivisionError: division by zero"
    assert "Traceback" in lines[0]


def test_closing_cuts_what_hangs():
    before = set(threading.enumerate())
    with start(SandboxOptions(faults=("any:hang-after-taking=600",))) as sandbox:
        hanging = socket.create_connection(("127.0.0.1", int(sandbox.url.rpartition(":")[2])), 5)
        hanging.sendall(b"GET /api/logos HTTP/1.1\r\n" + KEY + b"\r\n")
        while not sandbox.requests():
            time.sleep(0.005)
        begun = time.monotonic()
    assert time.monotonic() - begun < 2
    with hanging:
        assert hanging.recv(100) == b""
    sandbox.close()
    assert set(threading.enumerate()) <= before


def test_a_port_in_use():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SandboxError) as raised:
            start(SandboxOptions(port=port))
    reason = os.strerror(98) if sys.platform == "linux" else "Address already in use"
    message = f"The sandbox cannot listen on 127.0.0.1:{port}: {reason}. Choose another host or port."
    assert raised.value.message == message


@pytest.mark.parametrize("port", [-1, 70_000])
def test_a_port_that_is_none(port):
    with pytest.raises(SandboxError, match=f"The sandbox cannot listen on 127.0.0.1:{port}: "):
        start(SandboxOptions(port=port))


def test_the_key_is_not_shown():
    assert "s3cret" not in repr(SandboxOptions(api_key="s3cret"))


def test_another_key_than_the_usual_one(sandbox):
    caller = sandbox(api_key="nøgle")
    url = caller.sandbox.url + "/api/logos"
    assert caller.client.get(url, headers={"X-Api-Key": "sandbox-key"}).status_code == 401


def test_importing_the_package_is_cheap():
    heavy = "[name for name in ('http.server', 'sqlite3', 'socketserver', 'email', 'ssl') if name in sys.modules]"
    code = f"import sys, roster_import.sandbox; print({heavy})"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.drill
def test_serving_until_told_to_stop():
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background ignores it
        "from roster_import.sandbox import *\n"
        "serve_forever(SandboxOptions(), lambda url: print(url, flush=True))\n"
        "print('stopped')\n"
    )
    for ending in (signal.SIGTERM, signal.SIGINT):
        with subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as one:
            assert one.stdout is not None
            url = one.stdout.readline().strip()
            connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=5)
            connection.request("GET", "/api/health/ping")
            assert connection.getresponse().read() == b"pong"
            one.send_signal(ending)
            out, err = one.communicate(timeout=5)
            connection.close()
        assert (one.returncode, out, err) == (0, "stopped\n", "")


def test_serving_says_where_and_gives_the_signal_back():
    before = signal.getsignal(signal.SIGTERM)
    seen: list[str] = []

    def ready(url: str) -> None:
        seen.append(url)
        os.kill(os.getpid(), signal.SIGTERM)

    serve_forever(SandboxOptions(), ready)
    assert seen[0].startswith("http://127.0.0.1:")
    assert signal.getsignal(signal.SIGTERM) == before
