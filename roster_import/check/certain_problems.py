"""What there is to say whatever is answered to what is open: told before, so that an answer does not bring it up."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.alike import said_once
from roster_import.check.check_workbook import check_recognised
from roster_import.check.open_questions import as_is_likeliest, supposing_printed, with_each_answer, with_each_garment
from roster_import.check.rows.messages import GARMENT_UNCLEAR
from roster_import.model.question import PrintNameQuestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.check.open_questions import BesideColumns
    from roster_import.check.recognised import Recognised
    from roster_import.model.catalogue import CatalogueEntry
    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.targets.protocol import Target

_MOST_ROWS = 500  # of a longer list an answer has to come first: each that is possible costs another check
_BESIDE_NAMES = frozenset({"name-marker", "name-note"})
_Place = tuple[str | None, str | None, str, str | None]


def check_certain(recognised: Recognised, facts: Sequence[CatalogueEntry], target: Target) -> Checked:
    """The check of a recognised workbook, with the errors of cells that there are whatever is answered to what is open."""
    checked = check_recognised(recognised, facts, target)
    if not checked.errors or _is_long(checked):
        return checked
    supposed = [_errors(check_recognised(each, facts, target)) for each in with_each_answer(recognised)]
    known = _errors(checked)
    certain = [
        problem
        for place, problem in (supposed[0] if supposed else {}).items()
        if place not in known and all(place in other for other in supposed)
    ]
    return replace(checked, problems=(*checked.problems, *said_once(certain)))


def with_what_is_likely(
    checked: Checked, recognised: Recognised, target: Target, asked: Sequence[BesideColumns]
) -> Checked:
    """The check with what there is to say besides if what is open is answered as is likeliest.

    Of which design a column is, where another column keeps the rows from being judged; and what stands beside names, where it
    is `asked` how they are printed.
    """
    if _is_long(checked):
        return checked
    likeliest = as_is_likeliest(recognised)
    designs = [] if likeliest is recognised else _unclear_designs(_check(likeliest, target))
    names = any(isinstance(each, PrintNameQuestion) for each in asked)
    first = next(with_each_garment(likeliest), likeliest)
    beside = _beside_names(_check(supposing_printed(first, asked), target)) if names else []
    return replace(checked, problems=(*checked.problems, *designs, *said_once(beside)))


def _is_long(checked: Checked) -> bool:
    return sum(len(layout.rows) for layout in checked.layouts) > _MOST_ROWS


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
