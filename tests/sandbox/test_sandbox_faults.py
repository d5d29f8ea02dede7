"""Every fault happens as asked for: to whom, when, how often; and takes the order or does not."""

from __future__ import annotations

import json
import re
import socket
import time
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from roster_import.sandbox import SandboxError, SandboxOptions, start
from roster_import.sandbox.fault_kinds import KINDS
from roster_import.sandbox.faults import Fault, fault_from, parse_fault
from tests.conftest import until

PLACED = '{"id":4711,"orderNumber":"20002502","status":"Pending"}'


def test_every_kind_is_tried_here():
    source = Path(__file__).read_text("utf-8")
    tried = set(re.findall(r'"(?:place|any):([a-z0-9-]+)', source))
    assert [kind for kind in KINDS if kind not in tried] == []


def raw(caller: Any, body: Any, seconds: float = 5) -> bytes:
    """Place a body over a bare socket and return every byte that comes back; ConnectionResetError where it is reset."""
    content = json.dumps(body).encode()
    host, port = caller.sandbox.url.removeprefix("http://").split(":")
    head = f"POST /api/orders HTTP/1.1\r\nHost: x\r\nX-Api-Key: sandbox-key\r\nContent-Length: {len(content)}\r\n\r\n"
    with socket.create_connection((host, int(port)), seconds) as connection:
        connection.sendall(head.encode() + content)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return answer


# ------------------------------------------------------------------------------------------------ the connection


@pytest.mark.parametrize(("fault", "taken"), [("place:drop-before-taking", 0), ("place:drop-after-taking", 1)])
def test_reset(caller, small, fault, taken):
    caller.ask_for(fault)
    with pytest.raises(ConnectionResetError):
        raw(caller, small)
    assert caller.taken == taken


@pytest.mark.parametrize(("fault", "taken"), [("place:close-before-taking", 0), ("place:close-after-taking", 1)])
def test_closed_without_an_answer(caller, small, fault, taken):
    caller.ask_for(fault)
    assert raw(caller, small) == b""
    assert caller.taken == taken


def test_after_a_lost_answer_the_same_key_finds_the_order(caller, small):
    caller.ask_for("place:drop-after-taking*2")
    for _ in range(2):
        with pytest.raises(httpx.TransportError):
            caller.place(small, "k")
    assert caller.place(small, "k").text == PLACED
    assert [order["requests"] for order in caller.sandbox.orders()] == [3]


@pytest.mark.parametrize(("fault", "taken"), [("place:hang-before-taking=30", 0), ("place:hang-after-taking=30", 1)])
def test_hang(caller, small, fault, taken):
    caller.ask_for(fault)
    with pytest.raises(TimeoutError):
        raw(caller, small, 0.04)
    assert caller.taken == taken


def test_a_hang_ends_without_an_answer(caller, small):
    caller.ask_for("place:hang-after-taking=0.05")
    begun = time.monotonic()
    assert raw(caller, small) == b""
    assert time.monotonic() - begun >= 0.05


# --------------------------------------------------------------------------------------------------------- time


@pytest.mark.parametrize("fault", ["place:slow-after-taking=0.06", "place:trickle=0.06"])
def test_slow_answers(caller, small, fault):
    caller.ask_for(fault)
    begun = time.monotonic()
    assert caller.place(small).text == PLACED
    assert time.monotonic() - begun >= 0.06


def test_a_trickle_beats_a_timeout_between_bytes(caller, small):
    caller.ask_for("place:trickle=0.2")
    answer = caller.client.post(
        caller.sandbox.url + "/api/orders", json=small, headers={"X-Api-Key": "sandbox-key"}, timeout=0.1
    )
    assert answer.text == PLACED


def test_an_order_can_be_taken_after_the_caller_gave_up(caller, small):
    caller.ask_for("place:slow-before-taking=0.1")
    with pytest.raises(TimeoutError):
        raw(caller, small, 0.04)
    assert caller.taken == 0
    deadline = time.monotonic() + 3
    while not caller.taken and time.monotonic() < deadline:
        time.sleep(0.01)
    assert caller.taken == 1


def test_an_order_can_be_taken_after_the_connection_was_dropped(caller, small):
    caller.ask_for("place:drop-and-take-later=0.1")
    with pytest.raises(ConnectionResetError):
        raw(caller, small)
    assert caller.taken == 0
    until(lambda: caller.taken == 1)


def test_what_is_to_be_taken_later_is_given_up_where_the_sandbox_closes(small):
    with start(SandboxOptions(faults=("place:drop-and-take-later=600",))) as sandbox:
        with pytest.raises(httpx.TransportError):
            httpx.post(f"{sandbox.url}/api/orders", json=small, headers={"X-Api-Key": "sandbox-key"})
        begun = time.monotonic()
    assert time.monotonic() - begun < 60


