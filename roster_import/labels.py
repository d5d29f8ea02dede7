"""A label of the Order sheet that is not quite one: which was meant."""

from __future__ import annotations

import difflib
from functools import cache
from typing import TYPE_CHECKING

from roster_import.columns import ORDER, column_by_heading, heading_key
from roster_import.wording import term

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS = {column.key: term(column.en, da=column.da, de=column.de) for column in ORDER.columns}
"""The template's labels of the Order sheet, by their keys."""

_NEAR = 0.78  # of the letters: enough for a slip, too much for another word


def near_label(text: str) -> str | None:
    """The key of the label that a text is nearly, in whatever language; None where it is a label, or near none."""
    key = heading_key(text)
    known = _labels()
    found = () if key in known else difflib.get_close_matches(key, known, n=1, cutoff=_NEAR)
    return known[found[0]] if found else None


@cache
def _labels() -> Mapping[str, str]:
    return {heading: column.key for heading, column in column_by_heading(ORDER.columns).items()}
