"""A heading that ends in what the thing costs: Rucksack 28 €, Hoodie (£35), Ryggsekk kr 300, Mütze CHF 28.-."""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 60  # letters of a heading with a price
_CURRENCY = r"kr|eur|euros?|chf|sek|nok|dkk|gbp|pln|czk|huf|zł|kč|ft|kn"
_AMOUNT = r"\d{1,5}(?:[.,]\d{1,2})?"
_PRICE = re.compile(
    rf"(?:[€$£]\s?{_AMOUNT}|\b(?:{_CURRENCY})\b\.?\s?{_AMOUNT}(?:[.,:][-–])?"
    rf"|(?<![\d.,]){_AMOUNT}(?:\s?[,.:]?[-–])?\s?(?:[€$£]|,-|:-|(?:{_CURRENCY})\b\.?))\s?\)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def priced(heading: str) -> str | None:
    """What stands in a heading before a price, if it ends in one."""
    price = _PRICE.search(heading) if len(heading) <= _LONGEST else None
    return heading[: price.start()].rstrip(" -–:(,") or None if price else None
