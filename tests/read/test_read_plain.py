"""Both ways to the cells of an .xlsx give the same ones; what is not plain is left to openpyxl."""

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Book
from openpyxl.styles import Font, PatternFill
from read_books import MAIN, package, raw_parts

from roster_import.errors import UnreadableFile
from roster_import.read.archive import Archive
from roster_import.read.options import Limits
from roster_import.read.xlsx.package import Package, taken_apart
from roster_import.read.xlsx.plain import plain_sheets
from roster_import.read.xlsx.row_text import RowText
from roster_import.read.xlsx.workbook import by_openpyxl

SHARED = Path(__file__).resolve().parents[3] / "shared"
LIMITS = Limits()

Facts = list[tuple[object, ...]]


def taken(content: bytes) -> Package:
    return taken_apart(Archive("club.xlsx", content, LIMITS))


def quickly(package: Package) -> Facts | None:
    """What the quick way reads; None where it hands over."""
    read = plain_sheets(package, "club.xlsx", LIMITS)
    return None if read is None else [(sheet, tuple(sheet.cells), notes) for sheet, notes in read]


def slowly(package: Package) -> Facts:
    return [(sheet, tuple(sheet.cells), notes) for sheet, notes in by_openpyxl(package, "club.xlsx", LIMITS)]


def both(content: bytes) -> Facts:
    """What both ways read, which has to be the same."""
    package = taken(content)
    read = quickly(package)
    assert read is not None
    assert read == slowly(package)
    return read


def of(sheet: str, **rest: str) -> bytes:
    return package(raw_parts(sheet, **rest))


def shown(content: bytes) -> dict[str, str]:
    """Address -> text of the first sheet, read in both ways."""
    cells = both(content)[0][1]
    assert isinstance(cells, tuple)
    return {cell.address: cell.text for cell in cells}


def files() -> list[Path]:
    return sorted(path for path in SHARED.rglob("*.xls[xm]") if path.is_file())


@pytest.mark.drill
@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora and cases are not beside this checkout")
def test_files_of_other_people_are_read_alike_in_both_ways():
    plain = 0
    readable = 0
    for path in files():
        try:
            package = taken(path.read_bytes())
        except UnreadableFile:
            continue
        readable += 1
        read = quickly(package)
        plain += read is not None
        assert read is None or read == slowly(package), path
    assert readable >= 80
    assert plain / readable > 0.75


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent / "written_by").glob("*.xlsx")), ids=lambda path: path.stem
)
def test_files_of_other_programs_are_plain_and_read_alike_in_both_ways(path: Path):
    assert any(sheet for sheet, *_ in both(path.read_bytes()))


ROWS = {
    "XlsxWriter": '<row r="1" spans="1:3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>7</v></c><c r="C1" s="2"/></row>'
    '<row r="3" spans="1:3" ht="20" customHeight="1" hidden="1"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>7</v></c></row>',
    "LibreOffice": '<row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" '
    'collapsed="false"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1" s="1" t="n"><v>7</v></c>'
    '<c r="C1" s="0" t="str"><f aca="false">A1&amp;&quot;!&quot;</f><v>Jones!</v></c></row>',
    "exceljs": '<row r="1" spans="1:2"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> Jones </t></is></c>'
    '<c r="B1" t="str"><f>1&gt;0</f><v></v></c></row>',
    "SheetJS": '<row r="1"><c r="A1" t="str"><v>O&apos;Neill &lt;b&gt; &#x17B;&#10;x</v></c><c r="B1" t="b"><v>1</v></c>'
    '<c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="n"><v>46000.5</v></c></row>',
    "POI": '<row r="1"><c r="A1" t="s" s="1"><v>1</v></c><c r="B1" s="2" t="n"><v>46000</v></c></row>',
    "pretty": '\n  <row r="1">\n    <c r="A1" t="s"><v>1</v></c>\n    <c r="B1"><v>2</v></c>\n  </row>\n  '
    '<row r="2">\n    <c r="B2"/>\n  </row>\n',
    "formulas": '<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><f>""</f><v/></c>'
    '<c r="D1"><f t="array" ref="D1">SUM(B1)</f><v>2</v></c></row>',
    "shared formulas": '<row r="1"><c r="A1"><f t="shared" ref="A1:A4" si="0">B1+$C$1</f><v>2</v></c></row>'
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>3.5</v></c><c r="B2" t="str"><f t="shared" si="7"/><v>of none</v></c></row>'
    '<row r="3"><c r="A3"><f t="shared" si="0"/></c><c r="B3" t="e"><f t="shared" si="0"></f><v>#REF!</v></c></row>'
    '<row r="4"><c r="A4" t="str"><f t="shared" si="0"/><v></v></c><c r="B4" t="b"><f t="shared" si="0"/><v>1</v></c></row>',
    "columns not in order": '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>',
    "numbers": '<row r="1"><c r="A1"><v>1E3</v></c><c r="B1"><v>-0.1</v></c><c r="C1"><v>12345678901234567890</v></c>'
    '<c r="D1" s="2"><v>-5</v></c><c r="E1" s="2"><v>9999999999</v></c><c r="F1"><v>1E999</v></c></row>',
    "nothing": "",
}  # fmt: skip
STRINGS = (
    '<si><t>Jones</t></si><si><t xml:space="preserve"> Ø_x0041_\n</t></si><si><r><rPr><b/><sz val="11"/></rPr><t>a</t></r>'
    "<r><t>b</t></r><rPh sb='0' eb='1'><t>c</t></rPh></si>"
).replace("<rPh sb='0' eb='1'><t>c</t></rPh>", "")
STYLES = (
    '<numFmts count="1"><numFmt numFmtId="170" formatCode="00"/></numFmts><fonts><font/><font><strike/></font></fonts>'
    '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="170" fontId="1"/><xf numFmtId="14" fontId="0"/></cellXfs>'
)


