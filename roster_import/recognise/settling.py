"""What a column means beside the others: one number per player, one person per row, whose name is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model import Meaning
from roster_import.recognise.headings import OUTRIGHT
from roster_import.recognise.persons import settle_names
from roster_import.recognise.weighing import CRITICAL, THIN, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

M = Meaning
# of each of these (and of each garment, home or away) a row has one
_ONCE = (M.NUMBER, M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NAME, M.TEAM, M.ORDER, M.STORAGE_QUANTITY, M.DESIGN, M.QUANTITY)
_NEAR = 1.0  # two columns this near to each other cannot be told apart


def settle(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts on all columns of a sheet, made to agree with each other."""
    settled = tuple(map(_row_number, verdicts))
    settled = settle_names(settled)
    settled = _drop_guesses(settled)
    for meaning in _ONCE:
        settled = _once(settled, meaning)
    return tuple(map(_doubt, settled))


def ignored(verdict: Verdict, *, sure: bool = True) -> Verdict:
    """The same column, taken for nothing."""
    return replace(verdict, meaning=M.IGNORED, of=None, sure=sure)


def _each(verdicts: Sequence[Verdict], change: Callable[[Verdict], Verdict | None]) -> tuple[Verdict, ...]:
    return tuple(verdict if verdict.fixed else change(verdict) or verdict for verdict in verdicts)


def _row_number(verdict: Verdict) -> Verdict:
    """1, 2, 3 … down to rows where nobody stands is a row number, whatever it is called."""
    told = dict(verdict.seen.sense.points).get(M.NUMBER, 0.0)
    if verdict.fixed or verdict.meaning is not M.NUMBER or told >= OUTRIGHT or not verdict.seen.profile.counter:
        return verdict
    if verdict.seen.lonely:
        return ignored(verdict)
    return replace(verdict, sure=False, ask=True)


def _drop_guesses(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """What only the cells suggest gives way to a column whose heading says it, and to the better guess."""
    for meaning in (M.PLAYER, M.SIZE, M.NUMBER, M.DESIGN):
        named = [v for v in verdicts if _covers(v, meaning) and (v.spoken or v.fixed) and not _runs(v)]
        guesses = [v for v in verdicts if v.meaning is meaning and not v.spoken and not v.fixed]
        keep = [] if named else sorted(guesses, key=lambda v: (-v.points, v.seen.column))[:1]
        gone = {guess.seen.column for guess in guesses} - {guess.seen.column for guess in keep}
        verdicts = tuple(ignored(verdict) if verdict.seen.column in gone else verdict for verdict in verdicts)
    return verdicts


def _runs(verdict: Verdict) -> bool:
    """A number column that may be row numbers keeps no other column from being the number."""
    return verdict.meaning is M.NUMBER and verdict.ask


def _covers(verdict: Verdict, meaning: Meaning) -> bool:
    persons = (M.PLAYER, M.FIRST_NAME, M.LAST_NAME)
    return verdict.meaning is meaning or (meaning is M.PLAYER and verdict.meaning in persons)


def _once(verdicts: tuple[Verdict, ...], meaning: Meaning) -> tuple[Verdict, ...]:
    for of in dict.fromkeys(verdict.of for verdict in verdicts if verdict.meaning is meaning):
        rivals = [v for v in verdicts if v.meaning is meaning and v.of == of]
        if len(rivals) > 1 and not (meaning is M.QUANTITY and of is not None):
            verdicts = _choose(verdicts, rivals)
    return verdicts


def _choose(verdicts: tuple[Verdict, ...], rivals: list[Verdict]) -> tuple[Verdict, ...]:
    best, second = sorted(rivals, key=lambda v: (not v.fixed, v.ask, -v.points, v.seen.column))[:2]
    near = best.points - second.points < _NEAR and not best.fixed and not second.ask and second.seen.profile.filled > 0
    chosen = replace(best, sure=best.sure and not near, ask=best.ask or (near and best.meaning in CRITICAL))
    losers = {rival.seen.column for rival in rivals} - {best.seen.column}
    return tuple(chosen if v is best else ignored(v, sure=not near) if v.seen.column in losers else v for v in verdicts)


def _doubt(verdict: Verdict) -> Verdict:
    """Ask where it matters and another reading is near."""
    if verdict.fixed or verdict.sure or verdict.ask or not verdict.seen.profile.filled:
        return verdict
    other, points = verdict.runner_up
    matters = verdict.meaning in CRITICAL or other in CRITICAL - {M.PLAYER}
    near = verdict.points - points < THIN and points > 2.0
    return replace(verdict, ask=matters and near and verdict.spoken)
