"""Sheets as strangers' programs write them: prefixes, missing numbers, empty tags, other encodings, locked up."""

# ruff: noqa: E501 - XML is long, as it is in a workbook

from __future__ import annotations

import io
import re
import warnings
import zipfile
from contextlib import suppress
from datetime import date
from xml.etree import ElementTree

import pytest
from featured_workbook import HEAD, MAIN, OFFICE, STYLES, featured, one_sheet, packed, parts, relations, unpacked
from openpyxl import Workbook, load_workbook

from roster_import.errors import WriteError
from roster_import.write.ooxml.cells import ERROR, HEADER, WRAPPED, CellEdit, Chart, NewSheet, Series, SheetChange
from roster_import.write.ooxml.package import rewrite

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def sheet(data: str) -> str:
    return f'{HEAD}<worksheet xmlns="{MAIN}">{data}</worksheet>'


def changed(source: bytes, cells: dict[tuple[int, int], CellEdit], **more: object) -> str:
    """The sheet part after a change."""
    after = rewrite(source, change=[SheetChange(name="Roster", cells=cells, **more)])  # type: ignore[arg-type]
    return unpacked(after)["xl/worksheets/sheet1.xml"].decode()


def opened(data: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data))


NINE = {(2, 2): CellEdit(value=9.5)}
NEW = '<c r="B2"><v>9.5</v></c>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<sheetData/>", f'<sheetData><row r="2">{NEW}</row></sheetData>'),
        ("<sheetData />", f'<sheetData><row r="2">{NEW}</row></sheetData>'),
        ("<sheetData></sheetData>", f'<sheetData><row r="2">{NEW}</row></sheetData>'),
        ('<sheetData><row r="2"/></sheetData>', f'<sheetData><row r="2">{NEW}</row></sheetData>'),
        ('<sheetData><row r="2" ht="5" /></sheetData>', f'<sheetData><row r="2" ht="5">{NEW}</row></sheetData>'),
        ('<sheetData><row r="2"></row></sheetData>', f'<sheetData><row r="2">{NEW}</row></sheetData>'),
        ("<sheetData><row/><row/></sheetData>", f"<sheetData><row/><row>{NEW}</row></sheetData>"),
        (
            '<sheetData><row r="1"/><row r="5"/></sheetData>',
            f'<sheetData><row r="1"/><row r="2">{NEW}</row><row r="5"/></sheetData>',
        ),
        (
            "<sheetData><row/><row><c><v>1</v></c><c/><c><v>3</v></c></row></sheetData>",
            f"<sheetData><row/><row><c><v>1</v></c>{NEW}<c><v>3</v></c></row></sheetData>",
        ),
        (
            '<sheetData><row r="2"><c r="A2"/><c r="C2"/></row></sheetData>',
            f'<sheetData><row r="2"><c r="A2"/>{NEW}<c r="C2"/></row></sheetData>',
        ),
        (
            "<sheetData><row r='2' spans='3:4'><c r='C2'/></row></sheetData>",
            f"<sheetData><row r='2' spans=\"2:4\">{NEW}<c r='C2'/></row></sheetData>",
        ),
        (
            '<sheetData><row r="2"><c r="B2" t="str" cm="1"><f>A1</f><v>x</v></c></row></sheetData>',
            f'<sheetData><row r="2">{NEW}</row></sheetData>',
        ),
        (
            '<sheetData><row r="2"><!-- <c r="B2"/> --><c r="A2" t="str"><v><![CDATA[<c r="B2">]]></v></c></row></sheetData>',
            '<sheetData><row r="2"><!-- <c r="B2"/> --><c r="A2" t="str"><v><![CDATA[<c r="B2">]]></v></c>'
            f"{NEW}</row></sheetData>",
        ),
        (
            '<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t a="&gt;" b=">/">x</t></is></c></row><!--</sheetData>--></sheetData>',
            f'<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t a="&gt;" b=">/">x</t></is></c>{NEW}</row>'
            "<!--</sheetData>--></sheetData>",
        ),
        (
            '<sheetData><row r="2"><c r="A2"/><extLst><ext uri="a"/></extLst></row></sheetData>',
            f'<sheetData><row r="2"><c r="A2"/>{NEW}<extLst><ext uri="a"/></extLst></row></sheetData>',
        ),
        ("<dimension ref='A1'/><sheetData/>", f'<dimension ref="A1:B2"/><sheetData><row r="2">{NEW}</row></sheetData>'),
        ("<dimension ref='A1:XFD9'/><sheetData/>", f"<dimension ref='A1:XFD9'/><sheetData><row r=\"2\">{NEW}</row></sheetData>"),
    ],
)  # fmt: skip
def test_a_number_is_put_where_it_belongs_and_nowhere_else(before: str, after: str) -> None:
    assert changed(one_sheet(sheet(before)), NINE) == sheet(after)


