"""The sheet Summary: what is wrong on top, a line per order, pieces per design and size with a native chart."""

from __future__ import annotations

import io
import re
import tempfile
import warnings
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from featured_workbook import HEAD, MAIN, STYLES, featured, one_sheet, packed, parts, relations, unpacked
from openpyxl import Workbook, load_workbook
from placed_orders import (
    AWAY,
    HOME,
    NAME_DIFFERS,
    difference,
    layout,
    lines_of,
    order,
    placement,
    roster_file,
    with_line_statuses,
)

from roster_import.model.order import DesignRef
from roster_import.model.placement import Status
from roster_import.model.problem import Origin
from roster_import.model.result_sheets import is_ours
from roster_import.model.workbook import FileFormat, Sheet
from roster_import.read import ReadOptions
from roster_import.read.parse import parse
from roster_import.recognise.other_sheets import without_our_marks
from roster_import.write.ooxml.cells import ERROR, GOOD, WARNING, Chart, NewSheet, Series
from roster_import.write.ooxml.package import new_workbook, rewrite
from roster_import.write.results.workbook import bare_results, results_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from roster_import.model.placement import Placement
    from roster_import.model.workbook import Workbook as Book

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ONE_SIZE = {HOME: {"S": 3, "M": 9, "XS": 1}}
REFUSED = "HTTP 422: The size 128 is not made of this design."
DELIVERY = "Delivery address “Stadionvej 1” was sent, “Stadionvej 11” is confirmed."


def roster_bytes(rows: int = 12) -> bytes:
    book = Workbook()
    book.active.title = "Roster"
    for row in (("Player", "Number"), *((f"Player {at}", f"{at:02}") for at in range(2, rows + 2))):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def written(*placements: Placement, source: bytes = b"") -> bytes:
    """The results workbook of these orders, in a roster of a dozen players."""
    lines = [line for one in placements for line in lines_of(one.order)]
    source = source or roster_bytes()
    return results_workbook(source, as_read(source), [layout()], lines, placements, "roster-import a b c")


def as_read(data: bytes) -> Book:
    """The workbook as the importer reads it."""
    return replace(roster_file(Path("club.xlsx")), sheets=read(data))


def opened(data: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data))


def summary(*placements: Placement) -> Worksheet:
    return opened(written(*placements))["Summary"]


def rows(sheet: Worksheet) -> list[list[object]]:
    """What stands in the rows, without the empty cells at their ends."""
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for row in found:
        while row and row[-1] is None:
            row.pop()
    return found


def chart_of(data: bytes, part: str = "xl/charts/chart1.xml") -> ElementTree.Element:
    return ElementTree.fromstring(unpacked(data)[part])


def said(chart: ElementTree.Element, path: str) -> list[str]:
    names = "/".join(CHART + name for name in path.split("/"))
    return [found.text or "" for found in chart.iterfind(f".//{names}")]


def test_an_order_as_it_should_be_at_a_glance() -> None:
    sheet = summary(placement(order(logos=14)))
    assert rows(sheet) == [
        ["Order PO-1: 52 pieces and 14 loose logos"],
        ["✓ The order is confirmed as sent."],
        [],
        ["Reference", "Order number", "Status", "Pieces", "Loose logos", "Delivery date", "Total with VAT", "Currency"],
        ["PO-1", "20002502", "completed", 52, 14, datetime(2026, 5, 13), 3521.28, "DKK"],
        [],
        ["Pieces per design and size"],
        ["Size", "Home shirt 2026", "Away shirt 2026", "Socks", "Total"],
        ["39-42", None, None, 12, 12],
        ["128", 4, None, None, 4],
        ["S", 3, None, None, 3],
        ["M", 9, 8, None, 17],
        ["L", 6, 7, None, 13],
        ["XL", 2, None, None, 2],
        ["XXL", None, 1, None, 1],
        ["Total", 24, 16, 12, 52],
    ]
    assert sheet["A2"].fill.fgColor.rgb == f"FF{GOOD.fill}"
    assert (sheet["B5"].data_type, sheet["A10"].data_type) == ("s", "s")
    assert (sheet["G5"].number_format, sheet["F5"].number_format) == ("#,##0.00", r"[$-809]d\ mmm\ yyyy")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (
        "landscape", 0, True,
    )  # fmt: skip


