"""Lines with which somebody ends a list are not looked at twice, and what is asked for there is."""

from __future__ import annotations

import pytest

from roster_import.recognise.sign_offs import signs_off

HARMLESS = """
    Stand: 12.11.2026|Questions? Call Ann 07700 900123|Coach: Ann Howell|Trainer: Ulf Behrens, Tel. 0431 55667
    Med venlig hilsen, Bente (holdleder)|Contact: ann@example.org|Filled in by Ann Howell|Date: 12 November 2026
    Kind regards, Ann|Mit freundlichen Grüßen, Uwe|Ansprechpartner: Kim Orr|Erstellt am 12.11.2026|Træner: Bo Lund
    Mvh Bente|Cordialement, Anne|Entraîneur : Luc Roy|Entrenador: Juan|Met vriendelijke groet, Piet|Lagledare: Ulla
    Liste erstellt von Uwe
    Lars Holm, træner|Tränare Per Nyberg|Uwe Petersen, Trainer|Ann Lee (coach)|Betreuer Kim Orr|Entrenadora María López
    Vänliga hälsningar, Ulla|Saluti, Mario|Pozdrawiam, Ewa|gez. H. Wendt|S pozdravem Jan|Terveisin Matti|Atenciosamente, Rui
"""
TELLING = """
    Coach Ann|Coach Ann needs one too|Captain Ann Lee
    Coach: Ann Howell, size L|Coach: Ann Howell also needs a shirt|Please add Tim, M|Tim Howell|Captain: Ann
    Date of birth missing for Tim|Nr. 7 left the club|Stand by for changes|Kapitän: Ann|Torwart: Tim Howell
    Reserve: Tim Howell|Team: U13|Kind regards, Ann. Please order L for number 7|Updated: no names on the back
"""


def lines(text: str) -> list[str]:
    return [each.strip() for line in text.strip().splitlines() for each in line.split("|")]


@pytest.mark.parametrize("text", lines(HARMLESS))
def test_a_greeting_a_coach_or_a_date_ends_the_list(text):
    assert signs_off(text)


@pytest.mark.parametrize("text", lines(TELLING))
def test_what_may_be_a_player_or_a_wish_does_not(text):
    assert not signs_off(text)
