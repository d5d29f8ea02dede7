"""Recognised sheets -> roster rows, one per garment wanted: whoever reads them needs to know nothing of layouts.

Pure: a workbook, its layouts and the catalogue in, rows and problems out. The way through it:

    rosters -> column_plans <- garments  which column says what of which garment; merged cells filled down
            -> wanted <- cell_marks      what one row of the sheet wants
            -> expand                    its roster rows, and cells from which nothing became
            -> left_out                  hidden, struck through, left out
    control_characters                   characters that reading left out
    combined                             a name and a number in one cell
"""

from __future__ import annotations

from roster_import.check.rows.column_plans import layout_meanings
from roster_import.check.rows.combined import names_with_numbers
from roster_import.check.rows.control_characters import control_characters
from roster_import.check.rows.detail_columns import DetailColumns, detail_columns, detail_sources
from roster_import.check.rows.rosters import RosterWants, read_wants, roster_rows

__all__ = [
    "DetailColumns",
    "RosterWants",
    "control_characters",
    "detail_columns",
    "detail_sources",
    "layout_meanings",
    "names_with_numbers",
    "read_wants",
    "roster_rows",
]
