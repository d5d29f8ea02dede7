"""What a person is asked, in words: the question, its answers with a sample of each, at a terminal and on a page alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.check.rows.garments import worn_by_turns
from roster_import.language.messages import listed, say, say_n, templates
from roster_import.model.layout import SAYS_WHETHER_PRINTED, Meaning, Question
from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
from roster_import.model.workbook import column_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.layout import Candidate

    AnyQuestion = Question | DesignQuestion | PrintNameQuestion | TitleQuestion

MOST_TITLES = 20  # that are listed; any other may be typed
_NO_SAMPLE = frozenset({Meaning.IGNORED, Meaning.ORDER_IF_YES, Meaning.SKIP_IF_YES, *SAYS_WHETHER_PRINTED})
_PRINTED = templates({"as-written": "as written", "surname": "the surname", "none": "no name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer: what it is, the words that are typed for it, the fullest last, and what would come of it."""

    words: str
    typed: tuple[str, ...]
    sample: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question in words, and its answers."""

    about: str
    choices: tuple[Choice, ...]


def asked(question: AnyQuestion, *, alone: bool = False) -> Asked:
    """A question as it is put to a person; `alone`: of a workbook with one sheet, which then goes without saying."""
    match question:
        case Question():
            return Asked(
                about=_column(question, alone=alone),
                choices=tuple(meaning_choice(candidate, question.samples) for candidate in question.candidates),
            )
        case DesignQuestion():
            together = tuple(map(together_choice, worn_by_turns(question.titles)))
            return Asked(about=_design(question, alone=alone), choices=(*_titles(question.titles, ()), *together))
        case TitleQuestion():
            return Asked(about=_title(question, alone=alone), choices=_titles(question.choices, question.likely))
        case PrintNameQuestion():
            return Asked(about=_print_name(question, alone=alone), choices=tuple(_printed(question)))


def _column(question: Question, *, alone: bool) -> str:
    heading = question.heading or column_letter(question.column)
    samples = listed([say("{value!r}", value=text) for text in question.samples])
    if alone:
        return say("Column {heading!r} holds {samples}. What is it?", heading=heading, samples=samples)
    return say(
        "Sheet {sheet}, column {heading!r} holds {samples}. What is it?",
        sheet=question.sheet,
        heading=heading,
        samples=samples,
    )


def meaning_choice(candidate: Candidate, samples: Sequence[str] = ()) -> Choice:
    """What a column may mean, as an answer."""
    typed = candidate.meaning.value
    sample = samples[0] if samples and candidate.meaning not in _NO_SAMPLE else ""
    return Choice(
        words=candidate.words, typed=(typed, f"{typed}:{candidate.of}" if candidate.of else typed), sample=sample
    )


def together_choice(titles: Sequence[str], before: str = "") -> Choice:
    """Several designs for every row as one answer; `before` is what is typed before their titles."""
    both = say("both: {titles}", titles=listed(titles))
    every = say("all of them: {titles}", titles=listed(titles))
    return Choice(words=both if len(titles) == 2 else every, typed=(f"{before}{';'.join(titles)}",))


def _design(question: DesignQuestion, *, alone: bool) -> str:
    if alone:
        return say("No column says which garment each row is. Which design is every row?")
    return say_n(
        "Sheet {sheet} has no column that says which garment each row is. It has {count} row: {sample}. Which design is "
        "it?",
        "Sheet {sheet} has no column that says which garment each row is. It has {count} rows, such as {sample}. Which "
        "design is every row?",
        question.rows,
        sheet=question.sheet,
        sample=question.sample,
    )


def _title(question: TitleQuestion, *, alone: bool) -> str:
    where = {"sheet": question.sheet, "heading": question.heading, "text": question.text, "rows": question.where}
    if not question.heading:
        return _of_sheet(question)
    if alone:
        return _title_alone(question)
    return (
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


def _title_alone(question: TitleQuestion) -> str:
    where = {"heading": question.heading, "text": question.text, "rows": question.where}
    return (
        say("Column {heading!r}: {text!r} in {rows} is no title of the catalogue. Which logo is meant?", **where)
        if question.of_logo
        else say("Column {heading!r}: {text!r} in {rows} is no title of the catalogue. Which design is meant?", **where)
    )


def _of_sheet(question: TitleQuestion) -> str:
    return say(
        "Sheet {sheet} has no column that says which garment each row is, and may be called after it. Which design is every "
        "row?",
        sheet=question.sheet,
    )


def _titles(titles: Sequence[str], likely: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(words=say("{title} (probably)", title=title) if title in likely else title, typed=(title,))
        for title in titles[:MOST_TITLES]
    )


def _print_name(question: PrintNameQuestion, *, alone: bool) -> str:
    if alone:
        return say("What is printed of the names under {column}?", column=question.heading)
    return say(
        "Sheet {sheet}, {column} holds names, such as {name!r}, and nothing says whether they are printed on the garments. "
        "What is printed?",
        sheet=question.sheet,
        column=question.heading,
        name=question.name,
    )


def _printed(question: PrintNameQuestion) -> list[Choice]:
    return [
        Choice(
            words=say(_PRINTED[way]),
            typed=(way,),
            sample=question.samples.get(way, "") or say("nothing is printed"),
        )
        for way in _PRINTED
    ]
