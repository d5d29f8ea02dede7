"""What is known of a language beside the first ones, which `words` and its neighbours hold side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.recognise.words import Concept


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one language, as `tokens.fold` leaves them, divided by blanks; a phrase has `_` for its blanks.

    `yes_no`, `example` and `sheet` alone are written as people write them, accents and all, each a single word.

    `words`: of headings, by what they stand for; `~` stands for any ending. `silent`: say nothing in a heading. In cells:
    `yes_no`; `otherwise` call an order in question (`*` any ending); `orders` and `already` say of a mark what it is about;
    `teams` and `sections` are titles over players; `example` marks a row that shows how to fill in; `sheet` is what an office
    program calls a sheet that nobody named.
    """

    words: Mapping[Concept, str]
    silent: str = ""
    yes_no: str = ""
    otherwise: str = ""
    orders: str = ""
    already: str = ""
    teams: str = ""
    sections: str = ""
    example: str = ""
    sheet: str = ""
