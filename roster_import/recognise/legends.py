"""Columns that say what signs of the sheet mean: x = a bag as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from roster_import.recognise.contents import Held

_LEGENDS = re.compile(
    r"(?:legend[ae]?|key|forklaring|forkortelser|abkurzungen|leyenda|leggenda|vysvetlivky|selit\w*)\b"
)
_EXPLAINED = re.compile(r"\S\s*=\s*\S")  # x = a bag as well


def is_legend(heading: str, held: Held) -> bool:
    """Whether it says what signs mean; what is called so says it of some."""
    explained = [bool(_EXPLAINED.search(value)) for value in held.values]
    beside = all(explained) and held.cells.filled < held.rows
    return any(explained) and (beside or _LEGENDS.match(fold(heading)) is not None)
