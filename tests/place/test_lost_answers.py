"""Answers that are lost, late or no answers at all: one order, whatever happens, and a sentence that says so."""

from __future__ import annotations

import json

import pytest

from roster_import.place.ledger.ledger import Ledger
from roster_import.sandbox import KitMakerSwitches, SandboxOptions, start
from tests.conftest import ORDER, Desk, connected


@pytest.mark.every(3)
@pytest.mark.parametrize(
    "fault",
    [
        "drop-before-taking",
        "drop-after-taking*3",
        "close-after-taking",
        "hang-after-taking=5",
        "500-before-taking",
        "500-after-taking*2",
        "502-after-taking",
        "503=0",
        "429=1",
        "429-date=1",
        "truncated",
        "garbage",
        "trickle=0.2",
    ],
)
def test_a_lost_answer_is_asked_for_again_under_the_same_key(desk, sandbox, fault):
    desk.build()
    sandbox.ask_for(f"place:{fault}")
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"]) == (0, "placed")
    assert len(sandbox.orders()) == 1
    places = [one for one in sandbox.requests() if one["method"] == "POST"]
    assert len(places) >= (1 if fault.startswith("trickle") else 2)


def test_retry_after_is_waited_for(desk, sandbox, monkeypatch):
    desk.build()
    sandbox.ask_for("place:503=1")
    assert desk.quick("club.xlsx").status == 0
    first, second = [one["at"] for one in sandbox.requests() if one["method"] == "POST"]
    assert _seconds(second) - _seconds(first) >= 0.99


def _seconds(at) -> float:
    from datetime import datetime

    return datetime.fromisoformat(str(at)).timestamp() if isinstance(at, str) else float(at)


