"""Questions of a form on where somebody works, trains or learns stop nothing; where a print goes is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.layout import Fate
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Hints, recognise
from roster_import.recognise.whereabouts import asks_where

QUESTIONS = """
Which office are you at?|Which location are you at?|Which office are you based in?|Where are you based?|Which building?
Which pool do you swim at?|Which hall do you train in?|Do you run the 5k or 10k?
Welcher Standort|An welchem Standort arbeitest du?|In welcher Halle trainierst du?
Hvilket kontor arbejder du på?|Hvilken lokation?|Cykler du DHL-ruten eller Sjælland Rundt?|Hvilket kontor jobber du på?
Vilket kontor?|Vilken ort jobbar du på?|Welke vestiging?|Op welke locatie werk je?
Quel bureau ?|Sur quel site travaillez-vous ?|¿En qué oficina trabajas?|¿Qué sede?|In quale sede lavori?|Quale ufficio?
Em que escritório trabalha?|Które biuro?|Która lokalizacja?|Która pobočka?|Missä toimipisteessä olet?|Mikä toimisto?
Hangi ofis?|Hangi şube?|どのオフィスですか|勤務先オフィス
"""
OF_THE_ORDER = """
Which location on the sleeve?|Which place for the logo|Where do you want your name?|What size do you work in?
Which office shirt?|Do you run in a singlet?|Do you play in goal?|Which school colour?|Welche Größe trainierst du?
Which club?|Office|What number did you train in?
"""


def listed(text: str) -> list[str]:
    return [heading for line in text.split("\n") for heading in line.split("|") if heading]


def fate(heading: str, *places: str) -> Fate | None:
    people = zip(("Anna Berg", "Bo Lund", "Carl Wik", "Dora Falk"), ["4", "8", "12", "15"], places, "MLSM", strict=True)
    grid = "\n".join([f"Player|Number|{heading}|Size", *("|".join(row) for row in people)])
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),))
    return recognise(workbook, Hints()).rosters[0].columns[2].decided


@pytest.mark.parametrize("heading", listed(QUESTIONS))
def test_where_somebody_works_or_trains_is_no_part_of_an_order(heading):
    assert fate(heading, "Leeds", "York", "Leeds", "London") is Fate.NO_PART


@pytest.mark.parametrize("heading", listed(OF_THE_ORDER))
def test_a_question_about_the_order_is_none_about_a_place(heading):
    assert not asks_where(heading)


@pytest.mark.parametrize("heading", ["Which hall do you train in?", "Welcher Standort", "Hangi ofis?"])
def test_sizes_under_a_question_of_a_place_are_asked_about(heading):
    assert fate(heading, "S", "M", "XL", "M") is Fate.ASKED


@pytest.mark.parametrize("heading", ["Which location", "Location", "Where?", "Which location on the sleeve?"])
def test_where_something_is_printed_is_asked_about(heading):
    assert fate(heading, "left chest", "sleeve", "left chest", "sleeve") is Fate.ASKED
