"""What options answer for a heading or a text that stands in no file of the run is said, and nothing else of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from roster_import.check.recognised import CheckOptions, Recognised, recognise_workbook
from roster_import.check.unmet_answers import unmet_answers, unmet_in_all
from roster_import.model.layout import Meaning
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook

LIST = "Spieler|Rückennr.|Größe|Trikot\nAda Holm|7|M|Heimtrikot\nBo Lund|8|L|Rot; Blau"
PARTS = (
    "Product|Quantity|Meta\nAway kit|1|Size: M ¦ Name: HOLM ¦ Number: 10\nAway kit|2|Size: L ¦ Name: LUND ¦ Number: 07\n"
    "Away kit|1|Size: L ¦ Number: 9"
)


def recognised(grid: str, **answers) -> Recognised:
    cells = tuple(
        Cell(row=row, column=column, text=text.replace("¦", "|"))
        for row, line in enumerate(grid.splitlines(), 1)
        for column, text in enumerate(line.split("|"), 1)
    )
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(Sheet(name="Team", cells=cells),))
    return recognise_workbook(workbook, CheckOptions(**answers))


def mapped(*headings: str) -> dict[str, tuple[Meaning, None]]:
    return dict.fromkeys(headings, (Meaning.IGNORED, None))


def test_an_answer_about_what_stands_nowhere_is_said() -> None:
    file = recognised(LIST, mapping=mapped("Rückennummer", "Trikot"), titles={"Auswärts": "Away", "rot": "Home"})
    assert [(each.level, each.code, each.message) for each in unmet_answers(file)] == [
        (
            "warning",
            "answer-unmet",
            "No column is headed “Rückennummer”, so what was answered for it changes nothing. Answer it with the heading as it "
            "stands in the file.",
        ),
        (
            "warning",
            "answer-unmet",
            "No row says “Auswärts”, so what was answered for it changes nothing. Answer it with the text as it stands in the "
            "file.",
        ),
    ]


@pytest.mark.parametrize(
    ("grid", "headings"),
    [
        (LIST, ("RÜCKENNR", "Trikot")),
        (LIST, ("B", "D")),
        (LIST.replace("Rückennr.", "#"), ("#",)),
        (PARTS, ("Number",)),
    ],
)
def test_what_names_a_column_is_met(grid: str, headings: tuple[str, ...]) -> None:
    told = {**mapped(*headings), **({"Meta": (Meaning.PARTS, None)} if grid == PARTS else {})}
    assert list(unmet_answers(recognised(grid, mapping=told))) == []


def test_a_letter_behind_the_last_column_is_not_met() -> None:
    assert len(list(unmet_answers(recognised(LIST, mapping=mapped("E", "--"))))) == 2


def test_what_one_file_of_the_run_has_is_met() -> None:
    told = mapped("Trikot", "Hose")
    files = [recognised(LIST, mapping=told), recognised(LIST.replace("Trikot", "Hose", 1), mapping=told)]
    assert unmet_in_all(files) == ()
    assert [problem.message.split(",")[0] for problem in unmet_in_all(files[:1])] == ["No column is headed “Hose”"]
    assert unmet_in_all([]) == ()
    assert unmet_in_all([replace(files[0], options=CheckOptions())]) == ()


DESIGNED = "Name on back|Number|Size|Design\nBERG|7|M|Home shirt\nLUND|8|L|{last}"


def test_a_design_for_all_rows_is_of_none_where_each_names_its_own() -> None:
    file = recognised(DESIGNED.format(last="Away shirt"), design="Training shirt")
    assert [(each.level, each.code, each.message) for each in unmet_answers(file)] == [
        (
            "warning",
            "answer-unmet",
            'Each row names what it orders under "Design", and the design said for all rows is ordered for none. Where it is '
            "meant, empty the cell or write it there.",
        )
    ]


@pytest.mark.parametrize("last", ["", "training  SHIRT", "Away shirt; Training shirt"])
def test_a_design_for_all_rows_that_some_order_is_met(last: str) -> None:
    assert [*unmet_answers(recognised(DESIGNED.format(last=last), design="Training shirt"))] == []
