"""What a form's export puts before every heading: `Child - First Name`, `Child - T-Shirt Size`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_BEHIND = re.compile(r"(?<=\S)(?: [-–>|»:] |: )(?=\S)")
_OF_A_SHOP = re.compile(
    r"^\s*(?:product form|checkout form|custom(?:er)? fields?|line ?item propert(?:y|ies)|variation|attribute"
    r"|personali[sz]ation)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_FEWEST = 4  # headings with it
_MOSTLY = 0.6  # of all


def lead_in(headings: Collection[str]) -> str:
    """What most of the headings begin with, the sign behind it included: it tells none of them from the others.

    `Child - ` before ten of twelve headings; nothing where some begin with `Parent - `, which tells whose they are.
    """
    starts = Counter(text[: behind.end()] for text in headings if (behind := _BEHIND.search(text)))
    start, times = max(starts.items(), key=lambda entry: entry[1], default=("", 0))
    return start if len(starts) == 1 and times >= max(_FEWEST, _MOSTLY * len(headings)) else ""


def without_label(heading: str) -> str:
    """A heading without what a shop's export puts before the questions of its form: Product form: Player Name."""
    return _OF_A_SHOP.sub("", heading, count=1)


def last_part(heading: str) -> str:
    """What stands behind the last such sign: the first name of `Person's Name - First Name`."""
    return _BEHIND.split(heading)[-1]
