"""What stands behind a team under a word for teams, and is of one row's order: U12 (away kit), U12?, U12 – in red."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.garments import clothes, is_of_a_kit, words
from roster_import.recognise.colours import colour_of
from roster_import.recognise.lines_above import counts_goods
from roster_import.recognise.said_phrases import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def says_more_than_a_team(text: str, teams: Iterable[str]) -> bool:
    """Whether a text is one of the `teams` and behind it a doubt, a garment, a kit or a colour."""
    behind = {text[len(team) :].strip() for team in teams if text.casefold().startswith(team.casefold())}
    return any(map(_is_of_the_order, filter(None, behind)))


def _is_of_the_order(behind: str) -> bool:
    said, apart = words(behind), not behind[0].isalnum()  # U12 Blue is a team
    spoken = bool(clothes(said)) or any("kit" in word for word in said) or is_of_a_kit(said) or counts_goods(behind)
    return spoken or "?" in behind or (apart and any(map(colour_of, words_of(behind))))
