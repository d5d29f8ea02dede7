"""Whose name a column holds where a form asks its sender's as well: the child's is printed, the parent's never."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import described, sheet_of

from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Recognition, recognise

ANSWERS = """
    Sandrine Palombard|s@example.org|Léo Palombard|8|S
    Marc Vergeaux|m@example.org|Tiago Vergeaux|10|M
    Awa Konatelle|a@example.org|Mamadou Konatelle|7|S
    Élodie Grandsire|e@example.org|Maëlys Grandsire|4|L
"""


def read(headings: str) -> Recognition:
    grid = "\n".join((headings, *map(str.strip, ANSWERS.strip().splitlines())))
    return recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)))


@pytest.mark.parametrize(
    "headings",
    [
        "Your name|Your email|Child's name", "Votre nom|Votre e-mail|Nom de l'enfant", "Ihr Name|Ihre E-Mail|Name des Kindes",
        "Dein Name|Mail|Spielername", "Dit navn|Din mail|Barnets navn", "Uw naam|Uw e-mail|Naam kind",
        "Tu nombre|Tu correo|Nombre del niño", "Il tuo nome|La tua email|Nome del bambino", "Ditt namn|E-post|Barnets namn",
    ],
)  # fmt: skip
def test_the_name_of_who_fills_in_a_form_is_nobodys_shirt(headings: str) -> None:
    recognition = read(f"{headings}|Nr|Size")
    assert described(recognition.rosters[0]) == {"C": "player", "D": "number", "E": "size"}
    assert recognition.questions == ()


def test_your_childs_name_is_that_of_the_child() -> None:
    columns = described(read("Your child's name|Email|Your name|Nr|Size").rosters[0])
    assert columns == {"A": "player", "D": "number", "E": "size"}


@pytest.mark.parametrize("player", ["Player", "Child", "Player name"])
def test_whole_names_of_others_beside_the_players_are_asked_about(player: str) -> None:
    recognition = read(f"Name|Email|{player}|Nr|Size")
    assert [
        (question.heading, [each.meaning.value for each in question.candidates]) for question in recognition.questions
    ] == [("Name", ["name", "ignored", "player"])]
