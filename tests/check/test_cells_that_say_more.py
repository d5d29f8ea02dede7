"""Sheets as offices get them whose cells say more than they should, or whose columns and tables stand otherwise than usual."""

from __future__ import annotations

import pytest

from roster_import.model.catalogue import CatalogueEntry
from tests.check.test_office_cases import ENTRIES, PRINTED, SUMMED, check, codes, ordered, said

# --------------------------------------------------------------------------------------------------- sizes that say more


MADE_FOR = (
    *ENTRIES,
    CatalogueEntry(kind="design", title="Home shirt ladies", id=298801, sizes=("S", "M"), placeholders=PRINTED),
)


@pytest.mark.parametrize(
    ("size", "message"),
    [
        (
            "2x L",
            "Size “2x L” reads like several pieces in one size. Write L as the size, and how many as the quantity or as a row "
            "for each.",
        ),
        (
            "M long",
            "Size “M long” says more than a size, and Home shirt has none made so. Write M for the garment as it comes; one with "
            "other sleeves or another length is a design of its own.",
        ),
        (
            "ladies M",
            "Size “ladies M” is a ladies' size, and Home shirt has none for ladies. Ask which of its sizes is wanted, and write "
            "that one. There is Home shirt ladies, too: if that is meant, write it as the design.",
        ),
    ],
)
def test_a_size_that_says_more_loses_nothing_of_it(size, message):
    grid = f"Name on shirt|Number|Size|Design\nLEE|3|{size}|Home shirt\nRAY|4|M|Home shirt"
    [problem] = [each for each in check(("Order", grid), catalogue=MADE_FOR).problems if each.code == "size-unknown"]
    assert (problem.message, problem.suggestion) == (message, None)


def test_whoever_has_a_garment_already_leaves_its_size_empty():
    grid = "Name on shirt|Number|Home shirt|Shorts\nLEE|3|S|M\nRAY|4|M|has already\nORR|5|M|L"
    assert said(check(("Order", grid)), "size-unknown") == [
        (
            "size-unknown",
            "D3",
            "Size “has already” is not one of the sizes of Shorts: 152, 164, S, M, L, XL. Write one of these, or empty the cell "
            "where none is wanted.",
        )
    ]


# ------------------------------------------------------------------------------------------------ titles above the blocks


TITLED = (
    "HOME SHIRT|||\nName on back|No.|Size|Qty\nHALL|4|M|1\nKHAN|8|L|1\nROWE|11|L|1\n|||\n"
    "Away shirt|||\nName on back|No.|Size|Qty\nHALL|4|M|1\nKHAN|8|L|2"
)


def test_the_title_of_a_block_in_the_words_of_the_catalogue_is_the_design_of_its_rows():
    checked = check(("U15", TITLED))
    assert [(line.designs[0].title, line.name, line.quantity) for line in checked.lines] == [
        ("Home shirt", "HALL", 1),
        ("Home shirt", "KHAN", 1),
        ("Home shirt", "ROWE", 1),
        ("Away shirt", "HALL", 1),
        ("Away shirt", "KHAN", 2),
    ]


def test_another_title_of_a_block_is_no_design():
    assert "column-missing" in codes(
        check(("U15", TITLED.replace("HOME SHIRT", "U15 boys").replace("Away shirt", "U15 girls")))
    )


# ---------------------------------------------------------------------------------------- a name that is none of the players


def test_one_name_on_the_shirts_of_several_is_pointed_out():
    rows = "\n".join(f"{name}|{at + 3}|M|Home shirt|{'BAR ROMA' if at % 4 else ''}" for at, name in enumerate(PEOPLE))
    assert said(check(("Lista", f"Cognome|Numero|Taglia|Modello|Retro\n{rows}")), "name-of-some") == [
        (
            "name-of-some",
            "E3",
            "“BAR ROMA” is printed as the name on 6 of 8 shirts of Home shirt, and no player there is called so. If it is a "
            "sponsor or stands elsewhere on the shirt, empty these cells and say so to the office; leave it, if it is meant.",
        )
    ]


PEOPLE = ("Rossi", "Greco", "Conti", "Fabbri", "Serra", "Villa", "Leone", "Marini")


# ------------------------------------------------------------------------------------------------------- signs and their note


