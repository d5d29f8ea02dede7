"""Adding a language is adding one file: a copy of the package, a made-up catalogue in it, and everything speaks it."""

from __future__ import annotations

import codecs
import io
import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from openpyxl import load_workbook

from roster_import.model.sheets import ORDER, ROSTER
from tests.conftest import REPOSITORY, Run
from tests.language.messages import PACKAGE, messages

pytestmark = pytest.mark.drill  # a copy of the package in a process of its own

OWN = re.compile(r"(\{[^}]*\}|&[A-Z])")  # places for values, and the codes of a footer, stay as they are
SPECIAL = {"quotation marks": "« »", "day in a spreadsheet": "d/mmm yyyy"}
KEPT = {"letters in the order of the alphabet"}


def xx(text: str) -> str:
    """A sentence in the made-up language: English with every letter thirteen further on."""
    return "".join(part if OWN.fullmatch(part) else codecs.encode(part, "rot13") for part in OWN.split(text))


def catalogue() -> bytes:
    made = Catalog(locale="sv_SE", fuzzy=False)
    for message in messages():
        texts = (message.id,) if isinstance(message.id, str) else message.id
        said = [SPECIAL.get(message.context, text if message.context in KEPT else xx(text)) for text in texts]
        made.add(message.id, said if len(said) > 1 else said[0], context=message.context or None)
    out = io.BytesIO()
    write_po(out, made, width=118)
    return out.getvalue()


# One process of that package runs all commands: it begins with what the tests of the other languages have loaded, too.
COMMANDS = """
import json, sys
from pathlib import Path
from tests.conftest import Desk
print(sys.modules["roster_import"].__file__, flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    run = Desk(Path.cwd(), asked["environment"]).quick(*asked["arguments"])
    print(json.dumps([run.status, run.out, run.err]), flush=True)
"""


class Desk:
    """A folder, and the command line of a package that has one catalogue more."""

    def __init__(self, folder):
        self.folder, package = folder, folder / "package" / "roster_import"
        shutil.copytree(PACKAGE, package)
        (package / "language" / "locale" / "xx.po").write_bytes(catalogue())
        self.process = subprocess.Popen(
            [sys.executable, "-c", COMMANDS],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(package.parent), str(REPOSITORY)])},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self.process.stdout.readline() == f"{package / '__init__.py'}\n"

    def run(self, *arguments, **environment):
        known = {"ROSTER_IMPORT_LEDGER": str(self.folder / "ledger.sqlite3"), **environment}
        self.process.stdin.write(json.dumps({"arguments": arguments, "environment": known}) + "\n")
        self.process.stdin.flush()
        return Run(*json.loads(self.process.stdout.readline()))

    def close(self):
        self.process.communicate(timeout=20)

    def fill_in(self, name, rows, **order):
        """The template that was written in the language, filled in by what its columns are."""
        workbook = load_workbook(self.folder / "roster.xx.xlsx")
        sheet = workbook[xx(ORDER.name)]
        for at, column in enumerate(ORDER.columns, 1):
            sheet.cell(at, 2).value = order.get(column.key.replace("-", "_"))
        for row, values in enumerate(rows, 2):
            for at, column in enumerate(ROSTER.columns, 1):
                workbook[xx(ROSTER.name)].cell(row, at).value = values.get(column.key)
        workbook.save(self.folder / name)


DELIVERY = {
    "reference": "PO-1", "delivery_name": "FC", "delivery_address": "Vej 1", "delivery_zip": "8800",
    "delivery_city": "Viborg", "delivery_country": "Denmark",
}  # fmt: skip
ROW = {"player": "Emma", "name": "EMMA", "number": "7", "size": "M", "design": "MUL327815"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("added"))
    done = desk.run("template", "--language", "xx")
    assert done.out.startswith(f"roster.xx.xlsx: {xx('fill in the sheets')} {xx(ORDER.name)} "), done.err
    yield desk
    desk.close()


def test_the_template_is_in_it(desk):
    workbook = load_workbook(desk.folder / "roster.xx.xlsx")
    names = [xx(name) for name in ("How to", "Order", "Roster", "Logos", "Catalogue")]
    assert workbook.sheetnames[:5] == names
    assert [cell.value for cell in workbook[xx("Roster")][1]] == [xx(column.heading) for column in ROSTER.columns]
    assert workbook[xx("Roster")]["D1"].comment.text == xx(ROSTER.columns[3].help)
    assert workbook[names[0]]["B1"].value == xx("Shirt order")


def test_a_filled_template_is_known_for_what_it_is_and_answered_in_its_language(desk):
    desk.fill_in("club.xlsx", [ROW, {**ROW, "size": None}], **DELIVERY)
    done = desk.run("check", "club.xlsx", "--offline")

    assert done.out.splitlines()[0].startswith("club.xlsx: 1 reebe"), done.out + done.err
    assert xx("There is no size, and a garment cannot be ordered without. Fill in the size.") in done.out
    sheet = load_workbook(desk.folder / "club.problems.xlsx").worksheets[0]
    assert sheet.title == xx("What to fix")
    assert [cell.value for cell in sheet[3]][:2] == [xx("Where"), xx("What is wrong, and what to do")]
    again = desk.run("check", "club.problems.xlsx", "--offline", "--language", "en")
    assert "club.problems.xlsx: 1 error." in again.out


def test_the_proof_is_in_it(desk):
    desk.fill_in("good.xlsx", [ROW], **DELIVERY)
    done = desk.run("proof", "good.xlsx", "--offline", ROSTER_IMPORT_LANGUAGE="xx")
    page = (desk.folder / "good.proof.html").read_text(encoding="utf-8")

    assert done.status == 0, done.err
    assert '<html lang="xx">' in page
    assert f"<h1>{xx('Proof')}</h1>" in page
    assert xx("What has been printed cannot be changed or returned.") in page
    assert "Danmark" in page  # countries as Swedes call them: so says the head of the catalogue


def test_the_results_are_in_it(desk):
    desk.fill_in("placed.xlsx", [{**ROW, "name": None, "number": None}], **{**DELIVERY, "reference": "PO-2"})
    done = desk.run("placed.xlsx", "--sandbox", "--yes", "--language", "xx")

    assert done.status == 0, done.out + done.err
    workbook = load_workbook(desk.folder / "placed.results.xlsx")
    summary = workbook[xx("Summary")]
    cells = {cell.value: cell for row in summary.iter_rows() for cell in row if cell.value}
    assert {xx("Order number"), xx("Loose logos"), xx("Currency")} <= set(cells)
    assert "[$-41d]d\\/mmm\\ yyyy" in {cell.number_format for cell in cells.values()}
    assert workbook[xx("Results")]["D1"].value == xx("Status")


def test_the_languages_are_named_where_one_is_wrong(desk):
    wrong = desk.run("check", "club.xlsx", "--language", "yy")
    assert "--language is one of en, da, de, xx." in wrong.err
    assert "en, da, de, xx" in desk.run("check", "club.xlsx", ROSTER_IMPORT_LANGUAGE="yy").err
