"""Whose language is spoken: option, setting, the workbook's own, the locale's, English."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from roster_import.cli.main import asked_language
from roster_import.language.catalogues import ENGLISH, LANGUAGES, language_of_locale
from roster_import.model.layout import ColumnReading, Layout, LayoutKind, Meaning
from roster_import.model.report import Checked
from roster_import.pipeline.session import language_without_settings
from roster_import.write.reader_language import language_of_workbook, reader

GERMAN = ("Spieler", "Aufdruck", "Nummer", "Größe", "Anzahl", "Design")
DANISH = ("Spiller", "Navn på ryg", "Nummer", "Størrelse", "Antal", "Design")
ROWS = (("Emma", "EMMA", "7", "", 1, "Home kit"),)


@pytest.fixture
def club(offline):
    def make(headings=("Player", "Name", "Number", "Size", "Quantity", "Design"), **environment):
        offline.environment.update(environment)
        offline.build(headings=headings, rows=ROWS)
        return offline

    return make


def first_line(run):
    return run.out.splitlines()[0]


ENGLISH_LINE = "club.xlsx: 1 error. Nothing was sent. It is marked in club.problems.xlsx."
GERMAN_LINE = "club.xlsx: 1 Fehler. Nichts wurde gesendet. Markiert ist er in club.problems.xlsx."
DANISH_LINE = "club.xlsx: 1 fejl. Intet blev sendt. Den er markeret i club.problems.xlsx."


def test_english_without_any_hint(club):
    assert first_line(club().quick("check", "club.xlsx")) == ENGLISH_LINE


def test_the_locale_comes_last(club):
    desk = club(LC_ALL="da_DK.UTF-8")
    run = desk.quick("check", "nothing-of-that-name.xlsx")
    assert run.err == "roster-import: Filen nothing-of-that-name.xlsx findes ikke. Intet blev sendt.\n"
    desk.build(
        "plain.csv.xlsx", headings=("Nom", "Numéro", "Taille"), rows=(("Emma", "7", "M"),), order=(), catalogue=()
    )
    assert desk.quick("check", "plain.csv.xlsx").out.splitlines()[0].endswith("Intet blev sendt. De er markeret i "
                                                                               "plain.csv.problems.xlsx.")  # fmt: skip


def test_the_workbooks_own_language_goes_before_the_locale(club):
    assert first_line(club(GERMAN, LC_ALL="da_DK.UTF-8").quick("check", "club.xlsx")) == GERMAN_LINE


def test_a_workbook_without_a_roster_that_can_be_read_is_answered_in_its_language_too(offline):
    rows = (("Rygnummer", "7", "8", "9"), ("Størrelse", "M", "L", "S"))
    offline.build(headings=("Spiller", "Emma Holm", "Bo Lund", "Caja Kirk"), rows=rows, order=(), catalogue=())
    assert first_line(offline.quick("check", "club.xlsx")) == DANISH_LINE


def test_the_setting_goes_before_the_workbooks_own(club):
    desk = club(GERMAN)
    (desk.folder / "roster-import.toml").write_text('language = "da"\n', encoding="utf-8")
    assert first_line(desk.quick("check", "club.xlsx")) == DANISH_LINE


def test_the_environment_is_a_setting(club):
    desk = club(GERMAN, ROSTER_IMPORT_LANGUAGE="da")
    (desk.folder / "roster-import.toml").write_text('language = "en"\n', encoding="utf-8")
    assert first_line(desk.quick("check", "club.xlsx")) == DANISH_LINE


def test_the_option_goes_before_all(club):
    desk = club(GERMAN, LC_ALL="de_DE.UTF-8", ROSTER_IMPORT_LANGUAGE="de")
    assert first_line(desk.quick("check", "club.xlsx", "--language", "da")) == DANISH_LINE
    assert first_line(desk.quick("--language", "en", "check", "club.xlsx")) == ENGLISH_LINE


def test_each_file_is_spoken_of_in_its_own_language(offline):
    offline.build("a.xlsx", headings=GERMAN, rows=ROWS)
    offline.build("b.xlsx", headings=DANISH, rows=ROWS, order={"Reference": "B", "Land": "X"})
    out = offline.quick("check", "a.xlsx", "b.xlsx").out

    assert "a.xlsx: 1 Fehler. Nichts wurde gesendet." in out
    assert "Intet blev sendt." in out


def test_a_wrong_setting_is_named(club):
    run = club(ROSTER_IMPORT_LANGUAGE="fr").quick("check", "club.xlsx")

    assert run.status == 2
    assert run.err == f"roster-import: The setting language must be one of {', '.join(LANGUAGES)}, not “fr”.\n"


def test_json_stays_english(club):
    desk = club(GERMAN, LC_ALL="de_DE.UTF-8")
    english = desk.quick("check", "club.xlsx", "--json").json
    german = desk.quick("check", "club.xlsx", "--json", "--language", "de").json

    assert english == german
    (problem,) = german["files"][0]["problems"]
    assert problem["code"] == "size-missing"
    assert problem["message"] == "There is no size, and a garment cannot be ordered without. Fill in the size."


def test_an_error_is_english_in_json_and_german_beside_it(club):
    run = club().quick("check", "none.xlsx", "--json", "--language=de")

    assert run.json["error"]["message"] == "There is no file none.xlsx. Nothing was sent."
    assert run.err == "roster-import: Die Datei none.xlsx gibt es nicht. Nichts wurde gesendet.\n"


def test_the_problems_workbook_is_in_the_workbooks_language(club):
    desk = club(DANISH)
    desk.quick("check", "club.xlsx", "--json")
    sheet = load_workbook(desk.folder / "club.problems.xlsx").worksheets[0]

    assert sheet.title == "Skal rettes"


def test_the_proof_follows_the_same_rule(club):
    desk = club(GERMAN)
    run = desk.quick("proof", "club.xlsx")

    assert run.out.startswith("club.xlsx: 1 Fehler: ein Entwurf, nicht zum Unterschreiben: club.proof.html\n")
    assert '<html lang="de"' in (desk.folder / "club.proof.html").read_text(encoding="utf-8")


def test_the_template_follows_the_setting_and_the_locale(offline):
    offline.environment["LC_ALL"] = "da_DK.UTF-8"
    assert offline.quick("template").out == (
        "roster.da.xlsx: udfyld arkene Ordre og Spillerliste, og kør derefter roster-import roster.da.xlsx\n"
    )
    offline.environment["ROSTER_IMPORT_LANGUAGE"] = "de"
    assert offline.quick("template").out == (
        "roster.de.xlsx: die Blätter Bestellung und Spielerliste ausfüllen, dann roster-import roster.de.xlsx starten\n"
    )


# ------------------------------------------------------------------------------------------------ the rule by itself


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "da_DK@euro"}, "da"),
        ({"LANG": "de_AT", "LC_MESSAGES": "da_DK.UTF-8"}, "da"),
        ({"LANG": "de_AT", "LC_MESSAGES": "da_DK.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "de_AT", "LC_ALL": ""}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
    ],
)
def test_the_locale(environment, language):
    assert language_of_locale(environment) == language


def headed(*headings: str) -> Checked:
    columns = tuple(
        ColumnReading(column=at, heading=text, meaning=Meaning.IGNORED, of=None, sure=True)
        for at, text in enumerate(headings, 1)
    )
    layout = Layout(sheet="Roster", kind=LayoutKind.ONE_ROW_PER_PLAYER, heading_row=1, columns=columns, rows=(2,))
    return Checked(path=None, workbook=None, layouts=(layout,), problems=(), lines=(), orders=())


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (("Player", "Name", "Number", "Size"), "en"),
        (("Spieler", "Name", "Rückennr.", "Trikotgröße"), "de"),
        (("Vorname", "Nachname", "Nr.", "Gr."), "de"),
        (("Fornavn", "Efternavn", "Rygnr.", "Str."), "da"),
        (("Navn", "Trøjenummer", "Størrelse"), "da"),
        (("Nummer",), None),
        (("Nom", "Numéro", "Taille"), None),
        ((), None),
    ],
)
def test_the_language_of_headings(headings, language):
    assert language_of_workbook(headed(*headings)) == language


def test_who_reads():
    assert reader(None, {}).general == ENGLISH
    assert reader("de", {"LANG": "en_GB"}).general == "de"
    assert reader("da", {"LANG": "de_DE"}).of(headed("Spieler")) == "da"
    assert reader(None, {"LANG": "da_DK"}).of(headed("Spieler", "Größe")) == "de"
    assert reader(None, {"LANG": "da_DK"}).of(headed("Taille")) == "da"


@pytest.mark.parametrize(
    ("arguments", "language"),
    [(["--language", "de"], "de"), (["--language=da", "x"], "da"), (["--language", "fr"], "en"), (["x"], "en")],
)
def test_the_language_of_a_command_that_cannot_begin(arguments, language, tmp_path, monkeypatch):
    (tmp_path / "roster-import.toml").write_text("language = [", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert language_without_settings(asked_language(arguments)) == language
