"""Each garment's size with its own count beside it: Trikot Gr., Stk., Hose Gr., Stk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.column_fit import fit
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.recognise.verdicts import Verdict

M = Meaning
_LEFT, _RIGHT = -1, 1


def counted_by_garment(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Counts of the same name that stand beside a size each are of the garments of these sizes."""
    at = {verdict.seen.column: verdict for verdict in verdicts}
    of: dict[int, str] = {}
    for heading in dict.fromkeys(fold(v.seen.heading) for v in verdicts if _is_bare_count(v)):
        columns = [v.seen.column for v in verdicts if _is_bare_count(v) and fold(v.seen.heading) == heading]
        beside = _garments_beside(columns, at, _LEFT) or _garments_beside(columns, at, _RIGHT)
        of |= beside if len(columns) > 1 else {}
    return tuple(_of_garment(v, of[v.seen.column]) if v.seen.column in of else v for v in verdicts)


def _is_bare_count(verdict: Verdict) -> bool:
    return verdict.meaning is M.QUANTITY and verdict.of is None and verdict.spoken and not verdict.fixed


def _garments_beside(columns: list[int], at: Mapping[int, Verdict], side: int) -> dict[int, str]:
    """Column of a count -> the garment whose size stands on that side; nothing unless each has one of its own."""
    sizes = {column: at.get(column + side) for column in columns}
    of = {column: size.of for column, size in sizes.items() if size and size.meaning is M.SIZE and size.of}
    return of if len(set(of.values())) == len(columns) else {}


def _of_garment(verdict: Verdict, garment: str) -> Verdict:
    return replace(verdict, of=garment, sure=fit(M.QUANTITY, verdict.seen.profile) > 0.0, ask=False)
