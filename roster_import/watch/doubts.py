"""What a watch holds by itself: kinds of doubt, the warnings that raise them, and which of them a folder lets through.

Every code that a warning can have is of one kind or harmless (`tests/watch/test_watch_doubts.py` looks at all of them); one
that is neither, such as that of an order system of another package, is held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.messages import joined, listed, say, say_n, templates
from roster_import.model.key_like import unless_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from roster_import.model.problem import Problem

KINDS: Mapping[str, frozenset[str]] = {
    "struck-through": frozenset({"row-struck-through", "cell-struck-through", "cell-struck-in-part"}),
    "coloured": frozenset({"rows-coloured"}),
    "hidden": frozenset({"sheet-hidden", "row-hidden", "column-hidden"}),
    "left-out": frozenset(
        {"rows-left-out", "rows-not-chosen", "sheet-left-out", "table-left-out", "sheet-missing", "nothing-ordered",
         "order-without-rows", "players-above-headings"}
    ),
    "unused": frozenset({"cell-unused", "column-unused"}),
    "comments": frozenset({"comment-on-row", "comments-unread"}),
    "free-text": frozenset({"text-may-change-order", "keeper-in-other-shirt", "keeper-in-both-shirts", "total-differs",
         "tally-differs", "count-in-name", "two-people"}),
    "notes-as-names": frozenset({"name-note", "name-marker", "name-of-some"}),
    "odd-names": frozenset({"name-characters", "name-long", "name-size", "name-of-another", "name-misspelt"}),
    "numbers": frozenset(
        {"number-twice", "numbers-repeat", "zero-and-double-zero", "player-two-numbers", "number-outside-sport",
         "number-long"}
    ),
    "left-blank": frozenset(
        {"number-left-blank", "name-left-blank", "garment-left-blank", "design-left-blank", "print-left-blank",
         "quantity-left-blank", "print-merged", "text-missing"}
    ),
    "not-printed": frozenset({"name-doubtful", "number-doubtful"}),
    "same-person": frozenset({"shirt-twice", "player-two-sizes", "player-on-two-sheets"}),
    "samples": frozenset({"player-stand-in"}),
    "same-goods": frozenset({"ordered-before", "same-order", "sheets-of-seasons"}),
    "sizes": frozenset({"size-far", "size-of-another", "size-spellings", "size-unlike"}),
    "delivery": frozenset({"delivery-mixed", "delivery-elsewhere", "delivery-date-noted", "label-unused", "reference-replaced",
         "value-unused"}),
    "reading": frozenset(
        {"letters-guessed", "letters-garbled", "characters-dropped", "control-character", "quote-stray", "delimiter-unknown",
         "formats-not-read", "column-read-by-cells", "cells-joined"}
    ),
}  # fmt: skip
"""The kinds as settings name them, each with the codes of its warnings."""

HARMLESS = frozenset(
    {
        "identical-shirts",  # a quantity that somebody wrote
        "name-left-off",  # of shorts and socks, on which nobody expects one
        "names-left-blank",  # a club that prints numbers alone
        "names-in-part", "numbers-in-part",  # where who wants none leaves it empty
        "sheet-of-people",  # contacts of those who stand on the roster
        "tally-agrees",  # a count of the sizes comes to what is ordered
        "names-numbered",  # from row to row, and printed without
        "name-blanks", "name-casing", "name-twice",  # how names look beside one another
        "catalogue-differs", "catalogue-row-unusable", "title-from-order-system",  # the order system knows, and is believed
        "catalogue-not-shown", "catalogue-unreachable",
        "price-missing", "price-not-carried",
        "suggestion-applied", "answer-unmet",  # somebody asked for it
        "answered-before", "sheet-set-aside",  # for the same club, and ordered so
        "cannot-be-taken-back", "confirmed-otherwise",  # of an amendment, which a person orders
        "file-changed",  # since it was looked at, and what was ordered is what was looked at
        "problems-not-written", "results-not-written", "written-plainly",  # of what is written afterwards
    }
)  # fmt: skip
"""Codes of warnings for which nothing is held."""

OTHER = "other"
"""The kind of every warning that is neither of a kind above nor harmless."""

_WORDS = templates(
    {
        "struck-through": "rows or cells that are struck through",
        "coloured": "rows that are filled with a colour",
        "hidden": "hidden rows, columns or sheets",
        "left-out": "rows or sheets that nothing is ordered from",
        "unused": "cells that are filled in and not used",
        "comments": "comments on rows that are ordered",
        "free-text": "text that may change the order",
        "notes-as-names": "notes where names should be",
        "odd-names": "names that may not be printed as they are written",
        "numbers": "numbers that may be wrong",
        "left-blank": "shirts without a name or number among others that have one",
        "not-printed": "names or numbers that may not be printed",
        "same-person": "the same person twice",
        "samples": "rows that read like samples or stand-ins",
        "same-goods": "goods that were ordered before",
        "sizes": "sizes that do not fit the others",
        "delivery": "details of the delivery that may be wrong",
        "reading": "cells that may have been read wrongly",
        OTHER: "something to look at",
    }
)
_MOST_PLACES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What a folder lets through: `warnings` all of them (True), no others than the kinds (False), or what is harmless."""

    warnings: bool | None = None
    kinds: tuple[str, ...] = ()


