"""A check as its coach sees it: without what they left as it is, and with what cannot be left open when they sign."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.page.state import hashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked

_TO_BE_ANSWERED = frozenset({"garment-left-blank"})
"""Warnings that a coach does not sign over: somebody would get nothing, and only they know whether that is meant."""

_EMPTIED_FOR_NONE = frozenset({"name-note"})
"""Problems whose advice is to empty the cell where nothing is to be printed."""
_LEFT_BLANK = frozenset({"name-left-blank"})


def seen_by_coach(checked: Checked, left: Iterable[str]) -> Checked:
    """The check without the warnings of these names, those that are to be answered as errors."""
    gone = frozenset(left)
    return replace(checked, problems=tuple(_seen(checked.problems, gone)))


def left_names(left: Iterable[str]) -> list[str]:
    """The names of the warnings that a draft says were left as they are."""
    return [entry.partition(" ")[0] for entry in left]


def warnings_by_name(checked: Checked) -> dict[str, Problem]:
    """The warnings that can be left as they are, each by its name."""
    return {name_of(problem): problem for problem in _each(checked) if problem.level == "warning"}


def emptied_as_told(before: Checked, after: Checked, mended: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """That nothing stands in cells that were emptied where it was said to, as `Draft.left` has it: that is answered by it.

    `mended` is what cells are by now, by sheet and address.
    """
    told = {(problem.sheet, problem.cell) for problem in _each(before) if problem.code in _EMPTIED_FOR_NONE}
    return tuple(
        f"{name} {problem.cell}"
        for name, problem in warnings_by_name(after).items()
        if problem.code in _LEFT_BLANK
        and (problem.sheet, problem.cell) in told
        and mended.get((problem.sheet or "", problem.cell or "")) == ""
        and len(problem.rows) == 1
    )


def said_along(before: Checked, after: Checked, mended: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """What stood beside a suggestion for its cell, and stays when that is taken, as `Draft.left` has it.

    Who took it has read the rest, and is not asked again. `mended` is what cells are by now, by sheet and address.
    """
    known = [problem for problem in _each(before) if (problem.sheet, problem.cell) in mended]
    taken = {
        (problem.sheet, problem.cell)
        for problem in known
        if problem.suggestion is not None
        and mended[problem.sheet or "", problem.cell or ""] in problem.suggestion.split(" | ")
    }
    beside = {(problem.sheet, problem.cell, problem.code) for problem in known if problem.level == "warning"}
    return tuple(
        f"{name} {problem.cell}"
        for name, problem in warnings_by_name(after).items()
        if (problem.sheet, problem.cell) in taken
        and (problem.sheet, problem.cell, problem.code) in beside
        and len(problem.rows) == 1
    )


def _each(checked: Checked) -> Iterator[Problem]:
    return chain.from_iterable(problem.each for problem in checked.problems)


def name_of(problem: Problem) -> str:
    """The name of a problem as long as it is about the same: what its sentence counts may change."""
    about = problem.value if problem.cell else str(problem.message)
    return hashed(repr((problem.code, problem.sheet, problem.cell, about, [origin.row for origin in problem.rows])))[
        :16
    ]


def _seen(problems: Iterable[Problem], gone: frozenset[str]) -> Iterator[Problem]:
    for problem in problems:
        each = tuple(told for told in problem.each if name_of(told) not in gone)
        if len(each) == len(problem.each):
            yield _as_answered(problem)
        elif each:
            yield _as_answered(replace(each[0], alike=each if len(each) > 1 else ()))


def _as_answered(problem: Problem) -> Problem:
    if problem.code not in _TO_BE_ANSWERED:
        return problem
    return replace(problem, level="error", alike=tuple(map(_as_answered, problem.alike)))
