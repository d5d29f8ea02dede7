"""`template --design … --logo …`: a catalogue from the order system, filled in by a coach, and ordered as it was meant."""

from __future__ import annotations

import json
import re
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.cell_style import StyleArray

from roster_import.language.catalogues import LANGUAGES
from roster_import.language.translations import in_language
from roster_import.model.catalogue import Placeholders
from roster_import.model.order import LogoKind
from roster_import.model.sheets import ORDER, ROSTER
from roster_import.sandbox import SandboxOptions, start
from roster_import.write.template.plan import Plan, placeholder_help
from roster_import.write.template.workbook import CatalogueRow, template_workbook
from tests.conftest import ORDER as ORDER_VALUES
from tests.conftest import connected

AWAY = ("Away kit", "design", "298791", "MUL327187", None, "NameLogo 494680, NumberLogo 494679", None, None)
MATCH_TITLE = "Match kit, numbers front and back"
MATCH = (
    MATCH_TITLE, "design", "300100", "MUL330100", None, "NumberLogo 601001, NumberLogo 601002, NameLogo 601003", None, None,
)  # fmt: skip
NUMBERS = ("Number transfer", "logo", "494679", "1019141", "NumberLogo", None, None, None)
TWO_KITS = ("--design", "298791", "--design", "300100", "--logo", "494679")


@pytest.fixture
def asking(tmp_path, sandbox):
    return connected(tmp_path, sandbox.url, ROSTER_IMPORT_OFFLINE="0")


@pytest.fixture
def catalogue_file(asking):
    """The user's own catalogue: a title and sizes for one design, and a design that the order system does not show."""
    rows = (
        "Title;Kind;ID;Code;Sizes;Price\nAuswärts;design;298791;;S, M,L;99\nOld kit;design;305000;;;\n;design;;MUL7;;\n"
    )
    (asking.folder / "own.csv").write_text(rows, encoding="utf-8")
    (asking.folder / "roster-import.toml").write_text('[catalogue]\nfile = "own.csv"\n', encoding="utf-8")


def catalogue(path, sheet="Catalogue"):
    rows = load_workbook(path)[sheet].iter_rows(min_row=2, values_only=True)
    return [row for row in rows if row[0]]


# -------------------------------------------------------------------------------------------------- what is asked for


def test_the_catalogue_holds_what_is_named_and_the_drop_downs_list_it(asking, sandbox):
    run = asking.quick("template", *TWO_KITS)
    assert (run.status, run.err) == (0, "")
    assert run.out == "roster.xlsx: fill in the sheets Order and Roster, then run roster-import roster.xlsx\n"
    workbook = load_workbook(asking.folder / "roster.xlsx")
    assert catalogue(asking.folder / "roster.xlsx") == [AWAY, MATCH, NUMBERS], (
        "the logos on the designs are not loose ones"
    )
    lists = {str(rule.sqref): rule.formula1 for rule in workbook["Roster"].data_validations.dataValidation}
    assert (lists["F2:F1000"], lists["G2:G1000"]) == ("Lists!$C$1:$C$7", "Lists!$D$1:$D$6")
    values = load_workbook(asking.folder / "roster.xlsx", data_only=True)["Lists"]
    assert [cell.value for cell in (*values["C"][:2], values["D1"])] == ["Away kit", MATCH_TITLE, "Number transfer"]
    assert {request["method"] for request in sandbox.requests()} == {"GET"}


def test_an_id_and_the_mul_of_the_same_design_are_one_row(asking):
    run = asking.quick("template", "--design", "MUL327187", "--design", "298791", "--design", "298791")
    assert (run.status, run.err) == (0, "")
    assert catalogue(asking.folder / "roster.xlsx") == [AWAY]


def test_a_code_whose_id_nobody_tells_is_said_and_listed(asking):
    run = asking.quick("template", "--design", "mul-327187", "--logo", "sku:777")
    assert run.status == 0
    assert run.err == "".join(
        f"roster-import: {code} is listed by its code alone, without a title: the order system has no look-up by item "
        "number, and nothing here tells its id. Name it by its id to have it whole.\n"
        for code in ("MUL327187", "sku:777")
    )
    assert catalogue(asking.folder / "roster.xlsx") == [
        ("MUL327187", "design", None, "MUL327187", None, None, None, None),
        ("777", "logo", None, "777", None, None, None, None),
    ]


