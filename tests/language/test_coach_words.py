"""What a coach reads in a problems workbook: no option, no setting, no code of the order system, no sheet that is not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from roster_import.language.advice import for_a_coach, in_a_folder
from roster_import.language.messages import joined, say
from roster_import.language.translations import in_language
from roster_import.language.wordings import ADVICE, TO_A_COACH
from roster_import.model.problem import Place
from roster_import.read.options import ReadOptions
from roster_import.read.parse import parse
from roster_import.write.results.problems import problems_workbook
from tests.language.messages import messages

if TYPE_CHECKING:
    from pathlib import Path

OFFICE_WORDS = re.compile(
    r"(?<![\w-])--[a-z]|\bMUL|\bSKU|\bsku:|roster-import|Catalogue sheet|\[[a-z]+\]|(?:set|stands?) .*\bsettings|same command"
)
SAID_OF_A_WORKBOOK = ("check/", "recognise/", "read/", "targets/", "place/", "model/")
# Said where no workbook is marked: the file could not be read, the command was stopped, a template is explained.
NEVER_MARKED = (
    "{file_name} holds no catalogue",
    "{file_name} is an {kind} file",
    "The queue of the ledger ",
    "The setting ",
    "A title from the Catalogue sheet",
    "A loose logo for this row",
    "The MUL code of a design",
    "The ledger {path}",
    "A ledger on a PostgreSQL server",
    "Workers need ",
    "To place orders with jtl",
    "To try it without an order system",
    "The order system {target} of the package",
    "The ledger {address}",
    "{count} order of the ledger {ledger}",
    "{count} orders of the ledger {ledger}",
    "The address of the ledger's database",
)
MISSING_DESIGN = say(
    "Design {value!r} is not a title of the catalogue, a MUL code or a design id. Correct it, or add it to the Catalogue "
    "sheet.",
    value="Hemd",
)
UNPRINTED = say(
    "Names stand in {columns}, and nothing says whether they are printed on the garments. Say so with --print-name "
    "as-written, --print-name surname or --print-name none, or add a column Name on shirt with what is printed.",
    columns="Player",
)


def of_a_workbook() -> list[str]:
    """Every sentence that may stand in a problems workbook, as it is written for the office."""
    here = [one for one in messages() if one.path.removeprefix("roster_import/").startswith(SAID_OF_A_WORKBOOK)]
    texts = [text for one in here for text in ([one.id] if isinstance(one.id, str) else one.id)]
    return [text for text in texts if not text.startswith(NEVER_MARKED)]


def test_every_sentence_of_a_problems_workbook_has_words_for_the_coach():
    """A new sentence that names an option, a setting or a code gets its line in `language.wordings.TO_A_COACH`."""
    wordings = {**ADVICE, **TO_A_COACH}
    assert [text for text in of_a_workbook() if OFFICE_WORDS.search(wordings.get(text, text))] == []


def test_no_wording_outlives_its_sentence():
    here = [one for one in messages() if not one.path.endswith("language/wordings.py")]
    said = {text for one in here for text in ([one.id] if isinstance(one.id, str) else one.id)}
    assert [text for text in TO_A_COACH if text not in said] == []


@pytest.mark.parametrize(("language", "words"), [
    ("en", "Names stand in Player, and nothing says whether they are printed on the garments. Add a column Name on shirt with "
           "what is printed; leave it empty where no name is printed."),
])  # fmt: skip
def test_a_coach_is_told_what_works_in_the_workbook(language, words):
    assert in_language(for_a_coach(UNPRINTED), language) == words


def test_the_last_reader_counts():
    """The watch tells its own advice first; what is marked in the workbook is the coach's all the same."""
    assert for_a_coach(in_a_folder(UNPRINTED)) == for_a_coach(UNPRINTED)
    assert in_language(for_a_coach(in_a_folder(UNPRINTED)), "de") == in_language(for_a_coach(UNPRINTED), "de")
    assert for_a_coach(joined("a", MISSING_DESIGN)) == (
        "a Design “Hemd” is not one of the designs that can be ordered. Write its title as it was given to you."
    )


def test_the_workbook_speaks_to_the_coach(tmp_path: Path):
    path = tmp_path / "club.csv"
    path.write_text("Player,Design\nAnna,Hemd\n", encoding="utf-8")
    workbook = parse(path, ReadOptions())
    problems = [
        Place(sheet=workbook.sheets[0].name, cell="B2", row=2, value="Hemd").error("design-unknown", MISSING_DESIGN),
        Place(sheet=workbook.sheets[0].name, cell="A1", row=1).error("print-name-unclear", UNPRINTED),
    ]
    made = tmp_path / "club.problems.xlsx"
    made.write_bytes(problems_workbook(None, workbook, problems))
    said = [cell.text for cell in parse(made, ReadOptions()).sheets[0].cells]
    assert for_a_coach(MISSING_DESIGN) in said
    assert for_a_coach(UNPRINTED) in said
    assert [text for text in said if OFFICE_WORDS.search(text)] == []
