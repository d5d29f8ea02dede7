"""One contract for every order system: the same orders through each, nothing dropped, never twice and never lost."""

from __future__ import annotations

import json

import pytest

from roster_import.place.ledger.ledger import Ledger
from roster_import.sandbox import SandboxOptions, start
from roster_import.targets import names, target
from tests.conftest import EXAMPLE_ROWS, ORDER
from tests.targets.systems import desk_for, example

TARGETS = ("kitmaker", "dropday", "jtl")
GARMENTS = sorted(
    [("M", 1, "", ""), ("L", 1, "", ""), ("XL", 5, "", ""), ("M", 5, "Smith", "10"), ("L", 7, "Jones", "27")]
)


@pytest.fixture(params=TARGETS)
def system(request):
    return request.param


@pytest.fixture
def desk(tmp_path, sandbox, system):
    return desk_for(tmp_path, sandbox.url, system)


def confirmed(desk):
    """What the ledger holds of the confirmed orders: every garment and loose logo as the order system has it."""
    with Ledger.open(desk.folder / "ledger.sqlite3") as ledger:
        entries = ledger.entries()
    return [one.confirmation for one in entries if one.confirmation]


def test_every_target_of_ours_is_known():
    assert names()[:3] == TARGETS


@pytest.mark.every(3)
def test_one_workbook_is_placed_with_every_system_and_comes_back_as_it_was_meant(desk, system, sandbox):
    example(desk)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"]) == (0, "placed"), run.out
    (order,) = run.file["orders"]
    assert (order["target"], order["status"], order["differences"], order["pieces"]) == (system, "completed", [], 19)
    assert order["orderNumber"]
    (found,) = confirmed(desk)
    garments = [(one.size, one.quantity, one.name, one.number) for one in found.items if one.kind == "design"]
    assert sorted(garments) == GARMENTS
    assert sorted((one.quantity, one.value) for one in found.items if one.kind == "logo") == [(5, "1"), (18, "")]
    assert [one["system"] for one in sandbox.orders()] == [system]


def test_the_same_file_again_places_nothing(desk, sandbox):
    example(desk)
    assert desk.quick("club.xlsx").status == 0
    again = desk.quick("--json", "club.xlsx")
    assert (again.status, again.file["status"]) == (0, "already-placed")
    assert len(sandbox.orders()) == 1


@pytest.mark.every(3)
def test_a_changed_file_under_a_used_reference_is_stopped(desk, sandbox):
    example(desk)
    desk.quick("club.xlsx")
    example(desk, rows=(*EXAMPLE_ROWS, ("New", "New", "99", "S", 1, "Away kit")))
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"]) == (1, "problems")
    assert len(sandbox.orders()) == 1


@pytest.mark.every(3)
def test_what_is_the_same_order_has_no_differences_although_rows_moved_and_a_player_is_spelt_otherwise(desk, sandbox):
    example(desk)
    assert desk.quick("club.xlsx").status == 0
    example(desk, rows=[("Sam" if row[0] else "", *row[1:]) for row in reversed(EXAMPLE_ROWS)])
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"], run.file["orders"][0]["differences"]) == (0, "already-placed", [])
    assert len(sandbox.orders()) == 1


@pytest.mark.every(3)
def test_a_new_order_under_the_same_reference_is_another_order(desk, sandbox):
    example(desk)
    desk.quick("club.xlsx")
    run = desk.quick("--json", "--new-order", "club.xlsx")
    assert (run.status, run.file["orders"][0]["status"], run.file["orders"][0]["differences"]) == (0, "completed", [])
    assert len(sandbox.orders()) == 2


FAULTS = [
    "drop-after-taking",
    "drop-after-taking*2",
    "close-after-taking",
    "500-after-taking",
    "502-after-taking",
    "truncated",
    "garbage",
    "hang-after-taking=2",
]


@pytest.mark.every(4)
@pytest.mark.parametrize("fault", FAULTS)
def test_an_order_that_was_taken_while_its_answer_was_lost_is_found_and_not_made_again(desk, sandbox, fault):
    example(desk)
    sandbox.ask_for(f"place:{fault}")
    run = desk.quick("--json", "club.xlsx")
    if run.status == 4:
        run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["status"], run.file["orders"][0]["differences"]) == (0, "completed", [])
    assert len(sandbox.orders()) == 1