def test_prefixed_names_stay_prefixed() -> None:
    source = one_sheet(
        f'{HEAD}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>",
        styles=f'{HEAD}<x:styleSheet xmlns:x="{MAIN}"><x:fonts count="1"><x:font/></x:fonts><x:fills count="1"><x:fill><x:patternFill/></x:fill>'
        '</x:fills><x:borders count="1"><x:border/></x:borders><x:cellXfs count="1"><x:xf/></x:cellXfs></x:styleSheet>',
    )
    cells = {
        (1, 2): CellEdit(value="a", look=HEADER, note="n", link="'Roster'!A1"),
        (2, 1): CellEdit(value=True, look=ERROR),
    }
    text = changed(source, cells, widths={2: 5})
    assert text == (
        f'{HEAD}<x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="2" max="2" width="5" customWidth="1"/></x:cols>'
        '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" s="1" t="inlineStr"><x:is>'
        '<x:t xml:space="preserve">a</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2" s="2" t="b"><x:v>1</x:v></x:c>'
        '</x:row></x:sheetData><x:hyperlinks><x:hyperlink ref="B1" location="\'Roster\'!A1"/></x:hyperlinks>'
        f'<x:legacyDrawing xmlns:r="{OFFICE}" r:id="rId2"/></x:worksheet>'
    )
    book = opened(rewrite(source, change=[SheetChange(name="Roster", cells=cells)]))
    assert book["Roster"]["B1"].font.b
    assert book["Roster"]["B1"].comment.text == "n"


def test_a_strict_workbook_stays_strict() -> None:
    source = one_sheet(
        f'{HEAD}<worksheet xmlns="{STRICT}"><sheetData/></worksheet>', namespace=STRICT, office=STRICT_OFFICE
    )
    after = unpacked(
        rewrite(
            source,
            add=[NewSheet(name="Results", rows=((CellEdit(value="a", note="n"),),))],
            change=[SheetChange(name="Roster", cells=NINE)],
        )
    )
    assert "xl/styles.xml" in after
    assert not [name for name, data in after.items() if MAIN.encode() in data or OFFICE.encode() in data]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "utf-8-sig"])
def test_a_sheet_in_another_encoding_becomes_utf8(encoding: str) -> None:
    declared = "UTF-16" if encoding.startswith("utf-16") else encoding.removesuffix("-sig")
    text = sheet('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Ærø</t></is></c></row></sheetData>')
    content = unpacked(one_sheet("x"))
    content["xl/worksheets/sheet1.xml"] = text.replace("UTF-8", declared).encode(encoding)
    change = SheetChange(name="Roster", cells={(1, 2): CellEdit(value="Łódź")})
    book = load_workbook(io.BytesIO(rewrite(packed(content), change=[change])))
    assert [cell.value for cell in book["Roster"][1]] == ["Ærø", "Łódź"]


def test_columns_are_split_around_one_with_a_new_width() -> None:
    source = one_sheet(
        sheet('<cols><col min="1" max="9" width="4" style="1" hidden="1"/></cols><sheetData/>'), styles=STYLES
    )
    text = changed(source, {(1, 3): CellEdit(value=1)}, widths={3: 20, 12: 8.5})
    assert text == sheet(
        '<cols><col min="1" max="2" width="4" style="1" hidden="1"/><col min="3" max="3" width="20" style="1" '
        'customWidth="1"/><col min="4" max="9" width="4" style="1" hidden="1"/><col min="12" max="12" width="8.5" '
        'customWidth="1"/></cols><sheetData><row r="1"><c r="C1" s="3"><v>1</v></c></row></sheetData>'
    )


