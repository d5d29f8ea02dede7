"""What recognition is told, what it asks, and in which words."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recognise_grids import described, sheet_of

from roster_import.model.layout import LayoutKind, Meaning
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook, column_letter
from roster_import.recognise import Hints, Recognition, fingerprint, recognise

ROSTER = """
Name|Number|Size
Ada Brindle|4|M
Bo Carstairs|17|L
Cy Dunmore|9|XL"""
COUNTED = """
Nr|Spieler|Größe
1|Jale Moosbach|M
2|Bero Tannhof|L
3|Ciro Auenried|XL"""
MATRIX = """
Product|S|M|L
Polo|2|5|4
Hoodie||3|6"""


def book(*sheets: Sheet) -> Workbook:
    return Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=sheets)


def read(grid: str, hints: Hints | None = None) -> Recognition:
    return recognise(book(sheet_of(grid)), hints)


def messages(recognition: Recognition) -> list[str]:
    return [problem.message for problem in recognition.problems]


# ------------------------------------------------------------------------------------------------------ questions


def test_a_running_number_is_asked_about() -> None:
    recognition = read(COUNTED)
    assert messages(recognition) == [
        "On sheet Sheet1, the numbers of column “Nr” run on from row to row (1, 2, 3 …): they may be the numbers to print, or "
        'only count the players. If they are printed: --map "Nr=number". If they only count the players: --map "Nr=ignored".'
    ]
    problem, question = recognition.problems[0], recognition.questions[0]
    assert (problem.level, problem.code, problem.cell, problem.column) == ("error", "column-unclear", "A1", "Nr")
    assert [candidate.meaning for candidate in question.candidates] == [Meaning.NUMBER, Meaning.IGNORED]
    assert question.samples == ("1", "2", "3")
    assert not recognition.rosters[0].columns[0].sure


def test_an_unnamed_column_is_asked_about_by_its_letter() -> None:
    recognition = read("""
Ada Brindle|4|M
Bo Carstairs|17|L
Cy Dunmore|9|XL""")
    assert messages(recognition) == [
        "On sheet Sheet1, column B, which has no heading, may mean the number to print or nothing that is ordered. "
        'Say which: --map "B=number" or --map "B=ignored".'
    ]


def test_threes_and_fours_of_socks_may_be_sizes_and_each_answer_names_them() -> None:
    recognition = read("""
Spieler|Nr.|Trikot|Hose|Stutzen
Tim Alt|7|152|152|3
Jan Wolf|10|164|164|4
Kai Lau|4|S|S|4""")
    assert messages(recognition) == [
        'On sheet Sheet1, the heading "Stutzen" may mean the size or how many. Say which: --map "Stutzen=size:Stutzen" or '
        '--map "Stutzen=quantity:Stutzen".'
    ]


def test_what_somebody_is_called_is_printed_only_once_that_was_said() -> None:
    recognition = read("""
Nombre|Apellidos|Mote|Dorsal|Talla
Ana|Ruiz|ANI|7|S
Eva|Sanz|EVITA|10|M
Pilar|Gil|PILI|4|L""")
    assert messages(recognition) == [
        'On sheet Sheet1, the heading "Mote" may mean the name to print or nothing that is ordered. '
        'Say which: --map "Mote=name" or --map "Mote=ignored".'
    ]


TWO_NUMBERS = "Name|Number|Nummer|Size\nAda Brindle|4|14|M\nBo Carstairs|17|27|L\nCy Dunmore|9|39|XL"


def test_two_number_columns_are_asked_about() -> None:
    recognition = read(TWO_NUMBERS)
    assert messages(recognition) == [
        'On sheet Sheet1, the heading "Number" may mean the number to print or nothing that is ordered. '
        'Say which: --map "Number=number" or --map "Number=ignored". If it is “Nummer” instead: --map "Nummer=number".'
    ]
    assert not any(column.sure for column in recognition.rosters[0].columns if column.meaning is Meaning.NUMBER)


@pytest.mark.parametrize(("told", "number"), [("Number", "B"), ("Nummer", "C")])
def test_each_of_two_number_columns_can_be_the_answer(told: str, number: str) -> None:
    recognition = read(TWO_NUMBERS, Hints(mapping={told: (Meaning.NUMBER, None)}))
    assert messages(recognition) == []
    columns = recognition.rosters[0].columns
    assert [column_letter(column.column) for column in columns if column.meaning is Meaning.NUMBER] == [number]


def test_sizes_of_two_matrices_side_by_side_are_not_mixed() -> None:
    recognition = read("""
Product|S|M|L|S|M|L
Polo|2|5|4|1|1|
Hoodie||3|6|2|1|1""")
    assert messages(recognition) == [
        'On sheet Sheet1, size "S" heads column E and a column before it: whose is whose cannot be seen. '
        'Say it in the headings, such as "Women S" and "Men S".'
    ]


def test_no_roster() -> None:
    recognition = read("""
