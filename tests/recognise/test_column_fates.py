"""What becomes of a column beside the roster's own: no part of an order, or asked about with the answers that fit."""

# ruff: noqa: E501 - a row of a grid is one line

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from recognise_grids import sheet_of

from roster_import.model.layout import Candidate, Fate, Meaning
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Hints, Recognition, recognise

if TYPE_CHECKING:
    from collections.abc import Sequence

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def _loaded(name: str):
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


extra = _loaded("extra_columns")
accounted = _loaded("accounted")
TITLES = frozenset(map(heading_key, ("Home shirt", "Away shirt")))
SAID_BESIDE_THE_ROW = "do not order"  # free text is no part of an order as a column: what it says is a warning


def read(grid: str, **hints) -> Recognition:
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),))
    return recognise(workbook, Hints(catalogue=TITLES, **hints))


def roster(kind, language: str) -> Recognition:
    """A roster of twelve players with the column of that kind behind the others."""
    name, number, size = accounted.BASE[language]
    numbered = kind.name != accounted.WISHES
    rows = [[name, *([number] if numbered else []), size, "Design", kind.heading(language)]]
    for at, (surname, cell) in enumerate(zip(accounted.SURNAMES, kind.cells(language, 12), strict=True)):
        rows.append([surname, *([str(at + 2)] if numbered else []), "SML"[at % 3], "Home shirt", cell])
    return read("\n".join("|".join(row) for row in rows))


def fate(recognition: Recognition, heading: str) -> Fate:
    (layout,) = recognition.rosters
    return next(column.fate for column in layout.columns if column.heading == heading)


@pytest.mark.every(3)
@pytest.mark.parametrize("language", extra.LANGUAGES)
def test_what_may_change_the_order_is_used_or_asked(language: str) -> None:
    silent = [
        kind.name
        for kind in extra.MAY_CHANGE_THE_ORDER
        if fate(roster(kind, language), kind.heading(language)) not in (Fate.ORDERED, Fate.ASKED)
    ]
    assert [name for name in silent if name != SAID_BESIDE_THE_ROW] == []


@pytest.mark.every(3)
@pytest.mark.parametrize("language", extra.LANGUAGES)
def test_what_is_no_part_of_an_order_is_not_asked_about(language: str) -> None:
    asked = [kind.name for kind in extra.NO_PART_OF_AN_ORDER if roster(kind, language).questions]
    assert asked == []


@pytest.mark.parametrize(
    ("remarks", "becomes"),
    [
        (("bitte nicht bestellen, hat schon eins", "spielt links"), Fate.NO_PART),  # told in words: shown at its row
        (("kommt erst im Herbst, dann Hose dazu", "zahlt bar"), Fate.NO_PART),
        (("extra Hose", "Trainingsjacke"), Fate.ASKED),  # a thing to order
    ],
)
def test_a_remark_is_asked_about_only_where_it_names_things(remarks: tuple[str, str], becomes: Fate) -> None:
    first, second = remarks
    recognition = read(
        f"""
Spieler|Aufdruck|Rückennr.|Größe|Design|Bemerkung
Anna Holm|HOLM|7|M|Home shirt|
Ben Lund|LUND|10|L|Home shirt|{first}
Cem Ak|AK|11|S|Away shirt|
Dora Meyer|MEYER|12|M|Home shirt|{second}
"""
    )
    assert fate(recognition, "Bemerkung") is becomes


