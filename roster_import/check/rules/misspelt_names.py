"""A name that is the player's own but for a slip of a letter: RIED on the shirt of Callum Reid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.recognise.tokens import fold, one_letter_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.check.rules.numbers import Profile
    from roster_import.check.rules.teams import Garment, Squad
    from roster_import.model.problem import Problem

_LEAST = 4  # letters of a word in which a slip is seen
_WORD = re.compile(r"[^\W\d_]+")
_IN_TWO_LETTERS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"), ("ss", "s"), ("ij", "y"))


def names_misspelt(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`name-misspelt`: a name with a letter wrong, missing, too many or exchanged, where most are spelled as the players are.

    What is only added or left off at the end is a pet name: Smithy, Sara.
    """
    if len(squad.strange) * 2 > len(squad.named):
        return
    for at in squad.once(squad.strange):
        meant = _meant(squad.names[at], squad.players[at])
        if meant:
            yield _told(squad.garment(at), meant)


def _meant(name: str, player: str) -> str:
    """The word of the player's that a name of one word is but for a slip, written as the name is."""
    words: list[str] = (
        [word for word in _WORD.findall(player) if _is_a_slip(name, word)] if _WORD.fullmatch(name) else []
    )
    if len(words) != 1:
        return ""
    return words[0].upper() if name.isupper() else words[0]


def _is_a_slip(name: str, word: str) -> bool:
    written, called = _plain(name), _plain(word)
    if min(len(written), len(called)) < _LEAST or written.startswith(called) or called.startswith(written):
        return False
    return one_letter_apart(written, called)


def _plain(word: str) -> str:
    """A word in small letters without accents, and with one letter for what other keyboards have two for: Pröll, Proell."""
    plain = fold(word)
    for two, single in _IN_TWO_LETTERS:
        plain = plain.replace(two, single)
    return plain


def _told(garment: Garment, meant: str) -> Problem:
    message = say(
        "Name {name!r} stands on the shirt of {who}, which is spelled otherwise. Correct it, unless it is meant.",
        name=garment.name,
        who=garment.who,
    )
    return garment.warn("name-misspelt", message, garment.name_meaning, suggestion=meant)
