"""Bad input: one clear sentence each, the right exit status, nothing sent, no traceback, everything unharmed."""

from __future__ import annotations

import sqlite3

import pytest
from openpyxl import Workbook

from roster_import.model.layout import Meaning
from tests.conftest import CATALOGUE, HEADINGS, ORDER


def problems(run):
    return [(one["code"], one["sheet"], one["cell"], one["message"]) for one in run.file["problems"]]


def test_not_a_workbook(desk, sandbox):
    (desk.folder / "club.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"], run.file["orders"]) == (1, "problems", [])
    ((code, sheet, cell, message),) = problems(run)
    assert (sheet, cell) == (None, None)
    assert code
    assert "club.xlsx" in message
    assert sandbox.requests() == []


def test_an_empty_file_and_an_empty_workbook(desk):
    (desk.folder / "empty.xlsx").write_bytes(b"")
    Workbook().save(desk.folder / "blank.xlsx")
    for name in ("empty.xlsx", "blank.xlsx"):
        run = desk.quick("--json", name)
        assert (run.status, run.file["status"]) == (1, "problems"), name
        assert run.file["problems"][0]["level"] == "error"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "letter.txt",
            b"Hi Peter,\n\nthe players of the season.\nAnna needs a bigger size.\n\nRegards, Bo\n",
            "letter.txt is a text without a table, so there is no roster in it. Send the players as an Excel workbook (.xlsx), "
            "best of all in our template.",
        ),
        (
            "prices.csv",
            b"colour;price\nred;3\nblue;4\n",
            'No roster was found on "prices". A roster is a table with a row for each player or garment under headings such as '
            "Name, Number and Size. Add the headings above your players, or copy the players into our template: "
            "roster-import template.",
        ),
        (
            "blank.xlsx",
            None,
            "blank.xlsx is empty: no sheet of it holds anything. Fill in the roster, save the workbook and send it again.",
        ),
    ],
)
def test_a_file_without_a_roster_is_one_sentence_and_marks_nothing(desk, name, content, message):
    if content is None:
        Workbook().save(desk.folder / name)
    else:
        (desk.folder / name).write_bytes(content)
    run = desk.quick("--json", name)

    assert (run.status, run.file["problemsWorkbook"]) == (1, None)
    assert problems(run) == [("roster-missing", None, None, message)]
    assert list(desk.folder.glob("*.problems.*")) == []


def test_no_roster_sheet(desk):
    desk.build(rows=(), headings=())
    run = desk.quick("--json", "club.xlsx")
    assert run.status == 1
    assert run.file["problems"][0]["code"] == "roster-missing"


def test_headings_without_rows(desk):
    desk.build(rows=())
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, problems(run)) == (
        1,
        [
            (
                "roster-empty",
                "Roster",
                None,
                "Sheet Roster has headings but no rows beneath them. Fill in a row per garment.",
            )
        ],
    )


def test_a_missing_column_is_named_once_and_not_per_row(desk):
    desk.build(rows=[("A", "A", "1", "Home kit")] * 3, headings=("Player", "Name", "Number", "Design"))
    run = desk.quick("--json", "club.xlsx")
    assert problems(run) == [
        (
            "column-missing",
            "Roster",
            None,
            "Sheet Roster has no Size column, and a garment cannot be ordered without a size. Add a column headed Size.",
        )
    ]
    desk.build(rows=[("A", "A", "1", "M")], headings=("Player", "Name", "Number", "Size"))
    run = desk.quick("--json", "club.xlsx")
    assert [one["code"] for one in run.file["problems"]] == ["column-missing"]


