"""Columns under words that nobody knows, of which the cells tell what they are, and rows that sum up the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import described, sheet_of

from roster_import.model.layout import Fate, Layout
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Hints, recognise

NAMES = ("Ann Lee", "Bo Ray", "Cy Orr", "Di Poe", "Ed Fox", "Flo Gee")
TITLES = frozenset(map(heading_key, ("Home shirt", "Away shirt")))


def read(grid: str, *titles: str) -> Layout:
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),))
    return recognise(workbook, Hints(catalogue=TITLES | frozenset(map(heading_key, titles)))).rosters[0]


def beside(heading: str, cells: str, *titles: str) -> Layout:
    """A roster of six with one column more; the cells of that are divided by commas."""
    rows = zip(NAMES, (3, 7, 9, 11, 21, 44), "SMLMSL", cells.split(","), strict=True)
    grid = [f"{name}|{number}|{size}|Home shirt|{cell}" for name, number, size, cell in rows]
    return read("\n".join([f"Player|Number|Size|Design|{heading}", *grid]), *titles)


OF_PEOPLE = {
    "positions": "GK,DF,MF,FW,DF,MF",
    "positions in German": "TW,AB,MF,ST,AB/MF,MF",
    "positions of volleyball": "P,S,C,L,O,S",
    "positions of rugby": "prop,hooker,lock,flanker,fly-half,wing",
    "classes": "5a,5b,6a,7c,5a,6b",
    "fees": "bezahlt,offen,bezahlt,offen,offen,bezahlt",
    "weights": "54 kg,60 kg,71 kg,80 kg,65 kg,59 kg",
    "amounts": "25.00,25.00,12.50,25.00,25.00,12.50",
    "shares": "50%,60%,80%,100%,90%,75%",
    "schools": "Northside School,Gymnasium Süd,Northside School,Gymnasium Süd,Eastside College,Gymnasium Süd",
    "races": "100m Freestyle,50m Back,100m Breast,50m Fly,200m IM,100m Freestyle",
    "hands": "L,R,L,-,R,L",
    "states": "active,active,injured,active,active,trial",
    "postal codes": "24103,24105,24937,24105,24103,24937",
    "times they came": "8/9,9/9,6/9,,9/9,2/9 inj.",
    "times they came, in words": "8 av 9,9 av 9,3 av 9 (skadet),,7 av 9,9 av 9",
    "relatives": "Pat Lee,Kim Ray,Max Orr,Lou Poe,Ana Fox,Tim Gee",
}


@pytest.mark.parametrize("cells", OF_PEOPLE.values(), ids=OF_PEOPLE)
def test_what_is_of_people_whatever_it_is_called_stops_nothing(cells):
    assert beside("Plims", cells).columns[-1].fate is Fate.NO_PART


def test_how_often_people_came_to_training_is_no_training_shirt():
    cells = "8 av 9,9 av 9,6 av 9,3 av 9 (skadet),,7 av 9"
    assert beside("Oppmøte trening aug", cells, "Training shirt").columns[-1].fate is Fate.NO_PART


OPEN = {
    "things that came": ("Shorts", "1/2,2/2,0/2,1/2,2/2,2/2"),
    "keepers": ("Plims", "GK,,,,,"),
    "two of a kind": ("Plims", "GK,,,GK,,FW"),
    "wishes": ("Plims", "14,22,31,8,9,40"),
    "colours": ("Plims", "red,blue,red,green,blue,red"),
    "people of another family": ("Plims", "Pat May,Kim Sun,Max Ode,Lou Ham,Ana Kay,Tim Low"),
    "who is to get one": ("Want one?", "active,active,trial,active,active,trial"),
    "sleeves": ("Sleeves", "L,R,L,R,R,L"),
}


@pytest.mark.parametrize(("heading", "cells"), OPEN.values(), ids=OPEN)
def test_what_may_change_the_order_is_asked_all_the_same(heading, cells):
    assert beside(heading, cells).columns[-1].fate is Fate.ASKED


def test_numbers_of_orders_are_no_numbers_to_wear():
    for heading in ("Order #", "PO #", "Bestellung #"):
        assert beside(heading, "2107,2107,2108,2109,2110,2110").columns[-1].meaning.value == "order"
    layout = read("Number|Player|Size|Design\n2107|Ann|S|Home shirt\n2108|Bo|M|Home shirt\n2109|Cy|L|Home shirt")
    assert "number" not in described(layout).values()


def test_shoe_sizes_beside_clothes_are_of_feet_where_no_shoes_are_sold():
    assert beside("Schuhgr.", "44,45,43,42,47,43").columns[-1].fate is Fate.NO_PART
    assert beside("Schuhgr.", "44,45,43,42,47,43", "Schuhe").columns[-1].meaning.value == "size"


def test_surnames_in_capitals_are_printed_also_where_some_are_nicknames():
    layout = beside("Plims", "LEE,RAY,ORRY,POE,DODO,GEE")
    assert (layout.columns[-1].meaning.value, layout.columns[-1].sure) == ("name", False)


def test_a_garment_called_in_an_unknown_word_is_marked_beside_others():
    grid = "Player|Number|Size|Koszulka xyz|Spodenki|Dres\n" + "\n".join(
        f"{name}|{at}|M|x|x|{'x' if at % 2 else ''}" for at, name in enumerate(NAMES, 3)
    )
    assert [column.meaning.value for column in read(grid).columns[3:]] == ["design"] * 3


@pytest.mark.parametrize("label", ["Tot.", "Ges.:", "Abc"])
def test_a_row_that_sums_up_the_others_orders_nothing_whatever_it_is_called(label):
    rows = [f"{name}|{at}|M|Home shirt|{name.upper()}|2" for at, name in enumerate(NAMES, 3)]
    layout = read("\n".join(["Player|Number|Size|Design|Print|Qty", *rows, f"||||{label}|12"]))
    assert (layout.rows, layout.left_out) == ((2, 3, 4, 5, 6, 7), (8,))


def test_the_last_player_of_a_list_is_no_sum_for_having_as_many_as_the_others():
    assert read("Player|Qty|Design\nAnn|1|Home shirt\nBo|1|Home shirt\nOtto|2|Home shirt").rows == (2, 3, 4)


NAMES_IN_CAPITALS = "LEE,RAY,ORR,POE,FOX,GEE"


@pytest.mark.parametrize(
    ("heading", "cells", "meaning"),
    [
        ("Cap name", NAMES_IN_CAPITALS, "name"),
        ("Cap qty", "1,2,1,1,2,1", "quantity"),
        ("Amount of shirts", "1,2,1,1,2,1", "quantity"),
        ("Amount", "1,2,1,1,2,1", "quantity"),
        ("Wunschname", NAMES_IN_CAPITALS, "name"),
        ("Namenszug", NAMES_IN_CAPITALS, "name"),
        ("Stick", NAMES_IN_CAPITALS, "name"),
        ("Nombre dorsal", NAMES_IN_CAPITALS, "name"),
        ("Initialen (werden aufgedruckt)", "AL,BR,CO,DP,EF,FG", "name"),
    ],
)
def test_what_a_heading_says_in_company_of_its_cells(heading, cells, meaning):
    column = beside(heading, cells).columns[-1]
    assert (column.meaning.value, column.fate) == (meaning, Fate.ORDERED)


@pytest.mark.parametrize(("heading", "cells"), [("Cap", "1,,1,1,1,"), ("Bow", "1,1,1,1,1,1")])
def test_counts_of_what_is_worn_are_no_statistics(heading, cells):
    assert beside(heading, cells).columns[-1].fate is Fate.ASKED


def test_who_ordered_is_no_order():
    assert beside("Besteller", "Pat May,Kim Sun,Max Ode,Lou Ham,Ana Kay,Tim Low").columns[-1].fate is Fate.NO_PART


@pytest.mark.parametrize("heading", ["Wunschrückennummer", "Wunschnummer", "Ønskenummer", "Lieblingsnummer"])
def test_the_only_wish_for_a_number_is_the_number(heading):
    rows = "\n".join(f"{name}|M|{number}" for name, number in zip(NAMES, (7, 9, 11, 14, 3, 22), strict=True))
    column = read(f"Spieler|Größe|{heading}\n{rows}").columns[-1]
    assert (column.meaning.value, column.fate) == ("number", Fate.ORDERED)


def test_sizes_of_a_variant_are_sizes_where_no_other_column_has_any():
    rows = "\n".join(
        f"{name}|Home shirt|{size}" for name, size in zip(NAMES, ("Youth L", "Adult M", "Adult S") * 2, strict=True)
    )
    assert described(read(f"Player|Item|Variant\n{rows}")) == {"A": "player", "B": "design", "C": "size"}


def test_sizes_for_keepers_and_of_socks_by_the_inch_are_sizes():
    rows = "\n".join(
        f"{name}|{number}|{jersey}|{socks}"
        for name, number, jersey, socks in zip(
            NAMES, (2, 9, 30, 4, 5, 6), ("L", "M", "XL/G", "L", "M", "S"), (28, 26, 30) * 2, strict=True
        )
    )
    layout = read(f"Player|No.|Jersey|Socks\n{rows}")
    assert described(layout) == {"A": "player", "B": "number", "C": "size of Jersey", "D": "size of Socks"}
    assert layout.columns[-1].fate is Fate.ORDERED


def test_short_sleeves_are_no_shorts_and_long_ones_another_shirt():
    rows = "\n".join(f"{name}|M|L" for name in NAMES)
    assert described(read(f"Player|S/S shirt|L/S shirt\n{rows}")) == {
        "A": "player",
        "B": "size of shortsleeve shirt",
        "C": "size of longsleeve shirt",
    }
    assert described(read(f"Player|Short sleeve tee|Shorts\n{rows}"))["B"] == "size of Short sleeve tee"


def test_a_row_that_counts_the_cells_above_it_is_no_player():
    rows = [f"{at}|{name}|M|L|{name.upper()}" for at, name in enumerate(NAMES, 3)]
    layout = read("\n".join(["Nr.|Name|Trikot|Hose|Flock", *rows, "||6|6|"]))
    assert (layout.rows, layout.left_out) == ((2, 3, 4, 5, 6, 7), (8,))


def test_a_bag_under_the_word_training_is_a_bag():
    rows = "\n".join(f"{at}|{name}|M|L|{'Y' if at % 2 else 'N'}" for at, name in enumerate(NAMES, 3))
    columns = read(f"||Match kit|Training|\n#|Name|Shirt|Pants|Bag\n{rows}").columns
    assert [(column.heading, column.of) for column in columns[2:]] == [
        ("Shirt", "Shirt"),
        ("Pants", "Pants"),
        ("Bag", "Bag"),
    ]


def test_two_sizes_of_one_thing_are_a_size():
    rows = "\n".join(
        f"{name}|{size}" for name, size in zip(NAMES, ("140/10 år", "152/12 år", "S/36", "M/38") * 2, strict=False)
    )
    assert described(read(f"Navn|Str. (cm/EU)\n{rows}")) == {"A": "player", "B": "size"}


@pytest.mark.parametrize("heading", ["Shirt colour", "Farbe Hoodie"])
def test_the_colour_of_a_garment_is_asked_about(heading):
    rows = "\n".join(
        f"{name}|M|{colour}" for name, colour in zip(NAMES, ("bordeaux", "schwarz", "red") * 2, strict=True)
    )
    assert read(f"Name|Größe|{heading}\n{rows}").columns[-1].fate is Fate.ASKED


def test_who_leads_a_team_beside_its_title_is_no_player():
    blocks = [
        f"{team}|Trainer: {coach}|\nNr|Name|Jacke\n{numbers[0]}|{names[0]}|140\n{numbers[1]}|{names[1]}|152\n"
        for team, coach, numbers, names in (
            ("E1-Jugend", "Holger Pfandl", (7, 9), NAMES[:2]),
            ("D2-Jugend", "Petra Wössner", (3, 4), NAMES[2:4]),
        )
    ]
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of("\n".join(blocks)),))
    rosters = recognise(workbook).rosters
    assert [(layout.team, layout.rows) for layout in rosters] == [("E1-Jugend", (3, 4)), ("D2-Jugend", (8, 9))]


def test_a_size_of_an_overall_is_one_and_children_and_adults_have_theirs_in_one_column():
    rows = "\n".join(f"{name}|M|{size}" for name, size in zip(NAMES, (150, 160, "S", "S", "M", 150), strict=True))
    assert described(read(f"Namn|Strl tröja|Strl overall\n{rows}"))["C"] == "size of overall"
    assert beside("Overall", "150,160,S,S,M,150").columns[-1].fate is not Fate.NO_PART


def test_names_on_whatever_it_is_are_printed():
    assert beside("Name on AIO", NAMES_IN_CAPITALS).columns[-1].meaning.value == "name"
    assert beside("Name on invoice", NAMES_IN_CAPITALS).columns[-1].meaning.value != "name"


def test_numbers_of_nobody_knows_what_are_asked_about():
    rows = "\n".join(f"{name}|M|{number}" for name, number in zip(NAMES, (4, 2, 7, 1, 3, 9), strict=True))
    column = read(f"Rower|Size|Oar no\n{rows}").columns[-1]
    assert (column.meaning.value, column.fate) == ("number", Fate.ASKED)


@pytest.mark.parametrize("words", ["{} Choice Jersey #", "{} choice shirt number"])
def test_of_several_wishes_for_the_number_of_a_garment_none_is_the_number(words):
    grid = ["|".join(["Player", *(words.format(nth) for nth in ("1st", "2nd", "3rd")), "Size", "Design"])]
    grid += [f"{name}|{at + 3}|{at + 20}|{at + 40}|M|Home shirt" for at, name in enumerate(NAMES)]
    columns = read("\n".join(grid)).columns
    assert [column.fate for column in columns[1:4]] == [Fate.ASKED] * 3


def test_a_line_that_names_the_team_heads_no_column():
    grid = ["Categoría: Cadete B|||Temporada 2025/26", "Dorsal|Apellidos y nombre|Posición|Talla"]
    grid += [f"{at + 3}|{name}|POR|M" for at, name in enumerate(NAMES)]
    assert described(read("\n".join(grid))) == {"A": "number", "B": "player", "D": "size"}


@pytest.mark.parametrize(
    ("cells", "fate"),
    [
        ("8,10,12,10,8,10", Fate.ASKED),
        ("9,10,12,11,9,10", Fate.NO_PART),  # clothes go by even numbers
        ("S,M,L,M,S,XL", None),
        ("140,152,128,140,164,152", None),
    ],
)
def test_small_numbers_under_gr_may_be_grades_where_garments_have_sizes(cells, fate):
    grid = ["Player|Number|Gr|Show Shirt size"]
    grid += [f"{name}|{at + 3}|{cell}|M" for at, (name, cell) in enumerate(zip(NAMES, cells.split(","), strict=True))]
    assert read("\n".join(grid)).columns[2].decided is fate


@pytest.mark.parametrize("odd", ["²", "9" * 5000, "٣"])
def test_digits_of_any_kind_and_length_are_read(odd):
    assert read(f"Player|Plims\nAnn Lee|{odd}\nBo Ray|S\nCy Orr|150").columns
    assert read(f"Player|Gr|Shirt size\nAnn Lee|{odd}|S\nBo Ray|{odd}|M\nCy Orr|{odd}|M").columns


COLOURS = ("Navy", "Burgundy") * 3


@pytest.mark.parametrize("heading", ["Colour", "Farbe", "Farve", "Kleur"])
def test_colours_say_the_design_where_no_other_column_does(heading):
    rows = "\n".join(f"{name}|M|{colour}" for name, colour in zip(NAMES, COLOURS, strict=True))
    roster = read(f"Name|Size|{heading}\n{rows}")
    assert described(roster) == {"A": "player", "B": "size", "C": "design"}
    assert (roster.columns[2].sure, roster.columns[2].fate) == (False, Fate.ORDERED)


def test_colours_beside_a_design_are_asked_about():
    rows = "\n".join(f"{name}|M|Home kit|{colour}" for name, colour in zip(NAMES, COLOURS, strict=True))
    assert read(f"Name|Size|Design|Colour\n{rows}").columns[3].fate is Fate.ASKED


def test_gloves_beside_sized_garments_are_sized():
    sizes = ("9", "10", "11", "9", "9", "8")
    rows = "\n".join(f"{name}|L|{size}|M" for name, size in zip(NAMES, sizes, strict=True))
    assert described(read(f"Adhérent|Maillot|Gants|Cuissard\n{rows}"))["C"] == "size of Gants"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Cotis.", "réglée,,1/2,réglée,,réglée"),
        ("E-transfer", "rec'd,owes,,rec'd,rec'd,"),
        ("Skł.", "tak,,tak,,tak,tak"),
    ],
)
def test_fees_in_short_are_no_part_of_an_order(heading, cells):
    rows = "\n".join(
        f"{name}|{at + 3}|M|{cell}" for at, (name, cell) in enumerate(zip(NAMES, cells.split(","), strict=True))
    )
    assert read(f"Name|Number|Size|{heading}\n{rows}").columns[3].fate is Fate.NO_PART


@pytest.mark.parametrize("heading", ["D/H", "Damen/Herren"])
def test_whose_cut_it_is_is_asked_about(heading):
    cells = ("D", "H") * 3 if heading == "D/H" else ("Damen", "Herren") * 3
    rows = "\n".join(f"{name}|{at + 3}|M|{cell}" for at, (name, cell) in enumerate(zip(NAMES, cells, strict=True)))
    assert read(f"Name|Number|Size|{heading}\n{rows}").columns[3].fate is Fate.ASKED


def test_what_stands_between_the_names_in_short_is_part_of_the_last():
    rows = "\n".join(f"{first}|{between}|{last}|140" for first, between, last in (
        ("Daan", "van", "Aerts"), ("Sem", "", "Hoekstra"), ("Levi", "de", "Graaf"), ("Mees", "van der", "Velden"),
    ))  # fmt: skip
    assert described(read(f"Roepnaam|Tv.|Achternaam|Maat\n{rows}"))["B"] == "name-prefix"


def test_clubs_under_tv_belong_to_nobodys_name():
    rows = "\n".join(
        f"{name}|{club}|140" for name, club in zip(NAMES, ("Musterstadt", "Beispielhausen") * 3, strict=True)
    )
    assert described(read(f"Name|TV|Größe\n{rows}")).get("B") != "name-prefix"


def test_a_last_row_that_sums_up_counts_and_counts_crosses_is_no_player():
    rows = "\n".join(f"{name}|M|{1 + at % 2}|{'x' if at % 2 else ''}" for at, name in enumerate(NAMES))
    roster = read(f"Name|Größe|Anzahl|Laufjacke\n{rows}\n||9|3")
    assert (len(roster.rows), roster.left_out) == (len(NAMES), (len(NAMES) + 2,))


def test_the_size_of_clothes_in_short_is_of_no_garment():
    rows = "\n".join(f"{name}|152|{size}" for name, size in zip(NAMES, ("M", "L") * 3, strict=True))
    assert described(read(f"Name|Konf.-Gr.|Hose\n{rows}"))["B"] == "size"
