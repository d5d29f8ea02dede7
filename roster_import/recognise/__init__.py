"""Understands the sheet a coach actually sends: which sheet is the roster, which row the heading, what columns mean.

Pure: a `Workbook` of text cells in, `Recognition` out. The way through it:

    recognition -> sheets -> heading_rows           which row is the heading
                          -> second_headings        where another table begins beneath it
                          -> headings <- tokens <- words, false_friends    what a heading says
                          -> evidence <- values     what the cells say
                          -> weighing -> settling -> persons               both together, and column beside column
                          -> rows                   which rows hold players
                -> questions                        what a person must decide
"""

from __future__ import annotations

from roster_import.model.layout import Candidate, Question
from roster_import.recognise.answers import Hints, Recognition
from roster_import.recognise.fingerprints import fingerprint
from roster_import.recognise.recognition import recognise

__all__ = ["Candidate", "Hints", "Question", "Recognition", "fingerprint", "recognise"]
