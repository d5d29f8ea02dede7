"""What coaches say in passing: in a comment on the title, in a heading, beside a name, over a second table, in a date line."""

from __future__ import annotations

import pytest
from sheets_checked import checked, sheet

from roster_import.model.layout import Meaning
from roster_import.model.workbook import Comment

CATALOGUE = sheet(
    "Catalogue",
    "Title|Kind|ID|Placeholders|Sizes",
    "Home shirt|design|1|NameLogo 601001;NumberLogo 601002|128;140;S;M;L;XL",
    "Away shirt|design|2|NameLogo 601003;NumberLogo 601004|128;140;S;M;L;XL",
    "Socks|design|3|none|",
)
ORDER = sheet(
    "Order",
    "Reference|PO-1",
    "Email|office@example.org",
    "Delivery name|FC Example",
    "Delivery address|Stadium Road 1",
    "Delivery zip|8800",
    "Delivery city|Viborg",
    "Delivery country|DK",
)
HEADING = "Player|Print|No|Size|Design"
PLAYERS = ("Al Cook|COOK|3|M|Home shirt", "Hugh Perry|PERRY|8|S|Home shirt", "Paul Gray|GRAY|10|M|Home shirt")


def told(*lines: str, comments=(), sheets=(), **options):
    """The problems of a list with these lines, the first of which is row 1: code and cell."""
    file = checked(sheet("Roster", *lines, comments=comments), *sheets, ORDER, CATALOGUE, reference="PO-1", **options)
    return [(each.code, each.cell) for each in file.problems]


def roster(*, heading=HEADING, second=PLAYERS[1], title="FC Example", below=()):
    return (title, "", heading, PLAYERS[0], second, PLAYERS[2], *below)


NOTE = "text-may-change-order"


def test_an_ordinary_list_goes_through():
    assert told(*roster()) == []


@pytest.mark.parametrize(
    "text", ["Perry keeps 14", "Perry = 14", "Perrin: Perry 14", "one size up for all", "una taglia in più per tutti"]
)
@pytest.mark.parametrize("place", [(1, 1), (3, 3), (20, 8)])
def test_a_comment_beside_the_players_that_names_one_or_speaks_of_all(text, place):
    row, column = place
    comment = Comment(row=row, column=column, text=text)
    assert told(*roster(), comments=(comment,)) == [(NOTE, comment.address)]


def test_a_comment_on_the_title_is_told_in_these_words():
    comment = Comment(row=1, column=1, text="Perry keeps 14")
    file = checked(sheet("Roster", *roster(), comments=(comment,)), ORDER, CATALOGUE, reference="PO-1")
    assert [each.message for each in file.problems] == [
        'The comment on A1 says "Perry keeps 14". The rows are ordered as they stand, whatever the comment says: if something '
        "is to be different, change the row itself; then delete the comment."
    ]


def test_a_comment_that_explains_a_heading_is_none_of_these():
    assert told(*roster(), comments=(Comment(row=3, column=3, text="1 to 99, please"),)) == []


@pytest.mark.parametrize(("heading", "cell"), [
    ("Player|Print|No (Perry: 14!)|Size|Design", "C3"), ("Player|Print (not this year)|No|Size|Design", "B3"),
    ("Player|Print (sans accents)|No|Size|Design", "B3"), ("Player|Print|No|Size (+1 for all)|Design", "D3"),
    ("Player|Print|No|Taglia (ordinare una in più)|Design", "D3"), ("Player|Print|No|Talla (pedir una más)|Design", "D3"),
])  # fmt: skip
def test_a_heading_that_says_more(heading, cell):
    assert told(*roster(heading=heading)) == [(NOTE, cell)]


@pytest.mark.parametrize(
    "size",
    ["Size (kids)", "Taille enfant", "Taglia (bambino)", "Talla infantil", "Rozmiar (dziecięcy)", "Storlek (barn)"],
)
def test_letters_under_childrens_sizes_are_an_error_in_every_language(size):
    assert ("size-of-children", "D4") in told(*roster(heading=f"Player|Print|No|{size}|Design"))


@pytest.mark.parametrize(
    "beside", ["maybe", "vielleicht", "kanske", "peut-être", "if he gets his licence", "n°14", "libero: Away shirt"]
)
def test_what_calls_a_player_in_question_beside_the_name(beside):
    assert told(*roster(second=f"Hugh Perry ({beside})|PERRY|8|S|Home shirt")) == [(NOTE, "A5")]