def test_a_cell_in_a_row_with_a_look_of_its_own_takes_it() -> None:
    rows = '<sheetData><row r="2" s="2" customFormat="1"/></sheetData>'
    text = changed(one_sheet(sheet(rows), styles=STYLES), {(2, 2): CellEdit(value="a")})
    assert '<c r="B2" s="2" t="inlineStr">' in text


@pytest.mark.parametrize(
    ("row", "height"),
    [
        ('<row r="2"/>', '<row r="2" ht="45">'),
        ('<row r="2" ht="15"/>', '<row r="2" ht="45">'),
        ('<row r="2" ht="60"/>', '<row r="2" ht="60">'),
        ('<row r="2" ht="15" customHeight="1"/>', '<row r="2" ht="45" customHeight="1">'),
        ("", '<row r="2" ht="45">'),
    ],
)
def test_a_row_grows_with_wrapped_text_and_the_height_its_owner_gave_it_is_the_least_it_has(
    row: str, height: str
) -> None:
    cells = {(2, 2): CellEdit(value="a\nb " + "c" * 25, look=WRAPPED)}
    text = changed(one_sheet(sheet(f"<sheetData>{row}</sheetData>")), cells, widths={2: 20})
    assert f"<sheetData>{height}<c " in text


def test_a_width_that_is_there_decides_how_many_lines_a_text_takes() -> None:
    cells = {(1, 2): CellEdit(value="word " * 20, look=WRAPPED)}
    text = changed(one_sheet(sheet('<cols><col min="1" max="3" width="50"/></cols><sheetData/>')), cells)
    assert '<row r="1" ht="30">' in text


def test_a_shared_formula_whose_cell_is_written_over_is_written_out_for_the_others() -> None:
    after = unpacked(rewrite(featured(), change=[SheetChange(name="Roster", cells={(2, 5): CellEdit(value=4)})]))
    text = after["xl/worksheets/sheet1.xml"].decode()
    assert '<c r="E3"><f>D3*2</f><v>6</v></c>' in text
    assert '<c r="E5"><f>D5*2</f><v>10</v></c>' in text
    assert "xl/calcChain.xml" not in after
    assert b"calcChain" not in after["[Content_Types].xml"] + after["xl/_rels/workbook.xml.rels"]


def test_a_formula_that_shares_another_s_can_be_written_over_alone() -> None:
    after = unpacked(rewrite(featured(), change=[SheetChange(name="Roster", cells={(3, 5): CellEdit(value=4)})]))
    expected = parts()["xl/worksheets/sheet1.xml"].replace(
        b'<c r="E3"><f t="shared" si="0"/><v>6</v></c>', b'<c r="E3" s="3"><v>4</v></c>'
    )
    assert after["xl/worksheets/sheet1.xml"] == expected


def test_a_cell_of_an_array_formula_cannot_be_written_over_alone() -> None:
    rows = (
        '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4'
        "</v></c></row></sheetData>"
    )
    with pytest.raises(WriteError) as error:
        changed(one_sheet(sheet(rows)), {(2, 1): CellEdit(value=1)})
    assert str(error.value) == (
        "Cell A2 belongs to a formula over A1:A2 and cannot be changed alone. Put its values in the formula's place and "
        "try again."
    )
    assert 's="1"' in changed(one_sheet(sheet(rows), styles=None), {(2, 1): CellEdit(look=ERROR)})


def test_an_array_formula_of_one_cell_can() -> None:
    rows = '<sheetData><row r="2"><c r="B2"><f t="array" ref="B2">SUM(B1:B2*2)</f><v>2</v></c></row></sheetData>'
    assert changed(one_sheet(sheet(rows)), NINE) == sheet(f'<sheetData><row r="2">{NEW}</row></sheetData>')


def test_a_heading_of_a_table_is_renamed_with_its_cell() -> None:
    cells = {
        (1, 3): CellEdit(value='New "size"\nhere'),
        (1, 4): CellEdit(value="Qty"),
        (1, 6): CellEdit(value="Beside"),
    }
    after = unpacked(rewrite(featured(), change=[SheetChange(name="Roster", cells=cells)]))
    assert after["xl/tables/table1.xml"] == parts()["xl/tables/table1.xml"].replace(
        b'name="Size"', b'name="New &quot;size&quot;_x000a_here"'
    )


