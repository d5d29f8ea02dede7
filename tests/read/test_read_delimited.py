from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_books import read, refusal, small, texts

from roster_import.model.problem import Problem
from roster_import.model.workbook import Cell, FileFormat
from roster_import.read.text.records import Dialect, records, table


def written(folder: Path, text: str | bytes, name: str = "club.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


TABLE = {
    "A1": "Name",
    "B1": "Number",
    "C1": "Size",
    "A2": "Anna",
    "B2": "07",
    "C2": "M",
    "A3": "Bo",
    "B3": "1e5",
    "C3": "L",
}
ROWS = (("Name", "Number", "Size"), ("Anna", "07", "M"), ("Bo", "1e5", "L"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_any_delimiter_line_end_and_quoting(tmp_path: Path, delimiter: str, end: str, quote: str) -> None:
    text = end.join(delimiter.join(f"{quote}{cell}{quote}" for cell in row) for row in ROWS)
    workbook = read(written(tmp_path, text))
    assert workbook.format is FileFormat.CSV
    assert workbook.notes == ()
    assert workbook.sheets[0].name == "club"
    assert texts(workbook) == TABLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_any_encoding_of_unicode(tmp_path: Path, encoding: str) -> None:
    text = "Name;Nr\r\nSøren Ødegård;7\r\n"
    assert texts(read(written(tmp_path, text.encode(encoding)))) == {
        "A1": "Name",
        "B1": "Nr",
        "A2": "Søren Ødegård",
        "B2": "7",
    }


def test_rows_are_numbered_as_excel_numbers_them(tmp_path: Path) -> None:
    text = 'Name,Size\n\n"Anna\nBerg",M\n,\n\nBo,L\n'
    assert texts(read(written(tmp_path, text))) == {
        "A1": "Name",
        "B1": "Size",
        "A3": "Anna Berg",
        "B3": "M",
        "A6": "Bo",
        "B6": "L",
    }


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "\ufeffsep=;"])
def test_the_line_that_names_the_delimiter_is_no_row(tmp_path: Path, first: str) -> None:
    assert texts(read(written(tmp_path, f"{first}\r\nA,B;1\r\n"))) == {"A1": "A,B", "B1": "1"}


def test_a_comma_within_cells_is_not_the_delimiter(tmp_path: Path) -> None:
    text = "FC Eksempel, U12\nName;Price\nBerg, Anna;7,5\nSmith, Bo;8,5\n"
    assert texts(read(written(tmp_path, text)))["B3"] == "7,5"


def test_a_delimiter_that_is_named_is_taken(tmp_path: Path) -> None:
    path = written(tmp_path, "A:1\nB:2\nC:3\n")
    assert read(path).notes == (
        Problem(
            level="warning",
            code="delimiter-unknown",
            message='club.csv was read as a single column. Every row holds ":": if that divides its columns, add '
            '--delimiter ":".',
        ),
    )
    assert texts(read(path, delimiter=":")) == {"A1": "A", "B1": "1", "A2": "B", "B2": "2", "A3": "C", "B3": "3"}


def test_quotation_marks_escaped_by_a_backslash(tmp_path: Path) -> None:
    assert texts(read(written(tmp_path, 'a,b\n1,"some \\"escaped\\" value"\n')))["B2"] == 'some "escaped" value'


def test_blanks_before_a_quotation_mark(tmp_path: Path) -> None:
    assert texts(read(written(tmp_path, 'a, b\n1, "x, y"\n')))["B2"] == "x, y"


def test_an_unclosed_quotation_mark_swallows_no_row(tmp_path: Path) -> None:
    workbook = read(written(tmp_path, 'Name,Nr\n"Carl,9\nDora,10\nEva,11\n'))
    assert texts(workbook) == {
        "A1": "Name",
        "B1": "Nr",
        "A2": '"Carl',
        "B2": "9",
        "A3": "Dora",
        "B3": "10",
        "A4": "Eva",
        "B4": "11",
    }
    assert workbook.notes == (
        Problem(
            level="error",
            code="quote-unclosed",
            message="Row 2 opens a quotation mark that is not closed in the row: delete it or close it.",
            sheet="club",
            row=2,
        ),
    )


def test_a_quotation_mark_closed_rows_later_swallows_no_row(tmp_path: Path) -> None:
    workbook = read(written(tmp_path, 'Name,Nr\n"Carl,9\nDora,10\nEva",11\n'))
    assert texts(workbook)["A3"] == "Dora"
    assert [(note.code, note.row) for note in workbook.notes] == [("quote-unclosed", 2)]


def test_a_stray_quotation_mark_is_told_of(tmp_path: Path) -> None:
    workbook = read(written(tmp_path, 'Name,Nr\nAnna,"7" x\nBo "B" Berg,8\n'))
    assert texts(workbook)["A3"] == 'Bo "B" Berg'
    assert workbook.notes == (
        Problem(
            level="warning",
            code="quote-stray",
            message="Row 2 has a quotation mark in the middle of a cell: look whether its cells are right.",
            sheet="club",
            row=2,
        ),
    )


def test_many_unclosed_quotation_marks_cost_no_time(tmp_path: Path) -> None:
    workbook = read(written(tmp_path, "a,b\n" + '"x,1\n' * 5000))
    assert workbook.sheets[0].cells[-1].row == 5001


def test_links_and_braces_within_cells_are_just_text(tmp_path: Path) -> None:
    text = "Name,Photo\nAnna,https://docs.google.com/open?id=1\n{x},<b>\n"
    assert texts(read(written(tmp_path, text)))["B2"] == "https://docs.google.com/open?id=1"


def test_zeros_are_left_out_and_told_of(tmp_path: Path) -> None:
    workbook = read(written(tmp_path, b"Name,Nr\nAn\0na,7\n"))
    assert texts(workbook)["A2"] == "Anna"
    assert [note.message for note in workbook.notes] == [
        "club.csv holds characters of value zero, which were left out: look at the rows, or export it again."
    ]


def test_a_field_of_three_megabytes_is_an_error_at_its_cell(tmp_path: Path) -> None:
    workbook = read(written(tmp_path, 'Name,Nr\n"' + "A" * 3_000_000 + '",7\n'))
    assert [(note.code, note.cell) for note in workbook.notes] == [("cell-too-long", "A2")]


def test_too_many_columns(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, ",".join("x" * 30) + "\n"), limits=small(columns=20, cells=500)) == (
        "file-too-large",
        "club.csv has more cells than a roster ever has (at most 500 filled cells and 20 columns are read): "
        "send the sheet with the players as a file of its own.",
    )


