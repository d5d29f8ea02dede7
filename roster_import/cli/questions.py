"""Questions on a terminal: numbered choices with a sample of each, answered with the number or the word.

The last choice leaves a question open, and is what the return key alone answers: nothing is sent then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.cli.pieces import line
from roster_import.cli.screen import ask, show
from roster_import.language.messages import joined, say
from roster_import.language.translations import in_language
from roster_import.model.layout import Meaning
from roster_import.pipeline.question_words import MOST_TITLES, asked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from roster_import.model.layout import Question
    from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
    from roster_import.pipeline.question_words import Asked, Choice

_SHORTEST_ID = 4  # digits
_A_SLIP = 2  # letters: n, no


class Questions:
    """Asks, in the reader's language, one question after the other."""

    def __init__(self) -> None:
        self._asked = 0

    def meaning(self, question: Question, language: str) -> tuple[Meaning, str | None] | None:
        """What a column means."""
        answer = self._choose(asked(question), language, _as_meaning)
        if isinstance(answer, int):
            chosen = question.candidates[answer]
            return chosen.meaning, chosen.of
        if answer is None:
            return None
        name, _, of = answer.partition(":")
        return Meaning(name), of or None

    def design(self, question: DesignQuestion, language: str) -> str | None:
        """Which design every row of a sheet is: a title, or a code."""
        return self._title(asked(question), language)

    def title(self, question: TitleQuestion, language: str) -> str | None:
        """Which title a text means."""
        return self._title(asked(question), language)

    def print_name(self, question: PrintNameQuestion, language: str) -> str | None:
        """Whether and how a lone name column is printed."""
        put = asked(question)
        answer = self._choose(put, language)
        return put.choices[answer].typed[0] if isinstance(answer, int) else answer

    def _title(self, put: Asked, language: str) -> str | None:
        listed = len(put.choices) < MOST_TITLES
        answer = self._choose(put, language, _as_code if listed else _as_title)
        return put.choices[answer].typed[-1] if isinstance(answer, int) else answer

    def _choose(self, put: Asked, language: str, other: Callable[[str], str | None] | None = None) -> int | str | None:
        """The place of the choice that was made, None for the one that leaves it open, or what `other` makes of other words."""
        self._asked += 1
        opening = in_language(say("Question {number}:", number=self._asked), language)
        show(line((opening, "strong"), " ", in_language(put.about, language)), err=True)
        choices = put.choices
        for at, choice in enumerate(choices, 1):
            _put(joined(f"  {at} ", joined(choice.words, choice.sample, between=": ")), language)
        last = len(choices) + 1
        _put(joined(f"  {last} ", say("none of these, or not now: nothing is sent")), language)
        prompt = in_language(say("A number, or the words"), language)
        while True:
            typed = ask(prompt, default=str(last))
            if typed == str(last):
                return None
            chosen = _chosen(typed, choices, language)
            if chosen is not None:
                return chosen
            if other is not None and (answer := other(typed)) is not None:
                return answer
            _put(say("Answer a number from 1 to {last}, or the words that stand behind it.", last=last), language)


def _chosen(typed: str, choices: Sequence[Choice], language: str) -> int | None:
    if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(choices):
        return int(typed) - 1
    words = typed.casefold()
    for at, choice in enumerate(choices):
        if words in {in_language(wording, language).casefold() for wording in (*choice.typed, choice.words)}:
            return at
    return None


def _as_meaning(typed: str) -> str | None:
    return typed if typed.partition(":")[0] in set(Meaning) else None


def _as_title(typed: str) -> str | None:
    """A title that is not listed, or a code; a short number, or a letter or two, is none of the choices."""
    return None if typed.isdigit() and len(typed) < _SHORTEST_ID else typed if len(typed) > _A_SLIP else None


def _as_code(typed: str) -> str | None:
    """Several titles, an id or a code, where every title is listed: any other word is none of the choices."""
    coded = any(map(str.isdigit, typed)) and len(typed) >= _SHORTEST_ID
    return typed if coded or ";" in typed else None


def _put(said: str, language: str) -> None:
    show(in_language(said, language), err=True)
