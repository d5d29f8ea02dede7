"""The part of a sheet of our own: rows, widths, frozen headings, filter buttons, ready to be printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from roster_import.language.invisible import on_one_line, visible
from roster_import.model.workbook import column_letter
from roster_import.write.ooxml.cells import PLAIN, CellEdit, NewSheet, address, fixed
from roster_import.write.ooxml.markup import DECLARATION, escaped
from roster_import.write.ooxml.sheet_part import links_xml
from roster_import.write.ooxml.values import LINE, USUAL_WIDTH, Epoch, cell_xml, needed_height, shortened, text_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.write.ooxml.cells import Box, Chart, Look, Series, Value
    from roster_import.write.ooxml.parts import Namespaces
    from roster_import.write.ooxml.styles_part import Styles

    Rows: TypeAlias = Sequence[Sequence[CellEdit | Value]]


_MARGINS: Final = '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
_FOOTER: Final = (
    '<headerFooter scaleWithDoc="0"><oddFooter>&amp;L&amp;9&amp;A&amp;R&amp;9&amp;P / &amp;N</oddFooter></headerFooter>'
)
_UPRIGHT_A4, _A4_ACROSS = (523.0, 755.0), (770.0, 509.0)  # points between these margins, across and down
_POINTS: Final = 5.5  # across a character of a column, its share of the cell's edges included
_SURE: Final = 0.93  # of a page's height: a program may make rows higher
_UPRIGHT: Final = 95  # characters that an upright page holds in a size one can read


def sheet_xml(sheet: NewSheet, namespace: str, styles: Styles, epoch: Epoch, drawing: str = "") -> bytes:
    """The sheet as XML; cells by address, in the order the schema wants (ECMA-376-1, 18.3.1.99).

    `drawing` is the element that names the sheet's drawing, where it has one.
    """
    pieces = (
        f'{DECLARATION}<worksheet xmlns="{namespace}">',
        _properties(sheet),
        f'<dimension ref="{_area(sheet)}"/>',
        _view(sheet),
        '<sheetFormatPr defaultRowHeight="15"/>',
        _columns(sheet),
        "<sheetData>",
        *_rows(sheet, styles, epoch),
        "</sheetData>",
        f'<autoFilter ref="{filter_area(sheet)}"/>' if sheet.filtered else "",
        _merged(sheet),
        _links(sheet),
        _MARGINS,
        _paper(sheet),
        _FOOTER,
        _break(sheet),
        f'<ignoredErrors><ignoredError sqref="{_area(sheet)}" numberStoredAsText="1"/></ignoredErrors>',
        drawing,
        "</worksheet>",
    )
    return "".join(pieces).encode()


def _properties(sheet: NewSheet) -> str:
    colour = f'<tabColor rgb="FF{sheet.tab_colour}"/>' if sheet.tab_colour else ""
    return f'<sheetPr>{colour}<pageSetUpPr fitToPage="1"/></sheetPr>'


def _size(sheet: NewSheet) -> tuple[int, int]:
    return max(len(sheet.rows), 1), max((len(row) for row in sheet.rows), default=0) or 1


def _area(sheet: NewSheet) -> str:
    return f"A1:{address(*_size(sheet))}"


def filter_area(sheet: NewSheet) -> str:
    """The cells under the filter buttons, which stand in the last frozen row."""
    return f"A{max(sheet.frozen_rows, 1)}:{address(*_size(sheet))}"


def _view(sheet: NewSheet) -> str:
    selected = ' tabSelected="1"' if sheet.opened else ""
    start = f'<sheetViews><sheetView showGridLines="0"{selected} workbookViewId="0"'
    rows, columns = sheet.frozen_rows, sheet.frozen_columns
    if not rows and not columns:
        return f"{start}/></sheetViews>"
    corner = "bottomLeft" if not columns else "bottomRight" if rows else "topRight"
    split = (f'xSplit="{columns}" ' if columns else "") + (f'ySplit="{rows}" ' if rows else "")
    pane = f'{split}topLeftCell="{address(rows + 1, columns + 1)}" activePane="{corner}" state="frozen"'
    return f'{start}><pane {pane}/><selection pane="{corner}"/></sheetView></sheetViews>'


def _paper(sheet: NewSheet) -> str:
    """A4, one page wide and as many high as it takes; across where it is wide."""
    orientation = "landscape" if _lies_across(sheet) else "portrait"
    return f'<pageSetup paperSize="9" orientation="{orientation}" fitToHeight="0"/>'


def _lies_across(sheet: NewSheet) -> bool:
    width = _width(sheet)
    return not width or width > _UPRIGHT


def _width(sheet: NewSheet) -> float:
    return sum(width for column, width in enumerate(sheet.widths, 1) if column not in sheet.hidden)


def _break(sheet: NewSheet) -> str:
    """A new page before the rows that stay together, unless one page surely holds them and all above.

    Where on a page they would begin differs from program to program, with the fonts it has.
    """
    *starts, last = sheet.together or (0,)
    heights = [_row_points(sheet, row, at) for at, row in enumerate(sheet.rows, 1)] if starts else []
    heights += [LINE] * (last - len(heights))
    page = _page(sheet)
    first = next((start for start in starts if sum(heights[start - 1 :]) <= page), None)
    if first is None or sum(heights) <= page:
        return ""
    return f'<rowBreaks count="1" manualBreakCount="1"><brk id="{first - 1}" max="16383" man="1"/></rowBreaks>'


def _page(sheet: NewSheet) -> float:
    """The height in points of what one page holds, once the sheet is as wide as it."""
    across, down = _A4_ACROSS if _lies_across(sheet) else _UPRIGHT_A4
    return _SURE * down / min(across / max(_width(sheet) * _POINTS, 1), 1.0)


def _merged(sheet: NewSheet) -> str:
    areas = "".join(f'<mergeCell ref="{address(*box[:2])}:{address(*box[2:])}"/>' for box in sheet.merged)
    return f'<mergeCells count="{len(sheet.merged)}">{areas}</mergeCells>' if areas else ""


def _columns(sheet: NewSheet) -> str:
    widths = "".join(
        f'<col min="{i}" max="{i}" width="{width:g}" customWidth="1"{_hidden(sheet, i)}/>'
        for i, width in enumerate(sheet.widths, 1)
    )
    return f"<cols>{widths}</cols>" if widths else ""


def _hidden(sheet: NewSheet, column: int) -> str:
    return ' hidden="1"' if column in sheet.hidden else ""


def _rows(sheet: NewSheet, styles: Styles, epoch: Epoch) -> Iterator[str]:
    letters = [column_letter(column) for column in range(1, _size(sheet)[1] + 1)]
    for number, row in enumerate(sheet.rows, 1):
        height, top = _height(sheet, row, number), _is_from_the_top(row)
        yield f'<row r="{number}"{height}>'
        for letter, cell in zip(letters, row, strict=False):
            if cell is None:
                continue
            look, value = (cell.look, cell.value) if isinstance(cell, CellEdit) else (PLAIN, cell)
            look = _at_the_top(look) if top else look
            value = visible(value) if isinstance(value, str) and not sheet.copied else value
            yield cell_xml("", f"{letter}{number}", styles.style_for(0, look, value), value, epoch)
        yield "</row>"


def _is_from_the_top(row: tuple[CellEdit | Value, ...]) -> bool:
    """Whether a text of a row may take more lines than one: then all of the row begin on the same line."""
    return any(isinstance(cell, CellEdit) and cell.look.wrap for cell in row)


def _height(sheet: NewSheet, row: tuple[CellEdit | Value, ...], number: int) -> str:
    """The height of a row that takes more than one line; others are as high as the program makes them."""
    height = _row_points(sheet, row, number)
    own = ' customHeight="1"' if any(box[0] == number for box in sheet.merged) else ""
    return f' ht="{height:g}"{own}' if height > LINE else ""  # no program fits a row to a merged cell


def _row_points(sheet: NewSheet, row: tuple[CellEdit | Value, ...], number: int) -> float:
    """How high a row is."""
    tall = [
        (at, cell) for at, cell in enumerate(row) if isinstance(cell, CellEdit) and (cell.look.wrap or cell.look.size)
    ]
    if not tall:
        return LINE
    widths = [*sheet.widths, *(USUAL_WIDTH,) * len(row)]
    for _, left, _, right in (box for box in sheet.merged if box[0] == number):
        widths[left - 1] = sum(widths[left - 1 : right])
    return needed_height((cell.look, cell.value, widths[at]) for at, cell in tall)


@lru_cache(maxsize=256)
def _at_the_top(look: Look) -> Look:
    return replace(look, top=True)


def cells_of(sheet: NewSheet) -> Mapping[tuple[int, int], CellEdit]:
    """The cells of a sheet that have a note or a link, by (row, column)."""
    return {
        (number, column): cell
        for number, row in enumerate(sheet.rows, 1)
        for column, cell in enumerate(row, 1)
        if isinstance(cell, CellEdit) and (cell.note is not None or cell.link is not None)
    }


def _links(sheet: NewSheet) -> str:
    links = {address(*place): cell.link for place, cell in cells_of(sheet).items() if cell.link is not None}
    return f"<hyperlinks>{links_xml('', links)}</hyperlinks>" if links else ""


# ----------------------------------------------------------------------------------------------------------- the chart


DRAWING_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawing+xml"
CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_EMU: Final = 9525  # in a pixel
_INK, _MUTED, _RULE = "262626", "595959", "D0D5DD"
# Colour, and the pattern in it with the colour behind, in an order in which neighbours differ most where there is no colour.
_BARS: Final = (
    ("1F3552", None), ("F2B84B", None), ("1F6F43", ("dkUpDiag", "A5D3B8")), ("9FB4CC", None),
    ("8E3B46", ("narHorz", "F0C9CE")), ("5F8F2F", None), ("5B4A8A", ("dkVert", "CFC6E6")), ("E6D3E0", None),
)  # fmt: skip
_MOST_LABELLED: Final = 40  # bars with their number above them before the numbers run into each other
_EVERY_PIECE: Final = 10  # up to this many, the axis counts by ones, or it would show halves of pieces
_LONGEST_TITLE: Final = 80
_FIRST_AXIS, _SECOND_AXIS = 111111111, 222222222


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """A chart together with the sheet it is about."""

    chart: Chart
    rows: Rows
    sheet: str

    def reference(self, box: Box) -> str:
        """The cells as a formula names them, the sheet's name always quoted."""
        first, last = (fixed(address(*place)) for place in (box[:2], box[2:]))
        area = first if box[:2] == box[2:] else f"{first}:{last}"
        return escaped("'" + self.sheet.replace("'", "''") + "'!" + area)

    def values(self, box: Box) -> list[Value]:
        """What stands in the cells, row by row."""
        top, left, bottom, right = box
        return [self._value(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]

    def _value(self, row: int, column: int) -> Value:
        cell = self.rows[row - 1][column - 1] if column <= len(self.rows[row - 1]) else None
        value = cell.value if isinstance(cell, CellEdit) else cell
        return value if isinstance(value, (str, int, float, Decimal)) else None


def drawing_xml(chart: Chart, relation: str, names: Namespaces) -> bytes:
    """The drawing that puts a chart on its sheet; `relation` is the drawing's relation to the chart part."""
    top, left, bottom, right = chart.place
    xml = (
        f'{DECLARATION}<xdr:wsDr xmlns:xdr="{names.drawing("spreadsheetDrawing")}" xmlns:a="{names.drawing("main")}">'
        f'<xdr:twoCellAnchor editAs="oneCell">{_corner("from", top - 1, left - 1, 12 * _EMU)}'
        f'{_corner("to", bottom, right)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
        f'<xdr:cNvPr id="2" name="Chart 1" descr="{escaped(chart.description)}"/><xdr:cNvGraphicFramePr/>'
        '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
        f'<a:graphic><a:graphicData uri="{names.drawing("chart")}">'
        f'<c:chart xmlns:c="{names.drawing("chart")}" xmlns:r="{names.relation}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )
    return xml.encode()


def _corner(name: str, row: int, column: int, across: int = 0) -> str:
    """A corner of an anchor: rows and columns counted from 0, and how far into the cell."""
    column_xml = f"<xdr:col>{column}</xdr:col><xdr:colOff>{across}</xdr:colOff>"
    return f"<xdr:{name}>{column_xml}<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"


def chart_xml(chart: Chart, rows: Rows, sheet: str, names: Namespaces) -> bytes:
    """The chart of cells of a sheet, whose name must be the one it has in the workbook."""
    plot = _Plot(chart=chart, rows=rows, sheet=sheet)
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if len(chart.series) > 1 else ""
    xml = (
        f'{DECLARATION}<c:chartSpace xmlns:c="{names.drawing("chart")}" xmlns:a="{names.drawing("main")}" '
        f'xmlns:r="{names.relation}"><c:date1904 val="0"/><c:lang val="{chart.language}"/><c:roundedCorners val="0"/>'
        f'<c:chart>{_title(chart)}<c:autoTitleDeleted val="0"/>'
        f"<c:plotArea><c:layout/>{_bars(plot)}{_category_axis()}{_value_axis(plot)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_solid('FFFFFF')}{_line(_RULE)}</c:spPr>{_letters(_INK, 900, chart.language)}"
        '<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/>'
        "<c:pageSetup/></c:printSettings></c:chartSpace>"
    )
    return xml.encode()


def _title(chart: Chart) -> str:
    text = on_one_line(shortened(chart.title, _LONGEST_TITLE))
    run = f'<a:r><a:rPr lang="{chart.language}" sz="1200" b="1">{_solid("1F3552")}</a:rPr><a:t>{escaped(text)}</a:t></a:r>'
    words = f"<a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_run_look('1F3552', 1200)}</a:pPr>{run}</a:p>"
    return f'<c:title><c:tx><c:rich>{words}</c:rich></c:tx><c:overlay val="0"/></c:title>'


def _bars(plot: _Plot) -> str:
    stacked = plot.chart.stacked
    series = "".join(_series(plot, at, bars) for at, bars in enumerate(plot.chart.series))
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="{"stacked" if stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{60 if stacked else 80}"/>'
        f'<c:overlap val="{100 if stacked else 0}"/><c:axId val="{_FIRST_AXIS}"/><c:axId val="{_SECOND_AXIS}"/>'
        "</c:barChart>"
    )


def _series(plot: _Plot, at: int, bars: Series) -> str:
    name, sizes = (*bars.name, *bars.name), plot.chart.categories
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx>{_texts(plot, name)}</c:tx>'
        f'<c:spPr>{_bar_fill(at)}{_line("404040")}</c:spPr><c:invertIfNegative val="0"/>{_labels(plot)}'
        f"<c:cat>{_texts(plot, sizes)}</c:cat><c:val>{_numbers(plot, bars.values)}</c:val></c:ser>"
    )


