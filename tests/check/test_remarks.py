"""Comments on ordered rows and remarks that may change the order are shown beside their row; other people's business is not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roster_import.check.check_workbook import check_workbook
from roster_import.check.order_details import Defaults
from roster_import.check.recognised import CheckOptions
from roster_import.model.layout import Meaning
from roster_import.model.workbook import Cell, Comment, FileFormat, Sheet, TextBox, Workbook
from roster_import.targets import target

if TYPE_CHECKING:
    from roster_import.model.problem import Problem

CODES = ("comment-on-row", "text-may-change-order")
HEADINGS = ("Player", "Name", "Number", "Size", "Design", "Remarks")
PLAYERS = (("Anna Berg", "BERG", "7", "M"), ("Bo Lund", "LUND", "9", "L"), ("Cia Holm", "HOLM", "10", "S"))


def said(
    *remarks: str,
    heading: str = "Remarks",
    players: tuple[tuple[str, ...], ...] = PLAYERS,
    comments: tuple[Comment, ...] = (),
    boxes: tuple[TextBox, ...] = (),
    notes=None,
    more: tuple[Sheet, ...] = (),
    **options,
):
    rows = [
        (*HEADINGS[:-1], heading),
        *((*player, "MUL1", remark) for player, remark in zip(players, remarks, strict=False)),
    ]
    cells = tuple(
        Cell(row=row, column=column, text=text)
        for row, texts in enumerate(rows, 3)
        for column, text in enumerate(texts, 1)
        if text
    )
    beside = tuple(Cell(row=row, column=1, text=text) for row, text in (notes or {}).items())
    cells = tuple(sorted((*cells, *beside), key=lambda cell: (cell.row, cell.column)))
    sheets = (Sheet(name="Roster", cells=cells, comments=comments, boxes=boxes), *more)
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=sheets)
    checked = check_workbook(
        workbook, CheckOptions(defaults=Defaults(reference="PO-1"), **options), target("kitmaker", {})
    )
    return [problem for problem in checked.problems if problem.code in CODES]


def places(problems: list[Problem]) -> list[tuple[str, str | None, str]]:
    return [(problem.code, problem.cell, problem.message) for problem in problems]


def test_a_comment_on_an_ordered_row_is_shown_with_its_words():
    assert places(said("", "", "", comments=(Comment(row=5, column=4, text="please change to XL"),))) == [
        (
            "comment-on-row",
            "D5",
            'The comment on this cell says "please change to XL". The row is ordered as it stands, whatever the comment says: '
            "if something is to be different, change the row itself, or delete the row; then delete the comment.",
        )
    ]


def test_a_comment_elsewhere_counts_where_it_is_about_the_order():
    heading = Comment(row=3, column=4, text="Fill in one of the list")
    title = Comment(row=1, column=1, text="all with long sleeves")
    assert places(said("", "", "", comments=(title, heading))) == [
        (
            "text-may-change-order",
            "A1",
            'The comment on A1 says "all with long sleeves". It may be about every row, and all of them are ordered as they '
            "stand, whatever the comment says: if something is to be different, change the rows themselves.",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No names this year!",
        "Bo Lund wears 14 from now on",
        "All with long sleeves",
        "Anna Berg: L instead of M",
        "Please add one for Tim Holt, M",
        "size L for number 7",
        "Ne pas imprimer les noms",
        "Tylko numery",
    ],
)
def test_a_text_over_the_cells_or_on_the_page_that_wants_something_is_shown(text):
    title = Sheet(name="Cover", cells=(), boxes=(TextBox(text=text, address="B2"),))
    problems = said("", "", "", boxes=(TextBox(text=text, address="H2"), TextBox(text=text)))
    assert places(problems) == [
        (
            "text-may-change-order",
            "H2",
            f'A text box at H2 says "{text}". The rows are ordered as they stand, whatever it says: if something is to be '
            "different, change the rows themselves; then delete the text box.",
        ),
        (
            "text-may-change-order",
            None,
            f'The header or footer of the printed page of sheet Roster says "{text}". The rows are ordered as they stand, '
            "whatever it says: if something is to be different, change the rows themselves; then delete that text.",
        ),
    ]
    assert [(problem.sheet, problem.cell) for problem in said("", "", "", more=(title,))] == ([("Cover", "B2")])


def test_a_text_over_the_cells_that_is_a_title_or_an_address_is_not():
    texts = ("TSV Lindental – Trikots 2026", "Page of", "Please return to the office by 12 May", "Sport Nord, Kiel")
    assert said("", "", "", boxes=tuple(TextBox(text=text, address="A1") for text in texts)) == []


def test_a_remark_that_may_change_the_order_is_shown_and_others_are_nobodys_business():
    problems = said("allergic to nuts", "DO NOT ORDER", "plays left back")
    assert places(problems) == [
        (
            "text-may-change-order",
            "F5",
            'Row 5 has the remark "DO NOT ORDER" under "Remarks". The row is ordered as it stands, whatever the remark says: '
            "if something is to be different, change the row itself, or delete the row; then empty the remark.",
        )
    ]
    assert (problems[0].level, problems[0].value, problems[0].column) == ("warning", "DO NOT ORDER", "Remarks")


def test_the_same_remark_is_said_once_with_all_its_rows():
    (problem,) = said("long sleeves", "Long sleeves", "long sleeves")
    assert problem.message == (
        'Rows 4 to 6 have the remark "long sleeves" under "Remarks". The rows are ordered as they stand, whatever the remark '
        "says: if something is to be different, change the rows themselves, or delete them; then empty the remarks."
    )
    assert [(origin.sheet, origin.row) for origin in problem.also] == [("Roster", 5), ("Roster", 6)]


@pytest.mark.parametrize(
    ("heading", "remark"),
    [
        ("E-mail", "size XL please"),
        ("E-mail", "wants number 19"),
        ("Team", "not playing"),
        ("Team", "left the club"),
        ("Room", "long sleeves please"),
        ("Zimmer", "krótki rękaw"),
    ],
)
def test_a_wish_or_a_farewell_is_shown_in_whatever_column_it_stands(heading, remark):
    (problem,) = said("U14 Blue", remark, "U14 Blue", heading=heading)
    assert f'has the remark "{remark}" under "{heading}"' in problem.message


def test_a_team_that_most_are_in_is_called_what_it_is_called():
    assert said("Waiting list", "Waiting list", "Waiting list", heading="Team") == []


@pytest.mark.parametrize(
    "remark", ["skal have to stk., den ene til reserve", "two please (one for his brother)", "drei Stk - bitte gleich"]
)
def test_how_many_somebody_wants_is_read_whatever_is_said_behind_it(remark):
    (problem,) = said("", remark, "")
    assert f'has the remark "{remark}"' in problem.message


@pytest.mark.parametrize("remark", ["LS", "long sl.", "LÆ", "ML", "long slv"])
def test_short_forms_for_long_sleeves_are_shown(remark):
    (problem,) = said(remark)
    assert f'has the remark "{remark}"' in problem.message


def test_a_note_above_or_below_the_players_is_shown():
    cells = {
        1: "Football Club, orders",
        2: "All with long sleeves",
        8: "No. 7 in XL instead of M",
        9: "No changes after 1 May",
    }
    assert [(problem.cell, problem.message) for problem in said("", "", "", notes=cells)] == [
        (f"A{row}", f'The note at A{row} says "{cells[row]}". The rows are ordered as they stand, whatever the note says: '
         "if something is to be different, change the rows themselves; then delete the note.")
        for row in (2, 8)
    ]  # fmt: skip


def test_a_note_below_the_players_that_adds_somebody_is_shown_and_the_title_of_more_players_is_not():
    notes = {8: "Nachtrag: Max Dorn, 6", 9: "Late additions", 10: "Please add Bob Hale, 12"}
    assert [(problem.cell, problem.value) for problem in said("", "", "", notes=notes)] == [
        ("A8", notes[8]), ("A10", notes[10]),
    ]  # fmt: skip


@pytest.mark.parametrize("note", [
    "Bitte alle ohne Namen, nur Nummern!", "No names on the shirts", "uden navne", "Nur die ersten 2 bestellen, Rest im Januar",
    "Only order the first three",
])  # fmt: skip
def test_what_is_not_to_be_printed_or_not_ordered_is_shown_above_the_players_too(note):
    assert [(problem.cell, problem.value) for problem in said("", "", "", notes={1: note})] == [("A1", note)]


@pytest.mark.parametrize(("remark", "shown"), [("Nummer noch offen", True), ("Handy noch offen", False)])
def test_a_number_that_nobody_chose_yet_is_shown(remark, shown):
    assert bool(said("", remark, "")) is shown


@pytest.mark.parametrize("remark", ["tauscht Nummer mit Tom", "bytter med Bo", "ruilt met Jan", "échange avec Luc"])
def test_who_swaps_with_whom_is_shown(remark):
    assert [problem.value for problem in said("", remark, "", heading="Info")] == [remark]


def test_what_stands_beside_a_name_and_calls_the_row_in_question_is_shown():
    players = (("Anna Berg - LEFT THE CLUB", *PLAYERS[0][1:]), ("Bo Lund (spielt links)", *PLAYERS[1][1:]), PLAYERS[2])
    assert places(said("", "", "", players=players)) == [
        (
            "text-may-change-order",
            "A4",
            'Row 4 has the remark "LEFT THE CLUB" under "Player". The row is ordered as it stands, whatever the remark says: if '
            "something is to be different, change the row itself, or delete the row; then empty the remark.",
        )
    ]


@pytest.mark.parametrize(
    ("player", "told"),
    [
        ("Anna Berg [bekommt XL wenn lieferbar]", "bekommt XL wenn lieferbar"),
        ("Anna Berg – bitte langarm", "bitte langarm"),
        ("BAJA: Anna Berg", "BAJA"),
        ("¿Anna Berg?", "¿Anna Berg?"),
        ("Anna Berg (left)", "left"),
        ("Anna Berg (captain, takes 10)", "captain, takes 10"),
        ("?? Anna Berg", "??"),
        ("Anna Berg (M)", None),
        ("Anna Berg (left wing)", None),
        ("Anna Berg (C)", None),
        ("Trainer: Anna Berg", None),
        ("Anna Berg-Lund", None),
    ],
)
def test_beside_a_name_only_what_is_about_the_order_is_shown(player, told):
    players = ((player, *PLAYERS[0][1:]), *PLAYERS[1:])
    assert [problem.message.split('"')[1] for problem in said("", "", "", players=players)] == ([told] if told else [])


def test_notes_below_the_players_that_name_a_size_are_shown():
    notes = {8: "Cia Holm: XL not L", 9: "Gus Hay joins: HAY, 14, XL", 10: "S=1 M=1 L=1 XL=0"}
    assert [problem.cell for problem in said("", "", "", notes=notes)] == ["A8", "A9"]


@pytest.mark.parametrize("note", ["rot = braucht nichts", "De gule er markeret", "gelb markiert = schon bestellt"])
def test_a_note_that_explains_colours_is_shown_although_no_row_has_them(note):
    assert places(said("", "", "", notes={1: note})) == [
        (
            "text-may-change-order",
            "A1",
            f'The note at A1 says "{note}", and no row is seen that has that colour. Every row is ordered whatever '
            "its colour: if something is to be different, change the rows themselves.",
        )
    ]


@pytest.mark.parametrize(
    "note", ["Rot-Weiss Essen", "Team: Red Lions", "Blue Lions U13", "Yellow: paid", "rot = unbezahlt"]
)
def test_a_team_of_colours_explains_none(note):
    assert said("", "", "", notes={1: note}) == []


def test_under_other_headings_only_what_calls_the_row_in_question_or_asks_for_a_size_counts():
    emails = said("Mail@club.example, tight schedule", "do not order", "M please", heading="E-mail")
    assert [(problem.cell, problem.value) for problem in emails] == [("F5", "do not order"), ("F6", "M please")]


@pytest.mark.parametrize(
    ("heading", "remark"),
    [
        ("Lisätiedot", "C-kirjain rintaan"),
        ("Lisätiedot", "maalivahti, väljempi malli"),
        ("Lisätiedot", "ei logoa jos mahdollista"),
        ("Notes", "tight round the neck last year"),
        ("Notes", "needs extra length if you do it"),
        ("Opmerking", "graag iets ruimer"),
        ("Uwagi", "trochę szersza"),
    ],
)
def test_what_is_to_be_different_is_shown_in_the_words_of_each_language(heading, remark):
    assert [(problem.cell, problem.value) for problem in said("", remark, "", heading=heading)] == [("F5", remark)]


@pytest.mark.parametrize(
    ("heading", "remark"),
    [
        ("Position", "Coach (no number)"), ("Team", "left"), ("Group", "U13 (left)"),
        ("Membership", "lapsed"), ("Active", "no"),
    ],
)  # fmt: skip
def test_what_stands_elsewhere_and_may_mean_less_is_shown(heading, remark):
    assert [problem.value for problem in said("yes", remark, "yes", heading=heading)] == [remark]


def test_what_was_paid_for_one_garment_alone_is_shown():
    more = (("Di Ek", "EK", "11", "M"), ("Ed Orr", "ORR", "12", "M"))
    paid = ("yes", "yes", "only paid for shorts", "yes", "45")
    told = said(*paid, heading="Paid", players=(*PLAYERS, *more))
    assert [problem.value for problem in told] == ["only paid for shorts"]


@pytest.mark.parametrize("remark", ["libero (maglia di altro colore)", "portiere, maglia gialla"])
def test_what_a_keeper_wears_is_shown_where_somebody_plays(remark):
    assert [problem.value for problem in said("centro", remark, "ala", heading="Ruolo")] == [remark]


@pytest.mark.parametrize(
    ("heading", "remark"),
    [("Position", "short stop"), ("Position", "No 8"), ("Notes", "länger verletzt"), ("Ruolo", "ala")],
)
def test_where_somebody_plays_and_how_somebody_feels_is_nobodys_business(heading, remark):
    assert said("", remark, "", heading=heading) == []


def test_what_was_set_aside_by_an_answer_is_not_asked_about_again():
    mapping = {"Sleeves": (Meaning.IGNORED, None)}
    assert said("lang", "kurz", "lang", heading="Sleeves", mapping=mapping) == []


def test_a_long_text_is_cut_off():
    (problem,) = said("", "", "", comments=(Comment(row=4, column=1, text="x" * 500),))
    assert f'says "{"x" * 199}…". ' in problem.message


# ---------------------------------------------------------------------------------------- dates of orders beside some rows


@pytest.mark.parametrize(
    "heading",
    [
        "Ordered on",
        "Bestellt am",
        "Bestilt den",
        "Shirt ordered",
        "Udleveret",
        "Commandé le",
        "Kit issued on",
        "Ausgabedatum Trikot",
        "Dato for udlevering af trøje",
        "Fecha entrega equipación",
        "Letztes Trikot",
        "Datum uitgifte tenue",
        "Last kit issue",
    ],
)
def test_dates_of_orders_beside_some_rows_only_are_said(heading):
    assert places(said("2026-09-03", "2026-09-03", "", heading=heading)) == [
        (
            "text-may-change-order",
            "F4",
            f'Under "{heading}", rows 4 and 5 have a date and others have none. All of them are ordered: if those rows were '
            "ordered before, delete them.",
        )
    ]


def test_of_one_row_as_of_one():
    assert places(said("", "2026-09-03", "", heading="Delivered on")) == [
        (
            "text-may-change-order",
            "F5",
            'Under "Delivered on", row 5 has a date and others have none. All of them are ordered: if that row was ordered '
            "before, delete it.",
        )
    ]


@pytest.mark.parametrize(
    "heading", ["Payment received", "Form received", "Birthday", "Joined on", "Last training", "Letztes Spiel"]
)
def test_other_dates_beside_some_rows_are_nobodys_business(heading):
    assert said("2026-09-03", "", "", heading=heading) == []


def test_dates_of_orders_beside_every_row_say_when_it_was_filled_in():
    assert said("2026-09-03", "2026-09-04", "2026-09-04", heading="Ordered on") == []


HELD_BACK = [
    "DO NOT ORDER",
    "Entwurf – noch nicht bestellen",
    "Ikke bestil endnu",
    "Ne pas encore commander",
    "All one size bigger please",
    "Trikots in rot statt blau",
    "Bitte alles doppelt",
]


@pytest.mark.parametrize("note", HELD_BACK)
def test_a_note_above_the_headings_that_is_about_every_row_is_shown(note):
    assert [(problem.cell, problem.message) for problem in said("", "", "", notes={2: note})] == [
        (
            "A2",
            f'The note at A2 says "{note}". The rows are ordered as they stand, whatever the note says: if something is to be '
            "different, change the rows themselves; then delete the note.",
        )
    ]


@pytest.mark.parametrize(
    "note",
    ["Please order by 1 May", "Bestellung verbindlich, Rückgabe nicht möglich", "Please do not change the order of columns",
     "Wer nicht bestellt hat, meldet sich bei Uwe", "Please order no later than Friday", "All sizes are unisex"],
)  # fmt: skip
def test_what_only_tells_how_to_fill_in_the_list_is_not(note):
    assert said("", "", "", notes={2: note}) == []


@pytest.mark.parametrize(
    "remark",
    ["nicht mitbestellen", "wird nicht gebraucht", "schreibt sich mit Z", "not this time", "hold this one until she has paid",
     "number to be confirmed", "spelt KAYE", "2 please", "already got hers"],
)  # fmt: skip
def test_remarks_in_the_words_people_use_are_shown(remark):
    assert [problem.cell for problem in said(remark, "", "")] == ["F4"]


@pytest.mark.parametrize(
    "remark",
    ["name should read O'Dwyer with the apostrophe", "heter Aas på drakten, ikke Ås", "vokser fort, heller ett nr større",
     "não estampar nome, só n.º", "nazwisko z ogonkami: Błąś", 'formaya "Memo" yazılsın', "背ネームはカタカナ希望",
     "작년 유니폼 그대로 입음, 제작 제외"],
)  # fmt: skip
def test_remarks_about_the_print_and_the_size_are_shown(remark):
    assert [problem.cell for problem in said(remark, "", "")] == ["F4"]


def test_what_parents_wrote_under_another_question_about_the_print_is_shown():
    (problem,) = said(
        "eczema – no heat transfer on chest please, embroidered only", "none", "hay fever", heading="Medical"
    )
    assert problem.cell == "F4"


@pytest.mark.parametrize(
    "text",
    [
        "Kaikille yhtä kokoa isompi kuin listassa, kiitos!",
        "Everyone one size bigger than listed please",
        "bitte eine Nr. größer bestellen",
        "these are last year's sizes, ask me first",
    ],
)
def test_a_comment_on_a_heading_that_asks_for_other_sizes_is_told(text):
    (told,) = said("", comments=(Comment(row=3, column=4, text=text),))
    assert (told.code, told.cell) == ("text-may-change-order", "D3")
    assert text in told.message


@pytest.mark.parametrize(
    "text",
    [
        "Todas con la publicidad de «Bar Pepe» en el pecho",
        "Please print the sponsor on all of them",
        "Alle mit Werbung auf der Brust",
        "Tutte con lo sponsor sul petto",
        "Everything as last year please",
        "Alles wie letztes Jahr",
    ],
)
@pytest.mark.parametrize("row", [1, 8])
def test_a_sponsor_or_last_years_order_is_told_above_and_below_the_players(text, row):
    (told,) = said("", notes={row: text})
    assert (told.code, told.cell) == ("text-may-change-order", f"A{row}")


@pytest.mark.parametrize(
    "text", ["Sponsored by Bar Pepe", "Size chart of the shop", "Order of the girls", "Sizes as worn"]
)
def test_what_a_list_is_called_is_no_wish(text):
    assert said("", notes={1: text}) == []


@pytest.mark.parametrize("name", ["ENTWURF nicht bestellen", "Draft", "Udkast U14"])
def test_a_sheet_that_is_called_a_draft_is_told(name):
    cells = tuple(
        Cell(row=row, column=column, text=text)
        for row, texts in enumerate((HEADINGS[:5], *((*player, "MUL1") for player in PLAYERS)), 1)
        for column, text in enumerate(texts, 1)
    )
    sheets = (Sheet(name=name, cells=cells),)
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=sheets)
    checked = check_workbook(workbook, CheckOptions(defaults=Defaults(reference="PO-1")), target("kitmaker", {}))
    assert [problem.message for problem in checked.problems if problem.code in CODES] == [
        f"The name of sheet {name} says that nothing is to be ordered from it yet, and its rows are ordered all the same. If "
        "they are to wait, do not order; else give the sheet another name."
    ]


@pytest.mark.parametrize(
    "note",
    [
        "neu: Tim Kraft, 14, M", "+ Max Dorn, 14, M", "Also Max Dorn, 14, M", "Neuzugang Max Dorn 14 M", "Tim Kraft 14 M",
        "Max Dorn / 14 / M", "14 Tim Kraft M", "Ny spiller: Max Dorn, 14, M", "Lukas Brandt: L", "Ben Otto: 16",
    ],
)  # fmt: skip
def test_somebody_who_was_added_in_one_cell_is_shown(note):
    assert [(problem.cell, problem.value) for problem in said("", "", "", notes={8: note})] == [("A8", note)]


@pytest.mark.parametrize(
    "note", ["Max Dorn", "Max Dorn, Trainer", "Max Dorn 0170 1234567", "Deadline 15.12.", "Total 3", "U15"]
)
def test_who_signs_or_is_to_be_reached_is_nobody_who_was_added(note):
    assert said("", "", "", notes={8: note}) == []


def test_a_whole_row_in_one_cell_above_the_players_is_shown_and_the_title_of_a_list_is_not():
    assert [problem.cell for problem in said("", "", "", notes={1: "Tim Kraft, 14, M"})] == ["A1"]
    assert said("", "", "", notes={2: "Dragons Musterstadt 2"}) == []