def test_it_comes_before_the_others_and_is_what_is_opened() -> None:
    book = opened(written(placement()))
    assert (book.sheetnames, book.active.title) == (["Roster", "Summary", "Results", "Lines"], "Summary")


def test_what_is_wrong_comes_first_the_gravest_above_and_in_colour() -> None:
    delivery = difference("delivery", "Stadionvej 1", "Stadionvej 11", DELIVERY)
    sheet = summary(
        placement(order("PO-1", ONE_SIZE), differences=(NAME_DIFFERS, delivery)),
        placement(order("PO-2", ONE_SIZE), Status.PENDING),
        placement(order("PO-3", {HOME: {"128": 5}}), Status.REFUSED, error=REFUSED),
        placement(order("PO-4", {AWAY: {"M": 2}})),
    )
    pending = "It is placed, but not confirmed yet: roster-import resume asks again."
    assert rows(sheet)[:16] == [
        ["4 orders: 28 pieces"],
        ["! 1 order was refused, 1 order is not confirmed yet, "
         "2 differences between what was sent and what is confirmed."],
        [],
        ["Order", "Row", "What", "Sent", "Confirmed", "In words"],
        ["PO-3", None, "refused", None, None, REFUSED],
        ["PO-2", None, "pending", None, None, pending],
        ["PO-1", "Roster 3", "name", "HOME M", "HOME N", NAME_DIFFERS.message],
        ["PO-1", None, "delivery", "Stadionvej 1", "Stadionvej 11", DELIVERY],
        [],
        ["Reference", "Order number", "Status", "Pieces", "Loose logos", "Delivery date", "Total with VAT", "Currency"],
        ["PO-1", "20002502", "completed, differs", 13, 0, datetime(2026, 5, 13), 3521.28, "DKK"],
        ["PO-2", None, "pending", 13, 0],
        ["PO-3", None, "refused", 5, 0],
        ["PO-4", "20002502", "completed", 2, 0, datetime(2026, 5, 13), 3521.28, "DKK"],
        ["Together, as placed", None, None, 28, 0, None, 7042.56, "DKK"],
        [],
    ]  # fmt: skip
    assert rows(sheet)[16] == ["Pieces per design and size", None, "without PO-3: not placed"]
    fills = [sheet.cell(row, 1).fill.fgColor.rgb for row in (2, 5, 6, 7, 8)]
    assert fills == [f"FF{look.fill}" for look in (ERROR, ERROR, WARNING, ERROR, ERROR)]
    assert all(sheet.cell(row, 3).font.bold for row in range(5, 9))
    assert sheet["B7"].hyperlink.location == "'Roster'!A3"
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A2:J2", *(f"F{row}:J{row}" for row in range(4, 9))}


@pytest.mark.parametrize(
    ("status", "verdict", "sentence"),
    [
        (Status.UNKNOWN, "! 1 order is of unknown outcome.",
         "Whether it was placed is not known. The same command again, or roster-import resume, finds out."),
        (Status.PENDING, "! 1 order is not confirmed yet.",
         "It is placed, but not confirmed yet: roster-import resume asks again."),
        (Status.PLANNED, "! 1 order was not sent.", "It was not sent. The same command again sends it."),
        (Status.FAILED, "! 1 order failed.", None),
    ],
)  # fmt: skip
def test_every_unfinished_order_says_what_to_do_next(status: Status, verdict: str, sentence: str | None) -> None:
    found = rows(summary(placement(status=status)))
    assert found[1] == [verdict]
    assert (found[4] + [None] * 5)[:6] == ["PO-1", None, status.value, None, None, sentence]


def test_where_nothing_was_placed_the_pieces_are_those_asked_for() -> None:
    found = rows(summary(placement(order(designs=ONE_SIZE), Status.REFUSED, error=REFUSED)))
    assert ["Pieces per design and size", None, "as asked for: nothing of it was placed"] in found
    assert found[-1] == ["Total", 13]


def test_of_very_many_differences_it_lists_the_first_and_stays_known_as_ours() -> None:
    many = tuple(difference("name", "A", "B", f"Home shirt 2026: {at}", 3) for at in range(300))
    sheet = summary(placement(differences=many))
    assert rows(sheet)[23:26] == [
        ["PO-1", "Roster 3", "name", "A", "B", "Home shirt 2026: 19"],
        ["… and 280 more: see the sheets Results and Lines."],
        [],
    ]
    assert [one.name for one in read(written(placement(differences=many))) if is_ours(one)] == [
        "Summary", "Results", "Lines",
    ]  # fmt: skip