STARRED = (
    "Spelare|Tryck|Nr|Storlek|Design\nErik Berg *|BERG|1|XL|Home shirt\nNils Sten|STEN|4|M|Home shirt\n"
    "Per Al (K)|AL|12|L|Home shirt"
)


def test_a_note_that_explains_a_sign_is_quoted_with_the_cells_that_have_it():
    assert said(
        check(("Lista", f"{STARRED}\n\n* = målvaktströja, (K) = kapten")), "text-may-change-order", "rows-left-out"
    ) == [
        (
            "text-may-change-order",
            "A6",
            "The note in A6 says “* = målvaktströja, (K) = kapten”, which explains “*” in A2. Nothing is changed by it: write "
            "there, or under the design, what is meant.",
        )
    ]


@pytest.mark.parametrize("note", ["* = paid, (K) = kapten", "# = målvaktströja", "(K) = kapten", "* = "])
def test_a_note_on_nothing_that_is_ordered_or_on_no_cell_is_not_quoted(note):
    assert said(check(("Lista", f"{STARRED}\n\n{note}")), "text-may-change-order") == []


EXPLAINED = "Name on back|No|Size|Design\nSMITH|7|M|H\nPATEL|9|M|A\n\n"


@pytest.mark.parametrize("note", ["H = Home shirt, A = Away shirt (libero)", "H = Heimtrikot\nA = Auswärtstrikot"])
def test_what_a_note_says_of_designs_is_proposed_and_not_told_besides(note):
    checked = check(("U12", EXPLAINED + note))
    assert [(p.cell, p.suggestion) for p in checked.problems if p.code == "design-unknown"] == [
        ("D2", "Home shirt"), ("D3", "Away shirt"),
    ]  # fmt: skip
    assert said(checked, "text-may-change-order", "rows-left-out") == []


def test_a_note_that_explains_sizes_is_quoted():
    grid = "Name on back|No|Size|Design\nSMITH|7|YM|Home shirt\nPATEL|9|M|Home shirt\n\nYS = 140, YM = 152"
    assert [message for _, _, message in said(check(("U12", grid)), "text-may-change-order")] == [
        "The note in A5 says “YS = 140, YM = 152”, which explains “YM” in C2. Nothing is changed by it: write there, or under "
        "the design, what is meant."
    ]


def test_tables_side_by_side_are_ordered_as_their_titles_say():
    grid = (
        "PLAYERS – Home shirt|||||STAFF – Training shirt||\nNaam|Opdruk|Nr|Maat||Naam|Functie|Maat\n"
        "Jan Mol|MOL|4|M||Luc Maes|T1|XL\nAli Ben|BEN|7|L||Ann Bos|kine|M\nYves Roy|ROY|10|XL||||"
    )
    checked = check(("Blad1", grid))
    assert "column-missing" not in codes(checked)
    assert [(line.designs[0].title, line.name, line.size) for line in checked.lines] == [
        ("Home shirt", "MOL", "M"),
        ("Home shirt", "BEN", "L"),
        ("Home shirt", "ROY", "XL"),
        ("Training shirt", "", "XL"),
        ("Training shirt", "", "M"),
    ]


OF_SEASONS = (
    ("Saison 25-26", SUMMED.strip()),
    ("Saison 24-25", SUMMED.strip().replace("LEE", "OLD").replace("Lee", "Old")),
)


def test_lists_of_two_seasons_are_ordered_from_once_somebody_says_so():
    assert "sheets-of-seasons" in codes(check(*OF_SEASONS))
    both = check(*OF_SEASONS, sheets=("Saison 25-26", "Saison 24-25"))
    assert "sheets-of-seasons" not in codes(both)
    assert len(both.lines) == len(check(*OF_SEASONS[:1]).lines) * 2


def test_what_stands_beside_ditto_marks_is_not_said_again_by_them():
    grid = (
        "U15 girls|||||\nName|Print|No|Size|Model|Item\nIda Holm|IDA|4|M|Ladies|Home shirt\nLea Frost|LEA|7|L|do.|do.\n|||||\n"
        "U17 boys|||||\nPlayer|Name on back|Number|Size|Model|Item\nBo Key|KEY|4|L|Men|Home shirt\nPer Aas|AAS|5|M|do.|do."
    )
    checked = check(("Sheet1", grid))
    assert [(each.code, each.column) for each in checked.problems if each.column == "Model"] == [
        ("column-unknown", "Model")
    ]
    assert "number-twice" not in codes(check(("Sheet1", grid.replace("|do.|do.", "|Men|Home shirt"))))


