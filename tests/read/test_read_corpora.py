"""Every file that was ever awkward to somebody ends in rows or in one clear sentence, in bounded time."""

import csv
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from roster_import.errors import UnreadableFile
from roster_import.model.workbook import Workbook
from roster_import.read import Limits, read_workbook

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"

pytestmark = [
    pytest.mark.drill,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside this checkout"),
]

Outcome = Workbook | UnreadableFile

PASSWORD = "is protected with a password"
REFUSED = {
    **dict.fromkeys(
        [
            "nasty/msoffcrypto__example_password.xlsx",
            "nasty/msoffcrypto__rc4cryptoapi_password.xls",
            "nasty/edr__agile_AES256_SHA512_CBC_pwd_password.xlsx",
            "nasty/edr__agile_AES128_SHA1_CBC_pwd_password.xlsb",
            "nasty/poi__protected_passtika.xlsx",
            "nasty/poi__password.xls",
            "nasty/roo__encrypted-letmein.ods",
            "nasty/calamine__pass_protected.ods",
        ],
        "file-encrypted",
    ),
    **dict.fromkeys(
        [
            "nasty/openspout__attack_billion_laughs.xlsx",
            "nasty/openspout__attack_quadratic_blowup.ods",
            "nasty/poi__poc-xmlbomb-empty.xlsx",
            "nasty/poi__54764-2.xlsx",
        ],
        "file-unsafe",
    ),
    **dict.fromkeys(
        [
            "nasty/poi__duplicate-filename.xlsx",
            "nasty/poi__clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx",
            "nasty/poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-6419366255919104.xlsx",
            "nasty/poi__crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx",
            "nasty/poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-4819588401201152.xls",
            "nasty/calamine__OOM_alloc3.xls",
            "nasty/edr__Test_git_issue_382_oom.xls",
            "nasty/openspout__file_corrupted.ods",
            "nasty/openpyxl__null_archive.xlsx",
            "nasty/syn__sheet_xml_cut.xlsx",
        ],
        "file-damaged",
    ),
    **dict.fromkeys(
        [
            "nasty/calamine__too_small.xls",
            "nasty/edr__TestFail_Binary.xls",
            "nasty/edr__as3xls_BIFF2.xls",
            "nasty/sheetjs__minimal_112.numbers",
            "nasty/syn__html_saved_as.xls",
        ],
        "file-not-a-workbook",
    ),
    "nasty/openspout__file_with_no_sheets_in_workbook_xml.xlsx": "file-no-sheets",
    "nasty/syn__5000_columns.csv": "file-too-large",
    "nasty/syn__zipbomb_300MB_sheet.xlsx": "file-too-large",
    "nasty/poi__poc-shared-strings.xlsx": "file-too-large",
}
MAY_BE_REFUSED = {
    "nasty/openspout__one_sheet_with_invalid_xml_characters.xlsx",
    "nasty/openspout__file_with_sheet_xml_not_matching_content_types.xlsx",
    "nasty/poi__clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx",
    "nasty/poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-6537773940867072.xls",
}
GOOD = {"A2": "Anna Berg", "A3": "Søren Ø. Åse", "B2": "7", "B3": "10", "B4": "00", "B5": "07", "D5": "NÚÑEZ"}
SHOWN = {
    "nasty/syn__good_small.xlsx": GOOD,
    "nasty/syn__dimension_full_sheet.xlsx": GOOD,
    "nasty/syn__zip_path_traversal.xlsx": GOOD,
    "nasty/syn__unicode_text_utf16.csv": GOOD,
    "nasty/syn__excel_trailing_empty.csv": GOOD,
    "nasty/syn__sjis.csv": {"A1": "選手名", "B3": "０７", "C2": "Ｌ"},
    "nasty/syn__bidi_zwsp_nfd.csv": {"A3": "Anna", "A4": "José Nuñez", "A5": "Karl"},
    "nasty/syn__concatenated_bom.csv": {"A3": "Player", "A4": "Bo"},
    "nasty/syn__unclosed_quote.csv": {"A4": '"Carl', "B5": "10", "A6": "Eva"},
    "nasty/syn__nul_bytes.csv": {"A2": "Anna", "C3": "L"},
    "nasty/roo__zero-padded-number.xlsx": {"A2": "06083", "A3": "10083", "A4": "05010"},
    "nasty/poi__SampleSS.strict.xlsx": {"A1": "Test spreadsheet", "B2": "2nd row 2nd column"},
    "nasty/poi__sample.strict.xlsx": {"A1": "Lorem", "B1": "111"},
    "nasty/sheetjs__sheet_visibility_strict.xlsx": {"A1": "v", "A2": "118"},
    "nasty/sheetjs__phonetic_text.xlsx": {"A1": "漢字", "A2": "漢字withColor"},
    "nasty/calamine__inlineStr_cdata.xlsx": {"A1": "Hello CDATA", "A2": "12345"},
    "nasty/calamine__has_x000D_inline.xlsx": {"A1": "ABC DEF"},
    "nasty/edr__Test_FullWidthSpace.xlsx": {"A1": "text", "A2": "text", "A3": "text"},
    "nasty/edr__Test_git_issue_14_InvalidOADate.xlsx": {"A1": "#VALUE!"},
    "nasty/phpss__sep.csv": {"A1": "A", "B1": "1", "B2": "3"},
    "nasty/phpss__premiere.win1252.csv": {"A1": "première", "A2": "Quatrième"},
    "nasty/phpss__semicolon_separated.csv": {"C2": "25,5", "B3": "B|3", "C3": ":,:"},
    "nasty/edr__cp1252.csv": {"C3": "æøå"},
    "nasty/openspout__sheet_with_multiline_string.ods": {"A1": "string on multiple lines!"},
    "nasty/readxl__65536-rows-xls.xls": {"A65535": "HELLO", "A65536": "WORLD"},
    "nasty/tablib__errors.xls": {"A2": "#DIV/0!", "B2": "#NAME?", "C2": "#N/A", "D2": "#N/A"},
    "nasty/edr__Uncalculated.xls": {"A2": "1", "E2": "3"},
    "nasty/phpss__leading0.N0.ods": {"A1": "1234.56", "A2": "-12"},
    "nasty/sheetjs__text_and_numbers.xlsb": {"B2": "שלום", "A4": "1337"},
    "nasty/phpss__1904_Calendar.xlsx": {"A1": "2022-01-01", "B1": "2021-12-31"},
    "dialects/csvlint__cr-line-endings.csv": {"A3": "Qux", "C3": "Doge"},
    "dialects/csvparser__option-escape.csv": {"B2": 'some "escaped" value', "B3": '""'},
    "dialects/frictionless__leading-zeros.csv": {"A2": "01", "A3": "002", "A4": "00003"},
    "dialects/frictionless__escaping.csv": {"B2": "Test line 1", "B4": 'Test " line 3'},
    "dialects/clevercsv__sample5.csv": {"A1": "aaa", "B1": "bbb"},
}
NOTES = {
    "nasty/syn__unclosed_quote.csv": ("quote-unclosed", 4),
    "nasty/syn__nul_bytes.csv": ("characters-dropped", None),
    "nasty/syn__huge_field.csv": ("cell-too-long", 2),
    "nasty/syn__mojibake_double_utf8.csv": ("letters-garbled", 3),
}


