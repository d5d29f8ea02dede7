"""Suggestions are offered, and applied only where asked for and where nothing of what is meant can change."""

from __future__ import annotations

from openpyxl import load_workbook

ROWS = (
    ("Anna", "Smith", "#7", "M", 1, "Away kit"),
    ("Bo", "Jones", "２７", "L", 1, "Away kit"),
    ("Cy", "Young", "1O", "L", 1, "Away kit"),
)


def test_nothing_is_applied_in_silence(desk, sandbox):
    desk.build(rows=ROWS[:2])
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, [(p["cell"], p["suggestion"]) for p in run.file["problems"]]) == (
        1,
        [("C2", "7"), ("C3", "27")],
    )
    assert sandbox.requests() == []


def test_safe_suggestions_are_applied_and_each_is_listed(desk, sandbox):
    club = desk.build(rows=ROWS[:2])
    before = club.read_bytes()
    run = desk.quick("--json", "--apply-safe", "club.xlsx")
    assert run.status == 0
    assert [(p["level"], p["code"], p["cell"], p["message"]) for p in run.file["problems"]] == [
        ("warning", "suggestion-applied", cell,
         f"“{value}” was taken as {said}, as --apply-safe asks. The file itself is as it was.")
        for cell, value, said in (("C2", "#7", "7"), ("C3", "２７", "27"))
    ]  # fmt: skip
    instances = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    assert [one["number"] for one in instances] == ["7", "27"]
    assert club.read_bytes() == before
    assert load_workbook(desk.folder / "club.results.xlsx")["Roster"]["C2"].value == "#7"


def test_a_letter_for_a_digit_is_never_safe(desk, sandbox):
    desk.build(rows=ROWS)
    run = desk.quick("--json", "--apply-safe", "club.xlsx")
    assert run.status == 1
    assert [(p["level"], p["cell"]) for p in run.file["problems"]] == [
        ("warning", "C2"),
        ("warning", "C3"),
        ("error", "C4"),
    ]
    assert sandbox.requests() == []


def test_the_rules_of_a_sport_are_warnings_and_asked_for_by_name(desk):
    desk.build(rows=(("Anna", "Smith", "0", "M", 1, "Away kit"),))
    assert desk.quick("check", "--json", "club.xlsx").file["problems"] == []
    run = desk.quick("check", "--json", "--sport", "handball", "club.xlsx")
    assert (run.status, [(p["level"], p["code"], p["cell"]) for p in run.file["problems"]]) == (
        0,
        [("warning", "number-outside-sport", "C2")],
    )
    wrong = desk.quick("check", "--sport", "chess", "club.xlsx")
    assert wrong.status == 2
    assert wrong.err.startswith("roster-import: There are no rules for “chess”. Known: free, football, handball, ")