Dear coach, please fill in the other file.
We need it by Friday.""")
    assert recognition.rosters == ()
    assert messages(recognition) == [
        'No roster was found on "Sheet1". A roster is a table with a row for each player or garment under headings '
        "such as Name, Number and Size. Add the headings above your players, or copy the players into our template: "
        "roster-import template."
    ]


def test_nothing_to_look_at() -> None:
    assert messages(recognise(book(replace(sheet_of(ROSTER), hidden=True)))) == [
        "No roster was found: the file has no visible sheet to look at. A roster is a table with a row for each "
        "player or garment under headings such as Name, Number and Size. Add the headings above your players, or "
        "copy the players into our template: roster-import template."
    ]


@pytest.mark.parametrize(
    "grid",
    [
        "Size\nXS\nS\nM\nL",
        "Title|Kind|ID|Code|Sizes|Price\nHome shirt|design|11|HS|S,M,L|39.95\nBadge|logo|12|BD||4.50",
        "Pos|Team|Points\n1|Northport City|44\n2|Eastham Rovers|41",
        "Date|Home|Away|Result\n2025-01-01|Northport|Eastham|2:1\n2025-01-08|Eastham|Southby|0:0",
        "Product|Size|Price\nHome shirt|M|39.95\nHome shirt|L|39.95",
    ],
)
def test_what_is_no_roster_yields_nothing(grid: str) -> None:
    assert read(grid).rosters == ()


# ---------------------------------------------------------------------------------------------------------- hints


def test_an_option_answers_the_question() -> None:
    recognition = read(COUNTED, Hints(mapping={"NR.": (Meaning.IGNORED, None)}))
    assert recognition.problems == ()
    assert described(recognition.rosters[0]) == {"B": "player", "C": "size"}


def test_an_option_may_name_a_column_by_its_letter() -> None:
    recognition = read(COUNTED, Hints(mapping={"A": (Meaning.NUMBER, None)}))
    assert recognition.problems == ()
    assert described(recognition.rosters[0]) == {"A": "number", "B": "player", "C": "size"}


def test_a_heading_beats_a_letter() -> None:
    recognition = read("A|Name|Size\n4|Ada Brindle|M\n9|Bo Carstairs|L", Hints(mapping={"B": (Meaning.NAME, None)}))
    assert described(recognition.rosters[0])["B"] == "name"
    recognition = read("B|Name|Size\n4|Ada Brindle|M\n9|Bo Carstairs|L", Hints(mapping={"B": (Meaning.NUMBER, None)}))
    assert described(recognition.rosters[0]) == {"A": "number", "B": "player", "C": "size"}


def test_an_answer_is_remembered_for_the_same_headings_alone() -> None:
    answer = {"nr": (Meaning.NUMBER, None)}
    same = Hints(remembered={fingerprint(["NR.", "Spieler", "Größe"]): answer})
    other = Hints(remembered={fingerprint(["Nr", "Spieler"]): answer})
    assert read(COUNTED, same).problems == ()
    assert len(read(COUNTED, other).problems) == 1


def test_an_option_names_the_garment() -> None:
    recognition = read(ROSTER, Hints(mapping={"Size": (Meaning.SIZE, "Shirt")}))
    assert described(recognition.rosters[0])["C"] == "size of Shirt"


def test_titles_of_the_catalogue_are_designs_under_any_heading() -> None:
    grid = "Name|Gear|Size\nAda Brindle|Red Lion|M\nBo Carstairs|Blue Lion|L"
    recognition = read(grid, Hints(catalogue=frozenset({"red lion", "blue lion"})))
    assert described(recognition.rosters[0]) == {"A": "player", "B": "design", "C": "size"}
    assert recognition.problems == ()


def test_titles_of_the_catalogue_may_be_headings() -> None:
    grid = "Name|Size|Red Lion|Blue Lion\nAda Brindle|M|1|2\nBo Carstairs|L|1|1\nCy Dunmore|M|1|"
    recognition = read(grid, Hints(catalogue=frozenset({"red lion", "blue lion"})))
    assert described(recognition.rosters[0])["D"] == "quantity of Blue Lion"


# --------------------------------------------------------------------------------------------------------- sheets


def test_the_best_sheet_comes_first_and_sheets_name_their_teams() -> None:
    poorer = "Name|Number\nDi Elder|3\nEd Farrow|11"
    recognition = recognise(book(sheet_of(poorer, "U12"), sheet_of(ROSTER, "U14")))
    assert [(layout.sheet, layout.team) for layout in recognition.rosters] == [("U14", "U14"), ("U12", "U12")]


def test_a_count_of_sizes_beside_the_roster_is_not_ordered_again() -> None:
    recognition = recognise(book(sheet_of(MATRIX, "Summary"), sheet_of(ROSTER, "Team")))
    assert [layout.sheet for layout in recognition.rosters] == ["Team"]
    assert [(problem.level, problem.code, problem.message) for problem in recognition.problems] == [
        (
            "warning",
            "sheet-left-out",
            'Nothing is ordered from sheet "Summary": it counts sizes, and sheet "Team" is the roster. '
            'If it should be ordered too, say so: --sheet "Team" --sheet "Summary".',
        )
    ]


def test_mere_names_beside_the_roster_are_left_out() -> None:
    recognition = recognise(book(sheet_of(ROSTER, "Team"), sheet_of("Name|Email\nAnn|a@example.org", "Parents")))
    assert messages(recognition) == [
        'Nothing is ordered from sheet "Parents": it lists people, but nothing to order for them, and sheet "Team" '
        'is the roster. If it should be ordered too, say so: --sheet "Team" --sheet "Parents".'
    ]


def test_sheets_may_be_chosen() -> None:
    workbook = book(sheet_of(MATRIX, "Summary"), sheet_of(ROSTER, "Team"))
    recognition = recognise(workbook, Hints(roster_sheets=("Summary",)))
    assert [(layout.sheet, layout.kind) for layout in recognition.rosters] == [("Summary", LayoutKind.SIZE_MATRIX)]
    assert messages(recognise(workbook, Hints(roster_sheets=("Sumary",)))) == [
        'There is no sheet "Sumary" in this file. Its sheets are: "Summary", "Team".'
    ]


def test_hidden_and_skipped_sheets_are_not_looked_at() -> None:
    hidden = replace(sheet_of(ROSTER, "Last year"), hidden=True)
    workbook = book(hidden, sheet_of(ROSTER, "Results"), sheet_of(ROSTER, "Team"))
    assert [layout.sheet for layout in recognise(workbook, skip={"Results"}).rosters] == ["Team"]


# ----------------------------------------------------------------------------------------------- rows, and oddities


def test_rows_that_are_no_players_are_named() -> None:
    layout = read("""
