"""Where a coach may say of a row that it is another design, and what is left as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from roster_import.check.order_details import Defaults
from roster_import.check.recognised import CheckOptions
from roster_import.language.translations import in_language
from roster_import.model.catalogue import Catalogue, CatalogueEntry, Placeholders
from roster_import.model.problem import Problem
from roster_import.page.coach.grid import grid
from roster_import.page.coach.mends import Mend
from roster_import.page.coach.remarks import Garments
from roster_import.page.coach.row_designs import is_ordered_as_said, row_designs
from roster_import.page.coach.row_garments import designs_of_rows
from roster_import.page.coach.views import done_in_words, done_to_say
from roster_import.page.left_as_is import emptied_as_told, name_of, said_along, seen_by_coach, warnings_by_name
from roster_import.write.proof.page import proof_page
from tests.page.test_page_grid import checked

TITLES = ("Home shirt", "Away shirt", "Shorts")
ENTRIES = tuple(
    CatalogueEntry(kind="design", title=title, id=at, sizes=("S", "M", "L")) for at, title in enumerate(TITLES, 1)
)
DELIVERY = {"name": "FC", "address": "Way 1", "zip": "1", "city": "Kiel", "country": "DE"}
DEFAULTS = Defaults(reference="R", delivery=DELIVERY)
OF_CLUB = Garments(catalogue=Catalogue(entries=ENTRIES))


def looked(tmp_path, text, **more):
    options = CheckOptions(catalogue=Catalogue(entries=ENTRIES), defaults=DEFAULTS, print_name="none", **more)
    return checked(tmp_path, text, options)


def of(made, titles=TITLES):
    return row_designs(made, made.workbook.sheets[0], titles)


def test_a_column_is_added_right_of_the_table_with_what_every_row_is(tmp_path):
    made = looked(tmp_path, "Player,Number,Home shirt,,Kit box\nAda,7,M,,\nBo,9,L,,\nCy,12,S,,in the hall\n")
    designs = of(made)
    assert (designs.is_new, designs.heading_row, designs.column) == (True, 1, 6)
    sheet = designs.sheet
    assert designs.with_column(
        [Mend(sheet=sheet, cell="F3", text="Away shirt"), Mend(sheet=sheet, cell="C2", text="S")]
    ) == [
        Mend(sheet=sheet, cell="C2", text="S"),
        Mend(sheet=sheet, cell="F1", text="Design"),
        Mend(sheet=sheet, cell="F2", text="Home shirt"),
        Mend(sheet=sheet, cell="F3", text="Away shirt"),
        Mend(sheet=sheet, cell="F4", text="Home shirt"),
    ]
    other = [Mend(sheet=sheet, cell="C2", text="S")]
    assert designs.with_column(other) == other


def test_a_cell_under_design_is_mended_by_itself(tmp_path):
    designs = of(looked(tmp_path, "Player,Number,Size,Design\nAda,7,M,Home shirt\nBo,9,L,\n", design="Home shirt"))
    assert (designs.is_new, designs.cell(3), dict(designs.ordered)) == (False, "D3", {2: "Home shirt", 3: "Home shirt"})
    mends = [Mend(sheet=designs.sheet, cell="D3", text="Away shirt")]
    assert designs.with_column(mends) == mends


@pytest.mark.parametrize(("text", "titles"), [
    ("Player,Number,Home shirt,Shorts\nAda,7,M,M\nBo,9,L,L\n", TITLES),
    ("Player,Number,Size,Design\nAda,7,M,Home shirt;Shorts\nBo,9,L,Home shirt\n", TITLES),
    ("Player,Number,Home shirt\nAda,7,M\nBo,9,L\n", ()),
    ("Player,Number,Home shirt\nAda,7,M\nBo,9,L\n", ("Bag",)),
    ("Player,Number,Home shirt\nAda,7,\nBo,9,\n", TITLES),
])  # fmt: skip
def test_where_a_row_is_not_one_design_that_is_known_none_is_chosen(tmp_path, text, titles):
    assert of(looked(tmp_path, text), titles) is None


def test_what_else_would_be_ordered_is_seen(tmp_path):
    before = looked(tmp_path, "Player,Number,Home shirt\nAda,7,M\nBo,9,L\n")
    designs, said = of(before), [Mend(sheet="club", cell="D3", text="Away shirt")]
    heading = "Player,Number,Home shirt,Design\n"
    as_said = looked(tmp_path, f"{heading}Ada,7,M,Home shirt\nBo,9,L,Away shirt\n")
    assert is_ordered_as_said(before, as_said, said, designs)
    assert not is_ordered_as_said(before, as_said, [], designs)
    assert not is_ordered_as_said(
        before, looked(tmp_path, f"{heading}Ada,7,S,Home shirt\nBo,9,L,Away shirt\n"), said, designs
    )
    assert not is_ordered_as_said(before, looked(tmp_path, f"{heading}Ada,7,M,\nBo,9,L,Away shirt\n"), said, designs)


def test_a_size_moves_to_a_column_of_the_other_garment_and_leaves_a_dash(tmp_path):
    made = looked(tmp_path, "Player,Number,Home shirt,Shorts\nAda,7,M,L\nBo,9,L,S\nCy,12,S,–\n")
    garments = designs_of_rows(made, made.workbook.sheets[0], Catalogue(entries=ENTRIES))
    assert garments.cells_of([2, 3], ["Away shirt"]) == {"C2": "Home shirt", "C3": "Home shirt"}
    assert garments.instead(2) == [
        ("C2", "Home shirt", "Home shirt", ("Home shirt", "Away shirt")), ("D2", "Shorts", "Shorts", ("Shorts",)),
    ]  # fmt: skip
    assert [cell for cell, *_ in garments.instead(4)] == ["C4"]
    assert garments.instead(9) == []
    said = [Mend(sheet="club", cell="B2", text="8"), Mend(sheet="club", cell="C2", text="Away shirt")]
    assert garments.heading(said) == "Away shirt"
    assert garments.with_column(said) == [
        Mend(sheet="club", cell="B2", text="8"),
        Mend(sheet="club", cell="E1", text="Away shirt"),
        Mend(sheet="club", cell="C2", text="–"),
        Mend(sheet="club", cell="E2", text="M"),
    ]
    sizes = [Mend(sheet="club", cell="C2", text="S"), Mend(sheet="club", cell="C2", text="Away shirt")]
    assert garments.with_column(sizes)[-1] == Mend(sheet="club", cell="E2", text="S")
    assert garments.with_column(said[:1]) == said[:1]
    assert garments.with_column([Mend(sheet="club", cell="C2", text="Home shirt")]) == [
        Mend(sheet="club", cell="C2", text="Home shirt")
    ]


def test_what_was_said_of_rows_is_told_with_what_it_replaces(tmp_path):
    made = looked(
        tmp_path, "Player,Number,Home shirt,Shorts,Away shirt\nAda,7,–,L,M\nBo,9,–,S,L\nCy,3,S,L,\nDi,4,–,L,\n"
    )
    garments = designs_of_rows(made, made.workbook.sheets[0], Catalogue(entries=ENTRIES))
    assert done_in_words("as:C2", garments) == "Row 2: Away shirt instead of Home shirt."
    assert done_in_words("as:C2,C3", garments) == "Rows 2 and 3: Away shirt instead of Home shirt."
    assert done_in_words("as:C2,C4", garments) == "2 cells changed."
    assert [done_in_words(said, garments) for said in ("C2", "as:C4", "as:C5")] == [
        "C2 changed.",
        "C4 changed.",
        "C5 changed.",
    ]
    assert done_to_say(["C2", "C3"], {"design": "C2,C3|Away shirt"}) == "as:C2,C3"
    assert done_to_say(["C2"], {"as:C2": "Away shirt", "as:D2": ""}) == "as:C2"
    assert done_to_say(["B2", "C2"], {"as:C2": "Away shirt"}) == "2"
    assert done_in_words("as:<b>", garments) == done_in_words("as:", None) == ""


@pytest.mark.parametrize(("code", "words"), [
    ("da", "Række 2: Away shirt i stedet for Home shirt."), ("de", "Zeile 2: Away shirt statt Home shirt."),
])  # fmt: skip
def test_what_replaces_a_shirt_is_told_in_the_coachs_language(tmp_path, code, words):
    made = looked(tmp_path, "Player,Number,Home shirt,Shorts,Away shirt\nAda,7,–,L,M\nBo,9,L,S,\n")
    garments = designs_of_rows(made, made.workbook.sheets[0], Catalogue(entries=ENTRIES))
    assert in_language(done_in_words("as:C2", garments), code) == words


def test_a_size_moves_into_the_column_that_is_there(tmp_path):
    before = looked(tmp_path, "Player,Number,Home shirt,Shorts,Away shirt\nAda,7,M,L,\nBo,9,–,S,L\nCy,3,S,L,\n")
    garments = designs_of_rows(before, before.workbook.sheets[0], Catalogue(entries=ENTRIES))
    said = [Mend(sheet="club", cell="C2", text="Away shirt")]
    assert garments.with_column(said) == [
        Mend(sheet="club", cell="C2", text="–"), Mend(sheet="club", cell="E2", text="M"),
    ]  # fmt: skip
    moved = looked(tmp_path, "Player,Number,Home shirt,Shorts,Away shirt\nAda,7,–,L,M\nBo,9,–,S,L\nCy,3,S,L,\n")
    assert is_ordered_as_said(before, moved, said, garments)
    twice = looked(tmp_path, "Player,Number,Home shirt,Shorts,Away shirt\nAda,7,M,L,M\nBo,9,–,S,L\nCy,3,S,L,\n")
    assert not is_ordered_as_said(before, twice, said, garments)


def test_the_nearest_sizes_are_offered_before_it_is_known_which_shirt_it_is(tmp_path):
    sizes = ("S", "M", "L", "XL", "XXL", "3XL", "4XL", "5XL", "6XL")
    made = {"Home shirt": sizes, "Away shirt": sizes[:-1], "Shorts": sizes}
    entries = tuple(replace(entry, sizes=made[entry.title]) for entry in ENTRIES)
    options = CheckOptions(catalogue=Catalogue(entries=entries), defaults=DEFAULTS, print_name="none")
    looked = checked(tmp_path, "Player,Number,Shirt size,Shorts size\nAda,7,7XL,L\nBo,9,M,7XL\n", options)
    picture = grid(looked, garments=Garments(catalogue=Catalogue(entries=entries), sizes=made))
    assert [(each.cell, each.message, each.choices) for row in picture.rows for each in row.remarks] == [
        ("C2", "“7XL” is no size of Home shirt or Away shirt.", ("S", "M", "L", "XL", "XXL", "3XL", "4XL", "5XL")),
        ("D3", "“7XL” is no size of Shorts.", ("3XL", "4XL", "5XL", "6XL")),
    ]


def test_of_two_garments_the_keepers_shirt_replaces_the_shirt_and_not_what_has_no_telling_name(tmp_path):
    made = looked(tmp_path, "Player,Number,Home shirt,Shorts\nAda,7,M,L\nBo,9,–,S\n")
    told = Catalogue(entries=(*ENTRIES, CatalogueEntry(kind="design", title="Frobber", id=9)))
    garments = designs_of_rows(made, made.workbook.sheets[0], told)
    assert replace(garments, columns={3: ("Home shirt",), 4: ("Frobber",)}).cells_of([2, 3], ["Away shirt"]) == {
        "C2": "Home shirt", "D3": "Frobber",
    }  # fmt: skip


@pytest.mark.parametrize("text", [
    "Player,Number,Size,Shorts,Design\nAda,7,M,M,Home shirt;Shorts\nBo,9,L,L,Home shirt\n",
    "Player,Number\nAda,7\nBo,9\n",
])  # fmt: skip
def test_where_no_column_is_of_one_design_no_size_moves(tmp_path, text):
    made = looked(tmp_path, text)
    assert designs_of_rows(made, made.workbook.sheets[0], Catalogue(entries=ENTRIES)) is None


def warning(cell="D7", code="text-may-change-order", **more):
    return Problem(level="warning", code=code, message="Rows 7 says", sheet="S", cell=cell, row=7, value="x", **more)


def test_what_was_left_stays_so_whatever_its_sentence_counts_by_then(tmp_path):
    made = looked(tmp_path, "Player,Number,Home shirt\nAda,7,M\n")
    first = replace(made, problems=(warning(),))
    (name,) = warnings_by_name(first)
    assert seen_by_coach(replace(made, problems=(replace(warning(), message="other"),)), [name]).problems == ()
    for other in (warning("D8"), warning(code="name-note"), replace(warning(), value="y")):
        assert seen_by_coach(replace(made, problems=(other,)), [name]).problems == (other,)


def test_of_several_that_are_alike_one_is_left_by_itself(tmp_path):
    made = looked(tmp_path, "Player,Number,Home shirt\nAda,7,M\n")
    each = tuple(warning(cell) for cell in ("D7", "D8", "D9"))
    together = replace(made, problems=(replace(each[0], alike=each),))
    (rest,) = seen_by_coach(together, [name_of(each[0])]).problems
    assert [problem.cell for problem in rest.each] == ["D8", "D9"]
    (last,) = seen_by_coach(together, [name_of(each[0]), name_of(each[2])]).problems
    assert (last.cell, last.alike) == ("D8", ())


NAMES = "Name,Number,Home shirt\n{},7,M\nJones,8,M\nBrown,9,L\nHill,10,L\n"


def test_who_takes_a_suggestion_has_read_what_stood_beside_it(tmp_path):
    options = CheckOptions(catalogue=Catalogue(entries=ENTRIES), defaults=DEFAULTS, print_name="as-written")
    before, after = (checked(tmp_path, NAMES.format(name), options) for name in ("EVANS (C)", "EVANS"))
    (casing,) = warnings_by_name(after)
    assert said_along(before, after, {("club", "A2"): "EVANS"}) == (f"{casing} A2",)
    assert said_along(before, after, {("club", "A2"): "Evans"}) == ()  # typed, not taken
    assert said_along(after, after, {("club", "A2"): ""}) == ()
    assert said_along(before, after, {("other", "A2"): "EVANS"}) == ()


NAMED = ("Lund", "Holm", "Berg", "Ek", "Orr", "Bay", "Rask", "Dahl", "Hill")
SQUAD = "Player,Name,Number,Home shirt\n" + "".join(f"A {name},{name},{at},M\n" for at, name in enumerate(NAMED, 1))


def test_a_cell_that_is_emptied_as_it_was_told_to_answers_that_none_is_printed(tmp_path):
    options = CheckOptions(catalogue=Catalogue(entries=ENTRIES), defaults=DEFAULTS, print_name="as-written")
    before, after = (checked(tmp_path, f"{SQUAD}A Zahn,{name},15,M\n", options) for name in ("Reserve", ""))
    assert [str(problem.message) for problem in before.problems] == [
        "Name “Reserve” reads like a note, and would be printed as it stands. Write the name, or empty the cell to print none."
    ]
    ((name, blank),) = warnings_by_name(after).items()
    assert str(blank.message) == (
        "There is no name with number 15, while 9 of 10 rows of Home shirt have one. Fill it in, unless none is to be printed."
    )
    assert emptied_as_told(before, after, {("club", "B11"): ""}) == (f"{name} B11",)
    assert seen_by_coach(after, [name]).problems == ()
    assert emptied_as_told(before, after, {("club", "B10"): ""}) == ()
    assert emptied_as_told(after, after, {("club", "B11"): ""}) == ()  # nobody said to empty it


def test_what_is_said_of_other_rows_too_is_asked_all_the_same(tmp_path):
    options = CheckOptions(catalogue=Catalogue(entries=ENTRIES), defaults=DEFAULTS, print_name="as-written")
    two = NAMES.replace("Hill", "HILL")
    before, after = (checked(tmp_path, two.format(name), options) for name in ("EVANS (C)", "EVANS"))
    assert [problem.code for problem in after.problems] == ["name-casing"]
    assert said_along(before, after, {("club", "A2"): "EVANS"}) == ()


def test_who_would_get_nothing_is_an_error_to_a_coach(tmp_path):
    made = looked(tmp_path, "Player,Number,Home shirt\nAda,7,M\n")
    blank = replace(made, problems=(warning(code="garment-left-blank"),))
    assert [problem.level for problem in seen_by_coach(blank, ()).problems] == ["error"]
    assert warnings_by_name(seen_by_coach(blank, ())) == {}


def test_dates_beside_some_rows_are_told_in_full(tmp_path):
    made = looked(tmp_path, "Player,Number,Home shirt,Delivered on\nAda,7,M,2026-10-01\nBo,9,L,\nCy,12,S,\n")
    said = [remark.message for row in grid(made).rows for remark in row.remarks if remark.cell == "D2"]
    assert said == [
        'Under "Delivered on", row 2 has a date and others have none. All of them are ordered: if that row was ordered before, '
        "delete it."
    ]


@pytest.mark.parametrize(("number", "levels"), [("9", ["warning"]), ("9x", ["error", "warning"])])
def test_shorts_alone_are_drawn_without_a_name_and_no_size_mends_that(tmp_path, number, levels):
    places = {"Shorts": Placeholders(name=False, number=False)}
    entries = tuple(replace(each, placeholders=places.get(each.title, Placeholders())) for each in ENTRIES)
    options = CheckOptions(catalogue=Catalogue(entries=entries), defaults=DEFAULTS, print_name="surname")
    text = f"First name,Surname,Number,Home shirt,Shorts\nAda,Holm,7,M,M\nBo,Lund,{number},L,S\nGus,Hughes,,N/A,L\n"
    made = checked(tmp_path, text, options)
    drawn = [
        (garment.design, garment.name, garment.size, garment.players)
        for order in proof_page(made).orders
        for part in order.designs
        for garment in part.garments
    ]
    assert drawn[-1] == ("Shorts", "", "L", ("Gus Hughes",))
    told = [remark for row in grid(made).rows for remark in row.remarks]
    assert [remark.level for remark in told] == levels
    assert (told[-1].cell, told[-1].message, told[-1].choices) == (
        "E4", "Shorts has no place for a name, so none is printed on it (1 row).", (),
    )  # fmt: skip


def test_what_a_row_was_said_to_be_is_told_in_words_and_a_new_column_of_designs_frees_that_of_the_sizes(tmp_path):
    before = grid(looked(tmp_path, "Player,Number,Home shirt\nAda,7,M\nBo,9,L\n"), garments=OF_CLUB)
    assert before.columns[2].fate.words == "ordered: the size of Home shirt"
    assert done_in_words("D3", before.designs) == "D3 changed."  # taken back: no such column is there any more
    after = grid(
        looked(tmp_path, "Player,Number,Home shirt,Design\nAda,7,M,Home shirt\nBo,9,L,Away shirt\n"), garments=OF_CLUB
    )
    assert after.columns[2].fate.words == "ordered: the size"
    assert [done_in_words(cell, after.designs) for cell in ("D3", "C3", "D9")] == [
        "Row 3: Away shirt.", "C3 changed.", "D9 changed.",
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    "Player,Number,Shirt size,Design\nAda,7,M,Home shirt\nBo,9,L,Away shirt\n",
    "Player,Number,Shirt size,Shorts size,Design\nAda,7,M,M,Home shirt\nBo,9,L,L,Away shirt\n",
])  # fmt: skip
def test_the_sizes_of_shirts_are_told_to_be_those_where_every_design_beside_them_is_a_shirt(tmp_path, text):
    picture = grid(looked(tmp_path, text), garments=OF_CLUB)
    assert picture.columns[2].fate.words == "ordered: the size of Shirt"