EXCHANGED = (
    "Name on shirt|Size|Shirt no.|Design\nFRAME|3|152|Home shirt\nGRADY|7|164|Home shirt\nHUME|9|M|Home shirt\n"
    "IVES|12|L|Home shirt"
)


def test_sizes_under_numbers_and_numbers_under_sizes_are_one_mistake():
    errors = [each for each in check(("U14", EXCHANGED)).problems if each.code in ("columns-exchanged", "size-unknown")]
    assert [(each.code, each.cell, each.message) for each in errors] == [
        (
            "columns-exchanged",
            "B1",
            'On sheet U14, rows 2 to 5 have a size under "Shirt no." and a number under "Size": the two seem to be exchanged. '
            "Exchange the headings, or what stands under them.",
        )
    ]


def test_a_size_for_whom_beside_the_size_is_one_size():
    grid = (
        "Name on shirt|No|Youth/Adult|Size|Design\nLEE|3|Youth|M|Home shirt\nRAY|4|Adult|M|Home shirt\n"
        "ORR|5|Adult|L|Home shirt"
    )
    checked = check(("Kit", grid))
    assert [(each.cell, each.message) for each in checked.problems if each.code == "size-unknown"] == [
        (
            "D2",
            "Size “Youth M” is a children's size. For children Home shirt has 152 and 164. Write one of these.",
        )
    ]


def test_a_column_of_two_sizes_can_be_said_to_count_in_no_row():
    grid = "Name on shirt|No|Size|Size 2025|Design\nLEE|3|M|S|Home shirt\nRAY|4|L|M|Home shirt\nORR|5|L|L|Home shirt"
    assert said(check(("Kit", grid)), "two-sizes")[0] == (
        "two-sizes",
        "D2",
        'This row has two sizes for one garment: M under "Size" at C2, and S under "Size 2025" here. Empty the one that is '
        'wrong, or write a second row. If "Size" counts in no row: --map "Size=ignored". If "Size 2025" counts in no row: '
        '--map "Size 2025=ignored".',
    )
    assert [cell for _, cell, _ in said(check(("Kit", grid)), "two-sizes")] == ["D2", "D3"]  # D4 says the same


def test_a_number_in_a_name_whose_number_is_missing_is_pointed_out():
    grid = "Name on shirt|Number|Size|Design\n10 BERG||M|Home shirt\nEK|4|L|Home shirt\nAL|5|L|Home shirt"
    assert said(check(("Herrar", grid)), "name-marker") == [
        (
            "name-marker",
            "A2",
            "Name “10 BERG” would be printed with everything beside the name. Remove what is not to be printed. Did you mean "
            "BERG?",
        )
    ]


def test_references_in_a_column_that_nobody_knows_are_offered_as_such():
    grid = (
        "Orden de pedido|Name on shirt|Number|Size|Design\nALV-01|LEE|3|M|Home shirt\nALV-01|RAY|4|L|Home shirt\n"
        "ALV-02|ORR|5|L|Home shirt"
    )
    [problem] = [each for each in check(("Pedidos", grid)).problems if each.code == "column-unknown"]
    assert '--map "Orden de pedido=order"' in problem.message


@pytest.mark.parametrize("row", ["Total|||||3", "Thanks a lot!"])
def test_a_sum_that_agrees_and_a_thank_you_are_not_told(row):
    assert said(check(("Order", f"{SUMMED}{row}")), "rows-left-out", "total-differs") == []


CORRECTED = ("Kit", "Name on shirt|Number|Size|Design\nROY|10|M|Home shirt\nSINGH|22|L|Home shirt\nORR|5|L|Home shirt")


def test_notes_about_players_on_a_sheet_of_their_own_are_quoted():
    notes = "Corrections\nROY takes L, not M\nSINGH: number 27 not 22\nBring the balls on Friday\nNumber 7 has no car"
    assert said(check(CORRECTED, ("Corrections", notes)), "text-may-change-order") == [
        (
            "text-may-change-order",
            "A2",
            "Sheet Corrections says “ROY takes L, not M” (A2) and “SINGH: number 27 not 22” (A3). Nothing is ordered from it: if "
            "that is to hold, change the players' rows themselves, then delete the notes.",
        )
    ]


