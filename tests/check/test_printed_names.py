"""Which half of a name is printed where the surname is asked for: the words of the heading say which stands first."""

from __future__ import annotations

import pytest

from roster_import.check.printed_names import surname_of
from roster_import.recognise.name_order import surname_first
from tests.check.test_office_cases import check

SURNAME_FIRST = """
Surname and first name|Last name, first name|Last, First|Surname, name|Name (surname first)|Player name (last, first)
Efternavn, fornavn|Navn, fornavn|Etternavn, fornavn|Efternamn, förnamn|Namn (efternamn, förnamn)
Nachname, Vorname|Name, Vorname|Nachname Vorname|Nach- und Vorname|Spieler (Nachname, Vorname)
Achternaam, voornaam|Naam en voornaam|Nom, prénom|NOM Prénom|Nom de famille et prénom
Apellidos, nombre|Apellido y Nombre|Cognome e Nome|Apelido e nome|Sobrenome, nome|Nazwisko i imię|Příjmení a jméno
Sukunimi, etunimi|Sukunimi ja etunimi|Soyadı Adı|姓 名|姓・名
"""
FIRST_NAME_FIRST = """
First name and surname|Name and surname|First & last name|Fornavn og efternavn|For- og efternavn|För- och efternamn
Vorname Nachname|Vorname, Name|Vor- und Nachname der Spielerin|Voor- en achternaam|Prénom et nom|Nombre y apellidos
Nome e cognome|Nome e apelido|Imię i nazwisko|Jméno a příjmení|Etu- ja sukunimi|Ad Soyad
"""
ONE_HALF = (
    "Name|Player|Surname|Last name|Family name|Nachname|First name|Vorname|Nom de famille|Full name|Spieler|姓名|"
)


def _headings(text):
    return [heading for line in text.strip().splitlines() for heading in line.split("|")]


@pytest.mark.parametrize("heading", _headings(SURNAME_FIRST))
def test_the_surname_stands_first(heading):
    assert surname_first(heading) is True


@pytest.mark.parametrize("heading", _headings(FIRST_NAME_FIRST))
def test_the_first_name_stands_first(heading):
    assert surname_first(heading) is False


@pytest.mark.parametrize("heading", ONE_HALF.split("|"))
def test_a_heading_of_one_half_says_nothing_of_the_order(heading):
    assert surname_first(heading) is None


@pytest.mark.parametrize(
    ("heading", "name", "printed"),
    [
        ("Nombre y apellidos", "Ana Ruiz Gil", "Ruiz Gil"),
        ("Nombre y apellidos", "Ana Ruiz", "Ruiz"),
        ("Nombre y apellidos", "Ana María Ruiz", "Ruiz"),
        ("Nombre y apellidos", "Ana María Ruiz Gil", "Ruiz Gil"),
        ("Nombre y apellidos", "Ana de la Torre Gil", "de la Torre Gil"),
        ("Apellidos y nombre", "Ruiz Gil Ana", "Ruiz Gil"),
        ("Apellidos y nombre", "Ruiz Gil, Ana", "Ruiz Gil"),
        ("Apellidos y nombre", "Ruiz Ana", "Ruiz"),
        ("Name and surname", "Ana Ruiz Gil", "Gil"),
    ],
)
def test_two_surnames_are_printed_where_the_heading_speaks_of_them(heading, name, printed):
    grid = f"{heading}|No|Size|Design\n{name}|7|M|Home shirt\nBo Ray|8|L|Home shirt"
    assert check(("List", grid), print_name="surname").lines[0].name == printed


@pytest.mark.parametrize(
    ("name", "first", "surname"),
    [
        ("Ada Holm", None, "Holm"),
        ("de Vries", None, "de Vries"),
        ("van den Berg", None, "van den Berg"),
        ("Du Plessis", None, "Du Plessis"),
        ("Holm, Ada", None, "Holm"),
        ("Holm, Ada", True, "Holm"),
        ("Holm Ada", True, "Holm"),
        ("Ada, Holm", False, "Holm"),
        ("Ada Holm", False, "Holm"),
        ("von der Heide Malte", True, "von der Heide"),
        ("Malte von der Heide", None, "von der Heide"),
        ("GARCÍA LÓPEZ María", True, "GARCÍA LÓPEZ"),
        ("Jan Ben Fink", None, "Fink"),
        ("Jan Van Dyke", None, "Van Dyke"),
        ("Bo Ray Jr.", None, "Ray Jr."),
        ("Van Dyke", None, "Dyke"),
        ("Kaya", True, "Kaya"),
        ("田中 太郎", None, "田中"),
        ("김 민준", None, "김"),
        ("", None, ""),
    ],
)
def test_the_surname_of_a_name(name, first, surname):
    assert surname_of(name, first=first) == surname


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Nachname, Vorname", "Holm Ada"),
        ("Cognome e Nome", "Holm Ada"),
        ("Vorname, Name", "Ada, Holm"),
        ("姓 名", "Holm Ada"),
    ],
)
def test_the_right_half_is_printed(desk, sandbox, heading, cell):
    desk.build(rows=[(cell, "7", "M", "Away kit")], headings=(heading, "Number", "Size", "Design"))
    assert desk.quick("club.xlsx", "--print-name", "surname").status == 0
    assert [one["name"] for one in sandbox.orders()[0]["body"]["designs"][0]["instances"]] == ["Holm"]


def test_what_belongs_before_a_last_name_is_printed_with_it(desk, sandbox):
    rows = [("Daan", "van der", "Holm", "7", "M", "Away kit"), ("Mees", "", "Kern", "8", "M", "Away kit")]
    desk.build(rows=rows, headings=("Voornaam", "Tussenvoegsel", "Achternaam", "Rugnummer", "Maat", "Design"))
    assert desk.quick("club.xlsx", "--print-name", "surname").status == 0
    names = [one["name"] for one in sandbox.orders()[0]["body"]["designs"][0]["instances"]]
    assert sorted(names) == ["Kern", "van der Holm"]
