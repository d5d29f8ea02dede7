"""What is written beside a name to say who somebody is, and is not printed: `(C)`, `Capt.`, `, goalkeeper`, `– TW`."""

from __future__ import annotations

import re
import unicodedata

from roster_import.recognise.goalkeepers import GOALKEEPERS
from roster_import.recognise.tokens import fold

_BRACKETS_BEFORE = re.compile(r"(?:\s*+[(\[{][^()\[\]{}]*+[)\]}])++\s*+")
_BRACKETS_BEHIND = re.compile(r"(?<![\s)\]}])(?:\s*+[(\[{][^()\[\]{}]*+[)\]}])++\s*+$")
_TRAILING = re.compile(  # after a blank alone only what is nobody's surname
    r"(?:(?<!\s)\s++|(?<![\s*]))\*++$|(?<!\s)\s++(?:gk|tw|capt\.?|captain|kapitän|kaptajn|kapten|kapitein|capitaine|goalkeeper"
    r"|goalie|torwart|målmand|målvakt)\.?$",
    re.IGNORECASE,
)
_BEHIND_A_SIGN = re.compile(r"(?<![\s,])\s*+[-–—/,]\s*+(?P<role>[^\W\d_]{1,20}+\.?)$")
_LEADING = re.compile(  # what somebody is may be said before a colon: Træner: Ole
    r"^\*+\s*|^[-‐‑–—·•]\s+|^(?:capt\.?|captain)\s+(?=\S)|^[^\W\d_]{2,20}+\.?(?:[ /][^\W\d_]{1,20}+\.?)?+\s?:\s*(?=\S)",
    re.IGNORECASE,
)
_OTHER_ROLES = """
    capt captain kapitan kaptajn kaptein kapten kapitein aanvoerder aanvoerster capitaine capitan capitana capitano capitao
    kapteeni kaptan spielfuhrer spielfuhrerin anforare
    coach trainer trainerin traener tranare trener trenerka entraineur entrenador entrenadora allenatore treinador valmentaja
    manager physio gk tw
"""
_ROLES = GOALKEEPERS.union(_OTHER_ROLES.split())
_IN_NAMES = frozenset(".,'’‘´`ʼ-‐‑–&/*_+")


def without_markers(name: str) -> str:
    """A name without what is written beside it: `(C)`, `[GK]`, `Capt.`, a trailing `TW`, `, goalkeeper` or `*`.

    What would be left has to be a plain name: of `=SUM(A1)` or `{{7*7}}` nobody can tell what was meant.
    """
    bare = name.strip()
    bare = _BRACKETS_BEHIND.sub("", bare[before.end() :] if (before := _BRACKETS_BEFORE.match(bare)) else bare)
    bare = _LEADING.sub("", _TRAILING.sub("", _without_role(bare))).strip()
    return bare if is_plain_name(bare) else name


def _without_role(name: str) -> str:
    behind = _BEHIND_A_SIGN.search(name)
    return name[: behind.start()] if behind and fold(behind["role"]).strip(".") in _ROLES else name


def is_plain_name(name: str) -> bool:
    """Whether a text has letters, and nothing but what is in names."""
    letters = (unicodedata.category(character)[0] for character in name if character not in _IN_NAMES)
    return any(map(str.isalpha, name)) and all(kind in "LMNZ" for kind in letters)
