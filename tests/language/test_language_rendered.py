"""What a person reads of whole files in Danish and German: reports, problems workbooks, proofs; no English in them."""

from __future__ import annotations

import ast
import re
import shutil

import pytest
from openpyxl import load_workbook

from roster_import.cli import report_pieces as reports
from roster_import.language.messages import Said
from roster_import.language.translations import CatalogueSpeech
from tests.conftest import REPOSITORY
from tests.language.messages import PACKAGE, SPOKEN_IN_TESTS

ENGLISH = re.compile(r"\b(the|and|is|are|not|or|this|row|sheet|write|correct|there|has|would|nothing)\b", re.IGNORECASE)
# What stands in the files themselves.
OF_THE_FILES = re.compile(
    r"Hmoe kit|Home kit|Away kit|Goalkeeper kit|Number transfer|Club Crest|roster-import \w+|\b\w+\.xlsx"
)
CLUB = (
    ("Emma Jones", "Jones", "7", "M", 2, "Home kit", "", ""),
    ("Emma Jones", "Jones", "8", "L", 1, "Home kit", "", ""),
    ("Jo Jones", "JONES", "8", "S", 1, "Home kit", "", ""),
    ("Ann Smith", "TBD", "1O", "XL", "two", "Home kit", "", ""),
    ("Bo Berg", "Berg (C)", "9", "", 1, "Hoem kit", "", "x"),
    ("Li Wei", "李", "0", "M", 0, "Away kit", "Club Crest", ""),
    ("Al Ott", "Ott  Ott", "00", "M", 1, "Away kit", "Number transfer", "3"),
    ("Ed Ek", "A name that is far too long for it", "5", "M", 1, "Away kit", "Nummer", ""),
    ("Ed Ek", "", "5", "M", 1, "", "", ""),
)  # fmt: skip
HEADINGS = ("Player", "Name", "Number", "Size", "Quantity", "Design", "Logo", "Storage quantity")


@pytest.fixture(params=SPOKEN_IN_TESTS)
def language(request):
    return request.param


@pytest.fixture
def heard(monkeypatch):
    """What was said and is in no catalogue, and the problems that were reported."""
    missing, problems = [], []
    template, counted, told = CatalogueSpeech.template, CatalogueSpeech.counted, reports.told_of

    def noting_template(self, english, context=""):
        missing.extend([english] if not all(self.translated(english, context)) else [])
        return template(self, english, context)

    def noting_counted(self, one, many, count, context=""):
        missing.extend([one] if not all(self.translated(one, context)) else [])
        return counted(self, one, many, count, context)

    def noting_problems(file):
        problems.extend(file.problems)
        return told(file)

    monkeypatch.setattr(CatalogueSpeech, "template", noting_template)
    monkeypatch.setattr(CatalogueSpeech, "counted", noting_counted)
    monkeypatch.setattr(reports, "told_of", noting_problems)
    return missing, problems


def english_in(text: str) -> list[str]:
    quoted = re.sub(r"[„”][^“”]*[“”]", " ", text)
    return ENGLISH.findall(OF_THE_FILES.sub(" ", quoted))


def checked(desk, language, name, heard):
    run = desk.quick("check", name, "--language", language)
    missing, problems = heard
    assert missing == []
    assert [one.message for one in problems if not isinstance(one.message, Said)] == []
    assert problems
    assert english_in(run.out) == []
    assert "{" not in run.out
    return run.out


def test_the_club_full_of_mistakes(offline, language, heard):
    shutil.copy(REPOSITORY / "examples" / "mistakes.xlsx", offline.folder)
    checked(offline, language, "mistakes.xlsx", heard)


def test_a_club_with_everything_wrong(offline, language, heard):
    order = {
        "Reference": "PO-1",
        "Email": "nobody",
        "Delivery name": "FC",
        "Delivery country": "Atlantis",
        "Commment": "x",
    }
    offline.build("club.xlsx", CLUB, headings=HEADINGS, order=order)
    out = checked(offline, language, "club.xlsx", heard)

    assert len(out.splitlines()) > 12


def test_a_file_that_is_no_workbook(offline, language, heard):
    (offline.folder / "club.xlsx").write_bytes(b"%PDF-1.7 not at all")
    out = checked(offline, language, "club.xlsx", heard)

    assert (
        out.splitlines()[1]
        == {
            "da": "  club.xlsx er et PDF-dokument, ikke en projektmappe, der kan læses: kopiér tabellen med spillerne til en "
            "Excel-projektmappe (.xlsx), og send den.",
            "de": "  club.xlsx ist ein PDF-Dokument, keine lesbare Arbeitsmappe: bitte die Tabelle mit den Spielern in eine "
            "Excel-Datei (.xlsx) kopieren und diese schicken.",
        }[language]
    )


def test_a_text_file(offline, language, heard):
    text = "Player;Name;Number;Size;Design\nÃ˜rsted;Ã˜rsted;7;M;MUL327815\nBo;Bo;7;M;MUL327815\n"
    (offline.folder / "club.csv").write_text(text, encoding="utf-8")
    checked(offline, language, "club.csv", heard)


def test_a_placed_order(desk, language, heard):
    desk.build()
    run = desk.quick("club.xlsx", "--language", language)
    second = desk.quick("club.xlsx", "--language", language)

    assert (run.status, second.status) == (0, 0)
    assert heard[0] == []
    assert english_in(run.out + run.err + second.out) == []
    amounts = re.search(
        r"[0-9]\.[0-9]{3},[0-9]{2} DKK (med moms|mit Mehrwertsteuer)  (leveres|Lieferung am) [0-9]+\. \w+ [0-9]{4}$",
        run.out,
        re.MULTILINE,
    )
    assert amounts, run.out


