"""The compose file of docs/recipes, its commands run as processes: a database, two workers, a watch, the stand-in."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY, Desk, until

COMPOSE = (REPOSITORY / "docs" / "recipes" / "compose.yaml").read_text(encoding="utf-8")


def command_of(service: str) -> list[str]:
    """What a service runs, its own or that of what it is made of."""
    block = re.split(r"\n(?=  ?[a-z0-9-]+:|[a-z-]+:)", COMPOSE.partition("services:")[2])
    own = next(part for part in block if part.strip().startswith(f"{service}:"))
    if "<<: *worker" in own:
        own = COMPOSE.partition("x-worker: &worker")[2]
    found = re.search(r"command: (\[.*\])", own)
    assert found, service
    return list(json.loads(found[1]))


def environment() -> dict[str, str]:
    return dict(re.findall(r'^    (ROSTER_IMPORT_\w+): "?([^"\n]+)"?$', COMPOSE, re.MULTILINE))


def test_the_services_run_what_the_page_says():
    assert command_of("worker-1") == command_of("worker-2") == ["worker"]
    assert command_of("watch") == ["watch", "/inbox"]
    assert command_of("sandbox")[0] == "sandbox"
    assert environment()["ROSTER_IMPORT_LEDGER"] == "postgresql://roster:change-me@database/roster"


@pytest.mark.drill
def test_what_is_dropped_into_the_inbox_is_placed_though_a_worker_is_killed(tmp_path, address):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    here = {"ROSTER_IMPORT_LEDGER": address, "ROSTER_IMPORT_KITMAKER_URL": f"http://127.0.0.1:{port}"}
    desk = Desk(
        tmp_path, {**environment(), **here, "ROSTER_IMPORT_WATCH_SETTLE": "0.2", "ROSTER_IMPORT_POLL_INTERVAL": "0.5"}
    )
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    places = {"/inbox": str(inbox), "/data/sandbox.sqlite3": str(tmp_path / "sandbox.sqlite3")}
    running = {
        service: subprocess.Popen(
            [sys.executable, "-m", "roster_import", *(places.get(word, word) for word in command_of(service)), *more],
            cwd=tmp_path, env=desk.all_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for service, more in {"sandbox": ("--port", str(port)), "worker-1": (), "worker-2": (), "watch": ()}.items()
    }  # fmt: skip
    try:
        until(lambda: "2 workers live" in desk.run("worker", "--status").out)
        # What lies there at the watch's first look was there before it, and waits for a person.
        until(lambda: (inbox / ".roster-import" / "heartbeat.json").exists())
        running["worker-1"].kill()
        shutil.copy(REPOSITORY / "examples" / "football.xlsx", inbox)
        until(lambda: (inbox / "done" / "football.results.xlsx").exists(), seconds=60)
    finally:
        for process in running.values():
            process.terminate()
            process.wait(60)
    assert running["worker-2"].returncode == 0
