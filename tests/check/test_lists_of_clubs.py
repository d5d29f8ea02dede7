"""What clubs do to their lists, as an office gets them: kept twice, notes in the middle, rows folded away, numbers dressed up."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from tests.conftest import ORDER

HEADINGS = ("Player", "Name", "Number", "Size", "Design")
ROWS = (("Mads Holm", "HOLM", 7, "M"), ("Emil Bak", "BAK", 9, "L"), ("Nor Dam", "DAM", 4, "S"))
CATALOGUE = (
    ("Title", "Kind", "ID", "Code", "Placeholders", "Sizes"),
    ("Home kit", "design", 298791, "MUL327187", "NameLogo 494680, NumberLogo 494679", "140, 152, 164, S, M, L"),
)


@pytest.fixture
def club(desk):
    """A workbook of sheets of rows, changed by `told`: what the check says of it, and the pieces it would order."""

    def check(sheets, told=lambda book: None, *options):
        (title, rows), *others = sheets.items()
        path = desk.build(headings=rows[0], rows=rows[1:], order=ORDER, catalogue=CATALOGUE, sheet=title)
        book = load_workbook(path)
        for name, more in others:
            beside = book.create_sheet(name)
            for row in more:
                beside.append(row)
        told(book)
        book.save(path)
        file = desk.quick("check", "--json", path, *options).file
        said = [
            (problem["code"], problem["cell"] or problem["row"], problem["message"]) for problem in file["problems"]
        ]
        return said, sum(order["pieces"] for order in file["orders"])

    return check


def in_kit(*rows):
    return [HEADINGS, *((*row, "Home kit") for row in rows)]


def test_of_two_versions_of_a_list_both_can_be_chosen_and_what_is_noted_on_one_is_shown(club):
    final = [("Vets",), ("Use this one - replaces the first",), *in_kit(*ROWS[:2], ("Ole Juhl", "JUHL", 5, "L"))]
    said, pieces = club({"First": in_kit(*ROWS), "FINAL": final})
    assert pieces == 0
    assert said == [(
        "sheets-repeat", None,
        "Sheets First and FINAL both order for 2 of the same people, so these would be ordered twice. Say which one is meant "
        'with --sheet "First" or --sheet "FINAL", or bring them together on one and delete the other. Only on sheet First: Nor '
        'Dam. Only on sheet FINAL: Ole Juhl. Sheet FINAL says "Use this one - replaces the first" at A2.',
    )]  # fmt: skip


def test_the_answers_that_sizes_are_looked_up_in_are_no_order_and_do_not_hide_what_is_wrong(club):
    """The list has first and last names, the answers whole ones; to delete them would break the formulas."""
    kit = [
        ("First name", "Surname", "Print on shirt", "Number", "Size", "Design"),
        ("Mads", "Holm", "HOLM", 7, "M", "Home kit"),
        ("Emil", "Bak", "BAK", 9, "#N/A", "Home kit"),
        ("Nor", "Dam", "DAM", 4, "S", "Home kit"),
    ]
    replies = [("Timestamp", "Player", "Size"), ("2026-09-07", "Nor Dam", "S"), ("2026-09-08", "Mads Holm", "M")]
    said, _ = club({"Kit": kit, "Replies": replies}, lambda book: setattr(book["Kit"]["E3"], "data_type", "e"))
    assert said == [
        ("sheets-repeat", None,
         "Sheet Replies lists 2 people for whom sheet Kit orders already, and names no garment. If only Kit counts, say so with "
         '--sheet "Kit", or hide sheet Replies; what is to be different is changed on Kit.'),
        ("cell-shows-error", "E3", "The cell shows the error #N/A. Mend the formula, or type the value."),
    ]  # fmt: skip


def test_a_note_between_the_players_is_told_once_and_that_both_sides_of_it_are_ordered(club):
    said, pieces = club(
        {"Roster": [*in_kit(*ROWS[:2]), ("Ordered on 3 September up to here - please only order the new ones",),
                    *in_kit(*ROWS[2:])[1:]]}
    )  # fmt: skip
    assert pieces == 3
    assert said == [(
        "text-may-change-order", "A4",
        'The note at A4, between the players, says "Ordered on 3 September up to here - please only order the new ones". What '
        "stands below it (row 5) is ordered all the same, as is what stands above: delete the rows that are not to be, or change "
        "what is to be different; then delete the note.",
    )]  # fmt: skip


@pytest.mark.parametrize(
    "title", ["U17 (waiting for the sponsor, to be ordered in January)", "U17 - please wait with these until May"]
)
def test_what_is_said_behind_the_name_of_a_team_leaves_it_a_team(club, title):
    """Its numbers are not those of the team above."""
    rows = [HEADINGS, ("U13",), *in_kit(*ROWS)[1:], (title,), ("Bo Lind", "LIND", 7, "L", "Home kit")]
    said, pieces = club({"Roster": rows})
    assert (pieces, [code for code, _, _ in said if code.startswith("number")]) == (4, [])


def test_a_note_below_that_is_shown_is_not_told_once_more_as_a_row_left_out(club):
    rows = [*in_kit(*ROWS), (), ("Please also order two more without print, in L",), ("See you on Friday",)]
    said, _ = club({"Roster": rows})
    assert said == [
        ("rows-left-out", 7,
         "Nothing is ordered from row 7 (a note: “See you on Friday”) of sheet Roster. If a player stands there, fill in the row "
         "like the others. What a note asks for, change in the rows themselves."),
        ("text-may-change-order", "A6",
         'The note at A6 says "Please also order two more without print, in L". The rows are ordered as they stand, whatever the '
         "note says: if something is to be different, change the rows themselves; then delete the note."),
    ]  # fmt: skip


def test_a_hidden_row_without_a_size_may_be_deleted(club):
    def told(book):
        book["Roster"].row_dimensions[3].hidden = True

    without = ("Emil Bak", "BAK", 9, None)
    said, _ = club({"Roster": in_kit(ROWS[0], without, ROWS[2])}, told)
    message = (
        "The row is hidden or filtered out, and there is no size. Fill in the size if a garment is to be ordered here; otherwise "
        "delete the row."
    )
    assert said == [("size-missing", "D3", message)]


def test_a_hidden_row_without_a_size_does_not_silence_the_others(club):
    def told(book):
        book["Roster"].row_dimensions[3].hidden = book["Roster"].row_dimensions[4].hidden = True

    said, _ = club({"Roster": in_kit(ROWS[0], ("Emil Bak", "BAK", 9, None), ROWS[2])}, told)
    assert [code for code, _, _ in said] == ["row-hidden", "size-missing"]


def dressed(number, size, quantity):
    def told(book):
        for row in range(2, 5):
            for column, code in (("C", number), ("D", size), ("E", quantity)):
                book["Roster"][f"{column}{row}"].number_format = code

    return told


def sized(size=152, quantity=2):
    rows = ((who, name, number, size, quantity, "Home kit") for who, name, number, _ in ROWS)
    return [("Player", "Name", "Number", "Size", "Quantity", "Design"), *rows]


@pytest.mark.parametrize("formats", [('"#"0', '"Gr. "0', '0" Stück"'), ('"No. "00', '0" cm"', '0"x"')])
def test_a_number_that_its_format_shows_with_words_is_the_number(club, formats):
    said, pieces = club({"Roster": sized()}, dressed(*formats))
    assert (pieces, [code for code, _, _ in said if code != "identical-shirts"]) == (6, [])


def test_words_of_a_format_that_say_more_are_asked_about(club):
    said, _ = club({"Roster": sized()}, dressed('00"-A"', '"K"0', '0" pairs"'))
    assert {code for code, _, _ in said} == {"number-not-digits", "size-unknown", "quantity-not-whole"}


def test_what_somebody_typed_with_words_is_asked_about(club):
    said, _ = club({"Roster": sized("Gr. 152", "2 Stück")})
    assert {code for code, _, _ in said} == {"size-unknown", "quantity-not-whole"}


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (("Oliver and Isla Finch", "OLIVER / ISLA", "7 & 12", "140 for Oliver, 152 for Isla"), ["C3", "D3"]),
        (("Tom & Tim Berg", "BERG", "3/4", "152"), ["C3"]),
        (("Luca e Marco Bianchi", "BIANCHI", "7/8", "140/152"), ["C3", "D3"]),
        (("Mia und Lea Berg", "BERG", 3, "152 für Mia, 140 für Lea"), ["D3"]),
    ],
)
def test_a_row_of_two_people_is_to_be_two_rows(club, row, cells):
    said, _ = club({"Roster": in_kit(ROWS[0], row, ROWS[2])})
    of_two = [(cell, message) for code, cell, message in said if code in ("number-not-digits", "size-unknown")]
    at = {"C3": row[2], "D3": row[3]}
    assert of_two == [
        (cell,
         f"“{at[cell]}” seems to be of two people, “{row[0]}”, and a row is for one. Write a row for each of them, with a name, "
         "a number and a size of their own.")
        for cell in cells
    ]  # fmt: skip


def test_two_numbers_of_one_person_are_a_choice(club):
    said, _ = club({"Roster": in_kit(ROWS[0], ("Emil Bak", "BAK", "7/17", "M"), ROWS[2])})
    assert [message for code, _, message in said if code == "number-not-digits"] == [
        "Number “7/17” is not digits only. Write the number as digits, or leave it empty for none. Did you mean 7 or 17?"
    ]


@pytest.mark.parametrize("below", [("Paid so far", 343), ("Paid so far", "£343.00")])
@pytest.mark.parametrize("apart", [True, False])
def test_what_is_counted_below_the_names_is_nobody(club, below, apart):
    said, pieces = club({"Roster": [*in_kit(*ROWS), *([()] if apart else []), below]})
    assert (pieces, [code for code, _, _ in said]) == (3, ["rows-left-out"])


SIGNED = [
    ("Coach", "0170 5550123"), ("Coach", "Tim Hale", "07700 900456"), ("Ordered by", "Paul Green"), ("Bestilt af", "Mette Holm"),
    ("Contact", "Paul Green"), ("Email", "paul@example.com"), ("Datum", "12.09.2026"),
]  # fmt: skip


@pytest.mark.parametrize("below", SIGNED)
def test_who_ordered_and_is_to_be_reached_is_nobody_and_not_told(club, below):
    said, pieces = club({"Roster": [*in_kit(*ROWS), (), below]})
    assert (pieces, said) == (3, [])


def test_who_signs_under_a_greeting_is_not_told(club):
    end = ((), ("Mit sportlichen Grüßen",), ("Monika Schulz (Mannschaftsverantwortliche)",))
    said, pieces = club({"Roster": [*in_kit(*ROWS), *end]})
    assert (pieces, said) == (3, [])


@pytest.mark.parametrize(
    "title", ["Slutat", "Gestopt", "Lopettaneet", "Non più in squadra", "Trainingsanzug", "Away shirts"]
)
def test_a_line_over_rows_that_name_their_design_is_told_with_them(club, title):
    rows = in_kit(*ROWS)
    said, pieces = club({"Roster": [*rows[:3], (title,), *rows[3:]]})
    assert (pieces, [(code, cell) for code, cell, _ in said]) == (3, [("text-may-change-order", "A4")])


@pytest.mark.parametrize("text", ["Ab hier neu", "Already ordered in June", "Paid"])
@pytest.mark.parametrize("above", [0, 2])
def test_whatever_divides_the_players_is_shown(club, text, above):
    """Nobody can tell by their words alone which lines say who is meant."""
    players = in_kit(*ROWS)[1:]
    said, pieces = club({"Roster": [HEADINGS, *players[:above], (text,), *players[above:]]})
    told = (
        f'The note at A4, between the players, says "{text}". What stands below it (row 5) is ordered all the same, as is what '
        "stands above: delete the rows that are not to be, or change what is to be different; then delete the note."
        if above
        else f'The note at A2, right above the players, says "{text}". The rows below it are ordered all the same: delete those '
        "that are not to be, or change what is to be different; then delete the note."
    )
    assert pieces == 3
    assert said == [("text-may-change-order", f"A{above + 2}", told)]


@pytest.mark.parametrize(
    "text", ["Not to be ordered yet:", "Måske (bestilles IKKE endnu):", "Warteliste", "Waiting list (3)"]
)
def test_players_below_a_note_that_keeps_them_back_are_not_ordered_unasked(club, text):
    players = in_kit(*ROWS)[1:]
    said, pieces = club({"Roster": [HEADINGS, *players[:2], (text,), *players[2:]]})
    assert pieces == 0
    assert said == [(
        "text-may-change-order", "A4",
        f'The note at A4, between the players, says "{text}", so nobody can tell whether what stands below it (row 5) is to be '
        "ordered. Delete those rows if not, and the note in any case.",
    )]  # fmt: skip


@pytest.mark.parametrize("text", ["Field players", "Goalkeepers"])
def test_the_title_of_a_section_is_no_row_left_out(club, text):
    players = in_kit(*ROWS)[1:]
    said, _ = club({"Roster": [HEADINGS, *players[:2], (text,), *players[2:]]})
    assert said == []


@pytest.mark.parametrize("text", ["Trainer: Uwe Lang, Tel. 0170 555 12 34", "uwe@example.org, ask him please"])
def test_where_somebody_is_to_be_reached_are_shown_to_nobody(club, text):
    players = in_kit(*ROWS)[1:]
    said, _ = club({"Roster": [HEADINGS, *players[:2], (text,), *players[2:]]})
    assert [code for code, _, _ in said] == ["rows-left-out"]
