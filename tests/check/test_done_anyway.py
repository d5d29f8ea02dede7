"""Notes that want of the print what the rows have anyway are no news; those that want less, or speak of somebody, are told."""

from __future__ import annotations

import pytest

from tests.check.test_office_cases import check, codes, said

SHIRTS = "Player|Number|Size|Design\nANN LEE|3|S|Home shirt\nBO RAY|4|M|Home shirt\n"
BARE = "Player|Size|Design\nANN LEE|S|Shorts\nBO RAY|M|Training shirt\n"


def told(note: str, rows: str, **options) -> list[tuple[str, str | None, str]]:
    return said(check(("List", f"{note}\n\n{rows}"), **options), "text-may-change-order", "rows-left-out")


def a_note(text: str) -> list[tuple[str, str | None, str]]:
    message = (
        f'The note at A1 says "{text}". The rows are ordered as they stand, whatever the note says: if something is to be '
        "different, change the rows themselves; then delete the note."
    )
    return [("text-may-change-order", "A1", message)]


@pytest.mark.parametrize(
    "note",
    ["Only the surname is printed", "Nachname wird gedruckt", "Efternavn på ryggen", "Op de rug komt de achternaam",
     "En la espalda: apellido", "Sulla schiena il cognome"],
)  # fmt: skip
def test_surnames_are_wanted_and_surnames_are_printed(note):
    assert told(note, SHIRTS, print_name="surname") == []
    assert told(note, SHIRTS, print_name="as-written") == a_note(note)


@pytest.mark.parametrize(
    "note",
    ["Uden tryk", "Bez nadruku", "No printing", "Senza stampa", "Training shirt bez nadruku", "Trainingsshirts (ohne Druck)",
     "Geen nummers nodig", "Inget tryck på shortsen"],
)  # fmt: skip
def test_no_print_is_wanted_and_nothing_is_printed(note):
    assert told(note, BARE, print_name="none") == []


@pytest.mark.parametrize(
    "note",
    ["Inga nummer", "Ohne Nummern", "Print first names only", "No number for Bo Ray", "Ohne Namen, aber mit Wappen",
     "No names on the shirts of the coaches"],
)  # fmt: skip
def test_what_is_wanted_otherwise_than_printed_or_of_somebody_is_told(note):
    assert told(note, SHIRTS, print_name="none") == a_note(note)


@pytest.mark.parametrize("note", ["Nur Nummer", "Ohne Namen", "Only numbers please"])
def test_numbers_alone_are_wanted_and_no_names_are_printed(note):
    assert told(note, SHIRTS, print_name="none") == []
    assert told(note, SHIRTS, print_name="surname") == a_note(note)


@pytest.mark.parametrize(
    "note", ["Surname in red", "Nachname in rot drucken", "Kun efternavn, rød", "Surname printed big"]
)
def test_a_wish_for_a_look_is_told_though_the_surnames_are_printed(note):
    assert told(note, SHIRTS, print_name="surname") == a_note(note)


def test_surnames_are_wanted_and_nothing_is_printed():
    note = "Only the surname is printed"
    assert told(note, SHIRTS, print_name="none") == a_note(note)


def test_names_alone_are_wanted_and_there_are_none():
    note = "Nur Namen, keine Nummern"
    assert told(note, BARE, print_name="none") == a_note(note)


def test_a_garment_that_nobody_orders_is_told_though_nothing_is_printed():
    assert "text-may-change-order" in codes(check(("List", f"Tracksuits without names\n\n{BARE}"), print_name="none"))
