"""Amounts say whether VAT is in them; what is listed gives an estimate, and is not added to what is of another kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from roster_import.language.translations import in_language
from roster_import.model.remote_catalogue import Assortment
from roster_import.model.vat import Vat, amount_in_words
from roster_import.place.estimate import change, change_in_words, estimate
from roster_import.place.listed_prices import ListedPrices, estimate_as_listed
from tests.orders import confirmed, counted, design, instance, order
from tests.place.test_estimate import KNOWN

NO_VAT = "do not say whether VAT is in them"
NEITHER = "say neither in which currency they are nor whether VAT is in them"


def listing(item, price, vat=Vat.UNKNOWN):
    return ListedPrices(prices={item: price}, vat=vat)


@pytest.mark.parametrize(
    ("price", "amount", "of"),
    [
        ("129,00", "1548.00", NEITHER),
        ("EUR 129", "1548.00 EUR", NO_VAT),
        ("129 €", "1548.00 EUR", NO_VAT),
        ("kr 129", "1548.00", NEITHER),
    ],
)
def test_a_design_that_was_never_ordered_costs_what_the_catalogue_lists(price, amount, of):
    shirts = design(instance("M", 10), instance("L", 2))
    found = estimate(order(shirts), Assortment(), [], listing(shirts.design, price))
    assert str(found.words) == f"estimate, by prices that {of}: {amount}"
    assert str(found.parts[0].words) == f"12 × Home: {amount} (129.00 a piece, as listed)"


def test_what_is_listed_is_not_added_to_what_the_order_system_publishes():
    shirts = design(instance("M", 2))
    found = estimate(order(shirts, logos=(counted(1),)), KNOWN, [], listing(shirts.design, "100 DKK"))
    assert (found.amount, str(found.words)) == (
        None,
        "estimates that are not added, as their currency or VAT differs: 2 × Home: 200.00 DKK (not said whether with VAT), 1 × "
        "Crest: 370.00 DKK without VAT",
    )


def test_a_price_that_cannot_be_read_or_is_missing_is_not_known():
    shirts = design(instance("M", 2))
    assert estimate(order(shirts), Assortment(), [], listing(shirts.design, "cheap")).unknown == ("2 × Home",)
    assert estimate(order(shirts), Assortment(), []).unknown == ("2 × Home",)


@pytest.mark.parametrize(
    ("vat", "words", "told"),
    [
        (Vat.WITHOUT, "estimate, without VAT: 50.00", "estimated were 50.00 EUR without VAT; that is what it costs"),
        (Vat.WITH, "estimate, with VAT: 50.00",
         "estimated were 50.00 EUR with VAT; it costs 59.50 EUR with VAT, 9.50 more"),
        (Vat.UNKNOWN, f"estimate, by prices that {NEITHER}: 50.00", None),
    ],
)  # fmt: skip
def test_prices_that_are_sent_are_compared_with_what_is_of_their_kind(vat, words, told):
    shirts = replace(design(), instances=(replace(instance("M", 2), price="10"), replace(instance("L", 1), price="30")))
    found = estimate_as_listed(order(shirts), ListedPrices(vat=vat))
    got = confirmed(currency="EUR", sub_total="50.00", vat="9.50", total="59.50")
    said = change_in_words(found, got)
    assert (str(found.words), said and str(said)) == (words, told)
    assert (change(found, got) is None) == (told is None)


def test_what_has_no_price_anywhere_is_no_estimate():
    assert estimate_as_listed(order(design(instance("M", 1))), ListedPrices()).parts == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", ["3.521,28 DKK med moms", "3.521,28 DKK uden moms", "3.521,28 DKK (ikke oplyst om med moms)"]),
        ("de", ["3.521,28 DKK mit Mehrwertsteuer", "3.521,28 DKK ohne Mehrwertsteuer",
                "3.521,28 DKK (nicht gesagt, ob mit Mehrwertsteuer)"]),
    ],
)  # fmt: skip
def test_an_amount_is_said_in_danish_and_german(language, said):
    kinds = (Vat.WITH, Vat.WITHOUT, Vat.UNKNOWN)
    assert [in_language(amount_in_words("3521.28", "DKK", kind), language) for kind in kinds] == said