@pytest.mark.parametrize("shape", ROWS)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_sheets_as_programs_write_them_are_read_alike_in_both_ways(shape: str, prefix: str):
    rows = ROWS[shape]
    for name in ("row", "c", "v", "f", "is", "t") if prefix else ():
        rows = rows.replace(f"<{name}>", f"<{prefix}{name}>").replace(f"<{name} ", f"<{prefix}{name} ")
        rows = rows.replace(f"</{name}>", f"</{prefix}{name}>").replace(f"<{name}/>", f"<{prefix}{name}/>")
    root = f'<{prefix}worksheet xmlns{":x" if prefix else ""}="{MAIN}">'
    columns = f'<{prefix}cols><{prefix}col min="2" max="3" width="9.5" hidden="1"/></{prefix}cols>'
    merged = f'<{prefix}mergeCells><{prefix}mergeCell ref="A1:B1"/></{prefix}mergeCells>'
    parts: dict[str, str | bytes] = {**raw_parts("", strings=STRINGS, styles=STYLES)}
    for rest in ("", merged):
        body = f"{columns}<{prefix}sheetData>{rows}</{prefix}sheetData>{rest}"
        parts["xl/worksheets/sheet1.xml"] = f"{root}{body}</{prefix}worksheet>"
        both(package(parts))


@pytest.mark.parametrize(
    "rows",
    [
        '<row><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A1" t="str"><v></v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" dtr="0" r1="B1">B1</f><v>1</v></c></row>',
        '<row r="1"><!-- a comment --><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[x]]></t></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>x</t></r></is></c></row>',
        '<row r="1"><c r="A1"><v>1</v><extLst/></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c>stray</row>',
        '<row r="1"><c r="A1" t="d"><v>2026-05-04</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
        '<row r="1"><c r="A1" s="9"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v> 1 </v></c></row>',
        '<row r="1"><c r="A1" r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&unknown;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&#xFFFF;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>]]></v></c></row>',
        '<row r="1"><c r="A1" other:x="1"><v>1</v></c></row>',
        '<row r="1" ht="tall"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></row></c>',
        '<row r="1"><c r="A1" t="inlineStr"><v>1</v></c></row>',
    ],
)
def test_what_is_not_plain_is_handed_over(rows: str):
    assert quickly(taken(of(f"<sheetData>{rows}</sheetData>", strings=STRINGS, styles=STYLES))) is None


@pytest.mark.parametrize("formula", ["'Sheet", "((", '"a', "A1:", "", "XFD1048576+Z", "[1]!x", "{1,2"])
def test_a_shared_formula_that_nobody_can_read_has_its_results_all_the_same(formula: str):
    rows = (
        f'<row r="1"><c r="A1"><f ref="A1:A2" t="shared" si="0">{formula}</f><v>1</v></c></row>'
        "<row r=\"2\"><c r=\"A2\"><f t='shared' si='0'/><v>2</v></c><c r=\"B2\"><f si='0' t = 'shared'/></c></row>"
    )
    assert shown(of(f"<sheetData>{rows}</sheetData>")) == {"A1": "1", "A2": "2", "B2": ""}