def test_every_problem_of_a_file_in_one_pass_at_its_cell(desk, sandbox):
    rows = (
        ("A", "Smith", "1O", "M", 1, "Home kit"),
        ("B", "Jones", "7", "", 1, "Home kit"),
        ("C", "Brown", "8", "M", 0, "Home kit"),
        ("D", "Green", "9", "M", "two", "Hoem kit"),
        ("E", "White", "10", "M", -1, "Home kit"),
        ("F", "Black", "11", "M", 1, ""),
        ("G", "Grey", "12", "M", 1.5, "Home kit", "Number transfer"),
        ("H", "Pink", "", "M", 1, "", "Number transfer"),
        ("I", "Blue", "13", "M", 1, "", "Club Crest", "many"),
    )
    desk.build(rows=rows, order={**ORDER, "Delivery country": "Narnia", "Email": "nobody", "Delivery city": ""})
    run = desk.quick("--json", "club.xlsx")
    assert run.status == 1
    assert problems(run) == [
        ("number-not-digits", "Roster", "C2", "Number “1O” is not digits only. Write the number as digits, or leave it "
         "empty for none. Did you mean 10?"),
        ("size-missing", "Roster", "D3", "There is no size, and a garment cannot be ordered without. Fill in the size."),
        ("quantity-not-positive", "Roster", "E4", "Quantity “0” orders nothing. Write 1 or more, or delete the row."),
        ("quantity-not-whole", "Roster", "E5", "Quantity “two” is not a whole number. Write how many as digits; empty "
         "means 1. Did you mean 2?"),
        ("design-unknown", "Roster", "F5", "Design “Hoem kit” is not a title of the catalogue, a MUL code or a design "
         "id. Correct it, or add it to the Catalogue sheet. Did you mean Home kit?"),
        ("quantity-not-positive", "Roster", "E6", "Quantity “-1” orders nothing. Write 1 or more, or delete the row."),
        ("row-without-item", "Roster", "F7", "This row names neither a design nor a logo, so there is nothing to order "
         "for it. Fill in one, or delete the row."),
        ("quantity-not-whole", "Roster", "E8", "Quantity “1.5” is not a whole number. Write how many as digits; empty "
         "means 1."),
        ("number-missing", "Roster", "C9", "Number transfer is ordered by number, and this row has none. Fill in the "
         "number."),
        ("storage-quantity-not-whole", "Roster", "H10", "Storage quantity “many” is not a whole number of 0 or more. "
         "Correct it or empty it."),
        ("delivery-missing", "Order", "B9", "Delivery city is missing. Fill it in at Order!B9, or set [delivery] city in "
         "the settings."),
        ("country-unknown", "Order", "B10", "“Narnia” is not a country we know. Write its two-letter code, such as DK, "
         "or its name."),
        ("email-invalid", "Order", "B4", "“nobody” is not an e-mail address. Write one such as anna@example.com, or "
         "leave it empty."),
    ]  # fmt: skip
    first = run.file["problems"][0]
    assert first == {
        "level": "error", "code": "number-not-digits", "sheet": "Roster", "cell": "C2", "row": 2, "column": "Number",
        "value": "1O", "message": first["message"], "suggestion": "10",
        "rows": [{"sheet": "Roster", "row": 2}], "alike": [],
    }  # fmt: skip
    assert sandbox.requests() == []
    assert not (desk.folder / "club.results.xlsx").exists()


@pytest.mark.every(3)
@pytest.mark.parametrize("number", ["٧", "７", "²", "7\n", "7.5", "1e2", "TRUE", "-7", "+7", "7 8"])
def test_only_ascii_digits_are_a_number(desk, number):
    desk.build(rows=(("A", "A", number, "M", 1, "Home kit"),))
    run = desk.quick("--json", "club.xlsx")
    codes = [one["code"] for one in run.file["problems"]]
    assert codes == ([] if number == "7\n" else ["number-not-digits"]), "white space around a number is no part of it"


def test_no_delivery_address_and_no_reference(desk):
    desk.build(order=None)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, problems(run)) == (
        1,
        [
            ("identical-shirts", "Roster", "E5", "Quantity 5 makes 5 identical shirts with name “Smith” and number 10. Write 1, "
             "unless it is meant."),
            ("identical-shirts", "Roster", "E6", "Quantity 7 makes 7 identical shirts with name “Jones” and number 27. Write 1, "
             "unless it is meant."),
            ("reference-missing", None, None, "The order has no reference, by which it is known and never ordered twice. "
             "Give --reference, or add a sheet Order that says Reference."),
            ("delivery-missing", None, None, "There is no delivery address: Delivery name, Delivery address, Delivery zip, "
             "Delivery city, Delivery country are missing. Add a sheet Order that says them, or set them once under "
             "[delivery] in roster-import.toml."),
        ],
    )  # fmt: skip


def test_what_the_workbook_leaves_open_comes_from_option_and_settings(desk, sandbox):
    (desk.folder / "roster-import.toml").write_text(
        '[order]\nemail = "office@example.com"\n[delivery]\nname = "Club"\naddress = "Road 1"\nzip = "8800"\n'
        'city = "Viborg"\ncountry = "Danmark"\n',
        encoding="utf-8",
    )
    desk.build(order=None)
    assert desk.quick("club.xlsx", "--reference", "PO-9").status == 0
    body = sandbox.orders()[0]["body"]
    assert (body["reference"], body["email"]) == ("PO-9", "office@example.com")
    assert body["deliveryAddress"] == {
        "name": "Club",
        "address": "Road 1",
        "zip": "8800",
        "city": "Viborg",
        "country": "DK",
    }


