"""Understands the sheet a coach actually sends: which sheet is the roster, which row the heading, what columns mean.

Pure: a `Workbook` of text cells in, `Recognition` out. The way through it:

    as_told <- across, labelled_parts               sheets read otherwise than they stand, once somebody said so
    recognition -> sheets -> heading_rows           which rows are headings, and where another table begins
                          -> headings <- tokens <- words                   what a heading says
                          -> column_profile <- cell_kinds                  what the cells say
                          -> verdicts -> conflicts                         both together, and column beside column
                          -> rows                   which rows hold players
                -> questions                        what a person must decide
    other_sheets                                    the Order, Logos and Catalogue sheets
"""

from __future__ import annotations

from roster_import.model.layout import Candidate, Question
from roster_import.recognise.as_told import as_told
from roster_import.recognise.hints import Hints, Recognition, fingerprint
from roster_import.recognise.recognition import recognise

__all__ = ["Candidate", "Hints", "Question", "Recognition", "as_told", "fingerprint", "recognise"]