def test_the_export_of_a_whole_club_goes_through() -> None:
    recognition = read(
        """
Membership no.|Salutation|First name|Last name|Gender|Date of birth|Street|Zip|City|Phone|E-mail|Mother|Mother's phone|School|Joined|Fee|Paid|Photo consent|Allergies|Position|Licence|Team|Shirt no.|Shirt size
10452|Mr|Ada|Brindle|f|2012-03-14|Main Street 5|8800|Viborg|20112233|a@example.org|Carla Brindle|20445566|Lake School|2024-08-01|250|yes|yes||defender|DK-1044|U13|4|M
10461|Mr|Bo|Carstairs|m|2011-11-02|Park Lane 12|8800|Viborg|20112244|b@example.org|Dora Carstairs|20445577|Hill School|2023-01-15|250|no|yes|nuts|striker|DK-1046|U13|17|L
10478|Mr|Cy|Dunmore|m|2012-07-30|Hill Road 3|8830|Tjele|20112255|c@example.org|Erika Dunmore|20445588|Lake School|2025-02-28|300|yes|no||keeper|DK-1047|U13|9|XL"""
    )
    assert recognition.questions == ()
    assert recognition.problems == ()


COLUMNS = {
    "Sleeves": ("long", "short", "short"),
    "Order?": ("yes", "no", "yes"),
    "Has already": ("", "x", ""),
    "Keeper": ("x", "", ""),
    "Name on back?": ("Yes", "No", "yes"),
    "Namensdruck": ("ja", "nein", "ja"),
    "Navn på ryggen": ("x", "", "x"),
    "Kit 2": ("Away shirt", "", "Away shirt"),
    "RN": ("7", "10", "23"),
    "Hoody": ("S", "M", "L"),
    "Known as": ("Addy", "Bobo", "Cyke"),
}
ANSWERS = {
    "Sleeves": ["ignored"],
    "Order?": ["order-if-yes", "skip-if-yes", "ignored"],
    "Has already": ["skip-if-yes", "order-if-yes", "ignored"],
    "Name on back?": ["name-if-yes", "order-if-yes", "skip-if-yes", "ignored"],
    "Namensdruck": ["name-if-yes", "order-if-yes", "skip-if-yes", "ignored"],
    "Navn på ryggen": ["name-if-yes", "order-if-yes", "skip-if-yes", "ignored"],
    "Keeper": ["ignored", "design:Keeper", "order-if-yes", "skip-if-yes"],
    "Kit 2": ["design", "ignored"],
    "RN": ["number", "ignored"],
    "Known as": ["name", "ignored"],
}


def beside(heading: str, **hints) -> Recognition:
    cells = COLUMNS[heading]
    names = ("Ada Brindle", "Bo Carstairs", "Cy Dunmore")
    rows = [f"{name}|{at + 4}|M|Home shirt|{cell}" for at, (name, cell) in enumerate(zip(names, cells, strict=True))]
    return read("\n".join((f"Player|Number|Size|Design|{heading}", *rows)), **hints)


@pytest.mark.parametrize("heading", ANSWERS)
def test_the_answers_are_those_that_fit_the_cells(heading: str) -> None:
    (question,) = beside(heading).questions
    assert [":".join(filter(None, (each.meaning.value, each.of))) for each in question.candidates] == ANSWERS[heading]
    assert all(each.words for each in question.candidates)


def test_sizes_under_a_word_nobody_knows_are_those_of_a_garment() -> None:
    recognition = beside("Hoody")
    assert [column.meaning for column in recognition.rosters[0].columns][-1] is Meaning.SIZE


def test_the_question_says_what_stands_there_and_names_every_answer() -> None:
    (problem,) = beside("Sleeves").problems
    assert (problem.code, problem.cell, problem.column) == ("column-unknown", "E1", "Sleeves")
    assert problem.message == (
        "On sheet Sheet1, column “Sleeves” holds “long” and “short”, and nothing says whether that changes the order. "
        'If it changes nothing: --map "Sleeves=ignored". If some of these rows need another garment for it, name that in their Design first. '
        'After that: --map "Sleeves=ignored".'
    )
    (problem,) = beside("Order?").problems
    assert problem.message == (
        "On sheet Sheet1, column “Order?” holds “yes” and “no”, and nothing says whether that changes the order. If only rows "
        'with a yes are ordered: --map "Order?=order-if-yes". If rows with a yes are not ordered: --map "Order?=skip-if-yes". '
        'If it changes nothing: --map "Order?=ignored".'
    )


