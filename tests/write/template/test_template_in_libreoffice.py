"""What a real spreadsheet program makes of the template: drop-downs that follow the design, colours that are right."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.formula.translate import Translator

from roster_import.model.sheets import CATALOGUE
from roster_import.write.template.workbook import CatalogueRow, template_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

pytestmark = [
    pytest.mark.drill,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

ALL = ("S", "M", "L", "116", "128")
# Player, Name, Number, Size, Quantity, Design; the colours of Number, Size, Quantity, Design; the sizes offered.
ROWS = (
    (("Anna", "A", "07", "S", 1, "Home kit"), ("", "", "", ""), ("S", "M", "L")),
    (("Bo", "B", "7", "S", 1, "Home kit"), ("", "", "", ""), ("S", "M", "L")),  # 7 is not 07
    (("Cy", "C", "9", None, 1, "Home kit"), ("orange", "yellow", "", ""), ("S", "M", "L")),
    (("Di", "D", "9", "M", 0, "home KIT"), ("orange", "", "red", ""), ("S", "M", "L")),
    (("Ed", "E", "9", "116", 2.5, "Away kit"), ("", "", "red", ""), ("116", "128")),  # another design
    (("Fy", "F", "1O", "S", "two", "Home kit; Away kit"), ("red", "", "red", ""), ("S", "M", "L")),
    (("Gu", "G", "1E2", "S", "3", "Away kit ; Home kit"), ("red", "", "", ""), ("116", "128")),
    (("Ho", None, None, None, None, None), ("", "", "", "yellow"), ALL),
    ((None, None, None, "L", 3, "Home kit"), ("", "", "", ""), ("S", "M", "L")),  # spare shirts
    (("Ib", "I", "5", "XL", None, "MUL999"), ("", "", "", ""), ALL),  # not in the catalogue
    (("Jo", "J", "6", "XL", None, "Third kit"), ("", "", "", ""), ALL),  # there, but without sizes
)
KIT = [
    ["Crest", "logo", "4", "151107", "Logo", None, None, None],
    ["Home kit", "design", "1", None, None, None, "S, M,L", None],
    [None, None, None, None, None, None, None, None],
    ["Away kit", "Design", "2", None, None, None, "116;128", None],
    ["Third kit", "design", "3", None, None, None, None, None],
]
Row = tuple[tuple[object, ...], tuple[str, ...], tuple[str, ...]]
COLOURS = {"00F8C4C0": "red", "00FCD9A8": "orange", "00FFF4BF": "yellow"}


def with_scratch(content: bytes) -> bytes:
    """A blank template filled in by hand, and a sheet that works out what its drop-downs and colours come to."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    for at, row in enumerate(KIT, start=2):
        for index, value in enumerate(row, start=1):
            workbook[CATALOGUE.name].cell(at, index, value)
    for at, (values, _, _) in enumerate(ROWS, start=2):
        for index, value in enumerate(values, start=1):
            workbook["Roster"].cell(at, index, value)
    fill_scratch(workbook.create_sheet("Scratch"), workbook["Roster"])
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def fill_scratch(scratch: Worksheet, roster: Worksheet) -> None:
    sizes = next(rule.formula1 for rule in roster.data_validations.dataValidation if str(rule.sqref) == "D2:D1000")
    rules = [(str(each.sqref), rule) for each in roster.conditional_formatting for rule in each.rules]
    for row in range(2, len(ROWS) + 2):
        formulas = [f'IFERROR(INDEX({sizes},1,{index})&"","")' for index in range(1, 8)]
        for place, rule in rules:
            colour = COLOURS.get(rule.dxf.fill.bgColor.rgb, "") if rule.dxf.fill else "line"
            formulas.append(f'IF({rule.formula[0]},"{place[0]} {colour}","")')
        for index, formula in enumerate(formulas, start=1):
            text = Translator(f"={formula}", "A2").translate_formula(f"A{row}").replace("$A2:", f"$A{row}:")
            scratch.cell(row, index, on_roster(text))


def on_roster(formula: str) -> str:
    """The formula as it reads from another sheet."""
    tokens = openpyxl.formula.Tokenizer(formula)
    for token in tokens.items:
        if token.type == "OPERAND" and token.subtype == "RANGE" and "!" not in token.value:
            token.value = f"Roster!{token.value}"
    return "=" + "".join(token.value for token in tokens.items)


def through_libreoffice(content: bytes, folder: Path) -> openpyxl.Workbook:
    (folder / "in.xlsx").write_bytes(content)
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
    ]
    subprocess.run(
        [*command, "--outdir", folder / "out", folder / "in.xlsx"], check=True, capture_output=True, timeout=120
    )
    return openpyxl.load_workbook(folder / "out" / "in.xlsx", data_only=True)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    return through_libreoffice(with_scratch(template_workbook("en")), tmp_path_factory.mktemp("filled"))


@pytest.mark.parametrize(("at", "row"), list(enumerate(ROWS, start=2)))
def test_sizes_follow_the_design(at: int, row: Row, filled: openpyxl.Workbook) -> None:
    offered = [cell.value or "" for cell in filled["Scratch"][at][:7]]
    assert tuple(offered[: len(row[2])]) == row[2]
    assert not any(offered[len(row[2]) :])