Name|Number|Size|Qty
Ada Brindle|4|M|1
Bo Carstairs|17|L|2
Total|||3
* sizes as last year""").rosters[0]
    assert (layout.rows, layout.left_out) == ((2, 3), (4, 5))


def test_prefilled_rows_are_no_players() -> None:
    grid = "No|Player|Number|Size|Qty|Design\n1|Ada Brindle|4|M|1|Home\n2|Bo Carstairs|17|L|1|Home\n"
    layout = read(grid + "\n".join(f"{number}||||1|Home" for number in range(3, 30))).rosters[0]
    assert (layout.rows, layout.left_out) == ((2, 3), ())


def test_spare_shirts_are_rows() -> None:
    layout = read(ROSTER.replace("Size", "Size|Qty") + "\n||S|2\n||M|2\n||L|2").rosters[0]
    assert layout.rows == (2, 3, 4, 5, 6, 7)


def test_merged_group_headings_end_where_the_merge_ends() -> None:
    sheet = sheet_of("|Shirt|||\nPlayer|Size|No|Size|Qty\nAda Brindle|M|4|S|1\nBo Carstairs|L|17|M|2")
    cells = tuple(replace(cell, merged=(1, 3)) if cell.text == "Shirt" else cell for cell in sheet.cells)
    assert described(recognise(book(replace(sheet, cells=cells))).rosters[0]) == {
        "A": "player",
        "B": "size of Shirt",
        "C": "number",
        "D": "size",
        "E": "quantity",
    }


def test_problems_never_repeat_what_stands_in_ignored_columns() -> None:
    recognition = read(COUNTED.replace("Größe", "Größe|Telefon").replace("|XL", "|XL|0170 0000001"))
    assert "0170" not in "".join(messages(recognition))


def test_a_thousand_rows_are_quick() -> None:
    rows = "\n".join(f"Ada Brindle{chr(97 + n % 26)}|{n * 7 % 99}|M|1" for n in range(1000))
    workbook = book(sheet_of("Name|Number|Size|Qty\n" + rows))
    recognise(workbook)
    start = time.perf_counter()
    assert len(recognise(workbook).rosters[0].rows) == 1000
    assert time.perf_counter() - start < 0.5


WORDS = st.sampled_from(
    [
        "",
        "Name",
        "No",
        "Size",
        "Qty",
        "Ada Brindle",
        "7",
        "07",
        "M",
        "XL",
        "x",
        "U12",
        "Total",
        "140",
        "a@b.dk",
        "Shirt",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(WORDS | st.text(max_size=8), max_size=7), max_size=9))
def test_whatever_stands_there_it_answers_the_same_twice(grid: list[list[str]]) -> None:
    cells = [
        Cell(row=row, column=column, text=text.strip())
        for row, texts in enumerate(grid, start=1)
        for column, text in enumerate(texts, start=1)
        if text.strip()
    ]
    workbook = book(Sheet(name="Sheet1", cells=tuple(cells)))
    recognition = recognise(workbook)
    assert recognise(workbook) == recognition
    assert bool(recognition.rosters) or bool(recognition.problems)
    for layout in recognition.rosters:
        columns = [column.column for column in layout.columns]
        assert columns == sorted(set(columns))
        assert set(layout.rows) <= {cell.row for cell in cells}
        assert not set(layout.rows) & set(layout.left_out)


def test_the_page_lists_every_meaning_that_may_be_answered() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "recognition.md").read_text(encoding="utf-8")
    rows = [
        line.split("|")[1]
        for line in page.partition("## What a column may mean")[2].splitlines()
        if line.startswith("| `")
    ]
    listed = {word.strip(" `") for row in rows for word in row.split(",")}
    assert set(Meaning) <= listed