def _labels(plot: _Plot) -> str:
    """The number at each bar, where there is room for it."""
    bars = len(plot.chart.series) * len(plot.values(plot.chart.categories))
    shown = int(bars <= _MOST_LABELLED and not plot.chart.stacked)
    what = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    flags = "".join(f'<c:show{name} val="{shown if name == "Val" else 0}"/>' for name in what)
    return f"<c:dLbls>{flags}</c:dLbls>"


def _bar_fill(at: int) -> str:
    colour, drawn = _BARS[at % len(_BARS)]
    if drawn is None:
        return _solid(colour)
    pattern, behind = drawn
    ink, paper = (f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in
                  (("fgClr", colour), ("bgClr", behind)))  # fmt: skip
    return f'<a:pattFill prst="{pattern}">{ink}{paper}</a:pattFill>'


def _texts(plot: _Plot, box: Box) -> str:
    """A reference to cells of text, and what they say."""
    values = plot.values(box)
    points = ((at, text_xml(str(value))) for at, value in enumerate(values) if value not in (None, ""))
    return (
        f"<c:strRef><c:f>{plot.reference(box)}</c:f><c:strCache>{_points(len(values), points)}</c:strCache></c:strRef>"
    )


def _numbers(plot: _Plot, box: Box) -> str:
    """A reference to cells of numbers, and these numbers; an empty cell is no point."""
    values = plot.values(box)
    points = ((at, str(value)) for at, value in enumerate(values) if isinstance(value, (int, float, Decimal)))
    cache = f"<c:numCache><c:formatCode>0</c:formatCode>{_points(len(values), points)}</c:numCache>"
    return f"<c:numRef><c:f>{plot.reference(box)}</c:f>{cache}</c:numRef>"


