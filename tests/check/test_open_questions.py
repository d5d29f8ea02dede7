"""What is asked first about a workbook, and what next once that is answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from roster_import.check.check_workbook import check_workbook
from roster_import.check.open_questions import asked_together, open_question
from roster_import.check.order_details import Defaults
from roster_import.check.recognised import CheckOptions, recognise_workbook
from roster_import.model.catalogue import Catalogue, CatalogueEntry, Placeholders
from roster_import.model.layout import Meaning, Question
from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook
from roster_import.targets import target

TITLES = Catalogue(
    entries=(
        CatalogueEntry(kind="design", title="Home shirt", id=1),
        CatalogueEntry(kind="design", title="Away shirt", id=2),
    )
)
LIST = "Name|Number|Size|Frob\nAda Holm|7|M|frob\nBo Lund|8|L|grob\nCy Frost|9|S|frob"
WITH_DESIGN = LIST.replace("Frob", "Frob|Design").replace("ob\n", "ob|red\n") + "|red"


def book(grid: str) -> Workbook:
    cells = tuple(
        Cell(row=row, column=column, text=text)
        for row, line in enumerate(grid.splitlines(), 1)
        for column, text in enumerate(line.split("|"), 1)
        if text
    )
    return Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(Sheet(name="Team", cells=cells),))


def asked(grid: str, **answers):
    return open_question(recognise_workbook(book(grid), CheckOptions(catalogue=TITLES, **answers)))


def test_one_question_after_the_other_until_none_is_open() -> None:
    columns = {"Frob": (Meaning.IGNORED, None)}
    assert isinstance(asked(LIST), Question)
    assert isinstance(asked(LIST, mapping=columns), DesignQuestion)
    assert isinstance(asked(LIST, mapping=columns, design="Home shirt"), PrintNameQuestion)
    assert asked(LIST, mapping=columns, design="Home shirt", print_name="none") is None
    question = asked(WITH_DESIGN, mapping=columns, print_name="none")
    assert isinstance(question, TitleQuestion)
    assert (question.sheet, question.heading, question.text) == ("Team", "Design", "red")
    assert asked(WITH_DESIGN, mapping=columns, print_name="none", titles={"red": "Home shirt"}) is None


TWO = (
    "Name|Number|Size|{}|{}\nAda Holm|7|M|Home shirt|blue\nBo Lund|8|L|Home shirt|\nCy Frost|9|S|Home shirt|Away shirt"
)


def test_a_second_column_of_designs_is_asked_about_at_its_own_heading() -> None:
    question = asked(TWO.format("Design", "Shirt style"), print_name="none")
    assert isinstance(question, Question)
    assert (question.key, [answer.meaning for answer in question.candidates]) == (
        "Shirt style",
        [Meaning.DESIGN, Meaning.IGNORED],
    )
    swapped = TWO.replace("Home shirt|blue", "blue|Home shirt").replace("|L|Home shirt|", "|L||Home shirt")
    question = asked(
        swapped.replace("|Home shirt|Away", "|Away shirt|Home").format("Shirt style", "Design"), print_name="none"
    )
    assert isinstance(question, Question)
    assert question.key == "Shirt style"


def test_what_names_no_design_in_a_second_column_of_designs_is_asked_about_there() -> None:
    """And what both columns name is ordered together."""
    grid, both = TWO.format("Design", "Shirt style"), {"Shirt style": (Meaning.DESIGN, None)}
    question = asked(grid, print_name="none", mapping=both)
    assert isinstance(question, TitleQuestion)
    assert (question.heading, question.text, question.where) == ("Shirt style", "blue", "row 2")
    options = CheckOptions(catalogue=TITLES, print_name="none", mapping=both, defaults=Defaults(reference="PO-1"))
    checked = check_workbook(book(grid), options, target("kitmaker", {}))
    assert [(p.cell, p.column, p.value) for p in checked.problems if p.code == "design-unknown"] == [
        ("E2", "Shirt style", "blue")
    ]
    named = check_workbook(book(grid), replace(options, titles={"blue": "Away shirt"}), target("kitmaker", {}))
    assert [([design.id for design in line.designs], line.size, line.number) for line in named.lines] == [
        ([1, 2], "M", "7"),
        ([1], "L", "8"),
        ([1, 2], "S", "9"),
    ]


def test_what_is_open_is_asked_together_as_it_will_be_once_the_columns_are_clear() -> None:
    unclear = "Player|Nr|Size|Design\nAda Holm|1|M|red\nBo Lund|2|L|blue\nCy Frost|3|S|red\nDi Berg|4|M|blue"
    recognised = recognise_workbook(book(unclear), CheckOptions(catalogue=TITLES))
    together = asked_together(recognised)
    assert [type(question).__name__ for question in together] == ["PrintNameQuestion", "TitleQuestion", "TitleQuestion"]
    assert [question.text for question in together if isinstance(question, TitleQuestion)] == ["red", "blue"]


def test_the_samples_of_names_are_of_the_person_where_the_first_garment_has_no_place_for_one() -> None:
    places = Placeholders.parse("NumberLogo 494679")
    entries = (
        CatalogueEntry(kind="design", title="Heimtrikot", id=1),
        CatalogueEntry(kind="design", title="Hose", id=3, placeholders=places),
    )
    wanted = "Spieler|Nummer|Größe|Hose\nAda Holm|17|M|M\nBo Lund|8|L|L\nCy Frost|9|S|S"
    question = open_question(recognise_workbook(book(wanted), CheckOptions(catalogue=Catalogue(entries=entries))))
    assert isinstance(question, PrintNameQuestion)
    assert question.samples == {"as-written": "Ada Holm", "surname": "Holm", "none": ""}
