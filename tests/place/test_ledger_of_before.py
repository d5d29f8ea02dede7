"""A ledger written by an earlier version, opened by this one: listed, resumed, and known again from the same files.

`ledger_form_2.sql` is what that version wrote, its folder called /office and its order system's address 127.0.0.1:8808.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from roster_import.place.ledger.ledger import Ledger
from roster_import.sandbox import KitMakerSwitches, SandboxOptions, start
from tests.conftest import ORDER, connected

WRITTEN = Path(__file__).with_name("ledger_form_2.sql")
HOME = ("", "", "", "M", 2, "Home kit")
AWAY = ("Smith", "Smith", "10", "M", 1, "Away kit")
STATUSES = [
    ("PO-DONE", 1, "completed"),
    ("PO-FAIL [fail]", 1, "failed"),
    ("PO-WAIT", 1, "pending"),
    ("PO-LOST", 1, "unknown"),
    ("PO-NO", 1, "refused"),
    ("PO-MET", 1, "refused"),
    ("PO-OFF", 1, "planned"),
    ("PO-AMEND", 1, "completed"),
    ("PO-AMEND/2", 1, "completed"),
    ("PO-DONE/2", 1, "completed"),
    ("PO-CHILD", 1, "completed"),
    ("PO-TWICE", 1, "refused"),
    ("PO-TWICE", 2, "completed"),
    ("PO-AGAIN", 1, "completed"),
    ("PO-AGAIN", 2, "completed"),
    ("PO-DROPDAY", 1, "completed"),
    ("PO-JTL", 1, "completed"),
]


@pytest.fixture
def office(tmp_path):
    """A desk that has the earlier version's ledger, at an order system that knows the pending order."""
    switches = KitMakerSwitches(first_id=4713, first_order_number=20002504)
    with start(SandboxOptions(delay=0.05, kitmaker=switches)) as sandbox:
        desk = connected(tmp_path, sandbox.url)
        written = WRITTEN.read_text(encoding="utf-8")
        here = written.replace("/office/", f"{tmp_path}/").replace("http://127.0.0.1:8808", sandbox.url)
        with closing(sqlite3.connect(tmp_path / "ledger.sqlite3")) as database:
            database.executescript(here)
        yield desk, sandbox


def test_it_is_listed_whole(office):
    desk, _ = office
    orders = desk.quick("orders", "--json").json["orders"]
    assert [(order["reference"], order["attempt"], order["status"]) for order in orders] == STATUSES
    done = orders[0]
    assert (done["trackingId"], done["orderNumber"], done["user"], done["host"]) == (
        "4711", "20002502", "anna", "office-pc",
    )  # fmt: skip
    assert (done["results"], done["differences"]) == (str(desk.folder / "done.results.xlsx"), [])
    sought = desk.quick("orders", "--json", "--where", "po-twice").json["orders"]
    assert [(order["reference"], order["attempt"]) for order in sought] == [("PO-TWICE", 1), ("PO-TWICE", 2)]
    shown = desk.quick("orders", "show", "PO-TWICE")
    assert (shown.status, shown.out.count("Idempotency key")) == (0, 2)


def test_what_was_unfinished_is_resumed(office):
    desk, sandbox = office
    with Ledger.open(desk.folder / "ledger.sqlite3") as ledger:
        pending = next(entry for entry in ledger.entries() if entry.identity.reference == "PO-WAIT")
    headers = {"Authorization": "Bearer sandbox-key", "Idempotency-Key": pending.key}
    httpx.post(f"{sandbox.url}/api/orders", content=pending.body, headers=headers, trust_env=False)
    run = desk.quick("resume", "--json")
    assert (run.status, [file["status"] for file in run.json["files"]]) == (0, ["placed", "placed"])
    assert {order["reference"] for file in run.json["files"] for order in file["orders"]} == {"PO-WAIT", "PO-LOST"}
    assert (desk.folder / "wait.results.xlsx").exists()
    assert [order["reference"] for order in sandbox.orders()] == ["PO-WAIT", "PO-LOST"]
    assert desk.quick("resume").out == "Nothing is unfinished.\n"