# ------------------------------------------------------------------------------------------------------- errors


@pytest.mark.parametrize(
    ("fault", "status", "message"),
    [
        ("place:429=7", 429, "Too many requests. Try again later."),
        ("place:503=7", 503, "The service is temporarily unavailable."),
    ],
)
def test_come_back_in_seconds(caller, small, fault, status, message):
    caller.ask_for(fault)
    answer = caller.place(small)
    assert (answer.status_code, answer.headers["retry-after"]) == (status, "7")
    assert answer.json()["message"] == message
    assert caller.taken == 0


@pytest.mark.parametrize("fault", ["place:429-date=30", "place:503-date=30"])
def test_come_back_at_a_date(caller, small, fault):
    caller.ask_for(fault)
    moment = parsedate_to_datetime(caller.place(small).headers["retry-after"]).timestamp()
    assert 29 < moment - time.time() <= 31
    assert caller.taken == 0


@pytest.mark.parametrize("fault", ["place:429-bare", "place:503-bare"])
def test_come_back_sometime(caller, small, fault):
    caller.ask_for(fault)
    answer = caller.place(small)
    assert (str(answer.status_code), "retry-after" in answer.headers) == (fault[6:9], False)


@pytest.mark.parametrize(("fault", "taken"), [("place:500-before-taking", 0), ("place:500-after-taking", 1)])
def test_server_errors(caller, small, fault, taken):
    caller.ask_for(fault)
    answer = caller.place(small)
    assert answer.status_code == 500
    assert answer.json() == {"error": "Internal Server Error", "message": "An unexpected error occurred"}
    assert caller.taken == taken


@pytest.mark.parametrize(
    ("fault", "title", "taken"),
    [
        ("place:502-before-taking", "502 Bad Gateway", 0),
        ("place:502-after-taking", "502 Bad Gateway", 1),
        ("place:504-after-taking", "504 Gateway Time-out", 1),
    ],
)
def test_a_proxys_page(caller, small, fault, title, taken):
    caller.ask_for(fault)
    answer = caller.place(small)
    assert (answer.status_code, answer.headers["content-type"]) == (int(title[:3]), "text/html; charset=utf-8")
    assert f"<h1>{title}</h1>" in answer.text
    assert caller.taken == taken


def test_any_status(caller, small):
    caller.ask_for("place:status=403")
    answer = caller.place(small)
    assert (answer.status_code, answer.json()) == (403, {"error": "Forbidden", "message": "This status was asked for"})
    assert caller.taken == 0


@pytest.mark.parametrize(
    ("fault", "location"),
    [
        ("place:302", "/elsewhere"),
        ("place:307", "/elsewhere"),
        ("place:302=http://127.0.0.1:9/x", "http://127.0.0.1:9/x"),
    ],
)
def test_redirects(caller, small, fault, location):
    caller.ask_for(fault)
    answer = caller.place(small)
    assert (str(answer.status_code), answer.headers["location"]) == (fault[6:9], location)
    assert caller.taken == 0


def test_a_followed_redirect_is_seen(caller, small):
    caller.ask_for("place:307")
    answer = caller.call("POST", "/api/orders", json=small, follow_redirects=True)
    assert answer.status_code == 404
    assert [(one["path"], one["status"]) for one in caller.sandbox.requests()] == [
        ("/api/orders", 307),
        ("/elsewhere", 404),
    ]


def test_a_guest_networks_page(caller, small):
    caller.ask_for("place:portal")
    answer = caller.place(small)
    assert (answer.status_code, "guest network" in answer.text, caller.taken) == (200, True, 0)


# --------------------------------------------------------------------------------- answers that cannot be read


def test_truncated(caller, small):
    caller.ask_for("place:truncated=100")
    answer = raw(caller, small)
    assert answer.endswith(PLACED.encode())
    assert f"Content-Length: {len(PLACED) + 100}\r\n".encode() in answer
    assert caller.taken == 1


def test_garbage(caller, small):
    caller.ask_for("place:garbage")
    assert raw(caller, small)[:4] == b"\x80\x81\x82\x83"
    assert caller.taken == 1


def test_a_body_of_garbage(caller, small):
    caller.ask_for("place:garbage-body")
    answer = caller.place(small)
    assert (answer.status_code, answer.headers["content-type"]) == (202, "application/json; charset=utf-8")
    with pytest.raises(ValueError):
        answer.json()
    assert caller.taken == 1


