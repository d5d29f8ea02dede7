"""Sentences that are English text and can still be said in another language."""

from __future__ import annotations

import copy
import json
import pickle
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from roster_import.language.messages import (
    Amount,
    Day,
    Number,
    Said,
    capital,
    either,
    ended,
    joined,
    listed,
    meant,
    say,
    say_n,
    term,
)
from roster_import.language.said_as_data import as_data, from_data
from roster_import.language.translations import in_language, speech
from roster_import.model.problem import Problem
from roster_import.read.isolation import child

SIZE = say("There is no size, and a garment cannot be ordered without. Fill in the size.")


def test_a_sentence_is_its_english_text_to_everybody_who_does_not_ask():
    said = say("number {number}", number=7)

    assert said == "number 7"
    assert {said: 1}["number 7"] == 1
    assert json.dumps([said]) == '["number 7"]'
    assert sqlite3.connect(":memory:").execute("SELECT ?", (said,)).fetchone() == ("number 7",)
    assert repr(said) == "'number 7'"


def test_the_same_sentence_in_other_languages():
    said = say("number {number}", number=7)

    assert in_language(said, "en") == "number 7"
    assert in_language(said, "da") == "nummer 7"
    assert in_language(said, "de") == "Nummer 7"


def test_plain_text_stays_as_it_is():
    assert in_language("number 7", "de") == "number 7"
    assert type(say("number {number}", number=7).strip()) is str


def test_a_sentence_that_no_catalogue_has_is_said_in_english():
    template = "Nobody {verb} this."
    assert in_language(say(template, verb="translated"), "de") == "Nobody translated this."
    forms = ("one {count}", "many {count}")
    assert in_language(say_n(*forms, 2), "de") == "many 2"


def test_values_that_are_sentences_are_translated_too():
    said = say(
        "{others} and {last}", others=say("number {number}", number=7), last=say_n("{count} row", "{count} rows", 2)
    )

    assert said == "number 7 and 2 rows"
    assert in_language(said, "de") == "Nummer 7 und 2 Zeilen"


@pytest.mark.parametrize(
    ("count", "english", "danish", "german"),
    [(0, "0 rows", "0 rækker", "0 Zeilen"), (1, "1 row", "1 række", "1 Zeile"), (5, "5 rows", "5 rækker", "5 Zeilen")],
)
def test_counts(count, english, danish, german):
    said = say_n("{count} row", "{count} rows", count)

    assert (said, in_language(said, "da"), in_language(said, "de")) == (english, danish, german)


ORDER_UNKNOWN = "Order {value!r} is not a reference of the Order sheet. Correct it, or add it there."


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("PO-42", "PO-42"),
        ("O'Brien", "O'Brien"),
        ("""Ö'Brien\\" ”x“""", """Ö'Brien\\" ”x“"""),
        ("Łukasz 山田", "Łukasz 山田"),
        ("An\u202ena", "An[U+202E right-to-left override]na"),
        ("An\u200bna", "An[U+200B zero-width space]na"),
        ("An\u2060na", "An[U+2060 invisible character]na"),
        ("An\u3164na", "An[U+3164 invisible character]na"),
        ("An\u2003na", "An[U+2003 blank of another width]na"),
        ("An\x1b[31mna", "An[U+001B escape][31mna"),
        ("A\tB\r\nC\u2028D", "A[tab]B[line break][line break]C[line break]D"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("x" * 81, "x" * 79 + "…"),
    ],
)
def test_what_was_written_stands_in_quotation_marks_with_nothing_unseen(value, shown):
    assert say(ORDER_UNKNOWN, value=value).startswith(f"Order “{shown}” is not")


def test_what_was_written_stands_in_the_languages_quotation_marks():
    said = say(ORDER_UNKNOWN, value="A\tB'\u202e")

    assert said.startswith("Order “A[tab]B'[U+202E right-to-left override]” is not")
    assert in_language(said, "de").startswith(
        "Die Bestellung „A[Tabulator]B'[U+202E Schreibrichtung von rechts nach links]“ ist keine"
    )
    assert in_language(said, "da").startswith(
        "Ordre ”A[tabulator]B'[U+202E skriveretning fra højre mod venstre]” er ikke"
    )


def test_no_value_steers_a_terminal():
    said = say("There is no file {path}. Nothing was sent.", path=Path("a\x1b[2Jb\u202e.xlsx"))

    assert said == "There is no file a[U+001B][2Jb[U+202E].xlsx. Nothing was sent."
    assert in_language(said, "de") == "Die Datei a[U+001B][2Jb[U+202E].xlsx gibt es nicht. Nichts wurde gesendet."


def test_lists_and_sentences_in_a_row():
    assert in_language(listed(["a", "b", "c"]), "de") == "a, b und c"
    assert in_language(either(["a", "b"]), "da") == "a eller b"
    assert listed(["a"]) == "a"
    assert listed([]) == either([]) == ""
    both = joined(SIZE, "", say("Did you mean {suggestion}?", suggestion="XL"))
    assert in_language(both, "da") == (
        "Der er ingen størrelse, og en trøje kan ikke bestilles uden. Udfyld størrelsen. Mente du XL?"
    )
    assert meant(SIZE, None) is SIZE
    assert meant(SIZE, "XL") == both


