"""The questions of a form's grid, one for each thing in brackets: `What would you like? [Hoodie]`, `… [Quarter zip]`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.headings import PLAIN
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.recognise.verdicts import Verdict

M = Meaning
_ANSWERED = (M.SIZE, M.QUANTITY)
_HALF = 0.5


def answered_alike(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """What nobody knows is a garment, too, where the same question is asked about others and answered with the same answers."""
    return tuple(_as_its_siblings(verdict, verdicts) for verdict in verdicts)


def _as_its_siblings(verdict: Verdict, verdicts: Sequence[Verdict]) -> Verdict:
    question, thing = _parted(verdict.seen.heading)
    if not thing or verdict.meaning is not M.IGNORED or verdict.fixed or verdict.seen.sense.false_friend is not None:
        return verdict
    siblings = [v for v in verdicts if v.meaning in _ANSWERED and v.of and _parted(v.seen.heading)[0] == question]
    like = next((v for v in siblings if _shares_answers(verdict, v)), None)
    if like is None:
        return verdict
    readings = ((like.meaning, PLAIN), (M.IGNORED, 0.0))
    return replace(verdict, meaning=like.meaning, of=thing, sure=False, ask=False, spoken=True, readings=readings)


def _parted(heading: str) -> tuple[str, str]:
    """The question of a heading, and what it is about: in brackets at its end."""
    question, _, thing = heading.strip().removesuffix("]").rpartition("[")
    return (fold(question), thing.strip()) if heading.strip().endswith("]") and question else ("", "")


def _shares_answers(verdict: Verdict, sibling: Verdict) -> bool:
    answers = verdict.seen.profile.values
    return len(answers & sibling.seen.profile.values) > _HALF * len(answers)
