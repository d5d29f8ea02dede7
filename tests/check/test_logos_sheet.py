"""Numbers of the Logos sheet: single, listed, ranges, and every number of the roster."""

from __future__ import annotations

from datetime import datetime

import pytest
from openpyxl import load_workbook

from roster_import.check.logos_sheet import Unclear, numbers_of
from tests.conftest import HEADINGS, ORDER

LOGO_HEADINGS = ("Logo", "Quantity", "Storage quantity", "Text", "Number", "Order")
ROSTER = (
    ("Ann", "Ann", "07", "M", 1, "Away kit"),
    ("Bo", "Bo", "7", "L", 2, "Away kit"),
    ("Cy", "Cy", "10", "L", 1, "Away kit"),
    ("Cy", "Cy", "10", "L", 1, "Away kit"),
    ("Di", "Di", "99", "", 1, "", "Number transfer"),
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2-5", "2 3 4 5"),
        ("2 – 4", "2 3 4"),
        ("01-03", "01 02 03"),
        ("08-11", "08 09 10 11"),
        ("00-02", "00 01 02"),
        ("0-2", "0 1 2"),
        ("1, 7, 10-12", "1 7 10 11 12"),
        ("1;7", "1 7"),
        ("2 to 4", "2 3 4"),
        ("7, 07", "7 07"),
        ("5-5", "5"),
    ],
)
def test_lists_and_ranges(text, numbers):
    assert numbers_of(text) == tuple(numbers.split())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("18-2", "numbers-backwards"),
        ("1, 5-9, 7", "numbers-twice"),
        ("0-9999", "numbers-too-many"),
        ("2-18-20", "numbers-unclear"),
        ("A-7", "numbers-unclear"),
        ("1 7", "numbers-unclear"),
        (",", "numbers-unclear"),
        ("٢-٤", "numbers-unclear"),
    ],
)
def test_what_is_no_list_or_range(text, code):
    found = numbers_of(text)
    assert isinstance(found, Unclear)
    assert found.code == code


def ordered(desk, sandbox, *rows, roster=ROSTER, **more):
    desk.build(rows=roster, logos=(LOGO_HEADINGS, *rows), **more)
    run = desk.quick("--json", "club.xlsx")
    assert run.status == 0, run.out
    return sandbox.orders()[0]["body"]["logos"]


def test_every_number_of_the_roster_once_times_the_quantity(desk, sandbox):
    assert ordered(desk, sandbox, ("Number transfer", 2, 1, "", "roster")) == [
        {
            "logoId": 494679,
            "digits": [
                # 99 stands on a loose logo of the roster, not on a garment: it is ordered there, and once.
                {"digit": "99", "quantity": 1},
                {"digit": "7", "quantity": 2, "storageQuantity": 1},
                {"digit": "07", "quantity": 2, "storageQuantity": 1},
                {"digit": "10", "quantity": 2, "storageQuantity": 1},
            ],
        }
    ]


def test_a_range_and_a_list_are_added_to_single_numbers(desk, sandbox):
    logos = ordered(
        desk,
        sandbox,
        ("Number transfer", "", "", "", "2-4"),
        ("494679", 3, "", "", "3, 20"),
        ("sku:1019141", 1, "", "", "7"),
        roster=ROSTER[:1],
    )
    assert logos == [
        {
            "logoId": 494679,
            "digits": [
                {"digit": "2", "quantity": 1},
                {"digit": "3", "quantity": 4},
                {"digit": "4", "quantity": 1},
                {"digit": "20", "quantity": 3},
                {"digit": "7", "quantity": 1},
            ],
        }
    ]


def test_the_numbers_of_each_order_are_its_own(desk, sandbox):
    order = [list(ORDER), list(ORDER.values()), ["PO-2", *list(ORDER.values())[1:]]]
    roster = (
        ("Ann", "Ann", "4", "M", 1, "Away kit", "", "", "PO-2026-0042"),
        ("Bo", "Bo", "5", "M", 1, "Away kit", "", "", "PO-2"),
    )
    desk.build(
        rows=roster,
        order=order,
        headings=HEADINGS,
        logos=(LOGO_HEADINGS, ("Number transfer", 1, "", "", "all", "PO-2")),
    )
    assert desk.quick("club.xlsx").status == 0
    bodies = {one["body"]["reference"]: one["body"]["logos"] for one in sandbox.orders()}
    assert bodies == {"PO-2026-0042": [], "PO-2": [{"logoId": 494679, "digits": [{"digit": "5", "quantity": 1}]}]}