def test_an_sku_is_looked_for_in_the_list_of_logos(asking, sandbox):
    run = asking.quick("template", "--logo", "sku:1019141")
    assert (run.status, run.err) == (0, "")
    assert catalogue(asking.folder / "roster.xlsx") == [NUMBERS]
    assert any(request["path"].startswith("/api/logos") for request in sandbox.requests())
    count = len(sandbox.requests())
    assert asking.quick("template", "again.xlsx", "--logo", "sku:1019141").status == 0
    assert len(sandbox.requests()) == count, "it is known by now"


def test_what_was_told_is_kept_and_used_offline(asking, sandbox):
    asking.quick("designs", "298791")
    asking.quick("logos", "494679")
    count = len(sandbox.requests())
    assert asking.quick("template", "--design", "MUL327187", "--logo", "494679").status == 0
    assert asking.quick("template", "off.xlsx", "--offline", "--design", "298791", "--logo", "sku:1019141").status == 0
    assert catalogue(asking.folder / "roster.xlsx") == catalogue(asking.folder / "off.xlsx") == [AWAY, NUMBERS]
    assert len(sandbox.requests()) == count


def test_options_may_stand_before_the_command_and_the_sandbox_needs_no_setting(offline):
    run = offline.quick("--sandbox", "--design", "298791", "template", "club.xlsx", "--language", "de")
    assert (run.status, run.err) == (0, "")
    assert catalogue(offline.folder / "club.xlsx", "Katalog") == [AWAY]


def test_the_users_own_title_and_sizes_win_and_a_price_is_nobodys_business(asking, catalogue_file):
    run = asking.quick("template", "--design", "298791", "--design", "MUL7", "--design", "305000")
    assert run.status == 0
    assert run.err == (
        "roster-import: The order system has no design 305000, or none that you may see. Old kit is listed as your own "
        "catalogue has it.\n"
    )
    assert catalogue(asking.folder / "roster.xlsx") == [
        ("Auswärts", "design", "298791", "MUL327187", None, "NameLogo 494680, NumberLogo 494679", "S, M, L", None),
        ("MUL7", "design", None, "MUL7", None, None, None, None),
        ("Old kit", "design", "305000", None, None, None, None, None),
    ]


def test_a_draft_is_listed_and_said(asking):
    run = asking.quick("template", "--design", "300900")
    assert run.status == 0
    assert run.err == (
        "roster-import: Third kit (draft) is a draft: it is listed, but cannot be ordered before it is finished.\n"
    )


def test_titles_say_which_design_is_meant(tmp_path):
    with start(SandboxOptions(catalogue=_stock(tmp_path, "Kit; long", "KIT, LONG", "", "Kit"))) as running:
        desk = connected(tmp_path, running.url, ROSTER_IMPORT_OFFLINE="0")
        assert desk.quick("template", *(part for n in (51, 52, 53, 54) for part in ("--design", n))).status == 0
    titles = [row[0] for row in catalogue(tmp_path / "roster.xlsx")]
    assert titles == ["Kit, long (MUL51)", "KIT, LONG (MUL52)", "MUL53", "Kit"]


def _stock(folder, *titles):
    designs = [
        {"designId": at, "designItemNo": f"MUL{at}", "title": title, "designLogos": [], "price": 1, "sizes": []}
        for at, title in enumerate(titles, start=51)
    ]
    stock = {"organizations": [{"id": 12345, "parentId": None}], "heating": {}, "designs": designs, "logos": []}
    (folder / "stock.json").write_text(json.dumps(stock), encoding="utf-8")
    return folder / "stock.json"