@pytest.mark.parametrize(
    "name",
    ["PERRY OR HUGH", "POHL ODER HUGO", "CARON OU PERRY", "A DEFINIR", "ÅTERKOMMER", "KEINER", "NENHUM", "SPØR HAM"],
)
def test_no_name_is_printed_that_was_left_open(name):
    assert told(*roster(second=f"Hugh Perry|{name}|8|S|Home shirt")) == [("name-note", "B5")]


def test_a_name_with_such_a_word_in_it_is_a_name():
    assert told(*roster(second="Jing Ou Yang|OU YANG|8|S|Home shirt")) == []
    assert told(*roster(second="Jing Ou Yang|JING OU YANG|8|S|Home shirt")) == []


@pytest.mark.parametrize(
    "text",
    ["passa para o 14", "passe au 14", "wechselt auf die 14", "switches to 14", "autre couleur", "La sua è più lunga"],
)
def test_a_remark_in_a_column_without_a_heading(text):
    assert told(*roster(second=f"{PLAYERS[1]}||{text}")) == [(NOTE, "G5")]


@pytest.mark.parametrize(
    "title", ["Già ordinate", "Already ordered", "Im September bestellt", "Ya la tienen", "Redan beställda"]
)
def test_a_title_over_a_second_table_that_says_it_is_done(title):
    second = ("", title, HEADING, "Marc Xavier|XAVIER|21|L|Home shirt")
    assert told(*roster(below=second)) == [(NOTE, "A8")]


@pytest.mark.parametrize("title", ["U13", "Girls", "Trainers"])
def test_a_title_over_a_second_table_that_says_whose_it_is(title):
    assert told(*roster(below=("", title, HEADING, "Marc Xavier|XAVIER|21|L|Home shirt"))) == []


@pytest.mark.parametrize("name", ["Già ordinate", "Bestellt", "Zamówione", "Beställda", "Vecchi"])
def test_a_sheet_that_is_called_ordered_beside_others_is_asked_about(name):
    other = sheet(name, HEADING, "Marc Xavier|XAVIER|21|L|Home shirt", "Ugo Zorn|ZORN|22|L|Home shirt")
    assert [code for code, _ in told(*roster(), sheets=(other,))] == ["sheets-of-seasons"]


@pytest.mark.parametrize("line", [
    "Fecha límite: 10 de octubre", "Palautus viimeistään 20.10.", "À rendre à Karim avant le 15 octobre. Merci !",
    "Frist 15. oktober",
    "Uzávěrka objednávek 15.10.", "Il responsabile: Franco Bini", "Fait à Rennes, le 3 octobre 2026", "Allez les verts",
    "Lycka till!",
    "Firma de la tutora:", "Termín 15.10.",
])  # fmt: skip
def test_how_a_list_ends_is_no_player_and_no_question(line):
    assert told(*roster(below=("", line))) == []


@pytest.mark.parametrize("title", [
    "RC Vallée Verte – Cadets – maillots", "Costa Azul: camisetas", "AC Bianco Azzurro – maglie gara",
    "Stade Rouge – commande de maillots",
])  # fmt: skip
def test_the_name_of_a_club_explains_no_colour(title):
    assert told(*roster(title=title)) == []


@pytest.mark.parametrize("title", [
    "Order Home shirt 2026/27", "Pedido Home shirt – temporada 2027", "Bestellung Home shirt", "Maillots Home shirt",
    "Home shirt pour tous",
])  # fmt: skip
def test_a_garment_among_other_words_of_a_title_is_what_is_ordered(title):
    rows = tuple(line.rpartition("|")[0] for line in (HEADING, *PLAYERS))
    assert told("FC Example", title, "", *rows) == []


@pytest.mark.parametrize("title", ["Home shirt and Away shirt", "Home shirt + Socks"])
def test_of_several_garments_in_a_title_it_is_asked_which(title):
    rows = tuple(line.rpartition("|")[0] for line in (HEADING, *PLAYERS))
    assert "column-missing" in {code for code, _ in told("FC Example", title, "", *rows)}


# ------------------------------------------------------------------------------------- above the table, and in titles


