"""What is wrong with cells whatever is answered to what is open: told before, so that an answer does not bring it up."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.alike import said_once
from roster_import.check.check_workbook import check_recognised
from roster_import.check.open_questions import with_each_answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.check.recognised import Recognised
    from roster_import.model.catalogue import CatalogueEntry
    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.targets.protocol import Target

_MOST_ROWS = 500  # of a longer list an answer has to come first: each that is possible costs another check

_Place = tuple[str | None, str | None, str, str | None]


def check_certain(recognised: Recognised, facts: Sequence[CatalogueEntry], target: Target) -> Checked:
    """The check of a recognised workbook, with what is wrong whatever is answered to what is open."""
    checked = check_recognised(recognised, facts, target)
    return _with_certain_problems(checked, recognised, facts, target) if checked.errors else checked


def _with_certain_problems(
    checked: Checked, recognised: Recognised, facts: Sequence[CatalogueEntry], target: Target
) -> Checked:
    """The check with the errors of cells that there are whatever an unclear column means and whichever design it is of."""
    if sum(len(layout.rows) for layout in checked.layouts) > _MOST_ROWS:
        return checked
    supposed = [_errors(check_recognised(each, facts, target)) for each in with_each_answer(recognised)]
    if not supposed:
        return checked
    known = _errors(checked)
    certain = [
        problem
        for place, problem in supposed[0].items()
        if place not in known and all(place in other for other in supposed)
    ]
    return replace(checked, problems=(*checked.problems, *said_once(certain)))


def _errors(checked: Checked) -> dict[_Place, Problem]:
    """The errors of cells, each by its place and by what is meant instead."""
    every = chain.from_iterable(problem.each for problem in checked.problems)
    errors = (problem for problem in every if problem.level == "error" and problem.cell and problem.row)
    return {(each.sheet, each.cell, each.code, each.suggestion): each for each in errors}
