"""A file is read, recognised and validated once in an import; who is asked in between is asked at the stage it is about."""

from __future__ import annotations

import re
from collections import Counter

import pytest

import roster_import.recognise
from roster_import.check import validate
from tests.cli.test_commands import on_terminal
from tests.conftest import HEADINGS, ORDER, connected

ROWS = (("Ann", "Ann", "7", "M", 1, "298791"), ("Bo", "Bo", "8", "L", 1, "298791"))
COUNTED = ("Nr", "Navn", "Størrelse", "Design")  # running numbers or those worn, and a lone name


@pytest.fixture
def counted(monkeypatch):
    """How often rows were validated, and a workbook recognised."""
    counts = Counter()

    def counting(module, name):
        function = getattr(module, name)

        def wrapped(rows, *args, **more):
            counts[name] += bool(rows)
            return function(rows, *args, **more)

        monkeypatch.setattr(module, name, wrapped)

    counting(validate, "check_rows")
    counting(roster_import.recognise, "recognise")
    return counts


def test_a_file_is_checked_once_though_the_order_system_is_asked_what_it_names(tmp_path, sandbox, counted):
    desk = connected(tmp_path, sandbox.url, ROSTER_IMPORT_OFFLINE="0")
    for name, reference in (("first.xlsx", "PO-1"), ("second.xlsx", "PO-2")):
        desk.build(name, rows=ROWS, headings=HEADINGS, catalogue=None, order=ORDER | {"Reference": reference})
    assert desk.quick("first.xlsx", "second.xlsx").status == 0
    assert [one["path"] for one in sandbox.requests()].count("/api/design/298791") == 1, "asked for, for both at once"
    assert counted == {"check_rows": 2, "recognise": 2}


def test_an_error_that_rests_on_an_answer_of_earlier_is_judged_anew_and_nothing_else(tmp_path, sandbox, counted):
    desk = connected(tmp_path, sandbox.url, ROSTER_IMPORT_OFFLINE="0")
    desk.build("right.xlsx", rows=ROWS, headings=HEADINGS, catalogue=None)
    desk.build("wrong.xlsx", rows=(("Ann", "Ann", "7", "M", 1, "327815"),), headings=HEADINGS, catalogue=None)
    desk.quick("check", "wrong.xlsx")
    counted.clear()
    desk.quick("check", "right.xlsx", "wrong.xlsx")
    assert counted["recognise"] == 2


def test_safe_fixes_are_checked_in_a_second_look(tmp_path, sandbox, counted):
    desk = connected(tmp_path, sandbox.url)
    desk.build(rows=(("Ann", "Ann", "#7", "M", 1, "298791"),), headings=HEADINGS)
    assert desk.quick("--apply-safe", "club.xlsx").status == 0
    assert counted == {"check_rows": 2, "recognise": 2}


def test_questions_come_one_after_the_other_and_their_answers_are_remembered(desk, sandbox):
    rows = ((1, "Anna Holm", "M", "Away kit"), (2, "Bo Dahl", "L", "Away kit"), (3, "Cy Elg", "S", "Away kit"))
    desk.build(rows=rows, headings=COUNTED)
    status, shown = on_terminal(desk, "club.xlsx", "--language", "en", answers=["number", "surname", "y"])
    assert status == 0
    asked = re.findall(r"(What is it|What is printed|Place 1 order)", shown)
    assert asked == ["What is it", "What is printed", "Place 1 order"]
    (order,) = sandbox.orders()
    assert [(one["name"], one["number"]) for one in order["body"]["designs"][0]["instances"]] == [
        ("Holm", "1"),
        ("Dahl", "2"),
        ("Elg", "3"),
    ]
    listed = desk.quick("headings", "--json").json["headings"][0]
    assert (listed["columns"], listed["printName"]) == ({"nr": "number"}, "surname")


def test_one_answer_stands_for_every_file_and_a_files_questions_come_before_the_next_files(desk):
    rows = ((1, "Anna Holm", "M", "Away kit"), (2, "Bo Dahl", "L", "Away kit"), (3, "Cy Elg", "S", "Away kit"))
    desk.build("first.xlsx", rows=rows, headings=COUNTED)
    desk.build("second.xlsx", rows=rows, headings=("No", *COUNTED[1:]))
    desk.build("third.xlsx", rows=rows, headings=COUNTED)
    answers = ["number", "none", "ignored", "n"]
    _, shown = on_terminal(desk, "first.xlsx", "second.xlsx", "third.xlsx", "--language", "en", answers=answers)
    assert re.findall(r"column “(N.)”|(What is printed)", shown) == [("Nr", ""), ("", "What is printed"), ("No", "")]