@pytest.mark.parametrize(
    ("fault", "document"),
    [
        ("place:wrong-json", {"unexpected": True}),
        ('place:wrong-json={"id":null}', {"id": None}),
        ("place:wrong-json=7", 7),
    ],
)
def test_wrong_json(caller, small, fault, document):
    caller.ask_for(fault)
    answer = caller.place(small)
    assert (answer.status_code, answer.json(), caller.taken) == (202, document, 1)


def test_endless(caller, small):
    caller.ask_for("place:endless=2")
    with caller.client.stream(
        "POST", caller.sandbox.url + "/api/orders", json=small, headers={"X-Api-Key": "sandbox-key"}
    ) as answer:
        sizes: list[int] = []
        with pytest.raises(httpx.RemoteProtocolError):
            sizes.extend(map(len, answer.iter_raw()))
    assert sum(sizes) == 2 * 1024 * 1024
    assert caller.taken == 1


def test_a_small_body_that_unpacks_to_a_large_one(caller, small):
    caller.ask_for("place:gzip-bomb=2")
    answer = caller.place(small)
    assert int(answer.headers["content-length"]) < 10_000
    assert len(answer.content) == 2 * 1024 * 1024
    assert caller.taken == 1


# ----------------------------------------------------------------------------------- what becomes of the order


def test_failed(caller, small):
    caller.ask_for("place:failed=No more blue cloth", "place:failed")
    assert caller.confirmed(small)["errorMessage"] == "No more blue cloth"
    assert caller.confirmed(small)["errorMessage"] == "The order could not be placed."


def test_never_ready(caller, small):
    caller.ask_for("place:never-ready")
    assert caller.confirmed(small)["status"] == "Pending"
    assert caller.confirmed(small)["status"] == "Completed"


ONE = {"size": "M", "quantity": 1, "name": "Smith", "number": "07"}


@pytest.mark.parametrize(
    ("fault", "instances"),
    [
        ("place:confirm-without-names", [{"size": "M", "quantity": 1, "number": "07"}]),
        ("place:confirm-without-numbers", [{"size": "M", "quantity": 1, "name": "Smith"}]),
        ("place:confirm-without-first", []),
        ("place:confirm-one-more", [{**ONE, "quantity": 2}]),
        ("place:confirm-other-size", [{**ONE, "size": "XS"}]),
        ("place:confirm-other-total", [ONE]),
    ],
)
def test_confirmed_as_another(caller, small, fault, instances):
    honest = caller.confirmed(small)["order"]
    caller.ask_for(fault)
    order = caller.confirmed(small)["order"]
    assert order["designs"][0]["instances"] == instances
    assert order["total"] == honest["total"] + 100 * fault.endswith("total")


def test_loose_logos_confirmed_as_others(caller, small):
    small["designs"], small["logos"] = [], [{"logoId": 100113, "quantity": 2}]
    caller.ask_for("place:confirm-one-more", "place:confirm-without-first", "place:confirm-other-size")
    assert [one["quantity"] for one in caller.confirmed(small)["order"]["logos"]] == [3]
    assert caller.confirmed(small)["order"]["logos"] == []
    assert [one["quantity"] for one in caller.confirmed(small)["order"]["logos"]] == [2]


# --------------------------------------------------------------------------------- to whom, when and how often


def statuses(caller: Any, *paths: str) -> list[int]:
    return [caller.call("GET", path).status_code for path in paths]


@pytest.mark.parametrize(
    ("target", "hit"),
    [
        ("any", [418, 418, 418]),
        ("poll", [418, 404, 200]),
        ("logo", [404, 418, 200]),
        ("logos", [404, 404, 418]),
        ("GET", [418, 418, 418]),
        ("POST", [404, 404, 200]),
        ("/api/logo/*", [404, 418, 200]),
        ("GET /api/logo*", [404, 418, 418]),
        ("POST /api/logo*", [404, 404, 200]),
    ],
)
def test_targets(caller, target, hit):
    caller.ask_for(f"{target}:status=418*always")
    assert statuses(caller, "/api/orders/1", "/api/logo/1", "/api/logos") == hit


def test_every_target_is_a_call_of_some_system(caller):
    purposes = {route.purpose for system in caller.sandbox._desk.systems for route in system.routes()}
    methods = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}
    assert set(caller.sandbox._desk.faults.targets) == purposes | methods | {"any", "unknown"}


@pytest.mark.parametrize("target", ["plcae", "dropday/plcae", "dropbay/place", "dropday/"])
def test_what_is_no_target(caller, target):
    with pytest.raises(SandboxError) as raised:
        caller.ask_for(f"{target}:429")
    targets = ", ".join(caller.sandbox._desk.faults.targets)
    assert raised.value.message == (
        f"“{target}” is nothing a fault can happen to. Write a path, or one of: {targets}; "
        "a call of one system as dropday/place."
    )


