"""What a coach is asked, and what they may say unasked: a card for each, whose answers are those of the command line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.joined_cells import JOINED_CODES
from roster_import.check.rows.garments import is_for_keepers, words, worn_by_turns
from roster_import.check.rows.messages import GARMENT_UNCLEAR
from roster_import.language.messages import say
from roster_import.model.layout import Question
from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
from roster_import.model.workbook import cell_address, column_letter
from roster_import.page.state import hashed
from roster_import.pipeline.question_words import Choice, asked, meaning_choice, together_choice
from roster_import.recognise.questions import answer_key, every_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.pipeline.question_words import AnyQuestion

_MOST = 12  # shown together
_UNKNOWN = frozenset({"design-unknown", "logo-unknown"})  # what is asked as a question about a title


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCard:
    """A question on the page: `kind` and `key` say what it is about; `free`: any other answer may be typed.

    `more` are answers less likely than the choices. `chosen` is what was answered before, `told` when and for what.
    """

    kind: str
    key: str
    about: str
    choices: tuple[Choice, ...]
    free: bool = False
    more: tuple[Choice, ...] = ()
    chosen: str = ""
    told: str = ""

    @property
    def id(self) -> str:
        """Its name within a form: a key may hold whatever a heading does, line breaks too."""
        return card_id(self.kind, self.key)


def card_id(kind: str, key: str = "") -> str:
    """The name, within a form, of what is about this."""
    return hashed(f"{kind}:{key}")[:12]


def question_cards(checked: Checked) -> list[QuestionCard]:
    """What is to be asked, the columns first."""
    every = {card.id: card.choices for card in column_cards(checked)}
    alone = checked.workbook is not None and sum(not sheet.hidden for sheet in checked.workbook.sheets) == 1
    cards = [_card(question, alone=alone) for question in open_questions(checked)]
    columns = [card for card in cards if card.kind == "map"]
    cards = [*columns, *garment_cards(checked), *(card for card in cards if card.kind != "map")]
    return [_with_more(card, every.get(card.id, ())) for card in cards]


def is_of_several_garments(problem: Problem) -> bool:
    """Whether a heading is of one of several designs, and nothing says of which."""
    return problem.code == GARMENT_UNCLEAR and bool(problem.suggestion)


def garment_cards(checked: Checked) -> list[QuestionCard]:
    """A card for each column that is of one of several designs: which, or several of them."""
    unclear = {
        (each.sheet, each.cell): each.suggestion or "" for each in _every(checked) if is_of_several_garments(each)
    }
    return [
        _garment_card(column_card(checked, layout, column).key, column, titles.split(" | "))
        for layout in checked.layouts
        for column in layout.columns
        if (titles := unclear.get((layout.sheet, cell_address(layout.heading_row or 0, column.column))))
    ]


def _garment_card(key: str, column: ColumnReading, titles: Sequence[str]) -> QuestionCard:
    meaning = column.meaning.value
    choices = [Choice(words=title, typed=(f"{meaning}:{title}",)) for title in titles]
    choices += [together_choice(each, f"{meaning}:") for each in _together(titles)]
    about = say("Column {heading!r}: which is it for?", heading=column.heading)
    return QuestionCard(kind="garment", key=key, about=about, choices=tuple(choices))


def _together(titles: Sequence[str]) -> list[tuple[str, ...]]:
    """Which of several designs are likely to be wanted for each row: those for home and away, all but the goalkeepers'."""
    of_all = tuple(title for title in titles if not is_for_keepers(words(title)))
    return list(dict.fromkeys((*worn_by_turns(titles), *([of_all] if len(of_all) > 1 else []))))


def _with_more(card: QuestionCard, every: Iterable[Choice]) -> QuestionCard:
    likely = {choice.typed[-1] for choice in card.choices}
    return replace(card, more=tuple(choice for choice in every if choice.typed[-1] not in likely))


def open_questions(checked: Checked) -> list[AnyQuestion]:
    """The questions that are shown: of two that are answered alike the first, none that a click at its one cell answers."""
    unknown = [problem for problem in _every(checked) if problem.cell and problem.code in _UNKNOWN]
    cells = Counter(problem.value for problem in unknown)
    clicks = {problem.value for problem in unknown if problem.suggestion and cells[problem.value] == 1}
    by_card: dict[str, AnyQuestion] = {}
    for question in (*checked.questions, *checked.asked):
        if not (isinstance(question, TitleQuestion) and question.text in clicks):
            by_card.setdefault(_card(question).id, question)
    return list(by_card.values())[:_MOST]


def is_said_by(question: AnyQuestion, problem: Problem) -> bool:
    """Whether a question says what a problem does."""
    match question:
        case Question():
            heading = cell_address(question.heading_row or 0, question.column)
            named = bool(problem.column) and problem.column == question.heading and not problem.row
            is_there = problem.cell == heading or named
            joined = problem.code in JOINED_CODES and problem.column == question.heading
            return problem.level == "error" and problem.sheet == question.sheet and (is_there or joined)
        case PrintNameQuestion():
            return problem.code == "print-name-unclear"
        case DesignQuestion():
            return problem.column == "Design" and problem.sheet == question.sheet
        case TitleQuestion():
            return problem.code in _UNKNOWN and problem.value == question.text


def _every(checked: Checked) -> Iterator[Problem]:
    return chain.from_iterable(problem.each for problem in checked.problems)


def _card(question: AnyQuestion, *, alone: bool = False) -> QuestionCard:
    put = asked(question, alone=alone)
    match question:
        case Question():
            key = question.key or question.heading
            return QuestionCard(kind="map", key=key, about=put.about, choices=put.choices)
        case DesignQuestion():
            return QuestionCard(kind="design", key="", about=put.about, choices=put.choices, free=True)
        case TitleQuestion():
            return QuestionCard(kind="title", key=question.text, about=put.about, choices=put.choices, free=True)
        case PrintNameQuestion():
            return QuestionCard(kind="print", key="", about=put.about, choices=put.choices)


def column_cards(checked: Checked) -> list[QuestionCard]:
    """A card for each column of the rosters: what else it may be said to be."""
    return [column_card(checked, layout, column) for layout in checked.layouts for column in layout.columns]


def column_card(checked: Checked, layout: Layout, column: ColumnReading) -> QuestionCard:
    """What else one column of a roster may be said to be."""
    return QuestionCard(
        kind="map",
        key=answer_key(column.heading, column.column, _headings(checked.layouts, layout)),
        about=column.heading or column_letter(column.column),
        choices=tuple(map(meaning_choice, every_answer(column))),
    )


def _headings(layouts: Iterable[Layout], layout: Layout) -> list[str]:
    """The headings of a table, those of each column once, however many players stand beside each other."""
    tables = (each for each in layouts if (each.sheet, each.heading_row) == (layout.sheet, layout.heading_row))
    return list({column.column: column.heading for each in tables for column in each.columns}.values())