def test_the_pieces_and_their_chart_begin_a_page_where_one_page_may_not_hold_all() -> None:
    many = tuple(difference("name", "A", "B", f"Home shirt 2026: {at}", 3) for at in range(300))
    heading = 1 + rows(sheet := summary(placement(differences=many))).index(["Pieces per design and size"])
    assert [each.id for each in sheet.row_breaks.brk] == [heading - 1]
    assert not summary(placement()).row_breaks.brk


def test_a_cell_of_the_results_says_the_first_differences_and_how_many_more() -> None:
    many = tuple(difference("name", "A", "B", f"Home shirt 2026: {at}", 3) for at in range(300))
    said = opened(written(placement(differences=many)))["Results"]["M2"].value
    assert said.split("\n")[-2:] == ["Home shirt 2026: 5", "… and 294 more: see the sheet Lines."]
    quiet, told = (opened(written(each))["Results"] for each in (placement(), placement(differences=many)))
    assert quiet.column_dimensions["M"].width < 20 < told.column_dimensions["M"].width


def test_a_long_title_is_not_cut_by_the_size_beside_it() -> None:
    long, short = (DesignRef(id=1, title=title) for title in ("Match kit, numbers front and back", "Kit"))
    widths = [
        opened(written(placement(order(designs={each: {"M": 1}}))))["Lines"].column_dimensions for each in (long, short)
    ]
    assert [each["E"].width for each in widths] == [34, 24]
    assert {each["B"].width for each in widths} == {12}


