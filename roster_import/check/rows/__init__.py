"""Recognised sheets -> roster rows, one per garment wanted: whoever reads them needs to know nothing of layouts.

Pure: a workbook, its layouts and the catalogue in, rows and problems out. The way through it:

    rosters -> column_plans <- garments  which column says what of which garment
            -> cells                     merged cells filled down; which rows are alike, so that one is looked at for all
            -> chosen                    which rows a column of yes and no lets be ordered
            -> wanted                    what one row of the sheet wants
            -> expand                    its roster rows, and cells from which nothing became
            -> messages                  what is wrong with a cell, or left open, in words
            -> sheet_warnings            what is hidden, struck through or passed over
"""

from __future__ import annotations

from roster_import.check.rows.cells import title_columns, titled
from roster_import.check.rows.column_plans import layout_meanings
from roster_import.check.rows.rosters import RosterWants, read_wants, roster_rows

__all__ = ["RosterWants", "layout_meanings", "read_wants", "roster_rows", "title_columns", "titled"]
