"""The template as bytes: what is in it, what is not, and that it is the same everywhere."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
import sys
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from roster_import.check.countries import country_code
from roster_import.language.catalogues import LANGUAGES
from roster_import.language.messages import heading
from roster_import.language.translations import in_language
from roster_import.model.sheets import CATALOGUE, LOGOS, ORDER, ROSTER, SHEETS, heading_key
from roster_import.model.workbook import column_letter
from roster_import.read import ReadOptions
from roster_import.read.parse import parse
from roster_import.recognise.other_sheets import read_catalogue, read_other_sheets
from roster_import.write.template.plan import (
    COMMON_SIZES,
    LISTS,
    Plan,
    rivalling_placeholders,
    sizes_source,
    titles_source,
)
from roster_import.write.template.rules import country_names
from roster_import.write.template.workbook import LANGUAGE_PROPERTY, CatalogueRow, template_workbook

TEMPLATES = Path(__file__).parents[3] / "templates"
FILES = {"en": "roster.xlsx", "da": "roster.da.xlsx", "de": "roster.de.xlsx"}
HOME = CatalogueRow(title="Home kit", kind="design", id=1, code="MUL1", placeholders=("none",), sizes=("S", "M"))
AWAY = CatalogueRow(title="Away kit", kind="design", id=2, sizes=("128", "S", "M", "L"), price=Decimal("109.50"))
MATCH = CatalogueRow(
    title="Match kit",
    kind="design",
    id=3,
    placeholders=("NumberLogo 601001", "NumberLogo 601002", "NumberLogo 601001", "NameLogo 601003"),
    sizes=("M",),
)
CREST = CatalogueRow(title="Crest", kind="logo", id=4, code="151107", type="Logo")
SHORTS = CatalogueRow(title="Shorts number", kind="logo", id=601002, type="NumberLogo")
CATALOGUE_ROWS = (HOME, CREST, AWAY, MATCH, SHORTS)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def blank() -> dict[str, bytes]:
    return {language: template_workbook(language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def stocked() -> bytes:
    return template_workbook("en", CATALOGUE_ROWS, {"reference": "PO-2026-0042", "delivery-zip": "01067"})


@pytest.mark.parametrize("language", FILES)
def test_the_files_in_templates_are_what_it_writes(language: str, blank: dict[str, bytes]) -> None:
    assert parts((TEMPLATES / FILES[language]).read_bytes()) == parts(blank[language])


def test_the_same_input_gives_the_same_bytes(blank: dict[str, bytes]) -> None:
    assert template_workbook("da") == blank["da"]
    with zipfile.ZipFile(io.BytesIO(blank["da"])) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 1, 1, 0, 0, 0)}
    assert b"2026-01-01T00:00:00Z" in parts(blank["da"])["docProps/core.xml"]


def test_openpyxl_is_not_imported_before_it_is_needed() -> None:
    code = "import sys, roster_import.write.template.workbook; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_another_language_or_label_is_refused() -> None:
    with pytest.raises(ValueError, match=rf"^There is no template in 'fr', only in {', '.join(LANGUAGES)}\.$"):
        template_workbook("fr")
    with pytest.raises(ValueError, match=r"^The Order sheet has no label colour\.$"):
        template_workbook("en", (), {"colour": "red"})


# ------------------------------------------------------------------------------------------ nothing is data


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_template_holds_headings_and_nothing_else(language: str, blank: dict[str, bytes]) -> None:
    workbook = opened(blank[language])
    for kind in (ROSTER, LOGOS, CATALOGUE):
        rows = list(workbook[in_language(kind.name, language)].iter_rows(values_only=True))
        assert list(rows[0]) == [in_language(column.heading, language) for column in kind.columns]
        assert not any(value is not None for row in rows[1:] for value in row)
    order = workbook[in_language(ORDER.name, language)]
    assert [order.cell(row, 1).value for row in range(1, 13)] == [
        in_language(each.heading, language) for each in ORDER.columns
    ]
    assert not any(cell.value is not None for row in order.iter_rows(min_col=2) for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_template_is_read_as_empty(language: str, blank: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(blank[language])
    workbook = parse(path, ReadOptions())
    beside = read_other_sheets(workbook)
    assert workbook.notes == ()
    assert beside.names == {in_language(kind.name, language) for kind in (ORDER, LOGOS, CATALOGUE)}
    assert beside.order is not None
    assert beside.order.rows == ({},)
    assert beside.logos is not None
    assert beside.logos.rows == ()
    assert beside.catalogue is not None
    assert beside.catalogue.rows == ()
    assert [sheet.name for sheet in workbook.sheets if sheet.hidden] == [in_language(LISTS, language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_explanations_cannot_be_taken_for_headings(language: str, blank: dict[str, bytes]) -> None:
    sheet = opened(blank[language])[in_language(heading("How to"), language)]
    words = {key for kind in SHEETS for column in kind.columns for key in column.keys}
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.column for cell in cells} == {2}
    assert not words & {heading_key(str(cell.value)) for cell in cells}
    assert not any("{" in str(cell.value) or "**" in str(cell.value) for cell in cells)


def test_the_template_knows_its_language(blank: dict[str, bytes]) -> None:
    for language, content in blank.items():
        workbook = opened(content)
        assert workbook.properties.language == language
        assert workbook.custom_doc_props[LANGUAGE_PROPERTY].value == language


# ------------------------------------------------------------------------------------------- what is filled in


def test_the_catalogue_comes_back_as_it_was_given(stocked: bytes, tmp_path: Path) -> None:
    path = tmp_path / "stocked.xlsx"
    path.write_bytes(stocked)
    beside = read_other_sheets(parse(path, ReadOptions()))
    assert beside.catalogue is not None
    catalogue, problems = read_catalogue(beside.catalogue)
    assert problems == ()
    assert [(e.kind, e.title, e.id, e.code, e.sizes) for e in catalogue.entries] == [
        (row.kind, row.title, row.id, row.code, row.sizes) for row in CATALOGUE_ROWS
    ]
    assert Decimal(catalogue.entries[2].price or 0) == Decimal("109.50")
    assert catalogue.entries[3].placeholders.ids == {601001, 601002, 601003}
    assert beside.order is not None
    assert {key: cell.text for key, cell in beside.order.rows[0].items()} == {
        "reference": "PO-2026-0042",
        "delivery-zip": "01067",
    }


def test_a_placeholder_gets_a_column_where_name_and_number_do_not_tell(stocked: bytes) -> None:
    sheet = opened(stocked)["Roster"]
    assert [cell.value for cell in sheet[1]][9:] == ["Logo 601001", "Logo 601002"]
    assert "601002 (Shorts number)" in sheet["K1"].comment.text
    assert rivalling_placeholders(MATCH) == ("601001", "601002")
    pair = CatalogueRow(title="x", kind="design", placeholders=("NameLogo 494680", "NumberLogo 494679"))
    assert rivalling_placeholders(pair) == ()
    assert rivalling_placeholders(CatalogueRow(title="x", kind="design", placeholders=("name", "number"))) == ()


def test_what_looks_like_a_formula_stays_text() -> None:
    evil = CatalogueRow(title='=HYPERLINK("http://x","y")', kind="design", id=5, sizes=("=1+1",))
    workbook = opened(template_workbook("en", (evil,), {"comment": "=2+2", "reference": "+1"}))
    assert workbook["Catalogue"]["A2"].data_type == "s"
    assert workbook["Catalogue"]["G2"].data_type == "s"
    assert workbook["Order"]["B2"].data_type == "s"


def test_every_formula_has_its_result(stocked: bytes, blank: dict[str, bytes]) -> None:
    for content in (stocked, blank["de"]):
        lists = parts(content)["xl/worksheets/sheet6.xml"].decode()
        assert lists.count("<f>") == lists.count("</f><v>") > 200
    values = openpyxl.load_workbook(io.BytesIO(stocked), data_only=True)[LISTS]
    assert [[cell.value or "" for cell in row] for row in values["A1:J6"]] == [
        [1, "", "Home kit", "Crest", 2, "S", "M", "", "", ""],
        ["", 1, "Away kit", "Shorts number", "", "", "", "", "", ""],
        [2, "", "Match kit", " ", 4, "128", "S", "M", "L", ""],
        [3, "", " ", " ", 1, "M", "", "", "", ""],
        ["", 2, " ", " ", "", "", "", "", "", ""],
        ["", "", " ", " ", "", "", "", "", "", ""],
    ]
    assert [cell.value for cell in values[21][4:11]] == [4, "S", "M", "128", "L", " ", " "]


def test_a_blank_roster_has_lines_to_write_on_and_no_more_than_a_page_of_them(blank: dict[str, bytes]) -> None:
    for name, rows, last in (("Spielerliste", 28, "I"), ("Logos", 22, "F")):
        sheet = opened(blank["de"])[name]
        lined = [
            row for row in range(1, 210) if sheet[f"A{row}"].border.bottom.style and sheet[f"{last}{row}"].border.left
        ]
        assert lined == list(range(2, rows + 2))
        assert not any(cell.protection.locked for row in lined for cell in sheet[row])


def test_a_design_without_sizes_has_those_of_the_others_else_the_common_ones() -> None:
    bare = CatalogueRow(title="Bare", kind="design", id=8)
    for catalogue, sizes in (((bare, HOME), ["S", "M"]), ((bare,), list(COMMON_SIZES))):
        content = template_workbook("en", catalogue)
        row = openpyxl.load_workbook(io.BytesIO(content), data_only=True)[LISTS][1]
        assert [cell.value for cell in row[4 : 5 + len(sizes)]] == [len(sizes), *sizes]


# --------------------------------------------------------------------------------------- what helps while typing


def rules(content: bytes, sheet: str) -> dict[str, openpyxl.worksheet.datavalidation.DataValidation]:
    found = opened(content)[sheet].data_validations.dataValidation
    return {str(rule.sqref): rule for rule in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_excel_would_repair_is_not_there(language: str, blank: dict[str, bytes], stocked: bytes) -> None:
    contents = (blank[language], stocked) if language == "en" else (blank[language],)
    for content, kind in itertools.product(contents, SHEETS):
        for rule in rules(content, in_language(kind.name, language)).values():
            assert len(rule.promptTitle or "") <= 32
            assert len(rule.prompt or "") <= 255
            assert len(rule.error or "") <= 225
            assert len(rule.formula1 or "") <= 255


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_and_label_is_explained(language: str, blank: dict[str, bytes]) -> None:
    workbook = opened(blank[language])
    for kind in SHEETS:
        sheet = workbook[in_language(kind.name, language)]
        cells = sheet["A"] if kind is ORDER else sheet[1]
        for column, cell in zip(kind.columns, cells, strict=True):
            assert cell.comment.text == in_language(column.help, language) != ""


def test_drop_downs_warn_where_another_value_may_be_right(stocked: bytes) -> None:
    roster = rules(stocked, "Roster")
    assert {
        place: (rule.type, rule.errorStyle or "stop") for place, rule in roster.items() if rule.showErrorMessage
    } == {
        "C2:C1000": ("custom", "stop"),
        "D2:D1000": ("list", "warning"),
        "E2:E1000": ("whole", "stop"),
        "F2:F1000": ("list", "warning"),
        "G2:G1000": ("list", "warning"),
        "H2:H1000": ("whole", "stop"),
        "J2:J1000": ("custom", "stop"),
        "K2:K1000": ("custom", "stop"),
    }
    assert roster["F2:F1000"].formula1 == "Lists!$C$1:$C$8"
    assert roster["G2:G1000"].formula1 == "Lists!$D$1:$D$7"
    assert "OFFSET(Lists!$F$1,IFERROR(MATCH(" in roster["D2:D1000"].formula1


def test_nothing_is_warned_of_where_nothing_is_known(blank: dict[str, bytes]) -> None:
    roster = rules(blank["en"], "Roster")
    assert not any(roster[f"{letter}2:{letter}1000"].showErrorMessage for letter in "DFG")
    no_sizes = template_workbook("en", (CatalogueRow(title="Kit", kind="design", id=1),))
    roster = rules(no_sizes, "Roster")
    assert not roster["D2:D1000"].showErrorMessage
    assert roster["D2:D1000"].formula1.startswith("OFFSET(")
    assert roster["F2:F1000"].showErrorMessage


def test_plain_ranges_where_they_say_the_same() -> None:
    alike = Plan(language="en", catalogue=(HOME, CatalogueRow(title="B", kind="design", id=9, sizes=("S", "M"))))
    assert sizes_source(alike) == "Lists!$F$21:$J$21"
    assert titles_source(alike, "design") == "Lists!$C$1:$C$7"
    assert titles_source(Plan(language="en"), "logo").startswith("OFFSET(Lists!$D$1,0,0,")


def test_colours_are_rules_over_the_whole_column(stocked: bytes) -> None:
    formats = opened(stocked)["Roster"].conditional_formatting
    assert {str(each.sqref) for each in formats} == {
        "C2:C1000", "D2:D1000", "E2:E1000", "F2:F1000", "H2:H1000", "J2:J1000", "K2:K1000",
        "A2:K1000", "L2:N1000",
    }  # fmt: skip


def test_numbers_and_sizes_are_text_and_only_headings_are_locked(blank: dict[str, bytes]) -> None:
    sheet = opened(blank["en"])["Roster"]
    for letter in "CD":
        assert sheet.column_dimensions[letter].number_format == "@"
        assert sheet[f"{letter}2"].number_format == sheet[f"{letter}201"].number_format == "@"
    columns = [column_letter(index) for index in range(1, 11)]
    assert all(not sheet.column_dimensions[letter].protection.locked for letter in columns)
    assert all(cell.protection.locked for cell in sheet[1])
    assert not any(cell.protection.locked for row in sheet.iter_rows(min_row=2) for cell in row if cell.has_style)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not any(
        getattr(sheet.protection, each) for each in ("formatCells", "insertRows", "deleteRows", "sort", "autoFilter")
    )


def test_no_cell_hides_the_style_of_its_column(blank: dict[str, bytes], stocked: bytes) -> None:
    for number in (3, 4, 5):  # Roster, Logos, Catalogue
        for content in (blank["en"], stocked):
            cells = re.findall(r"<c ([^>]*)>", parts(content)[f"xl/worksheets/sheet{number}.xml"].decode())
            assert all(re.search(r'\bs="[1-9]', cell) for cell in cells)
    assert b'<row r="2"' not in parts(blank["en"])["xl/worksheets/sheet5.xml"]


def test_prices_of_the_catalogue_can_be_changed(stocked: bytes) -> None:
    cell = opened(stocked)["Catalogue"]["H4"]
    assert (cell.value, cell.number_format, cell.protection.locked) == (109.5, "0.00##", False)


def test_no_green_corner_on_numbers_kept_as_text(blank: dict[str, bytes]) -> None:
    sheet = parts(blank["en"])["xl/worksheets/sheet3.xml"].decode()
    assert '<ignoredErrors><ignoredError sqref="C2:C1000 D2:D1000" numberStoredAsText="1"/></ignoredErrors>' in sheet
    assert sheet.index("<headerFooter") < sheet.index("<ignoredErrors") < sheet.index("<legacyDrawing")


def test_it_prints_on_a4_with_its_headings(blank: dict[str, bytes]) -> None:
    workbook = opened(blank["de"])
    sheet = workbook["Spielerliste"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight, sheet.print_title_rows) == (1, 0, "$1:$1")
    assert sheet.freeze_panes == "B2"
    assert workbook.active.title == "Bestellung"
    assert [each.title for each in workbook.worksheets if each.sheet_view.tabSelected] == ["Bestellung"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_offered_is_understood(language: str) -> None:
    codes = [country_code(name) for name in country_names(language)]
    assert len(set(codes)) == len(codes) == 28
    assert None not in codes