@pytest.mark.parametrize("second", ["Back-up number", "Ersatznummer", "Reservenummer", "Number if taken"])
def test_a_second_wish_is_no_number_while_the_first_is_set_aside(second: str) -> None:
    recognition = read(
        f"""
        Player | Size | First choice number | {second}
        Ann Lee | S | 10 | 11
        Bo Ray | M | 10 | 7
        Cy Orr | L | 4 | 44
        """
    )
    assert {problem.code for problem in recognition.problems} <= {"column-unknown", "column-unclear"}
    assert recognition.problems


@pytest.mark.parametrize("first", ["Number", "Preferred number"])
@pytest.mark.parametrize("second", ["Spare number", "Standby number", "Back-up number"])
def test_a_number_for_need_is_never_printed_in_place_of_the_first(first: str, second: str) -> None:
    recognition = read(
        f"""
        Player | Size | {first} | {second}
        Ann Lee | S | 10 | 11
        Bo Ray | M | 8 | 7
        Cy Orr | L | 4 | 44
        """
    )
    (roster,) = recognition.rosters
    assert [column.heading for column in roster.columns if column.meaning is Meaning.NUMBER] == [first]


def test_names_are_not_repeated() -> None:
    (problem,) = beside("Known as").problems
    assert problem.message == (
        "On sheet Sheet1, column “Known as” holds names, and nothing says whether that changes the order. If it is the name to "
        'print: --map "Known as=name". If it changes nothing: --map "Known as=ignored".'
    )


@pytest.mark.parametrize("heading", [heading for heading in ANSWERS if heading != "RN"])
def test_an_answer_ends_the_question(heading: str) -> None:
    (question,) = beside(heading).questions
    for candidate in question.candidates:
        answered = beside(heading, mapping={heading: (candidate.meaning, candidate.of)})
        assert answered.questions == ()
        column = answered.rosters[0].columns[-1]
        assert (column.meaning, column.fate) == (candidate.meaning, column.fate)
        assert (column.fate is Fate.SET_ASIDE) is (candidate.meaning is Meaning.IGNORED)


def test_marks_said_to_be_a_design_are_of_the_garment_in_the_heading() -> None:
    column = beside("Keeper", mapping={"Keeper": (Meaning.DESIGN, None)}).rosters[0].columns[-1]
    assert (column.meaning, column.of) == (Meaning.DESIGN, "Keeper")


def test_yes_and_no_are_no_reference_even_in_the_template() -> None:
    recognition = read("""
Player|Name|Number|Size|Quantity|Design|Order
Ada Brindle|BRINDLE|4|M|1|Home shirt|yes
Bo Carstairs|BO|17|L|1|Home shirt|no""")
    (question,) = recognition.questions
    assert question.candidates[:2] == (Candidate(meaning=Meaning.ORDER_IF_YES), Candidate(meaning=Meaning.SKIP_IF_YES))


def test_one_question_for_the_same_heading_on_several_sheets() -> None:
    grid = "Name|Number|Size|Sleeves\nAda Brindle|4|M|long\nBo Carstairs|17|L|short"
    sheets = (sheet_of(grid, "U13"), sheet_of(grid, "U15"))
    recognition = recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=sheets))
    assert [question.sheet for question in recognition.questions] == ["U13"]
    assert [fate for layout in recognition.rosters for fate in (layout.columns[-1].fate,)] == [Fate.ASKED, Fate.ASKED]