def test_writing_beside_a_table_leaves_it_as_it_is() -> None:
    after = unpacked(rewrite(featured(), change=[SheetChange(name="Roster", cells={(1, 6): CellEdit(value="Beside")})]))
    assert after["xl/tables/table1.xml"] == parts()["xl/tables/table1.xml"]


def test_a_link_replaces_the_one_a_cell_has() -> None:
    after = unpacked(
        rewrite(featured(), change=[SheetChange(name="Roster", cells={(2, 1): CellEdit(link="'a&b'!A1")})])
    )
    assert after["xl/worksheets/sheet1.xml"] == parts()["xl/worksheets/sheet1.xml"].replace(
        b'<hyperlink ref="A2" r:id="rId5"/>', b'<hyperlink ref="A2" location="\'a&amp;b\'!A1"/>'
    )


@pytest.mark.parametrize("cell", [(0, 1), (1, 0), (1_048_577, 1), (1, 16_385)])
def test_a_cell_beyond_the_sheet_is_refused(cell: tuple[int, int]) -> None:
    with pytest.raises(WriteError) as error:
        changed(featured(), {cell: CellEdit(value=1)})
    assert str(error.value) == (
        f"There is no cell in row {cell[0]}, column {cell[1]}: a sheet ends at row 1,048,576, column XFD."
    )


def test_the_last_cell_of_a_sheet_can_be_written() -> None:
    text = changed(one_sheet(sheet("<sheetData/>")), {(1_048_576, 16_384): CellEdit(value=1.0)})
    assert '<row r="1048576"><c r="XFD1048576"><v>1.0</v></c></row>' in text


def test_days_are_counted_as_the_workbook_counts_them() -> None:
    content = unpacked(one_sheet(sheet("<sheetData/>")))
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace(b"<sheets>", b'<workbookPr date1904="1"/><sheets>')
    after = rewrite(
        packed(content), change=[SheetChange(name="Roster", cells={(1, 1): CellEdit(value=date(2026, 5, 1))})]
    )
    assert b"<v>44681</v>" in unpacked(after)["xl/worksheets/sheet1.xml"]
    assert load_workbook(io.BytesIO(after))["Roster"]["A1"].value.date() == date(2026, 5, 1)


def test_a_chart_sheet_has_no_cells() -> None:
    with pytest.raises(WriteError) as error:
        changed(one_sheet(f'{HEAD}<chartsheet xmlns="{MAIN}"/>'), NINE)
    assert str(error.value) == "The sheet “Roster” has no cells that could be changed: it is not a worksheet."


