"""From recognised sheets to roster rows: one per garment, every filled cell accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_import.check.rows import layout_meanings, read_wants, roster_rows
from roster_import.check.rows.cell_answers import AnswerKind, answer_of
from roster_import.check.rows.garments import clash, fits, titles_for, words
from roster_import.check.rows.messages import rows_listed
from roster_import.model.catalogue import Catalogue, CatalogueEntry
from roster_import.model.layout import ColumnReading, Layout, LayoutKind, Meaning
from roster_import.model.workbook import Cell, CellKind, FileFormat, Sheet, Workbook

M = Meaning
CATALOGUE = Catalogue(
    entries=tuple(
        CatalogueEntry(kind="design", title=title, id=at)
        for at, title in enumerate(("Home shirt", "Match shorts", "Away shirt", "Warm-up jacket"), 1)
    )
)


def book(columns, rows, *, kind=LayoutKind.ONE_ROW_PER_PLAYER, cells=(), **more):
    """A workbook of one sheet and its layout. `columns` are (heading, meaning, of); rows begin at row 2."""
    readings = tuple(
        ColumnReading(column=at, heading=heading, meaning=meaning, of=of)
        for at, (heading, meaning, of) in enumerate(columns, 1)
    )
    found = [Cell(row=1, column=reading.column, text=reading.heading) for reading in readings]
    found += [
        Cell(row=r, column=c, text=text) for r, row in enumerate(rows, 2) for c, text in enumerate(row, 1) if text
    ]
    replaced = {(cell.row, cell.column) for cell in cells}
    found = [cell for cell in found if (cell.row, cell.column) not in replaced] + list(cells)
    found.sort(key=lambda cell: (cell.row, cell.column))
    sheet = Sheet(name="Roster", cells=tuple(found))
    rows_of = tuple(range(2, 2 + len(rows)))
    layout = Layout(sheet="Roster", heading_row=1, kind=kind, columns=readings, rows=rows_of, **more)
    return Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet,)), (layout,)


def read_rosters(workbook, layouts, catalogue):
    return roster_rows(read_wants(workbook, layouts, catalogue), catalogue)


def short(rows):
    meanings = (M.DESIGN, M.SIZE, M.QUANTITY)
    return [(row.row, *(row.text(meaning) for meaning in meanings)) for row in rows]


def codes(workbook, layouts, catalogue=CATALOGUE):
    return [(p.code, p.level, p.cell) for p in read_rosters(workbook, layouts, catalogue).problems]


# ------------------------------------------------------------------------------------------------------- garments


@pytest.mark.parametrize(
    ("of", "title"),
    [
        ("Trikot", "Home shirt"),
        ("maillots", "Home shirt"),
        ("Hose", "Match shorts"),
        ("Shorts", "Match shorts"),
        ("Trøje", "Heimtrikot"),
        ("Heimtrikot", "Home shirt"),
        ("Stutzen", "Team socks"),
        ("Hjemmebane", "Home kit"),
        ("ユニフォーム", "Home shirt"),
        ("Polo", "Polo navy"),
    ],
)
def test_a_heading_fits_a_title_in_another_language(of, title):
    assert fits(words(of), words(title))


@pytest.mark.parametrize(("of", "title"), [("Shirt", "Home kit"), ("Home shirt", "Away shirt"), ("", "Home shirt")])
def test_a_heading_that_does_not_fit(of, title):
    assert not fits(words(of), words(title))


def test_clothes_clash_and_kits_do_not():
    assert clash(words("Shorts"), words("Home shirt"))
    assert not clash(words("Jersey"), words("Home kit"))


def test_digits_in_a_heading_are_no_design_id():
    assert titles_for(CATALOGUE, "3", "Shirts [3]") == ()
    assert titles_for(CATALOGUE, "3", "Shirt size") == ("3",)


# ---------------------------------------------------------------------------------------------------------- marks


@pytest.mark.parametrize(
    ("text", "saying", "count"),
    [
        ("x", AnswerKind.MARK, 0),
        ("X", AnswerKind.MARK, 0),
        ("✓", AnswerKind.MARK, 0),
        ("Ja", AnswerKind.MARK, 0),
        ("TRUE", AnswerKind.MARK, 0),
        ("１", AnswerKind.COUNT, 1),
        ("3", AnswerKind.COUNT, 3),
        ("3.0", AnswerKind.COUNT, 3),
        ("0", AnswerKind.NO, 0),
        ("nej", AnswerKind.NO, 0),
        ("FALSE", AnswerKind.NO, 0),
        ("–", AnswerKind.NO, 0),
        ("---", AnswerKind.NO, 0),
        ("2x", AnswerKind.UNCLEAR, 2),
        ("2 Stk.", AnswerKind.UNCLEAR, 2),
        ("1.5", AnswerKind.UNCLEAR, 0),
        ("-1", AnswerKind.UNCLEAR, 0),
        ("perhaps", AnswerKind.UNCLEAR, 0),
        ("o", AnswerKind.UNCLEAR, 0),
    ],
)
def test_what_a_mark_says(text, saying, count):
    answer = answer_of(Cell(row=1, column=1, text=text))
    assert (answer.kind, answer.count) == (saying, count)


def test_no_cell_and_a_broken_cell():
    assert answer_of(None).kind is AnswerKind.EMPTY
    assert answer_of(Cell(row=1, column=1, text="#REF!", kind=CellKind.ERROR)).kind is AnswerKind.BROKEN


# -------------------------------------------------------------------------------------------------------- layouts

WIDE = (("Player", M.PLAYER, None), ("Shirt size", M.SIZE, "Home Shirt"), ("Shorts size", M.SIZE, "Shorts"))


def test_made_cells_carry_the_address_of_the_cell_that_asked():
    workbook, layouts = book(WIDE, [("Ada", "M", "S")])
    shirt, shorts = read_rosters(workbook, layouts, CATALOGUE).rows
    assert (shirt.cells[M.DESIGN].address, shirt.text(M.DESIGN)) == ("B2", "Home shirt")
    assert (shorts.cells[M.DESIGN].address, shorts.columns[M.DESIGN].heading) == ("C2", "Shorts size")
    problem = shorts.problem("code", "message", M.DESIGN)
    assert (problem.cell, problem.column) == ("C2", "Shorts size")


def test_the_only_size_is_that_of_every_design():
    columns = (("Shirt size", M.SIZE, "Shirt"), ("Design", M.DESIGN, None))
    workbook, layouts = book(columns, [("M", "Home shirt; Match shorts"), ("L", "Match shorts")])
    assert short(read_rosters(workbook, layouts, CATALOGUE).rows) == [
        (2, "Home shirt; Match shorts", "M", ""),
        (3, "Match shorts", "L", ""),
    ]
    assert codes(workbook, layouts) == []


def test_a_lone_size_of_a_garment_names_the_design():
    workbook, layouts = book(WIDE[:2], [("Ada", "M", "")])
    assert short(read_rosters(workbook, layouts, CATALOGUE).rows) == [(2, "Home shirt", "M", "")]
    assert M.DESIGN in layout_meanings(layouts[0])


@pytest.mark.parametrize("beside", [(), WIDE[2:]])
def test_a_size_may_be_said_to_be_of_several_garments(beside):
    columns = (("Player", M.PLAYER, None), ("Shirt size", M.SIZE, "Home shirt; Away shirt"), *beside)
    workbook, layouts = book(columns, [("Ada", "M", "S")[: len(columns)]])
    made = short(read_rosters(workbook, layouts, CATALOGUE).rows)
    assert [row[1:3] for row in made] == [("Home shirt", "M"), ("Away shirt", "M"), ("Match shorts", "S")][
        : len(columns)
    ]
    assert codes(workbook, layouts) == []


def test_youth_and_adult_sizes_are_alternatives_and_never_mixed():
    columns = (("Youth size", M.SIZE, "Youth"), ("Adult size", M.SIZE, "Adult"), ("Design", M.DESIGN, None))
    rows = [("140", "", "Home shirt"), ("", "M", "Home shirt"), ("YM", "M", "Home shirt"), ("M", "", "Home shirt")]
    workbook, layouts = book(columns, rows)
    assert [row[2] for row in short(read_rosters(workbook, layouts, CATALOGUE).rows)][:2] == ["140", "M"]
    assert codes(workbook, layouts) == [("two-sizes", "error", "B4"), ("size-of-children", "error", "A5")]


def test_one_column_for_youth_and_adults_holds_the_sizes_of_both():
    columns = (("Size (youth/adult)", M.SIZE, "Youth/Adult"), ("Design", M.DESIGN, None))
    workbook, layouts = book(columns, [("140", "Home shirt"), ("M", "Home shirt")])
    assert [row[2] for row in short(read_rosters(workbook, layouts, CATALOGUE).rows)] == ["140", "M"]
    assert codes(workbook, layouts) == []


def test_home_and_away_have_their_own_numbers():
    columns = (
        ("Home no", M.NUMBER, "Home"),
        ("Away no", M.NUMBER, "Away"),
        ("Size", M.SIZE, None),
        ("Home shirt", M.DESIGN, "Home shirt"),
        ("Away shirt", M.QUANTITY, "Away shirt"),
    )
    workbook, layouts = book(columns, [("7", "8", "M", "x", "2"), ("9", "10", "L", "", "1")])
    rows = read_rosters(workbook, layouts, CATALOGUE).rows
    assert [(*one, row.text(M.NUMBER)) for one, row in zip(short(rows), rows, strict=True)] == [
        (2, "Home shirt", "M", "", "7"),
        (2, "Away shirt", "M", "2", "8"),
        (3, "Away shirt", "L", "1", "10"),
    ]
    assert codes(workbook, layouts) == [("cell-unused", "warning", "A3")]


def test_a_quantity_of_its_own_left_empty_is_one_and_a_no_is_none():
    columns = (("Size", M.SIZE, "Home shirt"), ("Qty", M.QUANTITY, "Home shirt"))
    workbook, layouts = book(columns, [("M", ""), ("L", "0"), ("S", "3")])
    assert short(read_rosters(workbook, layouts, CATALOGUE).rows) == [
        (2, "Home shirt", "M", ""),
        (4, "Home shirt", "S", "3"),
    ]
    assert codes(workbook, layouts) == [("nothing-ordered", "warning", None)]


def test_when_no_row_wants_anything_it_is_an_error():
    columns = (("Size", M.SIZE, None), ("Home", M.DESIGN, "Home"))
    workbook, layouts = book(columns, [("M", ""), ("L", "no")])
    assert codes(workbook, layouts) == [("nothing-ordered", "error", None)]


def test_a_size_without_a_garment_beside_sizes_of_garments_is_asked_about():
    columns = (("Size", M.SIZE, None), ("Shorts size", M.SIZE, "Shorts"))
    workbook, layouts = book(columns, [("M", "L"), ("S", "")])
    assert short(read_rosters(workbook, layouts, CATALOGUE).rows) == [(2, "Match shorts", "L", "")]
    assert codes(workbook, layouts) == [("garment-unclear", "error", "A1")]


def test_columns_of_the_same_heading_are_named_by_their_letter():
    columns = (("Größe", M.SIZE, "Polo"), ("Größe", M.SIZE, "Shorts"))
    workbook, layouts = book(columns, [("M", "L")])
    (problem,) = read_rosters(workbook, layouts, CATALOGUE).problems
    assert '--map "A=size:Home shirt"' in problem.message


def test_a_second_logo_column_is_a_row_of_its_own():
    columns = (("Size", M.SIZE, None), ("Design", M.DESIGN, None), ("Logo", M.LOGO, None), ("Patch", M.LOGO, None))
    workbook, layouts = book(columns, [("M", "Home shirt", "Crest", "Patch")])
    rows = read_rosters(workbook, layouts, CATALOGUE).rows
    assert [(row.text(M.DESIGN), row.text(M.LOGO)) for row in rows] == [("Home shirt", "Crest"), ("", "Patch")]


def test_merged_cells_are_filled_down_for_team_design_and_size_only():
    columns = (("Team", M.TEAM, None), ("No", M.NUMBER, None), ("Size", M.SIZE, None), ("Design", M.DESIGN, None))
    cells = [
        Cell(row=2, column=at, text=text, merged=(3, at)) for at, text in enumerate(("U12", "4", "M", "Home shirt"), 1)
    ]
    workbook, layouts = book(columns, [("", "", "", ""), ("", "", "", ""), ("U14", "5", "L", "")], cells=cells)
    rows = read_rosters(workbook, layouts, CATALOGUE).rows
    texts = [[row.text(meaning) for meaning in (M.TEAM, M.NUMBER, M.SIZE, M.DESIGN)] for row in rows]
    assert texts == [["U12", "4", "M", "Home shirt"], ["U12", "", "M", "Home shirt"], ["U14", "5", "L", ""]]
    assert rows[1].cells[M.DESIGN].address == "D2"


def test_the_team_above_a_block_is_the_team_of_its_rows():
    columns = (("Size", M.SIZE, None), ("Design", M.DESIGN, None))
    workbook, layouts = book(columns, [("M", "Home shirt")], team="U12")
    (row,) = read_rosters(workbook, layouts, CATALOGUE).rows
    assert row.text(M.TEAM) == "U12"


def test_rows_in_short():
    assert rows_listed([4]) == "row 4"
    assert rows_listed([9, 4, 5, 6, 7]) == "rows 4 to 7 and 9"
    assert rows_listed([1, 2, 5]) == "rows 1, 2 and 5"


# --------------------------------------------------------------------------------------------------- conservation

SIZES = st.sampled_from(["", "S", "M", "140", "-"])
COUNTS = st.sampled_from(["", "0", "1", "2", "12", "x", "no", "perhaps"])
PLAYERS = st.sampled_from(["", "Ada", "Bo"])
DESIGNS = st.sampled_from(["", "Home shirt", "Match shorts", "Home shirt; Match shorts"])
COLUMNS = {
    "player": (("Player", M.PLAYER, None), PLAYERS),
    "number": (("Number", M.NUMBER, None), st.sampled_from(["", "4", "17"])),
    "home number": (("Number home", M.NUMBER, "Home"), st.sampled_from(["", "4"])),
    "size": (("Size", M.SIZE, None), SIZES),
    "shirt": (("Shirt size", M.SIZE, "Home shirt"), SIZES),
    "shorts": (("Shorts size", M.SIZE, "Shorts"), SIZES),
    "cape": (("Cape size", M.SIZE, "Cape"), SIZES),
    "home": (("Home", M.QUANTITY, "Home"), COUNTS),
    "away": (("Away", M.DESIGN, "Away"), COUNTS),
    "shorts count": (("Shorts", M.QUANTITY, "Shorts"), COUNTS),
    "quantity": (("Quantity", M.QUANTITY, None), st.sampled_from(["", "1", "2", "5"])),
    "design": (("Design", M.DESIGN, None), DESIGNS),
    "logo": (("Logo", M.LOGO, None), st.sampled_from(["", "Crest"])),
    "storage": (("Storage", M.STORAGE_QUANTITY, None), st.sampled_from(["", "2"])),
    "placeholder": (("Logo 601001", M.PLACEHOLDER, "601001"), st.sampled_from(["", "A"])),
}


@st.composite
def sheets(draw):
    chosen = draw(st.lists(st.sampled_from(sorted(COLUMNS)), min_size=1, max_size=8, unique=True))
    rows = draw(st.lists(st.tuples(*(COLUMNS[name][1] for name in chosen)), min_size=1, max_size=4))
    return book([COLUMNS[name][0] for name in chosen], rows)


@given(sheets())
def test_every_filled_cell_ends_in_a_row_or_in_a_problem(made):
    workbook, layouts = made
    rows = read_rosters(workbook, layouts, CATALOGUE).rows
    problems = read_rosters(workbook, layouts, CATALOGUE).problems
    used = {cell.address for row in rows for cell in (*row.cells.values(), *row.values.values())}
    said_of = {problem.cell for problem in problems}
    wrong = {problem.row for problem in problems if problem.level == "error"}
    idle = set(layouts[0].rows) - {row.row for row in rows} - wrong
    if 1 in wrong:
        return  # a whole column is asked about
    assert bool(idle) <= any(problem.code == "nothing-ordered" for problem in problems)
    for cell in workbook.sheets[0].cells:
        if cell.row > 1 and cell.row not in idle | wrong and cell.text not in ("-", "no", "0"):
            assert cell.address in used | said_of or cell.text in _answered(workbook, cell.row), cell


def _answered(workbook, row):
    """What other cells of the row settle: a quantity that is only their sum, the size of what is wanted 0 times.

    So does Design a mark of what it names.
    """
    headings = {cell.column: cell.text for cell in workbook.sheets[0].cells if cell.row == 1}
    texts = {headings[cell.column]: cell.text for cell in workbook.sheets[0].cells if cell.row == row}
    sums = {texts.get("Quantity")} if any(texts.get(key) for key in ("Home", "Away", "Shorts")) else set()
    sums |= {"x", "yes"} if texts.get("Design") else set()
    return sums | ({texts.get("Shorts size")} if texts.get("Shorts") in ("0", "no") else set())


MATRIX_SIZES = ("116", "128", "S", "M", "XL")


@given(st.lists(st.lists(st.integers(0, 30), min_size=5, max_size=5), min_size=1, max_size=6))
def test_a_size_matrix_keeps_its_quantities(counts):
    columns = [("Product", M.DESIGN, None), *((size, M.QUANTITY, size) for size in MATRIX_SIZES)]
    rows = [("Home shirt", *(str(count) if count else "" for count in line)) for line in counts]
    workbook, layouts = book(columns, rows, kind=LayoutKind.SIZE_MATRIX)
    found = read_rosters(workbook, layouts, CATALOGUE).rows
    for size, column in zip(MATRIX_SIZES, zip(*counts, strict=True), strict=True):
        assert sum(int(row.text(M.QUANTITY)) for row in found if row.text(M.SIZE) == size) == sum(column)


@given(st.lists(st.tuples(*[st.sampled_from(["", "0", "-", "x", "1", "3"])] * 2), min_size=1, max_size=6))
def test_home_and_away_keep_their_quantities(marks):
    columns = (("Size", M.SIZE, None), ("Home", M.QUANTITY, "Home"), ("Away", M.QUANTITY, "Away"))
    workbook, layouts = book(columns, [("M", *each) for each in marks])
    found = read_rosters(workbook, layouts, CATALOGUE).rows
    for at, title in enumerate(("Home shirt", "Away shirt")):
        wanted = sum({"x": 1, "1": 1, "3": 3}.get(each[at], 0) for each in marks)
        assert sum(int(row.text(M.QUANTITY) or 1) for row in found if row.text(M.DESIGN) == title) == wanted


@given(st.lists(st.tuples(SIZES, SIZES), min_size=1, max_size=6))
def test_every_filled_size_is_one_garment(sizes):
    workbook, layouts = book(WIDE, [("Ada", *each) for each in sizes])
    found = read_rosters(workbook, layouts, CATALOGUE).rows
    assert sorted(row.text(M.SIZE) for row in found) == sorted(
        size for each in sizes for size in each if size not in ("", "-")
    )