def test_a_fault_may_be_for_one_system(caller, small):
    caller.ask_for("kitmaker/place:status=418*always")
    assert caller.place(small).status_code == 418
    assert caller.call("POST", "/api/v1/orders", json=small).status_code != 418


@pytest.mark.parametrize(
    ("fault", "hit"),
    [
        ("any:status=418", [418, 200, 200, 200]),
        ("any:status=418*2", [418, 418, 200, 200]),
        ("any:status=418*always", [418, 418, 418, 418]),
        ("any:status=418+2", [200, 200, 418, 200]),
        ("any:status=418*2+1", [200, 418, 418, 200]),
        ("any:status=418%1", [418, 418, 418, 418]),
        ("any:status=418*1%1", [418, 200, 200, 200]),
    ],
)
def test_how_often_and_after_how_many(caller, fault, hit):
    caller.ask_for(fault)
    assert statuses(caller, *["/api/logos"] * 4) == hit


def test_chance_is_decided_by_the_seed(sandbox):
    runs = []
    for seed in (1, 1, 2):
        caller = sandbox(faults=("any:status=418%0.5",), seed=seed)
        runs.append(statuses(caller, *["/api/logos"] * 20))
    assert runs[0] == runs[1] != runs[2]
    assert 3 < runs[0].count(418) < 17


def test_one_fault_at_a_time_in_the_order_asked_for(caller):
    caller.ask_for("any:status=418", "any:status=403")
    assert statuses(caller, *["/api/logos"] * 3) == [418, 403, 200]


def test_specifications():
    assert parse_fault("place:drop-after-taking*2") == Fault(target="place", kind="drop-after-taking", times=2)
    assert parse_fault(" any:hang-before-taking=30%0.2+5 ") == Fault(
        target="any", kind="hang-before-taking", value="30", times=None, after=5, chance=0.2
    )
    assert parse_fault("place:failed=Sold out: blue*3").value == "Sold out: blue"
    assert fault_from({"target": "poll", "kind": "500-before-taking", "chance": 0.5}).times is None
    assert fault_from({"target": "poll", "kind": "429", "value": 5}).setting == "5"


@pytest.mark.parametrize(
    ("specification", "message"),
    [
        ("nonsense", "“nonsense” is no fault. One is written target:kind, such as place:drop-after-taking*2."),
        ("place:status=418*x", "“place:status=418*x” has a count or a chance that is no number."),
        ("place:explode", f"“explode” is no fault of the sandbox. There are: {', '.join(KINDS)}."),
        (
            "place:429=soon",
            "The fault 429 cannot have “soon”: 429 with Retry-After in seconds (the value); nothing is taken.",
        ),
        (
            "place:truncated=0",
            "The fault truncated cannot have “0”: Content-Length promises so many bytes more than are sent.",
        ),
        (
            "place:status=999",
            "The fault status cannot have “999”: the status in the value, with a JSON error; nothing is taken.",
        ),
        ("place:429%0", "The chance of 429 must be above 0 and at most 1."),
        ("place:429%2", "The chance of 429 must be above 0 and at most 1."),
        ("place:429*0", "The fault 429 must happen once at least, after no less than 0."),
    ],
)
def test_what_is_no_fault(specification, message):
    with pytest.raises(SandboxError) as raised:
        parse_fault(specification)
    assert raised.value.message == message


@pytest.mark.parametrize("document", [7, None, [], {}, {"kind": "429"}, {"target": "any", "kind": "429", "often": 1}])
def test_what_is_no_fault_in_json(document):
    with pytest.raises(SandboxError, match="A fault is a specification, or an object of target, kind, value, times"):
        fault_from(document)


# ----------------------------------------------------------------------------------------- the control endpoints


def test_faults_through_the_control_endpoint(caller, small):
    url = caller.sandbox.url + "/sandbox/faults"
    caller.client.post(url, json="place:drop-before-taking")
    caller.client.post(url, json={"faults": ["poll:500-before-taking", {"target": "any", "kind": "429", "after": 1}]})
    answer = caller.client.post(url, content="place:302\n\nplace:307\n")
    assert [one["kind"] for one in answer.json()["faults"]] == [
        "drop-before-taking",
        "500-before-taking",
        "429",
        "302",
        "307",
    ]
    with pytest.raises(httpx.TransportError):
        caller.place(small)
    first = caller.client.get(url).json()["faults"][0]
    assert first == {
        "target": "place",
        "kind": "drop-before-taking",
        "value": "",
        "times": 1,
        "after": 0,
        "chance": 1.0,
        "seen": 1,
        "done": 1,
    }
    assert caller.client.delete(url).json() == {"faults": []}
    assert caller.place(small).status_code == 202


