"""Grades at school under a word that is also one for sizes: Gr."""

from __future__ import annotations

from dataclasses import replace

from roster_import.model.layout import Meaning
from roster_import.recognise.headings import sense
from roster_import.recognise.tokens import fold
from roster_import.recognise.verdicts import Verdict, ignored
from roster_import.recognise.words import Concept

M = Meaning
_LAST_GRADE = 13
_BEFORE_SCHOOL = frozenset(["K", "KG", "PK", "TK"])


def grades_or_sizes(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Under “Gr” small numbers may be grades at school.

    Odd ones are grades: clothes go by even numbers. Else a person says which, where the garments have sizes of their own.
    """
    sized = any(v.meaning is M.SIZE and (v.of or not _is_headed_gr(v)) for v in verdicts)
    return tuple(_in_doubt_of_a_grade(v, sized=sized) if _may_be_a_grade(v) else v for v in verdicts)


def _in_doubt_of_a_grade(verdict: Verdict, *, sized: bool) -> Verdict:
    lettered = any(text[-1:].isalpha() for text in verdict.seen.cells)
    if lettered or any(number % 2 for number in verdict.seen.profile.integers):
        return replace(ignored(verdict), seen=replace(verdict.seen, sense=sense("grade")))
    return replace(verdict, sure=False, ask=True) if sized else verdict


def _may_be_a_grade(verdict: Verdict) -> bool:
    said = _is_headed_gr(verdict) and verdict.meaning is M.SIZE and not verdict.fixed
    texts = [*filter(None, dict.fromkeys(verdict.seen.cells))] if said else []
    return bool(texts) and all(map(_is_a_grade, texts))


def _is_headed_gr(verdict: Verdict) -> bool:
    return (
        fold(verdict.seen.heading).strip(" .") == "gr" and Concept.GARMENT not in verdict.seen.sense.concepts
    )  # above it


def _is_a_grade(text: str) -> bool:
    if text in _BEFORE_SCHOOL:
        return True
    grade = text.rstrip("ABCDEFGH") if len(text) > 1 else text  # 11A
    return grade.isdecimal() and len(grade) <= 2 and 0 < int(grade) <= _LAST_GRADE
