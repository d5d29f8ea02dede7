"""Who has no number among players that have one, told while most rows still cannot be judged: a coach mends all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.left_blank import is_most
from roster_import.check.rows.name_and_number import taken_apart
from roster_import.language.messages import joined, say
from roster_import.model.by_column import gathered
from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from roster_import.check.rows.by_column import RosterRows
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.problem import Problem

_PEOPLE = (Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME, Meaning.NAME)
_TEAMMATES = 3  # with a number, beside one without


def numbers_to_come(rows: RosterRows, told: Collection[Problem], catalogue: Catalogue) -> Iterator[Problem]:
    """`number-left-blank`: rows of people without a number, where most of their sheet have one; not what is `told` already."""
    places = {(problem.sheet, problem.row) for problem in told}
    bare = {text for text in dict.fromkeys(rows.texts(Meaning.DESIGN)) if text and _takes_no_number(text, catalogue)}
    names = zip(*map(rows.texts, _PEOPLE), strict=True)
    people = [player or " ".join(filter(None, halves)) or name for player, *halves, name in names]
    may_wear = [at for at, design in enumerate(rows.texts(Meaning.DESIGN)) if people[at] and design not in bare]
    for sheet, of_sheet in gathered([rows.sheets[at] for at in may_wear], may_wear).items():
        firsts = {rows.numbers[at]: at for at in reversed(of_sheet)}
        numbered = {rows.numbers[at] for at in of_sheet if rows.texts(Meaning.NUMBER)[at]}
        blank = [at for row, at in sorted(firsts.items()) if row not in numbered and Meaning.NUMBER in rows[at].columns]
        for at in blank if _are_left_out(len(numbered), len(firsts)) else ():
            if (sheet, rows.numbers[at]) not in places:
                yield _blank(rows[at], people[at], len(numbered), len(firsts))


def _are_left_out(having: int, of: int) -> bool:
    return is_most(having, of) or (of - having == 1 and having >= _TEAMMATES)


def _takes_no_number(text: str, catalogue: Catalogue) -> bool:
    designs = [catalogue.design(item) for item in split_items(text)]
    entries = [catalogue.entry_of(design) for design in designs if not isinstance(design, Unresolved)]
    return bool(entries) and all(entry is not None and entry.placeholders.number is False for entry in entries)


def _blank(row: RosterRow, who: str, having: int, of: int) -> Problem:
    message = say(
        "There is no number for {who}, while {count} of {all} rows have one. Fill it in, unless none is to be printed.",
        who=who,
        count=having,
        all=of,
    )
    if beside := taken_apart(who):
        message = joined(message, say("It may be the {number} beside the name.", number=beside[1]))
    return row.problem("number-left-blank", message, Meaning.NUMBER, level="warning")
