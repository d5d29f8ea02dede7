"""Marks under a heading that no title of the catalogue has (Sponsor, Full set): the answers name garments that there are."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.meant.titles import titles_meant
from roster_import.check.rows.garments import design_titles, titles_for
from roster_import.check.rows.size_list import parts_of
from roster_import.model.layout import Candidate, Meaning
from roster_import.recognise.answer_sentences import in_words
from roster_import.recognise.keepers import marks_keepers
from roster_import.recognise.order_words import asks_for_another_cut
from roster_import.recognise.questions import UNKNOWN, column_problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Question
    from roster_import.model.problem import Problem
    from roster_import.recognise import Recognition

_MOST = 8  # titles that are offered
_SAY_THE_DESIGN = (Meaning.DESIGN, Meaning.SIZE_LIST)


def with_garments_of(recognition: Recognition, catalogue: Catalogue) -> Recognition:
    """The recognition, its questions about marks with the titles that the marks may order.

    Where one title fits the heading, or nobody knows what there is, the garment stays called as in the heading.
    """
    asked = {question: _of_catalogue(question, catalogue) for question in recognition.questions if question.held}
    said = {column_problem(old): column_problem(new) for old, new in asked.items() if old.candidates != new.candidates}
    if not said:
        return recognition
    return replace(
        recognition,
        problems=tuple(said.get(problem, problem) for problem in recognition.problems),
        questions=tuple(asked.get(question, question) for question in recognition.questions),
    )


def _of_catalogue(question: Question, catalogue: Catalogue) -> Question:
    if question.samples and all(len(parts_of(sample)) > 1 for sample in question.samples):
        answers = (Meaning.SIZE_LIST, Meaning.IGNORED)
        lists = tuple(in_words(Candidate(meaning=meaning), counts=False) for meaning in answers)
        return replace(question, candidates=lists)
    if asks_for_another_cut(question.heading):
        return _of_another_cut(question, catalogue)
    keepers = marks_keepers(question.heading, question.candidates)
    titled = _of_keepers if keepers else _titled
    offered = chain.from_iterable(titled(each, question.heading, catalogue) for each in question.candidates)
    return replace(question, candidates=tuple(offered))


def _of_another_cut(question: Question, catalogue: Catalogue) -> Question:
    """Sleeves and cuts are ordered by a title that has them, and choose no rows."""
    orders = any(map(is_a_garment, question.candidates))
    titles = titles_for(catalogue, question.heading, question.heading) if orders else ()
    garments = (in_words(Candidate(meaning=Meaning.DESIGN, of=title), counts=False) for title in titles)
    idle = (each for each in question.candidates if each.meaning is Meaning.IGNORED)
    return replace(question, candidates=(*garments, *idle))


def _titled(candidate: Candidate, heading: str, catalogue: Catalogue) -> Sequence[Candidate]:
    if not is_a_garment(candidate):
        return [candidate]
    fitting, every = titles_for(catalogue, candidate.of or "", heading), design_titles(catalogue)
    if len(fitting) == 1 or not every:
        return [candidate]
    titles = fitting or titles_meant(heading, every).choices or every[:_MOST]
    return [in_words(Candidate(meaning=Meaning.DESIGN, of=title), counts=False) for title in titles]


def _of_keepers(candidate: Candidate, heading: str, catalogue: Catalogue) -> Sequence[Candidate]:
    """Marks of who keeps goal order no other shirt than a goalkeeper's."""
    if not is_a_garment(candidate) or not design_titles(catalogue):
        return [candidate]
    titles = titles_for(catalogue, candidate.of or "", heading)
    return [in_words(Candidate(meaning=Meaning.DESIGN, of=each), counts=False, keepers=True) for each in titles]


def is_a_garment(candidate: Candidate) -> bool:
    """Whether the answer is that marks order a garment."""
    return candidate.meaning is Meaning.DESIGN and bool(candidate.of)


def without_what_the_answer_tells(problems: Sequence[Problem], questions: Iterable[Question]) -> tuple[Problem, ...]:
    """Without what hangs on a question that is asked beside it, and is told by its answer.

    That no column names the garments, where one may; which garment a column means, and the rows that order nothing, where its
    marks may order one; whether another column's names are printed, where the likeliest answer is that these are printed.
    """
    asked = [question for question in questions if question.held]
    marks = {question.sheet for question in asked if any(map(is_a_garment, question.candidates))}
    designs = {question.sheet for question in asked if question.candidates[0].meaning in _SAY_THE_DESIGN}
    prints = {question.sheet for question in asked if question.candidates[0].meaning is Meaning.NAME}
    unknown = {(problem.sheet, problem.cell) for problem in problems if problem.code == UNKNOWN}

    def is_told(problem: Problem) -> bool:
        match problem.code:
            case "garment-unclear":
                return (problem.sheet, problem.cell) in unknown
            case "column-missing":
                return problem.column == "Design" and problem.sheet in designs
            case "nothing-ordered":
                return problem.level == "warning" and problem.sheet in marks
            case "print-name-unclear":
                return problem.sheet in prints
            case _:
                return False

    return tuple(problem for problem in problems if not is_told(problem))
