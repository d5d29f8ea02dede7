"""Whether VAT is in an amount, as far as whoever names the amount says so; and an amount said with that."""

from __future__ import annotations

from enum import StrEnum

from roster_import.language.messages import Amount, joined, say, templates


class Vat(StrEnum):
    """What an amount is."""

    WITH = "with"
    WITHOUT = "without"
    UNKNOWN = "unknown"  # nobody says


_SAID = templates(
    {
        Vat.WITH: "{amount} with VAT",
        Vat.WITHOUT: "{amount} without VAT",
        Vat.UNKNOWN: "{amount} (not said whether with VAT)",
    }
)


def amount_with_currency(amount: str, currency: str | None) -> str:
    """`3521.28 DKK`."""
    return joined(Amount(amount), currency or "")


def amount_in_words(amount: str, currency: str | None, vat: Vat) -> str:
    """`3521.28 DKK with VAT`."""
    return say(_SAID[vat], amount=amount_with_currency(amount, currency))