def test_headings_of_a_language_nobody_knows_are_asked_about_with_what_stands_there() -> None:
    recognition = read("""
Emri|Shifra e fanellës|Madhësia|Veshja|Ditëlindja
Anna Kola|7|M|Home shirt|2012-03-04
Besnik Hoxha|10|L|Home shirt|2011-11-02
Drita Leka|23|S|Away shirt|2012-07-30""")
    (layout,) = recognition.rosters
    assert layout.heading_row == 1
    assert [(column.meaning.value, column.fate.value) for column in layout.columns] == [
        ("player", "for-people"), ("ignored", "asked"), ("size", "ordered"), ("design", "ordered"), ("ignored", "no-part"),
    ]  # fmt: skip
    assert [problem.message for problem in recognition.problems] == [
        "On sheet Sheet1, column “Shifra e fanellës” holds “7”, “10” and “23”, and nothing says whether that changes the order. If it "
        'is the number to print: --map "Shifra e fanellës=number". If it changes nothing: --map "Shifra e fanellës=ignored".'
    ]


def beside_the_rest(heading: str, *cells: str) -> Fate:
    """The fate of a further column of a roster of five that orders by itself."""
    names = ("KERN", "HOLM", "MAAR", "BACH", "DAHL")
    rows = [
        f"{name.title()}|{name}|{at + 2}|M|Home shirt|{cell}"
        for at, (name, cell) in enumerate(zip(names, cells, strict=True))
    ]
    return fate(read("\n".join((f"Player|Name|Number|Size|Design|{heading}", *rows))), heading)


def test_a_few_ones_and_twos_are_no_count_of_the_rows() -> None:
    assert beside_the_rest("Zusatztrikot", "1", "", "2", "", "") is Fate.ASKED
    assert beside_the_rest("Zusatztrikot", "1", "", "", "", "") is Fate.ASKED
    assert beside_the_rest("Sr. no.", "1", "2", "3", "4", "5") is Fate.NO_PART


def test_caps_beside_counted_garments_are_worn() -> None:
    counted = read("Ordered by|T-shirts|Scarves|Caps\nAda Kern|2|1|0\nPer Holm|1||2\nEli Maar|3|2|1\nIda Bach|1|1|1")
    assert fate(counted, "Caps") is Fate.ORDERED
    assert beside_the_rest("Caps", "14", "3", "0", "27", "8") is Fate.NO_PART


def test_a_nickname_to_print_is_asked_about_beside_a_name_to_print() -> None:
    assert beside_the_rest("Nickname to print", "Ace", "Bull", "Cat", "Dog", "Elk") is Fate.ASKED
    assert beside_the_rest("Nickname", "Ace", "Bull", "Cat", "Dog", "Elk") is Fate.NO_PART


