"""Understands the sheet a coach actually sends: which sheet is the roster, which row the heading, what columns mean.

Pure: a `Workbook` of text cells in, `Recognition` out. The way through it:

    as_told <- across, labelled_parts               sheets read otherwise than they stand, once somebody said so
    recognition -> tallies, tally_counts            tables that count the sizes of the roster, put aside
                -> lists_beside                     sheets that list the same people for something else
                -> sheets -> heading_rows, second_tables    which rows are headings, and where another table begins
                          -> blocks                 players beside each other in blocks of columns
                          -> headings <- heading_concepts <- tokens <- words, no_part, rare_headings, vocabulary      headings
                          <- questions_of_forms <- goods_words      what a form asks beside the order
                          <- whereabouts, which_of_several, order_phrases      of a place, of one number of several, of ordering
                          -> column_fit <- column_profile, children <- cell_kinds        what the cells say
                          -> seen_columns           each column with its heading and its cells
                          -> verdicts -> conflicts <- whose_names, row_numbers, wished_numbers, rival_numbers      settled
                          -> size_matrix, counted_sizes, garment_columns, form_grids      counts, sums, garments beside each other
                          -> by_cells, without_headings      what only the cells say, and plainly
                          -> rows <- notes          which rows hold players, and which a note or a title
                          -> fates <- harmless, contents, cell_words, touches_goods, answers      what becomes of a filled column
                -> questions <- answer_sentences    what a person must decide
    lines_above, remark_words, of_all_rows <- order_words, print_words, spoken_numbers, worn_words <- said_phrases
                                                    what a text beside the rows wants, for whoever checks them
    memory, hints                                   what was answered before, and what else is known beforehand
    other_sheets -> order_values                    the Order, Logos and Catalogue sheets
"""

from __future__ import annotations

from roster_import.model.layout import Candidate, Question
from roster_import.recognise.as_told import as_told
from roster_import.recognise.hints import Hints, Recognition, fingerprint
from roster_import.recognise.recognition import recognise

__all__ = ["Candidate", "Hints", "Question", "Recognition", "as_told", "fingerprint", "recognise"]