@pytest.mark.parametrize(
    "note",
    [
        "size L for number 7", "leave out number 5", "Sans numéros", "Bitte noch 2 Torwarttrikots Größe L dazu", "Roy: XL",
        "Please add one goalkeeper shirt size L", "und Hosen für alle", "Namen weglassen", "Neu dazu: Tim Vogt, Nr 22, Gr. L",
    ],
)  # fmt: skip
def test_a_note_on_a_number_or_on_all_on_a_sheet_of_its_own_is_quoted(note):
    assert said(check(CORRECTED, ("Notes", f"Season opens in May\n{note}")), "text-may-change-order") == [
        (
            "text-may-change-order",
            "A2",
            f"Sheet Notes says “{note}” (A2). Nothing is ordered from it: if it is to hold, change the player's row itself, then "
            "delete the note.",
        )
    ]


@pytest.mark.parametrize(
    "notes",
    ["Roy brings the balls on Friday", "Training on Friday at 6", "Season opens in May\nThe shop is closed in June"],
)
def test_other_notes_on_a_sheet_of_their_own_are_not(notes):
    assert said(check(CORRECTED, ("Notes", notes)), "text-may-change-order") == []


def test_two_sizes_for_two_pieces_may_be_one_of_each():
    grid = "Name on shirt|Number|Size|Quantity|Design\nWOLF|4|L / XL|2|Home shirt\nRAY|5|M|1|Home shirt"
    assert said(check(("Kit", grid)), "size-unknown") == [
        (
            "size-unknown",
            "C2",
            "Size “L / XL” names 2 sizes, and 2 pieces are ordered: if one of each is meant, write a row for each. Did you mean "
            "L or XL?",
        )
    ]


SHIRTS_AND_SHORTS = "Player|Number|Home shirt|Shorts\nAnn Lee|3|S|M\nBo Ray|4|M|\nCy Orr|5|L|L\n"


@pytest.mark.parametrize(
    ("total", "pieces"), [("Total shirts: 9", "3 of Home shirt"), ("Total shorts: 9", "2 of Shorts"), ("Total: 9", "5")]
)
def test_a_sum_that_names_a_garment_is_compared_with_it(total, pieces):
    [(_, cell, message)] = said(check(("Order", f"{SHIRTS_AND_SHORTS}{total}")), "total-differs")
    assert (cell, message) == (
        "A5",
        f"The sum at A5 says 9, while the rows of sheet Order order {pieces}. Look whether a row is missing, or one too many.",
    )


def test_a_sum_in_one_cell_is_compared_beside_a_column_of_quantities():
    grid = "Player|Number|Size|Design|Quantity\nAnn Lee|3|S|Home shirt|\nBo Ray|4|M|Home shirt|\n|||Shorts|12\n\nTotal shirts: "
    assert said(check(("Order", f"{grid}2")), "total-differs", "rows-left-out") == []
    [(_, cell, message)] = said(check(("Order", f"{grid}6")), "total-differs", "rows-left-out")
    assert (cell, message) == (
        "A6",
        "The sum at A6 says 6, while the rows of sheet Order order 2 of Home shirt. Look whether a row is missing, or one too "
        "many.",
    )


def test_a_set_can_be_said_to_stand_for_several_designs():
    grid = "Name on shirt|Number|Size|Design\nLEE|3|M|Set A\nRAY|4|L|Set A"
    [(_, _, message)] = said(check(("Kit", grid)), "design-unknown")
    assert message == (
        "Design “Set A” is not a title of the catalogue, a MUL code or a design id. Correct it, or add it to the Catalogue "
        "sheet. The catalogue has Home shirt, Away shirt, Shorts, Socks and Training shirt. If it stands for several of them: "
        '--title "Set A=Home shirt; Away shirt". It is the same in row 3.'
    )


def test_what_a_note_says_of_a_set_is_proposed():
    grid = "Name on shirt|Number|Size|Design\nLEE||M|Set A\nRAY||L|Set A\n\nSet A = Home shirt + Shorts"
    checked = check(("Kit", grid))
    assert [p.suggestion for p in checked.problems if p.code == "design-unknown"] == ["Home shirt; Shorts"]
    assert said(checked, "text-may-change-order") == []