@pytest.mark.parametrize("line", [
    "Numbers 12 and 13 swapped!", "12 and 13 swap numbers", "Nummer 12 en 13 gewisseld", "12 og 13 bytter", "zonder rugnummers",
    "Home shirt x2", "two each", "2 per player", "je zwei Stück", "to til hver", "Alt i dobbelt", "two of everything",
    "Manager: Dave (needs an XL too)", "Trainer: Uwe Petersen, braucht auch eins in XL",
    "Contact: Dave 07700 900123, Perry wants 15",
    "Print in white", "goalies in Away shirt",
])  # fmt: skip
def test_a_line_above_the_table_that_wants_something(line):
    assert told("FC Example", line, HEADING, *PLAYERS) == [(NOTE, "A2")]


@pytest.mark.parametrize("line", [
    "Coach: Mike Lewis", "Contact: Dave 07700 900123", "Deadline Friday 9 October", "Season 2026/27",
    "Home shirt, NOT the Away shirt",
    "Manager: Dave Colley, Mob: 07700 900123",
])  # fmt: skip
def test_a_line_above_the_table_that_wants_nothing(line):
    assert told("FC Example", line, HEADING, *PLAYERS) == []


@pytest.mark.parametrize(("heading", "cell"), [
    ("Player|Print|Number on back only|Size|Design", "C3"), ("Player|Print|Nr. (ohne Druck)|Size|Design", "C3"),
    ("Player|Print|Number (not on shorts)|Size|Design", "C3"), ("Player|Name on shirt (not on goalie)|No|Size|Design", "B3"),
    ("Player|Name on shirt? (leave off if kids)|No|Size|Design", "B3"),
])  # fmt: skip
def test_a_heading_that_carries_a_rule(heading, cell):
    assert told(*roster(heading=heading)) == [(NOTE, cell)]


@pytest.mark.parametrize("heading", ["Socks (2 pairs)", "2 Socks", "Socks x2"])
def test_a_heading_that_counts_its_garment(heading):
    rows = [f"{line.rpartition('|')[0]}|Home shirt|x" for line in PLAYERS]
    file = told(
        "FC Example", "", f"Player|Print|No|Size|Design|{heading}", *rows, mapping={heading: (Meaning.DESIGN, "Socks")}
    )
    assert (NOTE, "F3") in file


@pytest.mark.parametrize("heading", ["Name on shirt (capitals)", "Aufdruck (Großbuchstaben)"])
def test_a_heading_that_wants_capitals_over_small_letters(heading):
    file = told(*roster(heading=f"Player|{heading}|No|Size|Design", second="Hugh Perry|Perry|8|S|Home shirt"))
    assert (NOTE, "B3") in file


@pytest.mark.parametrize("remark", [
    "withdrawn", "on loan", "maybe", "give him 14", "Jay on back", "Away not home", "zurückgezogen", "leiht sich eins",
    "spiller ikke mere",
    "skal have målmandstrøje", "stopt ermee", "naar andere club", "moet 14 zijn", "same as last year",
])  # fmt: skip
def test_a_remark_that_calls_the_row_in_question(remark):
    rows = (f"{HEADING}|Comments", PLAYERS[0], f"{PLAYERS[1]}|{remark}", f"{PLAYERS[2]}|has paid")
    assert told("FC Example", "", *rows) == [(NOTE, "F5")]


@pytest.mark.parametrize("remark", ["hat bezahlt", "injured till May", "lives next door", "brother of Tom"])
def test_a_remark_of_people_is_repeated_nowhere(remark):
    assert (
        told(
            "FC Example", "", f"{HEADING}|Bemerkung", PLAYERS[0], f"{PLAYERS[1]}|{remark}", f"{PLAYERS[2]}|hat bezahlt"
        )
        == []
    )


@pytest.mark.parametrize("heading", ["Paid (order only if yes)", "Bezahlt (nur dann bestellen!)"])
def test_a_rule_of_ordering_behind_a_harmless_word_is_asked_about(heading):
    rows = (f"{HEADING}|{heading}", f"{PLAYERS[0]}|yes", f"{PLAYERS[1]}|no", f"{PLAYERS[2]}|yes")
    assert told("FC Example", "", *rows) == [("column-unknown", "F3")]


def test_where_somebody_has_left_no_number_is_asked_for():
    second = "Hugh Perry|PERRY|udgår|S|Home shirt"
    file = checked(sheet("Roster", *roster(second=second)), ORDER, CATALOGUE, reference="PO-1")
    assert [each.message for each in file.problems] == [
        "“udgår” reads as if nothing were to be ordered for this row. If so, delete the row; if not, write what belongs here."
    ]