DAMAGED = (
    "The workbook is damaged, so nothing can be added to it. Open it in Excel or LibreOffice, save it under a new name "
    "and try again."
)
NO_WORKBOOK = "The file is not an Excel workbook (.xlsx or .xlsm), so nothing can be added to it."
LOCKED = (
    "The workbook is protected by a password or in the old .xls format, so nothing can be added to it. Save it as .xlsx "
    "without a password and try again."
)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", NO_WORKBOOK),
        (b"Team;Name\n", NO_WORKBOOK),
        (b"PK\x03\x04 and then nothing", NO_WORKBOOK),
        (packed({}), NO_WORKBOOK),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), NO_WORKBOOK),
        (packed({"[Content_Types].xml": b"<Types/>"}), NO_WORKBOOK),
        (packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}), NO_WORKBOOK),
        (packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<sheets/>"}), NO_WORKBOOK),
        (packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook>"}), DAMAGED),
        (packed(unpacked(one_sheet("x")), zipfile.ZIP_BZIP2), NO_WORKBOOK),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", LOCKED),
        (one_sheet(f'<worksheet xmlns="{MAIN}"><sheetData>'), DAMAGED),
        (one_sheet(f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">&nosuch;</row></sheetData></worksheet>'), DAMAGED),
        (one_sheet(f'<worksheet xmlns="{MAIN}"><sheetData><x:row r="1"/></sheetData></worksheet>'), DAMAGED),
        (
            one_sheet(f'<!DOCTYPE a [<!ENTITY b "c">]><worksheet xmlns="{MAIN}"><sheetData/></worksheet>'),
            "The workbook declares its own XML entities, which no spreadsheet program does: it is not edited.",
        ),
        (
            packed({n: d for n, d in unpacked(one_sheet("x")).items() if "sheet1" not in n}),
            "The workbook is damaged: its sheet “Roster” is listed but missing.",
        ),
        (
            packed({"[Content_Types].xml": b"<Types/>", "_rels/.rels": unpacked(one_sheet("x"))["_rels/.rels"].replace(
                b"workbook.xml", b"workbook.bin"), "xl/workbook.bin": b""}),
            "The workbook is in the binary format (.xlsb), so nothing can be added to it. Save it as .xlsx and try again.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_edited_is_refused_in_a_sentence(source: bytes, message: str) -> None:
    with pytest.raises(WriteError) as error:
        changed(source, NINE)
    assert str(error.value) == message


def test_an_encrypted_member_is_refused() -> None:
    source = bytearray(featured())
    at = source.index(b"PK\x01\x02")
    source[at + 8] |= 1
    with pytest.raises(WriteError) as error:
        rewrite(bytes(source))
    assert str(error.value) == "The workbook is encrypted. Save it without a password and try again."


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_refused(cut: float) -> None:
    source = featured()
    with pytest.raises(WriteError):
        rewrite(source[: int(len(source) * cut)], change=[SheetChange(name="Roster", cells=NINE)])


@pytest.mark.every(5)
@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_byte_never_raises_anything_else(seed: int) -> None:
    source = bytearray(featured())
    at = seed * 7919 % len(source)
    source[at] ^= 0x5A
    with suppress(WriteError):
        rewrite(bytes(source), change=[SheetChange(name="Roster", cells=NINE)])


@pytest.mark.every(5)
@pytest.mark.parametrize("name", [name for name in parts() if name.endswith((".xml", ".rels", ".vml"))])
@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "no attributes", "no children", "strange numbers"])
def test_a_damaged_part_never_raises_anything_else_and_never_makes_it_worse(name: str, damage: str) -> None:
    content = parts()
    data = content.pop(name)
    if damage != "gone":
        content[name] = {
            "empty": b"",
            "cut": data[: len(data) // 2],
            "no attributes": re.sub(rb' (?!xmlns)[\w:]+="[^"]*"(?=[^?]*>)', b"", data),
            "no children": re.sub(rb"<[a-z][^>]*/>", b"", data),
            "strange numbers": re.sub(rb'="[0-9]+"', b'="-7"', data),
        }[damage]
    with suppress(WriteError):
        one = (1, 1, 1, 1)
        chart = Chart(title="T", categories=one, series=(Series(name=(1, 1), values=one),), place=(1, 4, 9, 9))
        rows = ((CellEdit(value="a", note="n"),),)
        new = NewSheet(name="Results", rows=rows, first=True, opened=True, marker="m", chart=chart)
        cells = {
            (2, 2): CellEdit(look=ERROR, note="x", link="'a'!A1"),
            (1, 3): CellEdit(value="b"),
            (9, 1): CellEdit(value=1),
        }
        change = SheetChange(name="Roster", cells=cells, widths={7: 9}, unmarked=True)
        after = unpacked(rewrite(packed(content), add=[new], change=[change], remove=["Lists"]))
        for part, text in after.items():
            if part.endswith((".xml", ".rels")) and content.get(part) != text:
                ElementTree.fromstring(text)


def test_odd_names_stored_members_and_descriptors_are_kept() -> None:
    odd = {
        name.replace("/", "\\") if "sheet1" in name else name.replace("Shared", "sHARED"): d
        for name, d in parts().items()
    }
    file = io.BytesIO()
    with zipfile.ZipFile(Unseekable(file), "w", zipfile.ZIP_STORED) as package:
        for name, data in {**odd, "café/naïve.bin": b"\xff"}.items():
            package.writestr(name, data)
    after = unpacked(rewrite(file.getvalue(), change=[SheetChange(name="Roster", cells=NINE)]))
    assert list(after) == [*odd, "café/naïve.bin"]
    assert after["café/naïve.bin"] == b"\xff"
    assert b"<v>9.5</v>" in after["xl\\worksheets\\sheet1.xml"]


def test_a_64_bit_zip_is_read() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in parts().items():
            with package.open(name, "w", force_zip64=True) as member:
                member.write(data)
    assert unpacked(rewrite(file.getvalue())) == parts()


class Unseekable(io.RawIOBase):
    """Makes zipfile write sizes behind the data, as a program that writes to a network does."""

    def __init__(self, file: io.BytesIO) -> None:
        self._file = file

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        return self._file.write(data)


VML = "urn:schemas-microsoft-com:vml"
EXCEL = "urn:schemas-microsoft-com:office:excel"
DRAWN = "xl/drawings/vmlDrawing1.vml"
THEIRS = (
    '<{v}shape id="_x0000_s1025" type="#_x0000_t202"><{x}ClientData ObjectType="Note"><{x}Row>0</{x}Row>'
    "<{x}Column>0</{x}Column></{x}ClientData></{v}shape>"
)


def noted_by(vml: str) -> bytes:
    """A workbook with a note on A1 whose box is drawn so."""
    content = unpacked(one_sheet(sheet(f'<sheetData/><legacyDrawing xmlns:r="{OFFICE}" r:id="rId1"/>')))
    content["xl/worksheets/_rels/sheet1.xml.rels"] = relations(
        ("vmlDrawing", "../drawings/vmlDrawing1.vml"), ("comments", "../comments1.xml")
    ).encode()
    content["xl/comments1.xml"] = (
        f'{HEAD}<ns0:comments xmlns:ns0="{MAIN}"><ns0:authors><ns0:author>Coach</ns0:author></ns0:authors>'
        '<ns0:commentList><ns0:comment ref="A1" authorId="0"><ns0:text><ns0:t>Call me</ns0:t></ns0:text></ns0:comment>'
        "</ns0:commentList></ns0:comments>"
    ).encode()
    content[DRAWN] = vml.encode()
    return packed(content)


def boxes(data: bytes) -> list[tuple[str | None, str | None]]:
    """The cells with boxes as a parser that knows namespaces finds them: row and column, from 0."""
    root = ElementTree.fromstring(unpacked(data)[DRAWN])
    notes = [one for one in root.iter(f"{{{EXCEL}}}ClientData") if one.get("ObjectType") == "Note"]
    assert len(notes) == len(list(root.iter(f"{{{VML}}}shape")))
    return [(one.findtext(f"{{{EXCEL}}}Row"), one.findtext(f"{{{EXCEL}}}Column")) for one in notes]


@pytest.mark.parametrize(
    ("vml", "there"),
    [
        (f'<xml xmlns:ns0="{VML}" xmlns:ns2="{EXCEL}">{THEIRS.format(v="ns0:", x="ns2:")}</xml>', [("0", "0")]),
        (f'<xml xmlns="{VML}" xmlns:e="{EXCEL}">{THEIRS.format(v="", x="e:")}</xml>', [("0", "0")]),
        (f'<x:xml xmlns:x="{VML}" xmlns:v="{EXCEL}">{THEIRS.format(v="x:", x="v:")}</x:xml >', [("0", "0")]),
        (f'{HEAD}<!-- <xml> --><xml xmlns:v="{VML}"/>', []),
    ],
    ids=["as openpyxl does without lxml", "default namespace", "our prefixes for other namespaces", "empty"],
)
def test_a_box_is_drawn_whatever_the_prefixes_of_the_drawing_and_comes_off_again(
    vml: str, there: list[tuple[str, str]]
) -> None:
    marks = {(3, 2): CellEdit(look=ERROR, note="No size.")}
    after = rewrite(noted_by(vml), change=[SheetChange(name="Roster", cells=marks)])
    assert boxes(after) == [*there, ("2", "1")]
    for name, data in unpacked(after).items():
        if not name.endswith("/"):
            ElementTree.fromstring(data)
    cleaned = rewrite(after, change=[SheetChange(name="Roster", cells={}, unmarked=True)])
    assert boxes(cleaned) == there


def test_a_box_of_ours_comes_off_a_drawing_that_another_program_has_written_anew() -> None:
    theirs = f'<xml xmlns:ns0="{VML}" xmlns:ns2="{EXCEL}">{THEIRS.format(v="ns0:", x="ns2:")}</xml>'
    content = unpacked(noted_by(theirs))
    content["xl/comments1.xml"] = content["xl/comments1.xml"].replace(b"Coach", b"roster-import")
    cleaned = rewrite(packed(content), change=[SheetChange(name="Roster", cells={}, unmarked=True)])
    assert boxes(cleaned) == []