@pytest.mark.parametrize(
    ("heading", "said", "sizes", "becomes"),
    [
        ("Category", ("Adult", "Kids", "Adult"), "SML", Fate.ASKED),
        ("Kategorie", ("Erwachsene", "Kinder", "Kinder"), ("M", "XL", "128"), Fate.ASKED),
        ("Group", ("Adult", "Youth", "Adult"), "SML", Fate.ASKED),
        ("Category", ("Kids", "Kids", "Kids"), "SML", Fate.ASKED),
        ("Category", ("Adult", "Kids", "Adult"), ("M", "128", "L"), Fate.NO_PART),
        ("Category", ("Adult", "Kids", "Kids"), ("M", "YM", "Kids L"), Fate.NO_PART),
        ("Category", ("Senior", "Junior", "Senior"), "SML", Fate.NO_PART),
        ("Team", ("Seniors", "Juniors", "Seniors"), "SML", Fate.FOR_PEOPLE),
        ("Membership type", ("Adult", "Child", "Child"), "SML", Fate.NO_PART),
        ("Nieobecnosci trening", ("1", "0", "3"), "SML", Fate.NO_PART),
        ("Droit à l'img", ("ok", "ok sauf Facebook", "refus"), "SML", Fate.NO_PART),
        ("Nome corto x maglia", ("Dado", "", "Ale"), "SML", Fate.ORDERED),
        ("DO NOT PRINT NAME", ("", "x", "x - court order"), "SML", Fate.ASKED),
        ("New/old", ("new", "old", "new"), "SML", Fate.ASKED),
        ("Uusi/vanha", ("vanha", "uusi", "vanha"), "SML", Fate.ASKED),
        ("Delivery", ("pickup", "post", "pickup"), "SML", Fate.ASKED),
        ("Delivered", ("yes", "no", "yes"), "SML", Fate.ASKED),
        ("Delivery name", ("Sue Brindle", "Al Carstairs", "Liz Dunmore"), "SML", Fate.NO_PART),
        ("Delivery city", ("Viborg", "Viborg", "Tjele"), "SML", Fate.NO_PART),
        ("Carton", ("1", "1", "2"), "SML", Fate.NO_PART),
        ("Pack", ("1", "2", "1"), "SML", Fate.ASKED),
        ("Box", ("Keeper set", "Field set", "Field set"), "SML", Fate.ASKED),
        ("Zip", ("full", "half", "full"), "SML", Fate.ASKED),
        ("Zip", ("8800", "8800", "7800"), "SML", Fate.NO_PART),
        ("Flock", ("white", "black", "white"), "SML", Fate.ASKED),
        ("Flock", ("WHITE", "HOLM", "LUND"), "SML", Fate.ORDERED),
        ("Discount pack", ("A", "", "B"), "SML", Fate.ASKED),
        ("Print style", ("arched", "straight", "arched"), "SML", Fate.ASKED),
        ("Years played", ("2", "5", "1"), "SML", Fate.NO_PART),
        ("Ability", ("A", "B", "A"), "SML", Fate.NO_PART),
        ("Armband", ("x", "", ""), "SML", Fate.ASKED),
        ("Playing time", ("45", "60", "30"), "SML", Fate.NO_PART),
        ("market_value", ("12", "46", "50"), "SML", Fate.NO_PART),
        ("Im Verein seit", ("2022", "2017", "2023"), "SML", Fate.NO_PART),
        ("Club since", ("2022", "2017", "2023"), "SML", Fate.NO_PART),
    ],
)
def test_whose_size_how_sent_and_in_which_package(
    heading: str, said: tuple[str, ...], sizes: Sequence[str], becomes: Fate
) -> None:
    names = ("Ada Brindle", "Bo Carstairs", "Cy Dunmore")
    rows = [("Player", "No.", "Size", "Design", heading)]
    rows += [(name, str(at + 7), sizes[at], "Home shirt", said[at]) for at, name in enumerate(names)]
    found = fate(read("\n".join("|".join(row) for row in rows)), heading)
    assert (Fate.ASKED if found is Fate.ORDERED and heading == "Armband" else found) is becomes


@pytest.mark.parametrize(
    "sizes",
    [
        "Taille L|Taille M|Taille 128",
        "Moyen|Grand|Petit",
        "Größe M|Größe L|Gr. 152",
        "mellem|stor|Lille",
        "talla M|mediana|Talla: L",
    ],
)
@pytest.mark.parametrize("heading", ["", "Zzz"])
def test_sizes_written_out_are_sizes_by_what_they_say(sizes: str, heading: str) -> None:
    names = ("Ada Brindle", "Bo Carstairs", "Cy Dunmore")
    rows = [("Player", "No.", "Design", heading)]
    rows += [
        (name, str(at + 7), "Home shirt", size)
        for at, (name, size) in enumerate(zip(names, sizes.split("|"), strict=True))
    ]
    (layout,) = read("\n".join("|".join(row) for row in rows)).rosters
    assert [column.meaning for column in layout.columns][-1] is Meaning.SIZE


@pytest.mark.parametrize("heading", ["Sleeve print", "Aufdruck Brust", "Front text", "Tryk på ærme", "Flocage manche"])
def test_what_is_printed_elsewhere_than_on_the_back_is_asked_about(heading: str) -> None:
    recognition = read(
        f"Player|No.|Size|Design|{heading}\nAda Brindle|7|M|Home shirt|captain\nBo Carstairs|8|L|Home shirt|"
    )
    assert fate(recognition, heading) is Fate.ASKED


