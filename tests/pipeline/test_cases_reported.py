"""Small inputs after public reports, each with the outcome written beside it: what it says is held mechanically."""

from __future__ import annotations

import pytest

from tests.pipeline.cases import WITHOUT, labels, send

pytestmark = WITHOUT
LABELS = labels()


@pytest.mark.every(3)
@pytest.mark.parametrize("name", list(LABELS))
def test_a_report_ends_as_it_is_labelled(tmp_path, name):
    label = LABELS[name]
    command = label.get("mode", "import")
    outcome = send(tmp_path, f"reports/{name}", *label.get("args", ()), command=command)
    ways = label.get("either", [label])
    faults = [[fault for key, check in CHECKS.items() if key in way for fault in check(outcome, way)] for way in ways]
    assert [] in faults, (label["expect"], faults, outcome.problems)


def _exit(outcome, label):
    if outcome.run.status != label["exit"]:
        yield f"exit {outcome.run.status}"
    if label["exit"] and outcome.bodies:
        yield "it was ordered"


def _codes(outcome, label):
    codes = [problem["code"] for problem in outcome.problems]
    yield from (f"{code}: {codes.count(code)}" for code in label["codes"] if codes.count(code) != 1)


def _columns(outcome, label):
    row = outcome.run.file["understood"][0]["headingRow"]
    told = (p["cell"] for p in outcome.errors if p["row"] == row and p["code"].startswith("column-"))
    asked = {cell.rstrip("0123456789") for cell in told if cell}
    allowed = set(label.get("ask_ok", ()))
    for letter, meanings in label["columns"].items():
        meaning = outcome.columns[letter]["meaning"]
        if meaning not in meanings.split("|") and letter not in asked & allowed:
            yield f"{letter} is {meaning}"
    yield from (f"{letter} is asked about" for letter in asked - allowed)


def _of(outcome, label):
    for letter, of in label["of"].items():
        if outcome.columns[letter]["of"] != of:
            yield f"{letter} is of {outcome.columns[letter]['of']}"


def _heading_row(outcome, label):
    if outcome.run.file["understood"][0]["headingRow"] != label["heading_row"]:
        yield "another heading row"


def _lines(outcome, label):
    if sorted(outcome.lines) != sorted(map(tuple, label["lines"])):
        yield f"ordered: {outcome.lines}"


def _says(outcome, label):
    messages = " ".join(problem["message"] for problem in outcome.problems)
    yield from (f"nothing says {word}" for word in label["says"] if word not in messages)


def _said_cells(outcome, label):
    yield from (f"nothing of {cell}" for cell in label["said_cells"] if not outcome.says_of(cell))


def _error_rows(outcome, label):
    rows = {problem["row"] for problem in outcome.errors}
    yield from (f"no error in row {row}" for row in label["error_rows"] if row not in rows)


def _said_or_left_out(outcome, label):
    if not outcome.says_of_row(label["said_or_left_out"]):
        yield "not a word of the row"


CHECKS = {
    "exit": _exit,
    "codes": _codes,
    "columns": _columns,
    "of": _of,
    "heading_row": _heading_row,
    "lines": _lines,
    "says": _says,
    "said_cells": _said_cells,
    "error_rows": _error_rows,
    "said_or_left_out": _said_or_left_out,
}


def test_every_key_of_the_labels_is_held():
    known = {*CHECKS, "expect", "args", "mode", "either", "ask_ok"}
    assert {key for label in LABELS.values() for key in label} <= known
