"""A workbook with everything in it keeps everything; what is added can be read."""

# ruff: noqa: E501 - XML is long, as it is in a workbook

from __future__ import annotations

import io
import re
import subprocess
import sys
import warnings
import zipfile
from datetime import date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from featured_workbook import ROSTER, featured, packed, parts, unpacked
from openpyxl import Workbook, load_workbook

from roster_import.errors import WriteError
from roster_import.write.ooxml.cells import (
    ERROR,
    GOOD,
    HEADER,
    LINK,
    TITLE,
    WARNING,
    WRAPPED,
    CellEdit,
    NewSheet,
    SheetChange,
)
from roster_import.write.ooxml.package import marked_sheets, new_workbook, rewrite

RESULTS = NewSheet(
    name="Results",
    rows=(
        (CellEdit(value="Results", look=TITLE),),
        tuple(CellEdit(value=text, look=HEADER) for text in ("Reference", "Total", "Day", "Placed at", "Pieces", "Cell")),
        ("R-1", Decimal("2817.03"), date(2026, 5, 1), datetime(2026, 5, 1, 12, 30), 24, CellEdit(value="D7", look=LINK, link="'Roster'!D7")),
        ("=1+1", Decimal("25.0"), None, None, True, CellEdit(value=None, note="Nothing yet.")),
    ),
    widths=(20, 12, 12, 18, 9, 9),
    frozen_rows=2,
    filtered=True,
    tab_colour="1F6F43",
    marker="results 1",
)  # fmt: skip
ROSTER_CHANGE = SheetChange(
    name="Roster",
    cells={
        (1, 7): CellEdit(value="Order number", look=HEADER),
        (2, 7): CellEdit(value="00017", look=GOOD),
        (3, 7): CellEdit(value="#REF!", look=WRAPPED),
        (4, 7): CellEdit(value=4),
        (5, 7): CellEdit(value="@x"),
        (3, 2): CellEdit(look=ERROR, note="Two players have 7.", link="'Results'!A1"),
        (2, 2): CellEdit(look=WARNING, note="Is this 07?"),
        (7, 1): CellEdit(value="below"),
    },
    widths={7: 14},
)