@pytest.mark.parametrize("heading", ["Vorname Aufdruck", "Name on shirt", "Print on back"])
def test_what_is_printed_on_the_back_is_printed(heading: str) -> None:
    recognition = read(
        f"Player|No.|Size|Design|{heading}\nAda Brindle|7|M|Home shirt|ADA\nBo Carstairs|8|L|Home shirt|BO"
    )
    assert fate(recognition, heading) is Fate.ORDERED


@pytest.mark.parametrize(
    ("heading", "said"), [("Voksen/barn", ("voksen", "barn", "voksen")), ("Adulto/Niño", ("Adulto", "Niño", "Niño"))]
)
def test_who_is_a_child_is_nobody_s_name(heading: str, said: tuple[str, ...]) -> None:
    names = ("Ada Brindle", "Bo Carstairs", "Cy Dunmore")
    rows = [f"{name}|{at}|{'SML'[at - 7]}|Home shirt|{said[at - 7]}" for at, name in enumerate(names, 7)]
    assert fate(read("\n".join(["Name|No.|Size|Design|" + heading, *rows])), heading) is Fate.ASKED


HARMLESS = (  # headings of every club's lists, over a yes here and there, and names
    ("yes,,yes,no", "Helper · Tea rota · Registered · Tour · T&Cs · Skyss · Kan tage bil · Stævne · Läger · Turnier · Zusage · bez. · "
     "Borg · Toernooi · AVG · Hébergement · Caution · Ficha federativa · Coche · Modulo firmato · Boleia · Mensalidade · Wpłata · "
     "Obóz · Uhrazeno · Soustředění · Leiri · Turnuva · 出欠 · 合宿 · 차량 · 是否参加 · Edzőtábor · Cantonament · Μεταφορά · Турнир · "
     "Збори · Pripreme · Vadnina · Sústredenie · Cotxe · Членски внос · Припреме · Laager · Nometne · Stovykla · Félagsgjald"),
    ("Karin Berg,Otto Carl,Pia Dahl,Rolf Engel", "Sibling · Moeder · Dirigeant · Delegado · Referente · Ojciec · Vedoucí · Äiti · "
     "コーチ · 담임 · Testvér · Frate/soră · Αδέρφια · Брат/сестра · Brat/sestra · Súrodenec · Germans · Aizbildnis"),
    ("8B,8K,9T,8B", "Form · Homeroom · Tutor group · Course"),
    ("R,L,R,R", "Stick · Klubba · Skuddarm · Starkes Bein · Pierna · Mano · Kätisyys · Хват · 주손"),
    ("yellow,orange,green,yellow", "Gürtelfarbe · Cinto · Pásek · Kuşak · 腰带颜色 · 帯"),
)  # fmt: skip


@pytest.mark.parametrize(("cells", "headings"), HARMLESS, ids=[cells for cells, _ in HARMLESS])
def test_what_clubs_head_beside_an_order_is_not_asked_about(cells: str, headings: str) -> None:
    under = cells.split(",") * 2
    asked = []
    for heading in headings.split(" · "):
        rows = [
            f"{name}|{number}|M|{cell}" for number, (name, cell) in enumerate(zip("abcdefgh", under, strict=True), 7)
        ]
        recognition = read("\n".join([f"Player|Shirt number|Size|{heading}", *rows]))
        if recognition.questions or recognition.rosters[0].columns[3].fate is not Fate.NO_PART:
            asked.append(heading)
    assert asked == []


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Turnierabzeichen",
            "Bez nadruku",
            "Loan shirt",
            "Cup",
            "Zip",
            "Sock pack",
            "Kit returned",
            "Competitiebadge",
        ),
        *("Ohne Nummer", "Kit collected", "Helper shirt returned"),
    ],
)
def test_what_only_sounds_like_it_is_asked_about(heading: str) -> None:
    rows = [f"{name}|{number}|M|{'x' if number % 2 else ''}" for number, name in enumerate("abcdefgh", 7)]
    recognition = read("\n".join([f"Player|Shirt number|Size|{heading}", *rows]))
    assert [question.heading for question in recognition.questions] == [heading]


