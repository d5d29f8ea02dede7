"""How many pieces a cell of a person speaks of, where no quantity says so: Reserve 2x, Gus Hay (two please), 3 spare shirts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.check.meant.quantities import word_for
from roster_import.check.rows.garments import clothes, words
from roster_import.check.rules.vocabulary import SPARES, plain
from roster_import.language.messages import say
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem

_PIECES = (
    r"(?:pcs?|pieces?|stk|styk|styks|stykker|stycken?|st|stücke?|stuks?|shirts?|trikots?|trøjer|tröjor|szt|ks|kpl|uds?|pz|ex"
    r"|sæt|kits?|mal|gange|gånger|gange?r|keer|fois|veces|volte|vezes|razy)"
)
_TIMES = re.compile(
    rf"(?<![\w.])(?:([2-9]|1\d)\s?[x×](?!\w)|[x×]\s?([2-9]|1\d)(?!\w)|([2-9]|1\d)\s?{_PIECES}\b)", re.IGNORECASE
)
_BARE = re.compile(r"\(([2-9]|1\d)\)|^([2-9]|1\d)\s")
_IN_WORDS = re.compile(  # (two please), (zwei Stück)
    rf"[(\[]\s?([^\W\d_]{{2,8}})\s(?:{_PIECES}\.?|please|pls|bitte|tak|takk|tack|svp|por favor|per favore)\s?[)\]]",
    re.IGNORECASE,
)
_CELLS = (Meaning.PLAYER, Meaning.NAME, Meaning.LAST_NAME, Meaning.FIRST_NAME)
_LONGEST = 60  # letters


def counts_in_names(rows: Sequence[RosterRow], lines: Sequence[Line]) -> Iterator[Problem]:
    """`count-in-name`: rows that order another number of pieces than stands beside the name; `lines[i]` is that of `rows[i]`."""
    for row, line in zip(rows, lines, strict=True):
        for meaning in _CELLS:
            count = pieces_in(row.text(meaning))
            if count and count != line.quantity:
                yield _told(row, meaning, count, line.quantity)
                break


def pieces_in(text: str) -> int:
    """How many pieces a text beside a name speaks of; 0 for none. A bare number counts only beside spares and garments."""
    if len(text) > _LONGEST:
        return 0
    if (in_words := _IN_WORDS.search(text)) and (count := word_for(in_words[1])):
        return int(count)
    if not any(map(str.isdigit, text)):
        return 0
    told = _TIMES.search(text) or (_BARE.search(text) if _names_nobody(text) else None)
    return int(next(filter(None, told.groups()))) if told else 0


def _names_nobody(text: str) -> bool:
    return not SPARES.isdisjoint(plain(text).split()) or bool(clothes(words(text)))


def _told(row: RosterRow, meaning: Meaning, count: int, ordered: int) -> Problem:
    message = say(
        "{text!r} reads like {count} pieces, and {ordered} is ordered by this row. If {count} are meant, write that as the "
        "quantity, and no more than the name here.",
        text=row.text(meaning),
        count=count,
        ordered=ordered,
    )
    return row.problem("count-in-name", message, meaning, level="warning")