def test_letters_that_were_lost_before_are_told_of(tmp_path: Path) -> None:
    workbook = read(written(tmp_path, "Name,Nr\nSÃ¸ren,7\nJosÃ©,8\nS\ufffdren,9\n"))
    assert [(note.code, note.cell, note.message, note.suggestion) for note in workbook.notes] == [
        (
            "letters-garbled",
            "A2",
            'A2 and 1 other cell look garbled: "SÃ¸ren" was probably "Søren". Export the file again as UTF-8.',
            "Søren",
        ),
        (
            "letters-garbled",
            "A4",
            'A4 looks garbled: a letter of "S\ufffdren" was lost. Type it again, or export the file again as UTF-8.',
            None,
        ),
    ]


def test_delimited_text_named_xls_is_read(tmp_path: Path) -> None:
    assert texts(read(written(tmp_path, "Name\tNr\nAnna\t7\n", "club.xls")))["B2"] == "7"
    assert refusal(written(tmp_path, "see attachment\n", "club.xls")) == (
        "file-not-a-workbook",
        "club.xls is a text without a table, not a workbook that can be read: type its players into an Excel workbook "
        "(.xlsx), best of all into our template, and send that.",
    )


@given(
    st.lists(st.lists(st.text(st.sampled_from("ab \t\"'\\;,\n\r\x07\u00a0"), max_size=4), max_size=4), max_size=8),
    st.sampled_from([";", ",", "\t"]),
)
def test_rows_that_are_read_at_once_are_those_read_one_by_one(rows: list[list[str]], delimiter: str):
    text = "\n".join(delimiter.join(row) for row in rows)
    dialect = Dialect(delimiter=delimiter)
    read = list(records(text, dialect))
    assert table(text, dialect).rows == [row.fields for row in read]
    assert table(text, dialect).troubles == {at: row.trouble for at, row in enumerate(read, 1) if row.trouble}


def test_rows_of_very_different_lengths_are_read_as_others_are(tmp_path: Path):
    rows = [["a"], ["b"] * 900, *([["c", "", " d"]] * 3000), ["e\u0007"]]
    path = written(tmp_path, "\n".join(";".join(row) for row in rows).encode())
    sheet = read(path).sheets[0]
    assert {row: len(cells) for row, cells in sheet.rows.items()} == {
        1: 1,
        2: 900,
        **dict.fromkeys(range(3, 3003), 2),
        3003: 1,
    }
    assert sheet.rows[3][3].text == "d"
    assert sheet.rows[3003][1] == Cell(row=3003, column=1, text="e", lost="\x07")