def names() -> list[str]:
    with (CORPORA / "MANIFEST.tsv").open(encoding="utf-8", newline="") as manifest:
        return [row["file"] for row in csv.DictReader(manifest, delimiter="\t")]


def outcome(name: str) -> tuple[str, float, Outcome]:
    began = time.monotonic()
    try:
        result: Outcome = read_workbook(CORPORA / name)
    except UnreadableFile as refusal:
        result = refusal
    return name, time.monotonic() - began, result


@pytest.fixture(scope="module")
def outcomes() -> dict[str, tuple[float, Outcome]]:
    with ThreadPoolExecutor(2) as threads:
        return {name: (seconds, result) for name, seconds, result in threads.map(outcome, names())}


def test_every_file_ends_in_time_in_rows_or_a_sentence(outcomes: dict[str, tuple[float, Outcome]]) -> None:
    assert len(outcomes) > 150
    assert {name: seconds for name, (seconds, _) in outcomes.items() if seconds > Limits().seconds} == {}
    for name, (_, result) in outcomes.items():
        if isinstance(result, UnreadableFile):
            assert result.message.startswith(Path(name).name), name
            assert result.message.endswith("."), name
            assert "\n" not in result.message, name


def test_refused_are_those_that_should_be(outcomes: dict[str, tuple[float, Outcome]]) -> None:
    refused = {name: result.code for name, (_, result) in outcomes.items() if isinstance(result, UnreadableFile)}
    assert {name: code for name, code in refused.items() if name not in MAY_BE_REFUSED} == REFUSED


@pytest.mark.parametrize("name", SHOWN)
def test_cells_are_shown_as_expected(outcomes: dict[str, tuple[float, Outcome]], name: str) -> None:
    workbook = outcomes[name][1]
    assert isinstance(workbook, Workbook)
    shown = {cell.address: cell.text for cell in workbook.sheets[0].cells}
    assert {address: shown.get(address) for address in SHOWN[name]} == SHOWN[name]


@pytest.mark.parametrize("name", NOTES)
def test_what_was_not_right_is_told_of(outcomes: dict[str, tuple[float, Outcome]], name: str) -> None:
    workbook = outcomes[name][1]
    assert isinstance(workbook, Workbook)
    assert [(note.code, note.row) for note in workbook.notes] == [NOTES[name]]


def test_hidden_things_are_flagged(outcomes: dict[str, tuple[float, Outcome]]) -> None:
    strict = outcomes["nasty/sheetjs__sheet_visibility_strict.xlsx"][1]
    collapsed = outcomes["nasty/edr__CollapsedHide.xlsx"][1]
    assert isinstance(strict, Workbook)
    assert isinstance(collapsed, Workbook)
    assert [sheet.hidden for sheet in strict.sheets] == [False, True, True]
    assert (collapsed.sheets[0].hidden_rows, collapsed.sheets[0].hidden_columns) == ({4}, {1})


def test_the_same_table_in_five_encodings(outcomes: dict[str, tuple[float, Outcome]]) -> None:
    tables = [result for name, (_, result) in outcomes.items() if "csvparser__bench_" in name]
    assert len(tables) > 1
    for table in tables:
        assert isinstance(table, Workbook)
        assert [cell.text for cell in table.sheets[0].cells][:8] == ["a", "b", "c", "1", "2", "3", "4", "5"]
