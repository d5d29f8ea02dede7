"""What looks like a key, and is not shown where it stands in the place of something else."""

from __future__ import annotations

import re

HIDDEN = "•••"
_WORDS = r"(?i)api.?key|[-_]key|key[-_]|secret|token|passw"
_PARTS = r"[A-Za-z0-9]+"  # compiled where it is needed: no run that goes well looks at a key
_LONG, _VERY_LONG = 12, 20  # characters: of letters and digits, of letters in both cases


def looks_like_key(text: str) -> bool:
    """Whether a text may be a key: one word that calls itself one, or with a long row of letters and digits in it."""
    return " " not in text and bool(re.search(_WORDS, text) or is_random(text))


def is_random(text: str) -> bool:
    """Whether a word has a long row of letters and digits in it, whatever it calls itself: no name of ours has."""
    return any(map(_is_random, re.findall(_PARTS, text)))


def _is_random(part: str) -> bool:
    if len(part) >= _VERY_LONG and re.search("[a-z][A-Z]", part):
        return True
    return len(part) >= _LONG and not part.isalpha() and not part.isdigit()


def unless_key(value: object) -> str:
    """A value as it may be shown: hidden where it looks like a key."""
    return HIDDEN if looks_like_key(str(value)) else str(value)
