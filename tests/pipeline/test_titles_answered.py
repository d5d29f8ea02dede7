"""What a coach calls the garments is asked about once for all rows, answered by number, word or option, and remembered."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from roster_import.check.placeholders import titles_of_the_system
from roster_import.check.recognised import CheckOptions
from roster_import.check.rows.row import RosterRow
from roster_import.language.messages import Day
from roster_import.language.translations import in_language
from roster_import.model.catalogue import Catalogue, CatalogueEntry
from roster_import.model.layout import ColumnReading, Meaning
from roster_import.model.workbook import Cell
from roster_import.pipeline.memory import as_options
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


def test_what_was_answered_for_nothing_is_said_as_options(desk, sandbox):
    desk.build(
        headings=("Player", "Size", "Shirt", "Quantity"), rows=(("Ann", "M", "Heimtrikot", "many"), ("Bo", "M", "Heimtrikot", 1)),
        catalogue=CATALOGUE,
    )  # fmt: skip
    status, shown = on_terminal(desk, "club.xlsx", answers=["none", "1"])
    assert (status, sandbox.requests()) == (1, [])
    assert (
        "What you answered is remembered once an order is placed. Not to be asked again until then, add to the command: "
        '--print-name none --title "Heimtrikot=Home shirt"\n'
    ) in shown
    assert (
        "Question" not in on_terminal(desk, "club.xlsx", "--print-name", "none", "--title", "Heimtrikot=Home shirt")[1]
    )


def test_an_answer_is_said_again_as_every_shell_takes_it():
    given = CheckOptions(titles={"Hose": "Shorts"}, mapping={"Nr": (Meaning.NUMBER, None)})
    now = replace(
        given,
        titles={**given.titles, 'the "old" one': "Home shirt"},
        mapping={**given.mapping, "Trikot": (Meaning.SIZE, "Home shirt")},
        design="MUL1",
    )
    assert as_options(given, now) == (
        '--map "Trikot=size:Home shirt"', '--design "MUL1"', """--title 'the "old" one=Home shirt'""",
    )  # fmt: skip
    assert as_options(given, given) == ()


def test_what_the_coach_wrote_stays_the_coachs(desk):
    desk.build(
        headings=HEADINGS, rows=rows("Heimtrikot", "Heimtrikot"),
        catalogue=((*CATALOGUE[0], "Sizes"), ("Home shirt", "design", None, None, "")),
    )  # fmt: skip
    [problem] = desk.quick("check", "--json", "--title", "Heimtrikot=Home shirt", "club.xlsx").file["problems"]
    assert (problem["code"], problem["cell"], problem["value"]) == ("design-without-id", "D2", "Heimtrikot")


def test_a_title_of_the_order_system_that_was_answered_is_said_with_what_stands_there():
    catalogue = Catalogue(entries=(CatalogueEntry(kind="design", title="Away kit", id=1001, from_system=True),))
    read = ColumnReading(column=4, heading="Trikot", meaning=Meaning.DESIGN)
    cell = Cell(row=2, column=4, text="Away kit", stands="Heimtrikot")
    row = RosterRow(sheet="Roster", row=2, cells={Meaning.DESIGN: cell}, columns={Meaning.DESIGN: read})
    [problem] = titles_of_the_system([row], catalogue)
    assert (problem.cell, problem.value, [in_language(problem.message, each) for each in ("en", "da", "de")]) == (
        "D2",
        "Heimtrikot",
        [
            "“Heimtrikot” is taken for “Away kit”, as was answered. That stands in no catalogue of yours; the order system calls "
            "design 1001 so, and that is what is ordered.",
            "”Heimtrikot” opfattes som ”Away kit”, som der blev svaret. Det står ikke i dit katalog; bestillingssystemet kalder "
            "design 1001 sådan, og det er det, der bestilles.",
            "„Heimtrikot“ gilt als „Away kit“, wie geantwortet wurde. Das steht in keinem eigenen Katalog; das Bestellsystem "
            "nennt Design 1001 so, und das wird bestellt.",
        ],
    )


LOGOS = (("Logo", "Quantity"), ("wappen", 18), ("Sponsor", 2), ("Wappen", 3))
WITH_LOGOS = (*CATALOGUE, ("Vereinswappen", "logo", 100113, None), ("Hauptsponsor", "logo", 100114, None))


def test_a_loose_logo_is_asked_about_once_for_all_its_rows_and_answered_by_option(desk, sandbox):
    desk.build(rows=(), headings=(), logos=LOGOS, catalogue=WITH_LOGOS)
    status, shown = on_terminal(desk, "club.xlsx", answers=["1", "1", "n"])
    assert (status, sandbox.orders()) == (130, [])
    assert (
        "Question 1: Sheet Logos, column “Logo”: “wappen” in rows 2 and 4 is no title of the catalogue. Which logo is meant?\n"
        "  1  Vereinswappen (probably)\n  2  Hauptsponsor\n"
    ) in shown.replace("\r\n", "\n")
    options = ("--title", "wappen=Vereinswappen", "--title", "Sponsor=Vereinswappen")
    run = desk.quick("club.xlsx", "--yes", "--json", "--title", "Schal=Hauptsponsor", *options)
    assert [(each["code"], each["message"].split(",")[0]) for each in run.problems] == [
        ("answer-unmet", "No row says “Schal”")
    ]
    (order,) = sandbox.orders()
    assert [(logo["logoId"], logo["quantity"]) for logo in order["body"]["logos"]] == [(100113, 23)]


def test_the_advice_for_a_logo_names_the_option(desk):
    desk.build(rows=(), headings=(), logos=(*LOGOS[:2], LOGOS[1]), catalogue=WITH_LOGOS)
    (problem,) = desk.quick("check", "--json", "club.xlsx").problems
    assert problem["message"].endswith('To take it so wherever it stands: --title "wappen=Vereinswappen".')


def test_an_answer_about_loose_logos_alone_counts_for_the_club_and_is_announced(desk, sandbox):
    desk.build(rows=(), headings=(), logos=LOGOS[:2], catalogue=WITH_LOGOS)
    assert desk.quick("club.xlsx", "--yes", "--title", "wappen=Vereinswappen").status == 0
    (kept,) = json.loads((desk.folder / "headings.json").read_text())["answers"]
    assert (kept["titles"], kept["headings"]) == ({"wappen": "Vereinswappen"}, [])
    again = {"rows": (), "headings": (), "logos": LOGOS[:2], "catalogue": WITH_LOGOS}
    desk.build("next.xlsx", **again, order={**ORDER, "Reference": "PO-2"})
    run = desk.quick("next.xlsx", "--yes", "--json", "--accept-warnings")
    assert [(each["code"], each["message"]) for each in run.problems if each["code"] == "answered-before"] == [
        ("answered-before", f"As answered for club.xlsx on {Day(today())}: “wappen” is Vereinswappen.")
    ]
    assert run.status == 0
    assert desk.quick("headings", "--forget", "all").status == 0
    assert desk.quick("check", "next.xlsx").status == 1
