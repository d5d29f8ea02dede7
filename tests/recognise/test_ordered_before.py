"""Titles that say that what is listed below was ordered already, and those that only speak of an order."""

import pytest

from roster_import.recognise.ordered_before import is_called_ordered, is_ordered_before


@pytest.mark.parametrize("title", [
    "Déjà équipés :", "Commandés en septembre (ne pas recommander)", "Già ordinate",
    "Ya la tienen", "Redan beställda", "Bestilt i fjor",
    "Im September bestellt", "Ordered in September", "Objednáno v září", "Zamówione we wrześniu", "Tilattu syyskuussa",
    "Commande de l’an dernier", "Ex giocatori", "Pour mémoire : déjà livrés", "Pedido anterior", "Last year's shirts",
])  # fmt: skip
def test_a_title_over_people_who_have_theirs(title):
    assert is_ordered_before(title)


@pytest.mark.parametrize("title", [
    "Bestellt von Max", "Ordered by Alma in 9C", "U13 Mädchen", "Home shirt", "Pedido Home shirt 2026/27",
    "Order before 15 October", "Bestilling af trøjer", "Commande maillots saison 2026/27", "Goalkeepers",
    "", "Bestellt wird bis 15. Oktober",
])  # fmt: skip
def test_a_title_that_says_something_else(title):
    assert not is_ordered_before(title)


@pytest.mark.parametrize(
    "name", ["Bestellt", "Zamówione", "Beställda", "Tilattu jo", "Already ordered", "Objednáno loni"]
)
def test_a_sheet_that_is_called_so(name):
    assert is_called_ordered(name)


@pytest.mark.parametrize(
    "name", ["Bestellung", "Order", "Roster", "U11 bestellt bis 5.10.", "Commande", "Received by post"]
)
def test_a_sheet_that_is_called_otherwise(name):
    assert not is_called_ordered(name)
