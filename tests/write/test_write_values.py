"""What is written reads back exactly: texts of every kind, numbers with their digits, days; the rest is untouched."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from featured_workbook import unpacked
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from roster_import.model.workbook import column_letter
from roster_import.write.ooxml.cells import CellEdit, NewSheet, SheetChange, address, box, column_number
from roster_import.write.ooxml.package import new_workbook, rewrite
from roster_import.write.ooxml.styles_part import format_of
from roster_import.write.ooxml.values import Epoch, plain_text, shortened, text_xml


def one_a_row(*values: object) -> bytes:
    """A workbook with one value a row."""
    rows = tuple((value,) for value in values)
    return new_workbook([NewSheet(name="A", rows=rows)])  # type: ignore[arg-type]


def written(*values: object) -> bytes:
    return unpacked(one_a_row(*values))["xl/worksheets/sheet1.xml"]


def read(*values: object) -> list[object]:
    book = load_workbook(io.BytesIO(one_a_row(*values)))
    return [book["A"].cell(row, 1).value for row in range(1, len(values) + 1)]


NASTY = [
    "=HYPERLINK(\"http://x.example\",\"a\")", "+1", "-1", "@x", "#REF!", "TRUE", "1e5", "007", " leading", "trailing ",
    "a\nb", "a\tb", "<b>&amp;</b>", "]]>", "<![CDATA[x]]>", "<!-- -->", "\"'",
    "é𝄞\u200b", "\ufeffx", "'quoted", "%s{0}",
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_text_stays_text(text: str) -> None:
    source = new_workbook([NewSheet(name="A", rows=((text,),), copied=True)])
    cell = load_workbook(io.BytesIO(source))["A"]["A1"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


def test_what_cannot_be_seen_is_shown_by_its_number_in_what_we_say() -> None:
    source = new_workbook([NewSheet(name="A", rows=(("\ufeffx\u200b",),))])
    assert load_workbook(io.BytesIO(source))["A"]["A1"].value == "[U+FEFF]x[U+200B]"


def test_every_character_xml_cannot_hold_is_escaped() -> None:
    every = "".join(map(chr, [*range(0x20), 0x7F, 0x85, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])) + "_x0041_ _x004_ __x0041_"
    text = text_xml(every)
    ElementTree.fromstring(f"<t>{text}</t>")
    assert text.startswith("_x0000__x0001_")
    assert "\t\n_x000B__x000C__x000D_" in text
    assert "_xD800__xDFFF__xFFFE__xFFFF__x005F_x0041_ _x004_ __x005F_x0041_" in text
    assert plain_text(ElementTree.fromstring(f"<t>{text}</t>").text or "") == every


@given(st.text())
def test_text_comes_back_as_it_was(text: str) -> None:
    assert plain_text(ElementTree.fromstring(f"<t>{text_xml(text)}</t>").text or "") == text


def test_text_longer_than_a_cell_is_cut_with_an_ellipsis() -> None:
    assert read("x" * 32_767, "x" * 32_768) == ["x" * 32_767, "x" * 32_766 + "…"]
    for text in ("𝄞" * 16_384, "x" + "𝄞" * 16_384):
        cut = shortened(text)
        assert cut.endswith("𝄞…")
        assert len(cut.encode("utf-16-le")) // 2 in (32_766, 32_767)


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        (Decimal("2817.03"), "2817.03"), (Decimal("25.0"), "25.0"),
        (Decimal("0.10000000000000000001"), "0.10000000000000000001"),
        (Decimal("1E+3"), "1E+3"), (Decimal("-0.00"), "-0.00"), (12345678901234567890, "12345678901234567890"),
        (0.1, "0.1"), (-5, "-5"),
    ],
)  # fmt: skip
def test_a_number_has_all_its_digits(value: Decimal | float, digits: str) -> None:
    assert f"<v>{digits}</v>".encode() in written(value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("2817.03"), "#,##0.00"), (Decimal("25.0"), "#,##0.0"),
        (Decimal(25), "#,##0"), (Decimal("1E+3"), "#,##0"),
        (Decimal("NaN"), None), (7, "0"), (7.5, None), (True, None), ("7", None), (None, None),
        (date(2026, 5, 1), "yyyy-mm-dd"), (datetime(2026, 5, 1), "yyyy-mm-dd hh:mm"),
    ],
)  # fmt: skip
def test_the_value_decides_how_it_is_shown(value: object, shown: str | None) -> None:
    assert format_of(value) == shown  # type: ignore[arg-type]


def test_what_is_no_number_in_a_sheet_is_text() -> None:
    assert read(Decimal("NaN"), float("inf"), date(1850, 1, 2), datetime(1899, 12, 31)) == [
        "NaN",
        "inf",
        "1850-01-02",
        "1899-12-31 00:00:00",
    ]


def test_nothing_is_no_cell() -> None:
    assert written(None, "", 1.5).count(b"<c ") == 1


@pytest.mark.parametrize(
    ("day", "from_1900", "from_1904"),
    [
        (date(1900, 1, 1), "1", None),
        (date(1900, 2, 28), "59", None),
        (date(1900, 3, 1), "61", None),
        (date(1904, 1, 1), "1462", "0"),
        (date(2026, 5, 1), "46143", "44681"),
        (datetime(2026, 5, 1, 6), "46143.25", "44681.25"),
        (datetime(2026, 5, 1, 23, 59, 59), "46143.9999884259", "44681.9999884259"),
    ],
)
def test_days_are_serial_numbers(day: date, from_1900: str, from_1904: str | None) -> None:
    assert Epoch().serial(day) == from_1900
    assert Epoch(from_1904=True).serial(day) == from_1904


@given(st.datetimes(min_value=datetime(1900, 3, 1), max_value=datetime(9999, 12, 31, 23, 59, 59)))
@settings(max_examples=20, deadline=None)
def test_moments_read_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert read(moment) == [moment]


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_addresses_there_and_back(column: int, row: int) -> None:
    assert column_number(column_letter(column)) == column
    assert box(address(row, column)) == (row, column, row, column)
    assert box(f"A1:{address(row, column)}") == (1, 1, row, column)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=6).filter(
    lambda text: not re.search(r"_x[0-9A-Fa-f]{4}_|[\ufffe\uffff]", text)
)
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), TEXTS, st.dates(date(1901, 1, 1), date(2200, 1, 1)),
    st.decimals(-10_000, 10_000, places=2),
)  # fmt: skip
CELLS = st.tuples(st.integers(1, 8), st.integers(1, 8))


def as_read(value: object) -> object:
    """What openpyxl makes of a value."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return datetime.combine(value, datetime.min.time())
    return value


@given(st.dictionaries(CELLS, VALUES, max_size=20), st.dictionaries(CELLS, VALUES, max_size=12), st.booleans())
@settings(max_examples=30, deadline=None)
def test_random_edits_read_back_and_leave_the_rest(
    there: dict[tuple[int, int], object], edits: dict[tuple[int, int], object], note: bool
) -> None:
    book = Workbook()
    for (row, column), value in there.items():
        cell = book.active.cell(row, column)
        cell.value = value
        cell.data_type = "s" if isinstance(value, str) else cell.data_type
    file = io.BytesIO()
    book.save(file)
    noted = "n" if note else None
    cells = {at: CellEdit(value=value, note=noted) for at, value in edits.items()}  # type: ignore[arg-type]
    after = load_workbook(io.BytesIO(rewrite(file.getvalue(), change=[SheetChange(name="Sheet", cells=cells)])))[
        "Sheet"
    ]
    expected = {**there, **edits}
    for row in range(1, 10):
        for column in range(1, 10):
            assert after.cell(row, column).value == as_read(expected.get((row, column)))
            assert (after.cell(row, column).comment is not None) == (note and (row, column) in edits)
