"""An order system in another package: the one that docs/targets.md shows, built from that page as it is written."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from dataclasses import fields
from inspect import get_annotations

import pytest

from roster_import import targets
from roster_import.model.order import (
    Delivery,
    DesignItem,
    DesignRef,
    DigitEntry,
    Instance,
    LogoItem,
    LogoRef,
    Order,
    OrderDetails,
    PlaceholderValue,
)
from roster_import.model.placement import Confirmation, ConfirmedItem, Difference, Progress
from roster_import.model.request import Reply, Request
from roster_import.targets import (
    Access,
    Ask,
    Drop,
    Objection,
    Passed,
    Pause,
    Place,
    Reached,
    Refused,
    Sending,
    Target,
    Token,
    Undone,
    Unplaceable,
    Used,
)
from tests.conftest import CATALOGUE, EXAMPLE_LOGOS, EXAMPLE_ROWS, HEADINGS, ORDER, REPOSITORY, Desk
from tests.targets.plugin_package import PACKAGE, install_example

PAGE = (REPOSITORY / "docs" / "targets.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"<!-- (\S+) -->\n```\w+\n(.*?)```", PAGE, re.DOTALL))
# Kills itself just before or just after the file is made: what is left is what a power cut leaves.
KILLED = """
import os, signal, sys
from roster_import.place.send import drop_folder as dropping

made = dropping.drop

def drop(path, text):
    if "after" in sys.argv[1]:
        made(path, text)
    os.kill(os.getpid(), signal.SIGKILL)

