"""Sheets that are read otherwise than they stand, once somebody said so: players across, and several things in one cell."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl import Workbook

from roster_import.recognise.labelled_parts import holds_parts, parts_of
from tests.cli.test_commands import on_terminal
from tests.conftest import CATALOGUE, ORDER, _fill

ACROSS = (
    ("Player", "Anna Berg", "Bo Dahl", "Cilla Eg", "Dan Fisk"),
    ("Number", "7", "8", "09", "10"),
    ("Size", "M", "L", "XL", "S"),
    ("Design", "Away kit", None, None, "Away kit"),
)
TOLD = ("--map", "A=headings", "--print-name", "surname")
META = (
    ("Product", "Quantity", "Item Meta"),
    ("Away kit", "1", "Size: M | Name: HOLM | Number: 10"),
    ("Away kit", "2", "Size: L | Name: LUND | Number: 07"),
    ("Away kit", "1", "Size: L | Number: 9"),
)


def written(desk, rows, *, comment=None, merge=None, hide=None, name="club.xlsx"):
    book = Workbook()
    book.remove(book.active)
    _fill(book.create_sheet("Order"), ORDER.items())
    sheet = book.create_sheet("Hold 1")
    _fill(sheet, rows)
    _fill(book.create_sheet("Catalogue"), CATALOGUE)
    if comment:
        sheet[comment].comment = openpyxl.comments.Comment("please XL", "coach")
    if merge:
        sheet.merge_cells(merge)
    if hide:
        sheet.column_dimensions[hide].hidden = True
    book.save(desk.folder / name)


def told(run):
    return [(each["level"], each["code"], each["cell"], each["row"]) for each in run.problems]


def ordered(sandbox):
    return [
        (one["size"], one.get("name", ""), one.get("number", ""), one["quantity"])
        for design in sandbox.orders()[0]["body"]["designs"]
        for one in design["instances"]
    ]


# -------------------------------------------------------------------------------------------------------- players across


@pytest.mark.parametrize("title", [(), (["Spring 2026"], [])], ids=["bare", "titled"])
def test_players_across_are_ordered_once_it_was_said(desk, sandbox, title):
    rows = [*title, *ACROSS[:3], ("Design", *["Away kit"] * 4)]
    written(desk, rows)
    run = desk.quick("--json", "--accept-warnings", "club.xlsx", *TOLD)
    assert (run.status, ordered(sandbox)) == (
        0,
        [("M", "Berg", "7", 1), ("L", "Dahl", "8", 1), ("XL", "Eg", "09", 1), ("S", "Fisk", "10", 1)],
    )
    (understood,) = run.file["understood"]
    assert (understood["headingRow"], understood["headingColumn"]) == (None, "A")
    places = [(each["row"], each["column"], each["meaning"]) for each in understood["columns"] if each["cells"]]
    assert places == [
        (at + len(title), None, meaning) for at, meaning in enumerate(("player", "number", "size", "design"), 1)
    ]


def test_what_is_wrong_with_a_player_across_is_said_at_the_cell_of_the_file(desk):
    rows = [("Player", *ACROSS[0][1:]), ("Number", "7", "1O", "09", "10"), ("Size", "M", "L", None, "S"), ACROSS[3]]
    written(desk, rows, comment="E3", merge="B4:D4", hide="C")
    run = desk.quick("check", "--json", "club.xlsx", *TOLD)
    assert sorted(told(run)) == [
        ("error", "number-not-digits", "C2", 2),
        ("error", "size-missing", "D3", 3),
        ("warning", "comment-on-row", "E3", 3),
        ("warning", "row-hidden", "C1", 1),
    ]
    hidden = next(each for each in run.problems if each["code"] == "row-hidden")
    assert hidden["rows"] == [{"sheet": "Hold 1", "row": None, "column": "C"}]
    assert hidden["message"].startswith("Column C of sheet Hold 1 is hidden")


def test_a_note_beside_players_across_is_no_heading_and_is_told(desk):
    rows = [("Away kit 2026",), (), *ACROSS[:3], (), ("long sleeves for all",)]
    written(desk, rows)
    run = desk.quick("check", "--json", "club.xlsx", *TOLD, "--design", "Away kit")
    assert told(run) == [("warning", "text-may-change-order", "A7", 7)]


def test_the_results_of_players_across_name_their_columns_and_can_be_imported_again(desk, sandbox):
    written(desk, [*ACROSS[:3], ("Design", *["Away kit"] * 4)])
    assert desk.quick("--accept-warnings", "club.xlsx", *TOLD).status == 0
    book = openpyxl.load_workbook(desk.folder / "club.results.xlsx")
    headings, *lines = book["Lines"].iter_rows(values_only=True)
    rows = [line[headings.index("Rows")] for line in lines]
    assert rows == ["B", "C", "D", "E"]
    assert next([cell.value for cell in row] for row in book["Hold 1"].iter_rows()) == list(ACROSS[0])
    again = desk.quick("--json", "--accept-warnings", "club.results.xlsx", *TOLD)
    assert again.file["status"] == "already-placed"
    assert len(sandbox.orders()) == 1


def test_that_players_stand_across_is_remembered_for_the_club(desk, sandbox):
    rows = [*ACROSS[:3], ("Design", *["Away kit"] * 4)]
    written(desk, rows)
    assert desk.quick("--accept-warnings", "club.xlsx", *TOLD).status == 0
    written(desk, [*rows[:3], ("Design", *["Home kit"] * 4)], name="next.xlsx")
    run = desk.quick("check", "--json", "next.xlsx")
    (announced,) = [each["message"] for each in run.problems if each["code"] == "answered-before"]
    assert "column “A” is the headings of the players beside it" in announced
    assert [each["meaning"] for each in run.file["understood"][0]["columns"]] == ["player", "number", "size", "design"]


def test_a_sheet_across_that_is_said_to_be_nothing_is_no_roster(desk):
    written(desk, ACROSS)
    assert told(desk.quick("check", "--json", "club.xlsx", "--map", "A=ignored")) == [
        ("error", "roster-missing", None, None)
    ]


def test_players_across_are_asked_about_at_the_terminal(desk, sandbox):
    written(desk, [*ACROSS[:3], ("Design", *["Away kit"] * 4)])
    answers = ["1", "surname", "y"]
    status, shown = on_terminal(desk, "club.xlsx", "--language", "en", answers=answers)
    assert status == 0
    assert "headings: each column beside it is a player" in shown
    assert len(ordered(sandbox)) == 4


# ----------------------------------------------------------------------------------------------- several things in one cell


def test_named_parts_of_cells_are_asked_about_then_ordered(desk, sandbox):
    written(desk, META)
    asked = desk.quick("check", "--json", "club.xlsx")
    assert told(asked) == [("error", "column-unknown", "C1", 1)]
    assert (
        'If these are several things, each with its name before it: --map "Item Meta=parts".'
        in asked.problems[0]["message"]
    )

    answers = ("--map", "Item Meta=parts", "--print-name", "as-written")
    run = desk.quick("--json", "--accept-warnings", "club.xlsx", *answers)
    assert (run.status, ordered(sandbox)) == (0, [("M", "HOLM", "10", 1), ("L", "LUND", "07", 2), ("L", "", "9", 1)])
    columns = [(each["column"], each["heading"], each["meaning"]) for each in run.file["understood"][0]["columns"]]
    assert columns[2:] == [("C", "Size", "size"), ("C", "Name", "player"), ("C", "Number", "number")]

    written(desk, [META[0], ("Away kit", "1", "Size: S | Name: EK | Number: 1")], name="next.xlsx")
    again = desk.quick("check", "--json", "next.xlsx")
    assert "answered-before" in [code for _, code, *_ in told(again)]
    assert [each["meaning"] for each in again.file["understood"][0]["columns"]][2:] == ["size", "player", "number"]


def test_a_part_that_nothing_uses_is_asked_about(desk):
    rows = [META[0], *((*row[:2], f"{row[2]} | Shorts number: {at}1") for at, row in enumerate(META[1:], 3))]
    written(desk, rows)
    run = desk.quick("check", "--json", "club.xlsx", "--map", "Item Meta=parts", "--print-name", "as-written")
    assert ("error", "column-unused", "C1", 1) in told(run)


def test_family_in_parts_is_no_name(desk):
    rows = [("Player", "Number", "Size", "Design", "Family")]
    rows += [(name, "7", "M", "Away kit", f"Mother: Eva | Father: {name}") for name in ("Ada", "Bo", "Cy")]
    written(desk, rows)
    run = desk.quick("check", "--json", "club.xlsx", "--print-name", "surname")
    assert ("error", "column-unknown", "E1", 1) in told(run)


def test_what_is_wrong_with_a_part_is_said_at_its_cell(desk):
    rows = [*META, ("Away kit", "1", "Size: L | Name: EK | Number: #4"), ("Away kit", "1", "call me")]
    written(desk, rows)
    run = desk.quick(
        "check", "--json", "--apply-safe", "club.xlsx", "--map", "Item Meta=parts", "--print-name", "as-written"
    )
    assert ("error", "number-not-digits", "C5", 5) in told(run)
    assert ("error", "parts-unclear", "C6", 6) in told(run)
    (unclear,) = [each["message"] for each in run.problems if each["code"] == "parts-unclear"]
    assert unclear == (
        "“call me” is not made of names with what they say, each once, so nobody can tell what is ordered by it. Write it as "
        "the others, such as “Size: M | Number: 7”."
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Size: M | Name: HOLM", (("Size", "M"), ("Name", "HOLM"))),
        ("Size: M, Name: HOLM, JR", (("Size", "M"), ("Name", "HOLM, JR"))),
        ("Größe=L; Nummer=07", (("Größe", "L"), ("Nummer", "07"))),
        ("Taille: M\nFlocage: DUPONT\nNuméro: 9", (("Taille", "M"), ("Flocage", "DUPONT"), ("Numéro", "9"))),
        ("Size: M / Number: 7", (("Size", "M"), ("Number", "7"))),
        ("Size:", (("Size", ""),)),
        ("Size: M | Size: L", ()),
        ("Size: M | call me", ()),
        ("10:30", ()),
        ("https://example.org", ()),
        ("HOLM", ()),
    ],
)
def test_the_parts_of_a_cell(text, parts):
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("texts", "holds"),
    [
        (["Size: M | Number: 7", "Size: L | Number: 8"], True),
        (["Size: M", "Size: L"], False),
        (["Mother: Eva | Phone: 12345678", "Mother: Ida | Phone: 23456789"], False),
        (["Size: M | Number: 7", "call me", "later"], False),
        (["10:30", "11:30"], False),
    ],
)
def test_when_a_column_is_asked_about_as_named_parts(texts, holds):
    assert holds_parts(texts) is holds
