"""What somebody wrote behind a value about the value before it: `12 (før 21)`, `M (not L)`, `BACK (correct: BACH)`."""

from __future__ import annotations

import difflib
import re

from roster_import.check.meant import in_plain_letters, is_long

_BRACKETED = re.compile(r"([^()\[\]{}]{1,60}?)\s*[(\[{]([^()\[\]{}]{1,60})[)\]}]\s*")
_WAS = re.compile(
    r"(?:not|nicht|kein|ikke|inte|ej|niet|geen|pas|no|non|nao|nie|ne|ei|was|were|war|before|formerly|previously|old|vorher"
    r"|bisher|alt|fruher|statt|anstatt|instead of|for|for:|tidl\w*|forut|tidigare|forr|vroeger|avant|ancien\w*|au lieu de"
    r"|antes|en vez de|prima|invece di|anterior\w*|zamiast|wczesniej|byl\w*|drive|misto|aiemmin|ennen|onceki|eski)\b[:\s]"
)
_CORRECTED = re.compile(
    r"(?:corr\w*|should be|must be|instead|read|recte|right|richtig\w*|korr\w*|soll\w*|heisst|muss|bitte|rett\w*|skal"
    r"|ska vara|ratt\w*|moet|verbeter\w*|juist\w*|plutot|en fait|debe|deberia|giusto|dovrebbe|devia|popraw\w*|powinno"
    r"|oprav\w*|spravne|oikea\w*|korjat\w*|dogru\w*)\b|[-=]>|→"
)

_ARROW = re.compile(r"[-=]>|→")
_SIGN = re.compile(rf":|{_ARROW.pattern}")
_ALIKE = 0.5  # BACK and BACH; what is told in other words is not


def before_what_it_was(text: str) -> str | None:
    """The value before brackets that say what it is not, or was before; None where there are no such brackets."""
    told = None if is_long(text) else _BRACKETED.fullmatch(text.strip())
    return told[1].strip() if told and _WAS.match(f"{in_plain_letters(told[2]).strip()} ") else None


def is_corrected(text: str) -> bool:
    """Whether brackets or an arrow behind a value put another in its place: nobody should be offered the first."""
    return _parts(text) is not None


def put_in_its_place(text: str) -> str | None:
    """What stands corrected behind a value it is like, `RAI` of `RAY (correct: RAI)`; None for other words."""
    if (parts := _parts(text)) is None:
        return None
    first, corrected = parts
    folded = (in_plain_letters(first), in_plain_letters(corrected))
    alike = difflib.SequenceMatcher(None, *folded).ratio() >= _ALIKE
    return corrected if alike and folded[0] != folded[1] else None


def _parts(text: str) -> tuple[str, str] | None:
    """What stood first, and what brackets or an arrow put in its place."""
    if is_long(text):
        return None
    if told := _BRACKETED.fullmatch(text.strip()):
        words = told[2].strip()
        if word := _CORRECTED.match(in_plain_letters(words)):
            behind = _SIGN.split(words)[-1] if _SIGN.search(words) else words.split(maxsplit=len(word[0].split()))[-1]
            return told[1].strip(), behind.strip()
    before, *behind_arrow = _ARROW.split(text)
    return (before.strip(), behind_arrow[-1].strip()) if behind_arrow else None