@pytest.mark.parametrize(("at", "row"), list(enumerate(ROWS, start=2)))
def test_colours_say_what_is_wrong(at: int, row: Row, filled: openpyxl.Workbook) -> None:
    shown = [str(cell.value).split(" ") for cell in filled["Scratch"][at][7:] if cell.value]
    found = {letter: colour for letter, colour in reversed(shown) if colour != "line"}
    assert tuple(found.get(letter, "") for letter in "CDEF") == row[1]


def test_a_catalogue_filled_in_by_hand_feeds_the_drop_downs(filled: openpyxl.Workbook) -> None:
    lists = filled["Lists"]
    assert [[str(cell.value or "").strip() for cell in row] for row in lists["A1:H5"]] == [
        ["", "1", "Home kit", "Crest", "", "", "", ""],
        ["1", "", "Away kit", "", "3", "S", "M", "L"],
        ["", "", "Third kit", "", "", "", "", ""],
        ["2", "", "", "", "2", "116", "128", ""],
        ["3", "", "", "", "5", "S", "M", "L"],
    ]


def test_what_is_added_to_a_catalogue_comes_into_the_drop_downs(tmp_path: Path) -> None:
    """A person gives the design its sizes, adds another design, a logo, and a size: the plain ranges follow."""
    kit = CatalogueRow(title="Home kit", kind="design", id=1, sizes=("S", "M"))
    workbook = openpyxl.load_workbook(io.BytesIO(template_workbook("en", (kit,))))
    sources = {str(rule.sqref): rule.formula1 for rule in workbook["Roster"].data_validations.dataValidation}
    added = (
        ["Home kit", "design", "1", None, None, None, "S, M, L", None],
        ["Away kit", "design", "2"],
        ["Crest", "logo", "3"],
    )
    for at, row in enumerate(added, start=2):
        for index, value in enumerate(row, start=1):
            workbook[CATALOGUE.name].cell(at, index, value)
    saved = io.BytesIO()
    workbook.save(saved)
    lists = through_libreoffice(saved.getvalue(), tmp_path)["Lists"]

    def offered(source: str) -> list[str]:
        cells = lists[source.removeprefix("Lists!").replace("$", "")]
        return [str(cell.value) for row in cells for cell in row]

    assert offered(sources["D2:D1000"]) == ["S", "M", "L", " ", " "]
    assert offered(sources["F2:F1000"]) == ["Home kit", "Away kit", " ", " ", " ", " "]
    assert offered(sources["G2:G1000"]) == ["Crest", " ", " ", " ", " "]


SEVERAL = ("NumberLogo 601001", "NumberLogo 601002", "NameLogo 601003")


@pytest.mark.parametrize("placeholders", [(), SEVERAL], ids=["plain", "with placeholders"])
def test_validations_colours_notes_and_texts_survive(placeholders: tuple[str, ...], tmp_path: Path) -> None:
    kit = CatalogueRow(title="Home kit", kind="design", id=1, placeholders=placeholders, sizes=("S", "M"))
    other = CatalogueRow(title="Away kit", kind="design", id=2, sizes=("L",))
    before = template_workbook("da", (kit, other))
    after = through_libreoffice(before, tmp_path)["Spillerliste"]
    sheet = openpyxl.load_workbook(io.BytesIO(before))["Spillerliste"]

    def lists(of: Worksheet) -> list[tuple[str, str, str]]:
        found = [rule for rule in of.data_validations.dataValidation if rule.type in ("list", "custom", "whole")]
        return sorted((str(r.sqref), r.type, r.formula1.replace(" ", "")) for r in found)

    assert lists(after) == lists(sheet)
    assert len(lists(after)) == (6 if not placeholders else 8)
    assert len(after.conditional_formatting) == len(sheet.conditional_formatting)
    assert after["C1"].comment.text == sheet["C1"].comment.text
    assert after.column_dimensions["C"].number_format == "@"
    assert after.sheet_state == "visible"
    assert after.protection.sheet


def test_letters_under_a_number_placeholder_are_red(tmp_path: Path) -> None:
    kit = CatalogueRow(title="Home kit", kind="design", id=1, placeholders=SEVERAL, sizes=("S", "M"))
    workbook = openpyxl.load_workbook(io.BytesIO(template_workbook("en", (kit,))))
    roster = workbook["Roster"]
    for at, text in enumerate(("07", "7O", None), start=2):
        roster.cell(at, 10, text)
    scratch = workbook.create_sheet("Scratch")
    (rule,) = next(each.rules for each in roster.conditional_formatting if str(each.sqref) == "J2:J1000")
    for row in range(2, 5):
        scratch.cell(row, 1, on_roster(Translator(f"={rule.formula[0]}", "A2").translate_formula(f"A{row}")))
    saved = io.BytesIO()
    workbook.save(saved)
    found = through_libreoffice(saved.getvalue(), tmp_path)["Scratch"]
    assert [found.cell(row, 1).value for row in range(2, 5)] == [False, True, False]
