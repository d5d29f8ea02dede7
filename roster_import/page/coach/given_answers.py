"""What a coach has answered: one answer more, one taken back, and each in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.setting_names import PRINT_NAMES
from roster_import.page.coach.question_cards import card_id
from roster_import.recognise.memory import column_in_words, design_in_words, printed_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roster_import.page.coach.question_cards import QuestionCard
    from roster_import.page.signed import Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """An answer in words, by the id of the card that it answers."""

    id: str
    words: str


def given_answers(answers: Answers, left: Iterable[str] = ()) -> list[GivenAnswer]:
    """What was answered, and which warnings were left as they are (`Draft.left`), each by itself."""
    given = [GivenAnswer(id=id_, words=words) for id_, words in _in_words(answers)]
    return [
        *given,
        *(GivenAnswer(id=name, words=_left(place)) for name, _, place in (each.partition(" ") for each in left)),
    ]


def _left(place: str) -> str:
    return say("{place} is left as it is", place=place) if place else say("the whole list is left as it is")


def _in_words(answers: Answers) -> Iterator[tuple[str, str]]:
    for key, meaning in _pairs(answers.mapping):
        name, _, of = meaning.partition(":")
        yield card_id("map", key), column_in_words(key, (Meaning(name), of or None))
    for text, title in _pairs(answers.titles):
        yield card_id("title", text), say("{text!r} is {title}", text=text, title=title)
    if answers.print_name:
        yield card_id("print"), printed_in_words(answers.print_name)
    if answers.design:
        yield card_id("design"), design_in_words(answers.design)


def without(answers: Answers, id_: str) -> Answers:
    """The answers but one."""
    return replace(
        answers,
        mapping=tuple(f"{key}={said}" for key, said in _pairs(answers.mapping) if card_id("map", key) != id_),
        titles=tuple(f"{key}={said}" for key, said in _pairs(answers.titles) if card_id("title", key) != id_),
        print_name=None if id_ == card_id("print") else answers.print_name,
        design=None if id_ == card_id("design") else answers.design,
    )


def with_answer(answers: Answers, card: QuestionCard, said: str) -> Answers | None:
    """The answers with one more; None where that is no answer to the question."""
    offered = {_of_a_form(choice.typed[-1]): choice.typed[-1] for choice in card.choices}
    typed = said if card.free and said.isprintable() else ""
    said = offered.get(_of_a_form(said), typed)
    if not said:
        return None
    others = without(answers, card.id)
    match card.kind:
        case "map" | "garment":
            others = without(others, card_id("map", card.key))
            return replace(others, mapping=(*others.mapping, f"{card.key}={said}"))
        case "title":
            return replace(others, titles=(*others.titles, f"{card.key}={said}"))
        case "design":
            return replace(others, design=said)
        case "print" if said in PRINT_NAMES:
            return replace(others, print_name=said)
    return None


def _of_a_form(text: str) -> str:
    """A text so that it is the same when a browser has sent it: line breaks are others by then (HTML › 4.10.22.4)."""
    return " ".join(text.split())


def _pairs(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for text in texts:
        key, _, said = text.rpartition("=")
        yield key, said