def test_an_address_half_from_the_settings_is_pointed_out(desk):
    (desk.folder / "roster-import.toml").write_text('[delivery]\ncity = "Aarhus"\n', encoding="utf-8")
    desk.build(order={**ORDER, "Delivery city": ""})
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(one["level"], one["message"]) for one in run.problems] == [
        (
            "warning",
            "Delivery city were taken from the settings, the rest of the address from the sheet. Check that they belong "
            "together.".replace("were", "was"),
        )
    ]
    assert desk.quick("--json", "--no-accept-warnings", "club.xlsx").status == 1


def test_a_lone_name_column_is_never_guessed(desk, sandbox):
    rows = (("Anna Smith", "10", "M", "Away kit"), ("Bo Jones", "27", "L", "Away kit"))
    desk.build(rows=rows, headings=("Name", "Number", "Size", "Design"))
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, problems(run)) == (
        1,
        [
            (
                "print-name-unclear",
                "Roster",
                "A1",
                "Names stand in Name, and nothing says whether they are printed on the garments. Say so with --print-name "
                "as-written, --print-name surname or --print-name none, or add a column Name on shirt with what is printed.",
            )
        ],
    )
    for choice, names in (
        ("as-written", ["Anna Smith", "Bo Jones"]),
        ("surname", ["Smith", "Jones"]),
        ("none", [None] * 2),
    ):
        assert desk.quick("club.xlsx", "--print-name", choice, "--reference", choice).status == 0
        instances = sandbox.orders()[-1]["body"]["designs"][0]["instances"]
        assert [one.get("name") for one in instances] == names


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["nowhere.xlsx"], "There is no file nowhere.xlsx. Nothing was sent."),
        (["."], ". is a folder, not a workbook. Nothing was sent."),
        (["club.xlsx", "--colour"], "There is no option --colour. See roster-import --help."),
        (["check"], "FILES is missing. See roster-import --help."),
        (
            ["club.xlsx", "--output", "gone/x.xlsx"],
            "--output gone/x.xlsx: there is no folder gone. Make it, or name another.",
        ),
        (["club.xlsx", "--output", "x.pdf"], "--output x.pdf: a results workbook ends in .xlsx."),
        (
            ["club.xlsx", "--output", "club.xlsx"],
            "--output club.xlsx is the file itself, which is never changed. Name another.",
        ),
        (
            ["club.xlsx", "other.xlsx", "--output", "x.xlsx"],
            "--output x.xlsx is not a folder, and there are 2 files: name a folder that exists.",
        ),
        (
            ["club.xlsx", "--map", "Size"],
            '--map “Size” is not HEADING=MEANING, such as --map "Rückennr.=number". Meanings: '
            + f"{', '.join(Meaning)}.",
        ),
    ],
)
def test_wrong_usage(desk, sandbox, args, message):
    desk.build()
    desk.build("other.xlsx")
    run = desk.quick(*args)
    assert (run.status, run.out, run.err) == (2, "", f"roster-import: {message}\n")
    assert sandbox.requests() == []


def test_wrong_usage_in_json_is_still_one_document(desk):
    run = desk.quick("--json", "nowhere.xlsx")
    assert run.status == 2
    assert run.json == {
        "version": 1,
        "files": [],
        "error": {"message": "There is no file nowhere.xlsx. Nothing was sent.", "exitStatus": 2},
    }


def test_a_missing_key_is_said_before_anything_is_read(offline):
    offline.build()
    run = offline.quick("club.xlsx")
    assert run.status == 2
    assert run.err == (
        "roster-import: To place orders with kitmaker, set ROSTER_IMPORT_KITMAKER_URL and ROSTER_IMPORT_KITMAKER_API_KEY "
        "(or [kitmaker] url and api_key in roster-import.toml). Nothing was sent. To try it without an order system, add "
        "--sandbox.\n"
    )


def test_an_unknown_environment_name_is_pointed_out(offline):
    offline.build()
    offline.environment["ROSTER_IMPORT_POL_INTERVAL"] = "3"
    run = offline.quick("check", "club.xlsx")
    assert run.status == 0
    assert run.err == "roster-import: warning: ROSTER_IMPORT_POL_INTERVAL is no setting and does nothing.\n"


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"\0" * 4096])
def test_a_ledger_that_is_no_ledger_stops_everything_and_is_left_alone(desk, sandbox, content):
    ledger = desk.folder / "ledger.sqlite3"
    ledger.write_bytes(content)
    desk.build()
    run = desk.quick("club.xlsx")
    assert run.status == 2
    assert run.err.startswith(f"roster-import: The ledger {ledger} cannot be used: ")
    assert "Traceback" not in run.err
    assert ledger.read_bytes() == content
    assert sandbox.requests() == []