def kind_of(code: str) -> str | None:
    """Of which kind a warning is; None for a harmless one."""
    if code in HARMLESS:
        return None
    return next((kind for kind, codes in KINDS.items() if code in codes), OTHER)


def doubts_of(problems: Iterable[Problem], accepted: Accepted) -> dict[str, list[Problem]]:
    """The warnings for which a file waits for a person, by their kinds, in the order of the file."""
    doubts: dict[str, list[Problem]] = {}
    for problem in problems if accepted.warnings is not True else ():
        kind = kind_of(problem.code) or (OTHER if accepted.warnings is False else None)
        if problem.level == "warning" and kind is not None and kind not in accepted.kinds:
            doubts.setdefault(kind, []).append(problem)
    return doubts


def untold(doubts: Mapping[str, list[Problem]], told: str) -> dict[str, list[Problem]]:
    """The kinds of doubt that were not named where it was told before why a file waits: nobody let it go for all that."""
    return {kind: problems for kind, problems in doubts.items() if str(say(_WORDS[kind])) not in told}


def in_doubt(doubts: Mapping[str, Sequence[Problem]]) -> str:
    """Why a file waits: which kinds of doubt there are, and where."""
    return say(
        "It waits for a person to look at it: {doubts}.", doubts=listed([_said(*kind) for kind in doubts.items()])
    )


def _said(kind: str, problems: Sequence[Problem]) -> str:
    """`rows or cells that are struck through (Roster row 7, Roster row 9 and 3 more)`."""
    places = list(dict.fromkeys(problem.place for problem in problems if problem.place))
    shown = places[:_MOST_PLACES]
    if more := len(places) - len(shown):
        shown = [joined(*shown, between=", "), say_n("{count} more", "{count} more", more)]
    words = say(_WORDS[kind])
    return say("{what} ({where})", what=words, where=listed(shown)) if shown else words


def how_to_accept(doubts: Collection[str], accepted: Accepted, settings: str) -> str:
    """What to write into a settings file so that files with these kinds of doubt are placed; empty where nothing helps."""
    if not doubts or not KINDS.keys() >= set(doubts):
        return ""
    return say(
        "To place such files of this folder from now on: accept = [{kinds}] under [watch] in {file}.",
        kinds=", ".join(f'"{kind}"' for kind in dict.fromkeys((*accepted.kinds, *doubts))),
        file=settings,
    )


def accepted_kinds(name: str, value: object) -> tuple[str, ...]:
    """The kinds a setting names; raises `UsageError`, with all that there are, where it names another."""
    kinds = value.split(",") if isinstance(value, str) else value
    if not isinstance(kinds, list | tuple) or not all(isinstance(kind, str) for kind in kinds):
        raise UsageError(say("The setting {name} must be a list of texts.", name=name))
    named = tuple(kind.strip() for kind in kinds if kind.strip())
    for kind in named:
        if kind not in KINDS:
            raise UsageError(
                say(
                    "The setting {name} names {kind!r}, and there is no such kind of doubt. Known: {known}.",
                    name=name,
                    kind=unless_key(kind),
                    known=", ".join(KINDS),
                )
            )
    return named