dropping.drop = drop
from roster_import.cli.main import run
run(sys.argv[2:])
"""


TYPES = (
    Order, OrderDetails, Delivery, DesignItem, DesignRef, Instance, PlaceholderValue, LogoItem, LogoRef, DigitEntry, Progress,
    Confirmation, ConfirmedItem, Difference, Objection, Request, Reply, Ask, Place, Drop, Reached, Undone, Pause, Passed, Refused,
    Used, Unplaceable, Sending, Access, Token,
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return install_example(tmp_path_factory.mktemp("site"))


@pytest.fixture
def desk(tmp_path, site, monkeypatch):
    monkeypatch.syspath_prepend(str(site))

    (tmp_path / "outbox").mkdir()
    paths = os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH"))))
    found = Desk(tmp_path, {"ROSTER_IMPORT_LEDGER": str(tmp_path / "ledger.sqlite3"), "PYTHONPATH": paths})
    found.settings(BLOCKS["roster-import.toml"])
    found.build("club.xlsx", EXAMPLE_ROWS, logos=EXAMPLE_LOGOS)
    return found


def dropped(desk):
    return sorted((desk.folder / "outbox").iterdir())


def killed(desk, when):
    run = subprocess.run(
        [sys.executable, "-c", KILLED, when, "club.xlsx"], cwd=desk.folder, env=desk.all_environment(),
        stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == -9, run.stderr


def test_the_page_shows_the_files_of_the_package_as_they_are():
    files = {path.name: path.read_text(encoding="utf-8") for path in PACKAGE.iterdir() if path.is_file()}
    assert files == BLOCKS, "python -m tests.targets.plugin_package writes them into the page"
    assert len(BLOCKS["roster_csvdrop.py"].splitlines()) < 130, "small is the point"


def test_the_page_names_everything_an_author_needs():
    writing = PAGE[PAGE.index("## Writing another") :]
    words = set(re.findall(r"\w+", " ".join(re.findall(r"`[^`\n]+`", writing))))
    needed = (
        {each.name for kind in TYPES for each in fields(kind)}
        | {kind.__name__ for kind in TYPES}
        | set(targets.__all__)
    )
    members = {*get_annotations(Target), *(member for member in vars(Target) if not member.startswith("_"))}
    assert sorted((needed | members) - words) == []


def test_the_target_of_another_package_takes_an_order_once(desk):
    first = desk.run("--json", "--target", "csvdrop", "club.xlsx")
    assert first.status == 0, first.err
    (order,) = first.file["orders"]
    (path,) = dropped(desk)
    assert (order["target"], order["status"], order["differences"]) == ("csvdrop", "completed", [])
    assert path.name == order["orderNumber"] == f"{order['idempotencyKey']}.csv"
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["item"], row["size"], row["name"], row["number"], row["quantity"], row["player"]) for row in rows] == [
        ("Home kit", "M", "", "", "1", ""),
        ("Home kit", "L", "", "", "1", ""),
        ("Home kit", "XL", "", "", "5", ""),
        ("Away kit", "M", "Smith", "10", "5", "Smith"),
        ("Away kit", "L", "Jones", "27", "7", "Jones"),
        ("Club Crest", "", "", "", "18", ""),
        ("Number transfer", "", "", "1", "5", ""),
    ]
    assert {row["reference"] for row in rows} == {"PO-2026-0042"}
    assert rows[0]["comment"] == ORDER["Comment"]
    assert (rows[0]["delivery_name"], rows[0]["delivery_country"]) == ("Football Club ABC", "DK")
    again = desk.quick("--json", "--target", "csvdrop", "club.xlsx")
    assert (again.status, again.file["status"], dropped(desk)) == (0, "already-placed", [path])


@pytest.mark.drill
def test_killed_once_the_file_was_made_it_is_found_and_not_made_again(desk):
    killed(desk, "after")
    (path,) = dropped(desk)
    content = path.read_bytes()
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["status"]) == (0, "completed")
    assert dropped(desk) == [path]
    assert path.read_bytes() == content


@pytest.mark.drill
@pytest.mark.parametrize("when", ["before", "after, and collected"])
def test_killed_and_no_file_there_a_person_is_asked(desk, when):
    killed(desk, when)
    for path in dropped(desk):
        path.unlink()
    run = desk.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    path = desk.folder / "outbox" / f"{order['idempotencyKey']}.csv"
    assert (run.status, order["status"], dropped(desk)) == (4, "unknown", [])
    assert order["error"] == (
        f"{path} is not there: it was never made, or was collected. Ask who collects the orders. Once you know, run "
        "roster-import settle PO-2026-0042; roster-import resume looks again."
    )
    assert desk.quick("settle", "PO-2026-0042", "--not-placed").status == 0
    assert (desk.quick("club.xlsx").status, len(dropped(desk))) == (0, 1)


@pytest.mark.drill
def test_where_files_stay_one_that_is_not_there_was_never_made(desk):
    desk.environment["ROSTER_IMPORT_CSVDROP_FILES_STAY"] = "yes"
    killed(desk, "before")
    assert (desk.quick("club.xlsx").status, len(dropped(desk))) == (0, 1)


def test_another_file_of_that_name_is_a_conflict(desk):
    assert desk.quick("club.xlsx").status == 0
    (path,) = dropped(desk)
    path.write_text("something else")
    (desk.folder / "ledger.sqlite3").unlink()
    (order,) = desk.quick("--json", "club.xlsx").file["orders"]
    assert order["error"] == (
        f"The order could not be placed: {path} is there already, with another order in it. It knows this key or reference "
        "already: an order of that name may stand there. Look at it there first. If it is another, give this order a reference "
        "of its own, or order it all the same with --new-order."
    )
    assert path.read_text() == "something else"


def test_a_folder_that_is_not_there_leaves_the_order_to_be_sent_later(desk):
    (desk.folder / "outbox").rmdir()
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["status"]) == (4, "planned")
    assert run.file["orders"][0]["error"] == (
        f"The folder {desk.folder / 'outbox'} is not there. Nothing was sent. Run the same command again, or roster-import "
        "resume."
    )
    (desk.folder / "outbox").mkdir()
    assert (desk.quick("resume").status, desk.quick("club.xlsx").status, len(dropped(desk))) == (0, 0, 1)


def test_what_it_cannot_carry_is_said_at_the_cell(desk):
    rows = (("A", "", "", "M", 1, "Home kit", "", "", "", "77", "5"),)
    desk.build("club.xlsx", rows, headings=(*HEADINGS, "Logo 601001", "Price"), catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(one["level"], one["code"], one["cell"], one["message"]) for one in run.problems] == [
        ("error", "placeholder-not-carried", "J2", "The CSV folder has no column for placeholder 601001. Empty the cell."),
        ("warning", "price-not-carried", "K1",
         "Orders for the CSV folder carry no prices: those in this column are not sent."),
    ]  # fmt: skip


def test_its_settings_come_from_its_table_and_from_the_environment(desk, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    desk.environment["ROSTER_IMPORT_CSVDROP_FOLDER"] = "elsewhere"
    run = desk.quick("club.xlsx")
    assert (run.status, len(dropped(desk)), len(list((tmp_path / "elsewhere").iterdir()))) == (0, 0, 1)
    assert "is no setting" not in run.err
    desk.settings("")
    del desk.environment["ROSTER_IMPORT_CSVDROP_FOLDER"]
    run = desk.quick("--target", "csvdrop", "club.xlsx")
    assert run.status == 2
    assert run.err.endswith(
        "To place orders with csvdrop, set ROSTER_IMPORT_CSVDROP_FOLDER (or [csvdrop] folder in roster-import.toml). "
        "Nothing was sent.\n"
    )


def test_there_is_no_sandbox_for_it(desk):
    run = desk.quick("--sandbox", "club.xlsx")
    assert run.status == 2
    assert run.err.endswith("There is no sandbox for csvdrop; leave --sandbox or --target out.\n")
    assert dropped(desk) == []


def test_its_orders_are_exported_with_the_text_that_was_sent(desk):
    assert desk.quick("club.xlsx").status == 0
    run = desk.quick("orders", "export", "--format", "json")
    (order,) = json.loads(run.out)["orders"]
    assert order["body"] == dropped(desk)[0].read_bytes().decode()


def test_the_doctor_has_nothing_to_ask_of_it(desk):
    found = {one["what"]: one for one in json.loads(desk.quick("doctor", "--json").out)["findings"]}
    assert found["order system"] == {
        "ok": True, "what": "order system", "seen": "is not asked over the network", "do": None,
    }  # fmt: skip
    assert not [one for one in found.values() if not one["ok"] and one["what"] in ("key", "access", "address")]


def test_an_order_system_that_nobody_brings_is_named_with_those_that_are_there(desk):
    run = desk.quick("--target", "csvdorp", "club.xlsx")
    assert run.status == 2
    assert run.err.endswith(
        "There is no order system called “csvdorp” (known are kitmaker, dropday, jtl, csvdrop, oldshop and printshop): correct "
        "the name, or install the package that brings it.\n"
    )
