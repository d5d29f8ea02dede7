"""The name of an order that its roster does not name: what is proposed for it, until a coach signs under that or another."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from roster_import.page.drafts import kept_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.model.report import Checked
    from roster_import.page.drafts import Draft


_LONGEST = 40  # letters of a file's name
# What a file is called by that was mended, or downloaded again: list (1), list v2, list new.
_SAME_AGAIN = re.compile(
    r"\(\d{1,3}\)$|[ _\-](?:v\d{1,2}|copy|new|final|mended|corrected|kopie|neu|korrigiert|kopi|ny|rettet)$"
)


def proposed_reference(draft: Draft) -> str:
    """What was proposed when it was sent: the same however long it takes until it is signed."""
    return draft.proposed or _of_the_day(draft.club, datetime.fromisoformat(draft.made))


def proposal(club: str, name: str, now: datetime, others: Iterable[Draft]) -> str:
    """The name for an order that came in this file: the club and the day, and the file where the club sent another one, too.

    Two teams of a club are two orders. The same file sent again, mended, is the same order: nothing of it is ordered twice.

    >>> proposal("FC Nord", "U18 kit.xlsx", datetime(2026, 11, 29), others=[])
    'FC Nord 2026-11-29'
    """
    of_the_day, file = _of_the_day(club, now), _file(name)
    alike = [draft for draft in others if proposed_reference(draft) == of_the_day]
    if all(_file(draft.name) == file for draft in alike):
        return of_the_day
    return f"{of_the_day} {PurePosixPath(kept_name(name)).stem[:_LONGEST].strip()}"


def _of_the_day(club: str, moment: datetime) -> str:
    return f"{club} {moment.astimezone().date().isoformat()}"


def _file(name: str) -> str:
    """What a file is called however often it was mended."""
    stem, before = PurePosixPath(kept_name(name)).stem.casefold(), ""
    while stem != before:
        stem, before = _SAME_AGAIN.sub("", stem).rstrip(" _-"), stem
    return stem


def is_one_among_others(checked: Checked, reference: str) -> bool:
    """Whether rows name orders of their own beside those that were given this reference: only their coach knows theirs."""
    named = {line.reference for line in (*checked.lines, *checked.draft.lines)}
    return reference in named and len(named) > 1


def unnamed_order(checked: Checked, draft: Draft) -> str:
    """The reference that is proposed, where it is ordered under and stands nowhere in the workbook; else nothing."""
    proposed = proposed_reference(draft)
    ordered = any(line.reference == proposed for line in (*checked.lines, *checked.draft.lines))
    return proposed if ordered and not _stands_in(checked, proposed) else ""


def _stands_in(checked: Checked, reference: str) -> bool:
    sheets = checked.workbook.sheets if checked.workbook else ()
    return any(reference in column.distinct for sheet in sheets for column in sheet.columns.values())
