"""Questions on a terminal: numbered choices with a sample of each, answered with the number or the word.

The last choice leaves a question open, and is what the return key alone answers: nothing is sent then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.cli.pieces import line
from roster_import.cli.screen import ask, show
from roster_import.language.messages import joined, listed, say, say_n, templates
from roster_import.language.translations import in_language
from roster_import.model.layout import Meaning
from roster_import.model.workbook import column_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from roster_import.model.layout import Candidate, Question
    from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion

_MOST_CHOICES = 20  # titles that are listed; any other may be typed
_SHORTEST_ID = 4  # digits
_NO_SAMPLE = frozenset({Meaning.IGNORED, Meaning.ORDER_IF_YES, Meaning.SKIP_IF_YES})
_PRINTED = templates({"as-written": "as written", "surname": "the surname", "none": "no name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer: what it is, the words that are typed for it, and what would come of it."""

    words: str
    typed: tuple[str, ...]
    sample: str = ""


class Questions:
    """Asks, in the reader's language, one question after the other."""

    def __init__(self) -> None:
        self._asked = 0

    def meaning(self, question: Question, language: str) -> tuple[Meaning, str | None] | None:
        """What a column means."""
        about = say(
            "Sheet {sheet}, column {heading!r} holds {samples}. What is it?",
            sheet=question.sheet,
            heading=question.heading or column_letter(question.column),
            samples=listed([say("{value!r}", value=text) for text in question.samples]),
        )
        choices = [_meaning_choice(candidate, question) for candidate in question.candidates]
        answer = self._choose(about, choices, language, _as_meaning)
        if isinstance(answer, int):
            chosen = question.candidates[answer]
            return chosen.meaning, chosen.of
        if answer is None:
            return None
        name, _, of = answer.partition(":")
        return Meaning(name), of or None

    def design(self, question: DesignQuestion, language: str) -> str | None:
        """Which design every row of a sheet is: a title, or a code."""
        about = say_n(
            "Sheet {sheet} has no column that says which garment each row is. It has {count} row: {sample}. Which design is "
            "it?",
            "Sheet {sheet} has no column that says which garment each row is. It has {count} rows, such as {sample}. Which "
            "design is every row?",
            question.rows,
            sheet=question.sheet,
            sample=question.sample,
        )
        return self._title(about, question.titles, (), language)

    def title(self, question: TitleQuestion, language: str) -> str | None:
        """Which title a text means."""
        where = {
            "sheet": question.sheet,
            "heading": question.heading,
            "text": question.text,
            "rows": question.where,
        }
        if not question.heading:
            return self._title(_of_sheet(question), question.choices, question.likely, language)
        about = (
            say(
                "Sheet {sheet}, column {heading!r}: {text!r} in {rows} is no title of the catalogue. Which logo is meant?",
                **where,
            )
            if question.of_logo
            else say(
                "Sheet {sheet}, column {heading!r}: {text!r} in {rows} is no title of the catalogue. Which design is meant?",
                **where,
            )
        )
        return self._title(about, question.choices, question.likely, language)

    def print_name(self, question: PrintNameQuestion, language: str) -> str | None:
        """Whether and how a lone name column is printed."""
        ways = list(_PRINTED)
        choices = [
            Choice(
                words=say(_PRINTED[way]),
                typed=(way,),
                sample=question.samples.get(way, "") or say("nothing is printed"),
            )
            for way in ways
        ]
        about = say(
            "Sheet {sheet}, {column} holds names, such as {name!r}, and nothing says whether they are printed on the garments. "
            "What is printed?",
            sheet=question.sheet,
            column=question.heading,
            name=question.name,
        )
        answer = self._choose(about, choices, language)
        return ways[answer] if isinstance(answer, int) else answer

    def _title(self, about: str, titles: Sequence[str], likely: Sequence[str], language: str) -> str | None:
        choices = [
            Choice(words=say("{title} (probably)", title=title) if title in likely else title, typed=(title,))
            for title in titles[:_MOST_CHOICES]
        ]
        answer = self._choose(about, choices, language, _as_title)
        return titles[answer] if isinstance(answer, int) else answer

    def _choose(
        self, about: str, choices: Sequence[Choice], language: str, other: Callable[[str], str | None] | None = None
    ) -> int | str | None:
        """The place of the choice that was made, None for the one that leaves it open, or what `other` makes of other words."""
        self._asked += 1
        opening = in_language(say("Question {number}:", number=self._asked), language)
        show(line((opening, "strong"), " ", in_language(about, language)), err=True)
        for at, choice in enumerate(choices, 1):
            _put(joined(f"  {at} ", joined(choice.words, choice.sample, between=": ")), language)
        last = len(choices) + 1
        _put(joined(f"  {last} ", say("none of these, or not now: nothing is sent")), language)
        asked = in_language(say("A number, or the words"), language)
        while True:
            typed = ask(asked, default=str(last))
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
        if words in {in_language(each, language).casefold() for each in (*choice.typed, choice.words)}:
            return at
    return None


def _of_sheet(question: TitleQuestion) -> str:
    return say(
        "Sheet {sheet} has no column that says which garment each row is, and may be called after it. Which design is every "
        "row?",
        sheet=question.sheet,
    )


def _meaning_choice(candidate: Candidate, question: Question) -> Choice:
    typed = candidate.meaning.value
    sample = question.samples[0] if question.samples and candidate.meaning not in _NO_SAMPLE else ""
    return Choice(
        words=candidate.words, typed=(typed, f"{typed}:{candidate.of}" if candidate.of else typed), sample=sample
    )


def _as_meaning(typed: str) -> str | None:
    return typed if typed.partition(":")[0] in set(Meaning) else None


def _as_title(typed: str) -> str | None:
    """A title that is not listed, or a code; a short number is none of the choices."""
    return None if typed.isdigit() and len(typed) < _SHORTEST_ID else typed or None


def _put(said: str, language: str) -> None:
    show(in_language(said, language), err=True)