def test_bytes_that_are_no_text_are_handed_over():
    parts: dict[str, str | bytes] = {**raw_parts("")}
    rows = b'<sheetData><row r="1"><c r="A1" t="str"><v>\xff</v></c></row></sheetData>'
    parts["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{MAIN}">'.encode() + rows + b"</worksheet>"
    assert quickly(taken(package(parts))) is None


def test_another_namespace_is_handed_over():
    assert quickly(taken(of("<sheetData/>", main="urn:something-else"))) is None


ODD_ROWS = {
    3: '<row r="3"><c r="A3" t="inlineStr"><is><t>no number</t></is></c></row>',
    700: '<row r="700" hidden="1"><c r="B700"><v>7</v></c><c r="A700" t="inlineStr"><is><t> A &amp; B_x000D_</t></is></c></row>',
    701: '<row r="701"><c r="A701" s="0"><f>1+1</f><v>2</v></c><c r="B701" s="0"><f>1/0</f></c></row>',
    900: '<row r="900"><c r="A900" t="inlineStr"><is><t></t></is></c><c r="B900"/></row>',
    901: '<row r="901"/>',
    1999: '<row r="1999" spans="1:2"> <c r="A1999" t="inlineStr"><is><t>spaced</t></is></c> </row>',
}


def of_many_rows(odd: dict[int, str]) -> str:
    usual = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>Ada {0}</t></is></c><c r="B{0}"><v>{1}</v></c></row>'
    return "".join(odd.get(row) or usual.format(row, row % 99) for row in range(1, 2000))


def test_rows_that_are_nearly_all_alike_are_read_alike_in_both_ways():
    cells = shown(of(f"<sheetData>{of_many_rows(ODD_ROWS)}</sheetData>"))
    assert (cells["A2"], cells["B2"]) == ("Ada 2", "2")
    assert "B3" not in cells
    assert (cells["A700"], cells["B700"], cells["A701"], cells["A1999"]) == ("A & B", "7", "2", "spaced")
    assert len(cells) == 2 * 1999 - 6


def test_rows_that_are_all_alike_are_taken_apart_at_once_and_others_between_them():
    alone = '<row r="700"><c r="B700" t="b"><v>1</v></c></row>'
    parts = RowText("").cells(of_many_rows({700: alone}))
    assert [(part.rows[0], part.rows[-1]) for part in parts] == [(1, 699), (700, 700), (701, 1999)]


@pytest.mark.parametrize(
    "row", ['<row r="700"><c r="B700"><v>1</v></c>x</row>', "<!-- here -->", '<row r="699"></row>']
)
def test_rows_among_which_something_else_stands_are_handed_over(row: str):
    assert quickly(taken(of(f"<sheetData>{of_many_rows({700: row})}</sheetData>"))) is None


def test_many_rows_are_read_alike_across_the_pieces_they_are_read_in():
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="str"><v>player {row:050}</v></c><c r="C{row}"><v>{row % 7}</v></c></row>'
        for row in range(1, 15_001)
    )
    texts = shown(of(f"<sheetData>{rows}</sheetData>"))
    assert len(texts) == 30_000
    assert texts["C15000"] == "6"


_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=("Cs", "Cc")), max_size=12)
_VALUES = st.one_of(
    _TEXTS,
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.datetimes(datetime(1900, 3, 1), datetime(2100, 1, 1)),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.times(),
    st.timedeltas(timedelta(0), timedelta(days=40)),
    st.sampled_from(
        ["=A1", '=""', "#REF!", "007", " padded ", "a\nb", "SÃ¸ren", "x\u200by", "_x000D_", "&amp;", "<b>", "]]>"]
    ),
)
_FORMATS = st.sampled_from(
    [
        "General",
        "00",
        "0.00",
        "dd/mm/yyyy",
        "h:mm",
        "[h]:mm:ss",
        '"#"0',
        "@",
        "0%",
        "d-mmm",
        "mm-dd-yy",
        "yyyy-mm-dd hh:mm",
    ]
)


_COLOURS = st.sampled_from(["", "FFFF00", "C00000", "FFFFFF"])


@settings(max_examples=60, deadline=None)
@given(
    cells=st.dictionaries(
        st.tuples(st.integers(1, 9), st.integers(1, 6)),
        st.tuples(_VALUES, _FORMATS, st.booleans(), _COLOURS),
        max_size=25,
    ),
    hidden=st.sets(st.integers(1, 9), max_size=3),
    since_1904=st.booleans(),
)
def test_whatever_is_in_the_cells_both_ways_read_it_alike(
    cells: dict[tuple[int, int], tuple[object, str, bool, str]], hidden: set[int], since_1904: bool
):
    book = Book()
    if since_1904:
        book.epoch = datetime(1904, 1, 1)
    sheet = book.active
    for (row, column), (value, code, struck, colour) in cells.items():
        cell = sheet.cell(row, column, value)
        if not isinstance(value, date | time | timedelta):
            cell.number_format = code
        cell.font = Font(strike=struck)
        if colour:
            cell.fill = PatternFill("solid", fgColor=colour)
    for row in hidden:
        sheet.row_dimensions[row].hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    both(buffer.getvalue())
