"""What there is to say whatever is answered to what is open: told before, so that an answer does not bring it up."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.alike import said_once
from roster_import.check.check_workbook import check_recognised
from roster_import.check.open_questions import as_is_likeliest, supposing_printed, with_each_garment
from roster_import.check.rows.messages import GARMENT_UNCLEAR
from roster_import.model.question import PrintNameQuestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.check.open_questions import BesideColumns
    from roster_import.check.recognised import Recognised
    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.targets.protocol import Target

_MOST_ROWS = 500  # of a longer list an answer has to come first: each that is possible costs another check
_BESIDE_NAMES = frozenset({"name-marker", "name-note"})
_Place = tuple[str | None, str | None, str, str | None]


def with_certain_problems(
    checked: Checked, recognised: Recognised, target: Target, asked: Sequence[BesideColumns]
) -> Checked:
    """The check with what is known before what is open is answered.

    The errors of cells that there are of whichever design a column is; of which design one is, where another column keeps the
    rows from being judged; and what stands beside names, where it is `asked` how they are printed.
    """
    if sum(len(layout.rows) for layout in checked.layouts) > _MOST_ROWS:
        return checked
    likeliest = as_is_likeliest(recognised)
    designs = [] if likeliest is recognised else _unclear_designs(_check(likeliest, target))
    supposed = [_errors(_check(each, target)) for each in with_each_garment(recognised)]
    known = _errors(checked)
    certain = [
        problem
        for place, problem in (supposed[0] if supposed else {}).items()
        if place not in known and all(place in other for other in supposed)
    ]
    names = any(isinstance(each, PrintNameQuestion) for each in asked)
    first = next(with_each_garment(likeliest), likeliest)
    beside = _beside_names(_check(supposing_printed(first, asked), target)) if names else []
    return replace(checked, problems=(*checked.problems, *designs, *said_once([*certain, *beside])))


def _check(recognised: Recognised, target: Target) -> Checked:
    return check_recognised(recognised, recognised.options.facts, target)


def _unclear_designs(checked: Checked) -> list[Problem]:
    return [problem for problem in checked.problems if problem.code == GARMENT_UNCLEAR and problem.suggestion]


def _beside_names(checked: Checked) -> list[Problem]:
    """What is said of notes beside names; of the cell alone, as nothing but its suggestion is certain."""
    every = chain.from_iterable(problem.each for problem in checked.problems)
    return [problem for problem in every if problem.code in _BESIDE_NAMES and problem.cell and problem.suggestion]


def _errors(checked: Checked) -> dict[_Place, Problem]:
    """The errors of cells, each by its place and by what is meant instead."""
    every = chain.from_iterable(problem.each for problem in checked.problems)
    errors = (problem for problem in every if problem.level == "error" and problem.cell and problem.row)
    return {(each.sheet, each.cell, each.code, each.suggestion): each for each in errors}