def read(data: bytes) -> tuple[Sheet, ...]:
    """The sheets as the importer reads them."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(data)
        file.flush()
        return parse(Path(file.name), ReadOptions()).sheets


def test_what_a_cell_says_is_text_whatever_it_begins_with() -> None:
    nasty = DesignRef(id=1, title='=HYPERLINK("http://x")\x01 & <b>')
    one = order("=1+1\"'", {nasty: {"=M": 2, "@S": 1}})
    data = written(placement(one, Status.FAILED, error="=cmd|' /C calc'!A0"))
    sheet = opened(data)["Summary"]
    texts = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in texts} == {"s"}
    assert any(cell.value == "=cmd|' /C calc'!A0" for cell in texts)
    assert said(chart_of(data), "tx/strRef/strCache/pt/v") == ['=HYPERLINK("http://x")_x0001_ & <b>']
    assert all(re.fullmatch(r"'Summary'!\$[A-Z]+\$[0-9]+(:\$[A-Z]+\$[0-9]+)?", f.text) for f in
               chart_of(data).iter(f"{CHART}f"))  # fmt: skip
    assert b"\x01" not in unpacked(data)["xl/charts/chart1.xml"]


# ------------------------------------------------------------------------------------------------------ the chart


def test_the_chart_is_native_and_carries_what_the_table_says() -> None:
    data = written(placement())
    chart = chart_of(data)
    assert said(chart, "tx/strRef/f") == ["'Summary'!$B$8", "'Summary'!$C$8", "'Summary'!$D$8"]
    assert said(chart, "tx/strRef/strCache/pt/v") == ["Home shirt 2026", "Away shirt 2026", "Socks"]
    assert said(chart, "cat/strRef/f") == ["'Summary'!$A$9:$A$15"] * 3
    assert said(chart, "cat/strRef/strCache/pt/v")[:7] == ["39-42", "128", "S", "M", "L", "XL", "XXL"]
    assert said(chart, "val/numRef/f") == [f"'Summary'!${letter}$9:${letter}$15" for letter in "BCD"]
    first = next(chart.iter(f"{CHART}numCache"))
    assert [(point.get("idx"), point[0].text) for point in first.iter(f"{CHART}pt")] == [
        ("1", "4"), ("2", "3"), ("3", "9"), ("4", "6"), ("5", "2"),
    ]  # fmt: skip
    (read_back,) = opened(data)["Summary"]._charts
    assert (len(read_back.series), read_back.barDir, read_back.grouping) == (3, "col", "clustered")
    assert (read_back.anchor._from.row, read_back.anchor._from.col, read_back.anchor.to.col) == (7, 5, 10)


def test_the_bars_can_be_told_apart_without_colour() -> None:
    designs = {DesignRef(id=at, title=f"Design {at}"): {"M": at + 1} for at in range(4)}
    chart = chart_of(written(placement(order(designs=designs))))
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    bars = [found.find(f"{CHART}spPr")[0] for found in chart.iter(f"{CHART}ser")]
    looks = [
        (bar.tag.removeprefix(drawing), bar.get("prst"), next(bar.iter(f"{drawing}srgbClr")).get("val")) for bar in bars
    ]
    assert looks == [
        ("solidFill", None, "1F3552"), ("solidFill", None, "F2B84B"), ("pattFill", "dkUpDiag", "1F6F43"),
        ("solidFill", None, "9FB4CC"),
    ]  # fmt: skip
    assert said(chart, "dLbls/showVal") == [""] * 4
    assert {found.get("val") for found in chart.iter(f"{CHART}showVal")} == {"1"}


def test_each_of_as_many_designs_as_one_chart_shows_has_a_fill_of_its_own_and_none_is_white() -> None:
    designs = {DesignRef(id=at, title=f"Design {at}"): {"M": at + 1} for at in range(8)}
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    looks = []
    for series in chart_of(written(placement(order(designs=designs)))).iter(f"{CHART}ser"):
        fill, line = series.find(f"{CHART}spPr")
        looks.append((next(fill.iter(f"{drawing}srgbClr")).get("val"), fill.get("prst")))
        assert next(line.iter(f"{drawing}srgbClr")).get("val") == "404040"
    assert len({colour for colour, _ in looks}) == len(looks) == 8
    assert not [colour for colour, _ in looks if int(colour[:2], 16) + int(colour[2:4], 16) + int(colour[4:], 16) > 700]


def test_one_design_needs_neither_a_legend_nor_a_column_of_totals() -> None:
    data = written(placement(order(designs=ONE_SIZE)))
    assert rows(opened(data)["Summary"])[7:] == [
        ["Size", "Home shirt 2026"], ["XS", 1], ["S", 3], ["M", 9], ["Total", 13],
    ]  # fmt: skip
    assert chart_of(data).find(f".//{CHART}legend") is None
    assert "Pieces per size: Home shirt 2026" in "".join(chart_of(data).itertext())


def test_many_designs_go_down_the_page_and_the_largest_are_piled_up_beneath() -> None:
    designs = {DesignRef(id=at, title=f"Design {at:02}"): {"S": at + 1, "M": 1} for at in range(12)}
    data = written(placement(order(designs=designs)))
    found = rows(opened(data)["Summary"])
    assert found[7:10] == [["Design", "S", "M", "Total"], ["Design 00", 1, 1, 2], ["Design 01", 2, 1, 3]]
    assert found[19:21] == [["Design 11", 12, 1, 13], ["Total", 78, 12, 90]]
    (chart,) = opened(data)["Summary"]._charts
    assert (len(chart.series), chart.grouping, chart.anchor._from.row) == (8, "stacked", 22)
    assert said(chart_of(data), "tx/strRef/strCache/pt/v") == [f"Design {at:02}" for at in range(4, 12)]
    assert said(chart_of(data), "val/numRef/f")[0] == "'Summary'!$B$13:$C$13"


def test_two_designs_of_one_title_are_two() -> None:
    designs = {DesignRef(id=1, title="Shirt"): {"M": 1}, DesignRef(mul="MUL2", title="Shirt"): {"M": 2}}
    assert rows(summary(placement(order(designs=designs))))[7:9] == [
        ["Size", "Shirt (1)", "Shirt (MUL2)", "Total"], ["M", 1, 2, 3],
    ]  # fmt: skip


def test_an_order_of_loose_logos_alone_has_no_table_and_no_chart() -> None:
    data = written(placement(order(designs={}, logos=14)))
    assert rows(opened(data)["Summary"])[4][:5] == ["PO-1", "20002502", "completed", 0, 14]
    assert not [name for name in unpacked(data) if "chart" in name or "drawing" in name]


# ------------------------------------------------------------------------------------- into what the user has


def test_the_users_own_chart_pictures_and_macros_keep_every_byte() -> None:
    before, after = parts(), unpacked(written(placement(), source=featured()))
    changed = {name for name in before if before[name] != after.get(name)}
    assert changed == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
    }  # fmt: skip
    assert sorted(set(after) - set(before)) == [
        "xl/charts/chart2.xml",
        "xl/drawings/_rels/drawing2.xml.rels",
        "xl/drawings/drawing2.xml",
        "xl/worksheets/_rels/sheet4.xml.rels",
        "xl/worksheets/sheet4.xml",
        "xl/worksheets/sheet5.xml",
        "xl/worksheets/sheet6.xml",
    ]
    assert b'Target="../charts/chart2.xml"' in after["xl/drawings/_rels/drawing2.xml.rels"]
    book = opened(packed(after))
    assert [len(book[name]._charts) for name in ("Roster", "Summary")] == [1, 1]


def test_written_again_into_its_own_result_it_is_there_once_and_nothing_is_left_over() -> None:
    first = written(placement(status=Status.PENDING), source=featured())
    again = written(placement(status=Status.PENDING), source=first)
    assert sorted(unpacked(again)) == sorted(unpacked(first))
    assert unpacked(again)["xl/charts/chart2.xml"] == unpacked(first)["xl/charts/chart2.xml"]
    bare = rewrite(again, remove=["Summary", "Results", "Lines"])
    assert set(unpacked(bare)) == set(parts())


def test_read_back_it_is_ours_and_no_data() -> None:
    book = as_read(written(placement(differences=(NAME_DIFFERS,))))
    assert [sheet.name for sheet in book.sheets] == ["Roster", "Summary", "Results", "Lines"]
    assert [sheet.name for sheet in without_our_marks(book).sheets] == ["Roster"]


def test_a_summary_of_the_users_own_stays_and_the_chart_refers_to_ours() -> None:
    book = load_workbook(io.BytesIO(roster_bytes()))
    book.create_sheet("Summary")["A1"] = "mine"
    file = io.BytesIO()
    book.save(file)
    data = written(placement(), source=file.getvalue())
    assert opened(data).sheetnames == ["Roster", "Summary", "Summary (2)", "Results", "Lines"]
    assert opened(data)["Summary"]["A1"].value == "mine"
    assert said(chart_of(data), "tx/strRef/f")[0] == "'Summary (2)'!$B$8"


def test_a_csv_file_and_the_old_formats_get_it_in_a_new_workbook() -> None:
    book = roster_file(Path("club.csv"), name="U15: a/b", form=FileFormat.CSV)
    one = placement(order(designs=ONE_SIZE), differences=(NAME_DIFFERS,))
    data = results_workbook(None, book, [layout(name="U15: a/b")], lines_of(one.order), [one], None)
    assert opened(data).sheetnames == ["U15- a-b", "Summary", "Results", "Lines"]
    assert len(opened(data)["Summary"]._charts) == 1


def test_links_lead_to_the_sheet_as_it_is_called_in_the_copy() -> None:
    book = roster_file(Path("club.csv"), name="U15/1", form=FileFormat.CSV)
    found = replace(difference("name", "A", "B", "Home shirt 2026: x"), origins=(Origin(sheet="U15/1", row=3),))
    data = results_workbook(None, book, [layout(name="U15/1")], (), [placement(differences=(found,))], None)
    cell = opened(data)["Summary"]["B5"]
    assert (cell.value, cell.hyperlink.location) == ("U15/1 3", "'U15-1'!A3")


def test_results_from_the_ledger_alone_have_it_without_links() -> None:
    book = opened(bare_results([placement(differences=(NAME_DIFFERS,))]))
    assert book.sheetnames == ["Summary", "Results", "Lines"]
    assert (book["Summary"]["B5"].value, book["Summary"]["B5"].hyperlink) == ("Roster 3", None)
    assert len(book["Summary"]._charts) == 1


def test_in_a_strict_workbook_the_chart_is_strict_too() -> None:
    strict = "http://purl.oclc.org/ooxml/"
    source = one_sheet(
        f'{HEAD}<worksheet xmlns="{strict}spreadsheetml/main"><sheetData/></worksheet>',
        namespace=f"{strict}spreadsheetml/main", office=f"{strict}officeDocument/relationships",
        styles=STYLES.replace(MAIN, f"{strict}spreadsheetml/main"),
    )  # fmt: skip
    chart = Chart(
        title="Pieces", categories=(2, 1, 2, 1), series=(Series(name=(1, 2), values=(2, 2, 2, 2)),), place=(1, 4, 9, 9)
    )
    after = unpacked(rewrite(source, add=[NewSheet(name="Summary", rows=(("Size", "Kit"), ("M", 3)), chart=chart)]))
    for part in ("xl/drawings/drawing1.xml", "xl/charts/chart1.xml", "xl/drawings/_rels/drawing1.xml.rels"):
        assert b"schemas.openxmlformats.org/drawingml" not in after[part]
        assert b"schemas.openxmlformats.org/officeDocument" not in after[part]
    assert ElementTree.fromstring(after["xl/charts/chart1.xml"]).tag == f"{{{strict}drawingml/chart}}chartSpace"


def test_relations_left_lying_around_do_not_become_those_of_our_drawing() -> None:
    content = parts()
    content["xl/drawings/_rels/drawing2.xml.rels"] = content["xl/drawings/_rels/drawing1.xml.rels"]
    after = unpacked(written(placement(), source=packed(content)))
    assert after["xl/drawings/_rels/drawing2.xml.rels"] == content["xl/drawings/_rels/drawing2.xml.rels"]
    assert "xl/drawings/drawing3.xml" in after


# ------------------------------------------------------------------------------------------- the order of elements

SHEET_ORDER = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "mergeCells",
               "hyperlinks", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "ignoredErrors",
               "drawing", "legacyDrawing"]  # fmt: skip
CHART_ORDER = {  # ECMA-376-1, 21.2.2
    "chartSpace": ["date1904", "lang", "roundedCorners", "chart", "spPr", "txPr", "printSettings"],
    "chart": ["title", "autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"],
    "plotArea": ["layout", "barChart", "catAx", "valAx"],
    "barChart": ["barDir", "grouping", "varyColors", "ser", "ser", "ser", "gapWidth", "overlap", "axId", "axId"],
    "ser": ["idx", "order", "tx", "spPr", "invertIfNegative", "dLbls", "cat", "val"],
    "dLbls": ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"],
    "catAx": ["axId", "scaling", "delete", "axPos", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos", "spPr",
              "crossAx", "crosses", "auto", "lblAlgn", "lblOffset", "noMultiLvlLbl"],
    "valAx": ["axId", "scaling", "delete", "axPos", "majorGridlines", "numFmt", "majorTickMark", "minorTickMark",
              "tickLblPos", "spPr", "crossAx", "crosses", "crossBetween"],
}  # fmt: skip


def test_the_parts_have_their_elements_in_the_order_of_the_standard() -> None:
    data = written(placement(differences=(NAME_DIFFERS,)))
    chart = chart_of(data)
    for parent, children in CHART_ORDER.items():
        element = chart if parent == "chartSpace" else next(chart.iter(CHART + parent))
        assert [child.tag.removeprefix(CHART) for child in element] == children, parent
    axes = [found.get("val") for found in chart.iter(f"{CHART}axId")]
    assert axes[:2] == axes[2:]
    assert [found.get("val") for found in chart.iter(f"{CHART}crossAx")] == axes[1::-1]
    for number in (2, 3, 4):
        sheet = ElementTree.fromstring(unpacked(data)[f"xl/worksheets/sheet{number}.xml"])
        names = [child.tag.rpartition("}")[2] for child in sheet]
        assert names == [name for name in SHEET_ORDER if name in names]
    types = unpacked(data)["[Content_Types].xml"]
    assert types.count(b"drawingml.chart+xml") == types.count(b"officedocument.drawing+xml") == 1


# ----------------------------------------------------------------------------------------------------- the others


def test_headings_and_references_stay_in_sight_and_every_sheet_goes_on_one_page_across() -> None:
    book = opened(written(placement()))
    assert [book[name].freeze_panes for name in ("Summary", "Results", "Lines")] == [None, "B2", "B2"]
    assert {book[name].sheet_properties.pageSetUpPr.fitToPage for name in ("Summary", "Results", "Lines")} == {True}
    assert book["Lines"].oddFooter.right.text == "&P / &N"
    assert [book["Results"].cell(2, column).number_format for column in (8, 9, 10, 11)] == [
        "#,##0.00", "#,##0.00", "#,##0.0", "#,##0.00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "shown"),
    [("1000", "#,##0.00"), ("9.5", "#,##0.00"), ("1.2345", "#,##0.0000"), ("1e3", "#,##0.00"), ("a lot", "General")],
)
def test_money_has_two_decimals_and_never_fewer_than_it_came_with(sent: str, shown: str) -> None:
    one = placement()
    assert one.confirmation is not None
    book = opened(written(replace(one, confirmation=replace(one.confirmation, sub_total=sent))))
    assert book["Results"]["H2"].number_format == shown


def test_what_differs_stands_out_on_the_lines() -> None:
    sheet = opened(written(placement(differences=(NAME_DIFFERS,))))["Lines"]
    assert [(cell.value, cell.font.bold) for cell in (sheet["L3"], sheet["L4"])] == [
        ("HOME N", True),
        ("HOME L", False),
    ]
    assert sheet["L3"].fill.fgColor.rgb == f"FF{ERROR.fill}"
    assert sheet["O3"].value == NAME_DIFFERS.message


def test_the_status_of_a_line_has_a_column_only_where_there_is_one() -> None:
    placed = with_line_statuses(order("PO-7", ONE_SIZE), "shipped", "", "cancelled")
    sheet = opened(written(placed))["Lines"]
    assert [[cell.value for cell in row[13:]] for row in sheet.iter_rows()] == [
        ["Confirmed quantity", "Line status", "Difference"], [3, "shipped", None], [9, None, None], [1, "cancelled", None],
    ]  # fmt: skip
    assert [cell.value for cell in opened(written(placement()))["Lines"][1]][13:] == [
        "Confirmed quantity",
        "Difference",
    ]


def test_differences_of_a_system_that_knows_lines_alone_are_at_their_lines() -> None:
    less = difference("quantity", "9", "7", "Home shirt 2026: quantity was sent as 9, Dropday has 7.", 3)
    gone = difference("quantity", "3", None, "3 × Home shirt 2026 is not in the order that Dropday has.", 2)
    sheet = opened(written(placement(order(designs=ONE_SIZE), differences=(less, gone))))["Lines"]
    assert [[sheet.cell(row, column).value for column in (9, 14, 15)] for row in (2, 3, 4)] == [
        [3, 0, gone.message], [9, 7, less.message], [1, 1, None],
    ]  # fmt: skip
    assert sheet.max_row == 4


def test_of_a_shirt_that_is_not_confirmed_nothing_is_said_to_be_confirmed() -> None:
    gone = difference("quantity", "3", None, "3 × Home shirt 2026 is not in the confirmed order.", 2)
    sheet = opened(written(placement(order(designs=ONE_SIZE), differences=(gone,))))["Lines"]
    assert [cell.value for cell in sheet[1]][10:14] == [
        "Confirmed size", "Confirmed name", "Confirmed number", "Confirmed quantity",
    ]  # fmt: skip
    assert [[cell.value for cell in row[10:14]] for row in sheet.iter_rows(min_row=2, max_row=3)] == [
        [None, None, None, 0], ["M", "HOME M", "2", 9],
    ]  # fmt: skip


def over_the_cells(sheet_parts: str, vml: str = "", drawing: str = "") -> bytes:
    """A roster in A and B with things over its cells; the drawing stands in a part of its own."""
    content = unpacked(roster_bytes())
    name = "xl/worksheets/sheet1.xml"
    content[name] = content[name].replace(b"</worksheet>", f"{sheet_parts}</worksheet>".encode())
    related = [("drawing", "../drawings/drawing7.xml"), ("vmlDrawing", "../drawings/vmlDrawing7.vml")]
    content["xl/worksheets/_rels/sheet1.xml.rels"] = relations(*related).encode()
    content["xl/drawings/drawing7.xml"] = f'<xdr:wsDr xmlns:xdr="urn:x">{drawing}</xdr:wsDr>'.encode()
    content["xl/drawings/vmlDrawing7.vml"] = f'<xml xmlns:v="urn:v" xmlns:x="urn:x">{vml}</xml>'.encode()
    return packed(content)


def corner(name: str, column: int, offset: int = 0) -> str:
    return f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{offset}</xdr:colOff><xdr:row>0</xdr:row></xdr:{name}>"


def sparkline(place: str) -> str:
    names = 'xmlns:x14="urn:x14" xmlns:xm="urn:xm"'
    cells = f"<x14:sparkline><xm:f>Roster!B2:B5</xm:f><xm:sqref>{place}</xm:sqref></x14:sparkline>"
    return f'<extLst><ext uri="a" {names}><x14:sparklineGroups>{cells}</x14:sparklineGroups></ext></extLst>'


def shape(kind: str) -> str:
    return f'<v:shape><x:ClientData ObjectType="{kind}"><x:Anchor>\n 2, 9, 1, 0, 4, 0, 2, 0</x:Anchor></x:ClientData></v:shape>'


CONTROL = (
    f'<controls xmlns:xdr="urn:xdr"><control><controlPr><anchor>{corner("from", 3)}{corner("to", 4, 5)}</anchor>'
    "</controlPr></control></controls>"
)


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("over", "first"),
    [
        ({"sheet_parts": ""}, "C"),
        ({"sheet_parts": sparkline("C2")}, "D"),
        ({"sheet_parts": sparkline("E2 E3:F4")}, "G"),
        ({"sheet_parts": sparkline("K2")}, "C"),
        ({"sheet_parts": CONTROL}, "F"),
        ({"sheet_parts": "", "vml": shape("Checkbox")}, "E"),
        ({"sheet_parts": "", "vml": shape("Note")}, "C"),
        ({"sheet_parts": "", "drawing": f"<xdr:twoCellAnchor>{corner('from', 4)}{corner('to', 6)}</xdr:twoCellAnchor>"}, "G"),
        (
            {
                "sheet_parts": sparkline("J9"),
                "drawing": f'<xdr:oneCellAnchor>{corner("from", 2)}<xdr:ext cx="1219200" cy="9"/></xdr:oneCellAnchor>',
            },
            "F",
        ),
    ],
)  # fmt: skip
def test_the_results_stand_under_nothing_that_lies_over_the_cells(over: dict[str, str], first: str) -> None:
    sheet = opened(written(placement(), source=over_the_cells(**over)))["Roster"]
    [found] = [cell.column_letter for cell in sheet[1] if cell.value == "Order number"]
    assert found == first


@pytest.mark.parametrize(("language", "shown"), [("en", "#,##0.0"), ("da", "[$-406]#,##0.0"), ("de", "[$-407]#,##0.0")])
def test_the_vat_rate_is_shown_as_the_reader_writes_numbers(language: str, shown: str) -> None:
    row = opened(bare_results([placement()], language=language)).worksheets[-2][2]
    [rate] = [cell for cell in row if cell.value == 25]
    assert rate.number_format == shown


def test_a_difference_about_no_item_is_listed_beneath_them() -> None:
    odd = difference("other", None, None, "Something else.", 3)
    sheet = opened(written(placement(order(designs=ONE_SIZE), differences=(odd,))))["Lines"]
    assert [cell.value for cell in sheet[5]][::14] == ["PO-1", "Something else."]


def test_a_chart_of_a_new_workbook_opens_without_complaint() -> None:
    chart = Chart(
        title="T", categories=(2, 1, 3, 1), series=(Series(name=(1, 2), values=(2, 2, 3, 2)),), place=(1, 4, 9, 9)
    )
    data = new_workbook([NewSheet(name="It's", rows=(("Size", "Kit"), ("M", 3), ("L", None)), chart=chart)])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(load_workbook(io.BytesIO(data))["It's"]._charts) == 1
    assert said(chart_of(data), "val/numRef/f") == ["'It''s'!$B$2:$B$3"]
    assert said(chart_of(data), "val/numRef/numCache/pt/v") == ["3"]


@pytest.mark.parametrize(
    ("language", "sandbox", "test"),
    [
        ("en", "✓ The order is confirmed as sent. This was a rehearsal: nothing was really ordered.",
         "! 1 order is not confirmed yet. This was a test order: nothing of it is made or delivered."),
        ("da", "✓ Ordren er bekræftet, som den blev sendt. Det var en prøve: intet er rigtigt bestilt.",
         "! 1 ordre er endnu ikke bekræftet. Det var en testordre: intet af den fremstilles eller leveres."),
        ("de", "✓ Die Bestellung ist bestätigt, wie sie gesendet wurde. Das war eine Probe: Nichts wurde wirklich bestellt.",
         "! 1 Bestellung ist noch nicht bestätigt. Das war eine Testbestellung: Nichts davon wird hergestellt oder geliefert."),
    ],
)  # fmt: skip
def test_a_rehearsal_is_called_one(language: str, sandbox: str, test: str) -> None:
    rehearsed, tested = placement(realm="sandbox"), placement(status=Status.PENDING, realm="test")
    said = [opened(bare_results([one], language=language)).worksheets[0]["A2"].value for one in (rehearsed, tested)]
    assert said == [sandbox, test]