@pytest.mark.parametrize("second", ["Kevin Brandt (+ Sohn, 140)", "Kevin Brandt + Sohn 140", "Kevin Brandt (+1)"])
def test_one_person_more_beside_a_name_is_told(second):
    assert told(*roster(second=f"{second}|BRANDT|8|S|Home shirt")) == [(NOTE, "A5")]


@pytest.mark.parametrize("line", [
    "Nazwiska bez ogonków, jak w zeszłym sezonie", "Nazwiska bez polskich znaków",
    "Home shirt. Names without accents, same as last season",
])  # fmt: skip
def test_names_without_their_accents_are_told_above_the_table_too(line):
    assert told("FC Example", line, HEADING, *PLAYERS) == [(NOTE, "A2")]


def test_of_numbers_of_two_seasons_it_is_said_what_to_do_where_the_new_one_stands_in_some_rows():
    rows = (
        "Player|Nr 2025|Nr 2026 (om nytt)|Size|Design",
        "Al Cook|7||M|Home shirt",
        "Hugh Perry|9|10|S|Home shirt",
        "Paul Gray|3||M|Home shirt",
    )
    file = checked(sheet("Roster", *rows), ORDER, CATALOGUE, reference="PO-1", print_name="none")
    asked = [each.message for each in file.problems if each.code == "column-unknown"]
    assert asked
    assert all("write it there into the column of the other numbers first" in message for message in asked)


def test_a_size_with_that_of_another_garment_beside_it_is_told_where_that_goes():
    file = checked(
        sheet("Roster", *roster(second="Hugh Perry|PERRY|8|M (calze L)|Home shirt")), ORDER, CATALOGUE, reference="PO-1"
    )
    assert [each.message for each in file.problems] == [
        "Size “M (calze L)” says a size of Socks as well. Write one size here, and the other into a column headed Size Socks."
    ]


def messages(*lines: str, **options) -> list[str]:
    file = checked(sheet("Roster", *lines), ORDER, CATALOGUE, reference="PO-1", **options)
    return [each.message for each in file.problems]


NUMBERED = ("Lfd.|Player|Print|No|Size|Design", *(f"{at}|{line}" for at, line in enumerate(PLAYERS, 1)))


@pytest.mark.parametrize(
    "text",
    [
        "Bitte wie gehabt bei Uwe melden",
        "Plus two spares",
        "Do tego jeszcze 2 zapasowe",
        "Oskar Lis też, rozmiar podam później",
        "Only if there is a discount",
    ],
)
def test_a_note_below_running_numbers_is_told_as_anywhere_else(text):
    assert messages(*NUMBERED, "4", "5", "", text) == [
        f"Nothing is ordered from row 8 (a note: “{text}”) of sheet Roster. If a player stands there, fill in the row like the "
        "others. What a note asks for, change in the rows themselves."
    ]
    assert messages(*NUMBERED, "4", "5") == []


@pytest.mark.parametrize(
    "text", ["Alle in dunkelblau", "Damen in rot, Herren in blau", "Alle i marineblå", "Herren, in rot"]
)
@pytest.mark.parametrize("at", ["", "|"])
def test_a_colour_for_all_is_told(text, at):
    assert messages(*NUMBERED, "", f"{at}{text}") == [
        f'The note at {"B" if at else "A"}6 says "{text}". The rows are ordered as they stand, whatever the note says: if '
        "something is to be different, change the rows themselves; then delete the note."
    ]


@pytest.mark.parametrize("text", ["Herren 1, Kreisliga A", "Boys, under 13", "Damen"])
def test_a_team_is_not_told(text):
    assert messages(*NUMBERED, text, "4|Di Elder|ELDER|3|M|Away shirt") == []


def test_what_is_said_behind_a_team_is_told():
    (message,) = messages(*NUMBERED, "", "Seniors - blue please")
    assert message.startswith("Nothing is ordered from row 6 (a note: “Seniors - blue please”) of sheet Roster.")


@pytest.mark.parametrize("text", ["not final yet", "FC Example - not final yet", "noch nicht final", "ikke endelig"])
def test_a_list_that_is_not_final_is_told(text):
    assert messages(*roster(title=text)) == [
        f'The note at A1 says "{text}". The rows are ordered as they stand, whatever the note says: if something is to be '
        "different, change the rows themselves; then delete the note."
    ]