@pytest.mark.every(3)
@pytest.mark.parametrize("fault", ["drop-before-taking", "500-before-taking"])
def test_an_order_that_was_not_taken_is_sent_again_where_that_is_sure_and_asked_about_where_not(
    desk, system, sandbox, fault
):
    """JTL-Wawi has no keys, and does not list what is pending: of its very first order a look proves nothing."""
    example(desk)
    sandbox.ask_for(f"place:{fault}")
    run = desk.quick("--json", "club.xlsx")
    again = desk.quick("--json", "club.xlsx")
    if system != "jtl":
        assert (run.status, again.status, len(sandbox.orders())) == (0, 0, 1)
        return
    assert (run.status, again.status, len(sandbox.orders())) == (4, 4, 0)
    desk.environment["ROSTER_IMPORT_JTL_TAKING_TIME"] = "0"  # as if that time had passed
    assert desk.quick("settle", "PO-2026-0042", "--not-placed").status == 0
    assert (desk.quick("club.xlsx").status, len(sandbox.orders())) == (0, 1)


@pytest.mark.every(4)
@pytest.mark.parametrize("fault", ["drop-before-taking", "500-before-taking*2", "429=0", "503=0"])
def test_once_an_order_was_seen_as_soon_as_it_was_placed_a_look_that_finds_nothing_is_trusted(desk, sandbox, fault):
    example(desk, "first.xlsx", order={**ORDER, "Reference": "PO-1"})
    assert desk.quick("first.xlsx").status == 0
    example(desk)
    sandbox.ask_for(f"place:{fault}")
    run = desk.quick("--json", "club.xlsx")
    for _ in range(2):
        if run.status == 4:
            run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["differences"]) == (0, [])
    assert len(sandbox.orders()) == 2


def test_a_system_that_is_not_there_leaves_the_order_to_be_sent_later(tmp_path, system):
    desk = desk_for(tmp_path, "http://127.0.0.1:9", system, ROSTER_IMPORT_RETRY_WAIT="0.001")
    example(desk)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["status"]) == (4, "planned")
    assert run.file["orders"][0]["error"].endswith(
        "Nothing was sent. Run the same command again, or roster-import resume."
    )


def test_a_wrong_key_is_said_and_nothing_is_placed(desk, system, sandbox):
    secret = "CLIENT_SECRET" if system == "jtl" else "API_KEY"
    desk.environment[f"ROSTER_IMPORT_{system.upper()}_{secret}"] = "wrong-one"
    example(desk)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["status"]) == (3, "refused")
    assert "wrong-one" not in run.out + run.err
    assert sandbox.orders() == []


@pytest.mark.drill
def test_two_processes_at_once_make_one_order(desk, sandbox):
    import subprocess

    example(desk)
    runs = [
        subprocess.Popen(
            desk.command("--json", "club.xlsx"), cwd=desk.folder, env=desk.all_environment(),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]  # fmt: skip
    files = [json.loads(run.communicate(timeout=120)[0])["files"][0] for run in runs]
    assert [one["orders"][0]["status"] for one in files] == ["completed", "completed"]
    assert len(sandbox.orders()) == 1


def test_the_example_goes_through_all_three_one_after_another(tmp_path):
    with start(SandboxOptions(delay=0.02)) as sandbox:
        for system in TARGETS:
            desk = desk_for(tmp_path, sandbox.url, system)
            example(desk)
            assert desk.quick("club.xlsx").status == 0, system
        assert [one["system"] for one in sandbox.orders()] == list(TARGETS)


def test_what_is_not_set_is_named(system):
    from roster_import.errors import UsageError

    with pytest.raises(UsageError) as error:
        target(system, {}).access()
    assert error.value.message.startswith(f"To place orders with {system}, ")
    assert "Nothing was sent." in error.value.message


def test_orders_of_a_system_whose_package_is_gone_are_still_shown(tmp_path, sandbox):
    import sqlite3

    desk = desk_for(tmp_path, sandbox.url, "dropday")
    example(desk)
    assert desk.quick("club.xlsx").status == 0
    with sqlite3.connect(tmp_path / "ledger.sqlite3") as database:
        database.execute("UPDATE entries SET target = 'gone'")
    run = desk.quick("orders", "show", "PO-2026-0042")
    assert run.status == 0
    assert "  Status: completed, attempt 1 (this machine)\n" in run.out
