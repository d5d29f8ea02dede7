"""The Python interface: the examples of docs/python.md, run as they stand; nothing printed, nothing loaded too early."""

from __future__ import annotations

import dataclasses
import inspect
import json
import os
import re
import subprocess
import sys
from unittest import mock

import pytest

import roster_import
from roster_import import settings
from roster_import.pipeline import options
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "python.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
SECOND = {"Reference": "PO-2", "Delivery name": "FC", "Delivery address": "Road 1", "Delivery zip": "1", "Delivery city": "X",
          "Delivery country": "DK", "Email": "a@example.com", "Contact name": "A"}  # fmt: skip


@pytest.fixture
def at_desk(desk, monkeypatch):
    monkeypatch.chdir(desk.folder)
    with mock.patch.dict(os.environ, desk.all_environment(), clear=True):
        yield desk


@pytest.mark.drill
def test_the_examples_of_the_page_run(at_desk, sandbox):
    at_desk.build()
    at_desk.build("second.xlsx", (("", "", "", "S", 3, "Home kit"),), order=SECOND)
    (at_desk.folder / "results").mkdir()
    names = {"KITMAKER_URL": sandbox.url, "KITMAKER_KEY": "sandbox-key"}
    assert len(EXAMPLES) == 6
    for example in EXAMPLES:
        exec(example, names)
    assert len(sandbox.orders()) == 2
    assert (at_desk.folder / "results" / "second.results.xlsx").exists()


def test_nothing_is_printed_and_the_report_is_what_json_prints(at_desk, capfd):
    at_desk.build()
    report = roster_import.place("club.xlsx", output=at_desk.folder / "a.xlsx")
    assert report.placed
    roster_import.proof("club.xlsx")
    roster_import.template()
    roster_import.resume()
    assert capfd.readouterr() == ("", "")
    again = at_desk.quick("--json", "club.xlsx").json
    assert again == json.loads(json.dumps(roster_import.document(roster_import.place("club.xlsx"))))


def test_what_is_wrong_with_a_workbook_is_in_the_report(at_desk, sandbox):
    at_desk.build(rows=(("Ann", "ANN", "1O", "M", 1, "Away kit"),))
    report = roster_import.place("club.xlsx")
    assert (report.placed, [(error.code, error.cell) for error in report.errors]) == (
        False,
        [("number-not-digits", "C2")],
    )
    assert report.files[0].marked.name == "club.problems.xlsx"
    assert sandbox.requests() == []
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.files = ()


def test_a_setting_given_is_stronger_than_the_environment_and_a_wrong_one_is_named(at_desk):
    at_desk.build()
    roster_import.place("club.xlsx", ledger="other.sqlite3", kitmaker={"api_key": "sandbox-key"})
    assert (at_desk.folder / "other.sqlite3").exists()
    assert roster_import.orders() == ()
    assert [order.reference for order in roster_import.orders(ledger="other.sqlite3")] == ["PO-2026-0042"]
    with pytest.raises(
        roster_import.UsageError, match=r"there is no setting “\[kitmaker\] key”. Did you mean “api_key”\?"
    ):
        roster_import.check("club.xlsx", kitmaker={"key": "x"})
    with pytest.raises(TypeError, match="unexpected keyword argument 'targt'"):
        roster_import.check("club.xlsx", targt="kitmaker")


def test_every_setting_can_be_said_from_python():
    known = {field.name for field in dataclasses.fields(options.ImportCommand)}
    top = {setting.name for setting in settings.TOP}
    assert (top | {"order", "delivery", "organizations", "catalogue", "kitmaker", "dropday", "jtl"}) <= known


@pytest.mark.parametrize("name", [name for name in roster_import.__all__ if name != "__version__"])
def test_what_is_public_is_documented(name):
    assert inspect.getdoc(getattr(roster_import, name))
    assert f"`{name}`" in PAGE or f"roster_import.{name}" in PAGE or f"{name}(" in PAGE


def test_the_rooms_do_not_take_the_functions_names_away():
    import roster_import.check.validate
    import roster_import.place.ledger.ledger

    assert roster_import.check.__name__ == "check"
    assert roster_import.place.__name__ == "place"


def test_importing_the_package_loads_nothing():
    code = (
        "import sys, roster_import; print(*sorted(n for n in sys.modules if n.startswith('roster_import')))\n"
        "assert not {'click', 'dataclasses', 'asyncio', 'pandas', 'httpx', 'urllib.parse'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["roster_import", "roster_import.model", "roster_import.model.setting_names"]