def test_a_ledger_of_a_newer_program_is_left_alone(desk, sandbox):
    ledger = desk.folder / "ledger.sqlite3"
    with sqlite3.connect(ledger) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    desk.build()
    run = desk.quick("club.xlsx")
    assert run.status == 2
    assert "was written by a newer roster-import (version 99 of its form" in run.err
    assert sandbox.requests() == []


def test_one_bad_file_does_not_keep_the_good_ones_from_being_placed(desk, sandbox):
    desk.build()
    desk.build("bad.xlsx", (("A", "A", "x", "M", 1, "Home kit"),), order={**ORDER, "Reference": "PO-bad"})
    run = desk.quick("--json", "club.xlsx", "bad.xlsx")
    assert run.status == 1
    assert [file["status"] for file in run.json["files"]] == ["placed", "problems"]
    assert len(sandbox.orders()) == 1


def test_a_catalogue_may_stand_in_a_file_of_the_settings(desk, sandbox):
    (desk.folder / "catalogue.csv").write_text(
        "Title;Kind;ID\nHome kit;design;299571\nAway kit;design;298791\n", encoding="utf-8"
    )
    (desk.folder / "roster-import.toml").write_text('[catalogue]\nfile = "catalogue.csv"\n', encoding="utf-8")
    desk.build(catalogue=None)
    assert desk.quick("club.xlsx").status == 0
    (desk.folder / "catalogue.csv").write_text("Size;Colour\nM;red\n", encoding="utf-8")
    run = desk.quick("club.xlsx")
    assert run.status == 2
    assert run.err == (
        "roster-import: The catalogue file of the settings, catalogue.csv: catalogue.csv holds no catalogue: there is no "
        "row with the headings Title and Kind. Correct the file, or the setting [catalogue] file.\n"
    )


@pytest.mark.parametrize(
    ("cell", "code", "message"),
    [
        ("151107", "logo-is-sku", "151107 is the SKU of a logo of the catalogue, not its id. Write sku:151107, or the logo's "
         "title. Did you mean Club Crest?"),
        ("Club Crst", "logo-unknown", "Logo “Club Crst” is not a title of the catalogue, sku:… or a logo id. Correct it, or "
         "add it to the Catalogue sheet. Did you mean Club Crest?"),
    ],
)  # fmt: skip
def test_logos_that_name_nothing(desk, cell, code, message):
    desk.build(rows=(("", "", "", "", 1, "", cell),))
    run = desk.quick("check", "--json", "club.xlsx")
    assert problems(run) == [(code, "Roster", "G2", message)]


def test_the_forms_in_which_designs_and_logos_are_named(desk, sandbox):
    rows = (
        ("", "", "", "M", 1, "home KIT; MUL327187"),
        ("", "Ann", "5", "M", 2, "298791", "sku:151107; Number transfer", 3),
    )
    desk.build(rows=rows, headings=HEADINGS, catalogue=CATALOGUE)
    assert desk.quick("club.xlsx").status == 0
    body = sandbox.orders()[0]["body"]
    assert body["designs"] == [
        {"designId": 299571, "instances": [{"size": "M", "quantity": 1}]},
        {"designMul": "MUL327187", "instances": [{"size": "M", "quantity": 1},
                                                  {"size": "M", "quantity": 2, "name": "Ann", "number": "5"}]},
    ]  # fmt: skip
    assert body["logos"] == [
        {"logoSku": "151107", "quantity": 2, "storageQuantity": 3},
        {"logoId": 494679, "digits": [{"digit": "5", "quantity": 2, "storageQuantity": 3}]},
    ]


def test_warnings_are_told_in_the_same_pass_as_errors(desk):
    """A missing size stops the file; that two players have one number is told at once, not when the size is there."""
    desk.build(rows=(
        ("Ann", "ANN", "7", "M", 1, "Home kit"), ("Bo", "BO", "7", "", 1, "Home kit"), ("Cy", "CY", "8", "L", 1, "Home kit"),
    ))  # fmt: skip
    run = desk.quick("check", "--json", "club.xlsx")
    assert run.status == 1
    assert [(one["level"], one["code"], one["cell"]) for one in run.file["problems"]] == [
        ("error", "size-missing", "D3"),
        ("warning", "number-twice", "C3"),
    ]
