"""What would be ordered twice, renamed or passed over in silence is said instead."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from roster_import.sandbox import KitMakerSwitches, SandboxOptions, start
from tests.conftest import HEADINGS, ORDER, connected

ROWS = (("Anna", "ANNA", "07", "M", 1, "Away kit"), ("Bo", "BO", "10", "L", 2, "Away kit"))


def said(run):
    return [(problem["level"], problem["code"], problem["cell"]) for problem in run.problems]


def add_sheet(path, title, rows):
    book = load_workbook(path)
    sheet = book.create_sheet(title)
    for row in (HEADINGS, *rows):
        sheet.append(row)
    book.save(path)


def test_last_years_sheet_beside_this_years_is_never_ordered_as_well(desk, sandbox):
    club = desk.build(rows=ROWS)
    add_sheet(club, "Last year", ROWS)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, [problem["message"] for problem in run.problems]) == (
        1,
        [
            "Sheets Roster and Last year both order for 2 of the same people, so these would be ordered twice. Say which one "
            'is meant with --sheet "Roster" or --sheet "Last year", or bring them together on one and delete the other.'
        ],
    )
    assert desk.quick("club.xlsx", "--sheet", "Roster").status == 0
    assert [one["quantity"] for one in sandbox.orders()[0]["body"]["designs"][0]["instances"]] == [1, 2]


def test_two_teams_on_two_sheets_are_one_order(desk, sandbox):
    club = desk.build(rows=ROWS)
    add_sheet(club, "U12", (("Cy", "CY", "3", "S", 1, "Away kit"), ("Di", "DI", "4", "S", 1, "Away kit")))
    assert desk.quick("club.xlsx").status == 0
    assert len(sandbox.orders()[0]["body"]["designs"][0]["instances"]) == 4


@pytest.mark.parametrize("heading", ["Number", "Size", "Design"])
def test_a_heading_that_stands_twice_over_different_things_is_asked_about(desk, sandbox, heading):
    headings = ("Player", "Name", "Number", "Size", "Design", heading)
    more = {"Number": ("8", "11"), "Size": ("XL", "S"), "Design": ("Home kit", "Home kit")}[heading]
    rows = tuple((*row[:4], row[5], value) for row, value in zip(ROWS, more, strict=True))
    desk.build(rows=rows, headings=headings)
    run = desk.quick("--json", "club.xlsx")
    assert run.status == 1, run.out
    assert sandbox.requests() == []


def test_the_references_option_means_the_rows_too(desk, sandbox):
    desk.build(rows=[(*row, "", "", "OC") for row in ROWS], order={**ORDER, "Reference": "OC"})
    run = desk.quick("--json", "club.xlsx", "--reference", "OCX")
    assert (run.status, [order["body"]["reference"] for order in sandbox.orders()]) == (0, ["OCX"])
    assert ("warning", "reference-replaced", "I2") in said(run)
    several = desk.build("two.xlsx", rows=[(*ROWS[0], "", "", "A"), (*ROWS[1], "", "", "B")], order=None)
    run = desk.quick("--json", several.name, "--reference", "X")
    assert (run.status, run.problems[0]["code"]) == (1, "reference-ambiguous")


def test_a_csv_with_the_order_on_its_first_row_takes_the_option(desk, sandbox):
    labels = [label for label in ORDER if label.startswith(("Reference", "Delivery"))]
    first = ["Anna", "ANNA", "7", "M", "298791", *(ORDER[label] for label in labels)]
    lines = [["Player", "Name", "Number", "Size", "Design", *labels], first, ["Bo", "BO", "8", "L", "298791"]]
    (desk.folder / "club.csv").write_text("\n".join(";".join(line) for line in lines), encoding="utf-8")
    run = desk.quick("--json", "club.csv", "--reference", "X")
    assert (run.status, [order["body"]["reference"] for order in sandbox.orders()]) == (0, ["X"]), run.problems


def test_a_reference_no_row_belongs_to_is_said(desk):
    desk.build(rows=[(*row, "", "", "ZZ") for row in ROWS], order={**ORDER, "Reference": "A"})
    run = desk.quick("check", "--json", "club.xlsx")
    assert said(run) == [("warning", "order-without-rows", "B1")]


def test_labels_that_are_not_used_are_said(desk):
    desk.build(rows=ROWS, order=[*ORDER.items(), ("Delivery adress 2", "c/o"), ("Comment", "another")])
    run = desk.quick("check", "--json", "club.xlsx")
    assert [problem["message"] for problem in run.problems] == [
        "“Delivery adress 2” is no label of the Order sheet, so “c/o” is not used. Did you mean Delivery address?",
        "“Comment” stands here a second time, so “another” is not used.",
    ]


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "“Klub” says the same as “Delivery name” at A6, so “Viborg FF” is not used. Leave the one that is meant."),
        ("da", "”Klub” siger det samme som ”Delivery name” i A6, så ”Viborg FF” bruges ikke. Lad kun det stå, "
         "der er ment."),
        ("de", "„Klub“ sagt dasselbe wie „Delivery name“ in A6, daher wird „Viborg FF“ nicht verwendet. Bitte nur das "
         "stehen lassen, was gemeint ist."),
    ],
)  # fmt: skip
def test_two_labels_that_mean_one_thing_are_said_with_both_their_words(offline, language, message):
    offline.build(rows=ROWS, order=[*ORDER.items(), ("Klub", "Viborg FF")])
    assert message in offline.quick("check", "club.xlsx", "--language", language).out


@pytest.mark.parametrize(
    ("label", "value", "message"),
    [
        (
            "Straße",
            "Stadionvej 1",
            "“Straße” says “Stadionvej 1”, and “Delivery address” at A7 says “Stadium Road 1”: the order can be sent to one of "
            "them only. Delete the one that is not meant.",
        ),
        (
            "Stadt",
            "Aarhus",
            "“Stadt” says “Aarhus”, and “Delivery city” at A9 says “Viborg”: the order can be sent to one of them only. Delete "
            "the one that is not meant.",
        ),
    ],
)
def test_two_places_to_send_it_to_stop_the_file(offline, label, value, message):
    offline.build(rows=ROWS, order=[*ORDER.items(), (label, value)])
    run = offline.quick("check", "--json", "club.xlsx")
    assert [(p["level"], p["code"], p["message"]) for p in run.problems] == [("error", "address-twice", message)]


def test_the_same_said_twice_is_no_problem(offline):
    offline.build(rows=ROWS, order=[*ORDER.items(), ("Straße", "stadium road 1"), ("Ort", "Viborg")])
    assert offline.quick("check", "--json", "club.xlsx").problems == []


def test_the_club_beside_a_street_is_who_receives_it(desk, sandbox):
    order = {key: text for key, text in ORDER.items() if not key.startswith("Delivery")}
    place = {
        "Lieferadresse": "SV Nord 1920 e.V.",
        "Straße": "Am Kai 3a",
        "PLZ": "24103",
        "Ort": "Kiel",
        "Land": "Deutschland",
    }
    desk.build(rows=ROWS, order=[*order.items(), *place.items()])
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.problems) == (0, [])
    assert sandbox.orders()[0]["body"]["deliveryAddress"] == {
        "name": "SV Nord 1920 e.V.", "address": "Am Kai 3a", "zip": "24103", "city": "Kiel", "country": "DE"
    }  # fmt: skip


@pytest.mark.parametrize("again", ["Road 2", "Stadium road 1"])
def test_a_column_of_the_order_sheet_that_says_another_street_stops_the_file(offline, again):
    offline.build(rows=ROWS, order=[[*ORDER, "Straße"], [*ORDER.values(), again]])
    codes = [problem["code"] for problem in offline.quick("check", "--json", "club.xlsx").problems]
    assert codes == (["address-twice"] if again == "Road 2" else [])


def test_storage_without_a_logo_and_quantities_nobody_means(desk):
    desk.build(rows=(("A", "A", "1", "M", 1, "Away kit", "", 5), ("B", "B", "2", "M", 1000000000, "Away kit")))
    run = desk.quick("--json", "club.xlsx")
    assert said(run) == [("error", "storage-without-logo", "H2"), ("error", "quantity-too-large", "E3")]


def test_columns_that_are_not_used_are_said_to_people(desk):
    desk.build(rows=[(*row, "", "", "", "North") for row in ROWS], headings=(*HEADINGS, "School"))
    assert "  Not ordered: School (no part of an order).\n" in desk.quick("check", "club.xlsx").out


def test_a_number_for_the_loose_logo_of_a_bare_garment(desk, sandbox):
    catalogue = (
        ("Title", "Kind", "ID", "Type", "Placeholders"),
        ("Bare", "design", 299571, "", "none"),
        ("Nums", "logo", 494679, "NumberLogo", ""),
    )
    desk.build(rows=(("A", "", "24", "M", 1, "Bare", "Nums"),), catalogue=catalogue)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.problems) == (0, [])
    body = sandbox.orders()[0]["body"]
    assert body["designs"][0]["instances"] == [{"size": "M", "quantity": 1}]
    assert body["logos"] == [{"logoId": 494679, "digits": [{"digit": "24", "quantity": 1}]}]


def test_a_rehearsal_stands_in_nobodys_way(desk, sandbox):
    desk.build(rows=ROWS)
    assert desk.quick("--sandbox", "club.xlsx").status == 0
    assert desk.quick("--json", "club.xlsx").file["status"] == "placed"
    assert len(sandbox.orders()) == 1


def test_two_files_with_one_reference_in_one_command(desk, sandbox):
    desk.build("a.xlsx", rows=ROWS)
    desk.build("b.xlsx", rows=ROWS[:1])
    run = desk.quick("--json", "a.xlsx", "b.xlsx")
    assert run.status == 1
    first, second = run.json["files"]
    assert (first["status"], second["status"]) == ("placed", "problems")
    assert [problem["message"] for problem in second["problems"]] == [
        "Reference PO-2026-0042 is also that of another order, in a.xlsx. Different here: −2 × Away kit L BO 10. Give this "
        "order a reference of its own."
    ]


def test_a_conflict_that_passes_is_waited_for(desk, sandbox):
    desk.build(rows=ROWS)
    sandbox.ask_for("place:status=409*2")
    assert desk.quick("club.xlsx").status == 0
    assert len(sandbox.orders()) == 1


def test_a_conflict_says_that_something_may_stand_there(tmp_path):
    with start(SandboxOptions(delay=0.05, kitmaker=KitMakerSwitches(other_body="409"))) as sandbox:
        desk = connected(tmp_path, sandbox.url)
        desk.build(rows=ROWS)
        desk.quick("club.xlsx")
        (tmp_path / "ledger.sqlite3").unlink()
        desk.build(rows=ROWS[:1])
        run = desk.quick("--json", "club.xlsx")
        assert run.file["orders"][0]["error"].endswith(
            "It knows this key or reference already: an order of that name may stand there. Look at it there first. If it is "
            "another, give this order a reference of its own, or order it all the same with --new-order."
        )
        assert len(sandbox.orders()) == 1


def test_a_failed_order_says_how_to_order_again(desk):
    desk.build(rows=ROWS, order={**ORDER, "Reference": "PO [fail]"})
    assert "    It is ordered again only if the roster changes, or with --new-order.\n" in desk.quick("club.xlsx").out


def test_a_column_of_an_order_table_that_says_nothing_is_said(desk):
    order = (
        (
            "Reference",
            "Delivery name",
            "Delivery address",
            "Delivery zip",
            "Delivery city",
            "Delivery country",
            "Coment",
        ),
        ("T-1", "Club", "Road 1", "8800", "Viborg", "DK", "please hurry"),
    )
    desk.build(order=order)
    run = desk.quick("--json", "check", "club.xlsx")
    assert [(one["code"], one["sheet"], one["cell"], one["message"]) for one in run.problems] == [
        ("label-unused", "Order", "G1", "“Coment” is no label of the Order sheet, so “please hurry” is not used. Did you mean "
         "Comment?"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "headings",
    [
        "Spieler;Aufdruck;Nummer;Größe;Design;Referenz;Lieferung an;Lieferadresse;PLZ;Ort;Land",
        "Spiller;Tryk;Nummer;Størrelse;Design;Reference;Levering til;Leveringsadresse;Postnummer;By;Land",
    ],
)
def test_what_the_order_sheet_calls_its_labels_may_head_columns_of_a_csv(desk, sandbox, headings):
    row = "Ann;Ann;7;M;298791;T-1;Club;Road 1;8800;Viborg;Dänemark"
    (desk.folder / "club.csv").write_text(f"{headings}\n{row}\n", encoding="utf-8")
    run = desk.quick("--json", "club.csv")
    assert run.status == 0, run.out
    (order,) = sandbox.orders()
    assert order["body"]["deliveryAddress"] == {
        "name": "Club", "address": "Road 1", "zip": "8800", "city": "Viborg", "country": "DK"
    }  # fmt: skip


def test_a_players_own_address_is_not_taken_for_the_orders(desk):
    (desk.folder / "club.csv").write_text(
        "Player;Name;Number;Size;Design;Address;Zip;City;Country\nAnn;Ann;7;M;299571;Her road;1;Her town;DK\n",
        encoding="utf-8",
    )
    run = desk.quick("--json", "check", "--reference", "T-1", "club.csv")
    assert [one["code"] for one in run.problems if one["level"] == "error"] == ["delivery-missing"]


DETAILS = "Ordrenummer;Leveringsnavn;Leveringsadresse;Postnr;By;Land"


def details_csv(desk):
    (desk.folder / "club.csv").write_text(
        f"Spiller;Navn på ryg;Nummer;Størrelse;Design;{DETAILS};Skole\n"
        "Ann;Ann;7;M;298791;T-1;Club;Road 1;8800;Viborg;Danmark;Nord\n",
        encoding="utf-8",
    )


def understood(run):
    return {one["heading"]: (one["meaning"], one["of"]) for one in run.file["understood"][0]["columns"]}


def test_columns_that_carry_the_order_are_said_to_be_used(desk, sandbox):
    details_csv(desk)
    assert "  Not ordered: Skole (no part of an order).\n" in desk.quick("check", "club.csv", "--language", "en").out
    run = desk.quick("--json", "club.csv")
    assert {heading: understood(run)[heading] for heading in [*DETAILS.split(";"), "Skole"]} == {
        "Ordrenummer": ("order", None),
        "Leveringsnavn": ("order", "delivery-name"),
        "Leveringsadresse": ("order", "delivery-address"),
        "Postnr": ("order", "delivery-zip"),
        "By": ("order", "delivery-city"),
        "Land": ("order", "delivery-country"),
        "Skole": ("ignored", None),
    }
    assert sandbox.orders()[0]["body"]["deliveryAddress"]["zip"] == "8800"


def test_where_the_columns_are_asked_about_nothing_is_said_of_the_address_in_them(desk):
    details_csv(desk)
    text = (desk.folder / "club.csv").read_text(encoding="utf-8")
    (desk.folder / "club.csv").write_text(text.replace("Skole", "Sko").replace(";Nord", ";39"), encoding="utf-8")
    assert [one["code"] for one in desk.quick("check", "--json", "club.csv").problems] == ["column-unclear"]


def test_a_column_that_is_said_to_be_ignored_is_not_sent(desk):
    details_csv(desk)
    run = desk.quick("check", "--json", "--map", "Postnr=ignored", "club.csv")
    assert understood(run)["Postnr"] == ("ignored", None)
    assert [one["message"] for one in run.problems] == [
        "Delivery zip is missing. Fill it in on the Order sheet, or set [delivery] zip in the settings."
    ]


def test_the_layout_is_told_as_a_reader_counts_rows(desk):
    desk.build("once.xlsx", rows=ROWS)
    desk.build("twice.xlsx", rows=[(*row[:5], kit) for row in ROWS for kit in ("Away kit", "Home kit")])
    files = desk.quick("check", "--json", "once.xlsx", "twice.xlsx").json["files"]
    assert [file["understood"][0]["layout"] for file in files] == ["one-row-per-player", "long"]
