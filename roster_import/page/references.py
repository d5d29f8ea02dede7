"""The name of an order that its roster does not name: what is proposed for it, until a coach signs under that or another."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roster_import.model.report import Checked
    from roster_import.page.drafts import Draft


def proposed_reference(draft: Draft) -> str:
    """The club and the day it was sent: the same however long it takes until it is signed."""
    return f"{draft.club} {datetime.fromisoformat(draft.made).astimezone().date().isoformat()}"


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