@pytest.mark.parametrize(
    "content", [b"boom", b"7", b'{"faults": 7}', b'{"target": {}, "kind": "429"}', b'["any:429", ""]']
)
def test_wrong_faults_through_the_control_endpoint(caller, content):
    answer = caller.client.post(caller.sandbox.url + "/sandbox/faults", content=content)
    assert (answer.status_code, answer.json()["error"]) == (400, "Bad Request")
    assert caller.client.get(caller.sandbox.url + "/sandbox/faults").json() == {"faults": []}


def test_orders_through_the_control_endpoint(caller, small):
    caller.place(small, "a")
    caller.place({**small, "reference": "R2"})
    orders = caller.client.get(caller.sandbox.url + "/sandbox/orders").json()["orders"]
    assert orders == caller.sandbox.orders()
    assert {name: orders[0][name] for name in ("system", "id", "orderNumber", "status", "organizationId", "body")} == {
        "system": "kitmaker",
        "id": 4711,
        "orderNumber": "20002502",
        "status": "Pending",
        "organizationId": 12345,
        "body": small,
    }
    assert [one["idempotencyKey"] for one in orders] == ["a", None]
    found = caller.client.get(caller.sandbox.url + "/sandbox/orders?reference=R2").json()["orders"]
    assert [one["id"] for one in found] == [4712]
    assert caller.client.delete(caller.sandbox.url + "/sandbox/orders").json() == {"orders": []}
    assert caller.place(small, "a").json()["id"] == 4711


def test_requests_through_the_control_endpoint(caller, small):
    caller.ask_for("place:500-after-taking")
    caller.place(small, "k")
    caller.call("GET", "/api/orders/4711?x=1")
    (placed, polled) = caller.client.get(caller.sandbox.url + "/sandbox/requests").json()["requests"]
    assert (placed["method"], placed["path"], placed["status"]) == ("POST", "/api/orders", 500)
    assert (placed["fault"], placed["idempotencyKey"]) == ("500-after-taking", "k")
    assert json.loads(placed["body"]) == small
    assert placed["headers"]["authorization"] == "…"
    assert (polled["path"], polled["status"], polled["fault"]) == ("/api/orders/4711?x=1", 200, None)
    assert polled["sequence"] == placed["sequence"] + 1
    assert "sandbox-key" not in caller.client.get(caller.sandbox.url + "/sandbox/requests").text
    assert caller.client.delete(caller.sandbox.url + "/sandbox/requests").json() == {"requests": []}


def test_the_clock_through_the_control_endpoint(caller, small):
    url = caller.sandbox.url + "/sandbox/clock"
    now = caller.client.post(url, json={"now": "2026-05-05T13:14:30Z"}).json()["now"]
    assert now == "2026-05-05T13:14:30Z"
    caller.place(small)
    caller.client.post(url, json={"advance": 3})
    assert caller.client.get(url).json()["now"] in ("2026-05-05T13:14:33Z", "2026-05-05T13:14:34Z")
    assert caller.poll()["order"]["placedAtUtc"] == "2026-05-05T13:14:30Z"


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"advance": "x"}', b'{"now": 7}', b'{"now": "then"}'])
def test_no_time_through_the_control_endpoint(caller, content):
    answer = caller.client.post(caller.sandbox.url + "/sandbox/clock", content=content)
    assert answer.status_code == 400


def test_a_reset_through_the_control_endpoint(caller, small):
    caller.ask_for("poll:429")
    caller.confirmed(small)
    caller.client.post(caller.sandbox.url + "/sandbox/reset")
    assert (caller.taken, caller.sandbox.requests()) == (0, [])
    moment = caller.client.get(caller.sandbox.url + "/sandbox/clock").json()["now"]
    assert moment[:10] == time.strftime("%Y-%m-%d", time.gmtime())
    assert caller.poll() == {"error": "Not Found", "message": "Order 4711 was not found"}


def test_control_can_be_switched_off(sandbox):
    caller = sandbox(control=False)
    paths = ("orders", "requests", "faults", "clock")
    assert [caller.client.get(f"{caller.sandbox.url}/sandbox/{path}").status_code for path in paths] == [404] * 4


def test_what_control_has_not(caller):
    assert caller.client.get(caller.sandbox.url + "/sandbox/nothing").status_code == 404
    assert caller.client.put(caller.sandbox.url + "/sandbox/clock").status_code == 405
