import sys
from pathlib import Path

import pytest
from read_books import package, read, refusal, texts

from roster_import.model.workbook import CellKind, FileFormat

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)


def ods(folder: Path, tables: str, styles: str = "") -> Path:
    path = folder / "club.ods"
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    path.write_bytes(package({"mimetype": mimetype, "content.xml": content}))
    return path


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def number(value: str, shown: str, kind: str = "float") -> str:
    return f'<table:table-cell office:value-type="{kind}" office:value="{value}">{p(shown)}</table:table-cell>'


@pytest.mark.parametrize(
    ("value", "shown", "kind", "text"),
    [
        ("7", "07", "float", "07"),
        ("7", "#7", "float", "#7"),
        ("10", "10,00", "float", "10"),
        ("1234", "1.234", "float", "1234"),
        ("1234.56", "1,235", "float", "1234.56"),
        ("7.5", "7,50", "float", "7.50"),
        ("0.5", "50 %", "percentage", "50 %"),
        ("12", "12 kr", "currency", "12"),
        ("0.30000000000000004", "0,3", "float", "0.3"),
    ],
)
def test_a_number_reads_as_its_cell_shows_it(tmp_path: Path, value: str, shown: str, kind: str, text: str) -> None:
    path = ods(
        tmp_path,
        f'<table:table table:name="A"><table:table-row>{number(value, shown, kind)}</table:table-row></table:table>',
    )
    assert texts(read(path)) == {"A1": text}


def test_repeats_merges_and_what_is_out_of_sight(tmp_path: Path) -> None:
    path = ods(
        tmp_path,
        """
        <table:table table:name="Roster">
          <table:table-column/><table:table-column table:visibility="collapse"/>
          <table:table-header-rows>
            <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
          </table:table-header-rows>
          <table:table-row table:number-rows-repeated="2" table:visibility="filter">
            <table:table-cell table:number-columns-repeated="2" table:style-name="gone">
              <text:p>Anna</text:p>
            </table:table-cell>
          </table:table-row>
          <table:table-row>
            <table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1">
              <text:p>Home</text:p>
            </table:table-cell>
          </table:table-row>
          <table:table-row table:number-rows-repeated="1048570">
            <table:table-cell table:number-columns-repeated="16384"/>
          </table:table-row>
        </table:table>
        <table:table table:name="Old" table:style-name="ta2"/>""",
        '<style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
    )
    workbook = read(path)
    assert workbook.format is FileFormat.LEGACY
    roster, old = workbook.sheets
    assert (roster.hidden, old.hidden) == (False, True)
    assert [(c.address, c.text, c.struck, c.merged) for c in roster.cells] == [
        ("A3", "Anna", True, None),
        ("B3", "Anna", True, None),
        ("A4", "Anna", True, None),
        ("B4", "Anna", True, None),
        ("A5", "Home", False, (6, 1)),
    ]
    assert roster.hidden_rows == {3, 4}
    assert roster.hidden_columns == {2}


def test_kinds_and_texts(tmp_path: Path) -> None:
    path = ods(
        tmp_path,
        '<table:table table:name="A"><table:table-row>'
        '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation>'
        "<text:p>An<text:span>na</text:span><text:s/>Berg</text:p></table:table-cell>"
        '<table:table-cell office:value-type="date" office:date-value="2025-12-10T00:00:00">'
        f"{p('10. Dez')}</table:table-cell>"
        f'<table:table-cell office:value-type="boolean" office:boolean-value="true">{p("WAHR")}</table:table-cell>'
        '<table:table-cell table:formula="of:=A9" office:value-type="string"><text:p>#REF!</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=A9"/>'
        "</table:table-row></table:table>",
    )
    assert [(c.text, c.kind, c.date) for c in read(path).sheets[0].cells] == [
        ("Anna Berg", CellKind.TEXT, None),
        ("10. Dez", CellKind.DATE, "2025-12-10"),
        ("TRUE", CellKind.BOOL, None),
        ("#REF!", CellKind.ERROR, None),
        ("", CellKind.UNCALCULATED, None),
    ]


def test_a_file_without_tables(tmp_path: Path) -> None:
    assert refusal(ods(tmp_path, "")) == (
        "file-no-sheets",
        "club.ods holds no sheet with cells: fill in the roster, save it and send it again.",
    )


def test_the_extra_is_named_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    path = tmp_path / "club.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le"))
    assert refusal(path) == (
        "reader-missing",
        'club.xls is an .xls file, which is read once you pip install "roster-import[legacy]"; '
        "or save it as .xlsx and send that.",
    )
