"""The examples, whole: what is sent, what is said, and what stands in the results workbook.

`UPDATE_GOLDEN=1 make test` writes the files of `tests/golden` anew; read the difference before keeping it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from roster_import.language.translations import in_every_language
from roster_import.model.result_sheets import LINES_SHEET, RESULTS_SHEET, ROSTER_RESULT_HEADINGS, SUMMARY_SHEET
from tests.conftest import REPOSITORY

OURS = {name for heading in (SUMMARY_SHEET, RESULTS_SHEET, LINES_SHEET) for name in in_every_language(heading)}
GOLDEN = Path(__file__).parents[1] / "golden"


def same(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.every(1)
@pytest.mark.parametrize("example", ["football.xlsx", "handball.xlsx", "tennis.csv"])
def test_a_whole_club(desk, sandbox, example):
    sandbox.set_time(datetime(2026, 5, 5, 13, 14, 30, tzinfo=UTC))
    shutil.copy(REPOSITORY / "examples" / example, desk.folder)

    run = desk.quick(example)

    stem = example.split(".")[0]
    assert run.status == 0
    taken = sorted(sandbox.orders(), key=lambda order: order["body"]["reference"])
    same(f"{stem}.body.json", json.dumps([order["body"] for order in taken], ensure_ascii=False, indent=1) + "\n")
    same(f"{stem}.out.txt", _without_numbers(run.out, taken))
    same(f"{stem}.results.txt", _without_numbers(_sheets(desk.folder / f"{stem}.results.xlsx"), taken))


def _without_numbers(text: str, taken: list) -> str:
    """Orders of one file are placed side by side, so which gets which number is chance, and the second when."""
    text = re.sub(r"2026-05-05 13:1\d:\d\d", "<placed at>", text)
    for order in taken:
        reference = order["body"]["reference"]
        text = text.replace(str(order["orderNumber"]), f"<order number of {reference}>")
        text = text.replace(f"|{order['id']}|", f"|<tracking id of {reference}>|")
    return text


def _sheets(path: Path) -> str:
    """Summary, Results, Lines and the columns added to the roster, a line per row."""
    book = load_workbook(path)
    lines = [book.sheetnames.__repr__()]
    for sheet in book.worksheets:
        if sheet.title in OURS:
            lines += ["", sheet.title, *map(_row, sheet.iter_rows())]
        elif sheet.cell(1, sheet.max_column).value in in_every_language(ROSTER_RESULT_HEADINGS[-1]):
            rows = (_row(row[-3:]) for row in sheet.iter_rows(max_row=60))
            lines += ["", sheet.title, *(row for row in rows if row != "|||")]
    return "\n".join(lines) + "\n"


def _row(cells) -> str:
    return "|".join("" if cell.value is None else str(cell.value) for cell in cells) + "|"


def test_the_club_full_of_mistakes(desk, sandbox):
    shutil.copy(REPOSITORY / "examples" / "mistakes.xlsx", desk.folder)
    run = desk.quick("mistakes.xlsx")
    assert run.status == 1
    same("mistakes.out.txt", run.out)
    assert sandbox.requests() == []


@pytest.mark.every(1)
@pytest.mark.parametrize("language", ["da", "de"])
def test_the_club_full_of_mistakes_in_other_languages(offline, language):
    shutil.copy(REPOSITORY / "examples" / "mistakes.xlsx", offline.folder)
    run = offline.quick("check", "mistakes.xlsx", "--language", language)
    assert run.status == 1
    same(f"mistakes.{language}.out.txt", run.out)


def test_a_whole_club_in_german(desk, sandbox):
    sandbox.set_time(datetime(2026, 5, 5, 13, 14, 30, tzinfo=UTC))
    shutil.copy(REPOSITORY / "examples" / "football.xlsx", desk.folder)
    run = desk.quick("football.xlsx", "--language", "de")
    assert run.status == 0
    same("football.de.out.txt", _without_numbers(run.out, sandbox.orders()))
