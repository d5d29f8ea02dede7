"""Money as people write it, and as order systems send it: exact decimals, never binary fractions."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from roster_import.language.messages import Amount, Number, say
from roster_import.model.placement import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.placement import Confirmation

# What may stand around an amount: signs and codes of currencies, and what Danes and Germans write for "no cents".
_AROUND = re.compile(
    r"(?i)^(?:kr\.?|dkk|sek|nok|eur|gbp|usd|chf|€|£|\$)\s*+|(?<!\s)\s*+(?:kr\.?|dkk|sek|nok|eur|gbp|usd|chf|€|£|\$|,-|,–)$"
)
_MOST_DIGITS = 30  # of a number that is written out
_PLAIN = re.compile(r"[0-9]{1,9}(?:[.,](?:[0-9]{1,2}|[0-9]{4}))?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,' \u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]{1,2})?")


def parse_amount(text: str) -> Decimal | None:
    """The amount a cell holds: `12.5`, `12,50`, `1.234,50`, `kr 12,50`, `€ 12`; None where it is none, or may be two.

    `1.234` and `1,234` may be a thousand or one and a bit: None, and so is everything else with three decimals.
    """
    bare = _AROUND.sub("", _AROUND.sub("", text.strip()))
    if re.fullmatch(r"[0-9]{1,3}[.,][0-9]{3}", bare):
        return None
    if _PLAIN.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    if _GROUPED.fullmatch(bare) is None:
        return None
    whole, mark, cents = _split(bare)
    digits = re.sub(r"[^0-9]", "", whole)
    return Decimal(f"{digits}.{cents}" if mark else digits)


def _split(text: str) -> tuple[str, str, str]:
    """What stands before and after the decimal mark: the last `.` or `,` with one or two digits behind it."""
    parts = re.fullmatch(r"(.*)([.,])([0-9]{1,2})", text)
    return (parts[1], parts[2], parts[3]) if parts else (text, "", "")


def shortest(value: object) -> str:
    """A number in its shortest form: 12, 12.0 and "12.00" are one; what is no number stays as it is."""
    try:
        number = Decimal(str(value)).normalize()
    except ArithmeticError:
        return str(value)
    return f"{number:f}" if number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS else str(value)


def as_number(amount: Decimal) -> int | float:
    """The amount as a JSON number: the shortest that reads back as the same amount."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


# --------------------------------------------------------------------------------------------- sums that add up

_MOST = Decimal(10) ** 12
_STEP = Decimal("0.01")
"""One rounding step: the vendor's own example has 2817.03 + 704.26 = 3521.28 (KitMaker › Order object)."""


def total_differences(confirmation: Confirmation) -> Iterator[Difference]:
    """Where sub total and VAT are not the total, or the VAT not its rate of the sub total, by more than a rounding step."""
    sub_total, vat = money_of(confirmation.sub_total), money_of(confirmation.vat)
    if sub_total is None or vat is None:
        return
    total, rate = money_of(confirmation.total), money_of(confirmation.vat_rate)
    said = {"sub_total": Amount(confirmation.sub_total or ""), "vat": Amount(confirmation.vat or "")}
    if total is not None and abs(sub_total + vat - total) > _STEP:
        message = say(
            "the total {total} is not the sub total {sub_total} and the VAT {vat} together ({sum}).",
            total=Amount(confirmation.total or ""),
            sum=Amount(str(sub_total + vat)),
            **said,
        )
        yield Difference(what="total", sent=None, confirmed=confirmation.total, message=message)
    if rate is not None and abs(sub_total * rate / 100 - vat) > _STEP:
        message = say(
            "the VAT {vat} is not {rate} % of the sub total {sub_total}.",
            rate=Number(confirmation.vat_rate or ""),
            **said,
        )
        yield Difference(what="vat", sent=None, confirmed=confirmation.vat, message=message)


def no_amount(confirmation: Confirmation) -> Iterator[Difference]:
    """A word where what stands for the total is no amount."""
    total = confirmation.total
    if total is not None and money_of(total) is None:
        message = say("the total {total} is no amount.", total=total[:40])
        yield Difference(what="total", sent=None, confirmed=total, message=message)


def money_of(text: str | None) -> Decimal | None:
    """Money as an order system sent it, as a number to be reckoned with; None where it is none."""
    try:
        amount = Decimal(text or "")
        return amount if amount.is_finite() and abs(amount) < _MOST else None
    except ArithmeticError:
        return None