def test_a_refused_order_and_a_used_reference(desk, sandbox, language, heard):
    desk.build()
    assert desk.quick("club.xlsx", "--json").status == 0
    desk.build(rows=(("Emma", "Emma", "7", "M", 1, "Home kit"),))
    run = desk.quick("club.xlsx", "--language", language)

    assert run.status == 1
    assert heard[0] == []
    used = {"da": "Reference PO-2026-0042 blev allerede brugt", "de": "Die Referenz PO-2026-0042 wurde schon"}[language]
    assert used in run.out
    assert english_in(re.sub(r"The clothes.*monday", "", run.out)) == []


def test_an_order_system_that_cannot_be_reached(desk, sandbox, language, heard):
    desk.build()
    desk.environment["ROSTER_IMPORT_KITMAKER_URL"] = "http://127.0.0.1:9"
    run = desk.quick("club.xlsx", "--language", language)

    assert run.status == 4
    assert heard[0] == []
    assert {"da": "kan ikke nås", "de": "ist nicht erreichbar"}[language] in run.out


# ------------------------------------------------------------------------------------------- the problems workbook


def test_the_problems_workbook(offline, language):
    shutil.copy(REPOSITORY / "examples" / "mistakes.xlsx", offline.folder)
    offline.quick("check", "mistakes.xlsx", "--language", language)
    book = load_workbook(offline.folder / "mistakes.problems.xlsx")
    listed = [[str(cell.value or "") for cell in row] for row in book.worksheets[0].iter_rows()]

    assert (book.worksheets[0].title, listed[0][0], listed[2]) == {
        "da": (
            "Skal rettes",
            "10 fejl at rette og 1 advarsel at se på",
            ["Hvor", "Hvad der er galt, og hvad du kan gøre", "Du skrev", "Forslag", "Grad"],
        ),
        "de": (
            "Zu berichtigen",
            "10 Fehler zu berichtigen und 1 Warnung anzusehen",
            ["Wo", "Was nicht stimmt und was zu tun ist", "Geschrieben war", "Vorschlag", "Schwere"],
        ),
    }[language]
    words = {"da": {"fejl", "advarsel"}, "de": {"Fehler", "Warnung"}}
    assert {row[4] for row in listed[3:] if row[4]} == words[language]
    notes = [
        cell.comment.text.removeprefix("roster-import: ")
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]
    marked = "\n".join([row[1] for row in listed[3:]] + [note for note in notes if "roster-import" not in note])
    assert english_in(marked) == []
    told = {row[1] for row in listed[3:]}
    assert any(part in told for note in notes for part in note.splitlines())


def test_a_problems_workbook_of_ours_is_read_again_in_any_language(offline, language):
    """Its list is known for ours, so nothing of it is taken for a roster, and its marks are taken off."""
    shutil.copy(REPOSITORY / "examples" / "mistakes.xlsx", offline.folder)
    before = offline.quick("check", "mistakes.xlsx", "--language", language, "--json").file["problems"]
    after = offline.quick("check", "mistakes.problems.xlsx", "--json").file["problems"]

    assert after == before


def test_another_language_writes_the_problems_anew(offline):
    shutil.copy(REPOSITORY / "examples" / "mistakes.xlsx", offline.folder)
    for language in ("en", *SPOKEN_IN_TESTS, "en"):
        offline.quick("check", "mistakes.xlsx", "--language", language)
        title = load_workbook(offline.folder / "mistakes.problems.xlsx").sheetnames[0]
        assert title == {"en": "What to fix", "da": "Skal rettes", "de": "Zu berichtigen"}[language]
    assert not (offline.folder / "mistakes.problems (2).xlsx").exists()


def test_the_proof_says_its_warnings_in_its_language(offline, language):
    offline.build("club.xlsx", CLUB, headings=HEADINGS)
    offline.quick("proof", "club.xlsx", "--language", language)
    page = (offline.folder / "club.proof.html").read_text(encoding="utf-8")

    assert 'lang="en"' not in page
    assert {"da": "Der er ingen størrelse", "de": "Die Größe fehlt"}[language] in page


# ------------------------------------------------------------------------------------------------- nobody forgets


# Read by those who run the program, or not by people at all.
ENGLISH_STILL = (
    "sandbox/",
    "pipeline/sandbox.py",
    "watch/",
    "targets/",
    "write/",
    "place/send/http.py",
    "pipeline/key_store.py",
    "pipeline/designs.py",
    "place/ledger/ledger.py",
    "place/fetch_catalogue.py",
    "recognise/hints.py",
    "place/send/drop_folder.py",
)
SPEAKING = {
    "Problem",
    "Difference",
    "Objection",
    "UsageError",
    "WriteError",
    "UnreadableFile",
    "NotSent",
    "WrongAddress",
}


def test_every_message_for_people_can_be_translated():
    plain = []
    for path in sorted(PACKAGE.rglob("*.py")):
        place = str(path.relative_to(PACKAGE))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKING:
                message = next((word.value for word in node.keywords if word.arg == "message"), None)
                message = message or (node.args[0] if node.args else None)
                if isinstance(message, ast.JoinedStr) or (isinstance(message, ast.Constant) and message.value):
                    plain.append(f"{place}:{node.lineno}")
    assert [one for one in plain if not one.startswith((*ENGLISH_STILL, "cli/"))] == []