def opened(data: bytes) -> Workbook:
    """The workbook as openpyxl reads it, which says what it does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def result() -> bytes:
    return rewrite(featured(), add=[RESULTS], change=[ROSTER_CHANGE])


def test_only_the_parts_that_have_to_change_do(result: bytes) -> None:
    before, after = parts(), unpacked(result)
    assert list(after)[: len(before)] == list(before)
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "xl/comments1.xml",
        "xl/threadedComments/threadedComment1.xml",
        "xl/persons/person.xml",
    }
    assert list(after)[len(before) :] == [
        "xl/worksheets/sheet4.xml",
        "xl/comments2.xml",
        "xl/worksheets/_rels/sheet4.xml.rels",
        "xl/drawings/vmlDrawing2.vml",
    ]


def test_adding_a_sheet_alone_leaves_all_sheets_as_they_are() -> None:
    before, after = parts(), unpacked(rewrite(featured(), add=[NewSheet(name="Results", rows=(("a",),))]))
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
    }


def test_no_change_is_no_change() -> None:
    assert unpacked(rewrite(featured())) == parts()


def test_a_changed_sheet_keeps_every_byte_around_its_changed_cells(result: bytes) -> None:
    after = unpacked(result)["xl/worksheets/sheet1.xml"].decode()
    expected = ROSTER
    for old, new in (
        ('<dimension ref="A1:F5"/>', '<dimension ref="A1:G7"/>'),
        ('<col min="7" max="16384" width="9.1" hidden="1"/>', '<col min="7" max="7" width="14" customWidth="1"/><col min="8" max="16384" width="9.1" hidden="1"/>'),
        ('spans="1:6"', 'spans="1:7"'),
        ('<c r="F1" s="2"/>', '<c r="F1" s="2"/><c r="G1" s="3" t="inlineStr"><is><t xml:space="preserve">Order number</t></is></c>'),
        ('<v>#VALUE!</v></c>', '<v>#VALUE!</v></c><c r="G2" s="4" t="inlineStr"><is><t xml:space="preserve">00017</t></is></c>'),
        ('<c r="B2" t="s">', '<c r="B2" t="s" s="5">'),
        ('<c r="B3">', '<c r="B3" s="6">'),
        ('<f t="shared" si="0"/><v>6</v></c>', '<f t="shared" si="0"/><v>6</v></c><c r="G3" s="7" t="inlineStr"><is><t xml:space="preserve">#REF!</t></is></c>'),
        ('<row r="5"', '<row r="4"><c r="G4" s="8"><v>4</v></c></row><row r="5"'),
        ('<v>10</v></c>', '<v>10</v></c><c r="G5" s="9" t="inlineStr"><is><t xml:space="preserve">@x</t></is></c>'),
        ('</sheetData>', '<row r="7"><c r="A7" s="1" t="inlineStr"><is><t xml:space="preserve">below</t></is></c></row></sheetData>'),
        ('<hyperlink ref="A2" r:id="rId5"/>', '<hyperlink ref="A2" r:id="rId5"/><hyperlink ref="B3" location="&apos;Results&apos;!A1"/>'.replace("&apos;", "'")),
    ):  # fmt: skip
        assert old in expected
        expected = expected.replace(old, new)
    # styles are numbered as they are first met: the places are not what this test is about
    assert re.sub(r' s="[0-9]+"', "", after) == re.sub(r' s="[0-9]+"', "", expected)


def test_what_was_written_reads_back(result: bytes) -> None:
    sheet = opened(result)["Roster"]
    assert [sheet.cell(row, 7).value for row in range(1, 6)] == ["Order number", "00017", "#REF!", 4, "@x"]
    assert [sheet.cell(row, 7).data_type for row in range(1, 6)] == ["s", "s", "s", "n", "s"]
    assert sheet["A7"].value == "below"
    results = opened(result)["Results"]
    assert [[cell.value for cell in row] for row in results.iter_rows(min_row=3)] == [
        ["R-1", 2817.03, datetime(2026, 5, 1), datetime(2026, 5, 1, 12, 30), 24, "D7"],
        ["=1+1", 25, None, None, True, None],
    ]
    assert [results.cell(3, column).number_format for column in range(2, 6)] == [
        "#,##0.00",
        "yyyy-mm-dd",
        "yyyy-mm-dd hh:mm",
        "0",
    ]
    assert results["B4"].number_format == "#,##0.0"
    assert results["A4"].quotePrefix
    assert results.freeze_panes == "A3"
    assert results.auto_filter.ref == "A2:F4"
    assert results["F3"].hyperlink.location == "'Roster'!D7"
    assert results["F4"].comment.text == "Nothing yet."


def test_numbers_keep_their_digits(result: bytes) -> None:
    sheet = unpacked(result)["xl/worksheets/sheet4.xml"]
    assert re.findall(rb"<v>([^<]*)</v>", sheet) == [b"2817.03", b"46143", b"46143.5208333333", b"24", b"25.0", b"1"]


def test_a_mark_changes_only_the_fill(result: bytes) -> None:
    source, marked = opened(featured())["Roster"], opened(result)["Roster"]
    for cell in ("B2", "B3"):
        before, after = source[cell], marked[cell]
        assert after.value == before.value
        for facet in ("font", "border", "alignment", "number_format", "protection"):
            assert repr(getattr(after, facet)) == repr(getattr(before, facet))
    assert marked["B3"].fill.fgColor.rgb == "FF" + str(ERROR.fill)
    assert marked["B2"].fill.fgColor.rgb == "FF" + str(WARNING.fill)
    assert repr(source["A1"].fill) == repr(marked["A1"].fill)


def test_notes_follow_those_that_are_there(result: bytes) -> None:
    sheet = opened(result)["Roster"]
    assert sheet["B2"].comment.text == "Call me\n\nroster-import: Is this 07?"
    assert sheet["B3"].comment.text == "[Threaded comment]\n\nroster-import: Two players have 7."
    assert sheet["B2"].comment.author == "Coach"


THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"


def answers(data: bytes) -> list[tuple[str | None, str | None, str | None]]:
    """The comments in threads: cell, whose answer in which thread, what it says."""
    after = unpacked(data)
    people = ElementTree.fromstring(after["xl/persons/person.xml"])
    names = {one.get("id"): one.get("displayName") for one in people}
    comments = ElementTree.fromstring(after["xl/threadedComments/threadedComment1.xml"])
    return [
        (one.get("ref"), f"{names[one.get('personId')]} {one.get('parentId')}", one.findtext(f"{THREADED}text"))
        for one in comments
    ]


def test_in_a_thread_the_reason_is_an_answer_which_programs_show_that_show_no_note_beside_it(result: bytes) -> None:
    hi = ("B3", "Coach None", "Hi")
    assert answers(result) == [hi, ("B3", "roster-import {A}", "Two players have 7.")]
    other = {(3, 2): CellEdit(look=ERROR, note="Seven is taken.")}
    again = rewrite(result, change=[SheetChange(name="Roster", cells=other, unmarked=True)])
    assert answers(again) == [hi, ("B3", "roster-import {A}", "Seven is taken.")]
    twice = rewrite(again, change=[SheetChange(name="Roster", cells=other)])
    assert answers(twice) == answers(again)
    cleaned = rewrite(twice, change=[SheetChange(name="Roster", cells={}, unmarked=True)])
    name = "xl/threadedComments/threadedComment1.xml"
    assert unpacked(cleaned)[name] == parts()[name]


def test_an_answer_comes_last_in_its_thread_at_the_time_of_the_comment_before_it() -> None:
    content = parts()
    first = b'ref="B3" dT="2026-05-01T10:00:00.00" personId="{P}" id="{A}"><text>Hi</text></threadedComment>'
    more = (
        b'<threadedComment ref="B3" dT="2026-05-02T11:00:00.00" personId="{P}" id="{B}" parentId="{A}">'
        b'<text>And?</text></threadedComment><threadedComment ref="B4" personId="{P}" id="{C}"><text>x</text></threadedComment>'
    )
    name = "xl/threadedComments/threadedComment1.xml"
    content[name] = content[name].replace(
        b'ref="B3" personId="{P}" id="{A}"><text>Hi</text></threadedComment>', first + more
    )
    del content["xl/persons/person.xml"]
    note = CellEdit(note="Seven & eight are <taken>.")
    after = unpacked(rewrite(packed(content), change=[SheetChange(name="Roster", cells={(3, 2): note})]))
    comments = list(ElementTree.fromstring(after[name]))
    assert [one.get("id") in ("{A}", "{B}", "{C}") for one in comments] == [True, True, False, True]
    assert (comments[2].get("dT"), comments[2].get("parentId")) == ("2026-05-02T11:00:00.00", "{A}")
    assert comments[2].findtext(f"{THREADED}text") == "Seven & eight are <taken>."
    [person] = ElementTree.fromstring(after["xl/persons/person1.xml"])
    assert (person.get("displayName"), person.get("id")) == ("roster-import", comments[2].get("personId"))
    assert b'PartName="/xl/persons/person1.xml"' in after["[Content_Types].xml"]
    related = after["xl/_rels/workbook.xml.rels"]
    assert b'"http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person1.xml"' in related


@pytest.mark.parametrize(
    ("before", "answered"),
    [
        (b"", "2026-12-07T09:30:00.00"),
        (b' dT="2026-12-07T09:29:59.90"', "2026-12-07T09:30:00.00"),
        (b' dT="2027-01-01T00:00:00.00"', "2027-01-01T00:00:00.00"),  # by a clock that is fast
    ],
)
def test_an_answer_in_a_thread_carries_the_time_it_was_written_and_follows_what_it_answers(
    before: bytes, answered: str
) -> None:
    content = parts()
    name = "xl/threadedComments/threadedComment1.xml"
    content[name] = content[name].replace(b'ref="B3"', b'ref="B3"' + before)
    cells = {(3, 2): CellEdit(note="Two players have 7.")}
    change = SheetChange(name="Roster", cells=cells, noted_at="2026-12-07T09:30:00Z")
    after = unpacked(rewrite(packed(content), change=[change]))
    [first, answer] = ElementTree.fromstring(after[name])
    assert (first.get("dT") or "", answer.get("dT")) == (before.decode()[5:-1], answered)


def test_a_note_on_a_cell_without_one_gets_a_box_in_the_drawing_that_is_there() -> None:
    after = unpacked(rewrite(featured(), change=[SheetChange(name="Roster", cells={(5, 4): CellEdit(note="Why 5?")})]))
    before = parts()["xl/drawings/vmlDrawing1.vml"]
    vml = after["xl/drawings/vmlDrawing1.vml"]
    assert vml.startswith(before.removesuffix(b"</xml>"))
    added = vml.removeprefix(before.removesuffix(b"</xml>"))
    assert b'id="_x0000_s1028"' in added
    assert b"<x:Row>4</x:Row><x:Column>3</x:Column>" in added
    assert after["xl/worksheets/sheet1.xml"] == parts()["xl/worksheets/sheet1.xml"]


def test_every_changed_part_is_well_formed_and_has_a_type(result: bytes) -> None:
    after = unpacked(result)
    listed = {e.get("PartName") for e in ElementTree.fromstring(after["[Content_Types].xml"])}
    for name, data in after.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(data)
    assert {"/xl/worksheets/sheet4.xml", "/xl/comments2.xml"} <= listed


def test_rewriting_its_own_output_does_not_make_it_longer(result: bytes) -> None:
    again = rewrite(result, remove=["Results"], add=[RESULTS], change=[ROSTER_CHANGE])
    assert unpacked(again) == unpacked(result)


def test_removing_what_was_added_removes_all_of_it(result: bytes) -> None:
    after = unpacked(rewrite(result, remove=["results"]))
    assert set(after) == set(parts())
    assert after["xl/workbook.xml"] == parts()["xl/workbook.xml"]
    assert after["xl/_rels/workbook.xml.rels"] == parts()["xl/_rels/workbook.xml.rels"]
    assert after["[Content_Types].xml"] == parts()["[Content_Types].xml"]


def test_removing_a_sheet_takes_what_only_it_refers_to() -> None:
    after = unpacked(rewrite(featured(), remove=["Roster"]))
    assert sorted(set(parts()) - set(after)) == [
        "xl/calcChain.xml",
        "xl/charts/chart1.xml",
        "xl/comments1.xml",
        "xl/ctrlProps/ctrlProp1.xml",
        "xl/drawings/_rels/drawing1.xml.rels",
        "xl/drawings/drawing1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/media/image1.png",
        "xl/printerSettings/printerSettings1.bin",
        "xl/tables/table1.xml",
        "xl/threadedComments/threadedComment1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/worksheets/sheet1.xml",
    ]
    assert b"Roster!" not in after["xl/workbook.xml"]
    assert b"chart1" not in after["[Content_Types].xml"]


def test_marks_and_notes_come_off_again(result: bytes) -> None:
    cleaned = rewrite(result, remove=["Results"], change=[SheetChange(name="Roster", cells={}, unmarked=True)])
    sheet, source = opened(cleaned)["Roster"], opened(featured())["Roster"]
    assert [sheet[cell].comment.text for cell in ("B2", "B3")] == ["Call me", "[Threaded comment]"]
    assert [repr(sheet[cell].fill) for cell in ("B2", "B3")] == [repr(source[cell].fill) for cell in ("B2", "B3")]


def test_a_mark_remembers_the_colour_below_it() -> None:
    marked = rewrite(featured(), change=[SheetChange(name="Roster", cells={(1, 1): CellEdit(look=WARNING, note="!")})])
    worse = rewrite(marked, change=[SheetChange(name="Roster", cells={(1, 1): CellEdit(look=ERROR, note="!!")})])
    assert opened(worse)["Roster"]["A1"].comment.text == "!!"
    cleaned = unpacked(rewrite(worse, change=[SheetChange(name="Roster", cells={}, unmarked=True)]))
    assert cleaned["xl/worksheets/sheet1.xml"].replace(b'<c r="A1" s="2"', b"") == parts()[
        "xl/worksheets/sheet1.xml"
    ].replace(b'<c r="A1" s="2"', b"")
    assert b"<x:Row>0</x:Row>" not in cleaned["xl/drawings/vmlDrawing1.vml"]
    assert b'ref="A1"' not in cleaned["xl/comments1.xml"]


def test_a_new_value_takes_the_mark_of_the_old_one_away() -> None:
    cell = (2, 9)
    first = rewrite(featured(), change=[SheetChange(name="Roster", cells={cell: CellEdit(value="failed", look=ERROR)})])
    second = rewrite(first, change=[SheetChange(name="Roster", cells={cell: CellEdit(value="pending")})])
    assert opened(second)["Roster"]["I2"].fill.fill_type is None


def test_markers_follow_a_sheet_through_a_new_name(result: bytes) -> None:
    assert marked_sheets(result) == {"Results": "results 1"}
    content = unpacked(result)
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace(b'name="Results"', b'name="My &amp; own"')
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)
    assert marked_sheets(file.getvalue()) == {"My & own": "results 1"}
    assert marked_sheets(featured()) == {}


def test_a_sheet_put_first_leaves_print_areas_names_and_the_open_sheet_where_they_were() -> None:
    book = opened(rewrite(featured(), add=[NewSheet(name="What to fix", rows=(("a",),), first=True)]))
    assert book.sheetnames == ["What to fix", "Order", "Roster", "Lists"]
    assert book["Roster"].print_area == "'Roster'!$A$1:$F$5"
    assert list(book["Lists"].defined_names) == ["sizes"]
    assert book.active.title == "Roster"


def test_a_sheet_to_be_opened_is_the_only_one_selected() -> None:
    new = NewSheet(name="What to fix", rows=(("a",),), first=True, opened=True)
    after = unpacked(rewrite(featured(), add=[new]))
    assert opened(rewrite(featured(), add=[new])).active.title == "What to fix"
    assert after["xl/worksheets/sheet1.xml"] == parts()["xl/worksheets/sheet1.xml"].replace(b' tabSelected="1"', b"")
    assert b'activeTab="0"' in after["xl/workbook.xml"]
    assert b"firstSheet" not in after["xl/workbook.xml"]


def test_a_taken_name_gets_a_number() -> None:
    new = NewSheet(name="ORDER", rows=(("a",),), frozen_rows=1)
    assert opened(rewrite(featured(), add=[new, new])).sheetnames == [
        "Order",
        "Roster",
        "Lists",
        "ORDER (2)",
        "ORDER (3)",
    ]


def test_a_name_excel_does_not_allow_is_made_one_it_does() -> None:
    book = opened(new_workbook([NewSheet(name="'a/b[c]*?:\\'" + "x" * 40), NewSheet(name="")]))
    assert book.sheetnames == ["a b c     'xxxxxxxxxxxxxxxxxxxx", "Sheet"]


def test_a_new_workbook_opens_in_openpyxl_without_complaint() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = load_workbook(io.BytesIO(new_workbook([RESULTS, NewSheet(name="Lines", rows=((None,), (1, "x")))])))
    assert book.sheetnames == ["Results", "Lines"]
    assert book.active.title == "Results"
    assert book["Results"].print_title_rows == "$1:$2"
    assert book["Lines"]["B2"].value == "x"


def test_the_same_edits_give_the_same_bytes(result: bytes) -> None:
    assert rewrite(featured(), add=[RESULTS], change=[ROSTER_CHANGE]) == result


def test_a_sheet_that_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(WriteError) as error:
        rewrite(featured(), change=[SheetChange(name="Squad", cells={})])
    assert str(error.value) == "The workbook has no sheet “Squad” to write into."


def test_a_workbook_needs_a_sheet_to_be_seen() -> None:
    with pytest.raises(WriteError) as error:
        rewrite(featured(), remove=["Order", "Roster"])
    assert str(error.value) == "A workbook needs at least one sheet that can be seen."


def test_a_signature_of_the_whole_package_is_taken_off() -> None:
    content = parts()
    origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    content["_rels/.rels"] = content["_rels/.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId9" Type="{origin}" Target="_xmlsignatures/origin.sigs"/></Relationships>'.encode(),
    )
    content["_xmlsignatures/origin.sigs"] = b""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)
    assert unpacked(rewrite(file.getvalue())) == parts()


def test_the_module_is_light_to_import() -> None:
    code = "import sys, roster_import.write.ooxml.package; sys.exit(bool({'openpyxl', 'pandas', 'defusedxml'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
