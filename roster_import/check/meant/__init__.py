"""What a coach most likely meant by a cell that is not written as the order needs it: to be offered, never to be taken."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from roster_import.recognise.tokens import fold

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a cell may mean: nothing anybody could tell, one thing, or one of several; an empty choice empties the cell."""

    choices: tuple[str, ...] = ()

    @property
    def suggestion(self) -> str | None:
        """What to type instead; where it may be one of several, all of them divided by ` | `."""
        return " | ".join(self.choices) if self.choices else None


NOTHING = Meant()
_LONGEST = 200  # characters


def is_long(text: str) -> bool:
    """Whether a text is longer than anything that stands for a size, a number or garments: nobody can tell what it means."""
    return len(text) > _LONGEST


def of_one(text: str | None) -> Meant:
    """The one thing that is meant, or nothing."""
    return NOTHING if text is None else Meant(choices=(text,))


@lru_cache(maxsize=8192)  # sizes, titles and marks: few texts, and every row has them
def in_plain_letters(text: str) -> str:
    """A text in small letters without accents and in half-width digits, its punctuation as it is."""
    return _LETTERS.sub(lambda word: fold(word[0]), unicodedata.normalize("NFKC", text))