def test_a_wait_longer_than_the_run_has_is_not_cut_short(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:429=3600*always")
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"], run.file["orders"][0]["status"]) == (4, "unfinished", "unknown")
    assert len(sandbox.requests()) == 1, "asked once, not again before the hour is over"


def test_the_same_command_again_finishes_what_a_lost_answer_left(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:drop-after-taking*5")
    first = desk.quick("--json", "club.xlsx")
    assert (first.status, first.file["status"]) == (4, "unfinished")
    (order,) = first.file["orders"]
    assert order["status"] == "unknown"
    assert order["error"].endswith(
        "The order may have been taken. Run the same command again, or roster-import resume."
    )
    second = desk.quick("--json", "club.xlsx")
    assert (second.status, second.file["status"]) == (0, "placed")
    assert second.file["orders"][0]["idempotencyKey"] == order["idempotencyKey"]
    assert len(sandbox.orders()) == 1


def test_resume_finishes_what_a_lost_answer_left_and_writes_the_results(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:drop-after-taking*5")
    desk.quick("club.xlsx")
    (desk.folder / "club.results.xlsx").unlink(missing_ok=True)
    run = desk.quick("resume", "--json")
    assert (run.status, run.file["status"], run.file["results"]) == (
        0,
        "placed",
        str(desk.folder / "club.results.xlsx"),
    )
    assert (desk.folder / "club.results.xlsx").exists()
    assert len(sandbox.orders()) == 1
    assert desk.quick("resume").out == "Nothing is unfinished.\n"


def test_resume_works_without_the_file(desk, sandbox):
    club = desk.build()
    sandbox.ask_for("place:drop-after-taking*5")
    desk.quick("club.xlsx")
    (desk.folder / "club.results.xlsx").unlink(missing_ok=True)
    club.unlink()
    run = desk.quick("resume", "--json")
    assert run.status == 0
    assert (desk.folder / "club.results.xlsx").exists()


def test_a_changed_file_does_not_follow_a_lost_answer(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:drop-before-taking*5")
    assert desk.quick("club.xlsx").status == 4
    desk.build("club.xlsx", (("", "", "", "M", 2, "Home kit"),))
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["problems"][0]["code"]) == (1, "reference-used")
    assert desk.quick("resume").status == 0, "what was sent is still what is finished"
    assert sandbox.orders()[0]["body"]["designs"][0]["instances"][2] == {"size": "XL", "quantity": 5}


def test_polling_that_runs_out_of_time_is_no_failure(desk, sandbox):
    desk.build(order={**ORDER, "Reference": "PO [pending]"})
    desk.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "0.2"
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"]) == (4, "unfinished")
    (order,) = run.file["orders"]
    assert (order["status"], order["orderNumber"], order["trackingId"]) == ("pending", "20002502", "4711")
    assert order["error"] == (
        "KitMaker has taken the order but not confirmed it yet. It is not ordered again: roster-import resume, or the "
        "same command again, finishes it."
    )
    assert run.file["results"] == "club.results.xlsx"
    assert desk.quick("club.xlsx").status == 4
    assert len(sandbox.orders()) == 1


def test_a_short_patience_still_looks_once_at_its_end(desk, sandbox):
    desk.build()
    desk.environment |= {"ROSTER_IMPORT_POLL_INTERVAL": "5", "ROSTER_IMPORT_POLL_TIMEOUT": "0.3"}
    assert desk.quick("club.xlsx").status == 0


@pytest.mark.parametrize("fault", ["drop-before-taking", "503=0", "502-before-taking", "garbage", "status=404"])
def test_a_poll_that_goes_wrong_is_asked_again(desk, sandbox, fault):
    desk.build()
    sandbox.ask_for(f"poll:{fault}*3")
    assert desk.quick("club.xlsx").status == 0


def test_an_unreachable_address_leaves_nothing_behind(offline):
    desk = connected(offline.folder, "http://127.0.0.1:9")
    desk.build()
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"], run.file["results"]) == (4, "unfinished", None)
    (order,) = run.file["orders"]
    assert order["status"] == "planned"
    assert order["error"] == (
        "http://127.0.0.1:9 cannot be reached (All connection attempts failed). Nothing was sent. Run the same command "
        "again, or roster-import resume."
    )
    # nothing was sent, so another order may take the reference
    desk.build("club.xlsx", (("", "", "", "M", 2, "Home kit"),))
    assert desk.quick("--json", "check", "club.xlsx").file["status"] == "checked"


def test_a_redirect_is_not_followed(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:302=https://elsewhere.example/*always")
    run = desk.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, order["status"]) == (4, "unknown")
    assert order["error"] == (
        f"{sandbox.url} answers with a redirect (HTTP 302) to https://elsewhere.example/, which is not followed, as it "
        "would hand your key on. Set the address of the order system itself. The order may have been taken. Run the same "
        "command again, or roster-import resume."
    )


def test_an_endless_answer_is_not_read_to_its_end(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:endless*always")
    run = desk.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, order["status"]) == (4, "unknown")
    assert order["error"] == (
        f"{sandbox.url} sent an answer of more than 8 MB; it was not read. The order may have been taken. Run the same "
        "command again, or roster-import resume."
    )


def test_a_wrong_key_is_refused_with_the_vendors_words_and_nothing_is_placed(desk, sandbox):
    desk.environment["ROSTER_IMPORT_KITMAKER_API_KEY"] = "wrong-key"
    desk.build()
    run = desk.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, run.file["status"], order["status"]) == (3, "failed", "refused")
    assert order["error"].startswith("KitMaker turned the order down: HTTP 401: Unauthorized – ")
    assert order["error"].endswith(
        ". Nothing was placed. Check the key (ROSTER_IMPORT_KITMAKER_API_KEY); roster-import doctor tries it."
    )
    desk.environment["ROSTER_IMPORT_KITMAKER_API_KEY"] = "sandbox-key"
    assert desk.quick("club.xlsx").status == 0
    assert len(sandbox.orders()) == 1


def test_a_no_after_a_lost_answer_proves_nothing(desk, sandbox):
    """The first sending was taken, the second met a 401: were it called refused, the next run would order twice."""
    desk.build()
    sandbox.ask_for("place:drop-after-taking", "place:status=401*always")
    run = desk.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, order["status"]) == (4, "unknown")
    assert "An earlier sending of it may have been taken: nothing is certain yet." in order["error"]
    sandbox.clear_faults()
    assert desk.quick("club.xlsx").status == 0
    assert len(sandbox.orders()) == 1


@pytest.mark.parametrize(
    "answered", [{"replay_body": "id"}, {"replay_status": "200", "replay_body": "id"}, {"replay_status": "409"}]
)
def test_the_id_alone_or_an_error_that_names_the_order_tells_which_order_the_key_has_placed(tmp_path, answered):
    """Of a repeat the vendor promises the original tracking id, and nothing beside it."""
    with start(SandboxOptions(delay=0.05, kitmaker=KitMakerSwitches(**answered))) as sandbox:
        desk = connected(tmp_path, sandbox.url)
        desk.build()
        sandbox.ask_for("place:drop-after-taking")
        run = desk.quick("--json", "club.xlsx")
        (order,) = run.file["orders"]
        assert (run.status, order["status"], order["trackingId"]) == (0, "completed", "4711")
        assert len(sandbox.orders()) == 1


@pytest.mark.every(3)
@pytest.mark.parametrize(("other_body", "status"), [("409", 3), ("422", 3), ("original", 3)])
def test_another_machine_with_another_order_under_the_reference_never_makes_a_second(tmp_path, other_body, status):
    """Without the first machine's ledger the same key is sent: the vendor knows it, whatever it answers."""
    with start(SandboxOptions(delay=0.05, kitmaker=KitMakerSwitches(other_body=other_body))) as sandbox:
        first, second = (connected(tmp_path / name, sandbox.url) for name in ("one", "two"))
        for desk in (first, second):
            desk.folder.mkdir()
        first.build()
        second.build("club.xlsx", (("", "", "", "M", 2, "Home kit"),))
        assert first.quick("club.xlsx").status == 0
        for _ in range(3):
            assert second.quick("club.xlsx").status in (1, status)
        assert len(sandbox.orders()) == 1


def test_a_refused_order_that_is_corrected_is_sent_under_the_same_key(desk, sandbox):
    desk.build(rows=(("", "", "", "M", 1, "12345"),))
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["status"]) == (3, "refused")
    desk.build()
    assert desk.quick("club.xlsx").status == 0
    with Ledger.open(desk.folder / "ledger.sqlite3") as ledger:
        assert [(entry.attempt, entry.status) for entry in ledger.entries()] == [(1, "completed")]


