"""One mistake said once: what is wrong in the same way with many cells of a column is one problem, with all their rows.

Every cell keeps the problem that is its own (`Problem.alike`): it is marked, counted and mended by that.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from roster_import.check.rows.cell_sentences import CELL_CODES
from roster_import.check.rows.messages import rows_listed
from roster_import.check.rules.safe_fixes import is_safe
from roster_import.check.rules.vocabulary import listed
from roster_import.language.messages import joined, say, say_n, templates_of
from roster_import.model.problem import Origin

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from roster_import.model.problem import Problem

_COLUMN = re.compile(r"[A-Z]+")
_KINDS = CELL_CODES | {"cell-unused", "mark-unclear", "name-marker", "name-note", "suggestion-applied", "two-sizes"}
_TITLES = frozenset({"design-unknown", "logo-unknown"})
_APART = 3  # so many different values of one column are said apart, each with its rows; more are one kind of mistake
_TITLES_APART = 8  # of titles: what each of them may mean is a question of its own


def said_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, those of one mistake in one column as one, at the first of their places.

    One mistake is the same sentence about the same value, however many rows hold it; and where a column has many values
    that are wrong in the same way, all of these.
    """
    every = list(problems)
    groups: dict[Hashable, list[Problem]] = {}
    for at, problem in enumerate(every):
        groups.setdefault(_same(problem) if problem.row and problem.sheet else at, []).append(problem)
    kinds: dict[Hashable, list[list[Problem]]] = {}
    for at, group in enumerate(groups.values()):
        kinds.setdefault(_kind(group[0], at), []).append(group)
    said = {problem.each[0]: _with_answer(problem) for kind in kinds.values() for problem in _said(kind)}
    return tuple(said[problem] for problem in dict.fromkeys(every) if problem in said)


def _said(kind: Sequence[list[Problem]]) -> list[Problem]:
    """One kind of mistake: said value by value while these are few."""
    most = _TITLES_APART if kind[0][0].code in _TITLES else _APART
    if len(kind) <= most:
        return [_one_value(group) for group in kind]
    return [_one_kind([problem for group in kind for problem in group])]


def _with_answer(problem: Problem) -> Problem:
    """The problem with the option that answers it for all its rows, where it is about one text that plainly means a title."""
    text, title = problem.value or "", problem.suggestion or ""
    titles = title.split("; ")
    plain = not set('"=;') & set(text) and len({place.value for place in problem.each}) == 1
    if problem.code not in _TITLES or not problem.alike or not text or not title or not plain:
        return problem
    if " | " in title or len(titles) != len(set(titles)) or '"' in title:
        return problem
    answer = say('To take it so wherever it stands: --title "{text}={title}".', text=text, title=title)
    return replace(problem, message=joined(problem.message, answer))


def _column(problem: Problem) -> str | None:
    letters = _COLUMN.match(problem.cell or "")
    return letters[0] if letters else problem.column


def _same(problem: Problem) -> Hashable:
    return problem.level, problem.code, problem.sheet, _column(problem), problem.message, problem.suggestion


def _kind(problem: Problem, alone: int) -> Hashable:
    if problem.code not in _KINDS or problem.cell is None:
        return alone
    several = " | " in (problem.suggestion or "")
    said = templates_of(problem.message)
    return problem.level, problem.code, problem.sheet, _column(problem), said, is_safe(problem), several


def _one_value(group: Sequence[Problem]) -> Problem:
    if len(group) == 1:
        return group[0]
    rows = rows_listed([problem.row for problem in group[1:] if problem.row])
    return _merged(group, say("It is the same in {rows}.", rows=rows))


def _one_kind(group: Sequence[Problem]) -> Problem:
    others = list(islice(_different(map(_told, group)), _MOST_TOLD))[1:]
    tail = say_n(
        "It is like this with {count} more cell of this column, in {rows}: {values}.",
        "It is like this with {count} more cells of this column, in {rows}: {values}.",
        len(group) - 1,
        rows=rows_listed([problem.row for problem in group[1:] if problem.row]),
        values=listed(others),
    )
    return _merged(group, tail)


_MOST_TOLD = 8  # more than are listed


def _different(texts: Iterable[str]) -> Iterator[str]:
    """Each text once, as soon as it comes."""
    known: set[str] = set()
    for text in texts:
        if text not in known:
            known.add(text)
            yield text


def _told(problem: Problem) -> str:
    """What a cell holds, and what was likely meant."""
    if problem.suggestion:
        return say("{value!r} ({suggestion}?)", value=problem.value or "", suggestion=problem.suggestion)
    return say("{value!r}", value=problem.value or "")


def _merged(group: Sequence[Problem], tail: str) -> Problem:
    first = group[0]
    own = Origin(sheet=first.sheet or "", row=first.row or 0)
    origins = [origin for problem in group for origin in (_origin(problem), *problem.also)]
    also = tuple(origin for origin in dict.fromkeys(origins) if origin != own)
    return replace(first, message=joined(first.message, tail), also=also, alike=tuple(group))


def _origin(problem: Problem) -> Origin:
    return Origin(sheet=problem.sheet or "", row=problem.row or 0)