@pytest.mark.parametrize("text", [
    "3 shirts in total", "3 shirts in total. Thanks! Dave", "3 Trikots insgesamt, danke! Jens", "3 stk i alt, mvh Ole",
    "Total: 3. Thanks Dave",
])  # fmt: skip
def test_a_sum_that_agrees_is_quiet_whoever_says_thanks_behind_it(text):
    assert messages(*roster(below=("", text))) == []


@pytest.mark.parametrize("text", ["4 shirts in total", "4 shirts in total. Thanks! Dave"])
def test_a_sum_that_differs_is_told(text):
    assert messages(*roster(below=("", text))) == [
        "The sum at A8 says 4, while the rows of sheet Roster order 3. Look whether a row is missing, or one too many."
    ]


def test_who_is_added_behind_thanks_is_told():
    (message,) = messages(*roster(below=("", "Danke! Tim Kraft 14 M")))
    assert message.startswith('The note at A8 says "Danke! Tim Kraft 14 M".')


def test_a_sum_of_marks_is_held_against_them():
    heading, *players = "Player|Print|No|Size|Home shirt|Away shirt", "Al Cook|COOK|3|M|x|x", "Hugh Perry|PERRY|8|S|x|"
    assert messages(heading, *players, "Total||||2|1") == []
    assert messages(heading, *players, "Total||||3|1") == [
        "The sum at E4 says 3, while 2 stand above it in column “Home shirt”. Look whether a player is missing, or one too many."
    ]


STEPS = ("1. Write the number (1-99).", "2. Under Print write what is printed on the shirt.", "3. Sizes: S, M, L, XL")


def test_a_sheet_that_says_how_to_fill_in_the_list_is_none_and_is_quiet():
    assert told(*roster(), sheets=(sheet("How to fill in", "How to fill in the list", *STEPS),)) == []


def test_what_such_a_sheet_says_of_a_player_is_told():
    guide = sheet("How to fill in", "How to fill in the list", *STEPS, "4. Perry takes size L")
    assert told(*roster(), sheets=(guide,)) == [(NOTE, "A5")]


def test_numbered_wishes_on_another_sheet_are_told():
    wishes = sheet("For you", "1. All one size bigger please", "2. No names on the shirts")
    assert told(*roster(), sheets=(wishes,)) == [(NOTE, "A1")]


@pytest.mark.parametrize("note", ["Perry is now 12, not 8", "Perry skal have 140", "Perry soll die 14 kriegen"])
def test_what_a_sheet_of_notes_says_of_somebodys_number_or_size_is_told(note):
    assert told(*roster(), sheets=(sheet("Notes", note),)) == [(NOTE, "A1")]


@pytest.mark.parametrize("note", ["Perry: 07700 900123", "Perry was born on 12 May", "Perry plays well"])
def test_what_it_says_of_other_things_is_not(note):
    assert told(*roster(), sheets=(sheet("Notes", note),)) == []


@pytest.mark.parametrize("name", ["klubnavn", "blanko", "Vereinsname"])
def test_a_word_for_what_is_printed_in_place_of_a_name_is_told(name):
    (message, *_) = messages(*roster(second=f"Hugh Perry|{name}|8|S|Home shirt"))
    assert message == (
        f"Name “{name}” reads like a note, and would be printed as it stands. Write the name, or empty the cell to print none."
    )


def test_figures_below_nothing_but_marks_are_their_sums_and_nobody():
    grid = (
        "Player|Print|No|Size|Home shirt|Away shirt",
        "Al Cook|COOK|3|M|x|x",
        "Hugh Perry|PERRY|8|S|x|",
        "Bo Ray|RAY|9|S|x|x",
    )
    assert messages(*grid, "||||3|2") == []
    assert messages(*grid, "||||4|2") == [
        "The sum at E5 says 4, while 3 stand above it in column “Home shirt”. Look whether a player is missing, or one too many."
    ]


def test_who_is_lent_is_told_beside_the_name():
    assert told(*roster(second="Hugh Perry (prêt)|PERRY|8|S|Home shirt")) == [(NOTE, "A5")]


def test_a_note_that_says_where_to_deliver_is_told_once():
    assert told(*roster(below=("", "sendes til Skovvej 8"))) == [("delivery-elsewhere", "A8")]


@pytest.mark.parametrize(
    "text", ["en attente du bureau", "arrivées en janvier", "noch nicht fertig", "to be continued"]
)
def test_a_line_in_small_letters_among_names_with_capitals_is_nobody(text):
    (message,) = messages(*roster(below=(text,)))
    assert f"“{text}”" in message or f'"{text}"' in message