def _points(count: int, points: Iterator[tuple[int, str]]) -> str:
    said = "".join(f'<c:pt idx="{at}"><c:v>{text}</c:v></c:pt>' for at, text in points)
    return f'<c:ptCount val="{count}"/>{said}'


def _category_axis() -> str:
    return (
        f'<c:catAx><c:axId val="{_FIRST_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr>{_line(_MUTED)}</c:spPr><c:crossAx val="{_SECOND_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(plot: _Plot) -> str:
    step = '<c:majorUnit val="1"/>' if _highest(plot) <= _EVERY_PIECE else ""
    return (
        f'<c:valAx><c:axId val="{_SECOND_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>{_line(_RULE)}</c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="{_FIRST_AXIS}"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="between"/>{step}</c:valAx>'
    )


def _highest(plot: _Plot) -> float:
    """The highest bar, or pile of bars."""
    columns = zip(*(plot.values(bars.values) for bars in plot.chart.series), strict=True)
    bars = [[float(value) for value in column if isinstance(value, (int, float, Decimal))] for column in columns]
    pick = sum if plot.chart.stacked else max
    return max((pick(bar) for bar in bars if bar), default=0.0)


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _line(colour: str) -> str:
    return f'<a:ln w="9525">{_solid(colour)}</a:ln>'


def _run_look(colour: str, size: int) -> str:
    return f'<a:defRPr sz="{size}">{_solid(colour)}</a:defRPr>'


def _letters(colour: str, size: int, language: str) -> str:
    look = f"<a:pPr>{_run_look(colour, size)}</a:pPr>"
    return f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p>{look}<a:endParaRPr lang="{language}"/></a:p></c:txPr>'
