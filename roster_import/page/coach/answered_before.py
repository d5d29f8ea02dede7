"""What a club answered and signed before: used, said with its file and day, and to be changed; or chosen beforehand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.language.advice import on_the_page
from roster_import.language.messages import Day, say
from roster_import.model.sheets import heading_key
from roster_import.page.left_as_is import left_names, warnings_by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roster_import.model.report import Checked
    from roster_import.page.coach.question_cards import QuestionCard
    from roster_import.page.drafts import Draft
    from roster_import.page.signed import Answers, Signed

ANSWERED_BEFORE = "answered-before"
"""The code of what is said of answers of before that are used."""

_LETTERS = 3  # of the name of a column without a heading, which another list has for something else


def used_before(checked: Checked) -> list[str]:
    """What is said of each answer of before that is used."""
    return [on_the_page(problem.message) for problem in checked.problems if problem.code == ANSWERED_BEFORE]


def chosen_before(cards: Iterable[QuestionCard], signed: Sequence[Signed]) -> list[QuestionCard]:
    """The cards, each with what the club has answered to its question in the last list that it signed with an answer to it."""
    given = [(dict(_answers(each.answers)), each) for each in signed]
    return [_with_choice(card, given) for card in cards]


def _with_choice(card: QuestionCard, given: Iterable[tuple[dict[tuple[str, str], str], Signed]]) -> QuestionCard:
    about = "map" if card.kind == "garment" else card.kind, heading_key(card.key)
    offered = {choice.typed[-1] for choice in (*card.choices, *card.more)}
    nameless = about[0] == "map" and len(card.key) <= _LETTERS and card.key.isascii() and card.key.isupper()
    for answers, signed in () if nameless else given:
        if answers.get(about) in offered:
            told = say("as you answered on {day} for {file}", day=Day(signed.at[:10]), file=signed.name)
            return replace(card, chosen=answers[about], told=told)
    return card


def _answers(answers: Answers) -> Iterator[tuple[tuple[str, str], str]]:
    """Each answer by the kind of its question, and by what that is about."""
    for kind, texts in (("map", answers.mapping), ("title", answers.titles)):
        for key, _, said in (text.rpartition("=") for text in texts):
            yield (kind, heading_key(key)), said
    yield from ((("print", ""), said) for said in (answers.print_name,) if said)
    yield from ((("design", ""), said) for said in (answers.design,) if said)


def left_before(checked: Checked, drafts: Iterable[Draft]) -> tuple[str, ...]:
    """The warnings of a list that were left as they are in one that was signed, as `Draft.left` has them."""
    names = warnings_by_name(checked)
    left = (entry for draft in drafts if draft.is_signed for entry in draft.left)
    return tuple(dict.fromkeys(entry for entry in left if left_names([entry])[0] in names))
