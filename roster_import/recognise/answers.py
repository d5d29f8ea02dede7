"""What recognition is told and what it answers: hints, questions, and the rosters of a workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.layout import Layout, Meaning, Question
    from roster_import.model.problem import Problem

    Answer = tuple[Meaning, str | None]  # a meaning, and of which garment, design, size or placeholder


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known before a workbook is looked at; it beats anything recognition finds out by itself.

    `mapping`: heading (compared by `heading_key`) or column letter -> answer. `remembered`: fingerprint of a heading
    row -> heading key -> answer, as confirmed for an earlier file. `roster_sheets`: the names of the sheets to read,
    empty to find them. `catalogue`: titles and codes of known designs and logos, reduced by `heading_key`.
    """

    mapping: Mapping[str, Answer] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)
    roster_sheets: tuple[str, ...] = ()
    catalogue: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """The rosters of a workbook, the best first, and what could not be decided (as problems and as questions)."""

    rosters: tuple[Layout, ...]
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
