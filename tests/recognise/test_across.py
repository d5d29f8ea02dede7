"""Players side by side in columns of their own: seen, asked about, and set aside where somebody says so."""

from __future__ import annotations

from pathlib import Path

from recognise_grids import sheet_of

from roster_import.model.layout import Meaning
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Hints, Recognition, recognise
from roster_import.recognise.across import lies_across

ACROSS = """
Player|Anna Berg|Bo Dahl|Cilla Eg|Dan Fisk
Number|7|8|09|10
Size|M|L|XL|S"""
NAMELESS = """
|Number|Size
Eli Gren|11|M
Fay Holt|12|L
Gus Ibsen|13|M"""
NAMED = NAMELESS.replace("\n|", "\nPlayer|", 1)


def read(first: str, **mapping: Meaning) -> Recognition:
    """A sheet beside one whose players stand side by side, read with answers."""
    sheets = (sheet_of(first, "Hold 1"), sheet_of(ACROSS, "Hold 2"))
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=sheets)
    return recognise(workbook, Hints(mapping={key: (meaning, None) for key, meaning in mapping.items()}))


def test_what_a_letter_means_on_one_sheet_says_nothing_of_the_players_across_on_another() -> None:
    recognition = read(NAMELESS, A=Meaning.PLAYER)
    assert [(each.code, each.sheet) for each in recognition.problems] == [("roster-across", "Hold 2")]
    assert [(question.sheet, question.key) for question in recognition.questions] == [("Hold 2", "A")]


def test_a_sheet_of_players_across_that_is_set_aside_is_told() -> None:
    recognition = read(NAMED, A=Meaning.IGNORED, Player=Meaning.PLAYER)
    assert [layout.sheet for layout in recognition.rosters] == ["Hold 1"]
    assert [(each.level, each.code, each.sheet, each.message) for each in recognition.problems] == [
        (
            "warning",
            "sheet-set-aside",
            "Hold 2",
            "Nothing is ordered from sheet Hold 2: it was answered that column A is nothing that is ordered. If each column "
            "beside it is a player, copy the table and paste it transposed (in Excel: Paste Special, Transpose) on an empty "
            "sheet.",
        )
    ]


def test_a_table_with_its_headings_above_is_none_on_its_side() -> None:
    """Whatever the names below are spelt like, the row of headings says more."""
    table = """
Nombre|Talla|Nº|Peso|Camiseta|Calzona|Medias|Chandal
Talla Torre|M|L|S|M|L|M|S
Iker Torre|M|7|62|S|M|L|S"""
    assert lies_across(sheet_of(table)) is None


FORM = """
SHIRT ORDER FORM

Player:|Alex Quinn
Phone:|07700 900555
Garment:|Home shirt
Size:|M
Squad number:|17
Name on back:|QUINN
Signed:|J. Quinn"""


def test_the_form_of_a_single_player_is_one_too() -> None:
    across = lies_across(sheet_of(FORM))
    assert across is not None
    assert [cell.text for cell in across.labels] == ["Player:", "Size:", "Squad number:", "Name on back:"]


def test_labels_that_say_less_than_who_what_size_and_which_number_are_none() -> None:
    for label in ("Size:|M\n", "Squad number:|17\n"):
        assert lies_across(sheet_of(FORM.replace(label, ""))) is None
