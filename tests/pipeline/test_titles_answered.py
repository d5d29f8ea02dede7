"""What a coach calls the garments is asked about once for all rows, answered by number, word or option, and remembered."""

from __future__ import annotations

import json

import pytest

from roster_import.language.messages import Day
from tests.conftest import ORDER
from tests.pseudo_terminal import on_terminal
from tests.recognise.test_memory import today

CATALOGUE = (
    ("Title", "Kind", "ID", "Code"),
    ("Home shirt", "design", 298791, None),
    ("Away shirt", "design", 299571, None),
    ("Keeper shirt", "design", None, "MUL327815"),
)
HEADINGS = ("Player", "Name", "Size", "Shirt")


def rows(*titles):
    return [(f"Ann {at}", "", "M", title) for at, title in enumerate(titles, 1)]


def ordered(sandbox):
    (order,) = sandbox.orders()
    return {
        design.get("designId", 0): sum(one["quantity"] for one in design["instances"])
        for design in order["body"]["designs"]
    }


def build(desk, *titles, name="club.xlsx", **order):
    return desk.build(
        name, headings=HEADINGS, rows=rows(*titles), catalogue=CATALOGUE, order={**ORDER, **order}
    )  # fmt: skip


def test_a_title_is_asked_about_once_for_all_its_rows(desk, sandbox):
    build(desk, "Heimtrikot", "heimtrikot", "Torwarttrikot", "Heimtrikot", "Bluse")
    status, shown = on_terminal(desk, "club.xlsx", answers=["1", "keeper shirt", "9", "Away shirt", "y"])
    assert (status, ordered(sandbox)) == (0, {298791: 3, 0: 1, 299571: 1})
    assert shown.startswith(
        "Question 1: Sheet Roster, column “Shirt”: “Heimtrikot” in rows 2, 3 and 5 is no title of the catalogue. Which design "
        "is meant?\n"
        "  1  Home shirt (probably)\n"
        "  2  Away shirt\n"
        "  3  Keeper shirt\n"
        "  4  none of these, or not now: nothing is sent\n"
        "A number, or the words [4]:  1\n"
        "Question 2: "
    )
    assert "Answer a number from 1 to 4, or the words that stand behind it." in shown


def test_the_return_key_alone_orders_nothing_and_the_error_names_the_option(desk, sandbox):
    build(desk, "Heimtrikot", "Heimtrikot", "Torwarttrikot")
    status, shown = on_terminal(desk, "club.xlsx", answers=[""])
    assert (status, sandbox.requests()) == (1, [])
    assert (
        "Did you mean Home shirt? It is the same in row 3. To take it so wherever it stands: --title "
        '"Heimtrikot=Home shirt".\n'
    ) in shown


@pytest.mark.parametrize(
    ("text", "title", "made"),
    [
        ("Heimtrikot", "Home shirt", {298791: 2}),
        ("heim-trikot", "MUL327187", {0: 2}),
        ("Home + Away", "Home shirt; Away shirt", {298791: 2, 299571: 2}),
        ("Bluse", "299571", {299571: 2}),
    ],
)
def test_the_option_says_it_for_every_row(desk, sandbox, text, title, made):
    build(desk, text, text)
    assert desk.quick("club.xlsx", "--title", f"{text}={title}").status == 0
    assert ordered(sandbox) == made


def test_an_option_that_says_nothing_is_refused(desk):
    build(desk, "Heimtrikot")
    run = desk.quick("club.xlsx", "--title", "Heimtrikot")
    assert (run.status, run.err) == (
        2, 'roster-import: --title “Heimtrikot” is not TEXT=TITLE, such as --title "Heimtrikot=Home shirt".\n'
    )  # fmt: skip


def test_the_answer_counts_for_the_club_once_it_was_ordered_by_it(desk, sandbox):
    build(desk, "Heimtrikot", "Bluse", name="bad.xlsx")
    assert desk.quick("bad.xlsx", "--title", "Heimtrikot=Home shirt").status == 1
    assert desk.quick("headings").out == "Nothing is remembered.\n"
    build(desk, "Heimtrikot")
    assert desk.quick("club.xlsx", "--title", "Heimtrikot=Home shirt", "--title", "Hose=Away shirt").status == 0
    (kept,) = json.loads((desk.folder / "headings.json").read_text())["answers"]
    assert kept["titles"] == {"Heimtrikot": "Home shirt"}, "what stood nowhere is not kept"
    desk.build(
        "next.xlsx", headings=("Who", *HEADINGS[1:]), rows=rows("HEIMTRIKOT"), catalogue=CATALOGUE,
        order={**ORDER, "Reference": "PO-2"},
    )  # fmt: skip
    run = desk.quick("next.xlsx", "--yes", "--json")
    said = [problem["message"] for problem in run.file["problems"] if problem["code"] == "answered-before"]
    assert (run.status, said) == (
        0,
        [f"As answered for club.xlsx on {Day(today())}: “Heimtrikot” is Home shirt."],
    )
    (desk.folder / "other").mkdir()
    build(desk, "Heimtrikot", name="other/theirs.xlsx", Reference="PO-3")
    assert desk.quick("other/theirs.xlsx", "--yes").status == 1, "never for another club unattended"
    assert on_terminal(desk, "other/theirs.xlsx", answers=[""])[0] == 1, "nor unasked"