def test_openings_endings_and_terms():
    assert in_language(capital(say("number {number}", number=7)), "da") == "Nummer 7"
    assert capital("note") == "Note"
    assert ended("It broke") == ended("It broke.") == ended("It broke..") == "It broke."
    assert ended(SIZE) is SIZE
    heading = term("Size", {"da": "Størrelse", "de": "Größe"})
    assert (heading, in_language(heading, "da"), in_language(heading, "de")) == ("Size", "Størrelse", "Größe")


def test_dates_and_amounts_as_their_readers_write_them():
    assert (Amount("3521.28"), Day("2026-05-13")) == ("3521.28", "2026-05-13")
    assert in_language(Amount("3521.28"), "da") == in_language(Amount("3521.28"), "de") == "3.521,28"
    assert in_language(Amount("2817.00"), "de") == "2.817,00"
    assert (Amount("5"), Amount("3532.5"), Amount("9.355"), Amount("-0.5")) == ("5.00", "3532.50", "9.355", "-0.50")
    assert in_language(Amount("1413.0"), "de") == in_language(Amount("1413.0"), "da") == "1.413,00"
    assert (in_language(Number("25.0"), "de"), Number("25.0")) == ("25,0", "25.0")
    assert in_language(Amount("on request"), "de") == "on request"
    assert in_language(Day("2026-05-13"), "de") == "13. Mai 2026"
    assert in_language(Day("2026-05-13T13:14:30Z"), "da") == "13. maj 2026"
    assert in_language(Day("soon"), "da") == "soon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    text: str
    row: int = 1


@pytest.mark.parametrize("through", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
@pytest.mark.parametrize(
    "text",
    [
        SIZE,
        say_n("{count} row", "{count} rows", 2),
        joined(SIZE, SIZE),
        term("Size", {"da": "Størrelse", "de": "Größe"}),
        capital(SIZE),
        Amount("3521.28"),
    ],
)
def test_a_sentence_survives_copies(text, through):
    again = through(Note(text=text)).text

    assert again == text
    assert isinstance(again, Said)
    assert in_language(again, "de") == in_language(text, "de") != ""


def test_a_sentence_survives_a_changed_dataclass():
    problem = replace(Problem(level="error", code="size-missing", message=SIZE), level="warning")

    assert in_language(problem.message, "da").startswith("Der er ingen størrelse")


def test_a_place_is_said_in_the_language():
    assert in_language(Problem(level="error", code="x", message="", sheet="Hold", row=7).place, "da") == "Hold, række 7"


# --------------------------------------------------------------------------------------- from the reading process


def test_a_message_of_the_reading_process_can_be_translated():
    told = say("{file_name} is damaged ({detail}): open it in Excel, save it again and send it once more.",
               file_name="club.xlsx", detail=say("its sheets are missing"))  # fmt: skip
    heard = from_data(json.loads(json.dumps(as_data(told))))

    assert heard == told
    assert in_language(heard, "de") == (
        "club.xlsx ist beschädigt (die Blätter fehlen): in Excel öffnen, noch einmal speichern und erneut senden."
    )
    counted = say_n("{address} and {count} other cell look", "{address} and {count} other cells look", 2, address="A1")
    assert in_language(from_data(json.loads(json.dumps(as_data(counted)))), "da") == "A1 og 2 andre celler ser"


@pytest.mark.parametrize(
    "data",
    [
        {"say": ["{a.__class__}", None, 0], "with": {"a": "x"}},
        {"say": ["{a:>999999999}", None, 0], "with": {"a": "x"}},
        {"say": ["{a}", None, 0], "with": {}},
        {"say": ["{a!s}", None, 0], "with": {"a": "x"}},
        {"say": ["{a}", "{b}", 1], "with": {"a": "x"}},
        {"say": [7, None, 0], "with": {}},
        {"say": ["{a}", None, 0], "with": {"a": ["x"]}},
        {"say": ["{a}", None, 0], "with": "a"},
        {"say": ["{a}", None, "many"], "with": {"a": "x"}},
        {"with": {}},
        7,
        None,
    ],
)
def test_what_no_program_of_ours_says_is_refused(data):
    with pytest.raises((TypeError, ValueError, KeyError)):
        from_data(data)


def test_a_refusal_of_the_reading_process_arrives_as_a_sentence(tmp_path):
    from roster_import.errors import UnreadableFile

    refusal = UnreadableFile(say("{file_name} is empty: open the workbook, save it again and send it once more.",
                                 file_name="club.xlsx"), code="file-empty")  # fmt: skip
    with pytest.raises(UnreadableFile) as refused:
        child.unpacked(child.packed_refusal(refusal), tmp_path / "club.xlsx")

    assert refused.value.code == "file-empty"
    assert in_language(refused.value.message, "de") == (
        "club.xlsx ist leer: die Arbeitsmappe öffnen, noch einmal speichern und erneut senden."
    )


def test_a_catalogue_is_read_once():
    assert speech("de") is speech("de")
