"""Every answer the program offers does what it says: it leads on, loses nobody, and never in a circle.

Each sheet is checked, an answer that a message offers is given, and so on: whichever way is taken, in a few steps nothing is
asked any more, and everybody is ordered for, or it is said that they are not.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.pipeline.cases import CASES, WITHOUT, send

_MAP = re.compile(r'--map "([^"]+=[^"]+)"|or "([^"]+=[a-z-]+)"')
_PRINT = re.compile(r"--print-name (as-written|surname|none)")
_DESIGN = re.compile(r'--design "([^"]+)"')
_MOST_STEPS = 12
_WAYS = ("first", "last")


def offered(problems):
    """The answers that the errors offer, each as the options that give it; those of one error together."""
    for problem in problems:
        message = problem["message"] if problem["level"] == "error" else ""
        answers = [("--map", first or other) for first, other in _MAP.findall(message)]
        answers += [("--print-name", answer) for answer in _PRINT.findall(message)]
        answers += [("--design", answer) for answer in _DESIGN.findall(message)]
        if answers:
            yield answers


def walk(check, way):
    """Give the offered answers one after the other; the last outcome, and everything that was answered."""
    given: list[str] = []
    for _ in range(_MOST_STEPS):
        outcome = check(given)
        choices = list(offered(outcome.problems))
        if not choices:
            return outcome, given
        answer = choices[0][0 if way == "first" else -1]
        assert list(answer) not in [given[at : at + 2] for at in range(0, len(given), 2)], (
            f"in a circle: {given} {answer}"
        )
        given += answer
    raise AssertionError(f"no end: {given}")


CATALOGUE = (("Title", "Kind", "ID"), ("Away kit", "design", 298791))
SHEETS = {
    "players side by side": (
        ("Team", "Player 1", "Player 2", "Player 3", "Shirt size", "Design"),
        ("Owls", "Ada Holm", "Bo Lund", "Cy Frost", "M", "Away kit"),
        ("Foxes", "Dee Marsh", "Eli Stone", "Fay Wood", "L", "Away kit"),
    ),
    "players across": (
        ("Player", "Ada Holm", "Bo Lund", "Cy Frost"),
        ("Number", "7", "8", "9"),
        ("Size", "M", "L", "S"),
        ("Design", "Away kit", "Away kit", "Away kit"),
    ),
    "blocks of players": (
        ("Team", "Name 1", "No 1", "Size 1", "Name 2", "No 2", "Size 2", "Design"),
        ("Owls", "Ada Holm", "7", "M", "Bo Lund", "8", "L", "Away kit"),
        ("Foxes", "Cy Frost", "9", "S", "", "", "", "Away kit"),
    ),
    "named parts in one cell": (
        ("Product", "Quantity", "Item Meta"),
        ("Away kit", 1, "Size: M | Name: HOLM | Number: 7"),
        ("Away kit", 1, "Size: L | Name: LUND | Number: 8"),
    ),
    "two numbers": (
        ("Player", "Name", "Jersey Number", "Size", "Design", "Jersey Number"),
        ("Ada Holm", "HOLM", "7", "M", "Away kit", "17"),
        ("Bo Lund", "LUND", "8", "L", "Away kit", "18"),
        ("Cy Frost", "FROST", "4", "S", "Away kit", "14"),
    ),
    "no design": (("Name", "Number", "Size"), ("Ada Holm", "7", "M"), ("Bo Lund", "8", "L")),
    "two columns Name": (
        ("Name", "Number", "Size", "Design", "Name"),
        ("Ada Holm", "7", "M", "Away kit", "Flash"),
        ("Bo Lund", "8", "L", "Away kit", "Bolt"),
    ),
    "first, last and Name": (
        ("First name", "Last name", "Number", "Size", "Design", "Name"),
        ("Ada", "Holm", "7", "M", "Away kit", "HOLM"),
        ("Bo", "Lund", "8", "L", "Away kit", "BOLT"),
    ),
    "a column nobody knows": (
        ("Player", "Name", "Number", "Size", "Design", "Sleeves"),
        ("Ada Holm", "HOLM", "7", "M", "Away kit", "long"),
        ("Bo Lund", "LUND", "8", "L", "Away kit", "short"),
    ),
    "a garment nobody knows": (
        ("Player", "Name", "Number", "Shirt size"),
        ("Ada Holm", "HOLM", "7", "M"),
        ("Bo Lund", "LUND", "8", "L"),
    ),
    "names with numbers": (
        ("Player", "Size", "Design"),
        ("Ada Holm 7", "M", "Away kit"),
        ("Bo Lund 8", "L", "Away kit"),
    ),
    "sizes in one cell": (
        ("Player", "Name", "Number", "Sizes"),
        ("Ada Holm", "HOLM", "7", "Away kit M; Away kit L"),
        ("Bo Lund", "LUND", "8", "Away kit S, Away kit S"),
    ),
    "wished numbers": (
        ("Player", "Name", "1st choice", "2nd choice", "Size", "Design"),
        ("Ada Holm", "HOLM", "7", "9", "M", "Away kit"),
        ("Bo Lund", "LUND", "8", "11", "L", "Away kit"),
    ),
}
PEOPLE = {name: len(rows) for name, (_, *rows) in SHEETS.items()} | {
    "players side by side": 6,
    "blocks of players": 3,
    "sizes in one cell": 4,
}


@pytest.mark.every(4)
@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("name", list(SHEETS))
def test_an_offered_answer_leads_on_and_loses_nobody(desk, sandbox, name, way):
    headings, *rows = SHEETS[name]
    desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    runs = []

    def check(given):
        runs.append(desk.quick("--json", "--accept-warnings", "club.xlsx", *given))
        return _Told(runs[-1])

    _, given = walk(check, way)
    assert runs[-1].status in (0, 1)
    pieces = sum(
        one["quantity"]
        for order in sandbox.orders()
        for design in order["body"]["designs"]
        for one in design["instances"]
    )
    refused = {answer.partition("=")[0] for answer in given if answer.endswith("=ignored")}
    people = PEOPLE[name] - (2 * len(refused) if name == "players side by side" else 0)
    said = [problem for problem in runs[-1].problems if problem["level"] == "error"]
    assert pieces == people or said, (given, runs[-1].problems)


class _Told:
    def __init__(self, run):
        self.problems = run.problems


@WITHOUT
@pytest.mark.drill
@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize(
    "case",
    sorted(f"{path.parent.name}/{path.name}" for path in CASES.glob("*/[a-zA-Z][0-9]*.*")) if CASES.is_dir() else [],
)
def test_the_answers_offered_for_a_case_come_to_an_end(checked, case, way):
    walk(lambda given: checked(case, *given), way)


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """What is said of a case with the answers given so far: both ways begin alike, and with most cases end there."""
    return cache(lambda case, *given: send(tmp_path_factory.mktemp("case"), case, *given, command="check"))
