"""What people read of a watch: in their language, with advice that works where nobody has a command line."""

from __future__ import annotations

import json
import re

import pytest

from roster_import.language.advice import in_a_folder
from roster_import.language.messages import joined, say
from roster_import.language.translations import in_language
from roster_import.language.wordings import ADVICE
from roster_import.watch.folders import WatchedFolder
from roster_import.watch.held import held_files
from roster_import.watch.journal.journal import Journal
from roster_import.watch.phrases import in_words, translations_of, with_translations
from roster_import.write.run_report import _AGAIN
from tests.language.messages import messages

_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+|roster-import (?:resume|amend|template)|the same command")
# Said where somebody gave an option, or of the watch's own.
_NEVER_IN_A_FOLDER = (
    "cli/",
    "pipeline/",
    "watch/",
    "write/deliver.py",
    "write/proof/",
    "write/results/summary.py",
)  # of what is not finished: no such workbook is filed
_OPTION_GIVEN = ("as --", "--reference {reference} names one order", "without an order system, add --sandbox")


def test_advice_that_needs_a_command_line_has_another_wording_for_the_watch():
    """A new sentence that names an option gets its line in `roster_import.language.wordings.ADVICE`."""
    found = [one.id if isinstance(one.id, str) else one.id[0] for one in messages()
             if not one.path.removeprefix("roster_import/").startswith(_NEVER_IN_A_FOLDER)]  # fmt: skip
    naming = [text for text in found if _OPTION.search(text) and not any(given in text for given in _OPTION_GIVEN)]
    assert [text for text in naming if text not in ADVICE] == []
    assert [text for text in ADVICE if text not in found] == []
    assert [text for text in ADVICE.values() if _OPTION.search(text)] == []


def test_advice_is_told_anew_in_any_language_and_also_in_words_from_the_ledger():
    """What the ledger holds is plain English."""
    assert in_words(_AGAIN) == in_words(str(_AGAIN)) == "It is ordered again only if the roster changes."
    assert in_words(joined("a.xlsx:", _AGAIN), "da") == "a.xlsx: Den bestilles kun igen, hvis listen ændres."
    trouble = (
        "KitMaker said no. Look at it there first. If it is another, give this order a reference of its own, or order it all the "
        "same with --new-order."
    )
    asked = say(
        "Reference {reference}: {trouble} Only a person can tell what became of it: look at the order system, then run "
        "roster-import settle {reference}.",
        reference="PO-1",
        trouble=trouble,
    )
    assert (
        in_words(str(asked))
        == str(in_a_folder(asked))
        == (
            "Reference PO-1: KitMaker said no. Look at it there first. If it is another, give this order a "
            "reference of its own. Only a person can tell "
            "what became of it: look at the order system, then run roster-import settle PO-1, and let the file go."
        )
    )


def test_a_sentence_is_kept_for_readers_of_every_language():
    text = say("cannot be opened: {why}", why="Permission denied")
    again = with_translations(str(text), json.loads(json.dumps(translations_of(text))))
    assert again == text
    assert in_language(again, "de") == "lässt sich nicht öffnen: Permission denied"
    assert in_language(joined("a:", again), "da") == "a: kan ikke åbnes: Permission denied"
    assert translations_of("plain words") == {}


GERMAN = ("Spieler", "Aufdruck", "Nummer", "Größe", "Anzahl", "Design")

LARGE = (("Emma", "EMMA", "7", "M", 60, "Home kit"),)
HELD = "Die Bestellung PO-groß hat 60 Stück; höchstens 50 werden ohne einen Menschen bestellt (pieces_per_order)."


@pytest.fixture
def german(inbox, webhook):
    """An inbox in which a German file is held, with its message; everything else about it is English."""
    inbox.settings(f'pieces_per_order = 50\n[notify]\nwebhook = "{webhook.url}"\n')
    inbox.drop("groß.xlsx", headings=GERMAN, rows=LARGE)
    inbox.run = inbox.once()
    return inbox


def test_what_is_about_a_file_is_told_in_its_language(german, webhook):
    place = f"{german.folder}/held/groß.xlsx"
    call = f'roster-import release "{place}"'
    assert german.run.out.splitlines()[0] == f"{place}: zurückgehalten, nichts wurde gesendet. {HELD}"
    assert german.run.out.splitlines()[-1] == f"  Trotzdem bestellen: {call}"
    (message,) = webhook.messages
    assert message["subject"] == "groß.xlsx: zurückgehalten, nichts wurde gesendet"
    assert message["text"].splitlines()[0] == f"groß.xlsx wurde nicht bestellt. {HELD}"
    assert message["text"].splitlines()[-3:] == [
        f"Trotzdem bestellen: {call}.", "", "Die Datei liegt in held/groß.xlsx.",
    ]  # fmt: skip
    assert (german.folder / "held" / "groß.why.txt").read_text(encoding="utf-8") == message["text"]