# ------------------------------------------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--design", "305000", "--logo", "1019141", "--design", "298791"),
            "The order system has no design 305000, or none that you may see. The order system has no logo 1019141, or none "
            "that you may see; an SKU is written sku:1019141. Nothing was written.",
        ),
        (("--design", "7", "--offline"), "Design 7 was never asked for. Leave --offline out. Nothing was written."),
        (("--logo", "7", "--offline"), "Logo 7 was never asked for. Leave --offline out. Nothing was written."),
        (
            ("--design", "Home kit"),
            "--design Home kit: a design is named by its id, such as 298791, or by its MUL, such as MUL327187.",
        ),
        (
            ("--logo", "MUL327187"),
            "--logo MUL327187: a logo is named by its id, such as 494679, or by its SKU, such as sku:1019141.",
        ),
        (
            ("--sandbox",),
            "A blank template asks the order system for nothing: name designs with --design or logos with --logo, or leave "
            "--sandbox out.",
        ),
        (
            ("--target", "jtl", "--design", "298791"),
            "Only kitmaker tells what it has; jtl has no designs to look at.",
        ),
    ],
    ids=["not there", "design offline", "logo offline", "no id", "no sku", "nothing named", "another system"],
)
def test_what_cannot_be_listed_leaves_no_file(options, said, asking):
    run = asking.quick("template", *options)
    assert (run.status, run.out, run.err) == (2, "", f"roster-import: {said}\n")
    assert not (asking.folder / "roster.xlsx").exists()


def test_an_order_system_that_is_not_set_up_is_said(offline):
    run = offline.quick("template", "--design", "298791")
    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "roster-import: To place orders with kitmaker, set ROSTER_IMPORT_KITMAKER_URL and ROSTER_IMPORT_KITMAKER_API_KEY "
        "(or [kitmaker] url and api_key in roster-import.toml). Nothing was sent. To try it without an order system, add "
        "--sandbox.\n"
    )


def test_an_order_system_that_does_not_answer_is_said_and_what_is_kept_is_used(asking, sandbox):
    asking.quick("designs", "300900")
    sandbox.ask_for("GET:503-bare*always")
    run = asking.quick("template", "--design", "298791")
    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "roster-import: The order system could not be asked: HTTP 503: Service Unavailable – The service is temporarily "
        "unavailable.\n"
    )
    run = asking.quick("template", "--design", "300900", "--design", "298791")
    assert run.status == 2
    assert run.err == (
        "roster-import: HTTP 503: Service Unavailable – The service is temporarily unavailable. What was known before is "
        "shown.\n"
        "roster-import: The order system did not tell of design 298791. Nothing was written.\n"
    )
    assert not (asking.folder / "roster.xlsx").exists()
    assert asking.quick("template", "--design", "300900").status == 0


def test_nothing_is_asked_where_the_template_could_not_be_written(asking, sandbox):
    (asking.folder / "roster.xlsx").write_text("mine", encoding="utf-8")
    run = asking.quick("template", "--design", "298791")
    assert run.err == (
        "roster-import: roster.xlsx is already there and was left alone. Give another name, or add --force.\n"
    )
    assert (run.status, sandbox.requests()) == (2, [])


# ------------------------------------------------------------------------------------------ a column per placeholder


@pytest.mark.every(3)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_placeholder_of_several_has_a_column_that_explains_itself(language, asking):
    assert asking.quick("template", "club.xlsx", "--language", language, *TWO_KITS).status == 0
    sheet = load_workbook(asking.folder / "club.xlsx")[in_language(ROSTER.name, language)]
    assert [cell.value for cell in sheet[1]][9:] == ["Logo 601001", "Logo 601002"], "the only NameLogo needs none"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    for letter, named in (("J", "601001 (Shirt number)"), ("K", "601002 (Shorts number)")):
        rule = rules[f"{letter}2:{letter}1000"]
        assert sheet[f"{letter}1"].comment.text == rule.prompt
        assert named in rule.prompt
        assert MATCH_TITLE in rule.prompt
        assert (rule.promptTitle, rule.type, rule.showErrorMessage) == (f"Logo {named[:6]}", "custom", True)
        assert sheet[f"{letter}2"].number_format == "@"
    coloured = {str(each.sqref) for each in sheet.conditional_formatting}
    assert {"J2:J1000", "K2:K1000", "A2:K1000"} <= coloured


def test_a_prompt_names_as_many_designs_as_excel_has_room_for():
    kits = tuple(
        CatalogueRow(
            title=f"Kit number {n:02} of the season", kind="design", placeholders=("NameLogo 11", "NameLogo 12")
        )
        for n in range(20)
    )
    plan = Plan(language="de", catalogue=kits, logo_titles={"11": "Vorn"})
    assert placeholder_help(plan, "12").count("Kit number") == 20
    short = placeholder_help(plan, "11", 255)
    assert len(short) <= 255
    assert short.count("Kit number") == 5
    assert short.endswith(", …: der Wert des Platzhalters 11 (Vorn). Leer: Aufdruck oder Nummer der Zeile gilt.")
    assert plan.number_placeholders == frozenset()