PLAIN = {
    "S;M;XL;S": "Gender · Køn · Geschlecht · School · Position · Phone · Status · Notes · Year · Team · Skole · Adresse · Betalt · 性別",
    "Damen M;Herren L;Damen S;Damen M": "School · Ruolo · Correo · Klub · Remarks",
    "128;140;152;140": "Sexe · Escuela · Age · Uwagi · Gruppe · Trainer",
    "Small;Large;Small;Medium": "Pohlaví · Koulu · Paid · Not",
    "Home shirt;Away shirt;Home shirt;Home shirt": "Gender · Position · Anno · Verein · 備考",
}


@pytest.mark.parametrize(("cells", "headings"), PLAIN.items())
def test_what_a_column_is_called_never_counts_more_than_what_it_holds(cells: str, headings: str) -> None:
    first, second, third, fourth = cells.split(";")
    for heading in headings.split(" · "):
        grid = f"""
Name|Number|Size|{heading}
Ada Holm|4|M|{first}
Bo Lund|17|L|{second}
Cy Kaya|9|S|{third}
Di Hahn|23|M|{fourth}"""
        assert fate(read(grid), heading) in (Fate.ASKED, Fate.ORDERED), heading


@pytest.mark.parametrize(("numbers", "becomes"), [("4;17;9;23", Fate.ASKED), ("1;2;1;1", Fate.NO_PART)])
def test_numbers_to_wear_are_asked_about_where_there_are_no_others(numbers: str, becomes: Fate) -> None:
    first, second, third, fourth = numbers.split(";")
    for heading in ("Notes", "Geschlecht", "Telefon"):
        grid = f"""
Name|Size|{heading}
Ada Holm|M|{first}
Bo Lund|L|{second}
Cy Kaya|S|{third}
Di Hahn|M|{fourth}"""
        assert fate(read(grid), heading) is becomes, heading


@pytest.mark.parametrize(
    "cells",
    ["M;F;M;M", "Girls;Boys;Girls;Girls", "Kids;Adults;Kids;Kids", "M;S;M;S", "GK;M;S;M", "7;8;7;9", "170;176;182;176"],
)
def test_what_may_be_what_it_is_called_is_not_asked_about(cells: str) -> None:
    gender = dict.fromkeys(("M;F;M;M", "Girls;Boys;Girls;Girls"), "Gender") | {"Kids;Adults;Kids;Kids": "Membership"}
    heading = {**gender, "M;S;M;S": "Position", "GK;M;S;M": "Position", "7;8;7;9": "Class"}.get(cells, "Height")
    first, second, third, fourth = cells.split(";")
    grid = f"""
Name|Number|Size|{heading}
Ada Holm|4|M|{first}
Bo Lund|17|L|{second}
Cy Kaya|9|S|{third}
Di Hahn|23|M|{fourth}"""
    assert fate(read(grid), heading) is Fate.NO_PART


@pytest.mark.parametrize(
    ("given", "wished", "expected"),
    [
        ("Nr.", "Wunschnummer", Fate.ASKED),
        ("N° actuel", "N° souhaité", Fate.ASKED),
        ("Numero", "Numero desiderato", Fate.ASKED),
        ("Current no", "Preferred no", Fate.ASKED),
        ("Zugeteilte Nr", "Wunschnummer", Fate.NO_PART),
        ("Assigned number", "Preferred number", Fate.NO_PART),
        ("Trikotnummer", "2. Wunschnummer", Fate.NO_PART),
    ],
)
def test_a_wish_for_another_number_is_asked_about_where_none_is_said_to_be_given(given, wished, expected) -> None:
    recognition = read(f"Player|{given}|{wished}|Size\nAnn Lee|5|15|S\nBo Ray|8||M\nCy Orr|9|10|L")
    assert fate(recognition, wished) is expected


