"""Letters that were written in one encoding and read in another: MÃœLLER for MÜLLER."""

from __future__ import annotations

import re

_DOUBLY_CODED = re.compile("[ÂÃÄÅÐÑØÙ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]")
LOST = "\ufffd"
"""What stands for a letter that a wrong encoding lost."""


def letters_meant(text: str) -> str | None:
    """The text with its letters put right, if putting them right works out exactly.

    >>> letters_meant("NoÃ©")
    'Noé'
    """
    if text.isascii() or not _DOUBLY_CODED.search(text):
        return None
    try:
        meant = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return meant if len(meant) < len(text) else None