def test_a_title_above_the_first_of_two_tables_alone_is_asked_about():
    assert "column-missing" in codes(check(("U15", TITLED.replace("Away shirt", "Page 2 of 2"))))


@pytest.mark.parametrize("paid", ["Paid (€)", "Bezahlt €", "Betalt (kr)"])
def test_a_sum_of_money_is_no_count_of_pieces(paid):
    grid = f"Player|Print|No|Size|Article|{paid}\nAnn Lee|LEE|3|S|Home shirt|45\nBo Ray|RAY|4|M|Home shirt|45\nTotal|||||90"
    assert said(check(("Order", grid)), "total-differs", "rows-left-out") == []


@pytest.mark.parametrize(
    ("total", "told"), [("Total: 2 shirts", []), ("Gesamt: 3 Trikots", ["A1"]), ("I alt: 3", ["A1"])]
)
def test_a_sum_above_the_players_is_compared_too(total, told):
    grid = f"{total}\n\nPlayer|Print|No|Size|Article\nAnn Lee|LEE|3|S|Home shirt\nBo Ray|RAY|4|M|Home shirt"
    assert [cell for _, cell, _ in said(check(("Order", grid)), "total-differs")] == told


@pytest.mark.parametrize(("total", "told"), [("Total||2|3", []), ("Total||2|4", ["total-differs"])])
def test_several_sums_that_agree_column_by_column_are_not_told(total, told):
    grid = f"Player|Number|Size|Quantity|Design\nAnn Lee|3|S|1|Home shirt\nBo Ray|4|M|2|Home shirt\n{total}"
    assert [code for code in codes(check(("Order", grid))) if code in ("rows-left-out", "total-differs")] == told


def test_a_sign_and_what_it_means_in_two_cells_below_is_no_player():
    grid = "Nr|Name|Size\n7|ANN LEE|S\n12|BO RAY|M\n3|CY FOX|L\nx|= has one already|"
    checked = check(("Order", grid), print_name="as-written", design="Home shirt")
    assert [number for _, number, _, _ in ordered(checked)] == ["7", "12", "3"]
    assert said(checked, "text-may-change-order", "rows-left-out") == [
        (
            "text-may-change-order",
            "B5",
            'The note at B5 says "= has one already". The rows are ordered as they stand, whatever the note says: if something '
            "is to be different, change the rows themselves; then delete the note.",
        )
    ]


@pytest.mark.parametrize("note", ["Green takes L, not M", "Sizes run small, says the shop", "Logo à droite"])
def test_the_only_line_of_a_sheet_is_quoted_where_it_says_more_than_a_title(note):
    assert said(check(CORRECTED, ("Notes", note)), "text-may-change-order") == [
        (
            "text-may-change-order",
            "A1",
            f"Sheet Notes says “{note}” (A1). Nothing is ordered from it: if it is to hold, change the player's row itself, then "
            "delete the note.",
        )
    ]


@pytest.mark.parametrize(
    "text", ["Home shirt?", "Home shirt (?)", "(Home shirt)", "Home shirt*", "+Home shirt", "~Home shirt~"]
)
def test_a_title_with_a_sign_beside_it_is_not_ordered_before_somebody_says_so(text):
    checked = check(("Kit", f"Name|Number|Size|Design\nWOLF|4|L|{text}\nRAY|5|M|Home shirt"), print_name="as-written")
    assert said(checked, "design-doubtful") == [
        (
            "design-doubtful",
            "D2",
            f"“{text}” has a sign beside the title, so nobody can tell whether it is wanted. If it is, write Home shirt and no "
            "more; if not, delete the row. Did you mean Home shirt?",
        )
    ]
    assert checked.orders == ()


@pytest.mark.parametrize("text", ["Home shirt!", "- Home shirt", "home-shirt", "“Home shirt”"])
def test_a_title_that_is_only_written_otherwise_is_ordered(text):
    assert codes(check(("Kit", f"Name|Number|Size|Design\nWOLF|4|L|{text}"), print_name="as-written")) == []


def test_a_sign_that_the_title_has_itself_says_nothing():
    catalogue = (CatalogueEntry(kind="design", title="Home shirt (men*)", id=7, sizes=("L",), placeholders=PRINTED),)
    grid = "Name|Number|Size|Design\nWOLF|4|L|Home shirt (men*)"
    assert codes(check(("Kit", grid), catalogue=catalogue, print_name="as-written")) == []
