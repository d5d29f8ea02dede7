"""Rows that are somebody's who is named above them: merged cells, rows left empty below a player, ditto marks, sums."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openpyxl import Workbook as Book

from roster_import.check.check_workbook import check_workbook
from roster_import.check.order_details import Defaults
from roster_import.check.recognised import CheckOptions
from roster_import.model.catalogue import Catalogue, CatalogueEntry, Placeholders
from roster_import.read import read_workbook
from roster_import.targets import target
from tests.check.test_office_cases import ENTRIES, check, codes, ordered, said

HEADINGS = ("Player", "Print", "No", "Size", "Article")


def merged(tmp_path, rows, *ranges):
    """The check of a workbook with these rows, cells of it merged."""
    book = Book()
    for row in (HEADINGS, *rows):
        book.active.append(row)
    for cells in ranges:
        book.active.merge_cells(cells)
    book.save(tmp_path / "club.xlsx")
    told = CheckOptions(defaults=Defaults(reference="PO-1"), catalogue=Catalogue(entries=ENTRIES))
    return check_workbook(read_workbook(tmp_path / "club.xlsx"), told, target("kitmaker", {}))


def test_a_player_merged_over_two_rows_gets_both_printed(tmp_path):
    rows = [
        ("Jan Beck", "BECK", 7, "L", "Home shirt"), (None, None, None, None, "Away shirt"),
        ("Ole Rust", "RUST", 8, "XL", "Home shirt"), (None, None, None, "L", "Away shirt"),
    ]  # fmt: skip
    ranges = ("A2:A3", "B2:B3", "C2:C3", "D2:D3", "A4:A5", "B4:B5", "C4:C5")
    assert ordered(merged(tmp_path, rows, *ranges)) == [
        ("BECK", "7", "L", 1), ("BECK", "7", "L", 1), ("RUST", "8", "XL", 1), ("RUST", "8", "L", 1),
    ]  # fmt: skip


def test_what_is_merged_over_a_garment_that_carries_no_print_is_for_the_other(tmp_path):
    rows = [("Jan Beck", "BECK", 7, "L", "Shorts"), (None, None, None, "M", "Home shirt")]
    checked = merged(tmp_path, rows, "A2:A3", "B2:B3", "C2:C3")
    assert ordered(checked) == [("", "", "L", 1), ("BECK", "7", "M", 1)]
    assert codes(checked) == []


def test_a_number_merged_over_another_player_is_not_his(tmp_path):
    rows = [("Jan Beck", "BECK", 7, "L", "Home shirt"), ("Ole Rust", "RUST", None, "M", "Home shirt")]
    assert ordered(merged(tmp_path, rows, "C2:C3")) == [("BECK", "7", "L", 1), ("RUST", "", "M", 1)]


def test_a_row_that_only_says_more_of_a_merged_player_orders_nothing(tmp_path):
    rows = [
        ("Jan Beck", "BECK", 7, "L", "Home shirt", "0170 555 12 34"),
        (None, None, None, None, None, "0171 555 12 35"),
    ]
    assert ordered(merged(tmp_path, rows, *(f"{column}2:{column}3" for column in "ABCDE"))) == [("BECK", "7", "L", 1)]


def test_rows_left_empty_below_players_are_told_once():
    grid = (
        "Player|Print|No|Size|Article\nJan Beck|BECK|7|L|Home shirt\n|||L|Away shirt\n"
        "Ole Rust|RUST|8|XL|Home shirt\n|||XL|Away shirt\n|||L|Shorts"
    )
    assert said(check(("List", grid)), "print-left-blank") == [
        (
            "print-left-blank",
            "B3",
            "Rows 3 and 5 order Away shirt for nobody, each below a player who orders something else, so nothing is printed on "
            "them. If they are for those players, fill in the names and the numbers there, too; leave them empty if they are to "
            "spare.",
        )
    ]


def test_a_single_one_and_more_of_the_same_are_to_spare():
    grid = (
        "Player|Print|No|Size|Article\nJan Beck|BECK|7|L|Home shirt\n|||L|Home shirt\n|||M|Home shirt\n|||L|Away shirt"
    )
    assert "print-left-blank" not in codes(check(("List", grid)))


@pytest.mark.parametrize("mark", ['"', "do.", "dto.", "s.o.", "wie oben", "see above"])
def test_a_ditto_mark_is_no_name(mark):
    grid = f"Player|Print|No|Size|Article\nPer Beck|BECK|4|L|Home shirt\nIda Beck|{mark}|5|M|Home shirt"
    [problem] = [each for each in check(("List", grid)).problems if each.code == "name-ditto"]
    assert (problem.level, problem.cell, problem.suggestion) == ("error", "B3", "BECK")
    assert problem.message == (
        f"“{mark}” stands for the name above it, and would be printed as it stands. Write the name. Did you mean BECK?"
    )


@pytest.mark.parametrize("name", ["DO", "Gleich", "SAMA", "Same"])
def test_who_is_called_like_a_ditto_mark_is_printed(name):
    grid = f"Player|Print|No|Size|Article\nPer Beck|BECK|4|L|Home shirt\nIda {name}|{name}|5|M|Home shirt"
    assert "name-ditto" not in codes(check(("List", grid)))


@pytest.mark.parametrize("note", ["solo nombre", "nur Vorname", "first name only", "kun fornavn", "tylko imię"])
def test_which_half_of_a_name_is_wished_is_no_name(note):
    grid = f"Player|Print|No|Size|Article\nPer Beck|BECK|4|L|Home shirt\nIda Beck|{note}|5|M|Home shirt"
    [problem] = [each for each in check(("List", grid)).problems if each.cell == "B3"]
    assert (problem.code, problem.suggestion) == ("name-note", None)


@pytest.mark.parametrize(
    "word", ["Total", "Subtotal U11", "Zwischensumme M", "Sous-total", "Delsumma", "Subtotaal", "Razem"]
)
def test_a_sum_of_a_size_is_nobodys_row(word):
    grid = f"Player|Article|Size|Quantity\nAnn Lee|Shorts|M|1\nBo Ray|Shorts|M|2\n{word}|Shorts|M|3"
    checked = check(("List", grid), print_name="none")
    assert [line.quantity for line in checked.lines] == [1, 2]
    assert "total-differs" not in codes(checked)


def test_a_sum_that_says_another_number_is_told():
    grid = "Player|Article|Size|Quantity\nAnn Lee|Shorts|M|1\nBo Ray|Shorts|M|2\nTotal|Shorts|M|4"
    assert said(check(("List", grid), print_name="none"), "total-differs") == [
        (
            "total-differs",
            "D4",
            "The sum at D4 says 4, while the rows of sheet List order 3. Look whether a row is missing, or one too many.",
        )
    ]


@pytest.mark.parametrize("title", ["U16 (all get number + 20)", "U16 - alle 2x", "Herren: alle doppelt"])
def test_a_title_that_wants_something_of_those_below_is_told(title):
    grid = f"Player|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\n{title}\nCy Orr|ORR|5|L|Home shirt"
    assert [cell for _, cell, _ in said(check(("List", grid)), "text-may-change-order")] == ["A3"]


@pytest.mark.parametrize("title", ["Familie Lee", "The Orr family", "U16 2x30 min"])
def test_a_title_that_only_says_who_stands_below_is_not(title):
    grid = f"Player|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\n{title}\nCy Orr|ORR|5|L|Home shirt"
    assert codes(check(("List", grid))) == []


@pytest.mark.parametrize("title", ["Abgemeldet", "Quit:", "Bajas", "Har stoppet"])
def test_a_title_over_those_who_are_off_is_told_with_their_rows(title):
    grid = (
        "Player|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\nBo Ray|RAY|4|M|Home shirt\n"
        f"{title}\nCy Orr|ORR|5|L|Home shirt\nDi Poe|POE|6|L|Home shirt"
    )
    assert said(check(("List", grid)), "text-may-change-order") == [
        (
            "text-may-change-order",
            "A4",
            f'The note at A4, between the players, says "{title}". What stands below it (rows 5 and 6) is ordered all the same, '
            "as is what stands above: delete the rows that are not to be, or change what is to be different; then delete "
            "the note.",
        )
    ]


def test_every_remark_about_the_print_is_shown():
    grid = (
        "Player|Print|No|Size|Article|Notes for printer\nAnn Lee|LEE|3|S|Home shirt|accent on the e please\n"
        "Bo Ray|RAY|4|M|Home shirt|smaller letters so it fits\nCy Orr|ORR|5|L|Home shirt|-"
    )
    assert [cell for _, cell, _ in said(check(("List", grid)), "text-may-change-order")] == ["F2", "F3"]


@pytest.mark.parametrize(
    ("player", "count"),
    [
        ("Reserve 2x", 2),
        ("Gus Hay (2 Stück)", 2),
        ("Ersatz 2 Stk", 2),
        ("Spare (3)", 3),
        ("3 spare shirts", 3),
        ("2 x Ersatz", 2),
        ("Nils Ek (2 st)", 2),
        ("Nils Ek (2 ex.)", 2),
        ("Nils Ek (two please)", 2),
        ("Nils Ek (zwei Stück)", 2),
        ("Nils Ek (drei Stück)", 3),
    ],
)
def test_a_count_beside_a_name_that_no_quantity_says_is_told(player, count):
    grid = f"Player|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\n{player}|||M|Home shirt"
    assert said(check(("List", grid)), "count-in-name") == [
        (
            "count-in-name",
            "A3",
            f"“{player}” reads like {count} pieces, and 1 is ordered by this row. If {count} are meant, write that as the "
            "quantity, and no more than the name here.",
        )
    ]


@pytest.mark.parametrize(
    "player",
    ["Ann & Bo Ray", "Leo e Luca Neri", "Daan + Lotte", "Elsa och Maja Lind", "Tim/Tom Beck", "Ana y Eva Ruiz"],
)
def test_a_cell_that_names_two_people_on_a_row_for_one_is_told(player):
    grid = f"Player|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\nCy Fox|FOX|5|S|Home shirt\n{player}|HAY|4|M|Home shirt"
    assert said(check(("List", grid)), "two-people") == [
        (
            "two-people",
            "A4",
            f"“{player}” seems to be two people, and what is ordered here is for one. Write a row for each of them, unless one "
            "name is meant.",
        )
    ]


@pytest.mark.parametrize("player", ["Ramón y Cajal", "Bo O'Ray", "Ann-Marie Hay", "Hay, Gus", "U12/U13"])
def test_other_names_are_of_one_person(player):
    grid = f"Player|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\nCy Fox|FOX|5|S|Home shirt\n{player}|HAY|4|M|Home shirt"
    assert "two-people" not in codes(check(("List", grid)))


def test_two_people_are_told_in_most_rows_of_a_short_list():
    grid = "Player|No|Size|Article\nAnn Lee|3|S|Home shirt\nCy og Di Fox|5|S|Home shirt\nEd & Flo Hay|4|M|Home shirt"
    assert [cell for _, cell, _ in said(check(("List", grid), print_name="as-written"), "two-people")] == ["A3", "A4"]


def test_where_every_name_is_written_twice_nobody_is_two_people():
    rows = "\n".join(
        f"{who} / {nick}|{at}|M|Home shirt" for at, (who, nick) in enumerate((("Ann", "Annie"), ("Bo", "Bobo")))
    )
    assert "two-people" not in codes(check(("List", f"Player|No|Size|Article\n{rows}"), print_name="none"))


@pytest.mark.parametrize("beside", ["reserve", "Ersatz", "suplente", "avbytare"])
def test_who_may_not_play_is_told(beside):
    grid = f"Player|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\nGus Hay ({beside})|HAY|4|M|Home shirt"
    assert [cell for _, cell, _ in said(check(("List", grid)), "text-may-change-order")] == ["A3"]


@pytest.mark.parametrize("player", ["Gus Hay (4)", "Player 2", "U12 keeper", "Xaver 2. Mannschaft"])
def test_other_numbers_beside_a_name_are_no_pieces(player):
    grid = f"Player|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\n{player}|HAY|4|M|Home shirt"
    assert "count-in-name" not in codes(check(("List", grid)))


def test_a_count_beside_a_name_that_the_quantity_says_too_is_not():
    grid = "Player|Print|No|Size|Quantity|Article\nAnn Lee|LEE|3|S|1|Home shirt\nReserve 2x|||M|2|Home shirt"
    assert "count-in-name" not in codes(check(("List", grid)))


def test_one_number_written_in_two_ways_for_two_people_is_told():
    grid = "Player|Print|No|Size|Article\nAnn Lee|LEE|07|S|Home shirt\nBo Ray|RAY|7|M|Home shirt"
    assert said(check(("List", grid)), "number-twice") == [
        (
            "number-twice",
            "C3",
            "Numbers 07 (Ann Lee, C2) and 7 (Bo Ray, C3) are both on Home shirt, and are easily taken for one another. Give one "
            "of them another number, unless it is meant.",
        )
    ]


def test_a_zero_that_several_have_may_be_none():
    grid = "Player|Print|No|Size|Article\nAnn Lee|LEE|0|S|Home shirt\nBo Ray|RAY|0|M|Home shirt"
    [(_, cell, message)] = said(check(("List", grid)), "number-twice")
    assert (cell, message) == (
        "C3",
        "Number 0 is on Home shirt for more than one person: Ann Lee (C2) and Bo Ray (C3). Give each a number of their own, "
        "unless it is meant. If 0 stands for no number, empty the cells: it would be printed.",
    )


@pytest.mark.parametrize("text", ["12, 14, 15", "18 + 19", "20 und 21", "9, 19 o 99"])
def test_several_numbers_in_one_cell_want_a_row_each(text):
    grid = f"Player|Print|No|Size|Quantity|Article\nAnn Lee|LEE|3|S|1|Home shirt\nSpares||{text}|M|3|Home shirt"
    assert [(code, cell, message) for code, cell, message in said(check(("List", grid))) if cell == "C3"] == [
        (
            "number-not-digits",
            "C3",
            f"“{text}” reads like several numbers, and a row has one. Write the one that is printed; if a garment "
            "with each of them is wanted, write a row for each.",
        )
    ]


@pytest.mark.parametrize(("typed", "shown"), [(140, "140"), (164, "164"), (9, "9")])
def test_a_number_in_a_cell_made_for_dates_is_what_was_typed(tmp_path, typed, shown):
    book = Book()
    for row in (HEADINGS, ("Jan Beck", "BECK", 7, typed, "Home shirt"), ("Ole Rust", "RUST", 8, "M", "Home shirt")):
        book.active.append(row)
    book.active["D2"].number_format = "d. mmm"
    book.save(tmp_path / "club.xlsx")
    assert [(each.code, each.suggestion) for each in dated(tmp_path, ())] == [("size-is-date", shown)]


def test_what_is_no_size_of_the_design_is_not_offered_for_a_date(tmp_path):
    book = Book()
    for row in (HEADINGS, ("Jan Beck", "BECK", 7, 140, "Home shirt"), ("Ole Rust", "RUST", 8, "M", "Home shirt")):
        book.active.append(row)
    book.active["D2"].number_format = "d. mmm"
    book.save(tmp_path / "club.xlsx")
    assert [(each.message, each.suggestion) for each in dated(tmp_path, ("152", "S", "M"))] == [
        (
            "The size is a date (19. May): Excel made one of what was typed. Format the cell as text and type one of the sizes "
            "there are: 152, S, M.",
            None,
        )
    ]


def dated(folder, sizes):
    """What is said of D2, where the design has these sizes."""
    entries = tuple(replace(entry, sizes=sizes) for entry in ENTRIES)
    told = CheckOptions(defaults=Defaults(reference="PO-1"), catalogue=Catalogue(entries=entries))
    checked = check_workbook(read_workbook(folder / "club.xlsx"), told, target("kitmaker", {}))
    return [each for each in checked.problems if each.cell == "D2"]


@pytest.mark.parametrize("leaders", ["Trainer", "Betreuer", "Coach", "Torhüter"])
def test_a_table_of_trainers_below_the_players_is_read_by_itself(leaders):
    grid = (
        "Spieler|Aufdruck|Nr|Größe|Artikel\nJan Beck|BECK|7|L|Home shirt\nOle Rust|RUST|8|M|Home shirt\n\n"
        f"{leaders}|Größe|Artikel\nUwe Lang|XL|Training shirt\nEva Kurz|L|Training shirt"
    )
    checked = check(("Mannschaft", grid), print_name="none")
    assert [(line.player, line.name, line.size) for line in checked.lines] == [
        ("Jan Beck", "BECK", "L"), ("Ole Rust", "RUST", "M"), ("Uwe Lang", "", "XL"), ("Eva Kurz", "", "L"),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["Pris pr. stk.", "Price each", "Preis pro Stück"])
def test_a_row_of_prices_orders_nothing(words):
    grid = f"Player|Size|Home shirt|Shorts\nAnn Lee|S|1|1\nBo Ray|M|2|1\nCy Orr|L|1|2\nTotal||4|4\n{words}||49|19"
    checked = check(("List", grid), print_name="none")
    assert sorted((line.player, line.quantity) for line in checked.lines) == [
        ("Ann Lee", 1), ("Ann Lee", 1), ("Bo Ray", 1), ("Bo Ray", 2), ("Cy Orr", 1), ("Cy Orr", 2),
    ]  # fmt: skip


def test_how_many_may_stand_among_the_crosses_of_a_garment():
    grid = "Spelare|Storlek|Hemmatröja|Shorts\nElsa|S|x|x\nMaja|M|x|2\nAlva|L|x|\nWil|M||x"
    checked = check(("Kit", grid), print_name="none")
    assert sorted((line.player, line.quantity) for line in checked.lines) == [
        ("Alva", 1), ("Elsa", 1), ("Elsa", 1), ("Maja", 1), ("Maja", 2), ("Wil", 1),
    ]  # fmt: skip
    assert codes(checked) == []


def test_a_quantity_left_blank_where_others_say_one_is_told():
    grid = (
        "Player|Size|Qty|Article\nAnn Lee|S|1|Home shirt\nBo Ray|M|2|Socks\nCy Orr|L||Home shirt\nDi Poe|L|1|Home shirt"
    )
    assert said(check(("List", grid), print_name="none"), "quantity-left-blank") == [
        (
            "quantity-left-blank",
            "C4",
            'Row 4 says no quantity under "Qty", where others do: 1 piece is ordered. Fill in how many, unless that is right.',
        )
    ]


@pytest.mark.parametrize("counts", [("2", "", "2"), ("", "", "1"), ("1", "1", "1")])
def test_a_blank_quantity_is_one_where_only_more_is_written(counts):
    rows = "\n".join(
        f"{who}|S|{count}|Home shirt" for who, count in zip(("Ann Lee", "Bo Ray", "Cy Orr"), counts, strict=True)
    )
    assert said(check(("List", f"Player|Size|Qty|Article\n{rows}"), print_name="none"), "quantity-left-blank") == []


def test_socks_in_the_size_of_the_shirt_are_told_once():
    grid = (
        "Player|No|Size|Article\nAnn Lee|3|S|Home shirt; Gloves\nBo Ray|4|M|Home shirt\nCy Orr|5|L|Home shirt; Gloves\n"
        "Cy Orr||L|Gloves"
    )
    gloves = (
        *ENTRIES,
        CatalogueEntry(kind="design", title="Gloves", id=77, placeholders=Placeholders(name=False, number=False)),
    )
    assert said(check(("List", grid), print_name="none", catalogue=gloves), "size-of-another") == [
        (
            "size-of-another",
            "C2",
            'Gloves are ordered in the sizes under "Size", such as S and L, as the shirts are. If they go by other sizes '
            "(39-42), write these into a column headed Size Gloves.",
        )
    ]


def test_a_number_and_a_size_that_changed_places_are_told_so():
    grid = "Player|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\nBo Ray|RAY|M|15|Home shirt\nCy Orr|ORR|5|L|Home shirt"
    checked = check(("List", grid))
    assert said(checked, "number-not-digits", "size-unknown") == [
        (
            "number-not-digits",
            "C3",
            '“M” stands under "No", and “15” under "Size": they seem to have changed places. Write 15 here.',
        ),
        (
            "size-unknown",
            "D3",
            '“15” stands under "Size", and “M” under "No": they seem to have changed places. Write M here.',
        ),
    ]
    assert [each.suggestion for each in checked.problems if each.row == 3] == ["15", "M"]


def test_names_whose_letters_are_garbled_are_not_printed():
    grid = "Player|Print|No|Size|Article\nTim Müller|MÃœLLER|3|S|Home shirt\nBo Ray|RAY|4|M|Home shirt"
    assert said(check(("List", grid)), "letters-garbled") == [
        (
            "letters-garbled",
            "B2",
            "The letters of “MÃœLLER” are garbled, and would be printed so. It was probably “MÜLLER”: write that, or export the "
            "list again.",
        )
    ]
    assert [line.name for line in check(("List", grid), apply_safe=True).lines] == ["MÜLLER", "RAY"]


def test_of_a_number_left_blank_it_is_said_that_it_may_stand_beside_the_name():
    grid = "Player|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\nNed Orr 12|ORR||M|Home shirt\nCy Fox|FOX|5|L|Home shirt"
    assert said(check(("List", grid)), "number-left-blank") == [
        (
            "number-left-blank",
            "C3",
            "There is no number for Ned Orr 12, while 2 of 3 rows of Home shirt have one. Fill it in, unless none is to be "
            "printed. It may be the 12 beside the name.",
        )
    ]
