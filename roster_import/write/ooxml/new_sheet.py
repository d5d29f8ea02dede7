"""The part of a sheet of our own: rows, widths, frozen headings, filter buttons, ready to be printed."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from roster_import.language.invisible import visible
from roster_import.model.workbook import column_letter
from roster_import.write.ooxml.cells import PLAIN, CellEdit, NewSheet, address
from roster_import.write.ooxml.markup import DECLARATION
from roster_import.write.ooxml.sheet_part import links_xml
from roster_import.write.ooxml.values import LINE, USUAL_WIDTH, Epoch, cell_xml, needed_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.write.ooxml.cells import Look, Value
    from roster_import.write.ooxml.styles_part import Styles


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