@pytest.mark.parametrize(
    ("reference", "rows", "organization", "numbers"),
    [
        ("PO-DONE", [AWAY], "", ["20002502"]),
        ("PO-AMEND", [AWAY, HOME], "", ["20002507", "20002508"]),
        ("PO-CHILD", [HOME], "56789", ["20002510"]),
        ("PO-TWICE", [HOME], "", ["20002511"]),
        ("PO-AGAIN", [HOME], "", ["20002513"]),
    ],
)
def test_the_same_file_again_is_known(office, reference, rows, organization, numbers):
    desk, sandbox = office
    desk.build("club.xlsx", rows, order={**ORDER, "Reference": reference, "Organization ID": organization})
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"]) == (0, "already-placed")
    assert [order["orderNumber"] for order in run.file["orders"]] == numbers
    assert sandbox.orders() == []


def test_another_order_under_a_used_reference_is_stopped(office):
    desk, sandbox = office
    desk.build("club.xlsx", [HOME], order={**ORDER, "Reference": "PO-DONE"})
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, [problem["code"] for problem in run.file["problems"]]) == (1, ["reference-used"])
    assert sandbox.orders() == []


def test_its_orders_have_a_book_a_name_and_their_links(office):
    desk, sandbox = office
    with Ledger.open(desk.folder / "ledger.sqlite3") as ledger:
        entries = {(entry.identity.reference, entry.attempt): entry for entry in ledger.entries()}
    assert {entry.identity.address for entry in entries.values() if entry.identity.target == "kitmaker"} == {
        sandbox.url, "http://127.0.0.1:9",
    }  # fmt: skip
    assert entries["PO-DROPDAY", 1].identity.address == f"{sandbox.url}/api/v1"
    assert entries["PO-FAIL [fail]", 1].identity.name == "po-fail [fail]"
    links = {key: entry.amends for key, entry in entries.items() if entry.amends is not None}
    assert links == {("PO-AMEND/2", 1): entries["PO-AMEND", 1].id}, "PO-DONE/2 goes elsewhere: it is nobody's amendment"
    assert entries["PO-LOST", 1].last_sent == 0, "long ago, and perhaps taken"
    assert entries["PO-DONE", 1].last_sent is None


def test_one_of_its_orders_that_was_turned_down_twice_is_sent_under_its_first_key(office):
    """As from any other machine, which knows of no refusal."""
    desk, sandbox = office
    with closing(sqlite3.connect(desk.folder / "ledger.sqlite3")) as database, database:
        database.execute("UPDATE entries SET status = 'refused', confirmation = NULL WHERE reference = 'PO-TWICE'")
    desk.build("club.xlsx", [HOME], order={**ORDER, "Reference": "PO-TWICE"})
    run = desk.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, len(sandbox.orders())) == (0, 1)
    with Ledger.open(desk.folder / "ledger.sqlite3") as ledger:
        standing = ledger.standing(next(e.identity for e in ledger.entries() if e.identity.reference == "PO-TWICE"))
        assert (standing.attempt, standing.key) == (1, order["idempotencyKey"])
    assert desk.quick("--json", "club.xlsx").file["status"] == "already-placed"


def test_an_amended_roster_goes_on_from_there(office):
    desk, sandbox = office
    desk.build("club.xlsx", [AWAY, HOME, ("Young", "Young", "3", "S", 1, "Away kit")],
               order={**ORDER, "Reference": "PO-AMEND"})  # fmt: skip
    run = desk.quick("--json", "amend", "club.xlsx")
    assert [order["reference"] for order in run.file["orders"]] == ["PO-AMEND", "PO-AMEND/2", "PO-AMEND/3"]
    (order,) = sandbox.orders()
    assert [instance["name"] for instance in order["body"]["designs"][0]["instances"]] == ["Young"]
