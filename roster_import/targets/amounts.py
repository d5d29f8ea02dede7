"""Money as people write it, and as order systems send it: exact decimals, never binary fractions."""

from __future__ import annotations

import re
from decimal import Decimal

# What may stand around an amount: signs and codes of currencies, and what Danes and Germans write for "no cents".
_AROUND = re.compile(
    r"(?i)^(?:kr\.?|dkk|sek|nok|eur|gbp|usd|chf|€|£|\$)\s*|\s*(?:kr\.?|dkk|sek|nok|eur|gbp|usd|chf|€|£|\$|,-|,–)$"
)
_PLAIN = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,4})?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,' \u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]{1,2})?")


def parse_amount(text: str) -> Decimal | None:
    """The amount a cell holds: `12.5`, `12,50`, `1.234,50`, `kr 12,50`, `€ 12`; None where it is none, or may be two.

    `1.234` and `1,234` may be a thousand or one and a bit: None.
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
    found = re.fullmatch(r"(.*)([.,])([0-9]{1,2})", text)
    return (found[1], found[2], found[3]) if found else (text, "", "")


def shortest(value: object) -> str:
    """A number in its shortest form: 12, 12.0 and "12.00" are one; what is no number stays as it is."""
    try:
        return f"{Decimal(str(value)).normalize():f}"
    except ArithmeticError:
        return str(value)


def as_number(amount: Decimal) -> int | float:
    """The amount as a JSON number: the shortest that reads back as the same amount."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)
