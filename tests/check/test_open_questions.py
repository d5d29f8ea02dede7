"""What is asked first about a workbook, and what next once that is answered."""

from __future__ import annotations

from pathlib import Path

from roster_import.check.open_questions import open_question
from roster_import.check.recognised import CheckOptions, recognise_workbook
from roster_import.model.catalogue import Catalogue, CatalogueEntry
from roster_import.model.layout import Meaning, Question
from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook

TITLES = Catalogue(entries=(CatalogueEntry(kind="design", title="Home shirt", id=1),))
LIST = "Name|Number|Size|Frob\nAda Holm|7|M|frob\nBo Lund|8|L|grob\nCy Frost|9|S|frob"
WITH_DESIGN = LIST.replace("Frob", "Frob|Design").replace("ob\n", "ob|red\n") + "|red"


def asked(grid: str, **answers):
    cells = tuple(
        Cell(row=row, column=column, text=text)
        for row, line in enumerate(grid.splitlines(), 1)
        for column, text in enumerate(line.split("|"), 1)
    )
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(Sheet(name="Team", cells=cells),))
    return open_question(recognise_workbook(workbook, CheckOptions(catalogue=TITLES, **answers)))


def test_one_question_after_the_other_until_none_is_open() -> None:
    columns = {"Frob": (Meaning.IGNORED, None)}
    assert isinstance(asked(LIST), Question)
    assert isinstance(asked(LIST, mapping=columns), DesignQuestion)
    assert isinstance(asked(LIST, mapping=columns, design="Home shirt"), PrintNameQuestion)
    assert asked(LIST, mapping=columns, design="Home shirt", print_name="none") is None
    question = asked(WITH_DESIGN, mapping=columns, print_name="none")
    assert isinstance(question, TitleQuestion)
    assert (question.sheet, question.heading, question.text, question.titles) == (
        "Team",
        "Design",
        "red",
        ("Home shirt",),
    )
    assert asked(WITH_DESIGN, mapping=columns, print_name="none", titles={"red": "Home shirt"}) is None