def test_the_how_to_explains_the_columns_too(tmp_path):
    kit = CatalogueRow(title="Kit {7} **x**", kind="design", placeholders=("NameLogo 11", "NameLogo 12"))
    (tmp_path / "x.xlsx").write_bytes(template_workbook("en", (kit,), logo_titles={"12": "Back"}))
    texts = [row[1] for row in load_workbook(tmp_path / "x.xlsx")["How to"].iter_rows(values_only=True)]
    (found,) = (text for text in texts if text and text.startswith("Logo 12."))
    assert found.startswith("Logo 12. Only for Kit {7} ")
    assert found.endswith(": the value of placeholder 12 (Back). Empty: the row’s name or number is used.")


def test_a_logo_nobody_tells_the_kind_of_stays_a_doubt(asking):
    assert asking.quick("template", "--design", "300120", "--design", "299571", "--design", "298791").status == 0
    cells = [row[5] for row in catalogue(asking.folder / "roster.xlsx")]
    assert cells == ["NameLogo 494680, 100113?", None, "NameLogo 494680, NumberLogo 494679"]
    told = Placeholders.parse(cells[0])
    assert (told.name, told.number) == (True, None)
    assert told.ids == {494680, 100113}
    assert told.kinds == ((494680, LogoKind.NAME),)
    assert Placeholders.parse("NameLogo 494680").number is False


