"""The picture of a sheet: its own rows and headings, the fate of each column, each problem at its row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from roster_import.check.check_workbook import check_workbook
from roster_import.check.order_details import Defaults
from roster_import.check.recognised import CheckOptions
from roster_import.model.catalogue import Catalogue, CatalogueEntry
from roster_import.model.layout import Meaning
from roster_import.page.coach.grid import ROWS, View, grid, in_words, other_fixes, safe_fixes, shown_problems
from roster_import.page.coach.remarks import Garments
from roster_import.page.coach.views import (
    done_in_words,
    missing_details,
    of_grid,
    question_cards,
    standing,
    taken_together,
)
from roster_import.page.drafts import Draft
from roster_import.page.references import is_one_among_others, unnamed_order
from roster_import.pipeline.check_process import checked_asking
from roster_import.read import Limits, read_workbook
from roster_import.targets import target

HEAD = "Player,Number,Name,Size,Design,Phone\n"


def checked(tmp_path, text, options=None):
    (tmp_path / "club.csv").write_text(text)
    workbook = read_workbook(tmp_path / "club.csv")
    return checked_asking(workbook, options or CheckOptions(), ("kitmaker", {}), Limits(), asking=True)


def test_the_grid_has_the_sheets_rows_and_says_what_becomes_of_each_column(tmp_path):
    picture = grid(checked(tmp_path, f"{HEAD}Ada Holm,7,ADA,M,298791,0151 1\nIda Wells,1O,IDA,L,298791,0151 2\n"))
    assert [row.kind for row in picture.rows] == ["heading", "data", "data"]
    assert [cell.text for cell in picture.rows[1].cells] == ["Ada Holm", "7", "ADA", "M", "298791", "0151 1"]
    assert [(column.letter, column.fate.name) for column in picture.columns] == [
        ("A", "for-people"), ("B", "ordered"), ("C", "ordered"), ("D", "ordered"), ("E", "ordered"), ("F", "no-part"),
    ]  # fmt: skip
    assert picture.columns[3].fate.words == "ordered: the size"


def test_that_names_are_not_printed_is_not_said_before_it_is_known(tmp_path):
    frob = "".join(f"Ada{n} Holm,{n},M,298791,fr{n % 2}b\n" for n in range(6))
    asked = checked(tmp_path, f"Player,Number,Size,Design,Frob\n{frob}")
    assert grid(asked).columns[0].fate.words == "asked above"
    said = checked(tmp_path, f"Player,Number,Size,Design,Frob\n{frob}", CheckOptions(print_name="none"))
    assert grid(said).columns[0].fate.words == "not printed: who the row is for"
    known = CheckOptions(print_name="none", mapping={"Frob": (Meaning.IGNORED, None)})
    answered = checked(tmp_path, f"Player,Number,Size,Design,Frob\n{frob}", known)
    assert grid(answered).columns[0].fate.words == "not printed: who the row is for"


@pytest.mark.parametrize(("print_name", "words"), [
    ("as-written", ["ordered: the first name to print", "ordered: the last name to print"]),
    ("surname", ["not printed: the first name", "ordered: the last name to print"]),
    ("none", ["not printed: the first name", "not printed: the last name"]),
])  # fmt: skip
def test_of_two_columns_of_names_each_says_whether_it_is_printed(tmp_path, print_name, words):
    people = "Ada,HOLM,7,M,298791\nIda Eva,Lund,8,L,298791\n,Orr,9,L,298791\n"
    looked = checked(
        tmp_path, f"First name,Last name,Number,Size,Design\n{people}", CheckOptions(print_name=print_name)
    )
    assert [column.fate.words for column in grid(looked).columns[:2]] == words


@pytest.mark.parametrize(("address", "words"), [
    ("row7", "Row 7 is empty now."), ("B5", "B5 changed."), ("2", "2 cells changed."),
    ("", ""), ("0", ""), ("row", ""), ("rowB5", ""), ("<b>", ""), ("99999999", ""),
])  # fmt: skip
def test_what_was_changed_is_told_as_the_address_says(address, words):
    assert done_in_words(address, None) == words


def test_a_problem_stands_at_its_row_with_what_may_be_taken_instead(tmp_path):
    picture = grid(checked(tmp_path, f"{HEAD}Ada Holm,7,ADA,M,298791,\nIda Wells,1O,IDA,L,298791,\n"))
    row = picture.rows[2]
    (remark,) = row.remarks
    assert (remark.cell, remark.text, [each.text for each in remark.suggestions]) == ("B3", "1O", ["10"])
    assert remark.message == (
        "Number “1O” is not digits only. Write the number as digits, or leave it empty for none. Did you mean 10?"
    )
    assert [cell.level for cell in row.cells] == ["", "error", "", "", "", ""]


def test_what_is_said_of_many_cells_is_said_once_and_pointed_at_below(tmp_path):
    rows = "".join(f"P{n} Holm,{n},P{n},M,Nowhere,\n" for n in range(1, 4))
    picture = grid(checked(tmp_path, HEAD + rows))
    said = [remark.message for row in picture.rows for remark in row.remarks if remark.column == "Design"]
    assert said[1:] == ["As in E2.", "As in E2."]


def test_what_can_be_mended_alike_is_said_once_with_the_cells_it_is_said_of(tmp_path):
    entry = CatalogueEntry(kind="design", title="Heimtrikot", id=298791, sizes=("S", "M", "L", "XL"))
    options = CheckOptions(catalogue=Catalogue(entries=(entry,)))
    assert said_of_sizes(tmp_path, options, "Size M", "Size L", "M", "Size M") == [
        ("D2", 2, "Also in D5."), ("D3", 0, ""),
    ]  # fmt: skip
    assert said_of_sizes(tmp_path, options, *("Size S", "Size M", "Size L", "Size XL") * 2) == [
        ("D2", 8, "Also in D3 → M, D4 → L, D5 → XL, D6 → S, D7 → M, D8 → L, D9 → XL."),
    ]  # fmt: skip


def said_of_sizes(tmp_path, options, *sizes):
    rows = "".join(f"P{n} Holm,{n},P{n},{size},Heimtrikot,\n" for n, size in enumerate(sizes))
    remarks = [remark for row in grid(checked(tmp_path, HEAD + rows, options)).rows for remark in row.remarks]
    return [(remark.cell, remark.alike, remark.also) for remark in remarks]


def test_what_is_said_of_one_cell_has_one_field(tmp_path):
    people = "".join(f"P{n} Holm,{n},HOLM,M,298791,\n" for n in range(5))
    looked = under(tmp_path, f"{HEAD}{people}Max Pohl,9,Pohl (C),M,298791,\n")
    (remark,) = [remark for row in grid(looked).rows for remark in row.remarks if remark.cell == "C7"]
    assert [remark.message.partition(" “")[0], *(each.partition(" “")[0] for each in remark.more)] == [
        "Name", "Names on 298791 are printed as written, and not all are written as",
    ]  # fmt: skip
    assert not remark.goes_without_saying


def test_suggestions_are_taken_together_where_it_can_be_said_what_they_change(tmp_path):
    looked = checked(tmp_path, f"{HEAD}Ada Holm,1O,ADA,M,298791,\nIda Wells,2O,IDA,L,298791,\n")
    assert [in_words(fix) for fix in other_fixes(looked)] == ["1O → 10", "2O → 20"]
    alone = checked(tmp_path, f"{HEAD}Ada Holm,1O,ADA,M,298791,\nIda Wells,2,IDA,L,298791,\n")
    assert other_fixes(alone) == []
    many = "".join(f"Ada{n} Holm,{n}O,ADA{n},M,298791,\n" for n in range(1, 9))
    assert other_fixes(checked(tmp_path, HEAD + many)) == []


def test_what_empties_a_cell_says_so_on_the_button_that_does_it(tmp_path):
    looked = checked(tmp_path, "Player,Number,Size,Design\nAda,N/A,M,Home kit\nBo,8,M,Home kit\n")
    assert taken_together(safe_fixes(looked)) == "Change N/A → nothing (empty the cell)"


def test_of_a_size_that_is_missing_the_others_of_the_list_are_offered(tmp_path):
    looked = checked(tmp_path, f"{HEAD}Ada Holm,1,ADA,XL,298791,\nIda Wells,2,IDA,,298791,\nEva Lund,3,EVA,M,298791,\n")
    (remark,) = [remark for row in grid(looked).rows for remark in row.remarks]
    assert (remark.cell, remark.choices) == ("D3", ("M", "XL"))


def test_a_size_that_nobody_makes_is_not_offered_to_others(tmp_path):
    rows = "Ada Holm,1,ADA,huge,298791,\nIda Wells,2,IDA,,298791,\nEva Lund,3,EVA,M,298791,\n"
    made = Garments(sizes={"Home shirt": ("S", "M")})
    remarks = [remark for row in grid(checked(tmp_path, HEAD + rows), garments=made).rows for remark in row.remarks]
    assert [(remark.cell, remark.choices) for remark in remarks if remark.cell == "D3"] == [("D3", ("M",))]


def test_a_long_sheet_shows_its_rows_with_problems_first_and_pages_through_all(tmp_path):
    rows = "".join(f"P{n} Holm,{n % 99},,M,298791,\n" for n in range(1, 2000))
    looked = checked(tmp_path, HEAD + rows.replace("P1500 Holm,15,,M", "P1500 Holm,1O,,M"))
    first = grid(looked, View(mends_alone=True))
    assert first.mends_alone
    assert any(remark.cell == "B1501" for row in first.rows for remark in row.remarks)
    whole = grid(looked, View(mends_alone=False, page=3))
    assert len(whole.rows) == ROWS
    assert (whole.page, whole.pages, whole.all_rows) == (3, 40, 1999)
    assert grid(looked, View(mends_alone=False, page=999)).page == 40


def test_rows_are_counted_as_whoever_keeps_the_list_counts_them(tmp_path):
    rows = "".join(f"P{n} Holm,{n},P{n},M,298791,\n" for n in range(1, 15))
    looked = checked(tmp_path, f"Our team,,,,,\n\n{HEAD}{rows}\nTotal,,,14,,\n")
    picture = grid(looked, View(mends_alone=False))
    assert (picture.all_rows, len(picture.rows)) == (14, 17)
    assert of_grid(picture)["every_row"] == "all 14 rows"


def test_only_what_changes_nothing_of_what_is_meant_is_safe(tmp_path):
    looked = checked(tmp_path, f"{HEAD}Ada Holm,#7,ADA,M,298791,\nIda Wells,1O,IDA,L,298791,\n")
    assert [(problem.cell, problem.suggestion) for problem in safe_fixes(looked)] == [("B2", "7")]


def test_the_file_itself_can_be_wrong(tmp_path):
    looked = checked(tmp_path, f"{HEAD}Ada Holm,7,ADA,M,298791,\n")
    assert grid(replace(looked, workbook=None)) is None


def test_a_column_that_has_to_be_asked_about_is_a_question_and_no_problem(tmp_path):
    looked = checked(tmp_path, "Spieler,Größe\nAda Holm,M\nIda Wells,L\n", CheckOptions(design="298791"))
    (card,) = question_cards(looked)
    assert card.kind == "print"
    assert [(choice.typed[-1], choice.sample) for choice in card.choices] == [
        ("as-written", "Ada Holm"), ("surname", "Holm"), ("none", "nothing is printed"),
    ]  # fmt: skip
    assert all(remark.code != "print-name-unclear" for row in grid(looked).rows for remark in row.remarks)


DRAFT = Draft(id="1", link="2", club="FC Nord", name="club.csv", made="2026-11-29T12:00:00+00:00")


def under(tmp_path, rows, reference="FC Nord 2026-11-29"):
    """A list checked under a reference that stands in for one it has not."""
    return checked(tmp_path, rows, CheckOptions(defaults=Defaults(order={"reference": reference})))


DELIVERY = {"name": "FC", "address": "Way 1", "zip": "1", "city": "Kiel", "country": "DE"}
OF_TWO = CheckOptions(
    defaults=Defaults(reference="R", delivery=DELIVERY),
    catalogue=Catalogue(
        entries=tuple(
            CatalogueEntry(kind="design", title=title, id=at, sizes=sizes)
            for at, (title, *sizes) in enumerate(
                (("Home shirt", "M", "L"), ("Away shirt", "L", "XL"), ("Shorts", "M", "L")), 1
            )
        )
    ),
)


def test_what_is_wrong_whatever_is_answered_is_said_before(tmp_path):
    rows = "ADA,7,9XL,M\nIDA,1O,XL,M\nEVA,9,L,Gr. M\nUNA,4,X-Large,M\nIA,5,M,M\n"
    text = f"Name,Number,Shirt size,Shorts size\n{rows}"
    asked = checked(tmp_path, text, OF_TWO)
    errors = {problem.cell for problem in shown_problems(asked)}
    assert errors == {"B3", "C2", "D4"}  # X-Large is wrong, too, and another size of each
    assert standing(asked, 2, 0) == "2 questions and 3 to mend. More may follow."
    said = replace(OF_TWO, mapping={"Shirt size": (Meaning.SIZE, "Away shirt")})
    answered = {problem.cell for problem in shown_problems(checked(tmp_path, text, said))}
    assert answered == errors | {"C5", "C6"}


@pytest.mark.parametrize(
    ("headings", "numbers", "asked"),
    [
        (("Shirt size", "Shorts size"), (7, 4, 10), ["garment", "print"]),
        (("Shirt size", "Shorts size"), (1, 2, 3), ["map", "garment", "print"]),
        (("Size", "Phone"), (1, 2, 3), ["map", "design", "print"]),
    ],
)
def test_what_stands_beside_a_name_and_which_shirt_it_is_are_asked_with_all_else(tmp_path, headings, numbers, asked):
    people = zip(("EVANS (C)", "Ben Smith", "Max Brown"), numbers, strict=True)
    text = f"Name,No,{','.join(headings)}\n" + "".join(f"{who},{number},M,M\n" for who, number in people)
    looked = checked(tmp_path, text, OF_TWO)
    assert [card.kind for card in question_cards(looked)] == asked
    (note,) = shown_problems(looked)
    assert (note.cell, note.level, note.suggestion) == ("A2", "warning", "EVANS")
    assert standing(looked, len(asked), 0).startswith(f"{len(asked)} questions and 1 to look at.")
    (named,) = [card for card in question_cards(looked) if card.kind == "print"]
    assert [choice.sample for choice in named.choices] == ["Ben Smith", "Smith", "nothing is printed"]


def test_what_is_to_be_looked_at_is_counted_from_the_start_each_place_once(tmp_path):
    people = "EVANS (C),7,Home shirt,M\nJones,8O,Home shirt,M\nBrown,9,Home shirt,L\nHill,10,Home shirt,L\n"
    options = replace(OF_TWO, print_name="as-written")
    looked = checked(tmp_path, f"Name,Number,Design,Size\n{people}", options)
    assert [problem.cell for problem in shown_problems(looked)] == ["B3", "A2", "A2"]
    assert standing(looked, 0, 0) == "1 to mend and 1 to look at. More may follow."
    numbered = checked(tmp_path, f"Name,Number,Design,Size\n{people.replace('8O', '8')}", options)
    assert standing(numbered, 0, 0) == "Ready to sign: 4 pieces. 1 to look at. More may follow."


def test_what_the_order_lacks_is_asked_for_with_what_can_be_proposed(tmp_path):
    looked = under(tmp_path, f"{HEAD}Ada Holm,7,ADA,M,298791,\n")
    fields = missing_details(looked, DRAFT)
    assert [(field.key, field.value) for field in fields[:2]] == [
        ("delivery-name", "FC Nord"), ("delivery-address", ""),
    ]  # fmt: skip
    assert standing(looked, 0, len(fields)) == "Say where the order goes."


def test_an_order_without_a_name_goes_by_its_club_and_the_day_it_was_sent(tmp_path):
    looked = under(tmp_path, f"{HEAD}Ada Holm,7,ADA,M,298791,\n")
    assert unnamed_order(looked, DRAFT) == "FC Nord 2026-11-29"
    assert all(problem.code != "reference-missing" for problem in looked.problems)
    own = under(tmp_path, f"Order,{HEAD}PO-42,Ada Holm,7,ADA,M,298791,\n")
    assert unnamed_order(own, DRAFT) == ""
    assert unnamed_order(under(tmp_path, f"Order,{HEAD}FC Nord 2026-11-29,Ada Holm,7,ADA,M,298791,\n"), DRAFT) == ""


@pytest.mark.parametrize(("second", "among"), [("PO-42", True), ("", False)])
def test_a_row_without_an_order_is_no_order_of_its_own_beside_those_that_have_one(tmp_path, second, among):
    looked = under(tmp_path, f"Order,{HEAD},Ada Holm,7,ADA,M,298791,\n{second},Ida Wells,8,IDA,M,298791,\n")
    assert is_one_among_others(looked, "FC Nord 2026-11-29") is among


def test_the_check_for_a_coach_says_what_the_check_says(tmp_path):
    (tmp_path / "club.csv").write_text(f"{HEAD}Ada Holm,7,ADA,M,298791,\n")
    workbook = read_workbook(tmp_path / "club.csv")
    options = CheckOptions(catalogue=Catalogue())
    plain = check_workbook(workbook, options, target("kitmaker", {}))
    asked = checked_asking(workbook, options, ("kitmaker", {}), Limits(), asking=True)
    assert (asked.problems, asked.lines) == (plain.problems, plain.lines)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "&amp;", "\u202eabc"])
def test_a_cell_is_its_text_whatever_it_says(tmp_path, text):
    picture = grid(checked(tmp_path, f"{HEAD}{text},7,ADA,M,298791,\n"))
    assert picture.rows[1].cells[0].text == text
