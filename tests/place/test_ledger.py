"""The ledger: durable, shared by processes, brought forward, exported, looked after."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from roster_import.errors import LedgerError
from roster_import.model.placement import SEEN_AT_ONCE, Status
from roster_import.place.amendments import goods_mark
from roster_import.place.ledger.entry import Identity
from roster_import.place.ledger.forms import VERSION, statements
from roster_import.place.ledger.ledger import Ledger, Plan, Who
from roster_import.place.ledger.sqlite import SQLiteFile
from tests.conftest import ORDER as CLUB
from tests.orders import design, instance, order

ORDER = order(design(instance("M", 1)))
IDENTITY = Identity(realm="live", target="kitmaker", organization="", reference="PO-1", address="https://x.example")
ME = Who(user="anna", host="office", process="office/1/1")
PLAN = Plan(identity=IDENTITY, attempt=1, body="{}", order=ORDER, url="https://x.example", file="club.xlsx")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.sqlite3"


def test_only_one_of_two_processes_begins(path):
    with Ledger.open(path) as one, Ledger.open(path) as other:
        first = one.begin(PLAN, ME, "2026-05-05T13:14:30Z", 10)
        assert first is not None
        assert (first.status, first.user, first.program) != (None, None, "")
        assert other.begin(PLAN, ME, "2026-05-05T13:14:31Z", 10) is None
        assert [entry.key for entry in other.entries()] == [IDENTITY.key(1)]


def test_a_planned_entry_gives_way_to_another_order(path):
    with Ledger.open(path) as ledger:
        first = ledger.begin(PLAN, ME, "t", 10)
        ledger.update(first, ME, "t", "no answer", status=Status.PLANNED)
        second = ledger.begin(PLAN, ME, "t", 10)
        assert second is not None
        assert [entry.id for entry in ledger.entries()] == [second.id]


def test_a_lease_is_taken_over_once(path):
    with Ledger.open(path) as one, Ledger.open(path) as other:
        entry = one.begin(PLAN, ME, "t", 10)
        assert one.take_over(entry, ME, "t", 20)
        assert not other.take_over(entry, ME, "t", 30)


def test_an_old_ledger_is_brought_forward_and_loses_nothing(path):
    with Ledger.open(path) as ledger:
        ledger.begin(PLAN, ME, "2026-05-05T13:14:30Z", 10)
    with sqlite3.connect(path) as old:
        named = "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'entries~_%' ESCAPE '~'"
        for (index,) in [*old.execute(named).fetchall(), ("events_of_looks",)]:
            old.execute(f"DROP INDEX {index}")
        for column in ("program", "name", "address", "amends", "last_sent", "goods"):
            old.execute(f"ALTER TABLE entries DROP COLUMN {column}")
        for table in ("workers", "words"):
            old.execute(f"DROP TABLE {table}")
        old.execute("PRAGMA user_version = 1")
    old.close()
    for _ in range(2):
        with Ledger.open(path) as ledger:
            (entry,) = ledger.entries()
            assert (entry.identity, entry.order, entry.user, entry.program) == (IDENTITY, ORDER, "anna", "")
    with sqlite3.connect(path) as new:
        assert new.execute("PRAGMA user_version").fetchone()[0] == VERSION
    new.close()


def test_a_step_that_fails_leaves_the_old_form(path):
    with sqlite3.connect(path) as old:
        for statement in statements(SQLiteFile.types):
            old.execute(statement)
        old.execute("ALTER TABLE entries ADD COLUMN program TEXT")  # in the way of the step to form 2
        old.execute("PRAGMA user_version = 1")
    old.close()
    with pytest.raises(LedgerError, match="duplicate column name: program"):
        Ledger.open(path)
    with sqlite3.connect(path) as old:
        assert old.execute("PRAGMA user_version").fetchone()[0] == 1
    old.close()


def test_a_copy_of_the_one_file_is_a_backup(path, tmp_path):
    with Ledger.open(path) as ledger:
        ledger.begin(PLAN, ME, "t", 10)
        assert [one.name for one in tmp_path.iterdir()] == ["ledger.sqlite3"], "no second file holds part of it"
        copy = tmp_path / "copy.sqlite3"
        copy.write_bytes(path.read_bytes())
    with Ledger.open(copy) as ledger:
        assert len(ledger.entries()) == 1
        assert ledger.damage() is None


def test_every_commit_is_on_disk(path):
    with Ledger.open(path) as ledger:
        assert ledger._db.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert ledger._db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_orders_are_exported_as_csv_and_json(desk):
    desk.build(rows=(("Anna", "@Smith", "10", "M", 2, "Away kit", "Number transfer"),))
    assert desk.quick("club.xlsx").status == 0
    rows = list(csv.DictReader(io.StringIO(desk.quick("orders", "export").out)))
    assert [
        (row["reference"], row["item"], row["name"], row["number"], row["quantity"], row["status"]) for row in rows
    ] == [
        ("PO-2026-0042", "Away kit", "'@Smith", "10", "2", "completed"),
        ("PO-2026-0042", "Number transfer", "", "10", "2", "completed"),
    ]
    document = json.loads(desk.quick("orders", "export", "--format", "json").out)
    assert document["orders"][0]["body"]["designs"][0]["instances"][0]["name"] == "@Smith"
    assert desk.quick("orders", "export", "all.csv").out == "all.csv: 1 order\n"
    assert (desk.folder / "all.csv").read_bytes().startswith(b"\xef\xbb\xbfreference,")
    assert desk.quick("orders", "export", "all.csv").status == 2


def test_results_can_be_written_again_at_any_time(desk):
    club = desk.build()
    desk.quick("club.xlsx")
    club.unlink()
    assert desk.quick("orders", "results", "20002502").out == "20002502.results.xlsx: the results of 20002502\n"
    book = load_workbook(desk.folder / "20002502.results.xlsx")
    assert (book["Results"]["A2"].value, book["Results"]["K2"].value) == ("PO-2026-0042", 2971.56)
    assert desk.quick("orders", "results", "PO-9").status == 2


def test_the_doctor_says_what_is_well_and_never_the_key(desk):
    desk.build()
    desk.quick("club.xlsx")
    run = desk.quick("doctor")
    assert run.status == 0, run.out
    assert "ok  key: from the environment (ROSTER_IMPORT_KITMAKER_API_KEY)\n" in run.out
    assert "ok  order system: answers (HTTP 200)\n" in run.out
    assert f"ok  ledger: {desk.folder / 'ledger.sqlite3'}, form {VERSION}, 1 order\n" in run.out
    assert "sandbox-key" not in run.out


def test_the_doctor_says_how_to_mend_what_is_not_well(desk):
    desk.environment |= {"ROSTER_IMPORT_KITMAKER_API_KEY": "wrong"}
    (desk.folder / "ledger.sqlite3").write_bytes(b"nothing of the kind" * 300)
    run = desk.quick("doctor")
    assert run.status == 2
    assert "!!  key accepted: no (HTTP 401)\n    Copy the key again from the order system's people.\n" in run.out
    assert "    Put back a copy of the file. The order system knows every order by its key" in run.out
    desk.environment = {"ROSTER_IMPORT_LEDGER": str(desk.folder / "new.sqlite3")}
    bare = desk.quick("doctor", "--json").json["findings"]
    assert [(one["what"], one["ok"]) for one in bare][:6] == [
        ("program", True), ("order systems", True), ("settings", True), ("settings", True), ("key", False),
        ("address", False),
    ]  # fmt: skip
    assert not (desk.folder / "new.sqlite3").exists()


def test_the_latest_orders_are_listed_alone(desk):
    for number in range(4):
        desk.build(order={**CLUB, "Reference": f"PO-{number}"}, rows=(("", "", "", "M", number + 1, "Home kit"),))
        assert desk.quick("club.xlsx").status == 0

    def listed(*options):
        return [order["reference"] for order in desk.quick("orders", "--json", *options).json["orders"]]

    assert listed() == ["PO-0", "PO-1", "PO-2", "PO-3"]
    assert listed("--last", "2") == ["PO-2", "PO-3"]
    assert listed("--last", "9") == ["PO-0", "PO-1", "PO-2", "PO-3"]
    assert listed("--last", "1", "--where", "PO-1") == ["PO-1"]
    assert desk.quick("orders", "--last", "0").status == 2


def test_a_ledger_is_read_page_by_page_latest_first(path):
    with Ledger.open(path) as ledger:
        for number in range(70):
            identity = Identity(realm="live", target="kitmaker", organization="", reference=f"PO-{number}")
            ledger.begin(Plan(identity=identity, attempt=1, body="{}", order=ORDER, url="u", file="f"), ME, "t", 10)
        assert [entry.id for entry in ledger.latest()] == list(range(70, 0, -1))
        same = [entry.identity.reference for entry in ledger.of_goods(identity, goods_mark(ORDER))]
        assert same == [f"PO-{number}" for number in range(69, -1, -1)]
        assert list(ledger.of_goods(identity, goods_mark(order(design(instance("M", 2)))))) == []


def test_what_holds_all_words_is_found_and_nothing_else(path):
    names = ("Jones", "Žižka", 'the "Smith"', "100%_!", "STRASSE 7/8")
    with Ledger.open(path) as ledger:
        for number, name in enumerate(names):
            goods = order(design(instance("One-Size", 1, name=name)), reference=f"PO-{number}")
            plan = replace(PLAN, identity=replace(IDENTITY, reference=f"PO-{number}"), order=goods)
            ledger.begin(plan, ME, "t", 10)

        def read(*words):
            return [entry.order.designs[0].instances[0].name for entry in ledger.latest(words)][::-1]

        assert read("SMITH") == ['the "Smith"']
        assert read("jones") == ["Jones"]
        assert read("onesize", "po-1", "žižk") == ["Žižka"]
        assert read("Straße") == read("8") == read("7/8") == ["STRASSE 7/8"]
        assert read("0%_!") == ["100%_!"]
        assert read("jones", "smith") == read("jon_s") == read("00") == []
        for number, given in enumerate((("20002502", "a1/77"), ("N-7", "4711")), start=1):
            known = dict(zip(("order_number", "tracking_id"), given, strict=True))
            ledger.update(ledger.entry(number), ME, "t", "completed", status=Status.COMPLETED, **known)
        assert read("completed") == read("complet", "office") == ["Jones", "Žižka"]
        assert read("20002502") == read("77") == read("A1/77") == ["Jones"]
        assert read("n-7") == read("4711", "completed") == ["Žižka"]
        assert read("2000") == read("471") == [], "a number means that number"
        assert read("sending") == list(names[2:])


def test_what_a_program_of_the_form_before_writes_meanwhile_is_found_too(path):
    with Ledger.open(path) as ledger:
        ledger.begin(PLAN, ME, "t", 10)
        ledger._db.execute("DELETE FROM words")
        assert [entry.identity for entry in ledger.latest(["viborg"])] == [IDENTITY]
        assert ledger._db.execute("SELECT count(*) AS number FROM words").fetchone()["number"] == 1


def test_what_is_looked_for_is_looked_up(path):
    """A ledger of many years: no entry is read but those that are asked for."""
    with Ledger.open(path) as ledger:
        asked = []
        execute = ledger._db.execute
        ledger._db.execute = lambda sql, values=(): asked.append((sql, values)) or execute(sql, values)
        ledger.named("PO-1"), ledger.unfinished(), ledger.taken_from("x"), ledger.standing(IDENTITY)
        (
            ledger.happened(IDENTITY, SEEN_AT_ONCE),
            list(ledger.of_goods(IDENTITY, "")),
            ledger.confirmed("live", "kitmaker"),
        )
        ledger.numbered_like(IDENTITY), ledger.of_name("live", "kitmaker", "po-1")
        for sql, values in asked:
            plan = [row["detail"] for row in execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()]
            read = [step for step in plan if step.startswith("SCAN") and "events_of_looks" not in step]
            assert read == [], sql