def test_everything_wrong_with_numbers_is_said_at_the_cell(desk, sandbox):
    rows = (
        ("Number transfer", 1, "", "", "18-2"),
        ("Number transfer", 1, "", "", "5, 5"),
        ("Number transfer", 1, "", "", "0-9999"),
        ("Number transfer", 1, "", "", "A-9"),
        ("Number transfer", 1, "", "", datetime(2026, 2, 18)),
        ("Club Crest", 1, "", "", "1-3"),
        ("Number transfer", 1, "", "", "roster"),
        ("Number transfer", 1, "", "", "#7"),
        ("Number transfer", "x", "", "", "1-3"),
    )
    desk.build(rows=(("Ann", "", "", "M", 1, "Home kit"),), logos=(LOGO_HEADINGS, *rows))
    book = load_workbook(desk.folder / "club.xlsx")
    book["Logos"]["E6"].number_format = "d-mmm"
    book.save(desk.folder / "club.xlsx")
    run = desk.quick("check", "--json", "club.xlsx")
    found = {one["cell"]: (one["code"], one["value"], one["message"]) for one in run.file["problems"]}
    assert found == {
        "E2": ("numbers-backwards", "18-2", "18-2 runs backwards. Write the lower number first. Did you mean 2-18?"),
        "E3": ("numbers-twice", "5, 5", "5 stands in “5, 5” more than once. Name each number once; Quantity says how many of "
               "each."),
        "E4": ("numbers-too-many", "0-9999", "“0-9999” is 10,000 numbers, more than one row can order. Correct it, or divide "
               "it over rows."),
        "E5": ("numbers-unclear", "A-9", "“A-9” is neither a number, nor a list or range of numbers such as 1, 7, 10-12, nor "
               "the word roster for every number of the roster. Correct it."),
        "E6": ("number-is-date", "18-Feb", "The number is a date (18-Feb): Excel made one of what was typed. Format the cell as "
               "text and type it again. Did you mean 2-18?"),
        "E7": ("logo-takes-no-number", "1-3", "Club Crest is not a number logo, so it cannot be ordered with a number. Use "
               "Text, or empty the cell."),
        "E8": ("numbers-none", "roster", "No row of order PO-2026-0042 has a number on a garment, so “roster” stands for "
               "nothing. Write the numbers."),
        "E9": ("number-not-digits", "#7", "Number “#7” is not digits only. Write the number as digits, or leave it empty for "
               "none. Did you mean 7?"),
        "B10": ("quantity-not-whole", "x", "Quantity “x” is not a whole number. Write how many as digits; empty means 1."),
    }  # fmt: skip
    assert sandbox.orders() == []


@pytest.mark.parametrize("word", ["roster", "Roster", "Spillerliste", "spillerlisten", "Spielerliste", "alle"])
def test_every_number_of_the_roster_by_the_word_for_it_in_each_language(desk, sandbox, word):
    (logo,) = ordered(desk, sandbox, ("Number transfer", 1, "", "", word))
    assert [one["digit"] for one in logo["digits"]] == ["99", "7", "07", "10"]


def test_a_word_that_names_no_numbers_is_told_what_does(desk):
    desk.build(
        rows=(("Ann", "", "7", "M", 1, "Home kit"),), logos=(LOGO_HEADINGS, ("Number transfer", 1, "", "", "hold"))
    )
    run = desk.quick("check", "--language", "de", "club.xlsx")
    assert (
        "„hold“ ist weder eine Nummer noch eine Liste oder ein Bereich wie 1, 7, 10-12 noch das Wort Spielerliste für alle "
        "Nummern der Spielerliste. Bitte berichtigen."
    ) in run.out
    assert run.status == 1


def test_a_range_on_the_roster_is_no_number(desk):
    desk.build(rows=(("Ann", "Ann", "2-18", "M", 1, "Away kit"),))
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(one["code"], one["cell"]) for one in run.file["problems"]] == [("number-not-digits", "C2")]


def test_loose_logos_by_title_id_and_sku_with_storage_and_text(desk, sandbox):
    catalogue = (
        ("Title", "Kind", "ID", "Code", "Type"),
        ("Home kit", "design", 299571, "MUL327815", ""),
        ("Away kit", "design", 298791, "", ""),
        ("Captain", "logo", 100141, "151141", "TextLogo"),
        ("Name", "logo", 494680, "", "NameLogo"),
    )
    rows = (
        ("Captain", 2, 3, "KAPTAJN", ""),
        ("sku:151140", 1, "", "U15", ""),
        ("Name", 4, "", "Smith", ""),
        ("100113", 18, 2, "", ""),
    )
    desk.build(
        rows=(("Ann", "Ann", "7", "M", 2, "Away kit; 299580", "Name; 100160", 1),),
        logos=(LOGO_HEADINGS, *rows),
        catalogue=catalogue,
    )
    assert desk.quick("club.xlsx").status == 0
    body = sandbox.orders()[0]["body"]
    assert [(design["designId"], design["instances"]) for design in body["designs"]] == [
        (number, [{"size": "M", "quantity": 2, "name": "Ann", "number": "7"}]) for number in (298791, 299580)
    ]
    assert body["logos"] == [
        {"logoId": 494680, "quantity": 2, "storageQuantity": 1, "value": "Ann"},
        {"logoId": 100160, "quantity": 2, "storageQuantity": 1},
        {"logoId": 100141, "quantity": 2, "storageQuantity": 3, "value": "KAPTAJN"},
        {"logoSku": "151140", "quantity": 1, "value": "U15"},
        {"logoId": 494680, "quantity": 4, "value": "Smith"},
        {"logoId": 100113, "quantity": 18, "storageQuantity": 2},
    ]
