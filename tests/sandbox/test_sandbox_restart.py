"""The state file: what was answered is in it, whatever becomes of the process."""

from __future__ import annotations

import http.client
import json
import signal
import sqlite3
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from roster_import.sandbox import SandboxError, SandboxOptions, start

if TYPE_CHECKING:
    from pathlib import Path

SERVE = (
    "import sys, pathlib; from roster_import.sandbox import *\n"
    "options = SandboxOptions(state=pathlib.Path(sys.argv[1]))\n"
    "serve_forever(options, lambda url: print(url, flush=True))\n"
)


@pytest.mark.drill
def test_a_killed_sandbox_has_lost_nothing(sandbox, small, tmp_path):
    """Eight callers place orders until the process is killed under them; then each key is sent again."""
    state = tmp_path / "state.sqlite"
    answered: dict[str, int] = {}
    sent: list[str] = []
    with subprocess.Popen([sys.executable, "-c", SERVE, str(state)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        callers = [threading.Thread(target=place_until_cut, args=(url, small, n, sent, answered)) for n in range(8)]
        for one in callers:
            one.start()
        while len(answered) < 40:
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
        for one in callers:
            one.join()
    caller = sandbox(state=state)
    found = {order["idempotencyKey"]: order["id"] for order in caller.sandbox.orders()}
    assert answered.items() <= found.items()
    assert len(set(found.values())) == len(found)
    again = {key: caller.place({**small, "reference": key}, key).json()["id"] for key in sent}
    assert found.items() <= again.items()
    assert len(set(again.values())) == len(sent) == caller.taken
    numbers = [int(order["orderNumber"]) - order["id"] for order in caller.sandbox.orders()]
    assert set(numbers) == {20002502 - 4711}


def place_until_cut(url: str, body: Any, caller: int, sent: list[str], answered: dict[str, int]) -> None:
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=5)
    try:
        for count in range(10_000):
            key = f"{caller}-{count}"
            headers = {"X-Api-Key": "sandbox-key", "Idempotency-Key": key}
            sent.append(key)
            connection.request("POST", "/api/orders", json.dumps({**body, "reference": key}), headers)
            answered[key] = json.loads(connection.getresponse().read())["id"]
    except (OSError, http.client.HTTPException):
        pass
    finally:
        connection.close()


def test_a_reopened_sandbox_goes_on(sandbox, small, tmp_path):
    before = sandbox("first-id=100", state=tmp_path / "state.sqlite")
    before.place(small, "k")
    before.call("POST", "/api/design/299571/clone", json={"variations": [{"title": "New", "designLogos": []}]})
    before.sandbox.advance(3600)
    before.sandbox.close()
    after = sandbox("first-id=100", state=tmp_path / "state.sqlite")
    assert after.poll(100)["status"] == "Completed"
    assert after.place(small, "k").json()["id"] == 100
    assert after.place(small, "new").json()["id"] == 101
    assert after.call("GET", "/api/design/700001").json()["title"] == "New"


def test_two_sandboxes_share_a_state_file(sandbox, small, tmp_path):
    one, other = (sandbox(state=tmp_path / "state.sqlite") for _ in range(2))
    assert [each.place(small, "k").json()["id"] for each in (one, other, one)] == [4711] * 3
    assert [each.place(small).json()["id"] for each in (one, other, one)] == [4712, 4713, 4714]


def test_memory_is_forgotten(sandbox, small):
    assert [sandbox().place(small, "k").json()["id"] for _ in range(2)] == [4711, 4711]


def test_a_failed_write_takes_nothing_and_the_next_one_works(sandbox, small, tmp_path):
    caller = sandbox(state=tmp_path / "state.sqlite")
    blocker = sqlite3.connect(tmp_path / "state.sqlite")
    blocker.execute("CREATE TRIGGER full BEFORE INSERT ON kitmaker_keys BEGIN SELECT RAISE(FAIL, 'disk full'); END")
    answer = caller.place(small, "k")
    assert answer.status_code == 500
    assert answer.json()["message"] == "The sandbox failed: IntegrityError: disk full"
    assert caller.taken == 0
    blocker.execute("DROP TRIGGER full")
    blocker.close()
    assert caller.place(small, "k").json()["id"] == 4711


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.mkdir(), "unable to open database file"),
        (lambda path: path.write_text("my shopping list" * 100), "file is not a database"),
    ],
)
def test_a_state_file_that_is_none(tmp_path: Path, make, reason):
    state = tmp_path / "state.sqlite"
    make(state)
    with pytest.raises(SandboxError) as raised:
        start(SandboxOptions(state=state))
    message = f"The sandbox cannot use {state} as its state file: {reason}. Name another file, or none."
    assert raised.value.message == message