def test_the_key_is_in_the_ledger_before_the_first_request_and_never_the_api_key(desk: Desk, sandbox):
    desk.environment["ROSTER_IMPORT_KITMAKER_API_KEY"] = "sandbox-key"
    desk.build()
    sandbox.ask_for("place:hang-before-taking=5*always")
    import subprocess
    import time

    process = subprocess.Popen(
        desk.command("club.xlsx"), cwd=desk.folder, env=desk.all_environment(), stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        deadline = time.monotonic() + 20
        while not sandbox.requests() and time.monotonic() < deadline:
            time.sleep(0.01)
        with Ledger.open(desk.folder / "ledger.sqlite3") as ledger:
            (entry,) = ledger.entries()
        assert sandbox.requests()[0]["idempotencyKey"] == entry.key
        assert json.loads(entry.body)["reference"] == "PO-2026-0042"
    finally:
        process.kill()
        process.wait()
    assert b"sandbox-key" not in (desk.folder / "ledger.sqlite3").read_bytes()


@pytest.mark.parametrize("key", ["k", "Smith", "sandbox-key"])
def test_a_key_that_stands_in_a_players_name_changes_nothing_of_the_order(tmp_path, key):
    with start(SandboxOptions(delay=0.05, api_key=key)) as sandbox:
        desk = connected(tmp_path, sandbox.url, ROSTER_IMPORT_KITMAKER_API_KEY=key)
        desk.build()
        run = desk.quick("--json", "club.xlsx")
        assert (run.status, run.file["orders"][0]["differences"]) == (0, [])


@pytest.mark.parametrize("code", ["302", "307"])
def test_a_redirect_after_a_placing_proves_nothing(desk, sandbox, code):
    """Whoever redirects may have taken the order first: it is asked for again under the same key, never sent as another."""
    desk.build()
    sandbox.ask_for("place:drop-after-taking", f"place:{code}*9")
    first = desk.quick("--json", "club.xlsx")
    assert (first.status, first.file["orders"][0]["status"]) == (4, "unknown")
    sandbox.clear_faults()
    second = desk.quick("--json", "club.xlsx")
    assert (second.status, len(sandbox.orders())) == (0, 1)
    assert second.file["orders"][0]["idempotencyKey"] == first.file["orders"][0]["idempotencyKey"]
