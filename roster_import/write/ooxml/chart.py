"""A chart of cells of a sheet of our own: the drawing that holds it, and what it draws."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from roster_import.language.invisible import on_one_line
from roster_import.write.ooxml.cells import CellEdit, address, fixed
from roster_import.write.ooxml.markup import DECLARATION, escaped
from roster_import.write.ooxml.values import shortened, text_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.write.ooxml.cells import Box, Chart, Series, Value
    from roster_import.write.ooxml.parts import Namespaces

    Rows: TypeAlias = Sequence[Sequence[CellEdit | Value]]


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
