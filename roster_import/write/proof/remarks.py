"""What is said of the shirts of a group, and where: at the shirt, as a note below the group, or of the whole group.

A shirt has room for a little; what is said of many shirts, or too much for one, stands below them once, by a number.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.write.proof.parts import Remark, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.model.problem import Problem
    from roster_import.write.proof.parts import LogoPart, Shirt

LARGE = 20
"""Shirts of a large group: they are drawn smaller on paper, and what is said of several of them is a note."""
_MOST_SHIRTS = 3  # at which one sentence is written out
_MOST_AT_ONE = 2  # sentences written out at one shirt
_MOST_LETTERS = 260  # of them together: about as high as the shirt and its caption


def remarks(
    parts: Sequence[Shirt | LogoPart], order: Mapping[Problem, int], numbers: Iterator[int]
) -> tuple[Remark, ...]:
    """What is said of the parts of a group, errors first, then in the order of the file; `numbers` are those of notes."""
    found = _gathered(parts)
    first = sorted(found, key=lambda problems: (problems[0].level != "error", order[problems[0]]))
    room = {part.anchor: (_MOST_AT_ONE, _MOST_LETTERS) for part in parts}
    most = _MOST_SHIRTS if len(parts) < LARGE else 1  # words beside many shirts would leave the page mostly white
    return tuple(_placed(_remark(one, found[one]), room, numbers, most=most) for one in first)


def said_at(remarks: Iterable[Remark], anchor: str) -> tuple[Remark, ...]:
    """What is said of one drawing alone, or of it and some others."""
    return tuple(one for one in remarks if anchor in one.anchors and one.where is not Where.GROUP)


def _gathered(parts: Iterable[Shirt | LogoPart]) -> dict[tuple[Problem, ...], tuple[str, ...]]:
    """The problems of the parts, those with the same words together, and the names of the drawings they are about."""
    problems: dict[tuple[str, str, str], dict[Problem, None]] = {}
    anchors: dict[tuple[str, str, str], dict[str, None]] = {}
    for part in parts:
        for problem in part.problems:
            words = (problem.level, problem.code, str(problem.message))
            problems.setdefault(words, {})[problem] = None
            anchors.setdefault(words, {})[part.anchor] = None
    return {tuple(problems[words]): tuple(anchors[words]) for words in problems}


def _remark(problems: Sequence[Problem], anchors: tuple[str, ...]) -> Remark:
    first = problems[0]
    places = tuple(dict.fromkeys(one.place for one in problems if one.place))
    return Remark(level=first.level, message=first.message, places=places, anchors=anchors)


def _placed(one: Remark, room: dict[str, tuple[int, int]], numbers: Iterator[int], *, most: int) -> Remark:
    many = len(one.anchors) > most
    if len(one.anchors) > _MOST_SHIRTS and len(one.anchors) == len(room):
        return replace(one, where=Where.GROUP)
    letters = len(one.message)
    if many or any(room[anchor][0] == 0 or room[anchor][1] < letters for anchor in one.anchors):
        return replace(one, where=Where.NOTE, number=next(numbers))
    for anchor in one.anchors:
        count, left = room[anchor]
        room[anchor] = (count - 1, left - letters)
    return one
