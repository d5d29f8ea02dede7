import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roster_import.model.workbook import CellKind
from roster_import.read.cell_text import tidy, unescaped
from roster_import.read.xlsx.formats import shown_date, shown_duration, shown_number


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (7, "General", "7"),
        (10.0, "General", "10"),
        (7.5, "General", "7.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1e-7, "General", "0.0000001"),
        (1e20, "0.00E+00", "100000000000000000000"),
        (12345678901234567, "General", "12345678901234567"),
        (7, "00", "07"),
        (0, "00", "00"),
        (123, "00", "123"),
        (7.5, "00", "07.5"),
        (7, "@", "7"),
        (7, '"#"0', "#7"),
        (7, "\\#0", "#7"),
        (7, '0"."', "7."),
        (7, 'General" st"', "7 st"),
        (7, '"Nr. "00', "Nr. 07"),
        (1234, "00-00", "12-34"),
        (12, "000\\-00", "000-12"),
        (10, "0.00", "10"),
        (7.456, "0.00", "7.46"),
        (7.5, "0.00", "7.50"),
        (1.005, "0.00", "1.01"),
        (7.5, "0", "7.5"),
        (0.5, ".00", "0.50"),
        (1234567, "#,##0", "1234567"),
        (7, "0,", "7"),
        (0.5, "0%", "50%"),
        (0.125, "0.0%", "12.5%"),
        (1.5, "# ?/?", "1 1/2"),
        (0.75, "?/?", "3/4"),
        (2, "# ?/?", "2"),
        (5, "[$€-407] #,##0.00", "5"),
        (99.99, "$#,##0.00", "99.99"),
        (1234.5, '_-* #,##0.00\\ "kr."_-;-* #,##0.00\\ "kr."_-;_-* "-"??\\ "kr."_-;_-@_-', "1234.50"),
        (0, '_-* #,##0.00\\ "kr."_-;-* #,##0.00\\ "kr."_-;_-* "-"??\\ "kr."_-;_-@_-', "0"),
        (-5, "0;[Red]0", "-5"),
        (-5, "0_);(0)", "-5"),
        (5, "0_);(0)", "5"),
        (5, '[<10]"0"0;0', "05"),
        (15, '[<10]"0"0;0', "15"),
        (0, "0;-0;;@", "0"),
        (7, ";;;", "7"),
        (0, "#", "0"),
        (float("inf"), "0", "#NUM!"),
    ],
)
def test_a_number_reads_as_its_cell_shows_it(value: float, code: str, text: str) -> None:
    assert shown_number(value, code) == text


@given(st.integers(0, 10**9), st.integers(1, 12))
def test_zero_padding_keeps_the_number(number: int, width: int) -> None:
    assert shown_number(number, "0" * width) == str(number).zfill(width)


@given(
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text(st.sampled_from('0#?.,;%/E"\\-[]<> ;@G'), max_size=12),
)
@example(0.0, "[<.]")
def test_no_format_stops_the_reading(number: float, code: str) -> None:
    text = shown_number(number, code)
    assert any(char.isdigit() for char in text)


DAY = datetime.datetime(2025, 12, 10, 14, 5, 6)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("d-mmm", "10-Dec"),
        ("mmm-yy", "Dec-25"),
        ("yyyy-mm-dd", "2025-12-10"),
        ("dd/mm/yyyy;@", "10/12/2025"),
        ("[$-406]d. mmmm yyyy;@", "10. December 2025"),
        ("dddd", "Wednesday"),
        ("h:mm AM/PM", "2:05 PM"),
        ("mm:ss", "05:06"),
        ("mm-dd-yy", "2025-12-10 14:05"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2025-12-10 14:05"),
        ("General", "2025-12-10 14:05"),
    ],
)
def test_a_date_reads_as_its_format_says(code: str, text: str) -> None:
    assert shown_date(DAY, code) == (text, CellKind.DATE, "2025-12-10")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("yyyy\\-mm\\-dd\\ h:mm:ss", "2025-12-10"),
        ("dd.mm.yyyy hh:mm", "10.12.2025"),
        ("h:mm AM/PM dd/mm/yyyy", "10/12/2025"),
        ("dd/mm hh:mm yyyy", "10/12 00:00 2025"),
        ("h:mm", "0:00"),
        ("d-mmm", "10-Dec"),
    ],
)
def test_a_date_at_midnight_has_no_time(code: str, text: str) -> None:
    assert shown_date(datetime.datetime(2025, 12, 10), code) == (text, CellKind.DATE, "2025-12-10")


def test_a_time_of_day_is_no_date() -> None:
    assert shown_date(datetime.time(10, 12), "h:mm") == ("10:12", CellKind.NUMBER, None)
    assert shown_date(datetime.time(10, 12), "d-mmm") == ("10:12", CellKind.NUMBER, None)
    assert shown_duration(datetime.timedelta(hours=26, minutes=5), "[h]:mm:ss") == "26:05:00"
    assert shown_duration(-datetime.timedelta(minutes=65), "[h]:mm") == "-1:05"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("  Anna ", "Anna"),
        ("\u00a0Anna\u3000", "Anna"),
        ("\ufeffKarl\u200b", "Karl"),
        ("\u200d\u200b Bo\u200c ", "Bo"),
        ("A\u200bnna", "Anna"),
        ("Jens\u00a0Olsen", "Jens Olsen"),
        ("Jose\u0301", "José"),
        ("Anna\r\n  Berg", "Anna Berg"),
        ("Anna\tBerg", "Anna Berg"),
        ("山田　太郎", "山田　太郎"),
        ("SMITH", "SMITH"),
        ("Ab\u202egnp", "Ab\u202egnp"),
        ("None", "None"),
        (" ", ""),
    ],
)
def test_text_is_trimmed_and_never_rewritten(written: str, text: str) -> None:
    assert tidy(written) == text


@given(st.text())
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


def test_escapes_of_open_xml_are_decoded() -> None:
    assert unescaped("ABC_x000D_DEF") == "ABC\rDEF"
    assert unescaped("snake_case_xyz_") == "snake_case_xyz_"