@pytest.mark.every(3)
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_validations_are_classic_ones(language, asking):
    assert asking.quick("template", "club.xlsx", "--language", language, *TWO_KITS).status == 0
    with zipfile.ZipFile(asking.folder / "club.xlsx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    assert not [name for name, xml in parts.items() if "x14" in xml or "extLst" in xml or "2009/9/main" in xml]
    roster = parts["xl/worksheets/sheet3.xml"]
    validations = re.findall(r"<dataValidation .*?</dataValidation>|<dataValidation [^>]*/>", roster)
    assert len(validations) == int(re.findall(r'<dataValidations count="([0-9]+)"', roster)[0]) == 10
    assert all(len(text) <= 255 for text in re.findall(r"<formula1>(.*?)</formula1>", roster.replace("&quot;", '"')))
    order = [roster.index(f"<{part}") for part in ("sheetData", "sheetProtection", "autoFilter", "conditionalFormatting",
             "dataValidations", "printOptions", "pageSetup", "headerFooter", "ignoredErrors", "legacyDrawing")]  # fmt: skip
    assert order == sorted(order), "Excel repairs a sheet whose parts stand in another order"


def test_without_names_it_is_the_blank_template(offline):
    assert offline.quick("template", "--offline").status == 0
    assert (offline.folder / "roster.xlsx").read_bytes() == template_workbook("en")


# ------------------------------------------------------------------------------------------------------ there and back

ROWS = (
    {"player": "Emma", "name": "SØRENSEN", "number": "07", "size": "M", "design": MATCH_TITLE, "601002": "70"},
    {"player": "Ida", "name": "BACH", "number": "10", "size": "S", "quantity": 2, "design": f"Away kit; {MATCH_TITLE}",
     "601001": "010"},
    {"player": "Bo", "number": "9", "size": "L", "design": "Away kit", "logo": "Number transfer", "storage-quantity": 3},
    {"size": "XL", "quantity": 3, "design": MATCH_TITLE},
)  # fmt: skip
MEANT = [
    {"designId": 300100, "instances": [
        {"size": "M", "quantity": 1, "name": "SØRENSEN", "number": "07", "logoValues": [{"logoId": 601002, "value": "70"}]},
        {"size": "S", "quantity": 2, "name": "BACH", "number": "10", "logoValues": [{"logoId": 601001, "value": "010"}]},
        {"size": "XL", "quantity": 3},
    ]},
    {"designId": 298791, "instances": [
        {"size": "S", "quantity": 2, "name": "BACH", "number": "10"},
        {"size": "L", "quantity": 1, "number": "9"},
    ]},
]  # fmt: skip


def as_a_coach(path, language, rows=ROWS):
    """Fill in the template the way a coach does: below the headings, and beside the labels."""
    workbook = load_workbook(path)
    order, roster = workbook[in_language(ORDER.name, language)], workbook[in_language(ROSTER.name, language)]
    for at, column in enumerate(ORDER.columns, start=1):
        order.cell(at, 2).value = ORDER_VALUES.get(column.heading)
    keys = [column.key for column in ROSTER.columns]
    headings = {str(cell.value).removeprefix("Logo "): cell.column for cell in roster[1][len(keys) :]}
    places = {key: at for at, key in enumerate(keys, start=1)} | headings
    for at, row in enumerate(rows, start=2):
        for key, value in row.items():
            roster.cell(at, places[key]).value = value
    workbook.save(path)


@pytest.mark.every(3)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_coach_fills_in_is_ordered_as_it_was_meant(language, asking, sandbox):
    assert asking.quick("template", "club.xlsx", "--language", language, *TWO_KITS).status == 0
    as_a_coach(asking.folder / "club.xlsx", language)
    checked = asking.quick("check", "club.xlsx", "--json")
    assert checked.problems == []
    meanings = {column["heading"]: column for column in checked.file["understood"][0]["columns"]}
    for heading in ("Logo 601001", "Logo 601002"):
        assert (meanings[heading]["meaning"], meanings[heading]["of"]) == ("placeholder", heading.removeprefix("Logo "))
    assert sandbox.orders() == []
    run = asking.quick("club.xlsx", "--json")
    assert (run.status, run.file["status"]) == (0, "placed")
    (order,) = sandbox.orders()
    assert order["body"]["designs"] == MEANT
    assert order["body"]["logos"] == [
        {"logoId": 494679, "digits": [{"digit": "9", "quantity": 1, "storageQuantity": 3}]}
    ]
    assert run.file["orders"][0]["differences"] == []


@pytest.mark.every(3)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_pasted_over_it_with_other_formats_is_ordered_all_the_same(language, asking, sandbox):
    """As from another program: no formats, no drop-downs, no colours left, numbers as numbers, other fonts and borders."""
    assert asking.quick("template", "club.xlsx", "--language", language, *TWO_KITS).status == 0
    as_a_coach(asking.folder / "club.xlsx", language, ())
    workbook = load_workbook(asking.folder / "club.xlsx")
    sheet = workbook[in_language(ROSTER.name, language)]
    sheet.data_validations.dataValidation = []
    sheet.conditional_formatting = ConditionalFormattingList()
    pasted = (
        ("Emma", "SØRENSEN", "07", "M", 1, "away kit"),
        (" Ida ", "BACH\u00a0", 10, "S", 2.0, "MUL327187 "),
        ("Bo", None, "9", 152, "1", 298791),
        (None, None, None, "XL", 3, "Away kit"),
    )
    for at, row in enumerate(pasted, start=2):
        for index, value in enumerate(row, start=1):
            cell = sheet.cell(at, index, value)
            cell._style = StyleArray()
            cell.font, cell.fill = Font(name="Comic Sans MS", size=18), PatternFill("solid", start_color="FFFF00")
    workbook.save(asking.folder / "club.xlsx")
    run = asking.quick("club.xlsx", "--json")
    assert (run.status, run.file["status"]) == (0, "placed")
    (order,) = sandbox.orders()
    assert [(one["designId"], one["instances"]) for one in order["body"]["designs"]] == [(298791, [
        {"size": "M", "quantity": 1, "name": "SØRENSEN", "number": "07"},
        {"size": "S", "quantity": 2, "name": "BACH", "number": "10"},
        {"size": "152", "quantity": 1, "number": "9"},
        {"size": "XL", "quantity": 3},
    ])]  # fmt: skip


def test_letters_under_a_number_placeholder_are_found_without_asking_again(asking, sandbox):
    asking.quick("template", "club.xlsx", *TWO_KITS)
    as_a_coach(asking.folder / "club.xlsx", "en", [{**ROWS[0], "601002": "7O"}, {**ROWS[2], "601001": "9"}])
    found = asking.quick("check", "club.xlsx", "--offline", "--json").problems
    assert [(one["code"], one["cell"]) for one in found] == [
        ("placeholder-not-digits", "K2"),
        ("placeholder-unknown", "J3"),
    ]
