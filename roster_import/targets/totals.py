"""Whether a confirmed order's total is the sum of its parts; money is compared, never worked out anew."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from roster_import.language.messages import Amount, Number, say
from roster_import.model.placement import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.placement import Confirmation

_STEP = Decimal("0.01")
"""One rounding step: the vendor's own example has 2817.03 + 704.26 = 3521.28 (KitMaker › Order object)."""


def total_differences(confirmation: Confirmation) -> Iterator[Difference]:
    """Where sub total and VAT are not the total, or the VAT not its rate of the sub total, by more than a rounding step."""
    sub_total, vat, total, rate = map(
        _amount, (confirmation.sub_total, confirmation.vat, confirmation.total, confirmation.vat_rate)
    )
    if sub_total is None or vat is None:
        return
    if total is not None and abs(sub_total + vat - total) > _STEP:
        yield Difference(
            what="total",
            sent=None,
            confirmed=confirmation.total,
            message=say(
                "the total {total} is not the sub total {sub_total} and the VAT {vat} together ({sum}).",
                total=Amount(confirmation.total or ""),
                sub_total=Amount(confirmation.sub_total or ""),
                vat=Amount(confirmation.vat or ""),
                sum=Amount(str(sub_total + vat)),
            ),
        )
    if rate is not None and abs(sub_total * rate / 100 - vat) > _STEP:
        yield Difference(
            what="vat",
            sent=None,
            confirmed=confirmation.vat,
            message=say(
                "the VAT {vat} is not {rate} % of the sub total {sub_total}.",
                vat=Amount(confirmation.vat or ""),
                rate=Number(confirmation.vat_rate or ""),
                sub_total=Amount(confirmation.sub_total or ""),
            ),
        )


def _amount(text: str | None) -> Decimal | None:
    try:
        return Decimal(text) if text is not None else None
    except InvalidOperation:
        return None