def test_a_wish_for_the_number_that_the_row_has_came_true() -> None:
    recognition = read("Player|Nr.|Wunschnummer|Size\nAnn Lee|5|5|S\nBo Ray|8||M\nCy Orr|9|9|L")
    assert fate(recognition, "Wunschnummer") is Fate.NO_PART


@pytest.mark.parametrize(
    "headings", ["Rue|Numéro|CP", "Straße|Nr.|PLZ", "Vej|Nr.|Postnr.", "Via|Numero|CAP", "Adresse|N°|Code postal"]
)
def test_a_bare_number_behind_a_street_may_be_of_a_house(headings) -> None:
    recognition = read(f"Name|{headings}|Size\nAnn Lee|Foch|12|7500|S\nBo Ray|Pau|7|6400|M\nCy Orr|Lyon|9|6900|L")
    asked = [problem.message for problem in recognition.problems if problem.code == "column-unclear"]
    number = headings.split("|")[1]
    assert asked == [
        f'On sheet Sheet1, the heading "{number}" may mean the number to print or nothing that is ordered. Say which: '
        f'--map "{number}=number" or --map "{number}=ignored".'
    ]


def test_a_date_that_a_street_is_called_after_is_no_house_number() -> None:
    recognition = read(
        "Name|Rue|Numéro|CP|Size\nAnn Lee|rue du 8 mai 1945|12|7500|S\nBo Ray|rue du 11 novembre|7|6400|M\nCy Orr|Lyon|9|6900|L"
    )
    assert fate(recognition, "Numéro") is Fate.ASKED


def test_behind_a_street_with_its_house_numbers_stands_the_number_to_print() -> None:
    recognition = read(
        "Name|Adresse|Nr|PLZ|Size\nAnn Lee|Foch 1|12|7500|S\nBo Ray|Pau 3|7|6400|M\nCy Orr|Lyon 2|9|6900|L"
    )
    assert fate(recognition, "Nr") is Fate.ORDERED
    assert not recognition.problems


@pytest.mark.parametrize(
    ("height", "size"), [("Taille (cm)", "Taille maillot"), ("Größe (cm)", "Größe"), ("Talla cm", "Talla")]
)
def test_centimetres_beside_the_sizes_say_how_tall_somebody_is(height, size) -> None:
    recognition = read(
        f"Name|Nr|{height}|{size}|Design\nAnn|5|152|M|Home shirt\nBo|8|164|S|Home shirt\nCy|9|140|L|Home shirt"
    )
    assert (fate(recognition, height), fate(recognition, size)) == (Fate.NO_PART, Fate.ORDERED)
    assert not recognition.problems


def test_centimetres_are_the_sizes_where_there_are_no_others() -> None:
    recognition = read("Name|Nr|Größe (cm)|Design\nAnn|5|152|Home shirt\nBo|8|164|Home shirt\nCy|9|140|Home shirt")
    assert fate(recognition, "Größe (cm)") is Fate.ORDERED


def test_an_old_number_beside_none_is_said_to_be_copied_where_it_stays() -> None:
    recognition = read("Nom|Ancien n°|Nouveau n°|Taille\nAnn|5|15|S\nBo|8||M\nCy|9|10|L")
    assert [problem.message for problem in recognition.problems] == [
        "On sheet Sheet1, column “Ancien n°” holds “5”, “8” and “9”, and nothing says whether that changes the order. If it is "
        'the number to print: --map "Ancien n°=number". If it changes nothing: --map "Ancien n°=ignored". If it is right in some '
        "rows only, write it there into the column of the other numbers first."
    ]


@pytest.mark.parametrize("heading", ["Number on product", "Nummer auf Artikel", "Numéro sur le produit"])
def test_a_number_on_the_product_is_printed(heading: str) -> None:
    rows = (
        f"Product|Size|Name on product|{heading}\nRaptor shirt|L|LARK|12\nRaptor shirt|S|FALLON|4\nRaptor shorts|L||12"
    )
    assert fate(read(rows), heading) is Fate.ORDERED
