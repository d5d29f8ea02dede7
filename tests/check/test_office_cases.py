"""Sheets as offices get them, of kinds that were read wrongly once: each is ordered, said or asked about as a clerk would."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roster_import.check.check_workbook import check_workbook
from roster_import.check.order_details import Defaults
from roster_import.check.recognised import CheckOptions
from roster_import.model.catalogue import Catalogue, CatalogueEntry, Placeholders
from roster_import.model.layout import Meaning
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.targets import target
from tests.recognise.recognise_grids import sheet_of

if TYPE_CHECKING:
    from roster_import.model.report import Checked

PRINTED, BARE = Placeholders(name=True, number=True), Placeholders(name=False, number=False)
ENTRIES = tuple(
    CatalogueEntry(
        kind="design", title=title, id=298791 + at, sizes=("152", "164", "S", "M", "L", "XL"), placeholders=places
    )
    for at, (title, places) in enumerate(
        [("Home shirt", PRINTED), ("Away shirt", PRINTED), ("Shorts", BARE), ("Socks", BARE), ("Training shirt", BARE)]
    )
)


def check(*sheets: tuple[str, str], catalogue=ENTRIES, **options) -> Checked:
    """The check of sheets, each a name and its grid."""
    workbook = Workbook(
        path=Path("club.xlsx"),
        format=FileFormat.XLSX,
        sheets=tuple(sheet_of(grid, name) for name, grid in sheets),
    )
    told = CheckOptions(defaults=Defaults(reference="PO-1"), catalogue=Catalogue(entries=catalogue), **options)
    return check_workbook(workbook, told, target("kitmaker", {}))


def said(checked: Checked, *codes: str) -> list[tuple[str, str | None, str]]:
    return [(each.code, each.cell, each.message) for each in checked.problems if not codes or each.code in codes]


def ordered(checked: Checked) -> list[tuple[str, str, str, int]]:
    return [(line.name, line.number, line.size, line.quantity) for line in checked.lines]


def codes(checked: Checked) -> list[str]:
    return [problem.code for problem in checked.problems if not problem.code.startswith(("delivery", "email"))]


# ------------------------------------------------------------------------------------------------ which rows, which design


def test_lines_of_a_label_below_the_roster_are_no_rows():
    checked = check(
        (
            "Order",
            "Player|Name|Number|Size|Design\nAnn Lee|LEE|3|S|Home shirt\nBo Ray|RAY|4|M|Home shirt\n\n"
            "Deliver to:|Nordby Hall, Station Road 4, 5000 Odense\nNeeded by:|20 March",
        )
    )
    assert ordered(checked) == [("LEE", "3", "S", 1), ("RAY", "4", "M", 1)]
    beside = ("rows-left-out", "delivery-elsewhere", "delivery-date-noted")
    assert [(each.code, each.row) for each in checked.problems if each.code in beside] == [
        ("delivery-elsewhere", 5),
        ("delivery-date-noted", 6),
    ]


SHIRTS, SHORTS = "Player|Print|No|Size\nAnn Lee|LEE|3|S\nBo Ray|RAY|4|M", "Player|Size\nAnn Lee|M\nCy Orr|L"


def test_sheets_that_are_called_after_garments_are_asked_about_each_by_itself():
    checked = check(("Home shirts", SHIRTS), ("Shorts", SHORTS), print_name="none")
    assert said(checked, "column-missing") == [
        (
            "column-missing",
            None,
            f"Sheet {sheet} has no column that says which garment each row is. By its name each may be {title}. If so, say it "
            f'with --title "{sheet}={title}", or add a column headed Design.',
        )
        for sheet, title in (("Home shirts", "Home shirt"), ("Shorts", "Shorts"))
    ]
    answers = {"Home shirts": "Home shirt", "Shorts": "Shorts"}
    checked = check(("Home shirts", SHIRTS), ("Shorts", SHORTS), print_name="none", titles=answers)
    assert ordered(checked) == [("LEE", "3", "S", 1), ("RAY", "4", "M", 1), ("", "", "M", 1), ("", "", "L", 1)]
    assert said(checked, "column-missing", "answer-unmet") == []
    assert [line.designs[0].title for line in checked.lines] == ["Home shirt"] * 2 + ["Shorts"] * 2


def test_a_row_without_a_design_is_said_at_its_design():
    checked = check(
        (
            "5b",
            "Schüler/in|Artikel|Größe|Geschwister T-Shirt\nAda Holm|Training shirt|152|\nBo Lund|Training shirt|152|164\n"
            "Cy Frost||152|",
        ),
        print_name="none",
    )
    assert [(each.code, each.cell) for each in checked.problems if each.level == "error"][:2] == [
        ("garment-not-in-design", "D3"),
        ("row-without-item", "B4"),
    ]


def test_what_was_given_back_is_asked_about():
    checked = check(
        (
            "Order",
            "Name on shirt|No|Size|Design|Qty ordered|Qty returned\nLEE|3|S|Home shirt|1|0\nRAY|4|M|Home shirt|2|1",
        )
    )
    assert [(code, cell) for code, cell, _ in said(checked, "column-unknown")] == [("column-unknown", "F1")]
    checked = check(
        ("Order", "Name on shirt|No|Size|Design|Qty|Refunded\nLEE|3|S|Home shirt|1|0\nRAY|4|M|Home shirt|2|0")
    )
    assert said(checked, "column-unknown") == []


# -------------------------------------------------------------------------------------------------- cells and questions


def test_pairs_under_a_garment_are_how_many():
    checked = check(
        (
            "Bestilling",
            "Fornavn|Etternavn|Draktnr|Drakt|Drakt str|Strømper\nOla|Berg|7|Home shirt|152|2 par\nKari|Lie|9|Home shirt|M|1 par",
        ),
        print_name="none",
    )
    assert [(each.code, each.cell, each.suggestion) for each in checked.problems if each.code == "mark-unclear"] == [
        ("mark-unclear", "F2", "2"),
        ("mark-unclear", "F3", "1"),
    ]


def test_numbers_from_one_to_another_want_a_row_each():
    checked = check(
        ("Order", "Name|Number|Size|Qty|Design\nLEE|3|S|1|Home shirt\nSpare|21-23|L|3|Home shirt"), print_name="none"
    )
    assert said(checked, "number-not-digits") == [
        (
            "number-not-digits",
            "B3",
            "“21-23” reads like several numbers, and a row has one. Write the one that is printed; if a garment "
            "with each of them is wanted, write a row for each.",
        )
    ]


def test_mistakes_of_cells_are_said_while_it_is_open_whether_names_are_printed():
    checked = check(("Order", "Navn|Ryg nr|Str.|Trøje\nAnders Holm|07|M|Home shirt\nCarl Frost|C10|XS|Home shirt"))
    assert [(each.code, each.cell) for each in checked.problems if each.level == "error"][:3] == [
        ("print-name-unclear", "A1"),
        ("number-not-digits", "B3"),
        ("size-unknown", "C3"),
    ]
    assert checked.lines == ()


def test_what_somebody_is_before_a_colon_is_no_part_of_the_name():
    checked = check(
        ("Damer", "Spiller|Ryg nr.|Str.|Trøje\nAnna Berg|7|M|Home shirt\nTræner: Ole||XL|Home shirt"),
        print_name="as-written",
    )
    assert [(each.cell, each.suggestion) for each in checked.problems if each.code == "name-marker"] == [("A3", "Ole")]


def test_a_name_that_is_printed_nowhere_is_said_once_for_its_design():
    checked = check(
        (
            "Herren",
            "Nr|Nachname|Vorname|Gr.|Artikel\n8|Beck|Jan|L|Home shirt\n|Haas|Tim|XL|Training shirt\n|Fink|Ben|XL|Training shirt",
        ),
        print_name="surname",
    )
    assert said(checked, "name-left-off") == [
        ("name-left-off", "E3", "Training shirt has no place for a name, so none is printed on it (2 rows).")
    ]
    assert ordered(checked)[0] == ("Beck", "8", "L", 1)


@pytest.mark.parametrize("system", ["kitmaker", "dropday", "jtl"])
@pytest.mark.parametrize(("places", "instances"), [
    (BARE, [("", "", "L", 2)]), (Placeholders(name=False, number=True), [("", "9", "L", 1), ("", "", "L", 1)]),
    (Placeholders(), [("HAAS", "9", "L", 1), ("FINK", "", "L", 1)]),
])  # fmt: skip
def test_for_no_order_system_a_name_is_ordered_that_has_no_place(system, places, instances):
    number = "9" if places != BARE else ""
    grid = f"Nr|Nachname|Vorname|Gr.|Artikel|Preis\n{number}|HAAS|Tim|L|Shorts|9.00\n|FINK|Ben|L|Shorts|9.00"
    entries = [CatalogueEntry(kind="design", title="Shorts", id=7, placeholders=places)]
    delivery = {"name": "FC", "address": "Way 1", "zip": "1", "city": "Kiel", "country": "DE"}
    told = CheckOptions(
        defaults=Defaults(reference="PO-1", delivery=delivery, order={"email": "a@b.example"}),
        catalogue=Catalogue(entries=tuple(entries)),
        print_name="surname",
    )
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid, "Herren"),))
    (order,) = check_workbook(workbook, told, target(system, {})).orders
    assert [
        (each.name, each.number, each.size, each.quantity) for item in order.designs for each in item.instances
    ] == instances


def test_quantities_are_not_blamed_for_a_garment_that_nobody_named():
    checked = check(
        ("Order", "Name on back|Number|Shirt size|Shorts size|Quantity\nLEE|3|S|S|1\nRAY|4|M|M|2"), catalogue=()
    )
    assert codes(checked).count("garment-unclear") == 2
    assert "cell-unused" not in codes(checked)


def test_one_column_is_told_one_error():
    checked = check(
        (
            "Commande",
            "Nom|N° maillot|Maillot|Taille|Flocage|Retour maillot\n"
            "Dupont|10|Home shirt|M|JEANNOT|non\nMartin|7|Home shirt|L|MARTIN|oui",
        )
    )
    (problem,) = [each for each in checked.problems if each.cell == "F1"]
    assert problem.code == "column-unknown"
    assert problem.message.count('"Retour maillot=design') == 1


def test_for_whom_a_shirt_is_cut_is_shown_and_is_no_name():
    checked = check(
        (
            "T-Shirts",
            "Name|Passform|Größe|Artikel\nJan Beck|Herren|L|Home shirt\nEva Lenz|Damen|M|Home shirt\nIna Kurz|Damen|S|Home shirt",
        ),
        print_name="none",
    )
    (problem,) = [each for each in checked.problems if each.cell == "B1"]
    assert "holds “Herren” and “Damen”" in problem.message


def test_of_undecided_answers_too_rows_may_be_chosen():
    checked = check(
        (
            "Firmenlauf",
            "Name|Größe|Artikel|Teilnahme\nJan Beck|L|Home shirt|ja\nEva Lenz|M|Home shirt|ja\nIna Kurz|S|Home shirt|nein\n"
            "Tim Haas|XL|Home shirt|vielleicht",
        ),
        print_name="none",
    )
    (problem,) = [each for each in checked.problems if each.cell == "D1"]
    assert '--map "Teilnahme=order-if-yes"' in problem.message


# ----------------------------------------------------------------------------------------- marks under a heading of no garment


MARKED = "Player|Name|Number|Size|Package|Only shirt\nAnn Lee|LEE|3|S|x|\nBo Ray|RAY|4|M||x\nCy Orr|ORR|5|L|x|"


def test_marks_under_a_heading_that_is_no_garments_are_answered_with_garments_that_there_are():
    assert [each for each in said(check(("Order", MARKED))) if not each[0].startswith(("delivery", "email"))] == [
        (
            "column-unknown",
            "E1",
            "On sheet Order, column “Package” holds “x”, and nothing says whether that changes the order. If a yes orders Home "
            "shirt, Away shirt, Shorts, Socks or Training shirt, name it, or several with ; between: "
            '--map "Package=design:Home shirt". If only rows with a yes are ordered: --map "Package=order-if-yes". If rows with '
            'a yes are not ordered: --map "Package=skip-if-yes". '
            'If it changes nothing: --map "Package=ignored". If something is to be different because of it, change the rows '
            'themselves first. After that: --map "Package=ignored".',
        ),
        (
            "column-unknown",
            "F1",
            "On sheet Order, column “Only shirt” holds “x”, and nothing says whether that changes the order. If a yes orders "
            "Home shirt, Away shirt or Training shirt, name it, or several with ; between: "
            '--map "Only shirt=design:Home shirt". If only rows with a yes are ordered: --map "Only shirt=order-if-yes". If rows '
            'with a yes are not ordered: --map "Only shirt=skip-if-yes". '
            'If it changes nothing: --map "Only shirt=ignored".',
        ),
    ]


def test_the_answer_with_several_garments_orders_each_of_them():
    answers = {"Package": (Meaning.DESIGN, "Home shirt; Shorts"), "Only shirt": (Meaning.DESIGN, "Home shirt")}
    lines = check(("Order", MARKED), mapping=answers).lines
    assert [(line.player, [design.label for design in line.designs]) for line in lines] == [
        ("Ann Lee", ["Home shirt"]), ("Ann Lee", ["Shorts"]), ("Bo Ray", ["Home shirt"]), ("Cy Orr", ["Home shirt"]),
        ("Cy Orr", ["Shorts"]),
    ]  # fmt: skip


def test_the_answer_with_a_garment_orders_it_where_there_is_a_mark():
    answers = {"Package": (Meaning.DESIGN, "Home shirt"), "Only shirt": (Meaning.DESIGN, "Away shirt")}
    lines = check(("Order", MARKED), mapping=answers).lines
    assert [(line.designs[0].label, line.size) for line in lines] == [
        ("Home shirt", "S"),
        ("Away shirt", "M"),
        ("Home shirt", "L"),
    ]


def test_initials_that_are_likely_printed_are_one_question():
    grid = "Naam|Initialen|Maat|Artikel\nHenk Bakker|HB|XL|Home shirt\nWim Mulder|WM|L|Home shirt\nRia Visser|RV|M|Home shirt"
    assert [each for each in said(check(("Staf", grid))) if not each[0].startswith(("delivery", "email"))] == [
        (
            "column-unclear",
            "B1",
            'On sheet Staf, the heading "Initialen" may mean the name to print or nothing that is ordered. Say which: '
            '--map "Initialen=name" or --map "Initialen=ignored".',
        )
    ]


# ------------------------------------------------------------------------------------------------------- sums below the players


SUMMED = "Player|Name|Number|Size|Design|Quantity\nAnn Lee|LEE|3|S|Home shirt|1\nBo Ray|RAY|4|M|Home shirt|2\n"


def test_a_sum_that_says_another_number_is_pointed_out_once():
    assert said(check(("Order", f"{SUMMED}Total|||||5")), "total-differs", "rows-left-out") == [
        (
            "total-differs",
            "F4",
            "The sum at F4 says 5, while the rows of sheet Order order 3. Look whether a row is missing, or one too many.",
        )
    ]


@pytest.mark.parametrize("total", ["Total|||||3", "Total: 2", "Total|3", "Summe|||||", "Total|2|3", "Total: 147 €"])
def test_a_sum_of_the_rows_or_pieces_is_as_it_should_be(total):
    assert said(check(("Order", f"{SUMMED}{total}")), "total-differs") == []


def test_a_sum_of_each_team_and_of_all_are_both_right():
    teams = f"{SUMMED}Total|||||3\nCy Orr|ORR|5|L|Home shirt; Away shirt|1\nTotal|||||2\nTotal|||||5"
    assert said(check(("Order", teams)), "total-differs") == []
    assert [cell for _, cell, _ in said(check(("Order", teams.replace("|||||2\n", "|||||9\n"))), "total-differs")] == [
        "F6"
    ]


# ------------------------------------------------------------------------------------------------------------------- legends


def test_a_legend_in_two_cells_below_the_players_is_said():
    grid = "Player|Name|Number|Size|Design\nAnn Lee|LEE|3|S|Home shirt\nBo Green|GREEN|4|M|Home shirt\n\nRed|Not to be ordered"
    assert said(check(("Order", grid)), "text-may-change-order") == [
        (
            "text-may-change-order",
            "A5",
            'The note at A5 says "Red: Not to be ordered", and no row is seen that has that colour. Every row is '
            "ordered whatever its colour: if something is to be different, change the rows themselves.",
        )
    ]


def test_a_legend_in_two_cells_beneath_a_note_is_no_player():
    grid = "Player|Name|Number|Size|Design\nAnn Lee|LEE|3|S|Home shirt\nBo Ray|RAY|4|M|Home shirt\n\nPlease note\n"
    checked = check(("Order", f"{grid}Yellow|= goalkeeper, gets another shirt"))
    assert ordered(checked) == [("LEE", "3", "S", 1), ("RAY", "4", "M", 1)]
    assert [(code, cell) for code, cell, _ in said(checked, "text-may-change-order")] == [
        ("text-may-change-order", "A6")
    ]


def test_a_player_called_like_a_colour_is_no_legend():
    grid = "Player|Size\nGreen|S\nRosa Red|M\nBlue|Adult L"
    assert said(check(("Shorts", grid)), "text-may-change-order") == []


GARMENTS = "Player|Number|Home shirt|Shorts\nAnn Lee|3|S|M\nBo Ray|4|M|\nCy Orr|5|L|L\n"


def test_a_sum_under_each_garment_is_compared_with_its_column():
    assert said(check(("Order", f"{GARMENTS}Total||3|4")), "total-differs") == [
        (
            "total-differs",
            "D5",
            "The sum at D5 says 4, while 2 stand above it in column “Shorts”. Look whether a player is missing, or one too many.",
        )
    ]


@pytest.mark.parametrize("total", ["Total||3|2", "Total||3|3", "Total||3|3 of 3", "Total: 5"])
def test_sums_under_garments_that_are_right_say_nothing(total):
    assert said(check(("Order", f"{GARMENTS}{total}")), "total-differs") == []


def test_where_how_many_cannot_be_read_nothing_is_added_up():
    unread = SUMMED.replace("Home shirt|2", "Home shirt|two (one spare)")
    assert said(check(("Order", f"{unread}Total|||||3")), "total-differs") == []


def test_changes_for_players_on_a_sheet_of_their_own_are_quoted_and_nothing_else_is_said_of_it():
    roster = "Player|Name|Number|Size|Design\nTom Hill|HILL|9|M|Home shirt\nSam Rook|ROOK|5|L|Home shirt\n"
    roster += "Joe Fry|FRY|12|L|Home shirt"
    changes = "Player|Change\nTom Hill|size L instead of M\nSam Rook|has left, no shirt\nJoe Fry|number 21 please"
    assert said(check(("Squad", roster), ("Changes", changes)), "text-may-change-order", "sheet-left-out") == [
        (
            "text-may-change-order",
            "A2",
            "Sheet Changes says “Tom Hill: size L instead of M” (A2), “Sam Rook: has left, no shirt” (A3) and “Joe Fry: number "
            "21 please” (A4). Nothing is ordered from it: if that is to hold, change the players' rows themselves, then delete "
            "the notes.",
        )
    ]


def test_home_and_away_numbers_in_columns_of_their_own_are_meant():
    grid = "Player|Home no|Home size|Away no|Away size\nBeth Dunn|10|M|16|M\nCy Fox|11|L|–|–\nDi Roe|12|S|12|S"
    checked = check(("List", grid), print_name="none")
    assert codes(checked) == []
    assert [(line.player, line.number, line.designs[0].title) for line in checked.lines] == [
        ("Beth Dunn", "10", "Home shirt"), ("Beth Dunn", "16", "Away shirt"), ("Cy Fox", "11", "Home shirt"),
        ("Di Roe", "12", "Home shirt"), ("Di Roe", "12", "Away shirt"),
    ]  # fmt: skip


def test_of_two_lists_of_the_same_people_the_others_stay_and_what_differs_is_told():
    seniors = "Player|No|Size|Design\nJo Juhl|5|M|Home shirt\nHal Holm|7|S|Home shirt"
    juniors = "Player|No|Size|Design\nKai Krol|5|152|Home shirt\nNed Nowak|7|152|Home shirt\nLou Lis|9|164|Home shirt"
    sheets = (("Seniors", seniors), ("Juniors", juniors), ("Juniors (2)", juniors.replace("5|152", "5|164")))
    assert said(check(*sheets, print_name="none"), "sheets-repeat") == [
        (
            "sheets-repeat",
            None,
            "Sheets Juniors and Juniors (2) both order for 3 of the same people, so these would be ordered twice. Say which one "
            'is meant with --sheet "Juniors" --sheet "Seniors" or --sheet "Juniors (2)" --sheet "Seniors", or bring them '
            "together on one and delete the other. They differ for Kai Krol (152 and 164).",
        )
    ]


def test_who_stands_on_one_of_two_lists_alone_is_told():
    people = "Player|No|Size|Design\nKai Krol|5|152|Home shirt\nNed Nowak|7|152|Home shirt\nLou Lis|9|164|Home shirt"
    changes = "Player|No|Size|Design\nKai Krol|5|164|Home shirt\nNew Guy|11|164|Home shirt\nLou Lis|9|164|Home shirt"
    [(_, _, message)] = said(check(("List", people), ("Changes", changes), print_name="none"), "sheets-repeat")
    assert message.endswith(
        "They differ for Kai Krol (152 and 164). Only on sheet List: Ned Nowak. Only on sheet Changes: New Guy."
    )


def test_two_lists_of_the_same_people_are_told_beside_what_is_wrong_in_one_of_them():
    people = "Player|No|Size|Design\nKai Krol|5|152|Home shirt\nNed Nowak|7|152|Home shirt\nLou Lis|9|164|Home shirt"
    checked = check(("2026", people.replace("7|152", "7|as last year")), ("2025", people), print_name="none")
    assert codes(checked) == ["size-unknown", "sheets-repeat"]
    assert "They differ for Ned Nowak (– and 152)." in checked.problems[-1].message


def test_the_name_of_who_fills_in_the_form_is_not_printed_beside_the_name_on_the_back():
    grid = (
        "Name|Player's full name|Number|Size|Name on the back|Design\nAnn Finch|Tom Finch|7|M|FINCH T|Home shirt\n"
        "Ann Finch|Eva Finch|9|S|FINCH E|Home shirt\nAli Omar|Omar Ali|12|L|OMAR|Home shirt"
    )
    checked = check(("List", grid))
    assert (codes(checked), [line.name for line in checked.lines]) == ([], ["FINCH T", "FINCH E", "OMAR"])


@pytest.mark.parametrize("shirt", ["Hjemmedrakt", "Hjemmetrøje", "Thuisshirt", "Kotipaita", "Heimtrikot"])
def test_one_word_for_a_shirt_in_every_row_is_asked_about_as_a_title(shirt):
    grid = f"Spiller|Nr|Str|Artikkel\nKai Lund|7|M|{shirt}\nBo Ek|8|L|{shirt}\nCy Foss|9|S|{shirt}\nDi Roe|10|S|{shirt}"
    assert codes(check(("List", grid), print_name="none")) == ["design-unknown"]


def test_of_three_versions_of_a_list_each_alone_is_an_answer():
    people = "Player|No|Size|Design\nKai Krol|5|152|Home shirt\nNed Nowak|7|152|Home shirt\nLou Lis|9|164|Home shirt"
    sheets = (
        ("First", people),
        ("Second", people.replace("7|152", "7|164")),
        ("Final", people.replace("5|152", "5|164")),
    )
    [(_, _, message)] = said(check(*sheets, print_name="none"), "sheets-repeat")
    assert message == (
        "Sheets First, Second and Final all order for the same people, so each would be ordered several times. Say which one is "
        'meant: --sheet "First", --sheet "Second" or --sheet "Final"; or delete the others. They differ for Kai Krol '
        "(152 and 164)."
    )


KEEPER = CatalogueEntry(
    kind="design", title="Goalkeeper shirt", id=90, sizes=("S", "M", "L", "XL"), placeholders=PRINTED
)


@pytest.mark.parametrize(
    "heading", ["Keeper no.", "Målmand nr.", "TW-Nr.", "Torwartnummer", "Målmandsnummer", "Goalkeeper number"]
)
def test_the_number_of_keepers_is_that_of_their_shirt(heading):
    grid = (
        f"Player|Name|Number|Size|Home shirt|Goalkeeper shirt|{heading}\nAnn Lee|LEE|7|M|x||\nBo Ray|RAY|8|L|x||\n"
        "Cy Orr|ORR|9|L|x|x|13"
    )
    checked = check(("List", grid), catalogue=(*ENTRIES, KEEPER))
    assert [(line.designs[0].title, line.name, line.number) for line in checked.lines] == [
        ("Home shirt", "LEE", "7"), ("Home shirt", "RAY", "8"), ("Home shirt", "ORR", "9"), ("Goalkeeper shirt", "ORR", "13"),
    ]  # fmt: skip


@pytest.mark.parametrize("remark", ["return", "Rückgabe", "Retour", "refund", "devolución", "zwrot"])
def test_remarks_about_what_is_sent_back_are_shown(remark):
    grid = f"Player|Name|Number|Size|Design|Notes\nAnn Lee|LEE|4|S|Home shirt|{remark}\nBo Ray|RAY|5|S|Home shirt|"
    assert [cell for _, cell, _ in said(check(("List", grid)), "text-may-change-order")] == ["F2"]


def test_which_name_is_printed_is_no_name_and_no_heading_below_the_heading():
    grid = (
        "First name|Surname|Initials|Print|Number|Size|Shirt\nAnn|Lee|AL|nickname|4|S|Home shirt\n"
        "Beth|Ross|BR|surname|5|M|Home shirt\nCara|Holt|CH|first name|6|M|Home shirt\nDee|Moss|DM|initials|9|L|Home shirt"
    )
    checked = check(("List", grid), mapping={"Print": (Meaning.NAME, None)})
    assert [layout.heading_row for layout in checked.layouts] == [1]
    told = [each for each in checked.problems if each.code == "name-note"]
    assert [(each.level, place.cell) for each in told for place in each.each] == [
        ("error", "D2"), ("error", "D3"), ("error", "D4"), ("error", "D5"),
    ]  # fmt: skip


def test_how_many_more_under_any_word_is_asked_about_beside_a_design():
    for heading in ("Spare pieces", "Extra Stück", "Extra"):
        grid = f"Player|Number|Size|Design|{heading}\nAnn Lee|3|S|Home shirt|1\nBo Ray|4|M|Home shirt|1"
        [(code, cell, message)] = said(check(("List", grid), print_name="none"), "column-unknown")
        assert (code, cell) == ("column-unknown", "E1")
        assert message.endswith(
            f'write how many in all into a column headed Quantity first. After that: --map "{heading}=ignored".'
        )


def test_people_who_are_called_as_colours_are_have_names_to_print():
    grid = "Player|Number|Size|Design|Nom sur le maillot\nAnne Blanc|3|S|Home shirt|BLANC\nChloé Dupré|4|M|Home shirt|DUPRE"
    checked = check(("List", grid))
    assert (codes(checked), [line.name for line in checked.lines]) == ([], ["BLANC", "DUPRE"])


def test_two_sizes_of_children_and_adults_in_one_word_are_two_sizes():
    grid = "Spiller|Nr|Børnestørrelse|Voksenstørrelse|Design\nAnn Lee|3|152|S|Home shirt\nBo Ray|4||M|Home shirt"
    assert codes(check(("List", grid), print_name="none")) == ["two-sizes"]


def test_a_name_that_is_a_number_is_told():
    grid = (
        "Player|Name|Number|Size|Design\nAnn Lee|LEE|3|S|Home shirt\nGuy Hay|9||M|Home shirt\nBo Ray|RAY|4|M|Home shirt"
    )
    assert ("name-note", "B3") in [(code, cell) for code, cell, _ in said(check(("List", grid)))]


def test_a_name_and_a_number_that_changed_places_are_told_so():
    grid = "Player|Name|Number|Size|Design\nAnn Lee|LEE|3|S|Home shirt\nGuy Hay|9|HAY|M|Home shirt\nBo Ray|RAY|4|M|Home shirt"
    assert said(check(("List", grid)), "number-not-digits") == [
        (
            "number-not-digits",
            "C3",
            '“HAY” stands under "Number", and “9” under "Name": they seem to have changed places. Write 9 here.',
        )
    ]


@pytest.mark.parametrize(
    "note", ["bitte noch nicht bestellen", "Ann Lee: please do not order", "All with long sleeves"]
)
@pytest.mark.parametrize("hidden", [False, True])
def test_a_note_on_a_sheet_of_its_own_about_all_that_is_ordered_is_quoted(note, hidden):
    roster = sheet_of("Player|Name|Number|Size|Design\nAnn Lee|LEE|3|S|Home shirt\nBo Ray|RAY|4|M|Home shirt", "List")
    notes = replace(sheet_of(note, "Old"), hidden=hidden)
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(roster, notes))
    told = CheckOptions(defaults=Defaults(reference="PO-1"), catalogue=Catalogue(entries=ENTRIES))
    shown = [each for each in check_workbook(workbook, told, target("kitmaker", {})).problems if each.sheet == "Old"]
    assert [(each.code, each.cell) for each in shown] == [("text-may-change-order", "A1")]


@pytest.mark.parametrize("name", ["wird nachgereicht", "mangler", "ask mum", "venter"])
def test_names_that_are_still_to_come_are_notes(name):
    grid = f"Player|Name|Number|Size|Design\nAnn Lee|LEE|3|S|Home shirt\nBo Ray|{name}|4|M|Home shirt"
    assert "name-note" in codes(check(("List", grid)))
