"""Every layout coaches send, through the command line: the exact garments that are ordered, or whole messages."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from roster_import.sandbox import SandboxOptions, start
from roster_import.sandbox.options import KitMakerSwitches

CATALOGUE = (
    ("Title", "Kind", "ID", "Code", "Type", "Placeholders", "Sizes", "Price"),
    ("Home shirt", "design", 1, "", "", "", "", ""),
    ("Away shirt", "design", 2, "", "", "", "", ""),
    ("Home shorts", "design", 3, "", "", "none", "", ""),
    ("Number transfer", "logo", 9, "", "NumberLogo", "", "", ""),
)
TWO = (
    ("Title", "Kind", "ID", "Placeholders"),
    ("Home shirt", "design", 1, "NameLogo 601001, NumberLogo 601002"),
    ("Match shorts", "design", 3, "none"),
)
KITS = (("Title", "Kind", "ID"), ("Home kit", "design", 1), ("Away kit", "design", 2))


LAYOUT_CODES = {"nothing-ordered", "rows-left-out", "row-hidden", "column-hidden", "row-struck-through", "cell-unused"}


@pytest.fixture
def sandbox():
    """A sandbox that takes any design."""
    with start(SandboxOptions(delay=0.05, kitmaker=KitMakerSwitches(unknown_item="accepted"))) as running:
        yield running


def ordered(sandbox):
    """Design -> what is ordered of it, as (size, quantity, name, number)."""
    (taken,) = sandbox.orders()
    return {design["designId"]: [_short(one) for one in design["instances"]] for design in taken["body"]["designs"]}


def _short(instance):
    return tuple(instance.get(key, "") for key in ("size", "quantity", "name", "number"))


def placed(desk, *args):
    run = desk.quick("--json", "--accept-warnings", "club.xlsx", *args)
    assert run.status == 0, run.file["problems"]
    return run.file


def noticed(file):
    return [p for p in file["problems"] if p["code"] in LAYOUT_CODES]


def messages(run, level="error"):
    return [(p["code"], p["cell"], p["message"]) for p in run.file["problems"] if p["level"] == level]


# ------------------------------------------------------------------------------------------- a size per garment

WIDE = {
    "english": ("Player", "Name", "Number", "Shirt size", "Shorts size"),
    "german": ("Spieler", "Aufdruck", "Rückennummer", "Trikotgröße", "Hosengröße"),
    "danish": ("Spiller", "Navn på ryg", "Rygnr.", "Trøje størrelse", "Shorts størrelse"),
    "swedish": ("Spelare", "Namn på ryggen", "Tröjnummer", "Tröja stl", "Shorts stl"),
    "dutch": ("Speler", "Naam op shirt", "Rugnummer", "Maat shirt", "Maat broek"),
    "french": ("Joueur", "Flocage", "Numéro", "Taille maillot", "Taille short"),
    "spanish": ("Jugador", "Nombre en camiseta", "Dorsal", "Talla camiseta", "Talla pantalón"),
}
WIDE_ROWS = (
    ("Ada Brindle", "BRINDLE", "4", "M", "S"),
    ("Bo Carstairs", "BO", "17", "L", "-"),
    ("Cy Dunmore", "CY", "09", "XL", "L"),
)


@pytest.mark.every(3)
@pytest.mark.parametrize("language", WIDE)
def test_a_size_column_for_each_garment(desk, sandbox, language):
    desk.build(headings=WIDE[language], rows=WIDE_ROWS, catalogue=TWO)
    file = placed(desk)
    assert ordered(sandbox) == {
        1: [("M", 1, "BRINDLE", "4"), ("L", 1, "BO", "17"), ("XL", 1, "CY", "09")],
        3: [("S", 1, "", ""), ("L", 1, "", "")],
    }
    assert noticed(file) == []


def test_a_garment_that_could_be_several_designs_is_asked_about_once_and_answered_by_the_option(desk, sandbox):
    desk.build(headings=WIDE["english"], rows=WIDE_ROWS, catalogue=CATALOGUE)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, messages(run)) == (
        1,
        [
            (
                "garment-unclear",
                "D1",
                'Which design "Shirt size" stands for is not clear: it may be Home shirt or Away shirt. Say which: '
                '--map "Shirt size=size:Home shirt", or "Shirt size=ignored" to order nothing from it.',
            )
        ],
    )
    assert run.file["problems"][0]["suggestion"] == "Home shirt | Away shirt"
    assert sandbox.orders() == []
    placed(desk, "--map", "Shirt size=size:Away shirt")
    assert ordered(sandbox)[2] == [("M", 1, "BRINDLE", "4"), ("L", 1, "BO", "17"), ("XL", 1, "CY", "09")]


def test_a_garment_the_catalogue_does_not_have(desk, sandbox):
    headings = ("Player", "Name", "Number", "Shirt size", "Sock size")
    desk.build(headings=headings, rows=WIDE_ROWS, catalogue=TWO)
    run = desk.quick("--json", "club.xlsx")
    assert messages(run) == [
        (
            "garment-unclear",
            "E1",
            'Which design "Sock size" stands for is not clear: no title of the catalogue says just that. The catalogue '
            'has Home shirt and Match shorts. Say which: --map "Sock size=size:Home shirt", or "Sock size=ignored" to '
            "order nothing from it.",
        )
    ]


def test_without_a_catalogue_the_option_may_name_a_code(desk, sandbox):
    desk.build(headings=WIDE["english"], rows=WIDE_ROWS, catalogue=None)
    run = desk.quick("--json", "club.xlsx")
    assert messages(run)[0] == (
        "garment-unclear",
        "D1",
        'Which design "Shirt size" stands for is not clear: there is no catalogue to look it up in. Say which: '
        '--map "Shirt size=size:MUL327815", or "Shirt size=ignored" to order nothing from it.',
    )
    placed(desk, "--map", "Shirt size=size:MUL1", "--map", "Shorts size=ignored")
    (taken,) = sandbox.orders()
    assert [design["designMul"] for design in taken["body"]["designs"]] == ["MUL1"]


def test_two_rows_of_headings_and_a_quantity_for_each_garment(desk, sandbox):
    rows = (
        ("Spieler", "Größe", "Anzahl", "Größe", "Anzahl"),
        ("Jale Moosbach", "M", 1, "M", 1),
        ("Bero Tannhof", "L", 2, "L", 0),
        ("Ciro Auenried", "XL", 1, "L", ""),
    )
    club = desk.build(headings=("", "Trikot", "", "Hose", ""), rows=rows, catalogue=TWO)
    book = load_workbook(club)
    book["Roster"].merge_cells("B1:C1")
    book["Roster"].merge_cells("D1:E1")
    book.save(club)
    placed(desk, "--print-name", "none")
    assert ordered(sandbox) == {
        1: [("M", 1, "", ""), ("L", 2, "", ""), ("XL", 1, "", "")],
        3: [("M", 1, "", ""), ("L", 1, "", "")],
    }


def test_sizes_beside_a_design_column_go_with_the_designs_they_name(desk, sandbox):
    headings = ("Player", "Name", "Number", "Shirt size", "Shorts size", "Design")
    rows = (
        ("Ada", "ADA", "4", "M", "S", "Home shirt; Away shirt; Home shorts"),
        ("Bo", "BO", "5", "L", "", "Away shirt"),
    )
    desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    placed(desk)
    assert ordered(sandbox) == {
        1: [("M", 1, "ADA", "4")],
        2: [("M", 1, "ADA", "4"), ("L", 1, "BO", "5")],
        3: [("S", 1, "", "")],
    }


def test_a_size_of_other_clothes_than_the_design_names_orders_them_too(desk, sandbox):
    headings = ("Player", "Name", "Number", "Size", "Shorts size", "Design")
    rows = (("Ada", "ADA", "4", "M", "S", "Home shirt"), ("Bo", "BO", "5", "L", "", "Home shirt"))
    desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    placed(desk)
    assert ordered(sandbox) == {1: [("M", 1, "ADA", "4"), ("L", 1, "BO", "5")], 3: [("S", 1, "", "")]}


# --------------------------------------------------------------------------------------- marks, home and away


@pytest.mark.every(2)
@pytest.mark.parametrize(
    ("headings", "yes", "no"),
    [
        (("Player", "Print", "No.", "Size", "Home", "Away"), "x", ""),
        (("Spieler", "Aufdruck", "Rückennr.", "Größe", "Heim", "Auswärts"), "ja", "nein"),
        (("Spiller", "Navn på ryg", "Rygnr.", "Str.", "Hjemme", "Ude"), "✓", "nej"),
        (("Player", "Print", "No.", "Size", "Home", "Away"), True, False),
    ],
)
def test_marks_under_home_and_away(desk, sandbox, headings, yes, no):
    rows = (("Ada", "ADA", "4", "M", yes, yes), ("Bo", "BO", "17", "L", yes, no), ("Cy", "CY", "9", "XL", no, yes))
    desk.build(headings=headings, rows=rows, catalogue=KITS)
    placed(desk)
    assert ordered(sandbox) == {
        1: [("M", 1, "ADA", "4"), ("L", 1, "BO", "17")],
        2: [("M", 1, "ADA", "4"), ("XL", 1, "CY", "9")],
    }


def test_counts_under_home_and_away_and_a_total_beside_them(desk, sandbox):
    headings = ("Player", "Print", "No.", "Size", "Home", "Away", "Quantity")
    rows = (("Ada", "ADA", "4", "M", 1, 1, 2), ("Bo", "BO", "17", "L", 2, 1, 3), ("Cy", "CY", "9", "XL", 1, 0, 1))
    desk.build(headings=headings, rows=rows, catalogue=KITS)
    placed(desk)
    assert ordered(sandbox) == {
        1: [("M", 1, "ADA", "4"), ("L", 2, "BO", "17"), ("XL", 1, "CY", "9")],
        2: [("M", 1, "ADA", "4"), ("L", 1, "BO", "17")],
    }


def test_a_total_that_does_not_add_up_and_counts_nobody_can_read(desk, sandbox):
    headings = ("Player", "Print", "No.", "Size", "Home", "Away", "Quantity")
    rows = (
        ("Ada", "ADA", "4", "M", 1, 1, 3),
        ("Bo", "BO", "17", "L", "2 pcs", 1, ""),
        ("Cy", "CY", "9", "XL", 1, "maybe", ""),
        ("Di", "DI", "8", "S", 1, 1, ""),
        ("Ed", "ED", "7", "S", 1, 1, ""),
        ("Flo", "FLO", "6", "S", 1, 1, ""),
        ("Gus", "GUS", "5", "S", 1, 1, ""),
        ("Hal", "HAL", "3", "S", 1, 1, ""),
        ("Ivy", "IVY", "2", "S", 1, 1, ""),
        ("Jo", "JO", "1", "S", 1, 1, ""),
        ("Kit", "KIT", "12", "S", 1, 1, ""),
    )
    desk.build(headings=headings, rows=rows, catalogue=KITS)
    run = desk.quick("--json", "club.xlsx")
    assert messages(run) == [
        (
            "quantity-differs",
            "G2",
            '"Quantity" says 3, but "Home" and "Away" add up to 2, so it is not clear how many are ordered. Correct one '
            "of them.",
        ),
        (
            "mark-unclear",
            "E3",
            "“2 pcs” does not say whether Home is ordered here. Write x, or how many as digits; leave the cell empty for "
            "none. Did you mean 2?",
        ),
        (
            "mark-unclear",
            "F4",
            "“maybe” does not say whether Away is ordered here. Write x, or how many as digits; leave the cell empty for "
            "none.",
        ),
    ]


def test_marks_take_the_quantity_of_the_row(desk, sandbox):
    headings = ("Player", "Size", "Home", "Away", "Quantity")
    rows = (("Ada", "M", "x", "x", 2), ("Bo", "L", "x", "", ""), ("Cy", "XL", "", "x", 1))
    desk.build(headings=headings, rows=rows, catalogue=KITS)
    placed(desk, "--print-name", "none")
    assert ordered(sandbox) == {1: [("M", 2, "", ""), ("L", 1, "", "")], 2: [("M", 2, "", ""), ("XL", 1, "", "")]}


def test_home_and_away_beside_sizes_of_shirt_and_shorts(desk, sandbox):
    headings = ("Player", "Number", "Shirt size", "Shorts size", "Home", "Away")
    catalogue = (*CATALOGUE[:4], ("Away shorts", "design", 4))
    rows = (("Ada", "4", "M", "S", "x", "x"), ("Bo", "5", "L", "M", "x", ""), ("Cy", "6", "XL", "", "", "x"))
    desk.build(headings=headings, rows=rows, catalogue=catalogue)
    placed(desk, "--print-name", "none")
    assert ordered(sandbox) == {
        1: [("M", 1, "", "4"), ("L", 1, "", "5")],
        3: [("S", 1, "", ""), ("M", 1, "", "")],
        2: [("M", 1, "", "4"), ("XL", 1, "", "6")],
        4: [("S", 1, "", "4")],
    }


def test_a_player_who_wants_nothing_is_pointed_out(desk, sandbox):
    headings = ("Player", "Number", "Size", "Home", "Away")
    rows = (
        ("Ada", "4", "M", "x", "x"),
        ("Bo", "5", "L", "", ""),
        ("Cy", "6", "XL", "", "x"),
        ("Di", "7", "S", "-", "no"),
    )
    desk.build(headings=headings, rows=rows, catalogue=KITS)
    file = placed(desk, "--print-name", "none")
    assert [(p["level"], p["code"], p["row"], p["message"]) for p in noticed(file)] == [
        (
            "warning",
            "nothing-ordered",
            3,
            'Nothing is ordered for rows 3 and 5 of sheet Roster: nothing under "Home" and "Away" says that anything is '
            "wanted. Fill in what is wanted, or leave it so if that is right.",
        )
    ]
    assert ordered(sandbox) == {1: [("M", 1, "", "4")], 2: [("M", 1, "", "4"), ("XL", 1, "", "6")]}


# ------------------------------------------------------------------------------------------------ size matrices


@pytest.mark.parametrize("first", ["Product", "Artikel", "Produkt"])
def test_a_size_matrix(desk, sandbox, first):
    rows = (
        ("Home shirt", 2, 5, 4, 1, "", 12),
        ("Away shirt", "", 3, 6, "-", 1, 10),
        ("Total", 2, 8, 10, 1, 1, 22),
    )
    desk.build(headings=(first, "S", "M", "L", "XL", "2XL", "Total"), rows=rows, catalogue=CATALOGUE)
    file = placed(desk)
    assert ordered(sandbox) == {
        1: [("S", 2, "", ""), ("M", 5, "", ""), ("L", 4, "", ""), ("XL", 1, "", "")],
        2: [("M", 3, "", ""), ("L", 6, "", ""), ("2XL", 1, "", "")],
    }
    assert noticed(file) == []  # the sums agree
    assert file["understood"][0]["layout"] == "size-matrix"


def test_a_size_matrix_of_two_garments(desk, sandbox):
    headings = ("Team", "Shorts S", "Qty shorts size M", "Home shirt M", "Home shirt L")
    desk.build(headings=headings, rows=(("U8", 2, "", 5, 1), ("U9", "", 3, 4, "x")), catalogue=CATALOGUE)
    placed(desk)
    assert ordered(sandbox) == {
        1: [("M", 9, "", ""), ("L", 2, "", "")],
        3: [("S", 2, "", ""), ("M", 3, "", "")],
    }


def test_sizes_of_a_shirt_beside_counts_of_socks_by_their_size(desk, sandbox):
    headings = ("Name", "Home shirt", "Shorts 39-42", "Shorts 43-46")
    desk.build(headings=headings, rows=(("Ada Holm", "M", 2, ""), ("Bo Lund", "L", "", 1)), catalogue=CATALOGUE)
    placed(desk, "--print-name", "none")
    assert ordered(sandbox) == {
        1: [("M", 1, "", ""), ("L", 1, "", "")],
        3: [("39-42", 2, "", ""), ("43-46", 1, "", "")],
    }


def test_counts_of_sizes_of_a_shirt_that_a_design_names(desk, sandbox):
    rows = (
        ("Ada Holm", 7, "Home shirt", 1, "", ""),
        ("Bo Lund", 8, "Away shirt", "", 1, ""),
        ("Cy Orr", 9, "Home shirt", "", "", 1),
    )
    desk.build(headings=("Name", "No", "Design", "Shirt S", "Shirt M", "Shirt L"), rows=rows, catalogue=CATALOGUE)
    placed(desk, "--print-name", "none")
    assert ordered(sandbox) == {1: [("S", 1, "", "7"), ("L", 1, "", "9")], 2: [("M", 1, "", "8")]}


def test_a_size_matrix_of_children(desk, sandbox):
    rows = (("Home shirt", 1, 4, 6), ("Home shorts", 2, "zwei", 1), ("Hoodie", 1, 1, 1), ("Away shirt", 1, 2, 2))
    desk.build(headings=("Artikel", "116", "128", "140"), rows=rows, catalogue=CATALOGUE)
    run = desk.quick("--json", "club.xlsx")
    assert messages(run) == [
        (
            "mark-unclear",
            "C3",
            "“zwei” does not say whether 128 is ordered here. Write x, or how many as digits; leave the cell empty for "
            "none. Did you mean 2?",
        ),
        (
            "design-unknown",
            "A4",
            "Design “Hoodie” is not a title of the catalogue, a MUL code or a design id. Correct it, or add it to the "
            "Catalogue sheet. The catalogue has Home shirt, Away shirt and Home shorts.",
        ),
    ]


# ------------------------------------------------------------------------------------- teams, merged cells, notes


def test_merged_designs_and_sizes_are_filled_down_but_never_numbers(desk, sandbox):
    headings = ("Team", "Player", "Name", "Number", "Size", "Design")
    rows = (
        ("U12", "Ada", "ADA", "4", "M", "Home shirt"),
        ("", "Bo", "BO", "", "", ""),
        ("", "Cy", "CY", "9", "", ""),
        ("U14", "Di", "DI", "7", "L", "Away shirt"),
    )
    club = desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    book = load_workbook(club)
    for cells in ("A2:A4", "D2:D3", "E2:E4", "F2:F4"):
        book["Roster"].merge_cells(cells)
    book.save(club)
    placed(desk)
    assert ordered(sandbox) == {
        1: [("M", 1, "ADA", "4"), ("M", 1, "BO", ""), ("M", 1, "CY", "9")],
        2: [("L", 1, "DI", "7")],
    }


def test_a_wrong_merged_design_is_said_once_at_its_cell(desk):
    headings = ("Player", "Name", "Number", "Size", "Design")
    rows = (("Ada", "ADA", "4", "M", "Hoem shirt"), ("Bo", "BO", "5", "M", ""), ("Cy", "CY", "9", "L", ""))
    club = desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    book = load_workbook(club)
    book["Roster"].merge_cells("E2:E4")
    book.save(club)
    run = desk.quick("--json", "club.xlsx")
    assert messages(run) == [
        (
            "design-unknown",
            "E2",
            "Design “Hoem shirt” is not a title of the catalogue, a MUL code or a design id. Correct it, or add it to "
            "the Catalogue sheet. Did you mean Home shirt?",
        )
    ]


def test_blocks_of_teams_repeated_headings_totals_and_notes(desk, sandbox):
    heading = ("Spieler", "Nummer", "Größe", "Artikel")
    rows = (
        ("",),
        ("E-Jugend",),
        heading,
        ("Jale Moosbach", "10", "140", "Home shirt"),
        ("Bero Tannhof", "4", "152", "Home shirt"),
        ("",),
        ("D-Jugend",),
        heading,
        ("Ciro Auenried", "10", "164", "Away shirt"),
        ("Dana Birkholz", "7", "152", "Home shirt"),
        ("Summe", "4"),
        ("* Größen wie im letzten Jahr, bitte bis Mai bestellen.",),
    )
    desk.build(headings=("Sammelbestellung",), rows=rows, catalogue=CATALOGUE)
    file = placed(desk, "--print-name", "none")
    assert ordered(sandbox) == {
        1: [("140", 1, "", "10"), ("152", 1, "", "4"), ("152", 1, "", "7")],
        2: [("164", 1, "", "10")],
    }
    assert [(p["code"], p["row"], p["message"]) for p in file["problems"]] == [
        (
            "text-may-change-order",
            13,
            'The note at A13 says "* Größen wie im letzten Jahr, bitte bis Mai bestellen.". The rows are ordered as they stand, '
            "whatever the note says: if something is to be different, change the rows themselves; then delete the note.",
        )
    ]


def test_hidden_and_struck_rows_and_hidden_columns_are_pointed_out(desk, sandbox):
    headings = ("Player", "Name", "Number", "Size", "Design")
    rows = [(name.title(), name, str(at), "M", "Home shirt") for at, name in enumerate(("ADA", "BO", "CY", "DI"), 4)]
    club = desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    book = load_workbook(club)
    sheet = book["Roster"]
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True
    for cell in sheet[5]:
        cell.font = Font(strike=True)
    book.save(club)
    file = placed(desk)
    assert [(p["code"], p["cell"], p["message"]) for p in noticed(file)] == [
        (
            "row-hidden",
            None,
            "Rows 3 and 4 of sheet Roster are hidden or filtered out, and are ordered all the same. Unhide to see what "
            "is in there, and delete what is not wanted.",
        ),
        (
            "column-hidden",
            None,
            '"Number" on sheet Roster is hidden, and is ordered from all the same. Unhide to see what is in there, and '
            "empty what is not wanted.",
        ),
        (
            "row-struck-through",
            "A5",
            "This row is struck through, and is ordered all the same. Delete the row if it is not wanted; otherwise "
            "take the line off.",
        ),
    ]
    assert len(ordered(sandbox)[1]) == 4


# -------------------------------------------------------------------------------------------------- other things


def test_first_and_last_name_printed_as_the_option_says(desk, sandbox):
    headings = ("Vorname", "Nachname", "Rückennummer", "Trikotgröße", "Hosengröße")
    rows = (
        ("Jale", "Moosbach", "10", "M", "S"),
        ("Bero", "Tannhof", "4", "L", "M"),
        ("Ciro", "Auenried", "7", "S", "S"),
    )
    desk.build(headings=headings, rows=rows, catalogue=TWO)
    placed(desk, "--print-name", "surname")
    assert ordered(sandbox) == {
        1: [("M", 1, "Moosbach", "10"), ("L", 1, "Tannhof", "4"), ("S", 1, "Auenried", "7")],
        3: [("S", 2, "", ""), ("M", 1, "", "")],
    }


def test_a_loose_logo_of_a_row_with_several_garments_is_ordered_once(desk, sandbox):
    headings = ("Player", "Name", "Number", "Shirt size", "Shorts size", "Logo")
    rows = (
        ("Ada", "ADA", "4", "M", "S", "Number transfer"),
        ("Bo", "BO", "5", "L", "M", ""),
        ("Cy", "C", "6", "S", "", ""),
    )
    desk.build(headings=headings, rows=rows, catalogue=(*CATALOGUE[:2], *CATALOGUE[3:]))
    placed(desk)
    (taken,) = sandbox.orders()
    assert taken["body"]["logos"] == [{"logoId": 9, "digits": [{"digit": "4", "quantity": 1}]}]


def test_a_placeholder_value_goes_with_the_design_that_has_it(desk, sandbox):
    headings = ("Player", "Name", "Number", "Shirt size", "Shorts size", "Logo 601001")
    rows = (("Ada", "ADA", "4", "M", "S", "CAPTAIN"), ("Bo", "BO", "5", "L", "M", ""), ("Cy", "C", "6", "S", "L", ""))
    catalogue = (TWO[0], TWO[1], ("Match shorts", "design", 3, "NumberLogo 601002"))
    desk.build(headings=headings, rows=rows, catalogue=catalogue)
    run = desk.quick("--json", "club.xlsx")
    codes = [p["code"] for p in run.file["problems"]]
    # ADA and CAPTAIN are two names for the one place that the shirt has; the shorts have none, and get none.
    assert codes == ["placeholder-two-values"]


@pytest.mark.parametrize("title", [(), (("Keeper",),)])
def test_a_second_table_with_its_columns_in_another_order(desk, sandbox, title):
    headings = ("Spiller", "Draktnummer", "Størrelse", "Antall", "Design")
    moved = ("Spiller", "Størrelse", "Draktnummer", "Antall", "Design")
    rows = (
        ("Ada", "4", "M", 1, "Home shirt"),
        ("Bo", "17", "L", 1, "Home shirt"),
        ("Cy", "9", "S", 1, "Home shirt"),
        *title,
        moved,
        ("Di", "XL", "1", 1, "Away shirt"),
    )
    desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    file = placed(desk, "--print-name", "none")
    assert ordered(sandbox) == {
        1: [("M", 1, "", "4"), ("L", 1, "", "17"), ("S", 1, "", "9")],
        2: [("XL", 1, "", "1")],
    }
    assert [one["headingRow"] for one in file["understood"]] == [1, 5 + len(title)]
    assert noticed(file) == []
    again = desk.quick("--json", "club.results.xlsx", "--print-name", "none").file
    assert (again["status"], again["problems"]) == ("already-placed", [])


def test_what_is_asked_of_every_block_is_asked_once(desk):
    headings = ("Player", "Number", "Size", "Design")
    rows = (("Ada", "4", "M", "Home shirt"), ("Keeper",), headings, ("Di", "1", "L", "Home shirt"))
    desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(one["code"], one["cell"]) for one in run.problems] == [("print-name-unclear", "A1")]
    assert [one["headingRow"] for one in run.file["understood"]] == [1, 4]


# ------------------------------------------------------------------------------------- garments as titles of the rows

SECTIONED = (
    ("Heimtrikots",),
    ("HOLM", 4, "M"),
    ("LUND", 5, "L"),
    ("Trainingsanzüge (nur Name)",),
    ("HOLM", "", "L"),
    ("ORR", "", "XL"),
)
DRESSED = (
    ("Title", "Kind", "ID", "Placeholders"),
    ("Home shirt", "design", 1, "NameLogo 601001, NumberLogo 601002"),
    ("Tracksuit", "design", 3, "NameLogo 601003"),
)


def test_titles_of_garments_in_other_words_are_asked_about_once_each(desk):
    desk.build(headings=("Name", "Nummer", "Größe"), rows=SECTIONED, catalogue=DRESSED)
    run = desk.quick("check", "--json", "--print-name", "none", "club.xlsx")
    assert [(p["cell"], p["suggestion"]) for p in run.file["problems"] if p["level"] == "error"] == [
        (None, "Home shirt"), (None, "Tracksuit"),
    ]  # fmt: skip


def test_what_they_were_said_to_be_is_ordered(desk, sandbox):
    desk.build(headings=("Name", "Nummer", "Größe"), rows=SECTIONED, catalogue=DRESSED)
    titles = ("--title", "Heimtrikots=Home shirt", "--title", "Trainingsanzüge=Tracksuit")
    file = placed(desk, "--print-name", "none", "--design", "Home shirt", *titles)
    assert ordered(sandbox) == {1: [("M", 1, "", "4"), ("L", 1, "", "5")], 3: [("L", 1, "", ""), ("XL", 1, "", "")]}
    assert [p["cell"] for p in file["problems"] if p["code"] == "text-may-change-order"] == ["A5"]  # nur Name


@pytest.mark.parametrize("title", ["Trainer (Trainingsshirt)", "Allenatori (tuta)", "Ledare (overall)", "Girls fit"])
def test_a_title_that_names_a_garment_beside_somebody_is_shown(desk, title):
    rows = (("HOLM", 4, "M"), ("LUND", 5, "L"), (title,), ("ORR", 6, "L"))
    desk.build(headings=("Name", "Nummer", "Größe"), rows=rows, catalogue=DRESSED)
    run = desk.quick("check", "--json", "--print-name", "none", "--design", "Home shirt", "club.xlsx")
    assert [p["cell"] for p in run.file["problems"] if p["code"] == "text-may-change-order"] == ["A4"]