def test_what_machines_read_and_the_log_are_english(german, webhook):
    english = "Order PO-groß has 60 pieces; at most 50 are ordered without a person (pieces_per_order)."
    assert webhook.messages[0]["reason"] == english
    assert german.status()["held"] == [{"path": "held/groß.xlsx", "why": english}]
    assert f" groß.xlsx -> held/groß.xlsx: {english}\n" in german.run.err


@pytest.mark.parametrize(("language", "lines"), [
    ("de", ["Zurückgehalten:", f"  held/groß.xlsx: {HELD}", "Heute: 1 Datei: 1 zurückgehalten."]),
    ("da", ["Holdes tilbage:", "  held/groß.xlsx: Ordre PO-groß har 60 stk.; højst 50 bestilles uden et menneske "
            "(pieces_per_order).", "I dag: 1 fil: 1 holdt tilbage."]),
    ("en", ["Held:", "  held/groß.xlsx: Order PO-groß has 60 pieces; at most 50 are ordered without a person "
            "(pieces_per_order).", "Today: 1 file: 1 held."]),
])  # fmt: skip
def test_the_status_is_in_the_language_of_whoever_asks(german, language, lines):
    said = german.desk.quick("watch", german.folder, "--status", "--language", language).out.splitlines()
    assert said[1:] == lines


def test_why_a_file_waits_is_told_to_whoever_asks(inbox):
    (inbox.folder / "leer.xlsx").touch()
    inbox.once()
    said = inbox.desk.quick("watch", inbox.folder, "--status", "--language", "de").out.splitlines()
    assert said[1:2] == ["Es warten:"]
    assert re.fullmatch(r"  leer\.xlsx: ist bisher leer \(seit \d\d:\d\d\)", said[2])
    assert inbox.status()["waiting"][0]["why"] == "is empty so far"


def test_why_a_file_is_held_is_found_in_a_note_of_any_language(german):
    folder = WatchedFolder(german.folder)
    journal = Journal.open(german.journal)
    known = held_files(folder, journal)
    journal.close()
    assert [(path, in_language(reason, "de")) for path, reason in known] == [("held/groß.xlsx", HELD)]
    assert held_files(folder, None) == [("held/groß.xlsx", HELD)]


def test_the_option_goes_before_the_files_own_language(inbox):
    inbox.drop("rot.xlsx", headings=GERMAN, rows=(("Emma", "EMMA", "1O", "M", 1, "Home kit"),))
    run = inbox.once("--language", "da")
    place = f"{inbox.folder}/failed/rot"
    assert run.out.splitlines()[0] == (
        f"{place}.xlsx: 1 fejl. Intet blev sendt. Den er markeret i {place}.problems.xlsx."
    )


def test_release_and_doctor_speak_too(german):
    held = german.folder / "held" / "groß.xlsx"
    run = german.desk.quick("doctor", german.folder, "--language", "de")
    assert "ok  Rechte: Dateien lassen sich anlegen, durch Umbenennen übernehmen und ablegen, ohne etwas zu " in run.out
    assert "ok  Schlüssel: aus " in run.out
    assert german.desk.quick("release", german.folder / "x.xlsx", "--language", "de").err == (
        f"roster-import: Die Datei {german.folder}/x.xlsx gibt es nicht. roster-import watch {german.folder} --status zeigt, "
        "was zurückgehalten wird.\n"
    )
    assert german.desk.quick("release", held, "--language", "da").out == (
        "groß.xlsx tages op, næste gang overvågningen ser efter.\n"
    )


def test_the_digest_is_in_the_language_of_the_settings(inbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\ndigest = "00:00"\n')
    inbox.desk.environment["ROSTER_IMPORT_LANGUAGE"] = "de"
    (inbox.folder / "leer.xlsx").touch()
    inbox.once()
    (one,) = webhook.messages
    assert re.fullmatch(r"inbox: 0 Dateien am \d+\. \w+ \d{4}", one["subject"])
    assert one["text"].splitlines()[-2:] == ["Es warten:", "  leer.xlsx: ist bisher leer"]
