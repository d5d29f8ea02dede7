"""Recognised sheets -> roster rows, one per garment wanted: whoever reads them needs to know nothing of layouts.

Pure: a workbook, its layouts and the catalogue in, rows and problems out. The way through it:

    rosters -> plans <- garments         which column says what of which garment
            -> merged                    merged cells filled down
            -> wants <- marks            what one row of the sheet wants
            -> expanding                 its roster rows, and cells from which nothing became
            -> noticing                  hidden, struck through, left out
    unprintable                          characters that reading left out
    combined                             a name and a number in one cell
"""

from __future__ import annotations

from roster_import.rows.combined import names_with_numbers
from roster_import.rows.detail_columns import DetailColumns, detail_columns, detail_sources
from roster_import.rows.plans import layout_meanings
from roster_import.rows.rosters import Rosters, read_rosters
from roster_import.rows.row import RosterRow
from roster_import.rows.unprintable import control_characters

__all__ = [
    "DetailColumns",
    "RosterRow",
    "Rosters",
    "control_characters",
    "detail_columns",
    "detail_sources",
    "layout_meanings",
    "names_with_numbers",
    "read_rosters",
]
